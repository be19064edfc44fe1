"""Calls that were put away for another while the softphone has them on hold.

All of it belongs to the service's thread.
"""

import logging
from collections.abc import Callable

from assist.core.errors import AssistError
from assist.core.interfaces import SpeechModel
from assist.core.notices import Notice, Trouble
from assist.engine.calls import CallMaker
from assist.engine.opencall import EndedCall, OpenCall
from assist.session.errors import JournalError

_log = logging.getLogger(__name__)


class Parking:
    """Keeps calls that are neither listened to nor over; `save` stores one that is over."""

    def __init__(
        self,
        calls: CallMaker,
        publish: Callable[[Notice], None],
        *,
        save: Callable[[EndedCall], None],
    ) -> None:
        self._calls = calls
        self._send = publish
        self._save = save
        self._parked: dict[str, OpenCall] = {}

    def __bool__(self) -> bool:
        """Whether any call is put away."""
        return bool(self._parked)

    def put(self, call: OpenCall) -> None:
        """Keep a call that is closed but not over."""
        self._parked[call.started.call] = call

    def take_back(self, call: str, model: SpeechModel) -> OpenCall | None:
        """Go on with a call; None where it was never put away, or cannot be gone on with.

        Raises AssistError where its sound cannot be opened; then it stays put away.
        """
        parked = self._parked.get(call)
        if parked is None:
            return None
        try:
            running = self._calls.take_back(parked, model)
        except JournalError as error:
            # What cannot be read cannot be gone on with; the new call must not wait for it.
            self._send(Trouble(sentence=str(error)))
            del self._parked[call]
            return None
        del self._parked[call]
        return running

    def end(self, call: str, reason: str) -> None:
        """A call that was put away is over, as the softphone tells."""
        parked = self._parked.pop(call, None)
        if parked is None:
            return
        try:
            self._calls.end_parked(parked, reason)
            self._save(parked)
        except AssistError as error:
            self._send(Trouble(sentence=str(error)))

    def end_all(self) -> None:
        """The engine ends: none of them will be taken back."""
        for call in tuple(self._parked):
            self.end(call, "parked")
