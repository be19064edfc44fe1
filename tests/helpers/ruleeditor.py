"""A rule editor's window over a real desk, offscreen."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import (
    QApplication,
    QLineEdit,
)
from pytestqt.qtbot import QtBot

from assist.cues.layers import Layer
from assist.cues.lint import Hearing
from assist.review.rule_desk import LayeredRuleDesk
from assist.ui.editor.window import RuleEditorWindow
from assist.ui.theme import make_theme

BASE = """\
schema = 1

[[rule]]
id = "refund"
title = "Offer a time"
max_per_call = 1
when = { said = "my refund", by = "customer" }
stand_down = { detected = "promise", by = "agent" }

[[rule.wording]]
headline = "Name a day"

[[rule]]
id = "rich"
title = "Rich"
max_per_call = 1
when = { any = [{ all = [{ detected = "hold", by = "agent" }] }] }
stand_down = { detected = ["way_forward", "choice"], by = "agent" }

[[rule.wording]]
headline = "Open another way"

[[rule]]
id = "kept"
title = "Locked"
locked = true
max_per_call = 1
when = { detected = "dead_end", by = "agent" }
stand_down = { detected = "way_forward", by = "agent" }

[[rule.wording]]
headline = "Say what you can do"
"""


def at_once(parent: QObject) -> QTimer:
    """A timer for pauses in typing that do not last."""
    timer = QTimer(parent)
    timer.setSingleShot(True)
    timer.setInterval(0)
    return timer


@dataclass
class Editor:
    """A window over a desk, and how to wait until it has settled."""

    window: RuleEditorWindow
    desk: LayeredRuleDesk
    file: Path
    qtbot: QtBot

    def settle(self) -> None:
        window = self.window

        def is_settled() -> bool:
            timers = (window._check_timer, window._try_timer)
            return not window.worker.is_busy and not any(timer.isActive() for timer in timers)

        self.qtbot.waitUntil(is_settled, timeout=20_000)

    def type(self, field: QLineEdit, text: str) -> None:
        field.selectAll()
        self.qtbot.keyClicks(field, text)
        self.settle()


@contextmanager
def open_editor(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, *, base: str = BASE
) -> Iterator[Editor]:
    if qapp.style().objectName() != "fusion":
        qapp.setStyle("Fusion")
    file = tmp_path / "agent.toml"
    desk = LayeredRuleDesk(
        [Layer(name="base", file="base.toml", text=base)],
        "agent",
        file,
        hearing=lambda language: Hearing(
            model="all", knows=lambda word: "zz" not in word, sound_key=lambda word: word
        ),
        who="Dana",
        now=lambda: "2026-11-22T10:00:00+01:00",
    )
    window = RuleEditorWindow(make_theme("light"), desk, make_timer=at_once)
    window.show()
    qtbot.waitExposed(window)
    made = Editor(window=window, desk=desk, file=file, qtbot=qtbot)
    made.settle()
    yield made
    window.close()
    window.deleteLater()
    QApplication.sendPostedEvents(window, QEvent.Type.DeferredDelete)


def problem(editor: Editor, field: str) -> str:
    shown = editor.window.page.problems[field]
    return shown.text() if shown.isVisibleTo(editor.window) else ""
