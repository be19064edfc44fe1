"""Opens the practice window."""

from assist.core.interfaces import PracticeDesk
from assist.ui.practice.window import PracticeWindow
from assist.ui.theme import Theme


def open_practice(desk: PracticeDesk, theme: Theme) -> PracticeWindow:
    """A practice window on the screen; whoever opened it keeps it until it emits `closed`."""
    window = PracticeWindow(theme, desk)
    window.show()
    window.raise_()
    window.activateWindow()
    return window
