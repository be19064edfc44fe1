"""`python -m models.recipes.starter`: make the starter model from nothing, stage by stage.

Stages leave their results and a stamp in the work folder; a run that was interrupted goes on where
it stopped (training: at the last epoch). From the first net on, every stage also exports a model
that Vosk can load.
"""

import argparse
import pickle
import random
import shutil
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray

from assist.speech.pronounce import Pronouncer
from models.recipes import (
    alignment,
    chunks,
    cmu,
    cmu_language,
    corpora,
    dataset,
    export,
    g2p,
    language,
    material,
    mmi,
    names,
    native,
    training,
)
from models.recipes.alignment import Gaussians, Labels
from models.recipes.dataset import Features, Utterance
from models.recipes.lexicon import Lexicon, cmu_dictionary
from models.recipes.net import RESIDUAL, Net
from models.recipes.ngram import Model
from models.recipes.perturb import perturbed
from models.recipes.phones import PDFS
from models.recipes.report import write_report

REPOSITORY = Path(__file__).resolve().parents[2]
WORDS, NGRAMS, ORDER = 30000, 250_000, 3
GENERAL_WORDS = 30000  # the most frequent of general English that are recognized, too
RARE = 2e-8  # joint probability below which a trigram of general English is not looked at
VERSIONS = 3  # altered copies of every utterance
NATIVE = VERSIONS + 1  # the version drawn towards native speakers, and
DRAWN = 0.4  # the part of the synthesized utterances drawn
TEMPO = (0.8, 1.2)
FINAL = "final"
FLAT_START = 700  # utterances of each kind the Gaussians learn from
CROSS_ENTROPY = export.Search()
MMI = export.Search(beam=11.5, lattice_beam=5.0, max_active=1200, min_active=50, acoustic_scale=1.0)
Aligned = list[tuple[Labels, Labels] | None]


class Recipe:
    """The stages, in order; each is a method that reads what earlier ones left in `work`."""

    def __init__(
        self, data: Path, work: Path, target: Path, seed: int, scale: float, workers: int
    ) -> None:
        self.data, self.work, self.target = data, work, target
        self.seed, self.scale, self.workers = seed, scale, workers
        self.started = time.monotonic()

    def tell(self, line: str) -> None:
        """Print progress."""
        print(f"[{time.monotonic() - self.started:7.0f} s] {line}", flush=True)

    def run(self, until: str = "") -> None:
        """Run every stage that has no stamp yet."""
        stages: list[Callable[[], None]] = [
            self.words, self.speech, self.features, self.flat_start, self.first_net, self.realign,
            self.second_net, self.sequence_net, self.varied_net, self.native_frames,
            self.averaged_net, self.report,
        ]  # fmt: skip
        self.work.mkdir(parents=True, exist_ok=True)
        for number, stage in enumerate(stages, 1):
            stamp = self.work / f"{stage.__name__}.done"
            if stamp.exists():
                self.tell(f"{number}/{len(stages)} {stage.__name__}: done before")
            else:
                self.tell(f"{number}/{len(stages)} {stage.__name__}")
                random.seed(self.seed)
                torch.manual_seed(self.seed)
                stage()
                stamp.touch()
            if stage.__name__ == until:
                break

    def _save(self, name: str, value: object) -> None:
        partial = self.work / f"{name}.part"
        with partial.open("wb") as out:
            pickle.dump(value, out)
        partial.rename(self.work / f"{name}.pkl")

    def _load(self, name: str) -> Any:
        with (self.work / f"{name}.pkl").open("rb") as saved:
            return pickle.load(saved)  # noqa: S301 (our own file)

    def _lexicon(self) -> Lexicon:
        return self._load("lexicon")  # type: ignore[no-any-return]

    def _utterances(self) -> list[Utterance]:
        return dataset.read_list(self.work / "taught.jsonl")

    def words(self) -> None:
        """Vocabulary, pronunciations and language model."""
        sources = language.load_sentences(self.data, self.seed)
        table = cmu_dictionary()
        people = names.census(self.data)
        unseen = {word for line in sources["own"] for word in line.split()} - set(names.CLASSES)
        unseen = (unseen | set(people.first) | set(people.last)) - table.keys()
        letters = self.work / "english.npz"
        if not letters.exists():
            self.tell(f"learning letters to sounds, for {len(unseen)} words and for later ones")
            g2p.train(table, letters)
        pronounce = Pronouncer(letters)
        table |= {word: list(pronounce(word, 2)) for word in sorted(unseen)}
        chosen = language.vocabulary(sources, table, WORDS)
        general = cmu_language.load()
        more = cmu_language.missing(chosen, general, GENERAL_WORDS, table)
        chosen = sorted({*chosen, *(set(more) - people.first.keys() - people.last.keys())})
        model, number = language.build(
            sources, chosen, ORDER, NGRAMS, lambda known: cmu_language.model(general, known, RARE)
        )
        self.tell(f"{len(chosen)} words besides names, {model.size()} n-grams")
        self._save("lexicon", Lexicon(table))
        self._save("language", (model, number))

    def speech(self) -> None:
        """Synthesize, and decode the real readers."""
        rng = random.Random(self.seed)
        _, number = self._load("language")
        lexicon = self._lexicon()
        people = names.census(self.data)
        words = sorted({*number, *people.first, *people.last} - set(names.CLASSES))
        spoken = corpora.load(self.data)  # with the names that the language model does not see
        lines = material.sentences(self.data, spoken, words, lexicon, rng, self.scale)
        said = material.synthesize(lines, self.work / "tts", rng, self.workers, self.tell)
        taught, kept = material.readers(self.data, self.work / "real", self.scale)
        everything = [*said, *(one for one in taught if lexicon.covers(one.text.split()))]
        rng.shuffle(everything)
        dataset.write_list(self.work / "taught.jsonl", everything)
        dataset.write_list(self.work / "kept.jsonl", kept)

    def features(self) -> None:
        """Log-mels of the sound as it is (version 0) and of its altered copies."""
        for version in range(VERSIONS + 1):
            stem = self.work / f"features{version}"
            if not stem.with_suffix(".f16").exists():
                dataset.compute(
                    self._utterances(), self.work, stem, version, self.seed, self.workers
                )
            self.tell(f"features, version {version} of {VERSIONS}")

    def _version(self, number: int) -> Features:
        return Features(self.work / f"features{number}")

    def flat_start(self) -> None:
        """Gaussians from a uniform split, and the first alignment of everything with them."""
        utterances, frames, lexicon = self._utterances(), self._version(0), self._lexicon()
        tts = [i for i, one in enumerate(utterances) if one.source == "tts"][:FLAT_START]
        real = [i for i, one in enumerate(utterances) if one.source != "tts"][:FLAT_START]
        chains, cepstra, paths = [], [], []
        for index in tts + real:
            chain = alignment.chain(utterances[index].text, lexicon, Gaussians.STATES)
            logmel = frames[index].astype(np.float32)
            if len(logmel) > len(chain.label) * 2 // 3:
                chains.append(chain)
                cepstra.append(alignment.cepstra(logmel))
                paths.append(alignment.uniform_path(chain, logmel))
        gaussians = Gaussians(26)
        together = np.concatenate(cepstra)
        for turn in range(10):
            if turn in (3, 6):
                gaussians = Gaussians(26, 4 if turn == 3 else 8)
            labels = np.concatenate(
                [chain.label[path] for chain, path in zip(chains, paths, strict=True)]
            )
            gaussians.fit(together, labels)
            total = []
            for at, (chain, seen) in enumerate(zip(chains, cepstra, strict=True)):
                found = alignment.viterbi(chain, gaussians.log_densities(seen))
                if found:
                    paths[at] = found[0]
                    total.append(found[1])
            self.tell(f"flat start, turn {turn + 1} of 10: {np.mean(total):.2f} per frame")
        self._align(
            "aligned0", Gaussians.STATES, lambda x: gaussians.log_densities(alignment.cepstra(x))
        )

    def _align(self, name: str, states: int, scores: Callable[[Any], Any]) -> None:
        utterances, frames, lexicon = self._utterances(), self._version(0), self._lexicon()
        aligned: Aligned = []
        for index, one in enumerate(utterances):
            chain = alignment.chain(one.text, lexicon, states)
            logmel = frames[index].astype(np.float32)
            found = alignment.viterbi(chain, scores(logmel)) if len(logmel) > 20 else None
            aligned.append(alignment.frame_labels(chain, found[0], states) if found else None)
            if index % 2000 == 0:
                self.tell(f"aligned {index} of {len(utterances)}")
        self._save(name, aligned)

    def _weights(self, share: float, real: float) -> NDArray[np.float32]:
        """How often an epoch visits each utterance; `real` is the readers' advantage."""
        return np.array(
            [share * (1.0 if one.source == "tts" else real) for one in self._utterances()],
            np.float32,
        )

    def _chunks(
        self, aligned: Aligned, versions: list[int], net: Net, share: float, sequences: bool
    ) -> chunks.Chunks:
        weights = self._weights(share, 2.0)
        return chunks.Chunks(
            [self._version(v) for v in versions], aligned, weights, net.shape, sequences
        )

    def first_net(self) -> None:
        """Two epochs of cross-entropy on the flat start's alignment."""
        net, aligned = Net(), self._load("aligned0")
        data = self._chunks(aligned, [0, 1], net, 1.0, False)
        checkpoint = self.work / "first.ckpt"
        training.train(
            net, training.CrossEntropy(), data, 2, 2e-3, checkpoint, self.seed, self.tell
        )
        self._keep(net, "first", aligned, CROSS_ENTROPY, chunks.priors(aligned))

    def realign(self) -> None:
        """Align everything again with the first net."""
        net, aligned = self._net("first"), self._load("aligned0")
        # Divided by part of the prior: whole, and silence eats the weak phones.
        prior = 0.6 * np.log(chunks.priors(aligned).reshape(PDFS // 2, 2).sum(1)).astype(np.float32)
        self._align("aligned1", 2, lambda x: np.repeat(training.phone_scores(net, x) - prior, 2, 1))

    def second_net(self) -> None:
        """More cross-entropy, on all altered copies."""
        net, aligned = self._net("first"), self._load("aligned1")
        data = self._chunks(aligned, list(range(1, VERSIONS + 1)), net, 1.0, False)
        checkpoint = self.work / "second.ckpt"
        training.train(
            net, training.CrossEntropy(), data, 2, 1.5e-3, checkpoint, self.seed + 1, self.tell
        )
        self._keep(net, "second", aligned, CROSS_ENTROPY, chunks.priors(aligned))

    def sequence_net(self) -> None:
        """Lattice-free MMI, an epoch being a third of the data so that checkpoints come often."""
        net, aligned = self._net("second"), self._load("aligned1")
        objective = training.MutualInformation(
            net, mmi.competition(aligned, export.self_loops(aligned)), 0.4
        )
        training.without_priors(net, chunks.priors(aligned), 0.5)
        data = self._chunks(aligned, list(range(1, VERSIONS + 1)), net, 1 / 3, True)
        checkpoint = self.work / "sequence.ckpt"
        training.train(net, objective, data, 9, 1e-3, checkpoint, self.seed + 2, self.tell)
        self._keep(net, "sequence", aligned, MMI, None)

    def _further(
        self,
        name: str,
        begin: list[str],
        versions: list[int],
        epochs: int,
        rate: float,
        real: float = 2.0,
    ) -> None:
        """More MMI from the mean of the checkpoints `begin`, every chunk perturbed anew."""
        net, aligned = Net(), self._load("aligned1")
        objective = training.MutualInformation(
            net, mmi.competition(aligned, export.self_loops(aligned)), 0.4
        )
        both = torch.nn.ModuleList([net, objective])
        both.load_state_dict(training.averaged([self.work / f"{one}.ckpt" for one in begin]))
        data = chunks.Chunks(
            [self._version(v) for v in versions], aligned, self._weights(1 / 3, real), net.shape,
            True, perturbed, TEMPO,
        )  # fmt: skip
        checkpoint = self.work / f"{name}.ckpt"
        seed = self.seed + sum(name.encode())
        training.train(net, objective, data, epochs, rate, checkpoint, seed, self.tell)

    def varied_net(self) -> None:
        """Other throats, speeds, rooms and lines in every chunk."""
        self._further("varied", ["sequence"], list(range(1, VERSIONS + 1)), 7, 1e-3)
        self._export_mean(["varied"], "varied")

    def native_frames(self) -> None:
        """One more version: the readers and part of the synthesized, drawn towards natives."""
        utterances, aligned = self._utterances(), self._load("aligned1")
        rng = random.Random(self.seed)
        drawn = [
            labels if one.source != "tts" or rng.random() < DRAWN else None
            for one, labels in zip(utterances, aligned, strict=True)
        ]
        speakers = native.Speakers(cmu.load(cmu.folder()))
        target = self.work / f"features{NATIVE}"
        native.write(speakers, self.work / "features0", drawn, target, self.seed)

    def averaged_net(self) -> None:
        """Twice two nets from one point, one of them with the native version. Shipped is the mean
        of all four and of the net before: steadier on strange voices than any of them.
        """
        altered = list(range(1, VERSIONS + 1))
        begin, made = ["varied"], []
        for turn, epochs, real in ((1, 3, 2.0), (2, 1, 4.5)):
            pair = [f"turn{turn}native", f"turn{turn}plain"]
            self._further(pair[0], begin, [*altered, NATIVE], epochs, 6e-4, real)
            self._further(pair[1], begin, altered, epochs, 6e-4)
            begin = pair
            made += pair
        self._export_mean(["sequence", "sequence", *made], FINAL)

    def _export_mean(self, checkpoints: list[str], name: str) -> None:
        mean = training.averaged([self.work / f"{one}.ckpt" for one in checkpoints])
        net = Net()
        net.load_state_dict({k[2:]: v for k, v in mean.items() if k.startswith("0.")})
        self._keep(net.eval(), name, self._load("aligned1"), MMI, None)

    def _net(self, name: str) -> Net:
        net = Net()
        net.load_state_dict(torch.load(self.work / f"{name}.pt", weights_only=True))
        return net.eval()

    def _keep(
        self, net: Net, name: str, aligned: Aligned, search: export.Search, priors: Any
    ) -> None:
        """Save a net and export the model it makes."""
        torch.save(net.state_dict(), self.work / f"{name}.pt")
        folder = self.work / "export" / name
        stay = export.self_loops(aligned)
        divided = (
            None if priors is None else np.maximum(priors, 1e-4) / np.maximum(priors, 1e-4).sum()
        )
        export.write_acoustics(folder, net.layers(), RESIDUAL, stay, divided, search)
        model: Model
        model, number = self._load("language")
        people = names.census(self.data)
        members = {names.FIRST: names.costs(people.first), names.LAST: names.costs(people.last)}
        export.write_graph(folder, model, number, self._lexicon().table, stay, search, members)
        self.tell(f"exported {folder} ({export.size(folder) / 1e6:.1f} MB)")

    def report(self) -> None:
        """Measure the last model, write its README and put it in place."""
        folder = self.work / "export" / FINAL
        # Here, since only this stage runs the app as a whole.
        from models.recipes.sections import write_sections

        write_sections(folder, self.data, self.work, self.tell)
        write_report(folder, self.data, self.work, self.tell, most=int(60 * self.scale) + 1)
        if self.target.exists():
            shutil.rmtree(self.target)
        shutil.copytree(folder, self.target)
        self.tell(f"installed in {self.target}")


def main(arguments: list[str] | None = None) -> int:
    """The command line."""
    parser = argparse.ArgumentParser(prog="python -m models.recipes.starter", description=__doc__)
    parser.add_argument(
        "--data", type=Path, default=REPOSITORY.parent / "shared" / "data", help="texts and speech"
    )
    parser.add_argument(
        "--work", type=Path, default=Path("build/starter"), help="where stages leave their results"
    )
    parser.add_argument(
        "--target", type=Path, help="where the model goes (default: WORK/starter, nothing replaced)"
    )
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument(
        "--scale",
        type=float,
        default=1.0,
        help="part of the training sentences to use (0.01 to try)",
    )
    parser.add_argument("--threads", type=int, default=1, help="processor cores to use")
    parser.add_argument("--until", default="", help="stop after this stage")
    given = parser.parse_args(arguments)
    if not (given.data / "texts").is_dir():
        print(f"{given.data} has no texts/ folder: give the data with --data", file=sys.stderr)
        return 2
    torch.set_num_threads(given.threads)
    target = given.target or given.work / "starter"
    Recipe(given.data, given.work, target, given.seed, given.scale, given.threads).run(given.until)
    return 0


if __name__ == "__main__":
    sys.exit(main())
