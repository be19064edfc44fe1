"""The right-hand column: scorecard, comments, what to do with the call, promises and causes."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QLineEdit,
    QMenu,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
    QWidgetAction,
)

from assist.core.events import PromiseMade
from assist.core.review import ReviewCall
from assist.ui.review import wording
from assist.ui.review.flow import FlowLayout
from assist.ui.review.remarks import Remarks
from assist.ui.review.scores import ScoreTable
from assist.ui.review.style import label
from assist.ui.theme import Theme
from assist.ui.wording import day_text, due_text


class SidePanel(QScrollArea):
    """Emits what is asked for; the window does it.

    `reviewed_asked` and `coach_asked` with whether, `hand_asked` with the name ("" takes it back).
    """

    reviewed_asked = Signal(bool)
    coach_asked = Signal(bool)
    hand_asked = Signal(str)
    export_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panelArea")
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._call: ReviewCall | None = None
        self._leads: tuple[str, ...] = ()
        inside = QWidget(self)
        inside.setObjectName("panelInside")
        self.scores = ScoreTable(inside)
        self.remarks = Remarks(inside)
        self.reviewed = QPushButton(inside)
        self.reviewed.setProperty("kind", "primary")
        self.reviewed.clicked.connect(self._reviewed_clicked)
        self.hand = QPushButton(self.tr("Hand over …"), inside)
        self.hand.setProperty("kind", "wide")
        self._menu = QMenu(self.hand)
        self._menu.aboutToShow.connect(self._fill_menu)
        self.hand.setMenu(self._menu)
        self.coach = QPushButton(self.tr("Coach"), inside)
        self.coach.setProperty("kind", "wide")
        self.coach.setCheckable(True)
        self.coach.setToolTip(self.tr("The agent sees your comments, as something to talk about"))
        self.coach.clicked.connect(self.coach_asked)
        self.export = QPushButton(self.tr("Export"), inside)
        self.export.setProperty("kind", "wide")
        self.export.clicked.connect(self.export_asked)
        self.status = label("", inside, part="small", ink="muted")
        self.promises = label("", inside)
        self.causes = label("", inside)
        self.note = label("", inside)
        self.notice = label("", inside)
        self._titles = {
            "scores": label(self.tr("Scorecard"), inside, part="strong"),
            "promises": label(self.tr("Promises"), inside, part="heading", ink="muted"),
            "causes": label(self.tr("Cause"), inside, part="heading", ink="muted"),
            "note": label(self.tr("The agent's note"), inside, part="heading", ink="muted"),
            "notice": label(self.tr("Callers are told"), inside, part="heading", ink="muted"),
        }
        self._actions = FlowLayout()
        for button in (self.reviewed, self.hand, self.coach, self.export):
            self._actions.addWidget(button)
        self._column = QVBoxLayout(inside)
        self._column.addWidget(self._titles["scores"])
        self._column.addWidget(self.scores)
        self._column.addWidget(self.remarks)
        self._column.addLayout(self._actions)
        self._column.addWidget(self.status)
        for name, part in (
            ("promises", self.promises),
            ("causes", self.causes),
            ("note", self.note),
            ("notice", self.notice),
        ):
            part.setTextFormat(Qt.TextFormat.PlainText)
            self._column.addWidget(self._titles[name])
            self._column.addWidget(part)
        self._column.addStretch(1)
        self.setWidget(inside)

    def set_theme(self, theme: Theme) -> None:
        self.scores.set_theme(theme)
        self.remarks.set_theme(theme)
        side = theme.space(18)
        self._column.setContentsMargins(side, theme.space(16), side, side)
        self._column.setSpacing(theme.space(9))
        self._actions.setSpacing(theme.space(6))

    def set_agent(self, *, is_agent: bool) -> None:
        """An agent judges nothing."""
        self.remarks.set_agent(is_agent=is_agent)
        self.scores.allow_correcting(is_allowed=not is_agent)
        for button in (self.reviewed, self.hand, self.coach):
            button.setVisible(not is_agent)

    def set_leads(self, leads: tuple[str, ...]) -> None:
        self._leads = leads

    def show_call(self, call: ReviewCall | None) -> None:
        self._call = call
        inside = self.widget()
        if inside is not None:
            inside.setVisible(call is not None)
        if call is None:
            return
        self.scores.show_scores(call.scores)
        self.remarks.show_comments(call.comments)
        status = call.row.status
        is_reviewed = bool(status.reviewed_by)
        self.reviewed.setText(
            self.tr("Take back the review") if is_reviewed else self.tr("Mark reviewed")
        )
        self.coach.setChecked(bool(status.coached_by))
        self._show_status(call)
        promises = [_promise_text(promise, call) for promise in call.promises]
        self._show("promises", self.promises, "\n".join(promises))
        causes = ", ".join(wording.driver_texts(call.drivers))
        problem = f"“{call.row.problem}”" if call.row.problem else ""
        self._show("causes", self.causes, "\n".join(part for part in (causes, problem) if part))
        self._show("note", self.note, call.note)
        self._show("notice", self.notice, wording.notice_text(call.notice))

    def _show(self, name: str, part: QWidget, text: str) -> None:
        part.setText(text)  # type: ignore[attr-defined]
        part.setVisible(bool(text))
        self._titles[name].setVisible(bool(text))

    def _show_status(self, call: ReviewCall) -> None:
        status, parts = call.row.status, []
        if status.held_for:
            text = self.tr("On legal hold by {lead}: {why}")
            parts.append(text.format(lead=status.held_by, why=status.held_for))
        if status.reviewed_by:
            at = status.reviewed_at.astimezone() if status.reviewed_at else None
            when = f"{day_text(at)} {at:%H:%M}" if at is not None else ""
            text = self.tr("Reviewed by {lead}, {when}").format(lead=status.reviewed_by, when=when)
            parts.append(text.rstrip(", "))
        if status.handed_to:
            text = self.tr("Handed to {lead} by {by}")
            parts.append(text.format(lead=status.handed_to, by=status.handed_by))
        if status.coached_by:
            parts.append(self.tr("For coaching, by {lead}").format(lead=status.coached_by))
        self.status.setText("\n".join(parts))
        self.status.setVisible(bool(parts))

    def _reviewed_clicked(self) -> None:
        if self._call is not None:
            self.reviewed_asked.emit(not self._call.row.status.reviewed_by)

    def _fill_menu(self) -> None:
        self._menu.clear()
        handed = self._call.row.status.handed_to if self._call else ""
        for name in self._leads:
            if name != handed:
                action = self._menu.addAction(name.replace("&", "&&"))
                action.triggered.connect(lambda _=False, name=name: self.hand_asked.emit(name))
        field = QLineEdit(self._menu)
        field.setPlaceholderText(self.tr("Another lead's name"))
        field.setAccessibleName(self.tr("Another lead's name"))
        field.returnPressed.connect(lambda: self._hand_to(field.text()))
        holder = QWidgetAction(self._menu)
        holder.setDefaultWidget(field)
        self._menu.addAction(holder)
        if handed:
            self._menu.addSeparator()
            back = self._menu.addAction(self.tr("Take it back from {lead}").format(lead=handed))
            back.triggered.connect(lambda: self.hand_asked.emit(""))

    def _hand_to(self, name: str) -> None:
        name = " ".join(name.split())
        if name:
            self.hand_asked.emit(name)
            self._menu.close()


def _promise_text(promise: PromiseMade, call: ReviewCall) -> str:
    due = due_text(promise.due_at, call.row.started_at) or promise.due
    what = promise.what[:1].upper() + promise.what[1:]
    return f"{what}, {due}" if due else what
