"""Settings are checked on load, and every complaint names file, key and what to do."""

from pathlib import Path

import pytest

from assist.settings import Settings, SettingsError, load_settings


def _file(folder: Path, text: str | bytes) -> Path:
    file = folder / "settings.toml"
    file.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8"))
    return file


def test_no_file_means_the_defaults(tmp_path: Path) -> None:
    assert load_settings(tmp_path / "settings.toml") == Settings()
    assert load_settings(_file(tmp_path, "# nothing set\n")) == Settings()


def test_what_is_set_is_taken_and_the_rest_stays(tmp_path: Path) -> None:
    file = _file(tmp_path, 'theme = "dark"\nsidebar_width = 400\nkeep_audio = true\n')
    assert load_settings(file) == Settings(theme="dark", sidebar_width=400, keep_audio=True)


def test_a_byte_order_mark_does_no_harm(tmp_path: Path) -> None:
    file = _file(tmp_path, b"\xef\xbb\xbf" + b'agent_name = "Ana"\n')
    assert load_settings(file).agent_name == "Ana"


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ('themes = "dark"', "unknown key 'themes'; known keys are model, "),
        ('theme = "pink"', "'theme' must be one of system, light, dark."),
        ("sidebar_width = 279", "'sidebar_width' must be between 280 and 600."),
        ("sidebar_width = 601", "'sidebar_width' must be between 280 and 600."),
        ("sidebar_width = 340.0", "'sidebar_width' must be a int."),
        ("sidebar_width = true", "'sidebar_width' must be a int."),
        ('keep_audio = "yes"', "'keep_audio' must be a bool."),
        ("[audio]\nkeep = true", "unknown key 'audio'"),
        ("theme = dark", "is not valid TOML"),
        (b"agent_name = '\xff'", "cannot be read"),
    ],
)
def test_a_mistake_is_told_with_the_file_and_what_to_do(
    tmp_path: Path, text: str | bytes, sentence: str
) -> None:
    file = _file(tmp_path, text)
    with pytest.raises(SettingsError) as error:
        load_settings(file)
    assert str(file) in str(error.value)
    assert sentence in str(error.value)
    assert error.value.exit_code == 2


def test_a_folder_instead_of_a_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="cannot be read"):
        load_settings(tmp_path)
