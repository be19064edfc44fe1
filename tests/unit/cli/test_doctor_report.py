"""The support bundle helps, and holds no word, name or number of a call."""

import datetime
import io
import json
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from assist import app, paths
from assist.cli import main
from assist.cli.doctor_report import ReportNotWritten, report_file, write_report
from assist.cli.scrub import GONE, Known, Scrubber
from assist.core.events import CallStarted, NameLearned, NoteWritten
from assist.core.words import Party
from tests.helpers.finished_calls import finished_call, said, write_journal

NAME, NUMBER, REFERENCE = "Wilhelmina Quackenbush", "+49 171 5558 203", "ORDER-88412-Z"
WORDS = "the zeppelin porcelain parrot arrived in seventeen violet splinters yesterday"
NOTE = "promised a marzipan replacement by thursday"
AGENT = "Bartholomew"

CALL = "20261122T101500-7f3a"
_AT = "2026-11-22 10:00:00,123"
LOG = f"""\
{_AT} INFO MainProcess/session assist.engine.service: Engine worker 4711 serves
{_AT} WARNING MainProcess/x assist.session: {WORDS}
{_AT} INFO MainProcess/x assist.phone: {NAME} from {NUMBER.replace(" ", "")}
{_AT} INFO MainProcess/x assist.phone: quackenbush w.quack@example.org 4111 1111 1111 1111
{_AT} ERROR MainProcess/x assist.session: The session thread failed
Traceback (most recent call last):
  File "/opt/assist/session/live.py", line 12, in _run
    int(words)
    ~~~^^^^^^^
ValueError: invalid literal for int() with base 10: 'zeppelin parrot'
zeppelin on a line of its own
{_AT} INFO MainProcess/x assist.store: postgresql://me:hunter22@db/calls token=abc123
"""


@pytest.fixture
def stored() -> None:
    """A stored call full of words that are nowhere else, and a log that should not have them."""
    events = []
    for event in finished_call(CALL):
        if isinstance(event, CallStarted):
            event = replace(
                event,
                customer_name=NAME,
                customer_number=NUMBER,
                reference=REFERENCE,
                agent=AGENT,
                notice="agent",
            )
        if isinstance(event, NameLearned):
            event = replace(event, name=NAME)
        events.append(event)
    last = events[-1]
    at = last.at
    spoken = said(Party.CUSTOMER, 900, 1_000, WORDS)
    events[-1:-1] = [replace(spoken, at=at), NoteWritten(at=at, text=NOTE)]
    journal = write_journal(paths.calls_dir() / CALL, events)
    with app.open_store() as store:
        store.save_call(journal)
    log = paths.log_file()
    log.parent.mkdir(parents=True, exist_ok=True)
    log.write_text(LOG, encoding="utf-8")


def _inside(file: Path) -> dict[str, str]:
    with zipfile.ZipFile(file) as packed:
        assert packed.testzip() is None
        return {name: packed.read(name).decode("utf-8") for name in packed.namelist()}


def test_no_word_name_or_number_of_a_call_is_inside(stored: None, tmp_path: Path) -> None:
    app.change_setting("agent_name", AGENT)
    app.change_setting("words", ("zeppelin",))
    app.change_setting("action_url_secret", "abcdefgh12345678")
    app.change_setting("team_database", "postgresql://me:hunter22@db/calls")
    file = tmp_path / "report.zip"
    write_report(file, [("Sound", False, f"no device for {NAME}")])
    inside = _inside(file)
    assert set(inside) >= {"README.txt", "checks.txt", "system.json", "settings.txt", "calls.json"}
    with app.open_store() as store:
        known = store.get_call(store.list_calls()[0].id)
    words = {word.casefold() for each in known.utterances for word in each.text.split()}
    telling = {word for word in words if len(word) >= 7} | {"zeppelin", "marzipan"}
    assert len(telling) > 5, "the stored call has words to look for"
    everything = {name: text.casefold() for name, text in inside.items() if name != "README.txt"}
    forbidden = [
        *NAME.split(),
        *WORDS.split()[:6],
        NUMBER,
        NUMBER.replace(" ", ""),
        REFERENCE,
        AGENT,
        "marzipan",
        "4111",
        "w.quack",
        "hunter22",
        "abc123",
        "abcdefgh12345678",
    ]
    for name, text in everything.items():
        for word in forbidden:
            if word not in ("the", "in"):
                assert word.casefold() not in text, (name, word)
        for word in telling:
            assert f" {word} " not in text, (name, word)
    raw = file.read_bytes()
    for word in forbidden:
        assert len(word) < 5 or word.encode() not in raw


def test_what_helps_is_inside(stored: None, tmp_path: Path) -> None:
    file = tmp_path / "report.zip"
    inside = write_report(file, [("Disk", True, "many MB free")])
    parts = _inside(file)
    assert tuple(parts) == inside
    assert "ok  Disk: many MB free" in parts["checks.txt"]
    system = json.loads(parts["system.json"])
    assert system["packages"]["vosk"].startswith("0.3")
    calls = json.loads(parts["calls.json"])
    assert calls["stored"] == 1
    assert calls["by_notice"] == {"agent": 1}
    models = json.loads(parts["models.json"])
    assert [model["state"] for model in models if model["name"] == "starter"] == ["in order"]
    assert 'theme = "system"  # default' in parts["settings.txt"]
    log = parts["logs/callassist.log.txt"].splitlines()
    assert log[0].endswith("Engine worker 4711 serves")
    assert "Traceback (most recent call last):" in log
    assert "ValueError (its message is left out)" in log
    assert '  File "/opt/assist/session/live.py", line 12, in _run' in log


def test_without_calls_logs_or_settings_it_is_written_too(tmp_path: Path) -> None:
    file = tmp_path / "report.zip"
    write_report(file, [])
    assert "calls.json" in _inside(file)
    assert not paths.database_file().exists(), "a report makes no database"
    with pytest.raises(ReportNotWritten, match="exists already"):
        write_report(file, [])
    with pytest.raises(ReportNotWritten, match="name another place"):
        write_report(tmp_path / "no" / "report.zip", [])


def test_broken_settings_are_reported_and_not_their_secrets(tmp_path: Path) -> None:
    paths.config_dir().mkdir(parents=True)
    paths.settings_file().write_text('action_url_secret = "abcdefgh12345678"\nthme = 1\n')
    file = tmp_path / "report.zip"
    write_report(file, [])
    parts = _inside(file)
    assert "line 2: unknown key 'thme'" in parts["settings.txt"]
    assert "abcdefgh" not in "".join(parts.values())


def test_the_doctor_writes_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from assist.cli import doctor

    fine = doctor.Check(subject="Window", is_fine=True, finding="not looked at here")
    monkeypatch.setattr(doctor, "_window", lambda: fine)
    monkeypatch.setattr(doctor, "_model", lambda: "starter")
    policy = tmp_path / "policy.toml"
    policy.write_text("[locked]\ncolour = 3\n")
    monkeypatch.setenv("CALLASSIST_POLICY", str(policy))
    monkeypatch.setattr(doctor, "remote_session", lambda: "This desktop is used from afar (X).")
    app.change_setting("caller_notice", "written")
    file = tmp_path / "r.txt.zip"
    asked = tmp_path / "r.txt"
    assert main(["doctor", "--report", str(asked)], open_desktop=lambda speed: 0) == 1
    assert not asked.exists(), "a zip is named as one"
    shown = capsys.readouterr().out
    assert "It is a zip of plain text files" in shown
    assert "✗ Policy: The policy" in shown
    assert "✗ Remote desktop: This desktop is used from afar (X)." in shown
    assert "✓ Privacy: private mode" in shown
    assert "they are told in writing" in shown
    assert f"{file}: README.txt, checks.txt" in shown.replace("\n", " ")
    checks = _inside(file)["checks.txt"]
    assert "NOT Policy" in checks
    assert "ok  Window: not looked at here\n" in checks


def test_the_advice_of_a_check_that_passed_is_not_told() -> None:
    from assist.cli import doctor

    disk = doctor.Check(subject="Disk", is_fine=True, finding="9 MB free", advice="Free some.")
    assert disk.told == "9 MB free"
    assert replace(disk, is_fine=False).told == "9 MB free Free some."
    assert replace(disk, is_fine=None).told == "9 MB free"


def test_what_is_not_answered_yet_is_neither_good_nor_bad(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from assist.cli import doctor

    fine = doctor.Check(subject="Window", is_fine=True, finding="not looked at here")
    monkeypatch.setattr(doctor, "_window", lambda: fine)
    monkeypatch.setattr(app, "describe_devices", lambda: "two devices")
    monkeypatch.setattr(doctor, "remote_session", lambda: "")
    monkeypatch.chdir(tmp_path)
    assert main(["doctor", "--report"], open_desktop=lambda speed: 0) == 0
    assert "– Callers' notice: not answered yet" in capsys.readouterr().out
    (file,) = tmp_path.glob("callassist-report-*.zip")
    assert "-   Callers' notice: not answered yet" in _inside(file)["checks.txt"]


def test_a_report_without_a_name_gets_one_of_its_day(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    day = datetime.date(2026, 11, 22)
    first = report_file(Path(), day)
    assert first == Path("callassist-report-2026-11-22.zip")
    first.touch()
    assert report_file(Path(), day) == Path("callassist-report-2026-11-22-2.zip")
    assert report_file(Path("a/b.ZIP"), day) == Path("a/b.ZIP")
    assert report_file(Path("a/b.txt"), day) == Path("a/b.txt.zip")


@pytest.mark.parametrize(
    ("line", "clean"),
    [
        ("call of ann lee ended", f"call of {GONE} ended"),
        ("ANN called", f"{GONE} called"),
        ("the annex stays", "the annex stays"),
        ("from 0171-555 8203 now", f"from {GONE} now"),
        ("write to a.b@c.example now", f"write to {GONE} now"),
        ("line 1234 of live.py", "line 1234 of live.py"),
        ("on 127.0.0.1:4444", "on 127.0.0.1:4444"),
        ("my blue parcel never came at all", f"{GONE} (left out: it has words of a call)"),
        ("the blue parcel came", "the blue parcel came"),
    ],
)
def test_a_line_loses_people_and_what_they_said(line: str, clean: str) -> None:
    known = Known(names=("Ann Lee", "0171 5558203"), said=("well my blue parcel never came",))
    assert Scrubber(known).line(line) == clean


def test_a_log_keeps_records_and_frames_only() -> None:
    lines = io.StringIO(LOG).readlines()
    kept = Scrubber(Known()).log(lines)
    assert "zeppelin on a line of its own" not in kept
    assert not any("int(words)" in line for line in kept)
