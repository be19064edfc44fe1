"""Changing one setting leaves the user's file otherwise as it is."""

import errno
import os
from pathlib import Path

import pytest

from assist import app, paths
from assist.settings import (
    Change,
    ChangeLog,
    SettingsError,
    load,
    load_settings,
    set_setting,
    unset_setting,
)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "config" / "settings.toml"


def test_the_file_is_made_when_there_is_none(file: Path) -> None:
    set_setting(file, "model", "vosk-model-small-de-0.15")
    assert file.read_text() == 'version = 1\nmodel = "vosk-model-small-de-0.15"\n'
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
    assert len(file.read_text("utf-8").splitlines()) == 2


def test_numbers_and_truths_are_written_as_such(file: Path) -> None:
    set_setting(file, "sidebar_width", 400)
    set_setting(file, "keep_audio", True)
    set_setting(file, "sidebar_width", 420)
    assert file.read_text() == "version = 1\nsidebar_width = 420\nkeep_audio = true\n"


def test_what_would_not_be_valid_is_not_written(file: Path) -> None:
    set_setting(file, "theme", "dark")
    for key, value in (("theme", "pink"), ("sidebar_width", 9000), ("colour", "red")):
        with pytest.raises(SettingsError):
            set_setting(file, key, value)
    assert file.read_text() == 'version = 1\ntheme = "dark"\n'


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


def test_keys_and_tables_that_are_not_ours_stay_where_they_are(file: Path) -> None:
    file.parent.mkdir()
    file.write_text(
        'zoom = 3  # of another tool\n\n# theirs\n[plugin]\ntheme = "loud"\nnames = ["a"]\n'
    )
    set_setting(file, "theme", "dark")
    assert file.read_text() == (
        'zoom = 3  # of another tool\ntheme = "dark"\n\n# theirs\n[plugin]\ntheme = "loud"\n'
        'names = ["a"]\n'
    )
    set_setting(file, "theme", "light")
    assert load_settings(file).theme == "light"
    unset_setting(file, "theme")
    assert load_settings(file).theme == "system"
    assert 'theme = "loud"' in file.read_text()
    notes = load(file).notes
    assert [note.removeprefix(f"{file}, ") for note in notes] == [
        "line 1: 'zoom' is no setting of this version; it is left alone.",
        "line 4: 'plugin' is no setting of this version; it is left alone.",
    ]


def test_a_file_of_a_newer_version_keeps_what_we_do_not_know(file: Path) -> None:
    file.parent.mkdir()
    file.write_text('version = 2\nthemes = ["dark"]\n')
    assert load_settings(file).version == 2
    set_setting(file, "text_percent", 150)
    assert file.read_text() == 'version = 2\nthemes = ["dark"]\ntext_percent = 150\n'


def test_a_list_over_several_lines_is_no_table(file: Path) -> None:
    file.parent.mkdir()
    file.write_text('words = [\n"""\n[not a table]\n""",\n]\n')
    set_setting(file, "theme", "dark")
    assert load_settings(file).words == ("[not a table]\n",)
    assert file.read_text().endswith(']\ntheme = "dark"\n')


def test_taking_a_setting_out_leaves_the_rest(file: Path) -> None:
    file.parent.mkdir()
    file.write_text('# a\nmodel = "b"\nwords = [\n  "x",\n]  # y\ntheme = "dark"')
    unset_setting(file, "words")
    unset_setting(file, "theme")
    unset_setting(file, "theme")
    assert file.read_text() == '# a\nmodel = "b"\n'


def test_changes_are_undone_one_by_one_also_by_another_process(file: Path) -> None:
    memory = file.with_name("history.json")
    changes = ChangeLog(file, memory)
    assert changes.put("theme", "dark")
    assert not changes.put("theme", "dark")
    assert changes.put("words", ("FiberMax",))
    assert changes.put("theme", None)
    assert memory.stat().st_mode & 0o777 == 0o600
    again = ChangeLog(file, memory)
    undone = again.undo()
    assert undone == Change(key="theme", before="dark", after=None)
    assert load_settings(file).theme == "dark"
    undone = again.undo()
    assert undone is not None
    assert load_settings(file).words == ()
    assert changes.undo() == Change(key="theme", before=None, after="dark")
    assert file.read_text() == "version = 1\n"
    assert changes.undo() is None


def test_what_was_changed_by_hand_since_is_not_undone(file: Path) -> None:
    changes = ChangeLog(file, file.with_name("history.json"))
    changes.put("theme", "dark")
    changes.put("text_percent", 150)
    set_setting(file, "text_percent", 125)
    assert changes.undo() == Change(key="theme", before=None, after="dark")
    assert load_settings(file).text_percent == 125


def test_a_damaged_list_of_changes_costs_only_the_undoing(file: Path) -> None:
    memory = file.with_name("history.json")
    memory.parent.mkdir()
    memory.write_text('[{"key": "theme", "before": {}}]')
    changes = ChangeLog(file, memory)
    assert changes.undo() is None
    changes.put("theme", "dark")
    assert len(changes.changes()) == 1


def test_a_password_is_not_kept_for_undoing_and_goes_with_the_setting(
    file: Path, tmp_path: Path
) -> None:
    memory = tmp_path / "history.json"
    log = ChangeLog(file, memory)
    log.put("team_database", "postgresql://sarah@db/calls")
    log.put("agent_name", "Sarah")
    log.put("team_database", "postgresql://sarah:opensesame@db/calls")
    assert "opensesame" not in memory.read_text(encoding="utf-8")
    log.put("team_database", None)
    assert "opensesame" not in memory.read_text(encoding="utf-8")
    assert [change.key for change in log.changes()] == ["agent_name"]


def test_on_a_full_disk_the_settings_stay_as_they_were_and_nothing_half_is_left(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    set_setting(file, "agent_name", "Sarah")
    before = file.read_bytes()

    def full(descriptor: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(SettingsError, match="free some disk space"):
        set_setting(file, "agent_name", "Dana")
    assert file.read_bytes() == before
    assert [path.name for path in file.parent.iterdir()] == ["settings.toml"]
