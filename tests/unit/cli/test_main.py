"""The `assist` command itself: what the computer refuses is said in one sentence."""

import errno

import pytest

from assist import cli


def main(*arguments: str, error: Exception | None = None) -> int:
    def open_desktop(speed: float | None) -> int:
        if error:
            raise error
        return 0

    return cli.main(arguments, open_desktop=open_desktop)


@pytest.mark.parametrize(
    ("error", "sentence"),
    [
        (
            OSError(errno.ENOSPC, "No space left on device"),
            "assist: No space left on device: the output; free some space.\n",
        ),
        (
            PermissionError(errno.EACCES, "Permission denied", "/some/file"),
            "assist: Permission denied: /some/file; check that you may write there.\n",
        ),
    ],
)
def test_what_the_computer_refuses_is_one_sentence(
    error: OSError, sentence: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(error=error) == 1
    assert capsys.readouterr().err == sentence


def test_a_word_that_is_no_text_is_taken_as_far_as_it_is(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main("calls", "show", "none-\udcff") == 1
    assert "none-\ufffd" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "command"),
    [
        (("listen", "--nope"), "assist listen"),
        (("playbook", "check", "--nope"), "assist playbook check"),
        (("playbook", "--nope"), "assist playbook"),
        (("calls", "list", "--nope"), "assist calls list"),
        (("--nope",), "assist"),
        (("practice", "last", "too", "much"), "assist practice"),
    ],
)
def test_an_unknown_option_is_answered_with_the_usage_of_its_command(
    arguments: tuple[str, ...], command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as stop:
        main(*arguments)
    assert stop.value.code == 2
    err = capsys.readouterr().err
    assert err.startswith(f"usage: {command} [")
    assert f"\n{command}: error: " in err


def test_an_address_opens_the_sidebar_and_is_handed_to_it() -> None:
    opened: list[str] = []

    def open_url(url: str) -> int:
        opened.append(url)
        return 0

    address = "CallAssist://start?number=5550142"
    assert cli.main([address], open_desktop=lambda speed: 99, open_url=open_url) == 0
    assert opened == [address]
