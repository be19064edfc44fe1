"""The real window on a real display: how soon it stands, how soon a prompt is painted.

The demo call is played at real speed in the app as a user starts it, on a private X display. A
second client listens to the same engine and stamps every event on arrival with this computer's
monotonic clock; the window's own reports of what it painted come back as `cue_painted`.
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
from assist.core.events import CuePainted, CueRaised, CueShown, Input
from assist.core.notices import CallSaved, StatusReport
from assist.engine.client import EngineClient
from tests.benchmarks.measure import Row, percentile
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
    """What the listening client saw of one call."""

    listening_ns: int = 0
    raised: dict[int, CueRaised] = field(default_factory=dict)
    trigger_ns: dict[int, int] = field(default_factory=dict)
    """Arrival of the input that raised a cue: the partial that confirmed its words, or the tick
    after which they had held long enough."""
    shown_at: dict[int, int] = field(default_factory=dict)
    painted_delay_ms: dict[int, int] = field(default_factory=dict)
    to_paint_ms: list[float] = field(default_factory=list)


def rows(calls: int = 3) -> list[Row]:
    visible_s, listening_s = [], []
    to_paint_ms: list[float] = []
    from_word_ms: list[float] = []
    for _ in range(calls):
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
                    seen = _listen()
                finally:
                    stop_group(window)
            listening_s.append((seen.listening_ns - began_ns) / 1e9)
            to_paint_ms += seen.to_paint_ms
            from_word_ms += [
                seen.painted_delay_ms[cue]
                for cue, raised in seen.raised.items()
                if raised.rule in PHRASE_RULES and cue in seen.painted_delay_ms
            ]
    count = f"{len(from_word_ms)} prompts in {calls} calls"
    return [
        Row(
            name="window visible after start",
            value=max(visible_s),
            goal=1.0,
            unit="s",
            note=f"worst of {calls}",
        ),
        Row(
            name="listening after start",
            value=max(listening_s),
            goal=3.0,
            unit="s",
            note=f"worst of {calls}",
        ),
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
            note=count,
        ),
    ]


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


def _listen() -> _Seen:
    """Follow the engine until the call is saved."""
    seen = _Seen()
    last_input_ns = 0
    painted_ns: dict[int, int] = {}
    with EngineClient(paths.engine_socket(), start_timeout_s=30) as link:
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
                case CueShown() if message.cue in seen.raised:
                    seen.shown_at[message.cue] = message.at
                case CuePainted():
                    seen.painted_delay_ms[message.cue] = message.delay_ms
                    painted_ns[message.cue] = now_ns
                case Input():
                    last_input_ns = now_ns
                case CallSaved():
                    _add_paint_times(seen, painted_ns)
                    return seen
    raise TimeoutError("The demo call did not end.")


def _add_paint_times(seen: _Seen, painted_ns: dict[int, int]) -> None:
    """From the partial to the paint, for cues that were shown as soon as they were raised.

    Arrival of the window's report stands for the paint: later than it by a socket's way, so the
    figure errs against us.
    """
    for cue, trigger_ns in seen.trigger_ns.items():
        if cue in painted_ns and seen.shown_at.get(cue) == seen.raised[cue].at:
            seen.to_paint_ms.append((painted_ns[cue] - trigger_ns) / 1e6)
