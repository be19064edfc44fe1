"""The style sheet of the review window's stock widgets, and labels in its sizes."""

from PySide6.QtWidgets import QLabel, QWidget

from assist.core.review import Severity
from assist.ui.theme import Size, Theme, Tint, style_sheet

_INKS = ("text", "muted", "red", "warm", "green", "agent", "customer")


def ink(theme: Theme, name: str) -> str:
    """A text colour by its name."""
    colours = theme.palette
    inks = {
        "text": colours.text,
        "muted": colours.muted,
        "red": colours.red.accent,
        "warm": colours.warm.accent,
        "green": colours.green.accent,
        "agent": colours.agent,
        "customer": colours.customer,
    }
    return inks[name]


def severity_tint(theme: Theme, severity: Severity) -> Tint:
    """Red for what cannot wait, warm for the rest."""
    return theme.palette.red if severity is Severity.NOW else theme.palette.warm


def review_sheet(theme: Theme) -> str:
    """Rules by property: labels' `ink` and `part`, buttons' `kind` (chip, tab, link, verdict)."""
    colours, space = theme.palette, theme.space
    text, small, meta = theme.px(Size.TEXT), theme.px(Size.SMALL), theme.px(Size.META)
    inks = "".join(f'QLabel[ink="{name}"] {{ color: {ink(theme, name)}; }}' for name in _INKS)
    field = f"""color: {colours.text}; background: {colours.window};
        border: 1px solid {colours.line}; border-radius: {space(6)}px;
        selection-background-color: {colours.customer}; selection-color: {colours.window};"""
    return f"""
    {style_sheet(theme)}
    QWidget {{ font-family: "{theme.family}"; font-size: {text}px; }}
    QLabel {{ color: {colours.text}; background: transparent; }}
    {inks}
    QLabel[part="title"] {{ font-size: {theme.px(Size.HEADLINE)}px; font-weight: 700; }}
    QLabel[part="big"] {{ font-size: {theme.px(Size.CLOCK)}px; font-weight: 600; }}
    QLabel[part="heading"] {{ font-weight: 600; font-size: {small}px; color: {colours.muted}; }}
    QLabel[part="strong"] {{ font-weight: 600; }}
    QLabel[part="small"] {{ font-size: {small}px; }}
    QLabel[part="meta"] {{ font-size: {meta}px; }}
    #review, #middle {{ background: {colours.window}; }}
    #topBar, #panel, #panelInside {{ background: {colours.field}; }}
    #topBar {{ border-bottom: 1px solid {colours.line}; }}
    #panelArea {{ background: {colours.field}; border: 0; border-left: 1px solid {colours.line}; }}
    #listSide {{ background: {colours.window}; border-right: 1px solid {colours.line}; }}
    #plotCard {{ background: {colours.field}; border: 1px solid {colours.line};
        border-radius: {space(8)}px; }}
    #plotCard:focus {{ border: 2px solid {colours.customer}; }}
    #trouble {{ background: {colours.red.ground}; color: {colours.red.title};
        border-radius: {space(6)}px; padding: {space(6)}px {space(10)}px; }}
    #saidView {{ background: {colours.field}; color: {colours.text};
        border: 1px solid {colours.line}; border-radius: {space(8)}px; padding: {space(6)}px; }}
    #saidView:focus {{ border: 2px solid {colours.customer}; padding: {space(5)}px; }}
    #factBox {{ background: {colours.window}; border: 1px solid {colours.line};
        border-radius: {space(8)}px; }}
    QListView {{ background: transparent; border: 0; outline: 0; }}
    QListView:focus {{ border: 0; }}
    QPushButton[kind="tab"] {{ background: transparent; border: 0; border-radius: 0;
        border-bottom: {space(2)}px solid transparent; color: {colours.muted};
        padding: {space(14)}px {space(2)}px {space(12)}px {space(2)}px; font-size: {text}px; }}
    QPushButton[kind="tab"]:hover {{ color: {colours.text}; }}
    QPushButton[kind="tab"]:checked {{ color: {colours.text}; font-weight: 600;
        border-bottom: {space(2)}px solid {colours.agent}; }}
    QPushButton[kind="tab"]:focus {{ border-bottom: {space(2)}px solid {colours.customer};
        color: {colours.customer}; }}
    QPushButton[kind="chip"] {{ border-radius: {space(10)}px; background: {colours.field};
        padding: {space(3)}px {space(10)}px; }}
    QPushButton[kind="chip"]:checked {{ background: {colours.text}; color: {colours.window};
        border: 1px solid {colours.text}; font-weight: 600;
        padding: {space(3)}px {space(10)}px; }}
    QPushButton[kind="chip"][isOn="true"] {{ background: {colours.track};
        border-color: {colours.muted}; font-weight: 600; }}
    QPushButton[kind="chip"]:focus {{ border: 2px solid {colours.customer};
        padding: {space(2)}px {space(9)}px; }}
    QPushButton[kind="chip"]::menu-indicator {{ width: 0; height: 0; image: none; }}
    QPushButton[kind="wide"]::menu-indicator {{ width: 0; height: 0; image: none; }}
    QPushButton[kind="link"] {{ background: transparent; border: 1px solid transparent;
        text-align: left; padding: {space(1)}px 0px; font-size: {text}px; }}
    QPushButton[kind="link"]:disabled {{ color: {colours.text}; background: transparent; }}
    QPushButton[kind="link"]:hover {{ border-color: {colours.line}; }}
    QPushButton[kind="link"]:focus {{ border: 1px solid {colours.customer};
        padding: {space(1)}px 0px; }}
    QPlainTextEdit, QSpinBox, QComboBox {{ {field} padding: {space(4)}px {space(6)}px; }}
    QPlainTextEdit:focus, QSpinBox:focus, QComboBox:focus {{
        border: 2px solid {colours.customer}; }}
    QMenu {{ color: {colours.text}; background: {colours.field};
        border: 1px solid {colours.line}; padding: {space(4)}px; }}
    QMenu::item {{ padding: {space(4)}px {space(20)}px; border-radius: {space(4)}px; }}
    QMenu::item:selected {{ background: {colours.customer}; color: {colours.window}; }}
    QMenu::item:disabled {{ color: {colours.muted}; }}
    QScrollArea {{ border: 0; background: transparent; }}
    QTableView {{ background: transparent; border: 0; outline: 0; color: {colours.text};
        selection-background-color: {colours.field}; selection-color: {colours.text}; }}
    QTableView::item {{ border: 0; border-bottom: 1px solid {colours.line};
        padding: 0 {space(4)}px; }}
    QTableView::item:selected {{ background: {colours.field}; color: {colours.text}; }}
    QTableView::item:focus {{ border-bottom: 2px solid {colours.customer}; }}
    QHeaderView {{ background: transparent; border: 0; }}
    QHeaderView::section {{ background: transparent; color: {colours.muted};
        border: 0; border-bottom: 1px solid {colours.line}; font-size: {small}px;
        padding: {space(3)}px {space(7)}px; }}
    QSplitter::handle {{ background: {colours.line}; }}
    """


def label(text: str, parent: QWidget, *, part: str = "", ink: str = "text") -> QLabel:
    """A plain label; `part` is "title", "big", "heading", "strong", "small" or "meta"."""
    made = QLabel(text, parent)
    made.setWordWrap(part in {"", "small"})
    made.setProperty("part", part)
    made.setProperty("ink", ink)
    return made


def restyle(widget: QWidget, name: str, value: object) -> None:
    """Set a property that the style sheet looks at, and have it looked at again."""
    if widget.property(name) != value:
        widget.setProperty(name, value)
        widget.style().unpolish(widget)
        widget.style().polish(widget)
