"""What the engine does with commands, from a call's beginning to the wrap-up card."""

from pathlib import Path

import pytest

from assist.audio.errors import AudioError
from assist.core.commands import (
    AskStatus,
    Command,
    DismissCue,
    EditPromise,
    EndCall,
    FlagMoment,
    MarkCue,
    ReportPainted,
    SetName,
    SetOutcome,
    SetPause,
    SettleFollowUp,
    StartCall,
    WordFlag,
    WriteNote,
    WriteSummary,
)
from assist.core.errors import AssistError
from assist.core.events import (
    CallEnded,
    CallStarted,
    CueMarked,
    CuePainted,
    CueRaised,
    DismissAsked,
    FinalResult,
    MomentFlagged,
    NameLearned,
    NoteWritten,
    OutcomeSet,
    PartialResult,
    PauseSet,
    PromiseMade,
    SummaryWritten,
    Tick,
    WrapUp,
)
from assist.core.notices import (
    CallForgotten,
    CallSaved,
    FollowUp,
    FollowUpsDue,
    RuleShadowed,
    StatusReport,
    Trouble,
)
from assist.core.words import Party
from assist.session.journal import read_journal
from assist.session.replay import replay
from tests.helpers.servicebench import DEAD_END, Bench, says
from tests.helpers.session import (
    GENEROUS_S,
    PLAYBOOK,
    make_session,
)


def test_a_call_runs_is_saved_and_leaves_only_its_journal(bench: Bench) -> None:
    source = bench.begin()
    source.send_both(20)
    bench.published.wait_for(CueRaised)
    bench.send(EndCall())
    saved = bench.published.wait_for(CallSaved)
    folder = bench.folder()
    assert saved.journal == str(folder.journal)
    assert [path.name for path in folder.path.iterdir()] == ["journal.jsonl"]
    journal = read_journal(folder.journal)
    assert journal.is_closed
    assert journal.started.agent == "Sarah"
    assert journal.started.customer_name == "Dana Ortega"
    assert journal.started.call == saved.call == folder.path.name
    assert journal.header.playbook == PLAYBOOK
    assert replay(journal, make_session()).is_equal
    assert bench.store.saved == [(folder.journal, len(journal.events))]
    assert bench.published.events == list(journal.events)


def test_states_are_told_as_they_change(bench: Bench) -> None:
    bench.begin()
    bench.send(EndCall())
    bench.published.wait_for(CallSaved)
    bench.published.wait_for(StatusReport, lambda status: status.state == "ending")
    states = [report.state for report in bench.published.of(StatusReport)]
    assert states[:2] == ["loading", "loading"]
    assert states.index("listening") < states.index("ending")
    bench.send(AskStatus())
    status = bench.reply()
    assert isinstance(status, StatusReport)
    assert (status.state, status.model) == ("ready", "scripted")


def test_commands_become_inputs_of_the_call(bench: Bench) -> None:
    source = bench.begin()
    source.send_both(20)
    raised = bench.published.wait_for(CueRaised)
    for command in (
        SetName(name="Mara"),
        DismissCue(cue=raised.cue),
        FlagMoment(note="here", for_lead=True),
        WriteNote(text="sent a router"),
        SetOutcome(outcome="resolved"),
        SetPause(is_paused=True),
        SetPause(is_paused=False),
        ReportPainted(cue=raised.cue, painted_at_ns=1 << 62),
    ):
        bench.send(command)
    bench.published.wait_for(NameLearned, lambda event: event.name == "Mara")
    bench.published.wait_for(DismissAsked)
    bench.published.wait_for(MomentFlagged)
    bench.published.wait_for(NoteWritten)
    bench.published.wait_for(PauseSet, lambda event: not event.is_paused)
    bench.published.wait_for(CuePainted)
    bench.send(EndCall())
    assert bench.published.wait_for(WrapUp).outcome == "resolved"


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


@pytest.mark.parametrize(
    "command", [EndCall(), SetName(name="x"), DismissCue(cue=1), SetPause(is_paused=True)]
)
def test_without_a_call_its_commands_are_answered_with_a_sentence(
    bench: Bench, command: Command
) -> None:
    bench.send(command)
    assert bench.reply() == Trouble(sentence="No call is running; start one first.")


def test_a_second_call_is_refused_and_the_first_goes_on(bench: Bench) -> None:
    source = bench.begin()
    bench.send(StartCall())
    refused = bench.reply()
    assert isinstance(refused, Trouble)
    assert refused.is_fatal
    source.send_both(20)
    bench.published.wait_for(CueRaised)


def test_a_device_that_cannot_be_opened_is_told_and_the_next_call_works(bench: Bench) -> None:
    bench.source_error = AudioError("No headset was found; plug one in.")
    bench.send(StartCall())
    assert bench.reply() == Trouble(sentence="No headset was found; plug one in.", is_fatal=True)
    bench.source_error = None
    bench.begin()
    assert len(list(bench.calls_dir.iterdir())) == 1


def test_a_model_that_fails_is_tried_again_for_the_next_call(tmp_path: Path) -> None:
    bench = Bench(tmp_path, model_error=AssistError("No speech model; install one."))
    bench.published.wait_for(Trouble)
    bench.send(StartCall())
    assert bench.reply() == Trouble(sentence="No speech model; install one.", is_fatal=True)
    bench.model_error = None
    bench.begin()
    bench.stop()


def test_another_model_in_the_settings_is_loaded_for_the_next_call(bench: Bench) -> None:
    bench.begin()
    bench.send(EndCall())
    bench.published.wait_for(CallSaved)
    bench.model_name = "large"
    bench.begin()
    assert bench.loads == ["scripted", "large"]


def test_a_call_with_a_name_is_heard_by_the_model_that_knows_it(bench: Bench) -> None:
    bench.named_script = {Party.CUSTOMER: says(Party.CUSTOMER, "ortega speaking", at=900)}
    bench.begin().send_both(20)
    heard = bench.published.wait_for(FinalResult, lambda final: final.party is Party.CUSTOMER)
    assert heard.text == "ortega speaking"
    assert bench.named == ["Dana Ortega"]
    assert bench.loads == ["scripted"]


def test_a_name_that_cannot_be_added_leaves_the_plain_model(bench: Bench) -> None:
    bench.begin().send_both(20)
    heard = bench.published.wait_for(FinalResult, lambda final: final.party is Party.AGENT)
    assert heard.text == DEAD_END
    assert bench.named == ["Dana Ortega"]


def test_a_call_without_a_name_asks_for_no_other_model(bench: Bench) -> None:
    bench.send(StartCall(source="live"))
    bench.opened()
    assert bench.named == []


def test_a_call_that_cannot_be_saved_is_kept_and_saved_when_the_engine_starts_again(
    tmp_path: Path,
) -> None:
    bench = Bench(tmp_path)
    bench.begin().send_both(5)
    bench.store.error = AssistError("The disk is full; free some space.")
    bench.send(EndCall())
    trouble = bench.published.wait_for(Trouble)
    assert "disk is full" in trouble.sentence
    assert trouble.is_fatal
    assert str(bench.folder().path) in trouble.sentence
    bench.stop()
    again = Bench(tmp_path)
    again.published.wait_for(CallSaved)
    assert [path for path, _ in again.store.saved] == [bench.folder().journal]
    assert [path.name for path in again.folder().path.iterdir()] == ["journal.jsonl"]
    again.stop()


def test_stopping_the_engine_ends_and_saves_the_call(bench: Bench) -> None:
    bench.begin().send_both(5)
    bench.stop()
    assert bench.published.of(CallSaved)
    assert bench.published.of(CallEnded)[0].reason == "operator"


def test_a_played_call_ends_and_is_saved_by_itself(bench: Bench) -> None:
    source = bench.begin("demo")
    source.send_both(5)
    source.finished = True
    bench.published.wait_for(CallSaved)


def test_an_idle_engine_ends(tmp_path: Path) -> None:
    bench = Bench(tmp_path, idle_exit_s=0.0)
    bench.thread.join(GENEROUS_S)
    assert not bench.thread.is_alive()


def test_an_engine_with_a_client_or_a_call_does_not_end(tmp_path: Path) -> None:
    bench = Bench(tmp_path, idle_exit_s=3600)
    bench.service.note_clients(1)
    source = bench.begin()
    bench.service.note_clients(0)
    source.send_both(5)
    bench.published.wait_for(Tick)
    assert bench.thread.is_alive()
    bench.stop()


@pytest.mark.parametrize("fails", [False, True])
def test_sound_is_kept_out_of_the_spool_which_goes(tmp_path: Path, fails: bool) -> None:
    bench = Bench(tmp_path, keep_audio=True)
    bench.keep_error = AssistError("The disk is full.") if fails else None
    bench.begin().send_both(5)
    bench.send(EndCall())
    saved = bench.published.wait_for(CallSaved)
    bench.stop()
    assert list(bench.kept) == ([] if fails else [saved.call])
    assert [t.sentence for t in bench.published.of(Trouble)] == ["The disk is full."] * fails
    assert [path.name for path in bench.folder().path.iterdir()] == ["journal.jsonl"]


def test_without_a_key_a_call_is_heard_but_not_kept(tmp_path: Path) -> None:
    bench = Bench(tmp_path)
    bench.key_error = AssistError("The key is missing.")
    bench.begin().send_both(5)
    assert bench.published.wait_for(CallStarted).is_private
    assert bench.published.wait_for(Trouble).sentence.startswith("The key is missing.")
    bench.send(EndCall())
    bench.published.wait_for(CallForgotten)
    bench.stop()
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


def test_the_settings_of_its_beginning_hold_for_a_call(bench: Bench) -> None:
    bench.agent_name, bench.keep_audio = "Mara", True
    bench.begin().send_both(5)
    bench.agent_name, bench.keep_audio = "Sarah", False
    bench.send(EndCall())
    bench.published.wait_for(CallSaved)
    started = bench.published.of(CallStarted)[0]
    assert started.agent == "Mara"
    assert list(bench.kept) == [started.call]


def test_who_starts_a_call_learns_its_id(bench: Bench) -> None:
    bench.begin()
    started = bench.published.wait_for(CallStarted)
    listening = bench.published.wait_for(StatusReport, lambda report: report.state == "listening")
    assert listening.call == started.call
    bench.send(EndCall())
    assert bench.published.wait_for(CallSaved).call == started.call


def test_partials_and_events_are_published_in_order(bench: Bench) -> None:
    bench.begin().send_both(20)
    bench.published.wait_for(FinalResult)
    kinds = [type(event) for event in bench.published.events]
    assert kinds[0] is CallStarted
    assert kinds.index(PartialResult) < kinds.index(FinalResult)


def test_a_promise_that_is_due_is_told_also_by_an_engine_that_starts_later(tmp_path: Path) -> None:
    moment = "2026-11-22T10:00:00+00:00"
    due = FollowUp(
        call="c0",
        promise=0,
        who="agent",
        what="call back",
        due="then",
        due_at=moment,
        remind_at=moment,
    )
    bench = Bench(tmp_path)
    bench.follow_ups = [due]
    try:
        bench.send(SettleFollowUp(call="c9", promise=9))  # makes it look at once
        bench.published.wait_for(FollowUpsDue, lambda told: told.items == (due,))
        bench.send(SettleFollowUp(call="c0", promise=0))
        bench.published.wait_for(FollowUpsDue, lambda told: told.items == ())
        assert bench.settled == [("c9", 9, ""), ("c0", 0, "")]
    finally:
        bench.stop()
