"""A text size that changes while the window is open changes the rows of its lists with it."""

from assist.ui.theme import make_theme
from tests.ui.review.conftest import Review


def test_rows_grow_with_the_text(review: Review) -> None:
    shown = review.window.list

    def height() -> int:
        return shown.visualRect(review.window.calls.index(0)).height()

    before = height()
    review.window.set_theme(make_theme("light", 1.5))
    review.qtbot.waitUntil(lambda: height() >= round(1.4 * before), timeout=20_000)
