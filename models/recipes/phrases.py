"""Call-center sentences of our own: patterns in text/*.txt, said in many ways.

A pattern is words, `{one|or another|}` choices that may nest, and `<slot>`s that this module fills.
"""

import random
from pathlib import Path

from models.recipes.text import ONES, cardinal, digits, ordinal, year

TEXTS = Path(__file__).parent / "material_text"
_DAYS = "monday tuesday wednesday thursday friday saturday sunday".split()
_MONTHS = (
    "january february march april may june july august september october november december".split()
)
_TEAMS = (
    "billing|sales|support|technical support|returns|claims|shipping|fraud|accounts|loans|"
    "cancellations"
).split("|")
_COMPANIES = (
    "green valley energy|city bank|first national bank|north star telecom|blue sky airlines|"
    "home goods|river insurance|pacific mobile|summit health|bright internet|the phone company|"
    "acme electronics|sunrise travel|metro water"
).split("|")
_THINGS = (
    "account|bill|order|internet|phone|phone line|delivery|package|refund|card|credit card|"
    "debit card|password|router|modem|contract|subscription|insurance|claim|policy|loan|mortgage|"
    "flight|booking|reservation|hotel|ticket|appointment|washing machine|dishwasher|fridge|"
    "television|laptop|computer|tablet|app|website|login|email|payment|invoice|statement|meter|"
    "electricity|power|gas|water|heating|warranty|repair|car|rental car|prescription|membership|"
    "gift card|discount|coupon|voicemail|sim card|data plan|cable box|service|transfer|deposit|"
    "check|address|order from last week|new phone|installation|technician visit|replacement|"
    "luggage|suitcase|seat"
).split("|")
_STREETS = (
    "main oak maple park pine washington lake hill elm church high river market lincoln spring "
    "center"
).split()
_KINDS = "street avenue road drive lane boulevard court place".split()
_CITIES = (
    "boston|chicago|seattle|denver|dallas|houston|miami|atlanta|phoenix|portland|austin|london|"
    "manchester|toronto|new york|los angeles|san francisco|san diego|philadelphia|springfield|"
    "columbus|detroit|memphis|las vegas"
).split("|")


class Phrases:
    """Random sentences; `first` and `last` are names, most frequent first."""

    def __init__(self, first: list[str], last: list[str], rng: random.Random) -> None:
        self._first, self._last, self._rng = first, last, rng

    def expand(self, pattern: str) -> str:
        """One way of saying `pattern`."""
        text, at = self._sequence(pattern, 0)
        if at != len(pattern):
            raise ValueError(f"unbalanced braces in {pattern!r}")
        return " ".join(text.split()).replace(" '", "'")

    def _sequence(self, pattern: str, at: int) -> tuple[str, int]:
        made = ""
        while at < len(pattern) and pattern[at] not in "|}":
            if pattern[at] == "{":
                options, at = self._choice(pattern, at + 1)
                made += self._rng.choice(options)
            elif pattern[at] == "<":
                end = pattern.index(">", at)
                made += self.slot(pattern[at + 1 : end])
                at = end + 1
            else:
                made += pattern[at]
                at += 1
        return made, at

    def _choice(self, pattern: str, at: int) -> tuple[list[str], int]:
        options = []
        while True:
            option, at = self._sequence(pattern, at)
            options.append(option)
            if at >= len(pattern):
                raise ValueError(f"unclosed brace in {pattern!r}")
            if pattern[at] == "}":
                return options, at + 1
            at += 1

    def _name(self, names: list[str]) -> str:
        """A name, frequent ones more often."""
        return names[min(int(self._rng.expovariate(1 / (0.18 * len(names)))), len(names) - 1)]

    def slot(self, kind: str) -> str:
        """Something to say for a slot."""
        rng = self._rng
        number = rng.randint(1, 12)
        fixed = {
            "first": lambda: self._name(self._first),
            "last": lambda: self._name(self._last),
            "company": lambda: rng.choice(_COMPANIES),
            "team": lambda: rng.choice(_TEAMS),
            "thing": lambda: rng.choice(_THINGS),
            "day": lambda: rng.choice(_DAYS),
            "month": lambda: rng.choice(_MONTHS),
            "number": lambda: cardinal(
                rng.choice([2, 2, 3, 3, 4, 5, 5, 6, 7, 10, 12, 14, 15, 20, 30, 48, 90])
            ),
            "date": lambda: self._date(),
            "year": lambda: year(rng.randint(1940, 2026)),
            "time": lambda: self._time(),
            "digits": lambda: self._digits(),
            "money": lambda: self._money(),
            "spell": lambda: " ".join(self._name(rng.choice([self._first, self._last]))),
            "address": lambda: self._address(),
            "span": lambda: self._span(number),
        }
        return fixed[kind]()

    def _date(self) -> str:
        month, day = self._rng.choice(_MONTHS), ordinal(self._rng.randint(1, 31))
        return self._rng.choice([f"{month} {day}", f"the {day} of {month}", f"{month} the {day}"])

    def _time(self) -> str:
        hour = cardinal(self._rng.randint(1, 12))
        minutes = ["fifteen", "thirty", "forty five", "ten", "twenty"]
        half = self._rng.choice(["a m", "p m"])
        forms = [
            f"{hour} o'clock",
            f"{hour} o'clock",
            f"{hour} {half}",
            hour,
            f"{hour} {self._rng.choice(minutes)}",
        ]
        return self._rng.choice(
            [*forms, f"half past {hour}", "noon", f"{hour} {self._rng.choice(minutes)} {half}"]
        )

    def _digits(self) -> str:
        figures = "".join(
            str(self._rng.randrange(10))
            for _ in range(self._rng.choice([3, 4, 4, 5, 6, 7, 8, 10, 10]))
        )
        said = digits(figures)
        return said.replace("zero", "oh") if self._rng.random() < 0.3 else said

    def _money(self) -> str:
        whole = self._rng.choice(
            [
                self._rng.randint(2, 99),
                self._rng.randint(100, 999),
                self._rng.randrange(10, 900, 10),
            ]
        )
        unit = self._rng.choice(["dollars", "dollars", "dollars", "pounds", "bucks"])
        cents = self._rng.choice(
            ["", "", f" and {cardinal(self._rng.randint(5, 99))} cents", f" {ONES[9]}ty nine"]
        )
        return f"{cardinal(whole)} {unit}" + (cents if unit != "bucks" else "")

    def _address(self) -> str:
        rng = self._rng
        number = (
            cardinal(rng.randint(1, 99))
            if rng.random() < 0.6
            else digits(str(rng.randint(100, 9999)))
        )
        place = f"{number} {rng.choice(_STREETS)} {rng.choice(_KINDS)}"
        return place + rng.choice(
            ["", f" in {rng.choice(_CITIES)}", f" apartment {cardinal(rng.randint(1, 40))}"]
        )

    def _span(self, number: int) -> str:
        unit = self._rng.choice(["day", "day", "week", "week", "month", "hour", "year", "minute"])
        few = ["a " + unit if unit != "hour" else "an hour", f"{cardinal(max(2, number))} {unit}s"]
        return self._rng.choice(
            [
                *few,
                few[1],
                f"two {unit}s",
                f"three {unit}s",
                f"a few {unit}s",
                f"a couple of {unit}s",
            ]
        )


def patterns() -> list[str]:
    """The lines of text/*.txt without comments."""
    lines = [
        line.strip()
        for path in sorted(TEXTS.glob("*.txt"))
        for line in path.read_text().splitlines()
    ]
    return [line for line in lines if line and not line.startswith("#")]


def generate(phrases: Phrases, each: int) -> list[str]:
    """About `each` sentences per pattern, more for patterns with more to choose from; slot-only
    lines of numbers.
    """
    made: list[str] = []
    for pattern in patterns():
        choices = 1 + pattern.count("|") + 4 * pattern.count("<")
        made += [phrases.expand(pattern) for _ in range(int(each * min(3.0, choices / 15)) + 1)]
    for kind in ("digits", "digits", "digits", "date", "money", "time", "address", "spell"):
        made += [phrases.slot(kind) for _ in range(2 * each)]
    made += [f"{phrases.slot('first')} {phrases.slot('last')}" for _ in range(6 * each)]
    return [line for line in made if line]
