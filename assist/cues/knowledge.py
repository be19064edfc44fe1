"""Knowledge cards: short notes on a topic, shown quietly when the customer speaks of it.

A card is a Markdown file: a `# Title`, a line `topics:` with patterns separated by commas, and one
to three points, each a line beginning with `-`. Everything else is for whoever edits it. Cards
become tables of the playbook's text, so that a call's journal holds those it was run with.
"""

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from assist.core.errors import AssistError
from assist.core.events import FinalResult, KnowledgeShown, Output
from assist.core.language import ENGLISH, Language
from assist.core.phrases import PatternError, Phrase, PhraseSet, compile_phrase
from assist.core.tokens import tokenize
from assist.core.words import Evidence, Party

MAX_CARD_TITLE = 40
MAX_POINT = 90
MAX_POINTS = 3

_SHOWN_MS = 60_000
"""How long a card stays: about as long as people stay with a topic."""
_GAP_MS = 45_000
"""No second card before."""
_WAIT_MS = 15_000
"""How long it waits behind an urgent prompt before its moment is over."""

MAX_FILE = 64_000
_LIST = re.compile(r"\s*[-*•]\s+(.*\S)")


class KnowledgeError(AssistError):
    """A card's file cannot be used; the message names the file and what to do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KnowledgeCard:
    """A card; `id` is its file's name without the ending."""

    id: str
    title: str
    topics: tuple[str, ...]
    points: tuple[str, ...]

    def problem(self, language: Language = ENGLISH) -> str:
        """What is wrong with it, as the end of a sentence; "" if nothing is."""
        if not 0 < len(self.title) <= MAX_CARD_TITLE:
            return f"needs a title of 1 to {MAX_CARD_TITLE} characters ('# Refunds')"
        if not 0 < len(self.points) <= MAX_POINTS:
            return f"needs 1 to {MAX_POINTS} points ('- One thing to know')"
        for point in self.points:
            if len(point) > MAX_POINT:
                return f'has a point of over {MAX_POINT} characters: "{point[:30]}…"'
        if not self.topics:
            return "needs topics ('topics: refund*, money back')"
        for topic in self.topics:
            try:
                compile_phrase(topic, {}, language)
            except PatternError as error:
                return f"has a topic that is no pattern: {error}"
        return ""


def read_card(file: Path) -> KnowledgeCard:
    """Read a card's file. Raises KnowledgeError."""
    try:
        if file.stat().st_size > MAX_FILE:
            raise KnowledgeError(
                f"{file} is too long for a knowledge card; keep what is glanced at."
            )
        text = file.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise KnowledgeError(
            f"{file} cannot be read ({error.strerror}); check its permissions."
        ) from None
    except UnicodeDecodeError:
        raise KnowledgeError(f"{file} is not text in UTF-8; save it in that encoding.") from None
    card = parse_card(text, file.stem)
    if problem := card.problem():
        raise KnowledgeError(f"The knowledge card {file} {problem}.")
    return card


def parse_card(text: str, id_: str) -> KnowledgeCard:
    """A card's text as a card; `problem` says what it lacks."""
    title, topics, points = "", "", []
    for line in text.splitlines():
        if line.startswith("# ") and not title:
            title = line[2:].strip()
        elif line.lower().startswith("topics:"):
            topics += "," + line[len("topics:") :]
        elif found := _LIST.match(line):
            points.append(found.group(1))
    parts = tuple(part.strip() for part in topics.split(",") if part.strip())
    return KnowledgeCard(id=id_, title=title, topics=parts, points=tuple(points))


def read_cards(folders: Iterable[Path]) -> tuple[tuple[KnowledgeCard, ...], tuple[str, ...]]:
    """(cards by name, a sentence per file that cannot be used); later folders replace earlier ones.

    `README.md` explains a folder and is no card.
    """
    cards: dict[str, KnowledgeCard] = {}
    problems: list[str] = []
    for folder in folders:
        if not folder.is_dir():
            problems.append(f"The folder of knowledge cards {folder} is not there; check the name.")
            continue
        for file in sorted(folder.glob("*.md")):
            if file.name.lower() == "readme.md":
                continue
            try:
                cards[file.stem] = read_card(file)
            except KnowledgeError as error:
                problems.append(str(error))
    return tuple(cards[name] for name in sorted(cards)), tuple(problems)


def as_toml(cards: Iterable[KnowledgeCard]) -> str:
    """The cards as `[[knowledge]]` tables of a playbook."""
    parts = []
    for card in cards:
        rows = {"id": card.id, "title": card.title, "topics": card.topics, "points": card.points}
        # JSON's strings and lists of strings are TOML's.
        lines = (f"{key} = {json.dumps(value, ensure_ascii=False)}" for key, value in rows.items())
        parts.append("\n[[knowledge]]\n" + "\n".join(lines) + "\n")
    return "".join(parts)


class KnowledgeDesk:
    """Shows the card on what the customer speaks of: once a call, none beside an urgent cue."""

    def __init__(self, cards: tuple[KnowledgeCard, ...], language: Language = ENGLISH) -> None:
        self._language = language
        self._unseen: dict[str, tuple[KnowledgeCard, PhraseSet]] = {
            card.id: (card, PhraseSet(_phrases(card, language))) for card in cards
        }
        self._shown_at: int | None = None
        self._waiting: tuple[KnowledgeCard, Evidence, int] | None = None

    def hear(self, final: FinalResult) -> None:
        """Look for a topic in what the customer has just said."""
        if final.party is not Party.CUSTOMER or not final.text or not self._unseen:
            return
        tokens = tokenize(final.text, language=self._language)
        for card, topics in self._unseen.values():
            match = topics.find(tokens)
            if match is None:
                continue
            first, last = tokens.sources[match.start], tokens.sources[match.end - 1]
            is_timed = len(final.words) == len(tokens.surface)
            evidence = Evidence(
                party=final.party,
                text=" ".join(tokens.surface[first : last + 1]),
                start=final.words[first].start if is_timed else final.start,
                end=final.words[last].end if is_timed else final.end,
                utterance=final.utterance,
                confidence=min(w.confidence for w in final.words[first : last + 1])
                if is_timed
                else 1.0,
            )
            self._waiting = (card, evidence, final.at)
            return

    def show(self, now: int, *, is_urgent: bool) -> tuple[Output, ...]:
        """The waiting card, if it may come now."""
        if self._waiting is None:
            return ()
        card, evidence, since = self._waiting
        if now - since > _WAIT_MS:
            self._waiting = None
            return ()
        is_soon = self._shown_at is not None and now - self._shown_at < _GAP_MS
        if is_urgent or is_soon:
            return ()
        self._waiting = None
        self._shown_at = now
        del self._unseen[card.id]
        return (
            KnowledgeShown(
                at=now,
                card=card.id,
                title=card.title,
                points=card.points,
                evidence=evidence,
                expires_at=now + _SHOWN_MS,
            ),
        )


def _phrases(card: KnowledgeCard, language: Language) -> list[Phrase]:
    return [compile_phrase(topic, {}, language) for topic in card.topics]
