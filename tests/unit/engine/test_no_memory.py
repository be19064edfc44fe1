"""No memory for the speech model: calls are timed and kept all the same."""

from pathlib import Path

from assist.core.commands import EndCall, FlagMoment
from assist.core.events import CallStarted, MomentFlagged, Tick, WrapUp
from assist.core.notices import CallSaved, StatusReport, Trouble
from assist.engine.errors import NoMemory
from assist.session.journal import read_journal
from assist.session.replay import replay
from tests.helpers.servicebench import Bench, in_mid_call, killed
from tests.helpers.session import make_session


def test_a_call_without_a_model_is_timed_and_kept_and_that_is_said(tmp_path: Path) -> None:
    bench = Bench(tmp_path, model_error=NoMemory("starter"))
    bench.begin().send_both(10)
    told = bench.published.wait_for(Trouble, lambda each: "no prompts" in each.sentence)
    assert "not enough memory for the speech model 'starter'" in told.sentence
    assert not told.is_fatal
    bench.send(FlagMoment(note="ask billing"))
    bench.published.wait_for(MomentFlagged)
    bench.published.wait_for(Tick, lambda tick: tick.at == 1_000)
    bench.send(EndCall())
    saved = bench.published.wait_for(CallSaved)
    bench.stop()
    journal = read_journal(Path(saved.journal))
    assert isinstance(journal.events[-1], WrapUp)
    assert journal.events[-1].duration_ms == 1_000
    assert replay(journal, make_session()).is_equal


def test_a_call_whose_engine_died_goes_on_without_a_model(tmp_path: Path) -> None:
    first = Bench(tmp_path)
    in_mid_call(first, first.begin(), 10)
    dead = killed(tmp_path, first)
    first.stop()
    second = Bench(dead, model_error=NoMemory("starter"))
    second.opened()
    second.published.wait_for(CallStarted)
    assert not second.published.of(CallSaved)
    second.stop()


def test_the_model_is_tried_again_for_the_next_call(tmp_path: Path) -> None:
    bench = Bench(tmp_path, model_error=NoMemory("starter"))
    bench.begin("demo").finished = True
    bench.published.wait_for(CallSaved)
    bench.model_error = None
    bench.begin("demo").finished = True
    bench.published.wait_for(StatusReport, lambda status: status.model == "scripted")
    bench.stop()
