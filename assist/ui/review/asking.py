"""What the review window asks of its user and of time; tests bring their own."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QObject, QTimer
from PySide6.QtWidgets import QFileDialog, QWidget

TYPING_MS = 300
"""A search waits for a pause in typing of so long."""

MakeTimer = Callable[[QObject], QTimer]
AskFile = Callable[[QWidget, str], str]
"""Where to write a call of this name; "" for nowhere."""


def typing_timer(parent: QObject) -> QTimer:
    """A timer for a pause in typing."""
    timer = QTimer(parent)
    timer.setSingleShot(True)
    timer.setInterval(TYPING_MS)
    return timer


def ask_export_file(parent: QWidget, name: str) -> str:
    """The system's question for a file; its ending says the form."""
    forms = (
        QCoreApplication.translate("Review", "Page (*.html)"),
        QCoreApplication.translate("Review", "Text (*.txt)"),
        QCoreApplication.translate("Review", "Subtitles (*.srt)"),
        "JSON (*.json)",
    )
    return QFileDialog.getSaveFileName(parent, "", f"{name}.html", ";;".join(forms))[0]
