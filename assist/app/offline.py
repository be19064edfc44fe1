"""Calls that are over: recordings through every stage, journals run again."""

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from assist.app.chosen import load_settings
from assist.app.playbooks import call_playbook
from assist.app.sound import open_recording
from assist.app.speech import load_for_calls
from assist.core.events import Event, Input

if TYPE_CHECKING:
    from assist.cues.playbook import Playbook
    from assist.session.replay import Replay

EventSink = Callable[[Event], None]
ProgressSink = Callable[[int, int], None]
"""Told call milliseconds done and in all."""


def transcribe(
    *,
    files: Sequence[Path],
    model: str,
    playbook: Path | None,
    customer_name: str,
    agent_channel: int,
    gate: bool,
    on_event: EventSink,
    on_progress: ProgressSink | None,
) -> tuple[str, ...]:
    """Run a recording through every stage, giving each event to `on_event`.

    Returns sentences about what was wrong with the files but could be borne.
    """
    from assist.core.events import CallStarted
    from assist.session.call import CallSession
    from assist.session.offline import run_offline

    chosen = load_settings()
    recording = open_recording(files, agent_channel=agent_channel)
    session = CallSession(call_playbook(chosen, playbook))
    # A promise's "tomorrow" counts from the day of the call; the file's own time is closest to it.
    recorded_at = datetime.fromtimestamp(files[0].stat().st_mtime).astimezone()
    started = CallStarted(
        at=0,
        call=files[0].stem,
        started_at=recorded_at.isoformat(timespec="seconds"),
        source=", ".join(file.name for file in files),
        customer_name=customer_name,
        agent=chosen.agent_name,
    )
    run_offline(
        recording,
        load_for_calls(model or chosen.model, customer_name=customer_name),
        session,
        started=started,
        gate=gate,
        pauses_for_cards=chosen.pause_for_cards,
        on_event=on_event,
        progress=on_progress,
    )
    return tuple(recording.warnings)


def replay(journal: Path) -> "Replay":
    """Run a journal again with the playbook it holds, and compare."""
    from assist.app.sealing import journal_records
    from assist.cues.playbook import parse_playbook
    from assist.session.call import CallSession
    from assist.session.journal import read_journal
    from assist.session.replay import replay as run_again

    recorded = read_journal(journal, journal_records())
    header = recorded.header
    book = parse_playbook(header.playbook, name=header.playbook_name)
    return run_again(recorded, CallSession(book))


def run_inputs(playbook: "Playbook", inputs: Sequence[Input]) -> Iterator[Event]:
    """A call's inputs through a fresh session with this playbook; gives its outputs."""
    from assist.session.call import CallSession

    session = CallSession(playbook)
    for event in inputs:
        yield from session.handle(event)
