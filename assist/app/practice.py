"""Calls to practise with: the stored ones and the demo call."""

from typing import TYPE_CHECKING

from assist import paths
from assist.app.chosen import load_settings
from assist.app.offline import run_inputs, transcribe
from assist.app.playbooks import call_playbook
from assist.app.sound import DEMO_CALL
from assist.app.store import open_store, past_call
from assist.core.events import Event, Input
from assist.core.practice import PracticeCall, PracticeChoice

if TYPE_CHECKING:
    from assist.review.backtest import PastCall

DEMO = "demo"
"""The id of the demo call among the calls to practise with."""

_OFFERED = 200
_LEAST_MS = 20_000
"""A shorter call teaches nothing."""


class StoredPractice:
    """What `core.interfaces.PracticeDesk` asks for, from this computer's calls and playbook."""

    def calls(self) -> tuple[PracticeChoice, ...]:
        """The demo call and the newest stored ones. Raises StoreError."""
        from assist.store.model import CallFilter

        with open_store() as store:
            store.catch_up()
            overviews = store.list_calls(CallFilter(limit=_OFFERED))
        return (
            PracticeChoice(id=DEMO),
            *(
                PracticeChoice(
                    id=each.id,
                    started_at=each.started_at.isoformat(timespec="seconds"),
                    duration_ms=each.duration_ms,
                    customer=each.customer_name or each.customer_number,
                    problem=each.problem,
                )
                for each in overviews
                if each.duration_ms >= _LEAST_MS and each.source != DEMO
            ),
        )

    def open(self, call_id: str) -> PracticeCall:
        """The call, ready to be played; takes seconds where it has to be recognized first."""
        from assist.review.practice import practice_call

        call = _demo() if call_id == DEMO else past_call(call_id)
        return practice_call(call, run_inputs, call_playbook(load_settings()))


def _demo() -> "PastCall":
    """The demo call: as it was last heard on this computer, else recognized now."""
    from assist.review.backtest import PastCall
    from assist.store.model import CallFilter

    with open_store() as store:
        heard = [call.id for call in store.list_calls(CallFilter()) if call.source == DEMO]
    if heard:
        return past_call(heard[0])
    events: list[Event] = []
    transcribe(
        files=[paths.resources_dir() / "demo" / DEMO_CALL],
        model="",
        playbook=None,
        customer_name="",
        agent_channel=0,
        gate=True,
        on_event=events.append,
        on_progress=None,
    )
    inputs = tuple(event for event in events if isinstance(event, Input))
    return PastCall(id=DEMO, agent="", inputs=inputs, duration_ms=inputs[-1].at)


def practice() -> StoredPractice:
    return StoredPractice()
