"""A button that shows the chosen labels and opens the list of all of them."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

_SHOWN = 2
"""Labels named on the button; the rest are counted, the tip has all."""


class LabelPicker(QPushButton):
    """One or more labels. Emits `edited`."""

    edited = Signal()

    def __init__(
        self,
        name: str,
        groups: Sequence[tuple[str, Sequence[str]]],
        parent: QWidget | None = None,
    ) -> None:
        """`groups`: the heading of a part of the list, and its labels."""
        super().__init__(parent)
        self._name = name
        self._details: tuple[str, ...] = ()
        self._menu = QMenu(self)
        self._menu.setAccessibleName(name)
        self._actions: dict[str, QAction] = {}
        for heading, labels in groups:
            part = self._menu.addMenu(heading)
            part.installEventFilter(self)
            for each in labels:
                action = QAction(each.replace("_", " "), part)
                action.setCheckable(True)
                action.toggled.connect(self._toggled)
                part.addAction(action)
                self._actions[each] = action
        self.setMenu(self._menu)
        self._is_showing = False
        self._describe()

    def show_labels(self, labels: Sequence[str], details: tuple[str, ...] = ()) -> None:
        """Show these as chosen; `details` narrow them and are only named."""
        self._is_showing = True
        self._details = details
        for label, action in self._actions.items():
            action.setChecked(label in labels)
        self._is_showing = False
        self._describe()

    def labels(self) -> tuple[str, ...]:
        return tuple(label for label, action in self._actions.items() if action.isChecked())

    def _toggled(self) -> None:
        if not self._is_showing:
            self._describe()
            self.edited.emit()

    def _describe(self) -> None:
        names = [label.replace("_", " ") for label in self.labels()]
        text = ", ".join(names[:_SHOWN]) or self.tr("choose")
        if len(names) > _SHOWN:
            text += self.tr(" +{number}").format(number=len(names) - _SHOWN)
        details = ", ".join(detail for detail in self._details if detail)
        if details:
            text += f" ({details})"
        self.setText(text)
        self.setToolTip(", ".join(names))
        self.setAccessibleName(f"{self._name}: {', '.join(names)}")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the list open while several are chosen; Esc or a click beside it closes it."""
        is_click = isinstance(event, QMouseEvent) and (
            event.type() is QEvent.Type.MouseButtonRelease
        )
        is_key = isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress
        if is_click or (is_key and isinstance(event, QKeyEvent) and event.key() in _CHOOSE):
            action = watched.activeAction() if isinstance(watched, QMenu) else None
            if action is not None:
                action.toggle()
                return True
        return super().eventFilter(watched, event)


_CHOOSE = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)
