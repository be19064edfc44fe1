"""Labelled utterances said by synthetic voices and heard by the speech model."""

import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from assist.audio.activity import VoiceGate
from assist.audio.files import read_voice
from assist.audio.telephone import Pcm
from assist.core.audio import BLOCK_MS, SAMPLES_PER_MS, AudioBlock
from assist.core.events import FinalResult, Input
from assist.core.interfaces import SpeechModel
from assist.core.words import Party, Word
from assist.cues.playbook import Playbook
from assist.review.conversations import ProgressSink
from assist.review.errors import ReviewError
from assist.review.labelled import Row
from assist.review.utterances import Finder, Found, detect
from assist.session.channel import ChannelRecognizer
from assist.speech.measure import ErrorRate, align, error_rate, normalized

_BEFORE_MS, _AFTER_MS = 250, 500
_TIMEOUT_S = 60

# The starter model's training never hears these voices.
_COMMANDS = (
    ("flite", "-voice", "rms"),
    ("espeak-ng", "-v", "en-us+m5", "-s", "155"),
    ("espeak-ng", "-v", "en-us+f4", "-s", "155"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """What the model heard of each row, by id, and how many words it got wrong."""

    words: dict[str, tuple[Word, ...]]
    error_rate: ErrorRate

    def finder(self, playbook: Playbook) -> Finder:
        """The app's detectors on the words heard, confidences included."""

        def find(row: Row) -> Found:
            words = self.words[row.id]
            return detect(row, playbook, " ".join(word.text for word in words), words)

        return find


def hear_rows(
    rows: Sequence[Row], model: SpeechModel, *, progress: ProgressSink | None = None
) -> Heard:
    """Have voices say every row, in turns, and the model hear it as it hears a call.

    Raises ReviewError where no voice is installed.
    """
    voices = [command for command in _COMMANDS if shutil.which(command[0])]
    if not voices:
        raise ReviewError("No synthetic voice is installed; install espeak-ng or flite.")
    words: dict[str, tuple[Word, ...]] = {}
    alignments = []
    for number, row in enumerate(rows):
        if progress is not None:
            progress(number, len(rows))
        sound = _say(row.recognized, voices[number % len(voices)])
        words[row.id] = tuple(_hear(sound, model, row.party))
        said = normalized(row.recognized)
        if said:
            heard = [part for word in words[row.id] for part in normalized(word.text)]
            alignments.append(align(said, heard))
    if progress is not None:
        progress(len(rows), len(rows))
    if not alignments:
        raise ReviewError("No row has a word that a voice could say; nothing was heard.")
    return Heard(words=words, error_rate=error_rate(alignments))


def _say(text: str, voice: tuple[str, ...]) -> Pcm:
    with tempfile.TemporaryDirectory() as folder:
        source, target = Path(folder) / "text", Path(folder) / "said.wav"
        source.write_text(f"{text or '.'}\n", encoding="utf-8")
        output = ["-o"] if voice[0] == "flite" else ["-w"]
        try:
            subprocess.run(
                [*voice, "-f", str(source), *output, str(target)],
                check=True,
                capture_output=True,
                timeout=_TIMEOUT_S,
            )
        except (subprocess.SubprocessError, OSError):
            raise ReviewError(
                f"The synthetic voice {voice[0]} failed; check it by hand or remove it."
            ) from None
        sound, _ = read_voice(target)
    return np.pad(sound, (_BEFORE_MS * SAMPLES_PER_MS, _AFTER_MS * SAMPLES_PER_MS))


def _hear(sound: Pcm, model: SpeechModel, party: Party) -> list[Word]:
    """The words a call would hear: voice gate, blocks of 100 ms, a fresh recognizer."""
    channel = ChannelRecognizer(party, model.recognizer(party), gate=VoiceGate(party))
    data, size = sound.astype("<i2").tobytes(), 2 * BLOCK_MS * SAMPLES_PER_MS
    results: list[Input] = []
    for at in range(0, len(data), size):
        # The gate takes whole blocks only.
        samples = data[at : at + size].ljust(size, b"\0")
        results += channel.accept(AudioBlock(party=party, index=at // 2, samples=samples))
    results += channel.finish()
    return [word for result in results if isinstance(result, FinalResult) for word in result.words]
