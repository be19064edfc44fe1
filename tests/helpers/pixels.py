"""What can be read, measured from the pixels a window is drawn with."""

import numpy as np
from PySide6.QtCore import QRect
from PySide6.QtGui import QImage
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QTextEdit,
    QToolButton,
    QWidget,
)

from assist.ui.theme import contrast

SCALE = 4
"""Drawn so large, the strokes of letters are wider than a pixel and have their own colour."""

_EDGE = 3
"""Pixels of a control's border at 100 %, which is no text."""

_LEAST_SHARE = 0.0004
"""Of a rectangle's pixels that a colour must cover to be a stroke of letters and no speck."""


def drawn(window: QWidget) -> QImage:
    """The window at `SCALE` times its size."""
    image = QImage(window.size() * SCALE, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(SCALE)
    window.render(image)
    return image


def legibility(image: QImage, place: QRect) -> float:
    """Contrast of what stands out most from the ground within a rectangle of the window."""
    part = image.copy(
        place.x() * SCALE, place.y() * SCALE, place.width() * SCALE, place.height() * SCALE
    ).convertToFormat(QImage.Format.Format_RGB32)
    if part.isNull():
        return 1.0
    flat = np.frombuffer(bytes(part.constBits()), np.uint32)
    pixels = flat.reshape(part.height(), -1)[:, : part.width()] & 0xFFFFFF
    colours, counts = np.unique(pixels, return_counts=True)
    ground = f"#{colours[counts.argmax()]:06X}"
    least = max(2, _LEAST_SHARE * pixels.size)
    strokes = [f"#{colour:06X}" for colour in colours[counts >= least]]
    return max((contrast(ground, stroke) for stroke in strokes), default=1.0)


def texts(window: QWidget) -> list[tuple[str, QRect]]:
    """Every text that shows in the window and may be used, with where it stands."""
    found = []
    for widget in window.findChildren(QWidget):
        if not widget.isVisibleTo(window) or not widget.isEnabled():
            continue
        if isinstance(widget, QAbstractItemView):
            found += _rows(window, widget)
            continue
        text = _text(widget)
        place = _within(window, widget, widget.rect().adjusted(_EDGE, _EDGE, -_EDGE, -_EDGE))
        if text.strip() and place.width() > 2 and place.height() > 4:
            found.append((text, place))
    return found


def _text(widget: QWidget) -> str:
    if isinstance(widget, QLabel | QPushButton | QToolButton):
        return widget.text()
    if isinstance(widget, QLineEdit):
        if isinstance(widget.parent(), QAbstractSpinBox):
            return widget.text()
        return widget.text() or widget.placeholderText()
    if isinstance(widget, QPlainTextEdit | QTextEdit):
        return widget.toPlainText() or widget.placeholderText()
    return widget.currentText() if isinstance(widget, QComboBox) else ""


def _rows(window: QWidget, view: QAbstractItemView) -> list[tuple[str, QRect]]:
    model, port = view.model(), view.viewport()
    if model is None:
        return []
    rows = []
    for number in range(model.rowCount()):
        index = model.index(number, 0)
        place = _within(window, port, view.visualRect(index))
        if place.height() > 8:
            rows.append((f"row {number} of {view.accessibleName()}", place))
    return rows


def _within(window: QWidget, widget: QWidget, place: QRect) -> QRect:
    """A rectangle of the widget in the window's coordinates, as far as it can be seen."""
    seen = place
    at: QWidget | None = widget
    while at is not None and at is not window:
        seen = seen.intersected(at.rect()).translated(at.pos())
        at = at.parentWidget()
    del at
    return seen.intersected(window.rect())


def unreadable(window: QWidget, least: float) -> list[str]:
    """The texts that do not reach a contrast, with the contrast they have."""
    image = drawn(window)
    measured = [(text, legibility(image, place)) for text, place in texts(window)]
    return [f"{text[:40]!r}: {value:.1f}" for text, value in measured if value < least]
