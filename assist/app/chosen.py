"""What the user chose: the settings, and who is at work."""

from assist import paths, settings


def load_settings() -> settings.Settings:
    """The settings in force: the user's, with the administrator's policy over them."""
    return settings.load_settings(paths.settings_file(), paths.policy_file())


def settings_state() -> settings.Loaded:
    """The same, with where each value comes from and what is not right."""
    return settings.load(paths.settings_file(), paths.policy_file())


def change_setting(key: str, value: settings.Value | None) -> bool:
    """Change a setting, or with None go back to its default; False where nothing changes.

    It can be undone. Raises SettingsError.
    """
    return _changes().put(key, value)


def undo_setting() -> settings.Change | None:
    """Take the latest change back; None where there is none. Raises SettingsError."""
    return _changes().undo()


def _changes() -> settings.ChangeLog:
    return settings.ChangeLog(
        paths.settings_file(), paths.settings_history(), policy=paths.policy_file()
    )


def keep_sidebar(side: str, width: int) -> None:
    """Have the sidebar come up like this next time; away from both edges only the width is kept.

    Raises SettingsError.
    """
    chosen, file, policy = load_settings(), paths.settings_file(), paths.policy_file()
    locked = settings.read_policy(policy).locked
    # Not through `change_setting`: undoing is for what was typed, not for a window that was moved.
    if side and side != chosen.sidebar_side and "sidebar_side" not in locked:
        settings.set_setting(file, "sidebar_side", side, policy=policy)
    if width != chosen.sidebar_width and "sidebar_width" not in locked:
        settings.set_setting(file, "sidebar_width", width, policy=policy)


def user_name() -> str:
    """Who is at work: the agent's name from the settings, else that of the system's account."""
    import getpass

    try:
        return load_settings().agent_name or getpass.getuser()
    except (KeyError, OSError):  # an account without a name, as in containers
        return "unknown"
