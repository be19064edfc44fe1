"""The style sheet of the rule editor's stock widgets, beside the sidebar's own."""

from PySide6.QtCore import QCoreApplication, QPointF
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QComboBox, QLabel, QWidget

from assist.ui.theme import Size, Theme, style_sheet

INKS = ("text", "muted", "red", "warm", "green")


def editor_sheet(theme: Theme) -> str:
    """Rules for labels by their property `ink`, fields, lists and boxes."""
    colours, radius = theme.palette, theme.space(6)
    text, small, meta = theme.px(Size.TEXT), theme.px(Size.SMALL), theme.px(Size.META)
    inks = {
        "text": colours.text,
        "muted": colours.muted,
        "red": colours.red.accent,
        "warm": colours.warm.accent,
        "green": colours.green.accent,
    }
    labels = "".join(f'QLabel[ink="{name}"] {{ color: {inks[name]}; }}' for name in INKS)
    field = f"""color: {colours.text}; background: {colours.field};
        border: 1px solid {colours.muted}; border-radius: {radius}px;
        selection-background-color: {colours.customer}; selection-color: {colours.window};"""
    return f"""
    {style_sheet(theme)}
    QWidget {{ font-family: "{theme.family}"; font-size: {text}px; }}
    #ruleEditor, #formPage, #versionPage {{ background: {colours.window}; }}
    QLabel {{ color: {colours.text}; background: transparent; }}
    {labels}
    QLabel[part="title"] {{ font-size: {theme.px(Size.NAME)}px; font-weight: 600; }}
    QLabel[part="heading"] {{ font-size: {small}px; font-weight: 600; }}
    QLabel[part="note"] {{ font-size: {small}px; }}
    QLabel[part="count"] {{ font-size: {meta}px; }}
    QPlainTextEdit, QSpinBox, QDoubleSpinBox, QComboBox, QListView {{ {field} }}
    QPlainTextEdit:focus, QSpinBox:focus, QDoubleSpinBox:focus, QComboBox:focus,
    QListView:focus {{ border: 2px solid {colours.customer}; }}
    QPlainTextEdit {{ padding: {theme.space(3)}px; }}
    QPlainTextEdit[kind="code"] {{ font-family: "DejaVu Sans Mono", "Consolas", "Menlo", monospace;
        font-size: {small}px; }}
    QPlainTextEdit[wrong="true"], QLineEdit[wrong="true"] {{
        border: 2px solid {colours.red.accent}; }}
    QSpinBox, QDoubleSpinBox, QComboBox {{ padding: {theme.space(3)}px {theme.space(6)}px;
        min-height: {theme.space(18)}px; }}
    QAbstractSpinBox QLineEdit {{ border: none; padding: 0;
        background: transparent; }}
    QSpinBox::up-button, QDoubleSpinBox::up-button, QSpinBox::down-button,
    QDoubleSpinBox::down-button {{ border: none; width: 0; }}
    QComboBox::drop-down {{ border: none; width: {theme.space(18)}px; }}
    QComboBox:disabled, QSpinBox:disabled, QDoubleSpinBox:disabled, QPlainTextEdit:disabled,
    QLineEdit:disabled, QLineEdit:read-only {{ color: {colours.muted};
        background: {colours.window}; }}
    QPushButton[kind="primary"]:disabled {{ color: {colours.muted};
        background: {colours.window}; border-color: {colours.line}; }}
    QComboBox QAbstractItemView {{ color: {colours.text}; background: {colours.field};
        selection-background-color: {colours.customer}; selection-color: {colours.window}; }}
    QMenu {{ color: {colours.text}; background: {colours.field};
        border: 1px solid {colours.line}; }}
    QMenu::item {{ padding: {theme.space(3)}px {theme.space(16)}px {theme.space(3)}px
        {theme.space(24)}px; }}
    QMenu::item:selected {{ background: {colours.track}; }}
    QMenu::indicator {{ width: {theme.space(12)}px; height: {theme.space(12)}px;
        left: {theme.space(6)}px; border: 1px solid {colours.muted};
        border-radius: {theme.space(3)}px; background: {colours.field}; }}
    QMenu::indicator:checked {{ background: {colours.agent}; border-color: {colours.agent}; }}
    QListView {{ outline: 0; }}
    QListWidget::item {{ padding: {theme.space(6)}px {theme.space(4)}px;
        border-bottom: 1px solid {colours.line}; }}
    QListWidget::item:selected {{ background: {colours.track}; color: {colours.text}; }}
    QCheckBox {{ color: {colours.text}; spacing: {theme.space(6)}px; }}
    QCheckBox:focus {{ color: {colours.customer}; }}
    QCheckBox::indicator {{ width: {theme.space(12)}px; height: {theme.space(12)}px;
        border: 1px solid {colours.muted}; border-radius: {theme.space(3)}px;
        background: {colours.field}; }}
    QCheckBox::indicator:checked {{ background: {colours.agent}; border-color: {colours.agent}; }}
    QFrame[part="box"] {{ border: 1px solid {colours.line}; border-radius: {radius}px;
        background: {colours.field}; }}
    QScrollArea {{ border: none; background: transparent; }}
    QSplitter::handle {{ background: {colours.line}; }}
    QToolTip {{ font-size: {small}px; }}
    """


class Choice(QComboBox):
    """A combo box with an arrow in the theme's own colour, which a style sheet cannot draw."""

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        size = self.fontMetrics().height() / 4
        right, middle = self.width() - 3 * size, self.height() / 2
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self.palette().color(QPalette.ColorRole.ButtonText), 1.5))
        painter.drawPolyline(
            [
                QPointF(right - size, middle - size / 2),
                QPointF(right, middle + size / 2),
                QPointF(right + size, middle - size / 2),
            ]
        )
        painter.end()


def label(text: str, parent: QWidget, *, part: str = "", ink: str = "text") -> QLabel:
    """A plain label that wraps; `part` is "title", "heading", "note" or "count"."""
    made = QLabel(text, parent)
    made.setWordWrap(part not in {"count", "heading"})
    made.setProperty("part", part)
    made.setProperty("ink", ink)
    return made


def restyle(widget: QWidget, name: str, value: object) -> None:
    """Set a property that the style sheet looks at, and have it looked at again."""
    if widget.property(name) != value:
        widget.setProperty(name, value)
        widget.style().unpolish(widget)
        widget.style().polish(widget)


def layer_words(layer: str) -> str:
    """A layer as people call it."""
    words = {
        "base": QCoreApplication.translate("RuleEditor", "the playbook as shipped"),
        "company": QCoreApplication.translate("RuleEditor", "your company"),
        "team": QCoreApplication.translate("RuleEditor", "your team"),
        "agent": QCoreApplication.translate("RuleEditor", "yourself"),
    }
    return words.get(layer, layer)


def urgency_words(urgency: str) -> str:
    """An urgency's short name."""
    words = {
        "praise": QCoreApplication.translate("RuleEditor", "praise"),
        "hint": QCoreApplication.translate("RuleEditor", "hint"),
        "nudge": QCoreApplication.translate("RuleEditor", "nudge"),
        "urgent": QCoreApplication.translate("RuleEditor", "urgent"),
    }
    return words.get(urgency, urgency)
