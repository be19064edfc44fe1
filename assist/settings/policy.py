"""The administrator's policy: a read-only file that sets settings and locks them.

    version = 1
    [locked]         # these hold, and the user cannot change them
    keep_audio = false
    [suggested]      # these hold until the user sets something else
    model = "vosk-model-en-us-0.22-lgraph"

A policy that cannot be read or is wrong fails safe: what of it is right holds, and beside it
`STRICT`, so that a slip of the administrator never stores or sends what was to stay out.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Any

from assist.core.toml import read_toml
from assist.settings.fields import FIELDS, Value
from assist.settings.places import line_of
from assist.settings.values import VERSION

STRICT: Mapping[str, Value] = MappingProxyType(
    {
        "private_mode": True,
        "keep_audio": False,
        "team_shares": "nothing",
        "action_url_port": 0,
    }
)
"""In force, and locked, while the policy is broken: nothing is stored, sent or opened."""

_TABLES = ("locked", "suggested")
_UNTIL = "; until your administrator mends it nothing of a call is stored or sent."


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """What the administrator set. `problem` is a sentence where the file is broken."""

    file: Path | None = None
    """None where there is no policy."""
    locked: Mapping[str, Value] = field(default_factory=dict)
    suggested: Mapping[str, Value] = field(default_factory=dict)
    problem: str = ""


def read_policy(file: Path | None) -> Policy:
    """The policy in `file`; none where there is no file. Raises nothing: see `Policy.problem`."""
    if file is None:
        return Policy()
    try:
        text = file.read_bytes().decode("utf-8-sig")
        data = read_toml(text)
    except (FileNotFoundError, NotADirectoryError):
        return Policy()
    except OSError as error:
        return _broken(file, {}, {}, f"cannot be read ({error.strerror})")
    except UnicodeDecodeError:
        return _broken(file, {}, {}, "is not text in UTF-8")
    except tomllib.TOMLDecodeError as error:
        return _broken(file, {}, {}, f"is not valid TOML: {error}")
    return _checked(file, text, data)


def _checked(file: Path, text: str, data: dict[str, Any]) -> Policy:
    values: dict[str, dict[str, Value]] = {name: {} for name in _TABLES}
    problems = []
    for key, value in data.items():
        line = line_of(text, key)
        if key == "version":
            if type(value) is not int or not 1 <= value <= VERSION:
                problems.append(f"line {line}: 'version' must be {VERSION}")
        elif key not in _TABLES or not isinstance(value, dict):
            problems.append(f"line {line}: '{key}' must stand in [locked] or [suggested]")
        else:
            problems += _take(text, key, value, values[key])
    both = values["locked"].keys() & values["suggested"].keys()
    for key in sorted(both):
        problems.append(f"line {line_of(text, key, 'suggested')}: '{key}' is locked already")
    if problems:
        return _broken(file, values["locked"], values["suggested"], problems[0], mark=",")
    return Policy(file=file, locked=values["locked"], suggested=values["suggested"])


def _take(text: str, table: str, given: dict[str, Any], values: dict[str, Value]) -> list[str]:
    problems = []
    for key, value in given.items():
        known = FIELDS.get(key) if key != "version" else None
        reason = "is no setting" if known is None else known.problem(value)
        if reason:
            problems.append(f"line {line_of(text, key, table)}: '{key}' {reason}")
        else:
            values[key] = tuple(value) if isinstance(value, list) else value
    return problems


def _broken(
    file: Path,
    locked: Mapping[str, Value],
    suggested: Mapping[str, Value],
    reason: str,
    *,
    mark: str = "",
) -> Policy:
    return Policy(
        file=file,
        locked={**locked, **STRICT},
        suggested={key: value for key, value in suggested.items() if key not in STRICT},
        problem=f"The policy {file}{mark} {reason}{_UNTIL}",
    )
