"""The style sheet of the Settings window and the first run, on that of the rule editor."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from assist.ui.editor.style import editor_sheet
from assist.ui.theme import Theme

_SHARE = 0.9
"""Of the screen that a window takes at most when it opens."""


def open_size(window: QWidget, theme: Theme, width: int, height: int) -> QSize:
    """The size at 100 % scaled with the text, as far as the screen has room for it."""
    room = window.screen().availableSize() * _SHARE
    return QSize(theme.space(width), theme.space(height)).boundedTo(room)


def preferences_sheet(theme: Theme) -> str:
    """The rule editor's rules with what only these windows have."""
    colours, space = theme.palette, theme.space
    return f"""
    {editor_sheet(theme)}
    #preferences, #settingsPage, #firstRun {{ background: {colours.window}; }}
    QCheckBox:disabled, QRadioButton:disabled {{ color: {colours.muted}; }}
    QLineEdit:read-only {{ color: {colours.text}; background: {colours.field}; }}
    QSpinBox {{ min-width: {space(120)}px; }}
    QRadioButton {{ color: {colours.text}; spacing: {space(6)}px; background: transparent; }}
    QRadioButton:focus {{ color: {colours.customer}; }}
    QRadioButton::indicator {{ width: {space(12)}px; height: {space(12)}px;
        border: 1px solid {colours.muted}; border-radius: {space(6) + 1}px;
        background: {colours.field}; }}
    QRadioButton::indicator:checked {{ background: {colours.agent};
        border-color: {colours.agent}; }}
    QProgressBar {{ border: 1px solid {colours.line}; border-radius: {space(3)}px;
        background: {colours.field}; height: {space(8)}px; }}
    QProgressBar::chunk {{ background: {colours.agent}; }}
    QLabel[part="said"] {{ font-size: {space(16)}px; }}
    """
