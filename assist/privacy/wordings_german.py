"""German words that announce a secret or a harmless number; see `wordings_english`."""

from assist.privacy.kinds import Secret

WORDINGS: tuple[tuple[Secret, str], ...] = (
    (
        Secret.NOTHING,
        r"(?:telefon|handy|mobil|rückruf|fax|durchwahl|fest ?netz|bestell|auftrags|sendungs|paket|"
        r"verfolgungs|tracking|referenz|rechnungs|buchungs|kunden|vorgangs|ticket|fall|serien|"
        r"modell|"
        r"artikel|vertrags|versicherungs|schadens|mitglieds|flug|zimmer|haus|zähler|geräte|liefer|"
        r"reservierungs|bearbeitungs|reklamations|seriennummern|produkt|chargen|filial|bonus)"
        r"[- ]?(?:nummer|nummern|code|kennung|stand)|"
        r"(?:nummer|code)(?: der| des| für die| für den| zur| zum) (?:bestellung|sendung|paket|"
        r"rechnung|buchung|vorgang|lieferung|auftrag|reklamation|zähler\w*)|"
        r"post ?leit ?zahl|p l z|plz|vorwahl|durchwahl|zählerstand|"
        r"(?:telefon|handy|festnetz|bestellung|sendung|buchung|rechnung|modell|betrag|summe|preis|"
        r"gesamt\w*|guthaben|rechnungsbetrag|adresse|kilometerstand|gutschein\w*|temperatur)"
        r"(?= (?:ist|war|lautet|beträgt|von|liegt|zeigt|{N}))|"
        r"(?:rufen sie mich|erreichen sie mich|erreichbar|anrufen|rückruf|meine nummer)"
        r"(?: (?:unter|auf|an|ist|lautet))?(?: der| die)?|wie ?viele?|wie spät|um wie viel uhr|"
        r"(?:die|ihre|meine|der|eine) (?:bestellung|sendung|lieferung|buchung)",
    ),
    (
        Secret.CARD_END,
        r"(?:endet|endend|endung|die endet) (?:auf|mit)|letzten? vier(?: ziffern| stellen)?",
    ),
    (
        Secret.CARD,
        r"(?:kredit ?)?karten ?(?:nummer|daten)|(?:kredit|debit|bank|e ?c|giro|visa|"
        r"master) ?karten?"
        r"(?: ?nummer)?|karte(?= (?:ist|lautet|hat|{N}))|(?:lange|sechzehnstellige|ganze) nummer|"
        r"nummer (?:auf|vorne auf|von|ihrer|der|meiner)(?: der| ihrer| meiner)? karte|"
        r"sechzehn (?:ziffern|stellen)|nummer vorne",
    ),
    (
        Secret.CODE,
        r"(?:karten)?(?:prüf|sicherheits|kontroll|verifizierungs|bestätigungs)"
        r"[- ]?(?:nummer|code|ziffern?|zahl)|"
        r"(?:drei|vier|letzten drei)(?:stellige)? ?(?:ziffern|zahlen|nummer|code|stellen)"
        r"(?: (?:auf|von)? ?(?:der )?(?:rückseite|hinten))?|c v c|c v v|cvc|"
        r"(?:nummer|code|ziffern|zahl|zahlen) (?:hinten|auf der rückseite|von der rückseite)"
        r"(?: drauf)?|t a n|tan|"
        r"(?:code|tan|nummer|zahl|sms|s m s|nachricht)(?: \w+){0,4} (?:geschickt|bekommen|erhalten|"
        r"gesendet|zugeschickt|angekommen|gekommen|zugesandt|angezeigt)|(?:einmal|sms|tan|freigabe|"
        r"bestätigungs|verifizierungs|aktivierungs|zugangs|login|anmelde)[- ]?(?:code|passwort|tan|"
        r"kennwort|pin|nummer)|"
        r"(?:code|tan) (?:den|die) (?:wir|ich|sie)(?: \w+)? (?:geschickt|bekommen|erhalten|"
        r"gesendet)",
    ),
    (
        Secret.EXPIRY,
        r"(?:ablauf|verfalls|gültigkeits)[- ]?(?:datum|monat)|gültig(?:keit)? bis(?: zum)?|"
        r"läuft (?:\w+ )?ab(?: im| am)?|gültig bis|(?:karte|sie) läuft(?: im| am)?|bis wann|"
        r"wie lange (?:ist|gilt)|(?:karte )?gültig(?= #)|"
        r"wann läuft|gültigkeit",
    ),
    (
        Secret.NATIONAL_ID,
        r"(?:personal ?)?ausweis(?:nummer| nummer|es)?|(?:reise)?pass ?nummer|reisepass|"
        r"(?:steuer)[- ]?(?:id|i d|identifikations ?nummer|nummer|identnummer)|"
        r"(?:sozial|renten|kranken)[- ]?versicherungs ?nummer|identifikations ?nummer|"
        r"führerschein(?:nummer| nummer)?|perso|aufenthaltstitel",
    ),
    (
        Secret.ACCOUNT,
        r"konto ?(?:nummer|daten|verbindung)|bank ?(?:verbindung|daten|leit ?zahl)|"
        r"i ?ban|i b a n|b l z|giro ?konto|konto(?= (?:ist|lautet|{N}))",
    ),
    (
        Secret.BIRTH,
        r"geburts ?(?:datum|tag|jahr|tage)|(?:wann )?(?:geboren|wurde ich)(?: am| im)?|"
        r"(?:sind|bin) (?:sie|ich)(?: am)?(?= .{0,40}geboren)",
    ),
    (
        Secret.PIN,
        r"(?:telefon|karten|handy|geheim|zugangs|entsperr)[- ]?(?:pin|zahl|code|nummer)|"
        r"(?:ihre|meine|die|der) pin(?: ?nummer)?|pin ?(?:nummer|code)|p i n",
    ),
    (
        Secret.PASSWORD,
        r"(?:kunden |telefon |altes |neues )?(?:kunden|telefon)?(?:kenn|pass|losungs|sicherheits|"
        r"code)[- ]?wort|passwort|"
        r"w ?lan (?:schlüssel|passwort)",
    ),
    (
        Secret.ANSWER,
        r"(?:name|vorname|nachname|marke|modell|farbe) (?:ihres|ihrer|deines|deiner|meines|meiner|"
        r"des|"
        r"der|von|vom) (?:\w+ )?(?:haustiers?|hundes?|hund|katze|katers|lehrers?|lehrerin|schule|"
        r"grundschule|mutter|vaters?|großmutter|großvaters?|oma|opa|bruders?|schwester|ehemanns?|"
        r"ehefrau|partners?|partnerin|kindes|sohnes|tochter|chefs?|freundes|freundin|straße|"
        r"autos?|arbeitgebers?)|(?:ihr|ihre|dein|deine|mein|meine) (?:erste[rsn]?|beste[rsn]?) \w+|"
        r"lieblings\w+|(?:stadt|ort|straße|dorf|krankenhaus|land)(?: \w+){0,3} (?:geboren|"
        r"aufgewachsen|kennengelernt|geheiratet|gelebt|gewohnt)|wo (?:sind|haben|wurden|bist|hast) "
        r"(?:sie|du|ihre)(?: \w+){0,4} (?:geboren|aufgewachsen|kennengelernt|geheiratet)|"
        r"welche (?:grund|haupt|real|ober)?schule(?: \w+){0,3}|wie (?:hieß|heißt|nannten) (?:ihr|"
        r"dein|"
        r"ihre|deine) (?:\w+ )?(?:haustier|hund|katze|freund|freundin|lehrer|"
        r"lehrerin)(?: \w+){0,3}|"
        r"geburtsort|spitzname(?:n)?|zweite[rn]? vorname(?:n)?(?: \w+ (?:mutter|vaters?))?|"
        r"(?:antwort|lösung)(?: (?:auf|zu|zur) (?:die|ihre|der|ihrer|deine)? ?\w*frage)?|"
        r"sicherheits ?frage|geheim ?frage|mädchenname(?:n)?(?: (?:ihrer|meiner|der|"
        r"deiner) mutter)?|"
        r"geburtsname(?: \w+ mutter)?",
    ),
    (
        Secret.EMAIL,
        r"(?:e[- ]?)?mail[- ]?(?:adresse)?(?= (?:ist|lautet|bitte|adresse))|e[- ]?mail ?adresse",
    ),
)

TOPICS = (
    r"(?:kredit)?karten?|bezahlen|zahlung|zahlen|überweisung|überweisen|lastschrift|bank|konto|"
    r"abbuchung|abbuchen|identität|identifizier\w*|verifizier\w*|sicherheits\w*|ausweis"
)
