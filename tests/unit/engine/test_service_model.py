"""Which model hears a call: another one, one that failed, one that knows the customer's name."""

from pathlib import Path

from assist.core.commands import (
    EndCall,
    StartCall,
)
from assist.core.errors import AssistError
from assist.core.events import (
    FinalResult,
)
from assist.core.notices import (
    CallSaved,
    Trouble,
)
from assist.core.words import Party
from tests.helpers.servicebench import DEAD_END, Bench, says


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
