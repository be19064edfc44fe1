"""A call from ring to record: two real softphones, and the app as its user starts it."""

import contextlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

import pytest
import soundfile

from assist import app, paths
from assist.core.commands import StopEngine
from assist.core.events import (
    AudioLost,
    CallEnded,
    CallStarted,
    CuePainted,
    CueRaised,
    Event,
    FinalResult,
    NameGiven,
    SideHeard,
)
from assist.core.interfaces import EngineLink
from assist.core.notices import CallOffered, CallSaved, Notice
from assist.core.words import Party
from assist.ui.theme import LIGHT
from tests.helpers import baresip
from tests.helpers.app import started_assist
from tests.helpers.baresip import CUSTOMER_VOICE, Baresip, softphones
from tests.helpers.engine import wait_for
from tests.helpers.pulse import AGENT_VOICE, HEADSET, HEADSET_MIC, HEADSET_MONITOR, PulseServer
from tests.helpers.screens import (
    active_window,
    camera,
    has_keys,
    is_shown,
    pixels,
    type_text,
    wait_until,
)
from tests.helpers.speech import speak
from tests.helpers.uiwindow import window
from tests.helpers.xvfb import Display

pytestmark = [
    pytest.mark.e2e,
    pytest.mark.vosk,
    pytest.mark.pulse,
    pytest.mark.timeout(600),
]

AGENT, CUSTOMER = Party.AGENT, Party.CUSTOMER
LONG_S = 120.0
"""A limit for hangs only."""

TRIES = 4
"""On a busy computer the player stutters, and a sentence may be misheard: then it is said again."""

COMPLAINT = "i have called three times about my refund and i am really angry"
DEAD_END = "i am sorry there is nothing i can do that is our policy"
STILL_THERE = "hello are you still there i want my refund"

_Message = TypeVar("_Message", bound=Event | Notice)


@dataclass
class Desk:
    """The agent's desk: two softphones, a headset, and a line to the engine beside the window's."""

    pulse: PulseServer
    agent: Baresip
    customer: Baresip
    link: EngineLink
    folder: Path
    seen: list[Event | Notice] = field(default_factory=list)

    def wait(
        self, kind: type[_Message], matches: Callable[[_Message], bool] = lambda message: True
    ) -> _Message:
        """The first message of this kind that matches, whether it has come already or not."""
        return self.last(kind, matches) or wait_for(
            self.link, kind, matches, seen=self.seen, timeout_s=LONG_S
        )

    def soon(self, kind: type[_Message]) -> _Message | None:
        """The next message of this kind, if it comes in some seconds."""
        with contextlib.suppress(AssertionError):
            return wait_for(self.link, kind, seen=self.seen, timeout_s=10.0)
        return None

    def last(
        self, kind: type[_Message], matches: Callable[[_Message], bool] = lambda message: True
    ) -> _Message | None:
        found = [each for each in self.seen if isinstance(each, kind) and matches(each)]
        return found[-1] if found else None

    def say(self, text: str, party: Party, *, until: Callable[[], object]) -> None:
        """Say it into the party's own microphone, again if need be, until something came of it."""
        file = self.folder / f"{party}-{len(text)}.wav"
        soundfile.write(file, speak(text, "en-gb" if party is CUSTOMER else "en-us"), 16_000)
        sink = CUSTOMER_VOICE if party is CUSTOMER else AGENT_VOICE
        for _ in range(TRIES):
            assert self.pulse.play(file, sink).wait(LONG_S) == 0
            wait_for(
                self.link,
                FinalResult,
                lambda final: final.party is party and bool(final.text),
                seen=self.seen,
                timeout_s=LONG_S,
            )
            if until():
                return
        raise AssertionError(f"nothing came of {text!r}: {self.seen}")

    def painted(self, rule: str) -> int | None:
        """The latest cue of the rule that the window says it has painted."""
        raised = {
            each.cue for each in self.seen if isinstance(each, CueRaised) and each.rule == rule
        }
        found = self.last(CuePainted, lambda painted: painted.cue in raised)
        return None if found is None else found.cue

    def heard(self, party: Party, word: str, since_ms: int = 0) -> bool:
        """Whether the word was recognized on the party's side."""
        return any(
            isinstance(each, FinalResult)
            and each.party is party
            and each.start >= since_ms
            and word in each.text.split()
            for each in self.seen
        )


@pytest.fixture
def desk(
    pulse: PulseServer, x11_display: Display, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Desk]:
    """The sidebar is open, started by the command `assist` and nothing else."""
    if reason := baresip.missing():
        pytest.skip(reason)
    with softphones(pulse, tmp_path) as (agent, customer):
        paths.config_dir().mkdir(parents=True)
        paths.settings_file().write_text(
            f'agent_device = "{HEADSET_MIC}"\n'
            f'customer_device = "{HEADSET_MONITOR}"\n'
            f'baresip = "127.0.0.1:{agent.control}"\n'
            'start_calls = "by_itself"\n'
            'theme = "light"\n'
            "name_pattern = 'Call with (?P<name>[^(]+) [(]'\n"
        )
        environment = x11_display.environment()
        with started_assist(environment=environment, log=tmp_path / "assist.log") as shown:
            wait_until(
                x11_display,
                lambda: shown.poll() is not None or is_shown(x11_display, "Call Assist"),
                "the sidebar shows",
            )
            assert shown.poll() is None, (tmp_path / "assist.log").read_text()
            with app.connect() as link:
                yield Desk(pulse, agent, customer, link, tmp_path)
        # The window is gone before the engine: it would start another one.
        with app.connect() as link:
            link.send(StopEngine())


def test_a_call_from_the_first_ring_to_the_stored_record(
    desk: Desk, x11_display: Display, tmp_path: Path
) -> None:
    with window(x11_display, "softphone") as phone, camera(x11_display) as photographer:
        phone_id = int(phone.wait("window"))
        phone.wait("focus", True)
        wait_until(x11_display, lambda: has_keys(x11_display, phone_id), "the softphone has keys")
        type_text(x11_display, "before ")
        phone.wait("text", "before ")

        desk.agent.wait_for_listener()
        desk.customer.command(f"dial {desk.agent.address}")
        desk.wait(CallOffered, lambda offer: offer.is_ringing)
        desk.agent.command("accept")
        started = desk.wait(CallStarted)
        assert (started.customer_name, started.customer_number) == ("Jane Doe", "+15550100123")

        # The softphone's window shows whom the call is with; a key takes the name from there.
        title = "Call with Dana Ortega (line 1)"
        x11_display.run("xdotool", "set_window", "--name", title, str(phone_id))
        wait_until(x11_display, lambda: is_shown(x11_display, "Call with .*"), "the title changes")
        for _ in range(TRIES):  # the window may learn of the call later than we do
            x11_display.run("xdotool", "key", "ctrl+alt+n")
            if given := desk.soon(NameGiven):
                break
        assert given is not None
        assert given.name == "Dana Ortega"

        desk.say(COMPLAINT, CUSTOMER, until=lambda: desk.heard(CUSTOMER, "refund"))
        before = photographer.shoot(tmp_path / "before.png")
        red = LIGHT.red.ground
        assert pixels(before, red) < 100

        def is_prompt_in_view() -> bool:
            picture = photographer.shoot(tmp_path / "prompt.png")
            return desk.painted("dead_end") is not None and pixels(picture, red) > 1_000

        desk.say(DEAD_END, AGENT, until=is_prompt_in_view)
        painted = desk.painted("dead_end")
        assert painted is not None
        type_text(x11_display, "during ")
        phone.wait("text", "before during ")

        lost_ms = _unplug_and_replug(desk)
        desk.say(
            STILL_THERE, CUSTOMER, until=lambda: desk.heard(CUSTOMER, "refund", since_ms=lost_ms)
        )
        type_text(x11_display, "after")
        phone.wait("text", "before during after")
        assert active_window(x11_display) == phone_id

        desk.customer.command("hangup")
        assert desk.wait(CallEnded).reason == "hangup"
        saved = desk.wait(CallSaved)
    _check_stored(saved.call, painted)


def _unplug_and_replug(desk: Desk) -> int:
    """The headset goes and comes back in mid-call; returns since when it is back (call time)."""
    desk.pulse.remove(desk.pulse.module_of(HEADSET))
    gone = desk.wait(SideHeard, lambda side: HEADSET_MONITOR in side.reason)
    assert (gone.party, gone.is_heard) == (CUSTOMER, False)
    desk.pulse.add_sink(HEADSET)
    return desk.wait(AudioLost, lambda loss: HEADSET_MONITOR in loss.reason).at


def _check_stored(call_id: str, painted: int) -> None:
    with app.open_store() as store:
        stored = store.get_call(call_id)
    assert stored.overview.customer_name == "Dana Ortega"
    said = {
        party: " ".join(line.text for line in stored.utterances if line.party is party)
        for party in Party
    }
    assert "refund" in said[CUSTOMER]
    assert "nothing" in said[AGENT]
    assert "refund" not in said[AGENT]
    assert "nothing" not in said[CUSTOMER]
    (cue,) = (cue for cue in stored.cues if cue.cue == painted)
    assert (cue.rule, cue.delay_ms is not None) == ("dead_end", True)
    assert [loss.party for loss in stored.losses if HEADSET_MONITOR in loss.reason] == [CUSTOMER]
