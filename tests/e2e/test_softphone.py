"""Two real softphones call each other: the engine learns of it, listens, and ends with the call."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import pytest
import soundfile

from assist import app, paths
from assist.audio.programs import ProgramWatch
from assist.core.commands import AskStatus, StopEngine
from assist.core.events import CallEnded, CallStarted, Event, FinalResult
from assist.core.notices import (
    CallOffered,
    CallSaved,
    CustomerKnown,
    Notice,
    OfferClosed,
    StatusReport,
)
from assist.core.words import Party
from tests.helpers import baresip
from tests.helpers.app import run_assist
from tests.helpers.baresip import CUSTOMER_VOICE, softphones
from tests.helpers.engine import wait_for
from tests.helpers.journals import read_kept_journal
from tests.helpers.pulse import AGENT_VOICE, HEADSET_MIC, HEADSET_MONITOR, PulseServer
from tests.helpers.speech import speak

pytestmark = [
    pytest.mark.e2e,
    pytest.mark.vosk,
    pytest.mark.pulse,
    pytest.mark.timeout(300),
]

_Message = TypeVar("_Message", bound=Event | Notice)
LONG_S = 120.0
"""A limit for hangs only."""


def test_a_softphones_call_begins_by_itself_is_heard_ends_with_it_and_is_known_next_time(
    pulse: PulseServer, tmp_path: Path
) -> None:
    if reason := baresip.missing():
        pytest.skip(reason)
    said = tmp_path / "said.wav"
    soundfile.write(said, speak("i would like to ask about my refund please", "en-gb"), 16_000)
    with softphones(pulse, tmp_path) as (agent, customer):
        _settings(agent.control)
        watch = ProgramWatch(["baresip"])
        assert watch.is_in_call() is False
        with app.connect() as link:
            seen: list[Event | Notice] = []

            def wait(
                kind: type[_Message],
                matches: Callable[[_Message], bool] = lambda message: True,
            ) -> _Message:
                return wait_for(link, kind, matches, seen=seen, timeout_s=LONG_S)

            agent.wait_for_listener()
            customer.command(f"dial {agent.address}")
            ringing = wait(CallOffered, lambda offer: offer.is_ringing)
            assert (ringing.name, ringing.number) == ("Jane Doe", "+15550100123")
            agent.command("accept")
            started = wait(CallStarted)
            assert (started.customer_name, started.source) == ("Jane Doe", "live")
            assert started.customer_number == "+15550100123"
            pulse.play(said, CUSTOMER_VOICE)
            wait(FinalResult, lambda final: "refund" in final.text)
            assert watch.is_in_call() is True
            customer.command("hangup")
            assert wait(CallEnded).reason == "hangup"
            saved = wait(CallSaved)
            finals = [
                event
                for event in read_kept_journal(Path(saved.journal)).inputs
                if isinstance(event, FinalResult) and "refund" in event.text
            ]
            assert {final.party for final in finals} == {Party.CUSTOMER}
            assert not [event for event in seen if isinstance(event, CustomerKnown)]

            customer.command(f"dial {agent.address}")
            again = wait(CallOffered, lambda offer: offer.known is not None)
            assert again.known is not None
            assert (again.known.calls, again.known.last_call) == (1, started.call)
            customer.command("hangup")
            watch.close()
            link.send(StopEngine())


def test_a_phone_that_tells_nothing_is_offered_once_both_sides_have_spoken(
    pulse: PulseServer, tmp_path: Path
) -> None:
    if reason := baresip.missing():
        pytest.skip(reason)
    said = tmp_path / "said.wav"
    soundfile.write(said, speak("hello can you hear me i have a question", "en-gb"), 16_000)
    with softphones(pulse, tmp_path) as (agent, customer):
        paths.config_dir().mkdir(parents=True)
        paths.settings_file().write_text(
            f'agent_device = "{HEADSET_MIC}"\n'
            f'customer_device = "{HEADSET_MONITOR}"\n'
            'softphone_programs = ["baresip"]\n'
        )
        watch = ProgramWatch(["baresip"])
        with app.connect() as link:
            link.send(AskStatus())
            wait_for(link, StatusReport, lambda status: status.state == "ready", timeout_s=LONG_S)
            customer.command(f"dial {agent.address}")
            while not watch.is_in_call():
                agent.command("accept")  # until it has rung
                link.receive(0.5)
            seen: list[Event | Notice] = []
            for _ in range(5):  # what is said while the watch still looks is not heard
                players = [pulse.play(said, sink) for sink in (CUSTOMER_VOICE, AGENT_VOICE)]
                assert [player.wait(LONG_S) for player in players] == [0, 0]
                while (told := link.receive(0.5)) is not None:
                    seen.append(told)
                if any(isinstance(each, CallOffered) for each in seen):
                    break
            (offer,) = (each for each in seen if isinstance(each, CallOffered))
            assert not offer.is_ringing
            customer.command("hangup")
            wait_for(
                link, OfferClosed, lambda closed: closed.offer == offer.offer, timeout_s=LONG_S
            )
            assert not [each for each in seen if isinstance(each, CallStarted)]
            watch.close()
            link.send(StopEngine())


def test_a_hook_starts_the_engine_and_the_window_that_comes_later_sees_the_offer() -> None:
    told = run_assist("call", "ringing", "--number", "5550142", "--name", "Dana Ortega")
    assert (told.returncode, told.stderr) == (0, "")
    assert told.stdout == "Call Assist's engine was started for this call.\n"
    told = run_assist("call", "url", "callassist://start?number=5550142")
    assert (told.returncode, told.stdout, told.stderr) == (0, "", "")
    with app.connect() as link:
        offer = wait_for(link, CallOffered, lambda offer: not offer.is_ringing, timeout_s=LONG_S)
        assert (offer.name, offer.number) == ("Dana Ortega", "5550142")
        assert run_assist("call", "end", "--number", "5550142").returncode == 0
        wait_for(link, OfferClosed, lambda closed: closed.offer == offer.offer)
        link.send(StopEngine())


def _settings(control: int) -> None:
    paths.config_dir().mkdir(parents=True)
    paths.settings_file().write_text(
        f'agent_device = "{HEADSET_MIC}"\n'
        f'customer_device = "{HEADSET_MONITOR}"\n'
        f'baresip = "127.0.0.1:{control}"\n'
        'start_calls = "by_itself"\n'
    )
