"""What the engine does with commands, from a call's beginning to the wrap-up card."""

from pathlib import Path

import pytest

from assist.audio.errors import AudioError
from assist.core.commands import (
    AskStatus,
    Command,
    DismissCue,
    EndCall,
    FlagMoment,
    ReportPainted,
    SetName,
    SetOutcome,
    SetPause,
    SettleFollowUp,
    StartCall,
    WriteNote,
)
from assist.core.errors import AssistError
from assist.core.events import (
    CallEnded,
    CallStarted,
    CuePainted,
    CueRaised,
    DismissAsked,
    FinalResult,
    MomentFlagged,
    NameLearned,
    NoteWritten,
    PartialResult,
    PauseSet,
    Tick,
    WrapUp,
)
from assist.core.notices import (
    CallForgotten,
    CallSaved,
    FollowUp,
    FollowUpsDue,
    StatusReport,
    Trouble,
)
from assist.session.journal import read_journal
from assist.session.replay import replay
from tests.helpers.servicebench import Bench
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


def test_what_a_phone_gives_with_a_call_is_kept_without_card_numbers(bench: Bench) -> None:
    card = "4111 1111 1111 1111"
    bench.send(
        StartCall(source="live", customer_name=f"card {card}", customer_number=card, reference=card)
    )
    started = bench.published.wait_for(CallStarted)
    assert (started.customer_name, started.customer_number, started.reference) == (
        "card •••",
        "•••",
        "•••",
    )
    bench.send(EndCall())
    saved = bench.published.wait_for(CallSaved)
    assert "1111" not in Path(saved.journal).read_text(encoding="utf-8")


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
