"""Deleting what is older than the settings keep: calls, what was said in them, their sound."""

import logging
import re
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from assist import paths
from assist.app.chosen import load_settings
from assist.app.imports import hide_imported_names
from assist.app.speech import sweep_names
from assist.app.store import open_store
from assist.core.errors import AssistError
from assist.settings import Settings
from assist.settings.keeping import by_outcome

if TYPE_CHECKING:
    from assist.store.clock import ClockError, ClockRecord
    from assist.store.retention import Kind, Limit

BATCH = 50
"""Calls that are looked after at once: a second's work. The rest follows with the next call."""

_NAMES_IN_LIST = re.compile(rb'\|\d+"|"why":"[^"]')
"""A stamp in plain ends with the file's time, and only older versions wrote why one failed."""

_log = logging.getLogger(__name__)


def expire(now: datetime | None = None) -> None:
    """Finish deletions that were cut off, and delete what is too old by now.

    Raises AssistError; what is deleted by then stays so. A date that does not follow from the last
    one deletes nothing until it has held for some days (`store.clock`); it is raised as ClockError
    once, and logged from then on.
    """
    sweep_names()
    if not paths.database_file().exists():
        return
    failed = _finish_cut_off()
    count = _delete_old(now or datetime.now().astimezone(), failed)
    if failed:
        from assist.store.deletion_log import not_deleted

        raise not_deleted(failed, others=count)


def _finish_cut_off() -> dict[str, str]:
    """What a crash left of deletions and imports; returns why any of it stays."""
    from assist.store.unstored import LEAVING, sweep_imports

    sweep_imports(paths.calls_dir())
    _hide_old_names()
    is_cut_off = any(paths.calls_dir().glob(f"{LEAVING}*"))
    if not (is_cut_off or _has_log()):
        return {}
    with open_store() as store:
        failed = dict(store.remover.finish())
        store.remover.drop_old_pages()
        return failed


def _hide_old_names() -> None:
    """Hide what an older version's list of imports says of the recordings' names."""
    try:
        content = (paths.state_dir() / "imports.jsonl").read_bytes()
        if _NAMES_IN_LIST.search(content):
            hide_imported_names()
    except FileNotFoundError:
        return
    except (AssistError, OSError) as error:  # nothing else waits for it
        _log.info("The list of imports stays as it is: %s", error)


def _has_log() -> bool:
    """Whether anything stands in the write-ahead log; somebody read the database, or still does."""
    try:
        return Path(f"{paths.database_file()}-wal").stat().st_size > 0
    except OSError:
        return False


def _delete_old(moment: datetime, failed: dict[str, str]) -> int:
    """Returns how many deletions there were; adds to `failed` why others could not be."""
    wanted = limits(load_settings())
    # Also where nothing is to be deleted: a limit may be set tomorrow, under a wrong clock.
    doubt, is_new = _look_at_clock(moment)
    if not wanted:
        return 0
    if doubt is not None:
        if is_new:
            raise doubt
        _log.info("%s", doubt)
        return 0
    counts: Counter[str] = Counter()
    with open_store() as store:
        remover = store.remover
        if unstored := remover.unstored.quiet():
            store.catch_up()  # what can be stored has its limits by outcome
            unstored = remover.unstored.quiet()
        for kind, limit in wanted.items():
            for removed in (
                remover.expire(kind, limit, moment, BATCH),
                remover.unstored.expire(unstored, kind, limit, moment, BATCH),
            ):
                counts[kind.value] += removed.count
                failed |= removed.failed
    if +counts:
        told = ", ".join(f"{kind} of {count}" for kind, count in (+counts).items())
        _log.info("Too old by the settings, deleted: %s calls", told)
    return sum(counts.values())


def clock_doubt(now: datetime | None = None) -> str:
    """Why nothing is deleted by age at present, in a sentence; "" where the date is believed."""
    from assist.store.clock import doubt, read_record

    record = read_record(paths.clock_file())
    found = doubt(record, now or datetime.now().astimezone()) if record else None
    return str(found or "")


def _look_at_clock(moment: datetime) -> "tuple[ClockError | None, bool]":
    """The doubt about the date, None where it is believed, and whether it is a new one."""
    from assist.store.clock import doubt, look, read_record, write_record

    before = read_record(paths.clock_file()) or _since_newest_call(moment)
    after = look(before, moment)
    write_record(paths.clock_file(), after)
    is_new = len(after.sights) == 1 and after.sights != before.sights
    return doubt(before, moment), is_new


def _since_newest_call(moment: datetime) -> "ClockRecord":
    """What is known of the clock where nothing was kept: when somebody last called.

    A call of today says what this clock says, right or wrong: the last one before counts.
    """
    from assist.store.clock import APART, ClockRecord
    from assist.store.model import CallFilter

    with open_store() as store:
        newest = store.list_calls(CallFilter(limit=1, until=moment - APART))
    return ClockRecord(believed=(newest[0].started_at if newest else moment).astimezone(UTC))


def limits(chosen: Settings) -> "dict[Kind, Limit]":
    """What the settings keep for how long; only of what is not kept for ever."""
    from assist.store.retention import Kind, Limit

    days = {
        Kind.CALLS: chosen.keep_calls_days,
        Kind.WORDS: chosen.keep_transcripts_days,
        Kind.SOUND: chosen.keep_audio_days,
        Kind.FINDINGS: chosen.keep_findings_days,
        Kind.NAMES: chosen.keep_names_days,
        Kind.NOTES: chosen.keep_notes_days,
    }
    classes = by_outcome(chosen.keep_by_outcome)
    made = {
        kind: Limit(
            days=general,
            by_class={name: kinds[kind.value] for name, kinds in classes.items() if kind in kinds},
        )
        for kind, general in days.items()
    }
    return {kind: limit for kind, limit in made.items() if not limit.is_for_ever}
