"""Phones, their positions in a word, and the numbers Kaldi gives their states.

Phone 1 is silence; then each base phone in four positions, id = 2 + 4*base + position. The
positions share the two outputs ("pdfs") of the base phone: one for its first frame, one for the
others (Kaldi's chain topology).
"""

from models.recipes.lexicon import PHONES, Pronunciation

SILENCE = 1
BASES = (
    "SIL",
    *PHONES,
)  # index = base number; pdfs 2*base (first frame) and 2*base+1 (later frames)
BASE_INDEX = {name: index for index, name in enumerate(BASES)}
POSITIONS = ("begin", "end", "internal", "singleton")
COUNT = 1 + 4 * len(PHONES)
PDFS = 2 * len(BASES)


def base_of(phone: int) -> int:
    """The base number of a phone id."""
    return 0 if phone == SILENCE else 1 + (phone - 2) // 4


def positioned(pronunciation: Pronunciation) -> tuple[int, ...]:
    """Phone ids of a word's pronunciation."""
    starts = [2 + 4 * (BASE_INDEX[name] - 1) for name in pronunciation]
    if len(starts) == 1:
        return (starts[0] + 3,)
    return (starts[0], *(start + 2 for start in starts[1:-1]), starts[-1] + 1)


def stay_arc(phone: int) -> int:
    """Transition id of the phone's self-loop."""
    return 2 * phone - 1


def leave_arc(phone: int) -> int:
    """Transition id of entering the phone (Kaldi's "reorder" form puts it before the self-loop)."""
    return 2 * phone


def word_boundary() -> str:
    """The text of graph/phones/word_boundary.int."""
    lines = [f"{SILENCE} nonword"]
    lines += [f"{phone} {POSITIONS[(phone - 2) % 4]}" for phone in range(2, COUNT + 1)]
    return "\n".join(lines) + "\n"
