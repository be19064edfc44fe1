"""Our whole chain over the same sound as `bare_vosk`: recognizers, stages, journal on disk.

Prints CPU seconds after model load, peak resident size and the cue engine's time per partial as one
JSON line.

    python -m tests.benchmarks.engine_run MODEL AGENT.wav CUSTOMER.wav gate|no-gate
"""

import json
import sys
import tempfile
import time
from pathlib import Path

from assist import __version__, app, paths
from assist.audio.files import open_recording
from assist.core.events import CallStarted, Event
from assist.cues.playbook import load_playbook
from assist.session.call import CallSession
from assist.session.journal import JournalHeader
from assist.session.journal_writer import JournalWriter
from assist.session.offline import run_offline
from tests.benchmarks.measure import peak_mb


def main(model_folder: Path, sides: list[Path], gate: bool) -> None:
    model = app.load_for_calls(str(model_folder))
    playbook = load_playbook(paths.resources_dir() / "playbooks" / "default.toml")
    header = JournalHeader(
        app=__version__,
        model=model.name,
        playbook_name=playbook.name,
        playbook_hash=playbook.hash,
        playbook=playbook.text,
    )
    session = CallSession(playbook)  # compiles the phrases: part of loading, like the model
    began = time.process_time()
    words = 0

    def count(event: Event) -> None:
        nonlocal words
        words += len(getattr(event, "words", ()))

    with tempfile.TemporaryDirectory() as folder:
        run_offline(
            open_recording(sides),
            model,
            session,
            started=CallStarted(
                at=0, call="benchmark", started_at="2026-01-05T10:00:00+00:00", source="benchmark"
            ),
            gate=gate,
            on_event=count,
            journal=JournalWriter(Path(folder), header),
        )
    cpu_s = time.process_time() - began
    print(json.dumps({"cpu_s": cpu_s, "peak_mb": peak_mb(), "words": words}))


if __name__ == "__main__":
    main(Path(sys.argv[1]), [Path(sys.argv[2]), Path(sys.argv[3])], sys.argv[4] == "gate")
