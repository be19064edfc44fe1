"""Reads labelled rows and whole dialogues from JSON lines, forgiving what is merely missing.

Labels of a row are those of docs/evaluation.md. Files come from many hands: what is needed is asked
for, what is unknown is left out and told.
"""

import gzip
import json
import random
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from assist.core.words import Party
from assist.review.errors import ReviewError
from assist.review.labels import (
    AGENT_LABELS,
    FEELINGS,
    GIVES_NAME,
    GROUPS,
    MOST_INTENSE,
    NO_FEELING,
    THREATS,
    with_groups,
)
from assist.review.plain import as_recognized

_PARTIES = {
    **dict.fromkeys("agent assistant representative rep operator doctor system".split(), "agent"),
    **dict.fromkeys("customer user caller client patient consumer".split(), "customer"),
}
_NOTHING = frozenset({"", "none", "null", "no", "false", "n/a"})
_GZIP = b"\x1f\x8b"
_SAMPLE_SEED = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One utterance with its labels.

    `before` is the turn before it. `judged` are the labels the row speaks about, `wanted` those of
    them that it bears, `unsure` those that are arguable. `primary` is the feeling named first,
    "none" where there is none, "" where the row does not say. `intensity` is how strong it is, 0
    to 3, None where the row does not say or the feeling is arguable.
    """

    id: str
    party: Party
    text: str
    recognized: str
    before: "Turn | None" = None
    judged: frozenset[str] = frozenset()
    wanted: frozenset[str] = frozenset()
    unsure: frozenset[str] = frozenset()
    primary: str = ""
    intensity: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """What a party said. `start` and `end` in milliseconds; None where it was typed."""

    party: Party
    text: str
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Dialogue:
    """A whole conversation. `is_uneventful`: nothing in it gives reason for an alarm."""

    id: str
    set: str
    turns: tuple[Turn, ...]
    is_uneventful: bool = False


@dataclass(slots=True, kw_only=True)
class Material:
    """What the files held. `left_out` says in a sentence each what could not be used."""

    rows: list[Row] = field(default_factory=list)
    dialogues: list[Dialogue] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)
    unknown_labels: set[str] = field(default_factory=set)


def read_material(files: Iterable[Path]) -> Material:
    """Everything in the files (JSON lines, gzipped or not). Raises ReviewError."""
    material = Material()
    for file in files:
        before = len(material.rows) + len(material.dialogues)
        for number, line in enumerate(_text(file).split("\n"), start=1):
            if line.strip():
                _take(_object(line), f"{file.name} line {number}", material)
        if len(material.rows) + len(material.dialogues) == before:
            reason = f": {material.left_out[-1]}" if material.left_out else "."
            raise ReviewError(
                f"{file} holds nothing to judge by; give JSON lines of labelled utterances or of "
                f"dialogues{reason}"
            )
    return material


def drawn(material: Material, limit: int) -> Material:
    """The material with at most `limit` rows and dialogues, drawn the same each time; 0: all."""
    if not limit:
        return material
    rows, dialogues = material.rows, material.dialogues
    return Material(
        rows=[rows[place] for place in _draw(len(rows), limit)],
        dialogues=[dialogues[place] for place in _draw(len(dialogues), limit)],
        left_out=material.left_out,
        unknown_labels=material.unknown_labels,
    )


def _draw(count: int, limit: int) -> list[int]:
    if count <= limit:
        return list(range(count))
    return sorted(random.Random(_SAMPLE_SEED).sample(range(count), limit))


def _text(file: Path) -> str:
    try:
        data = file.read_bytes()
        if data.startswith(_GZIP):
            data = gzip.decompress(data)
        return data.decode("utf-8-sig")
    except (gzip.BadGzipFile, EOFError, zlib.error):
        raise ReviewError(f"{file} is a damaged gzip file; fetch it again.") from None
    except UnicodeDecodeError:
        raise ReviewError(f"{file} is not text in UTF-8; save it as JSON lines.") from None
    except OSError as error:
        problem = error.strerror or "read error"
        raise ReviewError(f"{file} cannot be read ({problem}); check its name.") from None


def _object(line: str) -> dict[str, Any] | None:
    try:
        found = json.loads(line)
    except (ValueError, RecursionError):
        return None
    return found if isinstance(found, dict) else None


def _take(fields: dict[str, Any] | None, place: str, material: Material) -> None:
    if fields is None:
        material.left_out.append(f"{place} is not a JSON object; write one a line.")
        return
    if "turns" in fields:
        dialogue = _dialogue(fields, place)
        if dialogue is None:
            material.left_out.append(f"{place} has no turn with a speaker and a text.")
        else:
            material.dialogues.append(dialogue)
        return
    row = _row(fields, place, material.unknown_labels)
    if isinstance(row, str):
        material.left_out.append(f"{place} {row}.")
    else:
        material.rows.append(row)


# --- rows -----------------------------------------------------------------------------------------


def _row(fields: Mapping[str, Any], place: str, unknown: set[str]) -> Row | str:
    """The row, or what is the matter with it."""
    text = fields.get("text")
    if not isinstance(text, str) or not text.strip():
        return "has no 'text'"
    party = _speaker(fields) or _implied_party(fields)
    if party is None:
        return "does not say who speaks ('role': agent or customer)"
    judged: set[str] = set()
    wanted: set[str] = set()
    primary = ""
    if party is Party.AGENT:
        if "labels" in fields or fields.get("none") is True:
            judged.update(AGENT_LABELS)
            wanted.update(_names(fields.get("labels")))
    else:
        if "feelings" in fields:
            judged.update(FEELINGS, {"distress"})
            named = _names(fields["feelings"])
            wanted.update(named)
            # A row whose only feelings are none of ours does not say which of ours comes first.
            primary = next(
                (name for name in named if name in FEELINGS), "" if named else NO_FEELING
            )
        if "threat" in fields:
            judged.update(THREATS, {"at_risk"})
            wanted.update(_names(fields["threat"]))
        if GIVES_NAME in fields:
            judged.add(GIVES_NAME)
            if _is_given(fields[GIVES_NAME]):
                wanted.add(GIVES_NAME)
    if not judged:
        return "has no labels"
    known = {*AGENT_LABELS, *FEELINGS, *THREATS, GIVES_NAME}
    unknown |= wanted - known
    unsure = {
        name
        for key in ("unsure", "unsure_feelings", "unsure_threat")
        for name in _names(fields.get(key))
    }
    found = with_groups(frozenset(wanted & known))
    # Where a member is sure, so is its group.
    unsure |= {name for name, members in GROUPS.items() if unsure & members and name not in found}
    recognized = fields.get("asr_like")
    return Row(
        id=str(fields.get("id", place)),
        party=party,
        text=text,
        recognized=recognized if isinstance(recognized, str) else as_recognized(text),
        before=_before(fields, party),
        judged=frozenset(judged),
        wanted=found,
        unsure=frozenset(unsure),
        primary=primary,
        intensity=_intensity(fields.get("intensity"), primary, unsure),
    )


def _intensity(value: object, primary: str, unsure: set[str]) -> int | None:
    """How strong the primary feeling is; of one that is arguable, so is its strength."""
    if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value <= MOST_INTENSE:
        return None
    is_arguable = primary in unsure or (primary == NO_FEELING and unsure & set(FEELINGS))
    return None if not primary or is_arguable else value


def _before(fields: Mapping[str, Any], party: Party) -> Turn | None:
    context = fields.get("context")
    if not isinstance(context, str) or not context.strip():
        return None
    return Turn(party=_party(fields.get("context_speaker")) or party.other, text=context)


def _speaker(fields: Mapping[str, Any]) -> Party | None:
    """Who speaks, whatever the field is called."""
    named = (_party(fields.get(key)) for key in ("role", "speaker", "party"))
    return next((party for party in named if party is not None), None)


def _party(value: object) -> Party | None:
    name = _PARTIES.get(value.strip().lower()) if isinstance(value, str) else None
    return None if name is None else Party(name)


def _implied_party(fields: Mapping[str, Any]) -> Party | None:
    if "feelings" in fields or "threat" in fields:
        return Party.CUSTOMER
    return Party.AGENT if "labels" in fields else None


def _names(value: object) -> list[str]:
    """Labels in a list, as a single word, or as keys that are true; "none" is no label."""
    if isinstance(value, str):
        found = [value]
    elif isinstance(value, Mapping):
        found = [name for name, is_there in value.items() if is_there]
    elif isinstance(value, list | tuple):
        found = [name for name in value if isinstance(name, str)]
    else:
        found = []
    return [name.strip() for name in found if name.strip().lower() not in _NOTHING]


def _is_given(value: object) -> bool:
    if isinstance(value, str):
        return value.strip().lower() not in _NOTHING
    return bool(value)


# --- dialogues ------------------------------------------------------------------------------------


def _dialogue(fields: Mapping[str, Any], place: str) -> Dialogue | None:
    raw = fields["turns"]
    turns = [
        turn
        for each in (raw if isinstance(raw, list) else [])
        if isinstance(each, Mapping) and (turn := _turn(each)) is not None
    ]
    if not turns:
        return None
    labels = fields.get("labels")
    known = labels if isinstance(labels, Mapping) else {}
    name, kind = str(fields.get("id", place)), str(fields.get("set", ""))
    return Dialogue(
        id=name,
        set=kind,
        turns=tuple(turns),
        is_uneventful=(
            (kind.lower().startswith("star") or (not kind and name.lower().startswith("star")))
            and known.get("happy_path") is True
            and not known.get("user_aggressive")
        ),
    )


def _turn(fields: Mapping[str, Any]) -> Turn | None:
    party, text = _speaker(fields), fields.get("text")
    if party is None or not isinstance(text, str) or not text.strip():
        return None
    start, end = _milliseconds(fields.get("start")), _milliseconds(fields.get("end"))
    if start is None or end is None or end <= start:
        return Turn(party=party, text=text)
    return Turn(party=party, text=text, start=start, end=end)


_LONGEST_S = 24 * 3600


def _milliseconds(value: object) -> int | None:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    return round(value * 1000) if 0 <= value <= _LONGEST_S else None  # not a number is neither
