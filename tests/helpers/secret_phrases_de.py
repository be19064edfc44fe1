"""German: how agents ask for secrets and harmless numbers, and how customers lead up to them."""

import random

from tests.helpers.secret_phrases import Phrases
from tests.helpers.spoken_secrets import AGENT, CUSTOMER, Manners, TalkMaker
from tests.helpers.spoken_values import GERMAN


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.strip().splitlines() if line.strip())


SECRETS: dict[str, Phrases] = {
    "card": Phrases(
        _lines("""
            geben sie mir bitte ihre kreditkartennummer
            wie lautet die kartennummer
            können sie mir die nummer auf der karte vorlesen
            und dann brauche ich die lange nummer auf ihrer kreditkarte
            mit welcher karte möchten sie zahlen und wie ist die kartennummer
        """),
        _lines("""
            meine kartennummer ist
            die kreditkarte ist
            die nummer auf der karte ist
            meine kreditkartennummer lautet
        """),
    ),
    "code": Phrases(
        _lines("""
            und die prüfnummer auf der rückseite
            wie lautet der sicherheitscode
            die drei ziffern hinten bitte
            und der kartenprüfcode
        """),
        _lines("""
            der sicherheitscode ist
            die prüfziffer ist
            die drei zahlen sind
        """),
    ),
    "expiry": Phrases(
        _lines("""
            wie ist das ablaufdatum
            bis wann ist die karte gültig
            und das gültigkeitsdatum
        """),
        _lines("""
            das ablaufdatum ist
            gültig bis
            sie läuft ab im
        """),
    ),
    "steuer": Phrases(
        _lines("""
            wie lautet ihre steuer id
            ich brauche ihre steueridentifikationsnummer
            und ihre steuernummer bitte
        """),
        _lines("""
            meine steuer id ist
            meine steuernummer lautet
            die steueridentifikationsnummer ist
        """),
    ),
    "ausweis": Phrases(
        _lines("""
            wie ist die nummer auf ihrem personalausweis
            können sie mir die ausweisnummer nennen
            und die passnummer
        """),
        _lines("""
            meine ausweisnummer ist
            die personalausweisnummer lautet
            meine passnummer ist
        """),
    ),
    "account": Phrases(
        _lines("""
            wie lautet ihre kontonummer
            geben sie mir ihre bankverbindung
            und die kontonummer für die erstattung
        """),
        _lines("""
            meine kontonummer ist
            die kontonummer lautet
            mein girokonto ist
        """),
    ),
    "birth": Phrases(
        _lines("""
            wie ist ihr geburtsdatum
            nennen sie mir bitte ihr geburtsdatum
            wann sind sie geboren
            wann haben sie geburtstag
        """),
        _lines("""
            mein geburtsdatum ist
            ich bin geboren
            geboren bin ich
        """),
    ),
    "pin": Phrases(
        _lines("""
            wie lautet ihre pin
            nennen sie mir ihre telefon pin
            und die geheimzahl
            wie ist der code den wir ihnen geschickt haben
        """),
        _lines("""
            meine pin ist
            die geheimzahl ist
            mein zugangscode lautet
        """),
    ),
    "password": Phrases(
        _lines("""
            wie lautet ihr kennwort
            nennen sie mir bitte ihr kundenkennwort
            wie ist das passwort
        """),
        _lines("""
            mein kennwort ist
            das passwort lautet
            mein passwort ist
        """),
    ),
    "email": Phrases(
        _lines("""
            wie ist ihre e mail adresse
            an welche e mail adresse soll ich das schicken
            und ihre mailadresse
        """),
        _lines("""
            meine e mail adresse ist
            meine mailadresse lautet
            schicken sie es an
        """),
    ),
}

HARMLESS: dict[str, tuple[Phrases, tuple[int, ...]]] = {
    "phone": (
        Phrases(
            _lines("""
                wie ist ihre telefonnummer
                unter welcher handynummer erreichen wir sie
                haben sie eine rückrufnummer
            """),
            _lines("""
                meine telefonnummer ist
                meine handynummer lautet
                sie erreichen mich unter der telefonnummer
            """),
        ),
        (8, 10, 11),
    ),
    "order": (
        Phrases(
            _lines("""
                wie lautet die bestellnummer
                haben sie eine sendungsnummer
                nennen sie mir ihre kundennummer
                wie ist die rechnungsnummer
                und die vorgangsnummer
            """),
            _lines("""
                meine bestellnummer ist
                die sendungsnummer lautet
                meine kundennummer ist
                die rechnungsnummer ist
                der zählerstand ist
            """),
        ),
        (5, 6, 7, 8, 9),
    ),
}

EVERYDAY = _lines("""
    ich warte seit <n2> minuten
    sie haben <n2> euro abgebucht
    ich habe <n1> mal angerufen
    der termin ist am <day> <month> um <n1> uhr
    ich habe <n1> stück bestellt
    ich wohne in der hauptstraße <n2>
    meine karte endet auf <n4>
    ich habe mein passwort vergessen
    ich habe keine e mail bekommen
    meine tochter ist in dem krankenhaus geboren
    das angebot gilt noch <n1> tage
    ich habe eine frage zu meinem konto
    der techniker kommt zwischen <n1> und <n1> uhr
    ich habe mit karte bezahlt
    die rechnung ist <n3> euro höher
    es sind <n2> grad in der wohnung
""")


def maker(seed: int) -> TalkMaker:
    """Makes German talks."""
    manners = Manners(
        openers=(
            (),
            ((AGENT, "vielen dank für ihren anruf wie kann ich helfen"),),
            ((CUSTOMER, "guten tag ich möchte meine rechnung bezahlen"), (AGENT, "gerne")),
            ((AGENT, "zuerst muss ich ihre identität prüfen"), (CUSTOMER, "in ordnung")),
        ),
        before=("", "", "", "ja ", "okay ", "moment ", "gut ", "also "),
        after=("", "", "", " danke", " okay"),
        acks=("ja", "okay", "gut", "weiter", "mhm", "danke"),
        checks=("also {} richtig", "ich wiederhole {}"),
        closers=("", "", "vielen dank", "alles klar sonst noch etwas"),
        providers=("gmail punkt com", "web punkt de", "gmx punkt de", "outlook punkt com"),
        joints=("punkt", "unterstrich", "bindestrich"),
    )
    return TalkMaker(
        random.Random(seed),
        GERMAN,
        secrets=SECRETS,
        harmless=HARMLESS,
        everyday=EVERYDAY,
        manners=manners,
    )
