"""Calls on the live board of a team's database, put there as a workstation would."""

import contextlib
from collections.abc import Iterator

from assist.core.events import Feeling, Trend
from assist.core.live import (
    CallKey,
    LivePromise,
    LivePrompt,
    LiveReport,
    LiveState,
    LiveWords,
    Need,
    Said,
)
from assist.core.words import Party
from assist.privacy.typed import scrub_typed
from assist.store.live import DatabaseBoard, DatabasePost
from tests.helpers.teamdatabase import Team

SECRET = "my card was stolen in Leeds"
"""What the customer said in every one of these calls."""

STATE = LiveState(
    feeling=Feeling.ANGER,
    intensity=3,
    level=-70,
    trend=Trend.WORSE,
    prompts=(LivePrompt(cue=1, rule="dead_end", ending="heeded"), LivePrompt(cue=2, rule="thank")),
    promises=(LivePromise(promise=0, due_at="2026-11-22T16:00:00+01:00", is_concrete=True),),
)
WORDS = LiveWords(
    feeling="furious",
    headlines={1: "Say what you can do"},
    promises={0: "send the form · today by four"},
    said=(Said(party=Party.CUSTOMER, at=4_000, text=SECRET),),
)


def key_of(login: str) -> CallKey:
    return CallKey(owner=login, call=f"20261122T101500-{login}")


def report(
    login: str,
    *needs: Need,
    words: LiveWords | None = None,
    seen: int = 0,
    state: LiveState = STATE,
) -> LiveReport:
    """What the workstation of `login` tells of its call; it needs a manager by default."""
    return LiveReport(
        call=key_of(login).call,
        needs=needs or (Need.MANAGER,),
        state=state,
        words=words,
        seen=seen,
    )


@contextlib.contextmanager
def post_of(team: Team, login: str, *, may_send_words: bool = True) -> Iterator[DatabasePost]:
    post = DatabasePost(team.engine(login), may_send_words=may_send_words)
    try:
        yield post
    finally:
        post.close()


@contextlib.contextmanager
def board_of(team: Team, login: str) -> Iterator[DatabaseBoard]:
    board = DatabaseBoard(team.engine(login), scrub_typed)
    try:
        yield board
    finally:
        board.close()
