"""What the agent adds to a call, during it and from the wrap-up card after it."""

from pathlib import Path

from assist.core.commands import (
    AskStatus,
    EditPromise,
    EndCall,
    FlagMoment,
    MarkCue,
    SetOutcome,
    WordFlag,
    WriteNote,
    WriteSummary,
)
from assist.core.errors import AssistError
from assist.core.events import (
    CallStarted,
    CueMarked,
    CueRaised,
    MomentFlagged,
    NoteWritten,
    OutcomeSet,
    PromiseMade,
    SummaryWritten,
    WrapUp,
)
from assist.core.notices import (
    CallSaved,
    RuleShadowed,
    Trouble,
)
from assist.session.journal import read_journal
from assist.session.replay import replay
from tests.helpers.servicebench import Bench
from tests.helpers.session import (
    make_session,
)


def test_the_wrap_up_card_still_counts_after_the_call(bench: Bench) -> None:
    bench.begin().send_both(5)
    bench.send(EndCall())
    bench.published.wait_for(CallSaved)
    bench.send(SetOutcome(outcome="resolved"))
    bench.published.wait_for(WrapUp, lambda wrap_up: wrap_up.outcome == "resolved")
    bench.send(WriteNote(text="all well"))
    bench.published.wait_for(NoteWritten)
    bench.send(AskStatus())
    bench.reply()
    journal = read_journal(bench.folder().journal)
    assert isinstance(journal.events[-1], WrapUp)
    assert replay(journal, make_session()).is_equal
    assert [count for _, count in bench.store.saved][-1] == len(journal.events)
    assert len(bench.store.saved) == 3


def test_promises_summary_and_flags_are_put_right_after_the_call(bench: Bench) -> None:
    bench.begin().send_both(5)
    bench.send(FlagMoment(kind="help"))
    bench.published.wait_for(MomentFlagged, lambda flag: flag.kind == "help")
    bench.send(EndCall())
    bench.published.wait_for(CallSaved)
    bench.send(EditPromise(promise=-1, what="send the form", due="2026-11-24 9:00"))
    bench.published.wait_for(PromiseMade, lambda made: made.what == "send the form")
    bench.send(WriteSummary(text="All is well."))
    bench.send(WordFlag(note="the form"))
    wrap_up = bench.published.wait_for(WrapUp, lambda each: "the form" in "".join(each.flags))
    assert wrap_up.flags[0].endswith("the form (help asked)")
    assert wrap_up.promises[0].due_at.startswith("2026-11-24T09:00")
    bench.send(AskStatus())
    bench.reply()
    journal = read_journal(bench.folder().journal)
    assert [e.text for e in journal.events if isinstance(e, SummaryWritten)] == ["All is well."]
    assert replay(journal, make_session()).is_equal


def test_a_note_on_the_call_before_goes_to_it_while_the_next_one_runs(bench: Bench) -> None:
    bench.begin().send_both(5)
    bench.send(EndCall())
    before = bench.published.wait_for(CallSaved)
    bench.begin()
    bench.published.wait_for(CallStarted, lambda started: started.call != before.call)
    told = len(bench.published.messages)
    bench.send(WriteNote(text="sent a router", call=before.call))
    bench.send(SetOutcome(outcome="resolved", call=before.call))
    bench.send(AskStatus())
    bench.reply()
    journal = read_journal(Path(before.journal))
    assert [e.text for e in journal.events if isinstance(e, NoteWritten)] == ["sent a router"]
    assert isinstance(wrap_up := journal.events[-1], WrapUp)
    assert wrap_up.outcome == "resolved"
    assert replay(journal, make_session()).is_equal
    saved = [
        message for message in bench.published.messages[told:] if isinstance(message, CallSaved)
    ]
    assert saved == [before, before]
    # Who follows the call that runs hears nothing of it.
    told_events = bench.published.messages[told:]
    assert not [e for e in told_events if isinstance(e, NoteWritten | OutcomeSet | WrapUp)]
    bench.send(WriteNote(text="too late", call="a-call-of-last-week"))
    answer = bench.reply()
    assert isinstance(answer, Trouble)
    assert "not kept" in answer.sentence


def test_marks_are_inputs_of_the_call_and_rules_are_judged_once_they_are_stored(
    bench: Bench,
) -> None:
    source = bench.begin()
    source.send_both(20)
    raised = bench.published.wait_for(CueRaised)
    bench.send(MarkCue(cue=raised.cue, is_right=False))
    bench.published.wait_for(CueMarked, lambda event: not event.is_right)
    assert bench.judged == []
    bench.failed = (RuleShadowed(rule="dead_end", title="Dead end", right=3, wrong=30),)
    bench.send(EndCall())
    assert bench.published.wait_for(RuleShadowed).rule == "dead_end"
    assert bench.judged == [1]
    # On the wrap-up card a mark still counts, and the journal still replays.
    bench.failed = ()
    bench.send(MarkCue(cue=raised.cue, is_right=True))
    bench.published.wait_for(CueMarked, lambda event: event.is_right)
    bench.send(WriteNote(text="that was a good hint"))
    bench.published.wait_for(NoteWritten)
    bench.send(AskStatus())
    bench.reply()
    assert bench.judged == [1, 2]
    assert replay(read_journal(bench.folder().journal), make_session()).is_equal


def test_rules_that_cannot_be_judged_are_told_and_the_call_is_saved(bench: Bench) -> None:
    bench.failed = AssistError("The list of rules in shadow cannot be written.")
    bench.begin().send_both(20)
    raised = bench.published.wait_for(CueRaised)
    bench.send(MarkCue(cue=raised.cue, is_right=False))
    bench.send(EndCall())
    bench.published.wait_for(CallSaved)
    trouble = bench.published.wait_for(Trouble)
    assert (trouble.sentence, trouble.is_fatal) == (str(bench.failed), False)
