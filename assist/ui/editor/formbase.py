"""What the forms of rules and of sequences share: heading, fields, sections, complaints."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtWidgets import (
    QCheckBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from assist.core.interfaces import RuleDesk
from assist.core.rules import Complaint, RuleForm, RuleRow, SequenceForm
from assist.ui.editor.condition import ConditionEditor
from assist.ui.editor.style import label
from assist.ui.editor.telling import origin_text, show_complaints
from assist.ui.editor.wording import CountedLine
from assist.ui.theme import Size, Theme


@dataclass(frozen=True, slots=True, kw_only=True)
class FormWords:
    """What a form calls things; `more_lines` is how high its box for other keys is."""

    reset: str
    is_on: str
    title: str
    max_title: int
    more_lines: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A part below the fields: what is wrong with it is said above it. `name` is the rule's key."""

    name: str
    heading: str
    part: QWidget
    note: str = ""


class _Editor(Protocol):
    """A part that is more than one of Qt's own fields."""

    @property
    def edited(self) -> SignalInstance: ...
    def set_theme(self, theme: Theme) -> None: ...
    def setEnabled(self, arg__1: bool, /) -> None: ...


class FormPage(QScrollArea):
    """Shows what a playbook says under one id. Emits `edited` at every change by hand.

    A form of its own says its `words`, makes its fields in the order in which Tab is to reach them
    (`when` is one of them) and calls `lay_out`.
    """

    when: ConditionEditor

    edited = Signal()
    reset_asked = Signal()

    def __init__(self, desk: RuleDesk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        words = self.words()
        self._desk = desk
        self._id = ""
        self._is_showing = False
        self._more_lines = words.more_lines
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        page = self._page = QWidget(self)
        page.setObjectName("formPage")
        self.setWidget(page)
        self.heading = label("", page, part="title")
        self.origin = label("", page, part="note", ink="muted")
        self.reset = QPushButton(words.reset, page)
        self.reset.setProperty("kind", "flat")
        self.reset.clicked.connect(self.reset_asked)
        self.id = QLineEdit(page)
        self.id.setAccessibleName(self.tr("Id"))
        self.is_on = QCheckBox(words.is_on, page)
        self.title = CountedLine(words.title, words.max_title, page)
        self.problems: dict[str, QLabel] = {}
        self.sections: dict[str, tuple[QWidget, ...]] = {}
        self._free: tuple[QWidget | _Editor, ...] = ()
        self._editors: tuple[_Editor, ...] = ()

    def words(self) -> FormWords:
        """What this form calls things."""
        raise NotImplementedError

    def lay_out(
        self,
        fields: Sequence[tuple[str, QWidget, str]],
        sections: Sequence[Section],
        editors: Sequence[_Editor],
    ) -> None:
        """Put the form's own `fields` (heading, field, key) and `sections` between what all have.

        `editors` are those of the parts that have colours of their own and tell of changes.
        """
        page = self._page
        self.more = self._other_keys()
        rows = ((self.tr("Id"), self.id, "id"), (self.tr("Title"), self.title, "title"), *fields)
        sections = (*sections, Section(name="more", heading=self.tr("More"), part=self.more))
        keys = [key for _, _, key in rows] + [section.name for section in sections]
        problems = {key: label("", page, part="note", ink="red") for key in keys}
        self.problems.update(problems)
        self._column = QVBoxLayout(page)
        top = QHBoxLayout()
        top.addWidget(self.heading, 1)
        top.addWidget(self.reset)
        self._column.addLayout(top)
        self._column.addWidget(self.origin)
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for text, field, key in rows:
            form.addRow(label(text, page, part="heading"), field)
            form.addRow(problems[key])
        form.addRow(self.is_on)
        self._column.addLayout(form)
        for section in sections:
            parts: list[QWidget] = [label(section.heading, page, part="heading")]
            if section.note:
                parts.append(label(section.note, page, part="note", ink="muted"))
            self.sections[section.name] = (*parts, section.part)
            for each in (*parts, problems[section.name], section.part):
                self._column.addWidget(each)
        self._column.addStretch(1)
        self._editors = (self.title, self.when, *editors)
        self._free = (*self._editors, self.is_on, self.more, *(field for _, field, _ in fields))
        for editor in self._editors:
            editor.edited.connect(self.changed)
        self.id.textEdited.connect(self.changed)
        self.is_on.clicked.connect(self.changed)
        self.show_complaints(())

    def _other_keys(self) -> QPlainTextEdit:
        more = QPlainTextEdit(self._page)
        more.setProperty("kind", "code")
        more.setTabChangesFocus(True)
        more.setAccessibleName(self.tr("Other keys as text"))
        more.textChanged.connect(self.changed)
        return more

    def changed(self) -> None:
        """A field was changed; by hand unless something is just being shown."""
        if not self._is_showing:
            self.edited.emit()

    def show_shared(
        self, form: RuleForm | SequenceForm, row: RuleRow | None, *, is_new: bool
    ) -> None:
        """Show what every form has. The id can be chosen only while it is new."""
        is_other = form.id != self._id
        self._id = form.id
        self.heading.setText(form.title or form.id)
        self.id.setText(form.id)
        self.id.setReadOnly(not is_new)
        self.title.field.setText(form.title)
        self.is_on.setChecked(form.is_on)
        self.when.show_value(form.when)
        if self.more.toPlainText() != form.more:
            self.more.setPlainText(form.more)
        self.show_origin(row)
        if is_other:
            self.verticalScrollBar().setValue(0)

    def show_origin(self, row: RuleRow | None) -> None:
        """Say where it comes from; what is locked cannot be changed."""
        self.origin.setText(origin_text(row, self._desk.layer))
        self.reset.setVisible(row is not None and row.is_changed)
        for part in self._free:
            part.setEnabled(row is None or not row.is_locked)

    def show_complaints(self, complaints: Sequence[Complaint]) -> None:
        """Say what is wrong (red) or doubtful (amber) beside the field it is about."""
        show_complaints(self.problems, complaints)

    def set_theme(self, theme: Theme) -> None:
        margin = theme.space(16)
        self._column.setContentsMargins(margin, theme.space(12), margin, margin)
        self._column.setSpacing(theme.space(6))
        for editor in self._editors:
            editor.set_theme(theme)
        self.more.setFixedHeight(theme.px(Size.SMALL) * 2 * self._more_lines)
