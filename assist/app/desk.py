"""What the sidebar asks of the app besides the engine: its place, follow-ups, a phone's address."""

from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING

from assist import paths, settings
from assist.app.chosen import load_settings, user_name
from assist.app.store import open_store

if TYPE_CHECKING:
    from assist.core.commands import ReportPhone
    from assist.core.notices import FollowUp


def keep_place(place: Mapping[str, settings.Value]) -> None:
    """Have the sidebar come up like this next time; what the policy locks stays as it is.

    The keys are the settings' (`sidebar_side` …). Raises SettingsError.
    """
    chosen, policy = load_settings(), paths.policy_file()
    locked = settings.read_policy(policy).locked
    # Not through `change_setting`: undoing is for what was typed, not for a window that was moved.
    for key, value in place.items():
        if key not in locked and value != getattr(chosen, key):
            settings.set_setting(paths.settings_file(), key, value, policy=policy)


def follow_ups() -> "tuple[FollowUp, ...]":
    """The promises that are still to be kept. Raises StoreError."""
    if not paths.database_file().exists():
        return ()
    with open_store() as store:
        return store.open_follow_ups(datetime.now().astimezone())


def settle_follow_up(call: str, promise: int, later: str) -> None:
    """Keep that a promise is kept, or is to be spoken of at a `later` moment (ISO 8601)."""
    remind_at = datetime.fromisoformat(later) if later else None
    with open_store() as store:
        store.settle_follow_up(call, promise, remind_at=remind_at, by=user_name())


def has_team() -> bool:
    """Whether calls, and what is asked of a lead in them, get to a team."""
    try:
        chosen = load_settings()
    except settings.SettingsError:  # said where it matters, not with every status
        return False
    return chosen.team_shares != "nothing" and bool(chosen.team_database)


def phone_report(url: str) -> "ReportPhone":
    """What a `callassist://` address tells. Raises PhoneError."""
    from assist.core.commands import PhoneAction, ReportPhone
    from assist.softphone.url import parse_url

    action, fields = parse_url(url)
    return ReportPhone(action=PhoneAction(action), origin="url", **fields)


def notices_text() -> str:
    """The app's licence and the notices of what it is made of, as far as they are installed."""
    files = (paths.licence_file(), paths.notices_file())
    texts = [file.read_text("utf-8", "replace") for file in files if file is not None]
    return "\n\n".join(texts)
