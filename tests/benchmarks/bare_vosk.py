"""The yardstick: the shortest sensible Vosk program over the same sound.

One process, one Model, two recognizers in one thread, 100 ms blocks, word times on, a partial after
each block. Prints CPU seconds after model load and the peak resident size as one JSON line.

    python -m tests.benchmarks.bare_vosk MODEL AGENT.raw CUSTOMER.raw
"""

import json
import sys
import time
from pathlib import Path

import vosk

from tests.benchmarks.measure import peak_mb

_BLOCK_BYTES = 3200
"""100 ms of 16-bit mono at 16 kHz."""


def main(model_folder: str, agent: Path, customer: Path) -> None:
    vosk.SetLogLevel(-1)
    model = vosk.Model(model_folder)
    recognizers = [vosk.KaldiRecognizer(model, 16_000) for _ in range(2)]
    for recognizer in recognizers:
        recognizer.SetWords(True)
    began = time.process_time()
    sounds = [agent.read_bytes(), customer.read_bytes()]
    words = 0
    for offset in range(0, len(sounds[0]), _BLOCK_BYTES):
        for recognizer, sound in zip(recognizers, sounds, strict=True):
            if recognizer.AcceptWaveform(sound[offset : offset + _BLOCK_BYTES]):
                words += len(json.loads(recognizer.Result()).get("result", ()))
            else:
                json.loads(recognizer.PartialResult())
    for recognizer in recognizers:
        words += len(json.loads(recognizer.FinalResult()).get("result", ()))
    cpu_s = time.process_time() - began
    print(json.dumps({"cpu_s": cpu_s, "peak_mb": peak_mb(), "words": words}))


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3]))
