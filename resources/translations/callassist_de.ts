<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
 <context>
  <name>AboutWindow</name>
  <message>
   <source>About Call Assist</source>
   <translation>Über Call Assist</translation>
  </message>
  <message>
   <source>Call Assist {version}</source>
   <translation>Call Assist {version}</translation>
  </message>
  <message>
   <source>Close</source>
   <translation>Schließen</translation>
  </message>
  <message>
   <source>Licence and third-party notices</source>
   <translation>Lizenz und Hinweise zu Bestandteilen Dritter</translation>
  </message>
  <message>
   <source>Listens to both sides of a call on this computer only, and prompts the agent while there is still time to act. Free software under the licence below.</source>
   <translation>Hört nur auf diesem Computer beiden Seiten eines Gesprächs zu und gibt Hinweise, solange noch Zeit zum Handeln ist. Freie Software unter der Lizenz unten.</translation>
  </message>
 </context>
 <context>
  <name>Banners</name>
  <message>
   <source>Dismiss this message</source>
   <translation>Diese Meldung schließen</translation>
  </message>
  <message>
   <source>End the call</source>
   <translation>Gespräch beenden</translation>
  </message>
  <message>
   <source>On hold: nothing is heard or kept.</source>
   <translation>Gehalten: Nichts wird gehört oder aufbewahrt.</translation>
  </message>
  <message>
   <source>Paused for card details: none of them is kept.</source>
   <translation>Pausiert für Kartendaten: Nichts davon wird behalten.</translation>
  </message>
  <message>
   <source>Paused: nothing is heard or kept.</source>
   <translation>Angehalten: Nichts wird gehört oder aufbewahrt.</translation>
  </message>
  <message>
   <source>Reconnecting…</source>
   <translation>Verbindet neu …</translation>
  </message>
  <message>
   <source>Reconnecting… The call goes on; prompts come back in a moment.</source>
   <translation>Verbindet neu … Das Gespräch läuft weiter; Hinweise kommen gleich wieder.</translation>
  </message>
  <message>
   <source>Resume</source>
   <translation>Fortsetzen</translation>
  </message>
  <message>
   <source>The call is still being listened to. Close again to leave it so.</source>
   <translation>Dem Gespräch wird noch zugehört. Schließen Sie noch einmal, um es dabei zu lassen.</translation>
  </message>
  <message>
   <source>The prompt “{title}” was right in {right} of {all} marks only and is no longer shown. Whoever keeps the playbook can bring it back.</source>
   <translation>Der Hinweis „{title}“ war nur in {right} von {all} Bewertungen richtig und wird nicht mehr gezeigt. Wer das Playbook pflegt, kann ihn zurückholen.</translation>
  </message>
 </context>
 <context>
  <name>CallDelegate</name>
  <message>
   <source>for {lead}</source>
   <translation>für {lead}</translation>
  </message>
  <message>
   <source>reviewed</source>
   <translation>geprüft</translation>
  </message>
 </context>
 <context>
  <name>CallDesk</name>
  <message>
   <source>A word for the flag (optional)</source>
   <translation>Ein Wort zur Markierung (freiwillig)</translation>
  </message>
  <message>
   <source>Ask a lead</source>
   <translation>Teamleitung fragen</translation>
  </message>
  <message>
   <source>Ask a lead for help</source>
   <translation>Teamleitung um Hilfe bitten</translation>
  </message>
  <message>
   <source>Enter keeps it, Shift+Enter begins a new line</source>
   <translation>Enter bewahrt sie auf, Umschalt+Enter beginnt eine neue Zeile</translation>
  </message>
  <message>
   <source>Flag this moment</source>
   <translation>Diesen Moment markieren</translation>
  </message>
  <message>
   <source>Note on this call</source>
   <translation>Notiz zu diesem Gespräch</translation>
  </message>
  <message>
   <source>Take it back: no lead is needed any more</source>
   <translation>Zurücknehmen: keine Teamleitung mehr nötig</translation>
  </message>
  <message>
   <source>Write a note on this call</source>
   <translation>Eine Notiz zu diesem Gespräch schreiben</translation>
  </message>
  <message>
   <source>⚑ Flag</source>
   <translation>⚑ Marke</translation>
  </message>
  <message>
   <source>⚑ {at}</source>
   <translation>⚑ {at}</translation>
  </message>
  <message>
   <source>✎ Note</source>
   <translation>✎ Notiz</translation>
  </message>
  <message>
   <source>✎ Note ✓</source>
   <translation>✎ Notiz ✓</translation>
  </message>
  <message>
   <source>✓ Lead asked</source>
   <translation>✓ Leitung gefragt</translation>
  </message>
 </context>
 <context>
  <name>CallListModel</name>
  <message>
   <source>reviewed</source>
   <translation>geprüft</translation>
  </message>
  <message>
   <source>…</source>
   <translation>…</translation>
  </message>
 </context>
 <context>
  <name>CallPlot</name>
  <message numerus="yes">
   <source>%n moment(s) to look at; the arrow keys move by five seconds</source>
   <translation>
    <numerusform>%n Moment anzusehen; die Pfeiltasten gehen fünf Sekunden weiter</numerusform>
    <numerusform>%n Momente anzusehen; die Pfeiltasten gehen fünf Sekunden weiter</numerusform>
   </translation>
  </message>
  <message>
   <source>Customer feeling</source>
   <translation>Stimmung des Kunden</translation>
  </message>
  <message>
   <source>Time axis of the call</source>
   <translation>Zeitachse des Gesprächs</translation>
  </message>
  <message>
   <source>pivot down: {words}</source>
   <translation>Wende nach unten: {words}</translation>
  </message>
  <message>
   <source>pivot up: {words}</source>
   <translation>Wende nach oben: {words}</translation>
  </message>
 </context>
 <context>
  <name>CallSide</name>
  <message numerus="yes">
   <source>%n call(s)</source>
   <translation>
    <numerusform>%n Gespräch</numerusform>
    <numerusform>%n Gespräche</numerusform>
   </translation>
  </message>
  <message>
   <source>Calls</source>
   <translation>Gespräche</translation>
  </message>
  <message>
   <source>Calls of this computer</source>
   <translation>Anrufe dieses Computers</translation>
  </message>
  <message>
   <source>Team database {place}</source>
   <translation>Team-Datenbank {place}</translation>
  </message>
  <message>
   <source>This computer, and team folder {place}</source>
   <translation>Dieser Computer und Team-Ordner {place}</translation>
  </message>
 </context>
 <context>
  <name>CallStrip</name>
  <message>
   <source>{now} of {length}</source>
   <translation>{now} von {length}</translation>
  </message>
 </context>
 <context>
  <name>CallView</name>
  <message>
   <source>Fetching the sound: {percent} %</source>
   <translation>Ton wird geholt: {percent} %</translation>
  </message>
  <message>
   <source>Next moment</source>
   <translation>Nächster Moment</translation>
  </message>
  <message>
   <source>No sound was kept of this call; the cursor still walks with it.</source>
   <translation>Von diesem Gespräch wurde kein Ton aufbewahrt; der Zeiger geht trotzdem mit.</translation>
  </message>
  <message>
   <source>Pause</source>
   <translation>Pause</translation>
  </message>
  <message>
   <source>Play</source>
   <translation>Abspielen</translation>
  </message>
  <message>
   <source>Skip silence</source>
   <translation>Stille überspringen</translation>
  </message>
  <message>
   <source>Speed {speed}</source>
   <translation>Tempo {speed}</translation>
  </message>
  <message>
   <source>The sound ({size} MB) is fetched when you play it.</source>
   <translation>Der Ton ({size} MB) wird beim Abspielen geholt.</translation>
  </message>
  <message>
   <source>unknown agent</source>
   <translation>Agent unbekannt</translation>
  </message>
  <message>
   <source>with {agent}, {when}, {length}</source>
   <translation>mit {agent}, {when}, {length}</translation>
  </message>
 </context>
 <context>
  <name>CallerName</name>
  <message>
   <source>A name is taken during a call only.</source>
   <translation>Ein Name wird nur während eines Gesprächs übernommen.</translation>
  </message>
  <message>
   <source>Neither the softphone's window nor the clipboard holds a name.</source>
   <translation>Weder das Fenster des Softphones noch die Zwischenablage enthält einen Namen.</translation>
  </message>
  <message>
   <source>The clipboard holds no name. Copy one, or set “name_pattern” to have it read from the softphone's window.</source>
   <translation>Die Zwischenablage enthält keinen Namen. Kopieren Sie einen oder setzen Sie „name_pattern“, damit er aus dem Fenster des Softphones gelesen wird.</translation>
  </message>
 </context>
 <context>
  <name>Causes</name>
  <message>
   <source>Calls of: {names}</source>
   <translation>Gespräche von: {names}</translation>
  </message>
  <message>
   <source>Calls to look at</source>
   <translation>Gespräche zum Ansehen</translation>
  </message>
  <message>
   <source>Causes</source>
   <translation>Ursachen</translation>
  </message>
  <message>
   <source>In their words</source>
   <translation>In ihren Worten</translation>
  </message>
  <message>
   <source>Look back further, or come again when calls were stored.</source>
   <translation>Blicken Sie weiter zurück, oder kommen Sie wieder, wenn Gespräche gespeichert sind.</translation>
  </message>
  <message>
   <source>No call in these days</source>
   <translation>Kein Gespräch in diesen Tagen</translation>
  </message>
  <message>
   <source>No cause was named</source>
   <translation>Keine Ursache wurde genannt</translation>
  </message>
  <message>
   <source>No customer of these calls said why in words we know; look back further.</source>
   <translation>Kein Kunde dieser Gespräche sagte den Grund in bekannten Worten; blicken Sie weiter zurück.</translation>
  </message>
  <message>
   <source>No words are kept of these calls.</source>
   <translation>Von diesen Gesprächen sind keine Worte aufbewahrt.</translation>
  </message>
  <message>
   <source>Open this call</source>
   <translation>Dieses Gespräch öffnen</translation>
  </message>
  <message>
   <source>Unknown caller</source>
   <translation>Unbekannt</translation>
  </message>
  <message>
   <source>Why customers call</source>
   <translation>Warum Kunden anrufen</translation>
  </message>
  <message>
   <source>at risk</source>
   <translation>gefährdet</translation>
  </message>
  <message>
   <source>{now}, {share} % of {calls} before: {change}.</source>
   <translation>{now}, davor {share} % von {calls}: {change}.</translation>
  </message>
  <message>
   <source>{now}; no call was stored in as many days before.</source>
   <translation>{now}; aus ebenso vielen Tagen davor ist kein Gespräch gespeichert.</translation>
  </message>
  <message>
   <source>{share} % of {calls} calls</source>
   <translation>{share} % von {calls} Gesprächen</translation>
  </message>
  <message>
   <source>“{words}”</source>
   <translation>„{words}“</translation>
  </message>
 </context>
 <context>
  <name>ChecklistModel</name>
  <message>
   <source>Feeling named</source>
   <translation>Gefühl benannt</translation>
  </message>
  <message>
   <source>Name used</source>
   <translation>Name genannt</translation>
  </message>
  <message>
   <source>Problem confirmed</source>
   <translation>Anliegen bestätigt</translation>
  </message>
  <message>
   <source>Thanked</source>
   <translation>Gedankt</translation>
  </message>
  <message>
   <source>Time promised</source>
   <translation>Zeit zugesagt</translation>
  </message>
  <message>
   <source>Took ownership</source>
   <translation>Übernommen</translation>
  </message>
  <message>
   <source>done</source>
   <translation>erledigt</translation>
  </message>
  <message>
   <source>not yet</source>
   <translation>noch nicht</translation>
  </message>
  <message>
   <source>{item}, {count}×</source>
   <translation>{item}, {count}×</translation>
  </message>
 </context>
 <context>
  <name>ChecklistSection</name>
  <message>
   <source>{done} of {all}</source>
   <translation>{done} von {all}</translation>
  </message>
 </context>
 <context>
  <name>ChoosePage</name>
  <message>
   <source>Calls, newest first</source>
   <translation>Gespräche, neueste zuerst</translation>
  </message>
  <message>
   <source>Customer without a name</source>
   <translation>Kunde ohne Namen</translation>
  </message>
  <message>
   <source>No problem was stated</source>
   <translation>Kein Anliegen genannt</translation>
  </message>
  <message>
   <source>Practise with a call</source>
   <translation>Mit einem Gespräch üben</translation>
  </message>
  <message>
   <source>Start</source>
   <translation>Beginnen</translation>
  </message>
  <message>
   <source>The demo call
A router that has been down since Monday</source>
   <translation>Das Beispielgespräch
Ein Router, der seit Montag nicht geht</translation>
  </message>
  <message>
   <source>You see the call as it went, its prompts hidden. Say where you would act; afterwards you see what was there to be met.</source>
   <translation>Sie sehen das Gespräch, wie es lief, ohne die Hinweise. Sagen Sie, wo Sie handeln würden; danach sehen Sie, was zu tun gewesen wäre.</translation>
  </message>
 </context>
 <context>
  <name>ChordControl</name>
  <message>
   <source>Clear</source>
   <translation>Leeren</translation>
  </message>
  <message>
   <source>Press the keys you want; Delete takes them away</source>
   <translation>Drücken Sie die gewünschten Tasten; Entf nimmt sie weg</translation>
  </message>
 </context>
 <context>
  <name>ConditionEditor</name>
  <message>
   <source>Add a condition</source>
   <translation>Bedingung hinzufügen</translation>
  </message>
  <message>
   <source>Says more than the form can show; change it as text.</source>
   <translation>Sagt mehr, als das Formular zeigen kann; ändern Sie es als Text.</translation>
  </message>
  <message>
   <source>Show as text</source>
   <translation>Als Text zeigen</translation>
  </message>
  <message>
   <source>all of these</source>
   <translation>alle von diesen</translation>
  </message>
  <message>
   <source>any of these</source>
   <translation>eine von diesen</translation>
  </message>
  <message>
   <source>{name} as text</source>
   <translation>{name} als Text</translation>
  </message>
  <message>
   <source>{name}: all or any</source>
   <translation>{name}: alle oder eine</translation>
  </message>
 </context>
 <context>
  <name>ConditionRowEditor</name>
  <message>
   <source> s</source>
   <translation> s</translation>
  </message>
  <message>
   <source>At least; 0 for any</source>
   <translation>Mindestens; 0 für beliebig</translation>
  </message>
  <message>
   <source>Other</source>
   <translation>Anderes</translation>
  </message>
  <message>
   <source>Remove this condition</source>
   <translation>Diese Bedingung entfernen</translation>
  </message>
  <message>
   <source>Seconds</source>
   <translation>Sekunden</translation>
  </message>
  <message>
   <source>Since</source>
   <translation>Seit</translation>
  </message>
  <message>
   <source>The agent's words</source>
   <translation>Worte des Agenten</translation>
  </message>
  <message>
   <source>The customer's words</source>
   <translation>Worte des Kunden</translation>
  </message>
  <message>
   <source>What is asked</source>
   <translation>Wonach gefragt wird</translation>
  </message>
  <message>
   <source>What is found</source>
   <translation>Was gefunden wird</translation>
  </message>
  <message>
   <source>When it counts</source>
   <translation>Wann es zählt</translation>
  </message>
  <message>
   <source>Which</source>
   <translation>Welche</translation>
  </message>
  <message>
   <source>Who</source>
   <translation>Wer</translation>
  </message>
  <message>
   <source>Words to listen for, or seconds</source>
   <translation>Worte, auf die geachtet wird, oder Sekunden</translation>
  </message>
  <message>
   <source>agent</source>
   <translation>Agent</translation>
  </message>
  <message>
   <source>any</source>
   <translation>beliebig</translation>
  </message>
  <message>
   <source>at least </source>
   <translation>mindestens </translation>
  </message>
  <message>
   <source>can be heard:</source>
   <translation>ist zu hören:</translation>
  </message>
  <message>
   <source>circumstances:</source>
   <translation>Umstände:</translation>
  </message>
  <message>
   <source>customer</source>
   <translation>Kunde</translation>
  </message>
  <message>
   <source>either</source>
   <translation>einer von beiden</translation>
  </message>
  <message>
   <source>ever in the call</source>
   <translation>irgendwann im Gespräch</translation>
  </message>
  <message>
   <source>is found to</source>
   <translation>zeigt:</translation>
  </message>
  <message>
   <source>it is known:</source>
   <translation>ist bekannt:</translation>
  </message>
  <message>
   <source>not</source>
   <translation>nicht</translation>
  </message>
  <message>
   <source>refund* | money back</source>
   <translation>refund* | money back</translation>
  </message>
  <message>
   <source>right now</source>
   <translation>gerade jetzt</translation>
  </message>
  <message>
   <source>says</source>
   <translation>sagt</translation>
  </message>
  <message>
   <source>seconds</source>
   <translation>Sekunden</translation>
  </message>
  <message>
   <source>seconds into the call, after</source>
   <translation>Sekunden nach Beginn, später als</translation>
  </message>
  <message>
   <source>seconds into the call, before</source>
   <translation>Sekunden nach Beginn, früher als</translation>
  </message>
  <message>
   <source>since</source>
   <translation>seit</translation>
  </message>
  <message>
   <source>the call is in its</source>
   <translation>das Gespräch ist in Phase</translation>
  </message>
  <message>
   <source>timing:</source>
   <translation>zeitlich:</translation>
  </message>
  <message>
   <source>within</source>
   <translation>innerhalb von</translation>
  </message>
 </context>
 <context>
  <name>CountedLine</name>
  <message numerus="yes">
   <source>%n character(s) too long</source>
   <translation>
    <numerusform>%n Zeichen zu lang</numerusform>
    <numerusform>%n Zeichen zu lang</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>CueMark</name>
  <message>
   <source>Prompt: {headline}. Open the sidebar</source>
   <translation>Hinweis: {headline}. Seitenleiste öffnen</translation>
  </message>
 </context>
 <context>
  <name>CueRow</name>
  <message>
   <source>Prompt</source>
   <translation>Hinweis</translation>
  </message>
  <message>
   <source>Right</source>
   <translation>Richtig</translation>
  </message>
  <message>
   <source>Wrong</source>
   <translation>Falsch</translation>
  </message>
 </context>
 <context>
  <name>DevicePage</name>
  <message>
   <source>Level of {device}</source>
   <translation>Pegel von {device}</translation>
  </message>
  <message>
   <source>Set by your administrator</source>
   <translation>Von Ihrer Administration festgelegt</translation>
  </message>
  <message>
   <source>Speak, and let something play in your headset: the bars show what hears it.</source>
   <translation>Sprechen Sie und lassen Sie etwas im Headset abspielen: Die Balken zeigen, was es hört.</translation>
  </message>
  <message>
   <source>What you hear: there the customer is listened to</source>
   <translation>Was Sie hören: Dort wird dem Kunden zugehört</translation>
  </message>
  <message>
   <source>Your headset</source>
   <translation>Ihr Headset</translation>
  </message>
  <message>
   <source>Your microphone</source>
   <translation>Ihr Mikrofon</translation>
  </message>
 </context>
 <context>
  <name>Drivers</name>
  <message>
   <source>access</source>
   <translation>Zugang</translation>
  </message>
  <message>
   <source>billing</source>
   <translation>Rechnung</translation>
  </message>
  <message>
   <source>called before</source>
   <translation>rief schon an</translation>
  </message>
  <message>
   <source>cancellation</source>
   <translation>Kündigung</translation>
  </message>
  <message>
   <source>delivery</source>
   <translation>Lieferung</translation>
  </message>
  <message>
   <source>fault</source>
   <translation>Störung</translation>
  </message>
  <message>
   <source>how they were treated</source>
   <translation>wie man sie behandelt hat</translation>
  </message>
  <message>
   <source>nobody told them</source>
   <translation>niemand sagte Bescheid</translation>
  </message>
  <message>
   <source>policy</source>
   <translation>Vorschrift</translation>
  </message>
  <message>
   <source>price</source>
   <translation>Preis</translation>
  </message>
  <message>
   <source>quality</source>
   <translation>Qualität</translation>
  </message>
  <message>
   <source>security</source>
   <translation>Sicherheit</translation>
  </message>
  <message>
   <source>waiting</source>
   <translation>Warten</translation>
  </message>
 </context>
 <context>
  <name>FactBox</name>
  <message>
   <source>Found at {time}</source>
   <translation>Gefunden bei {time}</translation>
  </message>
  <message>
   <source>Found at {time}; missed: {names}</source>
   <translation>Gefunden bei {time}; verpasst: {names}</translation>
  </message>
  <message>
   <source>Missed …</source>
   <translation>Verpasst …</translation>
  </message>
  <message>
   <source>Nothing found at {time}</source>
   <translation>Nichts gefunden bei {time}</translation>
  </message>
  <message>
   <source>Something was said in this line and not detected</source>
   <translation>In dieser Zeile wurde etwas gesagt und nicht erkannt</translation>
  </message>
 </context>
 <context>
  <name>FactRow</name>
  <message>
   <source>How sure the recognizer is of these words, at the least: {percent} %</source>
   <translation>Wie sicher die Erkennung dieser Worte mindestens ist: {percent} %</translation>
  </message>
  <message>
   <source>Right</source>
   <translation>Richtig</translation>
  </message>
  <message>
   <source>Wrong</source>
   <translation>Falsch</translation>
  </message>
  <message>
   <source>heard {percent} %</source>
   <translation>gehört {percent} %</translation>
  </message>
 </context>
 <context>
  <name>FarEndPage</name>
  <message>
   <source>A rising sound is played in your headset, and listened for where the customer's voice will be taken from.</source>
   <translation>Ein ansteigender Ton wird in Ihrem Headset abgespielt und dort gesucht, wo die Stimme des Kunden herkommen wird.</translation>
  </message>
  <message>
   <source>Did you hear it in your headset?</source>
   <translation>Haben Sie ihn im Headset gehört?</translation>
  </message>
  <message>
   <source>Is the customer heard?</source>
   <translation>Ist der Kunde zu hören?</translation>
  </message>
  <message>
   <source>No</source>
   <translation>Nein</translation>
  </message>
  <message>
   <source>Play the sound</source>
   <translation>Ton abspielen</translation>
  </message>
  <message>
   <source>Playing…</source>
   <translation>Spielt ab …</translation>
  </message>
  <message>
   <source>Then the sound goes to an output you do not wear: make the headset your output in the system's sound settings, or go back and choose its device.</source>
   <translation>Dann geht der Ton an einen Ausgang, den Sie nicht tragen: Machen Sie das Headset in den Toneinstellungen des Systems zum Ausgang oder gehen Sie zurück und wählen Sie sein Gerät.</translation>
  </message>
  <message>
   <source>Yes</source>
   <translation>Ja</translation>
  </message>
 </context>
 <context>
  <name>FeelingCurve</name>
  <message>
   <source>Feeling over the call, turning points: {count}</source>
   <translation>Stimmung im Gespräch, Wendepunkte: {count}</translation>
  </message>
 </context>
 <context>
  <name>FeelingMark</name>
  <message>
   <source>No feeling heard yet</source>
   <translation>Noch keine Stimmung gehört</translation>
  </message>
 </context>
 <context>
  <name>FileControl</name>
  <message>
   <source>Choose…</source>
   <translation>Auswählen …</translation>
  </message>
  <message>
   <source>Opens a list of files</source>
   <translation>Öffnet eine Dateiliste</translation>
  </message>
 </context>
 <context>
  <name>FilterBar</name>
  <message>
   <source>Any agent</source>
   <translation>Alle Agenten</translation>
  </message>
  <message>
   <source>Any outcome</source>
   <translation>Jedes Ergebnis</translation>
  </message>
  <message>
   <source>Any reason</source>
   <translation>Jeder Grund</translation>
  </message>
  <message>
   <source>Any time</source>
   <translation>Jede Zeit</translation>
  </message>
  <message>
   <source>Forget</source>
   <translation>Vergessen</translation>
  </message>
  <message>
   <source>Last 30 days</source>
   <translation>Letzte 30 Tage</translation>
  </message>
  <message>
   <source>Last 90 days</source>
   <translation>Letzte 90 Tage</translation>
  </message>
  <message>
   <source>Name for this filter</source>
   <translation>Name für diesen Filter</translation>
  </message>
  <message>
   <source>Only calls nobody has reviewed yet</source>
   <translation>Nur Gespräche, die noch niemand geprüft hat</translation>
  </message>
  <message>
   <source>Outcome</source>
   <translation>Ergebnis</translation>
  </message>
  <message>
   <source>Reason</source>
   <translation>Grund</translation>
  </message>
  <message>
   <source>Save this filter as …</source>
   <translation>Filter sichern als …</translation>
  </message>
  <message>
   <source>Saved</source>
   <translation>Gesichert</translation>
  </message>
  <message>
   <source>This week</source>
   <translation>Diese Woche</translation>
  </message>
  <message>
   <source>To review</source>
   <translation>Zu prüfen</translation>
  </message>
  <message>
   <source>Today</source>
   <translation>Heute</translation>
  </message>
 </context>
 <context>
  <name>FirstRun</name>
  <message>
   <source>Callers get no notice: clear with your lead that they may be transcribed, or switch private mode on in the settings.</source>
   <translation>Anrufer erhalten keinen Hinweis: Klären Sie mit Ihrer Teamleitung, dass mitgeschrieben werden darf, oder schalten Sie in den Einstellungen den privaten Modus ein.</translation>
  </message>
  <message>
   <source>Callers know that they are transcribed: {how}.</source>
   <translation>Anrufer wissen, dass mitgeschrieben wird: {how}.</translation>
  </message>
  <message>
   <source>Calls are heard with the starter model, which is for trying out; choose a better one for real calls.</source>
   <translation>Gespräche werden mit dem Startmodell gehört, das zum Ausprobieren ist; wählen Sie für echte Gespräche ein besseres.</translation>
  </message>
  <message>
   <source>Calls are heard with {model}.</source>
   <translation>Gespräche werden mit {model} gehört.</translation>
  </message>
  <message>
   <source>It is not answered yet what notice callers get.</source>
   <translation>Noch nicht beantwortet: welchen Hinweis Anrufer erhalten.</translation>
  </message>
  <message>
   <source>Nothing came back: on this device the customer cannot be heard.</source>
   <translation>Nichts kam zurück: Auf diesem Gerät ist der Kunde nicht zu hören.</translation>
  </message>
  <message>
   <source>Other sound came back, but not this one: choose another device for the customer, or turn up the output.</source>
   <translation>Anderer Ton kam zurück, aber nicht dieser: Wählen Sie ein anderes Gerät für den Kunden oder drehen Sie den Ausgang auf.</translation>
  </message>
  <message>
   <source>The customer cannot be heard on {device}.</source>
   <translation>Der Kunde ist auf {device} nicht zu hören.</translation>
  </message>
  <message>
   <source>The customer is heard on {device}, but that is not the headset you wear: choose it as your output, or choose its device for the customer.</source>
   <translation>Der Kunde ist auf {device} zu hören, aber das ist nicht das Headset, das Sie tragen: Wählen Sie dieses als Ausgang oder sein Gerät für den Kunden.</translation>
  </message>
  <message>
   <source>The customer is heard on {device}.</source>
   <translation>Der Kunde ist auf {device} zu hören.</translation>
  </message>
  <message>
   <source>The customer is heard on {device}; that was not tried.</source>
   <translation>Der Kunde wird auf {device} gehört; das wurde nicht erprobt.</translation>
  </message>
  <message>
   <source>The sound came back: what is played there is heard as the customer.</source>
   <translation>Der Ton kam zurück: Was dort abgespielt wird, wird als Kunde gehört.</translation>
  </message>
  <message>
   <source>The speech model {model} is not here; choose another.</source>
   <translation>Das Sprachmodell {model} ist nicht da; wählen Sie ein anderes.</translation>
  </message>
  <message>
   <source>There is no device on which the customer can be heard.</source>
   <translation>Es gibt kein Gerät, auf dem der Kunde zu hören wäre.</translation>
  </message>
  <message>
   <source>There is no microphone; plug in the headset.</source>
   <translation>Kein Mikrofon da; stecken Sie das Headset ein.</translation>
  </message>
  <message>
   <source>With a desk phone, or where the call runs on another computer (remote desktop), the customer's voice does not pass through this one: only your side can be heard, and prompts that need the customer's words stay away.</source>
   <translation>Bei einem Tischtelefon oder wenn das Gespräch auf einem anderen Computer läuft (Remotedesktop), kommt die Stimme des Kunden hier nicht vorbei: Nur Ihre Seite ist zu hören, und Hinweise, die die Worte des Kunden brauchen, bleiben aus.</translation>
  </message>
  <message>
   <source>You are heard on {device}: “{words}”.</source>
   <translation>Sie sind auf {device} zu hören: „{words}“.</translation>
  </message>
  <message>
   <source>You are heard on {device}; no sentence was tried.</source>
   <translation>Sie werden auf {device} gehört; kein Satz wurde erprobt.</translation>
  </message>
  <message>
   <source>Your calls are heard in {language}, and prompts come in {language}: the language of your customers, not that of these windows.</source>
   <translation>Gehört wird {language}, und Hinweise kommen auf {language}: in der Sprache Ihrer Kunden, nicht in der dieser Fenster.</translation>
  </message>
 </context>
 <context>
  <name>FirstRunWindow</name>
  <message>
   <source>Back</source>
   <translation>Zurück</translation>
  </message>
  <message>
   <source>Does not come up again; the settings can start it</source>
   <translation>Kommt nicht wieder; die Einstellungen können es starten</translation>
  </message>
  <message>
   <source>Done</source>
   <translation>Fertig</translation>
  </message>
  <message>
   <source>Enter</source>
   <translation>Enter</translation>
  </message>
  <message>
   <source>Goes on here at the next start</source>
   <translation>Geht beim nächsten Start hier weiter</translation>
  </message>
  <message>
   <source>Later</source>
   <translation>Später</translation>
  </message>
  <message>
   <source>Next</source>
   <translation>Weiter</translation>
  </message>
  <message>
   <source>Set up Call Assist</source>
   <translation>Call Assist einrichten</translation>
  </message>
  <message>
   <source>Skip all</source>
   <translation>Alles überspringen</translation>
  </message>
  <message>
   <source>Step {number} of {count}</source>
   <translation>Schritt {number} von {count}</translation>
  </message>
 </context>
 <context>
  <name>FollowUpBanner</name>
  <message>
   <source>Done</source>
   <translation>Fertig</translation>
  </message>
  <message>
   <source>Done: this promise is kept</source>
   <translation>Erledigt: Diese Zusage ist gehalten</translation>
  </message>
  <message>
   <source>Later</source>
   <translation>Später</translation>
  </message>
  <message numerus="yes">
   <source>Remind me again in %n minute(s)</source>
   <translation>
    <numerusform>In %n Minute erneut erinnern</numerusform>
    <numerusform>In %n Minuten erneut erinnern</numerusform>
   </translation>
  </message>
  <message>
   <source>{first} {count} more are due.</source>
   <translation>{first} {count} weitere sind fällig.</translation>
  </message>
 </context>
 <context>
  <name>FollowUps</name>
  <message numerus="yes">
   <source>%n overdue</source>
   <translation>
    <numerusform>%n überfällig</numerusform>
    <numerusform>%n überfällig</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n promise(s) to keep</source>
   <translation>
    <numerusform>%n Zusage einzuhalten</numerusform>
    <numerusform>%n Zusagen einzuhalten</numerusform>
   </translation>
  </message>
  <message>
   <source>Everybody</source>
   <translation>Alle</translation>
  </message>
  <message>
   <source>Follow-ups</source>
   <translation>Zusagen</translation>
  </message>
  <message>
   <source>Mark as kept</source>
   <translation>Als eingehalten markieren</translation>
  </message>
  <message>
   <source>No promise waits to be kept</source>
   <translation>Keine Zusage ist offen</translation>
  </message>
  <message>
   <source>Not kept after all</source>
   <translation>Doch nicht eingehalten</translation>
  </message>
  <message>
   <source>Open this call</source>
   <translation>Dieses Gespräch öffnen</translation>
  </message>
  <message>
   <source>Overdue only</source>
   <translation>Nur überfällige</translation>
  </message>
  <message>
   <source>Promises to keep</source>
   <translation>Einzuhaltende Zusagen</translation>
  </message>
  <message>
   <source>The promises cannot be read</source>
   <translation>Die Zusagen lassen sich nicht lesen</translation>
  </message>
  <message>
   <source>Unknown caller</source>
   <translation>Unbekannt</translation>
  </message>
  <message>
   <source>What agents promise a customer for a time stands here until it is kept.</source>
   <translation>Was Mitarbeiter Kunden für einen Zeitpunkt zusagen, steht hier, bis es eingehalten ist.</translation>
  </message>
  <message>
   <source>Whose promises</source>
   <translation>Wessen Zusagen</translation>
  </message>
  <message>
   <source>due {moment}</source>
   <translation>fällig {moment}</translation>
  </message>
  <message>
   <source>kept</source>
   <translation>eingehalten</translation>
  </message>
  <message numerus="yes">
   <source>overdue %n day(s)</source>
   <translation>
    <numerusform>%n Tag überfällig</numerusform>
    <numerusform>%n Tage überfällig</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>overdue %n hour(s)</source>
   <translation>
    <numerusform>%n Stunde überfällig</numerusform>
    <numerusform>%n Stunden überfällig</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>overdue %n minute(s)</source>
   <translation>
    <numerusform>%n Minute überfällig</numerusform>
    <numerusform>%n Minuten überfällig</numerusform>
   </translation>
  </message>
  <message>
   <source>what was promised is not shared</source>
   <translation>was zugesagt wurde, wird nicht geteilt</translation>
  </message>
  <message>
   <source>{count} due</source>
   <translation>{count} fällig</translation>
  </message>
  <message>
   <source>{count} overdue</source>
   <translation>{count} überfällig</translation>
  </message>
 </context>
 <context>
  <name>Footer</name>
  <message>
   <source>Both silent</source>
   <translation>Beide still</translation>
  </message>
  <message>
   <source>Comparison call: prompts are kept back to measure what they change</source>
   <translation>Vergleichsgespräch: Hinweise werden zurückgehalten, um ihre Wirkung zu messen</translation>
  </message>
  <message>
   <source>Comparison call: some prompts are kept back to measure them</source>
   <translation>Vergleichsgespräch: Einige Hinweise werden zurückgehalten, um sie zu messen</translation>
  </message>
  <message>
   <source>Customer</source>
   <translation>Kunde</translation>
  </message>
  <message>
   <source>Customer not heard, prompts rest</source>
   <translation>Kunde nicht zu hören, Hinweise ruhen</translation>
  </message>
  <message>
   <source>End</source>
   <translation>Ende</translation>
  </message>
  <message>
   <source>End the call and wrap up</source>
   <translation>Gespräch beenden und nachbereiten</translation>
  </message>
  <message>
   <source>For a card number for instance</source>
   <translation>Zum Beispiel für eine Kartennummer</translation>
  </message>
  <message>
   <source>Hear the customer's side again</source>
   <translation>Den Kunden wieder hören</translation>
  </message>
  <message>
   <source>Hear your side again</source>
   <translation>Sie wieder hören</translation>
  </message>
  <message>
   <source>Leads see it</source>
   <translation>Leitung sieht es</translation>
  </message>
  <message>
   <source>Local only</source>
   <translation>Nur lokal</translation>
  </message>
  <message>
   <source>Mute the customer's side</source>
   <translation>Den Kunden stummschalten</translation>
  </message>
  <message>
   <source>Mute your side</source>
   <translation>Ihre Seite stummschalten</translation>
  </message>
  <message>
   <source>Pause</source>
   <translation>Pause</translation>
  </message>
  <message>
   <source>Pause listening</source>
   <translation>Zuhören anhalten</translation>
  </message>
  <message>
   <source>Private · {silent}</source>
   <translation>Privat · {silent}</translation>
  </message>
  <message>
   <source>Private: not kept</source>
   <translation>Privat: nichts bleibt</translation>
  </message>
  <message>
   <source>Resume</source>
   <translation>Fortsetzen</translation>
  </message>
  <message>
   <source>Resume listening</source>
   <translation>Weiter zuhören</translation>
  </message>
  <message>
   <source>Seen · {silent}</source>
   <translation>Sichtbar · {silent}</translation>
  </message>
  <message>
   <source>Sound and words never leave this computer</source>
   <translation>Ton und Worte verlassen diesen Computer nie</translation>
  </message>
  <message>
   <source>The customer's side is muted, prompts on it rest</source>
   <translation>Kunde stumm, Hinweise dazu ruhen</translation>
  </message>
  <message>
   <source>The customer's words come {seconds} s late</source>
   <translation>Die Worte des Kunden kommen {seconds} s zu spät</translation>
  </message>
  <message>
   <source>You</source>
   <translation>Sie</translation>
  </message>
  <message>
   <source>You are not heard, prompts rest</source>
   <translation>Sie sind nicht zu hören, Hinweise ruhen</translation>
  </message>
  <message>
   <source>Your side is muted, prompts on it rest</source>
   <translation>Ihre Seite ist stumm, Hinweise dazu ruhen</translation>
  </message>
  <message>
   <source>Your words come {seconds} s late</source>
   <translation>Ihre Worte kommen {seconds} s zu spät</translation>
  </message>
  <message>
   <source>{keys}, for a card number for instance</source>
   <translation>{keys}, zum Beispiel für eine Kartennummer</translation>
  </message>
  <message>
   <source>{name}: heard</source>
   <translation>{name}: zu hören</translation>
  </message>
  <message>
   <source>{name}: muted</source>
   <translation>{name}: stumm</translation>
  </message>
  <message>
   <source>{name}: not heard</source>
   <translation>{name}: nicht zu hören</translation>
  </message>
  <message>
   <source>{name}: silent</source>
   <translation>{name}: still</translation>
  </message>
  <message>
   <source>{seconds} s of the customer's sound was lost</source>
   <translation>{seconds} s Ton des Kunden gingen verloren</translation>
  </message>
  <message>
   <source>{seconds} s of your sound was lost</source>
   <translation>{seconds} s Ihres Tons gingen verloren</translation>
  </message>
 </context>
 <context>
  <name>FormPage</name>
  <message>
   <source>Id</source>
   <translation>Kennung</translation>
  </message>
  <message>
   <source>More</source>
   <translation>Mehr</translation>
  </message>
  <message>
   <source>Other keys as text</source>
   <translation>Andere Schlüssel als Text</translation>
  </message>
  <message>
   <source>Title</source>
   <translation>Titel</translation>
  </message>
 </context>
 <context>
  <name>Header</name>
  <message>
   <source>Call ended</source>
   <translation>Gespräch beendet</translation>
  </message>
  <message>
   <source>Close the sidebar</source>
   <translation>Seitenleiste schließen</translation>
  </message>
  <message>
   <source>Demo call</source>
   <translation>Beispielgespräch</translation>
  </message>
  <message>
   <source>Hears both sides, on this computer only</source>
   <translation>Hört beide Seiten, nur auf diesem Computer</translation>
  </message>
  <message>
   <source>Menu</source>
   <translation>Menü</translation>
  </message>
  <message>
   <source>No call</source>
   <translation>Kein Gespräch</translation>
  </message>
  <message>
   <source>On a call</source>
   <translation>Im Gespräch</translation>
  </message>
  <message>
   <source>Paused</source>
   <translation>Angehalten</translation>
  </message>
  <message>
   <source>Paused for card details</source>
   <translation>Pausiert für Kartendaten</translation>
  </message>
  <message>
   <source>Recording</source>
   <translation>Aufnahme</translation>
  </message>
  <message>
   <source>The customer's name</source>
   <translation>Name des Kunden</translation>
  </message>
  <message>
   <source>ending</source>
   <translation>endet</translation>
  </message>
  <message>
   <source>◷ {count} due</source>
   <translation>◷ {count} fällig</translation>
  </message>
  <message>
   <source>⚑ flagged: {count}</source>
   <translation>⚑ markiert: {count}</translation>
  </message>
 </context>
 <context>
  <name>IdlePage</name>
  <message>
   <source>Edit the rules</source>
   <translation>Regeln bearbeiten</translation>
  </message>
  <message>
   <source>Listens to your headset, both sides</source>
   <translation>Hört Ihr Headset, beide Seiten</translation>
  </message>
  <message>
   <source>Loading</source>
   <translation>Lädt</translation>
  </message>
  <message>
   <source>Loading {model}. This takes a few seconds.</source>
   <translation>Lädt {model}. Das dauert ein paar Sekunden.</translation>
  </message>
  <message>
   <source>No call</source>
   <translation>Kein Gespräch</translation>
  </message>
  <message>
   <source>No speech model could be loaded, so nothing can be heard. Install or choose one; 'assist models' in a terminal does the same.</source>
   <translation>Kein Sprachmodell ließ sich laden, also ist nichts zu hören. Installieren oder wählen Sie eines; „assist models“ im Terminal tut dasselbe.</translation>
  </message>
  <message>
   <source>Not ready to listen</source>
   <translation>Nicht bereit zum Zuhören</translation>
  </message>
  <message>
   <source>Opens the rule editor in its own window</source>
   <translation>Öffnet den Regeleditor in einem eigenen Fenster</translation>
  </message>
  <message>
   <source>Play the demo call</source>
   <translation>Beispielgespräch abspielen</translation>
  </message>
  <message>
   <source>Set up…</source>
   <translation>Einrichten …</translation>
  </message>
  <message>
   <source>Start listening</source>
   <translation>Zuhören beginnen</translation>
  </message>
  <message>
   <source>Starting</source>
   <translation>Startet</translation>
  </message>
  <message>
   <source>The part that listens is being started.</source>
   <translation>Der Teil, der zuhört, wird gestartet.</translation>
  </message>
  <message>
   <source>When a customer is on the line, start listening. Prompts come up here while there is still time to act.</source>
   <translation>Beginnen Sie mit dem Zuhören, sobald ein Kunde in der Leitung ist. Hinweise erscheinen hier, solange noch Zeit zum Handeln ist.</translation>
  </message>
  <message>
   <source>the speech model</source>
   <translation>das Sprachmodell</translation>
  </message>
 </context>
 <context>
  <name>KeyHelp</name>
  <message>
   <source>Keys</source>
   <translation>Tasten</translation>
  </message>
 </context>
 <context>
  <name>Keys</name>
  <message>
   <source>'{text}' is no shortcut, or is used twice; choose another in the settings.</source>
   <translation>„{text}“ ist kein Tastenkürzel oder doppelt vergeben; wählen Sie ein anderes in den Einstellungen.</translation>
  </message>
  <message>
   <source>Another program holds {keys}; use the buttons, or choose another key in the settings.</source>
   <translation>Ein anderes Programm hat {keys} belegt; benutzen Sie die Knöpfe oder wählen Sie in den Einstellungen eine andere Taste.</translation>
  </message>
 </context>
 <context>
  <name>KnowledgePanel</name>
  <message>
   <source>Good to know: {text}</source>
   <translation>Gut zu wissen: {text}</translation>
  </message>
  <message>
   <source>Know</source>
   <translation>Info</translation>
  </message>
 </context>
 <context>
  <name>LabelPicker</name>
  <message>
   <source> +{number}</source>
   <translation> +{number}</translation>
  </message>
  <message>
   <source>choose</source>
   <translation>auswählen</translation>
  </message>
 </context>
 <context>
  <name>Languages</name>
  <message>
   <source>English</source>
   <translation>Englisch</translation>
  </message>
  <message>
   <source>Spanish</source>
   <translation>Spanisch</translation>
  </message>
 </context>
 <context>
  <name>LeadLine</name>
  <message>
   <source>From {lead}</source>
   <translation>Von {lead}</translation>
  </message>
  <message>
   <source>Put the line away</source>
   <translation>Zeile weglegen</translation>
  </message>
 </context>
 <context>
  <name>Leads</name>
  <message>
   <source>Agent asks for help</source>
   <translation>Agent bittet um Hilfe</translation>
  </message>
  <message>
   <source>Asking your leads …</source>
   <translation>Ihre Teamleitung wird gefragt …</translation>
  </message>
  <message>
   <source>Customer at risk</source>
   <translation>Kunde könnte gehen</translation>
  </message>
  <message>
   <source>From {lead}: {text}</source>
   <translation>Von {lead}: {text}</translation>
  </message>
  <message>
   <source>Manager asked for</source>
   <translation>Vorgesetzter verlangt</translation>
  </message>
  <message>
   <source>No team is set up: kept with the call for later.</source>
   <translation>Kein Team eingerichtet: beim Gespräch für später aufbewahrt.</translation>
  </message>
  <message>
   <source>Private call: nobody is told.</source>
   <translation>Privates Gespräch: niemand erfährt davon.</translation>
  </message>
  <message>
   <source>Your leads cannot be reached now; they get it with the call.</source>
   <translation>Ihre Teamleitung ist gerade nicht zu erreichen; sie bekommt es mit dem Gespräch.</translation>
  </message>
  <message>
   <source>Your leads get it with the call, once it is over.</source>
   <translation>Ihre Teamleitung bekommt es mit dem Gespräch, wenn es vorbei ist.</translation>
  </message>
  <message>
   <source>Your leads see that this call needs help.</source>
   <translation>Ihre Teamleitung sieht, dass dieses Gespräch Hilfe braucht.</translation>
  </message>
  <message>
   <source>◉ Watching: {names}</source>
   <translation>◉ Sehen zu: {names}</translation>
  </message>
  <message>
   <source>◉ {name} is watching</source>
   <translation>◉ {name} sieht zu</translation>
  </message>
 </context>
 <context>
  <name>Live</name>
  <message>
   <source>A call appears here when its customer asks for a manager or threatens to leave, or its agent asks for help.</source>
   <translation>Ein Gespräch erscheint hier, wenn der Kunde nach einem Vorgesetzten verlangt oder zu gehen droht oder der Agent um Hilfe bittet.</translation>
  </message>
  <message>
   <source>A promise for {time}</source>
   <translation>Eine Zusage für {time}</translation>
  </message>
  <message>
   <source>A promise with a time</source>
   <translation>Eine Zusage mit Termin</translation>
  </message>
  <message>
   <source>A promise without a time</source>
   <translation>Eine Zusage ohne Termin</translation>
  </message>
  <message>
   <source>Calls that need you now</source>
   <translation>Gespräche, die Sie jetzt brauchen</translation>
  </message>
  <message>
   <source>It is tried again by itself.</source>
   <translation>Es wird von selbst wieder versucht.</translation>
  </message>
  <message>
   <source>Listening is paused</source>
   <translation>Zuhören ist angehalten</translation>
  </message>
  <message>
   <source>Looking for calls that need help …</source>
   <translation>Suche nach Gesprächen, die Hilfe brauchen …</translation>
  </message>
  <message>
   <source>No feeling heard yet</source>
   <translation>Noch keine Stimmung gehört</translation>
  </message>
  <message>
   <source>No live calls here</source>
   <translation>Keine laufenden Gespräche hier</translation>
  </message>
  <message>
   <source>Nobody needs help right now</source>
   <translation>Gerade braucht niemand Hilfe</translation>
  </message>
  <message>
   <source>One line to the agent's sidebar</source>
   <translation>Eine Zeile in die Seitenleiste des Agenten</translation>
  </message>
  <message>
   <source>Promises</source>
   <translation>Zusagen</translation>
  </message>
  <message>
   <source>Prompts shown</source>
   <translation>Gezeigte Hinweise</translation>
  </message>
  <message>
   <source>Send</source>
   <translation>Senden</translation>
  </message>
  <message>
   <source>Sent: {line}</source>
   <translation>Gesendet: {line}</translation>
  </message>
  <message>
   <source>Stop watching</source>
   <translation>Nicht mehr zusehen</translation>
  </message>
  <message>
   <source>The line was not sent: the call needs nobody any more.</source>
   <translation>Die Zeile wurde nicht gesendet: das Gespräch braucht niemanden mehr.</translation>
  </message>
  <message>
   <source>The live board cannot be reached</source>
   <translation>Die Live-Tafel ist nicht zu erreichen</translation>
  </message>
  <message>
   <source>The live board is off</source>
   <translation>Die Live-Tafel ist ausgeschaltet</translation>
  </message>
  <message>
   <source>The team has not turned it on: its administrator does so with “assist team live on”, and agents allow it in their settings.</source>
   <translation>Das Team hat sie nicht eingeschaltet: das macht sein Administrator mit „assist team live on“, und Agenten erlauben es in ihren Einstellungen.</translation>
  </message>
  <message>
   <source>The team's limit keeps what is said on the agent's computer.</source>
   <translation>Nach der Grenze des Teams bleibt das Gesagte auf dem Rechner des Agenten.</translation>
  </message>
  <message>
   <source>Waiting for what is said; it may stay on the agent's computer.</source>
   <translation>Warte auf das Gesagte; vielleicht bleibt es auf dem Rechner des Agenten.</translation>
  </message>
  <message>
   <source>Watch</source>
   <translation>Zusehen</translation>
  </message>
  <message>
   <source>Watching shows more of the call. The agent sees who watches.</source>
   <translation>Wer zusieht, sieht mehr vom Gespräch. Der Agent sieht, wer zusieht.</translation>
  </message>
  <message>
   <source>What is said</source>
   <translation>Was gesagt wird</translation>
  </message>
  <message>
   <source>arrived</source>
   <translation>angekommen</translation>
  </message>
  <message>
   <source>for {minutes} min</source>
   <translation>seit {minutes} min</translation>
  </message>
  <message>
   <source>just now</source>
   <translation>gerade eben</translation>
  </message>
  <message>
   <source>on its way</source>
   <translation>unterwegs</translation>
  </message>
  <message>
   <source>watched by {names}</source>
   <translation>{names} sieht zu</translation>
  </message>
  <message>
   <source>{agent} sees that you are watching.</source>
   <translation>{agent} sieht, dass Sie zusehen.</translation>
  </message>
  <message>
   <source>– {prompt} (not done)</source>
   <translation>– {prompt} (nicht getan)</translation>
  </message>
  <message>
   <source>▸ {prompt} (in view)</source>
   <translation>▸ {prompt} (zu sehen)</translation>
  </message>
  <message>
   <source>● Live</source>
   <translation>● Live</translation>
  </message>
  <message>
   <source>✓ {prompt} (done)</source>
   <translation>✓ {prompt} (getan)</translation>
  </message>
 </context>
 <context>
  <name>MenuPanel</name>
  <message>
   <source>About and licences…</source>
   <translation>Über und Lizenzen …</translation>
  </message>
  <message>
   <source>Collapse to a strip</source>
   <translation>Zum Streifen einklappen</translation>
  </message>
  <message>
   <source>Edit the rules…</source>
   <translation>Regeln bearbeiten …</translation>
  </message>
  <message>
   <source>Menu</source>
   <translation>Menü</translation>
  </message>
  <message>
   <source>Move to the left edge</source>
   <translation>An den linken Rand</translation>
  </message>
  <message>
   <source>Move to the right edge</source>
   <translation>An den rechten Rand</translation>
  </message>
  <message>
   <source>Practise with a call…</source>
   <translation>Mit einem Gespräch üben …</translation>
  </message>
  <message>
   <source>Quit</source>
   <translation>Beenden</translation>
  </message>
  <message>
   <source>Review calls…</source>
   <translation>Gespräche prüfen …</translation>
  </message>
  <message>
   <source>Set up again…</source>
   <translation>Neu einrichten …</translation>
  </message>
  <message>
   <source>Settings…</source>
   <translation>Einstellungen …</translation>
  </message>
 </context>
 <context>
  <name>ModelPage</name>
  <message>
   <source> (Spanish)</source>
   <translation> (Spanisch)</translation>
  </message>
  <message>
   <source> ({size} MB to download)</source>
   <translation> ({size} MB zu laden)</translation>
  </message>
  <message>
   <source>Download</source>
   <translation>Herunterladen</translation>
  </message>
  <message>
   <source>Download {size} MB</source>
   <translation>{size} MB herunterladen</translation>
  </message>
  <message>
   <source>It hears the language of your customers, English or Spanish. Prompts come in that language too, whatever these windows speak.</source>
   <translation>Gehört wird die Sprache Ihrer Kunden, Englisch oder Spanisch. Auch die Hinweise kommen in dieser Sprache, gleich welche diese Fenster sprechen.</translation>
  </message>
  <message>
   <source>Stop</source>
   <translation>Anhalten</translation>
  </message>
  <message>
   <source>What hears your calls?</source>
   <translation>Was hört Ihre Gespräche?</translation>
  </message>
 </context>
 <context>
  <name>Models</name>
  <message>
   <source>brought along; how well it hears is not known</source>
   <translation>mitgebracht; wie gut es hört, ist nicht bekannt</translation>
  </message>
  <message>
   <source>light, for real calls; mishears some words in every call</source>
   <translation>leicht, für echte Gespräche; verhört sich in jedem ein wenig</translation>
  </message>
  <message>
   <source>made for other speech than telephone calls</source>
   <translation>für andere Sprache als Telefongespräche gemacht</translation>
  </message>
  <message>
   <source>more accurate, needs more memory</source>
   <translation>genauer, braucht mehr Speicher</translation>
  </message>
  <message>
   <source>to try things out only; it misses much of real calls</source>
   <translation>nur zum Ausprobieren; überhört viel in echten Gesprächen</translation>
  </message>
  <message>
   <source>{name}: {fit}</source>
   <translation>{name}: {fit}</translation>
  </message>
 </context>
 <context>
  <name>NameButton</name>
  <message>
   <source>Change the name</source>
   <translation>Namen ändern</translation>
  </message>
  <message>
   <source>Customer: {name}. Change the name</source>
   <translation>Kunde: {name}. Namen ändern</translation>
  </message>
  <message>
   <source>Name not known</source>
   <translation>Name unbekannt</translation>
  </message>
  <message>
   <source>No call</source>
   <translation>Kein Gespräch</translation>
  </message>
 </context>
 <context>
  <name>NextLine</name>
  <message>
   <source>Next</source>
   <translation>Dann</translation>
  </message>
  <message>
   <source>Next: {text}</source>
   <translation>Danach: {text}</translation>
  </message>
 </context>
 <context>
  <name>NotNowButton</name>
  <message>
   <source>Not now</source>
   <translation>Nicht jetzt</translation>
  </message>
  <message>
   <source>Not now: put this prompt away</source>
   <translation>Nicht jetzt: diesen Hinweis weglegen</translation>
  </message>
 </context>
 <context>
  <name>NoticePage</name>
  <message>
   <source>Transcribing a call can count as recording it, and callers may have to know. The answer is kept with your calls, where your lead sees it; ask where you are not sure.</source>
   <translation>Ein Gespräch mitzuschreiben kann als Aufzeichnung gelten, und Anrufer müssen es vielleicht wissen. Die Antwort wird bei Ihren Gesprächen aufbewahrt, wo Ihre Teamleitung sie sieht; fragen Sie, wenn Sie unsicher sind.</translation>
  </message>
  <message>
   <source>What are your callers told?</source>
   <translation>Was erfahren Ihre Anrufer?</translation>
  </message>
 </context>
 <context>
  <name>OfferBanner</name>
  <message>
   <source>Do not listen to this call</source>
   <translation>Diesem Gespräch nicht zuhören</translation>
  </message>
  <message>
   <source>Not now</source>
   <translation>Nicht jetzt</translation>
  </message>
  <message>
   <source>Start</source>
   <translation>Beginnen</translation>
  </message>
  <message>
   <source>Start listening to the call with {who}</source>
   <translation>Dem Gespräch mit {who} zuhören</translation>
  </message>
  <message>
   <source>the caller</source>
   <translation>der Anruferin oder dem Anrufer</translation>
  </message>
 </context>
 <context>
  <name>Phone</name>
  <message>
   <source>Due {when}: {what}.</source>
   <translation>Fällig {when}: {what}.</translation>
  </message>
  <message>
   <source>Nobody has spoken for {minutes} min. Is the call over?</source>
   <translation>Seit {minutes} min spricht niemand. Ist das Gespräch zu Ende?</translation>
  </message>
  <message>
   <source>On the phone: {who}</source>
   <translation>Am Telefon: {who}</translation>
  </message>
  <message>
   <source>One earlier call on {day}: {how}.</source>
   <translation>Ein früheres Gespräch am {day}: {how}.</translation>
  </message>
  <message>
   <source>Promised: {promises}.</source>
   <translation>Zugesagt: {promises}.</translation>
  </message>
  <message>
   <source>Ringing: {who}</source>
   <translation>Es klingelt: {who}</translation>
  </message>
  <message>
   <source>Starting puts the call on hold away until you take it back</source>
   <translation>Mit dem Start wird das gehaltene Gespräch weggelegt, bis Sie es zurückholen</translation>
  </message>
  <message>
   <source>The softphone says that a call is over. Is it this one?</source>
   <translation>Das Softphone meldet, dass ein Gespräch zu Ende ist. Ist es dieses?</translation>
  </message>
  <message>
   <source>follow-up promised</source>
   <translation>Rückmeldung zugesagt</translation>
  </message>
  <message>
   <source>resolved</source>
   <translation>gelöst</translation>
  </message>
  <message>
   <source>unknown caller</source>
   <translation>unbekannt</translation>
  </message>
  <message>
   <source>unresolved</source>
   <translation>ungelöst</translation>
  </message>
  <message>
   <source>wanted to leave</source>
   <translation>wollte kündigen</translation>
  </message>
  <message>
   <source>{count} earlier calls; the last on {day}: {how}.</source>
   <translation>{count} frühere Gespräche; das letzte am {day}: {how}.</translation>
  </message>
  <message>
   <source>{promises}; {more} more</source>
   <translation>{promises}; {more} weitere</translation>
  </message>
 </context>
 <context>
  <name>PlayPage</name>
  <message>
   <source>Customer</source>
   <translation>Kunde</translation>
  </message>
  <message>
   <source>Go on (P)</source>
   <translation>Weiter (P)</translation>
  </message>
  <message>
   <source>I would act here</source>
   <translation>Hier würde ich handeln</translation>
  </message>
  <message>
   <source>I would act here  (Space)</source>
   <translation>Hier würde ich handeln  (Leertaste)</translation>
  </message>
  <message>
   <source>Marked: {what}, {time}. Backspace takes it back.</source>
   <translation>Markiert: {what}, {time}. Die Rücktaste nimmt es zurück.</translation>
  </message>
  <message>
   <source>Pause (P)</source>
   <translation>Pause (P)</translation>
  </message>
  <message>
   <source>Speed {speed} (S)</source>
   <translation>Tempo {speed} (S)</translation>
  </message>
  <message>
   <source>Stop and compare (Esc)</source>
   <translation>Beenden und vergleichen (Esc)</translation>
  </message>
  <message>
   <source>Taken back: {what}, {time}</source>
   <translation>Zurückgenommen: {what}, {time}</translation>
  </message>
  <message>
   <source>The call</source>
   <translation>Das Gespräch</translation>
  </message>
  <message>
   <source>{now} of {length}</source>
   <translation>{now} von {length}</translation>
  </message>
 </context>
 <context>
  <name>Practice</name>
  <message>
   <source>Find a way</source>
   <translation>Einen Weg finden</translation>
  </message>
  <message>
   <source>Keep the customer</source>
   <translation>Den Kunden halten</translation>
  </message>
  <message>
   <source>Name the feeling</source>
   <translation>Gefühl benennen</translation>
  </message>
  <message>
   <source>No prompt was due in this call.</source>
   <translation>In diesem Gespräch war kein Hinweis fällig.</translation>
  </message>
  <message>
   <source>Promise a time</source>
   <translation>Eine Zeit zusagen</translation>
  </message>
  <message>
   <source>Say it back</source>
   <translation>In eigenen Worten wiedergeben</translation>
  </message>
  <message>
   <source>Use the name</source>
   <translation>Namen nennen</translation>
  </message>
  <message>
   <source>in time, at {time}</source>
   <translation>rechtzeitig, bei {time}</translation>
  </message>
  <message>
   <source>marked where nothing was asked for: {count}</source>
   <translation>markiert, wo nichts zu tun war: {count}</translation>
  </message>
  <message>
   <source>missed</source>
   <translation>verpasst</translation>
  </message>
  <message>
   <source>missed: {count}</source>
   <translation>verpasst: {count}</translation>
  </message>
  <message>
   <source>the agent of the call did it before any prompt</source>
   <translation>im Gespräch wurde es vor jedem Hinweis getan</translation>
  </message>
  <message>
   <source>too late, at {time}</source>
   <translation>zu spät, bei {time}</translation>
  </message>
  <message>
   <source>too late: {count}</source>
   <translation>zu spät: {count}</translation>
  </message>
  <message>
   <source>{met} of {asked} met in time</source>
   <translation>{met} von {asked} rechtzeitig</translation>
  </message>
  <message>
   <source>{verdict}; you would: {deed}</source>
   <translation>{verdict}; Sie würden: {deed}</translation>
  </message>
 </context>
 <context>
  <name>PracticeWindow</name>
  <message>
   <source>Getting the call ready…</source>
   <translation>Bereitet das Gespräch vor …</translation>
  </message>
  <message>
   <source>Looking for calls…</source>
   <translation>Sucht Gespräche …</translation>
  </message>
  <message>
   <source>Practice</source>
   <translation>Übung</translation>
  </message>
 </context>
 <context>
  <name>Preferences</name>
  <message>
   <source> %</source>
   <translation> %</translation>
  </message>
  <message>
   <source> days</source>
   <translation> Tage</translation>
  </message>
  <message>
   <source> minutes</source>
   <translation> Minuten</translation>
  </message>
  <message>
   <source> px</source>
   <translation> px</translation>
  </message>
  <message>
   <source>16 letters and digits or more.</source>
   <translation>16 Buchstaben und Ziffern oder mehr.</translation>
  </message>
  <message>
   <source>A better model hears more; more models: “Set up again…” or `assist models list`.</source>
   <translation>Ein besseres Modell hört mehr; weitere Modelle: „Neu einrichten …“ oder „assist models list“.</translation>
  </message>
  <message>
   <source>A file; empty for none.</source>
   <translation>Eine Datei; leer für keine.</translation>
  </message>
  <message>
   <source>A file; empty for the one the rule editor writes.</source>
   <translation>Eine Datei; leer für die des Regeleditors.</translation>
  </message>
  <message>
   <source>A regular expression with a group (?P&lt;name&gt;…).</source>
   <translation>Ein regulärer Ausdruck mit einer Gruppe (?P&lt;name&gt;…).</translation>
  </message>
  <message>
   <source>A sign in the system's tray</source>
   <translation>Ein Zeichen im Infobereich</translation>
  </message>
  <message>
   <source>Address of the team's database</source>
   <translation>Adresse der Team-Datenbank</translation>
  </message>
  <message>
   <source>Appearance</source>
   <translation>Aussehen</translation>
  </message>
  <message>
   <source>As it stands in stored calls.</source>
   <translation>Wie er in gesicherten Gesprächen steht.</translation>
  </message>
  <message>
   <source>As the system names it; empty for the first.</source>
   <translation>Wie das System ihn nennt; leer für den ersten.</translation>
  </message>
  <message>
   <source>Ask a lead for help</source>
   <translation>Teamleitung um Hilfe bitten</translation>
  </message>
  <message>
   <source>Ask whether the call is over after silence of</source>
   <translation>Nach dem Ende fragen bei Stille von</translation>
  </message>
  <message>
   <source>At the beginning of a call; it ticks itself on the checklist. Empty for none.</source>
   <translation>Am Anfang eines Gesprächs; er hakt sich in der Liste selbst ab. Leer für keinen.</translation>
  </message>
  <message>
   <source>Collapse the sidebar</source>
   <translation>Seitenleiste einklappen</translation>
  </message>
  <message>
   <source>Collapsed to a narrow strip</source>
   <translation>Zu einem schmalen Streifen eingeklappt</translation>
  </message>
  <message>
   <source>Colours</source>
   <translation>Farben</translation>
  </message>
  <message>
   <source>Counts, times, outcomes, causes and promises kept or not leave this computer; no word that was said.</source>
   <translation>Anzahlen, Zeiten, Ergebnisse, Ursachen und gehaltene Zusagen verlassen diesen Computer; kein gesagtes Wort.</translation>
  </message>
  <message>
   <source>Deutsch</source>
   <translation>Deutsch</translation>
  </message>
  <message>
   <source>Edge of the screen</source>
   <translation>Bildschirmrand</translation>
  </message>
  <message>
   <source>Empty: nothing leaves this computer.</source>
   <translation>Leer: Nichts verlässt diesen Computer.</translation>
  </message>
  <message>
   <source>English</source>
   <translation>Englisch</translation>
  </message>
  <message>
   <source>Español</source>
   <translation>Español</translation>
  </message>
  <message>
   <source>Flag this moment</source>
   <translation>Diesen Moment markieren</translation>
  </message>
  <message>
   <source>Folder of knowledge cards</source>
   <translation>Ordner mit Wissenskarten</translation>
  </message>
  <message>
   <source>Folder of trusted keys</source>
   <translation>Ordner vertrauter Schlüssel</translation>
  </message>
  <message>
   <source>From the softphone's window or the clipboard.</source>
   <translation>Aus dem Fenster des Softphones oder der Zwischenablage.</translation>
  </message>
  <message>
   <source>Give the sidebar the keyboard</source>
   <translation>Der Seitenleiste die Tastatur geben</translation>
  </message>
  <message>
   <source>Headset</source>
   <translation>Headset</translation>
  </message>
  <message>
   <source>Holds from the next start on; prompts stay in the playbook's language.</source>
   <translation>Gilt ab dem nächsten Start; Hinweise bleiben in der Sprache des Playbooks.</translation>
  </message>
  <message>
   <source>Keep calls</source>
   <translation>Gespräche aufbewahren</translation>
  </message>
  <message>
   <source>Keep customers' names</source>
   <translation>Namen der Kunden behalten</translation>
  </message>
  <message>
   <source>Keep notes</source>
   <translation>Notizen behalten</translation>
  </message>
  <message>
   <source>Keep sound</source>
   <translation>Ton aufbewahren</translation>
  </message>
  <message>
   <source>Keep the sound of calls</source>
   <translation>Den Ton von Gesprächen aufbewahren</translation>
  </message>
  <message>
   <source>Keep what was found</source>
   <translation>Erkanntes behalten</translation>
  </message>
  <message>
   <source>Keep what was said</source>
   <translation>Gesagtes aufbewahren</translation>
  </message>
  <message>
   <source>Language of the windows</source>
   <translation>Sprache der Fenster</translation>
  </message>
  <message>
   <source>Leads see calls while they need help</source>
   <translation>Teamleitung sieht Gespräche, solange sie Hilfe brauchen</translation>
  </message>
  <message>
   <source>Maximized windows leave room for the sidebar</source>
   <translation>Maximierte Fenster lassen der Seitenleiste Platz</translation>
  </message>
  <message>
   <source>Motion</source>
   <translation>Bewegung</translation>
  </message>
  <message>
   <source>Nothing leaves this computer.</source>
   <translation>Nichts verlässt diesen Computer.</translation>
  </message>
  <message>
   <source>Nothing of a call is written to the disk, from the next call on. A crash then loses the call.</source>
   <translation>Ab dem nächsten Gespräch wird nichts davon gespeichert. Ein Absturz verliert dann das Gespräch.</translation>
  </message>
  <message>
   <source>On this computer only (127.0.0.1).</source>
   <translation>Nur auf diesem Computer (127.0.0.1).</translation>
  </message>
  <message>
   <source>One a line, such as zoiper5: that one uses the microphone is offered as a call.</source>
   <translation>Eines je Zeile, etwa zoiper5: Benutzt es das Mikrofon, wird ein Gespräch angeboten.</translation>
  </message>
  <message>
   <source>Other days by outcome</source>
   <translation>Andere Fristen nach Ergebnis</translation>
  </message>
  <message>
   <source>Pause and go on</source>
   <translation>Anhalten und fortsetzen</translation>
  </message>
  <message>
   <source>Pause for card details</source>
   <translation>Bei Kartendaten pausieren</translation>
  </message>
  <message>
   <source>Playbook</source>
   <translation>Playbook</translation>
  </message>
  <message>
   <source>Politely: when it has finished its sentence.</source>
   <translation>Höflich: wenn er seinen Satz beendet hat.</translation>
  </message>
  <message>
   <source>Port for phones with action URLs</source>
   <translation>Port für Telefone mit Aktions-URLs</translation>
  </message>
  <message>
   <source>Privacy</source>
   <translation>Datenschutz</translation>
  </message>
  <message>
   <source>Private mode: prompts yes, storage no</source>
   <translation>Privater Modus: Hinweise ja, Speichern nein</translation>
  </message>
  <message>
   <source>Products and companies that the starter model is to know, one a line.</source>
   <translation>Produkte und Firmen, die das Startmodell kennen soll, je eine Zeile.</translation>
  </message>
  <message>
   <source>Programs that are softphones</source>
   <translation>Programme, die Softphones sind</translation>
  </message>
  <message>
   <source>Put the prompt away</source>
   <translation>Den Hinweis weglegen</translation>
  </message>
  <message>
   <source>Recognition</source>
   <translation>Erkennung</translation>
  </message>
  <message>
   <source>Retention</source>
   <translation>Aufbewahrung</translation>
  </message>
  <message>
   <source>Screen</source>
   <translation>Bildschirm</translation>
  </message>
  <message>
   <source>Secret in their addresses</source>
   <translation>Geheimnis in ihren Adressen</translation>
  </message>
  <message>
   <source>Sentence you have to say</source>
   <translation>Satz, den Sie sagen müssen</translation>
  </message>
  <message>
   <source>Shortcuts</source>
   <translation>Tastenkürzel</translation>
  </message>
  <message>
   <source>Size of text</source>
   <translation>Textgröße</translation>
  </message>
  <message>
   <source>Softphone</source>
   <translation>Softphone</translation>
  </message>
  <message>
   <source>Start with your session</source>
   <translation>Mit der Sitzung starten</translation>
  </message>
  <message>
   <source>Such as 127.0.0.1:4444; empty: baresip is not asked.</source>
   <translation>Etwa 127.0.0.1:4444; leer: baresip wird nicht gefragt.</translation>
  </message>
  <message>
   <source>Take the customer's name</source>
   <translation>Namen des Kunden übernehmen</translation>
  </message>
  <message>
   <source>Team database</source>
   <translation>Team-Datenbank</translation>
  </message>
  <message>
   <source>Tell a screen reader of each prompt</source>
   <translation>Jeden Hinweis dem Vorleseprogramm melden</translation>
  </message>
  <message>
   <source>The customer's name in a window's title</source>
   <translation>Name des Kunden im Fenstertitel</translation>
  </message>
  <message>
   <source>The key of your calls is in the file {file}, which only your account may read; whoever copies the whole folder has it too.</source>
   <translation>Der Schlüssel Ihrer Gespräche liegt in der Datei {file}, die nur Ihr Konto lesen darf; wer den ganzen Ordner kopiert, hat ihn mit.</translation>
  </message>
  <message>
   <source>The key of your calls is in the system's keyring: a copy of their folder opens nowhere else.</source>
   <translation>Der Schlüssel Ihrer Anrufe liegt im Schlüsselbund des Systems: Eine Kopie ihres Ordners lässt sich nirgends sonst öffnen.</translation>
  </message>
  <message>
   <source>The key of your calls is made with the first call.</source>
   <translation>Der Schlüssel Ihrer Anrufe wird mit dem ersten Gespräch erzeugt.</translation>
  </message>
  <message>
   <source>The output your headset plays: there the customer is heard.</source>
   <translation>Der Ausgang, den Ihr Headset abspielt: Dort ist der Kunde zu hören.</translation>
  </message>
  <message>
   <source>This prompt is right</source>
   <translation>Dieser Hinweis ist richtig</translation>
  </message>
  <message>
   <source>This prompt is wrong</source>
   <translation>Dieser Hinweis ist falsch</translation>
  </message>
  <message>
   <source>Transcribing can count as recording. The answer is kept with your calls.</source>
   <translation>Mitschreiben kann als Aufzeichnen gelten. Die Antwort wird bei Ihren Gesprächen aufbewahrt.</translation>
  </message>
  <message>
   <source>What callers are told</source>
   <translation>Was Anrufer erfahren</translation>
  </message>
  <message>
   <source>What hears your calls</source>
   <translation>Was Ihre Gespräche hört</translation>
  </message>
  <message>
   <source>What of your calls goes there</source>
   <translation>Was von Ihren Gesprächen dorthin geht</translation>
  </message>
  <message>
   <source>What the customer hears you on.</source>
   <translation>Worauf der Kunde Sie hört.</translation>
  </message>
  <message>
   <source>What was said (with card numbers and the like masked) and the totals leave this computer; no sound.</source>
   <translation>Das Gesagte (Kartennummern und Ähnliches verdeckt) und die Summen verlassen diesen Computer; kein Ton.</translation>
  </message>
  <message>
   <source>What was said, the totals and the sound of kept calls leave this computer.</source>
   <translation>Das Gesagte, die Summen und der Ton aufbewahrter Gespräche verlassen diesen Computer.</translation>
  </message>
  <message>
   <source>What you hear</source>
   <translation>Was Sie hören</translation>
  </message>
  <message>
   <source>When a manager is asked for, the customer threatens to leave, or you ask for help; you see who watches. Only where your team has a live board.</source>
   <translation>Wenn nach einem Vorgesetzten verlangt wird, der Kunde zu gehen droht oder Sie um Hilfe bitten; Sie sehen, wer zusieht. Nur wo Ihr Team eine Live-Tafel hat.</translation>
  </message>
  <message>
   <source>When the softphone tells of a call</source>
   <translation>Wenn das Softphone ein Gespräch meldet</translation>
  </message>
  <message>
   <source>When you ask for a card's number or code nothing is kept until it has been given.</source>
   <translation>Fragen Sie nach Nummer oder Prüfziffer einer Karte, wird nichts behalten, bis sie genannt ist.</translation>
  </message>
  <message>
   <source>Where the desktop can do that.</source>
   <translation>Wo die Arbeitsfläche das kann.</translation>
  </message>
  <message>
   <source>Which prompts come up, and when; they are in its language.</source>
   <translation>Welche Hinweise wann kommen; sie sind in seiner Sprache.</translation>
  </message>
  <message>
   <source>Whose rule packs are accepted; empty for the usual folder.</source>
   <translation>Wessen Regelpakete angenommen werden; leer für den üblichen Ordner.</translation>
  </message>
  <message>
   <source>Width of the sidebar</source>
   <translation>Breite der Seitenleiste</translation>
  </message>
  <message>
   <source>Your company's changes</source>
   <translation>Änderungen Ihrer Firma</translation>
  </message>
  <message>
   <source>Your microphone</source>
   <translation>Ihr Mikrofon</translation>
  </message>
  <message>
   <source>Your name</source>
   <translation>Ihr Name</translation>
  </message>
  <message>
   <source>Your own cards; those that come with the app stay.</source>
   <translation>Ihre eigenen Karten; die mitgelieferten bleiben.</translation>
  </message>
  <message>
   <source>Your own changes</source>
   <translation>Ihre eigenen Änderungen</translation>
  </message>
  <message>
   <source>Your own words</source>
   <translation>Ihre eigenen Wörter</translation>
  </message>
  <message>
   <source>Your team's changes</source>
   <translation>Änderungen Ihres Teams</translation>
  </message>
  <message>
   <source>an announcement before they reach you</source>
   <translation>eine Ansage, bevor sie zu Ihnen kommen</translation>
  </message>
  <message>
   <source>as the system has it</source>
   <translation>wie das System</translation>
  </message>
  <message>
   <source>baresip's control socket</source>
   <translation>Steueranschluss von baresip</translation>
  </message>
  <message>
   <source>dark</source>
   <translation>dunkel</translation>
  </message>
  <message>
   <source>for ever</source>
   <translation>für immer</translation>
  </message>
  <message>
   <source>in writing (contract, website, e-mail)</source>
   <translation>schriftlich (Vertrag, Website, E-Mail)</translation>
  </message>
  <message>
   <source>left</source>
   <translation>links</translation>
  </message>
  <message>
   <source>light</source>
   <translation>hell</translation>
  </message>
  <message>
   <source>listening begins by itself</source>
   <translation>beginnt das Zuhören von selbst</translation>
  </message>
  <message>
   <source>never</source>
   <translation>nie</translation>
  </message>
  <message>
   <source>none</source>
   <translation>keine</translation>
  </message>
  <message>
   <source>not answered yet</source>
   <translation>noch nicht beantwortet</translation>
  </message>
  <message>
   <source>nothing</source>
   <translation>nichts</translation>
  </message>
  <message>
   <source>nothing, as far as you know</source>
   <translation>nichts, soweit Sie wissen</translation>
  </message>
  <message>
   <source>off</source>
   <translation>aus</translation>
  </message>
  <message>
   <source>right</source>
   <translation>rechts</translation>
  </message>
  <message>
   <source>the sidebar offers it</source>
   <translation>bietet die Seitenleiste es an</translation>
  </message>
  <message>
   <source>totals and what was said</source>
   <translation>Summen und Gesagtes</translation>
  </message>
  <message>
   <source>totals, what was said, and sound</source>
   <translation>Summen, Gesagtes und Ton</translation>
  </message>
  <message>
   <source>totals: counts, times, outcomes</source>
   <translation>Summen: Anzahlen, Zeiten, Ergebnisse</translation>
  </message>
  <message>
   <source>you tell them at the beginning</source>
   <translation>Sie sagen es am Anfang</translation>
  </message>
 </context>
 <context>
  <name>PreferencesWindow</name>
  <message>
   <source>Another program holds these keys; choose others.</source>
   <translation>Ein anderes Programm hat diese Tasten; wählen Sie andere.</translation>
  </message>
  <message>
   <source>As before</source>
   <translation>Wie vorher</translation>
  </message>
  <message>
   <source>Call Assist settings</source>
   <translation>Call Assist, Einstellungen</translation>
  </message>
  <message>
   <source>Close</source>
   <translation>Schließen</translation>
  </message>
  <message>
   <source>Connecting…</source>
   <translation>Verbindet …</translation>
  </message>
  <message>
   <source>English, as it comes with the app</source>
   <translation>Englisch, wie mitgeliefert</translation>
  </message>
  <message>
   <source>Kept; it holds from the next call on.</source>
   <translation>Gesichert; gilt ab dem nächsten Gespräch.</translation>
  </message>
  <message>
   <source>Kept; it holds from the next start on.</source>
   <translation>Gesichert; gilt ab dem nächsten Start.</translation>
  </message>
  <message>
   <source>Kept; it holds now.</source>
   <translation>Gesichert; gilt jetzt.</translation>
  </message>
  <message>
   <source>Makes everything as it was when this window was opened</source>
   <translation>Macht alles wieder so, wie es beim Öffnen dieses Fensters war</translation>
  </message>
  <message>
   <source>Model, headset, a sentence and the customer's side, step by step</source>
   <translation>Modell, Headset, ein Satz und die Seite des Kunden, Schritt für Schritt</translation>
  </message>
  <message>
   <source>Pages</source>
   <translation>Seiten</translation>
  </message>
  <message>
   <source>Set up again…</source>
   <translation>Neu einrichten …</translation>
  </message>
  <message>
   <source>Spanish</source>
   <translation>Spanisch</translation>
  </message>
  <message>
   <source>Takes the latest change back</source>
   <translation>Nimmt die letzte Änderung zurück</translation>
  </message>
  <message>
   <source>Test the connection</source>
   <translation>Verbindung prüfen</translation>
  </message>
  <message>
   <source>Undo</source>
   <translation>Rückgängig</translation>
  </message>
  <message>
   <source>What was kept</source>
   <translation>Was gesichert wurde</translation>
  </message>
  <message>
   <source>the system's own choice</source>
   <translation>die Wahl des Systems</translation>
  </message>
 </context>
 <context>
  <name>PromiseRow</name>
  <message>
   <source>I</source>
   <translation>Ich</translation>
  </message>
  <message>
   <source>No time, so no reminder</source>
   <translation>Ohne Zeit keine Erinnerung</translation>
  </message>
  <message>
   <source>This is no promise: drop it</source>
   <translation>Das ist keine Zusage: streichen</translation>
  </message>
  <message>
   <source>What was promised</source>
   <translation>Was zugesagt wurde</translation>
  </message>
  <message>
   <source>When, e.g. tomorrow 16:00</source>
   <translation>Wann, z. B. tomorrow 16:00</translation>
  </message>
  <message>
   <source>Who</source>
   <translation>Wer</translation>
  </message>
  <message>
   <source>◷ Reminder {when}</source>
   <translation>◷ Erinnerung {when}</translation>
  </message>
 </context>
 <context>
  <name>PromiseRows</name>
  <message>
   <source>Add</source>
   <translation>Hinzufügen</translation>
  </message>
  <message>
   <source>Add a promise</source>
   <translation>Zusage hinzufügen</translation>
  </message>
  <message>
   <source>Promises</source>
   <translation>Zusagen</translation>
  </message>
 </context>
 <context>
  <name>PromisesModel</name>
  <message>
   <source>Something: say what</source>
   <translation>Etwas: sagen Sie, was</translation>
  </message>
  <message>
   <source>by when?</source>
   <translation>bis wann?</translation>
  </message>
 </context>
 <context>
  <name>PromisesSection</name>
  <message>
   <source>Promises</source>
   <translation>Zusagen</translation>
  </message>
  <message>
   <source>Promises made in this call</source>
   <translation>Zusagen in diesem Gespräch</translation>
  </message>
  <message>
   <source>none yet</source>
   <translation>noch keine</translation>
  </message>
 </context>
 <context>
  <name>PromptArea</name>
  <message>
   <source>Comparison call: prompts are kept back</source>
   <translation>Vergleichsgespräch: Hinweise zurückgehalten</translation>
  </message>
  <message>
   <source>No prompt right now</source>
   <translation>Gerade kein Hinweis</translation>
  </message>
  <message>
   <source>Noted: a good prompt</source>
   <translation>Notiert: ein guter Hinweis</translation>
  </message>
  <message>
   <source>Noted: a wrong prompt</source>
   <translation>Notiert: ein falscher Hinweis</translation>
  </message>
 </context>
 <context>
  <name>PromptCard</name>
  <message>
   <source>Press Enter for the directions</source>
   <translation>Enter zeigt die Anregungen</translation>
  </message>
  <message>
   <source>Press Enter to see why</source>
   <translation>Enter zeigt, warum</translation>
  </message>
  <message>
   <source>Time left for this prompt</source>
   <translation>Verbleibende Zeit für diesen Hinweis</translation>
  </message>
 </context>
 <context>
  <name>Record</name>
  <message>
   <source>Call</source>
   <translation>Gespräch</translation>
  </message>
  <message>
   <source>Causes</source>
   <translation>Ursachen</translation>
  </message>
  <message>
   <source>Customer</source>
   <translation>Kunde</translation>
  </message>
  <message>
   <source>Done</source>
   <translation>Fertig</translation>
  </message>
  <message>
   <source>Follow-up</source>
   <translation>Rückmeldung</translation>
  </message>
  <message>
   <source>Note</source>
   <translation>Notiz</translation>
  </message>
  <message>
   <source>Outcome</source>
   <translation>Ergebnis</translation>
  </message>
  <message>
   <source>Problem</source>
   <translation>Anliegen</translation>
  </message>
  <message>
   <source>Promised</source>
   <translation>Zugesagt</translation>
  </message>
  <message>
   <source>Reference</source>
   <translation>Referenz</translation>
  </message>
  <message>
   <source>Resolved</source>
   <translation>Gelöst</translation>
  </message>
  <message>
   <source>Unresolved</source>
   <translation>Ungelöst</translation>
  </message>
 </context>
 <context>
  <name>RemarkRow</name>
  <message>
   <source>Answer</source>
   <translation>Antworten</translation>
  </message>
  <message>
   <source>Disagree</source>
   <translation>Widersprechen</translation>
  </message>
  <message>
   <source>Go to {time}</source>
   <translation>Zu {time} gehen</translation>
  </message>
 </context>
 <context>
  <name>Remarks</name>
  <message>
   <source>Cancel</source>
   <translation>Abbrechen</translation>
  </message>
  <message>
   <source>Comment</source>
   <translation>Kommentar</translation>
  </message>
  <message>
   <source>Comment at {time}</source>
   <translation>Kommentar bei {time}</translation>
  </message>
  <message>
   <source>Ctrl+Enter</source>
   <translation>Strg+Enter</translation>
  </message>
  <message>
   <source>Say what was good, and what to try</source>
   <translation>Sagen Sie, was gut war und was zu versuchen ist</translation>
  </message>
  <message>
   <source>What you see differently</source>
   <translation>Was Sie anders sehen</translation>
  </message>
  <message>
   <source>Your answer</source>
   <translation>Ihre Antwort</translation>
  </message>
 </context>
 <context>
  <name>RequiredEditor</name>
  <message>
   <source> s</source>
   <translation> s</translation>
  </message>
  <message>
   <source>Counted from the beginning of the call, or from this moment:</source>
   <translation>Gezählt vom Anfang des Gesprächs oder von diesem Moment an:</translation>
  </message>
  <message>
   <source>Or patterns of it, one a line</source>
   <translation>Oder Muster davon, je eines pro Zeile</translation>
  </message>
  <message>
   <source>Owed after</source>
   <translation>Fällig nach</translation>
  </message>
  <message>
   <source>Seconds in which it is to be said</source>
   <translation>Sekunden, in denen er zu sagen ist</translation>
  </message>
  <message>
   <source>Sentence</source>
   <translation>Satz</translation>
  </message>
  <message>
   <source>The sentence, to be said nearly so</source>
   <translation>Der Satz, ungefähr so zu sagen</translation>
  </message>
  <message>
   <source>This call may be recorded</source>
   <translation>This call may be recorded</translation>
  </message>
  <message>
   <source>Within</source>
   <translation>Innerhalb von</translation>
  </message>
  <message>
   <source>or patterns</source>
   <translation>oder Muster</translation>
  </message>
 </context>
 <context>
  <name>ResultPage</name>
  <message>
   <source>Another call</source>
   <translation>Ein anderes Gespräch</translation>
  </message>
  <message>
   <source>Looking…</source>
   <translation>Sucht …</translation>
  </message>
  <message>
   <source>The same call again</source>
   <translation>Dasselbe Gespräch noch einmal</translation>
  </message>
  <message>
   <source>This is how it stands</source>
   <translation>So steht es</translation>
  </message>
  <message>
   <source>What the call asked for</source>
   <translation>Was das Gespräch verlangte</translation>
  </message>
  <message>
   <source>{time}  ○  Nothing was asked for here</source>
   <translation>{time}  ○  Hier war nichts zu tun</translation>
  </message>
 </context>
 <context>
  <name>Review</name>
  <message>
   <source>Agent asks for help</source>
   <translation>Agent bittet um Hilfe</translation>
  </message>
  <message>
   <source>An announcement before they reach the agent</source>
   <translation>Eine Ansage vor dem Gespräch</translation>
  </message>
  <message>
   <source>Angry at the end</source>
   <translation>Am Ende verärgert</translation>
  </message>
  <message>
   <source>Asked for manager</source>
   <translation>Wollte Vorgesetzten</translation>
  </message>
  <message>
   <source>Both speak</source>
   <translation>Beide sprechen</translation>
  </message>
  <message>
   <source>Called again</source>
   <translation>Erneut angerufen</translation>
  </message>
  <message>
   <source>Calls come here when a customer was lost or upset, a promise has no time, or an agent asked for help. All calls are in the next tab.</source>
   <translation>Hierher kommen Gespräche, wenn ein Kunde verloren oder verärgert war, eine Zusage keine Zeit hat oder ein Agent um Hilfe bat. Alle Gespräche stehen auf der nächsten Karte.</translation>
  </message>
  <message>
   <source>Calls you listened to come here by themselves. Recordings you have are taken in with: assist review import FOLDER</source>
   <translation>Gespräche, denen zugehört wurde, kommen von selbst hierher. Vorhandene Aufnahmen nehmen Sie auf mit: assist review import ORDNER</translation>
  </message>
  <message>
   <source>Dead end</source>
   <translation>Sackgasse</translation>
  </message>
  <message>
   <source>Dead ends</source>
   <translation>Sackgassen</translation>
  </message>
  <message>
   <source>Dead ends replaced</source>
   <translation>Sackgassen ersetzt</translation>
  </message>
  <message>
   <source>Feeling acknowledged</source>
   <translation>Gefühl anerkannt</translation>
  </message>
  <message>
   <source>In writing</source>
   <translation>Schriftlich</translation>
  </message>
  <message>
   <source>Leaving</source>
   <translation>Kündigung droht</translation>
  </message>
  <message>
   <source>Longest silence</source>
   <translation>Längste Stille</translation>
  </message>
  <message>
   <source>Marked by agent</source>
   <translation>Vom Agenten markiert</translation>
  </message>
  <message>
   <source>Name used</source>
   <translation>Name genannt</translation>
  </message>
  <message>
   <source>No call of this list has all these words; try fewer, or All calls.</source>
   <translation>Kein Gespräch dieser Liste hat alle diese Worte; versuchen Sie weniger oder „Alle Gespräche“.</translation>
  </message>
  <message>
   <source>No call of this list has all these words; try fewer.</source>
   <translation>Kein Gespräch dieser Liste hat alle diese Worte; versuchen Sie weniger.</translation>
  </message>
  <message>
   <source>No call passes this filter</source>
   <translation>Kein Gespräch passt zu diesem Filter</translation>
  </message>
  <message>
   <source>No calls yet</source>
   <translation>Noch keine Gespräche</translation>
  </message>
  <message>
   <source>Nobody said that</source>
   <translation>Das hat niemand gesagt</translation>
  </message>
  <message>
   <source>Not acknowledged</source>
   <translation>Nicht anerkannt</translation>
  </message>
  <message>
   <source>Nothing</source>
   <translation>Nichts</translation>
  </message>
  <message>
   <source>Nothing waits for you</source>
   <translation>Nichts wartet auf Sie</translation>
  </message>
  <message>
   <source>Notice not said</source>
   <translation>Hinweis fehlt</translation>
  </message>
  <message>
   <source>Page (*.html)</source>
   <translation>Seite (*.html)</translation>
  </message>
  <message>
   <source>Paused: nothing was kept</source>
   <translation>Pausiert: Nichts wurde behalten</translation>
  </message>
  <message>
   <source>Pivot down</source>
   <translation>Wende nach unten</translation>
  </message>
  <message>
   <source>Pivot up</source>
   <translation>Wende nach oben</translation>
  </message>
  <message>
   <source>Problem confirmed</source>
   <translation>Anliegen bestätigt</translation>
  </message>
  <message>
   <source>Promise overdue</source>
   <translation>Zusage überfällig</translation>
  </message>
  <message>
   <source>Promise without time</source>
   <translation>Zusage ohne Zeit</translation>
  </message>
  <message>
   <source>Promises with a time</source>
   <translation>Zusagen mit Zeit</translation>
  </message>
  <message>
   <source>Prompts heeded</source>
   <translation>Hinweise befolgt</translation>
  </message>
  <message>
   <source>Prompts not heeded</source>
   <translation>Hinweise nicht befolgt</translation>
  </message>
  <message>
   <source>Resolved on this call</source>
   <translation>In diesem Gespräch gelöst</translation>
  </message>
  <message>
   <source>Silence, {seconds} s</source>
   <translation>Stille, {seconds} s</translation>
  </message>
  <message>
   <source>Sound lost</source>
   <translation>Ton verloren</translation>
  </message>
  <message>
   <source>Subtitles (*.srt)</source>
   <translation>Untertitel (*.srt)</translation>
  </message>
  <message>
   <source>Take one of the chips on the left back.</source>
   <translation>Nehmen Sie links einen Filter zurück.</translation>
  </message>
  <message>
   <source>Talked over</source>
   <translation>Ins Wort gefallen</translation>
  </message>
  <message>
   <source>Text (*.txt)</source>
   <translation>Text (*.txt)</translation>
  </message>
  <message>
   <source>The agent says it at the beginning</source>
   <translation>Der Agent sagt es am Anfang</translation>
  </message>
  <message>
   <source>Transferred angry</source>
   <translation>Verärgert verbunden</translation>
  </message>
  <message>
   <source>Unknown caller</source>
   <translation>Unbekannt</translation>
  </message>
  <message>
   <source>Upset at the end</source>
   <translation>Am Ende verstimmt</translation>
  </message>
  <message>
   <source>acknowledged</source>
   <translation>anerkannt</translation>
  </message>
  <message>
   <source>after {seconds} s</source>
   <translation>nach {seconds} s</translation>
  </message>
  <message>
   <source>anger</source>
   <translation>Ärger</translation>
  </message>
  <message>
   <source>answer</source>
   <translation>Antwort</translation>
  </message>
  <message>
   <source>asks for a manager</source>
   <translation>verlangt Vorgesetzten</translation>
  </message>
  <message>
   <source>barrier</source>
   <translation>Hürde</translation>
  </message>
  <message>
   <source>called before</source>
   <translation>rief schon an</translation>
  </message>
  <message>
   <source>came back</source>
   <translation>kam zurück</translation>
  </message>
  <message>
   <source>cause</source>
   <translation>Ursache</translation>
  </message>
  <message>
   <source>cause: {causes}</source>
   <translation>Ursache: {causes}</translation>
  </message>
  <message>
   <source>choice offered</source>
   <translation>Wahl angeboten</translation>
  </message>
  <message>
   <source>closing</source>
   <translation>Abschluss</translation>
  </message>
  <message>
   <source>comment</source>
   <translation>Kommentar</translation>
  </message>
  <message>
   <source>confusion</source>
   <translation>Verwirrung</translation>
  </message>
  <message>
   <source>d MMM</source>
   <translation>d. MMM</translation>
  </message>
  <message>
   <source>d MMM yyyy</source>
   <translation>d. MMM yyyy</translation>
  </message>
  <message>
   <source>dead end</source>
   <translation>Sackgasse</translation>
  </message>
  <message>
   <source>disappointment</source>
   <translation>Enttäuschung</translation>
  </message>
  <message>
   <source>disputed</source>
   <translation>bestritten</translation>
  </message>
  <message>
   <source>done unprompted</source>
   <translation>ohne Hinweis getan</translation>
  </message>
  <message>
   <source>follow-up</source>
   <translation>Rückmeldung</translation>
  </message>
  <message>
   <source>follow-up named</source>
   <translation>Rückmeldung genannt</translation>
  </message>
  <message>
   <source>formula, not empathy</source>
   <translation>Floskel, kein Mitgefühl</translation>
  </message>
  <message>
   <source>frustration</source>
   <translation>Frust</translation>
  </message>
  <message>
   <source>gives the name</source>
   <translation>nennt den Namen</translation>
  </message>
  <message>
   <source>giving up</source>
   <translation>gibt auf</translation>
  </message>
  <message>
   <source>going public</source>
   <translation>will es öffentlich machen</translation>
  </message>
  <message>
   <source>hold</source>
   <translation>Warteschleife</translation>
  </message>
  <message>
   <source>impatient</source>
   <translation>ungeduldig</translation>
  </message>
  <message>
   <source>legal steps</source>
   <translation>rechtliche Schritte</translation>
  </message>
  <message>
   <source>looking into it</source>
   <translation>geht der Sache nach</translation>
  </message>
  <message>
   <source>name used</source>
   <translation>Name genannt</translation>
  </message>
  <message>
   <source>never</source>
   <translation>nie</translation>
  </message>
  <message>
   <source>no</source>
   <translation>nein</translation>
  </message>
  <message>
   <source>no need</source>
   <translation>nicht nötig</translation>
  </message>
  <message>
   <source>none</source>
   <translation>keine</translation>
  </message>
  <message>
   <source>open</source>
   <translation>offen</translation>
  </message>
  <message>
   <source>policy</source>
   <translation>Vorschrift</translation>
  </message>
  <message>
   <source>problem confirmed</source>
   <translation>Anliegen bestätigt</translation>
  </message>
  <message>
   <source>promise</source>
   <translation>Zusage</translation>
  </message>
  <message>
   <source>promise without time</source>
   <translation>Zusage ohne Zeit</translation>
  </message>
  <message>
   <source>prompt heeded</source>
   <translation>Hinweis befolgt</translation>
  </message>
  <message>
   <source>prompt kept back</source>
   <translation>Hinweis zurückgehalten</translation>
  </message>
  <message>
   <source>prompt not heeded</source>
   <translation>Hinweis nicht befolgt</translation>
  </message>
  <message>
   <source>prompt put away</source>
   <translation>Hinweis weggelegt</translation>
  </message>
  <message>
   <source>prompt shown</source>
   <translation>Hinweis gezeigt</translation>
  </message>
  <message>
   <source>prompt taken back</source>
   <translation>Hinweis zurückgenommen</translation>
  </message>
  <message>
   <source>relief</source>
   <translation>Erleichterung</translation>
  </message>
  <message>
   <source>resolved</source>
   <translation>gelöst</translation>
  </message>
  <message>
   <source>restrained anger</source>
   <translation>unterdrückter Ärger</translation>
  </message>
  <message>
   <source>sent during the call</source>
   <translation>während des Gesprächs gesendet</translation>
  </message>
  <message>
   <source>short</source>
   <translation>kurz</translation>
  </message>
  <message>
   <source>solved</source>
   <translation>gelöst</translation>
  </message>
  <message>
   <source>thanked</source>
   <translation>gedankt</translation>
  </message>
  <message>
   <source>thanks, as a formula</source>
   <translation>Dank als Floskel</translation>
  </message>
  <message>
   <source>the problem</source>
   <translation>das Anliegen</translation>
  </message>
  <message>
   <source>today {clock}</source>
   <translation>heute {clock}</translation>
  </message>
  <message>
   <source>took ownership</source>
   <translation>übernommen</translation>
  </message>
  <message>
   <source>transfer</source>
   <translation>Weiterleitung</translation>
  </message>
  <message>
   <source>unknown agent</source>
   <translation>Agent unbekannt</translation>
  </message>
  <message>
   <source>unresolved</source>
   <translation>ungelöst</translation>
  </message>
  <message>
   <source>wants to leave</source>
   <translation>will kündigen</translation>
  </message>
  <message>
   <source>was passed around</source>
   <translation>wurde herumgereicht</translation>
  </message>
  <message>
   <source>way forward</source>
   <translation>Weg nach vorn</translation>
  </message>
  <message>
   <source>worn out</source>
   <translation>erschöpft</translation>
  </message>
  <message>
   <source>worry</source>
   <translation>Sorge</translation>
  </message>
  <message>
   <source>yes</source>
   <translation>ja</translation>
  </message>
  <message>
   <source>yesterday {clock}</source>
   <translation>gestern {clock}</translation>
  </message>
  <message>
   <source>{count} of {all}</source>
   <translation>{count} von {all}</translation>
  </message>
  <message>
   <source>{seconds} s</source>
   <translation>{seconds} s</translation>
  </message>
  <message>
   <source>{what}, shown after {seconds} s</source>
   <translation>{what}, gezeigt nach {seconds} s</translation>
  </message>
 </context>
 <context>
  <name>ReviewKeys</name>
  <message>
   <source>All calls</source>
   <translation>Alle Gespräche</translation>
  </message>
  <message>
   <source>Calls that need you now</source>
   <translation>Gespräche, die Sie jetzt brauchen</translation>
  </message>
  <message>
   <source>Coach, or not</source>
   <translation>Coaching an oder aus</translation>
  </message>
  <message>
   <source>Comment at this moment</source>
   <translation>Diesen Moment kommentieren</translation>
  </message>
  <message>
   <source>Export the call</source>
   <translation>Gespräch exportieren</translation>
  </message>
  <message>
   <source>Faster</source>
   <translation>Schneller</translation>
  </message>
  <message>
   <source>Figures of the team</source>
   <translation>Zahlen des Teams</translation>
  </message>
  <message>
   <source>Five seconds back</source>
   <translation>Fünf Sekunden zurück</translation>
  </message>
  <message>
   <source>Five seconds on</source>
   <translation>Fünf Sekunden vor</translation>
  </message>
  <message>
   <source>Flagged calls</source>
   <translation>Markierte Gespräche</translation>
  </message>
  <message>
   <source>Go to the list</source>
   <translation>Zur Liste</translation>
  </message>
  <message>
   <source>Go to the scorecard</source>
   <translation>Zum Bewertungsbogen</translation>
  </message>
  <message>
   <source>Go to the time axis</source>
   <translation>Zur Zeitachse</translation>
  </message>
  <message>
   <source>Go to what was said</source>
   <translation>Zum Gesagten</translation>
  </message>
  <message>
   <source>Hand to another lead</source>
   <translation>An eine andere Teamleitung geben</translation>
  </message>
  <message>
   <source>Mark reviewed, or take it back</source>
   <translation>Als geprüft markieren oder zurücknehmen</translation>
  </message>
  <message>
   <source>Moment before</source>
   <translation>Moment davor</translation>
  </message>
  <message>
   <source>Next call</source>
   <translation>Nächstes Gespräch</translation>
  </message>
  <message>
   <source>Next moment</source>
   <translation>Nächster Moment</translation>
  </message>
  <message>
   <source>Play or pause</source>
   <translation>Abspielen oder Pause</translation>
  </message>
  <message>
   <source>Previous call</source>
   <translation>Voriges Gespräch</translation>
  </message>
  <message>
   <source>Promises to keep</source>
   <translation>Einzuhaltende Zusagen</translation>
  </message>
  <message>
   <source>Read the list again</source>
   <translation>Liste neu lesen</translation>
  </message>
  <message>
   <source>Search words said</source>
   <translation>Gesagte Worte suchen</translation>
  </message>
  <message>
   <source>Skip silence, or not</source>
   <translation>Stille überspringen oder nicht</translation>
  </message>
  <message>
   <source>Slower</source>
   <translation>Langsamer</translation>
  </message>
  <message>
   <source>Something was missed</source>
   <translation>Etwas wurde verpasst</translation>
  </message>
  <message>
   <source>These keys</source>
   <translation>Diese Tasten</translation>
  </message>
  <message>
   <source>What was found is right</source>
   <translation>Das Gefundene ist richtig</translation>
  </message>
  <message>
   <source>What was found is wrong</source>
   <translation>Das Gefundene ist falsch</translation>
  </message>
  <message>
   <source>Why customers call</source>
   <translation>Warum Kunden anrufen</translation>
  </message>
 </context>
 <context>
  <name>ReviewWindow</name>
  <message>
   <source>All calls</source>
   <translation>Alle Gespräche</translation>
  </message>
  <message>
   <source>Call review</source>
   <translation>Gespräche prüfen</translation>
  </message>
  <message>
   <source>Causes</source>
   <translation>Ursachen</translation>
  </message>
  <message>
   <source>Flagged</source>
   <translation>Markiert</translation>
  </message>
  <message>
   <source>Follow-ups</source>
   <translation>Zusagen</translation>
  </message>
  <message>
   <source>Live</source>
   <translation>Live</translation>
  </message>
  <message>
   <source>My calls</source>
   <translation>Meine Gespräche</translation>
  </message>
  <message>
   <source>My figures</source>
   <translation>Meine Zahlen</translation>
  </message>
  <message>
   <source>Reading the calls …</source>
   <translation>Liest die Gespräche …</translation>
  </message>
  <message>
   <source>Team</source>
   <translation>Team</translation>
  </message>
  <message>
   <source>The call cannot be read</source>
   <translation>Das Gespräch ist nicht lesbar</translation>
  </message>
  <message>
   <source>The calls cannot be read</source>
   <translation>Die Gespräche sind nicht lesbar</translation>
  </message>
 </context>
 <context>
  <name>RuleEditor</name>
  <message>
   <source>From {layer}, changed here.</source>
   <translation>Von {layer}, hier geändert.</translation>
  </message>
  <message>
   <source>From {layer}, which has locked it.</source>
   <translation>Von {layer}, dort gesperrt.</translation>
  </message>
  <message>
   <source>From {layer}. What you change here goes into your layer.</source>
   <translation>Von {layer}. Was Sie hier ändern, kommt in Ihre Ebene.</translation>
  </message>
  <message>
   <source>New, of this layer.</source>
   <translation>Neu, von dieser Ebene.</translation>
  </message>
  <message>
   <source>Of this layer.</source>
   <translation>Von dieser Ebene.</translation>
  </message>
  <message>
   <source>hint</source>
   <translation>Tipp</translation>
  </message>
  <message>
   <source>nudge</source>
   <translation>Anstoß</translation>
  </message>
  <message>
   <source>praise</source>
   <translation>Lob</translation>
  </message>
  <message>
   <source>the playbook as shipped</source>
   <translation>dem mitgelieferten Playbook</translation>
  </message>
  <message>
   <source>urgent</source>
   <translation>dringend</translation>
  </message>
  <message>
   <source>your company</source>
   <translation>Ihrer Firma</translation>
  </message>
  <message>
   <source>your team</source>
   <translation>Ihrem Team</translation>
  </message>
  <message>
   <source>yourself</source>
   <translation>Ihnen selbst</translation>
  </message>
 </context>
 <context>
  <name>RuleEditorWindow</name>
  <message numerus="yes">
   <source>%n thing(s) to look at, </source>
   <translation>
    <numerusform>%n Sache anzusehen, </numerusform>
    <numerusform>%n Sachen anzusehen, </numerusform>
   </translation>
  </message>
  <message>
   <source>All changes since the last publishing go; press again.</source>
   <translation>Alle Änderungen seit dem letzten Veröffentlichen gehen verloren; drücken Sie noch einmal.</translation>
  </message>
  <message>
   <source>Check all</source>
   <translation>Alles prüfen</translation>
  </message>
  <message>
   <source>Checking…</source>
   <translation>Prüft …</translation>
  </message>
  <message>
   <source>Discard draft</source>
   <translation>Entwurf verwerfen</translation>
  </message>
  <message>
   <source>Draft kept. Calls go on with what was published last.</source>
   <translation>Entwurf gesichert. Gespräche laufen mit dem zuletzt Veröffentlichten.</translation>
  </message>
  <message>
   <source>First correct or undo: {rules}.</source>
   <translation>Zuerst korrigieren oder rückgängig machen: {rules}.</translation>
  </message>
  <message>
   <source>History</source>
   <translation>Verlauf</translation>
  </message>
  <message>
   <source>In force from the next call on</source>
   <translation>Gilt ab dem nächsten Gespräch</translation>
  </message>
  <message>
   <source>Not kept yet: correct what is marked red.</source>
   <translation>Noch nicht gesichert: Korrigieren Sie das rot Markierte.</translation>
  </message>
  <message>
   <source>Not published: rule '{rule}' does not work. {text}</source>
   <translation>Nicht veröffentlicht: Regel „{rule}“ geht nicht. {text}</translation>
  </message>
  <message>
   <source>Nothing changed. What you see is in force.</source>
   <translation>Nichts geändert. Was Sie sehen, gilt.</translation>
  </message>
  <message>
   <source>Nothing doubtful in any rule.</source>
   <translation>Keine Regel ist zweifelhaft.</translation>
  </message>
  <message>
   <source>Publish</source>
   <translation>Veröffentlichen</translation>
  </message>
  <message>
   <source>Published as version {number}; in force from the next call on.</source>
   <translation>Veröffentlicht als Version {number}; gilt ab dem nächsten Gespräch.</translation>
  </message>
  <message>
   <source>Really discard</source>
   <translation>Wirklich verwerfen</translation>
  </message>
  <message>
   <source>Redo</source>
   <translation>Wiederholen</translation>
  </message>
  <message>
   <source>Rules, as changed for {whom}</source>
   <translation>Regeln, geändert von {whom}</translation>
  </message>
  <message>
   <source>The draft is version {number} again; publish it to use it.</source>
   <translation>Der Entwurf ist wieder Version {number}; veröffentlichen Sie ihn, um ihn zu benutzen.</translation>
  </message>
  <message>
   <source>Undo</source>
   <translation>Rückgängig</translation>
  </message>
  <message>
   <source>in: {rules}</source>
   <translation>in: {rules}</translation>
  </message>
 </context>
 <context>
  <name>RuleFormPage</name>
  <message>
   <source>A headline that begins with a verb; directions say where to go.</source>
   <translation>Eine Überschrift, die sagt, was zu tun ist; Anregungen sagen, wohin es geht.</translation>
  </message>
  <message>
   <source>Done when</source>
   <translation>Erledigt, wenn</translation>
  </message>
  <message>
   <source>Fires when</source>
   <translation>Löst aus, wenn</translation>
  </message>
  <message>
   <source>Has to be said</source>
   <translation>Muss gesagt werden</translation>
  </message>
  <message>
   <source>On the checklist until it is heard; reminded of when its time is over.</source>
   <translation>In der Liste, bis er zu hören ist; erinnert, wenn seine Zeit um ist.</translation>
  </message>
  <message>
   <source>On: the rule is used in calls</source>
   <translation>An: Die Regel wird in Gesprächen benutzt</translation>
  </message>
  <message>
   <source>Priority</source>
   <translation>Vorrang</translation>
  </message>
  <message>
   <source>Priority, 0 to 100</source>
   <translation>Vorrang, 0 bis 100</translation>
  </message>
  <message>
   <source>Title, shown small above the headline</source>
   <translation>Titel, klein über der Überschrift</translation>
  </message>
  <message>
   <source>Undo all changes to this rule</source>
   <translation>Alle Änderungen an dieser Regel zurücknehmen</translation>
  </message>
  <message>
   <source>Urgency</source>
   <translation>Dringlichkeit</translation>
  </message>
  <message>
   <source>What it says</source>
   <translation>Was sie sagt</translation>
  </message>
  <message>
   <source>What shows that the agent did it: the card then leaves by itself.</source>
   <translation>Woran man sieht, dass es getan ist: Dann geht die Karte von selbst.</translation>
  </message>
  <message>
   <source>hint: stays until done</source>
   <translation>Tipp: bleibt, bis es getan ist</translation>
  </message>
  <message>
   <source>nudge: short</source>
   <translation>Anstoß: kurz</translation>
  </message>
  <message>
   <source>praise: green, rare</source>
   <translation>Lob: grün, selten</translation>
  </message>
  <message>
   <source>urgent: red, at once</source>
   <translation>dringend: rot, sofort</translation>
  </message>
 </context>
 <context>
  <name>RuleList</name>
  <message>
   <source>Ctrl+N</source>
   <translation>Strg+N</translation>
  </message>
  <message>
   <source>Find a rule</source>
   <translation>Regel suchen</translation>
  </message>
  <message>
   <source>New required sentence</source>
   <translation>Neuer Pflichtsatz</translation>
  </message>
  <message>
   <source>New rule</source>
   <translation>Neue Regel</translation>
  </message>
  <message>
   <source>New sequence</source>
   <translation>Neuer Ablauf</translation>
  </message>
  <message>
   <source>Rules</source>
   <translation>Regeln</translation>
  </message>
 </context>
 <context>
  <name>RuleListModel</name>
  <message>
   <source>changed</source>
   <translation>geändert</translation>
  </message>
  <message>
   <source>locked</source>
   <translation>gesperrt</translation>
  </message>
  <message>
   <source>off</source>
   <translation>aus</translation>
  </message>
  <message>
   <source>on</source>
   <translation>an</translation>
  </message>
  <message>
   <source>sequence</source>
   <translation>Ablauf</translation>
  </message>
 </context>
 <context>
  <name>SaidView</name>
  <message>
   <source>Agent</source>
   <translation>Agent</translation>
  </message>
  <message>
   <source>Customer</source>
   <translation>Kunde</translation>
  </message>
  <message>
   <source>What is said</source>
   <translation>Was gesagt wird</translation>
  </message>
 </context>
 <context>
  <name>ScoreTable</name>
  <message>
   <source>Show where</source>
   <translation>Zeigen, wo</translation>
  </message>
  <message>
   <source>app: {value}</source>
   <translation>App: {value}</translation>
  </message>
 </context>
 <context>
  <name>ScoreValue</name>
  <message>
   <source>As the app says</source>
   <translation>Wie die App es sagt</translation>
  </message>
  <message>
   <source>Counted by the app; click to correct it</source>
   <translation>Von der App gezählt; klicken, um zu korrigieren</translation>
  </message>
  <message>
   <source>No</source>
   <translation>Nein</translation>
  </message>
  <message>
   <source>The app says {value}; corrected by {lead}</source>
   <translation>Die App sagt {value}; korrigiert von {lead}</translation>
  </message>
  <message>
   <source>Yes</source>
   <translation>Ja</translation>
  </message>
 </context>
 <context>
  <name>SentencePage</name>
  <message>
   <source>Listening…</source>
   <translation>Hört zu …</translation>
  </message>
  <message>
   <source>Once more</source>
   <translation>Noch einmal</translation>
  </message>
  <message>
   <source>Say a sentence</source>
   <translation>Sagen Sie einen Satz</translation>
  </message>
  <message>
   <source>Such as: “Thanks for calling, how can I help you today?”</source>
   <translation>Etwa: “Thanks for calling, how can I help you today?”</translation>
  </message>
  <message>
   <source>What was heard</source>
   <translation>Was gehört wurde</translation>
  </message>
 </context>
 <context>
  <name>Sentences</name>
  <message>
   <source>'action_url_secret' must be {0} letters and digits or more; docs/softphones.md says how to make one.</source>
   <translation>„action_url_secret“ braucht mindestens {0} Buchstaben und Ziffern; docs/softphones.md sagt, wie man es macht.</translation>
  </message>
  <message>
   <source>'{0}' cannot be a login: lower-case letters, digits and _ . - only.</source>
   <translation>„{0}“ kann keine Anmeldung sein: nur Kleinbuchstaben, Ziffern und _ . -.</translation>
  </message>
  <message>
   <source>'{0}' is no setting; `assist settings` lists them.</source>
   <translation>„{0}“ ist keine Einstellung; „assist settings“ zählt sie auf.</translation>
  </message>
  <message>
   <source>'{0}' is not an export format; choose {1}.</source>
   <translation>„{0}“ ist kein Exportformat; wählen Sie {1}.</translation>
  </message>
  <message>
   <source>'{0}' is not one of {1}.</source>
   <translation>„{0}“ ist keines von {1}.</translation>
  </message>
  <message>
   <source>'{0}' is set by your administrator ({1}).</source>
   <translation>„{0}“ ist von Ihrer Administration festgelegt ({1}).</translation>
  </message>
  <message>
   <source>A backup is being worked on already; try again when that is done.</source>
   <translation>An einer Sicherung wird schon gearbeitet; versuchen Sie es danach noch einmal.</translation>
  </message>
  <message>
   <source>A backup is being worked on; run the command again when that is done.</source>
   <translation>An einer Sicherung wird gerade gearbeitet; geben Sie den Befehl danach noch einmal.</translation>
  </message>
  <message>
   <source>A call is running already; end it before starting another.</source>
   <translation>Es läuft schon ein Gespräch; beenden Sie es zuerst.</translation>
  </message>
  <message>
   <source>A call that was cut off could not be put in order; it is kept in {0}: please report this with the log file ('assist doctor' says where it is).</source>
   <translation>Ein abgebrochenes Gespräch ließ sich nicht ordnen; es liegt in {0}. Bitte melden Sie das mit der Protokolldatei („assist doctor“ sagt, wo sie ist).</translation>
  </message>
  <message>
   <source>A file of the team's folder is too large to be a call; it is left alone.</source>
   <translation>Eine Datei im Teamordner ist zu groß für ein Gespräch; sie bleibt liegen.</translation>
  </message>
  <message>
   <source>A recorded voice is on the line; it is left out until somebody speaks.</source>
   <translation>Eine Bandansage ist in der Leitung; sie bleibt außen vor, bis jemand spricht.</translation>
  </message>
  <message>
   <source>A recording cannot be played at speed {0}; use 1 for real time.</source>
   <translation>Eine Aufnahme lässt sich nicht mit Tempo {0} abspielen; 1 ist Echtzeit.</translation>
  </message>
  <message>
   <source>A shared folder shows no live calls; a team's PostgreSQL database does.</source>
   <translation>Ein gemeinsamer Ordner zeigt keine laufenden Gespräche; eine PostgreSQL-Datenbank des Teams schon.</translation>
  </message>
  <message>
   <source>A team database is given as postgresql://LOGIN@HOST/DATABASE; see docs/team-database.md.</source>
   <translation>Eine Team-Datenbank wird als postgresql://LOGIN@HOST/DATABASE angegeben; siehe docs/team-database.md.</translation>
  </message>
  <message>
   <source>Agent and customer are both on {0}; choose what the agent hears for the customer, see `assist devices`.</source>
   <translation>Sie und der Kunde sind beide auf {0}; wählen Sie für den Kunden, was Sie hören, siehe „assist devices“.</translation>
  </message>
  <message>
   <source>Another computer has sent another call under this id; this one stays on this computer alone.</source>
   <translation>Ein anderer Computer hat unter dieser Kennung ein anderes Gespräch gesendet; dieses bleibt nur auf diesem Computer.</translation>
  </message>
  <message>
   <source>Another device was chosen.</source>
   <translation>Ein anderes Gerät wurde gewählt.</translation>
  </message>
  <message>
   <source>Another program has taken the sound device {0}; it is heard again when that lets go.</source>
   <translation>Ein anderes Programm hat das Gerät {0} belegt; es ist wieder zu hören, sobald es frei ist.</translation>
  </message>
  <message>
   <source>Call Assist is running: close it (on the sidebar's menu, Quit), then run the command again.</source>
   <translation>Call Assist läuft: Beenden Sie es (im Menü der Seitenleiste) und geben Sie den Befehl noch einmal.</translation>
  </message>
  <message>
   <source>Call Assist is running: end the call and close it (on the sidebar's menu, Quit), then run the command again.</source>
   <translation>Call Assist läuft: Beenden Sie das Gespräch und schließen Sie das Programm (im Menü der Seitenleiste, Beenden), dann geben Sie den Befehl noch einmal.</translation>
  </message>
  <message>
   <source>Calls are being written at this moment (recordings are imported, or Call Assist runs in another session); run the command again when that is done.</source>
   <translation>Gerade werden Gespräche geschrieben (Aufnahmen werden importiert, oder Call Assist läuft in einer anderen Sitzung); geben Sie den Befehl danach noch einmal.</translation>
  </message>
  <message>
   <source>Global shortcuts do not work on this desktop; use the buttons.</source>
   <translation>Tastenkürzel für alle Fenster gehen auf dieser Arbeitsfläche nicht; benutzen Sie die Knöpfe.</translation>
  </message>
  <message>
   <source>If the customer stays silent, allow Call Assist in System Settings under Privacy &amp; Security, Screen &amp; System Audio Recording.</source>
   <translation>Bleibt der Kunde stumm, erlauben Sie Call Assist in den Systemeinstellungen unter „Datenschutz &amp; Sicherheit“, „Bildschirm- &amp; Systemaudioaufnahme“.</translation>
  </message>
  <message>
   <source>In the team's database as well: {0} no longer on hold.</source>
   <translation>Auch in der Datenbank des Teams: {0} ohne Löschsperre.</translation>
  </message>
  <message>
   <source>In the team's database as well: {0} on hold.</source>
   <translation>Auch in der Datenbank des Teams: {0} mit Löschsperre.</translation>
  </message>
  <message>
   <source>Its journal could not be written; free some disk space.</source>
   <translation>Sein Journal konnte nicht geschrieben werden; schaffen Sie Platz auf dem Datenträger.</translation>
  </message>
  <message>
   <source>Live calls are shown through a team's database, and none is set (docs/team-database.md).</source>
   <translation>Laufende Gespräche werden über eine Team-Datenbank gezeigt, und keine ist eingestellt (docs/team-database.md).</translation>
  </message>
  <message>
   <source>Music is on the line; nothing is made of it.</source>
   <translation>Musik ist in der Leitung; sie wird nicht ausgewertet.</translation>
  </message>
  <message>
   <source>No call is running; start one first.</source>
   <translation>Es läuft kein Gespräch; beginnen Sie zuerst eines.</translation>
  </message>
  <message>
   <source>No microphone is there; plug in the headset.</source>
   <translation>Kein Mikrofon da; stecken Sie das Headset ein.</translation>
  </message>
  <message>
   <source>No sound comes from {0}; plug it in again or choose another.</source>
   <translation>Von {0} kommt kein Ton; stecken Sie es neu ein oder wählen Sie ein anderes.</translation>
  </message>
  <message>
   <source>No sound device is there; plug in the headset.</source>
   <translation>Kein Audiogerät da; stecken Sie das Headset ein.</translation>
  </message>
  <message>
   <source>No sound from {0}: {1}.</source>
   <translation>Kein Ton von {0}: {1}.</translation>
  </message>
  <message>
   <source>No sound output is there to hear the customer on; plug in the headset.</source>
   <translation>Kein Tonausgang da, auf dem der Kunde zu hören wäre; stecken Sie das Headset ein.</translation>
  </message>
  <message>
   <source>No team database is set; 'assist settings set team_database postgresql://LOGIN@HOST/DATABASE' sets one (docs/team-database.md).</source>
   <translation>Keine Team-Datenbank eingestellt; „assist settings set team_database postgresql://LOGIN@HOST/DATABASE“ stellt eine ein (docs/team-database.md).</translation>
  </message>
  <message>
   <source>On {0} the customer can only be heard through {1}; set it as customer_device in the settings.</source>
   <translation>Auf {0} ist der Kunde nur über {1} zu hören; tragen Sie es in den Einstellungen als customer_device ein.</translation>
  </message>
  <message>
   <source>Other users can enter {0}, where the engine's socket belongs; make it yours alone (chmod 700 '{1}') and start again.</source>
   <translation>Andere Benutzer kommen in {0}, wo der Socket des Motors hingehört; machen Sie den Ordner zu Ihrem eigenen (chmod 700 '{1}') und starten Sie neu.</translation>
  </message>
  <message>
   <source>Port {0} cannot be opened for action URLs ({1}); choose another 'action_url_port'.</source>
   <translation>Port {0} lässt sich nicht für Aktions-URLs öffnen ({1}); wählen Sie einen anderen „action_url_port“.</translation>
  </message>
  <message>
   <source>Press keys with Ctrl, Alt or Super, such as Ctrl+Alt+P.</source>
   <translation>Drücken Sie Tasten mit Strg, Alt oder Super, etwa Ctrl+Alt+P.</translation>
  </message>
  <message>
   <source>Several calls begin with '{0}' ({1}, {2} …); type more.</source>
   <translation>Mehrere Gespräche beginnen mit „{0}“ ({1}, {2} …); schreiben Sie mehr.</translation>
  </message>
  <message>
   <source>Something inside Call Assist failed and ended the call; what was heard is saved: please report it with the log file ('assist doctor' says where it is).</source>
   <translation>In Call Assist ist etwas fehlgeschlagen und hat das Zuhören beendet; das Gehörte ist gesichert. Bitte melden Sie es mit der Protokolldatei („assist doctor“ sagt, wo sie ist).</translation>
  </message>
  <message>
   <source>Something inside Call Assist failed and this side is not heard; start the call again.</source>
   <translation>In Call Assist ist etwas fehlgeschlagen, diese Seite ist nicht zu hören; beginnen Sie das Zuhören neu.</translation>
  </message>
  <message>
   <source>Starting with the session cannot be changed ({0}); add it in your system's own settings.</source>
   <translation>Der Start mit der Sitzung lässt sich nicht ändern ({0}); tragen Sie ihn in den Einstellungen Ihres Systems ein.</translation>
  </message>
  <message>
   <source>The backup cannot be put back ({0}: {1}); free some space or check the permissions, and try again. The backup is as it was.</source>
   <translation>Die Sicherung kann nicht zurückgespielt werden ({0}: {1}); schaffen Sie Platz oder prüfen Sie die Rechte und versuchen Sie es noch einmal. Die Sicherung ist unverändert.</translation>
  </message>
  <message>
   <source>The backup has lost its database ({0}); make a new backup.</source>
   <translation>Der Sicherung fehlt ihre Datenbank ({0}); machen Sie eine neue.</translation>
  </message>
  <message>
   <source>The backup in {0} cannot be read ({1}); check the disk and its permissions.</source>
   <translation>Die Sicherung in {0} kann nicht gelesen werden ({1}); prüfen Sie den Datenträger und seine Rechte.</translation>
  </message>
  <message>
   <source>The backup in {0} has {1} calls that are neither here nor were deleted here: it stays as it is. Put them back ('assist backup restore'), or name an empty folder for a new backup.</source>
   <translation>Die Sicherung in {0} hat {1} Gespräche, die hier weder sind noch gelöscht wurden: Sie bleibt, wie sie ist. Spielen Sie sie zurück ('assist backup restore') oder nennen Sie einen leeren Ordner für eine neue.</translation>
  </message>
  <message>
   <source>The backup in {0} names a file outside of it; it is not used.</source>
   <translation>Die Sicherung in {0} nennt eine Datei außerhalb; sie wird nicht benutzt.</translation>
  </message>
  <message>
   <source>The backup in {0} names no call ('{1}').</source>
   <translation>Die Sicherung in {0} nennt kein Gespräch ('{1}').</translation>
  </message>
  <message>
   <source>The backup in {0} was made by a newer Call Assist; update this one to open it.</source>
   <translation>Die Sicherung in {0} stammt von einem neueren Call Assist; bringen Sie dieses auf den neuesten Stand, um sie zu öffnen.</translation>
  </message>
  <message>
   <source>The backup in {0} was never finished: there is nothing in it.</source>
   <translation>Die Sicherung in {0} wurde nie fertig: Es ist nichts darin.</translation>
  </message>
  <message>
   <source>The call in {0} is on legal hold: {1}.</source>
   <translation>Das Gespräch in {0} unterliegt einer Löschsperre: {1}.</translation>
  </message>
  <message>
   <source>The call is not in the list of calls yet; until it can be, it is kept in {0}.</source>
   <translation>Das Gespräch steht noch nicht in der Liste der Gespräche; bis das gelingt, liegt es in {0}.</translation>
  </message>
  <message>
   <source>The call of {0} has not ended yet; it is stored when it has.</source>
   <translation>Das Gespräch von {0} ist noch nicht beendet; danach wird es gesichert.</translation>
  </message>
  <message>
   <source>The call {0} has no prompt {1}.</source>
   <translation>Das Gespräch {0} hat keinen Hinweis {1}.</translation>
  </message>
  <message>
   <source>The call {0} is on legal hold: {1} ({2}); 'assist calls hold {3} --off' ends that.</source>
   <translation>Das Gespräch {0} unterliegt einer Löschsperre: {1} ({2}); 'assist calls hold {3} --off' hebt sie auf.</translation>
  </message>
  <message>
   <source>The call's folder {0} cannot be made ({1}); check the disk: until then calls are heard but not kept.</source>
   <translation>Der Ordner {0} des Gesprächs kann nicht angelegt werden ({1}); prüfen Sie den Datenträger: Bis dahin werden Gespräche gehört, aber nicht aufbewahrt.</translation>
  </message>
  <message>
   <source>The call's folder {0} cannot be moved ({1}); check its permissions.</source>
   <translation>Der Ordner {0} des Gesprächs lässt sich nicht verschieben ({1}); prüfen Sie die Rechte.</translation>
  </message>
  <message>
   <source>The call's journal cannot be written ({0}); free some disk space: the call goes on and what waits is written as soon as there is room.</source>
   <translation>Das Journal des Gesprächs kann nicht geschrieben werden ({0}); schaffen Sie Platz auf dem Datenträger: Das Gespräch geht weiter, und was wartet, wird geschrieben, sobald Platz ist.</translation>
  </message>
  <message>
   <source>The call's sound cannot be kept ({0}); free some disk space. The call itself is stored.</source>
   <translation>Der Ton des Gesprächs lässt sich nicht aufbewahren ({0}); schaffen Sie Platz auf dem Laufwerk. Das Gespräch selbst ist gesichert.</translation>
  </message>
  <message>
   <source>The call's sound cannot be kept for recovery ({0}); free some disk space: the call goes on, but a crash would lose its last words.</source>
   <translation>Der Ton des Gesprächs kann nicht für eine Wiederherstellung aufbewahrt werden ({0}); schaffen Sie Platz auf dem Datenträger: Das Gespräch geht weiter, aber ein Absturz würde die letzten Worte kosten.</translation>
  </message>
  <message>
   <source>The call's sound in the team's database is damaged; its words are all there.</source>
   <translation>Der Ton des Anrufs in der Team-Datenbank ist beschädigt; der Text ist vollständig da.</translation>
  </message>
  <message>
   <source>The call's sound is too long to be sent; it stays on this computer.</source>
   <translation>Der Ton des Gesprächs ist zu lang zum Senden; er bleibt auf diesem Computer.</translation>
  </message>
  <message>
   <source>The calls are being given a new key already.</source>
   <translation>Die Gespräche erhalten bereits einen neuen Schlüssel.</translation>
  </message>
  <message>
   <source>The calls are being given a new key, or put back from a backup; try again when that is done.</source>
   <translation>Die Gespräche erhalten gerade einen neuen Schlüssel oder werden aus einer Sicherung zurückgeholt; versuchen Sie es danach noch einmal.</translation>
  </message>
  <message>
   <source>The calls cannot be given a new key ({0}): free some space, check the permissions, and run the command again.</source>
   <translation>Die Gespräche können keinen neuen Schlüssel erhalten ({0}): Schaffen Sie Platz, prüfen Sie die Rechte und geben Sie den Befehl noch einmal.</translation>
  </message>
  <message>
   <source>The calls cannot be given the new key yet ({0}); make room and check the folder's permissions, then start the app or 'assist calls key rotate' again.</source>
   <translation>Die Gespräche können den neuen Schlüssel noch nicht erhalten ({0}); schaffen Sie Platz, prüfen Sie die Rechte des Ordners und starten Sie dann das Programm oder 'assist calls key rotate' noch einmal.</translation>
  </message>
  <message>
   <source>The calls database cannot be copied ({0}); run 'assist doctor'.</source>
   <translation>Die Gesprächsdatenbank kann nicht kopiert werden ({0}); rufen Sie 'assist doctor' auf.</translation>
  </message>
  <message>
   <source>The calls database is damaged ({0}); the backup stays as it was. Run 'assist doctor'.</source>
   <translation>Die Gesprächsdatenbank ist beschädigt ({0}); die Sicherung bleibt, wie sie war. Rufen Sie 'assist doctor' auf.</translation>
  </message>
  <message>
   <source>The calls database is in use; close Call Assist everywhere (its windows too), then run the command again.</source>
   <translation>Die Datenbank der Gespräche wird benutzt; schließen Sie Call Assist überall (auch seine Fenster), dann geben Sie den Befehl noch einmal.</translation>
  </message>
  <message>
   <source>The calls database {0} cannot be opened ({1}); check the folder's permissions and free space.</source>
   <translation>Die Gesprächsdatenbank {0} lässt sich nicht öffnen ({1}); prüfen Sie Rechte und freien Platz des Ordners.</translation>
  </message>
  <message>
   <source>The computer slept for {0}:{1} (minutes:seconds); what was said meanwhile was not heard, and the call's time does not count it.</source>
   <translation>Der Computer hat {0}:{1} (Minuten:Sekunden) geschlafen; was währenddessen gesagt wurde, wurde nicht gehört, und die Gesprächszeit zählt es nicht.</translation>
  </message>
  <message>
   <source>The computer was too busy to take the sound.</source>
   <translation>Der Computer war zu beschäftigt, um den Ton aufzunehmen.</translation>
  </message>
  <message>
   <source>The computer's date went from {0} to {1}; nothing is deleted by age until it has held on three days. Correct the clock if it is wrong.</source>
   <translation>Das Datum des Computers ging von {0} auf {1}; nach Alter wird nichts gelöscht, bis es an drei Tagen so war. Stellen Sie die Uhr, wenn sie falsch geht.</translation>
  </message>
  <message>
   <source>The computer's sound server cannot be reached; start it or log in anew.</source>
   <translation>Der Tondienst des Computers ist nicht zu erreichen; starten Sie ihn oder melden Sie sich neu an.</translation>
  </message>
  <message>
   <source>The computer's sound server has stopped; it is tried again by itself.</source>
   <translation>Der Tondienst des Computers ist stehen geblieben; es wird von selbst neu versucht.</translation>
  </message>
  <message>
   <source>The computer's usual device changed; this side is heard on {0} now.</source>
   <translation>Das Standardgerät hat gewechselt; diese Seite wird jetzt auf {0} gehört.</translation>
  </message>
  <message>
   <source>The database did not take the new key; it keeps the old one.</source>
   <translation>Die Datenbank hat den neuen Schlüssel nicht angenommen; sie behält den alten.</translation>
  </message>
  <message>
   <source>The disk of {0} is full: the backup there is as it was. Free some space and try again.</source>
   <translation>Der Datenträger von {0} ist voll: Die Sicherung dort ist unverändert. Schaffen Sie Platz und versuchen Sie es noch einmal.</translation>
  </message>
  <message>
   <source>The display cannot be opened; check DISPLAY and that you may use that screen.</source>
   <translation>Der Bildschirm lässt sich nicht öffnen; prüfen Sie DISPLAY und ob Sie ihn benutzen dürfen.</translation>
  </message>
  <message>
   <source>The download was stopped; it can go on another time.</source>
   <translation>Der Download wurde angehalten; er kann ein andermal weitergehen.</translation>
  </message>
  <message>
   <source>The end of the call is not on disk yet; free some disk space: it is tried again every few seconds for as long as the engine runs.</source>
   <translation>Das Ende des Gesprächs ist noch nicht gesichert; schaffen Sie Platz auf dem Laufwerk: Es wird alle paar Sekunden neu versucht, solange der Motor läuft.</translation>
  </message>
  <message>
   <source>The engine cannot be started: {0}.</source>
   <translation>Der Motor lässt sich nicht starten: {0}.</translation>
  </message>
  <message>
   <source>The engine cannot start (status {0}); run 'assist engine' to see why.</source>
   <translation>Der Motor startet nicht (Status {0}); „assist engine“ zeigt, warum.</translation>
  </message>
  <message>
   <source>The engine died {0} times within a minute; see the log file, and try another speech model ('assist models list').</source>
   <translation>Der Motor brach {0}-mal in einer Minute ab; sehen Sie in die Protokolldatei und versuchen Sie ein anderes Sprachmodell („assist models list“).</translation>
  </message>
  <message>
   <source>The engine does not answer ({0}); see the log file {1} for why.</source>
   <translation>Der Motor antwortet nicht ({0}); die Protokolldatei {1} sagt, warum.</translation>
  </message>
  <message>
   <source>The engine ends before the disk took the end of the call: it is lost. The rest is kept in {0} and is put in order when the engine next starts.</source>
   <translation>Der Motor endet, bevor das Ende des Gesprächs gesichert war: Es ist verloren. Der Rest liegt in {0} und wird beim nächsten Start geordnet.</translation>
  </message>
  <message>
   <source>The engine's pipe cannot be made ({0}); end the other Call Assist first.</source>
   <translation>Die Leitung zum Motor lässt sich nicht anlegen ({0}); beenden Sie zuerst das andere Call Assist.</translation>
  </message>
  <message>
   <source>The engine's socket {0} cannot be made ({1}); set CALLASSIST_HOME to a shorter path on a local disk.</source>
   <translation>Der Socket {0} des Motors lässt sich nicht anlegen ({1}); setzen Sie CALLASSIST_HOME auf einen kürzeren Pfad auf einem lokalen Laufwerk.</translation>
  </message>
  <message>
   <source>The engine's worker cannot be started: {0}.</source>
   <translation>Der Arbeitsprozess des Motors startet nicht: {0}.</translation>
  </message>
  <message>
   <source>The far end's device {0} is not there; plug it in, or see `assist devices` for the names.</source>
   <translation>Das Gerät {0} für den Kunden ist nicht da; stecken Sie es ein oder sehen Sie mit „assist devices“ die Namen nach.</translation>
  </message>
  <message>
   <source>The file {0} of the team's folder does not hold what it should; update that computer and have it sent again.</source>
   <translation>Die Datei {0} des Team-Ordners enthält nicht, was sie sollte; aktualisieren Sie jenen Computer und lassen Sie sie neu senden.</translation>
  </message>
  <message>
   <source>The file {0} of the team's folder is not complete yet, or was not made for this computer; wait for the folder, or have it sent again.</source>
   <translation>Die Datei {0} im Teamordner ist noch nicht vollständig oder nicht für diesen Computer gemacht; warten Sie auf den Ordner oder lassen Sie sie neu senden.</translation>
  </message>
  <message>
   <source>The folder of calls {0} cannot be read ({1}); check its permissions.</source>
   <translation>Der Ordner {0} der Gespräche lässt sich nicht lesen ({1}); prüfen Sie die Rechte.</translation>
  </message>
  <message>
   <source>The folder {0} cannot be deleted; remove it yourself.</source>
   <translation>Der Ordner {0} lässt sich nicht löschen; entfernen Sie ihn selbst.</translation>
  </message>
  <message>
   <source>The helper {0} cannot be started ({1}); install Call Assist anew, or set BlackHole as customer_device.</source>
   <translation>Das Hilfsprogramm {0} startet nicht ({1}); installieren Sie Call Assist neu oder setzen Sie BlackHole als customer_device.</translation>
  </message>
  <message>
   <source>The helper {0} is missing, so what this Mac plays cannot be heard; install Call Assist anew, or BlackHole and set it as customer_device.</source>
   <translation>Das Hilfsprogramm {0} fehlt, daher ist nicht zu hören, was dieser Mac abspielt; installieren Sie Call Assist neu, oder BlackHole, und setzen Sie es als customer_device.</translation>
  </message>
  <message>
   <source>The journal {0} cannot be read ({1}); check the path and its rights.</source>
   <translation>Das Journal {0} ist nicht lesbar ({1}); prüfen Sie Pfad und Rechte.</translation>
  </message>
  <message>
   <source>The journal {0} holds no call: it ended before its first event.</source>
   <translation>Das Journal {0} enthält kein Gespräch: Es endete vor dem ersten Ereignis.</translation>
  </message>
  <message>
   <source>The journal {0} is not sealed, as all of this computer's are by now: something else wrote it; its call is not taken in.</source>
   <translation>Das Journal {0} ist nicht versiegelt wie inzwischen alle auf diesem Computer: Etwas anderes hat es geschrieben; sein Gespräch wird nicht aufgenommen.</translation>
  </message>
  <message>
   <source>The journal {0} is that of another call ({1}); put the right one back from a backup.</source>
   <translation>Das Journal {0} ist das eines anderen Gesprächs ({1}); holen Sie das richtige aus einer Sicherung zurück.</translation>
  </message>
  <message>
   <source>The journal's start time '{0}' is not a date and time.</source>
   <translation>Die Startzeit „{0}“ des Journals ist kein Zeitpunkt.</translation>
  </message>
  <message>
   <source>The key of your calls cannot be written to {0} ({1}); check the folder's permissions and free space.</source>
   <translation>Der Schlüssel Ihrer Gespräche lässt sich nicht nach {0} schreiben ({1}); prüfen Sie Rechte und freien Platz des Ordners.</translation>
  </message>
  <message>
   <source>The key of your calls does not open those in {0}; put the right one back from a backup, or move that folder away to begin anew (see docs/store.md).</source>
   <translation>Der Schlüssel Ihrer Gespräche öffnet die in {0} nicht; holen Sie den richtigen aus einer Sicherung zurück, oder verschieben Sie diesen Ordner, um neu zu beginnen (siehe docs/store.md).</translation>
  </message>
  <message>
   <source>The key of your calls does not open {0}; put the right one back from a backup (see docs/store.md).</source>
   <translation>Der Schlüssel Ihrer Gespräche öffnet {0} nicht; holen Sie den richtigen aus einer Sicherung zurück (siehe docs/store.md).</translation>
  </message>
  <message>
   <source>The key {0} cannot be read ({1}).</source>
   <translation>Der Schlüssel {0} kann nicht gelesen werden ({1}).</translation>
  </message>
  <message>
   <source>The key {0} cannot be read ({1}); check its permissions.</source>
   <translation>Der Schlüssel {0} ist nicht lesbar ({1}); prüfen Sie die Rechte.</translation>
  </message>
  <message>
   <source>The key {0} cannot be read; the call's last words cannot be recovered.</source>
   <translation>Der Schlüssel {0} ist nicht lesbar; die letzten Worte des Gesprächs sind nicht zu retten.</translation>
  </message>
  <message>
   <source>The key {0} of your calls is missing: put it back from a backup, or move {1} away to begin a new one (see docs/store.md).</source>
   <translation>Der Schlüssel {0} Ihrer Gespräche fehlt: Holen Sie ihn aus einer Sicherung zurück oder schieben Sie {1} weg, um neu zu beginnen (siehe docs/store.md).</translation>
  </message>
  <message>
   <source>The library PortAudio is missing; install the package libportaudio2.</source>
   <translation>Die Bibliothek PortAudio fehlt; installieren Sie das Paket libportaudio2.</translation>
  </message>
  <message>
   <source>The library PyAudioWPatch is missing; install Call Assist anew, or set an input such as Stereo Mix or VB-CABLE as customer_device.</source>
   <translation>Die Bibliothek PyAudioWPatch fehlt; installieren Sie Call Assist neu oder setzen Sie einen Eingang wie Stereomix oder VB-CABLE als customer_device.</translation>
  </message>
  <message>
   <source>The library libpulse is missing; install the package libpulse0.</source>
   <translation>Die Bibliothek libpulse fehlt; installieren Sie das Paket libpulse0.</translation>
  </message>
  <message>
   <source>The library libpulse-simple is missing; install the package libpulse0.</source>
   <translation>Die Bibliothek libpulse-simple fehlt; installieren Sie das Paket libpulse0.</translation>
  </message>
  <message>
   <source>The library libpulse-simple.so.0 is missing; install the package libpulse0.</source>
   <translation>Die Bibliothek libpulse-simple.so.0 fehlt; installieren Sie das Paket libpulse0.</translation>
  </message>
  <message>
   <source>The library libpulse.so.0 is missing; install the package libpulse0.</source>
   <translation>Die Bibliothek libpulse.so.0 fehlt; installieren Sie das Paket libpulse0.</translation>
  </message>
  <message>
   <source>The library libxcb-cursor is missing; install it (package libxcb-cursor0).</source>
   <translation>Die Bibliothek libxcb-cursor fehlt; installieren Sie sie (Paket libxcb-cursor0).</translation>
  </message>
  <message>
   <source>The line to the engine was closed.</source>
   <translation>Die Verbindung zum Motor wurde geschlossen.</translation>
  </message>
  <message>
   <source>The line was not sent: one line of at most 140 characters, and 20 of them a minute.</source>
   <translation>Die Zeile wurde nicht gesendet: eine Zeile mit höchstens 140 Zeichen, und 20 davon in der Minute.</translation>
  </message>
  <message>
   <source>The list of what is in the backup {0} was changed or is damaged; nothing is taken from it. Move the folder away and make a new backup.</source>
   <translation>Das Verzeichnis der Sicherung {0} wurde geändert oder ist beschädigt; nichts wird daraus genommen. Legen Sie den Ordner weg und machen Sie eine neue.</translation>
  </message>
  <message>
   <source>The microphone gives no sound any more; plug it in again or choose another.</source>
   <translation>Das Mikrofon gibt keinen Ton mehr; stecken Sie es neu ein oder wählen Sie ein anderes.</translation>
  </message>
  <message>
   <source>The microphone {0} is not there; plug it in, or see `assist devices` for the names.</source>
   <translation>Das Mikrofon {0} ist nicht da; stecken Sie es ein oder sehen Sie mit „assist devices“ die Namen nach.</translation>
  </message>
  <message>
   <source>The output {0} is gone; plug it in or choose another.</source>
   <translation>Der Ausgang {0} ist weg; stecken Sie ihn ein oder wählen Sie einen anderen.</translation>
  </message>
  <message>
   <source>The running engine is of another version; close every window of Call Assist, wait half a minute and start it again.</source>
   <translation>Der laufende Motor hat eine andere Version; schließen Sie alle Fenster von Call Assist, warten Sie eine halbe Minute und starten Sie neu.</translation>
  </message>
  <message>
   <source>The softphone {0} {1}, not {2}; choose the same device in both, see `assist devices`.</source>
   <translation>Das Softphone {0} {1}, nicht {2}; wählen Sie in beiden dasselbe Gerät, siehe „assist devices“.</translation>
  </message>
  <message>
   <source>The softphone's messages cannot be read.</source>
   <translation>Die Meldungen des Softphones sind nicht lesbar.</translation>
  </message>
  <message>
   <source>The sound device {0} cannot be opened ({1}); close other programs that use it, or choose another.</source>
   <translation>Das Gerät {0} lässt sich nicht öffnen ({1}); schließen Sie andere Programme, die es benutzen, oder wählen Sie ein anderes.</translation>
  </message>
  <message>
   <source>The sound device {0} is gone; plug it in or choose another.</source>
   <translation>Das Gerät {0} ist weg; stecken Sie es ein oder wählen Sie ein anderes.</translation>
  </message>
  <message>
   <source>The sound device {0} is not there ({1}); see `assist devices` for the names.</source>
   <translation>Das Gerät {0} ist nicht da ({1}); „assist devices“ zeigt die Namen.</translation>
  </message>
  <message>
   <source>The sound device {0} is not there; plug it in.</source>
   <translation>Das Gerät {0} ist nicht da; stecken Sie es ein.</translation>
  </message>
  <message>
   <source>The sound in {0} cannot be opened: it is damaged, or was sealed with another key.</source>
   <translation>Der Ton in {0} lässt sich nicht öffnen: er ist beschädigt oder mit einem anderen Schlüssel versiegelt.</translation>
  </message>
  <message>
   <source>The sound output is gone; plug it in or choose another.</source>
   <translation>Der Tonausgang ist weg; stecken Sie ihn ein oder wählen Sie einen anderen.</translation>
  </message>
  <message>
   <source>The speech model '{0}' is not installed; see 'assist models list'.</source>
   <translation>Das Sprachmodell „{0}“ ist nicht installiert; siehe „assist models list“.</translation>
  </message>
  <message>
   <source>The system's keyring cannot be used ({0}); start the app in a desktop session, or put the key's file back from a backup (see docs/store.md).</source>
   <translation>Der Schlüsselbund des Systems ist nicht benutzbar ({0}); starten Sie die App in einer Desktop-Sitzung, oder legen Sie die Schlüsseldatei aus einer Sicherung zurück (siehe docs/store.md).</translation>
  </message>
  <message>
   <source>The system's keyring did not keep the key of your calls; it stays in its file.</source>
   <translation>Der Schlüsselbund des Systems hat den Schlüssel Ihrer Gespräche nicht behalten; er bleibt in seiner Datei.</translation>
  </message>
  <message>
   <source>The system's keyring did not keep the new key of your calls; it waits in {0}. Unlock the keyring and run the command again.</source>
   <translation>Der Schlüsselbund des Systems hat den neuen Schlüssel Ihrer Gespräche nicht behalten; er wartet in {0}. Entsperren Sie den Schlüsselbund und geben Sie den Befehl noch einmal.</translation>
  </message>
  <message>
   <source>The system's keyring does not answer; unlock it (log in to your desktop) and try again.</source>
   <translation>Der Schlüsselbund des Systems antwortet nicht; entsperren Sie ihn (melden Sie sich am Desktop an) und versuchen Sie es noch einmal.</translation>
  </message>
  <message>
   <source>The team database has no live board yet; its administrator runs 'assist team init' again.</source>
   <translation>Die Team-Datenbank hat noch keine Live-Tafel; ihr Administrator führt „assist team init“ noch einmal aus.</translation>
  </message>
  <message>
   <source>The team database needs the package psycopg: pip install 'callassist[team]'.</source>
   <translation>Die Team-Datenbank braucht das Paket psycopg: pip install 'callassist[team]'.</translation>
  </message>
  <message>
   <source>The team shares no calls: nothing leaves this computer.</source>
   <translation>Das Team teilt keine Gespräche: Nichts verlässt diesen Computer.</translation>
  </message>
  <message>
   <source>The team's database answers and knows you ({0}).</source>
   <translation>Die Team-Datenbank antwortet und kennt Sie ({0}).</translation>
  </message>
  <message>
   <source>The team's database was not changed: a lead or its administrator does that with 'assist calls hold … --team'.</source>
   <translation>Die Datenbank des Teams wurde nicht geändert: Das tun Teamleitung oder Verwaltung mit 'assist calls hold … --team'.</translation>
  </message>
  <message>
   <source>The team's folder {0} cannot be used ({1}); check that it is there and may be written.</source>
   <translation>Der Teamordner {0} ist nicht benutzbar ({1}); prüfen Sie, ob er da ist und beschrieben werden darf.</translation>
  </message>
  <message>
   <source>The test sound cannot be played ({0}); check the headset.</source>
   <translation>Der Testton lässt sich nicht abspielen ({0}); prüfen Sie das Headset.</translation>
  </message>
  <message>
   <source>The test sound cannot be played on {0}; check the headset.</source>
   <translation>Der Testton lässt sich auf {0} nicht abspielen; prüfen Sie das Headset.</translation>
  </message>
  <message>
   <source>The workstation {0} has another key than before; its calls are not taken.</source>
   <translation>Der Arbeitsplatz {0} hat einen anderen Schlüssel als zuvor; seine Gespräche werden nicht angenommen.</translation>
  </message>
  <message>
   <source>There are calls in {0} already; put the backup into a folder of its own with --into FOLDER.</source>
   <translation>In {0} sind schon Gespräche; spielen Sie die Sicherung mit --into ORDNER in einen eigenen Ordner.</translation>
  </message>
  <message>
   <source>There is no X display.</source>
   <translation>Es gibt keinen X-Bildschirm.</translation>
  </message>
  <message>
   <source>There is no backup of Call Assist in {0}; is its disk plugged in?</source>
   <translation>In {0} ist keine Sicherung von Call Assist; ist der Datenträger angeschlossen?</translation>
  </message>
  <message>
   <source>There is no call '{0}'; 'assist calls list' shows them.</source>
   <translation>Es gibt kein Gespräch „{0}“; „assist calls list“ zeigt sie.</translation>
  </message>
  <message>
   <source>There is no keyring of the system here, only keyrings.alt, whose files others could read; the key of your calls stays in its own file.</source>
   <translation>Hier gibt es keinen Schlüsselbund des Systems, nur keyrings.alt, dessen Dateien andere lesen könnten; der Schlüssel Ihrer Gespräche bleibt in seiner eigenen Datei.</translation>
  </message>
  <message>
   <source>There is no sound output; plug in a headset or choose one in the system.</source>
   <translation>Es gibt keinen Tonausgang; stecken Sie ein Headset ein oder wählen Sie einen im System.</translation>
  </message>
  <message>
   <source>There is no sound output; start the sound server or plug in a headset.</source>
   <translation>Es gibt keinen Tonausgang; starten Sie den Tondienst oder stecken Sie ein Headset ein.</translation>
  </message>
  <message>
   <source>There is no {0} layer; name its file in the setting '{1}_playbook'.</source>
   <translation>Die Ebene {0} gibt es nicht; nennen Sie ihre Datei in der Einstellung „{1}_playbook“.</translation>
  </message>
  <message>
   <source>There is not enough memory for the engine; close other programs, then start a call.</source>
   <translation>Der Speicher reicht nicht für die Engine; schließen Sie andere Programme und beginnen Sie dann ein Gespräch.</translation>
  </message>
  <message>
   <source>There is not enough memory for the speech model '{0}'; close other programs or choose a smaller model ('assist models list').</source>
   <translation>Für das Sprachmodell „{0}“ reicht der Arbeitsspeicher nicht; schließen Sie andere Programme oder wählen Sie ein kleineres Modell („assist models list“).</translation>
  </message>
  <message>
   <source>There is too little room in {0}: it takes {1} MB to give the calls a new key; free some space and run the command again.</source>
   <translation>In {0} ist zu wenig Platz: Ein neuer Schlüssel für die Gespräche braucht {1} MB; schaffen Sie Platz und geben Sie den Befehl noch einmal.</translation>
  </message>
  <message>
   <source>This belongs to a call that is put away by now, so it is not kept; write it down elsewhere.</source>
   <translation>Das gehört zu einem Gespräch, das schon weggelegt ist, und wird nicht aufbewahrt; notieren Sie es anderswo.</translation>
  </message>
  <message>
   <source>This computer has no key yet; give the one that was exported where the backup was made with --key FILE.</source>
   <translation>Dieser Computer hat noch keinen Schlüssel; geben Sie mit --key DATEI den an, der dort geschrieben wurde, wo die Sicherung entstand.</translation>
  </message>
  <message>
   <source>This desktop is used from afar ({0}): sound comes late and changed over the network, and only what is passed through is heard; better run Call Assist on the computer that the headset is plugged into.</source>
   <translation>Dieser Arbeitsplatz wird aus der Ferne benutzt ({0}): Ton kommt spät und verändert übers Netz, und nur Durchgereichtes ist zu hören. Besser läuft Call Assist auf dem Computer, an dem das Headset steckt.</translation>
  </message>
  <message>
   <source>Type 16 letters and digits or more.</source>
   <translation>Schreiben Sie mindestens 16 Buchstaben und Ziffern.</translation>
  </message>
  <message>
   <source>Type a regular expression with a group (?P&lt;name&gt;…).</source>
   <translation>Schreiben Sie einen regulären Ausdruck mit einer Gruppe (?P&lt;name&gt;…).</translation>
  </message>
  <message>
   <source>Type an address such as 127.0.0.1:4444.</source>
   <translation>Schreiben Sie eine Adresse wie 127.0.0.1:4444.</translation>
  </message>
  <message>
   <source>Type an address such as postgresql://name@server/calls.</source>
   <translation>Schreiben Sie eine Adresse wie postgresql://name@server/calls.</translation>
  </message>
  <message>
   <source>Type three words or more that carry meaning; 'the' and 'is' do not count.</source>
   <translation>Schreiben Sie mindestens drei Wörter mit Bedeutung; „the“ und „is“ zählen nicht.</translation>
  </message>
  <message>
   <source>Under Wayland the shortcuts work only over X11 windows and the screen's edge cannot be reserved; log in to an X11 session for both.</source>
   <translation>Unter Wayland gehen die Tastenkürzel nur über X11-Fenstern, und der Bildschirmrand lässt sich nicht reservieren; melden Sie sich für beides in einer X11-Sitzung an.</translation>
  </message>
  <message>
   <source>Until then calls are timed and kept, but not understood: there are no prompts.</source>
   <translation>Bis dahin werden Gespräche gemessen und aufbewahrt, aber nicht verstanden: Es gibt keine Hinweise.</translation>
  </message>
  <message>
   <source>What is played to {0} cannot be heard ({1}); close programs that use it alone, or choose another output.</source>
   <translation>Was auf {0} abgespielt wird, ist nicht zu hören ({1}); schließen Sie Programme, die es allein benutzen, oder wählen Sie einen anderen Ausgang.</translation>
  </message>
  <message>
   <source>What is played to {0} is not heard any more ({1}).</source>
   <translation>Was auf {0} abgespielt wird, ist nicht mehr zu hören ({1}).</translation>
  </message>
  <message>
   <source>Whose call is in {0} cannot be read, and customers are on legal hold; remove it yourself if it is none of theirs.</source>
   <translation>Wessen Gespräch in {0} liegt, lässt sich nicht lesen, und für Kunden gilt eine Löschsperre; entfernen Sie es selbst, wenn es keines von ihnen ist.</translation>
  </message>
  <message>
   <source>You and the customer cannot be heard on the same device.</source>
   <translation>Sie und der Kunde können nicht auf demselben Gerät gehört werden.</translation>
  </message>
  <message>
   <source>You muted it.</source>
   <translation>Sie haben stummgeschaltet.</translation>
  </message>
  <message>
   <source>{0} The call it belongs to cannot be put in order; it is left in {1}.</source>
   <translation>{0} Das zugehörige Gespräch lässt sich nicht ordnen; es bleibt in {1}.</translation>
  </message>
  <message>
   <source>{0} Until then calls are heard but not kept.</source>
   <translation>{0} Bis dahin werden Gespräche gehört, aber nicht aufbewahrt.</translation>
  </message>
  <message>
   <source>{0} Your calls keep the key they have.</source>
   <translation>{0} Ihre Gespräche behalten den Schlüssel, den sie haben.</translation>
  </message>
  <message>
   <source>{0} call could not be deleted, the others were: {1}.</source>
   <translation>{0} Gespräch konnte nicht gelöscht werden, die anderen sind gelöscht: {1}.</translation>
  </message>
  <message>
   <source>{0} call could not be deleted: {1}.</source>
   <translation>{0} Gespräch konnte nicht gelöscht werden: {1}.</translation>
  </message>
  <message>
   <source>{0} calls could not be deleted, the others were; the first: {1}.</source>
   <translation>{0} Gespräche konnten nicht gelöscht werden, die anderen sind gelöscht; das erste: {1}.</translation>
  </message>
  <message>
   <source>{0} calls could not be deleted; the first: {1}.</source>
   <translation>{0} Gespräche konnten nicht gelöscht werden; das erste: {1}.</translation>
  </message>
  <message>
   <source>{0} cannot be deleted ({1}); remove it yourself.</source>
   <translation>{0} lässt sich nicht löschen ({1}); entfernen Sie es selbst.</translation>
  </message>
  <message>
   <source>{0} cannot be read ({1}).</source>
   <translation>{0} ist nicht lesbar ({1}).</translation>
  </message>
  <message>
   <source>{0} cannot be read ({1}); check its rights.</source>
   <translation>{0} kann nicht gelesen werden ({1}); prüfen Sie die Rechte.</translation>
  </message>
  <message>
   <source>{0} cannot be read ({1}); fix or remove the file.</source>
   <translation>{0} ist nicht lesbar ({1}); bringen Sie die Datei in Ordnung oder entfernen Sie sie.</translation>
  </message>
  <message>
   <source>{0} cannot be read or written ({1}): the backup in {2} is as it was. Check the disk and its permissions.</source>
   <translation>{0} kann nicht gelesen oder geschrieben werden ({1}): Die Sicherung in {2} ist unverändert. Prüfen Sie den Datenträger und seine Rechte.</translation>
  </message>
  <message>
   <source>{0} cannot be used ({1}); run 'assist doctor'.</source>
   <translation>{0} ist nicht benutzbar ({1}); führen Sie „assist doctor“ aus.</translation>
  </message>
  <message>
   <source>{0} cannot be written ({1}), so nothing is deleted by age; free some space or check its rights.</source>
   <translation>{0} kann nicht geschrieben werden ({1}), darum wird nach Alter nichts gelöscht; schaffen Sie Platz oder prüfen Sie die Rechte.</translation>
  </message>
  <message>
   <source>{0} cannot be written ({1}); check its permissions.</source>
   <translation>{0} lässt sich nicht schreiben ({1}); prüfen Sie die Rechte.</translation>
  </message>
  <message>
   <source>{0} cannot be written ({1}); choose another.</source>
   <translation>{0} kann nicht geschrieben werden ({1}); wählen Sie eine andere Datei.</translation>
  </message>
  <message>
   <source>{0} cannot be written ({1}); free some disk space.</source>
   <translation>{0} lässt sich nicht schreiben ({1}); schaffen Sie Platz auf dem Laufwerk.</translation>
  </message>
  <message>
   <source>{0} cannot be written: the disk is full or failing; free some space and try again. The backup is as it was.</source>
   <translation>{0} kann nicht geschrieben werden: Der Datenträger ist voll oder defekt; schaffen Sie Platz und versuchen Sie es noch einmal. Die Sicherung ist unverändert.</translation>
  </message>
  <message>
   <source>{0} cannot keep what the call says (a number or a text out of all bounds); its journal is damaged.</source>
   <translation>{0} kann nicht aufbewahren, was das Gespräch sagt (eine Zahl oder ein Text jenseits aller Grenzen); sein Journal ist beschädigt.</translation>
  </message>
  <message>
   <source>{0} does not allow that; ask its administrator.</source>
   <translation>{0} erlaubt das nicht; fragen Sie ihren Administrator.</translation>
  </message>
  <message>
   <source>{0} does not hold a key; put it back from a backup (see docs/store.md).</source>
   <translation>{0} enthält keinen Schlüssel; holen Sie ihn aus einer Sicherung zurück (siehe docs/store.md).</translation>
  </message>
  <message>
   <source>{0} does not know this login; its administrator adds it.</source>
   <translation>{0} kennt diese Anmeldung nicht; die Administration fügt sie hinzu.</translation>
  </message>
  <message>
   <source>{0} does something else already ({1}).</source>
   <translation>{0} ist schon anders belegt ({1}).</translation>
  </message>
  <message>
   <source>{0} gets calls too fast to read words of them; try again in a minute.</source>
   <translation>{0} bekommt Gespräche so schnell, dass ihre Wörter nicht gelesen werden können; versuchen Sie es in einer Minute noch einmal.</translation>
  </message>
  <message>
   <source>{0} gets calls too fast to search them; search again.</source>
   <translation>{0} bekommt Gespräche so schnell, dass nicht gesucht werden kann; suchen Sie noch einmal.</translation>
  </message>
  <message>
   <source>{0} has not two channels; the call cannot be played.</source>
   <translation>{0} hat nicht zwei Kanäle; das Gespräch lässt sich nicht abspielen.</translation>
  </message>
  <message>
   <source>{0} holds no key; 'assist backup key FILE' writes one.</source>
   <translation>{0} enthält keinen Schlüssel; 'assist backup key DATEI' schreibt einen.</translation>
  </message>
  <message>
   <source>{0} is a team's folder already; its lead has the key.</source>
   <translation>{0} ist schon ein Teamordner; die Teamleitung hat den Schlüssel.</translation>
  </message>
  <message>
   <source>{0} is another call's.</source>
   <translation>{0} gehört zu einem anderen Gespräch.</translation>
  </message>
  <message>
   <source>{0} is damaged and cannot be opened.</source>
   <translation>{0} ist beschädigt und lässt sich nicht öffnen.</translation>
  </message>
  <message>
   <source>{0} is damaged; the sound ends here.</source>
   <translation>{0} ist beschädigt; der Ton endet hier.</translation>
  </message>
  <message>
   <source>{0} is no team's folder, or cannot be reached; a lead makes one with 'assist team folder'.</source>
   <translation>{0} ist kein Teamordner oder nicht zu erreichen; eine Teamleitung legt ihn mit „assist team folder“ an.</translation>
  </message>
  <message>
   <source>{0} is not a journal of Call Assist; name a call's journal.jsonl.</source>
   <translation>{0} ist kein Journal von Call Assist; nennen Sie die journal.jsonl eines Gesprächs.</translation>
  </message>
  <message>
   <source>{0} is not empty and holds no backup of Call Assist; name an empty folder.</source>
   <translation>{0} ist nicht leer und enthält keine Sicherung von Call Assist; nennen Sie einen leeren Ordner.</translation>
  </message>
  <message>
   <source>{0} is not empty; name a new folder.</source>
   <translation>{0} ist nicht leer; nennen Sie einen neuen Ordner.</translation>
  </message>
  <message>
   <source>{0} is not set up yet.</source>
   <translation>{0} ist noch nicht eingerichtet.</translation>
  </message>
  <message>
   <source>{0} is not set up yet: its administrator runs 'assist team'.</source>
   <translation>{0} ist noch nicht eingerichtet: Die Administration führt „assist team“ aus.</translation>
  </message>
  <message>
   <source>{0} is not set up; its administrator runs 'assist team'.</source>
   <translation>{0} ist nicht eingerichtet; die Administration führt „assist team“ aus.</translation>
  </message>
  <message>
   <source>{0} is not the list of a backup, or is damaged; move the folder away and make a new backup.</source>
   <translation>{0} ist kein Verzeichnis einer Sicherung oder ist beschädigt; legen Sie den Ordner weg und machen Sie eine neue.</translation>
  </message>
  <message>
   <source>{0} is not there; plug it in, or see `assist devices` for the names.</source>
   <translation>{0} ist nicht da; stecken Sie es ein oder sehen Sie mit „assist devices“ die Namen nach.</translation>
  </message>
  <message>
   <source>{0} is that of another call.</source>
   <translation>{0} ist das Journal eines anderen Gesprächs.</translation>
  </message>
  <message>
   <source>{0} is there already; name a new file.</source>
   <translation>{0} gibt es schon; nennen Sie eine neue Datei.</translation>
  </message>
  <message>
   <source>{0} is where the calls are; name a folder on another disk.</source>
   <translation>In {0} liegen die Gespräche; nennen Sie einen Ordner auf einem anderen Datenträger.</translation>
  </message>
  <message>
   <source>{0} is where the settings are; name a folder on another disk.</source>
   <translation>In {0} liegen die Einstellungen; nennen Sie einen Ordner auf einem anderen Datenträger.</translation>
  </message>
  <message>
   <source>{0} lies in a backup, and would have the key that opens it; name a folder elsewhere.</source>
   <translation>{0} liegt in einer Sicherung und bekäme den Schlüssel, der sie öffnet; nennen Sie einen Ordner an anderer Stelle.</translation>
  </message>
  <message>
   <source>{0} lies in the backup that it opens; keep the key elsewhere.</source>
   <translation>{0} liegt in der Sicherung, die er öffnet; bewahren Sie den Schlüssel woanders auf.</translation>
  </message>
  <message>
   <source>{0} needs PostgreSQL 15 or newer.</source>
   <translation>{0} braucht PostgreSQL 15 oder neuer.</translation>
  </message>
  <message>
   <source>{0} opens a team's folder already; move it away to make another.</source>
   <translation>{0} öffnet schon einen Teamordner; schieben Sie es weg, um einen anderen anzulegen.</translation>
  </message>
  <message>
   <source>{0} opens with neither the old nor the new key; put it and its key back from a backup (see docs/store.md).</source>
   <translation>{0} lässt sich weder mit dem alten noch mit dem neuen Schlüssel öffnen; stellen Sie sie und ihren Schlüssel aus einer Sicherung wieder her (siehe docs/store.md).</translation>
  </message>
  <message>
   <source>{0} takes no call as large as this one; it stays on this computer alone.</source>
   <translation>{0} nimmt kein so großes Gespräch an; es bleibt nur auf diesem Computer.</translation>
  </message>
  <message>
   <source>{0} was made by a newer Call Assist; update this one to open it.</source>
   <translation>{0} stammt von einem neueren Call Assist; aktualisieren Sie dieses, um sie zu öffnen.</translation>
  </message>
  <message>
   <source>{0} writes '{1}' in a way that cannot be changed here; set it by hand.</source>
   <translation>{0} schreibt „{1}“ so, dass es sich hier nicht ändern lässt; setzen Sie es von Hand.</translation>
  </message>
  <message>
   <source>{0} {1} is muted in the sound settings; turn it up there.</source>
   <translation>{0} {1} ist in den Toneinstellungen stumm; drehen Sie es dort auf.</translation>
  </message>
  <message>
   <source>{0}, line {1}: this is not valid TOML{2} ({3}); correct that line.</source>
   <translation>{0}, Zeile {1}: Das ist kein gültiges TOML{2} ({3}); korrigieren Sie die Zeile.</translation>
  </message>
  <message>
   <source>{0}: '{1}' is {2} already, as '{3}' is.</source>
   <translation>{0}: „{1}“ ist schon {2}, wie „{3}“.</translation>
  </message>
  <message>
   <source>{0}: '{1}' {2}.</source>
   <translation>{0}: „{1}“ {2}.</translation>
  </message>
  <message>
   <source>{0}: unknown key '{1}'; did you mean '{2}'?</source>
   <translation>{0}: unbekannter Schlüssel „{1}“; meinten Sie „{2}“?</translation>
  </message>
 </context>
 <context>
  <name>SequenceFormPage</name>
  <message>
   <source> s</source>
   <translation> s</translation>
  </message>
  <message>
   <source>Begins when</source>
   <translation>Beginnt, wenn</translation>
  </message>
  <message>
   <source>Lasts</source>
   <translation>Dauert</translation>
  </message>
  <message>
   <source>On: the sequence is used in calls</source>
   <translation>An: Der Ablauf wird in Gesprächen benutzt</translation>
  </message>
  <message>
   <source>Once a call.</source>
   <translation>Einmal je Gespräch.</translation>
  </message>
  <message>
   <source>Patience</source>
   <translation>Geduld</translation>
  </message>
  <message>
   <source>Seconds a missing step is waited for</source>
   <translation>Sekunden, die auf einen fehlenden Schritt gewartet wird</translation>
  </message>
  <message>
   <source>Seconds after which it is over</source>
   <translation>Sekunden, nach denen er vorbei ist</translation>
  </message>
  <message>
   <source>Steps</source>
   <translation>Schritte</translation>
  </message>
  <message>
   <source>Ticked as they are heard, in whatever order; prompted in this one.</source>
   <translation>Abgehakt, wie sie gehört werden, in beliebiger Folge; vorgeschlagen in dieser.</translation>
  </message>
  <message>
   <source>Title, above the strip of steps</source>
   <translation>Titel, über dem Streifen der Schritte</translation>
  </message>
  <message>
   <source>Undo all changes to this sequence</source>
   <translation>Alle Änderungen an diesem Ablauf zurücknehmen</translation>
  </message>
 </context>
 <context>
  <name>SequenceStrip</name>
  <message>
   <source>done</source>
   <translation>erledigt</translation>
  </message>
  <message>
   <source>not yet</source>
   <translation>noch nicht</translation>
  </message>
  <message>
   <source>{done} of {all}</source>
   <translation>{done} von {all}</translation>
  </message>
 </context>
 <context>
  <name>SettingRow</name>
  <message>
   <source>Default</source>
   <translation>Standard</translation>
  </message>
  <message>
   <source>Default for: {title}</source>
   <translation>Standard für: {title}</translation>
  </message>
  <message>
   <source>Set by your administrator</source>
   <translation>Von Ihrer Administration festgelegt</translation>
  </message>
  <message>
   <source>Suggested by your administrator</source>
   <translation>Von Ihrer Administration vorgeschlagen</translation>
  </message>
 </context>
 <context>
  <name>Shell</name>
  <message>
   <source>This desktop shows no tray icons; the app does without one.</source>
   <translation>Diese Arbeitsfläche zeigt keine Symbole im Infobereich; die App kommt ohne aus.</translation>
  </message>
 </context>
 <context>
  <name>SidePanel</name>
  <message>
   <source>Another lead's name</source>
   <translation>Name der anderen Teamleitung</translation>
  </message>
  <message>
   <source>Callers are told</source>
   <translation>Anrufern gesagt</translation>
  </message>
  <message>
   <source>Cause</source>
   <translation>Ursache</translation>
  </message>
  <message>
   <source>Coach</source>
   <translation>Coaching</translation>
  </message>
  <message>
   <source>Export</source>
   <translation>Exportieren</translation>
  </message>
  <message>
   <source>For coaching, by {lead}</source>
   <translation>Fürs Coaching, von {lead}</translation>
  </message>
  <message>
   <source>Hand over …</source>
   <translation>Übergeben …</translation>
  </message>
  <message>
   <source>Handed to {lead} by {by}</source>
   <translation>Von {by} an {lead} übergeben</translation>
  </message>
  <message>
   <source>Mark reviewed</source>
   <translation>Als geprüft markieren</translation>
  </message>
  <message>
   <source>On legal hold by {lead}: {why}</source>
   <translation>Löschsperre durch {lead}: {why}</translation>
  </message>
  <message>
   <source>Promises</source>
   <translation>Zusagen</translation>
  </message>
  <message>
   <source>Reviewed by {lead}, {when}</source>
   <translation>Geprüft von {lead}, {when}</translation>
  </message>
  <message>
   <source>Scorecard</source>
   <translation>Bewertungsbogen</translation>
  </message>
  <message>
   <source>Take back the review</source>
   <translation>Prüfung zurücknehmen</translation>
  </message>
  <message>
   <source>Take it back from {lead}</source>
   <translation>Von {lead} zurücknehmen</translation>
  </message>
  <message>
   <source>The agent sees your comments, as something to talk about</source>
   <translation>Der Agent sieht Ihre Kommentare als Gesprächsanlass</translation>
  </message>
  <message>
   <source>The agent's note</source>
   <translation>Notiz des Agenten</translation>
  </message>
 </context>
 <context>
  <name>SidebarWindow</name>
  <message>
   <source>Call Assist sidebar</source>
   <translation>Call Assist, Seitenleiste</translation>
  </message>
 </context>
 <context>
  <name>StepBox</name>
  <message>
   <source>A word or two for the strip of steps</source>
   <translation>Ein, zwei Worte für den Streifen der Schritte</translation>
  </message>
  <message>
   <source>Done when</source>
   <translation>Erledigt, wenn</translation>
  </message>
  <message>
   <source>Down</source>
   <translation>Nach unten</translation>
  </message>
  <message>
   <source>Id</source>
   <translation>Kennung</translation>
  </message>
  <message>
   <source>Id of the step</source>
   <translation>Kennung des Schritts</translation>
  </message>
  <message>
   <source>Remove</source>
   <translation>Entfernen</translation>
  </message>
  <message>
   <source>Remove step {number}</source>
   <translation>Schritt {number} entfernen</translation>
  </message>
  <message>
   <source>Step</source>
   <translation>Schritt</translation>
  </message>
  <message>
   <source>Step {number}</source>
   <translation>Schritt {number}</translation>
  </message>
  <message>
   <source>Step {number} down</source>
   <translation>Schritt {number} nach unten</translation>
  </message>
  <message>
   <source>Step {number} up</source>
   <translation>Schritt {number} nach oben</translation>
  </message>
  <message>
   <source>Title</source>
   <translation>Titel</translation>
  </message>
  <message>
   <source>Title of its prompt</source>
   <translation>Titel seines Hinweises</translation>
  </message>
  <message>
   <source>Up</source>
   <translation>Nach oben</translation>
  </message>
  <message>
   <source>What it says</source>
   <translation>Was sie sagt</translation>
  </message>
 </context>
 <context>
  <name>StepList</name>
  <message>
   <source>Add a step</source>
   <translation>Schritt hinzufügen</translation>
  </message>
  <message>
   <source>Say what to do</source>
   <translation>Sagen Sie, was zu tun ist</translation>
  </message>
  <message>
   <source>Step {number}</source>
   <translation>Schritt {number}</translation>
  </message>
 </context>
 <context>
  <name>StepPage</name>
  <message>
   <source>Set by your administrator</source>
   <translation>Von Ihrer Administration festgelegt</translation>
  </message>
 </context>
 <context>
  <name>Strip</name>
  <message>
   <source>Open the sidebar</source>
   <translation>Seitenleiste öffnen</translation>
  </message>
 </context>
 <context>
  <name>Team</name>
  <message numerus="yes">
   <source>%n call(s)</source>
   <translation>
    <numerusform>%n Gespräch</numerusform>
    <numerusform>%n Gespräche</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n call(s), {before} before</source>
   <translation>
    <numerusform>%n Gespräch, davor {before}</numerusform>
    <numerusform>%n Gespräche, davor {before}</numerusform>
   </translation>
  </message>
  <message>
   <source>26 weeks</source>
   <translation>26 Wochen</translation>
  </message>
  <message>
   <source>4 weeks</source>
   <translation>4 Wochen</translation>
  </message>
  <message>
   <source>7 days</source>
   <translation>7 Tage</translation>
  </message>
  <message>
   <source>8 weeks</source>
   <translation>8 Wochen</translation>
  </message>
  <message>
   <source>95 % interval</source>
   <translation>95-%-Intervall</translation>
  </message>
  <message>
   <source>95 % interval: {interval}.</source>
   <translation>95-%-Intervall: {interval}.</translation>
  </message>
  <message>
   <source>Agent</source>
   <translation>Agent</translation>
  </message>
  <message>
   <source>Agents</source>
   <translation>Agenten</translation>
  </message>
  <message>
   <source>Angry customers handed on</source>
   <translation>Wütende Kunden weitergegeben</translation>
  </message>
  <message>
   <source>Bands are 95 % intervals: where two overlap, the difference may be chance. Pale with a hollow dot: fewer than {least} cases.</source>
   <translation>Die Bänder sind 95-%-Intervalle: Wo sich zwei überlappen, kann der Unterschied Zufall sein. Blass mit hohlem Punkt: weniger als {least} Fälle.</translation>
  </message>
  <message>
   <source>Best first</source>
   <translation>Die besten zuerst</translation>
  </message>
  <message>
   <source>By name. Nobody is ranked while an agent has fewer than {least} calls: chance would decide.</source>
   <translation>Nach Namen. Niemand wird gereiht, solange ein Agent weniger als {least} Gespräche hat: Der Zufall würde entscheiden.</translation>
  </message>
  <message>
   <source>Calls</source>
   <translation>Gespräche</translation>
  </message>
  <message>
   <source>Calls with a dead end</source>
   <translation>Gespräche mit Sackgasse</translation>
  </message>
  <message>
   <source>Counting the calls …</source>
   <translation>Zählt die Gespräche …</translation>
  </message>
  <message>
   <source>Customer's name used</source>
   <translation>Name des Kunden genannt</translation>
  </message>
  <message>
   <source>Feelings acknowledged</source>
   <translation>Gefühle anerkannt</translation>
  </message>
  <message>
   <source>Fewer is better.</source>
   <translation>Weniger ist besser.</translation>
  </message>
  <message>
   <source>Figures</source>
   <translation>Zahlen</translation>
  </message>
  <message>
   <source>How far back this page looks</source>
   <translation>Wie weit diese Seite zurückblickt</translation>
  </message>
  <message>
   <source>Look back further, or come again when calls were stored.</source>
   <translation>Blicken Sie weiter zurück, oder kommen Sie wieder, wenn Gespräche gespeichert sind.</translation>
  </message>
  <message>
   <source>Mood turned up after a prompt</source>
   <translation>Stimmung nach Hinweis besser</translation>
  </message>
  <message>
   <source>More is better.</source>
   <translation>Mehr ist besser.</translation>
  </message>
  <message>
   <source>No call in these days</source>
   <translation>Kein Gespräch in diesen Tagen</translation>
  </message>
  <message>
   <source>No promise waits to be kept.</source>
   <translation>Keine Zusage ist offen.</translation>
  </message>
  <message>
   <source>Of</source>
   <translation>Von</translation>
  </message>
  <message>
   <source>Of all calls: something was refused with no way on.</source>
   <translation>Von allen Gesprächen: Etwas wurde ohne Ausweg abgelehnt.</translation>
  </message>
  <message>
   <source>Of calls whose customer's name was known.</source>
   <translation>Von Gesprächen, in denen der Name des Kunden bekannt war.</translation>
  </message>
  <message>
   <source>Of calls with a distressed customer and a prompt: better within a minute of it.</source>
   <translation>Von Gesprächen mit belastetem Kunden und Hinweis: besser binnen einer Minute danach.</translation>
  </message>
  <message>
   <source>Of calls with a distressed customer: empathy followed.</source>
   <translation>Von Gesprächen mit belastetem Kunden: Mitgefühl folgte.</translation>
  </message>
  <message>
   <source>Of calls with an angry customer.</source>
   <translation>Von Gesprächen mit wütendem Kunden.</translation>
  </message>
  <message>
   <source>Of calls with an outcome, a week old: resolved, and nobody called again.</source>
   <translation>Von Gesprächen mit Ergebnis, die eine Woche alt sind: gelöst, und niemand rief wieder an.</translation>
  </message>
  <message>
   <source>Of promises whose time has come.</source>
   <translation>Von Zusagen, deren Zeit gekommen ist.</translation>
  </message>
  <message>
   <source>Of prompts judged by agents and leads.</source>
   <translation>Von Hinweisen, die Agenten und Teamleitungen beurteilt haben.</translation>
  </message>
  <message>
   <source>Of prompts shown.</source>
   <translation>Von gezeigten Hinweisen.</translation>
  </message>
  <message>
   <source>Overdue</source>
   <translation>Überfällig</translation>
  </message>
  <message>
   <source>Promises due</source>
   <translation>Zusagen offen</translation>
  </message>
  <message>
   <source>Promises kept on time</source>
   <translation>Zusagen rechtzeitig gehalten</translation>
  </message>
  <message>
   <source>Promises to keep: {due} due, {overdue} overdue.</source>
   <translation>Zusagen zu halten: {due} offen, {overdue} überfällig.</translation>
  </message>
  <message>
   <source>Prompts heeded</source>
   <translation>Hinweise befolgt</translation>
  </message>
  <message>
   <source>Prompts judged right</source>
   <translation>Hinweise als richtig beurteilt</translation>
  </message>
  <message>
   <source>Settled in the first call</source>
   <translation>Im ersten Gespräch erledigt</translation>
  </message>
  <message>
   <source>Share</source>
   <translation>Anteil</translation>
  </message>
  <message>
   <source>The calls cannot be counted</source>
   <translation>Die Gespräche sind nicht zählbar</translation>
  </message>
  <message>
   <source>The figure by week</source>
   <translation>Die Zahl nach Wochen</translation>
  </message>
  <message>
   <source>Try again</source>
   <translation>Noch einmal versuchen</translation>
  </message>
  <message>
   <source>falling</source>
   <translation>sinkt</translation>
  </message>
  <message>
   <source>fewer is better</source>
   <translation>weniger ist besser</translation>
  </message>
  <message>
   <source>more is better</source>
   <translation>mehr ist besser</translation>
  </message>
  <message>
   <source>no case</source>
   <translation>kein Fall</translation>
  </message>
  <message>
   <source>no clear change</source>
   <translation>keine klare Änderung</translation>
  </message>
  <message>
   <source>no name</source>
   <translation>ohne Namen</translation>
  </message>
  <message>
   <source>rising</source>
   <translation>steigt</translation>
  </message>
  <message>
   <source>week of {day}: {share}, {of}</source>
   <translation>Woche vom {day}: {share}, {of}</translation>
  </message>
  <message>
   <source>{count} at risk</source>
   <translation>{count} gefährdet</translation>
  </message>
  <message>
   <source>{count} of {all}</source>
   <translation>{count} von {all}</translation>
  </message>
  <message>
   <source>{count} unresolved</source>
   <translation>{count} ungelöst</translation>
  </message>
  <message>
   <source>{low} to {high} %</source>
   <translation>{low} bis {high} %</translation>
  </message>
  <message>
   <source>{name}: {share}, {of}, 95 % interval {interval}, {aim}</source>
   <translation>{name}: {share}, {of}, 95-%-Intervall {interval}, {aim}</translation>
  </message>
  <message>
   <source>{percent} %</source>
   <translation>{percent} %</translation>
  </message>
 </context>
 <context>
  <name>TestBox</name>
  <message>
   <source>Agent</source>
   <translation>Agent</translation>
  </message>
  <message>
   <source>Agent:</source>
   <translation>Agent:</translation>
  </message>
  <message>
   <source>Customer</source>
   <translation>Kunde</translation>
  </message>
  <message>
   <source>Customer:</source>
   <translation>Kunde:</translation>
  </message>
  <message>
   <source>Customer: I have called three times
Agent: there is nothing more I can do</source>
   <translation>Kunde: I have called three times
Agent: there is nothing more I can do</translation>
  </message>
  <message>
   <source>Found: {labels}</source>
   <translation>Gefunden: {labels}</translation>
  </message>
  <message>
   <source>No rule fires.</source>
   <translation>Keine Regel löst aus.</translation>
  </message>
  <message>
   <source>The {party} says this line</source>
   <translation>Diese Zeile sagt: {party}</translation>
  </message>
  <message>
   <source>Try it</source>
   <translation>Ausprobieren</translation>
  </message>
  <message>
   <source>Type what is said. What is found is underlined; below stands what fires.</source>
   <translation>Schreiben Sie, was gesagt wird. Gefundenes wird unterstrichen; darunter steht, was auslöst.</translation>
  </message>
  <message>
   <source>What fires</source>
   <translation>Was auslöst</translation>
  </message>
  <message>
   <source>What is said, a line each</source>
   <translation>Was gesagt wird, je eine Zeile</translation>
  </message>
  <message>
   <source>– {text}: not found</source>
   <translation>– {text}: nicht gefunden</translation>
  </message>
  <message>
   <source>● {headline}  ({rule}, line {line})</source>
   <translation>● {headline}  ({rule}, Zeile {line})</translation>
  </message>
  <message>
   <source>✓ {text}</source>
   <translation>✓ {text}</translation>
  </message>
 </context>
 <context>
  <name>ThumbButton</name>
  <message>
   <source>A good prompt</source>
   <translation>Ein guter Hinweis</translation>
  </message>
  <message>
   <source>A wrong prompt</source>
   <translation>Ein falscher Hinweis</translation>
  </message>
  <message>
   <source>marked</source>
   <translation>bewertet</translation>
  </message>
 </context>
 <context>
  <name>TopBar</name>
  <message>
   <source>Search words said in calls</source>
   <translation>In Gesprächen gesagte Worte suchen</translation>
  </message>
 </context>
 <context>
  <name>TranscriptModel</name>
  <message>
   <source>Customer</source>
   <translation>Kunde</translation>
  </message>
  <message>
   <source>You</source>
   <translation>Sie</translation>
  </message>
  <message>
   <source>{speaker} at {time}: {text}</source>
   <translation>{speaker} bei {time}: {text}</translation>
  </message>
 </context>
 <context>
  <name>TranscriptSection</name>
  <message>
   <source>Hide the transcript</source>
   <translation>Mitschrift ausblenden</translation>
  </message>
  <message>
   <source>Show the transcript</source>
   <translation>Mitschrift zeigen</translation>
  </message>
  <message>
   <source>Transcript</source>
   <translation>Mitschrift</translation>
  </message>
 </context>
 <context>
  <name>TranscriptView</name>
  <message>
   <source>Agent</source>
   <translation>Agent</translation>
  </message>
  <message>
   <source>Customer</source>
   <translation>Kunde</translation>
  </message>
  <message>
   <source>Transcript</source>
   <translation>Mitschrift</translation>
  </message>
  <message>
   <source>What was said</source>
   <translation>Was gesagt wurde</translation>
  </message>
 </context>
 <context>
  <name>Tray</name>
  <message>
   <source>A side of the call is not heard</source>
   <translation>Eine Seite ist nicht zu hören</translation>
  </message>
  <message>
   <source>End the call</source>
   <translation>Gespräch beenden</translation>
  </message>
  <message>
   <source>Listening to the call with {who}</source>
   <translation>Hört dem Gespräch mit {who} zu</translation>
  </message>
  <message>
   <source>No call</source>
   <translation>Kein Gespräch</translation>
  </message>
  <message>
   <source>Pause listening</source>
   <translation>Zuhören anhalten</translation>
  </message>
  <message>
   <source>Paused</source>
   <translation>Angehalten</translation>
  </message>
  <message>
   <source>Promised</source>
   <translation>Zugesagt</translation>
  </message>
  <message>
   <source>Quit</source>
   <translation>Beenden</translation>
  </message>
  <message>
   <source>Resume listening</source>
   <translation>Weiter zuhören</translation>
  </message>
  <message>
   <source>Settings…</source>
   <translation>Einstellungen …</translation>
  </message>
  <message>
   <source>Show or collapse the sidebar</source>
   <translation>Seitenleiste zeigen oder einklappen</translation>
  </message>
  <message>
   <source>Start listening</source>
   <translation>Zuhören beginnen</translation>
  </message>
  <message>
   <source>a customer</source>
   <translation>einem Kunden</translation>
  </message>
 </context>
 <context>
  <name>VersionPage</name>
  <message>
   <source>Back to the rule</source>
   <translation>Zurück zur Regel</translation>
  </message>
  <message>
   <source>History</source>
   <translation>Verlauf</translation>
  </message>
  <message>
   <source>Make this the draft</source>
   <translation>Als Entwurf nehmen</translation>
  </message>
  <message>
   <source>Nothing has been published yet in {file}.</source>
   <translation>In {file} wurde noch nichts veröffentlicht.</translation>
  </message>
  <message>
   <source>Versions, newest first</source>
   <translation>Versionen, neueste zuerst</translation>
  </message>
  <message numerus="yes">
   <source>and %n more</source>
   <translation>
    <numerusform>und %n weitere</numerusform>
    <numerusform>und %n weitere</numerusform>
   </translation>
  </message>
  <message>
   <source>unknown</source>
   <translation>unbekannt</translation>
  </message>
  <message>
   <source>unknown time</source>
   <translation>Zeit unbekannt</translation>
  </message>
 </context>
 <context>
  <name>WhyPanel</name>
  <message>
   <source>Delay</source>
   <translation>Verzug</translation>
  </message>
  <message>
   <source>Lesson</source>
   <translation>Lehre</translation>
  </message>
  <message>
   <source>Measured, not heard</source>
   <translation>Gemessen, nicht gehört</translation>
  </message>
  <message>
   <source>None: something was not said in time</source>
   <translation>Keine: Etwas wurde nicht rechtzeitig gesagt</translation>
  </message>
  <message>
   <source>Rule</source>
   <translation>Regel</translation>
  </message>
  <message>
   <source>Sure</source>
   <translation>Sicher</translation>
  </message>
  <message>
   <source>Words</source>
   <translation>Worte</translation>
  </message>
  <message>
   <source>hint</source>
   <translation>Tipp</translation>
  </message>
  <message>
   <source>not measured yet</source>
   <translation>noch nicht gemessen</translation>
  </message>
  <message>
   <source>nudge</source>
   <translation>Anstoß</translation>
  </message>
  <message>
   <source>praise</source>
   <translation>Lob</translation>
  </message>
  <message>
   <source>urgent</source>
   <translation>dringend</translation>
  </message>
  <message>
   <source>{percent} %</source>
   <translation>{percent} %</translation>
  </message>
  <message>
   <source>{percent} %, sentence still open</source>
   <translation>{percent} %, Satz noch offen</translation>
  </message>
  <message>
   <source>{seconds} s after the last word</source>
   <translation>{seconds} s nach dem letzten Wort</translation>
  </message>
 </context>
 <context>
  <name>Wording</name>
  <message>
   <source>Angry</source>
   <translation>Verärgert</translation>
  </message>
  <message>
   <source>Calm</source>
   <translation>Ruhig</translation>
  </message>
  <message>
   <source>Confused</source>
   <translation>Verwirrt</translation>
  </message>
  <message>
   <source>Customer</source>
   <translation>Kunde</translation>
  </message>
  <message>
   <source>Disappointed</source>
   <translation>Enttäuscht</translation>
  </message>
  <message>
   <source>Frustrated</source>
   <translation>Frustriert</translation>
  </message>
  <message>
   <source>Relieved</source>
   <translation>Erleichtert</translation>
  </message>
  <message>
   <source>Worn out</source>
   <translation>Erschöpft</translation>
  </message>
  <message>
   <source>Worried</source>
   <translation>Besorgt</translation>
  </message>
  <message>
   <source>You</source>
   <translation>Sie</translation>
  </message>
  <message>
   <source>better</source>
   <translation>besser</translation>
  </message>
  <message>
   <source>dd MMM</source>
   <translation>d. MMM</translation>
  </message>
  <message>
   <source>getting better</source>
   <translation>wird besser</translation>
  </message>
  <message>
   <source>getting worse</source>
   <translation>wird schlechter</translation>
  </message>
  <message>
   <source>today{hour}</source>
   <translation>heute{hour}</translation>
  </message>
  <message>
   <source>tomorrow{hour}</source>
   <translation>morgen{hour}</translation>
  </message>
  <message>
   <source>worse</source>
   <translation>schlechter</translation>
  </message>
  <message>
   <source>{minutes} min {seconds} s</source>
   <translation>{minutes} min {seconds} s</translation>
  </message>
  <message>
   <source>{seconds} s</source>
   <translation>{seconds} s</translation>
  </message>
 </context>
 <context>
  <name>WordingBox</name>
  <message>
   <source>Direction {number}, where to go next</source>
   <translation>Anregung {number}, wohin es weitergeht</translation>
  </message>
  <message>
   <source>Headline {number}, verb first</source>
   <translation>Überschrift {number}, was zu tun ist</translation>
  </message>
  <message>
   <source>Remove</source>
   <translation>Entfernen</translation>
  </message>
  <message>
   <source>Remove wording {number}</source>
   <translation>Formulierung {number} entfernen</translation>
  </message>
 </context>
 <context>
  <name>WordingList</name>
  <message>
   <source>Add another wording</source>
   <translation>Weitere Formulierung</translation>
  </message>
 </context>
 <context>
  <name>WrapUpCard</name>
  <message>
   <source>Ask a lead to look at this</source>
   <translation>Teamleitung ansehen lassen</translation>
  </message>
  <message>
   <source>Causes: {causes}</source>
   <translation>Ursachen: {causes}</translation>
  </message>
  <message>
   <source>Copy for the CRM</source>
   <translation>Fürs CRM kopieren</translation>
  </message>
  <message>
   <source>Copy the call's record for the CRM</source>
   <translation>Gesprächsnotiz fürs CRM kopieren</translation>
  </message>
  <message>
   <source>Done</source>
   <translation>Fertig</translation>
  </message>
  <message>
   <source>Done with this call</source>
   <translation>Mit diesem Gespräch fertig</translation>
  </message>
  <message>
   <source>Follow-up</source>
   <translation>Rückmeldung</translation>
  </message>
  <message>
   <source>No prompt was needed</source>
   <translation>Kein Hinweis war nötig</translation>
  </message>
  <message>
   <source>Note on this call</source>
   <translation>Notiz zu diesem Gespräch</translation>
  </message>
  <message>
   <source>One note on this call</source>
   <translation>Eine Notiz zu diesem Gespräch</translation>
  </message>
  <message>
   <source>Outcome: {name}</source>
   <translation>Ergebnis: {name}</translation>
  </message>
  <message>
   <source>Private: nothing of this call is kept</source>
   <translation>Privat: Von diesem Gespräch bleibt nichts</translation>
  </message>
  <message>
   <source>Prompts taken up: {heeded} of {shown}</source>
   <translation>Hinweise befolgt: {heeded} von {shown}</translation>
  </message>
  <message>
   <source>Resolved</source>
   <translation>Gelöst</translation>
  </message>
  <message>
   <source>Saved on this computer</source>
   <translation>Auf diesem Computer gesichert</translation>
  </message>
  <message>
   <source>Saving…</source>
   <translation>Sichert …</translation>
  </message>
  <message>
   <source>Summary of the call</source>
   <translation>Zusammenfassung des Gesprächs</translation>
  </message>
  <message>
   <source>Summary, from what was said</source>
   <translation>Zusammenfassung aus dem Gesagten</translation>
  </message>
  <message>
   <source>Unresolved</source>
   <translation>Ungelöst</translation>
  </message>
  <message>
   <source>Wrap-up</source>
   <translation>Nachbereitung</translation>
  </message>
  <message>
   <source>{feelings}, at risk of leaving</source>
   <translation>{feelings}, droht zu kündigen</translation>
  </message>
  <message>
   <source>{length}, you spoke {percent} % of it</source>
   <translation>{length}, davon sprachen Sie {percent} %</translation>
  </message>
  <message>
   <source>✓ A lead will look at this</source>
   <translation>✓ Die Teamleitung sieht es an</translation>
  </message>
  <message>
   <source>✓ Copied</source>
   <translation>✓ Kopiert</translation>
  </message>
  <message>
   <source>✓ Marked for a lead (no team set up)</source>
   <translation>✓ Für die Leitung markiert (kein Team)</translation>
  </message>
  <message>
   <source>✓ Turned around: {feelings}</source>
   <translation>✓ Gewendet: {feelings}</translation>
  </message>
 </context>
 <context>
  <name>_ChordField</name>
  <message>
   <source>none</source>
   <translation>keine</translation>
  </message>
 </context>
</TS>
