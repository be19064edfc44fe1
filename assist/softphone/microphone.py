"""For phones that tell nothing: a chosen program uses the microphone, and both sides speak.

The program alone may be testing the headset or ringing, so it is only looked at more closely then:
a call is told of once a voice was heard on each side.
"""

import logging
import threading
from collections.abc import Callable
from typing import Protocol

from assist.core.commands import PhoneAction, ReportPhone

LOOK_S = 1.0
LOOKS_TO_START = 2
"""So often in a row it must look like a call: phones open the microphone to test it."""
LOOKS_TO_END = 5
"""Phones close the microphone for moments, when a headset is changed or a call is transferred."""

_log = logging.getLogger(__name__)


class Voices(Protocol):
    """What `audio.voices.BothVoices` is: tells whether both sides have spoken since its start."""

    def start(self) -> bool: ...
    @property
    def were_heard(self) -> bool: ...
    def close(self) -> None: ...


class Debounce:
    """Turns looks into starts and ends; a look that saw nothing (None) changes nothing."""

    def __init__(self) -> None:
        self._is_on = False
        self._count = 0

    def look(self, is_on: bool | None) -> PhoneAction | None:
        if is_on is None:
            return None
        if is_on is self._is_on:
            self._count = 0
            return None
        self._count += 1
        if self._count < (LOOKS_TO_START if is_on else LOOKS_TO_END):
            return None
        self._is_on, self._count = is_on, 0
        return PhoneAction.STARTED if is_on else PhoneAction.ENDED


class MicrophoneSource:
    """A `core.interfaces.PhoneSource`.

    `is_in_call` looks once, from this source's thread: None where it cannot tell; `close` lets go
    of what it holds open. `voices` makes what listens for both sides; where that cannot be opened
    the program's use of the microphone has to do.
    """

    def __init__(
        self,
        is_in_call: Callable[[], bool | None],
        close: Callable[[], None] = lambda: None,
        *,
        voices: Callable[[], Voices] | None = None,
        look_s: float = LOOK_S,
    ) -> None:
        self._is_in_call = is_in_call
        self._close = close
        self._make_voices = voices
        self._look_s = look_s
        self._stopping = threading.Event()
        self._thread: threading.Thread | None = None

    def start(self, report: Callable[[ReportPhone], None]) -> None:
        self._thread = threading.Thread(target=self._run, args=(report,), name="microphone-watch")
        self._thread.start()

    def stop(self) -> None:
        self._stopping.set()
        if self._thread is not None:
            self._thread.join()

    def _run(self, report: Callable[[ReportPhone], None]) -> None:
        debounce = Debounce()
        is_told = False
        voices: Voices | None = None
        try:
            while not self._stopping.wait(self._look_s):
                action = debounce.look(self._is_in_call())
                if action is PhoneAction.STARTED:
                    voices = self._listen()
                    is_told = voices is None
                elif action is PhoneAction.ENDED:
                    voices = _close(voices)
                    is_told, action = False, action if is_told else None
                elif voices is not None and voices.were_heard:
                    voices = _close(voices)
                    is_told, action = True, PhoneAction.STARTED
                if action is not None and (is_told or action is PhoneAction.ENDED):
                    report(ReportPhone(action=action, origin="microphone"))
        except Exception:
            _log.exception("The watch over the microphone failed")
        finally:
            _close(voices)
            self._close()

    def _listen(self) -> Voices | None:
        voices = self._make_voices() if self._make_voices else None
        return voices if voices is not None and voices.start() else None


def _close(voices: Voices | None) -> Voices | None:
    """Let go of what listens; nothing is left of it."""
    if voices is not None:
        voices.close()
    return None
