<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
 <context>
  <name>AboutWindow</name>
  <message>
   <source>About Call Assist</source>
   <translation>Acerca de Call Assist</translation>
  </message>
  <message>
   <source>Call Assist {version}</source>
   <translation>Call Assist {version}</translation>
  </message>
  <message>
   <source>Close</source>
   <translation>Cerrar</translation>
  </message>
  <message>
   <source>Licence and third-party notices</source>
   <translation>Licencia y avisos de terceros</translation>
  </message>
  <message>
   <source>Listens to both sides of a call on this computer only, and prompts the agent while there is still time to act. Free software under the licence below.</source>
   <translation>Escucha ambos lados de una llamada solo en este equipo y avisa al agente mientras aún hay tiempo de actuar. Software libre bajo la licencia de abajo.</translation>
  </message>
 </context>
 <context>
  <name>Banners</name>
  <message>
   <source>Dismiss this message</source>
   <translation>Cerrar este mensaje</translation>
  </message>
  <message>
   <source>End the call</source>
   <translation>Terminar la llamada</translation>
  </message>
  <message>
   <source>On hold: nothing is heard or kept.</source>
   <translation>En espera: no se oye ni se guarda nada.</translation>
  </message>
  <message>
   <source>Paused for card details: none of them is kept.</source>
   <translation>En pausa por los datos de la tarjeta: no se guarda ninguno.</translation>
  </message>
  <message>
   <source>Paused: nothing is heard or kept.</source>
   <translation>En pausa: no se oye ni se guarda nada.</translation>
  </message>
  <message>
   <source>Reconnecting…</source>
   <translation>Reconectando…</translation>
  </message>
  <message>
   <source>Reconnecting… The call goes on; prompts come back in a moment.</source>
   <translation>Reconectando… La llamada sigue; los avisos vuelven enseguida.</translation>
  </message>
  <message>
   <source>Resume</source>
   <translation>Reanudar</translation>
  </message>
  <message>
   <source>The call is still being listened to. Close again to leave it so.</source>
   <translation>La llamada se sigue escuchando. Cierre otra vez para dejarlo así.</translation>
  </message>
  <message>
   <source>The prompt “{title}” was right in {right} of {all} marks only and is no longer shown. Whoever keeps the playbook can bring it back.</source>
   <translation>El aviso «{title}» acertó solo en {right} de {all} marcas y ya no se muestra. Quien cuida el guion puede recuperarlo.</translation>
  </message>
 </context>
 <context>
  <name>CallDelegate</name>
  <message>
   <source>for {lead}</source>
   <translation>para {lead}</translation>
  </message>
  <message>
   <source>reviewed</source>
   <translation>revisada</translation>
  </message>
 </context>
 <context>
  <name>CallDesk</name>
  <message>
   <source>A word for the flag (optional)</source>
   <translation>Una palabra para la marca (opcional)</translation>
  </message>
  <message>
   <source>Ask a lead</source>
   <translation>Preguntar al jefe</translation>
  </message>
  <message>
   <source>Ask a lead for help</source>
   <translation>Pedir ayuda al jefe de equipo</translation>
  </message>
  <message>
   <source>Enter keeps it, Shift+Enter begins a new line</source>
   <translation>Intro la guarda, Mayús+Intro empieza otra línea</translation>
  </message>
  <message>
   <source>Flag this moment</source>
   <translation>Marcar este momento</translation>
  </message>
  <message>
   <source>Note on this call</source>
   <translation>Nota sobre esta llamada</translation>
  </message>
  <message>
   <source>Take it back: no lead is needed any more</source>
   <translation>Retirarlo: ya no hace falta un jefe</translation>
  </message>
  <message>
   <source>Write a note on this call</source>
   <translation>Escribir una nota sobre esta llamada</translation>
  </message>
  <message>
   <source>⚑ Flag</source>
   <translation>⚑ Marca</translation>
  </message>
  <message>
   <source>⚑ {at}</source>
   <translation>⚑ {at}</translation>
  </message>
  <message>
   <source>✎ Note</source>
   <translation>✎ Nota</translation>
  </message>
  <message>
   <source>✎ Note ✓</source>
   <translation>✎ Nota ✓</translation>
  </message>
  <message>
   <source>✓ Lead asked</source>
   <translation>✓ Jefe avisado</translation>
  </message>
 </context>
 <context>
  <name>CallListModel</name>
  <message>
   <source>reviewed</source>
   <translation>revisada</translation>
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
    <numerusform>%n momento que mirar; las flechas avanzan cinco segundos</numerusform>
    <numerusform>%n momentos que mirar; las flechas avanzan cinco segundos</numerusform>
   </translation>
  </message>
  <message>
   <source>Customer feeling</source>
   <translation>Ánimo del cliente</translation>
  </message>
  <message>
   <source>Time axis of the call</source>
   <translation>Línea de tiempo de la llamada</translation>
  </message>
  <message>
   <source>pivot down: {words}</source>
   <translation>giro a peor: {words}</translation>
  </message>
  <message>
   <source>pivot up: {words}</source>
   <translation>giro a mejor: {words}</translation>
  </message>
 </context>
 <context>
  <name>CallSide</name>
  <message numerus="yes">
   <source>%n call(s)</source>
   <translation>
    <numerusform>%n llamada</numerusform>
    <numerusform>%n llamadas</numerusform>
   </translation>
  </message>
  <message>
   <source>Calls</source>
   <translation>Llamadas</translation>
  </message>
  <message>
   <source>Calls of this computer</source>
   <translation>Llamadas de este equipo</translation>
  </message>
  <message>
   <source>Team database {place}</source>
   <translation>Base de datos del equipo {place}</translation>
  </message>
  <message>
   <source>This computer, and team folder {place}</source>
   <translation>Este equipo y la carpeta del equipo {place}</translation>
  </message>
 </context>
 <context>
  <name>CallStrip</name>
  <message>
   <source>{now} of {length}</source>
   <translation>{now} de {length}</translation>
  </message>
 </context>
 <context>
  <name>CallView</name>
  <message>
   <source>Fetching the sound: {percent} %</source>
   <translation>Obteniendo el sonido: {percent} %</translation>
  </message>
  <message>
   <source>Next moment</source>
   <translation>Momento siguiente</translation>
  </message>
  <message>
   <source>No sound was kept of this call; the cursor still walks with it.</source>
   <translation>No se guardó el sonido de esta llamada; el cursor avanza igualmente.</translation>
  </message>
  <message>
   <source>Pause</source>
   <translation>Pausa</translation>
  </message>
  <message>
   <source>Play</source>
   <translation>Reproducir</translation>
  </message>
  <message>
   <source>Skip silence</source>
   <translation>Saltar silencios</translation>
  </message>
  <message>
   <source>Speed {speed}</source>
   <translation>Velocidad {speed}</translation>
  </message>
  <message>
   <source>The sound ({size} MB) is fetched when you play it.</source>
   <translation>El sonido ({size} MB) se obtiene al reproducirlo.</translation>
  </message>
  <message>
   <source>unknown agent</source>
   <translation>agente desconocido</translation>
  </message>
  <message>
   <source>with {agent}, {when}, {length}</source>
   <translation>con {agent}, {when}, {length}</translation>
  </message>
 </context>
 <context>
  <name>CallerName</name>
  <message>
   <source>A name is taken during a call only.</source>
   <translation>Un nombre solo se toma durante una llamada.</translation>
  </message>
  <message>
   <source>Neither the softphone's window nor the clipboard holds a name.</source>
   <translation>Ni la ventana del softphone ni el portapapeles contienen un nombre.</translation>
  </message>
  <message>
   <source>The clipboard holds no name. Copy one, or set “name_pattern” to have it read from the softphone's window.</source>
   <translation>El portapapeles no contiene un nombre. Copie uno o fije «name_pattern» para leerlo de la ventana del softphone.</translation>
  </message>
 </context>
 <context>
  <name>Causes</name>
  <message>
   <source>Calls of: {names}</source>
   <translation>Llamadas de: {names}</translation>
  </message>
  <message>
   <source>Calls to look at</source>
   <translation>Llamadas para ver</translation>
  </message>
  <message>
   <source>Causes</source>
   <translation>Causas</translation>
  </message>
  <message>
   <source>In their words</source>
   <translation>En sus palabras</translation>
  </message>
  <message>
   <source>Look back further, or come again when calls were stored.</source>
   <translation>Mire más atrás, o vuelva cuando haya llamadas guardadas.</translation>
  </message>
  <message>
   <source>No call in these days</source>
   <translation>Ninguna llamada en estos días</translation>
  </message>
  <message>
   <source>No cause was named</source>
   <translation>No se nombró ninguna causa</translation>
  </message>
  <message>
   <source>No customer of these calls said why in words we know; look back further.</source>
   <translation>Ningún cliente de estas llamadas dijo el motivo con palabras conocidas; mire más atrás.</translation>
  </message>
  <message>
   <source>No words are kept of these calls.</source>
   <translation>No se guardan palabras de estas llamadas.</translation>
  </message>
  <message>
   <source>Open this call</source>
   <translation>Abrir esta llamada</translation>
  </message>
  <message>
   <source>Unknown caller</source>
   <translation>Desconocido</translation>
  </message>
  <message>
   <source>Why customers call</source>
   <translation>Por qué llaman los clientes</translation>
  </message>
  <message>
   <source>at risk</source>
   <translation>en riesgo</translation>
  </message>
  <message>
   <source>{now}, {share} % of {calls} before: {change}.</source>
   <translation>{now}, antes {share} % de {calls}: {change}.</translation>
  </message>
  <message>
   <source>{now}; no call was stored in as many days before.</source>
   <translation>{now}; de otros tantos días antes no hay llamadas guardadas.</translation>
  </message>
  <message>
   <source>{share} % of {calls} calls</source>
   <translation>{share} % de {calls} llamadas</translation>
  </message>
  <message>
   <source>“{words}”</source>
   <translation>«{words}»</translation>
  </message>
 </context>
 <context>
  <name>ChecklistModel</name>
  <message>
   <source>Feeling named</source>
   <translation>Ánimo nombrado</translation>
  </message>
  <message>
   <source>Name used</source>
   <translation>Nombre usado</translation>
  </message>
  <message>
   <source>Problem confirmed</source>
   <translation>Problema confirmado</translation>
  </message>
  <message>
   <source>Thanked</source>
   <translation>Agradecido</translation>
  </message>
  <message>
   <source>Time promised</source>
   <translation>Plazo prometido</translation>
  </message>
  <message>
   <source>Took ownership</source>
   <translation>Asumido</translation>
  </message>
  <message>
   <source>done</source>
   <translation>hecho</translation>
  </message>
  <message>
   <source>not yet</source>
   <translation>todavía no</translation>
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
   <translation>{done} de {all}</translation>
  </message>
 </context>
 <context>
  <name>ChoosePage</name>
  <message>
   <source>Calls, newest first</source>
   <translation>Llamadas, las más recientes primero</translation>
  </message>
  <message>
   <source>Customer without a name</source>
   <translation>Cliente sin nombre</translation>
  </message>
  <message>
   <source>No problem was stated</source>
   <translation>No se dijo ningún problema</translation>
  </message>
  <message>
   <source>Practise with a call</source>
   <translation>Practicar con una llamada</translation>
  </message>
  <message>
   <source>Start</source>
   <translation>Empezar</translation>
  </message>
  <message>
   <source>The demo call
A router that has been down since Monday</source>
   <translation>La llamada de ejemplo
Un router que no funciona desde el lunes</translation>
  </message>
  <message>
   <source>You see the call as it went, its prompts hidden. Say where you would act; afterwards you see what was there to be met.</source>
   <translation>Usted ve la llamada tal como fue, sin los avisos. Indique dónde actuaría; después verá qué pedía la llamada.</translation>
  </message>
 </context>
 <context>
  <name>ChordControl</name>
  <message>
   <source>Clear</source>
   <translation>Borrar</translation>
  </message>
  <message>
   <source>Press the keys you want; Delete takes them away</source>
   <translation>Pulse las teclas que quiera; Supr las quita</translation>
  </message>
 </context>
 <context>
  <name>ConditionEditor</name>
  <message>
   <source>Add a condition</source>
   <translation>Añadir una condición</translation>
  </message>
  <message>
   <source>Says more than the form can show; change it as text.</source>
   <translation>Dice más de lo que muestra el formulario; cámbielo como texto.</translation>
  </message>
  <message>
   <source>Show as text</source>
   <translation>Mostrar como texto</translation>
  </message>
  <message>
   <source>all of these</source>
   <translation>todas estas</translation>
  </message>
  <message>
   <source>any of these</source>
   <translation>alguna de estas</translation>
  </message>
  <message>
   <source>{name} as text</source>
   <translation>{name} como texto</translation>
  </message>
  <message>
   <source>{name}: all or any</source>
   <translation>{name}: todas o alguna</translation>
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
   <translation>Como mínimo; 0 para cualquiera</translation>
  </message>
  <message>
   <source>Other</source>
   <translation>Otros</translation>
  </message>
  <message>
   <source>Remove this condition</source>
   <translation>Quitar esta condición</translation>
  </message>
  <message>
   <source>Seconds</source>
   <translation>Segundos</translation>
  </message>
  <message>
   <source>Since</source>
   <translation>Desde</translation>
  </message>
  <message>
   <source>The agent's words</source>
   <translation>Palabras del agente</translation>
  </message>
  <message>
   <source>The customer's words</source>
   <translation>Palabras del cliente</translation>
  </message>
  <message>
   <source>What is asked</source>
   <translation>Qué se pregunta</translation>
  </message>
  <message>
   <source>What is found</source>
   <translation>Qué se encuentra</translation>
  </message>
  <message>
   <source>When it counts</source>
   <translation>Cuándo cuenta</translation>
  </message>
  <message>
   <source>Which</source>
   <translation>Cuál</translation>
  </message>
  <message>
   <source>Who</source>
   <translation>Quién</translation>
  </message>
  <message>
   <source>Words to listen for, or seconds</source>
   <translation>Palabras que escuchar, o segundos</translation>
  </message>
  <message>
   <source>agent</source>
   <translation>agente</translation>
  </message>
  <message>
   <source>any</source>
   <translation>cualquiera</translation>
  </message>
  <message>
   <source>at least </source>
   <translation>al menos </translation>
  </message>
  <message>
   <source>can be heard:</source>
   <translation>se oye:</translation>
  </message>
  <message>
   <source>circumstances:</source>
   <translation>circunstancias:</translation>
  </message>
  <message>
   <source>customer</source>
   <translation>cliente</translation>
  </message>
  <message>
   <source>either</source>
   <translation>cualquiera de los dos</translation>
  </message>
  <message>
   <source>ever in the call</source>
   <translation>en algún momento de la llamada</translation>
  </message>
  <message>
   <source>is found to</source>
   <translation>muestra:</translation>
  </message>
  <message>
   <source>it is known:</source>
   <translation>se sabe:</translation>
  </message>
  <message>
   <source>not</source>
   <translation>no</translation>
  </message>
  <message>
   <source>refund* | money back</source>
   <translation>refund* | money back</translation>
  </message>
  <message>
   <source>right now</source>
   <translation>ahora mismo</translation>
  </message>
  <message>
   <source>says</source>
   <translation>dice</translation>
  </message>
  <message>
   <source>seconds</source>
   <translation>segundos</translation>
  </message>
  <message>
   <source>seconds into the call, after</source>
   <translation>segundos de llamada, después de</translation>
  </message>
  <message>
   <source>seconds into the call, before</source>
   <translation>segundos de llamada, antes de</translation>
  </message>
  <message>
   <source>since</source>
   <translation>desde</translation>
  </message>
  <message>
   <source>the call is in its</source>
   <translation>la llamada está en su</translation>
  </message>
  <message>
   <source>timing:</source>
   <translation>tiempos:</translation>
  </message>
  <message>
   <source>within</source>
   <translation>dentro de</translation>
  </message>
 </context>
 <context>
  <name>CountedLine</name>
  <message numerus="yes">
   <source>%n character(s) too long</source>
   <translation>
    <numerusform>%n carácter de más</numerusform>
    <numerusform>%n caracteres de más</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>CueMark</name>
  <message>
   <source>Prompt: {headline}. Open the sidebar</source>
   <translation>Aviso: {headline}. Abrir la barra lateral</translation>
  </message>
 </context>
 <context>
  <name>CueRow</name>
  <message>
   <source>Prompt</source>
   <translation>Aviso</translation>
  </message>
  <message>
   <source>Right</source>
   <translation>Correcto</translation>
  </message>
  <message>
   <source>Wrong</source>
   <translation>Incorrecto</translation>
  </message>
 </context>
 <context>
  <name>DevicePage</name>
  <message>
   <source>Level of {device}</source>
   <translation>Nivel de {device}</translation>
  </message>
  <message>
   <source>Set by your administrator</source>
   <translation>Fijado por su administrador</translation>
  </message>
  <message>
   <source>Speak, and let something play in your headset: the bars show what hears it.</source>
   <translation>Hable y reproduzca algo en los auriculares: las barras muestran qué lo oye.</translation>
  </message>
  <message>
   <source>What you hear: there the customer is listened to</source>
   <translation>Lo que usted oye: ahí se escucha al cliente</translation>
  </message>
  <message>
   <source>Your headset</source>
   <translation>Sus auriculares</translation>
  </message>
  <message>
   <source>Your microphone</source>
   <translation>Su micrófono</translation>
  </message>
 </context>
 <context>
  <name>Drivers</name>
  <message>
   <source>access</source>
   <translation>acceso</translation>
  </message>
  <message>
   <source>billing</source>
   <translation>facturación</translation>
  </message>
  <message>
   <source>called before</source>
   <translation>ya había llamado</translation>
  </message>
  <message>
   <source>cancellation</source>
   <translation>cancelación</translation>
  </message>
  <message>
   <source>delivery</source>
   <translation>entrega</translation>
  </message>
  <message>
   <source>fault</source>
   <translation>avería</translation>
  </message>
  <message>
   <source>how they were treated</source>
   <translation>el trato recibido</translation>
  </message>
  <message>
   <source>nobody told them</source>
   <translation>nadie avisó</translation>
  </message>
  <message>
   <source>policy</source>
   <translation>norma</translation>
  </message>
  <message>
   <source>price</source>
   <translation>precio</translation>
  </message>
  <message>
   <source>quality</source>
   <translation>calidad</translation>
  </message>
  <message>
   <source>security</source>
   <translation>seguridad</translation>
  </message>
  <message>
   <source>waiting</source>
   <translation>espera</translation>
  </message>
 </context>
 <context>
  <name>FactBox</name>
  <message>
   <source>Found at {time}</source>
   <translation>Encontrado en {time}</translation>
  </message>
  <message>
   <source>Found at {time}; missed: {names}</source>
   <translation>Encontrado en {time}; omitido: {names}</translation>
  </message>
  <message>
   <source>Missed …</source>
   <translation>Omitido …</translation>
  </message>
  <message>
   <source>Nothing found at {time}</source>
   <translation>Nada encontrado en {time}</translation>
  </message>
  <message>
   <source>Something was said in this line and not detected</source>
   <translation>En esta línea se dijo algo que no se detectó</translation>
  </message>
 </context>
 <context>
  <name>FactRow</name>
  <message>
   <source>How sure the recognizer is of these words, at the least: {percent} %</source>
   <translation>Qué seguridad mínima tiene el reconocedor de estas palabras: {percent} %</translation>
  </message>
  <message>
   <source>Right</source>
   <translation>Correcto</translation>
  </message>
  <message>
   <source>Wrong</source>
   <translation>Incorrecto</translation>
  </message>
  <message>
   <source>heard {percent} %</source>
   <translation>oído {percent} %</translation>
  </message>
 </context>
 <context>
  <name>FarEndPage</name>
  <message>
   <source>A rising sound is played in your headset, and listened for where the customer's voice will be taken from.</source>
   <translation>Se reproduce un sonido ascendente en sus auriculares y se busca donde se tomará la voz del cliente.</translation>
  </message>
  <message>
   <source>Did you hear it in your headset?</source>
   <translation>¿Lo oyó en los auriculares?</translation>
  </message>
  <message>
   <source>Is the customer heard?</source>
   <translation>¿Se oye al cliente?</translation>
  </message>
  <message>
   <source>No</source>
   <translation>No</translation>
  </message>
  <message>
   <source>Play the sound</source>
   <translation>Reproducir el sonido</translation>
  </message>
  <message>
   <source>Playing…</source>
   <translation>Reproduciendo…</translation>
  </message>
  <message>
   <source>Then the sound goes to an output you do not wear: make the headset your output in the system's sound settings, or go back and choose its device.</source>
   <translation>Entonces el sonido va a una salida que usted no lleva: ponga los auriculares como salida en los ajustes de sonido del sistema, o vuelva atrás y elija su dispositivo.</translation>
  </message>
  <message>
   <source>Yes</source>
   <translation>Sí</translation>
  </message>
 </context>
 <context>
  <name>FeelingCurve</name>
  <message>
   <source>Feeling over the call, turning points: {count}</source>
   <translation>Ánimo durante la llamada, puntos de giro: {count}</translation>
  </message>
 </context>
 <context>
  <name>FeelingMark</name>
  <message>
   <source>No feeling heard yet</source>
   <translation>Aún no se ha oído ningún ánimo</translation>
  </message>
 </context>
 <context>
  <name>FileControl</name>
  <message>
   <source>Choose…</source>
   <translation>Elegir…</translation>
  </message>
  <message>
   <source>Opens a list of files</source>
   <translation>Abre una lista de archivos</translation>
  </message>
 </context>
 <context>
  <name>FilterBar</name>
  <message>
   <source>Any agent</source>
   <translation>Cualquier agente</translation>
  </message>
  <message>
   <source>Any outcome</source>
   <translation>Cualquier resultado</translation>
  </message>
  <message>
   <source>Any reason</source>
   <translation>Cualquier motivo</translation>
  </message>
  <message>
   <source>Any time</source>
   <translation>Cualquier fecha</translation>
  </message>
  <message>
   <source>Forget</source>
   <translation>Olvidar</translation>
  </message>
  <message>
   <source>Last 30 days</source>
   <translation>Últimos 30 días</translation>
  </message>
  <message>
   <source>Last 90 days</source>
   <translation>Últimos 90 días</translation>
  </message>
  <message>
   <source>Name for this filter</source>
   <translation>Nombre de este filtro</translation>
  </message>
  <message>
   <source>Only calls nobody has reviewed yet</source>
   <translation>Solo llamadas que nadie ha revisado</translation>
  </message>
  <message>
   <source>Outcome</source>
   <translation>Resultado</translation>
  </message>
  <message>
   <source>Reason</source>
   <translation>Motivo</translation>
  </message>
  <message>
   <source>Save this filter as …</source>
   <translation>Guardar este filtro como …</translation>
  </message>
  <message>
   <source>Saved</source>
   <translation>Guardados</translation>
  </message>
  <message>
   <source>This week</source>
   <translation>Esta semana</translation>
  </message>
  <message>
   <source>To review</source>
   <translation>Por revisar</translation>
  </message>
  <message>
   <source>Today</source>
   <translation>Hoy</translation>
  </message>
 </context>
 <context>
  <name>FirstRun</name>
  <message>
   <source>Callers get no notice: clear with your lead that they may be transcribed, or switch private mode on in the settings.</source>
   <translation>Quienes llaman no reciben aviso: aclare con su jefe que se puede transcribir, o active el modo privado en los ajustes.</translation>
  </message>
  <message>
   <source>Callers know that they are transcribed: {how}.</source>
   <translation>Quienes llaman saben que se transcribe: {how}.</translation>
  </message>
  <message>
   <source>Calls are heard with the starter model, which is for trying out; choose a better one for real calls.</source>
   <translation>Las llamadas se oyen con el modelo inicial, que es para probar; elija uno mejor para llamadas reales.</translation>
  </message>
  <message>
   <source>Calls are heard with {model}.</source>
   <translation>Las llamadas se oyen con {model}.</translation>
  </message>
  <message>
   <source>It is not answered yet what notice callers get.</source>
   <translation>Falta responder qué aviso reciben quienes llaman.</translation>
  </message>
  <message>
   <source>Nothing came back: on this device the customer cannot be heard.</source>
   <translation>No volvió nada: en este dispositivo no se puede oír al cliente.</translation>
  </message>
  <message>
   <source>Other sound came back, but not this one: choose another device for the customer, or turn up the output.</source>
   <translation>Volvió otro sonido, pero no este: elija otro dispositivo para el cliente o suba la salida.</translation>
  </message>
  <message>
   <source>The customer cannot be heard on {device}.</source>
   <translation>No se puede oír al cliente en {device}.</translation>
  </message>
  <message>
   <source>The customer is heard on {device}, but that is not the headset you wear: choose it as your output, or choose its device for the customer.</source>
   <translation>El cliente se oye en {device}, pero no son los auriculares que usted lleva: elíjalos como salida, o elija su dispositivo para el cliente.</translation>
  </message>
  <message>
   <source>The customer is heard on {device}.</source>
   <translation>El cliente se oye en {device}.</translation>
  </message>
  <message>
   <source>The customer is heard on {device}; that was not tried.</source>
   <translation>El cliente se oye en {device}; no se probó.</translation>
  </message>
  <message>
   <source>The sound came back: what is played there is heard as the customer.</source>
   <translation>El sonido volvió: lo que se reproduce ahí se oye como el cliente.</translation>
  </message>
  <message>
   <source>The speech model {model} is not here; choose another.</source>
   <translation>El modelo de voz {model} no está; elija otro.</translation>
  </message>
  <message>
   <source>There is no device on which the customer can be heard.</source>
   <translation>No hay dispositivo en el que se pueda oír al cliente.</translation>
  </message>
  <message>
   <source>There is no microphone; plug in the headset.</source>
   <translation>No hay micrófono; conecte los auriculares.</translation>
  </message>
  <message>
   <source>With a desk phone, or where the call runs on another computer (remote desktop), the customer's voice does not pass through this one: only your side can be heard, and prompts that need the customer's words stay away.</source>
   <translation>Con un teléfono de mesa, o si la llamada va por otro equipo (escritorio remoto), la voz del cliente no pasa por este: solo se oye su lado, y los avisos que necesitan las palabras del cliente no aparecen.</translation>
  </message>
  <message>
   <source>You are heard on {device}: “{words}”.</source>
   <translation>Se le oye en {device}: «{words}».</translation>
  </message>
  <message>
   <source>You are heard on {device}; no sentence was tried.</source>
   <translation>Se le oye en {device}; no se probó ninguna frase.</translation>
  </message>
  <message>
   <source>Your calls are heard in {language}, and prompts come in {language}: the language of your customers, not that of these windows.</source>
   <translation>Sus llamadas se escuchan en {language} y los avisos salen en {language}: el idioma de sus clientes, no el de estas ventanas.</translation>
  </message>
 </context>
 <context>
  <name>FirstRunWindow</name>
  <message>
   <source>Back</source>
   <translation>Atrás</translation>
  </message>
  <message>
   <source>Does not come up again; the settings can start it</source>
   <translation>No vuelve a aparecer; los ajustes pueden iniciarlo</translation>
  </message>
  <message>
   <source>Done</source>
   <translation>Listo</translation>
  </message>
  <message>
   <source>Enter</source>
   <translation>Intro</translation>
  </message>
  <message>
   <source>Goes on here at the next start</source>
   <translation>Sigue aquí en el próximo inicio</translation>
  </message>
  <message>
   <source>Later</source>
   <translation>Más tarde</translation>
  </message>
  <message>
   <source>Next</source>
   <translation>Luego</translation>
  </message>
  <message>
   <source>Set up Call Assist</source>
   <translation>Configurar Call Assist</translation>
  </message>
  <message>
   <source>Skip all</source>
   <translation>Omitir todo</translation>
  </message>
  <message>
   <source>Step {number} of {count}</source>
   <translation>Paso {number} de {count}</translation>
  </message>
 </context>
 <context>
  <name>FollowUpBanner</name>
  <message>
   <source>Done</source>
   <translation>Listo</translation>
  </message>
  <message>
   <source>Done: this promise is kept</source>
   <translation>Hecho: esta promesa está cumplida</translation>
  </message>
  <message>
   <source>Later</source>
   <translation>Más tarde</translation>
  </message>
  <message numerus="yes">
   <source>Remind me again in %n minute(s)</source>
   <translation>
    <numerusform>Recordármelo en %n minuto</numerusform>
    <numerusform>Recordármelo en %n minutos</numerusform>
   </translation>
  </message>
  <message>
   <source>{first} {count} more are due.</source>
   <translation>{first} Vencen {count} más.</translation>
  </message>
 </context>
 <context>
  <name>FollowUps</name>
  <message numerus="yes">
   <source>%n overdue</source>
   <translation>
    <numerusform>%n vencida</numerusform>
    <numerusform>%n vencidas</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n promise(s) to keep</source>
   <translation>
    <numerusform>%n promesa por cumplir</numerusform>
    <numerusform>%n promesas por cumplir</numerusform>
   </translation>
  </message>
  <message>
   <source>Everybody</source>
   <translation>Todos</translation>
  </message>
  <message>
   <source>Follow-ups</source>
   <translation>Promesas</translation>
  </message>
  <message>
   <source>Mark as kept</source>
   <translation>Marcar como cumplida</translation>
  </message>
  <message>
   <source>No promise waits to be kept</source>
   <translation>No hay promesas pendientes</translation>
  </message>
  <message>
   <source>Not kept after all</source>
   <translation>Al final, no cumplida</translation>
  </message>
  <message>
   <source>Open this call</source>
   <translation>Abrir esta llamada</translation>
  </message>
  <message>
   <source>Overdue only</source>
   <translation>Solo vencidas</translation>
  </message>
  <message>
   <source>Promises to keep</source>
   <translation>Promesas por cumplir</translation>
  </message>
  <message>
   <source>The promises cannot be read</source>
   <translation>No se pueden leer las promesas</translation>
  </message>
  <message>
   <source>Unknown caller</source>
   <translation>Desconocido</translation>
  </message>
  <message>
   <source>What agents promise a customer for a time stands here until it is kept.</source>
   <translation>Lo que los agentes prometen a un cliente para un momento está aquí hasta que se cumple.</translation>
  </message>
  <message>
   <source>Whose promises</source>
   <translation>De quién son las promesas</translation>
  </message>
  <message>
   <source>due {moment}</source>
   <translation>vence {moment}</translation>
  </message>
  <message>
   <source>kept</source>
   <translation>cumplida</translation>
  </message>
  <message numerus="yes">
   <source>overdue %n day(s)</source>
   <translation>
    <numerusform>vencida hace %n día</numerusform>
    <numerusform>vencida hace %n días</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>overdue %n hour(s)</source>
   <translation>
    <numerusform>vencida hace %n hora</numerusform>
    <numerusform>vencida hace %n horas</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>overdue %n minute(s)</source>
   <translation>
    <numerusform>vencida hace %n minuto</numerusform>
    <numerusform>vencida hace %n minutos</numerusform>
   </translation>
  </message>
  <message>
   <source>what was promised is not shared</source>
   <translation>lo prometido no se comparte</translation>
  </message>
  <message>
   <source>{count} due</source>
   <translation>{count} por vencer</translation>
  </message>
  <message>
   <source>{count} overdue</source>
   <translation>{count} vencidas</translation>
  </message>
 </context>
 <context>
  <name>Footer</name>
  <message>
   <source>Both silent</source>
   <translation>Ambos en silencio</translation>
  </message>
  <message>
   <source>Comparison call: prompts are kept back to measure what they change</source>
   <translation>Llamada de comparación: los avisos se retienen para medir qué cambian</translation>
  </message>
  <message>
   <source>Comparison call: some prompts are kept back to measure them</source>
   <translation>Llamada de comparación: algunos avisos se retienen para medirlos</translation>
  </message>
  <message>
   <source>Customer</source>
   <translation>Cliente</translation>
  </message>
  <message>
   <source>Customer not heard, prompts rest</source>
   <translation>Cliente sin sonido, avisos en pausa</translation>
  </message>
  <message>
   <source>End</source>
   <translation>Fin</translation>
  </message>
  <message>
   <source>End the call and wrap up</source>
   <translation>Terminar la llamada y cerrarla</translation>
  </message>
  <message>
   <source>For a card number for instance</source>
   <translation>Por ejemplo, para un número de tarjeta</translation>
  </message>
  <message>
   <source>Hear the customer's side again</source>
   <translation>Volver a oír al cliente</translation>
  </message>
  <message>
   <source>Hear your side again</source>
   <translation>Volver a oírle a usted</translation>
  </message>
  <message>
   <source>Leads see it</source>
   <translation>La ven sus jefes</translation>
  </message>
  <message>
   <source>Local only</source>
   <translation>Solo local</translation>
  </message>
  <message>
   <source>Mute the customer's side</source>
   <translation>Silenciar al cliente</translation>
  </message>
  <message>
   <source>Mute your side</source>
   <translation>Silenciar su lado</translation>
  </message>
  <message>
   <source>Pause</source>
   <translation>Pausa</translation>
  </message>
  <message>
   <source>Pause listening</source>
   <translation>Pausar la escucha</translation>
  </message>
  <message>
   <source>Private · {silent}</source>
   <translation>Privada · {silent}</translation>
  </message>
  <message>
   <source>Private: not kept</source>
   <translation>Privada: no se guarda</translation>
  </message>
  <message>
   <source>Resume</source>
   <translation>Reanudar</translation>
  </message>
  <message>
   <source>Resume listening</source>
   <translation>Reanudar la escucha</translation>
  </message>
  <message>
   <source>Seen · {silent}</source>
   <translation>Visible · {silent}</translation>
  </message>
  <message>
   <source>Sound and words never leave this computer</source>
   <translation>El sonido y las palabras nunca salen de este equipo</translation>
  </message>
  <message>
   <source>The customer's side is muted, prompts on it rest</source>
   <translation>Cliente silenciado, sus avisos en pausa</translation>
  </message>
  <message>
   <source>The customer's words come {seconds} s late</source>
   <translation>Las palabras del cliente llegan {seconds} s tarde</translation>
  </message>
  <message>
   <source>You</source>
   <translation>Usted</translation>
  </message>
  <message>
   <source>You are not heard, prompts rest</source>
   <translation>No se le oye, avisos en pausa</translation>
  </message>
  <message>
   <source>Your side is muted, prompts on it rest</source>
   <translation>Su lado silenciado, sus avisos en pausa</translation>
  </message>
  <message>
   <source>Your words come {seconds} s late</source>
   <translation>Sus palabras llegan {seconds} s tarde</translation>
  </message>
  <message>
   <source>{keys}, for a card number for instance</source>
   <translation>{keys}, por ejemplo, para un número de tarjeta</translation>
  </message>
  <message>
   <source>{name}: heard</source>
   <translation>{name}: se oye</translation>
  </message>
  <message>
   <source>{name}: muted</source>
   <translation>{name}: silenciado</translation>
  </message>
  <message>
   <source>{name}: not heard</source>
   <translation>{name}: no se oye</translation>
  </message>
  <message>
   <source>{name}: silent</source>
   <translation>{name}: silencio</translation>
  </message>
  <message>
   <source>{seconds} s of the customer's sound was lost</source>
   <translation>Se perdieron {seconds} s del sonido del cliente</translation>
  </message>
  <message>
   <source>{seconds} s of your sound was lost</source>
   <translation>Se perdieron {seconds} s de su sonido</translation>
  </message>
 </context>
 <context>
  <name>FormPage</name>
  <message>
   <source>Id</source>
   <translation>Id.</translation>
  </message>
  <message>
   <source>More</source>
   <translation>Más</translation>
  </message>
  <message>
   <source>Other keys as text</source>
   <translation>Otras claves como texto</translation>
  </message>
  <message>
   <source>Title</source>
   <translation>Título</translation>
  </message>
 </context>
 <context>
  <name>Header</name>
  <message>
   <source>Call ended</source>
   <translation>Llamada terminada</translation>
  </message>
  <message>
   <source>Close the sidebar</source>
   <translation>Cerrar la barra lateral</translation>
  </message>
  <message>
   <source>Demo call</source>
   <translation>Llamada de ejemplo</translation>
  </message>
  <message>
   <source>Hears both sides, on this computer only</source>
   <translation>Oye a ambos lados, solo en este equipo</translation>
  </message>
  <message>
   <source>Menu</source>
   <translation>Menú</translation>
  </message>
  <message>
   <source>No call</source>
   <translation>Sin llamada</translation>
  </message>
  <message>
   <source>On a call</source>
   <translation>En llamada</translation>
  </message>
  <message>
   <source>Paused</source>
   <translation>En pausa</translation>
  </message>
  <message>
   <source>Paused for card details</source>
   <translation>En pausa por los datos de la tarjeta</translation>
  </message>
  <message>
   <source>Recording</source>
   <translation>Grabación</translation>
  </message>
  <message>
   <source>The customer's name</source>
   <translation>Nombre del cliente</translation>
  </message>
  <message>
   <source>ending</source>
   <translation>terminando</translation>
  </message>
  <message>
   <source>◷ {count} due</source>
   <translation>◷ vencen {count}</translation>
  </message>
  <message>
   <source>⚑ flagged: {count}</source>
   <translation>⚑ marcas: {count}</translation>
  </message>
 </context>
 <context>
  <name>IdlePage</name>
  <message>
   <source>Edit the rules</source>
   <translation>Editar las reglas</translation>
  </message>
  <message>
   <source>Listens to your headset, both sides</source>
   <translation>Escucha sus auriculares, ambos lados</translation>
  </message>
  <message>
   <source>Loading</source>
   <translation>Cargando</translation>
  </message>
  <message>
   <source>Loading {model}. This takes a few seconds.</source>
   <translation>Cargando {model}. Tarda unos segundos.</translation>
  </message>
  <message>
   <source>No call</source>
   <translation>Sin llamada</translation>
  </message>
  <message>
   <source>No speech model could be loaded, so nothing can be heard. Install or choose one; 'assist models' in a terminal does the same.</source>
   <translation>No se pudo cargar ningún modelo de voz, así que no se oye nada. Instale o elija uno; «assist models» en una terminal hace lo mismo.</translation>
  </message>
  <message>
   <source>Not ready to listen</source>
   <translation>No está listo para escuchar</translation>
  </message>
  <message>
   <source>Opens the rule editor in its own window</source>
   <translation>Abre el editor de reglas en su propia ventana</translation>
  </message>
  <message>
   <source>Play the demo call</source>
   <translation>Reproducir la llamada de ejemplo</translation>
  </message>
  <message>
   <source>Set up…</source>
   <translation>Configurar…</translation>
  </message>
  <message>
   <source>Start listening</source>
   <translation>Empezar a escuchar</translation>
  </message>
  <message>
   <source>Starting</source>
   <translation>Iniciando</translation>
  </message>
  <message>
   <source>The part that listens is being started.</source>
   <translation>Se está iniciando la parte que escucha.</translation>
  </message>
  <message>
   <source>When a customer is on the line, start listening. Prompts come up here while there is still time to act.</source>
   <translation>Empiece a escuchar cuando haya un cliente en línea. Los avisos aparecen aquí mientras aún hay tiempo de actuar.</translation>
  </message>
  <message>
   <source>the speech model</source>
   <translation>el modelo de voz</translation>
  </message>
 </context>
 <context>
  <name>KeyHelp</name>
  <message>
   <source>Keys</source>
   <translation>Teclas</translation>
  </message>
 </context>
 <context>
  <name>Keys</name>
  <message>
   <source>'{text}' is no shortcut, or is used twice; choose another in the settings.</source>
   <translation>«{text}» no es un atajo o se usa dos veces; elija otro en los ajustes.</translation>
  </message>
  <message>
   <source>Another program holds {keys}; use the buttons, or choose another key in the settings.</source>
   <translation>Otro programa ocupa {keys}; use los botones o elija otra tecla en los ajustes.</translation>
  </message>
 </context>
 <context>
  <name>KnowledgePanel</name>
  <message>
   <source>Good to know: {text}</source>
   <translation>Conviene saber: {text}</translation>
  </message>
  <message>
   <source>Know</source>
   <translation>Dato</translation>
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
   <translation>elegir</translation>
  </message>
 </context>
 <context>
  <name>Languages</name>
  <message>
   <source>English</source>
   <translation>inglés</translation>
  </message>
  <message>
   <source>Spanish</source>
   <translation>español</translation>
  </message>
 </context>
 <context>
  <name>LeadLine</name>
  <message>
   <source>From {lead}</source>
   <translation>De {lead}</translation>
  </message>
  <message>
   <source>Put the line away</source>
   <translation>Quitar la línea</translation>
  </message>
 </context>
 <context>
  <name>Leads</name>
  <message>
   <source>Agent asks for help</source>
   <translation>El agente pide ayuda</translation>
  </message>
  <message>
   <source>Asking your leads …</source>
   <translation>Preguntando a sus jefes…</translation>
  </message>
  <message>
   <source>Customer at risk</source>
   <translation>Cliente en riesgo</translation>
  </message>
  <message>
   <source>From {lead}: {text}</source>
   <translation>De {lead}: {text}</translation>
  </message>
  <message>
   <source>Manager asked for</source>
   <translation>Pide un responsable</translation>
  </message>
  <message>
   <source>No team is set up: kept with the call for later.</source>
   <translation>No hay equipo configurado: queda con la llamada para después.</translation>
  </message>
  <message>
   <source>Private call: nobody is told.</source>
   <translation>Llamada privada: no se avisa a nadie.</translation>
  </message>
  <message>
   <source>Your leads cannot be reached now; they get it with the call.</source>
   <translation>No se puede avisar ahora a sus jefes; lo recibirán con la llamada.</translation>
  </message>
  <message>
   <source>Your leads get it with the call, once it is over.</source>
   <translation>Sus jefes lo recibirán con la llamada, cuando termine.</translation>
  </message>
  <message>
   <source>Your leads see that this call needs help.</source>
   <translation>Sus jefes ven que esta llamada necesita ayuda.</translation>
  </message>
  <message>
   <source>◉ Watching: {names}</source>
   <translation>◉ Observan: {names}</translation>
  </message>
  <message>
   <source>◉ {name} is watching</source>
   <translation>◉ {name} está observando</translation>
  </message>
 </context>
 <context>
  <name>Live</name>
  <message>
   <source>A call appears here when its customer asks for a manager or threatens to leave, or its agent asks for help.</source>
   <translation>Una llamada aparece aquí cuando el cliente pide un responsable o amenaza con irse, o el agente pide ayuda.</translation>
  </message>
  <message>
   <source>A promise for {time}</source>
   <translation>Una promesa para las {time}</translation>
  </message>
  <message>
   <source>A promise with a time</source>
   <translation>Una promesa con hora</translation>
  </message>
  <message>
   <source>A promise without a time</source>
   <translation>Una promesa sin hora</translation>
  </message>
  <message>
   <source>Calls that need you now</source>
   <translation>Llamadas que le necesitan ahora</translation>
  </message>
  <message>
   <source>It is tried again by itself.</source>
   <translation>Se vuelve a intentar automáticamente.</translation>
  </message>
  <message>
   <source>Listening is paused</source>
   <translation>La escucha está en pausa</translation>
  </message>
  <message>
   <source>Looking for calls that need help …</source>
   <translation>Buscando llamadas que necesitan ayuda…</translation>
  </message>
  <message>
   <source>No feeling heard yet</source>
   <translation>Aún no se ha oído ningún ánimo</translation>
  </message>
  <message>
   <source>No live calls here</source>
   <translation>Aquí no hay llamadas en vivo</translation>
  </message>
  <message>
   <source>Nobody needs help right now</source>
   <translation>Ahora nadie necesita ayuda</translation>
  </message>
  <message>
   <source>One line to the agent's sidebar</source>
   <translation>Una línea para la barra del agente</translation>
  </message>
  <message>
   <source>Promises</source>
   <translation>Promesas</translation>
  </message>
  <message>
   <source>Prompts shown</source>
   <translation>Avisos mostrados</translation>
  </message>
  <message>
   <source>Send</source>
   <translation>Enviar</translation>
  </message>
  <message>
   <source>Sent: {line}</source>
   <translation>Enviado: {line}</translation>
  </message>
  <message>
   <source>Stop watching</source>
   <translation>Dejar de observar</translation>
  </message>
  <message>
   <source>The line was not sent: the call needs nobody any more.</source>
   <translation>La línea no se envió: la llamada ya no necesita a nadie.</translation>
  </message>
  <message>
   <source>The live board cannot be reached</source>
   <translation>No se puede acceder al panel en vivo</translation>
  </message>
  <message>
   <source>The live board is off</source>
   <translation>El panel en vivo está desactivado</translation>
  </message>
  <message>
   <source>The team has not turned it on: its administrator does so with “assist team live on”, and agents allow it in their settings.</source>
   <translation>El equipo no lo ha activado: lo hace su administrador con «assist team live on», y los agentes lo permiten en sus ajustes.</translation>
  </message>
  <message>
   <source>The team's limit keeps what is said on the agent's computer.</source>
   <translation>El límite del equipo deja lo dicho en el ordenador del agente.</translation>
  </message>
  <message>
   <source>Waiting for what is said; it may stay on the agent's computer.</source>
   <translation>Esperando lo que se dice; puede que se quede en el ordenador del agente.</translation>
  </message>
  <message>
   <source>Watch</source>
   <translation>Observar</translation>
  </message>
  <message>
   <source>Watching shows more of the call. The agent sees who watches.</source>
   <translation>Al observar se ve más de la llamada. El agente ve quién observa.</translation>
  </message>
  <message>
   <source>What is said</source>
   <translation>Lo que se dice</translation>
  </message>
  <message>
   <source>arrived</source>
   <translation>llegó</translation>
  </message>
  <message>
   <source>for {minutes} min</source>
   <translation>desde hace {minutes} min</translation>
  </message>
  <message>
   <source>just now</source>
   <translation>ahora mismo</translation>
  </message>
  <message>
   <source>on its way</source>
   <translation>en camino</translation>
  </message>
  <message>
   <source>watched by {names}</source>
   <translation>observa {names}</translation>
  </message>
  <message>
   <source>{agent} sees that you are watching.</source>
   <translation>{agent} ve que usted observa.</translation>
  </message>
  <message>
   <source>– {prompt} (not done)</source>
   <translation>– {prompt} (no hecho)</translation>
  </message>
  <message>
   <source>▸ {prompt} (in view)</source>
   <translation>▸ {prompt} (a la vista)</translation>
  </message>
  <message>
   <source>● Live</source>
   <translation>● En vivo</translation>
  </message>
  <message>
   <source>✓ {prompt} (done)</source>
   <translation>✓ {prompt} (hecho)</translation>
  </message>
 </context>
 <context>
  <name>MenuPanel</name>
  <message>
   <source>About and licences…</source>
   <translation>Acerca de y licencias…</translation>
  </message>
  <message>
   <source>Collapse to a strip</source>
   <translation>Contraer a una tira</translation>
  </message>
  <message>
   <source>Edit the rules…</source>
   <translation>Editar las reglas…</translation>
  </message>
  <message>
   <source>Menu</source>
   <translation>Menú</translation>
  </message>
  <message>
   <source>Move to the left edge</source>
   <translation>Mover al borde izquierdo</translation>
  </message>
  <message>
   <source>Move to the right edge</source>
   <translation>Mover al borde derecho</translation>
  </message>
  <message>
   <source>Practise with a call…</source>
   <translation>Practicar con una llamada…</translation>
  </message>
  <message>
   <source>Quit</source>
   <translation>Salir</translation>
  </message>
  <message>
   <source>Review calls…</source>
   <translation>Revisar llamadas…</translation>
  </message>
  <message>
   <source>Set up again…</source>
   <translation>Configurar de nuevo…</translation>
  </message>
  <message>
   <source>Settings…</source>
   <translation>Ajustes…</translation>
  </message>
 </context>
 <context>
  <name>ModelPage</name>
  <message>
   <source> (Spanish)</source>
   <translation> (español)</translation>
  </message>
  <message>
   <source> ({size} MB to download)</source>
   <translation> ({size} MB por descargar)</translation>
  </message>
  <message>
   <source>Download</source>
   <translation>Descargar</translation>
  </message>
  <message>
   <source>Download {size} MB</source>
   <translation>Descargar {size} MB</translation>
  </message>
  <message>
   <source>It hears the language of your customers, English or Spanish. Prompts come in that language too, whatever these windows speak.</source>
   <translation>Entiende el idioma de sus clientes, inglés o español. Los avisos salen también en ese idioma, hablen lo que hablen estas ventanas.</translation>
  </message>
  <message>
   <source>Stop</source>
   <translation>Parar</translation>
  </message>
  <message>
   <source>What hears your calls?</source>
   <translation>¿Qué oye sus llamadas?</translation>
  </message>
 </context>
 <context>
  <name>Models</name>
  <message>
   <source>brought along; how well it hears is not known</source>
   <translation>aportado; no se sabe qué tal oye</translation>
  </message>
  <message>
   <source>light, for real calls; mishears some words in every call</source>
   <translation>ligero, para llamadas reales; oye mal algunas palabras en cada una</translation>
  </message>
  <message>
   <source>made for other speech than telephone calls</source>
   <translation>hecho para otra habla que la telefónica</translation>
  </message>
  <message>
   <source>more accurate, needs more memory</source>
   <translation>más preciso, necesita más memoria</translation>
  </message>
  <message>
   <source>to try things out only; it misses much of real calls</source>
   <translation>solo para probar; se pierde mucho de las llamadas reales</translation>
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
   <translation>Cambiar el nombre</translation>
  </message>
  <message>
   <source>Customer: {name}. Change the name</source>
   <translation>Cliente: {name}. Cambiar el nombre</translation>
  </message>
  <message>
   <source>Name not known</source>
   <translation>Nombre desconocido</translation>
  </message>
  <message>
   <source>No call</source>
   <translation>Sin llamada</translation>
  </message>
 </context>
 <context>
  <name>NextLine</name>
  <message>
   <source>Next</source>
   <translation>Luego</translation>
  </message>
  <message>
   <source>Next: {text}</source>
   <translation>Después: {text}</translation>
  </message>
 </context>
 <context>
  <name>NotNowButton</name>
  <message>
   <source>Not now</source>
   <translation>Ahora no</translation>
  </message>
  <message>
   <source>Not now: put this prompt away</source>
   <translation>Ahora no: apartar este aviso</translation>
  </message>
 </context>
 <context>
  <name>NoticePage</name>
  <message>
   <source>Transcribing a call can count as recording it, and callers may have to know. The answer is kept with your calls, where your lead sees it; ask where you are not sure.</source>
   <translation>Transcribir una llamada puede contar como grabarla, y quienes llaman quizá deban saberlo. La respuesta se guarda con sus llamadas, donde su jefe la ve; pregunte si no está seguro.</translation>
  </message>
  <message>
   <source>What are your callers told?</source>
   <translation>¿Qué se dice a quienes llaman?</translation>
  </message>
 </context>
 <context>
  <name>OfferBanner</name>
  <message>
   <source>Do not listen to this call</source>
   <translation>No escuchar esta llamada</translation>
  </message>
  <message>
   <source>Not now</source>
   <translation>Ahora no</translation>
  </message>
  <message>
   <source>Start</source>
   <translation>Empezar</translation>
  </message>
  <message>
   <source>Start listening to the call with {who}</source>
   <translation>Empezar a escuchar la llamada con {who}</translation>
  </message>
  <message>
   <source>the caller</source>
   <translation>quien llama</translation>
  </message>
 </context>
 <context>
  <name>Phone</name>
  <message>
   <source>Due {when}: {what}.</source>
   <translation>Vence {when}: {what}.</translation>
  </message>
  <message>
   <source>Nobody has spoken for {minutes} min. Is the call over?</source>
   <translation>Nadie habla desde hace {minutes} min. ¿Ha terminado la llamada?</translation>
  </message>
  <message>
   <source>On the phone: {who}</source>
   <translation>Al teléfono: {who}</translation>
  </message>
  <message>
   <source>One earlier call on {day}: {how}.</source>
   <translation>Una llamada anterior el {day}: {how}.</translation>
  </message>
  <message>
   <source>Promised: {promises}.</source>
   <translation>Prometido: {promises}.</translation>
  </message>
  <message>
   <source>Ringing: {who}</source>
   <translation>Suena: {who}</translation>
  </message>
  <message>
   <source>Starting puts the call on hold away until you take it back</source>
   <translation>Al empezar, la llamada en espera queda apartada hasta que la retome</translation>
  </message>
  <message>
   <source>The softphone says that a call is over. Is it this one?</source>
   <translation>El softphone dice que una llamada ha terminado. ¿Es esta?</translation>
  </message>
  <message>
   <source>follow-up promised</source>
   <translation>seguimiento prometido</translation>
  </message>
  <message>
   <source>resolved</source>
   <translation>resuelta</translation>
  </message>
  <message>
   <source>unknown caller</source>
   <translation>desconocido</translation>
  </message>
  <message>
   <source>unresolved</source>
   <translation>sin resolver</translation>
  </message>
  <message>
   <source>wanted to leave</source>
   <translation>quería irse</translation>
  </message>
  <message>
   <source>{count} earlier calls; the last on {day}: {how}.</source>
   <translation>{count} llamadas anteriores; la última el {day}: {how}.</translation>
  </message>
  <message>
   <source>{promises}; {more} more</source>
   <translation>{promises}; {more} más</translation>
  </message>
 </context>
 <context>
  <name>PlayPage</name>
  <message>
   <source>Customer</source>
   <translation>Cliente</translation>
  </message>
  <message>
   <source>Go on (P)</source>
   <translation>Seguir (P)</translation>
  </message>
  <message>
   <source>I would act here</source>
   <translation>Aquí actuaría</translation>
  </message>
  <message>
   <source>I would act here  (Space)</source>
   <translation>Aquí actuaría  (Espacio)</translation>
  </message>
  <message>
   <source>Marked: {what}, {time}. Backspace takes it back.</source>
   <translation>Marcado: {what}, {time}. Retroceso lo deshace.</translation>
  </message>
  <message>
   <source>Pause (P)</source>
   <translation>Pausa (P)</translation>
  </message>
  <message>
   <source>Speed {speed} (S)</source>
   <translation>Velocidad {speed} (S)</translation>
  </message>
  <message>
   <source>Stop and compare (Esc)</source>
   <translation>Parar y comparar (Esc)</translation>
  </message>
  <message>
   <source>Taken back: {what}, {time}</source>
   <translation>Deshecho: {what}, {time}</translation>
  </message>
  <message>
   <source>The call</source>
   <translation>La llamada</translation>
  </message>
  <message>
   <source>{now} of {length}</source>
   <translation>{now} de {length}</translation>
  </message>
 </context>
 <context>
  <name>Practice</name>
  <message>
   <source>Find a way</source>
   <translation>Buscar una salida</translation>
  </message>
  <message>
   <source>Keep the customer</source>
   <translation>Retener al cliente</translation>
  </message>
  <message>
   <source>Name the feeling</source>
   <translation>Nombrar el ánimo</translation>
  </message>
  <message>
   <source>No prompt was due in this call.</source>
   <translation>En esta llamada no tocaba ningún aviso.</translation>
  </message>
  <message>
   <source>Promise a time</source>
   <translation>Prometer un plazo</translation>
  </message>
  <message>
   <source>Say it back</source>
   <translation>Repetirlo con sus palabras</translation>
  </message>
  <message>
   <source>Use the name</source>
   <translation>Usar el nombre</translation>
  </message>
  <message>
   <source>in time, at {time}</source>
   <translation>a tiempo, en {time}</translation>
  </message>
  <message>
   <source>marked where nothing was asked for: {count}</source>
   <translation>marcado donde no se pedía nada: {count}</translation>
  </message>
  <message>
   <source>missed</source>
   <translation>omitido</translation>
  </message>
  <message>
   <source>missed: {count}</source>
   <translation>omitidos: {count}</translation>
  </message>
  <message>
   <source>the agent of the call did it before any prompt</source>
   <translation>el agente de la llamada lo hizo antes de cualquier aviso</translation>
  </message>
  <message>
   <source>too late, at {time}</source>
   <translation>demasiado tarde, en {time}</translation>
  </message>
  <message>
   <source>too late: {count}</source>
   <translation>demasiado tarde: {count}</translation>
  </message>
  <message>
   <source>{met} of {asked} met in time</source>
   <translation>{met} de {asked} a tiempo</translation>
  </message>
  <message>
   <source>{verdict}; you would: {deed}</source>
   <translation>{verdict}; usted haría: {deed}</translation>
  </message>
 </context>
 <context>
  <name>PracticeWindow</name>
  <message>
   <source>Getting the call ready…</source>
   <translation>Preparando la llamada…</translation>
  </message>
  <message>
   <source>Looking for calls…</source>
   <translation>Buscando llamadas…</translation>
  </message>
  <message>
   <source>Practice</source>
   <translation>Práctica</translation>
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
   <translation> días</translation>
  </message>
  <message>
   <source> minutes</source>
   <translation> minutos</translation>
  </message>
  <message>
   <source> px</source>
   <translation> px</translation>
  </message>
  <message>
   <source>16 letters and digits or more.</source>
   <translation>16 letras y cifras o más.</translation>
  </message>
  <message>
   <source>A better model hears more; more models: “Set up again…” or `assist models list`.</source>
   <translation>Un modelo mejor oye más; más modelos: «Configurar de nuevo…» o «assist models list».</translation>
  </message>
  <message>
   <source>A file; empty for none.</source>
   <translation>Un archivo; vacío para ninguno.</translation>
  </message>
  <message>
   <source>A file; empty for the one the rule editor writes.</source>
   <translation>Un archivo; vacío para el que escribe el editor de reglas.</translation>
  </message>
  <message>
   <source>A regular expression with a group (?P&lt;name&gt;…).</source>
   <translation>Una expresión regular con un grupo (?P&lt;name&gt;…).</translation>
  </message>
  <message>
   <source>A sign in the system's tray</source>
   <translation>Un icono en la bandeja del sistema</translation>
  </message>
  <message>
   <source>Address of the team's database</source>
   <translation>Dirección de la base de datos del equipo</translation>
  </message>
  <message>
   <source>Appearance</source>
   <translation>Apariencia</translation>
  </message>
  <message>
   <source>As it stands in stored calls.</source>
   <translation>Como figura en las llamadas guardadas.</translation>
  </message>
  <message>
   <source>As the system names it; empty for the first.</source>
   <translation>Como la nombra el sistema; vacío para la primera.</translation>
  </message>
  <message>
   <source>Ask a lead for help</source>
   <translation>Pedir ayuda al jefe de equipo</translation>
  </message>
  <message>
   <source>Ask whether the call is over after silence of</source>
   <translation>Preguntar si terminó tras un silencio de</translation>
  </message>
  <message>
   <source>At the beginning of a call; it ticks itself on the checklist. Empty for none.</source>
   <translation>Al principio de la llamada; se marca sola en la lista. Vacío para ninguna.</translation>
  </message>
  <message>
   <source>Collapse the sidebar</source>
   <translation>Contraer la barra lateral</translation>
  </message>
  <message>
   <source>Collapsed to a narrow strip</source>
   <translation>Contraída a una tira estrecha</translation>
  </message>
  <message>
   <source>Colours</source>
   <translation>Colores</translation>
  </message>
  <message>
   <source>Counts, times, outcomes, causes and promises kept or not leave this computer; no word that was said.</source>
   <translation>Salen de este equipo recuentos, tiempos, resultados, causas y si se cumplieron las promesas; ninguna palabra dicha.</translation>
  </message>
  <message>
   <source>Deutsch</source>
   <translation>Deutsch</translation>
  </message>
  <message>
   <source>Edge of the screen</source>
   <translation>Borde de la pantalla</translation>
  </message>
  <message>
   <source>Empty: nothing leaves this computer.</source>
   <translation>Vacío: nada sale de este equipo.</translation>
  </message>
  <message>
   <source>English</source>
   <translation>inglés</translation>
  </message>
  <message>
   <source>Español</source>
   <translation>Español</translation>
  </message>
  <message>
   <source>Flag this moment</source>
   <translation>Marcar este momento</translation>
  </message>
  <message>
   <source>Folder of knowledge cards</source>
   <translation>Carpeta de fichas de conocimiento</translation>
  </message>
  <message>
   <source>Folder of trusted keys</source>
   <translation>Carpeta de claves de confianza</translation>
  </message>
  <message>
   <source>From the softphone's window or the clipboard.</source>
   <translation>De la ventana del softphone o del portapapeles.</translation>
  </message>
  <message>
   <source>Give the sidebar the keyboard</source>
   <translation>Dar el teclado a la barra lateral</translation>
  </message>
  <message>
   <source>Headset</source>
   <translation>Auriculares</translation>
  </message>
  <message>
   <source>Holds from the next start on; prompts stay in the playbook's language.</source>
   <translation>Vale desde el próximo inicio; los avisos siguen en el idioma del guion.</translation>
  </message>
  <message>
   <source>Keep calls</source>
   <translation>Guardar llamadas</translation>
  </message>
  <message>
   <source>Keep customers' names</source>
   <translation>Conservar los nombres de los clientes</translation>
  </message>
  <message>
   <source>Keep notes</source>
   <translation>Conservar las notas</translation>
  </message>
  <message>
   <source>Keep sound</source>
   <translation>Guardar sonido</translation>
  </message>
  <message>
   <source>Keep the sound of calls</source>
   <translation>Guardar el sonido de las llamadas</translation>
  </message>
  <message>
   <source>Keep what was found</source>
   <translation>Conservar lo detectado</translation>
  </message>
  <message>
   <source>Keep what was said</source>
   <translation>Guardar lo dicho</translation>
  </message>
  <message>
   <source>Language of the windows</source>
   <translation>Idioma de las ventanas</translation>
  </message>
  <message>
   <source>Leads see calls while they need help</source>
   <translation>Los jefes ven las llamadas mientras necesitan ayuda</translation>
  </message>
  <message>
   <source>Maximized windows leave room for the sidebar</source>
   <translation>Las ventanas maximizadas dejan sitio a la barra lateral</translation>
  </message>
  <message>
   <source>Motion</source>
   <translation>Movimiento</translation>
  </message>
  <message>
   <source>Nothing leaves this computer.</source>
   <translation>Nada sale de este equipo.</translation>
  </message>
  <message>
   <source>Nothing of a call is written to the disk, from the next call on. A crash then loses the call.</source>
   <translation>Desde la próxima llamada no se escribe nada en el disco. Un fallo pierde entonces la llamada.</translation>
  </message>
  <message>
   <source>On this computer only (127.0.0.1).</source>
   <translation>Solo en este equipo (127.0.0.1).</translation>
  </message>
  <message>
   <source>One a line, such as zoiper5: that one uses the microphone is offered as a call.</source>
   <translation>Uno por línea, como zoiper5: si usa el micrófono, se ofrece como llamada.</translation>
  </message>
  <message>
   <source>Other days by outcome</source>
   <translation>Otros plazos según el resultado</translation>
  </message>
  <message>
   <source>Pause and go on</source>
   <translation>Pausar y seguir</translation>
  </message>
  <message>
   <source>Pause for card details</source>
   <translation>Pausar para los datos de tarjeta</translation>
  </message>
  <message>
   <source>Playbook</source>
   <translation>Guion</translation>
  </message>
  <message>
   <source>Politely: when it has finished its sentence.</source>
   <translation>Con cortesía: cuando ha terminado su frase.</translation>
  </message>
  <message>
   <source>Port for phones with action URLs</source>
   <translation>Puerto para teléfonos con URL de acción</translation>
  </message>
  <message>
   <source>Privacy</source>
   <translation>Privacidad</translation>
  </message>
  <message>
   <source>Private mode: prompts yes, storage no</source>
   <translation>Modo privado: avisos sí, guardar no</translation>
  </message>
  <message>
   <source>Products and companies that the starter model is to know, one a line.</source>
   <translation>Productos y empresas que el modelo inicial debe conocer, uno por línea.</translation>
  </message>
  <message>
   <source>Programs that are softphones</source>
   <translation>Programas que son softphones</translation>
  </message>
  <message>
   <source>Put the prompt away</source>
   <translation>Apartar el aviso</translation>
  </message>
  <message>
   <source>Recognition</source>
   <translation>Reconocimiento</translation>
  </message>
  <message>
   <source>Retention</source>
   <translation>Conservación</translation>
  </message>
  <message>
   <source>Screen</source>
   <translation>Pantalla</translation>
  </message>
  <message>
   <source>Secret in their addresses</source>
   <translation>Secreto en sus direcciones</translation>
  </message>
  <message>
   <source>Sentence you have to say</source>
   <translation>Frase que debe decir</translation>
  </message>
  <message>
   <source>Shortcuts</source>
   <translation>Atajos</translation>
  </message>
  <message>
   <source>Size of text</source>
   <translation>Tamaño del texto</translation>
  </message>
  <message>
   <source>Softphone</source>
   <translation>Softphone</translation>
  </message>
  <message>
   <source>Start with your session</source>
   <translation>Iniciar con la sesión</translation>
  </message>
  <message>
   <source>Such as 127.0.0.1:4444; empty: baresip is not asked.</source>
   <translation>Como 127.0.0.1:4444; vacío: no se pregunta a baresip.</translation>
  </message>
  <message>
   <source>Take the customer's name</source>
   <translation>Tomar el nombre del cliente</translation>
  </message>
  <message>
   <source>Team database</source>
   <translation>Base de datos del equipo</translation>
  </message>
  <message>
   <source>Tell a screen reader of each prompt</source>
   <translation>Anunciar cada aviso al lector de pantalla</translation>
  </message>
  <message>
   <source>The customer's name in a window's title</source>
   <translation>El nombre del cliente en el título de una ventana</translation>
  </message>
  <message>
   <source>The key of your calls is in the file {file}, which only your account may read; whoever copies the whole folder has it too.</source>
   <translation>La clave de sus llamadas está en el archivo {file}, que solo su cuenta puede leer; quien copie toda la carpeta la tiene también.</translation>
  </message>
  <message>
   <source>The key of your calls is in the system's keyring: a copy of their folder opens nowhere else.</source>
   <translation>La clave de sus llamadas está en el llavero del sistema: una copia de su carpeta no se abre en ningún otro sitio.</translation>
  </message>
  <message>
   <source>The key of your calls is made with the first call.</source>
   <translation>La clave de sus llamadas se crea con la primera llamada.</translation>
  </message>
  <message>
   <source>The output your headset plays: there the customer is heard.</source>
   <translation>La salida que suena en sus auriculares: ahí se oye al cliente.</translation>
  </message>
  <message>
   <source>This prompt is right</source>
   <translation>Este aviso es correcto</translation>
  </message>
  <message>
   <source>This prompt is wrong</source>
   <translation>Este aviso es incorrecto</translation>
  </message>
  <message>
   <source>Transcribing can count as recording. The answer is kept with your calls.</source>
   <translation>Transcribir puede contar como grabar. La respuesta se guarda con sus llamadas.</translation>
  </message>
  <message>
   <source>What callers are told</source>
   <translation>Qué se dice a quienes llaman</translation>
  </message>
  <message>
   <source>What hears your calls</source>
   <translation>Qué oye sus llamadas</translation>
  </message>
  <message>
   <source>What of your calls goes there</source>
   <translation>Qué parte de sus llamadas va allí</translation>
  </message>
  <message>
   <source>What the customer hears you on.</source>
   <translation>Por donde el cliente le oye.</translation>
  </message>
  <message>
   <source>What was said (with card numbers and the like masked) and the totals leave this computer; no sound.</source>
   <translation>Salen de este equipo lo dicho (con números de tarjeta y similares ocultos) y los totales; ningún sonido.</translation>
  </message>
  <message>
   <source>What was said, the totals and the sound of kept calls leave this computer.</source>
   <translation>Salen de este equipo lo dicho, los totales y el sonido de las llamadas guardadas.</translation>
  </message>
  <message>
   <source>What you hear</source>
   <translation>Lo que usted oye</translation>
  </message>
  <message>
   <source>When a manager is asked for, the customer threatens to leave, or you ask for help; you see who watches. Only where your team has a live board.</source>
   <translation>Cuando se pide un responsable, el cliente amenaza con irse o usted pide ayuda; usted ve quién observa. Solo donde su equipo tiene un panel en vivo.</translation>
  </message>
  <message>
   <source>When the softphone tells of a call</source>
   <translation>Cuando el softphone avisa de una llamada</translation>
  </message>
  <message>
   <source>When you ask for a card's number or code nothing is kept until it has been given.</source>
   <translation>Cuando pide el número o el código de una tarjeta, no se guarda nada hasta que se haya dicho.</translation>
  </message>
  <message>
   <source>Where the desktop can do that.</source>
   <translation>Donde el escritorio lo permite.</translation>
  </message>
  <message>
   <source>Which prompts come up, and when; they are in its language.</source>
   <translation>Qué avisos aparecen y cuándo; están en su idioma.</translation>
  </message>
  <message>
   <source>Whose rule packs are accepted; empty for the usual folder.</source>
   <translation>De quién se aceptan paquetes de reglas; vacío para la carpeta habitual.</translation>
  </message>
  <message>
   <source>Width of the sidebar</source>
   <translation>Ancho de la barra lateral</translation>
  </message>
  <message>
   <source>Your company's changes</source>
   <translation>Cambios de su empresa</translation>
  </message>
  <message>
   <source>Your microphone</source>
   <translation>Su micrófono</translation>
  </message>
  <message>
   <source>Your name</source>
   <translation>Su nombre</translation>
  </message>
  <message>
   <source>Your own cards; those that come with the app stay.</source>
   <translation>Sus propias fichas; las incluidas se mantienen.</translation>
  </message>
  <message>
   <source>Your own changes</source>
   <translation>Sus propios cambios</translation>
  </message>
  <message>
   <source>Your own words</source>
   <translation>Sus propias palabras</translation>
  </message>
  <message>
   <source>Your team's changes</source>
   <translation>Cambios de su equipo</translation>
  </message>
  <message>
   <source>an announcement before they reach you</source>
   <translation>un anuncio antes de llegar a usted</translation>
  </message>
  <message>
   <source>as the system has it</source>
   <translation>como el sistema</translation>
  </message>
  <message>
   <source>baresip's control socket</source>
   <translation>Socket de control de baresip</translation>
  </message>
  <message>
   <source>dark</source>
   <translation>oscuro</translation>
  </message>
  <message>
   <source>for ever</source>
   <translation>para siempre</translation>
  </message>
  <message>
   <source>in writing (contract, website, e-mail)</source>
   <translation>por escrito (contrato, web, correo)</translation>
  </message>
  <message>
   <source>left</source>
   <translation>izquierda</translation>
  </message>
  <message>
   <source>light</source>
   <translation>claro</translation>
  </message>
  <message>
   <source>listening begins by itself</source>
   <translation>la escucha empieza sola</translation>
  </message>
  <message>
   <source>never</source>
   <translation>nunca</translation>
  </message>
  <message>
   <source>none</source>
   <translation>ninguno</translation>
  </message>
  <message>
   <source>not answered yet</source>
   <translation>aún sin responder</translation>
  </message>
  <message>
   <source>nothing</source>
   <translation>nada</translation>
  </message>
  <message>
   <source>nothing, as far as you know</source>
   <translation>nada, que usted sepa</translation>
  </message>
  <message>
   <source>off</source>
   <translation>no</translation>
  </message>
  <message>
   <source>right</source>
   <translation>derecha</translation>
  </message>
  <message>
   <source>the sidebar offers it</source>
   <translation>la barra lateral la ofrece</translation>
  </message>
  <message>
   <source>totals and what was said</source>
   <translation>totales y lo dicho</translation>
  </message>
  <message>
   <source>totals, what was said, and sound</source>
   <translation>totales, lo dicho y el sonido</translation>
  </message>
  <message>
   <source>totals: counts, times, outcomes</source>
   <translation>totales: recuentos, tiempos, resultados</translation>
  </message>
  <message>
   <source>you tell them at the beginning</source>
   <translation>usted lo dice al principio</translation>
  </message>
 </context>
 <context>
  <name>PreferencesWindow</name>
  <message>
   <source>Another program holds these keys; choose others.</source>
   <translation>Otro programa ocupa estas teclas; elija otras.</translation>
  </message>
  <message>
   <source>As before</source>
   <translation>Como antes</translation>
  </message>
  <message>
   <source>Call Assist settings</source>
   <translation>Call Assist, ajustes</translation>
  </message>
  <message>
   <source>Close</source>
   <translation>Cerrar</translation>
  </message>
  <message>
   <source>Connecting…</source>
   <translation>Conectando…</translation>
  </message>
  <message>
   <source>English, as it comes with the app</source>
   <translation>Inglés, como viene con la app</translation>
  </message>
  <message>
   <source>Kept; it holds from the next call on.</source>
   <translation>Guardado; vale desde la próxima llamada.</translation>
  </message>
  <message>
   <source>Kept; it holds from the next start on.</source>
   <translation>Guardado; vale desde el próximo inicio.</translation>
  </message>
  <message>
   <source>Kept; it holds now.</source>
   <translation>Guardado; vale ya.</translation>
  </message>
  <message>
   <source>Makes everything as it was when this window was opened</source>
   <translation>Deja todo como estaba al abrir esta ventana</translation>
  </message>
  <message>
   <source>Model, headset, a sentence and the customer's side, step by step</source>
   <translation>Modelo, auriculares, una frase y el lado del cliente, paso a paso</translation>
  </message>
  <message>
   <source>Pages</source>
   <translation>Páginas</translation>
  </message>
  <message>
   <source>Set up again…</source>
   <translation>Configurar de nuevo…</translation>
  </message>
  <message>
   <source>Spanish</source>
   <translation>español</translation>
  </message>
  <message>
   <source>Takes the latest change back</source>
   <translation>Deshace el último cambio</translation>
  </message>
  <message>
   <source>Test the connection</source>
   <translation>Probar la conexión</translation>
  </message>
  <message>
   <source>Undo</source>
   <translation>Deshacer</translation>
  </message>
  <message>
   <source>What was kept</source>
   <translation>Qué se guardó</translation>
  </message>
  <message>
   <source>the system's own choice</source>
   <translation>la elección del sistema</translation>
  </message>
 </context>
 <context>
  <name>PromiseRow</name>
  <message>
   <source>I</source>
   <translation>Yo</translation>
  </message>
  <message>
   <source>No time, so no reminder</source>
   <translation>Sin hora no hay recordatorio</translation>
  </message>
  <message>
   <source>This is no promise: drop it</source>
   <translation>Esto no es una promesa: quitarla</translation>
  </message>
  <message>
   <source>What was promised</source>
   <translation>Qué se prometió</translation>
  </message>
  <message>
   <source>When, e.g. tomorrow 16:00</source>
   <translation>Cuándo, p. ej. tomorrow 16:00</translation>
  </message>
  <message>
   <source>Who</source>
   <translation>Quién</translation>
  </message>
  <message>
   <source>◷ Reminder {when}</source>
   <translation>◷ Recordatorio {when}</translation>
  </message>
 </context>
 <context>
  <name>PromiseRows</name>
  <message>
   <source>Add</source>
   <translation>Añadir</translation>
  </message>
  <message>
   <source>Add a promise</source>
   <translation>Añadir una promesa</translation>
  </message>
  <message>
   <source>Promises</source>
   <translation>Promesas</translation>
  </message>
 </context>
 <context>
  <name>PromisesModel</name>
  <message>
   <source>Something: say what</source>
   <translation>Algo: diga qué</translation>
  </message>
  <message>
   <source>by when?</source>
   <translation>¿para cuándo?</translation>
  </message>
 </context>
 <context>
  <name>PromisesSection</name>
  <message>
   <source>Promises</source>
   <translation>Promesas</translation>
  </message>
  <message>
   <source>Promises made in this call</source>
   <translation>Promesas de esta llamada</translation>
  </message>
  <message>
   <source>none yet</source>
   <translation>ninguna aún</translation>
  </message>
 </context>
 <context>
  <name>PromptArea</name>
  <message>
   <source>Comparison call: prompts are kept back</source>
   <translation>Llamada de comparación: avisos retenidos</translation>
  </message>
  <message>
   <source>No prompt right now</source>
   <translation>Ningún aviso ahora</translation>
  </message>
  <message>
   <source>Noted: a good prompt</source>
   <translation>Anotado: un buen aviso</translation>
  </message>
  <message>
   <source>Noted: a wrong prompt</source>
   <translation>Anotado: un aviso erróneo</translation>
  </message>
 </context>
 <context>
  <name>PromptCard</name>
  <message>
   <source>Press Enter for the directions</source>
   <translation>Pulse Intro para ver las sugerencias</translation>
  </message>
  <message>
   <source>Press Enter to see why</source>
   <translation>Pulse Intro para ver por qué</translation>
  </message>
  <message>
   <source>Time left for this prompt</source>
   <translation>Tiempo que queda para este aviso</translation>
  </message>
 </context>
 <context>
  <name>Record</name>
  <message>
   <source>Call</source>
   <translation>Llamada</translation>
  </message>
  <message>
   <source>Causes</source>
   <translation>Causas</translation>
  </message>
  <message>
   <source>Customer</source>
   <translation>Cliente</translation>
  </message>
  <message>
   <source>Done</source>
   <translation>Listo</translation>
  </message>
  <message>
   <source>Follow-up</source>
   <translation>Seguimiento</translation>
  </message>
  <message>
   <source>Note</source>
   <translation>Nota</translation>
  </message>
  <message>
   <source>Outcome</source>
   <translation>Resultado</translation>
  </message>
  <message>
   <source>Problem</source>
   <translation>Problema</translation>
  </message>
  <message>
   <source>Promised</source>
   <translation>Prometido</translation>
  </message>
  <message>
   <source>Reference</source>
   <translation>Referencia</translation>
  </message>
  <message>
   <source>Resolved</source>
   <translation>Resuelta</translation>
  </message>
  <message>
   <source>Unresolved</source>
   <translation>Sin resolver</translation>
  </message>
 </context>
 <context>
  <name>RemarkRow</name>
  <message>
   <source>Answer</source>
   <translation>Responder</translation>
  </message>
  <message>
   <source>Disagree</source>
   <translation>Discrepar</translation>
  </message>
  <message>
   <source>Go to {time}</source>
   <translation>Ir a {time}</translation>
  </message>
 </context>
 <context>
  <name>Remarks</name>
  <message>
   <source>Cancel</source>
   <translation>Cancelar</translation>
  </message>
  <message>
   <source>Comment</source>
   <translation>Comentario</translation>
  </message>
  <message>
   <source>Comment at {time}</source>
   <translation>Comentario en {time}</translation>
  </message>
  <message>
   <source>Ctrl+Enter</source>
   <translation>Ctrl+Intro</translation>
  </message>
  <message>
   <source>Say what was good, and what to try</source>
   <translation>Diga qué estuvo bien y qué probar</translation>
  </message>
  <message>
   <source>What you see differently</source>
   <translation>Qué ve usted de otro modo</translation>
  </message>
  <message>
   <source>Your answer</source>
   <translation>Su respuesta</translation>
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
   <translation>Contado desde el principio de la llamada, o desde este momento:</translation>
  </message>
  <message>
   <source>Or patterns of it, one a line</source>
   <translation>O patrones de ella, uno por línea</translation>
  </message>
  <message>
   <source>Owed after</source>
   <translation>Debida tras</translation>
  </message>
  <message>
   <source>Seconds in which it is to be said</source>
   <translation>Segundos en los que debe decirse</translation>
  </message>
  <message>
   <source>Sentence</source>
   <translation>Frase</translation>
  </message>
  <message>
   <source>The sentence, to be said nearly so</source>
   <translation>La frase, que debe decirse casi así</translation>
  </message>
  <message>
   <source>This call may be recorded</source>
   <translation>This call may be recorded</translation>
  </message>
  <message>
   <source>Within</source>
   <translation>En un plazo de</translation>
  </message>
  <message>
   <source>or patterns</source>
   <translation>o patrones</translation>
  </message>
 </context>
 <context>
  <name>ResultPage</name>
  <message>
   <source>Another call</source>
   <translation>Otra llamada</translation>
  </message>
  <message>
   <source>Looking…</source>
   <translation>Buscando…</translation>
  </message>
  <message>
   <source>The same call again</source>
   <translation>La misma llamada otra vez</translation>
  </message>
  <message>
   <source>This is how it stands</source>
   <translation>Así está</translation>
  </message>
  <message>
   <source>What the call asked for</source>
   <translation>Qué pedía la llamada</translation>
  </message>
  <message>
   <source>{time}  ○  Nothing was asked for here</source>
   <translation>{time}  ○  Aquí no se pedía nada</translation>
  </message>
 </context>
 <context>
  <name>Review</name>
  <message>
   <source>Agent asks for help</source>
   <translation>El agente pide ayuda</translation>
  </message>
  <message>
   <source>An announcement before they reach the agent</source>
   <translation>Una locución antes de la llamada</translation>
  </message>
  <message>
   <source>Angry at the end</source>
   <translation>Enfado al final</translation>
  </message>
  <message>
   <source>Asked for manager</source>
   <translation>Pidió un supervisor</translation>
  </message>
  <message>
   <source>Both speak</source>
   <translation>Hablan los dos</translation>
  </message>
  <message>
   <source>Called again</source>
   <translation>Volvió a llamar</translation>
  </message>
  <message>
   <source>Calls come here when a customer was lost or upset, a promise has no time, or an agent asked for help. All calls are in the next tab.</source>
   <translation>Aquí llegan las llamadas en que se perdió o disgustó a un cliente, una promesa no tiene plazo o un agente pidió ayuda. Todas están en la pestaña siguiente.</translation>
  </message>
  <message>
   <source>Calls you listened to come here by themselves. Recordings you have are taken in with: assist review import FOLDER</source>
   <translation>Las llamadas escuchadas llegan aquí solas. Las grabaciones que tenga se incorporan con: assist review import CARPETA</translation>
  </message>
  <message>
   <source>Dead end</source>
   <translation>Callejón sin salida</translation>
  </message>
  <message>
   <source>Dead ends</source>
   <translation>Callejones sin salida</translation>
  </message>
  <message>
   <source>Dead ends replaced</source>
   <translation>Callejones reemplazados</translation>
  </message>
  <message>
   <source>Feeling acknowledged</source>
   <translation>Ánimo reconocido</translation>
  </message>
  <message>
   <source>In writing</source>
   <translation>Por escrito</translation>
  </message>
  <message>
   <source>Leaving</source>
   <translation>Se va</translation>
  </message>
  <message>
   <source>Longest silence</source>
   <translation>Silencio más largo</translation>
  </message>
  <message>
   <source>Marked by agent</source>
   <translation>Marcada por el agente</translation>
  </message>
  <message>
   <source>Name used</source>
   <translation>Nombre usado</translation>
  </message>
  <message>
   <source>No call of this list has all these words; try fewer, or All calls.</source>
   <translation>Ninguna llamada de esta lista tiene todas esas palabras; pruebe con menos o con «Todas las llamadas».</translation>
  </message>
  <message>
   <source>No call of this list has all these words; try fewer.</source>
   <translation>Ninguna llamada de esta lista tiene todas esas palabras; pruebe con menos.</translation>
  </message>
  <message>
   <source>No call passes this filter</source>
   <translation>Ninguna llamada pasa este filtro</translation>
  </message>
  <message>
   <source>No calls yet</source>
   <translation>Aún no hay llamadas</translation>
  </message>
  <message>
   <source>Nobody said that</source>
   <translation>Nadie dijo eso</translation>
  </message>
  <message>
   <source>Not acknowledged</source>
   <translation>No reconocido</translation>
  </message>
  <message>
   <source>Nothing</source>
   <translation>Nada</translation>
  </message>
  <message>
   <source>Nothing waits for you</source>
   <translation>Nada le espera</translation>
  </message>
  <message>
   <source>Notice not said</source>
   <translation>Falta el aviso</translation>
  </message>
  <message>
   <source>Page (*.html)</source>
   <translation>Página (*.html)</translation>
  </message>
  <message>
   <source>Paused: nothing was kept</source>
   <translation>En pausa: no se guardó nada</translation>
  </message>
  <message>
   <source>Pivot down</source>
   <translation>Giro a peor</translation>
  </message>
  <message>
   <source>Pivot up</source>
   <translation>Giro a mejor</translation>
  </message>
  <message>
   <source>Problem confirmed</source>
   <translation>Problema confirmado</translation>
  </message>
  <message>
   <source>Promise overdue</source>
   <translation>Promesa vencida</translation>
  </message>
  <message>
   <source>Promise without time</source>
   <translation>Promesa sin plazo</translation>
  </message>
  <message>
   <source>Promises with a time</source>
   <translation>Promesas con plazo</translation>
  </message>
  <message>
   <source>Prompts heeded</source>
   <translation>Avisos atendidos</translation>
  </message>
  <message>
   <source>Prompts not heeded</source>
   <translation>Avisos no atendidos</translation>
  </message>
  <message>
   <source>Resolved on this call</source>
   <translation>Resuelto en esta llamada</translation>
  </message>
  <message>
   <source>Silence, {seconds} s</source>
   <translation>Silencio, {seconds} s</translation>
  </message>
  <message>
   <source>Sound lost</source>
   <translation>Sonido perdido</translation>
  </message>
  <message>
   <source>Subtitles (*.srt)</source>
   <translation>Subtítulos (*.srt)</translation>
  </message>
  <message>
   <source>Take one of the chips on the left back.</source>
   <translation>Quite uno de los filtros de la izquierda.</translation>
  </message>
  <message>
   <source>Talked over</source>
   <translation>Interrumpió</translation>
  </message>
  <message>
   <source>Text (*.txt)</source>
   <translation>Texto (*.txt)</translation>
  </message>
  <message>
   <source>The agent says it at the beginning</source>
   <translation>El agente lo dice al principio</translation>
  </message>
  <message>
   <source>Transferred angry</source>
   <translation>Transferido con enfado</translation>
  </message>
  <message>
   <source>Unknown caller</source>
   <translation>Desconocido</translation>
  </message>
  <message>
   <source>Upset at the end</source>
   <translation>Disgusto al final</translation>
  </message>
  <message>
   <source>acknowledged</source>
   <translation>reconocido</translation>
  </message>
  <message>
   <source>after {seconds} s</source>
   <translation>tras {seconds} s</translation>
  </message>
  <message>
   <source>anger</source>
   <translation>enfado</translation>
  </message>
  <message>
   <source>answer</source>
   <translation>respuesta</translation>
  </message>
  <message>
   <source>asks for a manager</source>
   <translation>pide un supervisor</translation>
  </message>
  <message>
   <source>barrier</source>
   <translation>barrera</translation>
  </message>
  <message>
   <source>called before</source>
   <translation>ya había llamado</translation>
  </message>
  <message>
   <source>came back</source>
   <translation>volvió</translation>
  </message>
  <message>
   <source>cause</source>
   <translation>causa</translation>
  </message>
  <message>
   <source>cause: {causes}</source>
   <translation>causa: {causes}</translation>
  </message>
  <message>
   <source>choice offered</source>
   <translation>opción ofrecida</translation>
  </message>
  <message>
   <source>closing</source>
   <translation>cierre</translation>
  </message>
  <message>
   <source>comment</source>
   <translation>comentario</translation>
  </message>
  <message>
   <source>confusion</source>
   <translation>confusión</translation>
  </message>
  <message>
   <source>d MMM</source>
   <translation>d MMM</translation>
  </message>
  <message>
   <source>d MMM yyyy</source>
   <translation>d MMM yyyy</translation>
  </message>
  <message>
   <source>dead end</source>
   <translation>callejón sin salida</translation>
  </message>
  <message>
   <source>disappointment</source>
   <translation>decepción</translation>
  </message>
  <message>
   <source>disputed</source>
   <translation>discutido</translation>
  </message>
  <message>
   <source>done unprompted</source>
   <translation>hecho sin aviso</translation>
  </message>
  <message>
   <source>follow-up</source>
   <translation>seguimiento</translation>
  </message>
  <message>
   <source>follow-up named</source>
   <translation>seguimiento nombrado</translation>
  </message>
  <message>
   <source>formula, not empathy</source>
   <translation>fórmula, no empatía</translation>
  </message>
  <message>
   <source>frustration</source>
   <translation>frustración</translation>
  </message>
  <message>
   <source>gives the name</source>
   <translation>da el nombre</translation>
  </message>
  <message>
   <source>giving up</source>
   <translation>se rinde</translation>
  </message>
  <message>
   <source>going public</source>
   <translation>va a hacerlo público</translation>
  </message>
  <message>
   <source>hold</source>
   <translation>espera</translation>
  </message>
  <message>
   <source>impatient</source>
   <translation>impaciente</translation>
  </message>
  <message>
   <source>legal steps</source>
   <translation>acciones legales</translation>
  </message>
  <message>
   <source>looking into it</source>
   <translation>lo está mirando</translation>
  </message>
  <message>
   <source>name used</source>
   <translation>nombre usado</translation>
  </message>
  <message>
   <source>never</source>
   <translation>nunca</translation>
  </message>
  <message>
   <source>no</source>
   <translation>no</translation>
  </message>
  <message>
   <source>no need</source>
   <translation>no hacía falta</translation>
  </message>
  <message>
   <source>none</source>
   <translation>ninguno</translation>
  </message>
  <message>
   <source>open</source>
   <translation>abierta</translation>
  </message>
  <message>
   <source>policy</source>
   <translation>norma</translation>
  </message>
  <message>
   <source>problem confirmed</source>
   <translation>problema confirmado</translation>
  </message>
  <message>
   <source>promise</source>
   <translation>promesa</translation>
  </message>
  <message>
   <source>promise without time</source>
   <translation>promesa sin plazo</translation>
  </message>
  <message>
   <source>prompt heeded</source>
   <translation>aviso atendido</translation>
  </message>
  <message>
   <source>prompt kept back</source>
   <translation>aviso retenido</translation>
  </message>
  <message>
   <source>prompt not heeded</source>
   <translation>aviso no atendido</translation>
  </message>
  <message>
   <source>prompt put away</source>
   <translation>aviso apartado</translation>
  </message>
  <message>
   <source>prompt shown</source>
   <translation>aviso mostrado</translation>
  </message>
  <message>
   <source>prompt taken back</source>
   <translation>aviso retirado</translation>
  </message>
  <message>
   <source>relief</source>
   <translation>alivio</translation>
  </message>
  <message>
   <source>resolved</source>
   <translation>resuelta</translation>
  </message>
  <message>
   <source>restrained anger</source>
   <translation>enfado contenido</translation>
  </message>
  <message>
   <source>sent during the call</source>
   <translation>enviado durante la llamada</translation>
  </message>
  <message>
   <source>short</source>
   <translation>breve</translation>
  </message>
  <message>
   <source>solved</source>
   <translation>solucionado</translation>
  </message>
  <message>
   <source>thanked</source>
   <translation>agradecido</translation>
  </message>
  <message>
   <source>thanks, as a formula</source>
   <translation>gracias como fórmula</translation>
  </message>
  <message>
   <source>the problem</source>
   <translation>el problema</translation>
  </message>
  <message>
   <source>today {clock}</source>
   <translation>hoy {clock}</translation>
  </message>
  <message>
   <source>took ownership</source>
   <translation>asumido</translation>
  </message>
  <message>
   <source>transfer</source>
   <translation>transferencia</translation>
  </message>
  <message>
   <source>unknown agent</source>
   <translation>agente desconocido</translation>
  </message>
  <message>
   <source>unresolved</source>
   <translation>sin resolver</translation>
  </message>
  <message>
   <source>wants to leave</source>
   <translation>quiere irse</translation>
  </message>
  <message>
   <source>was passed around</source>
   <translation>fue de un lado a otro</translation>
  </message>
  <message>
   <source>way forward</source>
   <translation>siguiente paso</translation>
  </message>
  <message>
   <source>worn out</source>
   <translation>agotado</translation>
  </message>
  <message>
   <source>worry</source>
   <translation>preocupación</translation>
  </message>
  <message>
   <source>yes</source>
   <translation>sí</translation>
  </message>
  <message>
   <source>yesterday {clock}</source>
   <translation>ayer {clock}</translation>
  </message>
  <message>
   <source>{count} of {all}</source>
   <translation>{count} de {all}</translation>
  </message>
  <message>
   <source>{seconds} s</source>
   <translation>{seconds} s</translation>
  </message>
  <message>
   <source>{what}, shown after {seconds} s</source>
   <translation>{what}, mostrado tras {seconds} s</translation>
  </message>
 </context>
 <context>
  <name>ReviewKeys</name>
  <message>
   <source>All calls</source>
   <translation>Todas las llamadas</translation>
  </message>
  <message>
   <source>Calls that need you now</source>
   <translation>Llamadas que le necesitan ahora</translation>
  </message>
  <message>
   <source>Coach, or not</source>
   <translation>Coaching sí o no</translation>
  </message>
  <message>
   <source>Comment at this moment</source>
   <translation>Comentar este momento</translation>
  </message>
  <message>
   <source>Export the call</source>
   <translation>Exportar la llamada</translation>
  </message>
  <message>
   <source>Faster</source>
   <translation>Más rápido</translation>
  </message>
  <message>
   <source>Figures of the team</source>
   <translation>Cifras del equipo</translation>
  </message>
  <message>
   <source>Five seconds back</source>
   <translation>Cinco segundos atrás</translation>
  </message>
  <message>
   <source>Five seconds on</source>
   <translation>Cinco segundos adelante</translation>
  </message>
  <message>
   <source>Flagged calls</source>
   <translation>Llamadas señaladas</translation>
  </message>
  <message>
   <source>Go to the list</source>
   <translation>Ir a la lista</translation>
  </message>
  <message>
   <source>Go to the scorecard</source>
   <translation>Ir a la valoración</translation>
  </message>
  <message>
   <source>Go to the time axis</source>
   <translation>Ir a la línea de tiempo</translation>
  </message>
  <message>
   <source>Go to what was said</source>
   <translation>Ir a lo que se dijo</translation>
  </message>
  <message>
   <source>Hand to another lead</source>
   <translation>Pasar a otro jefe</translation>
  </message>
  <message>
   <source>Mark reviewed, or take it back</source>
   <translation>Marcar como revisada, o deshacerlo</translation>
  </message>
  <message>
   <source>Moment before</source>
   <translation>Momento anterior</translation>
  </message>
  <message>
   <source>Next call</source>
   <translation>Llamada siguiente</translation>
  </message>
  <message>
   <source>Next moment</source>
   <translation>Momento siguiente</translation>
  </message>
  <message>
   <source>Play or pause</source>
   <translation>Reproducir o pausar</translation>
  </message>
  <message>
   <source>Previous call</source>
   <translation>Llamada anterior</translation>
  </message>
  <message>
   <source>Promises to keep</source>
   <translation>Promesas por cumplir</translation>
  </message>
  <message>
   <source>Read the list again</source>
   <translation>Volver a leer la lista</translation>
  </message>
  <message>
   <source>Search words said</source>
   <translation>Buscar palabras dichas</translation>
  </message>
  <message>
   <source>Skip silence, or not</source>
   <translation>Saltar silencios, o no</translation>
  </message>
  <message>
   <source>Slower</source>
   <translation>Más lento</translation>
  </message>
  <message>
   <source>Something was missed</source>
   <translation>Algo se omitió</translation>
  </message>
  <message>
   <source>These keys</source>
   <translation>Estas teclas</translation>
  </message>
  <message>
   <source>What was found is right</source>
   <translation>Lo encontrado es correcto</translation>
  </message>
  <message>
   <source>What was found is wrong</source>
   <translation>Lo encontrado es incorrecto</translation>
  </message>
  <message>
   <source>Why customers call</source>
   <translation>Por qué llaman los clientes</translation>
  </message>
 </context>
 <context>
  <name>ReviewWindow</name>
  <message>
   <source>All calls</source>
   <translation>Todas las llamadas</translation>
  </message>
  <message>
   <source>Call review</source>
   <translation>Revisión de llamadas</translation>
  </message>
  <message>
   <source>Causes</source>
   <translation>Causas</translation>
  </message>
  <message>
   <source>Flagged</source>
   <translation>Señaladas</translation>
  </message>
  <message>
   <source>Follow-ups</source>
   <translation>Promesas</translation>
  </message>
  <message>
   <source>Live</source>
   <translation>En vivo</translation>
  </message>
  <message>
   <source>My calls</source>
   <translation>Mis llamadas</translation>
  </message>
  <message>
   <source>My figures</source>
   <translation>Mis cifras</translation>
  </message>
  <message>
   <source>Reading the calls …</source>
   <translation>Leyendo las llamadas …</translation>
  </message>
  <message>
   <source>Team</source>
   <translation>Equipo</translation>
  </message>
  <message>
   <source>The call cannot be read</source>
   <translation>No se puede leer la llamada</translation>
  </message>
  <message>
   <source>The calls cannot be read</source>
   <translation>No se pueden leer las llamadas</translation>
  </message>
 </context>
 <context>
  <name>RuleEditor</name>
  <message>
   <source>From {layer}, changed here.</source>
   <translation>De {layer}, cambiada aquí.</translation>
  </message>
  <message>
   <source>From {layer}, which has locked it.</source>
   <translation>De {layer}, que la ha bloqueado.</translation>
  </message>
  <message>
   <source>From {layer}. What you change here goes into your layer.</source>
   <translation>De {layer}. Lo que cambie aquí va a su nivel.</translation>
  </message>
  <message>
   <source>New, of this layer.</source>
   <translation>Nueva, de este nivel.</translation>
  </message>
  <message>
   <source>Of this layer.</source>
   <translation>De este nivel.</translation>
  </message>
  <message>
   <source>hint</source>
   <translation>sugerencia</translation>
  </message>
  <message>
   <source>nudge</source>
   <translation>empujón</translation>
  </message>
  <message>
   <source>praise</source>
   <translation>elogio</translation>
  </message>
  <message>
   <source>the playbook as shipped</source>
   <translation>el guion incluido</translation>
  </message>
  <message>
   <source>urgent</source>
   <translation>urgente</translation>
  </message>
  <message>
   <source>your company</source>
   <translation>su empresa</translation>
  </message>
  <message>
   <source>your team</source>
   <translation>su equipo</translation>
  </message>
  <message>
   <source>yourself</source>
   <translation>usted</translation>
  </message>
 </context>
 <context>
  <name>RuleEditorWindow</name>
  <message numerus="yes">
   <source>%n thing(s) to look at, </source>
   <translation>
    <numerusform>%n cosa que mirar, </numerusform>
    <numerusform>%n cosas que mirar, </numerusform>
   </translation>
  </message>
  <message>
   <source>All changes since the last publishing go; press again.</source>
   <translation>Se pierden todos los cambios desde la última publicación; pulse otra vez.</translation>
  </message>
  <message>
   <source>Check all</source>
   <translation>Comprobar todo</translation>
  </message>
  <message>
   <source>Checking…</source>
   <translation>Comprobando…</translation>
  </message>
  <message>
   <source>Discard draft</source>
   <translation>Descartar borrador</translation>
  </message>
  <message>
   <source>Draft kept. Calls go on with what was published last.</source>
   <translation>Borrador guardado. Las llamadas siguen con lo último publicado.</translation>
  </message>
  <message>
   <source>First correct or undo: {rules}.</source>
   <translation>Primero corrija o deshaga: {rules}.</translation>
  </message>
  <message>
   <source>History</source>
   <translation>Historial</translation>
  </message>
  <message>
   <source>In force from the next call on</source>
   <translation>En vigor desde la próxima llamada</translation>
  </message>
  <message>
   <source>Not kept yet: correct what is marked red.</source>
   <translation>Aún sin guardar: corrija lo marcado en rojo.</translation>
  </message>
  <message>
   <source>Not published: rule '{rule}' does not work. {text}</source>
   <translation>Sin publicar: la regla «{rule}» no funciona. {text}</translation>
  </message>
  <message>
   <source>Nothing changed. What you see is in force.</source>
   <translation>Sin cambios. Lo que ve está en vigor.</translation>
  </message>
  <message>
   <source>Nothing doubtful in any rule.</source>
   <translation>Nada dudoso en ninguna regla.</translation>
  </message>
  <message>
   <source>Publish</source>
   <translation>Publicar</translation>
  </message>
  <message>
   <source>Published as version {number}; in force from the next call on.</source>
   <translation>Publicado como versión {number}; en vigor desde la próxima llamada.</translation>
  </message>
  <message>
   <source>Really discard</source>
   <translation>Descartar de verdad</translation>
  </message>
  <message>
   <source>Redo</source>
   <translation>Rehacer</translation>
  </message>
  <message>
   <source>Rules, as changed for {whom}</source>
   <translation>Reglas, según las cambió {whom}</translation>
  </message>
  <message>
   <source>The draft is version {number} again; publish it to use it.</source>
   <translation>El borrador es de nuevo la versión {number}; publíquelo para usarlo.</translation>
  </message>
  <message>
   <source>Undo</source>
   <translation>Deshacer</translation>
  </message>
  <message>
   <source>in: {rules}</source>
   <translation>en: {rules}</translation>
  </message>
 </context>
 <context>
  <name>RuleFormPage</name>
  <message>
   <source>A headline that begins with a verb; directions say where to go.</source>
   <translation>Un titular que empieza con un verbo; las sugerencias dicen hacia dónde ir.</translation>
  </message>
  <message>
   <source>Done when</source>
   <translation>Hecho cuando</translation>
  </message>
  <message>
   <source>Fires when</source>
   <translation>Se activa cuando</translation>
  </message>
  <message>
   <source>Has to be said</source>
   <translation>Debe decirse</translation>
  </message>
  <message>
   <source>On the checklist until it is heard; reminded of when its time is over.</source>
   <translation>En la lista hasta que se oye; se recuerda cuando se acaba su plazo.</translation>
  </message>
  <message>
   <source>On: the rule is used in calls</source>
   <translation>Activa: la regla se usa en llamadas</translation>
  </message>
  <message>
   <source>Priority</source>
   <translation>Prioridad</translation>
  </message>
  <message>
   <source>Priority, 0 to 100</source>
   <translation>Prioridad, de 0 a 100</translation>
  </message>
  <message>
   <source>Title, shown small above the headline</source>
   <translation>Título, pequeño sobre el titular</translation>
  </message>
  <message>
   <source>Undo all changes to this rule</source>
   <translation>Deshacer todos los cambios de esta regla</translation>
  </message>
  <message>
   <source>Urgency</source>
   <translation>Urgencia</translation>
  </message>
  <message>
   <source>What it says</source>
   <translation>Qué dice</translation>
  </message>
  <message>
   <source>What shows that the agent did it: the card then leaves by itself.</source>
   <translation>Qué muestra que el agente lo hizo: la tarjeta se va sola.</translation>
  </message>
  <message>
   <source>hint: stays until done</source>
   <translation>sugerencia: queda hasta hacerse</translation>
  </message>
  <message>
   <source>nudge: short</source>
   <translation>empujón: breve</translation>
  </message>
  <message>
   <source>praise: green, rare</source>
   <translation>elogio: verde, poco frecuente</translation>
  </message>
  <message>
   <source>urgent: red, at once</source>
   <translation>urgente: rojo, al momento</translation>
  </message>
 </context>
 <context>
  <name>RuleList</name>
  <message>
   <source>Ctrl+N</source>
   <translation>Ctrl+N</translation>
  </message>
  <message>
   <source>Find a rule</source>
   <translation>Buscar una regla</translation>
  </message>
  <message>
   <source>New required sentence</source>
   <translation>Nueva frase obligatoria</translation>
  </message>
  <message>
   <source>New rule</source>
   <translation>Regla nueva</translation>
  </message>
  <message>
   <source>New sequence</source>
   <translation>Nueva secuencia</translation>
  </message>
  <message>
   <source>Rules</source>
   <translation>Reglas</translation>
  </message>
 </context>
 <context>
  <name>RuleListModel</name>
  <message>
   <source>changed</source>
   <translation>cambiada</translation>
  </message>
  <message>
   <source>locked</source>
   <translation>bloqueada</translation>
  </message>
  <message>
   <source>off</source>
   <translation>no</translation>
  </message>
  <message>
   <source>on</source>
   <translation>sí</translation>
  </message>
  <message>
   <source>sequence</source>
   <translation>secuencia</translation>
  </message>
 </context>
 <context>
  <name>SaidView</name>
  <message>
   <source>Agent</source>
   <translation>Agente</translation>
  </message>
  <message>
   <source>Customer</source>
   <translation>Cliente</translation>
  </message>
  <message>
   <source>What is said</source>
   <translation>Lo que se dice</translation>
  </message>
 </context>
 <context>
  <name>ScoreTable</name>
  <message>
   <source>Show where</source>
   <translation>Mostrar dónde</translation>
  </message>
  <message>
   <source>app: {value}</source>
   <translation>app: {value}</translation>
  </message>
 </context>
 <context>
  <name>ScoreValue</name>
  <message>
   <source>As the app says</source>
   <translation>Como dice la app</translation>
  </message>
  <message>
   <source>Counted by the app; click to correct it</source>
   <translation>Contado por la app; pulse para corregirlo</translation>
  </message>
  <message>
   <source>No</source>
   <translation>No</translation>
  </message>
  <message>
   <source>The app says {value}; corrected by {lead}</source>
   <translation>La app dice {value}; corregido por {lead}</translation>
  </message>
  <message>
   <source>Yes</source>
   <translation>Sí</translation>
  </message>
 </context>
 <context>
  <name>SentencePage</name>
  <message>
   <source>Listening…</source>
   <translation>Escuchando…</translation>
  </message>
  <message>
   <source>Once more</source>
   <translation>Otra vez</translation>
  </message>
  <message>
   <source>Say a sentence</source>
   <translation>Diga una frase</translation>
  </message>
  <message>
   <source>Such as: “Thanks for calling, how can I help you today?”</source>
   <translation>Por ejemplo: “Thanks for calling, how can I help you today?”</translation>
  </message>
  <message>
   <source>What was heard</source>
   <translation>Qué se oyó</translation>
  </message>
 </context>
 <context>
  <name>Sentences</name>
  <message>
   <source>'action_url_secret' must be {0} letters and digits or more; docs/softphones.md says how to make one.</source>
   <translation>«action_url_secret» necesita al menos {0} letras y cifras; docs/softphones.md dice cómo crearlo.</translation>
  </message>
  <message>
   <source>'{0}' cannot be a login: lower-case letters, digits and _ . - only.</source>
   <translation>«{0}» no puede ser un usuario: solo minúsculas, cifras y _ . -.</translation>
  </message>
  <message>
   <source>'{0}' is no setting; `assist settings` lists them.</source>
   <translation>«{0}» no es un ajuste; «assist settings» los enumera.</translation>
  </message>
  <message>
   <source>'{0}' is not an export format; choose {1}.</source>
   <translation>«{0}» no es un formato de exportación; elija {1}.</translation>
  </message>
  <message>
   <source>'{0}' is not one of {1}.</source>
   <translation>«{0}» no es ninguno de {1}.</translation>
  </message>
  <message>
   <source>'{0}' is set by your administrator ({1}).</source>
   <translation>«{0}» lo fija su administrador ({1}).</translation>
  </message>
  <message>
   <source>A backup is being worked on already; try again when that is done.</source>
   <translation>Ya se está trabajando en una copia de seguridad; inténtelo de nuevo cuando termine.</translation>
  </message>
  <message>
   <source>A backup is being worked on; run the command again when that is done.</source>
   <translation>Se está trabajando en una copia de seguridad; repita la orden cuando termine.</translation>
  </message>
  <message>
   <source>A call is running already; end it before starting another.</source>
   <translation>Ya hay una llamada en curso; termínela antes de empezar otra.</translation>
  </message>
  <message>
   <source>A call that was cut off could not be put in order; it is kept in {0}: please report this with the log file ('assist doctor' says where it is).</source>
   <translation>No se pudo ordenar una llamada cortada; está en {0}. Comuníquelo con el archivo de registro («assist doctor» dice dónde está).</translation>
  </message>
  <message>
   <source>A file of the team's folder is too large to be a call; it is left alone.</source>
   <translation>Un archivo de la carpeta del equipo es demasiado grande para ser una llamada; se deja como está.</translation>
  </message>
  <message>
   <source>A recorded voice is on the line; it is left out until somebody speaks.</source>
   <translation>Hay una voz grabada en la línea; se omite hasta que alguien hable.</translation>
  </message>
  <message>
   <source>A recording cannot be played at speed {0}; use 1 for real time.</source>
   <translation>Una grabación no se puede reproducir a velocidad {0}; 1 es tiempo real.</translation>
  </message>
  <message>
   <source>A shared folder shows no live calls; a team's PostgreSQL database does.</source>
   <translation>Una carpeta compartida no muestra llamadas en curso; una base de datos PostgreSQL del equipo sí.</translation>
  </message>
  <message>
   <source>A team database is given as postgresql://LOGIN@HOST/DATABASE; see docs/team-database.md.</source>
   <translation>Una base de datos del equipo se indica como postgresql://LOGIN@HOST/DATABASE; vea docs/team-database.md.</translation>
  </message>
  <message>
   <source>Agent and customer are both on {0}; choose what the agent hears for the customer, see `assist devices`.</source>
   <translation>Usted y el cliente están los dos en {0}; elija para el cliente lo que usted oye, vea «assist devices».</translation>
  </message>
  <message>
   <source>Another computer has sent another call under this id; this one stays on this computer alone.</source>
   <translation>Otro equipo ha enviado otra llamada con este id.; esta se queda solo en este equipo.</translation>
  </message>
  <message>
   <source>Another device was chosen.</source>
   <translation>Se eligió otro dispositivo.</translation>
  </message>
  <message>
   <source>Another program has taken the sound device {0}; it is heard again when that lets go.</source>
   <translation>Otro programa ocupa el dispositivo {0}; se oirá de nuevo cuando lo suelte.</translation>
  </message>
  <message>
   <source>Call Assist is running: close it (on the sidebar's menu, Quit), then run the command again.</source>
   <translation>Call Assist está en marcha: ciérrelo (en el menú de la barra lateral) y repita la orden.</translation>
  </message>
  <message>
   <source>Call Assist is running: end the call and close it (on the sidebar's menu, Quit), then run the command again.</source>
   <translation>Call Assist está en marcha: termine la llamada y ciérrelo (en el menú de la barra lateral, Salir); después repita la orden.</translation>
  </message>
  <message>
   <source>Calls are being written at this moment (recordings are imported, or Call Assist runs in another session); run the command again when that is done.</source>
   <translation>En este momento se están escribiendo llamadas (se importan grabaciones, o Call Assist está en marcha en otra sesión); repita la orden cuando termine.</translation>
  </message>
  <message>
   <source>Global shortcuts do not work on this desktop; use the buttons.</source>
   <translation>Los atajos globales no funcionan en este escritorio; use los botones.</translation>
  </message>
  <message>
   <source>If the customer stays silent, allow Call Assist in System Settings under Privacy &amp; Security, Screen &amp; System Audio Recording.</source>
   <translation>Si no se oye al cliente, permita Call Assist en Ajustes del Sistema, «Privacidad y seguridad», «Grabación de pantalla y audio del sistema».</translation>
  </message>
  <message>
   <source>In the team's database as well: {0} no longer on hold.</source>
   <translation>También en la base de datos del equipo: {0} ya sin bloqueo.</translation>
  </message>
  <message>
   <source>In the team's database as well: {0} on hold.</source>
   <translation>También en la base de datos del equipo: {0} bloqueadas.</translation>
  </message>
  <message>
   <source>Its journal could not be written; free some disk space.</source>
   <translation>No se pudo escribir su diario; libere espacio en el disco.</translation>
  </message>
  <message>
   <source>Live calls are shown through a team's database, and none is set (docs/team-database.md).</source>
   <translation>Las llamadas en curso se muestran a través de una base de datos del equipo, y no hay ninguna (docs/team-database.md).</translation>
  </message>
  <message>
   <source>Music is on the line; nothing is made of it.</source>
   <translation>Hay música en la línea; no se hace nada con ella.</translation>
  </message>
  <message>
   <source>No call is running; start one first.</source>
   <translation>No hay ninguna llamada; empiece una primero.</translation>
  </message>
  <message>
   <source>No microphone is there; plug in the headset.</source>
   <translation>No hay micrófono; conecte los auriculares.</translation>
  </message>
  <message>
   <source>No sound comes from {0}; plug it in again or choose another.</source>
   <translation>No llega sonido de {0}; vuelva a conectarlo o elija otro.</translation>
  </message>
  <message>
   <source>No sound device is there; plug in the headset.</source>
   <translation>No hay dispositivo de sonido; conecte los auriculares.</translation>
  </message>
  <message>
   <source>No sound from {0}: {1}.</source>
   <translation>Sin sonido de {0}: {1}.</translation>
  </message>
  <message>
   <source>No sound output is there to hear the customer on; plug in the headset.</source>
   <translation>No hay salida de sonido en la que oír al cliente; conecte los auriculares.</translation>
  </message>
  <message>
   <source>No team database is set; 'assist settings set team_database postgresql://LOGIN@HOST/DATABASE' sets one (docs/team-database.md).</source>
   <translation>No hay base de datos del equipo; «assist settings set team_database postgresql://LOGIN@HOST/DATABASE» la fija (docs/team-database.md).</translation>
  </message>
  <message>
   <source>On {0} the customer can only be heard through {1}; set it as customer_device in the settings.</source>
   <translation>En {0} el cliente solo se oye por {1}; póngalo como customer_device en los ajustes.</translation>
  </message>
  <message>
   <source>Other users can enter {0}, where the engine's socket belongs; make it yours alone (chmod 700 '{1}') and start again.</source>
   <translation>Otros usuarios pueden entrar en {0}, donde va el socket del motor; hágalo solo suyo (chmod 700 '{1}') y vuelva a empezar.</translation>
  </message>
  <message>
   <source>Port {0} cannot be opened for action URLs ({1}); choose another 'action_url_port'.</source>
   <translation>No se puede abrir el puerto {0} para las URL de acción ({1}); elija otro «action_url_port».</translation>
  </message>
  <message>
   <source>Press keys with Ctrl, Alt or Super, such as Ctrl+Alt+P.</source>
   <translation>Pulse teclas con Ctrl, Alt o Súper, como Ctrl+Alt+P.</translation>
  </message>
  <message>
   <source>Several calls begin with '{0}' ({1}, {2} …); type more.</source>
   <translation>Varias llamadas empiezan por «{0}» ({1}, {2} …); escriba más.</translation>
  </message>
  <message>
   <source>Something inside Call Assist failed and ended the call; what was heard is saved: please report it with the log file ('assist doctor' says where it is).</source>
   <translation>Algo falló dentro de Call Assist y terminó la escucha; lo oído está guardado. Comuníquelo con el archivo de registro («assist doctor» dice dónde está).</translation>
  </message>
  <message>
   <source>Something inside Call Assist failed and this side is not heard; start the call again.</source>
   <translation>Algo falló dentro de Call Assist y este lado no se oye; vuelva a empezar la escucha.</translation>
  </message>
  <message>
   <source>Starting with the session cannot be changed ({0}); add it in your system's own settings.</source>
   <translation>No se puede cambiar el inicio con la sesión ({0}); añádalo en los ajustes de su sistema.</translation>
  </message>
  <message>
   <source>The backup cannot be put back ({0}: {1}); free some space or check the permissions, and try again. The backup is as it was.</source>
   <translation>La copia no se puede restaurar ({0}: {1}); libere espacio o revise los permisos e inténtelo de nuevo. La copia está como estaba.</translation>
  </message>
  <message>
   <source>The backup has lost its database ({0}); make a new backup.</source>
   <translation>A la copia le falta su base de datos ({0}); haga una nueva.</translation>
  </message>
  <message>
   <source>The backup in {0} cannot be read ({1}); check the disk and its permissions.</source>
   <translation>La copia de {0} no se puede leer ({1}); revise el disco y sus permisos.</translation>
  </message>
  <message>
   <source>The backup in {0} has {1} calls that are neither here nor were deleted here: it stays as it is. Put them back ('assist backup restore'), or name an empty folder for a new backup.</source>
   <translation>La copia de {0} tiene {1} llamadas que aquí ni están ni se borraron: queda como está. Restáurelas ('assist backup restore') o indique una carpeta vacía para una copia nueva.</translation>
  </message>
  <message>
   <source>The backup in {0} names a file outside of it; it is not used.</source>
   <translation>La copia de {0} nombra un archivo fuera de ella; no se usa.</translation>
  </message>
  <message>
   <source>The backup in {0} names no call ('{1}').</source>
   <translation>La copia de {0} no nombra una llamada ('{1}').</translation>
  </message>
  <message>
   <source>The backup in {0} was made by a newer Call Assist; update this one to open it.</source>
   <translation>La copia de {0} es de un Call Assist más nuevo; actualice este para abrirla.</translation>
  </message>
  <message>
   <source>The backup in {0} was never finished: there is nothing in it.</source>
   <translation>La copia de {0} nunca se terminó: no contiene nada.</translation>
  </message>
  <message>
   <source>The call in {0} is on legal hold: {1}.</source>
   <translation>La llamada en {0} está bloqueada por motivos legales: {1}.</translation>
  </message>
  <message>
   <source>The call is not in the list of calls yet; until it can be, it is kept in {0}.</source>
   <translation>La llamada aún no está en la lista de llamadas; hasta que se pueda, se guarda en {0}.</translation>
  </message>
  <message>
   <source>The call of {0} has not ended yet; it is stored when it has.</source>
   <translation>La llamada de {0} aún no ha terminado; se guarda cuando termine.</translation>
  </message>
  <message>
   <source>The call {0} has no prompt {1}.</source>
   <translation>La llamada {0} no tiene el aviso {1}.</translation>
  </message>
  <message>
   <source>The call {0} is on legal hold: {1} ({2}); 'assist calls hold {3} --off' ends that.</source>
   <translation>La llamada {0} está bloqueada por motivos legales: {1} ({2}); 'assist calls hold {3} --off' quita el bloqueo.</translation>
  </message>
  <message>
   <source>The call's folder {0} cannot be made ({1}); check the disk: until then calls are heard but not kept.</source>
   <translation>No se puede crear la carpeta {0} de la llamada ({1}); revise el disco: hasta entonces las llamadas se oyen, pero no se guardan.</translation>
  </message>
  <message>
   <source>The call's folder {0} cannot be moved ({1}); check its permissions.</source>
   <translation>No se puede mover la carpeta {0} de la llamada ({1}); revise sus permisos.</translation>
  </message>
  <message>
   <source>The call's journal cannot be written ({0}); free some disk space: the call goes on and what waits is written as soon as there is room.</source>
   <translation>No se puede escribir el diario de la llamada ({0}); libere espacio en el disco: la llamada continúa y lo pendiente se escribe en cuanto haya sitio.</translation>
  </message>
  <message>
   <source>The call's sound cannot be kept ({0}); free some disk space. The call itself is stored.</source>
   <translation>No se puede guardar el sonido de la llamada ({0}); libere espacio en el disco. La llamada en sí está guardada.</translation>
  </message>
  <message>
   <source>The call's sound cannot be kept for recovery ({0}); free some disk space: the call goes on, but a crash would lose its last words.</source>
   <translation>No se puede guardar el sonido de la llamada para recuperarla ({0}); libere espacio en el disco: la llamada continúa, pero un fallo perdería las últimas palabras.</translation>
  </message>
  <message>
   <source>The call's sound in the team's database is damaged; its words are all there.</source>
   <translation>El sonido de la llamada en la base de datos del equipo está dañado; el texto está completo.</translation>
  </message>
  <message>
   <source>The call's sound is too long to be sent; it stays on this computer.</source>
   <translation>El sonido de la llamada es demasiado largo para enviarlo; se queda en este ordenador.</translation>
  </message>
  <message>
   <source>The calls are being given a new key already.</source>
   <translation>Las llamadas ya están recibiendo una clave nueva.</translation>
  </message>
  <message>
   <source>The calls are being given a new key, or put back from a backup; try again when that is done.</source>
   <translation>Las llamadas están recibiendo una clave nueva o se están restaurando desde una copia de seguridad; inténtelo de nuevo cuando termine.</translation>
  </message>
  <message>
   <source>The calls cannot be given a new key ({0}): free some space, check the permissions, and run the command again.</source>
   <translation>No se puede dar una clave nueva a las llamadas ({0}): libere espacio, revise los permisos y repita la orden.</translation>
  </message>
  <message>
   <source>The calls cannot be given the new key yet ({0}); make room and check the folder's permissions, then start the app or 'assist calls key rotate' again.</source>
   <translation>Las llamadas aún no pueden recibir la clave nueva ({0}); libere espacio, revise los permisos de la carpeta e inicie de nuevo el programa o 'assist calls key rotate'.</translation>
  </message>
  <message>
   <source>The calls database cannot be copied ({0}); run 'assist doctor'.</source>
   <translation>La base de datos de llamadas no se puede copiar ({0}); ejecute 'assist doctor'.</translation>
  </message>
  <message>
   <source>The calls database is damaged ({0}); the backup stays as it was. Run 'assist doctor'.</source>
   <translation>La base de datos de llamadas está dañada ({0}); la copia queda como estaba. Ejecute 'assist doctor'.</translation>
  </message>
  <message>
   <source>The calls database is in use; close Call Assist everywhere (its windows too), then run the command again.</source>
   <translation>La base de datos de llamadas está en uso; cierre Call Assist en todas partes (también sus ventanas) y repita la orden.</translation>
  </message>
  <message>
   <source>The calls database {0} cannot be opened ({1}); check the folder's permissions and free space.</source>
   <translation>No se puede abrir la base de datos de llamadas {0} ({1}); revise los permisos y el espacio libre de la carpeta.</translation>
  </message>
  <message>
   <source>The computer slept for {0}:{1} (minutes:seconds); what was said meanwhile was not heard, and the call's time does not count it.</source>
   <translation>El ordenador estuvo suspendido {0}:{1} (minutos:segundos); lo que se dijo entretanto no se oyó y no cuenta en el tiempo de la llamada.</translation>
  </message>
  <message>
   <source>The computer was too busy to take the sound.</source>
   <translation>El equipo estaba demasiado ocupado para tomar el sonido.</translation>
  </message>
  <message>
   <source>The computer's date went from {0} to {1}; nothing is deleted by age until it has held on three days. Correct the clock if it is wrong.</source>
   <translation>La fecha del equipo pasó de {0} a {1}; no se borra nada por antigüedad hasta que se haya mantenido tres días. Corrija el reloj si está mal.</translation>
  </message>
  <message>
   <source>The computer's sound server cannot be reached; start it or log in anew.</source>
   <translation>No se alcanza el servidor de sonido del equipo; inícielo o vuelva a entrar.</translation>
  </message>
  <message>
   <source>The computer's sound server has stopped; it is tried again by itself.</source>
   <translation>El servidor de sonido del equipo se detuvo; se reintenta solo.</translation>
  </message>
  <message>
   <source>The computer's usual device changed; this side is heard on {0} now.</source>
   <translation>El dispositivo habitual cambió; este lado se oye ahora en {0}.</translation>
  </message>
  <message>
   <source>The database did not take the new key; it keeps the old one.</source>
   <translation>La base de datos no aceptó la clave nueva; conserva la antigua.</translation>
  </message>
  <message>
   <source>The disk of {0} is full: the backup there is as it was. Free some space and try again.</source>
   <translation>El disco de {0} está lleno: la copia queda como estaba. Libere espacio e inténtelo de nuevo.</translation>
  </message>
  <message>
   <source>The display cannot be opened; check DISPLAY and that you may use that screen.</source>
   <translation>No se puede abrir la pantalla; revise DISPLAY y si puede usarla.</translation>
  </message>
  <message>
   <source>The download was stopped; it can go on another time.</source>
   <translation>La descarga se detuvo; puede seguir en otro momento.</translation>
  </message>
  <message>
   <source>The end of the call is not on disk yet; free some disk space: it is tried again every few seconds for as long as the engine runs.</source>
   <translation>El final de la llamada aún no está en el disco; libere espacio: se reintenta cada pocos segundos mientras el motor funcione.</translation>
  </message>
  <message>
   <source>The engine cannot be started: {0}.</source>
   <translation>No se puede iniciar el motor: {0}.</translation>
  </message>
  <message>
   <source>The engine cannot start (status {0}); run 'assist engine' to see why.</source>
   <translation>El motor no arranca (estado {0}); «assist engine» muestra por qué.</translation>
  </message>
  <message>
   <source>The engine died {0} times within a minute; see the log file, and try another speech model ('assist models list').</source>
   <translation>El motor murió {0} veces en un minuto; vea el archivo de registro y pruebe otro modelo de voz («assist models list»).</translation>
  </message>
  <message>
   <source>The engine does not answer ({0}); see the log file {1} for why.</source>
   <translation>El motor no responde ({0}); el archivo de registro {1} dice por qué.</translation>
  </message>
  <message>
   <source>The engine ends before the disk took the end of the call: it is lost. The rest is kept in {0} and is put in order when the engine next starts.</source>
   <translation>El motor termina antes de guardar el final de la llamada: se perdió. El resto está en {0} y se ordenará en el próximo inicio.</translation>
  </message>
  <message>
   <source>The engine's pipe cannot be made ({0}); end the other Call Assist first.</source>
   <translation>No se puede crear el canal del motor ({0}); termine antes el otro Call Assist.</translation>
  </message>
  <message>
   <source>The engine's socket {0} cannot be made ({1}); set CALLASSIST_HOME to a shorter path on a local disk.</source>
   <translation>No se puede crear el socket {0} del motor ({1}); ponga CALLASSIST_HOME en una ruta más corta de un disco local.</translation>
  </message>
  <message>
   <source>The engine's worker cannot be started: {0}.</source>
   <translation>No se puede iniciar el proceso de trabajo del motor: {0}.</translation>
  </message>
  <message>
   <source>The far end's device {0} is not there; plug it in, or see `assist devices` for the names.</source>
   <translation>El dispositivo {0} del cliente no está; conéctelo o vea los nombres con «assist devices».</translation>
  </message>
  <message>
   <source>The file {0} of the team's folder does not hold what it should; update that computer and have it sent again.</source>
   <translation>El archivo {0} de la carpeta del equipo no contiene lo que debería; actualice ese equipo y haga que se envíe de nuevo.</translation>
  </message>
  <message>
   <source>The file {0} of the team's folder is not complete yet, or was not made for this computer; wait for the folder, or have it sent again.</source>
   <translation>El archivo {0} de la carpeta del equipo aún no está completo o no se hizo para este equipo; espere a la carpeta o pida que lo envíen otra vez.</translation>
  </message>
  <message>
   <source>The folder of calls {0} cannot be read ({1}); check its permissions.</source>
   <translation>No se puede leer la carpeta de llamadas {0} ({1}); revise sus permisos.</translation>
  </message>
  <message>
   <source>The folder {0} cannot be deleted; remove it yourself.</source>
   <translation>No se puede borrar la carpeta {0}; quítela usted.</translation>
  </message>
  <message>
   <source>The helper {0} cannot be started ({1}); install Call Assist anew, or set BlackHole as customer_device.</source>
   <translation>No se puede iniciar el auxiliar {0} ({1}); vuelva a instalar Call Assist o ponga BlackHole como customer_device.</translation>
  </message>
  <message>
   <source>The helper {0} is missing, so what this Mac plays cannot be heard; install Call Assist anew, or BlackHole and set it as customer_device.</source>
   <translation>Falta el auxiliar {0}, así que no se oye lo que reproduce este Mac; vuelva a instalar Call Assist, o instale BlackHole y póngalo como customer_device.</translation>
  </message>
  <message>
   <source>The journal {0} cannot be read ({1}); check the path and its rights.</source>
   <translation>No se puede leer el diario {0} ({1}); revise la ruta y sus permisos.</translation>
  </message>
  <message>
   <source>The journal {0} holds no call: it ended before its first event.</source>
   <translation>El diario {0} no contiene ninguna llamada: acabó antes del primer suceso.</translation>
  </message>
  <message>
   <source>The journal {0} is not sealed, as all of this computer's are by now: something else wrote it; its call is not taken in.</source>
   <translation>El diario {0} no está sellado como ya lo están todos los de este equipo: lo escribió otra cosa; su llamada no se incorpora.</translation>
  </message>
  <message>
   <source>The journal {0} is that of another call ({1}); put the right one back from a backup.</source>
   <translation>El diario {0} es el de otra llamada ({1}); recupere el correcto de una copia de seguridad.</translation>
  </message>
  <message>
   <source>The journal's start time '{0}' is not a date and time.</source>
   <translation>La hora de inicio «{0}» del diario no es una fecha y hora.</translation>
  </message>
  <message>
   <source>The key of your calls cannot be written to {0} ({1}); check the folder's permissions and free space.</source>
   <translation>No se puede escribir la clave de sus llamadas en {0} ({1}); revise los permisos y el espacio libre de la carpeta.</translation>
  </message>
  <message>
   <source>The key of your calls does not open those in {0}; put the right one back from a backup, or move that folder away to begin anew (see docs/store.md).</source>
   <translation>La clave de sus llamadas no abre las de {0}; recupere la correcta de una copia de seguridad, o mueva esa carpeta a otro sitio para empezar de nuevo (vea docs/store.md).</translation>
  </message>
  <message>
   <source>The key of your calls does not open {0}; put the right one back from a backup (see docs/store.md).</source>
   <translation>La clave de sus llamadas no abre {0}; recupere la correcta de una copia de seguridad (vea docs/store.md).</translation>
  </message>
  <message>
   <source>The key {0} cannot be read ({1}).</source>
   <translation>La clave {0} no se puede leer ({1}).</translation>
  </message>
  <message>
   <source>The key {0} cannot be read ({1}); check its permissions.</source>
   <translation>No se puede leer la clave {0} ({1}); revise sus permisos.</translation>
  </message>
  <message>
   <source>The key {0} cannot be read; the call's last words cannot be recovered.</source>
   <translation>No se puede leer la clave {0}; no se pueden recuperar las últimas palabras de la llamada.</translation>
  </message>
  <message>
   <source>The key {0} of your calls is missing: put it back from a backup, or move {1} away to begin a new one (see docs/store.md).</source>
   <translation>Falta la clave {0} de sus llamadas: recupérela de una copia, o aparte {1} para empezar de nuevo (vea docs/store.md).</translation>
  </message>
  <message>
   <source>The library PortAudio is missing; install the package libportaudio2.</source>
   <translation>Falta la biblioteca PortAudio; instale el paquete libportaudio2.</translation>
  </message>
  <message>
   <source>The library PyAudioWPatch is missing; install Call Assist anew, or set an input such as Stereo Mix or VB-CABLE as customer_device.</source>
   <translation>Falta la biblioteca PyAudioWPatch; vuelva a instalar Call Assist o ponga una entrada como Mezcla estéreo o VB-CABLE como customer_device.</translation>
  </message>
  <message>
   <source>The library libpulse is missing; install the package libpulse0.</source>
   <translation>Falta la biblioteca libpulse; instale el paquete libpulse0.</translation>
  </message>
  <message>
   <source>The library libpulse-simple is missing; install the package libpulse0.</source>
   <translation>Falta la biblioteca libpulse-simple; instale el paquete libpulse0.</translation>
  </message>
  <message>
   <source>The library libpulse-simple.so.0 is missing; install the package libpulse0.</source>
   <translation>Falta la biblioteca libpulse-simple.so.0; instale el paquete libpulse0.</translation>
  </message>
  <message>
   <source>The library libpulse.so.0 is missing; install the package libpulse0.</source>
   <translation>Falta la biblioteca libpulse.so.0; instale el paquete libpulse0.</translation>
  </message>
  <message>
   <source>The library libxcb-cursor is missing; install it (package libxcb-cursor0).</source>
   <translation>Falta la biblioteca libxcb-cursor; instálela (paquete libxcb-cursor0).</translation>
  </message>
  <message>
   <source>The line to the engine was closed.</source>
   <translation>Se cerró la conexión con el motor.</translation>
  </message>
  <message>
   <source>The line was not sent: one line of at most 140 characters, and 20 of them a minute.</source>
   <translation>La línea no se envió: una línea de 140 caracteres como mucho, y 20 por minuto.</translation>
  </message>
  <message>
   <source>The list of what is in the backup {0} was changed or is damaged; nothing is taken from it. Move the folder away and make a new backup.</source>
   <translation>La lista de la copia {0} se cambió o está dañada; no se toma nada de ella. Aparte la carpeta y haga una copia nueva.</translation>
  </message>
  <message>
   <source>The microphone gives no sound any more; plug it in again or choose another.</source>
   <translation>El micrófono ya no da sonido; vuelva a conectarlo o elija otro.</translation>
  </message>
  <message>
   <source>The microphone {0} is not there; plug it in, or see `assist devices` for the names.</source>
   <translation>El micrófono {0} no está; conéctelo o vea los nombres con «assist devices».</translation>
  </message>
  <message>
   <source>The output {0} is gone; plug it in or choose another.</source>
   <translation>La salida {0} ya no está; conéctela o elija otra.</translation>
  </message>
  <message>
   <source>The running engine is of another version; close every window of Call Assist, wait half a minute and start it again.</source>
   <translation>El motor en marcha es de otra versión; cierre todas las ventanas de Call Assist, espere medio minuto y vuelva a iniciarlo.</translation>
  </message>
  <message>
   <source>The softphone {0} {1}, not {2}; choose the same device in both, see `assist devices`.</source>
   <translation>El softphone {0} {1}, no {2}; elija el mismo dispositivo en ambos, vea «assist devices».</translation>
  </message>
  <message>
   <source>The softphone's messages cannot be read.</source>
   <translation>No se pueden leer los mensajes del softphone.</translation>
  </message>
  <message>
   <source>The sound device {0} cannot be opened ({1}); close other programs that use it, or choose another.</source>
   <translation>No se puede abrir el dispositivo {0} ({1}); cierre otros programas que lo usen o elija otro.</translation>
  </message>
  <message>
   <source>The sound device {0} is gone; plug it in or choose another.</source>
   <translation>El dispositivo {0} ya no está; conéctelo o elija otro.</translation>
  </message>
  <message>
   <source>The sound device {0} is not there ({1}); see `assist devices` for the names.</source>
   <translation>El dispositivo {0} no está ({1}); vea los nombres con «assist devices».</translation>
  </message>
  <message>
   <source>The sound device {0} is not there; plug it in.</source>
   <translation>El dispositivo {0} no está; conéctelo.</translation>
  </message>
  <message>
   <source>The sound in {0} cannot be opened: it is damaged, or was sealed with another key.</source>
   <translation>El sonido en {0} no se puede abrir: está dañado o se selló con otra clave.</translation>
  </message>
  <message>
   <source>The sound output is gone; plug it in or choose another.</source>
   <translation>La salida de sonido ya no está; conéctela o elija otra.</translation>
  </message>
  <message>
   <source>The speech model '{0}' is not installed; see 'assist models list'.</source>
   <translation>El modelo de voz «{0}» no está instalado; vea «assist models list».</translation>
  </message>
  <message>
   <source>The system's keyring cannot be used ({0}); start the app in a desktop session, or put the key's file back from a backup (see docs/store.md).</source>
   <translation>No se puede usar el llavero del sistema ({0}); inicie la aplicación en una sesión de escritorio o recupere el archivo de la clave de una copia (vea docs/store.md).</translation>
  </message>
  <message>
   <source>The system's keyring did not keep the key of your calls; it stays in its file.</source>
   <translation>El llavero del sistema no guardó la clave de sus llamadas; sigue en su archivo.</translation>
  </message>
  <message>
   <source>The system's keyring did not keep the new key of your calls; it waits in {0}. Unlock the keyring and run the command again.</source>
   <translation>El llavero del sistema no guardó la clave nueva de sus llamadas; espera en {0}. Desbloquee el llavero y repita la orden.</translation>
  </message>
  <message>
   <source>The system's keyring does not answer; unlock it (log in to your desktop) and try again.</source>
   <translation>El llavero del sistema no responde; desbloquéelo (inicie sesión en su escritorio) e inténtelo de nuevo.</translation>
  </message>
  <message>
   <source>The team database has no live board yet; its administrator runs 'assist team init' again.</source>
   <translation>La base de datos del equipo aún no tiene panel en vivo; su administrador ejecuta otra vez «assist team init».</translation>
  </message>
  <message>
   <source>The team database needs the package psycopg: pip install 'callassist[team]'.</source>
   <translation>La base de datos del equipo necesita el paquete psycopg: pip install 'callassist[team]'.</translation>
  </message>
  <message>
   <source>The team shares no calls: nothing leaves this computer.</source>
   <translation>El equipo no comparte llamadas: nada sale de este equipo.</translation>
  </message>
  <message>
   <source>The team's database answers and knows you ({0}).</source>
   <translation>La base de datos del equipo responde y le conoce ({0}).</translation>
  </message>
  <message>
   <source>The team's database was not changed: a lead or its administrator does that with 'assist calls hold … --team'.</source>
   <translation>La base de datos del equipo no se cambió: lo hace un responsable o su administrador con 'assist calls hold … --team'.</translation>
  </message>
  <message>
   <source>The team's folder {0} cannot be used ({1}); check that it is there and may be written.</source>
   <translation>No se puede usar la carpeta del equipo {0} ({1}); compruebe que existe y se puede escribir.</translation>
  </message>
  <message>
   <source>The test sound cannot be played ({0}); check the headset.</source>
   <translation>No se puede reproducir el sonido de prueba ({0}); revise los auriculares.</translation>
  </message>
  <message>
   <source>The test sound cannot be played on {0}; check the headset.</source>
   <translation>No se puede reproducir el sonido de prueba en {0}; revise los auriculares.</translation>
  </message>
  <message>
   <source>The workstation {0} has another key than before; its calls are not taken.</source>
   <translation>El puesto {0} tiene otra clave que antes; no se aceptan sus llamadas.</translation>
  </message>
  <message>
   <source>There are calls in {0} already; put the backup into a folder of its own with --into FOLDER.</source>
   <translation>En {0} ya hay llamadas; restaure la copia en una carpeta propia con --into CARPETA.</translation>
  </message>
  <message>
   <source>There is no X display.</source>
   <translation>No hay pantalla X.</translation>
  </message>
  <message>
   <source>There is no backup of Call Assist in {0}; is its disk plugged in?</source>
   <translation>En {0} no hay ninguna copia de Call Assist; ¿está conectado el disco?</translation>
  </message>
  <message>
   <source>There is no call '{0}'; 'assist calls list' shows them.</source>
   <translation>No existe la llamada «{0}»; «assist calls list» las muestra.</translation>
  </message>
  <message>
   <source>There is no keyring of the system here, only keyrings.alt, whose files others could read; the key of your calls stays in its own file.</source>
   <translation>Aquí no hay llavero del sistema, solo keyrings.alt, cuyos archivos podrían leer otros; la clave de sus llamadas sigue en su propio archivo.</translation>
  </message>
  <message>
   <source>There is no sound output; plug in a headset or choose one in the system.</source>
   <translation>No hay salida de sonido; conecte unos auriculares o elija una en el sistema.</translation>
  </message>
  <message>
   <source>There is no sound output; start the sound server or plug in a headset.</source>
   <translation>No hay salida de sonido; inicie el servidor de sonido o conecte unos auriculares.</translation>
  </message>
  <message>
   <source>There is no {0} layer; name its file in the setting '{1}_playbook'.</source>
   <translation>No existe el nivel {0}; indique su archivo en el ajuste «{1}_playbook».</translation>
  </message>
  <message>
   <source>There is not enough memory for the engine; close other programs, then start a call.</source>
   <translation>No hay memoria suficiente para el motor; cierre otros programas y luego inicie una llamada.</translation>
  </message>
  <message>
   <source>There is not enough memory for the speech model '{0}'; close other programs or choose a smaller model ('assist models list').</source>
   <translation>No hay memoria suficiente para el modelo de voz «{0}»; cierre otros programas o elija un modelo más pequeño («assist models list»).</translation>
  </message>
  <message>
   <source>There is too little room in {0}: it takes {1} MB to give the calls a new key; free some space and run the command again.</source>
   <translation>Hay poco espacio en {0}: dar una clave nueva a las llamadas necesita {1} MB; libere espacio y repita la orden.</translation>
  </message>
  <message>
   <source>This belongs to a call that is put away by now, so it is not kept; write it down elsewhere.</source>
   <translation>Esto es de una llamada ya apartada y no se guarda; anótelo en otro sitio.</translation>
  </message>
  <message>
   <source>This computer has no key yet; give the one that was exported where the backup was made with --key FILE.</source>
   <translation>Este equipo aún no tiene clave; indique con --key ARCHIVO la que se exportó donde se hizo la copia.</translation>
  </message>
  <message>
   <source>This desktop is used from afar ({0}): sound comes late and changed over the network, and only what is passed through is heard; better run Call Assist on the computer that the headset is plugged into.</source>
   <translation>Este escritorio se usa a distancia ({0}): el sonido llega tarde y alterado por la red, y solo se oye lo que se transmite. Mejor ejecute Call Assist en el equipo donde están los auriculares.</translation>
  </message>
  <message>
   <source>Type 16 letters and digits or more.</source>
   <translation>Escriba 16 letras y cifras o más.</translation>
  </message>
  <message>
   <source>Type a regular expression with a group (?P&lt;name&gt;…).</source>
   <translation>Escriba una expresión regular con un grupo (?P&lt;name&gt;…).</translation>
  </message>
  <message>
   <source>Type an address such as 127.0.0.1:4444.</source>
   <translation>Escriba una dirección como 127.0.0.1:4444.</translation>
  </message>
  <message>
   <source>Type an address such as postgresql://name@server/calls.</source>
   <translation>Escriba una dirección como postgresql://name@server/calls.</translation>
  </message>
  <message>
   <source>Type three words or more that carry meaning; 'the' and 'is' do not count.</source>
   <translation>Escriba tres palabras o más con significado; «the» e «is» no cuentan.</translation>
  </message>
  <message>
   <source>Under Wayland the shortcuts work only over X11 windows and the screen's edge cannot be reserved; log in to an X11 session for both.</source>
   <translation>En Wayland los atajos solo funcionan sobre ventanas X11 y el borde de la pantalla no se puede reservar; inicie una sesión X11 para ambas cosas.</translation>
  </message>
  <message>
   <source>Until then calls are timed and kept, but not understood: there are no prompts.</source>
   <translation>Hasta entonces las llamadas se miden y se guardan, pero no se entienden: no hay avisos.</translation>
  </message>
  <message>
   <source>What is played to {0} cannot be heard ({1}); close programs that use it alone, or choose another output.</source>
   <translation>Lo que suena en {0} no se puede oír ({1}); cierre programas que lo usen en exclusiva o elija otra salida.</translation>
  </message>
  <message>
   <source>What is played to {0} is not heard any more ({1}).</source>
   <translation>Lo que suena en {0} ya no se oye ({1}).</translation>
  </message>
  <message>
   <source>Whose call is in {0} cannot be read, and customers are on legal hold; remove it yourself if it is none of theirs.</source>
   <translation>No se puede leer de quién es la llamada en {0}, y hay clientes con bloqueo legal; elimínela usted si no es de ninguno de ellos.</translation>
  </message>
  <message>
   <source>You and the customer cannot be heard on the same device.</source>
   <translation>Usted y el cliente no pueden oírse en el mismo dispositivo.</translation>
  </message>
  <message>
   <source>You muted it.</source>
   <translation>Usted lo silenció.</translation>
  </message>
  <message>
   <source>{0} The call it belongs to cannot be put in order; it is left in {1}.</source>
   <translation>{0} La llamada correspondiente no se puede ordenar; queda en {1}.</translation>
  </message>
  <message>
   <source>{0} Until then calls are heard but not kept.</source>
   <translation>{0} Hasta entonces las llamadas se oyen pero no se guardan.</translation>
  </message>
  <message>
   <source>{0} Your calls keep the key they have.</source>
   <translation>{0} Sus llamadas conservan la clave que tienen.</translation>
  </message>
  <message>
   <source>{0} call could not be deleted, the others were: {1}.</source>
   <translation>{0} llamada no se pudo eliminar, las demás sí: {1}.</translation>
  </message>
  <message>
   <source>{0} call could not be deleted: {1}.</source>
   <translation>{0} llamada no se pudo eliminar: {1}.</translation>
  </message>
  <message>
   <source>{0} calls could not be deleted, the others were; the first: {1}.</source>
   <translation>{0} llamadas no se pudieron eliminar, las demás sí; la primera: {1}.</translation>
  </message>
  <message>
   <source>{0} calls could not be deleted; the first: {1}.</source>
   <translation>{0} llamadas no se pudieron eliminar; la primera: {1}.</translation>
  </message>
  <message>
   <source>{0} cannot be deleted ({1}); remove it yourself.</source>
   <translation>No se puede borrar {0} ({1}); quítelo usted.</translation>
  </message>
  <message>
   <source>{0} cannot be read ({1}).</source>
   <translation>No se puede leer {0} ({1}).</translation>
  </message>
  <message>
   <source>{0} cannot be read ({1}); check its rights.</source>
   <translation>No se puede leer {0} ({1}); revise los permisos.</translation>
  </message>
  <message>
   <source>{0} cannot be read ({1}); fix or remove the file.</source>
   <translation>No se puede leer {0} ({1}); arregle o quite el archivo.</translation>
  </message>
  <message>
   <source>{0} cannot be read or written ({1}): the backup in {2} is as it was. Check the disk and its permissions.</source>
   <translation>{0} no se puede leer o escribir ({1}): la copia de {2} queda como estaba. Revise el disco y sus permisos.</translation>
  </message>
  <message>
   <source>{0} cannot be used ({1}); run 'assist doctor'.</source>
   <translation>{0} no se puede usar ({1}); ejecute «assist doctor».</translation>
  </message>
  <message>
   <source>{0} cannot be written ({1}), so nothing is deleted by age; free some space or check its rights.</source>
   <translation>No se puede escribir {0} ({1}), así que no se borra nada por antigüedad; libere espacio o revise los permisos.</translation>
  </message>
  <message>
   <source>{0} cannot be written ({1}); check its permissions.</source>
   <translation>No se puede escribir {0} ({1}); revise sus permisos.</translation>
  </message>
  <message>
   <source>{0} cannot be written ({1}); choose another.</source>
   <translation>{0} no se puede escribir ({1}); elija otro.</translation>
  </message>
  <message>
   <source>{0} cannot be written ({1}); free some disk space.</source>
   <translation>No se puede escribir {0} ({1}); libere espacio en el disco.</translation>
  </message>
  <message>
   <source>{0} cannot be written: the disk is full or failing; free some space and try again. The backup is as it was.</source>
   <translation>{0} no se puede escribir: el disco está lleno o falla; libere espacio e inténtelo de nuevo. La copia está como estaba.</translation>
  </message>
  <message>
   <source>{0} cannot keep what the call says (a number or a text out of all bounds); its journal is damaged.</source>
   <translation>{0} no puede guardar lo que dice la llamada (un número o un texto fuera de todo límite); su diario está dañado.</translation>
  </message>
  <message>
   <source>{0} does not allow that; ask its administrator.</source>
   <translation>{0} no lo permite; pregunte a su administrador.</translation>
  </message>
  <message>
   <source>{0} does not hold a key; put it back from a backup (see docs/store.md).</source>
   <translation>{0} no contiene una clave; recupérela de una copia (vea docs/store.md).</translation>
  </message>
  <message>
   <source>{0} does not know this login; its administrator adds it.</source>
   <translation>{0} no conoce este usuario; su administrador lo añade.</translation>
  </message>
  <message>
   <source>{0} does something else already ({1}).</source>
   <translation>{0} ya hace otra cosa ({1}).</translation>
  </message>
  <message>
   <source>{0} gets calls too fast to read words of them; try again in a minute.</source>
   <translation>{0} recibe llamadas tan deprisa que no se pueden leer sus palabras; inténtelo de nuevo dentro de un minuto.</translation>
  </message>
  <message>
   <source>{0} gets calls too fast to search them; search again.</source>
   <translation>{0} recibe llamadas tan deprisa que no se puede buscar en ellas; busque de nuevo.</translation>
  </message>
  <message>
   <source>{0} has not two channels; the call cannot be played.</source>
   <translation>{0} no tiene dos canales; no se puede reproducir la llamada.</translation>
  </message>
  <message>
   <source>{0} holds no key; 'assist backup key FILE' writes one.</source>
   <translation>{0} no contiene ninguna clave; 'assist backup key ARCHIVO' escribe una.</translation>
  </message>
  <message>
   <source>{0} is a team's folder already; its lead has the key.</source>
   <translation>{0} ya es una carpeta de equipo; su jefe tiene la clave.</translation>
  </message>
  <message>
   <source>{0} is another call's.</source>
   <translation>{0} es de otra llamada.</translation>
  </message>
  <message>
   <source>{0} is damaged and cannot be opened.</source>
   <translation>{0} está dañado y no se puede abrir.</translation>
  </message>
  <message>
   <source>{0} is damaged; the sound ends here.</source>
   <translation>{0} está dañado; el sonido acaba aquí.</translation>
  </message>
  <message>
   <source>{0} is no team's folder, or cannot be reached; a lead makes one with 'assist team folder'.</source>
   <translation>{0} no es una carpeta de equipo o no se alcanza; un jefe la crea con «assist team folder».</translation>
  </message>
  <message>
   <source>{0} is not a journal of Call Assist; name a call's journal.jsonl.</source>
   <translation>{0} no es un diario de Call Assist; indique el journal.jsonl de una llamada.</translation>
  </message>
  <message>
   <source>{0} is not empty and holds no backup of Call Assist; name an empty folder.</source>
   <translation>{0} no está vacía ni contiene una copia de Call Assist; indique una carpeta vacía.</translation>
  </message>
  <message>
   <source>{0} is not empty; name a new folder.</source>
   <translation>{0} no está vacía; indique una carpeta nueva.</translation>
  </message>
  <message>
   <source>{0} is not set up yet.</source>
   <translation>{0} aún no está preparada.</translation>
  </message>
  <message>
   <source>{0} is not set up yet: its administrator runs 'assist team'.</source>
   <translation>{0} aún no está configurada: su administrador ejecuta «assist team».</translation>
  </message>
  <message>
   <source>{0} is not set up; its administrator runs 'assist team'.</source>
   <translation>{0} no está configurada; su administrador ejecuta «assist team».</translation>
  </message>
  <message>
   <source>{0} is not the list of a backup, or is damaged; move the folder away and make a new backup.</source>
   <translation>{0} no es la lista de una copia, o está dañada; aparte la carpeta y haga una copia nueva.</translation>
  </message>
  <message>
   <source>{0} is not there; plug it in, or see `assist devices` for the names.</source>
   <translation>{0} no está; conéctelo o vea los nombres con «assist devices».</translation>
  </message>
  <message>
   <source>{0} is that of another call.</source>
   <translation>{0} es el diario de otra llamada.</translation>
  </message>
  <message>
   <source>{0} is there already; name a new file.</source>
   <translation>{0} ya existe; indique un archivo nuevo.</translation>
  </message>
  <message>
   <source>{0} is where the calls are; name a folder on another disk.</source>
   <translation>En {0} están las llamadas; indique una carpeta en otro disco.</translation>
  </message>
  <message>
   <source>{0} is where the settings are; name a folder on another disk.</source>
   <translation>En {0} están los ajustes; indique una carpeta en otro disco.</translation>
  </message>
  <message>
   <source>{0} lies in a backup, and would have the key that opens it; name a folder elsewhere.</source>
   <translation>{0} está dentro de una copia de seguridad y tendría la clave que la abre; indique una carpeta en otro sitio.</translation>
  </message>
  <message>
   <source>{0} lies in the backup that it opens; keep the key elsewhere.</source>
   <translation>{0} está en la copia que abre; guarde la clave en otro sitio.</translation>
  </message>
  <message>
   <source>{0} needs PostgreSQL 15 or newer.</source>
   <translation>{0} necesita PostgreSQL 15 o posterior.</translation>
  </message>
  <message>
   <source>{0} opens a team's folder already; move it away to make another.</source>
   <translation>{0} ya abre una carpeta de equipo; apártela para crear otra.</translation>
  </message>
  <message>
   <source>{0} opens with neither the old nor the new key; put it and its key back from a backup (see docs/store.md).</source>
   <translation>{0} no se abre ni con la clave antigua ni con la nueva; restáurela junto con su clave desde una copia (véase docs/store.md).</translation>
  </message>
  <message>
   <source>{0} takes no call as large as this one; it stays on this computer alone.</source>
   <translation>{0} no admite una llamada tan grande como esta; se queda solo en este ordenador.</translation>
  </message>
  <message>
   <source>{0} was made by a newer Call Assist; update this one to open it.</source>
   <translation>{0} es de un Call Assist más nuevo; actualice este para abrirla.</translation>
  </message>
  <message>
   <source>{0} writes '{1}' in a way that cannot be changed here; set it by hand.</source>
   <translation>{0} escribe «{1}» de un modo que aquí no se puede cambiar; póngalo a mano.</translation>
  </message>
  <message>
   <source>{0} {1} is muted in the sound settings; turn it up there.</source>
   <translation>{0} {1} está silenciado en los ajustes de sonido; súbalo allí.</translation>
  </message>
  <message>
   <source>{0}, line {1}: this is not valid TOML{2} ({3}); correct that line.</source>
   <translation>{0}, línea {1}: esto no es TOML válido{2} ({3}); corrija esa línea.</translation>
  </message>
  <message>
   <source>{0}: '{1}' is {2} already, as '{3}' is.</source>
   <translation>{0}: «{1}» ya es {2}, como «{3}».</translation>
  </message>
  <message>
   <source>{0}: '{1}' {2}.</source>
   <translation>{0}: «{1}» {2}.</translation>
  </message>
  <message>
   <source>{0}: unknown key '{1}'; did you mean '{2}'?</source>
   <translation>{0}: clave desconocida «{1}»; ¿quiso decir «{2}»?</translation>
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
   <translation>Empieza cuando</translation>
  </message>
  <message>
   <source>Lasts</source>
   <translation>Dura</translation>
  </message>
  <message>
   <source>On: the sequence is used in calls</source>
   <translation>Activa: la secuencia se usa en llamadas</translation>
  </message>
  <message>
   <source>Once a call.</source>
   <translation>Una vez por llamada.</translation>
  </message>
  <message>
   <source>Patience</source>
   <translation>Paciencia</translation>
  </message>
  <message>
   <source>Seconds a missing step is waited for</source>
   <translation>Segundos que se espera un paso que falta</translation>
  </message>
  <message>
   <source>Seconds after which it is over</source>
   <translation>Segundos tras los que se acaba</translation>
  </message>
  <message>
   <source>Steps</source>
   <translation>Pasos</translation>
  </message>
  <message>
   <source>Ticked as they are heard, in whatever order; prompted in this one.</source>
   <translation>Se marcan al oírse, en cualquier orden; se sugieren en este.</translation>
  </message>
  <message>
   <source>Title, above the strip of steps</source>
   <translation>Título, sobre la tira de pasos</translation>
  </message>
  <message>
   <source>Undo all changes to this sequence</source>
   <translation>Deshacer todos los cambios de esta secuencia</translation>
  </message>
 </context>
 <context>
  <name>SequenceStrip</name>
  <message>
   <source>done</source>
   <translation>hecho</translation>
  </message>
  <message>
   <source>not yet</source>
   <translation>todavía no</translation>
  </message>
  <message>
   <source>{done} of {all}</source>
   <translation>{done} de {all}</translation>
  </message>
 </context>
 <context>
  <name>SettingRow</name>
  <message>
   <source>Default</source>
   <translation>Predeterminado</translation>
  </message>
  <message>
   <source>Default for: {title}</source>
   <translation>Predeterminado de: {title}</translation>
  </message>
  <message>
   <source>Set by your administrator</source>
   <translation>Fijado por su administrador</translation>
  </message>
  <message>
   <source>Suggested by your administrator</source>
   <translation>Sugerido por su administrador</translation>
  </message>
 </context>
 <context>
  <name>Shell</name>
  <message>
   <source>This desktop shows no tray icons; the app does without one.</source>
   <translation>Este escritorio no muestra iconos de bandeja; la app prescinde de él.</translation>
  </message>
 </context>
 <context>
  <name>SidePanel</name>
  <message>
   <source>Another lead's name</source>
   <translation>Nombre del otro jefe</translation>
  </message>
  <message>
   <source>Callers are told</source>
   <translation>Aviso a quien llama</translation>
  </message>
  <message>
   <source>Cause</source>
   <translation>Causa</translation>
  </message>
  <message>
   <source>Coach</source>
   <translation>Coaching</translation>
  </message>
  <message>
   <source>Export</source>
   <translation>Exportar</translation>
  </message>
  <message>
   <source>For coaching, by {lead}</source>
   <translation>Para coaching, de {lead}</translation>
  </message>
  <message>
   <source>Hand over …</source>
   <translation>Pasar a …</translation>
  </message>
  <message>
   <source>Handed to {lead} by {by}</source>
   <translation>{by} la pasó a {lead}</translation>
  </message>
  <message>
   <source>Mark reviewed</source>
   <translation>Marcar revisada</translation>
  </message>
  <message>
   <source>On legal hold by {lead}: {why}</source>
   <translation>Bloqueo legal de {lead}: {why}</translation>
  </message>
  <message>
   <source>Promises</source>
   <translation>Promesas</translation>
  </message>
  <message>
   <source>Reviewed by {lead}, {when}</source>
   <translation>Revisada por {lead}, {when}</translation>
  </message>
  <message>
   <source>Scorecard</source>
   <translation>Valoración</translation>
  </message>
  <message>
   <source>Take back the review</source>
   <translation>Deshacer la revisión</translation>
  </message>
  <message>
   <source>Take it back from {lead}</source>
   <translation>Retirársela a {lead}</translation>
  </message>
  <message>
   <source>The agent sees your comments, as something to talk about</source>
   <translation>El agente ve sus comentarios, como tema de conversación</translation>
  </message>
  <message>
   <source>The agent's note</source>
   <translation>Nota del agente</translation>
  </message>
 </context>
 <context>
  <name>SidebarWindow</name>
  <message>
   <source>Call Assist sidebar</source>
   <translation>Call Assist, barra lateral</translation>
  </message>
 </context>
 <context>
  <name>StepBox</name>
  <message>
   <source>A word or two for the strip of steps</source>
   <translation>Una o dos palabras para la tira de pasos</translation>
  </message>
  <message>
   <source>Done when</source>
   <translation>Hecho cuando</translation>
  </message>
  <message>
   <source>Down</source>
   <translation>Abajo</translation>
  </message>
  <message>
   <source>Id</source>
   <translation>Id.</translation>
  </message>
  <message>
   <source>Id of the step</source>
   <translation>Id. del paso</translation>
  </message>
  <message>
   <source>Remove</source>
   <translation>Quitar</translation>
  </message>
  <message>
   <source>Remove step {number}</source>
   <translation>Quitar el paso {number}</translation>
  </message>
  <message>
   <source>Step</source>
   <translation>Paso</translation>
  </message>
  <message>
   <source>Step {number}</source>
   <translation>Paso {number}</translation>
  </message>
  <message>
   <source>Step {number} down</source>
   <translation>Paso {number} abajo</translation>
  </message>
  <message>
   <source>Step {number} up</source>
   <translation>Paso {number} arriba</translation>
  </message>
  <message>
   <source>Title</source>
   <translation>Título</translation>
  </message>
  <message>
   <source>Title of its prompt</source>
   <translation>Título de su aviso</translation>
  </message>
  <message>
   <source>Up</source>
   <translation>Arriba</translation>
  </message>
  <message>
   <source>What it says</source>
   <translation>Qué dice</translation>
  </message>
 </context>
 <context>
  <name>StepList</name>
  <message>
   <source>Add a step</source>
   <translation>Añadir un paso</translation>
  </message>
  <message>
   <source>Say what to do</source>
   <translation>Diga qué hacer</translation>
  </message>
  <message>
   <source>Step {number}</source>
   <translation>Paso {number}</translation>
  </message>
 </context>
 <context>
  <name>StepPage</name>
  <message>
   <source>Set by your administrator</source>
   <translation>Fijado por su administrador</translation>
  </message>
 </context>
 <context>
  <name>Strip</name>
  <message>
   <source>Open the sidebar</source>
   <translation>Abrir la barra lateral</translation>
  </message>
 </context>
 <context>
  <name>Team</name>
  <message numerus="yes">
   <source>%n call(s)</source>
   <translation>
    <numerusform>%n llamada</numerusform>
    <numerusform>%n llamadas</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n call(s), {before} before</source>
   <translation>
    <numerusform>%n llamada, antes {before}</numerusform>
    <numerusform>%n llamadas, antes {before}</numerusform>
   </translation>
  </message>
  <message>
   <source>26 weeks</source>
   <translation>26 semanas</translation>
  </message>
  <message>
   <source>4 weeks</source>
   <translation>4 semanas</translation>
  </message>
  <message>
   <source>7 days</source>
   <translation>7 días</translation>
  </message>
  <message>
   <source>8 weeks</source>
   <translation>8 semanas</translation>
  </message>
  <message>
   <source>95 % interval</source>
   <translation>Intervalo del 95 %</translation>
  </message>
  <message>
   <source>95 % interval: {interval}.</source>
   <translation>Intervalo del 95 %: {interval}.</translation>
  </message>
  <message>
   <source>Agent</source>
   <translation>Agente</translation>
  </message>
  <message>
   <source>Agents</source>
   <translation>Agentes</translation>
  </message>
  <message>
   <source>Angry customers handed on</source>
   <translation>Clientes enfadados transferidos</translation>
  </message>
  <message>
   <source>Bands are 95 % intervals: where two overlap, the difference may be chance. Pale with a hollow dot: fewer than {least} cases.</source>
   <translation>Las bandas son intervalos del 95 %: donde dos se solapan, la diferencia puede ser azar. Pálido con punto hueco: menos de {least} casos.</translation>
  </message>
  <message>
   <source>Best first</source>
   <translation>Los mejores primero</translation>
  </message>
  <message>
   <source>By name. Nobody is ranked while an agent has fewer than {least} calls: chance would decide.</source>
   <translation>Por nombre. No se ordena a nadie mientras un agente tenga menos de {least} llamadas: decidiría el azar.</translation>
  </message>
  <message>
   <source>Calls</source>
   <translation>Llamadas</translation>
  </message>
  <message>
   <source>Calls with a dead end</source>
   <translation>Llamadas con callejón sin salida</translation>
  </message>
  <message>
   <source>Counting the calls …</source>
   <translation>Contando las llamadas …</translation>
  </message>
  <message>
   <source>Customer's name used</source>
   <translation>Nombre del cliente usado</translation>
  </message>
  <message>
   <source>Feelings acknowledged</source>
   <translation>Ánimos reconocidos</translation>
  </message>
  <message>
   <source>Fewer is better.</source>
   <translation>Menos es mejor.</translation>
  </message>
  <message>
   <source>Figures</source>
   <translation>Cifras</translation>
  </message>
  <message>
   <source>How far back this page looks</source>
   <translation>Hasta cuándo mira atrás esta página</translation>
  </message>
  <message>
   <source>Look back further, or come again when calls were stored.</source>
   <translation>Mire más atrás, o vuelva cuando haya llamadas guardadas.</translation>
  </message>
  <message>
   <source>Mood turned up after a prompt</source>
   <translation>Mejor ánimo tras un aviso</translation>
  </message>
  <message>
   <source>More is better.</source>
   <translation>Más es mejor.</translation>
  </message>
  <message>
   <source>No call in these days</source>
   <translation>Ninguna llamada en estos días</translation>
  </message>
  <message>
   <source>No promise waits to be kept.</source>
   <translation>Ninguna promesa está pendiente.</translation>
  </message>
  <message>
   <source>Of</source>
   <translation>De</translation>
  </message>
  <message>
   <source>Of all calls: something was refused with no way on.</source>
   <translation>De todas las llamadas: se negó algo sin dar salida.</translation>
  </message>
  <message>
   <source>Of calls whose customer's name was known.</source>
   <translation>De las llamadas en que se sabía el nombre del cliente.</translation>
  </message>
  <message>
   <source>Of calls with a distressed customer and a prompt: better within a minute of it.</source>
   <translation>De las llamadas con un cliente afectado y un aviso: mejor en el minuto siguiente.</translation>
  </message>
  <message>
   <source>Of calls with a distressed customer: empathy followed.</source>
   <translation>De las llamadas con un cliente afectado: siguió la empatía.</translation>
  </message>
  <message>
   <source>Of calls with an angry customer.</source>
   <translation>De las llamadas con un cliente enfadado.</translation>
  </message>
  <message>
   <source>Of calls with an outcome, a week old: resolved, and nobody called again.</source>
   <translation>De las llamadas con resultado, de hace una semana: resueltas, y nadie volvió a llamar.</translation>
  </message>
  <message>
   <source>Of promises whose time has come.</source>
   <translation>De las promesas cuyo plazo llegó.</translation>
  </message>
  <message>
   <source>Of prompts judged by agents and leads.</source>
   <translation>De los avisos juzgados por agentes y jefes.</translation>
  </message>
  <message>
   <source>Of prompts shown.</source>
   <translation>De los avisos mostrados.</translation>
  </message>
  <message>
   <source>Overdue</source>
   <translation>Vencidas</translation>
  </message>
  <message>
   <source>Promises due</source>
   <translation>Promesas pendientes</translation>
  </message>
  <message>
   <source>Promises kept on time</source>
   <translation>Promesas cumplidas a tiempo</translation>
  </message>
  <message>
   <source>Promises to keep: {due} due, {overdue} overdue.</source>
   <translation>Promesas por cumplir: {due} pendientes, {overdue} vencidas.</translation>
  </message>
  <message>
   <source>Prompts heeded</source>
   <translation>Avisos atendidos</translation>
  </message>
  <message>
   <source>Prompts judged right</source>
   <translation>Avisos juzgados acertados</translation>
  </message>
  <message>
   <source>Settled in the first call</source>
   <translation>Resuelto en la primera llamada</translation>
  </message>
  <message>
   <source>Share</source>
   <translation>Proporción</translation>
  </message>
  <message>
   <source>The calls cannot be counted</source>
   <translation>No se pueden contar las llamadas</translation>
  </message>
  <message>
   <source>The figure by week</source>
   <translation>La cifra por semanas</translation>
  </message>
  <message>
   <source>Try again</source>
   <translation>Intentar de nuevo</translation>
  </message>
  <message>
   <source>falling</source>
   <translation>baja</translation>
  </message>
  <message>
   <source>fewer is better</source>
   <translation>menos es mejor</translation>
  </message>
  <message>
   <source>more is better</source>
   <translation>más es mejor</translation>
  </message>
  <message>
   <source>no case</source>
   <translation>ningún caso</translation>
  </message>
  <message>
   <source>no clear change</source>
   <translation>sin cambio claro</translation>
  </message>
  <message>
   <source>no name</source>
   <translation>sin nombre</translation>
  </message>
  <message>
   <source>rising</source>
   <translation>sube</translation>
  </message>
  <message>
   <source>week of {day}: {share}, {of}</source>
   <translation>semana del {day}: {share}, {of}</translation>
  </message>
  <message>
   <source>{count} at risk</source>
   <translation>{count} en riesgo</translation>
  </message>
  <message>
   <source>{count} of {all}</source>
   <translation>{count} de {all}</translation>
  </message>
  <message>
   <source>{count} unresolved</source>
   <translation>{count} sin resolver</translation>
  </message>
  <message>
   <source>{low} to {high} %</source>
   <translation>{low} a {high} %</translation>
  </message>
  <message>
   <source>{name}: {share}, {of}, 95 % interval {interval}, {aim}</source>
   <translation>{name}: {share}, {of}, intervalo del 95 % {interval}, {aim}</translation>
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
   <translation>Agente</translation>
  </message>
  <message>
   <source>Agent:</source>
   <translation>Agente:</translation>
  </message>
  <message>
   <source>Customer</source>
   <translation>Cliente</translation>
  </message>
  <message>
   <source>Customer:</source>
   <translation>Cliente:</translation>
  </message>
  <message>
   <source>Customer: I have called three times
Agent: there is nothing more I can do</source>
   <translation>Cliente: I have called three times
Agente: there is nothing more I can do</translation>
  </message>
  <message>
   <source>Found: {labels}</source>
   <translation>Encontrado: {labels}</translation>
  </message>
  <message>
   <source>No rule fires.</source>
   <translation>No se activa ninguna regla.</translation>
  </message>
  <message>
   <source>The {party} says this line</source>
   <translation>Esta línea la dice: {party}</translation>
  </message>
  <message>
   <source>Try it</source>
   <translation>Probar</translation>
  </message>
  <message>
   <source>Type what is said. What is found is underlined; below stands what fires.</source>
   <translation>Escriba lo que se dice. Lo encontrado se subraya; debajo está lo que se activa.</translation>
  </message>
  <message>
   <source>What fires</source>
   <translation>Qué se activa</translation>
  </message>
  <message>
   <source>What is said, a line each</source>
   <translation>Lo que se dice, una línea cada vez</translation>
  </message>
  <message>
   <source>– {text}: not found</source>
   <translation>– {text}: no encontrado</translation>
  </message>
  <message>
   <source>● {headline}  ({rule}, line {line})</source>
   <translation>● {headline}  ({rule}, línea {line})</translation>
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
   <translation>Un buen aviso</translation>
  </message>
  <message>
   <source>A wrong prompt</source>
   <translation>Un aviso erróneo</translation>
  </message>
  <message>
   <source>marked</source>
   <translation>marcado</translation>
  </message>
 </context>
 <context>
  <name>TopBar</name>
  <message>
   <source>Search words said in calls</source>
   <translation>Buscar palabras dichas en llamadas</translation>
  </message>
 </context>
 <context>
  <name>TranscriptModel</name>
  <message>
   <source>Customer</source>
   <translation>Cliente</translation>
  </message>
  <message>
   <source>You</source>
   <translation>Usted</translation>
  </message>
  <message>
   <source>{speaker} at {time}: {text}</source>
   <translation>{speaker} en {time}: {text}</translation>
  </message>
 </context>
 <context>
  <name>TranscriptSection</name>
  <message>
   <source>Hide the transcript</source>
   <translation>Ocultar la transcripción</translation>
  </message>
  <message>
   <source>Show the transcript</source>
   <translation>Mostrar la transcripción</translation>
  </message>
  <message>
   <source>Transcript</source>
   <translation>Transcripción</translation>
  </message>
 </context>
 <context>
  <name>TranscriptView</name>
  <message>
   <source>Agent</source>
   <translation>Agente</translation>
  </message>
  <message>
   <source>Customer</source>
   <translation>Cliente</translation>
  </message>
  <message>
   <source>Transcript</source>
   <translation>Transcripción</translation>
  </message>
  <message>
   <source>What was said</source>
   <translation>Lo que se dijo</translation>
  </message>
 </context>
 <context>
  <name>Tray</name>
  <message>
   <source>A side of the call is not heard</source>
   <translation>Un lado de la llamada no se oye</translation>
  </message>
  <message>
   <source>End the call</source>
   <translation>Terminar la llamada</translation>
  </message>
  <message>
   <source>Listening to the call with {who}</source>
   <translation>Escuchando la llamada con {who}</translation>
  </message>
  <message>
   <source>No call</source>
   <translation>Sin llamada</translation>
  </message>
  <message>
   <source>Pause listening</source>
   <translation>Pausar la escucha</translation>
  </message>
  <message>
   <source>Paused</source>
   <translation>En pausa</translation>
  </message>
  <message>
   <source>Promised</source>
   <translation>Prometido</translation>
  </message>
  <message>
   <source>Quit</source>
   <translation>Salir</translation>
  </message>
  <message>
   <source>Resume listening</source>
   <translation>Reanudar la escucha</translation>
  </message>
  <message>
   <source>Settings…</source>
   <translation>Ajustes…</translation>
  </message>
  <message>
   <source>Show or collapse the sidebar</source>
   <translation>Mostrar o contraer la barra lateral</translation>
  </message>
  <message>
   <source>Start listening</source>
   <translation>Empezar a escuchar</translation>
  </message>
  <message>
   <source>a customer</source>
   <translation>un cliente</translation>
  </message>
 </context>
 <context>
  <name>VersionPage</name>
  <message>
   <source>Back to the rule</source>
   <translation>Volver a la regla</translation>
  </message>
  <message>
   <source>History</source>
   <translation>Historial</translation>
  </message>
  <message>
   <source>Make this the draft</source>
   <translation>Usar como borrador</translation>
  </message>
  <message>
   <source>Nothing has been published yet in {file}.</source>
   <translation>Aún no se ha publicado nada en {file}.</translation>
  </message>
  <message>
   <source>Versions, newest first</source>
   <translation>Versiones, la más nueva primero</translation>
  </message>
  <message numerus="yes">
   <source>and %n more</source>
   <translation>
    <numerusform>y %n más</numerusform>
    <numerusform>y %n más</numerusform>
   </translation>
  </message>
  <message>
   <source>unknown</source>
   <translation>desconocido</translation>
  </message>
  <message>
   <source>unknown time</source>
   <translation>hora desconocida</translation>
  </message>
 </context>
 <context>
  <name>WhyPanel</name>
  <message>
   <source>Delay</source>
   <translation>Retraso</translation>
  </message>
  <message>
   <source>Lesson</source>
   <translation>Lección</translation>
  </message>
  <message>
   <source>Measured, not heard</source>
   <translation>Medido, no oído</translation>
  </message>
  <message>
   <source>None: something was not said in time</source>
   <translation>Ninguna: algo no se dijo a tiempo</translation>
  </message>
  <message>
   <source>Rule</source>
   <translation>Regla</translation>
  </message>
  <message>
   <source>Sure</source>
   <translation>Certeza</translation>
  </message>
  <message>
   <source>Words</source>
   <translation>Palabras</translation>
  </message>
  <message>
   <source>hint</source>
   <translation>sugerencia</translation>
  </message>
  <message>
   <source>not measured yet</source>
   <translation>aún sin medir</translation>
  </message>
  <message>
   <source>nudge</source>
   <translation>empujón</translation>
  </message>
  <message>
   <source>praise</source>
   <translation>elogio</translation>
  </message>
  <message>
   <source>urgent</source>
   <translation>urgente</translation>
  </message>
  <message>
   <source>{percent} %</source>
   <translation>{percent} %</translation>
  </message>
  <message>
   <source>{percent} %, sentence still open</source>
   <translation>{percent} %, frase aún abierta</translation>
  </message>
  <message>
   <source>{seconds} s after the last word</source>
   <translation>{seconds} s tras la última palabra</translation>
  </message>
 </context>
 <context>
  <name>Wording</name>
  <message>
   <source>Angry</source>
   <translation>Enfadado</translation>
  </message>
  <message>
   <source>Calm</source>
   <translation>Tranquilo</translation>
  </message>
  <message>
   <source>Confused</source>
   <translation>Confuso</translation>
  </message>
  <message>
   <source>Customer</source>
   <translation>Cliente</translation>
  </message>
  <message>
   <source>Disappointed</source>
   <translation>Decepcionado</translation>
  </message>
  <message>
   <source>Frustrated</source>
   <translation>Frustrado</translation>
  </message>
  <message>
   <source>Relieved</source>
   <translation>Aliviado</translation>
  </message>
  <message>
   <source>Worn out</source>
   <translation>Agotado</translation>
  </message>
  <message>
   <source>Worried</source>
   <translation>Preocupado</translation>
  </message>
  <message>
   <source>You</source>
   <translation>Usted</translation>
  </message>
  <message>
   <source>better</source>
   <translation>mejor</translation>
  </message>
  <message>
   <source>dd MMM</source>
   <translation>d MMM</translation>
  </message>
  <message>
   <source>getting better</source>
   <translation>mejorando</translation>
  </message>
  <message>
   <source>getting worse</source>
   <translation>empeorando</translation>
  </message>
  <message>
   <source>today{hour}</source>
   <translation>hoy{hour}</translation>
  </message>
  <message>
   <source>tomorrow{hour}</source>
   <translation>mañana{hour}</translation>
  </message>
  <message>
   <source>worse</source>
   <translation>peor</translation>
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
   <translation>Sugerencia {number}, hacia dónde seguir</translation>
  </message>
  <message>
   <source>Headline {number}, verb first</source>
   <translation>Titular {number}, con el verbo primero</translation>
  </message>
  <message>
   <source>Remove</source>
   <translation>Quitar</translation>
  </message>
  <message>
   <source>Remove wording {number}</source>
   <translation>Quitar la redacción {number}</translation>
  </message>
 </context>
 <context>
  <name>WordingList</name>
  <message>
   <source>Add another wording</source>
   <translation>Añadir otra redacción</translation>
  </message>
 </context>
 <context>
  <name>WrapUpCard</name>
  <message>
   <source>Ask a lead to look at this</source>
   <translation>Pedir a un jefe que lo mire</translation>
  </message>
  <message>
   <source>Causes: {causes}</source>
   <translation>Causas: {causes}</translation>
  </message>
  <message>
   <source>Copy for the CRM</source>
   <translation>Copiar para el CRM</translation>
  </message>
  <message>
   <source>Copy the call's record for the CRM</source>
   <translation>Copiar el registro de la llamada para el CRM</translation>
  </message>
  <message>
   <source>Done</source>
   <translation>Listo</translation>
  </message>
  <message>
   <source>Done with this call</source>
   <translation>He terminado con esta llamada</translation>
  </message>
  <message>
   <source>Follow-up</source>
   <translation>Seguimiento</translation>
  </message>
  <message>
   <source>No prompt was needed</source>
   <translation>No hizo falta ningún aviso</translation>
  </message>
  <message>
   <source>Note on this call</source>
   <translation>Nota sobre esta llamada</translation>
  </message>
  <message>
   <source>One note on this call</source>
   <translation>Una nota sobre esta llamada</translation>
  </message>
  <message>
   <source>Outcome: {name}</source>
   <translation>Resultado: {name}</translation>
  </message>
  <message>
   <source>Private: nothing of this call is kept</source>
   <translation>Privada: no se guarda nada de esta llamada</translation>
  </message>
  <message>
   <source>Prompts taken up: {heeded} of {shown}</source>
   <translation>Avisos atendidos: {heeded} de {shown}</translation>
  </message>
  <message>
   <source>Resolved</source>
   <translation>Resuelta</translation>
  </message>
  <message>
   <source>Saved on this computer</source>
   <translation>Guardado en este equipo</translation>
  </message>
  <message>
   <source>Saving…</source>
   <translation>Guardando…</translation>
  </message>
  <message>
   <source>Summary of the call</source>
   <translation>Resumen de la llamada</translation>
  </message>
  <message>
   <source>Summary, from what was said</source>
   <translation>Resumen, de lo que se dijo</translation>
  </message>
  <message>
   <source>Unresolved</source>
   <translation>Sin resolver</translation>
  </message>
  <message>
   <source>Wrap-up</source>
   <translation>Cierre</translation>
  </message>
  <message>
   <source>{feelings}, at risk of leaving</source>
   <translation>{feelings}, con riesgo de irse</translation>
  </message>
  <message>
   <source>{length}, you spoke {percent} % of it</source>
   <translation>{length}, usted habló el {percent} %</translation>
  </message>
  <message>
   <source>✓ A lead will look at this</source>
   <translation>✓ Un jefe lo mirará</translation>
  </message>
  <message>
   <source>✓ Copied</source>
   <translation>✓ Copiado</translation>
  </message>
  <message>
   <source>✓ Marked for a lead (no team set up)</source>
   <translation>✓ Marcada para un jefe (sin equipo)</translation>
  </message>
  <message>
   <source>✓ Turned around: {feelings}</source>
   <translation>✓ Cambió: {feelings}</translation>
  </message>
 </context>
 <context>
  <name>_ChordField</name>
  <message>
   <source>none</source>
   <translation>ninguno</translation>
  </message>
 </context>
</TS>
