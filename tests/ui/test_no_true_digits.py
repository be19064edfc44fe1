"""Secrets are said in a call, which goes through the real stages: no output has one of them."""

import logging
import re
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractItemModel
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QWidget

from assist import app, paths
from assist.app.playbooks import call_playbook
from assist.cli import main
from assist.core import codec
from assist.core.events import (
    CallEnded,
    CallStarted,
    Event,
    FinalResult,
    PartialResult,
    Tick,
)
from assist.core.words import Party, Word
from assist.privacy.numbers import digits_of, find_runs
from assist.review.call_page import call_html
from assist.session.call import CallSession
from assist.session.intake import Intake
from assist.store.calls import SqlCallStore
from assist.store.export import export
from assist.store.folder_sync import Folder, make_folder
from assist.store.keys import FileKeySource
from tests.helpers.cipherpages import plain_pages
from tests.helpers.finished_calls import write_journal
from tests.ui.conftest import Desk

A, C = Party.AGENT, Party.CUSTOMER
CALL = "20261122T101500-secrets"
CARD, SHOWN = "4937586029174863", "eight six seven five three zero nine"
"""What nobody may keep, and an order number that everybody may."""

LINES = (
    (C, "hello my refund for the blue kettle has not come and i am really frustrated"),
    (A, "i am sorry there is nothing more i can do can i have the card number please"),
    (C, "four nine three seven five eight six zero"),
    (A, "go on"),
    (C, "two nine one seven four eight six three"),
    (A, "and the security code on the back"),
    (C, "nine two eight"),
    (A, "thank you that's gone through what is your date of birth"),
    (C, "the seventh of may nineteen eighty three"),
    (A, "and what is the password on the account"),
    (C, "copper lantern forty six"),
    (C, "my order number is eight six seven five three zero nine"),
    (A, "i will call you back about the kettle today by four"),
)
OTHERS = ("nine two eight", "seventh of may", "eighty three", "copper lantern", "forty six")
"""Said beside the card: security code, date of birth, password."""


def played(*, pauses: bool) -> list[Event]:
    """All that is published of the call: partials word by word, and the finals."""
    events: list[Event] = []
    session = CallSession(call_playbook(app.load_settings(), None))
    intake = Intake(session, events.append, pauses_for_cards=pauses)
    begun = "2026-11-22T10:15:00+01:00"
    intake.handle(CallStarted(at=0, call=CALL, started_at=begun, source="live"))
    now = 1_000
    for number, (party, line) in enumerate(LINES):
        tokens, start = line.split(), now
        words = []
        for count, token in enumerate(tokens, 1):
            now += 300
            words.append(Word(text=token, start=now - 300, end=now - 20, confidence=0.9))
            so_far = " ".join(tokens[:count])
            intake.handle(
                PartialResult(at=now, party=party, utterance=number, start=start, text=so_far)
            )
            intake.handle(Tick(at=now))
        now += 600
        intake.handle(
            FinalResult(
                at=now,
                party=party,
                utterance=number,
                start=start,
                end=now - 620,
                text=line,
                words=tuple(words),
            )
        )
        for _ in range(20):
            now += 100
            intake.handle(Tick(at=now))
    intake.handle(CallEnded(at=now + 10_000, reason="hangup"))
    return events


def leaks(text: str) -> list[str]:
    """Four true digits of the card in a row, said or written, and whatever else is secret."""
    lowered = text.casefold()
    found = [secret for secret in OTHERS if secret in lowered]
    for line in re.split(r"[\n\"<>{}]+", lowered):
        tokens = re.findall(r"[\w'•]+", line)
        said = [digits_of(tokens[run.first : run.last]) for run in find_runs(tokens)]
        # Part of a hash, an id or a fraction of a second is no number that was said.
        said += re.findall(r"(?<![0-9a-z.:])\d{4,}(?![0-9a-z])", line)
        found += [
            part
            for digits in said
            for at in range(len(digits) - 3)
            if (part := digits[at : at + 4]) in CARD
        ]
    return found


def bytes_leak(content: bytes) -> list[str]:
    """The same in what is no text."""
    spoken = [line for _, line in LINES[2:5:2]]
    parts = [" ".join(s.split()[at : at + 4]) for s in spoken for at in range(5)]
    written = [CARD[at : at + 8] for at in range(9)]
    lowered = content.lower()
    return [part for part in (*parts, *written, *OTHERS) if part.encode() in lowered]


def _texts(window: QWidget) -> Iterator[str]:
    """All that a window shows or says, its title among it."""
    for widget in (window, *window.findChildren(QWidget)):
        yield from (widget.windowTitle(), widget.toolTip(), widget.accessibleName())
        yield widget.accessibleDescription()
        if isinstance(widget, QLabel | QAbstractButton | QLineEdit):
            yield widget.text()
    for model in window.findChildren(QAbstractItemModel):
        for row in range(model.rowCount()):
            yield str(model.index(row, 0).data())


def _printed(capfd: pytest.CaptureFixture[str], *arguments: str) -> str:
    capfd.readouterr()
    assert main(list(arguments), open_desktop=lambda _: 0) == 0
    return capfd.readouterr().out


@pytest.mark.parametrize("pauses", [True, False], ids=["with the pause", "without it"])
def test_no_output_has_four_true_digits_or_another_secret(
    desk: Desk,
    tmp_path: Path,
    capfd: pytest.CaptureFixture[str],
    caplog: pytest.LogCaptureFixture,
    pauses: bool,
) -> None:
    caplog.set_level(logging.DEBUG)
    events = played(pauses=pauses)
    outputs = {"events": "\n".join(codec.to_line(event).decode() for event in events)}
    shown: set[str] = set()
    for event in events:
        desk.play(event)
        if not isinstance(event, Tick):
            shown.update(_texts(desk.window))
    shown.add(QApplication.clipboard().text())
    outputs["sidebar"] = "\n".join(shown)
    journal = write_journal(paths.calls_dir() / CALL, events)
    shared = tmp_path / "shared"
    private = make_folder(shared)
    with app.open_store() as store:
        store.save_call(journal)
        Folder(path=shared, local=store.engine, local_name="ours").send(
            "transcripts", "Sarah", lambda: False
        )
    lead = FileKeySource(tmp_path / "lead" / "database.key")
    with SqlCallStore(tmp_path / "lead" / "calls.db", lead) as store:
        Folder(path=shared, local=store.engine, local_name="theirs").receive(private)
        outputs["sync"] = export(store.get_call(CALL), "json")
    with closing(app.review_desk()) as review:
        outputs["review"] = repr(review.call(CALL))
        outputs["page"] = call_html(review.call(CALL), None)
    for form in ("txt", "srt", "json"):
        outputs[form] = _printed(capfd, "calls", "export", CALL, "--format", form)
    outputs["show"] = _printed(capfd, "calls", "show", CALL, "--why")
    outputs["list"] = _printed(capfd, "calls", "list", "--json")
    outputs["search"] = _printed(capfd, "calls", "search", "kettle")
    outputs["log"] = caplog.text
    assert {name: found for name, text in outputs.items() if (found := leaks(text))} == {}
    for name in ("events", "sidebar", "review", "page", "txt", "srt", "json", "show", "sync"):
        assert SHOWN in outputs[name], f"{name} shows what may be shown"
    for database, keys in (
        (paths.database_file(), app.call_keys()),
        (tmp_path / "lead" / "calls.db", lead),
    ):
        pages = plain_pages(database, keys.database_key())
        assert bytes_leak(pages) == []
        assert SHOWN.encode() in pages
    for file in (*paths.state_dir().rglob("*"), *shared.rglob("*")):
        if file.is_file():
            assert bytes_leak(file.read_bytes()) == [], file


def test_the_search_finds_what_is_said_in_the_clear() -> None:
    """Without it the test above could pass by looking badly."""
    said = "\n".join(line for _, line in LINES)
    assert set(OTHERS) <= set(leaks(said))
    assert {CARD[at : at + 4] for at in (0, 4, 8, 12)} <= set(leaks(said))
    assert leaks(f"card {CARD[4:9]} expires")
    assert len(bytes_leak(said.encode())) > len(OTHERS)
    assert leaks(f"order {SHOWN}") == []
