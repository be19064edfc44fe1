"""Reading TOML that people and other computers wrote."""

import tomllib
from typing import Any

MAX_DEPTH = 40
"""Lists and tables within each other; conditions of a playbook are five deep at the most."""

_TOO_DEEP = "lists or tables are nested too deeply"


def read_toml(text: str) -> dict[str, Any]:
    """As `tomllib.loads`. Raises TOMLDecodeError also for what is nested beyond reason.

    That alone would end in a RecursionError, here or in who goes through what was read.
    """
    try:
        data = tomllib.loads(text)
    except RecursionError:
        raise tomllib.TOMLDecodeError(_TOO_DEEP) from None
    level: list[Any] = [data]
    for _ in range(MAX_DEPTH):
        level = [
            inner
            for each in level
            for inner in (each.values() if isinstance(each, dict) else each)
            if isinstance(inner, dict | list)
        ]
        if not level:
            return data
    raise tomllib.TOMLDecodeError(_TOO_DEEP)
