"""A sentence that has to be said, as fields: what is said, by when, and after what."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QDoubleSpinBox,
    QFormLayout,
    QFrame,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from assist.core.interfaces import RuleDesk
from assist.core.rules import RequiredForm
from assist.ui.editor.condition import ConditionEditor
from assist.ui.editor.style import label
from assist.ui.theme import Size, Theme

_PATTERN_LINES = 2


class RequiredEditor(QFrame):
    """Emits `edited` at every change by hand."""

    edited = Signal()

    def __init__(self, desk: RuleDesk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("part", "box")
        self._more = ""
        self.statement = QLineEdit(self)
        self.statement.setAccessibleName(self.tr("The sentence, to be said nearly so"))
        self.statement.setPlaceholderText(self.tr("This call may be recorded"))
        self.patterns = QPlainTextEdit(self)
        self.patterns.setTabChangesFocus(True)
        self.patterns.setAccessibleName(self.tr("Or patterns of it, one a line"))
        self.patterns.setPlaceholderText("call ...3 recorded")
        self.within = QDoubleSpinBox(self)
        self.within.lineEdit().setTextMargins(6, 0, 0, 0)
        self.within.setRange(1, 3600)
        self.within.setDecimals(0)
        self.within.setSuffix(self.tr(" s"))
        self.within.setAccessibleName(self.tr("Seconds in which it is to be said"))
        self.after = ConditionEditor(desk, self.tr("Owed after"), self)
        fields = QFormLayout(self)
        fields.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        fields.addRow(label(self.tr("Sentence"), self, part="heading"), self.statement)
        fields.addRow(label(self.tr("or patterns"), self, part="heading"), self.patterns)
        fields.addRow(label(self.tr("Within"), self, part="heading"), self.within)
        fields.addRow(
            label(
                self.tr("Counted from the beginning of the call, or from this moment:"),
                self,
                part="note",
                ink="muted",
            )
        )
        fields.addRow(self.after)
        self.statement.textEdited.connect(lambda _: self._changed())
        self.patterns.textChanged.connect(self._changed)
        self.within.valueChanged.connect(lambda _: self._changed())
        self.after.edited.connect(self._changed)
        self._is_showing = False

    def _changed(self) -> None:
        if not self._is_showing:
            self.edited.emit()

    def show_required(self, form: RequiredForm) -> None:
        self._is_showing = True
        self._more = form.more
        if self.statement.text() != form.statement:
            self.statement.setText(form.statement)
        patterns = "\n".join(form.patterns)
        if self.patterns.toPlainText() != patterns:
            self.patterns.setPlainText(patterns)
        self.within.setValue(form.within_s)
        self.after.show_value(form.after)
        self._is_showing = False

    def required(self) -> RequiredForm:
        """The sentence as typed."""
        return RequiredForm(
            statement=self.statement.text(),
            patterns=tuple(self.patterns.toPlainText().splitlines()),
            within_s=self.within.value(),
            after=self.after.value(),
            more=self._more,
        )

    def set_theme(self, theme: Theme) -> None:
        self.patterns.setFixedHeight(theme.px(Size.TEXT) * 2 * _PATTERN_LINES)
        self.after.set_theme(theme)
