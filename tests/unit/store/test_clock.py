"""A date that does not follow from the last one believed has to hold on three days first."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from assist.store.clock import ClockRecord, doubt, look, read_record, write_record

DAY = timedelta(days=1)
HOUR = timedelta(hours=1)
NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
KNOWN = ClockRecord(believed=NOW)


def after(*moments: datetime) -> ClockRecord:
    record = KNOWN
    for moment in moments:
        record = look(record, moment)
    return record


@pytest.mark.parametrize("step", [HOUR, 3 * DAY, 7 * DAY, -2 * HOUR])
def test_days_that_follow_are_believed(step: timedelta) -> None:
    assert after(NOW + step) == ClockRecord(believed=NOW + step)


@pytest.mark.parametrize("jump", [8 * DAY, 90 * DAY, 365 * DAY, -30 * DAY, -20_000 * DAY])
def test_a_jump_is_believed_on_the_third_day_and_not_before(jump: timedelta) -> None:
    there = NOW + jump
    steps = [there, there + 3 * HOUR, there + 25 * HOUR, there + 30 * HOUR]
    for count in range(1, len(steps) + 1):
        assert not after(*steps[:count]).is_believed
        assert after(*steps[:count]).believed == NOW
    assert after(*steps, there + 49 * HOUR) == ClockRecord(believed=there + 49 * HOUR)


def test_many_starts_on_one_day_prove_nothing() -> None:
    there = NOW + 365 * DAY
    starts = [there + number * timedelta(minutes=11) for number in range(100)]
    assert not after(*starts).is_believed


def test_a_clock_that_was_put_right_is_believed_at_once_and_the_wrong_days_are_forgotten() -> None:
    wrong = NOW + 365 * DAY
    assert after(wrong, wrong + DAY, NOW + DAY) == ClockRecord(believed=NOW + DAY)
    again = after(wrong, wrong + DAY, NOW + DAY, wrong + 2 * DAY)
    assert len(again.sights) == 1


def test_a_second_jump_begins_anew() -> None:
    there = NOW + 365 * DAY
    assert len(after(there, there + DAY, there + 400 * DAY).sights) == 1


def test_the_doubt_is_one_sentence_with_both_dates_and_what_to_do() -> None:
    told = str(doubt(KNOWN, NOW + 365 * DAY))
    assert "from 2026-11-22 to 2027-11-22" in told
    assert "three days" in told
    assert "Correct the clock" in told
    assert doubt(KNOWN, NOW + DAY) is None


def test_a_record_is_read_as_it_was_written(tmp_path: Path) -> None:
    record = after(NOW + 90 * DAY)
    write_record(tmp_path / "clock.json", record)
    assert read_record(tmp_path / "clock.json") == record


@pytest.mark.parametrize(
    "content", [b"", b"{", b"\xff\xfe", b"[]", b'{"believed":"2026-11-22T09:00:00"}']
)
def test_a_record_that_makes_no_sense_counts_as_none(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "clock.json"
    file.write_bytes(content)
    assert read_record(file) is None
