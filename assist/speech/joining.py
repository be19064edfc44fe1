"""New words for a model whose graph is our own: a copy of it that knows them.

Vosk takes its words from the files it loads, so a word is added before that: how it sounds is
guessed (see pronounce.py), and a path that says so is put into the decoding graph, out of the
places ("gates") which the recipe noted in `graph/joining.json` beside the graph. All other files
are linked. A model without that note (every official one) takes no new words.

The numbers of phones and arcs are those of `models/recipes/phones.py`: the model's format.
"""

import math
import os
import shutil
import struct
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import msgspec

from assist.speech.errors import SpeechError
from assist.speech.pronounce import LONGEST, Pronouncer, Pronunciation, plain_letters

Write = Callable[[Path, bytes], None]

MOST_WORDS = 200
"""Words of their own that users may have: 10 ms each once, when they have changed."""

NAME_SHARE = 0.1
"""How likely the caller's own name is where a name is said, against all other names. From 0.02 to
0.2 a share of 87 to 91 % of new names was heard; where other people's names were said, one word in
a thousand came out as the caller's (on the telephone two), elsewhere none (docs/names.md)."""

WORD_SHARE = 3e-4
"""How likely a word of the user's list is anywhere: as "router" or "invoice" in our texts."""

_SILENCE = 1  # the phone's number
_PAUSE = 0.1  # how likely a pause is within a phrase
_GRAPH, _WORDS, _NOTE = "graph/HCLG.fst", "graph/words.txt", "graph/joining.json"
_PREFIX = struct.pack("<i6s", 6, b"vector") + struct.pack("<i8s", 8, b"standard")
_MAGIC = struct.pack("<i", 2125659606)
_HEADER = struct.Struct("<iiQqqq")  # version, flags, properties, start, states, arcs
_STATE = struct.Struct("<fq")  # cost of ending here, arcs
_ARC = struct.Struct("<iifi")  # input, output, cost, target


class _Note(msgspec.Struct):
    """`graph/joining.json`: phones in the order of their numbers (silence first), each one's
    probability of lasting another frame, and the gates: state where words begin, state after them.
    """

    phones: list[str]
    stay: list[float]
    gates: dict[str, tuple[int, int]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Spoken:
    """One word as it is written in transcripts, and how it is said."""

    text: str
    variants: tuple[Pronunciation, ...]


def can_join(folder: Path) -> bool:
    """Whether the model in `folder` takes new words."""
    return (folder / _NOTE).is_file() and (folder / _GRAPH).is_file()


def spoken_words(phrase: str, pronounce: Pronouncer) -> tuple[Spoken, ...]:
    """The words of a name, in order, lower case; () unless every one can be pronounced.

    Hyphens and other marks part words. A lone initial is left out.
    """
    kept = "".join(sign if sign.isalnum() or sign in "'’." else " " for sign in phrase.lower())
    found: list[Spoken] = []
    for word in (part.strip("'’.") for part in kept.split()):
        if len(plain_letters(word)) == 1 and word.isalpha():
            continue
        if not word or len(word) > LONGEST or not (variants := pronounce(word, 2)):
            return ()
        found.append(Spoken(text=word.replace("’", "'"), variants=variants))
    return tuple(found)


def write_file(file: Path, content: bytes) -> None:
    file.write_bytes(content)


def join(
    model: Path,
    target: Path,
    *,
    words: Iterable[Sequence[Spoken]] = (),
    names: Iterable[Spoken] = (),
    write: Write = write_file,
) -> None:
    """Write a copy of `model` to the new folder `target` that knows `words` and `names` as well.

    Each of `words` is one or more words said in a row, anywhere; `names` are expected where names
    are. A word the model has already gets a second way in. `write` writes the files that differ.
    Raises SpeechError; then there is no `target`.
    """
    made = target.with_name(f".{target.name}.new")
    shutil.rmtree(made, ignore_errors=True)
    try:
        _copy(model, made)
        note = msgspec.json.decode((model / _NOTE).read_bytes(), type=_Note)
        labels = _Labels((model / _WORDS).read_text(encoding="utf-8"))
        graph = _Graph((model / _GRAPH).read_bytes(), note)
        for phrase in words:
            graph.add("word", phrase, -math.log(WORD_SHARE), labels)
        for name in names:
            for gate in ("first", "last"):
                graph.add(gate, (name,), -math.log(NAME_SHARE), labels)
        write(made / _GRAPH, graph.whole())
        write(made / _WORDS, labels.whole().encode())
        target.parent.mkdir(parents=True, exist_ok=True)
        made.replace(target)
    except OSError as error:
        shutil.rmtree(made, ignore_errors=True)
        raise SpeechError(f"New words cannot be written ({error.strerror}).") from None
    except (ValueError, KeyError, IndexError, struct.error) as error:
        shutil.rmtree(made, ignore_errors=True)
        raise SpeechError(
            f"The graph of the speech model in {model} takes no words ({type(error).__name__})."
        ) from None


def _copy(model: Path, made: Path) -> None:
    """Everything but what is rewritten: linked where the file system can, else copied."""
    for source in sorted(model.rglob("*")):
        inside = source.relative_to(model)
        if inside.as_posix() in (_GRAPH, _WORDS) or source.is_dir():
            continue
        to = made / inside
        to.parent.mkdir(parents=True, exist_ok=True)
        try:
            os.link(source, to)
        except OSError:
            shutil.copyfile(source, to)
    (made / _GRAPH).parent.mkdir(parents=True, exist_ok=True)


class _Labels:
    """The model's words and their numbers, growing."""

    def __init__(self, text: str) -> None:
        self._text = text if text.endswith("\n") else text + "\n"
        pairs = (line.rsplit(" ", 1) for line in text.splitlines() if line.strip())
        self._number = {word: int(number) for word, number in pairs}
        self._next = max(self._number.values()) + 1

    def number(self, word: str) -> int:
        if word not in self._number:
            self._number[word] = self._next
            self._text += f"{word} {self._next}\n"
            self._next += 1
        return self._number[word]

    def whole(self) -> str:
        return self._text


class _Graph:
    """A decoding graph as bytes, and what is added to it."""

    def __init__(self, data: bytes, note: _Note) -> None:
        self._head = len(_MAGIC + _PREFIX)
        if not data.startswith(_MAGIC + _PREFIX):
            raise ValueError("not a vector transducer")
        *self._begin, self._states, self._arcs = _HEADER.unpack_from(data, self._head)
        self._data, self._note = data, note
        self._phone = {name: number for number, name in enumerate(note.phones)}
        self._new: list[list[bytes]] = []
        """The arcs of each new state."""
        self._entering: dict[int, list[bytes]] = {enter: [] for enter, _ in note.gates.values()}
        if any(not 0 <= state < self._states for pair in note.gates.values() for state in pair):
            raise ValueError("a gate that is not in the graph")

    def add(self, gate: str, phrase: Sequence[Spoken], cost: float, labels: _Labels) -> None:
        """Paths through `gate` that say the words of `phrase` in a row."""
        here, leave = self._note.gates[gate]
        for place, word in enumerate(phrase):
            is_last = place + 1 == len(phrase)
            after = leave if is_last else self._state()
            for variant in word.variants:
                self._say(here, after, variant, labels.number(word.text), cost)
            if not is_last:
                here, cost = self._pause(after), 0.0

    def _pause(self, before: int) -> int:
        """The state after a pause that may be made within a phrase."""
        made, silence = self._state(), self._lasting(_SILENCE, self._note.stay[0])
        self._arc(before, 0, 0, -math.log(1 - _PAUSE), made)
        enter_cost = -math.log(_PAUSE) - math.log(1 - self._note.stay[0])
        self._arc(before, 2 * _SILENCE, 0, enter_cost, silence)
        self._arc(silence, 0, 0, 0.0, made)
        return made

    def _say(self, here: int, after: int, variant: Pronunciation, label: int, cost: float) -> None:
        last = len(variant) - 1
        for place, phone in enumerate(variant):
            position = 3 if not last else 0 if not place else 1 if place == last else 2
            number = 2 + 4 * (self._phone[phone] - 1) + position
            made = self._lasting(number, self._note.stay[self._phone[phone]])
            enter_cost = cost - math.log(1 - self._note.stay[self._phone[phone]])
            self._arc(here, 2 * number, label, enter_cost, made)
            here, label, cost = made, 0, 0.0
        self._arc(here, 0, 0, 0.0, after)

    def _state(self) -> int:
        self._new.append([])
        made: int = self._states + len(self._new) - 1
        return made

    def _lasting(self, phone: int, stay: float) -> int:
        """A state that lasts in a phone."""
        made = self._state()
        self._arc(made, 2 * phone - 1, 0, -math.log(stay), made)
        return made

    def _arc(self, source: int, enter: int, label: int, cost: float, target: int) -> None:
        arcs = self._entering[source] if source < self._states else self._new[source - self._states]
        arcs.append(_ARC.pack(enter, label, cost, target))

    def whole(self) -> bytes:
        """The graph with everything added."""
        entering = dict(sorted(self._entering.items()))
        places = self._places([state for state, arcs in entering.items() if arcs])
        added = sum(map(len, self._new)) + sum(map(len, entering.values()))
        header = _HEADER.pack(*self._begin, self._states + len(self._new), self._arcs + added)
        pieces = [_MAGIC + _PREFIX, header]
        done = self._head + _HEADER.size
        for state, at in places.items():
            cost, count = _STATE.unpack_from(self._data, at)
            arcs = self._entering[state]
            end = at + _STATE.size + count * _ARC.size
            pieces += [
                self._data[done:at],
                _STATE.pack(cost, count + len(arcs)),
                self._data[at + _STATE.size : end],
                *arcs,
            ]
            done = end
        pieces.append(self._data[done:])
        pieces += [_STATE.pack(math.inf, len(arcs)) + b"".join(arcs) for arcs in self._new]
        return b"".join(pieces)

    def _places(self, states: Sequence[int]) -> dict[int, int]:
        """Where the records of these states (in rising order) begin; all are walked through."""
        places: dict[int, int] = {}
        wanted = set(states)
        at = self._head + _HEADER.size
        for state in range(self._states):
            if state in wanted:
                places[state] = at
            at += _STATE.size + _ARC.size * _STATE.unpack_from(self._data, at)[1]
        if at != len(self._data):
            raise ValueError("states of another length")
        return places
