"""Beside a call a lead reads what its callers are told, and why nothing of it may be deleted."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel

from assist.core.events import CallStarted
from tests.helpers.reviewing import keep, open_desk, open_store, plain_call
from tests.ui.review.conftest import OpenReview, Review

NOTICES = {
    "announcement": "An announcement before they reach the agent",
    "agent": "The agent says it at the beginning",
    "written": "In writing",
    "none": "Nothing",
    "": "",
}


def _call(notice: str) -> str:
    return f"20261122T140000-{notice or 'unanswered'}"


@pytest.fixture
def reviewed(open_review: OpenReview, tmp_path: Path) -> Review:
    """A window over one call of each answer to what callers are told."""
    home = tmp_path / "home"
    for notice in NOTICES:
        begun, *rest = plain_call(_call(notice), started_at="2026-11-22T14:00:00+01:00")
        assert isinstance(begun, CallStarted)
        keep(home, (replace(begun, notice=notice), *rest))
    review = open_review(lambda: open_desk(home))
    review.home = home
    review.press(Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    return review


def _seen(review: Review) -> str:
    """All that stands beside the call, from the top down."""
    panel = review.window.panel
    labels = [label for label in panel.findChildren(QLabel) if label.isVisible()]
    labels.sort(key=lambda label: label.mapTo(panel, QPoint(0, 0)).y())
    return "\n".join(label.text() for label in labels)


def test_a_lead_reads_what_the_callers_of_this_call_are_told(reviewed: Review) -> None:
    for notice, told in NOTICES.items():
        reviewed.choose(_call(notice))
        if told:
            assert f"Callers are told\n{told}" in _seen(reviewed)
        else:
            assert "Callers are told" not in _seen(reviewed), "nobody had answered by then"


def test_a_legal_hold_says_who_and_why_until_it_ends(reviewed: Review) -> None:
    held, other = _call("agent"), _call("written")
    with open_store(reviewed.home) as store:
        store.desk.hold(held, why="court case 12/2026", by="Lea Brandt")
    reviewed.choose(other)
    assert "legal hold" not in _seen(reviewed)
    reviewed.choose(held)
    assert "On legal hold by Lea Brandt: court case 12/2026" in _seen(reviewed)
    with open_store(reviewed.home) as store:
        store.desk.hold(held, why="", by="Lea Brandt")
    reviewed.choose(other)
    reviewed.choose(held)
    assert "legal hold" not in _seen(reviewed)
