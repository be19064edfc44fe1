"""What several commands share: a parser with examples, a type, and times as people read them."""

import argparse
from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    Subparsers = argparse._SubParsersAction[argparse.ArgumentParser]
else:
    Subparsers = object


def add_command(
    subparsers: Subparsers,
    name: str,
    *,
    help: str,
    examples: str,
    run: Callable[[argparse.Namespace], int],
) -> argparse.ArgumentParser:
    """A sub-command whose --help ends with `examples`, run by `run`."""
    parser = subparsers.add_parser(
        name,
        help=help,
        description=help[0].upper() + help[1:] + ".",
        epilog="examples:\n" + "\n".join(f"  {line}" for line in examples.splitlines()),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.set_defaults(run=run)
    return parser


def days(text: str) -> int:
    """The type of an argument that says how far back to look."""
    if not text.isdigit() or not 1 <= int(text) <= 3650:
        raise argparse.ArgumentTypeError(f"'{text}' is not a number of days from 1 to 3650")
    return int(text)


def clock(ms: int) -> str:
    """Call time as m:ss."""
    return f"{ms // 60_000}:{ms // 1000 % 60:02d}"
