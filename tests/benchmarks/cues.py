"""Time of all stages above the recognizers per partial result, over a long call."""

import tempfile
import time
from pathlib import Path

from assist import app
from assist.core.events import CallStarted, Event, Input, PartialResult
from assist.session.call import CallSession
from assist.session.offline import run_offline
from tests.benchmarks.measure import Row, percentile
from tests.benchmarks.sounds import write_call


def rows() -> list[Row]:
    """p99 of `CallSession.handle` for partials; the inputs are recognized first, then timed."""
    chosen = app.load_settings()
    playbook = app.load_playbook(chosen)
    inputs: list[Input] = []

    def keep(event: Event) -> None:
        if isinstance(event, Input):
            inputs.append(event)

    with tempfile.TemporaryDirectory() as folder:
        run_offline(
            app.open_recording(write_call(Path(folder))),
            app.load_speech_model(chosen.model),
            CallSession(playbook),
            started=CallStarted(
                at=0, call="benchmark", started_at="2026-01-05T10:00:00+00:00", source="benchmark"
            ),
            on_event=keep,
        )
    session = CallSession(playbook)
    took_ms: list[float] = []
    for event in inputs:
        began = time.thread_time_ns()
        session.handle(event)
        if isinstance(event, PartialResult):
            took_ms.append((time.thread_time_ns() - began) / 1e6)
    note = f"{len(took_ms)} partials, all stages; p50 {percentile(took_ms, 50):.2f} ms"
    return [
        Row(
            name="stages per partial, p99",
            value=percentile(took_ms, 99),
            goal=1.0,
            unit="ms",
            note=note,
        )
    ]
