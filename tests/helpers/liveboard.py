"""A live board by hand: what a lead's window sees, watches and sends."""

import threading
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta

from assist.core.errors import AssistError
from assist.core.events import Feeling, Trend
from assist.core.live import (
    BoardView,
    CallKey,
    LeadsLine,
    LiveCall,
    LivePromise,
    LivePrompt,
    LiveState,
    LiveWords,
    Need,
    Said,
    WatchedCall,
)
from assist.core.words import Party

BEGUN = datetime(2026, 11, 22, 14, 0, tzinfo=UTC)
SARAH, OMAR = CallKey(owner="sarah", call="c-1"), CallKey(owner="omar", call="c-2")


def live_call(key: CallKey = SARAH, *needs: Need, agent: str = "Sarah Lee") -> LiveCall:
    """A call that has needed a manager for three minutes."""
    return LiveCall(
        key=key,
        agent=agent,
        team="billing",
        since=BEGUN - timedelta(minutes=3),
        needs=needs or (Need.MANAGER, Need.AT_RISK),
        state=LiveState(
            feeling=Feeling.ANGER,
            intensity=3,
            level=-60,
            trend=Trend.WORSE,
            prompts=(
                LivePrompt(cue=1, rule="name_feeling", title="Name the feeling", ending="heeded"),
                LivePrompt(cue=2, rule="dead_end", title="Dead end", ending="expired"),
                LivePrompt(cue=3, rule="own_it", title="Take ownership"),
            ),
            promises=(
                LivePromise(promise=0, due_at="2026-11-22T16:00:00+01:00", is_concrete=True),
            ),
        ),
    )


WORDS = LiveWords(
    feeling="this is the fourth time i call",
    headlines={1: "Name the feeling", 2: "Say what you can do", 3: "Say what you will do"},
    promises={0: "call back about the refund · today by four"},
    said=(
        Said(party=Party.AGENT, at=58_000, text="i am sorry there is nothing i can do"),
        Said(party=Party.CUSTOMER, at=63_000, text="then let me speak to your manager"),
        Said(party=Party.CUSTOMER, at=71_000, text="this is the fourth time i call about it"),
    ),
)


@dataclass
class HandBoard:
    """A `LeadBoard` whose calls a test sets; `change` tells whoever waits."""

    calls: tuple[LiveCall, ...] = ()
    is_on: bool = True
    takes_words: bool = True
    words: LiveWords | None = None
    lines: list[LeadsLine] = field(default_factory=list)
    now: datetime = BEGUN
    error: AssistError | None = None
    send_error: AssistError | None = None
    watched: CallKey | None = None
    closed: int = 0
    news: threading.Event = field(default_factory=threading.Event)

    def open(self) -> "HandBoard":
        if self.error is not None:
            raise self.error
        return self

    def change(self, **fields: object) -> None:
        for name, value in fields.items():
            setattr(self, name, value)
        self.news.set()

    def look(self, watched: CallKey | None) -> BoardView:
        self.news.clear()
        if self.error is not None:
            raise self.error
        self.watched = watched
        calls = tuple(
            replace(call, watchers=("Lea",)) if call.key == watched else call
            for call in (self.calls if self.is_on else ())
        )
        shown = next((call for call in calls if call.key == watched), None)
        return BoardView(
            is_on=self.is_on,
            now=self.now,
            calls=calls,
            watched=None
            if shown is None
            else WatchedCall(
                call=shown,
                takes_words=self.takes_words,
                words=self.words if self.takes_words else None,
                lines=tuple(self.lines),
            ),
        )

    def send(self, call: CallKey, text: str) -> bool:
        if self.send_error is not None:
            raise self.send_error
        if all(each.key != call for each in self.calls):
            return False
        self.lines.append(LeadsLine(number=len(self.lines) + 1, by="Lea", text=text, at=self.now))
        return True

    def wait(self, timeout_s: float) -> bool:
        return self.news.wait(timeout_s)

    def wake(self) -> None:
        self.news.set()

    def close(self) -> None:
        self.watched = None
        self.closed += 1
