"""What the user chose: the settings, and who is at work."""

from assist import paths, settings


def load_settings() -> settings.Settings:
    return settings.load_settings(paths.settings_file())


def keep_sidebar(side: str, width: int) -> None:
    """Have the sidebar come up like this next time; away from both edges only the width is kept.

    Raises SettingsError.
    """
    chosen, file = load_settings(), paths.settings_file()
    if side and side != chosen.sidebar_side:
        settings.set_setting(file, "sidebar_side", side)
    if width != chosen.sidebar_width:
        settings.set_setting(file, "sidebar_width", width)


def user_name() -> str:
    """Who is at work: the agent's name from the settings, else that of the system's account."""
    import getpass

    try:
        return load_settings().agent_name or getpass.getuser()
    except (KeyError, OSError):  # an account without a name, as in containers
        return "unknown"
