"""What the engine says of itself: its state, its model, and the call it is in."""

from collections.abc import Callable

from assist.core.notices import Notice, StatusReport
from assist.engine.opencall import OpenCall
from assist.engine.parts import Parts, privacy_of


class EngineStatus:
    """Tells everybody each state as it is entered; belongs to the service's thread.

    `model` and `call` give the name of the loaded model and the running call. States are "loading",
    "ready", "listening" and "ending". `lag_ms` may be set by the session thread as well.
    """

    def __init__(
        self,
        parts: Parts,
        tell: Callable[[Notice], None],
        *,
        model: Callable[[], str],
        call: Callable[[], OpenCall | None],
    ) -> None:
        self._parts = parts
        self._send = tell
        self._model = model
        self._call = call
        self._state = "loading"
        self.lag_ms = 0

    def enter(self, state: str) -> None:
        self._state = state
        self.tell()

    def tell(self) -> None:
        self._send(self.report())

    def report(self) -> StatusReport:
        call = self._call()
        is_private, notice = call.privacy if call else privacy_of(self._parts)
        return StatusReport(
            state=self._state,
            model=self._model(),
            playbook=call.header.playbook_name if call else "",
            call=call.started.call if call else "",
            lag_ms=self.lag_ms,
            is_private=is_private,
            notice=notice,
            has_team=self._parts.has_team(),
        )
