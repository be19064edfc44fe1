"""A `StoredCall` as rows of the tables, and back."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import msgspec
from sqlalchemy import RowMapping, Table

from assist.core.events import (
    AudioLost,
    Detection,
    FeelingChanged,
    MomentFlagged,
    PivotMarked,
    PromiseMade,
)
from assist.core.words import Party, Utterance, Word
from assist.store import schema
from assist.store.model import CallOverview, StoredCall, StoredCue, StoredDetection
from assist.store.tags import tags_of

Row = dict[str, Any]

AFTERWARDS = (
    *("severity", "judged_by", "is_reviewed", "handed_to"),
    *("owner", "team", "device", "version", "digest"),
)
"""Columns of `calls` that no journal tells."""
_UNSHOWN = {"saved_at", *AFTERWARDS}

_RENAMED = {
    "at": "at_ms",
    "start": "start_ms",
    "end": "end_ms",
    "trigger_end": "trigger_end_ms",
    "shown_at": "shown_at_ms",
    "ended_at": "ended_at_ms",
    "problem_at": "problem_at_ms",
}
_NAMED_BACK = {column: field for field, column in _RENAMED.items()}


def call_row(overview: CallOverview) -> Row:
    row = _row(overview)
    offset = overview.started_at.utcoffset() or timedelta()
    row["started_at"] = overview.started_at
    row["utc_offset_minutes"] = offset // timedelta(minutes=1)
    return row


def overview_of(row: RowMapping) -> CallOverview:
    # SQLAlchemy's column names are a kind of str that msgspec does not take as keys.
    data = {
        _NAMED_BACK.get(name, str(name)): value
        for name, value in row.items()
        if name not in _UNSHOWN
    }
    del data["utc_offset_minutes"]
    data["started_at"] = started_at_of(row)
    return msgspec.convert(data, type=CallOverview)


def started_at_of(row: RowMapping) -> datetime:
    """When a call of the table began, by the agent's clock then."""
    zone = timezone(timedelta(minutes=row["utc_offset_minutes"]))
    started_at: datetime = row["started_at"]
    return started_at.astimezone(zone)


def part_rows(call: StoredCall) -> dict[Table, list[Row]]:
    """The rows of each table of `schema.PARTS`."""
    parts: dict[Table, Sequence[Row]] = {
        schema.utterances: [
            _utterance_row(each) | {"tags": tags_of(each.party, call.overview)}
            for each in call.utterances
        ],
        schema.detections: [
            _row(each.detection) | {"is_withdrawn": each.is_withdrawn} for each in call.detections
        ],
        schema.cues: [_row(each) for each in call.cues],
        schema.promises: [
            _row(each) | {"due_time": _due_time(each.due_at)} for each in call.promises
        ],
        schema.feelings: _moments(call.feelings),
        schema.pivots: _moments(call.pivots),
        schema.flags: _moments(call.flags),
        schema.losses: _moments(call.losses),
    }
    call_id = call.overview.id
    return {table: [{"call_id": call_id, **row} for row in rows] for table, rows in parts.items()}


def call_of(overview: CallOverview, parts: dict[Table, Sequence[RowMapping]]) -> StoredCall:
    """The call again; the rows of each table in their order."""
    return StoredCall(
        overview=overview,
        utterances=tuple(_utterance_of(row) for row in parts[schema.utterances]),
        detections=tuple(
            StoredDetection(detection=_of(row, Detection), is_withdrawn=row["is_withdrawn"])
            for row in parts[schema.detections]
        ),
        cues=tuple(_of(row, StoredCue) for row in parts[schema.cues]),
        promises=tuple(_of(row, PromiseMade) for row in parts[schema.promises]),
        feelings=tuple(_of(row, FeelingChanged) for row in parts[schema.feelings]),
        pivots=tuple(_of(row, PivotMarked) for row in parts[schema.pivots]),
        flags=tuple(_of(row, MomentFlagged) for row in parts[schema.flags]),
        losses=tuple(_of(row, AudioLost) for row in parts[schema.losses]),
    )


def _row(part: object) -> Row:
    fields: Row = msgspec.to_builtins(part)
    return {_RENAMED.get(name, name): value for name, value in fields.items()}


def _moments(parts: Sequence[object]) -> list[Row]:
    return [{"position": position, **_row(part)} for position, part in enumerate(parts)]


def _of(row: RowMapping, kind: type[Any]) -> Any:
    data = {_NAMED_BACK.get(name, str(name)): value for name, value in row.items()}
    return msgspec.convert(data, type=kind)


def _due_time(due_at: str) -> datetime | None:
    try:
        return datetime.fromisoformat(due_at).astimezone(UTC)
    except (ValueError, OverflowError):  # "" as well
        return None


def _utterance_row(utterance: Utterance) -> Row:
    return {
        "party": utterance.party.value,
        "number": utterance.number,
        "start_ms": utterance.start,
        "end_ms": utterance.end,
        "text": utterance.text,
        "words": [[w.text, w.start, w.end, round(w.confidence, 3)] for w in utterance.words],
    }


def _utterance_of(row: RowMapping) -> Utterance:
    words = tuple(
        Word(text=text, start=start, end=end, confidence=confidence)
        for text, start, end, confidence in row["words"]
    )
    return Utterance(
        party=Party(row["party"]),
        number=row["number"],
        start=row["start_ms"],
        end=row["end_ms"],
        text=row["text"],
        words=words,
    )
