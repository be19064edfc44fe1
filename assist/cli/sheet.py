"""Lists as sheets: CSV that a spreadsheet opens and takes for no formula."""

import argparse
import csv
import io
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from assist.core.errors import AssistError
from assist.core.written import plain_cell

STANDARD_OUTPUT = Path("-")


class SheetError(AssistError):
    """A sheet cannot be written."""


def add_csv_argument(parser: argparse.ArgumentParser) -> None:
    """`--csv FILE`; `-` is standard output."""
    parser.add_argument(
        "--csv", type=Path, metavar="FILE", help="write a sheet instead ('-': standard output)"
    )


def write_sheet(file: Path, heads: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """One line for each row, below the heads. Raises SheetError."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(heads)
    for row in rows:
        writer.writerow([plain_cell(each) if isinstance(each, str) else each for each in row])
    if file == STANDARD_OUTPUT:
        sys.stdout.write(out.getvalue())
        return
    try:
        file.write_text(out.getvalue(), encoding="utf-8")
    except OSError as error:
        raise SheetError(
            f"{file} cannot be written ({error.strerror}); choose another place."
        ) from None
