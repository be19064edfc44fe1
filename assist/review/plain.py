"""Typed text as a recognizer would print it."""

import html
import re

_LEFT_OUT = re.compile(
    r"@\w+|__\w+__|\[[^\]]*\]|<[^>]*>|https?://\S+|www\.\S+"  # handles, marks, links
    r"|\(?\b\d/\d\b\)?"  # "1/2": parts of a message
    r"|(?<=\s)[\^*][A-Za-z]{1,12}(?=\s*$|\s+\d/\d)"  # an agent's initials under a message
)
_APOSTROPHES = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "`": "'"})
_HASHTAG = re.compile(r"#(\w+)")
_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])")
_APART = re.compile(r"[^\w'$]+|_+")
_EDGE = re.compile(r"(?<!\w)'+|'+(?!\w)")


def as_recognized(text: str) -> str:
    """Lower-case words without punctuation, handles, links and signs that nobody says."""
    kept = html.unescape(text).translate(_APOSTROPHES)
    kept = _HASHTAG.sub(lambda tag: _HUMP.sub(" ", tag[1]), _LEFT_OUT.sub(" ", kept))
    return " ".join(_EDGE.sub(" ", _APART.sub(" ", kept.replace("&", " and ").lower())).split())
