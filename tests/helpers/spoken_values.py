"""Says numbers, dates, letters and addresses aloud in the many ways that people do, as a
recognizer writes them: small letters, no digits, a word misheard now and then."""

import random
from dataclasses import dataclass

ENGLISH, SPANISH, GERMAN = "english", "spanish", "german"

_UNITS = {
    ENGLISH: "zero one two three four five six seven eight nine".split(),
    SPANISH: "cero uno dos tres cuatro cinco seis siete ocho nueve".split(),
    GERMAN: "null eins zwei drei vier fünf sechs sieben acht neun".split(),
}
_TEENS = {
    ENGLISH: (
        "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
    ),
    SPANISH: (
        "diez once doce trece catorce quince dieciséis diecisiete dieciocho diecinueve".split()
    ),
    GERMAN: (
        "zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn".split()
    ),
}
_TENS = {
    ENGLISH: "twenty thirty forty fifty sixty seventy eighty ninety".split(),
    SPANISH: "veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa".split(),
    GERMAN: "zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig".split(),
}
MONTHS = {
    ENGLISH: (
        "january february march april may june july august september october november december"
    ).split(),
    SPANISH: (
        "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre"
    ).split(),
    GERMAN: (
        "januar februar märz april mai juni juli august september oktober november dezember"
    ).split(),
}
_ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
    "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
).split()
_GERMAN_ORDINALS = (
    "ersten zweiten dritten vierten fünften sechsten siebten achten neunten zehnten elften "
    "zwölften dreizehnten vierzehnten fünfzehnten sechzehnten siebzehnten achtzehnten neunzehnten"
).split()
NATO = (
    "alpha bravo charlie delta echo foxtrot golf hotel india juliet kilo lima mike november oscar "
    "papa quebec romeo sierra tango uniform victor whiskey x-ray yankee zulu"
).split()
_BOARD = (
    "anton berta cäsar dora emil friedrich gustav heinrich ida julius kaufmann ludwig martha "
    "nordpol otto paula quelle richard samuel theodor ulrich viktor wilhelm xanthippe ypsilon "
    "zacharias"
).split()
_LIKE = (
    "apple bob cat dog edward frank george harry ice jack king larry mother nancy orange peter "
    "queen robert sugar tom umbrella victor william xylophone yellow zebra"
).split()
_MISHEARD = {
    "two": ("to", "too"),
    "four": ("for",),
    "eight": ("ate",),
    "one": ("won",),
    "three": ("tree", "free"),
    "nine": ("nein",),
}
_FILLERS = {
    ENGLISH: ("um", "uh", "er", "and then", "then", "let me see", "hang on", "dash", "space"),
    SPANISH: ("eh", "este", "y luego", "a ver", "guion", "luego", "espera"),
    GERMAN: ("äh", "ähm", "und dann", "moment", "strich", "dann"),
}
_CORRECTIONS = {
    ENGLISH: ("no sorry", "sorry", "no wait", "i mean", "sorry i mean", "scratch that", "oops"),
    SPANISH: ("perdón", "no perdón", "no espera", "digo"),
    GERMAN: ("nein entschuldigung", "entschuldigung", "nein moment", "quatsch"),
}
_DOUBLE = {ENGLISH: "double", SPANISH: "doble", GERMAN: "doppel"}
GLUE = frozenset(
    """end dash um uh er and then space sorry no of the slash at dot let me see hang on i mean wait
    scratch that oops for as in double triple oh o zero capital to too won ate free tree nein
    eh este y luego a ver guion espera perdón digo de del el doble arroba punto bajo
    äh ähm und dann moment strich nein entschuldigung quatsch doppel der im am punkt unterstrich
    """.split()
)
"""Words inside a spoken value that tell nothing of it."""


@dataclass(slots=True)
class Speaker:
    """Turns values into words; the same `rng` says the same."""

    rng: random.Random
    language: str = ENGLISH

    def digits(self, count: int, first: str = "0123456789") -> str:
        rng = self.rng
        return rng.choice(first) + "".join(rng.choice("0123456789") for _ in range(count - 1))

    def pair(self, value: int) -> str:
        """0 to 99 as one number."""
        if value < 10:
            return _UNITS[self.language][value]
        if value < 20:
            return _TEENS[self.language][value - 10]
        tens, unit = _TENS[self.language][value // 10 - 2], value % 10
        if not unit:
            return tens
        if self.language == GERMAN:
            return f"{'ein' if unit == 1 else _UNITS[GERMAN][unit]}und{tens}"
        if self.language == SPANISH:
            return f"{tens} y {_UNITS[SPANISH][unit]}"
        return f"{tens} {_UNITS[ENGLISH][unit]}"

    def group(self, digits: str, style: str) -> list[str]:
        """One group of a number, each item what is said in one breath."""
        zero = "oh" if style == "oh" and self.language == ENGLISH else _UNITS[self.language][0]
        said: list[str] = []
        at = 0
        while at < len(digits):
            here, two = digits[at], digits[at : at + 2]
            if style == "pairs" and len(two) == 2 and here != "0":
                said.append(self.pair(int(two)))
                at += 2
            elif style == "hundred" and len(digits) - at == 4 and digits[at + 2 :] == "00":
                said.append(f"{self.pair(int(two))} hundred")
                at += 4
            elif style in {"double", "oh"} and len(two) == 2 and two[0] == two[1]:
                is_triple = digits[at : at + 3] == here * 3 and self.language == ENGLISH
                word = zero if here == "0" else _UNITS[self.language][int(here)]
                said.append(f"{'triple' if is_triple else _DOUBLE[self.language]} {word}")
                at += 3 if is_triple else 2
            else:
                said.append(zero if here == "0" else _UNITS[self.language][int(here)])
                at += 1
        return said

    def groups(self, digits: str, sizes: tuple[int, ...]) -> list[str]:
        """A long number's groups, with hesitations, corrections and misheard digits."""
        rng = self.rng
        style = rng.choice(["single", "single", "oh", "double", "pairs", "mixed", "hundred"])
        out: list[str] = []
        at = 0
        for size in sizes:
            part = digits[at : at + size]
            at += size
            own = rng.choice(["single", "oh", "double", "pairs"]) if style == "mixed" else style
            if own == "hundred" and (self.language != ENGLISH or not part.endswith("00")):
                own = "single"
            said = self.group(part, own)
            if self.language == ENGLISH and len(said) > 2 and rng.random() < 0.06:
                index = rng.randrange(1, len(said) - 1)
                said[index] = rng.choice(_MISHEARD.get(said[index], (said[index],)))
            text = " ".join(said)
            if len(said) > 1 and rng.random() < 0.06:
                wrong = " ".join([*said[:-1], _UNITS[self.language][rng.randrange(1, 10)]])
                text = f"{wrong} {rng.choice(_CORRECTIONS[self.language])} {text}"
            if out and rng.random() < 0.15:
                text = f"{rng.choice(_FILLERS[self.language])} {text}"
            out.append(text)
        return out

    def letters(self, text: str) -> str:
        """A code of letters and digits, spelled out."""
        rng = self.rng
        style = rng.choice(["bare", "bare", "words", "like"])
        said = []
        for char in text:
            if char.isdigit():
                said.append(_UNITS[self.language][int(char)])
            elif style == "words":
                words = _BOARD if self.language == GERMAN else NATO
                said.append(words[ord(char) - 97])
            elif style == "like" and self.language == ENGLISH:
                joint = rng.choice(["for", "as in", "like"])
                said.append(f"{char} {joint} {_LIKE[ord(char) - 97]}")
            else:
                said.append(char)
        return " ".join(said)

    def year(self, year: int) -> str:
        rng, low = self.rng, year % 100
        if self.language == SPANISH:
            head = "mil novecientos" if year < 2000 else "dos mil"
            return f"{head} {self.pair(low)}" if low else head
        if self.language == GERMAN:
            head = "neunzehnhundert" if year < 2000 else "zweitausend"
            return f"{head}{self.pair(low)}" if low else head
        if year >= 2000:
            if low == 0:
                return "two thousand"
            return rng.choice(
                [f"two thousand {self.pair(low)}", f"two thousand and {self.pair(low)}"]
                + ([f"twenty {self.pair(low)}"] if low >= 10 else [f"twenty oh {self.pair(low)}"])
            )
        last = self.pair(low) if low >= 10 else f"oh {self.pair(low)}"
        return rng.choice([f"nineteen {last}"] * 4 + [f"nineteen hundred {last}"])

    def ordinal(self, day: int) -> str:
        if self.language == GERMAN:
            if day <= 19:
                return _GERMAN_ORDINALS[day - 1]
            return f"{self.pair(day)}sten"
        if self.language == SPANISH:
            return self.pair(day)
        if day <= 20:
            return _ORDINALS[day - 1]
        if day == 30:
            return "thirtieth"
        return f"{_TENS[ENGLISH][day // 10 - 2]} {_ORDINALS[day % 10 - 1]}"

    def two(self, value: int) -> str:
        """A day or month of a date in digits: "oh four", "twelve"."""
        if value >= 10:
            return self.pair(value)
        zero = "oh" if self.language == ENGLISH else _UNITS[self.language][0]
        return self.rng.choice([f"{zero} {self.pair(value)}", self.pair(value)])

    def birth(self) -> str:
        rng = self.rng
        day, month, year = rng.randrange(1, 29), rng.randrange(1, 13), rng.randrange(1938, 2008)
        name, said = MONTHS[self.language][month - 1], self.year(year)
        if self.language == SPANISH:
            return rng.choice(
                [
                    f"{self.ordinal(day)} de {name} de {said}",
                    f"el {self.ordinal(day)} de {name} del {self.pair(year % 100)}",
                    f"{self.two(day)} del {self.two(month)} del {self.pair(year % 100)}",
                ]
            )
        if self.language == GERMAN:
            return rng.choice(
                [
                    f"der {self.ordinal(day)} {name} {said}",
                    f"{self.ordinal(day)} {self.ordinal(month)} {said}",
                    f"am {self.ordinal(day)} {name} {self.pair(year % 100)}",
                ]
            )
        short = self.pair(year % 100) if year < 2000 and year % 100 >= 10 else said
        return rng.choice(
            [
                f"{name} {self.ordinal(day)} {said}",
                f"{name} the {self.ordinal(day)} {short}",
                f"the {self.ordinal(day)} of {name} {said}",
                f"{self.ordinal(day)} {name} {short}",
                f"the {self.ordinal(day)} of the {self.ordinal(month)} {short}",
                f"{name} {self.pair(day)} {said}",
                f"{self.two(month)} {self.two(day)} {said}",
                f"{self.two(day)} slash {self.two(month)} slash {said}",
                f"{self.two(day)} {self.two(month)} {short}",
            ]
        )

    def expiry(self) -> str:
        rng = self.rng
        month, year = rng.randrange(1, 13), rng.randrange(26, 34)
        name, two = MONTHS[self.language][month - 1], self.pair(year)
        if self.language == SPANISH:
            return rng.choice([f"{name} del {two}", f"{self.two(month)} {two}"])
        if self.language == GERMAN:
            return rng.choice([f"{name} {two}", f"{self.two(month)} {two}"])
        return rng.choice(
            [
                f"{self.two(month)} {two}",
                f"{self.two(month)} slash {two}",
                f"{name} twenty {two}",
                f"{name} {two}",
                f"{self.two(month)} twenty {two}",
                f"the end of {name} twenty {two}",
                f"{name} of {two}",
            ]
        )
