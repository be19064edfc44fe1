"""Invented talk about secrets, with what must be masked in braces, and harmless numbers.

`make_talks(count, seed)` gives as many short talks, each different, one or two secrets in most.
Lines are (party, text); a text's `{…}` is what nobody may keep. Everything is made up by rules.
"""

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from assist.core.words import Party

UNITS = "zero one two three four five six seven eight nine".split()
TEENS = "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
TENS = ["", "", *"twenty thirty forty fifty sixty seventy eighty ninety".split()]
MONTHS = (
    "january february march april may june july august september october november december".split()
)
ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
    "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
).split()
NAMES = "maya torres ben okafor lena fischer omar haddad ruth novak carla diaz sven larsen".split()
PROVIDERS = ("gmail dot com", "yahoo dot com", "outlook dot com", "icloud dot com", "mail dot org")
WORDS = "maple river copper lantern purple window tiger harbor pepper violet granite rocket".split()


@dataclass(frozen=True, slots=True)
class Talk:
    """A few lines of a call; `kind` names the secret, "" where every number is harmless."""

    kind: str
    lines: tuple[tuple[Party, str], ...]


class Speaker:
    """Says numbers, dates and addresses in the many ways that people do."""

    def __init__(self, rng: random.Random) -> None:
        self.rng = rng

    def digits(self, count: int) -> str:
        return "".join(str(self.rng.randrange(10)) for _ in range(count))

    def number(self, digits: str, *, size: int = 0) -> str:
        """A number read aloud: digit by digit, in pairs, with doubles, hesitations, separators."""
        rng = self.rng
        style = rng.choice(["single", "single", "single", "pairs", "double", "oh"])
        words: list[str] = []
        at = 0
        while at < len(digits):
            left = digits[at:]
            if style == "pairs" and len(left) >= 2 and left[0] not in "0":
                words.append(self.pair(left[:2]))
                at += 2
            elif style == "double" and len(left) >= 2 and left[0] == left[1]:
                words.append(f"double {UNITS[int(left[0])]}")
                at += 2
            else:
                unit = UNITS[int(left[0])]
                words.append("oh" if style == "oh" and unit == "zero" else unit)
                at += 1
            if size and at % size == 0 and at < len(digits) and rng.random() < 0.25:
                words.append(rng.choice(["dash", "um", "uh", "and then", "space"]))
        if len(words) > 5 and rng.random() < 0.06:
            words[3:3] = ["sorry", "no", words[2]]
        return " ".join(words)

    def pair(self, two: str) -> str:
        value = int(two)
        if value < 20:
            return TEENS[value - 10]
        tens = TENS[value // 10]
        return tens if value % 10 == 0 else f"{tens} {UNITS[value % 10]}"

    def year(self, year: int) -> str:
        rng = self.rng
        if year >= 2000:
            low = year - 2000
            last = self.pair(str(low)) if low >= 10 else UNITS[low]
            if low == 0:
                return "two thousand"
            return rng.choice(
                [f"two thousand {last}", f"two thousand and {last}"]
                + ([f"twenty {last}"] if low >= 10 else [f"twenty oh {last}"])
            )
        last = self.pair(str(year % 100)) if year % 100 >= 10 else f"oh {UNITS[year % 100]}"
        return rng.choice([f"nineteen {last}", f"nineteen {last}", f"nineteen hundred {last}"])

    def birth(self) -> str:
        rng = self.rng
        month, day = rng.choice(MONTHS), rng.choice(ORDINALS)
        year = self.year(rng.randrange(1940, 2008))
        return rng.choice(
            [
                f"{month} {day} {year}",
                f"{month} the {day} {year}",
                f"the {day} of {month} {year}",
                f"{day} {month} {year}",
                f"{self.number(f'{rng.randrange(1, 13):02d}')} "
                f"{self.number(f'{rng.randrange(10, 29)}')} {self.year(rng.randrange(1940, 1999))}",
            ]
        )

    def expiry(self) -> str:
        rng = self.rng
        year = rng.randrange(27, 34)
        two = self.pair(str(year))
        month = rng.randrange(1, 13)
        spoken = f"oh {UNITS[month]}" if month < 10 else TEENS[month - 10]
        return rng.choice(
            [
                f"{spoken} {two}",
                f"{spoken} slash {two}",
                f"{rng.choice(MONTHS)} twenty {two}",
                f"{rng.choice(MONTHS)} {two}",
                f"{spoken} twenty {two}",
            ]
        )

    def email(self) -> str:
        rng = self.rng
        first, last = rng.choice(NAMES), rng.choice(NAMES)
        spelled = " ".join(rng.choice(NAMES))
        local = rng.choice(
            [
                f"{first} dot {last}",
                f"{first} underscore {last}",
                f"{first}{last}".replace(" ", ""),
                f"{first} {self.number(self.digits(2))}",
                spelled,
                f"{spelled} dash {self.number(self.digits(2))}",
            ]
        )
        return f"{local} at {rng.choice(PROVIDERS)}"

    def password(self) -> str:
        rng = self.rng
        return rng.choice(
            [
                f"{rng.choice(WORDS)} {rng.choice(WORDS)}",
                f"{rng.choice(WORDS)} {self.number(self.digits(2))}",
                f"{rng.choice(WORDS)} {rng.choice(WORDS)} {self.number(self.digits(3))}",
            ]
        )


CUSTOMER, AGENT = Party.CUSTOMER, Party.AGENT
_BEFORE = (
    "", "", "", "sure ", "yes ", "okay ", "um ", "yeah hold on ", "of course ", "right so ",
)  # fmt: skip
_AFTER = ("", "", "", " thanks", " please", " okay", " did you get that", " i think")


def _asked(kind: str, questions: tuple[str, ...], leads: tuple[str, ...]) -> Callable[..., Talk]:
    """Talks where the agent asks and the customer answers, sometimes in pieces, or just says it."""

    def make(speaker: Speaker, value: str) -> Talk:
        rng = speaker.rng
        lead = rng.choice(leads)
        if rng.random() < 0.5:
            answer = rng.choice(["", "", "it's ", "it is ", "that's ", f"{lead} "])
            line = f"{rng.choice(_BEFORE)}{answer}{{{value}}}{rng.choice(_AFTER)}"
            lines = [(AGENT, rng.choice(questions)), (CUSTOMER, line.strip())]
        else:
            line = f"{rng.choice(_BEFORE)}{lead} {{{value}}}{rng.choice(_AFTER)}"
            lines = [(CUSTOMER, line.strip())]
        if rng.random() < 0.15 and kind not in {"password"}:
            lines.append((AGENT, f"so that is {{{value}}} correct"))
            lines.append((CUSTOMER, "yes that is right"))
        return Talk(kind, tuple(lines))

    return make


_CARD = _asked(
    "card",
    (
        "can i have the card number please",
        "what is the long number across the front of the card",
        "please read me the number on your credit card",
        "and how would you like to pay",
        "go ahead whenever you are ready",
    ),
    ("my card number is", "the card is", "it's a visa", "the number is", "take it from"),
)
_CODE = _asked(
    "code",
    (
        "and the security code on the back",
        "what is the c v v please",
        "could you give me the three digits on the back of the card",
        "and the card verification number please",
        "now i only need the last three numbers on the signature strip",
    ),
    ("the security code is", "my c v v is", "the code on the back is", "the three digits are"),
)
_EXPIRY = _asked(
    "expiry",
    (
        "what is the expiration date",
        "and the expiry date on that card please",
        "when does the card expire",
        "could i get the expiry",
    ),
    ("the expiration date is", "the card expires", "expiry is", "expiring"),
)
_NATIONAL = _asked(
    "national",
    (
        "can you verify your social security number",
        "what is your social please",
        "could i have your national insurance number",
        "i need your tax id to go on",
        "what's the number on your passport",
    ),
    ("my social is", "my social security number is", "my ssn is", "my passport number is"),
)
_ACCOUNT = _asked(
    "account",
    (
        "what is your bank account number",
        "please give me the routing number",
        "could i have the account number for the refund",
        "and the sort code",
    ),
    ("my account number is", "the routing number is", "my bank account is", "the sort code is"),
)
_BIRTH = _asked(
    "birth",
    (
        "can i have your date of birth",
        "what is your birthday please",
        "when were you born",
        "for security please confirm your date of birth",
    ),
    ("my date of birth is", "i was born on", "my birthday is", "date of birth"),
)
_PIN = _asked(
    "pin",
    ("what is your pin", "please tell me your four digit pin", "could i have your passcode"),
    ("my pin is", "the passcode is", "pin number", "my pin number is"),
)
_PASSWORD = _asked(
    "password",
    (
        "what is your password",
        "could you tell me your security word",
        "what is the answer to your security question",
        "and what is your mother's maiden name",
    ),
    ("my password is", "the password is", "the security word is"),
)
_EMAIL = _asked(
    "email",
    (
        "what is your email address",
        "which email should i send it to",
        "could you spell your email for me",
    ),
    ("my email is", "it's", "my email address is", "send it to"),
)


def _card(speaker: Speaker) -> Talk:
    rng = speaker.rng
    digits = rng.choice("3456") + speaker.digits(rng.choice([14, 15, 15, 15, 15, 15, 12, 18]))
    if rng.random() < 0.3:
        size = rng.choice([4, 4, 5])
        groups = [digits[at : at + size] for at in range(0, len(digits), size)]
        lines = [(AGENT, "can i have the card number please")]
        lines += [(CUSTOMER, f"{{{speaker.number(group)}}}") for group in groups]
        return Talk("card", tuple(lines))
    return _CARD(speaker, speaker.number(digits, size=4))


_BENIGN: tuple[str, ...] = (
    "my order number is {n8}",
    "the tracking number is {n10}",
    "you can call me back at {n10}",
    "my phone number is {n10}",
    "the reference is {n6}",
    "my zip code is {n5}",
    "it's case number {n7}",
    "i have been waiting for {d2} days",
    "they charged me {d2} dollars and {d2} cents",
    "i called {d1} times since march {o}",
    "the flight was at {d1} thirty on the {o} of {m}",
    "extension {n4}",
    "the appointment is on {m} {o} at {d1} o'clock",
    "i ordered {d1} of them on {m} {o}",
    "the invoice number is {n8} from {m}",
    "my confirmation code is {n6}",
    "the model number is {n5} and i bought it in twenty twenty four",
    "i live at {n4} maple street",
    "my meter reading is {n5}",
    "the refund of {d2} dollars was promised on the {o}",
    "i read about it on social media {d1} times",
    "i forgot my password and can't log in",
    "i never got the email you sent {d1} days ago",
    "my card was declined {d1} times",
    "the pin is stuck in the door of the washing machine",
    "i will meet you at home around {d1} o'clock",
    "my account was charged {d2} dollars twice",
    "the offer expires on {m} {o}",
    "my daughter was born in that hospital and you treat us like this",
    "i have two cards and neither of them works",
    "your email said {d1} business days",
    "can you look at my account please i want to know what happened",
    "the security in your building is a joke i waited {d2} minutes",
)


def _benign(speaker: Speaker) -> Talk:
    rng = speaker.rng

    def fill(text: str) -> Iterator[str]:
        for word in text.split():
            key = word.strip("{}")
            if not word.startswith("{"):
                yield word
            elif key[0] == "n":
                yield speaker.number(speaker.digits(int(key[1:])))
            elif key == "d1":
                yield UNITS[rng.randrange(2, 10)]
            elif key == "d2":
                yield speaker.pair(str(rng.randrange(20, 99)))
            elif key == "o":
                yield rng.choice(ORDINALS)
            else:
                yield rng.choice(MONTHS)

    line = " ".join(fill(rng.choice(_BENIGN)))
    lines = [(CUSTOMER, line)]
    if rng.random() < 0.4:
        lines.insert(0, (AGENT, rng.choice(["how can i help you", "and what happened then"])))
    return Talk("", tuple(lines))


_KINDS = (*"card card code expiry national account birth pin password email".split(), *[""] * 4)


def _make(speaker: Speaker) -> Talk:
    rng = speaker.rng
    kind = rng.choice(_KINDS)
    match kind:
        case "card":
            return _card(speaker)
        case "code":
            return _CODE(speaker, speaker.number(speaker.digits(rng.choice([3, 3, 4]))))
        case "expiry":
            return _EXPIRY(speaker, speaker.expiry())
        case "national":
            return _NATIONAL(speaker, speaker.number(speaker.digits(9)))
        case "account":
            return _ACCOUNT(speaker, speaker.number(speaker.digits(rng.choice([6, 8, 9, 10]))))
        case "birth":
            return _BIRTH(speaker, speaker.birth())
        case "pin":
            return _PIN(speaker, speaker.number(speaker.digits(rng.choice([4, 4, 6]))))
        case "password":
            return _PASSWORD(speaker, speaker.password())
        case "email":
            return _EMAIL(speaker, speaker.email())
    return _benign(speaker)


def make_talks(count: int, seed: int) -> tuple[Talk, ...]:
    """`count` different talks, the same for the same seed."""
    speaker = Speaker(random.Random(seed))
    talks: dict[tuple[tuple[Party, str], ...], Talk] = {}
    while len(talks) < count:
        talk = _make(speaker)
        talks.setdefault(talk.lines, talk)
    return tuple(talks.values())
