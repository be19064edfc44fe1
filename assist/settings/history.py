"""What was changed last, so that it can be undone, also by another window or after a restart."""

import json
import os
from dataclasses import dataclass
from pathlib import Path

from assist.settings.fields import Value, is_secret
from assist.settings.places import read_text
from assist.settings.reading import checked
from assist.settings.writing import set_setting, unset_setting

MOST = 50
"""Changes that can be undone; nobody remembers what the fiftieth was."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A setting was changed. None stands for a key that the file did not have."""

    key: str
    before: Value | None
    after: Value | None


class ChangeLog:
    """Changes settings and remembers how they were. Raises SettingsError as `set_setting` does.

    `memory` is a file of ours: a list of changes as JSON, oldest first. It is done without where it
    cannot be read or written, since undoing is a convenience.
    """

    def __init__(self, file: Path, memory: Path, *, policy: Path | None = None) -> None:
        self._file = file
        self._memory = memory
        self._policy = policy

    def put(self, key: str, value: Value | None) -> bool:
        """Set a key, or with None take it out of the file; False where nothing changes."""
        before = self._own(key)
        if before == value:
            return False
        self._write(key, value)
        if is_secret(key, before) or is_secret(key, value):
            # Not kept a second time: it cannot be undone, and what was kept of it goes.
            self._remember([change for change in self.changes() if change.key != key])
        else:
            self._remember([*self.changes(), Change(key=key, before=before, after=value)][-MOST:])
        return True

    def undo(self) -> Change | None:
        """Take the latest change back and return it; None where there is none to take back.

        A setting that was changed since by hand is left alone, and its change forgotten.
        """
        changes = self.changes()
        while changes:
            last = changes.pop()
            if self._own(last.key) == last.after:
                self._write(last.key, last.before)
                self._remember(changes)
                return last
        self._remember(changes)
        return None

    def changes(self) -> list[Change]:
        """What can be undone, oldest first."""
        try:
            rows = json.loads(self._memory.read_text(encoding="utf-8"))
            return [
                Change(key=row["key"], before=_value(row["before"]), after=_value(row["after"]))
                for row in rows
            ]
        except (OSError, ValueError, TypeError, KeyError):
            return []

    def _own(self, key: str) -> Value | None:
        text = read_text(self._file)
        return None if text is None else checked(self._file, text)[0].get(key)

    def _write(self, key: str, value: Value | None) -> None:
        if value is None:
            unset_setting(self._file, key, policy=self._policy)
        else:
            set_setting(self._file, key, value, policy=self._policy)

    def _remember(self, changes: list[Change]) -> None:
        rows = [{"key": one.key, "before": one.before, "after": one.after} for one in changes]
        try:
            self._memory.parent.mkdir(parents=True, exist_ok=True)
            descriptor = os.open(self._memory, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
            with os.fdopen(descriptor, "w", encoding="utf-8") as written:
                json.dump(rows, written, ensure_ascii=False)
        except OSError:
            return


def _value(raw: object) -> Value | None:
    if isinstance(raw, list):
        return tuple(str(one) for one in raw)
    if raw is None or isinstance(raw, str | bool | int):
        return raw
    raise ValueError(raw)
