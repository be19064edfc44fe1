"""The first run in a terminal: every step by keyboard, skipped, stopped and taken up again."""

import io
from collections.abc import Iterator
from dataclasses import replace

import pytest
from rich.console import Console

from assist.cli import main
from assist.cli import setup as command
from assist.cli.setup import set_up
from assist.cli.setup_words import result_lines
from assist.core.errors import AssistError
from assist.core.preferences import FarEnd, SetupResult, SetupStep
from tests.helpers.setupdesk import HEADSET, MIC, SENTENCE, ScriptedSetup


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(command, "_METER_S", 0.15)
    monkeypatch.setattr(command, "_SENTENCE_S", 0.2)


def _run(desk: ScriptedSetup, *answers: str) -> tuple[int, str]:
    """Answer the questions in order, then Enter for ever."""
    out = io.StringIO()
    given: Iterator[str] = iter(answers)
    asked: list[str] = []

    def ask(question: str) -> str:
        asked.append(question)
        assert len(asked) < 50, "it asks for ever"
        return next(given, "")

    status = set_up(desk, Console(file=out, width=120), ask)
    return status, out.getvalue()


def test_enter_and_one_answer_are_enough() -> None:
    desk = ScriptedSetup()
    status, text = _run(desk, "", "", "", "", "", "", "2")
    assert status == 0
    assert desk.is_over
    assert desk.steps == [step for step in SetupStep if step is not SetupStep.RESULT]
    assert desk.values == {
        "model": "starter",
        "agent_device": "headset_mic",
        "customer_device": "headset.monitor",
        "caller_notice": "agent",
    }
    assert desk.downloads == []
    assert "to try things out only" in text
    assert f'You are heard on Headset microphone: "{SENTENCE}".' in text
    assert "✓ The customer is heard on Headset." in text
    assert "you tell them yourself at the beginning." in text
    assert (desk.open_meters, desk.open_tests) == (0, 0)


def test_a_model_is_downloaded_only_when_it_is_asked_for() -> None:
    desk = ScriptedSetup()
    _, text = _run(desk, "2", "n")
    assert desk.downloads == []
    assert desk.values["model"] == "starter"
    assert "40 MB" in text
    _run(desk, "2", "y")
    assert desk.downloads == ["small-en"]
    assert desk.values["model"] == "small-en"


def test_a_failed_download_is_said_and_the_next_step_comes() -> None:
    desk = ScriptedSetup()
    desk.download_error = AssistError("The download was cut; start it again.")
    _, text = _run(desk, "2", "y")
    assert "The download was cut; start it again." in text
    assert desk.values["model"] == "starter"
    assert desk.is_over


def test_a_run_that_was_stopped_goes_on_where_it_was() -> None:
    desk = ScriptedSetup()
    status, text = _run(desk, "", "", "2", "q")
    assert status == 130
    assert "goes on from here" in text
    assert not desk.is_over
    assert desk.step is SetupStep.DEVICES
    _, text = _run(desk)
    assert "2/5" in text
    assert "1/5" not in text
    assert desk.is_over


@pytest.mark.parametrize(
    ("far_end", "heard", "sentence"),
    [
        (FarEnd.SILENT, "y", "The customer cannot be heard on Headset. With a desk phone"),
        (FarEnd.OTHER_SOUND, "y", "The customer cannot be heard on Headset."),
        (FarEnd.HEARD, "n", "but that is not the headset you wear"),
    ],
)
def test_a_customer_who_cannot_be_heard_is_said_plainly(
    far_end: FarEnd, heard: str, sentence: str
) -> None:
    desk = ScriptedSetup()
    desk.far_end = far_end
    status, text = _run(desk, "", "", "", "", "", heard)
    assert status == 1
    assert f"✗ {sentence}" in text or sentence in text


def test_every_step_can_be_skipped() -> None:
    desk = ScriptedSetup()
    _, text = _run(desk, "s", "s", "s", "s", "s")
    assert desk.is_over
    assert desk.values["caller_notice"] == ""
    assert "that was not tried" in text
    assert "not answered yet" in text


def test_what_the_administrator_set_is_not_asked_for() -> None:
    desk = ScriptedSetup()
    desk.locked = {"model", "agent_device", "customer_device", "caller_notice"}
    desk.values["caller_notice"] = "announcement"
    _, text = _run(desk)
    assert text.count("Set by your administrator.") == 4
    assert desk.values["agent_device"] == ""


def test_no_sound_device_and_a_remote_desktop_are_said() -> None:
    desk = ScriptedSetup()
    desk.device_error = AssistError("No sound device is there; plug in the headset.")
    desk.remote_sentence = "This desktop is used from afar (Citrix)."
    status, text = _run(desk)
    assert status == 1
    assert "No sound device is there" in text
    assert "✗ There is no microphone; plug in the headset." in text
    assert "✗ This desktop is used from afar (Citrix)." in text


def test_silence_is_said_and_can_be_tried_again() -> None:
    desk = ScriptedSetup()
    desk.sentence = ""
    _, text = _run(desk, "", "", "", "", "s")
    assert text.count("Nothing was understood") == 2
    desk = ScriptedSetup()
    desk.sentence_trouble = "The microphone gives no sound any more."
    _, text = _run(desk)
    assert "The microphone gives no sound any more." in text
    assert desk.open_tests == 0


def test_callers_without_a_notice_are_a_finding() -> None:
    result = SetupResult(
        model="small-en",
        is_model_here=True,
        agent=MIC.description,
        customer=HEADSET.description,
        far_end=FarEnd.HEARD,
        has_played=True,
        notice="none",
    )
    assert [is_fine for is_fine, _ in result_lines(result)] == [True, True, True, False]
    told = result_lines(replace(result, notice="written"))
    assert all(is_fine for is_fine, _ in told)
    unanswered = result_lines(replace(result, notice=""))
    assert unanswered[-1] == (None, "It is not answered yet what notice callers get.")


def test_without_a_terminal_it_says_what_to_do(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(""))
    assert main(["setup"], open_desktop=lambda speed: 0) == 2
    assert "run it in a terminal" in capsys.readouterr().err
