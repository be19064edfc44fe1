"""The forms of rules and sequences behind one face: the one that fits what is edited is shown."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from assist.core.interfaces import RuleDesk
from assist.core.rules import AnyForm, Complaint, RuleForm, RuleRow
from assist.ui.editor.form import RuleFormPage
from assist.ui.editor.sequence import SequenceFormPage
from assist.ui.theme import Theme


class FormPages(QStackedWidget):
    """Emits `edited` at every change by hand, and `reset_asked`."""

    edited = Signal()
    reset_asked = Signal()

    def __init__(self, desk: RuleDesk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rule = RuleFormPage(desk, self)
        self.sequence = SequenceFormPage(desk, self)
        for page in (self.rule, self.sequence):
            self.addWidget(page)
            page.edited.connect(self.edited)
            page.reset_asked.connect(self.reset_asked)

    @property
    def page(self) -> RuleFormPage | SequenceFormPage:
        """The form in view."""
        return self.sequence if self.currentWidget() is self.sequence else self.rule

    def show_form(self, form: AnyForm, row: RuleRow | None, *, is_new: bool = False) -> None:
        if isinstance(form, RuleForm):
            self.setCurrentWidget(self.rule)
            self.rule.show_form(form, row, is_new=is_new)
        else:
            self.setCurrentWidget(self.sequence)
            self.sequence.show_form(form, row, is_new=is_new)

    def form(self) -> AnyForm:
        """What is edited, as typed."""
        return self.page.form()

    def show_complaints(self, complaints: Sequence[Complaint]) -> None:
        self.page.show_complaints(complaints)

    def set_theme(self, theme: Theme) -> None:
        self.rule.set_theme(theme)
        self.sequence.set_theme(theme)
