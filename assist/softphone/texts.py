"""Names and numbers from outside: a caller chooses the name that a phone shows for them.

Imports next to nothing: a softphone waits for the command that uses it.
"""

import unicodedata

from assist.softphone.errors import PhoneError

LONGEST = {"name": 120, "number": 120, "reference": 120, "line": 200}
"""Characters a field may have."""

WORDS = {"name": "name", "number": "number", "reference": "ref", "line": "id"}
"""The fields as commands and URLs call them."""

_JOINERS = "\u200c\u200d"
"""Invisible, but part of how some languages are written."""


def checked(field: str, text: str) -> str:
    """The text of a field, stripped. Raises PhoneError where it could not be shown as it is."""
    text = text.strip()
    if len(text) > LONGEST[field]:
        raise PhoneError(
            f"The {WORDS[field]} has {len(text)} characters; at most {LONGEST[field]} are taken."
        )
    if any(map(_is_hidden, text)):
        raise PhoneError(f"The {WORDS[field]} holds control characters; leave them out.")
    return text


def presentable(field: str, text: object) -> str:
    """Anything a phone sent as text that can be shown: control characters out, cut to length."""
    if not isinstance(text, str):
        return ""
    visible = "".join(" " if _is_hidden(sign) else sign for sign in text[:1000])
    return " ".join(visible.split())[: LONGEST[field]]


def _is_hidden(sign: str) -> bool:
    # Cc, Cf, Cs, Co, Cn and the separators of lines and paragraphs: they break a line of text, or
    # turn the direction in which the rest of it is read.
    kind = unicodedata.category(sign)
    return (kind[0] == "C" or kind in ("Zl", "Zp")) and sign not in _JOINERS
