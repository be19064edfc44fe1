"""A call as a page: everything a reader needs, and nothing a browser would take for code."""

import re
from xml.etree import ElementTree

from assist.core.review import Comment, CommentKind, Waveform
from assist.review.call_page import axis_svg, call_html
from tests.helpers.reviewing import NOW, one_call


def remark(text: str, kind: CommentKind = CommentKind.COMMENT) -> Comment:
    return Comment(id="1", at=4_000, text=text, by="K. Lead", written_at=NOW, kind=kind)


def test_the_page_has_reason_scorecard_words_and_remarks() -> None:
    page = call_html(one_call((remark("Say it sooner."),)), None)
    assert "dead end standing</b> at 0:04" in page
    assert "K. Lead at 0:04: Say it sooner." in page
    assert "my line is dead" in page
    assert "unresolved" in page
    resolved = re.search(r"Resolved on this call</td><td[^>]*>(\w+)</td><td[^>]*>([^<]*)", page)
    assert resolved is not None
    assert resolved.groups() == ("no", "lead: yes"), "both values are told"


def test_words_are_never_taken_for_code() -> None:
    page = call_html(one_call((remark("<script>alert(1)</script>"),)), None)
    assert "<b>nothing</b>" not in page
    assert "&lt;b&gt;nothing&lt;/b&gt; more" in page
    assert "<script" not in page


def test_the_page_needs_nothing_from_elsewhere() -> None:
    page = call_html(one_call(), None)
    assert not re.search(r"""(src|href)\s*=|@import|url\(""", page)


def test_the_axis_is_a_drawing_with_the_silence_and_the_reason() -> None:
    drawn = ElementTree.fromstring(axis_svg(one_call(), None))
    titles = [title.text for title in drawn.iter("title")]
    assert "silence" in titles
    assert "dead end standing" in titles


def test_the_louder_the_higher() -> None:
    loud = bytes(250 if step < 600 else 10 for step in range(1_200))
    wave = Waveform(step_ms=50, agent=loud, customer=bytes(1_200))
    drawn = ElementTree.fromstring(axis_svg(one_call(), wave))
    bars = [bar for bar in drawn.iter("rect") if bar.get("class") == "fa"]
    heights = [float(bar.get("height", "0")) for bar in bars]
    assert min(heights[:70]) > 10
    assert max(heights[80:]) < 3
