"""Changing one setting leaves the user's file otherwise as it is."""

from pathlib import Path

import pytest

from assist import app, paths
from assist.settings import SettingsError, load_settings, set_setting


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "config" / "settings.toml"


def test_the_file_is_made_when_there_is_none(file: Path) -> None:
    set_setting(file, "model", "vosk-model-small-de-0.15")
    assert file.read_text() == 'model = "vosk-model-small-de-0.15"\n'
    assert [path.name for path in file.parent.iterdir()] == ["settings.toml"]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('model = "starter"\n', 'model = "new"\n'),
        ("# mine\nmodel='starter'   # the \"small\" one\n", None),
        ('theme = "dark"', 'theme = "dark"\nmodel = "new"\n'),
        ('theme = "dark"\n# model = "x"\n', 'theme = "dark"\n# model = "x"\nmodel = "new"\n'),
        ('  model   =   "a \\"b\\" # c"  # d\n', '  model   =   "new"  # d\n'),
        ('theme = "dark"\r\nmodel = "starter"\r\n', 'theme = "dark"\r\nmodel = "new"\r\n'),
        ('theme = "dark"\r\n', 'theme = "dark"\r\nmodel = "new"\r\n'),
    ],
)
def test_only_the_value_changes(file: Path, before: str, after: str | None) -> None:
    file.parent.mkdir()
    file.write_bytes(before.encode())
    set_setting(file, "model", "new")
    expected = after or '# mine\nmodel="new"   # the "small" one\n'
    assert file.read_bytes().decode() == expected
    assert load_settings(file).model == "new"


@pytest.mark.parametrize("value", ['with "quotes"', "back\\slash", "ümlaut", "a # b", "tab\t"])
def test_any_text_comes_back_as_it_was(file: Path, value: str) -> None:
    set_setting(file, "agent_name", value)
    assert load_settings(file).agent_name == value
    set_setting(file, "agent_name", value + "!")
    assert load_settings(file).agent_name == value + "!"
    assert len(file.read_text("utf-8").splitlines()) == 1


def test_numbers_and_truths_are_written_as_such(file: Path) -> None:
    set_setting(file, "sidebar_width", 400)
    set_setting(file, "keep_audio", True)
    set_setting(file, "sidebar_width", 420)
    assert file.read_text() == "sidebar_width = 420\nkeep_audio = true\n"


def test_what_would_not_be_valid_is_not_written(file: Path) -> None:
    set_setting(file, "theme", "dark")
    for key, value in (("theme", "pink"), ("sidebar_width", 9000), ("colour", "red")):
        with pytest.raises(SettingsError):
            set_setting(file, key, value)
    assert file.read_text() == 'theme = "dark"\n'


@pytest.mark.parametrize("text", ["model = ", 'modle = "x"\n'])
def test_a_broken_file_is_left_for_the_user_to_mend(file: Path, text: str) -> None:
    file.parent.mkdir()
    file.write_text(text)
    with pytest.raises(SettingsError):
        set_setting(file, "model", "new")
    assert file.read_text() == text


def test_a_value_over_several_lines_is_left_to_the_user(file: Path) -> None:
    file.parent.mkdir()
    text = 'agent_name = """\nAnna"""\n'
    file.write_text(text)
    with pytest.raises(SettingsError, match="by hand"):
        set_setting(file, "agent_name", "Berta")
    assert file.read_text() == text


def test_the_files_permissions_stay(file: Path) -> None:
    set_setting(file, "model", "a")
    file.chmod(0o600)
    set_setting(file, "model", "b")
    assert file.stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize(
    "before",
    [
        "words = []",
        'words = ["a", "b ] c"]',
        'words = [\n  \'one\',   # mine ] "\n  "two",\n]',
    ],
)
def test_a_list_is_replaced_whole_however_it_was_written(file: Path, before: str) -> None:
    file.parent.mkdir()
    file.write_text(f'theme = "dark"\n{before}  # kept\ntext_percent = 120\n')
    set_setting(file, "words", ("FiberMax", 'the "big" one'))
    assert file.read_text() == (
        'theme = "dark"\nwords = ["FiberMax", "the \\"big\\" one"]  # kept\ntext_percent = 120\n'
    )
    assert load_settings(file).words == ("FiberMax", 'the "big" one')


@pytest.mark.parametrize("value", ['"FiberMax"', "[1, 2]", '[["a"]]', "true"])
def test_what_is_no_list_of_texts_is_told(file: Path, value: str) -> None:
    file.parent.mkdir()
    file.write_text(f"words = {value}\n")
    with pytest.raises(SettingsError, match="'words' must be a list like"):
        load_settings(file)


def test_the_sidebar_comes_up_where_it_was_put() -> None:
    app.keep_sidebar("left", 420)
    file = paths.settings_file()
    assert load_settings(file).sidebar_side == "left"
    assert load_settings(file).sidebar_width == 420
    file.write_text('agent_name = "Sarah" # me\n' + file.read_text())
    app.keep_sidebar("", 300)  # away from both edges: the side stays what it was
    chosen = load_settings(file)
    assert (chosen.sidebar_side, chosen.sidebar_width) == ("left", 300)
    assert 'agent_name = "Sarah" # me' in file.read_text()


def test_a_place_that_is_the_settings_own_writes_nothing() -> None:
    app.keep_sidebar("right", 340)
    assert not paths.settings_file().exists()
