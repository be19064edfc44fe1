"""Which setting stands on which page, and which control it has."""

from dataclasses import dataclass
from enum import StrEnum


class ControlKind(StrEnum):
    """How a setting is changed."""

    SWITCH = "switch"
    CHOICE = "choice"
    NUMBER = "number"
    TEXT = "text"
    HIDDEN = "hidden"
    FILE = "file"
    FOLDER = "folder"
    LIST = "list"
    CHORD = "chord"


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page of the window; `keys` from the top down."""

    name: str
    keys: tuple[str, ...]


PAGES = (
    Page(name="headset", keys=("agent_device", "customer_device")),
    Page(name="hearing", keys=("model", "words")),
    Page(
        name="playbook",
        keys=(
            "playbook",
            "company_playbook",
            "team_playbook",
            "agent_playbook",
            "knowledge",
            "trusted_keys",
        ),
    ),
    Page(
        name="appearance",
        keys=(
            "theme",
            "text_percent",
            "motion",
            "language",
            "sidebar_side",
            "sidebar_width",
            "sidebar_screen",
            "sidebar_is_collapsed",
            "sidebar_reserves_edge",
            "show_tray",
            "announce_prompts",
        ),
    ),
    Page(
        name="shortcuts",
        keys=(
            "shortcut_not_now",
            "shortcut_pause",
            "shortcut_flag",
            "shortcut_let_me_type",
            "shortcut_right",
            "shortcut_wrong",
            "shortcut_collapse",
            "shortcut_help",
            "shortcut_name",
        ),
    ),
    Page(
        name="privacy",
        keys=(
            "private_mode",
            "pause_for_cards",
            "keep_audio",
            "caller_notice",
            "consent_phrase",
            "agent_name",
        ),
    ),
    Page(
        name="retention",
        keys=(
            "keep_calls_days",
            "keep_transcripts_days",
            "keep_audio_days",
            "keep_findings_days",
            "keep_names_days",
            "keep_notes_days",
            "keep_by_outcome",
        ),
    ),
    Page(name="team", keys=("team_database", "team_shares", "live_board")),
    Page(
        name="softphone",
        keys=(
            "autostart",
            "start_calls",
            "silent_minutes",
            "baresip",
            "softphone_programs",
            "name_pattern",
            "action_url_port",
            "action_url_secret",
        ),
    ),
)

_KINDS = {
    "agent_device": ControlKind.CHOICE,
    "customer_device": ControlKind.CHOICE,
    "model": ControlKind.CHOICE,
    "playbook": ControlKind.CHOICE,
    "company_playbook": ControlKind.FILE,
    "team_playbook": ControlKind.FILE,
    "agent_playbook": ControlKind.FILE,
    "knowledge": ControlKind.FOLDER,
    "trusted_keys": ControlKind.FOLDER,
    "action_url_secret": ControlKind.HIDDEN,
}

NEXT_CALL = frozenset(
    {
        "model",
        "words",
        "playbook",
        "company_playbook",
        "team_playbook",
        "agent_playbook",
        "knowledge",
        "trusted_keys",
        "private_mode",
        "pause_for_cards",
        "keep_audio",
        "caller_notice",
        "consent_phrase",
        "agent_name",
        "silent_minutes",
    }
)
"""They hold from the next call on: a call stays what it was when it began."""

NEXT_START = frozenset({"language"})


def kind_of(key: str, value: object, choices: tuple[str, ...]) -> ControlKind:
    """The control for a setting with this value and these choices."""
    if key in _KINDS:
        return _KINDS[key]
    if key.startswith("shortcut_"):
        return ControlKind.CHORD
    if isinstance(value, bool):
        return ControlKind.SWITCH
    if isinstance(value, int):
        return ControlKind.NUMBER
    if isinstance(value, tuple):
        return ControlKind.LIST
    return ControlKind.CHOICE if choices else ControlKind.TEXT
