"""What a second start of the sidebar says to the first: its arguments, as one line of JSON."""

import json
from collections.abc import Sequence


def line_of(arguments: Sequence[str]) -> bytes:
    return json.dumps(list(arguments)).encode() + b"\n"


def arguments_of(line: bytes) -> tuple[str, ...] | None:
    """The arguments in a line; None for what no start of ours says."""
    try:
        arguments = json.loads(line)
    except (ValueError, RecursionError):  # ValueError: neither JSON nor UTF-8
        return None
    if not isinstance(arguments, list) or not all(isinstance(each, str) for each in arguments):
        return None
    return tuple(arguments)
