"""The form of one rule: its fields, with what is wrong said beside each."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from assist.core.events import Urgency
from assist.core.interfaces import RuleDesk
from assist.core.rules import Complaint, RuleForm, RuleRow
from assist.ui.editor.condition import ConditionEditor
from assist.ui.editor.required import RequiredEditor
from assist.ui.editor.style import Choice, label
from assist.ui.editor.telling import origin_text, show_complaints
from assist.ui.editor.wording import CountedLine, WordingList
from assist.ui.theme import Size, Theme

MAX_TITLE = 32
_MORE_LINES = 3
FIELDS = tuple("id title urgency priority when stand_down required wording more".split())
_OWN_CONDITIONS = ("when", "stand_down")
"""What a required sentence is instead of."""


class RuleFormPage(QScrollArea):
    """Shows a rule and gives it back as typed. Emits `edited` at every change by hand."""

    edited = Signal()
    reset_asked = Signal()

    def __init__(self, desk: RuleDesk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._id = ""
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        page = QWidget(self)
        page.setObjectName("formPage")
        self.setWidget(page)
        self.heading = label("", page, part="title")
        self.origin = label("", page, part="note", ink="muted")
        self.reset = QPushButton(self.tr("Undo all changes to this rule"), page)
        self.reset.setProperty("kind", "flat")
        self.reset.clicked.connect(self.reset_asked)
        self.id = QLineEdit(page)
        self.id.setAccessibleName(self.tr("Id"))
        self.is_on = QCheckBox(self.tr("On: the rule is used in calls"), page)
        self.title = CountedLine(self.tr("Title, shown small above the headline"), MAX_TITLE, page)
        self.urgency = Choice(page)
        self.urgency.setAccessibleName(self.tr("Urgency"))
        for urgency, text in self._urgencies():
            self.urgency.addItem(text, str(urgency))
        self.priority = QSpinBox(page)
        self.priority.lineEdit().setTextMargins(6, 0, 0, 0)
        self.priority.setAccessibleName(self.tr("Priority, 0 to 100"))
        self.priority.setRange(0, 100)
        self.when = ConditionEditor(desk, self.tr("Fires when"), page)
        self.stand_down = ConditionEditor(desk, self.tr("Done when"), page)
        self.required = RequiredEditor(desk, page)
        self._is_required = False
        self._sections: dict[str, tuple[QWidget, ...]] = {}
        self.wordings = WordingList(page)
        self.more = QPlainTextEdit(page)
        self.more.setProperty("kind", "code")
        self.more.setTabChangesFocus(True)
        self.more.setAccessibleName(self.tr("Other keys as text"))
        self.more.setPlaceholderText("cool_down_s = 60\nmax_per_call = 1")
        self.problems = {name: label("", page, part="note", ink="red") for name in FIELDS}
        self._lay_out(page)
        self._wire()
        self.show_complaints(())

    def _urgencies(self) -> tuple[tuple[Urgency, str], ...]:
        return (
            (Urgency.HINT, self.tr("hint: stays until done")),
            (Urgency.NUDGE, self.tr("nudge: short")),
            (Urgency.URGENT, self.tr("urgent: red, at once")),
            (Urgency.PRAISE, self.tr("praise: green, rare")),
        )

    def _lay_out(self, page: QWidget) -> None:
        self._column = QVBoxLayout(page)
        top = QHBoxLayout()
        top.addWidget(self.heading, 1)
        top.addWidget(self.reset)
        self._column.addLayout(top)
        self._column.addWidget(self.origin)
        fields = QFormLayout()
        fields.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        lines: tuple[tuple[str, QWidget, str], ...] = (
            (self.tr("Id"), self.id, "id"),
            (self.tr("Title"), self.title, "title"),
            (self.tr("Urgency"), self.urgency, "urgency"),
            (self.tr("Priority"), self.priority, "priority"),
        )
        for text, field, name in lines:
            fields.addRow(label(text, page, part="heading"), field)
            fields.addRow(self.problems[name])
        fields.addRow(self.is_on)
        self._column.addLayout(fields)
        sections: tuple[tuple[str, str, QWidget, str], ...] = (
            (self.tr("Fires when"), "", self.when, "when"),
            (
                self.tr("Done when"),
                self.tr("What shows that the agent did it: the card then leaves by itself."),
                self.stand_down,
                "stand_down",
            ),
            (
                self.tr("Has to be said"),
                self.tr("On the checklist until it is heard; reminded of when its time is over."),
                self.required,
                "required",
            ),
            (
                self.tr("What it says"),
                self.tr("A headline that begins with a verb; directions say where to go."),
                self.wordings,
                "wording",
            ),
            (self.tr("More"), "", self.more, "more"),
        )
        for heading, note, part, name in sections:
            parts: list[QWidget] = [label(heading, page, part="heading")]
            if note:
                parts.append(label(note, page, part="note", ink="muted"))
            self._sections[name] = (*parts, part)
            for each in (*parts, part, self.problems[name]):
                self._column.addWidget(each)
        self._column.addStretch(1)

    def _wire(self) -> None:
        for line in (self.title, self.when, self.stand_down, self.required, self.wordings):
            line.edited.connect(self._changed)
        self.id.textEdited.connect(self._changed)
        self.is_on.clicked.connect(self._changed)
        self.urgency.activated.connect(self._changed)
        self.priority.valueChanged.connect(self._changed)
        self.more.textChanged.connect(self._changed)
        self._is_showing = False

    def _changed(self) -> None:
        if not self._is_showing:
            self.edited.emit()

    def show_form(self, form: RuleForm, row: RuleRow | None, *, is_new: bool = False) -> None:
        """Show a rule. The id can be chosen only while the rule is new."""
        self._is_showing = True
        is_other = form.id != self._id
        self._id = form.id
        self.heading.setText(form.title or form.id)
        self.id.setText(form.id)
        self.id.setReadOnly(not is_new)
        self.title.field.setText(form.title)
        self.urgency.setCurrentIndex(max(0, self.urgency.findData(form.urgency)))
        self.priority.setValue(form.priority)
        self.is_on.setChecked(form.is_on)
        self.when.show_value(form.when)
        self.stand_down.show_value(form.stand_down)
        self._is_required = form.required is not None
        if form.required is not None:
            self.required.show_required(form.required)
        for name, parts in self._sections.items():
            is_shown = name not in _OWN_CONDITIONS if self._is_required else name != "required"
            for each in parts:
                each.setVisible(is_shown)
        self.wordings.show_wordings(form.wordings)
        if self.more.toPlainText() != form.more:
            self.more.setPlainText(form.more)
        self.show_origin(row)
        if is_other:
            self.verticalScrollBar().setValue(0)
        self._is_showing = False

    def show_origin(self, row: RuleRow | None) -> None:
        """Say where the rule comes from; a locked one cannot be changed."""
        self.origin.setText(origin_text(row, self._desk.layer))
        self.reset.setVisible(row is not None and row.is_changed)
        for part in self._fields():
            part.setEnabled(row is None or not row.is_locked)

    def _fields(self) -> tuple[QWidget, ...]:
        return (
            self.title,
            self.urgency,
            self.priority,
            self.is_on,
            self.when,
            self.stand_down,
            self.required,
            self.wordings,
            self.more,
        )

    def form(self) -> RuleForm:
        """The rule as typed."""
        return RuleForm(
            id=self.id.text().strip(),
            title=self.title.field.text(),
            urgency=str(self.urgency.currentData()),
            priority=self.priority.value(),
            is_on=self.is_on.isChecked(),
            when=self.when.value(),
            stand_down=self.stand_down.value(),
            wordings=self.wordings.wordings(),
            more=self.more.toPlainText(),
            required=self.required.required() if self._is_required else None,
        )

    def show_complaints(self, complaints: Sequence[Complaint]) -> None:
        """Say what is wrong beside the field it is about."""
        show_complaints(self.problems, complaints)

    def set_theme(self, theme: Theme) -> None:
        margin = theme.space(16)
        self._column.setContentsMargins(margin, theme.space(12), margin, margin)
        self._column.setSpacing(theme.space(6))
        for part in (self.title, self.when, self.stand_down, self.required, self.wordings):
            part.set_theme(theme)
        self.more.setFixedHeight(theme.px(Size.SMALL) * 2 * _MORE_LINES)
