"""The steps of a guided sequence, in their order."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from assist.core.interfaces import RuleDesk
from assist.core.rules import StepForm, WordingForm
from assist.ui.editor.condition import ConditionEditor
from assist.ui.editor.style import label
from assist.ui.editor.wording import CountedLine, WordingList
from assist.ui.theme import Theme

MAX_STEP = 14
MAX_TITLE = 32
LEAST_STEPS, MOST_STEPS = 2, 6


class StepBox(QFrame):
    """One step. Emits `edited`, `removed`, and `moved` with -1 (up) or 1 (down)."""

    edited = Signal()
    removed = Signal()
    moved = Signal(int)

    def __init__(self, desk: RuleDesk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("part", "box")
        self._more = ""
        self.heading = label("", self, part="heading")
        self.up = QPushButton(self.tr("Up"), self)
        self.down = QPushButton(self.tr("Down"), self)
        self.remove = QPushButton(self.tr("Remove"), self)
        for button in (self.up, self.down, self.remove):
            button.setProperty("kind", "flat")
        self.id = QLineEdit(self)
        self.id.setAccessibleName(self.tr("Id of the step"))
        self.step = CountedLine(self.tr("A word or two for the strip of steps"), MAX_STEP, self)
        self.title = CountedLine(self.tr("Title of its prompt"), MAX_TITLE, self)
        self.done = ConditionEditor(desk, self.tr("Done when"), self)
        self.wordings = WordingList(self)
        top = QHBoxLayout()
        top.addWidget(self.heading, 1)
        for button in (self.up, self.down, self.remove):
            top.addWidget(button)
        fields = QFormLayout()
        fields.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        fields.addRow(label(self.tr("Id"), self, part="heading"), self.id)
        fields.addRow(label(self.tr("Step"), self, part="heading"), self.step)
        fields.addRow(label(self.tr("Title"), self, part="heading"), self.title)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.addLayout(top)
        column.addLayout(fields)
        column.addWidget(label(self.tr("Done when"), self, part="heading"))
        column.addWidget(self.done)
        column.addWidget(label(self.tr("What it says"), self, part="heading"))
        column.addWidget(self.wordings)
        self.id.textEdited.connect(lambda _: self.edited.emit())
        for part in (self.step, self.title, self.done, self.wordings):
            part.edited.connect(self.edited)
        self.remove.clicked.connect(self.removed)
        self.up.clicked.connect(lambda: self.moved.emit(-1))
        self.down.clicked.connect(lambda: self.moved.emit(1))

    def show_place(self, number: int, count: int) -> None:
        """Say the step's number; the ends cannot be moved further, nor the last two removed."""
        self.heading.setText(self.tr("Step {number}").format(number=number))
        names = ((self.up, self.tr("Step {number} up")), (self.down, self.tr("Step {number} down")))
        for button, name in (*names, (self.remove, self.tr("Remove step {number}"))):
            button.setAccessibleName(name.format(number=number))
        self.up.setEnabled(number > 1)
        self.down.setEnabled(number < count)
        self.remove.setEnabled(count > LEAST_STEPS)

    def show_step(self, form: StepForm) -> None:
        self._more = form.more
        for field, text in (
            (self.id, form.id),
            (self.step.field, form.step),
            (self.title.field, form.title),
        ):
            if field.text() != text:
                field.setText(text)
        self.done.show_value(form.done)
        self.wordings.show_wordings(form.wordings)

    def form(self) -> StepForm:
        return StepForm(
            id=self.id.text().strip(),
            step=self.step.field.text(),
            title=self.title.field.text(),
            done=self.done.value(),
            wordings=self.wordings.wordings(),
            more=self._more,
        )

    def set_theme(self, theme: Theme) -> None:
        for part in (self.step, self.title, self.done, self.wordings):
            part.set_theme(theme)


class StepList(QWidget):
    """All steps. Emits `edited`."""

    edited = Signal()

    def __init__(self, desk: RuleDesk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._theme: Theme | None = None
        self.boxes: list[StepBox] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.add = QPushButton(self.tr("Add a step"), self)
        self.add.clicked.connect(self._add)
        self._column.addWidget(self.add)

    def show_steps(self, steps: tuple[StepForm, ...]) -> None:
        while len(self.boxes) > len(steps):
            self._drop(self.boxes[-1])
        while len(self.boxes) < len(steps):
            self._new()
        for box, form in zip(self.boxes, steps, strict=True):
            if box.form() != form:
                box.show_step(form)
        self._number()

    def steps(self) -> tuple[StepForm, ...]:
        return tuple(box.form() for box in self.boxes)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        for box in self.boxes:
            box.set_theme(theme)

    def _new(self) -> StepBox:
        box = StepBox(self._desk, self)
        box.edited.connect(self.edited)
        box.removed.connect(lambda: self._remove(box))
        box.moved.connect(lambda by: self._move(box, by))
        self.boxes.append(box)
        self._column.insertWidget(len(self.boxes) - 1, box)
        if self._theme is not None:
            box.set_theme(self._theme)
        return box

    def _add(self) -> None:
        taken = {box.id.text() for box in self.boxes}
        number = next(n for n in range(1, MOST_STEPS + 2) if f"step_{n}" not in taken)
        box = self._new()
        box.show_step(
            StepForm(
                id=f"step_{number}",
                step=self.tr("Step {number}").format(number=number),
                title=self.tr("Step {number}").format(number=number),
                done='{ said = "words to listen for", by = "agent" }',
                wordings=(WordingForm(headline=self.tr("Say what to do")),),
            )
        )
        self._number()
        box.step.field.setFocus()
        box.step.field.selectAll()
        self.edited.emit()

    def _remove(self, box: StepBox) -> None:
        self._drop(box)
        self._number()
        self.edited.emit()

    def _move(self, box: StepBox, by: int) -> None:
        at = self.boxes.index(box)
        self.boxes.insert(at + by, self.boxes.pop(at))
        self._column.removeWidget(box)
        self._column.insertWidget(at + by, box)
        self._number()
        self.edited.emit()

    def _number(self) -> None:
        for number, box in enumerate(self.boxes, start=1):
            box.show_place(number, len(self.boxes))
        self.add.setEnabled(len(self.boxes) < MOST_STEPS)

    def _drop(self, box: StepBox) -> None:
        self.boxes.remove(box)
        self._column.removeWidget(box)
        box.hide()
        box.deleteLater()
