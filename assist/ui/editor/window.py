"""The rule editor's window: list, form and test box over one `RuleDesk`.

What is typed goes into the draft by itself as soon as it is right; publishing puts the draft in
force. Checks and tries run on a thread of their own.
"""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from assist.core.errors import AssistError
from assist.core.interfaces import RuleDesk
from assist.core.rules import AnyForm, Complaint, RuleRow, Severity, Tried
from assist.ui.editor.pages import FormPages
from assist.ui.editor.rulelist import RuleList
from assist.ui.editor.style import editor_sheet, label, layer_words, restyle
from assist.ui.editor.testbox import TestBox
from assist.ui.editor.versions import VersionPage
from assist.ui.editor.worker import Worker, typing_timer
from assist.ui.sentences import said
from assist.ui.theme import Theme, qt_palette

_FORM = "form"
_CHECK, _TRY, _ALL = "check", "try", "all"
MakeTimer = Callable[[QObject], QTimer]


class RuleEditorWindow(QWidget):
    """Edits the rules of one layer. Emits `closed`; `published` with the new version's number."""

    closed = Signal()
    published = Signal(int)

    def __init__(
        self, theme: Theme, desk: RuleDesk, *, make_timer: MakeTimer = typing_timer
    ) -> None:
        super().__init__(None, Qt.WindowType.Window)
        self.setObjectName("ruleEditor")
        self.setWindowTitle(
            self.tr("Rules, as changed for {whom}").format(whom=layer_words(desk.layer))
        )
        self._desk = desk
        self._theme = theme
        self._is_new, self._new_kind = False, "rule"
        self._pending: dict[str, AnyForm] = {}
        self._chosen = ""
        self._is_sure = False
        self.worker = Worker(self)
        self.list = RuleList(self)
        self.forms = FormPages(desk, self)
        self.page = self.forms.rule
        self.versions = VersionPage(self)
        self.pages = QStackedWidget(self)
        self.pages.addWidget(self.forms)
        self.pages.addWidget(self.versions)
        self.test = TestBox(self)
        self._check_timer = make_timer(self)
        self._try_timer = make_timer(self)
        self._build()
        self._wire()
        self.set_theme(theme)
        self.refresh()
        rows = desk.rules()
        if rows:
            self.list.choose(rows[0].id)

    def _build(self) -> None:
        self.status = label("", self, part="note", ink="muted")
        self.undo = QPushButton(self.tr("Undo"), self)
        self.redo = QPushButton(self.tr("Redo"), self)
        self.history = QPushButton(self.tr("History"), self)
        self.check_all = QPushButton(self.tr("Check all"), self)
        self.discard = QPushButton(self.tr("Discard draft"), self)
        self.publish = QPushButton(self.tr("Publish"), self)
        self.publish.setProperty("kind", "primary")
        self.publish.setAccessibleDescription(self.tr("In force from the next call on"))
        for button, keys in (
            (self.undo, "Ctrl+Alt+Z"),
            (self.redo, "Ctrl+Alt+Y"),
            (self.history, "Ctrl+H"),
            (self.check_all, "F7"),
            (self.publish, "Ctrl+Return"),
        ):
            button.setToolTip(keys)
        self.splitter = QSplitter(Qt.Orientation.Horizontal, self)
        for part in (self.list, self.pages, self.test):
            self.splitter.addWidget(part)
        self.splitter.setStretchFactor(1, 1)
        self.splitter.setChildrenCollapsible(False)
        self._bar = QHBoxLayout()
        self._bar.addWidget(self.status, 1)
        for button in (self.undo, self.redo, self.history, self.check_all, self.discard):
            button.setProperty("kind", "wide")
            self._bar.addWidget(button)
        self._bar.addWidget(self.publish)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.splitter, 1)
        column.addLayout(self._bar)

    def _wire(self) -> None:
        self.list.rule_chosen.connect(self.open_rule)
        self.list.new_asked.connect(self.new_rule)
        self.list.model.switch_asked.connect(self._switch)
        self.forms.edited.connect(self._edited)
        self.forms.reset_asked.connect(lambda: self._do(lambda: self._desk.reset(self._chosen)))
        self.test.edited.connect(self._try_timer.start)
        self._check_timer.timeout.connect(self._check)
        self._try_timer.timeout.connect(self._try)
        self.undo.clicked.connect(lambda: self._do(self._desk.undo))
        self.redo.clicked.connect(lambda: self._do(self._desk.redo))
        self.history.clicked.connect(self._show_history)
        self.check_all.clicked.connect(self._check_everything)
        self.discard.clicked.connect(self._discard)
        self.publish.clicked.connect(self._publish)
        self.versions.closed.connect(lambda: self.pages.setCurrentWidget(self.forms))
        self.versions.restore_asked.connect(self._restore)
        keys: tuple[tuple[str, Callable[[], object]], ...] = (
            ("Ctrl+N", self.new_rule),
            ("Ctrl+F", self.list.filter.setFocus),
            ("Ctrl+L", self.list.view.setFocus),
            ("Ctrl+T", self.test.text.setFocus),
            ("Ctrl+Alt+Z", self.undo.click),
            ("Ctrl+Alt+Y", self.redo.click),
            ("Ctrl+H", self.history.click),
            ("F7", self.check_all.click),
            ("Ctrl+Return", self.publish.click),
        )
        for sequence, action in keys:
            QShortcut(QKeySequence(sequence), self).activated.connect(action)

    # --- choosing --------------------------------------------------------------------------------

    def open_rule(self, rule: str) -> None:
        """Show a rule; what was typed in the one before and is not right yet is kept."""
        if rule == self._chosen:
            return
        self._settle()
        self._chosen, self._is_new = rule, False
        self.pages.setCurrentWidget(self.forms)
        self._show_chosen()

    def new_rule(self, kind: str = "rule") -> None:
        """Begin a rule of one's own, a "required" sentence, or a "sequence"."""
        self._settle()
        form = self._desk.new_form(kind)
        self._new_kind = kind
        self._chosen, self._is_new = form.id, True
        self.list.choose_none()
        self.pages.setCurrentWidget(self.forms)
        self.forms.show_form(form, None, is_new=True)
        self.forms.page.title.field.setFocus()
        self.forms.page.title.field.selectAll()
        self._check()
        self._try()

    def _show_chosen(self) -> None:
        row = self._row(self._chosen)
        if row is None:
            return
        form = self._pending.get(self._chosen) or self._desk.form(self._chosen)
        self.forms.show_form(form, row)
        self._check()
        self._try()

    def _row(self, rule: str) -> RuleRow | None:
        return next((row for row in self._desk.rules() if row.id == rule), None)

    def _settle(self) -> None:
        """Take what is being typed before something else is done."""
        if self._check_timer.isActive():
            self._check_timer.stop()
            self._take(self.forms.form())

    # --- typing ----------------------------------------------------------------------------------

    def _edited(self) -> None:
        self._is_sure = False
        form = self.forms.form()
        self.forms.page.heading.setText(form.title or form.id)
        self._check_timer.start()
        self._try_timer.start()

    def _check(self) -> None:
        if self._chosen:
            form = self.forms.form()
            self.worker.ask(
                _CHECK,
                lambda: self._desk.check(form),
                lambda complaints: self._checked(form, complaints),
            )

    def _checked(self, form: AnyForm, complaints: tuple[Complaint, ...]) -> None:
        self.forms.show_complaints(complaints)
        if any(complaint.kind == _FORM for complaint in complaints):
            self._pending[form.id] = form
            self._say(self.tr("Not kept yet: correct what is marked red."), "red")
            self._show_buttons()
        elif not self._is_new or form != self._desk.new_form(self._new_kind):
            self._take(form)

    def _take(self, form: AnyForm) -> None:
        """Keep a form in the draft; one that cannot be kept waits as typed."""
        try:
            has_changed = self._desk.put(form)
        except AssistError as error:
            self._pending[form.id] = form
            self._say(str(error), "red")
            return
        self._pending.pop(form.id, None)
        if has_changed:
            self._chosen, self._is_new = form.id, False
            self.refresh()
            self.list.choose(form.id)
            # Not the whole form: that would take the cursor from whoever is typing.
            self.forms.page.show_origin(self._row(form.id))
            self.forms.page.id.setReadOnly(True)
        else:
            self._show_status()

    def _try(self) -> None:
        lines = self.test.lines()
        form = self.forms.form() if self._chosen else None
        if not any(text for _, text in lines):
            self.worker.forget(_TRY)
            self.test.show_tried(Tried())
            return
        self.worker.ask(_TRY, lambda: self._desk.try_lines(lines, form), self.test.show_tried)

    # --- the draft -------------------------------------------------------------------------------

    def _switch(self, rule: str, is_on: bool) -> None:
        self._do(lambda: self._desk.switch(rule, is_on=is_on))

    def _do(self, action: Callable[[], object]) -> None:
        """Change the draft as a whole and show what it says now."""
        self._settle()
        self._is_sure = False
        try:
            action()
        except AssistError as error:
            self._say(str(error), "red")
            return
        self._pending.clear()
        self.refresh()
        if self._row(self._chosen) is None:
            rows = self._desk.rules()
            self._chosen = rows[0].id if rows else ""
            self.list.choose(self._chosen)
        self._show_chosen()

    def _discard(self) -> None:
        if not self._is_sure:
            self._is_sure = True
            self._say(self.tr("All changes since the last publishing go; press again."), "warm")
            self.discard.setText(self.tr("Really discard"))
            return
        self._do(self._desk.discard)

    def _publish(self) -> None:
        self._settle()
        if self._pending:
            names = ", ".join(sorted(self._pending))
            self._say(self.tr("First correct or undo: {rules}.").format(rules=names), "red")
            return
        self.publish.setEnabled(False)
        self.worker.ask(_ALL, self._desk.check_all, self._publish_checked)

    def _publish_checked(self, complaints: tuple[Complaint, ...]) -> None:
        errors = [each for each in complaints if each.severity is Severity.ERROR]
        if errors:
            first = errors[0]
            self.list.choose(first.rule)
            self._show_buttons()
            self._say(
                self.tr("Not published: rule '{rule}' does not work. {text}").format(
                    rule=first.rule, text=first.text
                ),
                "red",
            )
            return
        try:
            number = self._desk.publish("")
        except AssistError as error:
            self._show_buttons()
            self._say(str(error), "red")
            return
        self.refresh()
        self._say(
            self.tr("Published as version {number}; in force from the next call on.").format(
                number=number
            ),
            "green",
        )
        self.published.emit(number)

    def _check_everything(self) -> None:
        self._settle()
        self._say(self.tr("Checking…"), "muted")
        self.worker.ask(_ALL, self._desk.check_all, self._all_checked)

    def _all_checked(self, complaints: tuple[Complaint, ...]) -> None:
        if not complaints:
            self._say(self.tr("Nothing doubtful in any rule."), "green")
            return
        first = complaints[0]
        rules = {complaint.rule for complaint in complaints}
        self._say(
            self.tr("%n thing(s) to look at, ", "", len(complaints))
            + self.tr("in: {rules}").format(rules=", ".join(sorted(rules))),
            "warm",
        )
        self.list.choose(first.rule)

    # --- history ---------------------------------------------------------------------------------

    def _show_history(self) -> None:
        try:
            self.versions.show_versions(self._desk.history(), self._desk.file)
        except AssistError as error:
            self._say(str(error), "red")
            return
        self.pages.setCurrentWidget(self.versions)
        self.versions.list.setFocus()

    def _restore(self, number: int) -> None:
        self.pages.setCurrentWidget(self.forms)
        self._do(lambda: self._desk.restore(number))
        self._say(
            self.tr("The draft is version {number} again; publish it to use it.").format(
                number=number
            ),
            "warm",
        )

    # --- showing ---------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Show what the draft says now."""
        self.list.model.set_rows(self._desk.rules())
        self._show_status()

    def _show_status(self) -> None:
        self._show_buttons()
        if self._desk.notes:
            self._say(self._desk.notes[0], "warm")
        elif self._desk.has_draft:
            self._say(self.tr("Draft kept. Calls go on with what was published last."), "muted")
        else:
            self._say(self.tr("Nothing changed. What you see is in force."), "muted")

    def _show_buttons(self) -> None:
        self.undo.setEnabled(self._desk.can_undo)
        self.redo.setEnabled(self._desk.can_redo)
        self.discard.setEnabled(self._desk.has_draft)
        self.discard.setText(self.tr("Discard draft"))
        self.publish.setEnabled(self._desk.has_draft)

    def _say(self, text: str, ink: str) -> None:
        self.status.setText(said(text))
        restyle(self.status, "ink", ink)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.setPalette(qt_palette(theme.palette))
        self.setStyleSheet(editor_sheet(theme))
        for part in (self.list, self.forms, self.versions, self.test):
            part.set_theme(theme)
        gap = theme.space(12)
        self._bar.setContentsMargins(gap, theme.space(8), gap, gap)
        self._bar.setSpacing(theme.space(8))
        sides = theme.space(240), theme.space(300)
        self.setMinimumSize(theme.space(820), theme.space(480))
        self.resize(theme.space(1120), theme.space(740))
        self.splitter.setSizes([sides[0], theme.space(1120) - sum(sides), sides[1]])

    def closeEvent(self, event: QCloseEvent) -> None:
        self._settle()
        self._check_timer.stop()
        self._try_timer.stop()
        self.worker.stop()
        super().closeEvent(event)
        self.closed.emit()
