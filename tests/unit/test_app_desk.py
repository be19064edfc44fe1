"""What the sidebar asks of the app: its place kept, follow-ups of the store, a phone's address."""

from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from assist import app, paths
from assist.app import desk
from assist.core.commands import PhoneAction, ReportPhone
from assist.core.errors import AssistError
from assist.core.events import PromiseMade
from tests.helpers.finished_calls import finished_call, write_journal


def write_settings(text: str) -> None:
    file = paths.settings_file()
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text)


def test_the_place_is_kept_in_the_settings(assist_home: Path) -> None:
    write_settings('# mine\ntheme = "dark"\n')
    desk.keep_place({"sidebar_side": "left", "sidebar_width": 400, "sidebar_is_collapsed": True})
    chosen = app.load_settings()
    assert (chosen.sidebar_side, chosen.sidebar_width, chosen.sidebar_is_collapsed) == (
        *("left", 400, True),
    )
    assert paths.settings_file().read_text().startswith('# mine\ntheme = "dark"\n')


def test_without_calls_nothing_is_due_and_no_database_is_made(assist_home: Path) -> None:
    assert desk.follow_ups() == ()
    assert not paths.database_file().exists()


def test_a_follow_up_is_settled_in_the_store(assist_home: Path) -> None:
    now = datetime.now().astimezone()
    call = f"{now:%Y%m%d}T1"
    events = finished_call(call, started_at=now.isoformat())
    due = next(event for event in events if isinstance(event, PromiseMade) and event.due_at)
    shifted = tuple(
        replace(event, due_at=now.isoformat()) if event == due else event for event in events
    )
    journal = write_journal(paths.calls_dir() / call, shifted)
    with app.open_store() as store:
        store.save_call(journal)
    (found,) = desk.follow_ups()
    assert found.call == call
    later = now + timedelta(minutes=15)
    desk.settle_follow_up(call, found.promise, later.isoformat())
    (put_off,) = desk.follow_ups()
    assert datetime.fromisoformat(put_off.remind_at) == later.replace(microsecond=0)
    desk.settle_follow_up(call, found.promise, "")
    assert desk.follow_ups() == ()


@pytest.mark.parametrize(
    ("settings", "has_team"),
    [
        ("", False),
        ('team_database = "postgresql://db/calls"\n', False),
        ('team_database = "postgresql://db/calls"\nteam_shares = "transcripts"\n', True),
    ],
)
def test_a_lead_is_reached_only_where_calls_are_shared(
    assist_home: Path, settings: str, has_team: bool
) -> None:
    write_settings(settings)
    assert desk.has_team() is has_team


def test_an_address_is_read_as_a_report() -> None:
    assert desk.phone_report("callassist://start?number=5550142&name=Dana+Ortega") == ReportPhone(
        action=PhoneAction.STARTED, number="5550142", name="Dana Ortega", origin="url"
    )
    with pytest.raises(AssistError, match="callassist://"):
        desk.phone_report("https://example.org")


def test_the_licence_can_be_shown() -> None:
    assert "Permission is hereby granted" in desk.notices_text() or "License" in desk.notices_text()
