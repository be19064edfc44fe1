"""callassist:// addresses are read strictly: whatever page can open one."""

import contextlib
import dataclasses
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assist.settings import Settings
from assist.softphone.errors import PhoneError
from assist.softphone.texts import LONGEST, presentable
from assist.softphone.url import ACTIONS, LONGEST_URL, parse_url


@pytest.mark.parametrize(
    ("url", "action", "fields"),
    [
        (
            "callassist://start?name=Dana%20Ortega&number=5550142",
            "started",
            {"name": "Dana Ortega", "number": "5550142"},
        ),
        ("callassist://start/?number=+4930123456", "started", {"number": "+4930123456"}),
        ("CallAssist:ringing?name=J%C3%BCrgen+K.", "ringing", {"name": "Jürgen K."}),
        ("callassist://end", "ended", {}),
        ("callassist://end?", "ended", {}),
        ("callassist://START?id=a%26b", "started", {"line": "a&b"}),
        ("callassist://end?ref=T-1%3D2", "ended", {"reference": "T-1=2"}),
        ("callassist://end?number=", "ended", {"number": ""}),
    ],
)
def test_what_an_address_says(url: str, action: str, fields: dict[str, str]) -> None:
    assert parse_url(url) == (action, fields)


@pytest.mark.parametrize(
    ("url", "sentence"),
    [
        ("https://start?name=x", "must begin with callassist://"),
        ("start", "must begin with callassist://"),
        ("", "must begin with callassist://"),
        ("callassist://", "asks for ''"),
        ("callassist://quit", "asks for 'quit'; known are ringing, start"),
        ("callassist://hold", "asks for 'hold'; known are ringing, start, end."),
        ("callassist://resume", "asks for 'resume'"),
        ("callassist://transfer?number=1", "asks for 'transfer'"),
        ("callassist://start/../end", "asks for 'start/../end'"),
        ("callassist://user@start", "asks for 'user@start'"),
        ("callassist://start:80", "asks for 'start:80'"),
        ("callassist://start?source=/etc/passwd", "gives 'source'; known are name, number"),
        ("callassist://start?name", "gives 'name'"),
        ("callassist://start?name=x&", "gives ''"),
        ("callassist://start?name=x&name=y", "gives 'name' twice"),
        ("callassist://start?name=a%0Ab", "The name holds control characters"),
        ("callassist://start?name=a%00", "The name holds control characters"),
        ("callassist://start?name=%E2%80%AEx", "The name holds control characters"),
        ("callassist://start?name=%FF", "The name in the address is not UTF-8."),
        (f"callassist://start?name={'x' * 121}", "The name has 121 characters; at most 120"),
        ("callassist://start?name=x#y", "holds a '#'"),
        (f"callassist://start?name={'x' * LONGEST_URL}", "longer than 2000"),
    ],
)
def test_what_is_not_known_is_refused_in_one_sentence(url: str, sentence: str) -> None:
    with pytest.raises(PhoneError) as refused:
        parse_url(url)
    assert sentence in str(refused.value)
    assert str(refused.value).endswith(".")
    assert "\n" not in str(refused.value)


@given(st.text(max_size=60))
def test_any_text_is_read_or_refused(text: str) -> None:
    for url in (text, f"callassist://{text}", f"callassist://start?{text}"):
        with contextlib.suppress(PhoneError):
            action, fields = parse_url(url)
            assert action in ACTIONS.values()
            assert all(len(value) <= LONGEST["line"] for value in fields.values())


def test_what_the_documentation_tells_people_to_write_is_read() -> None:
    text = (Path(__file__).parents[3] / "docs" / "softphones.md").read_text(encoding="utf-8")
    addresses = re.findall(r"callassist://[\w?=&%.+-]+", text)
    assert {parse_url(address)[0] for address in addresses} == {"started", "ended"}
    known = {field.name for field in dataclasses.fields(Settings)}
    told = set(re.findall(r"^    ([a-z_]+) = ", text, re.MULTILINE))
    phones = {"baresip", "softphone_programs", "action_url_port", "action_url_secret"}
    assert told == {*phones, "name_pattern"}
    assert told <= known


@given(st.text())
def test_what_a_phone_sends_can_be_shown(text: str) -> None:
    shown = presentable("name", text)
    assert len(shown) <= LONGEST["name"]
    assert shown == shown.strip()
    assert all(sign.isprintable() or sign in " \u200c\u200d" or sign.isspace() for sign in shown)
    assert presentable("name", shown) == shown


@pytest.mark.parametrize("other", [None, 7, ["x"], {"x": 1}, True])
def test_what_is_no_text_is_none(other: object) -> None:
    assert presentable("name", other) == ""


def test_names_in_all_scripts_stay() -> None:
    for name in ("علی\u200cرضا", "Łukasz", "李小龙", "O’Brien"):
        assert presentable("name", name) == name
