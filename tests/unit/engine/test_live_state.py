"""What the live board is told of a call: why it needs somebody, and how it stands."""

from dataclasses import replace

import pytest

from assist.core.events import (
    CallEnded,
    CallStarted,
    CueExpired,
    CueHeeded,
    CueShown,
    Detection,
    DetectionWithdrawn,
    Event,
    Feeling,
    FeelingChanged,
    FinalResult,
    HelpWithdrawn,
    LeadsWatching,
    LeadWrote,
    MomentFlagged,
    PauseSet,
    PromiseDropped,
    PromiseMade,
    Trend,
)
from assist.core.live import LivePromise, LivePrompt, Need, Said
from assist.core.words import Evidence, Party
from assist.engine.live_state import LiveFold
from tests.helpers.uicall import raised

STARTED = CallStarted(at=0, call="c", started_at="2026-11-22T10:00:00+00:00", source="live")
WORDS = Evidence(party=Party.CUSTOMER, text="let me speak to your manager", start=0, end=900)
HELP = MomentFlagged(at=5, for_lead=True, kind="help")


def found(label: str, number: int = 1, party: Party = Party.CUSTOMER) -> Detection:
    return Detection(at=5, number=number, label=label, party=party, evidence=WORDS, is_final=False)


def fold(*events: Event) -> LiveFold:
    made = LiveFold()
    for event in (STARTED, *events):
        made.handle(event)
    return made


@pytest.mark.parametrize(
    ("events", "needs"),
    [
        ((), ()),
        ((HELP,), (Need.HELP,)),
        ((HELP, HelpWithdrawn(at=6)), ()),
        ((MomentFlagged(at=5),), ()),
        ((MomentFlagged(at=5, for_lead=True),), ()),
        ((found("ask_supervisor"),), (Need.MANAGER,)),
        ((found("ask_supervisor"), DetectionWithdrawn(at=6, number=1, label="x")), ()),
        (
            (found("ask_supervisor"), DetectionWithdrawn(at=6, number=2, label="x")),
            (Need.MANAGER,),
        ),
        ((found("leave_cancel"),), (Need.AT_RISK,)),
        ((found("legal"), found("ask_supervisor", 2)), (Need.MANAGER, Need.AT_RISK)),
        ((found("legal", party=Party.AGENT),), ()),
        ((found("dead_end"),), ()),
        ((found("legal"), HELP), (Need.HELP, Need.AT_RISK)),
        ((HELP, found("legal"), CallEnded(at=9, reason="hangup")), ()),
        ((HELP, replace(STARTED, call="next")), ()),
    ],
)
def test_a_call_needs_leads_for_these_reasons(
    events: tuple[Event, ...], needs: tuple[Need, ...]
) -> None:
    assert fold(*events).needs == needs


def test_a_private_call_needs_nobody() -> None:
    made = LiveFold()
    for event in (replace(STARTED, is_private=True), HELP, found("ask_supervisor")):
        made.handle(event)
    assert made.needs == ()


def said(at: int, text: str) -> FinalResult:
    return FinalResult(
        at=at + 900, party=Party.CUSTOMER, utterance=at, start=at, end=at + 900, text=text
    )


def test_a_report_has_the_state_in_no_words_and_the_words_apart() -> None:
    made = fold(
        HELP,
        raised(1, "dead_end", 100, headline="Say what you can do", title="Dead end"),
        CueShown(at=110, cue=1, rule="dead_end"),
        CueHeeded(at=200, cue=1, rule="dead_end"),
        raised(2, "thank", 300, headline="Thank Dana", title="Thanks"),
        CueShown(at=310, cue=2, rule="thank"),
        raised(3, "held", 300, headline="Never shown"),
        CueExpired(at=320, cue=3, rule="held"),
        FeelingChanged(
            at=400,
            feeling=Feeling.ANGER,
            intensity=3,
            level=-60,
            trend=Trend.WORSE,
            evidence=replace(WORDS, text="i am furious"),
        ),
        PromiseMade(at=450, promise=0, who="agent", what="send it", due="today"),
        PromiseMade(at=450, promise=1, who="agent", what="call", missing=("when",)),
        PromiseMade(at=460, promise=2, who="agent", what="no promise"),
        PromiseDropped(at=470, promise=2),
        said(500, "i want my money"),
        said(501, ""),
        PauseSet(at=600, is_paused=True),
    )
    plain = made.report(has_words=False)
    assert (plain.call, plain.needs, plain.words, plain.seen) == ("c", (Need.HELP,), None, 0)
    assert plain.state.feeling is Feeling.ANGER
    assert (plain.state.level, plain.state.trend, plain.state.is_paused) == (-60, Trend.WORSE, True)
    assert plain.state.prompts == (
        LivePrompt(cue=1, rule="dead_end", title="Dead end", ending="heeded"),
        LivePrompt(cue=2, rule="thank", title="Thanks"),
    )
    assert plain.state.promises == (
        LivePromise(promise=0, is_concrete=True),
        LivePromise(promise=1, is_concrete=False),
    )
    for word in ("furious", "money", "Dana", "send it", "today"):
        assert word not in str(plain)
    words = made.report(has_words=True).words
    assert words is not None
    assert words.feeling == "i am furious"
    assert words.headlines == {1: "Say what you can do", 2: "Thank Dana"}
    assert words.promises == {0: "send it · today", 1: "call"}
    assert words.said == (Said(party=Party.CUSTOMER, at=500, text="i want my money"),)


def test_only_the_last_minutes_are_told() -> None:
    words = fold(*(said(number, f"line {number}") for number in range(100))).report(has_words=True)
    assert words.words is not None
    assert [each.text for each in words.words.said] == [f"line {n}" for n in range(60, 100)]


def test_an_engine_that_takes_the_call_up_again_knows_lines_and_watchers() -> None:
    made = fold(
        LeadWrote(at=5, line=7, by="Lea", text="x"),
        LeadWrote(at=6, line=9, by="Lea", text="y"),
        LeadsWatching(at=7, names=("Lea",)),
    )
    assert (made.seen, made.watchers) == (9, ("Lea",))
