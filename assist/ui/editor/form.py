"""The form of one rule: its fields, with what is wrong said beside each."""

from PySide6.QtWidgets import QSpinBox, QWidget

from assist.core.events import Urgency
from assist.core.interfaces import RuleDesk
from assist.core.rules import RuleForm, RuleRow
from assist.ui.editor.condition import ConditionEditor
from assist.ui.editor.formbase import FormPage, FormWords, Section
from assist.ui.editor.required import RequiredEditor
from assist.ui.editor.style import Choice
from assist.ui.editor.wording import WordingList

MAX_TITLE = 32
_OWN_CONDITIONS = ("when", "stand_down")
"""What a required sentence is instead of."""


class RuleFormPage(FormPage):
    """Shows a rule and gives it back as typed."""

    def __init__(self, desk: RuleDesk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        page = self._page
        self.urgency = Choice(page)
        self.urgency.setAccessibleName(self.tr("Urgency"))
        for urgency, text in self._urgencies():
            self.urgency.addItem(text, str(urgency))
        self.urgency.activated.connect(self.changed)
        self.priority = QSpinBox(page)
        self.priority.lineEdit().setTextMargins(6, 0, 0, 0)
        self.priority.setAccessibleName(self.tr("Priority, 0 to 100"))
        self.priority.setRange(0, 100)
        self.priority.valueChanged.connect(self.changed)
        self.when = ConditionEditor(desk, self.tr("Fires when"), page)
        self.stand_down = ConditionEditor(desk, self.tr("Done when"), page)
        self.required = RequiredEditor(desk, page)
        self._is_required = False
        self.wordings = WordingList(page)
        fields = (
            (self.tr("Urgency"), self.urgency, "urgency"),
            (self.tr("Priority"), self.priority, "priority"),
        )
        self.lay_out(fields, self._own_sections(), (self.stand_down, self.required, self.wordings))
        self.more.setPlaceholderText("cool_down_s = 60\nmax_per_call = 1")

    def words(self) -> FormWords:
        return FormWords(
            reset=self.tr("Undo all changes to this rule"),
            is_on=self.tr("On: the rule is used in calls"),
            title=self.tr("Title, shown small above the headline"),
            max_title=MAX_TITLE,
            more_lines=3,
        )

    def _urgencies(self) -> tuple[tuple[Urgency, str], ...]:
        return (
            (Urgency.HINT, self.tr("hint: stays until done")),
            (Urgency.NUDGE, self.tr("nudge: short")),
            (Urgency.URGENT, self.tr("urgent: red, at once")),
            (Urgency.PRAISE, self.tr("praise: green, rare")),
        )

    def _own_sections(self) -> tuple[Section, ...]:
        return (
            Section(name="when", heading=self.tr("Fires when"), part=self.when),
            Section(
                name="stand_down",
                heading=self.tr("Done when"),
                note=self.tr("What shows that the agent did it: the card then leaves by itself."),
                part=self.stand_down,
            ),
            Section(
                name="required",
                heading=self.tr("Has to be said"),
                note=self.tr(
                    "On the checklist until it is heard; reminded of when its time is over."
                ),
                part=self.required,
            ),
            Section(
                name="wording",
                heading=self.tr("What it says"),
                note=self.tr("A headline that begins with a verb; directions say where to go."),
                part=self.wordings,
            ),
        )

    def show_form(self, form: RuleForm, row: RuleRow | None, *, is_new: bool = False) -> None:
        """Show a rule. The id can be chosen only while the rule is new."""
        self._is_showing = True
        self.urgency.setCurrentIndex(max(0, self.urgency.findData(form.urgency)))
        self.priority.setValue(form.priority)
        self.stand_down.show_value(form.stand_down)
        self._is_required = form.required is not None
        if form.required is not None:
            self.required.show_required(form.required)
        for name, parts in self.sections.items():
            is_shown = name not in _OWN_CONDITIONS if self._is_required else name != "required"
            for each in parts:
                each.setVisible(is_shown)
        self.wordings.show_wordings(form.wordings)
        self.show_shared(form, row, is_new=is_new)
        self._is_showing = False

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
