"""The texts the language model learns from, and the sentences kept away from it.

Only sets whose licence allows redistribution of what is learned: no share-alike, no non-commercial
rows.
"""

import gzip
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from models.recipes.text import sentences

# file under ../shared/data -> (what it is, licence); all end up in models/starter/README.md
SOURCES = {
    "texts/multidogo_customer.jsonl.gz": ("MultiDoGO, customer turns", "CDLA-Permissive-1.0"),
    "texts/banking77_customer.jsonl.gz": ("Banking77", "CC BY 4.0"),
    "texts/natcs_customer.jsonl.gz": ("NatCS", "CC BY 4.0"),
    "texts/nlupp_customer.jsonl.gz": ("NLU++", "CC BY 4.0"),
    "texts/star_dialogues.jsonl.gz": ("STAR dialogues, both sides", "MIT"),
    "texts/taskmaster4_dialogues.jsonl.gz": ("Taskmaster-4, both sides", "CC BY 4.0"),
    "texts/goemotions.jsonl.gz": ("GoEmotions (Reddit comments)", "Apache-2.0"),
    "texts/cfpb_complaints.jsonl.gz": ("CFPB consumer complaints", "public domain (US government)"),
    "dialogues/dialogue_dev.jsonl.gz": (
        "STAR, PriMock57, ABCD sample",
        "MIT / CC BY 4.0 / MIT; NC rows left out",
    ),
}


def rows(path: Path) -> Iterator[dict[str, Any]]:
    """The JSON objects of a .jsonl or .jsonl.gz file."""
    with (
        gzip.open(path, "rt", encoding="utf-8")
        if path.suffix == ".gz"
        else path.open(encoding="utf-8") as lines
    ):
        for line in lines:
            yield json.loads(line)


def _texts(path: Path) -> Iterator[str]:
    for row in rows(path):
        if row.get("commercial_ok") is False or "NC" in str(row.get("licence", "")):
            continue
        if "turns" in row:
            yield from (turn["text"] for turn in row["turns"])
        else:
            yield row["text"]


def load(data: Path) -> dict[str, list[str]]:
    """Spoken sentences per source, without those kept for measuring (`cues/`)."""
    kept = {
        line
        for row in rows(data / "cues" / "cues_dev.jsonl")
        for line in sentences(row["text"])
        if line.count(" ") > 3
    }
    found: dict[str, list[str]] = {}
    for name in SOURCES:
        lines = (
            line
            for text in _texts(data / name)
            for line in sentences(text.replace("[NAME]", "John"))
        )
        found[Path(name).name.split(".")[0]] = [line for line in lines if line not in kept]
    return found


def people(data: Path) -> tuple[list[str], list[str]]:
    """First and last names of the US census (public domain), most frequent first."""
    first: dict[str, float] = {}
    for sex in ("male", "female"):
        for line in (data / "names" / f"census_first_{sex}.txt").read_text().splitlines():
            name, share, *_ = line.split()
            first[name.lower()] = first.get(name.lower(), 0.0) + float(share)
    with gzip.open(data / "names" / "census_last.txt.gz", "rt") as lines:
        last = [line.split()[0].lower() for line in lines if line.strip()]
    return sorted(first, key=lambda name: -first[name]), [name for name in last if name.isalpha()]
