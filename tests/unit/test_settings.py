"""Settings are checked on load, and every complaint names file, key and what to do."""

import dataclasses
import tomllib
from pathlib import Path

import pytest

from assist.settings import Settings, SettingsError, load_settings, set_setting


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
        ('themes = "dark"', "line 1: unknown key 'themes'; did you mean 'theme'?"),
        ("\n# mine\nprivat_mode = true", "line 3: unknown key 'privat_mode'; did you mean"),
        ("theme = 'dark'\nsidebar_width = 9", "line 2: 'sidebar_width' must be between"),
        ("words = [\n'theme = 1',\n]\ntheme = 1", "line 4: 'theme' must be text"),
        ('theme = "dark"\ntheme = "light"', "line 2: this is not valid TOML at 'theme'"),
        ('shortcut_flag = "P"', "'shortcut_flag' needs Ctrl, Alt or Super"),
        ('shortcut_flag = "Ctrl+Alt+Bogus"', "'shortcut_flag' must end in a letter"),
        ('shortcut_flag = "Crtl+F"', "'shortcut_flag' must be keys like Ctrl+Alt+P"),
        ('shortcut_flag = "Ctrl+Alt+P"', "'shortcut_flag' is Ctrl+Alt+P already, as"),
        ('team_database = "mysql://x/y"', "'team_database' must be an address like postgresql"),
        ('baresip = "4444"', "'baresip' must be an address like 127.0.0.1:4444."),
        ('action_url_secret = "short"', "must be 16 letters and digits or more."),
        ("version = 0", "'version' must be between 1 and"),
        ('theme = "pink"', "'theme' must be one of system, light, dark."),
        ("sidebar_width = 279", "'sidebar_width' must be between 280 and 600."),
        ("sidebar_width = 601", "'sidebar_width' must be between 280 and 600."),
        ("sidebar_width = 340.0", "'sidebar_width' must be a whole number."),
        ("sidebar_width = true", "'sidebar_width' must be a whole number."),
        ("agent_name = 7", "'agent_name' must be text in \"quotes\"."),
        ('keep_audio = "yes"', "'keep_audio' must be true or false."),
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


def test_the_documentation_names_every_setting_with_its_default(tmp_path: Path) -> None:
    page = (Path(__file__).resolve().parents[2] / "docs" / "settings.md").read_text("utf-8")
    text = page.split("```toml\n")[1].split("```")[0]
    file = _file(tmp_path, text)
    assert load_settings(file) == Settings()
    assert set(tomllib.loads(text)) == {field.name for field in dataclasses.fields(Settings)}


def test_changing_one_key_leaves_every_other_line_alone(tmp_path: Path) -> None:
    file = _file(tmp_path, '# mine\r\nmodel = "a"  # small\r\ntheme = "dark"\r\n')
    set_setting(file, "model", 'b "large" \\ #1')
    set_setting(file, "sidebar_width", 300)
    assert file.read_bytes().decode() == (
        '# mine\r\nmodel = "b \\"large\\" \\\\ #1"  # small\r\ntheme = "dark"\r\n'
        "sidebar_width = 300\r\n"
    )
    changed = Settings(model='b "large" \\ #1', theme="dark", sidebar_width=300)
    assert load_settings(file) == changed


def test_the_first_change_makes_the_file(tmp_path: Path) -> None:
    file = tmp_path / "config" / "settings.toml"
    set_setting(file, "keep_audio", True)
    assert load_settings(file) == Settings(keep_audio=True)
    assert file.read_text() == "version = 1\nkeep_audio = true\n"
    assert file.stat().st_mode & 0o777 == 0o600, "an address in it may carry a password"
    assert [path.name for path in file.parent.iterdir()] == ["settings.toml"]


@pytest.mark.parametrize(
    ("before", "key", "value"),
    [
        ('theme = "pink"', "model", "b"),
        ("", "theme", "pink"),
        ("", "themes", "dark"),
        ('model = """a\nb"""', "model", "b"),
    ],
)
def test_a_change_that_cannot_be_made_leaves_the_file_alone(
    tmp_path: Path, before: str, key: str, value: str
) -> None:
    file = _file(tmp_path, before)
    with pytest.raises(SettingsError):
        set_setting(file, key, value)
    assert file.read_text("utf-8") == before
