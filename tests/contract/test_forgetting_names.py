"""Names that are no longer kept: out of every row but the words themselves, on both databases."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from sqlalchemy import select, update

from assist.core.events import (
    Detection,
    Feeling,
    FeelingChanged,
    MomentFlagged,
    NoteWritten,
    PromiseMade,
    Trend,
)
from assist.core.words import Evidence, Party
from assist.store import schema
from assist.store.calls import SqlCallStore
from assist.store.database import writing
from assist.store.model import CallFilter
from assist.store.retention import Kind, Limit
from tests.helpers.finished_calls import write_call

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
DAY = timedelta(days=1)


def add(store: SqlCallStore, home: Path, call: str, days_ago: float = 40, **facts: object) -> None:
    begun = (NOW - days_ago * DAY).isoformat()
    store.save_call(write_call(home, call, started_at=begun, **facts))


def expire(store: SqlCallStore, kind: Kind, limit: Limit, count: int = 50) -> int:
    removed = store.remover.expire(kind, limit, NOW, count)
    assert not removed.failed
    return removed.count


def _tags(store: SqlCallStore) -> str:
    """What utterances are found by, beside their words."""
    with store.engine.connect() as connection:
        return " ".join(connection.scalars(select(schema.utterances.c.tags)))


def test_names_go_from_rows_prompts_and_search(store: SqlCallStore, tmp_path: Path) -> None:
    add(store, tmp_path, "one")
    by_name = CallFilter(customer="David")
    assert len(store.list_calls(by_name)) == 1
    assert "david" in _tags(store)
    assert expire(store, Kind.NAMES, Limit(days=30)) == 1
    call = store.get_call("one")
    assert (call.overview.customer_name, call.overview.customer_number) == ("", "")
    assert not any("David" in cue.headline for cue in call.cues)
    assert store.list_calls(by_name) == ()
    assert "david" not in _tags(store)
    assert "sidecustomer" in _tags(store)
    assert store.known_customer("555 0142") is None
    assert call.utterances[0].text.startswith("hi my internet")
    assert expire(store, Kind.NAMES, Limit(days=30)) == 0


def _rows_of(store: SqlCallStore, call_id: str) -> dict[str, str]:
    """All that any table has of a call, by table and column; but for the words themselves."""
    found = {}
    with store.engine.connect() as connection:
        for table in schema.metadata.sorted_tables:
            key = table.c.get("call_id", table.c.id if table is schema.calls else None)
            if key is None or table.name in ("deletions", "outbox"):
                continue
            for number, row in enumerate(connection.execute(select(table).where(key == call_id))):
                for column, value in row._mapping.items():
                    if (table.name, column) not in {
                        ("utterances", "text"),
                        ("utterances", "words"),
                    }:
                        found[f"{table.name}.{column} {number}"] = str(value)
    return found


def test_no_name_is_left_but_in_the_words_themselves(store: SqlCallStore, tmp_path: Path) -> None:
    quoted = Evidence(
        party=Party.CUSTOMER, text="this is david mueller", start=1, end=2, utterance=0
    )
    found = [
        Detection(
            at=9_000,
            number=40 + place,
            label=label,
            party=Party.CUSTOMER,
            evidence=quoted,
            detail=detail,
        )
        for place, (label, detail) in enumerate(
            [("gives_name", "David Mueller"), ("uses_name", "David"), ("driver", "billing")]
        )
    ]
    promise = PromiseMade(
        at=9_500, promise=7, who="agent", what="call Mr Miller back at 555 0142", evidence=quoted
    )
    felt = FeelingChanged(
        at=9_600,
        feeling=Feeling.ANGER,
        intensity=60,
        level=-40,
        trend=Trend.WORSE,
        evidence=quoted,
    )
    extra = (*found, promise, felt, MomentFlagged(at=9_700, note="David's router", for_lead=True))
    add(store, tmp_path, "one", extra=(*extra, NoteWritten(at=9_800, text="MILLER, David: angry")))
    store.desk.add_comment("one", "David Miller was right", "Lea")
    names = ("david", "miller", "mueller", "0142")
    before = _rows_of(store, "one")
    assert {name: any(name in value.lower() for value in before.values()) for name in names} == (
        dict.fromkeys(names, True)
    )
    assert expire(store, Kind.NAMES, Limit(days=30)) == 1
    left = {
        place: value
        for place, value in _rows_of(store, "one").items()
        if any(name in value.lower() for name in names)
    }
    assert left == {}
    call = store.get_call("one")
    heard = [each.detection for each in call.detections[-3:]]
    texts = {each.label: (each.detail, each.evidence.text) for each in heard}
    assert texts == {
        "gives_name": ("", "this is … …"),
        "uses_name": ("", "this is … …"),
        "driver": ("billing", "this is … …"),
    }
    assert call.overview.note == "…, …: angry"
    assert [each.text for each in store.desk.comments("one")] == ["… … was right"]
    assert call.overview.problem == "internet has been down"
    assert expire(store, Kind.NAMES, Limit(days=30)) == 0


def test_a_name_an_older_version_left_in_a_finding_is_due(
    store: SqlCallStore, tmp_path: Path
) -> None:
    heard = Detection(
        at=9_000,
        number=40,
        label="gives_name",
        party=Party.CUSTOMER,
        evidence=Evidence(party=Party.CUSTOMER, text="david", start=1, end=2, utterance=0),
        detail="David",
    )
    add(store, tmp_path, "one", name="", number="", extra=(heard,))
    with writing(store.engine) as connection:
        connection.execute(update(schema.calls).values(customer_name=""))
    assert expire(store, Kind.NAMES, Limit(days=30)) == 1
    assert expire(store, Kind.NAMES, Limit(days=30)) == 0
