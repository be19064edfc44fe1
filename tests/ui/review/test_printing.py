"""A call's page as PDF."""

import re
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from assist.review.call_page import call_html
from assist.review.team_figures import count_figures
from assist.review.team_page import team_html
from assist.ui.review.printing import (
    PICTURE,
    PrintFailed,
    _axis,
    _bar,
    write_pdf,
    write_team_pdf,
)
from assist.ui.theme import LIGHT
from tests.helpers.reviewing import NOW, one_call
from tests.helpers.teamcalls import counted


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


def test_a_team_s_week_is_printed_across_with_a_bar_for_each_figure(
    qapp: QApplication, tmp_path: Path
) -> None:
    counts = [counted("Sarah", date(2026, 11, 16), 40, shown=40, heeded=12)]
    figures = count_figures(counts, since=NOW - timedelta(days=7), now=NOW)
    file = tmp_path / "week.pdf"
    write_team_pdf(team_html(figures, has_pictures=True), figures, file)
    content = file.read_bytes()
    assert len(re.findall(rb"/Type\s*/Page\b", content)) == 1
    (box,) = set(re.findall(rb"/MediaBox\s*\[([^\]]*)\]", content))
    width, height = (round(float(part)) for part in box.split()[2:])
    assert (width, height) == (842, 595)
    assert b"/Subtype /Image" in content


def test_a_bar_shows_the_share_on_its_interval(qapp: QApplication) -> None:
    counts = [counted("Sarah", date(2026, 11, 16), 40, shown=40, heeded=12)]
    figure = count_figures(counts, since=NOW, now=NOW).team.figure("prompts heeded")
    picture = _bar(figure)
    strong = LIGHT.agent.lower()

    def at(share: float) -> str:
        return picture.pixelColor(round(picture.width() * share), picture.height() // 2).name()

    assert at(0.29) == strong, "thirty per cent of the way"
    assert at(0.31) != strong
    above = [
        picture.pixelColor(round(picture.width() * share), 1).alpha() for share in (0.1, 0.4, 0.5)
    ]
    assert [alpha > 0 for alpha in above] == [False, True, False], "from 18 to 45 per cent"
