"""Which programs use the sound server: a softphone that records and plays is in a call (Linux)."""

from collections.abc import Iterable, Sequence
from typing import Any

from assist.audio.errors import AudioError
from assist.audio.server import connect, is_ours


class ProgramWatch:
    """Looks whether one of the programs, by the names of their files, is in a call.

    One thread at a time; `close` when done. Keeps its line to the sound server and makes it anew
    where the server was restarted.
    """

    def __init__(self, programs: Sequence[str]) -> None:
        self._programs = frozenset(program.lower() for program in programs)
        self._pulse: Any = None

    def is_in_call(self) -> bool | None:
        """Whether one of them records and plays just now; None where no server answers."""
        try:
            if self._pulse is None:
                self._pulse = connect("Call Assist: softphone")
            recording = self._of(self._pulse.source_output_list())
            playing = self._of(self._pulse.sink_input_list())
        except AudioError:
            return None
        except Exception as error:
            if not is_ours(error):
                raise
            self.close()
            return None
        return bool(recording & playing)

    def close(self) -> None:
        pulse, self._pulse = self._pulse, None
        if pulse is not None:
            pulse.close()

    def _of(self, streams: Iterable[Any]) -> set[str]:
        """Which of the programs have a stream that is not stopped."""
        names = {
            str(stream.proplist.get("application.process.binary", "")).lower()
            for stream in streams
            if not getattr(stream, "corked", False)
        }
        return names & self._programs
