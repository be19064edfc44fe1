"""Knowledge cards as files: gathered for a rule pack, and put where calls find them."""

import re
from collections.abc import Mapping, Sequence
from pathlib import Path

from assist.cues.errors import PlaybookError
from assist.cues.knowledge import MAX_FILE, parse_card, read_card

MAX_CARDS = 200
"""More than anybody keeps; each topic is looked for in every sentence."""

_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,63}")
"""What a card's file may be called in a pack: never a path, nothing hidden, good on any system."""

_RESERVED = frozenset({"con", "prn", "aux", "nul", "readme"})


def gather_cards(folders: Sequence[Path]) -> dict[str, str]:
    """Name → text of the cards in these folders, later ones first. Raises AssistError.

    Unlike in a call a card that cannot be used is an error: nobody hands on what does not work.
    """
    found: dict[str, str] = {}
    for folder in folders:
        for file in sorted(folder.glob("*.md")):
            if file.stem.lower() == "readme":
                continue
            read_card(file)
            found[file.stem] = file.read_bytes().decode("utf-8-sig")
    check_cards(found)
    return found


def check_cards(cards: Mapping[str, str]) -> None:
    """Raises PlaybookError where cards of a pack cannot be taken."""
    problem = ""
    if len(cards) > MAX_CARDS:
        problem = f"has {len(cards)} knowledge cards; {MAX_CARDS} are the most"
    for name, text in cards.items():
        if not _NAME.fullmatch(name) or name.lower() in _RESERVED:
            problem = (
                f'has a knowledge card called "{name[:40]}"; letters, digits, - and _ are allowed'
            )
        elif len(text.encode()) > MAX_FILE:
            problem = f"has a knowledge card that is too long: {name}"
        elif wrong := parse_card(text, name).problem():
            problem = f"has a knowledge card, {name}, that {wrong}"
        if problem:
            break
    if problem:
        raise PlaybookError((f"The rule pack {problem}.",))


def put_cards(folder: Path, cards: Mapping[str, str]) -> None:
    """Make `folder` hold these cards and no others. Raises PlaybookError; checks them first."""
    check_cards(cards)
    try:
        if cards:
            folder.mkdir(parents=True, exist_ok=True)
        for name, text in cards.items():
            new = folder / f".{name}.md.new"
            new.write_text(text, encoding="utf-8")
            new.replace(folder / f"{name}.md")
        for old in folder.glob("*.md") if folder.is_dir() else ():
            if old.stem not in cards:
                old.unlink()
    except OSError as error:
        raise PlaybookError(
            (f"The knowledge cards cannot be put into {folder} ({error.strerror}).",)
        ) from None
