"""Stored calls for tests of what is judged after the call, made of a few events each."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from assist.core.events import (
    CallEnded,
    CallStarted,
    Detection,
    Event,
    Feeling,
    FeelingChanged,
    FinalResult,
    MomentFlagged,
    Trend,
    WrapUp,
)
from assist.core.interfaces import Player
from assist.core.review import Comment, DeskSource, ReviewCall, Waveform
from assist.core.words import Evidence, Party, Word
from assist.review.desk import PlayFetched, StoreReviewDesk
from assist.review.flags import CallJudge
from assist.review.view import row_of, view
from assist.store.calls import SqlCallStore
from assist.store.gather import gather
from assist.store.journal_reader import ClosedJournal
from assist.store.keys import FileKeySource
from assist.store.model import StoredCall
from tests.helpers.finished_calls import finished_call, write_journal
from tests.helpers.finished_calls import said as said_words

A, C = Party.AGENT, Party.CUSTOMER
NOW = datetime.fromisoformat("2026-11-22T15:00:00+01:00")


def said(party: Party, number: int, start: int, text: str, word_ms: int = 300) -> FinalResult:
    """A final result; a word takes `word_ms`."""
    if word_ms == 300:
        return said_words(party, number, start, text)
    tokens = text.split()
    words = tuple(
        Word(text=token, start=start + word_ms * i, end=start + word_ms * (i + 1))
        for i, token in enumerate(tokens)
    )
    end = start + word_ms * len(tokens)
    return FinalResult(
        at=end, party=party, utterance=number, start=start, end=end, text=text, words=words
    )


def fact(number: int, label: str, party: Party, start: int, detail: str = "") -> Detection:
    """A detection of two seconds."""
    evidence = Evidence(party=party, text=f"words of {label}", start=start, end=start + 2_000)
    return Detection(
        at=start + 2_500,
        number=number,
        label=label,
        party=party,
        evidence=evidence,
        detail=detail,
    )


def felt(at: int, feeling: Feeling, level: int, intensity: int = 2) -> FeelingChanged:
    """A point of the curve that the customer's words made."""
    evidence = Evidence(party=C, text=f"words of {feeling}", start=at - 1_000, end=at)
    return FeelingChanged(
        at=at,
        feeling=feeling,
        intensity=intensity,
        level=level,
        trend=Trend.STEADY,
        evidence=evidence,
    )


def stored(*events: Event, outcome: str = "", end_reason: str = "hangup") -> StoredCall:
    """A call of these events alone, a minute long."""
    started = CallStarted(
        at=0, call="20261122T140200-x", started_at="2026-11-22T14:02:00+01:00", source="live"
    )
    feelings = [e.feeling for e in events if isinstance(e, FeelingChanged)]
    end = WrapUp(
        at=60_000,
        duration_ms=60_000,
        outcome=outcome,
        customer_name="",
        problem="",
        first_feeling=feelings[0] if feelings else Feeling.NONE,
        last_feeling=feelings[-1] if feelings else Feeling.NONE,
        turned_around=False,
        at_risk=False,
        agent_percent=50,
        promises=(),
        cues_raised=0,
        cues_shown=0,
        cues_heeded=0,
        checklist=(),
    )
    journal = ClosedJournal(
        app="0",
        model="starter",
        playbook="default",
        playbook_hash="x",
        started=started,
        events=(started, *events, CallEnded(at=60_000, reason=end_reason), end),
    )
    return gather(journal, "journal.jsonl")


def plain_call(
    call: str,
    *,
    agent: str = "Sarah",
    extra: Iterable[Event] = (),
    started_at: str = "2026-11-22T10:15:00+01:00",
    name: str = "David Miller",
    outcome: str = "follow_up",
) -> tuple[Event, ...]:
    """`finished_call` by this agent, not flagged by its agent and with its dead end answered."""
    events = [
        event
        for event in finished_call(
            call,
            extra=(fact(20, "way_forward", A, 11_000), *extra),
            started_at=started_at,
            name=name,
            outcome=outcome,
        )
        if not isinstance(event, MomentFlagged)
    ]
    started = events[0]
    assert isinstance(started, CallStarted)
    return (replace(started, agent=agent), *events[1:])


def one_call(comments: tuple[Comment, ...] = ()) -> ReviewCall:
    """A call with a dead end, as a lead looks at it."""
    call = stored(
        said(C, 0, 1_000, "my line is dead"),
        said(A, 0, 4_000, "there is <b>nothing</b> more i can do & so on"),
        fact(0, "dead_end", A, 4_600),
        outcome="unresolved",
    )
    return view(call, row_of(call), comments=comments, leads={"resolved": (1, "K. Lead")})


def open_store(home: Path) -> SqlCallStore:
    """The store below a home, as the app opens it."""
    keys = FileKeySource(home / "database.key")
    return SqlCallStore(home / "calls.db", keys, judge=CallJudge())


def keep(home: Path, *calls: Sequence[Event]) -> None:
    """Store these calls."""
    with open_store(home) as store:
        for events in calls:
            started = events[0]
            assert isinstance(started, CallStarted)
            store.save_call(write_journal(home / "calls" / started.call, events))


def no_waveform(files: Sequence[Path]) -> Waveform:
    raise AssertionError(f"{files} were kept in no test")


def no_player(files: Sequence[Path]) -> Player:
    raise AssertionError(f"{files} were kept in no test")


def not_fetched(contents: Sequence[bytes]) -> Player:
    raise AssertionError(f"{len(contents)} sides were fetched in no test")


def open_desk(
    home: Path,
    who: str = "K. Lead",
    *,
    is_agent: bool = False,
    play_fetched: PlayFetched = not_fetched,
    source: DeskSource | None = None,
) -> StoreReviewDesk:
    """A desk over the store below a home, on `NOW`."""
    return StoreReviewDesk(
        open_store(home),
        who,
        is_agent=is_agent,
        now=lambda: NOW,
        read_waveform=no_waveform,
        open_player=no_player,
        play_fetched=play_fetched,
        source=source,
    )
