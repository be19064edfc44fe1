"""Deleting what is older than the settings keep: calls, what was said in them, their sound."""

import logging
from collections import Counter
from datetime import datetime
from typing import TYPE_CHECKING

from assist import paths
from assist.app.chosen import load_settings
from assist.app.store import open_store
from assist.settings import Settings
from assist.settings.keeping import by_outcome

if TYPE_CHECKING:
    from assist.store.retention import Kind, Limit

BATCH = 50
"""Calls that are looked after at once: a second's work. The rest follows with the next call."""

_log = logging.getLogger(__name__)


def expire(now: datetime | None = None) -> None:
    """Delete what is too old by now. Raises AssistError; what is deleted by then stays so."""
    if not paths.database_file().exists():
        return
    wanted = limits(load_settings())
    if not wanted:
        return
    moment = now or datetime.now().astimezone()
    counts: Counter[str] = Counter()
    with open_store() as store:
        for kind, limit in wanted.items():
            counts[kind.value] = store.remover.expire(kind, limit, moment, BATCH)
    if +counts:
        told = ", ".join(f"{kind} of {count}" for kind, count in (+counts).items())
        _log.info("Too old by the settings, deleted: %s calls", told)


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
