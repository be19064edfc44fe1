"""What each setting may be: its kind, its limits, and what is checked beyond them."""

import dataclasses
import json
import re
import urllib.parse
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from assist.settings.keeping import entry_problem
from assist.settings.values import Settings

Value = str | int | bool | tuple[str, ...]

KINDS: Mapping[type, str] = {
    str: 'text in "quotes"',
    int: "a whole number",
    bool: "true or false",
}

_CHOICES: Mapping[str, tuple[str, ...]] = {
    "language": ("system", "en", "de", "es"),
    "theme": ("system", "light", "dark"),
    "sidebar_side": ("left", "right"),
    "motion": ("system", "none"),
    "start_calls": ("suggest", "by_itself"),
    "caller_notice": ("", "announcement", "agent", "written", "none"),
    "team_shares": ("nothing", "totals", "transcripts", "audio"),
}
_RANGES: Mapping[str, tuple[int, int]] = {
    "version": (1, 1_000_000),
    "sidebar_width": (280, 600),
    "text_percent": (100, 200),
    "silent_minutes": (0, 60),
    "action_url_port": (0, 65535),
    "keep_calls_days": (0, 36500),
    "keep_transcripts_days": (0, 36500),
    "keep_audio_days": (0, 36500),
    "keep_findings_days": (0, 36500),
    "keep_names_days": (0, 36500),
    "keep_notes_days": (0, 36500),
}
SECRETS = frozenset({"action_url_secret"})
"""Never printed and in no report."""

URLS = frozenset({"team_database"})
"""Addresses that may carry a password, which is never printed."""

SHORTCUTS = tuple(
    field.name for field in dataclasses.fields(Settings) if field.name.startswith("shortcut_")
)
MODIFIERS = ("Ctrl", "Alt", "Shift", "Super")
_KEYS = re.compile(r"[A-Z0-9]|[.,/;#+-]|F(?:[1-9]|1[0-2])|Space|Insert|Pause")
"""As `ui.native.chords` knows them on all systems."""

_MIN_SECRET = 16
"""Of the action URL's secret, as `softphone.actionurl` asks for it; fewer could be guessed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One setting: what kind of value it takes (`str`, `int`, `bool` or `tuple`) and which."""

    key: str
    kind: type
    default: Value
    choices: tuple[str, ...] = ()
    low: int = 0
    high: int = 0

    def problem(self, value: object) -> str:
        """What is wrong with the value, to stand behind the key; "" if it is fine."""
        if self.kind is tuple:
            if not isinstance(value, list | tuple) or not all(isinstance(x, str) for x in value):
                return "must be a list like ['one', 'two']"
            one = _ENTRY_CHECKS.get(self.key)
            return next(filter(None, map(one, value)), "") if one is not None else ""
        if type(value) is not self.kind:
            return f"must be {KINDS[self.kind]}"
        if self.choices and value not in self.choices:
            # One that may be left empty is named by the others.
            return f"must be one of {', '.join(filter(None, self.choices))}"
        if self.high and isinstance(value, int) and not self.low <= value <= self.high:
            return f"must be between {self.low} and {self.high}"
        check = _CHECKS.get(self.key)
        return check(value) if check is not None and isinstance(value, str) and value else ""

    def shown(self, value: Value) -> str:
        """The value as people may see it: as in the file, but for what is secret."""
        if self.key in SECRETS and value:
            return "(set, not shown)"
        if self.key in URLS and isinstance(value, str):
            value = without_password(value)
        return as_toml(value)


def is_secret(key: str, value: Value | None) -> bool:
    """Whether the value of that key is secret, or carries a password."""
    if not value:
        return False
    has_password = key in URLS and isinstance(value, str) and without_password(value) != value
    return key in SECRETS or has_password


def as_toml(value: Value) -> str:
    """The value as the file has it."""
    # A JSON string is a TOML basic string (both escape the same way), and a list of them an array.
    return json.dumps(value, ensure_ascii=False)


def without_password(url: str) -> str:
    """The address without the password that may stand in it."""
    try:
        parts = urllib.parse.urlsplit(url)
    except ValueError:
        return "(not an address)"
    query = re.sub(r"(?i)(pass\w*=)[^&]*", r"\1…", parts.query)
    where = parts.netloc
    if "@" in where:
        user, _, host = where.rpartition("@")
        where = f"{user.partition(':')[0]}:…@{host}" if ":" in user else where
    return urllib.parse.urlunsplit(parts._replace(netloc=where, query=query))


def _chord_problem(text: str) -> str:
    *held, key = text.split("+") if not text.endswith("++") else [*text[:-2].split("+"), "+"]
    if len(set(held)) != len(held) or not set(held) <= set(MODIFIERS):
        return "must be keys like Ctrl+Alt+P"
    if not set(held) & {"Ctrl", "Alt", "Super"}:
        return "needs Ctrl, Alt or Super, or it would catch what you type"
    return "" if _KEYS.fullmatch(key) else "must end in a letter, a digit, a sign or a key like F7"


def _database_problem(url: str) -> str:
    try:
        parts = urllib.parse.urlsplit(url)
        has_host = bool(parts.hostname or "host" in urllib.parse.parse_qs(parts.query))
        is_fine = parts.scheme in ("postgresql", "postgres") and has_host
        is_fine = is_fine and (parts.port is None or parts.port > 0)
        # A shared folder takes the place of a server.
        is_fine = is_fine or (parts.scheme == "file" and parts.path.startswith("/"))
    except ValueError:
        is_fine = False
    return "" if is_fine else "must be an address like postgresql://name@server/calls"


def _baresip_problem(address: str) -> str:
    host, _, port = address.rpartition(":")
    is_port = port.isascii() and port.isdigit() and 0 < int(port) < 65536
    return "" if host and is_port else "must be an address like 127.0.0.1:4444"


def _secret_problem(secret: str) -> str:
    is_fine = len(secret) >= _MIN_SECRET and secret.isascii() and secret.isalnum()
    return "" if is_fine else f"must be {_MIN_SECRET} letters and digits or more"


def _pattern_problem(pattern: str) -> str:
    try:
        has_name = "name" in re.compile(pattern).groupindex
    except re.error as error:
        return f"is no regular expression ({error})"
    return "" if has_name else "must have a group (?P<name>…)"


_CHECKS: Mapping[str, Callable[[str], str]] = {
    **dict.fromkeys(SHORTCUTS, _chord_problem),
    "team_database": _database_problem,
    "baresip": _baresip_problem,
    "action_url_secret": _secret_problem,
    "name_pattern": _pattern_problem,
}


_ENTRY_CHECKS: Mapping[str, Callable[[str], str]] = {"keep_by_outcome": entry_problem}
"""What is checked of each text of a list."""


def _fields() -> dict[str, Field]:
    made = {}
    for key, default in dataclasses.asdict(Settings()).items():
        low, high = _RANGES.get(key, (0, 0))
        made[key] = Field(
            key=key,
            kind=type(default),
            default=default,
            choices=_CHOICES.get(key, ()),
            low=low,
            high=high,
        )
    return made


FIELDS: Mapping[str, Field] = _fields()
"""Every setting by its key, in the order of the documentation."""
