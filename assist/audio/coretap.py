"""What a Mac plays, on macOS 14.2 and later: a small helper that taps it and writes it to a pipe.

The helper (`packaging/macos/callassist-tap.swift`) is told which process to leave out and writes
one line of JSON (`rate`, `channels`, `device`), then little-endian 16-bit frames for as long as it
lives; what goes wrong is one line on its stderr. Written from Apple's documentation and never run.
What is known: an app without the user's permission gets silence instead of an error, and there is
no way to ask whether it has it. Without the helper BlackHole is taken, an input like any other.
"""

import json
import os
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from assist.audio.capture import FRAGMENT_MS, Push
from assist.audio.errors import AudioError
from assist.audio.portaudio import PortAudio

PROGRAM = "callassist-tap"
_BEGIN_S = 5.0
_LEAVE_S = 2.0
_LONGEST_HEAD = 4096

PERMISSION = (
    "If the customer stays silent, allow Call Assist in System Settings under Privacy & Security, "
    "Screen & System Audio Recording."
)


def find_helper() -> Path | None:
    """The helper beside the app's own program, or on the PATH; None where there is none."""
    beside = Path(sys.executable).with_name(PROGRAM)
    if beside.is_file():
        return beside
    found = shutil.which(PROGRAM)
    return Path(found) if found else None


class Taps:
    """The outputs as far ends, as `system.FarEnds`."""

    def __init__(self, helper: Callable[[], Path | None] = find_helper) -> None:
        self._helper = helper

    def outputs(self) -> tuple[str, ...]:
        """Names of the outputs, the usual one first. Raises AudioError."""
        self._find()
        return PortAudio().outputs()

    def open(self, device: str, push: Push) -> "TapStream":
        """Hear what is played to an output, "" for the usual one. Raises AudioError."""
        return TapStream([self._find()], device, push)

    def _find(self) -> Path:
        helper = self._helper()
        if helper is None:
            raise AudioError(
                f"The helper {PROGRAM} is missing, so what this Mac plays cannot be heard; install "
                "Call Assist anew, or BlackHole and set it as customer_device."
            )
        return helper


class TapStream:
    """A running tap of all that is played; a `CaptureStream`.

    `command` is the helper with its arguments; `device` the output to follow, "" for the usual one
    (the tap follows the system's choice by itself then). Raises AudioError.
    """

    # A tap sends zeros while nothing plays, but nothing at all while its device is being changed.
    fills = False

    def __init__(
        self,
        command: Sequence[str | os.PathLike[str]],
        device: str,
        push: Push,
        *,
        clock: Callable[[], int] = time.monotonic_ns,
        begin_s: float = _BEGIN_S,
    ) -> None:
        self._push = push
        self._clock = clock
        self._is_closing = threading.Event()
        self._why = ""
        """Why the helper's sound has ended, "" while it has not."""
        arguments = ["--without", str(os.getpid()), *(("--device", device) if device else ())]
        try:
            self._process = subprocess.Popen(
                [*command, *arguments],
                stdin=subprocess.PIPE,  # its end tells the helper that we are gone
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                bufsize=0,
            )
        except OSError as error:
            raise AudioError(
                f"The helper {PROGRAM} cannot be started ({error.strerror}); install Call Assist "
                "anew, or set BlackHole as customer_device."
            ) from None
        self.device, self.rate, self.channels = device, 0, 0
        self._begun = threading.Event()
        self._thread = threading.Thread(target=self._run, name="tap", daemon=True)
        self._thread.start()
        has_begun = self._begun.wait(begin_s)
        if not has_begun or self.ended:
            why = self._why if has_begun else "it does not begin"
            self.close()
            raise AudioError(f"What this Mac plays cannot be heard ({why}). {PERMISSION}")

    @property
    def ended(self) -> str | None:
        """Why no more sound comes, or None."""
        if not self._why:
            return None
        return f"What is played to {self.device} is not heard any more ({self._why})."

    def close(self) -> None:
        """End the helper; nothing is pushed once this returns."""
        self._is_closing.set()
        if self._process.poll() is None:
            self._process.terminate()
            try:
                self._process.wait(_LEAVE_S)
            except subprocess.TimeoutExpired:
                self._process.kill()
                self._process.wait()
        if self._thread is not threading.current_thread():
            self._thread.join()
        for pipe in (self._process.stdin, self._process.stdout, self._process.stderr):
            if pipe is not None:
                pipe.close()

    # --- the thread that reads --------------------------------------------------------------------

    def _run(self) -> None:
        try:
            self._read()
        except (OSError, ValueError, KeyError, TypeError) as error:
            self._why = f"the helper cannot be understood: {error}"
        finally:
            self._why = self._why or self._complaint() or "the helper has ended"
            self._begun.set()

    def _read(self) -> None:
        assert self._process.stdout is not None
        out = self._process.stdout
        head = b""
        while not head.endswith(b"\n"):
            sign = out.read(1)
            if not sign or len(head) > _LONGEST_HEAD:
                return
            head += sign
        told = json.loads(head)
        self.rate, self.channels = int(told["rate"]), int(told["channels"])
        self.device = self.device or str(told["device"])
        size = 2 * self.channels
        fragment = size * (self.rate * FRAGMENT_MS // 1000)
        self._begun.set()
        left = b""
        while data := out.read(fragment):
            data = left + data
            whole = len(data) // size * size
            left = data[whole:]
            if whole and not self._is_closing.is_set():
                self._push(data[:whole], whole // size, self._clock())

    def _complaint(self) -> str:
        """The last line that the helper wrote of its troubles."""
        assert self._process.stderr is not None
        lines = self._process.stderr.read(_LONGEST_HEAD).decode(errors="replace").split("\n")
        return next((line.strip() for line in reversed(lines) if line.strip()), "")
