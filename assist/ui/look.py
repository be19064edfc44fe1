"""How the sidebar is to look and where to stand, as the settings say."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from assist.ui.native.chords import DEFAULT_KEYS, Shortcut
from assist.ui.sidebar.docking import Place
from assist.ui.theme import Theme, make_theme


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """Plain values; `width` is at 100 % text size. `keys` are texts such as "Ctrl+Alt+P"."""

    theme: str = "system"
    text_percent: int = 100
    motion: str = "system"
    side: str = "right"
    width: int = 340
    screen: str = ""
    is_collapsed: bool = False
    reserves_edge: bool = False
    announces: bool = False
    has_tray: bool = True
    has_autostart: bool = False
    name_pattern: str = ""
    keys: Mapping[Shortcut, str] = field(default_factory=lambda: dict(DEFAULT_KEYS))

    @property
    def scale(self) -> float:
        return self.text_percent / 100

    def make_theme(self) -> Theme:
        return make_theme(self.theme, self.scale, motion=self.motion)

    def place(self) -> Place:
        """Where the sidebar stands, its width in pixels of its own scale."""
        return Place(
            side=self.side,
            width=round(self.width * self.scale),
            screen=self.screen,
            is_collapsed=self.is_collapsed,
        )
