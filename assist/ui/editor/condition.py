"""A condition as guided rows, one for each usual case, and as text for everything else."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from assist.core.interfaces import RuleDesk
from assist.core.rules import ConditionForm, ConditionRow
from assist.ui.editor.labels import LabelPicker
from assist.ui.editor.style import Choice, label, restyle
from assist.ui.theme import Size, Theme

_SIGNALS = ("dead_air", "talk_over", "pace", "talk_ratio")
_STAGES = ("opening", "middle", "closing")
_FIXED = {
    "signal": _SIGNALS,
    "stage": _STAGES,
    "known": ("name", "problem"),
    "heard": ("agent", "customer"),
}
_TYPED = frozenset({"said", "after_s", "before_s"})
_WITH_WHO = frozenset({"said", "detected", "signal"})
_WITH_SPAN = frozenset({"said", "detected"})
_TEXT_LINES = 5
_LEAST_LETTERS = 7


class ConditionRowEditor(QWidget):
    """One row: (not) who, what, of what strength, when. Emits `edited` and `removed`."""

    edited = Signal()
    removed = Signal()

    def __init__(
        self,
        desk: RuleDesk,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._row = ConditionRow(kind="said")
        groups = (
            (self.tr("The agent's words"), desk.labels("agent")),
            (self.tr("The customer's words"), desk.labels("customer")),
            (self.tr("Other"), desk.labels("")),
        )
        self._labels = tuple(label_ for _, labels in groups for label_ in labels)
        self._fixed = {**_FIXED, "given": desk.circumstances()}
        self.negated = QCheckBox(self.tr("not"), self)
        self.kind = self._box(self.tr("What is asked"), self._kinds())
        self.who = self._box(
            self.tr("Who"),
            (
                ("customer", self.tr("customer")),
                ("agent", self.tr("agent")),
                ("", self.tr("either")),
            ),
        )
        self.text = QLineEdit(self)
        self.text.setAccessibleName(self.tr("Words to listen for, or seconds"))
        self.choice = self._box(self.tr("Which"), ())
        self.found = LabelPicker(self.tr("What is found"), groups, self)
        self.at_least = QDoubleSpinBox(self)
        self.at_least.lineEdit().setTextMargins(6, 0, 0, 0)
        self.at_least.setAccessibleName(self.tr("At least; 0 for any"))
        self.at_least.setDecimals(0)
        self.at_least.setMaximum(600)
        self.at_least.setPrefix(self.tr("at least "))
        self.at_least.setSpecialValueText(self.tr("any"))
        self.span = self._box(
            self.tr("When it counts"),
            (
                ("now", self.tr("right now")),
                ("within", self.tr("within")),
                ("ever", self.tr("ever in the call")),
                ("since", self.tr("since")),
            ),
        )
        self.seconds = QDoubleSpinBox(self)
        self.seconds.lineEdit().setTextMargins(6, 0, 0, 0)
        self.seconds.setAccessibleName(self.tr("Seconds"))
        self.seconds.setDecimals(0)
        self.seconds.setRange(1, 3600)
        self.seconds.setSuffix(self.tr(" s"))
        self.since = self._box(
            self.tr("Since"), tuple((each, _words(each)) for each in self._labels)
        )
        self.remove = QPushButton("✕", self)
        self.remove.setProperty("kind", "flat")
        self.remove.setAccessibleName(self.tr("Remove this condition"))
        self.remove.setToolTip(self.tr("Remove this condition"))
        self._lay_out()
        for box in (self.kind, self.who, self.choice, self.span, self.since):
            box.activated.connect(self._edited)
        self.negated.clicked.connect(self._edited)
        self.text.textEdited.connect(self._edited)
        self.found.edited.connect(self._edited)
        self.at_least.valueChanged.connect(self._edited)
        self.seconds.valueChanged.connect(self._edited)
        self.remove.clicked.connect(self.removed)
        self._is_showing = False

    def _lay_out(self) -> None:
        first, second = QHBoxLayout(), QHBoxLayout()
        first.addWidget(self.negated)
        first.addWidget(self.who, 2)
        first.addWidget(self.kind, 3)
        first.addWidget(self.choice, 5)
        first.addWidget(self.found, 5)
        first.addWidget(self.text, 5)
        first.addWidget(self.remove)
        for part in (self.at_least, self.span, self.seconds, self.since):
            second.addWidget(part)
        second.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(first)
        column.addLayout(second)

    def _kinds(self) -> tuple[tuple[str, str], ...]:
        return (
            ("said", self.tr("says")),
            ("detected", self.tr("is found to")),
            ("signal", self.tr("timing:")),
            ("stage", self.tr("the call is in its")),
            ("after_s", self.tr("seconds into the call, after")),
            ("before_s", self.tr("seconds into the call, before")),
            ("known", self.tr("it is known:")),
            ("heard", self.tr("can be heard:")),
            ("given", self.tr("circumstances:")),
        )

    def _box(self, name: str, choices: tuple[tuple[str, str], ...]) -> QComboBox:
        box = Choice(self)
        box.setAccessibleName(name)
        # As wide as the column allows, not as the longest choice wants.
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(_LEAST_LETTERS)
        box.view().setMinimumWidth(box.view().fontMetrics().horizontalAdvance("m" * 16))
        for value, text in choices:
            box.addItem(text, value)
        return box

    def show_row(self, row: ConditionRow) -> None:
        """Show the row, with just the fields that its kind has."""
        self._is_showing = True
        self._row = row
        self.negated.setChecked(row.is_negated)
        _choose(self.kind, row.kind)
        _choose(self.who, row.who)
        _choose(self.span, row.span)
        _choose(self.since, row.since)
        self.seconds.setValue(row.seconds)
        self.at_least.setValue(row.at_least)
        listed = self._fixed.get(row.kind, ())
        if [self.choice.itemData(at) for at in range(self.choice.count())] != list(listed):
            self.choice.clear()
            for each in listed:
                self.choice.addItem(_words(each), each)
        _choose(self.choice, row.value)
        if row.kind == "detected":
            self.found.show_labels(row.value.splitlines(), row.details)
        if row.kind in _TYPED and self._typed(row.kind) != row.value:
            # Never while somebody types: it would take blanks away at the end.
            self.text.setText(" | ".join(row.value.splitlines()))
        is_typed, has_span = row.kind in _TYPED, row.kind in _WITH_SPAN
        self.text.setVisible(is_typed)
        self.text.setPlaceholderText(
            self.tr("refund* | money back") if row.kind == "said" else self.tr("seconds")
        )
        self.choice.setVisible(row.kind in self._fixed)
        self.found.setVisible(row.kind == "detected")
        self.who.setVisible(row.kind in _WITH_WHO and row.value != "dead_air")
        self.at_least.setVisible(row.kind in {"detected", "signal"})
        self.span.setVisible(has_span)
        self.seconds.setVisible(has_span and row.span == "within")
        self.since.setVisible(has_span and row.span == "since")
        self._is_showing = False

    def _typed(self, kind: str) -> str:
        """What stands in the text field, patterns one a line."""
        text = self.text.text()
        if kind != "said":
            return text.strip()
        return "\n".join(part.strip() for part in _alternatives(text))

    def row(self) -> ConditionRow:
        return self._row

    def _edited(self) -> None:
        if self._is_showing:
            return
        kind = str(self.kind.currentData())
        is_typed = kind in _TYPED
        value = self._typed(kind) if is_typed else str(self.choice.currentData() or "")
        if kind == "detected":
            value = "\n".join(self.found.labels()) or self._labels[0]
        elif kind != self._row.kind and kind != "said":
            listed = self._fixed.get(kind, ())
            value = value if value in listed else listed[0] if listed else "30"
        self.show_row(
            replace(
                self._row,
                kind=kind,
                value=value,
                who=str(self.who.currentData()) if kind in _WITH_WHO else "",
                details=self._row.details if kind == "detected" else (),
                at_least=self.at_least.value() if kind in {"detected", "signal"} else 0.0,
                span=str(self.span.currentData()) if kind in _WITH_SPAN else "now",
                seconds=self.seconds.value(),
                since=str(self.since.currentData()),
                is_negated=self.negated.isChecked(),
            )
        )
        self.edited.emit()


def _alternatives(text: str) -> list[str]:
    """The patterns of a line, parted by bars that stand outside of brackets."""
    parts, depth = [""], 0
    for letter in text:
        depth += (letter in "([") - (letter in ")]")
        if letter == "|" and depth <= 0:
            parts.append("")
        else:
            parts[-1] += letter
    return parts


def _words(label_: str) -> str:
    return label_.replace("_", " ")


def _choose(box: QComboBox, value: str) -> None:
    box.setCurrentIndex(max(0, box.findData(value)))


class ConditionEditor(QFrame):
    """A condition's rows and its text, either of which may be edited. Emits `edited`."""

    edited = Signal()

    def __init__(self, desk: RuleDesk, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("part", "box")
        self._desk = desk
        self._theme: Theme | None = None
        self.rows: list[ConditionRowEditor] = []
        self.join = Choice(self)
        self.join.setAccessibleName(self.tr("{name}: all or any").format(name=name))
        self.join.addItem(self.tr("all of these"), False)
        self.join.addItem(self.tr("any of these"), True)
        self.note = label(
            self.tr("Says more than the form can show; change it as text."),
            self,
            part="note",
            ink="muted",
        )
        self.add = QPushButton(self.tr("Add a condition"), self)
        self.show_text = QPushButton(self.tr("Show as text"), self)
        self.show_text.setCheckable(True)
        self.text = QPlainTextEdit(self)
        self.text.setProperty("kind", "code")
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(self.tr("{name} as text").format(name=name))
        self.problem = label("", self, part="note", ink="red")
        self._row_column = QVBoxLayout()
        buttons = QHBoxLayout()
        buttons.addWidget(self.add)
        buttons.addWidget(self.show_text)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.addWidget(self.join)
        column.addLayout(self._row_column)
        column.addWidget(self.note)
        column.addLayout(buttons)
        column.addWidget(self.text)
        column.addWidget(self.problem)
        self.join.activated.connect(self._rows_edited)
        self.add.clicked.connect(self._add)
        self.show_text.toggled.connect(self._arrange)
        self.text.textChanged.connect(self._text_edited)
        self._is_showing = False

    def value(self) -> str:
        """The condition as TOML."""
        return self.text.toPlainText().strip()

    def show_value(self, text: str) -> None:
        if text != self.value():
            self._is_showing = True
            self.text.setPlainText(text)
            self._is_showing = False
        self._show_rows(text)

    def show_problem(self, text: str) -> None:
        self.problem.setText(text)
        self.problem.setVisible(bool(text))
        restyle(self.text, "wrong", bool(text))

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.text.setFixedHeight(theme.px(Size.SMALL) * 2 * _TEXT_LINES)

    def _show_rows(self, text: str) -> None:
        form = self._desk.conditions(text) if text else ConditionForm(rows=())
        wanted = () if form is None else form.rows
        while len(self.rows) > len(wanted):
            self._drop(self.rows[-1])
        while len(self.rows) < len(wanted):
            self._new()
        for editor, row in zip(self.rows, wanted, strict=True):
            if editor.row() != row or editor.row() is not row:
                editor.show_row(row)
        if form is not None:
            self.join.setCurrentIndex(int(form.is_any))
        self._arrange(is_rich=form is None)

    def _arrange(self, checked: bool = False, *, is_rich: bool | None = None) -> None:
        del checked
        if is_rich is None:
            is_rich = bool(self.value()) and not self.rows
        self.note.setVisible(is_rich)
        self.add.setVisible(not is_rich)
        self.show_text.setVisible(not is_rich)
        self.join.setVisible(len(self.rows) > 1)
        self.text.setVisible(is_rich or self.show_text.isChecked())
        self.problem.setVisible(bool(self.problem.text()))

    def _new(self) -> ConditionRowEditor:
        editor = ConditionRowEditor(self._desk, self)
        editor.edited.connect(self._rows_edited)
        editor.removed.connect(lambda: self._remove(editor))
        self.rows.append(editor)
        self._row_column.addWidget(editor)
        self.setTabOrder(editor.remove, self.add)
        return editor

    def _add(self) -> None:
        editor = self._new()
        editor.show_row(ConditionRow(kind="said", who="customer"))
        editor.text.setFocus()
        self._arrange(is_rich=False)

    def _remove(self, editor: ConditionRowEditor) -> None:
        self._drop(editor)
        self._rows_edited()

    def _drop(self, editor: ConditionRowEditor) -> None:
        self.rows.remove(editor)
        self._row_column.removeWidget(editor)
        editor.hide()
        editor.deleteLater()

    def _rows_edited(self) -> None:
        form = ConditionForm(
            rows=tuple(editor.row() for editor in self.rows),
            is_any=bool(self.join.currentData()),
        )
        self._is_showing = True
        self.text.setPlainText(self._desk.condition_text(form))
        self._is_showing = False
        self._arrange(is_rich=False)
        self.edited.emit()

    def _text_edited(self) -> None:
        if not self._is_showing:
            self._show_rows(self.value())
            self.edited.emit()
