"""A promise whose time has come, across the sidebar: keep it, or be reminded later."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from assist.core.commands import SettleFollowUp
from assist.core.events import Urgency
from assist.core.notices import FollowUp
from assist.ui.phonewords import follow_up_text
from assist.ui.sidebar.banner import Banner

LATER_MINUTES = 15


class FollowUpBanner(Banner):
    """Shows the earliest of those due; `settled` carries a `SettleFollowUp`."""

    settled = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Urgency.HINT, "◷", parent)
        self._shown: FollowUp | None = None
        self.later = QPushButton(self.tr("Later"), self)
        self.later.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.later.setAccessibleName(self.tr("Remind me again in %n minute(s)", "", LATER_MINUTES))
        self.later.setToolTip(self.later.accessibleName())
        buttons = QVBoxLayout()
        self._row.removeWidget(self.button)
        buttons.addWidget(self.button)
        buttons.addWidget(self.later)
        self._row.addLayout(buttons)
        self.clicked.connect(lambda: self._settle(0))
        self.later.clicked.connect(lambda: self._settle(LATER_MINUTES))

    def show_due(self, due: tuple[FollowUp, ...]) -> None:
        """Show the first of these; none hides the banner."""
        self._shown = due[0] if due else None
        if not due:
            self.say("")
            return
        text = follow_up_text(due[0])
        if len(due) > 1:
            text = self.tr("{first} {count} more are due.").format(first=text, count=len(due) - 1)
        self.say(text, self.tr("Done"), self.tr("Done: this promise is kept"))

    def _settle(self, minutes: int) -> None:
        if self._shown is not None:
            shown = self._shown
            self.settled.emit(
                SettleFollowUp(call=shown.call, promise=shown.promise, minutes=minutes)
            )
