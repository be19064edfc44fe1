"""The form of a guided sequence: when it begins, how patient it is, and its steps."""

from PySide6.QtWidgets import QDoubleSpinBox, QWidget

from assist.core.interfaces import RuleDesk
from assist.core.rules import RuleRow, SequenceForm
from assist.ui.editor.condition import ConditionEditor
from assist.ui.editor.formbase import FormPage, FormWords, Section
from assist.ui.editor.steps import MAX_TITLE, StepList


class SequenceFormPage(FormPage):
    """Shows a sequence and gives it back as typed."""

    def __init__(self, desk: RuleDesk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.patience = self._seconds(self.tr("Seconds a missing step is waited for"), 600)
        self.lasts = self._seconds(self.tr("Seconds after which it is over"), 3600)
        self.when = ConditionEditor(desk, self.tr("Begins when"), self._page)
        self.steps = StepList(desk, self._page)
        fields = (
            (self.tr("Patience"), self.patience, "patience_s"),
            (self.tr("Lasts"), self.lasts, "lasts_s"),
        )
        sections = (
            Section(
                name="when",
                heading=self.tr("Begins when"),
                note=self.tr("Once a call."),
                part=self.when,
            ),
            Section(
                name="step",
                heading=self.tr("Steps"),
                note=self.tr("Ticked as they are heard, in whatever order; prompted in this one."),
                part=self.steps,
            ),
        )
        self.lay_out(fields, sections, (self.steps,))

    def words(self) -> FormWords:
        return FormWords(
            reset=self.tr("Undo all changes to this sequence"),
            is_on=self.tr("On: the sequence is used in calls"),
            title=self.tr("Title, above the strip of steps"),
            max_title=MAX_TITLE,
            more_lines=2,
        )

    def _seconds(self, name: str, most: int) -> QDoubleSpinBox:
        box = QDoubleSpinBox(self._page)
        box.lineEdit().setTextMargins(6, 0, 0, 0)
        box.setRange(1, most)
        box.setDecimals(0)
        box.setSuffix(self.tr(" s"))
        box.setAccessibleName(name)
        box.valueChanged.connect(self.changed)
        return box

    def show_form(self, form: SequenceForm, row: RuleRow | None, *, is_new: bool = False) -> None:
        """Show a sequence. The id can be chosen only while it is new."""
        self._is_showing = True
        self.patience.setValue(form.patience_s)
        self.lasts.setValue(form.lasts_s)
        self.steps.show_steps(form.steps)
        self.show_shared(form, row, is_new=is_new)
        self._is_showing = False

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
