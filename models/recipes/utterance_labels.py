"""Labels given by reading, as references: which text of `../shared/data` means what.

`utterance_text/labels.tsv` holds no text. A row's `ref` names the text within its file: the line
(from 0) of a file of single utterances, `line@start-end` for characters of that line's text, or
`dialogue:turn` (turns from 0).
"""

import csv
from collections.abc import Iterator
from pathlib import Path

from models.recipes.utterance_material import TEXTS, Example, complete
from models.recipes.utterance_words import records

LABELS = TEXTS / "labels.tsv"


class Texts:
    """Texts of the data folder by reference; each file is read once."""

    def __init__(self, data: Path) -> None:
        self._data = data
        self._lines: dict[str, list[dict[str, object]]] = {}
        self._turns: dict[str, dict[str, list[dict[str, object]]]] = {}

    def find(self, file: str, ref: str) -> str:
        """The text `ref` stands for; raises KeyError or IndexError where there is none."""
        if file not in self._lines:
            self._lines[file] = list(records(self._data / file))
        lines = self._lines[file]
        if ":" in ref:
            if file not in self._turns:
                self._turns[file] = {str(line["id"]): _turns(line) for line in lines}
            dialogue, _, turn = ref.rpartition(":")
            return str(self._turns[file][dialogue][int(turn)]["text"])
        line, _, span = ref.partition("@")
        text = str(lines[int(line)]["text"])
        if span:
            start, _, end = span.partition("-")
            return text[int(start) : int(end)]
        return text


def _turns(line: dict[str, object]) -> list[dict[str, object]]:
    turns = line["turns"]
    assert isinstance(turns, list)
    return turns


def _names(cell: str) -> set[str]:
    return {name for name in cell.replace(" ", "").split(",") if name and name != "none"}


def labelled(data: Path, weight: float, file: Path = LABELS) -> Iterator[Example]:
    """The labelled texts as examples; a dialogue's (or a long text's) rows share their group."""
    texts = Texts(data)
    with file.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
            if row["party"] == "agent":
                labels = frozenset(_names(row["agent_labels"]))
                left_open = frozenset(_names(row["unsure_agent_labels"]))
            else:
                names = _names(row["feelings"]) | _names(row["threats"])
                labels, left_open = complete(names, int(row["intensity"] or 0))
                unsure = _names(row["unsure_feelings"])
                left_open |= unsure | _names(row["unsure_threats"])
                if unsure and "distress" not in labels:
                    left_open |= {"distress"}
            kin = row["ref"].split(":")[0].split("@")[0]
            yield Example(
                party=row["party"],
                text=texts.find(row["file"], row["ref"]),
                labels=labels,
                open=left_open,
                weight=weight,
                group=f"{row['file']}#{kin}",
            )
