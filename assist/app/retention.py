"""Deleting what is older than the settings keep: calls, what was said in them, their sound."""

import logging
from datetime import datetime, timedelta

from assist import paths
from assist.app.chosen import load_settings
from assist.app.store import open_store

BATCH = 50
"""Calls that are looked after at once: a second's work. The rest follows with the next call."""

_log = logging.getLogger(__name__)


def expire(now: datetime | None = None) -> None:
    """Delete what is too old by now. Raises AssistError; what is deleted by then stays so."""
    chosen = load_settings()
    if not paths.database_file().exists():
        return
    if not (chosen.keep_calls_days or chosen.keep_transcripts_days or chosen.keep_audio_days):
        return
    moment = now or datetime.now().astimezone()
    counts = [0, 0, 0]

    def until(days: int) -> datetime:
        return moment - timedelta(days=days)

    with open_store() as store:
        if days := chosen.keep_calls_days:
            for call in store.old_calls(until(days), BATCH):
                store.delete_call(call)
                counts[0] += 1
        if days := chosen.keep_transcripts_days:
            for call in store.old_calls(until(days), BATCH, has_words=True):
                store.forget_words(call)
                counts[1] += 1
        if days := chosen.keep_audio_days:
            for call in store.old_calls(until(days), BATCH, has_sound=True):
                store.forget_sound(call)
                counts[2] += 1
    if any(counts):
        _log.info("Too old by the settings: %d calls, words of %d, sound of %d deleted", *counts)
