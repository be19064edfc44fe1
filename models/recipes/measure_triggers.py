"""`python -m models.recipes.measure_triggers`: does what sets off prompts survive recognition?

Whole two-sided calls (`held_out_calls.txt`, in no training text) are said by voices the model never
heard, a party a voice, and run through the app twice: as the true words at the times they were
said, and as the speech model hears the sound (voice gate, echo rules and all). Counted is how many
of the detections and playbook phrases found in the true words are found at the same place in what
was recognized, and how many are found there that are not in the true words.
"""

import argparse
import random
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from assist.app import load_playbook, load_settings, load_speech_model
from assist.core.audio import BLOCK_MS, SAMPLES_PER_MS, AudioBlock
from assist.core.events import CallStarted, Detection, DetectionWithdrawn, Event, FinalResult
from assist.core.interfaces import SpeechModel
from assist.core.words import Party
from assist.cues.phrasewatch import PhraseWatch
from assist.cues.playbook import Playbook
from assist.review.hearing import dialogue_inputs
from assist.review.labelled import Dialogue, Turn
from assist.session.call import CallSession
from assist.session.offline import run_offline
from models.recipes import corpora, synthesis
from models.recipes.measure import Samples, edits, telephone

REPOSITORY = Path(__file__).resolve().parents[2]
CALLS = Path(__file__).parent / "held_out_calls.txt"
_BEFORE_MS, _GAP_MS, _AFTER_MS = 400, 700, 1500
_NEAR_MS = 2500
"""Detections this far apart are of the same words: ends of words are not heard to the moment."""

Place = tuple[str, Party | None, int]  # what was found, of whom, when its words ended (ms)


def held_out_calls() -> list[list[tuple[Party, str]]]:
    """The calls written to measure with."""
    lines = [line for line in CALLS.read_text().splitlines() if not line.startswith("#")]
    calls = "\n".join(lines).strip().split("\n\n")
    parties = {"A": Party.AGENT, "C": Party.CUSTOMER}
    return [
        [(parties[line[0]], line[2:].strip()) for line in call.splitlines() if line.strip()]
        for call in calls
    ]


def typed_complaints(data: Path, most: int) -> list[list[tuple[Party, str]]]:
    """Real complaints whose licence keeps them out of training: for measuring only."""
    from models.recipes.text import sentences

    parties = {"agent": Party.AGENT, "customer": Party.CUSTOMER}
    found = []
    for row in corpora.rows(data / "dialogues" / "dialogue_dev.jsonl.gz"):
        if row.get("commercial_ok") is not False:
            continue
        plain = [
            (parties[turn["speaker"]], " ".join(sentences(turn["text"]))) for turn in row["turns"]
        ]
        turns = [(party, text) for party, text in plain if len(text.split()) > 1]
        if len(turns) >= 4 and all("_" not in text for _, text in turns):
            found.append(turns)
    return random.Random(4).sample(found, min(most, len(found)))


@dataclass(slots=True, kw_only=True)
class _Side:
    """A party's channel as a recording gives it: blocks of sound for both parties."""

    sound: dict[Party, Samples]
    duration_ms: int

    def blocks(self) -> Iterator[tuple[AudioBlock, AudioBlock]]:
        size = BLOCK_MS * SAMPLES_PER_MS
        for at in range(0, len(self.sound[Party.AGENT]) - size + 1, size):
            agent, customer = (
                AudioBlock(
                    party=party, index=at, samples=self.sound[party][at : at + size].tobytes()
                )
                for party in (Party.AGENT, Party.CUSTOMER)
            )
            yield agent, customer


@dataclass(frozen=True, slots=True, kw_only=True)
class SpokenCall:
    """A call's sound, and its words with their times."""

    name: str
    sides: _Side
    dialogue: Dialogue


def spoken(
    name: str,
    turns: Sequence[tuple[Party, str]],
    voices: dict[Party, synthesis.Voice],
    work: Path,
    band: str,
) -> SpokenCall:
    """The call said turn by turn; each turn's sound is kept in `work`."""
    placed: list[Turn] = []
    pieces: list[tuple[Party, int, Samples]] = []
    at = _BEFORE_MS
    for number, (party, text) in enumerate(turns):
        path = work / f"{name}_{number:02d}_{voices[party].name}.npy"
        if not path.exists():
            np.save(path, synthesis.speak(text, voices[party]))
        sound: Samples = np.load(path)
        sound = telephone(sound) if band == "telephone" else sound
        length = len(sound) // SAMPLES_PER_MS
        placed.append(Turn(party=party, text=text, start=at, end=at + length))
        pieces.append((party, at, sound))
        at += length + _GAP_MS
    total = -(-(at + _AFTER_MS) // BLOCK_MS) * BLOCK_MS * SAMPLES_PER_MS
    rng = np.random.default_rng(len(turns))
    # A line is never quite silent.
    sides = {party: rng.normal(0, 8, total).astype(np.int16) for party in Party}
    for party, begin, sound in pieces:
        sides[party][begin * SAMPLES_PER_MS :][: len(sound)] += sound
    return SpokenCall(
        name=name,
        sides=_Side(sound=sides, duration_ms=total // SAMPLES_PER_MS),
        dialogue=Dialogue(id=name, set="held out", turns=tuple(placed)),
    )


class _Finds:
    """Collects what a run of the app finds, by label, party and time."""

    def __init__(self, playbook: Playbook) -> None:
        self._watch = PhraseWatch(playbook.rules)
        self._detected: dict[int, Place] = {}
        self._said: dict[str, Place] = {}
        self.words: dict[Party, list[str]] = {party: [] for party in Party}

    def take(self, event: Event) -> None:
        if isinstance(event, Detection):
            place = f"{event.label} {event.detail}".strip()
            self._detected[event.number] = (place, event.party, event.evidence.end)
        elif isinstance(event, DetectionWithdrawn):
            self._detected.pop(event.number, None)
        elif isinstance(event, FinalResult):
            self.words[event.party] += event.text.split()
            facts, _ = self._watch.handle(event, {})
            for fact in facts:
                assert fact.evidence is not None
                # One phrase may serve several rules; it is one thing said.
                key = f"{fact.party} {event.utterance} {fact.evidence.end}"
                self._said[key] = ("phrase of the playbook", fact.party, fact.evidence.end)

    def places(self) -> list[Place]:
        """Everything found, without what rests on times alone or on free words (names, values)."""
        found = [place for place in self._detected.values() if place[0].split()[0] not in _NOT_SAID]
        return [*found, *self._said.values()]


_NOT_SAID = frozenset(
    {"talk_over", "dead_air", "monologue", "name_given", "uses_name", "speaks_fast"}
)


def true_finds(call: SpokenCall, playbook: Playbook) -> _Finds:
    """What the app finds in the words that were said."""
    session, finds = CallSession(playbook), _Finds(playbook)
    for event in dialogue_inputs(call.dialogue, recognized=True).inputs:
        if isinstance(event, FinalResult):
            finds.take(event)
        for output in session.handle(event):
            finds.take(output)
    return finds


def heard_finds(call: SpokenCall, playbook: Playbook, model: SpeechModel) -> _Finds:
    """What the app finds in what it hears."""
    finds = _Finds(playbook)
    started = CallStarted(
        at=0, call=call.name, started_at="2026-11-20T10:00:00+01:00", source="measuring"
    )
    run_offline(call.sides, model, CallSession(playbook), started=started, on_event=finds.take)
    return finds


def compare(said: Sequence[Place], heard: Sequence[Place]) -> tuple[list[Place], list[Place]]:
    """(what was missed, what was found that was not there). Each find counts once."""
    left = list(heard)
    missed: list[Place] = []
    for place in sorted(said, key=lambda one: one[2]):
        near = [
            other
            for other in left
            if other[:2] == place[:2] and abs(other[2] - place[2]) <= _NEAR_MS
        ]
        if near:
            left.remove(min(near, key=lambda other: abs(other[2] - place[2])))
        else:
            missed.append(place)
    return missed, left


@dataclass(slots=True, kw_only=True)
class Tally:
    """Counts over calls."""

    said: Counter[str] = field(default_factory=Counter)
    missed: Counter[str] = field(default_factory=Counter)
    false: Counter[str] = field(default_factory=Counter)
    by_call: list[tuple[int, int]] = field(default_factory=list)
    wrong_words: int = 0
    words: int = 0
    seconds: float = 0.0

    def add(self, call: SpokenCall, true: _Finds, heard: _Finds) -> None:
        missed, false = compare(true.places(), heard.places())
        self.said.update(label for label, _, _ in true.places())
        self.missed.update(label for label, _, _ in missed)
        self.false.update(label for label, _, _ in false)
        self.by_call.append((len(true.places()) - len(missed), len(true.places())))
        for party in Party:
            self.wrong_words += edits(true.words[party], heard.words[party])
            self.words += len(true.words[party])
        self.seconds += call.sides.duration_ms / 1000

    def recall(self) -> tuple[float, float, float]:
        """Share found, with the interval of 95 % over whole calls drawn anew."""
        counts = np.array(self.by_call)
        drawn = counts[np.random.default_rng(0).integers(0, len(counts), (2000, len(counts)))].sum(
            1
        )
        low, high = np.percentile(drawn[:, 0] / np.maximum(drawn[:, 1], 1), [2.5, 97.5])
        found, total = counts.sum(0)
        return found / max(1, total), float(low), float(high)


def row(title: str, tally: Tally) -> str:
    """A row of the table."""
    share, low, high = tally.recall()
    said = sum(tally.said.values())
    per_hour = sum(tally.false.values()) * 3600 / max(1.0, tally.seconds)
    wer = 100 * tally.wrong_words / max(1, tally.words)
    return (
        f"| {title} | {len(tally.by_call)} | {said} | {100 * share:.1f} % "
        f"({100 * low:.1f} – {100 * high:.1f}) | {per_hour:.0f} | {wer:.1f} % |"
    )


HEAD = (
    "| calls | number | triggers said | found (95 % interval) | others found, per hour | WER |\n"
    "|---|---|---|---|---|---|"
)


def measure(
    model: SpeechModel,
    calls: Sequence[Sequence[tuple[Party, str]]],
    playbook: Playbook,
    work: Path,
    band: str,
    name: str,
) -> Tally:
    """All calls with one model in one band; voices take turns."""
    work.mkdir(parents=True, exist_ok=True)
    voices = synthesis.held_out_voices()
    tally = Tally()
    for number, turns in enumerate(calls):
        pair = {
            Party.AGENT: voices[(2 * number) % len(voices)],
            Party.CUSTOMER: voices[(2 * number + 3) % len(voices)],
        }
        call = spoken(f"{name}{number:02d}", turns, pair, work, band)
        tally.add(call, true_finds(call, playbook), heard_finds(call, playbook, model))
    return tally


def table(
    model_name: str,
    data: Path,
    work: Path,
    typed: int,
    tell: Callable[[str], None],
    details: list[str] | None = None,
) -> str:
    """The table as Markdown; `details` gets a line for each label."""
    playbook, model = load_playbook(load_settings()), load_speech_model(model_name)
    sets = [("whole calls", "call", held_out_calls())]
    if typed and (data / "dialogues").is_dir():
        sets.append(("typed complaints", "typed", typed_complaints(data, typed)))
    lines = [HEAD]
    for title, name, calls in sets:
        for band in ("clean", "telephone"):
            tally = measure(model, calls, playbook, work / "calls", band, name)
            lines.append(row(f"{title}, {band}", tally))
            tell(lines[-1])
            if details is not None:
                details.append(f"\n{title}, {band}: label, said, missed, others found")
                details += [
                    f"  {label:40} {tally.said[label]:4} {tally.missed[label]:4} "
                    f"{tally.false[label]:4}"
                    for label in sorted({*tally.said, *tally.false})
                ]
    return "\n".join(lines) + "\n"


def main(arguments: Sequence[str] | None = None) -> int:
    """The command line."""
    parser = argparse.ArgumentParser(prog="python -m models.recipes.measure_triggers")
    parser.add_argument("--model", default=str(REPOSITORY / "models" / "starter"))
    parser.add_argument("--data", type=Path, default=REPOSITORY.parent / "shared" / "data")
    parser.add_argument("--work", type=Path, default=Path("build/starter"))
    parser.add_argument("--typed", type=int, default=24, help="typed complaints to say as well")
    parser.add_argument("--details", action="store_true", help="by label")
    given = parser.parse_args(arguments)
    details: list[str] = []
    print(HEAD)
    table(
        given.model,
        given.data,
        given.work,
        given.typed,
        lambda line: print(line, flush=True),
        details,
    )
    if given.details:
        print("\n".join(details))
    return 0


if __name__ == "__main__":
    sys.exit(main())
