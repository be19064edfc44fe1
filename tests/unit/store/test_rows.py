"""Whatever a call holds comes back from the database as it was."""

import dataclasses
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import insert, select

from assist.core.events import (
    AudioLost,
    Detection,
    FeelingChanged,
    MomentFlagged,
    PivotMarked,
    PromiseMade,
    Urgency,
)
from assist.core.words import Evidence, Party, Utterance, Word
from assist.store import rows, schema
from assist.store.calls import SqlCallStore
from assist.store.model import CallOverview, StoredCall, StoredCue, StoredDetection
from assist.store.search import number_utterances

TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=20)
MS = st.integers(0, 2**53)
SMALL = st.integers(-100, 2**31 - 1)


def built(kind: type[Any], **fixed: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """Instances of a dataclass: texts without zeros, numbers that a column can hold."""
    special: dict[Any, st.SearchStrategy[Any]] = {
        str: TEXT,
        int: SMALL,
        float: st.floats(0, 1).map(lambda x: round(x, 3)),
        tuple[str, ...]: st.lists(TEXT, max_size=3).map(tuple),
        tuple[Evidence, ...]: st.deferred(lambda: st.lists(EVIDENCE, max_size=2).map(tuple)),
        Evidence | None: st.deferred(lambda: st.none() | EVIDENCE),
        Evidence: st.deferred(lambda: EVIDENCE),
        int | None: st.none() | MS,
        datetime: st.builds(
            lambda moment, minutes: moment.replace(tzinfo=timezone(timedelta(minutes=minutes))),
            st.datetimes(datetime(1990, 1, 1), datetime(2090, 1, 1)),  # noqa: DTZ001
            st.integers(-720, 720),
        ),
    }
    fields = {
        field.name: special.get(field.type, st.from_type(field.type))  # type: ignore[arg-type]
        for field in dataclasses.fields(kind)
    }
    return st.builds(kind, **{**fields, **fixed})


EVIDENCE = built(Evidence, start=MS, end=MS)
WORDS = st.lists(built(Word, start=MS, end=MS), max_size=3).map(tuple)


def numbered(kind: type[Any], key: str, **fixed: st.SearchStrategy[Any]) -> Any:
    """A few of a kind, numbered from 0."""

    def number(parts: list[Any]) -> tuple[Any, ...]:
        return tuple(
            dataclasses.replace(part, **{key: position}) for position, part in enumerate(parts)
        )

    return st.lists(built(kind, **fixed), max_size=3).map(number)


CALL = st.builds(
    StoredCall,
    overview=built(CallOverview, id=st.just("one"), duration_ms=MS),
    utterances=numbered(
        Utterance,
        "start",
        number=st.integers(0, 10**6),
        party=st.sampled_from(Party),
        end=MS,
        words=WORDS,
        is_final=st.just(True),
    ).map(lambda parts: tuple(dataclasses.replace(p, number=i) for i, p in enumerate(parts))),
    detections=numbered(Detection, "number", at=MS).flatmap(
        lambda parts: st.tuples(
            *(st.builds(StoredDetection, detection=st.just(p), is_withdrawn=st.booleans())
              for p in parts)
        )
    ),
    cues=numbered(StoredCue, "cue", at=MS, trigger_end=MS, urgency=st.sampled_from(Urgency)),
    promises=numbered(PromiseMade, "promise", at=MS),
    feelings=st.lists(built(FeelingChanged, at=MS), max_size=3).map(tuple),
    pivots=st.lists(built(PivotMarked, at=MS), max_size=3).map(tuple),
    flags=st.lists(built(MomentFlagged, at=MS), max_size=3).map(tuple),
    losses=st.lists(built(AudioLost, at=MS, duration_ms=MS), max_size=3).map(tuple),
)  # fmt: skip


class FixedKey:
    """A key that needs no file."""

    def database_key(self) -> bytes:
        return bytes(32)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SqlCallStore]:
    with SqlCallStore(tmp_path_factory.mktemp("store") / "calls.db", FixedKey()) as opened:
        yield opened


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(call=CALL)
def test_a_stored_call_comes_back_equal(store: SqlCallStore, call: StoredCall) -> None:
    with store._engine.begin() as connection:
        connection.execute(schema.calls.delete())
        row = rows.call_row(call.overview) | {"saved_at": datetime.now(UTC)}
        connection.execute(insert(schema.calls).values(row))
        for table, its_rows in rows.part_rows(call).items():
            if table is schema.utterances:
                number_utterances(connection, call.overview.started_at, its_rows)
            if its_rows:
                connection.execute(insert(table), its_rows)
        left = connection.scalar(select(schema.utterances.c.id).limit(1))
    assert (left is None) == (not call.utterances)
    assert store.get_call("one") == call
