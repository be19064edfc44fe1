"""The form of a guided sequence: when it begins, how patient it is, and its steps."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDoubleSpinBox,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from assist.core.interfaces import RuleDesk
from assist.core.rules import Complaint, RuleRow, SequenceForm
from assist.ui.editor.condition import ConditionEditor
from assist.ui.editor.steps import MAX_TITLE, StepList
from assist.ui.editor.style import label
from assist.ui.editor.telling import origin_text, show_complaints
from assist.ui.editor.wording import CountedLine
from assist.ui.theme import Size, Theme

FIELDS = ("id", "title", "patience_s", "lasts_s", "when", "step", "more")
_MORE_LINES = 2


class SequenceFormPage(QScrollArea):
    """Shows a sequence and gives it back as typed. Emits `edited` at every change by hand."""

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
        self.reset = QPushButton(self.tr("Undo all changes to this sequence"), page)
        self.reset.setProperty("kind", "flat")
        self.id = QLineEdit(page)
        self.id.setAccessibleName(self.tr("Id"))
        self.title = CountedLine(self.tr("Title, above the strip of steps"), MAX_TITLE, page)
        self.is_on = QCheckBox(self.tr("On: the sequence is used in calls"), page)
        self.patience = self._seconds(page, self.tr("Seconds a missing step is waited for"), 600)
        self.lasts = self._seconds(page, self.tr("Seconds after which it is over"), 3600)
        self.when = ConditionEditor(desk, self.tr("Begins when"), page)
        self.steps = StepList(desk, page)
        self.more = QPlainTextEdit(page)
        self.more.setProperty("kind", "code")
        self.more.setTabChangesFocus(True)
        self.more.setAccessibleName(self.tr("Other keys as text"))
        self.problems = {name: label("", page, part="note", ink="red") for name in FIELDS}
        self._lay_out(page)
        self._wire()
        self.show_complaints(())

    def _seconds(self, page: QWidget, name: str, most: int) -> QDoubleSpinBox:
        box = QDoubleSpinBox(page)
        box.lineEdit().setTextMargins(6, 0, 0, 0)
        box.setRange(1, most)
        box.setDecimals(0)
        box.setSuffix(self.tr(" s"))
        box.setAccessibleName(name)
        return box

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
            (self.tr("Patience"), self.patience, "patience_s"),
            (self.tr("Lasts"), self.lasts, "lasts_s"),
        )
        for text, field, name in lines:
            fields.addRow(label(text, page, part="heading"), field)
            fields.addRow(self.problems[name])
        fields.addRow(self.is_on)
        self._column.addLayout(fields)
        sections: tuple[tuple[str, str, QWidget, str], ...] = (
            (self.tr("Begins when"), self.tr("Once a call."), self.when, "when"),
            (
                self.tr("Steps"),
                self.tr("Ticked as they are heard, in whatever order; prompted in this one."),
                self.steps,
                "step",
            ),
            (self.tr("More"), "", self.more, "more"),
        )
        for heading, note, part, name in sections:
            self._column.addWidget(label(heading, page, part="heading"))
            if note:
                self._column.addWidget(label(note, page, part="note", ink="muted"))
            self._column.addWidget(self.problems[name])
            self._column.addWidget(part)
        self._column.addStretch(1)

    def _wire(self) -> None:
        for part in (self.title, self.when, self.steps):
            part.edited.connect(self._changed)
        self.id.textEdited.connect(self._changed)
        self.is_on.clicked.connect(self._changed)
        self.patience.valueChanged.connect(self._changed)
        self.lasts.valueChanged.connect(self._changed)
        self.more.textChanged.connect(self._changed)
        self.reset.clicked.connect(self.reset_asked)
        self._is_showing = False

    def _changed(self) -> None:
        if not self._is_showing:
            self.edited.emit()

    def show_form(self, form: SequenceForm, row: RuleRow | None, *, is_new: bool = False) -> None:
        """Show a sequence. The id can be chosen only while it is new."""
        self._is_showing = True
        is_other = form.id != self._id
        self._id = form.id
        self.heading.setText(form.title or form.id)
        self.id.setText(form.id)
        self.id.setReadOnly(not is_new)
        self.title.field.setText(form.title)
        self.is_on.setChecked(form.is_on)
        self.patience.setValue(form.patience_s)
        self.lasts.setValue(form.lasts_s)
        self.when.show_value(form.when)
        self.steps.show_steps(form.steps)
        if self.more.toPlainText() != form.more:
            self.more.setPlainText(form.more)
        self.show_origin(row)
        if is_other:
            self.verticalScrollBar().setValue(0)
        self._is_showing = False

    def show_origin(self, row: RuleRow | None) -> None:
        """Say where the sequence comes from; a locked one cannot be changed."""
        self.origin.setText(origin_text(row, self._desk.layer))
        self.reset.setVisible(row is not None and row.is_changed)
        is_free = row is None or not row.is_locked
        for part in (
            *(self.title, self.is_on, self.patience, self.lasts),
            *(self.when, self.steps, self.more),
        ):
            part.setEnabled(is_free)

    def form(self) -> SequenceForm:
        """The sequence as typed."""
        return SequenceForm(
            id=self.id.text().strip(),
            title=self.title.field.text(),
            is_on=self.is_on.isChecked(),
            when=self.when.value(),
            patience_s=self.patience.value(),
            lasts_s=self.lasts.value(),
            steps=self.steps.steps(),
            more=self.more.toPlainText(),
        )

    def show_complaints(self, complaints: Sequence[Complaint]) -> None:
        """Say what is wrong (red) or doubtful (amber) beside the field it is about."""
        show_complaints(self.problems, complaints)

    def set_theme(self, theme: Theme) -> None:
        margin = theme.space(16)
        self._column.setContentsMargins(margin, theme.space(12), margin, margin)
        self._column.setSpacing(theme.space(6))
        for part in (self.title, self.when, self.steps):
            part.set_theme(theme)
        self.more.setFixedHeight(theme.px(Size.SMALL) * 2 * _MORE_LINES)
