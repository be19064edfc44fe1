"""Recordings to import: which files make a call, and what their names or a list tell of it."""

import csv
import io
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from assist.core.errors import UsageError

ENDINGS = frozenset(
    ".wav .wave .flac .mp3 .ogg .oga .opus .aif .aiff .aifc .au .snd .caf .w64 .rf64".split()
)
"""What is taken of a folder; a file named by itself is looked at whatever its name."""

_SIDES = {
    **dict.fromkeys("agent a in mic tx left l operator local".split(), "agent"),
    **dict.fromkeys("customer c out caller rx right r client remote".split(), "customer"),
}
_CLEAR_SIDES = frozenset("agent customer operator caller client".split())
"""Words that name a side wherever they stand; the others only as a name's last word."""

_FIELDS = {
    "agent": r"[^/\\]+?",
    "customer": r"[^/\\]+?",
    "number": r"\+?[0-9() .-]*[0-9]",
    "reference": r"[^/\\]+?",
    "date": r"\d{4}-?\d{2}-?\d{2}",
    "time": r"\d{2}[-.:h]?\d{2}(?:[-.:m]?\d{2})?",
    "side": "|".join(sorted(_SIDES, key=len, reverse=True)),
    "any": r"[^/\\]*?",
}
COLUMNS = ("file", "agent_file", "customer_file", "started_at", "agent", "customer", "number")
"""Columns of a list; `reference` is one too. Only `file`, or the two others, must be there."""


class ListError(UsageError):
    """The pattern or the list of recordings cannot be used."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What is known of a call before it is heard. Empty: nothing."""

    started_at: datetime | None = None
    agent: str = ""
    customer: str = ""
    number: str = ""
    reference: str = ""
    side: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Planned:
    """One call to import: a stereo file, or the agent's and the customer's.

    `trouble` says in one sentence why it cannot be.
    """

    files: tuple[Path, ...]
    facts: Facts
    trouble: str = ""

    @property
    def name(self) -> str:
        return " + ".join(file.name for file in self.files)


ReadName = Callable[[Path], Facts | None]
"""What a file's name tells; None where the name is not of the pattern."""


def name_reader(pattern: str) -> ReadName:
    """Reads names such as `{date}_{time}_{agent}_{number}_{side}`. Raises ListError."""
    parts = re.split(r"\{(\w+)\}", pattern)
    regex = ""
    for number, part in enumerate(parts):
        if number % 2 == 0:
            regex += re.escape(part)
        elif part not in _FIELDS:
            known = ", ".join(f"{{{field}}}" for field in _FIELDS)
            raise ListError(f"The pattern has {{{part}}}; what may stand in it is {known}.")
        elif part == "any":
            regex += f"(?:{_FIELDS[part]})"
        elif f"(?P<{part}>" in regex:
            raise ListError(f"The pattern has {{{part}}} twice; use {{any}} for the other.")
        else:
            regex += f"(?P<{part}>{_FIELDS[part]})"
    has_ending = Path(pattern).suffix.lower() in ENDINGS
    compiled = re.compile(regex, re.IGNORECASE)

    def read(file: Path) -> Facts | None:
        # A pattern with folders is held against as many of the file's.
        depth = pattern.count("/") + 1
        name = "/".join(file.parts[-depth:])
        if not has_ending:
            name = name[: len(name) - len(file.suffix)]
        found = compiled.fullmatch(name)
        return None if found is None else _facts(found.groupdict())

    return read


def _facts(found: Mapping[str, str | None]) -> Facts:
    def words(field: str) -> str:
        return " ".join((found.get(field) or "").replace("_", " ").split())

    return Facts(
        started_at=_moment(found.get("date") or "", found.get("time") or ""),
        agent=words("agent"),
        customer=words("customer"),
        number=(found.get("number") or "").strip(),
        reference=(found.get("reference") or "").strip(),
        side=_SIDES.get((found.get("side") or "").lower(), ""),
    )


def _moment(date: str, time: str) -> datetime | None:
    day = re.sub(r"\D", "", date)
    if not day:
        return None
    clock = re.sub(r"\D", "", time).ljust(6, "0")
    try:
        return datetime.strptime(day + clock, "%Y%m%d%H%M%S").astimezone()
    except (ValueError, OverflowError):
        return None


def find_files(places: Iterable[Path]) -> tuple[Path, ...]:
    """The sound files of folders (and theirs), and files named by themselves, each once.

    Raises ListError where a place is not there.
    """
    found: dict[Path, None] = {}
    for place in places:
        if place.is_dir():
            inside = sorted(place.rglob("*"))
            for file in inside:
                hidden = any(part.startswith(".") for part in file.relative_to(place).parts)
                if file.suffix.lower() in ENDINGS and not hidden and file.is_file():
                    found[file.absolute()] = None
        elif place.exists():
            found[place.absolute()] = None
        else:
            raise ListError(f"{place} does not exist; check the name.")
    return tuple(found)


def plan(
    files: Sequence[Path],
    *,
    read_name: ReadName | None = None,
    listed: Sequence[Planned] = (),
    channels: Callable[[Path], int],
) -> tuple[Planned, ...]:
    """Which files make which calls, in the order of their names.

    `listed` comes from a list and counts first. Mono files whose names differ only in a word for
    the side ("…-agent.wav", "…-customer.wav") are a pair; `channels` looks into a file (0: it is no
    sound file, which the import then says).
    """
    by_file = {file: each for each in listed for file in each.files}
    calls: dict[tuple[Path, ...], Planned] = {each.files: each for each in listed}
    open_sides: dict[tuple[str, str], dict[str, tuple[Path, Facts]]] = {}
    for file in files:
        if file in by_file:
            continue
        facts = Facts()
        if read_name is not None:
            told = read_name(file)
            if told is None or not told.side:
                told = read_name(_sideless(file)) or told
            if told is None:
                calls[(file,)] = _troubled(file, "its name is not of the pattern")
                continue
            facts = told
        side, rest = (facts.side, _without_side(file, facts)) if facts.side else _side_of(file)
        if side and channels(file) == 1:
            open_sides.setdefault((str(file.parent), rest), {})[side] = (file, facts)
        else:
            calls[(file,)] = Planned(files=(file,), facts=facts)
    for sides in open_sides.values():
        for each in _paired(sides):
            calls[each.files] = each
    return tuple(sorted(calls.values(), key=lambda each: each.files))


def _troubled(file: Path, why: str) -> Planned:
    return Planned(files=(file,), facts=Facts(), trouble=f"{file.name}: {why}; see --pattern.")


def _paired(sides: Mapping[str, tuple[Path, Facts]]) -> list[Planned]:
    if len(sides) == 2:
        (agent, facts), (customer, others) = sides["agent"], sides["customer"]
        merged = replace(
            facts,
            **{
                name: getattr(facts, name) or getattr(others, name)
                for name in ("started_at", "agent", "customer", "number", "reference")
            },
        )
        return [Planned(files=(agent, customer), facts=merged)]
    side, (file, facts) = next(iter(sides.items()))
    other = "customer" if side == "agent" else "agent"
    why = f"{file.name} holds one side; the {other}'s file is not beside it."
    return [Planned(files=(file,), facts=facts, trouble=why)]


def _side_of(file: Path) -> tuple[str, str]:
    """(the side a name speaks of or "", the name without it)."""
    words = re.split(r"([\W_]+)", file.stem.lower())
    places = [place for place in range(0, len(words), 2) if words[place] in _SIDES]
    clear = [place for place in places if words[place] in _CLEAR_SIDES]
    last = len(words) - 1
    place = clear[-1] if clear else (last if last in places else None)
    if place is None:
        return "", ""
    side = _SIDES[words[place]]
    words[place] = "*"
    return side, "".join(words)


def _sideless(file: Path) -> Path:
    """The file as it would be called without the word for its side at the end."""
    words = re.split(r"([\W_]+)", file.stem)
    if len(words) > 2 and words[-1].lower() in _SIDES:
        name = "".join(words[:-2]) + file.suffix
        return file.with_name(name) if name else file
    return file


def _without_side(file: Path, facts: Facts) -> str:
    side, rest = _side_of(file)
    if side:
        return rest
    when = facts.started_at.isoformat() if facts.started_at else ""
    return "|".join((when, facts.agent, facts.customer, facts.number, facts.reference))


def read_list(file: Path) -> tuple[Planned, ...]:
    """The calls of a CSV file with a header line. Raises ListError with line and column."""
    try:
        text = file.read_bytes().decode("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "it is not UTF-8"
        raise ListError(f"The list {file} cannot be read: {reason}.") from None
    first = text.partition("\n")[0]
    delimiter = max(",;\t", key=first.count)
    # Lines end in whatever the program that wrote the list is used to.
    reader = csv.DictReader(io.StringIO(text, newline=None), delimiter=delimiter)
    try:
        return _listed_calls(file, reader)
    except csv.Error as error:
        raise ListError(
            f"The list {file}, line {reader.line_num}, is no CSV ({error}); save it again."
        ) from None


def _listed_calls(file: Path, reader: "csv.DictReader[str]") -> tuple[Planned, ...]:
    names = {name.strip().lower(): name for name in reader.fieldnames or () if name}
    known = {*COLUMNS, "reference"}
    if "file" not in names and not {"agent_file", "customer_file"} <= set(names):
        raise ListError(
            f"The list {file} needs a column 'file', or 'agent_file' and 'customer_file'."
        )
    for name in names:
        if name not in known:
            raise ListError(
                f"The list {file} has a column '{name}'; it may have {', '.join(sorted(known))}."
            )
    calls = []
    for number, line in enumerate(reader, start=2):
        row = {name: (line.get(title) or "").strip() for name, title in names.items()}
        if any(row.values()):
            calls.append(_listed(file, number, row))
    return tuple(calls)


def _listed(file: Path, number: int, row: Mapping[str, str]) -> Planned:
    pair = (row.get("agent_file", ""), row.get("customer_file", ""))
    given = pair if all(pair) else (row.get("file", ""),)
    if not all(given):
        raise ListError(f"The list {file}, line {number}, names no file.")
    begun = None
    if row.get("started_at"):
        try:
            begun = datetime.fromisoformat(row["started_at"])
            begun = begun if begun.tzinfo is not None else begun.astimezone()
        except (ValueError, OverflowError):
            raise ListError(
                f"The list {file}, line {number}: '{row['started_at']}' is no time such as "
                "2026-11-22 14:02."
            ) from None
    paths = tuple((file.parent / name).absolute() for name in given)
    missing = next((path for path in paths if not path.is_file()), None)
    return Planned(
        files=paths,
        facts=Facts(
            started_at=begun,
            agent=row.get("agent", ""),
            customer=row.get("customer", ""),
            number=row.get("number", ""),
            reference=row.get("reference", ""),
        ),
        trouble="" if missing is None else f"{missing} does not exist; check the list.",
    )
