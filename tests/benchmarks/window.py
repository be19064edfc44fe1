"""The real window on a real display: how soon it stands, how soon a prompt is painted.

The demo call is played at real speed in the app as a user starts it, on a private X display; then
the scenes of `scenes` are played into the same window. A second client listens to the same engine
and stamps every event on arrival with this computer's monotonic clock; the window's own reports of
what it painted come back as `cue_painted`.
"""

import os
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from assist import paths
from assist.core.commands import StartCall
from assist.core.events import CuePainted, CueRaised, CueShown, FinalResult, Input
from assist.core.notices import CallSaved, StatusReport, Trouble
from assist.core.words import Party
from assist.engine.client import EngineClient
from tests.benchmarks.measure import Row, percentile
from tests.benchmarks.scenes import SCENES, write_scene
from tests.helpers.app import COMMAND
from tests.helpers.processes import POLL_S, stop_group
from tests.helpers.xvfb import Display, x_display

_LIMIT_S = 300.0
_WINDOW_TITLE = "Call Assist"
PHRASE_RULES = frozenset(
    {"acknowledge_feeling", "dead_end", "transfer_angry", "concrete_follow_up", "at_risk"}
)
"""Rules whose trigger is a word, not a time that has passed."""


@dataclass(slots=True)
class _Seen:
    """What the listening client saw of one call, and what came of it (milliseconds)."""

    listening_ns: int = 0
    raised: dict[int, CueRaised] = field(default_factory=dict)
    trigger_ns: dict[int, int] = field(default_factory=dict)
    """Arrival of the input that raised a cue: the partial that confirmed its words, or the tick
    after which they had held long enough."""
    shown_at: dict[int, int] = field(default_factory=dict)
    painted_ns: dict[int, int] = field(default_factory=dict)
    painted_delay_ms: dict[int, int] = field(default_factory=dict)
    finals: dict[tuple[Party | None, int | None], FinalResult] = field(default_factory=dict)
    """The final result of each utterance: only it knows when a word ended."""

    @property
    def at_once(self) -> list[CueRaised]:
        """Cues the attention budget let through as soon as they were raised, and that were seen."""
        return [
            raised
            for cue, raised in self.raised.items()
            if cue in self.painted_ns and self.shown_at.get(cue) == raised.at
        ]

    def to_paint_ms(self) -> list[float]:
        """From the input that raised a cue to its paint.

        Arrival of the window's report stands for the paint: later than it by a socket's way, so
        the figure errs against us.
        """
        return [
            (self.painted_ns[raised.cue] - self.trigger_ns[raised.cue]) / 1e6
            for raised in self.at_once
        ]

    def from_word_ms(self) -> list[float]:
        """From the end of the last trigger word in the sound to the paint, for cues that words
        raised."""
        return [
            raised.trigger_end + self.painted_delay_ms[raised.cue] - end
            for raised in self.at_once
            if raised.rule in PHRASE_RULES and (end := self._word_end(raised)) is not None
        ]

    def _word_end(self, raised: CueRaised) -> int | None:
        """When the words that raised a cue ended; None where time raised it, not words.

        A cue raised before the final result knows only when its words were first seen: the final
        result's times are taken. One raised by the final result is judged by the whole utterance (a
        refusal is a dead end only if no way forward follows in the same breath): its trigger is the
        last word of all.
        """
        for said in raised.evidence:
            final = self.finals.get((said.party, said.utterance))
            if final is None or said.end != raised.trigger_end:
                continue
            if not raised.is_provisional:
                return final.end
            words, wanted = [word.text for word in final.words], said.text.split()
            for start in range(len(words) - len(wanted) + 1):
                if words[start : start + len(wanted)] == wanted:
                    return final.words[start + len(wanted) - 1].end
        return None


def rows(windows: int = 3) -> list[Row]:
    visible_s, listening_s = [], []
    seen: list[_Seen] = []
    for number in range(windows):
        with tempfile.TemporaryDirectory(prefix="assist-") as home, _home(Path(home)):
            with x_display(Path(home) / "x11") as display:
                began_ns = time.monotonic_ns()
                window = subprocess.Popen(
                    [*COMMAND, "demo", "--window"],
                    env=_as_users_have_it(display),
                    start_new_session=True,
                )
                try:
                    visible_s.append((_wait_visible(display) - began_ns) / 1e9)
                    with EngineClient(paths.engine_socket(), start_timeout_s=30) as link:
                        demo = _follow(link)
                        seen.append(demo)
                        if number == 0:
                            seen += _play_scenes(link, Path(home))
                finally:
                    stop_group(window)
            listening_s.append((demo.listening_ns - began_ns) / 1e9)
    return [
        Row(
            name="window visible after start",
            value=max(visible_s),
            goal=1.0,
            unit="s",
            note=f"worst of {windows}",
        ),
        Row(
            name="listening after start",
            value=max(listening_s),
            goal=3.0,
            unit="s",
            note=f"worst of {windows}",
        ),
        *_delays(seen),
    ]


def _delays(seen: list[_Seen]) -> list[Row]:
    to_paint_ms = [ms for call in seen for ms in call.to_paint_ms()]
    from_word_ms = [ms for call in seen for ms in call.from_word_ms()]
    count = f"{len(from_word_ms)} prompts in {len(seen)} calls"
    return [
        Row(
            name="confirming input to card painted, p95",
            value=percentile(to_paint_ms, 95),
            goal=50,
            unit="ms",
            note=f"{len(to_paint_ms)} prompts shown at once; p50 {percentile(to_paint_ms, 50):.0f}",
        ),
        Row(
            name="trigger word's end to card painted, p50",
            value=percentile(from_word_ms, 50) / 1e3,
            goal=0.5,
            unit="s",
            note=count,
        ),
        Row(
            name="trigger word's end to card painted, p95",
            value=percentile(from_word_ms, 95) / 1e3,
            goal=1.0,
            unit="s",
            note=f"{count}; worst {max(from_word_ms, default=0) / 1e3:.2f} s",
        ),
    ]


def _play_scenes(link: EngineClient, folder: Path) -> Iterator[_Seen]:
    for number, scene in enumerate(SCENES):
        recording = write_scene(scene, folder / f"scene{number}.wav")
        link.send(StartCall(source=str(recording)))
        yield _follow(link)


def _as_users_have_it(display: Display) -> dict[str, str]:
    """The display's environment, with Python's compiled modules kept between starts."""
    environment = display.environment()
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    return environment


@contextmanager
def _home(folder: Path) -> Iterator[None]:
    before = os.environ.get("CALLASSIST_HOME")
    os.environ["CALLASSIST_HOME"] = str(folder)
    try:
        yield
    finally:
        if before is None:
            del os.environ["CALLASSIST_HOME"]
        else:
            os.environ["CALLASSIST_HOME"] = before


def _wait_visible(display: Display) -> int:
    """The monotonic time at which the window is mapped."""
    until = time.monotonic() + _LIMIT_S
    search = ("xdotool", "search", "--onlyvisible", "--name", _WINDOW_TITLE)
    while time.monotonic() < until:
        found = subprocess.run(
            search, env=display.environment(), capture_output=True, text=True, check=False
        )
        if found.stdout.strip():
            return time.monotonic_ns()
        time.sleep(POLL_S / 5)
    raise TimeoutError("The window did not open.")


def _follow(link: EngineClient) -> _Seen:
    """Follow the engine until the call is saved."""
    seen = _Seen()
    last_input_ns = 0
    until = time.monotonic() + _LIMIT_S
    while time.monotonic() < until:
        message = link.receive(1.0)
        now_ns = time.monotonic_ns()
        match message:
            case StatusReport(state="listening") if not seen.listening_ns:
                seen.listening_ns = now_ns
            case CueRaised():
                seen.raised[message.cue] = message
                seen.trigger_ns[message.cue] = last_input_ns
            case CueShown(place="card"):
                seen.shown_at.setdefault(message.cue, message.at)
            case CuePainted():
                seen.painted_delay_ms.setdefault(message.cue, message.delay_ms)
                seen.painted_ns.setdefault(message.cue, now_ns)
            case Trouble(is_fatal=True):
                raise RuntimeError(message.sentence)
            case Input():
                last_input_ns = now_ns
                if isinstance(message, FinalResult):
                    seen.finals[message.party, message.utterance] = message
            case CallSaved():
                return seen
    raise TimeoutError("The call did not end.")
