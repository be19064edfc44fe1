"""Reading a playbook's TOML: every key is checked, every problem says where and what to do."""

import difflib
import re
from collections.abc import Iterable, Mapping
from typing import Any, cast

from assist.core.events import DISTRESS
from assist.core.language import ENGLISH, Language
from assist.core.words import Party
from assist.cues.conditions import FOREVER_MS, Condition, Window

GROUPS: dict[str, tuple[str, ...]] = {
    "distress": tuple(sorted(DISTRESS)),
    "at_risk": ("leave_cancel", "ask_supervisor", "social_media_public", "legal"),
}
"""Names that stand for several labels."""

LABELS = frozenset(
    "dead_end empathy canned_empathy apology_ownership uses_name confirms_understanding "
    "concrete_follow_up transfer way_forward searching hold barrier policy choice thanks "
    "thanks_formula closing resolved frustration anger worry disappointment exhaustion confusion "
    "gratitude_relief restrained_anger repeat_contact told_transfers giving_up leave_cancel "
    "ask_supervisor social_media_public legal gives_name problem_statement promise "
    "open_promise name_learned pivot_up pivot_down agent_turn customer_turn came_back "
    "driver impatient called_before same_cause promise_due".split()
)
"""Every label a condition may ask for: those of the detectors and those the engine adds."""

SIGNALS = ("talk_over", "dead_air", "pace", "talk_ratio")


_HEADER = re.compile(r"\s*\[\[([\w.]+)\]\]")


class Reader:
    """Collects the problems of one playbook text."""

    def __init__(self, name: str, text: str) -> None:
        self._name = name
        self._lines = text.splitlines()
        self._headers: dict[str, list[int]] = {}
        """The lines of each `[[header]]`; a file has many, and each is asked for."""
        for number, line in enumerate(self._lines, start=1):
            if (found := _HEADER.match(line)) is not None:
                self._headers.setdefault(found.group(1), []).append(number)
        self.problems: list[str] = []
        self.language: Language = ENGLISH
        self.circumstances: dict[str, Condition] = {}

    def add(self, problem: str, *, line: int | None = None) -> None:
        place = self._name if line is None else f"{self._name}, line {line}"
        self.problems.append(f"{place}: {problem}.")

    def line_of(self, key: str, start: int = 0) -> int | None:
        """The number of the first line from `start` on that sets `key`, or None."""
        pattern = re.compile(rf"(?:^|[{{,\s\[.]){re.escape(key)}\s*(?:=|\]|\.)")
        for index in range(start, len(self._lines)):
            line = self._lines[index].split("#", 1)[0]
            if pattern.search(line):
                return index + 1
        return None

    def nth_line(self, header: str, count: int) -> int | None:
        """The line of the `count`-th (from 0) `[[header]]`."""
        places = self._headers.get(header, ())
        return places[count] if count < len(places) else None


class Table:
    """One table of the file. Reading a key marks it known; `finish` reports the others."""

    def __init__(
        self, reader: Reader, data: Mapping[str, Any], *, place: str, line: int | None = None
    ) -> None:
        self._reader = reader
        self._data = data
        self._place = place
        self._line = line
        self._known: list[str] = []
        self._before = len(reader.problems)

    @property
    def is_sound(self) -> bool:
        """Whether nothing was wrong with this table so far."""
        return len(self._reader.problems) == self._before

    @property
    def language(self) -> Language:
        """What the file's patterns are written in."""
        return self._reader.language

    @property
    def circumstances(self) -> dict[str, Condition]:
        """The file's named conditions."""
        return self._reader.circumstances

    @property
    def keys(self) -> Iterable[str]:
        return self._data.keys()

    def rename(self, place: str) -> None:
        self._place = place

    def problem(self, key: str, problem: str) -> None:
        line = self._reader.line_of(key, (self._line or 1) - 1) or self._line
        subject = "" if problem.startswith("the id") else f"'{key}' "
        self._reader.add(f"{self._place}: {subject}{problem}", line=line)

    def finish(self) -> None:
        for key in self._data:
            if key in self._known:
                continue
            close = difflib.get_close_matches(key, self._known, 1)
            hint = f"did you mean '{close[0]}'" if close else f"known are {', '.join(self._known)}"
            self.problem(key, f"is an unknown key; {hint}")

    def has(self, key: str) -> bool:
        if key not in self._known:
            self._known.append(key)
        return key in self._data

    def _get(self, key: str, kind: type, what: str) -> Any:
        if not self.has(key):
            return None
        value = self._data[key]
        if not isinstance(value, kind) or (isinstance(value, bool) and kind is not bool):
            self.problem(key, f"must be {what}; it is {value!r}"[:160])
            return None
        return value

    def text(self, key: str, *, default: str) -> str:
        value = self._get(key, str, "text in quotes")
        return default if value is None else cast(str, value)

    def boolean(self, key: str, *, default: bool) -> bool:
        value = self._get(key, bool, "true or false")
        return default if value is None else cast(bool, value)

    def integer(self, key: str, *, default: int, low: int = 0, high: int = 1_000_000) -> int:
        value = self._get(key, int, "a whole number")
        if value is None:
            return default
        if not low <= value <= high:
            self.problem(key, f"must be between {low} and {high}; it is {value}")
            return default
        return cast(int, value)

    def number(self, key: str, *, low: float = 0, high: float = 1_000_000) -> float:
        value = self._get(key, (int, float), "a number")  # type: ignore[arg-type]
        if value is None:
            return 0.0
        if not low <= value <= high:
            self.problem(key, f"must be between {low} and {high}; it is {value}")
            return 0.0
        return float(value)

    def seconds(self, key: str, *, default: float, low: float = 0, high: float = 36_000) -> int:
        """A number of seconds in the file, milliseconds here."""
        return round((self.number(key, low=low, high=high) if self.has(key) else default) * 1000)

    def texts(self, key: str) -> tuple[str, ...]:
        """A text or a list of texts."""
        if not self.has(key):
            return ()
        value = self._data[key]
        values = [value] if isinstance(value, str) else value
        if not isinstance(values, list) or not all(isinstance(each, str) for each in values):
            self.problem(key, "must be text in quotes, or a list of such texts")
            return ()
        return tuple(values)

    def flag_or_texts(self, key: str) -> bool | tuple[str, ...]:
        """`true` or `false`, or a list of texts."""
        if isinstance(self._data.get(key), bool):
            return self.boolean(key, default=False)
        return self.texts(key)

    def choice(self, key: str, choices: Iterable[str], *, default: str) -> str:
        value = self.text(key, default=default)
        allowed = [str(choice) for choice in choices]
        if value not in allowed:
            self.problem(key, f"must be one of {', '.join(allowed)}; it is '{value}'")
            return default
        return value

    def table(self, key: str) -> "Table":
        value = self._get(key, dict, "a table")
        line = self._reader.line_of(key, (self._line or 1) - 1)
        return Table(self._reader, value or {}, place=self._place_of(key), line=line)

    def tables(self, key: str) -> list["Table"]:
        """The tables of a list `[[key]]`."""
        value = self._get(key, list, "a list of tables")
        found = []
        for index, each in enumerate(value or []):
            if not isinstance(each, dict):
                self.problem(key, f"must hold tables only; it holds {each!r}"[:120])
                continue
            line = self._reader.nth_line(key, index) or self._line
            found.append(Table(self._reader, each, place=self._place_of(key, index), line=line))
        return found

    def _place_of(self, key: str, index: int | None = None) -> str:
        own = f"{key} {index + 1}" if index is not None else key
        return f"{self._place}, {own}" if self._place.startswith("rule") else own

    def window(self) -> Window:
        """The keys that say when something must have happened."""
        within = self.seconds("within_s", default=0) if self.has("within_s") else None
        if self.boolean("ever", default=False):
            within = FOREVER_MS
        ago = None
        if self.has("ago_s"):
            value = self._data["ago_s"]
            is_pair = isinstance(value, list) and len(value) == 2
            if not is_pair or not all(
                isinstance(each, (int, float)) and not isinstance(each, bool) for each in value
            ):
                self.problem("ago_s", "must be two numbers of seconds, such as [10, 60]")
            elif not 0 <= value[0] < value[1]:
                self.problem("ago_s", "must go from the smaller to the larger number")
            else:
                ago = (round(value[0] * 1000), round(value[1] * 1000))
        return Window(
            within=within,
            ago=ago,
            since=self.labels("since"),
            times=self.integer("times", default=1, low=1, high=20),
        )

    def labels(self, key: str) -> tuple[str, ...]:
        """Labels, groups spelled out."""
        found: list[str] = []
        for label in self.texts(key):
            if label in GROUPS:
                found.extend(GROUPS[label])
            elif label in LABELS or (key == "since" and label in SIGNALS):
                found.append(label)
            else:
                close = difflib.get_close_matches(label, [*LABELS, *GROUPS], 1)
                hint = f"did you mean '{close[0]}'" if close else "docs/playbook.md lists them"
                self.problem(key, f"names '{label}', which nothing detects; {hint}")
        return tuple(found)

    def party(self, key: str = "by") -> Party | None:
        if not self.has(key):
            return None
        value = self.choice(key, tuple(Party), default=Party.AGENT)
        return Party(value)
