"""Colours, type sizes and motion of the window, light and dark."""

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QStyle

from assist.core.events import Urgency
from assist.core.words import Party
from assist.ui.native.motion import wants_less_motion

_FAMILY = "Inter"
_FALLBACKS = ("Noto Sans", "DejaVu Sans", "Liberation Sans")
_ALIASES = ("Sans Serif", "Sans")
_BASE_TEXT_PX = 13
MOTION_MS = 120
"""Length of the one motion there is (a card coming or going); design asks for under 150 ms."""


class Size(StrEnum):
    """The type sizes in use; `Theme.px` gives their pixels."""

    META = "meta"
    SMALL = "small"
    TEXT = "text"
    CLOCK = "clock"
    NAME = "name"
    HEADLINE = "headline"


_PIXELS = {
    Size.META: 11,
    Size.SMALL: 12,
    Size.TEXT: _BASE_TEXT_PX,
    Size.CLOCK: 15,
    Size.NAME: 16,
    Size.HEADLINE: 18,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Tint:
    """A card's colours: its ground, its own colour, and the prompt's texts (7:1 on the ground)."""

    ground: str
    accent: str
    title: str
    quote: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Palette:
    """Colours as "#RRGGBB". Every text colour reaches 4.5:1 on every ground it is used on."""

    window: str
    field: str
    line: str
    track: str
    text: str
    muted: str
    prompt: str
    agent: str
    customer: str
    red: Tint
    warm: Tint
    green: Tint

    def party(self, party: Party) -> str:
        return self.agent if party is Party.AGENT else self.customer

    def tint(self, urgency: Urgency) -> Tint:
        if urgency is Urgency.URGENT:
            return self.red
        return self.green if urgency is Urgency.PRAISE else self.warm


LIGHT = Palette(
    window="#F6F7F8",
    field="#FFFFFF",
    line="#DFE4E8",
    track="#DCD9DC",
    text="#16202A",
    muted="#566472",
    prompt="#16202A",
    agent="#0B6E69",
    customer="#4A4FB0",
    red=Tint(ground="#FDECEB", accent="#B3261E", title="#931B14", quote="#43505D"),
    warm=Tint(ground="#FFF6E5", accent="#9A5B00", title="#734300", quote="#43505D"),
    green=Tint(ground="#E7F5EC", accent="#1B6E3C", title="#14582F", quote="#43505D"),
)
DARK = Palette(
    window="#12171C",
    field="#1B2229",
    line="#2B343D",
    track="#3A444E",
    text="#E8EDF1",
    muted="#9AA8B5",
    prompt="#F2F5F7",
    agent="#4CC2B8",
    customer="#A6ABFF",
    red=Tint(ground="#321A1A", accent="#FF8A80", title="#FF958C", quote="#B4C0CB"),
    warm=Tint(ground="#2C2415", accent="#F2B85C", title="#F2B85C", quote="#B4C0CB"),
    green=Tint(ground="#14281C", accent="#7BD29A", title="#7BD29A", quote="#B4C0CB"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """A palette with the fonts and the motion that go with it."""

    palette: Palette
    family: str
    scale: float = 1.0
    motion_ms: int = MOTION_MS

    @property
    def is_dark(self) -> bool:
        return luminance(self.palette.window) < 0.5

    def px(self, size: Size) -> int:
        return round(_PIXELS[size] * self.scale)

    def space(self, pixels: int) -> int:
        """A distance drawn at 100 %, scaled with the text."""
        return round(pixels * self.scale)

    def font(self, size: Size, *, is_bold: bool = False, is_italic: bool = False) -> QFont:
        font = QFont([self.family, *_FALLBACKS])
        font.setStyleHint(QFont.StyleHint.SansSerif)
        font.setPixelSize(self.px(size))
        if is_bold:
            # Few fonts besides Inter have a semi-bold; asked for it they give their regular.
            is_heavy = size is Size.HEADLINE or self.family != _FAMILY
            font.setWeight(QFont.Weight.Bold if is_heavy else QFont.Weight.DemiBold)
        font.setItalic(is_italic)
        return font


def make_theme(choice: str, scale: float = 1.0, *, motion: str = "system") -> Theme:
    """The theme for "system", "light" or "dark"; `motion` is "system" (what it says) or "none"."""
    if choice == "system":
        scheme = QGuiApplication.styleHints().colorScheme()
        is_dark = scheme is Qt.ColorScheme.Dark
    else:
        is_dark = choice == "dark"
    return Theme(
        palette=DARK if is_dark else LIGHT,
        family=_family(),
        scale=scale,
        motion_ms=0 if motion == "none" or wants_no_motion() else MOTION_MS,
    )


def wants_no_motion() -> bool:
    """Whether the system asks for no animations: told by the style, or by the system itself."""
    style = QApplication.style()
    is_still = style.styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration) == 0
    return is_still or wants_less_motion()


def _family() -> str:
    """Inter where it is installed, else the system's own interface font."""
    system = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).family()
    installed = set(QFontDatabase.families())
    # The system's answer may be a mere alias, which a bare machine resolves to a font with serifs.
    wanted = (_FAMILY, *(() if system in _ALIASES else (system,)), *_FALLBACKS)
    return next((family for family in wanted if family in installed), system)


def qt_palette(palette: Palette) -> QPalette:
    """The same colours for the few stock widgets (menus, tool tips, text fields)."""
    roles = {
        QPalette.ColorRole.Window: palette.window,
        QPalette.ColorRole.WindowText: palette.text,
        QPalette.ColorRole.Base: palette.field,
        QPalette.ColorRole.AlternateBase: palette.window,
        QPalette.ColorRole.Text: palette.text,
        QPalette.ColorRole.PlaceholderText: palette.muted,
        QPalette.ColorRole.Button: palette.field,
        QPalette.ColorRole.ButtonText: palette.text,
        QPalette.ColorRole.ToolTipBase: palette.field,
        QPalette.ColorRole.ToolTipText: palette.text,
        QPalette.ColorRole.Highlight: palette.customer,
        QPalette.ColorRole.HighlightedText: palette.window,
    }
    made = QPalette()
    for role, colour in roles.items():
        made.setColor(role, QColor(colour))
    return made


def style_sheet(theme: Theme) -> str:
    """The rules for buttons and fields; everything else is laid out and painted by its widget."""
    colours = theme.palette
    small, radius = theme.px(Size.SMALL), theme.space(6)
    return f"""
    QLineEdit, QPlainTextEdit, QTextEdit {{ placeholder-text-color: {colours.muted}; }}
    QToolTip {{ color: {colours.text}; background: {colours.field};
        border: 1px solid {colours.line}; padding: 4px; }}
    QPushButton {{ color: {colours.text}; background: {colours.field};
        border: 1px solid {colours.line}; border-radius: {radius}px;
        padding: {theme.space(2)}px {theme.space(8)}px;
        font-family: "{theme.family}"; font-size: {small}px; }}
    QPushButton:hover {{ border-color: {colours.muted}; }}
    QPushButton:pressed {{ background: {colours.line}; }}
    QPushButton:focus {{ border: 2px solid {colours.customer};
        padding: {theme.space(1)}px {theme.space(7)}px; }}
    QPushButton:disabled {{ color: {colours.muted}; background: {colours.window}; }}
    QPushButton:checked {{ border: 2px solid {colours.agent};
        padding: {theme.space(1)}px {theme.space(7)}px; font-weight: 600; }}
    QPushButton[kind="primary"] {{ color: {colours.window}; background: {colours.agent};
        border-color: {colours.agent}; font-weight: 600;
        padding: {theme.space(6)}px {theme.space(12)}px; }}
    QPushButton[kind="primary"]:focus {{ border-color: {colours.text}; }}
    QPushButton[kind="wide"] {{ padding: {theme.space(6)}px {theme.space(12)}px; }}
    QPushButton[kind="flat"] {{ background: transparent; border-color: transparent;
        color: {colours.muted}; padding: {theme.space(1)}px {theme.space(4)}px; }}
    QPushButton[kind="flat"]:hover {{ color: {colours.text}; border-color: {colours.line}; }}
    QPushButton[kind="flat"]:focus {{ border: 2px solid {colours.customer}; padding: 0px; }}
    QPushButton[kind="arrow"] {{ background: transparent; border-color: transparent;
        color: {colours.muted}; padding: 0px; font-size: {theme.px(Size.HEADLINE)}px; }}
    QPushButton[kind="arrow"]:focus {{ border: 2px solid {colours.customer}; }}
    QPushButton[kind="entry"] {{ background: transparent; border-color: transparent;
        text-align: left; padding: {theme.space(7)}px {theme.space(8)}px;
        font-size: {theme.px(Size.TEXT)}px; }}
    QPushButton[kind="entry"]:hover {{ background: {colours.field};
        border-color: {colours.line}; }}
    QPushButton[kind="entry"]:focus {{ border: 2px solid {colours.customer};
        padding: {theme.space(6)}px {theme.space(7)}px; }}
    QPlainTextEdit {{ color: {colours.text}; background: {colours.field};
        border: 1px solid {colours.muted}; border-radius: {radius}px;
        font-family: "{theme.family}"; font-size: {theme.px(Size.TEXT)}px;
        selection-background-color: {colours.customer};
        selection-color: {colours.window}; }}
    QPlainTextEdit:focus {{ border: 2px solid {colours.customer}; }}
    QLineEdit {{ color: {colours.text}; background: {colours.field};
        border: 1px solid {colours.muted}; border-radius: {radius}px;
        padding: {theme.space(3)}px {theme.space(6)}px;
        selection-background-color: {colours.customer};
        selection-color: {colours.window}; }}
    QLineEdit:focus {{ border: 2px solid {colours.customer};
        padding: {theme.space(2)}px {theme.space(5)}px; }}
    #wrapUpHolder {{ background: transparent; }}
    QScrollBar:vertical {{ background: transparent; width: {theme.space(8)}px; margin: 0; }}
    QScrollBar::handle:vertical {{ background: {colours.muted};
        border-radius: {theme.space(2)}px; min-height: {theme.space(24)}px;
        margin-left: {theme.space(5)}px; }}
    QScrollBar::handle:vertical:disabled {{ background: transparent; }}
    QScrollBar::add-line, QScrollBar::sub-line {{ height: 0; }}
    QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
    """


def luminance(colour: str) -> float:
    """Relative luminance of "#RRGGBB" as WCAG 2.2 defines it, 0..1."""
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """Contrast ratio of two colours as WCAG 2.2 defines it, 1..21."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)
