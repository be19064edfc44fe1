"""Secrets are said in a call, which goes through the real stages: no output has one of them."""

import logging
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractItemModel
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QWidget

from assist import app, paths
from assist.cli import main
from assist.core import codec
from assist.core.events import Tick
from assist.engine.live_state import LiveFold
from assist.review.call_page import call_html
from assist.store.calls import SqlCallStore
from assist.store.export import export
from assist.store.folder_sync import Folder, make_folder
from assist.store.keys import FileKeySource
from tests.helpers.cipherpages import plain_pages
from tests.helpers.finished_calls import write_journal
from tests.helpers.secret_call import (
    CALL,
    CARD,
    LINES,
    OTHERS,
    SHOWN,
    bytes_leak,
    leaks,
    played,
)
from tests.ui.conftest import Desk

SHEETS = (
    ("calls", "list"),
    ("calls", "search", "kettle"),
    ("calls", "followups"),
    ("calls", "causes"),
    ("calls", "waiting"),
    ("calls", "effect"),
    ("review", "list"),
)
"""Every list that `--csv` makes a sheet of."""
SHOWING = (
    "events", "sidebar", "live board", "review", "page", "txt", "srt", "json", "show", "sync",
)  # fmt: skip


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
    fold, told = LiveFold(), []
    for event in events:
        fold.handle(event)
        told.append(repr(fold.report(has_words=True)))
        desk.play(event)
        if not isinstance(event, Tick):
            shown.update(_texts(desk.window))
    shown.add(QApplication.clipboard().text())
    outputs["sidebar"] = "\n".join(shown)
    outputs["live board"] = "\n".join(told)
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
    for sheet in SHEETS:
        outputs[" ".join(sheet)] = _printed(capfd, *sheet, "--csv", "-")
        assert "," in outputs[" ".join(sheet)]
    _printed(capfd, "report", "team", "--csv", str(tmp_path / "team.csv"))
    outputs["team sheet"] = (tmp_path / "team.csv").read_text(encoding="utf-8")
    outputs["log"] = caplog.text
    assert {name: found for name, text in outputs.items() if (found := leaks(text))} == {}
    assert "kettle" in outputs["calls search kettle"]
    assert CALL in outputs["calls list"]
    for name in SHOWING:
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
