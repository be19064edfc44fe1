"""Kinds of values that are named only after the value: "… nine two" "that's my account number".

Digits are held back for a while; a line that names them while they are decides what they are.
"""

from collections.abc import Sequence

from assist.privacy.announced import find_announcements
from assist.privacy.kinds import Secret
from assist.privacy.numbers import bare, find_runs

_UNTOLD = frozenset({Secret.NOTHING, Secret.CARD_END, Secret.NUMBER})
_ASKING = frozenset(
    """what what's which could can may please need give tell get take next now how when where who
    forgot forgotten reset change lost qué cuál puede dígame welche wie können bitte""".split()
)
"""A line with one of these wants a value rather than names the one that was said."""
_POINTING = frozenset(
    """that that's this it's it is was as for so and right thank thanks ok okay yes yep yeah
    your my es eso esa como su mi das ist war als ihre meine danke gracias und y""".split()
)
_MAX_BEFORE = 7
"""Words before the name of what was said ("so that was your …"): more are talk about it."""


def find_later_name(tokens: Sequence[str]) -> Secret | None:
    """The kind of value that a line gives to what was said just before it; None if it does not."""
    words = [bare(token) for token in tokens]
    announced = find_announcements(tokens)
    if not announced or announced[0].secret in _UNTOLD:
        return None
    first = announced[0]
    if find_runs(tokens[first.last :]):
        return None  # a value of its own follows
    before = [
        word
        for index, word in enumerate(words[: first.first])
        if word != "what's" or words[index - 1 : index] != ["that's"]
    ]
    if any(word in _ASKING for word in before) or len(before) > _MAX_BEFORE:
        return None
    runs = find_runs(tokens[: first.first])
    start = runs[-1].last if runs else 0
    if not before or runs:
        return first.secret if runs or len(words) - first.last <= 2 else None
    return first.secret if words[start] in _POINTING else None
