"""The administrator's policy holds over the user's file, and a broken one errs on the safe side."""

from pathlib import Path

import pytest

from assist import app, paths
from assist.settings import (
    ChangeLog,
    Origin,
    Settings,
    SettingsError,
    load,
    load_settings,
    set_setting,
)


@pytest.fixture
def policy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    file = tmp_path / "policy.toml"
    monkeypatch.setenv("CALLASSIST_POLICY", str(file))
    return file


@pytest.fixture
def own(tmp_path: Path) -> Path:
    return tmp_path / "settings.toml"


def test_without_a_policy_nothing_is_locked(own: Path, policy: Path) -> None:
    loaded = load(own, policy)
    assert loaded.settings == Settings()
    assert set(loaded.origins.values()) == {Origin.DEFAULT}
    assert loaded.notes == ()


def test_what_is_locked_wins_and_what_is_suggested_gives_way(own: Path, policy: Path) -> None:
    own.write_text('keep_audio = true\ntheme = "dark"\n')
    policy.write_text(
        '[locked]\nkeep_audio = false\nwords = ["FiberMax"]\n'
        '[suggested]\ntheme = "light"\ntext_percent = 125\n'
    )
    loaded = load(own, policy)
    assert loaded.settings == Settings(
        keep_audio=False, words=("FiberMax",), theme="dark", text_percent=125
    )
    assert loaded.origins["keep_audio"] is Origin.LOCKED
    assert loaded.origins["theme"] is Origin.FILE
    assert loaded.origins["text_percent"] is Origin.SUGGESTED
    assert loaded.origins["model"] is Origin.DEFAULT


def test_a_locked_setting_is_not_changed_and_says_who_set_it(own: Path, policy: Path) -> None:
    policy.write_text("[locked]\nkeep_audio = false\n")
    with pytest.raises(SettingsError, match="'keep_audio' is set by your administrator") as error:
        set_setting(own, "keep_audio", True, policy=policy)
    assert str(policy) in str(error.value)
    assert not own.exists()
    changes = ChangeLog(own, own.with_name("history.json"), policy=policy)
    with pytest.raises(SettingsError, match="administrator"):
        changes.put("keep_audio", True)
    assert changes.changes() == []


def test_the_app_follows_the_policy(policy: Path) -> None:
    policy.write_text('[locked]\nsidebar_side = "left"\nprivate_mode = true\n')
    assert app.load_settings().sidebar_side == "left"
    app.keep_sidebar("right", 400)  # moved with the mouse: the width is free, the side is not
    assert (app.load_settings().sidebar_side, app.load_settings().sidebar_width) == ("left", 400)
    with pytest.raises(SettingsError, match="administrator"):
        app.change_setting("private_mode", False)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[locked]\nkeep_audio = fals\n", "is not valid TOML"),
        ("[locked]\nkeep_audoi = false\n", ", line 2: 'keep_audoi' is no setting"),
        ("[locked]\n\nkeep_audio = 0\n", ", line 3: 'keep_audio' must be true or false"),
        ("keep_audio = false\n", ", line 1: 'keep_audio' must stand in [locked] or [suggested]"),
        ("[lock]\nkeep_audio = false\n", ", line 1: 'lock' must stand in [locked]"),
        ("version = 2\n", ", line 1: 'version' must be 1"),
        (
            '[locked]\ntheme = "dark"\n[suggested]\ntheme = "light"\n',
            ", line 4: 'theme' is locked already",
        ),
        (b"[locked]\n# \xff\n", "is not text in UTF-8"),
    ],
)
def test_a_broken_policy_is_said_and_nothing_is_kept_or_sent(
    own: Path, policy: Path, text: str | bytes, said: str
) -> None:
    policy.write_bytes(text if isinstance(text, bytes) else text.encode())
    own.write_text(
        'keep_audio = true\nteam_shares = "audio"\naction_url_port = 4000\ntheme = "dark"\n'
    )
    loaded = load(own, policy)
    chosen = loaded.settings
    assert chosen.private_mode
    assert not chosen.keep_audio
    assert chosen.team_shares == "nothing"
    assert chosen.action_url_port == 0
    assert chosen.theme == "dark" or "theme" in str(text)
    assert loaded.origins["private_mode"] is Origin.LOCKED
    (sentence,) = loaded.notes
    assert sentence.startswith(f"The policy {policy}")
    assert said in sentence
    assert sentence.endswith("nothing of a call is stored or sent.")


def test_what_is_right_in_a_broken_policy_holds_but_for_what_protects(
    own: Path, policy: Path
) -> None:
    policy.write_text('[locked]\nmodel = "big"\nprivate_mode = false\ncolour = "red"\n')
    chosen = load_settings(own, policy)
    assert (chosen.model, chosen.private_mode) == ("big", True)


def test_a_policy_that_may_not_be_read_is_broken(own: Path, policy: Path) -> None:
    policy.mkdir()
    loaded = load(own, policy)
    assert loaded.settings.private_mode
    assert "cannot be read" in loaded.notes[0]


def test_the_variable_for_tests_gets_nobody_around_the_real_one(
    tmp_path: Path, policy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = tmp_path / "etc" / "policy.toml"
    monkeypatch.setattr("assist.paths._system_policy", lambda: real)
    assert paths.policy_file() == policy
    real.parent.mkdir()
    real.touch()
    assert paths.policy_file() == real


@pytest.mark.parametrize(
    ("system", "file"),
    [
        ("linux", "/etc/callassist/policy.toml"),
        ("darwin", "/Library/Application Support/CallAssist/policy.toml"),
    ],
)
def test_every_system_has_its_place(system: str, file: str) -> None:
    assert paths._system_policy(system) == Path(file)
    assert paths._system_policy("win32").parts[-2:] == ("CallAssist", "policy.toml")
