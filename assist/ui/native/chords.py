"""Keys of global shortcuts as people write them ("Ctrl+Alt+P") and as the systems know them."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Shortcut(StrEnum):
    """What a global shortcut does; `RIGHT` and `WRONG` mark the prompt in view."""

    NOT_NOW = "not_now"
    PAUSE = "pause"
    FLAG = "flag"
    LET_ME_TYPE = "let_me_type"
    RIGHT = "right"
    WRONG = "wrong"
    HELP = "help"
    NAME = "name"
    COLLAPSE = "collapse"
    RESOLVED = "resolved"
    FOLLOW_UP = "follow_up"
    UNRESOLVED = "unresolved"
    COPY = "copy"


class Modifier(StrEnum):
    """Keys held down; the value is how people write them, in the order they are written."""

    CTRL = "Ctrl"
    ALT = "Alt"
    SHIFT = "Shift"
    SUPER = "Super"


_MODIFIER_NAMES = {
    "ctrl": Modifier.CTRL,
    "control": Modifier.CTRL,
    "strg": Modifier.CTRL,
    "alt": Modifier.ALT,
    "option": Modifier.ALT,
    "shift": Modifier.SHIFT,
    "umschalt": Modifier.SHIFT,
    "super": Modifier.SUPER,
    "meta": Modifier.SUPER,
    "win": Modifier.SUPER,
    "cmd": Modifier.SUPER,
}
_FIRST_F_KEYSYM, _FIRST_F_VK, _F_KEYS = 0xFFBE, 0x70, 12
_SIGNS = {".": 0xBE, ",": 0xBC, "-": 0xBD, "/": 0xBF, ";": 0xBA, "#": 0xDE, "+": 0xBB}
"""Signs and their Windows virtual keys (VK_OEM_…) on a US keyboard."""
_NAMED = {"space": (0x20, 0x20), "pause": (0xFF13, 0x13), "insert": (0xFF63, 0x2D)}
"""Key names: X11 keysym, Windows virtual key."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Chord:
    """A key and what is held down with it: X11 keysym, Windows virtual key, and how it reads."""

    modifiers: frozenset[Modifier]
    keysym: int
    virtual_key: int
    label: str


Chords = Mapping[Shortcut, Chord]


def parse_chord(text: str) -> Chord | None:
    """The chord that a text like "Ctrl+Alt+P" means; None where it means none.

    One of Ctrl, Alt and Super is needed: a bare letter would be taken from every text field.
    """
    *held, key = _parts(text)
    modifiers = {_MODIFIER_NAMES.get(name.casefold()) for name in held}
    known = frozenset(each for each in modifiers if each is not None)
    if len(known) != len(modifiers) or not known - {Modifier.SHIFT}:
        return None
    codes = _codes(key)
    if codes is None:
        return None
    name = key.upper() if len(key) == 1 else key.capitalize()
    label = "+".join([*(each.value for each in Modifier if each in known), name])
    return Chord(modifiers=known, keysym=codes[0], virtual_key=codes[1], label=label)


def _parts(text: str) -> list[str]:
    text = text.strip()
    if text.endswith("++"):  # the key is the plus sign itself
        return [*(part.strip() for part in text[:-2].split("+")), "+"]
    return [part.strip() for part in text.split("+")]


def _codes(key: str) -> tuple[int, int] | None:
    lowered = key.casefold()
    if lowered in _NAMED:
        return _NAMED[lowered]
    if len(key) == 1 and key.isascii() and key.isalnum():
        return ord(lowered), ord(key.upper())  # keysyms of Latin letters are their codes
    if key in _SIGNS:
        return ord(key), _SIGNS[key]
    if lowered.startswith("f") and lowered[1:].isdecimal() and 1 <= int(lowered[1:]) <= _F_KEYS:
        number = int(lowered[1:]) - 1
        return _FIRST_F_KEYSYM + number, _FIRST_F_VK + number
    return None


DEFAULT_KEYS: Mapping[Shortcut, str] = {
    Shortcut.NOT_NOW: "Ctrl+Alt+.",
    Shortcut.PAUSE: "Ctrl+Alt+P",
    Shortcut.FLAG: "Ctrl+Alt+F",
    Shortcut.LET_ME_TYPE: "Ctrl+Alt+T",
    Shortcut.RIGHT: "Ctrl+Alt+G",
    Shortcut.WRONG: "Ctrl+Alt+B",
    Shortcut.HELP: "Ctrl+Alt+H",
    Shortcut.COLLAPSE: "Ctrl+Alt+S",
    Shortcut.NAME: "Ctrl+Alt+N",
}
"""G is a good prompt, B a bad one, S the strip."""


def chords_of(keys: Mapping[Shortcut, str]) -> tuple[dict[Shortcut, Chord], tuple[Shortcut, ...]]:
    """The chords of keys as set, and the shortcuts whose text means none.

    An empty text is a shortcut without a key; of two with the same key the first has it.
    """
    found: dict[Shortcut, Chord] = {}
    unclear: list[Shortcut] = []
    for shortcut, text in keys.items():
        if not text.strip():
            continue
        chord = parse_chord(text)
        if chord is None or any(chord.label == other.label for other in found.values()):
            unclear.append(shortcut)
        else:
            found[shortcut] = chord
    return found, tuple(unclear)


CHORDS: Chords = chords_of(DEFAULT_KEYS)[0]

WRAP_UP_CHORDS: Chords = chords_of(
    {
        Shortcut.RESOLVED: "Ctrl+Alt+1",
        Shortcut.FOLLOW_UP: "Ctrl+Alt+2",
        Shortcut.UNRESOLVED: "Ctrl+Alt+3",
        Shortcut.COPY: "Ctrl+Alt+C",
    }
)[0]
"""Held only while the wrap-up card is in view: they are everybody's keys otherwise."""
