"""Diagnostics: a rotating log file and warnings on stderr. Never a customer's words."""

import contextlib
import logging
import logging.handlers
import sys
from pathlib import Path

_FORMAT = "%(asctime)s %(levelname)s %(processName)s/%(threadName)s %(name)s: %(message)s"
_CONSOLE = "assist-console"
_FILE = "assist-file"


class _LogFile(logging.handlers.RotatingFileHandler):
    """A log file that is given up when it cannot be written any more: no call stops for a log."""

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802
        error = sys.exc_info()[1]
        logging.getLogger().removeHandler(self)
        with contextlib.suppress(OSError):  # it flushes once more
            self.close()
        logging.getLogger(__name__).warning("No more log file: %s", error)


def set_up_logging(file: Path | None, *, verbose: bool = False) -> None:
    """Log to `file` (rotated at 1 MB, five kept) and warnings to stderr.

    The file gets INFO and above even when `verbose`: what is said in a call may stand in DEBUG. A
    file that cannot be written is said on stderr and done without. Called again, it starts over.
    """
    root = logging.getLogger()
    for handler in [h for h in root.handlers if h.get_name() in (_CONSOLE, _FILE)]:
        root.removeHandler(handler)
        handler.close()
    root.setLevel(logging.DEBUG if verbose else logging.INFO)
    console = logging.StreamHandler(sys.stderr)
    console.set_name(_CONSOLE)
    console.setLevel(logging.DEBUG if verbose else logging.WARNING)
    console.setFormatter(logging.Formatter("%(levelname)s: %(message)s"))
    root.addHandler(console)
    if file is None:
        return
    try:
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        log = _LogFile(file, maxBytes=1_000_000, backupCount=5, encoding="utf-8")
    except OSError as error:
        logging.getLogger(__name__).warning("No log file: %s", error)
        return
    log.set_name(_FILE)
    log.setLevel(logging.INFO)
    log.setFormatter(logging.Formatter(_FORMAT))
    root.addHandler(log)
