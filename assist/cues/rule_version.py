"""Names each rule's state: another name once what it hears, says or may do has changed.

People's marks are counted by it, so that a rule that was put right is judged anew.
"""

import hashlib
import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

_APART = frozenset({"id", "enabled", "locked", "lessons", "mode", "holdout"})
"""Keys that change neither when a rule speaks nor what it says."""

_DEFAULTS = ("cool_down_s", "expires_s", "max_per_call")
_NAMED = re.compile(r"\{([^{}]+)\}")
_LENGTH = 12


def rule_versions(data: Mapping[str, Any]) -> dict[str, str]:
    """Rule id → version, of a playbook's TOML that has been checked; steps as `sequence.step`."""
    versions = {}
    for rule in data.get("rule", ()):
        versions[rule["id"]] = _version(rule, data)
    for sequence in data.get("sequence", ()):
        shared = {key: value for key, value in sequence.items() if key != "step"}
        for step in sequence.get("step", ()):
            versions[f"{sequence['id']}.{step['id']}"] = _version({**step, "of": shared}, data)
    return versions


def _version(rule: Mapping[str, Any], data: Mapping[str, Any]) -> str:
    defaults = data.get("defaults", {})
    told = {
        "rule": {key: value for key, value in rule.items() if key not in _APART},
        "defaults": {key: defaults.get(key) for key in _DEFAULTS if key not in rule},
    }
    told["named"] = _named(told["rule"], data)
    text = json.dumps(told, sort_keys=True, ensure_ascii=False, default=str)
    return hashlib.sha256(text.encode()).hexdigest()[:_LENGTH]


def _named(part: object, data: Mapping[str, Any]) -> dict[str, object]:
    """The phrases and circumstances that it rests on, and those that these rest on."""
    found: dict[str, object] = {}
    waiting = [part]
    while waiting:
        for kind, name in _asked_for(waiting.pop()):
            value = data.get(kind, {}).get(name)
            if value is not None and f"{kind}.{name}" not in found:
                found[f"{kind}.{name}"] = value
                waiting.append(value)
    return found


def _asked_for(part: object) -> Iterator[tuple[str, str]]:
    match part:
        case str():
            for name in _NAMED.findall(part):
                yield "phrases", name
        case Mapping():
            if isinstance(name := part.get("given"), str):
                yield "circumstances", name
            for value in part.values():
                yield from _asked_for(value)
        case list():
            for value in part:
                yield from _asked_for(value)
