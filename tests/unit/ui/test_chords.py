"""Shortcuts as people write them."""

import pytest

from assist.ui.native import macos
from assist.ui.native.chords import (
    CHORDS,
    DEFAULT_KEYS,
    WRAP_UP_CHORDS,
    Modifier,
    Shortcut,
    chords_of,
    parse_chord,
)
from assist.ui.native.windows import hotkey_modifiers


@pytest.mark.parametrize(
    ("text", "label", "keysym", "virtual_key"),
    [
        ("Ctrl+Alt+P", "Ctrl+Alt+P", 0x70, 0x50),
        ("alt + ctrl + p", "Ctrl+Alt+P", 0x70, 0x50),
        ("Strg+Alt+.", "Ctrl+Alt+.", 0x2E, 0xBE),
        ("Ctrl+Alt++", "Ctrl+Alt++", 0x2B, 0xBB),
        ("Shift+Super+F12", "Shift+Super+F12", 0xFFC9, 0x7B),
        ("Ctrl+Space", "Ctrl+Space", 0x20, 0x20),
        ("Ctrl+Alt+7", "Ctrl+Alt+7", 0x37, 0x37),
    ],
)
def test_a_text_means_a_key_and_what_is_held(
    text: str, label: str, keysym: int, virtual_key: int
) -> None:
    chord = parse_chord(text)
    assert chord is not None
    assert (chord.label, chord.keysym, chord.virtual_key) == (label, keysym, virtual_key)


@pytest.mark.parametrize(
    "text", ["", "P", "Shift+P", "Ctrl+", "Ctrl+Alt", "Ctrl+ß", "Hyper+P", "F5"]
)
def test_what_would_take_a_key_from_typing_or_means_none_is_refused(text: str) -> None:
    assert parse_chord(text) is None


def test_one_key_does_one_thing_and_an_empty_text_is_none() -> None:
    keys = {Shortcut.PAUSE: "Ctrl+Alt+P", Shortcut.FLAG: "alt+ctrl+p", Shortcut.NOT_NOW: ""}
    chords, unclear = chords_of(keys)
    assert list(chords) == [Shortcut.PAUSE]
    assert unclear == (Shortcut.FLAG,)


def test_the_shipped_keys_are_all_different() -> None:
    labels = [chord.label for chord in (*CHORDS.values(), *WRAP_UP_CHORDS.values())]
    assert len(set(labels)) == len(labels) == len(DEFAULT_KEYS) + len(WRAP_UP_CHORDS)


def test_macos_is_asked_for_the_same_keys() -> None:
    codes = {shortcut: macos.key_code(chord) for shortcut, chord in CHORDS.items()}
    assert (codes[Shortcut.PAUSE], codes[Shortcut.NOT_NOW], codes[Shortcut.LET_ME_TYPE]) == (
        *(0x23, 0x2F, 0x11),  # kVK_ANSI_P, kVK_ANSI_Period, kVK_ANSI_T
    )
    assert None not in codes.values()
    assert {macos.hotkey_modifiers(chord) for chord in CHORDS.values()} == {0x1800}
    f12 = parse_chord("Super+F12")
    assert f12 is not None
    assert (macos.key_code(f12), macos.hotkey_modifiers(f12)) == (0x6F, 0x100)


def test_windows_is_asked_for_the_same_modifiers() -> None:
    chord = parse_chord("Ctrl+Shift+F9")
    assert chord is not None
    assert chord.modifiers == {Modifier.CTRL, Modifier.SHIFT}
    assert hotkey_modifiers(chord) == 0x4000 | 0x2 | 0x4
