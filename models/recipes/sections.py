"""`python -m models.recipes.sections`: what else the model's README tells, measured and written.

Leaves Markdown files in WORK/report, which `report.py` puts into the README: confidence (fitted
first), pocketsphinx on the same audio, trigger phrases in whole calls, spoken names.
"""

import argparse
import random
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from assist.speech.confidence import load_calibrator
from models.recipes import compare, confidence, measure_names, measure_triggers

REPOSITORY = Path(__file__).resolve().parents[2]
Tell = Callable[[str], None]


def calibrated(model: Path, data: Path, work: Path, tell: Tell) -> str:
    """Fit the model's confidence.json and judge it."""
    made = confidence.fit(confidence.hear(model, confidence.clips_to_fit(data, work), tell))
    confidence.write(model, *made)
    calibrate = load_calibrator(model)
    assert calibrate is not None
    judged = confidence.hear(model, confidence.clips_to_judge(data, work), tell)
    return f"""## Is its confidence honest?

`confidence.json` turns Vosk's confidences into the chance that a word is right. It was fitted on
training voices saying fresh sentences (clean, telephone, noise) and on half of the held-out
speakers of speechocean762; judged here on other sentences, voices and speakers, none of them used
for fitting. "Error": the expected calibration error.

{confidence.report(judged, calibrate)}
"""


def compared(model: Path, data: Path, work: Path, tell: Tell) -> str:
    """The same audio by pocketsphinx."""
    return f"""## Beside pocketsphinx

pocketsphinx 5.1 with its own en-us acoustic model and language model, the same audio in the same
blocks, up to 24 recordings a set. CPU: seconds of one core per second of sound, asked for text
after each block of 100 ms.

{compare.table(model, data, work, 24, tell)}
"""


def triggered(model: Path, data: Path, work: Path, tell: Tell) -> str:
    """Trigger phrases of whole calls."""
    lines = measure_triggers.table(str(model), data, work, 24, tell)
    return f"""## What sets off prompts, in whole calls

Two-sided calls in no training text (`models/recipes/held_out_calls.txt`, and typed complaints whose
licence allows measuring only), said by held-out voices, heard by the app with its voice gate; found
where the true words have them. Repeat: `python -m models.recipes.measure_triggers`.

{lines}
"""


def named(model: Path, data: Path, work: Path, tell: Tell) -> str:
    """Names as they are heard, and with the caller's name joined."""
    known = measure_names.known_words(model)
    people = measure_names.callers(data, known, 20, random.Random(11))
    parts = []
    for band in ("full", "telephone"):
        text = measure_names.tables(measure_names.Measuring(model, work, band), people)
        tell(text)
        parts.append(text)
    parts.append(measure_names.real_callers(data))
    return "## Spoken names\n\nSee `docs/names.md`.\n\n" + "\n".join(parts)


SECTIONS = {
    "1_confidence": calibrated,
    "2_pocketsphinx": compared,
    "3_triggers": triggered,
    "4_names": named,
}


def write_sections(
    model: Path, data: Path, work: Path, tell: Tell, only: Sequence[str] = ()
) -> None:
    """Measure and write the sections; `only` some of them by name."""
    folder = work / "report"
    folder.mkdir(parents=True, exist_ok=True)
    for name, make in SECTIONS.items():
        if not only or name.partition("_")[2] in only:
            try:
                text = make(model, data, work, tell)
            except ImportError as error:
                tell(f"left out: {name} ({error})")
                continue
            (folder / f"{name}.md").write_text(text, encoding="utf-8")


def main(arguments: Sequence[str] | None = None) -> int:
    """The command line."""
    parser = argparse.ArgumentParser(prog="python -m models.recipes.sections")
    parser.add_argument("--model", type=Path, default=REPOSITORY / "models" / "starter")
    parser.add_argument("--data", type=Path, default=REPOSITORY.parent / "shared" / "data")
    parser.add_argument("--work", type=Path, default=Path("build/starter"))
    parser.add_argument(
        "only", nargs="*", choices=[[], *(name.partition("_")[2] for name in SECTIONS)]
    )
    given = parser.parse_args(arguments)
    write_sections(
        given.model, given.data, given.work, lambda line: print(line, flush=True), given.only
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
