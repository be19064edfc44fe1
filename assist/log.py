"""Diagnostics: a rotating log file and warnings on stderr. Never a customer's words."""

import logging
import logging.handlers
import sys
from pathlib import Path

_FORMAT = "%(asctime)s %(levelname)s %(processName)s/%(threadName)s %(name)s: %(message)s"


def set_up_logging(file: Path | None, *, verbose: bool = False) -> None:
    """Log to `file` (rotated at 1 MB, five kept) and warnings to stderr.

    A log file that cannot be written is said on stderr and done without: no call stops for a log.
    """
    root = logging.getLogger()
    root.setLevel(logging.DEBUG if verbose else logging.INFO)
    console = logging.StreamHandler(sys.stderr)
    console.setLevel(logging.DEBUG if verbose else logging.WARNING)
    console.setFormatter(logging.Formatter("%(levelname)s: %(message)s"))
    root.addHandler(console)
    if file is None:
        return
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        handler = logging.handlers.RotatingFileHandler(
            file, maxBytes=1_000_000, backupCount=5, encoding="utf-8"
        )
    except OSError as error:
        logging.getLogger(__name__).warning("No log file: %s", error)
        return
    handler.setFormatter(logging.Formatter(_FORMAT))
    root.addHandler(handler)
