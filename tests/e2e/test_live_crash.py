"""A live call whose engine is killed goes on, and what the agent did just before counts once."""

from pathlib import Path

import psutil
import pytest
import soundfile

from assist import app, paths
from assist.core.commands import EndCall, FlagMoment, StartCall, StopEngine
from assist.core.events import (
    AudioLost,
    CallStarted,
    Event,
    MomentFlagged,
    PartialResult,
    Tick,
    WrapUp,
)
from assist.core.notices import CallSaved, Hello, Notice
from assist.core.words import Party
from assist.cues.playbook import parse_playbook
from assist.session.call import CallSession
from assist.session.replay import replay
from tests.helpers.engine import wait_for
from tests.helpers.journals import read_kept_journal
from tests.helpers.pulse import AGENT_VOICE, HEADSET_MIC, HEADSET_MONITOR, PulseServer
from tests.helpers.speech import speak
from tests.reliability.machines import Desk

pytestmark = [
    pytest.mark.e2e,
    pytest.mark.vosk,
    pytest.mark.pulse,
    pytest.mark.timeout(300),
]

LONG_S = 120.0
STILL_S = 8.0
SAID = "good morning this is sarah how can i help you today i am looking at your account now"


def test_a_live_call_outlives_its_engine_with_all_that_was_done_in_it(
    pulse: PulseServer, tmp_path: Path
) -> None:
    said = tmp_path / "said.wav"
    soundfile.write(said, speak(SAID), 16_000)
    paths.config_dir().mkdir(parents=True)
    paths.settings_file().write_text(
        f'agent_device = "{HEADSET_MIC}"\ncustomer_device = "{HEADSET_MONITOR}"\n'
    )
    with app.connect() as link:
        first = wait_for(link, Hello, timeout_s=LONG_S)
        link.send(StartCall(source="live"))
        wait_for(link, Tick, timeout_s=LONG_S)
        pulse.play(said, AGENT_VOICE)
        heard = wait_for(link, PartialResult, timeout_s=LONG_S)
        link.send(FlagMoment(note="just before"))
        Desk.kill_engine(first.pid)
        assert wait_for(link, Hello, timeout_s=LONG_S).pid != first.pid
        after: list[Event | Notice] = []
        wait_for(link, AudioLost, seen=after, timeout_s=LONG_S)
        wait_for(link, Tick, lambda tick: tick.at > heard.at + 1_000, seen=after, timeout_s=LONG_S)
        link.send(FlagMoment(note="after"))
        wait_for(
            link, MomentFlagged, lambda flag: flag.note == "after", seen=after, timeout_s=LONG_S
        )
        link.send(EndCall())
        saved = wait_for(link, CallSaved, seen=after, timeout_s=LONG_S)
        link.send(StopEngine())
    journal = read_kept_journal(Path(saved.journal))
    assert sum(isinstance(event, CallStarted) for event in journal.events) == 1
    assert isinstance(journal.events[-1], WrapUp)
    flags = [event.note for event in journal.events if isinstance(event, MomentFlagged)]
    assert flags == ["just before", "after"]
    assert {event.party for event in journal.events if isinstance(event, AudioLost)} == set(Party)
    header = journal.header
    session = CallSession(parse_playbook(header.playbook, name=header.playbook_name))
    assert replay(journal, session).is_equal


@pytest.mark.slow
def test_an_engine_that_stands_still_tells_what_it_missed_and_goes_on(
    pulse: PulseServer, tmp_path: Path
) -> None:
    """As on a computer that is suspended, or swaps: stopped for longer than its buffers hold."""
    said = tmp_path / "said.wav"
    soundfile.write(said, speak(SAID), 16_000)
    paths.config_dir().mkdir(parents=True)
    paths.settings_file().write_text(
        f'agent_device = "{HEADSET_MIC}"\ncustomer_device = "{HEADSET_MONITOR}"\n'
    )
    with app.connect() as link:
        worker = psutil.Process(wait_for(link, Hello, timeout_s=LONG_S).pid)
        link.send(StartCall(source="live"))
        wait_for(link, Tick, timeout_s=LONG_S)
        pulse.play(said, AGENT_VOICE)
        before = wait_for(link, PartialResult, timeout_s=LONG_S)
        worker.suspend()
        while link.receive(STILL_S) is not None:
            pass
        worker.resume()
        seen: list[Event | Notice] = []
        wait_for(
            link,
            Tick,
            lambda tick: tick.at > before.at + 1_000 * STILL_S,
            seen=seen,
            timeout_s=LONG_S,
        )
        pulse.play(said, AGENT_VOICE)
        wait_for(
            link,
            PartialResult,
            lambda heard: heard.at > before.at + 1_000 * STILL_S and "morning" in heard.text,
            seen=seen,
            timeout_s=LONG_S,
        )
        link.send(EndCall())
        saved = wait_for(link, CallSaved, seen=seen, timeout_s=LONG_S)
        link.send(StopEngine())
    journal = read_kept_journal(Path(saved.journal))
    assert isinstance(journal.events[-1], WrapUp)
    # The sound server keeps some of it for us; what it did not is told, and no more than that.
    for party in Party:
        lost = [e for e in journal.events if isinstance(e, AudioLost) and e.party is party]
        assert sum(event.duration_ms for event in lost) <= 1_000 * (STILL_S + 3)
