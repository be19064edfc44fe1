"""What is older than the settings keep is gone: from tables, search, journals and sound files."""

import os
import signal
import subprocess
import sys
import time
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest

from assist import app, paths
from assist.app.retention import BATCH, clock_doubt, expire
from assist.settings import SettingsError
from assist.store.clock import ClockError
from assist.store.errors import NotRemovedError, StoreError
from assist.store.model import CallFilter
from tests.helpers.finished_calls import write_call

DAY = timedelta(days=1)
NOW = datetime(2026, 11, 22, 12, 0, tzinfo=timezone(timedelta(hours=1)))
OLD, NEW = "20261001T101500-aaaa", "20261121T101500-bbbb"


@pytest.fixture(autouse=True)
def two_calls() -> None:
    """One of 52 days ago and one of yesterday, both with sound."""
    for call, started in ((OLD, NOW - 52 * DAY), (NEW, NOW - DAY)):
        _keep(call, started)


def _keep(call: str, started: datetime) -> None:
    journal = write_call(paths.state_dir(), call, started_at=started.isoformat())
    sound = journal.with_name("agent.flac")
    sound.write_bytes(b"sound")
    with app.open_store() as store:
        store.save_call(journal)
        store.desk.keep_audio(call, (sound,))


def _folder(call: str) -> Path:
    return paths.calls_dir() / call


def test_without_a_limit_nothing_goes() -> None:
    expire(NOW + 10_000 * DAY)
    with app.open_store() as store:
        assert len(store.list_calls()) == 2


def test_calls_go_with_their_folders() -> None:
    app.change_setting("keep_calls_days", 30)
    expire(NOW)
    with app.open_store() as store:
        assert [call.id for call in store.list_calls()] == [NEW]
    assert not _folder(OLD).exists()
    assert _folder(NEW).exists()
    for week in range(1, 7):  # as the app is used: every few days
        expire(NOW + 7 * week * DAY)
    with app.open_store() as store:
        assert store.list_calls() == ()


def test_words_go_and_what_was_counted_stays() -> None:
    app.change_setting("keep_transcripts_days", 30)
    with app.open_store() as store:
        before = store.get_call(OLD)
        said = before.utterances[0].text.split()[0]
        assert {call.id for call in store.list_calls(CallFilter(text=said))} == {OLD, NEW}
    expire(NOW)
    with app.open_store() as store:
        call = store.get_call(OLD)
        assert call.utterances == ()
        assert call.detections == ()
        assert all(not cue.evidence for cue in call.cues)
        assert all(each.evidence is None for each in call.feelings)
        assert all(each.evidence is None for each in call.pivots)
        assert call.overview.problem == ""
        assert [cue.rule for cue in call.cues] == [cue.rule for cue in before.cues]
        assert call.overview.cues_shown == before.overview.cues_shown
        assert {call.id for call in store.list_calls(CallFilter(text=said))} == {NEW}
        store.catch_up()
        assert store.get_call(OLD).utterances == (), "nothing brings them back"
    assert not (_folder(OLD) / "journal.jsonl").exists()
    assert (_folder(NEW) / "journal.jsonl").exists()


def test_sound_goes_and_an_imported_recording_is_left_alone(tmp_path: Path) -> None:
    app.change_setting("keep_audio_days", 30)
    elsewhere = tmp_path / "recording.wav"
    elsewhere.write_bytes(b"theirs")
    with app.open_store() as store:
        store.desk.keep_audio(OLD, (_folder(OLD) / "agent.flac", elsewhere))
    expire(NOW)
    with app.open_store() as store:
        assert store.desk.audio_of(OLD) == ()
        assert len(store.desk.audio_of(NEW)) == 1
        assert store.get_call(OLD).utterances
    assert not (_folder(OLD) / "agent.flac").exists()
    assert (_folder(NEW) / "agent.flac").exists()
    assert elsewhere.exists()


def test_a_long_past_is_worked_off_in_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    app.change_setting("keep_calls_days", 1)
    monkeypatch.setattr("assist.app.retention.BATCH", 1)
    assert BATCH >= 10
    expire(NOW + 5 * DAY)
    with app.open_store() as store:
        assert [call.id for call in store.list_calls()] == [NEW]
    expire(NOW + 5 * DAY)
    with app.open_store() as store:
        assert store.list_calls() == ()


def _stored() -> set[str]:
    with app.open_store() as store:
        return {call.id for call in store.list_calls()}


@pytest.mark.parametrize("is_known", [True, False], ids=["seen before", "first start"])
def test_a_clock_a_year_ahead_deletes_nothing_and_says_so_once(is_known: bool) -> None:
    """Without a record of the date the newest call tells what day it was."""
    app.change_setting("keep_calls_days", 60)
    if is_known:
        expire(NOW)
    wrong = NOW + 365 * DAY
    with pytest.raises(ClockError, match="to 2027-11-22; nothing is deleted by age"):
        expire(wrong)
    for hours in range(1, 20):  # a day of calls, each of which looks after what is old
        expire(wrong + hours * DAY / 24)
    assert _stored() == {OLD, NEW}
    assert "2027-11-22" in clock_doubt(wrong)
    expire(NOW + DAY)
    assert clock_doubt(NOW + DAY) == ""
    assert _stored() == {OLD, NEW}, "52 days old, and the right day again"
    expire(NOW + 8 * DAY)
    expire(NOW + 9 * DAY)
    assert _stored() == {NEW}


def test_a_call_made_under_the_wrong_clock_does_not_vouch_for_it() -> None:
    """What is known of the date is gone, as after a power cut on a careless disk."""
    app.change_setting("keep_calls_days", 60)
    wrong = NOW + 365 * DAY
    _keep("of-the-wrong-year", wrong - DAY / 24)
    paths.clock_file().write_bytes(b"")
    with pytest.raises(ClockError, match="to 2027-11-22; nothing is deleted by age"):
        expire(wrong)
    assert _stored() == {OLD, NEW, "of-the-wrong-year"}


def test_a_computer_that_was_off_for_three_months_deletes_on_its_third_day() -> None:
    app.change_setting("keep_calls_days", 30)
    app.change_setting("keep_by_outcome", ("follow_up: calls 60",))
    expire(NOW)
    back = NOW + 92 * DAY
    with pytest.raises(ClockError):
        expire(back)
    expire(back + DAY)
    assert _stored() == {OLD, NEW}
    expire(back + 2 * DAY)
    assert _stored() == set()


def test_a_clock_that_fell_back_deletes_nothing_and_forward_again_goes_on() -> None:
    app.change_setting("keep_calls_days", 30)
    app.change_setting("keep_by_outcome", ("follow_up: calls 60",))
    expire(NOW)
    with pytest.raises(ClockError, match="from 2026-11-22 to 1970-01-01"):
        expire(datetime(1970, 1, 1, tzinfo=timezone(timedelta(0))))
    assert _stored() == {OLD, NEW}
    for day in (6, 7, 8, 9):
        expire(NOW + day * DAY)
    assert _stored() == {NEW}


def test_a_limit_set_under_a_wrong_clock_deletes_nothing() -> None:
    expire(NOW)
    app.change_setting("keep_calls_days", 30)
    with pytest.raises(ClockError):
        expire(NOW + 365 * DAY)
    assert _stored() == {OLD, NEW}


def test_what_cannot_be_remembered_of_the_date_deletes_nothing() -> None:
    app.change_setting("keep_calls_days", 30)
    paths.clock_file().mkdir()
    with pytest.raises(StoreError, match="cannot be read"):
        expire(NOW)
    assert _stored() == {OLD, NEW}


def test_what_cannot_be_deleted_is_said_and_keeps_nothing_else() -> None:
    app.change_setting("keep_calls_days", 30)
    app.change_setting("keep_names_days", 1)
    in_the_way = paths.calls_dir() / f".deleting-{OLD}"
    in_the_way.write_text("in the way")
    with pytest.raises(
        NotRemovedError, match=r"^1 call could not be deleted, the others were: The "
    ):
        expire(NOW + DAY)
    with app.open_store() as store:
        assert {call.id: call.customer_name for call in store.list_calls()} == {OLD: "", NEW: ""}
    in_the_way.unlink()
    expire(NOW + DAY)
    assert _stored() == {NEW}


_KILLED = """
import os, signal, sys
from assist import app
from assist.store import removing

removing.remove = lambda folder: os.kill(os.getpid(), signal.SIGKILL)
with app.open_store() as store:
    store.delete_call(sys.argv[1])
"""


@pytest.mark.skipif(sys.platform == "win32", reason="no signals")
def test_a_deletion_that_was_killed_is_finished_at_the_engines_next_start() -> None:
    killed = subprocess.run([sys.executable, "-c", _KILLED, OLD], timeout=120, check=False)
    assert killed.returncode == -signal.SIGKILL
    left = paths.calls_dir() / f".deleting-{OLD}"
    assert (left / "journal.jsonl").exists(), "committed, and killed before the folder went"
    expire(NOW)  # without a limit; the engine does so as it starts and after each call
    assert not left.exists()
    assert _stored() == {NEW}


def test_what_of_a_deletion_cannot_be_finished_is_said_and_finished_later() -> None:
    with app.open_store() as store:
        store.delete_call(OLD)
    left = paths.calls_dir() / f".deleting-{OLD}"
    left.write_text("no folder")
    with pytest.raises(NotRemovedError, match=r"^1 call could not be deleted: The folder"):
        expire(NOW)
    left.unlink()
    left.mkdir()
    expire(NOW)
    assert not left.exists()


def test_a_killed_import_is_swept_after_an_hour() -> None:
    half = paths.calls_dir() / ".importing-0123-77"
    half.mkdir()
    (half / "journal.jsonl").write_text("half")
    expire(NOW)
    assert half.exists()
    os.utime(half / "journal.jsonl", (time.time() - 2 * 3600,) * 2)
    expire(NOW)
    assert not half.exists()


def test_without_a_database_none_is_made() -> None:
    paths.database_file().unlink()
    app.change_setting("keep_calls_days", 1)
    expire(NOW)
    assert not paths.database_file().exists()


def test_days_by_outcome_count_instead_of_the_general_ones() -> None:
    app.change_setting("keep_calls_days", 30)
    app.change_setting("keep_by_outcome", ("follow_up: calls 365, words 30",))
    expire(NOW)
    with app.open_store() as store:
        assert len(store.list_calls()) == 2, "both were to be followed up: a year"
        assert store.get_call(OLD).utterances == ()
        assert store.get_call(NEW).utterances


@pytest.mark.parametrize(
    ("entry", "told"),
    [
        ("follow_up", "must have entries like"),
        ("follow_up: ears 3", "names 'ears'; what is kept is calls"),
        ("follow_up: calls 99999", "36500 are the most"),
    ],
)
def test_a_mistake_in_the_days_by_outcome_is_told(entry: str, told: str) -> None:
    with pytest.raises(SettingsError, match=told):
        app.change_setting("keep_by_outcome", (entry,))
