"""Takes out of a text what may say who called or what was said, before it leaves this computer.

Nothing of that should be in a log or a setting in the first place; this is the second lock. What is
taken out too often costs a supporter a word, what is left in costs a customer more.
"""

import getpass
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

GONE = "•••"
_SHINGLE = 4
"""So many words in a row, as a stored call has them, are no chance."""

_LOG_LINE = re.compile(r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d,\d{3} [A-Z]+ \S+ [\w.]+: ")
_FRAME = re.compile(r'  File ".*", line \d+, in \S+')
_ERROR = re.compile(r"([A-Za-z_][\w.]*(?:Error|Exception|Gone|Failed|Full|Long|Stopped|Exit))\b")
_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_DIGITS = re.compile(r"(?<![\w.])(?!127\.0\.0\.1\b)\+?\d(?:[ ./()-]?\d){5,}(?![\w])")
"""Six digits or more, however they are grouped: numbers of telephones, customers and orders."""
_PASSWORD = re.compile(r"(?i)(://[^\s:/@]*):[^\s@]*@|((?:pass|secret|token|key)\w*\s*[=:]\s*)\S+")
_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What the stored calls tell about people: names, numbers, references, and what was said."""

    names: tuple[str, ...] = ()
    said: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Scrubber:
    """Cleans texts of what is `known`, and of what looks like it."""

    known: Known
    _names: re.Pattern[str] | None = field(init=False)
    _shingles: frozenset[tuple[str, ...]] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_names", _any_of(self.known.names))
        shingles = frozenset(shingle for text in self.known.said for shingle in _shingles(text))
        object.__setattr__(self, "_shingles", shingles)

    def text(self, text: str, *, has_counts: bool = False) -> str:
        """The text line by line without people and what they said; counts of ours may stay."""
        return "\n".join(self.line(line, has_counts=has_counts) for line in text.splitlines())

    def line(self, line: str, *, has_counts: bool = False) -> str:
        if self._shingles & set(_shingles(line)):
            return f"{GONE} (left out: it has words of a call)"
        line = _PASSWORD.sub(_without_password, line)
        line = _own_places(line)
        line = _EMAIL.sub(GONE, line)
        if self._names is not None:
            line = self._names.sub(GONE, line)
        if has_counts:
            return line
        head = _LOG_LINE.match(line)
        start = head.end() if head else 0
        return line[:start] + _DIGITS.sub(GONE, line[start:])

    def log(self, lines: Iterable[str]) -> list[str]:
        """Lines of one of our logs: records, and of tracebacks where and which error, no message.

        An error's message may repeat what it could not read; source lines say nothing new.
        """
        kept = []
        for line in lines:
            line = line.rstrip("\n")
            if _LOG_LINE.match(line) or line.startswith("Traceback ") or _FRAME.fullmatch(line):
                kept.append(self.line(line))
            elif (error := _ERROR.match(line)) is not None:
                kept.append(f"{error[1]} (its message is left out)")
        return kept


def _without_password(found: re.Match[str]) -> str:
    return f"{found[1]}:{GONE}@" if found[1] is not None else f"{found[2]}{GONE}"


def _shingles(text: str) -> list[tuple[str, ...]]:
    words = [word.casefold() for word in _WORD.findall(text)]
    return [tuple(words[at : at + _SHINGLE]) for at in range(len(words) - _SHINGLE + 1)]


def _any_of(names: Sequence[str]) -> re.Pattern[str] | None:
    """Any of the names, whole or one of their parts; a number however it is grouped."""
    parts: set[str] = set()
    for name in names:
        digits = re.sub(r"\D", "", name)
        if len(digits) >= 4:
            parts.add(r"[ ./()-]?".join(digits))
        for part in (name, *re.split(r"[\s,;/@]+", name)):
            if len(part) >= 3 and not part.isdigit():
                parts.add(re.escape(part))
    if not parts:
        return None
    longest_first = sorted(parts, key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(longest_first)})(?!\w)", re.IGNORECASE)


def _own_places(line: str) -> str:
    """The agent's own folder and account: not a customer's, but nobody's business either."""
    line = line.replace(str(Path.home()), "~")
    try:
        account = getpass.getuser()
    except (KeyError, OSError):  # an account without a name, as in containers
        return line
    return re.sub(rf"(?<=[/\\]){re.escape(account)}(?=[/\\])", "(account)", line)
