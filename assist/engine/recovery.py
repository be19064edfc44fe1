"""Calls that a dead engine left: one may go on, the others are put in order."""

import logging
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from assist.core.errors import AssistError
from assist.core.interfaces import SpeechModel
from assist.engine.calls import RESUME_WITHIN_S, CallMaker
from assist.engine.errors import CallNotSaved
from assist.engine.folders import CallFolder, open_folders
from assist.engine.opencall import EndedCall, OpenCall
from assist.session.errors import JournalError

_PUT_ASIDE = (
    "A call that was cut off could not be put in order; it is kept in {folder}: please report this "
    "with the log file ('assist doctor' says where it is)."
)
_UNREADABLE = "{error} The call it belongs to cannot be put in order; it is left in {folder}."

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Recovered:
    """The call that goes on, and the one that ended so lately that its agent may add to it."""

    call: OpenCall | None = None
    last: EndedCall | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Recovery:
    """Goes through the folders of calls; `tell` gets one sentence for each trouble.

    `save` puts a call that is over into the store. Without a `model` nothing is recognized.
    """

    calls: CallMaker
    model: SpeechModel | None
    save: Callable[[EndedCall], None]
    tell: Callable[[str], None]

    def run(self, calls_dir: Path) -> Recovered:
        recovered = Recovered()
        folders = open_folders(calls_dir)
        for folder in folders:
            try:
                recovered = self._recover(folder, recovered, is_latest=folder == folders[-1])
            except CallNotSaved as error:
                self.tell(str(error))
            except AssistError as error:
                # It would fail in the same way at each start.
                folder.done(keep_spool=True)
                self.tell(_UNREADABLE.format(error=error, folder=folder.path))
            except Exception:
                # A call we fail on must not keep the engine from ever starting again.
                _log.exception("A call could not be recovered")
                folder.done(keep_spool=True)
                self.tell(_PUT_ASIDE.format(folder=folder.path))
        return recovered

    def _recover(self, folder: CallFolder, so_far: Recovered, *, is_latest: bool) -> Recovered:
        was_running = is_latest and folder.age_s() <= RESUME_WITHIN_S
        if is_latest and self.model is not None and not folder.never_began:
            try:
                if call := self.calls.resume(folder, self.model):
                    return replace(so_far, call=call)
            except JournalError:
                raise
            except AssistError as error:
                # Its sound cannot be opened again, for instance; what was heard is saved below.
                self.tell(str(error))
        if (ended := self.calls.close_lost(folder, self.model)) is None:
            return so_far
        self.save(ended)
        # Its agent may still want to say what came of it.
        return replace(so_far, last=ended) if was_running else so_far
