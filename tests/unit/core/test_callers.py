"""Names from titles and from what was copied; what is no name is not taken for one."""

import pytest

from assist.core.callers import name_in_text, name_in_titles

PATTERN = r"^Call with (?P<name>.+?) \("


def test_a_title_gives_its_name_by_the_users_pattern() -> None:
    titles = ("Inbox - Mail", "Call with Dana Ortega (5550142)", "Call with Other (1)")
    assert name_in_titles(titles, PATTERN) == "Dana Ortega"


@pytest.mark.parametrize(
    ("titles", "pattern"),
    [
        (("Call with Dana (1)",), ""),
        (("Softphone",), PATTERN),
        (("Call with 5550142 (line 1)",), PATTERN),
        (("Call with x",), r"(?P<name>y)?Call"),
        ((), PATTERN),
    ],
)
def test_without_a_name_in_a_title_there_is_none(titles: tuple[str, ...], pattern: str) -> None:
    assert name_in_titles(titles, pattern) == ""


@pytest.mark.parametrize(
    "text",
    [
        "Dana Ortega",
        "  Dr. Anne-Marie O'Neil \n",
        "Ortega, Dana",
        "Jürgen Groß",
        "María José Pérez",
    ],
)
def test_a_copied_name_is_one(text: str) -> None:
    assert name_in_text(text) == " ".join(text.split())


@pytest.mark.parametrize(
    "text",
    [
        "",
        "+49 30 1234567",
        "dana@example.org",
        "https://crm/1",
        "Dana\nOrtega",
        "Order 66",
        "This is a whole sentence that somebody copied",
        "x" * 81,
    ],
)
def test_what_is_no_name_is_not_taken_for_one(text: str) -> None:
    assert name_in_text(text) == ""
