"""A call's page as PDF."""

import re
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from assist.review.call_page import call_html
from assist.ui.review.printing import PICTURE, PrintFailed, _axis, write_pdf
from assist.ui.theme import LIGHT
from tests.unit.review.test_call_page import one_call


def test_a_pdf_has_pages_of_a4_with_the_axis_on_them(qapp: QApplication, tmp_path: Path) -> None:
    call, file = one_call(), tmp_path / "call.pdf"
    write_pdf(call_html(call, None, picture=PICTURE), call, None, file)
    content = file.read_bytes()
    assert content.startswith(b"%PDF-")
    assert len(re.findall(rb"/Type\s*/Page\b", content)) == 1
    (box,) = set(re.findall(rb"/MediaBox\s*\[([^\]]*)\]", content))
    width, height = (float(part) for part in box.split()[2:])
    assert (round(width), round(height)) == (595, 842)
    assert b"/Subtype /Image" in content


def test_the_axis_is_drawn_on_white_without_a_cursor(qapp: QApplication) -> None:
    picture = _axis(one_call(), None).toImage()
    assert picture.pixelColor(2, 2).name() == "#ffffff"
    column = {picture.pixelColor(20, y).name() for y in range(picture.height())}
    assert LIGHT.text.lower() not in column


def test_a_place_that_cannot_be_written_is_said(qapp: QApplication, tmp_path: Path) -> None:
    call = one_call()
    with pytest.raises(PrintFailed, match="choose another place"):
        write_pdf("<p>x</p>", call, None, tmp_path / "no" / "call.pdf")
