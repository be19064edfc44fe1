"""The sentence that callers have to hear: from what was said to what agent and lead see of it."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from assist import app
from assist.core.events import CallStarted, Event, Input
from assist.core.review import ReviewFilter
from assist.session.call import CallSession
from assist.store.retention import Kind, Limit
from assist.ui.itemmodels.checklist import Role
from assist.ui.review.wording import reason_text
from tests.helpers.calls import spoken
from tests.helpers.finished_calls import write_journal
from tests.helpers.reviewing import NOW, open_desk, open_store
from tests.ui.conftest import Desk

PHRASE = "this call is transcribed so that I can help you better"
SAID = """
1    customer  hello i have a question about my bill
4    agent     hi this call is being transcribed so that i can help you better
12   customer  sure that is fine
20   agent     thank you and which month is it about
26   customer  it is the one of october
34   agent     let me have a look at the bill for you
50   end
"""
UNSAID = """
1    customer  hello i have a question about my bill
4    agent     hi what can i do for you today
12   customer  it is higher than last month
20   agent     thank you and which month is it about
26   customer  it is the one of october
34   agent     let me have a look at the bill for you
50   end
"""
LATE = UNSAID.replace(
    "50   end",
    "44   agent     and this call is transcribed so that i can help you better\n60   end",
)
SHORT = """
1    customer  hello is this the pizza place
4    agent     no you have the wrong number
9    end
"""
CALLS = {"said": SAID, "unsaid": UNSAID, "late": LATE, "short": SHORT}


def call_of(name: str) -> list[Event]:
    """All events of a call with the setting on, as the engine publishes and the journal keeps."""
    app.change_setting("consent_phrase", PHRASE)
    session = CallSession(app.call_playbook(app.load_settings()))
    inputs: list[Input] = spoken(CALLS[name])
    started = inputs[0]
    assert isinstance(started, CallStarted)
    begun = (NOW - timedelta(days=1)).isoformat()
    inputs[0] = replace(started, call=f"20261121T100000-{name}", started_at=begun)
    events: list[Event] = []
    for event in inputs:
        events += [event, *session.handle(event)]
    return events


def tick(desk: Desk) -> tuple[str, bool, str]:
    """The item on the checklist: its text, whether it is ticked, what a screen reader says."""
    model = desk.window.checklist_model
    for row in range(model.rowCount()):
        index = model.index(row)
        if model.data(index, Role.ITEM) == "consent_phrase":
            spoken_text = model.data(index, Qt.ItemDataRole.AccessibleTextRole)
            return str(model.data(index)), bool(model.data(index, Role.IS_DONE)), str(spoken_text)
    raise AssertionError("it is not on the checklist")


@pytest.mark.parametrize(
    ("name", "reminders", "is_ticked"),
    [("said", 0, True), ("unsaid", 1, False), ("late", 1, True), ("short", 0, False)],
)
def test_the_agent_sees_it_from_the_first_second_and_is_reminded_once(
    desk: Desk, name: str, reminders: int, is_ticked: bool
) -> None:
    events = call_of(name)
    desk.play(*(event for event in events if event.at == 0))
    assert tick(desk) == (
        "Notice: calls are transcribed",
        False,
        "Notice: calls are transcribed, not yet",
    )
    seen = []
    for event in events:
        if event.at > 0:
            desk.play(event)
            card = desk.window.state.card
            if card is not None and card.raised.rule == "consent_phrase":
                seen.append((card.number, card.raised.headline))
    assert len({number for number, _ in seen}) == reminders
    assert all(headline == "Say that the call is transcribed" for _, headline in seen)
    assert tick(desk)[1:] == (
        is_ticked,
        "Notice: calls are transcribed, " + ("done" if is_ticked else "not yet"),
    )


def test_the_lead_finds_the_calls_without_it_and_they_may_be_kept_shorter(tmp_path: Path) -> None:
    with open_store(tmp_path) as store:
        for name in CALLS:
            events = call_of(name)
            store.save_call(write_journal(tmp_path / "calls" / f"20261121T100000-{name}", events))
        kept = {
            call.id.rpartition("-")[2]: "consent_phrase" in call.checklist
            for call in store.list_calls()
        }
    assert kept == {"said": True, "unsaid": False, "late": True, "short": False}
    desk = open_desk(tmp_path)
    rows = desk.rows(ReviewFilter(reason="notice_not_said"), 50, 0)
    desk.close()
    assert [row.id.rpartition("-")[2] for row in rows] == ["unsaid"]
    (reason,) = [each for each in rows[0].reasons if each.reason == "notice_not_said"]
    assert reason.at >= 30_000, "where the agent was reminded"
    assert reason_text(reason.reason) == "Notice not said"
    with open_store(tmp_path) as store:
        limit = Limit(days=365, by_class={"notice_not_said": 1})
        assert store.remover.expire(Kind.CALLS, limit, NOW + timedelta(days=1), 50).count == 1
        assert len(store.list_calls()) == 3
