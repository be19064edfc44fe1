"""What number words say, in English, Spanish and German: "four" is "4", "forty" is "40".

All three languages are known at once: callers mix them, and no digit of one language is an everyday
word of another except those in `SOUND_ALIKES`, which count only beside other digits.
"""

from collections.abc import Mapping

_ENGLISH_UNITS = "zero one two three four five six seven eight nine".split()
_SPANISH_UNITS = "cero uno dos tres cuatro cinco seis siete ocho nueve".split()
_GERMAN_UNITS = "null eins zwei drei vier fünf sechs sieben acht neun".split()

UNITS: Mapping[str, str] = {
    **{
        word: str(value)
        for words in (_ENGLISH_UNITS, _SPANISH_UNITS, _GERMAN_UNITS)
        for value, word in enumerate(words)
    },
    **dict.fromkeys("oh o nought naught nil".split(), "0"),
    "niner": "9",
    "fünfe": "5",
    "funf": "5",
    "fuenf": "5",
    "zwo": "2",
}

_TEENS = (
    "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen",
    "diez _ doce trece catorce quince dieciséis diecisiete dieciocho diecinueve",
    "zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn",
    "_ _ zwoelf _ _ fuenfzehn dieciseis _ _ _",
)
_TWENTIES = (
    "veintiuno veintidós veintitrés veinticuatro veinticinco veintiséis veintisiete veintiocho "
    "veintinueve",
    "veintiún veintidos veintitres _ _ veintiseis _ _ _",
)
_TENS_WORDS = (
    "twenty thirty forty fifty sixty seventy eighty ninety",
    "veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa",
    "zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig",
    "_ dreissig fourty fuenfzig _ _ _ _",
)
TENS: Mapping[str, str] = {
    word: str(10 * value)
    for words in _TENS_WORDS
    for value, word in enumerate(words.split(), 2)
    if word != "_"
}
_GERMAN_TENS = {word: int(TENS[word]) for word in " ".join(_TENS_WORDS[2:]).split() if word in TENS}
_GERMAN_JOINED = {**dict(zip(_GERMAN_UNITS[1:], range(1, 10), strict=True)), "ein": 1, "fuenf": 5}
_SPANISH_HUNDREDS = (
    "doscientos trescientos cuatrocientos quinientos seiscientos setecientos ochocientos "
    "novecientos"
).split()


def _german() -> dict[str, str]:
    """Numbers that German writes as one word: "zweiundvierzig", "neunzehnhundertachtzig"."""
    below = {
        f"{unit}und{ten}": value + tens
        for unit, value in _GERMAN_JOINED.items()
        for ten, tens in _GERMAN_TENS.items()
    }
    simple = {
        **_GERMAN_JOINED,
        **{
            word: value
            for words in (_TEENS[2], _TEENS[3])
            for value, word in enumerate(words.split(), 10)
            if word != "_"
        },
        **_GERMAN_TENS,
    }
    ends = {"": 0, **simple, **below}
    heads = {"hundert": 100, **{f"{unit}hundert": 100 * n for unit, n in _GERMAN_JOINED.items()}}
    years = {"neunzehnhundert": 1900, "achtzehnhundert": 1800, "zweitausend": 2000}
    return {word: str(value) for word, value in below.items()} | {
        head + joint + end: str(value + last)
        for head, value in {**heads, **years}.items()
        for end, last in ends.items()
        for joint in ("", "und")
        if end or not joint
    }


GROUPS: Mapping[str, str] = {
    **{
        word: str(value)
        for words in _TEENS
        for value, word in enumerate(words.split(), 10)
        if word != "_"
    },
    **{
        word: str(value)
        for words in _TWENTIES
        for value, word in enumerate(words.split(), 21)
        if word != "_"
    },
    **{word: f"{value}00" for value, word in enumerate(_SPANISH_HUNDREDS, 2)},
    **_german(),
}
"""Words of two digits and more that nothing is added to: "fifteen", "zweiundvierzig"."""

SPANISH = frozenset(
    {*_SPANISH_UNITS, *_TEENS[1].split(), *_TENS_WORDS[1].split(), *_TWENTIES[0].split()}
)
"""Spanish numbers: beside one "once" is eleven."""

SCALES: Mapping[str, int] = {
    "hundred": 2,
    "thousand": 3,
    "cien": 2,
    "ciento": 2,
    "mil": 3,
    "tausend": 3,
}
"""Zeros that a word stands for."""

REPEATS: Mapping[str, int] = {
    "double": 2,
    "doubles": 2,
    "triple": 3,
    "triples": 3,
    "treble": 3,
    "quadruple": 4,
    "doble": 2,
    "doppel": 2,
    "doppelt": 2,
    "zweimal": 2,
    "dreimal": 3,
}

SOUND_ALIKES: Mapping[str, str] = {
    "to": "2",
    "too": "2",
    "for": "4",
    "fore": "4",
    "ate": "8",
    "hate": "8",
    "won": "1",
    "want": "1",
    "tree": "3",
    "free": "3",
    "fife": "5",
    "sex": "6",
    "sicks": "6",
    "nein": "9",
    "nigh": "9",
    "mine": "9",
    "fine": "5",
    "sticks": "6",
    "heaven": "7",
    "owe": "0",
    "once": "11",
    "ein": "1",
    "eine": "1",
    "un": "1",
    "una": "1",
}
"""What recognizers write for a digit, and digits that are everyday words of another language."""

VALUES: Mapping[str, str] = {**UNITS, **GROUPS, **TENS, **SOUND_ALIKES}

# What people say between the digits of one number: separators, hesitations, corrections, and
# announcing the next group. None of them ends a run.
CONNECTORS = frozenset(
    """dash hyphen space slash stroke dot comma point plus
    um uh er erm ah hm hmm mm huh
    and then next last first followed by again
    hang on let me see sec oops wrong sorry no wait correction actually scratch rather
    i i'm mean it it's its is that's was the that
    digit digits number numbers group okay ok yes yeah yep right so
    y e eh este luego después despues guion guión espacio punto coma barra perdón perdon espera
    digo corrijo es son sí si vale a ver bueno número numero
    und dann äh ähm öh hm moment entschuldigung nein ist sind ja genau strich bindestrich
    leerzeichen punkt komma korrektur nochmal die der ziffer nummer quatsch""".split()
)

# Short words that stand between two numbers rather than for a misheard digit of one.
SEPARATORS = frozenset("or ext zip plus pin dates times cents euro euros oder".split())

BEFORE_TIMES = frozenset(
    """at by until till before after around about from to since in for on of between past
    january february march april may june july august september october november december
    first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth
    fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth thirtieth
    las desde hasta um gegen seit bis vor nach""".split()
)

CORRECTIONS = frozenset(
    """sorry wrong no wait correction actually scratch rather mean oops perdón perdon digo corrijo
    entschuldigung nein korrektur quatsch""".split()
)
"""Those connecting words that take back digits."""
