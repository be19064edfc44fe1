"""Recognized words as people write them, for screens and exports. What is kept stays as it was."""

import re

OUTCOME_WORDS = {
    "resolved": "Resolved",
    "follow_up": "Follow-up promised",
    "unresolved": "Unresolved",
}
"""What a call came to, as people read it."""


def written(text: str) -> str:
    """ "i'm" → "I'm"; every character keeps its place, so that word positions stay true.

    Recognizers know small letters only, and a transcript full of "i" reads badly.
    """
    return re.sub(r"\bi\b", "I", text)


def plain_cell(text: str) -> str:
    """A text that a spreadsheet takes for no formula."""
    return f"'{text}" if text.startswith(("=", "+", "-", "@", "\t", "\r")) else text
