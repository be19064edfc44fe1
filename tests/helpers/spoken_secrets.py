"""Invented talk about secrets, with what must be masked in braces, and harmless numbers.

`make_talks(count, seed)` gives as many short talks, each different. Lines are (party, text); its
`{…}` is what nobody may keep. Numbers come in one line or in groups over several, with the agent's
"go on" and read-backs between them; harmless numbers are said in the very same ways.
"""

import random
import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from assist.core.words import Party
from tests.helpers.harmless_phrases import EVERYDAY, HARMLESS
from tests.helpers.secret_phrases import SECRETS, Phrases
from tests.helpers.spoken_values import ENGLISH, GERMAN, MONTHS, SPANISH, Speaker

CUSTOMER, AGENT = Party.CUSTOMER, Party.AGENT
CARD_DIGITS = 12
"""A number of so many digits is hidden whatever it is called."""

_NAMES = "maya torres ben okafor lena fischer omar haddad ruth novak carla diaz sven larsen".split()
_WORDS = "maple river copper lantern purple window harbor pepper violet granite rocket".split()


@dataclass(frozen=True, slots=True)
class Talk:
    """A few lines of a call; `kind` names the secret, "" where every number is harmless."""

    kind: str
    lines: tuple[tuple[Party, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Manners:
    """What is said around values in one language."""

    openers: tuple[tuple[tuple[Party, str], ...], ...]
    before: tuple[str, ...]
    after: tuple[str, ...]
    acks: tuple[str, ...]
    checks: tuple[str, ...]
    closers: tuple[str, ...]
    providers: tuple[str, ...]
    joints: tuple[str, ...] = ("dot", "underscore", "dash", "dot")
    at: str = "at"


ENGLISH_MANNERS = Manners(
    openers=(
        (),
        (),
        ((AGENT, "thank you for calling how can i help you"),),
        ((AGENT, "good morning what can i do for you"), (CUSTOMER, "hi i need some help")),
        ((CUSTOMER, "hello i want to pay my bill"), (AGENT, "of course")),
        ((CUSTOMER, "i have a problem with my account"), (AGENT, "let me have a look")),
        ((AGENT, "i just have to verify who you are"), (CUSTOMER, "okay sure")),
    ),
    before=("", "", "", "sure ", "yes ", "okay ", "um ", "yeah hold on ", "right so ", "well "),
    after=("", "", "", "", " thanks", " okay", " did you get that", " i think", " please"),
    acks=("okay", "mm hm", "yes", "go on", "got it", "uh huh", "go ahead", "right", "thank you"),
    checks=("so that is {} correct", "let me read that back {}", "i have {} is that right"),
    closers=("", "", "thank you that's gone through", "perfect is there anything else", "great"),
    providers=(
        "gmail dot com", "yahoo dot com", "outlook dot com", "icloud dot com", "mail dot org",
        "smith family dot net", "north college dot co dot uk", "hotmail dot co dot uk", "gmail",
    ),
)  # fmt: skip


@dataclass(slots=True)
class TalkMaker:
    """Makes talks of one language from its phrases and manners."""

    rng: random.Random
    language: str = ENGLISH
    secrets: Mapping[str, Phrases] = field(default_factory=lambda: SECRETS)
    harmless: Mapping[str, tuple[Phrases, tuple[int, ...]]] = field(
        default_factory=lambda: HARMLESS
    )
    everyday: tuple[str, ...] = EVERYDAY
    manners: Manners = ENGLISH_MANNERS
    speaker: Speaker = field(init=False)

    def __post_init__(self) -> None:
        self.speaker = Speaker(self.rng, self.language)

    def make(self) -> Talk:
        rng = self.rng
        if rng.random() < 0.18:
            return self._everyday()
        if rng.random() < 0.3:
            kind = rng.choice(sorted(self.harmless))
            phrases, sizes = self.harmless[kind]
            return self._talk("", phrases, self._breaths(rng.choice(sizes), is_code=False))
        kind = rng.choice([*sorted(self.secrets), "card", "card"])
        return self._talk(kind, self.secrets[kind], self._value(kind))

    def _value(self, kind: str) -> list[str]:
        """What is said for a secret, in breaths that a pause may come between."""
        rng, speaker = self.rng, self.speaker
        match kind:
            case "card":
                size = rng.choice([16] * 6 + [15, 15, 13, 14, 19, 12])
                return self._breaths(size, first="3456")
            case "code":
                return [" ".join(speaker.group(speaker.digits(rng.choice([3, 3, 3, 4])), "single"))]
            case "expiry":
                return [speaker.expiry()]
            case "national":
                return speaker.groups(speaker.digits(9, "12345678"), (3, 2, 4))
            case "insurance":
                two = "".join(rng.choice("abcehjkmnprstwxz") for _ in range(2))
                end = rng.choice("abcd")
                return [speaker.letters(f"{two}{speaker.digits(6)}{end}")]
            case "passport":
                if rng.random() < 0.5:
                    return speaker.groups(speaker.digits(9), (3, 3, 3))
                return [speaker.letters(rng.choice("cdefgkl") + speaker.digits(8))]
            case "account":
                return self._breaths(rng.choice([8, 8, 9, 10, 10, 11]))
            case "routing":
                return speaker.groups(speaker.digits(9, "0123"), (3, 3, 3))
            case "sort":
                return speaker.groups(speaker.digits(6), (2, 2, 2))
            case "iban":
                code = rng.choice(["gb", "de", "fr", "ie", "es"]) + speaker.digits(2)
                rest = speaker.digits(rng.choice([12, 14, 16]))
                return [speaker.letters(code), *speaker.groups(rest, (4,) * (len(rest) // 4 + 1))]
            case "steuer":
                return self._breaths(11, first="123456789")
            case "dni":
                head = " ".join(speaker.groups(speaker.digits(8), (2, 3, 3)))
                return [f"{head} {rng.choice('abcdfghjklmnpqrstvwxz')}"]
            case "ausweis":
                return [speaker.letters(rng.choice("lmnp") + speaker.digits(8))]
            case "birth":
                return [speaker.birth()]
            case "pin":
                return [" ".join(speaker.groups(speaker.digits(rng.choice([4, 4, 6])), (2, 2, 2)))]
            case "password":
                return [self._password()]
            case "email":
                return [self._email()]
        raise KeyError(kind)

    def _breaths(self, count: int, *, first: str = "0123456789", is_code: bool = True) -> list[str]:
        rng = self.rng
        size = rng.choice([4, 4, 4, 3, 2, 5]) if is_code else rng.choice([3, 3, 4, 2, 5])
        sizes = (size,) * (count // size) + ((count % size,) if count % size else ())
        return self.speaker.groups(self.speaker.digits(count, first), sizes)

    def _password(self) -> str:
        rng, speaker = self.rng, self.speaker
        word, other = rng.choice(_WORDS), rng.choice(_WORDS)
        return rng.choice(
            [
                f"{word} {other}",
                word,
                f"{word} {' '.join(speaker.group(speaker.digits(2), 'single'))}",
                f"{word} {other} {' '.join(speaker.group(speaker.digits(3), 'single'))}",
                speaker.letters("".join(rng.choice("bcdfgkmprtxz") for _ in range(5))),
            ]
        )

    def _email(self) -> str:
        rng, speaker, manners = self.rng, self.speaker, self.manners
        first, last = rng.choice(_NAMES), rng.choice(_NAMES)
        two = speaker.pair(rng.randrange(10, 99))
        spelled = " ".join(rng.choice(_NAMES))
        local = rng.choice(
            [
                f"{first} {rng.choice(manners.joints)} {last}",
                f"{first}{last}",
                f"{first} {two}",
                f"{first} {last}",
                f"{first[0]} {last}",
                spelled,
                f"{spelled} {rng.choice(manners.joints)} {two}",
                f"{first} {rng.choice(manners.joints)} {last} {two}",
            ]
        )
        return f"{local} {manners.at} {rng.choice(manners.providers)}"

    def _talk(self, kind: str, phrases: Phrases, breaths: list[str]) -> Talk:
        rng, manners = self.rng, self.manners
        lines = [*rng.choice(manners.openers)]
        lead = rng.choice(phrases.leads)
        if rng.random() < 0.6:
            lines.append((AGENT, rng.choice(phrases.asks)))
            lead = rng.choice(["", "", "", "it's" if self.language == ENGLISH else "", lead])
        before = rng.choice(manners.before)
        whole = f"{{{' '.join(breaths)}}}"
        if len(breaths) == 1 or rng.random() < 0.45:
            text = f"{before}{lead} {whole}{rng.choice(manners.after)}"
            lines.append((CUSTOMER, " ".join(text.split())))
        else:
            lines += self._in_breaths(f"{before}{lead}", breaths)
        is_words = kind in {"password", "email"}
        if rng.random() < 0.15 and not is_words:
            lines.append((AGENT, rng.choice(manners.checks).format(whole)))
            lines.append((CUSTOMER, "yes" if self.language == ENGLISH else "sí"))
        closer = rng.choice(manners.closers)
        if closer:
            lines.append((AGENT, closer))
        if not kind:
            lines = [(party, text.replace("{", "").replace("}", "")) for party, text in lines]
        return Talk(kind, tuple(lines))

    def _in_breaths(self, lead: str, breaths: list[str]) -> list[tuple[Party, str]]:
        """A number in several utterances; the agent encourages, or repeats the group just said."""
        rng, manners = self.rng, self.manners
        habit = rng.choice(["silent", "silent", "acks", "echoes", "some"])
        lines: list[tuple[Party, str]] = []
        for index, breath in enumerate(breaths):
            own = f"{lead} {{{breath}}}" if index == 0 else f"{{{breath}}}"
            lines.append((CUSTOMER, " ".join(own.split())))
            if index == len(breaths) - 1:
                break
            does = rng.choice(["silent", "acks", "echoes"]) if habit == "some" else habit
            if does == "acks":
                lines.append((AGENT, rng.choice(manners.acks)))
            elif does == "echoes":
                after = rng.choice(["", "", f" {rng.choice(manners.acks)}"])
                lines.append((AGENT, f"{{{breath}}}{after}"))
        return lines

    def _everyday(self) -> Talk:
        rng, speaker = self.rng, self.speaker

        def fill(match: re.Match[str]) -> str:
            key = match[1]
            if key == "n1":
                return speaker.pair(rng.randrange(2, 10))
            if key == "n2":
                return speaker.pair(rng.randrange(20, 99))
            if key == "n3":
                hundred = {SPANISH: "cientos", GERMAN: "hundert"}.get(self.language, " hundred")
                return f"{speaker.pair(rng.randrange(2, 10))}{hundred}"
            if key == "n4":
                return " ".join(speaker.group(speaker.digits(4), "single"))
            if key == "month":
                return rng.choice(MONTHS[self.language])
            return speaker.ordinal(rng.randrange(1, 29))

        line = re.sub(r"<(\w+)>", fill, rng.choice(self.everyday))
        opener = rng.choice(self.manners.openers)
        return Talk("", (*opener, (CUSTOMER, line)))


def make_talks(count: int, seed: int, maker: TalkMaker | None = None) -> tuple[Talk, ...]:
    """`count` different talks, the same for the same seed."""
    maker = maker or TalkMaker(random.Random(seed))
    talks: dict[tuple[tuple[Party, str], ...], Talk] = {}
    while len(talks) < count:
        talk = maker.make()
        talks.setdefault(talk.lines, talk)
    return tuple(talks.values())
