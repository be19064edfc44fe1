"""Whether the date may be believed: what is deleted by age is gone, whatever the clock says next.

A clock set a year ahead would make every call too old at once. So the last believed date is kept in
a file of its own, and a date that does not follow from it has to show itself on several days first.
Nothing is asked of the network, and no other clock: a computer that was off for months has none.
"""

from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import msgspec

from assist.store.errors import StoreError
from assist.store.whole_files import write_whole

AHEAD = timedelta(days=7)
"""Further ahead of the last believed date than this is a jump: holidays do not make one, most
wrong years, months and time servers do."""

BEHIND = timedelta(days=1)
"""Further back than this is a jump as well: more than a change of time zone."""

SIGHTS = 3
"""How often a new date has to be seen before it is believed …"""

APART = timedelta(hours=20)
"""… and how far apart: three working days, even if one begins late and the next early."""


class ClockError(StoreError):
    """The date does not follow from the last one believed: nothing is deleted by age for now."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClockRecord:
    """What is known of the clock; times in UTC."""

    believed: datetime
    sights: tuple[datetime, ...] = ()
    """When a date that does not follow from `believed` was seen, `APART` from each other."""
    last: datetime | None = None
    """When it was seen last."""

    @property
    def is_believed(self) -> bool:
        return not self.sights


def look(record: ClockRecord, now: datetime) -> ClockRecord:
    """What is known after the clock has shown `now` (with its zone)."""
    moment = now.astimezone(UTC)
    if _follows(record.believed, moment):
        return ClockRecord(believed=moment)
    if record.last is None or not _follows(record.last, moment):
        return ClockRecord(believed=record.believed, sights=(moment,), last=moment)
    sights = record.sights
    if moment - sights[-1] >= APART:
        sights = (*sights, moment)
    if len(sights) >= SIGHTS:
        return ClockRecord(believed=moment)
    return replace(record, sights=sights, last=moment)


def _follows(before: datetime, moment: datetime) -> bool:
    return -BEHIND <= moment - before <= AHEAD


def doubt(record: ClockRecord, now: datetime) -> ClockError | None:
    """Why nothing is deleted by age; None where the date is believed."""
    if look(record, now).is_believed:
        return None
    return ClockError(
        f"The computer's date went from {record.believed:%Y-%m-%d} to {now:%Y-%m-%d}; nothing is "
        "deleted by age until it has held on three days. Correct the clock if it is wrong."
    )


def read_record(file: Path) -> ClockRecord | None:
    """What was kept; None where there is nothing that can be read. Raises StoreError."""
    try:
        record = msgspec.json.decode(file.read_bytes(), type=ClockRecord)
    except (FileNotFoundError, msgspec.MsgspecError, UnicodeDecodeError):
        return None  # as on a new computer: the newest call says what day it was
    except OSError as error:
        raise StoreError(f"{file} cannot be read ({error.strerror}); check its rights.") from None
    times = [record.believed, *record.sights, *([record.last] if record.last else [])]
    return record if all(time.tzinfo is not None for time in times) else None


def write_record(file: Path, record: ClockRecord) -> None:
    """Keep it, whole or not at all, through a power cut too. Raises StoreError."""
    try:
        write_whole(file, msgspec.json.encode(record))
    except OSError as error:
        raise StoreError(
            f"{file} cannot be written ({error.strerror}), so nothing is deleted by age; free some "
            "space or check its rights."
        ) from None
