"""The one owner of the Vosk library.

Facts behind this file, measured on vosk 0.3.45: a model may be shared by threads, a recognizer must
stay in one (the process aborts otherwise); an odd-length buffer silently shifts all later samples;
only `bytes` are taken; a model path must be a `str`; a sample rate of 0 hangs for ever; text of
partials is stable 0.1 s after a word, word-level partials 1.3 s, so partials are text only.
"""

import logging
import os
import tempfile
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from typing import Any

import msgspec

from assist.core.audio import SAMPLE_RATE, SAMPLES_PER_MS
from assist.core.events import FinalResult, PartialResult
from assist.core.interfaces import RecognizerResult
from assist.core.words import Party, Word
from assist.speech.confidence import Calibrator, load_calibrator
from assist.speech.errors import SpeechError
from assist.speech.layout import ModelLayout, check_layout
from assist.speech.steps import DecodingSteps

_LOG = logging.getLogger(__name__)

RENEW_AFTER_MS = 9 * 60 * 1000
"""Sound fed to one engine recognizer before it is replaced, between two utterances. After ten
minutes it would begin its frames anew by itself, and untold; `steps` has to know. Larger models,
whose memory is reported to grow over calls, are kept in bounds as well."""

RENEW_COMPOSED_MS = 60 * 1000
"""The same for a graph that is composed while it decodes: the states made so far are kept, up to a
gigabyte (measured with a 20,000-word model: from 82 MB to 418 MB in 90 s of a real call;
renewed each minute two sides stay below 450 MB, for no more CPU there)."""

PARTIAL_LEAD_MS = 400
"""How long before its first partial an utterance is taken to have begun: a short word (300 ms) plus
the 100 ms after which its text is stable. The final result's word times replace this guess."""

_LONGEST_REASON = 160
_RATES = range(8_000, 48_001)


class _Token(msgspec.Struct):
    word: str
    start: float
    end: float
    conf: float = 1.0


class _Closed(msgspec.Struct):
    text: str = ""
    result: list[_Token] = []


class _Open(msgspec.Struct):
    partial: str = ""


_CLOSED = msgspec.json.Decoder(_Closed)
_OPEN = msgspec.json.Decoder(_Open)


def load_model(folder: Path, *, is_quiet: bool = True, calibrates: bool = True) -> "VoskModel":
    """Load the speech model in `folder`. Raises SpeechError naming what is missing or broken.

    `calibrates` uses the model's own `confidence.json`, if it has one. `is_quiet` keeps the
    engine's own messages off stderr while it loads (the reason of a failure goes into the
    SpeechError either way).
    """
    layout = check_layout(folder)
    calibrate = load_calibrator(folder) if calibrates else None
    path = str(folder)
    if os.name == "nt" and not path.isascii():
        raise SpeechError(
            f"The speech engine cannot open {folder} on Windows because of its non-English "
            "letters; set CALLASSIST_HOME to a folder with plain letters and install it there."
        )
    # Imported here: the import takes 0.2 s and pulls in `requests`, which --help must not wait for.
    try:
        import vosk
    except (ImportError, OSError) as error:
        raise SpeechError(
            f"The speech engine cannot start ({error}); run `python3 bootstrap.py run` again."
        ) from None
    vosk.SetLogLevel(-1)
    chatter: Callable[[], str] = str
    try:
        if is_quiet:
            with _caught_stderr() as chatter:
                handle = vosk.Model(path)
        else:
            handle = vosk.Model(path)
    except Exception as error:  # the binding raises nothing more precise
        reason = kaldi_reason(chatter()) or str(error)
        raise SpeechError(
            f"The speech model in {folder} cannot be loaded ({reason}); install or import it again."
        ) from None
    damage = kaldi_reason(chatter())
    if damage:
        # A run-time graph that cannot be read is only complained about; decoding then crashes.
        raise SpeechError(
            f"The speech model in {folder} cannot be loaded ({damage}); install or import it again."
        )
    return VoskModel(handle, layout, calibrate)


class VoskModel:
    """A loaded model (a `core.interfaces.SpeechModel`); may be shared by threads."""

    def __init__(
        self, handle: Any, layout: ModelLayout, calibrate: Calibrator | None = None
    ) -> None:
        self._handle = handle
        self._layout = layout
        self._calibrate = calibrate
        self.name = layout.folder.resolve().name

    def recognizer(self, party: Party, sample_rate: int = SAMPLE_RATE) -> "VoskRecognizer":
        """A recognizer for one side, to be used only in the thread that calls this.

        Raises SpeechError when the model's parts do not fit together.
        """
        if sample_rate not in _RATES:
            raise ValueError(f"sample rate {sample_rate}")
        import vosk

        def make() -> Any:
            try:
                engine = vosk.KaldiRecognizer(self._handle, sample_rate)
            except Exception as error:  # the binding raises nothing more precise
                raise SpeechError(
                    f"The speech model in {self._layout.folder} does not fit together ({error}); "
                    "install or import it again."
                ) from None
            engine.SetWords(True)
            return engine

        renew_after_ms = RENEW_COMPOSED_MS if self._layout.is_composed else RENEW_AFTER_MS
        return VoskRecognizer(make, party, renew_after_ms, self._calibrate)

    def knows(self, word: str) -> bool:
        return bool(self._handle.vosk_model_find_word(word) >= 0)

    @cached_property
    def words(self) -> frozenset[str]:
        """Every word the model can recognize; read from its list at first use."""
        lines = self._layout.words_file.read_text(encoding="utf-8", errors="replace").splitlines()
        listed = (line.split(maxsplit=1)[0] for line in lines if line.strip())
        return frozenset(word for word in listed if word[0] not in "<#[!")


class VoskRecognizer:
    """One side's recognizer (a `core.interfaces.Recognizer`): 16-bit mono bytes in, results out."""

    def __init__(
        self,
        make: Callable[[], Any],
        party: Party,
        renew_after_ms: int = RENEW_AFTER_MS,
        calibrate: Calibrator | None = None,
    ) -> None:
        self._make = make
        self._calibrate = calibrate
        self._engine = make()
        self._party = party
        self._renew_after = renew_after_ms * SAMPLES_PER_MS
        self._thread = threading.get_ident()
        self._carry = b""
        self._fed = 0
        """Samples fed since the beginning; `_origin` is where the present engine object began."""
        self._origin = 0
        self._utterance = 0
        self._raw = ""
        self._text = ""
        self._start = 0
        self._closed_at = 0
        self._is_open = False
        """Whether sound was fed since the last result."""
        self._steps = DecodingSteps()

    def accept(self, samples: bytes) -> tuple[RecognizerResult, ...]:
        """Feed sound; an odd last byte waits for the next call. Raises SpeechError."""
        self._check_thread()
        if self._carry or len(samples) & 1:
            samples = self._carry + samples
            even = len(samples) & ~1
            self._carry, samples = samples[even:], samples[:even]
        if not samples:
            return ()
        count = len(samples) >> 1
        self._fed += count
        self._is_open = True
        try:
            is_endpoint = self._engine.AcceptWaveform(samples)
        except Exception as error:  # the binding raises nothing more precise
            raise SpeechError(
                f"The speech model failed on the sound ({error}); choose another model with "
                "`assist models use`."
            ) from None
        may_change = self._steps.may_change(count)
        if is_endpoint:
            return self._final(self._engine.Result())
        if not may_change:
            return ()
        partial = self._partial(self._engine.PartialResult())
        self._steps.saw(is_changed=bool(partial))
        return partial

    def close_utterance(self) -> tuple[RecognizerResult, ...]:
        """Finish what was said so far; the next sound begins a new utterance."""
        self._check_thread()
        self._carry = b""
        if not self._is_open:
            return ()
        final = self._final(self._engine.FinalResult())
        self._steps.restart()
        return final

    def _partial(self, raw: str) -> tuple[RecognizerResult, ...]:
        if raw == self._raw:
            return ()
        self._raw = raw
        text = _OPEN.decode(raw).partial
        if text == self._text:
            return ()
        now = self._fed // SAMPLES_PER_MS
        if not self._text:
            self._start = max(self._closed_at, now - PARTIAL_LEAD_MS)
        self._text = text
        return (
            PartialResult(
                at=now,
                party=self._party,
                utterance=self._utterance,
                start=self._start,
                text=text,
            ),
        )

    def _final(self, raw: str) -> tuple[RecognizerResult, ...]:
        closed = _CLOSED.decode(raw)
        now = self._fed // SAMPLES_PER_MS
        had_partial = bool(self._text)
        words = self._words(closed)
        # An utterance whose partial was a mistake is closed too, so that nothing provisional stays.
        results: tuple[RecognizerResult, ...] = ()
        if closed.text or had_partial:
            guess = self._start if had_partial else max(self._closed_at, now - PARTIAL_LEAD_MS)
            results = (
                FinalResult(
                    at=now,
                    party=self._party,
                    utterance=self._utterance,
                    start=words[0].start if words else guess,
                    end=words[-1].end if words else now,
                    text=closed.text,
                    words=words,
                ),
            )
            self._utterance += 1
        self._raw = self._text = ""
        self._closed_at = now
        self._is_open = False
        if self._fed - self._origin >= self._renew_after:
            self._engine = self._make()
            self._origin = self._fed
            self._steps.restart()
        return results

    def _words(self, closed: _Closed) -> tuple[Word, ...]:
        origin = self._origin // SAMPLES_PER_MS
        words = tuple(
            Word(
                text=token.word,
                start=origin + round(token.start * 1000),
                end=origin + round(token.end * 1000),
                confidence=min(1.0, round(token.conf, 3)),
            )
            for token in closed.result
        )
        return self._calibrate(words) if self._calibrate is not None else words

    def _check_thread(self) -> None:
        if threading.get_ident() != self._thread:
            # Kaldi would abort the process, often much later and without a trace.
            raise RuntimeError("a recognizer is used outside the thread that made it")


def kaldi_reason(chatter: str) -> str:
    """The first complaint in what the engine wrote to stderr, without its prefix; "" if none.

    Kaldi's own ("ERROR (VoskAPI:Read():file.cc:1) …") say more than those of its graph library
    ("ERROR: VectorFst::Read: …").
    """
    lines = chatter.splitlines()
    kaldi = [line for line in lines if line.startswith(("ASSERTION_FAILED (", "ERROR ("))]
    complaints = [line.partition(") ")[2] for line in kaldi] + [
        line.partition(": ")[2] for line in lines if line.startswith(("ERROR: ", "FATAL: "))
    ]
    text = " ".join(complaints[0].split()) if complaints else ""
    return text[:_LONGEST_REASON].rstrip(" .;")


def _is_chatter(line: str) -> bool:
    return "(VoskAPI:" in line or line.startswith(("ERROR: ", "WARNING: ", "FATAL: "))


@contextmanager
def _caught_stderr() -> Iterator[Callable[[], str]]:
    """Keep file descriptor 2 in a temporary file; Kaldi's ERROR lines know no log level.

    What others wrote meanwhile is passed on afterwards.
    """
    caught = ""
    try:
        saved = os.dup(2)
    except OSError:  # no stderr at all (a windowed program)
        yield lambda: caught
        return
    with tempfile.TemporaryFile() as store:
        os.dup2(store.fileno(), 2)
        try:
            yield lambda: caught
        finally:
            os.dup2(saved, 2)
            os.close(saved)
            store.seek(0)
            caught = store.read().decode("utf-8", "replace")
            others = [line for line in caught.splitlines(True) if not _is_chatter(line)]
            if others:
                os.write(2, "".join(others).encode("utf-8", "replace"))
            for line in caught.splitlines():
                _LOG.debug("speech engine: %s", line)
