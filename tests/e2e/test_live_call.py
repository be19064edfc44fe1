"""Both voices through a real sound server into `assist listen`: the recording's own prompts."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import soundfile

from assist import app, paths
from tests.helpers.app import interrupt, json_lines, rules_raised, run_assist, started_assist
from tests.helpers.pulse import AGENT_VOICE, HEADSET, HEADSET_MIC, HEADSET_MONITOR, PulseServer

pytestmark = [
    pytest.mark.e2e,
    pytest.mark.vosk,
    pytest.mark.pulse,
    pytest.mark.timeout(600),
]

Event = dict[str, Any]

CUT_S = 47.3
"""The demo call's first half, up to a pause: three prompts.
It is played as fast as it was spoken, so that each second of it is one of the test."""

LAST_MS = 40_000
"""After this the customer says one sentence before the cut; the one before it ended at 31 s."""


def _sides(folder: Path) -> tuple[Path, Path]:
    """The demo call's two voices as a file each."""
    sound, rate = soundfile.read(paths.resources_dir() / "demo" / app.DEMO_CALL, dtype="int16")
    sound = sound[: int(CUT_S * rate)]
    agent, customer = folder / "agent.wav", folder / "customer.wav"
    soundfile.write(agent, sound[:, 0], rate)
    soundfile.write(customer, sound[:, 1], rate)
    return agent, customer


def _follow(process: subprocess.Popen[bytes], until: Callable[[Event], bool]) -> list[Event]:
    """The events up to and with the first for which `until` holds; the test's timeout bounds it."""
    assert process.stdout is not None
    events: list[Event] = []
    for line in process.stdout:
        events.append(json.loads(line))
        if until(events[-1]):
            return events
    raise AssertionError(f"ended without it after {len(events)} events")


def test_a_live_call_gives_the_prompts_of_its_recording(pulse: PulseServer, tmp_path: Path) -> None:
    agent, customer = _sides(tmp_path)
    paths.config_dir().mkdir(parents=True)
    paths.settings_file().write_text(
        f'agent_device = "{HEADSET_MIC}"\ncustomer_device = "{HEADSET_MONITOR}"\n'
    )
    log = tmp_path / "listen.log"
    with started_assist("listen", "--events", environment=pulse.environment(), log=log) as process:
        # Nothing is played yet: each side is said to be silent before its voice is needed.
        silent: set[str] = set()

        def both_silent(event: Event) -> bool:
            is_late = event["at"] > 2_000
            if event["type"] == "side_silent" and event["is_silent"] and not is_late:
                silent.add(event["party"])
            return len(silent) == 2 or is_late

        events = _follow(process, both_silent)
        assert silent == {"agent", "customer"}
        players = [pulse.play(agent, AGENT_VOICE), pulse.play(customer, HEADSET)]
        events += _follow(
            process,
            lambda event: (
                event["type"] == "final_result"
                and event["party"] == "customer"
                and event["at"] > LAST_MS
            ),
        )
        assert [player.wait(60) for player in players] == [0, 0]
        interrupt(process)
        events += _follow(process, lambda event: event["type"] == "wrap_up")
        assert process.wait(60) == 130, log.read_text()
    transcript = run_assist("transcribe", agent, customer, "--json").stdout.splitlines()
    expected = set(rules_raised(json_lines(transcript)))
    assert expected >= {"acknowledge_feeling", "dead_end", "confirm_understanding"}
    assert set(rules_raised(events)) == expected
    assert not [event for event in events if event["type"] == "audio_lost"]
    listed = run_assist("calls", "list")
    assert listed.returncode == 0, listed.stderr
