"""Opens the review window: beside the sidebar, or by itself (`assist review`)."""

import os
from collections.abc import Callable

from assist.ui.review.window import ReviewWindow
from assist.ui.review.worker import OpenDesk
from assist.ui.startup import application, interrupts, prepare_platform
from assist.ui.theme import Theme, make_theme


def open_review(open_desk: OpenDesk, theme: Theme) -> ReviewWindow:
    """A window that whoever asked for it shows, and keeps until its `closed`."""
    return ReviewWindow(theme, open_desk)


def run_review(
    open_desk: OpenDesk,
    *,
    theme: str = "system",
    scale: float = 1.0,
    on_shown: Callable[[ReviewWindow], None] | None = None,
) -> int:
    """Show the window until it is closed; returns the exit status. Raises DesktopError."""
    prepare_platform(os.environ)
    app = application()
    with interrupts() as obey:
        window = open_review(open_desk, make_theme(theme, scale))
        window.closed.connect(lambda: app.exit(0))
        window.show()
        if on_shown is not None:
            on_shown(window)

        def close() -> None:
            window.close()

        obey(close)
        status = app.exec()
    window.deleteLater()
    return status
