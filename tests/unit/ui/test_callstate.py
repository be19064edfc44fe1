"""What the sidebar shows after each message, without Qt."""

import pytest

from assist.core.events import (
    AudioLost,
    CallEnded,
    CueDismissed,
    CueEvent,
    CueExpired,
    CueHeeded,
    CuePainted,
    CueRaised,
    CueShown,
    CueWithdrawn,
    LagChanged,
    MomentFlagged,
    NameLearned,
    PauseSet,
    SideHeard,
    Tick,
)
from assist.core.notices import CallSaved, LevelChanged, StatusReport, Trouble
from assist.core.words import Party
from assist.ui.callstate import Area, CallState, Phase
from tests.helpers.uicall import drawn_call, ended_call, evidence, raised, spoken, started


def state_after(*messages: object) -> CallState:
    state = CallState()
    for message in messages:
        state.handle(message)  # type: ignore[arg-type]
    return state


def shown(cue: int = 1, place: str = "card", at: int = 1_000) -> tuple[CueRaised, CueShown]:
    return (
        raised(cue, "thank", at, headline="Thank them"),
        CueShown(at=at + 10, cue=cue, rule="thank", place=place),
    )


def test_the_drawn_call_shows_what_the_drawing_shows() -> None:
    state = state_after(*drawn_call())
    assert (state.name, state.customer) == ("Dana Ortega", "Dana")
    assert state.card is not None
    assert state.card.raised.headline == "Say what you can do, and when"
    assert state.card.delay_ms == 430
    assert state.next is not None
    assert state.next.raised.headline == "Acknowledge the three calls"
    assert [item for item, tick in state.checklist.items() if tick.is_done] == [
        "name_used",
        "took_ownership",
    ]
    assert len(state.promises) == 1
    marked = [
        state.lines[row].text[mark.start : mark.end]
        for row in range(len(state.lines))
        for mark in state.lines[row].marks
    ]
    assert marked == ["I’ve called three times already", "there’s nothing more I can do"]


@pytest.mark.parametrize("ending", [CueHeeded, CueExpired, CueDismissed, CueWithdrawn])
def test_the_card_leaves_when_its_cue_ends(ending: type[CueEvent]) -> None:
    state = state_after(started(), *shown())
    changes = state.handle(ending(at=2_000, cue=1, rule="thank"))
    assert state.card is None
    assert Area.CARD in changes.areas


def test_the_end_of_another_cue_leaves_the_card_alone() -> None:
    state = state_after(started(), *shown())
    changes = state.handle(CueExpired(at=2_000, cue=9, rule="x"))
    assert state.card is not None
    assert Area.CARD not in changes.areas


def test_the_next_line_becomes_the_card_when_the_engine_says_so() -> None:
    state = state_after(started(), *shown(1), *shown(2, "next"))
    state.handle(CueHeeded(at=3_000, cue=1, rule="thank"))
    changes = state.handle(CueShown(at=3_010, cue=2, rule="thank", place="card"))
    assert state.card is not None
    assert state.card.number == 2
    assert state.next is None
    assert {Area.CARD, Area.NEXT} <= changes.areas


def test_a_raised_cue_alone_shows_nothing() -> None:
    state = state_after(started(), raised(1, "thank", 10, headline="Thank them"))
    assert state.card is None
    assert state.next is None


def test_marks_of_a_withdrawn_cue_are_taken_back() -> None:
    final = spoken(Party.AGENT, 0, 0, "I can do nothing")
    cue = raised(1, "dead_end", 900, headline="Say what", because=(evidence(final, "nothing"),))
    state = state_after(started(), final, cue, CueShown(at=950, cue=1, rule="dead_end"))
    assert state.lines[0].marks
    state.handle(CueWithdrawn(at=990, cue=1, rule="dead_end"))
    assert not state.lines[0].marks


def test_the_delay_appears_on_the_card_once_it_was_painted() -> None:
    state = state_after(started(), *shown())
    changes = state.handle(CuePainted(at=1_300, cue=1, delay_ms=280))
    assert state.card is not None
    assert state.card.delay_ms == 280
    assert Area.CARD in changes.areas


def test_a_new_call_forgets_the_last_one() -> None:
    state = state_after(*ended_call(), started(customer_name="Ari"))
    assert state.phase is Phase.CALL
    assert state.name == "Ari"
    assert (len(state.lines), state.promises, state.card, state.wrap_up) == (0, {}, None, None)


def test_only_its_own_call_is_told_as_saved() -> None:
    state = CallState()
    for message in ended_call():
        state.handle(message)
    assert state.handle(CallSaved(call="call-0", journal="/tmp/earlier")).areas == frozenset()
    assert state.saved == ""
    state.handle(CallSaved(call="call-1", journal="/tmp/j"))
    assert state.saved == "/tmp/j"


def test_phases_follow_the_engine() -> None:
    state = CallState()
    seen = []
    for message in (
        StatusReport(state="loading"),
        StatusReport(state="ready"),
        started(),
        StatusReport(state="listening"),
        CallEnded(at=5_000, reason="hangup"),
        ended_call()[-1],
        StatusReport(state="ready"),
        CallSaved(call="call-1", journal="/tmp/j"),
    ):
        state.handle(message)
        seen.append(state.phase)
    assert seen == [
        Phase.LOADING,
        Phase.IDLE,
        Phase.CALL,
        Phase.CALL,
        Phase.ENDING,
        Phase.ENDED,
        Phase.ENDED,
        Phase.ENDED,
    ]
    assert state.saved == "/tmp/j"


def test_a_snapshot_replaces_what_was_known() -> None:
    state = state_after(started(), NameLearned(at=1, name="Ari", origin="heard"))
    state.handle_snapshot((started(), spoken(Party.AGENT, 0, 0, "hello"), Tick(at=5_000)))
    assert (state.name, state.now, len(state.lines)) == ("", 5_000, 1)


def test_an_empty_snapshot_leaves_the_wrap_up_on_screen() -> None:
    state = state_after(*ended_call())
    state.handle_snapshot(())
    assert state.wrap_up is not None
    fresh = state_after(started())
    fresh.handle_snapshot(())
    assert fresh.started is None


def test_what_is_wrong_with_the_sound_is_told_per_side_most_pressing_first() -> None:
    state = state_after(
        started(),
        LagChanged(at=10, party=Party.AGENT, lag_ms=3_400),
        AudioLost(at=20, party=Party.CUSTOMER, duration_ms=1_200, reason="overflow"),
    )
    assert [(party, kind) for party, kind, _ in state.notes()] == [
        (Party.AGENT, "lag"),
        (Party.CUSTOMER, "loss"),
    ]
    state.handle(SideHeard(at=30, party=Party.CUSTOMER, is_heard=False, reason="unplugged"))
    assert [kind for _, kind, _ in state.notes()] == ["lag", "silent"]
    state.handle(SideHeard(at=40, party=Party.CUSTOMER, is_heard=True))
    state.handle(LagChanged(at=40, party=Party.AGENT, lag_ms=0))
    state.handle(Tick(at=60_000))
    assert state.notes() == ()


def test_pause_flag_level_and_trouble_are_kept() -> None:
    state = state_after(
        started(),
        PauseSet(at=5, is_paused=True),
        MomentFlagged(at=6, for_lead=True),
        LevelChanged(party=Party.AGENT, dbfs=-20),
        Trouble(sentence="The disk is full."),
    )
    assert state.is_paused
    assert (state.after.flags, state.after.is_for_lead) == (1, True)
    assert state.sides[Party.AGENT].levels[-1] == -20
    assert state.trouble == "The disk is full."


def test_a_tick_touches_the_clock_and_nothing_else() -> None:
    state = state_after(*drawn_call())
    changes = state.handle(Tick(at=253_000))
    assert changes.areas == {Area.CLOCK}
    assert changes.rows == ()
