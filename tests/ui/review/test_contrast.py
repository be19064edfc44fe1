"""The review window can be read in light and dark, measured from the pixels drawn."""

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from tests.helpers.pixels import texts, unreadable
from tests.helpers.reviewing import open_desk
from tests.ui.review.conftest import OpenReview

TEXT = 4.5


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_every_text_of_the_review_window_can_be_read(
    open_review: OpenReview, home: Path, theme: str
) -> None:
    review = open_review(lambda: open_desk(home), theme=theme)
    QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
    assert len(texts(review.window)) > 20
    assert not unreadable(review.window, TEXT)
