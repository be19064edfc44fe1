"""The settings as the rest of the app sees them."""

from dataclasses import dataclass

VERSION = 1
"""Of the file's format; a file without a number is of the first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Defaults are what a new user gets. Device names are as `assist devices` prints them."""

    version: int = VERSION
    model: str = "starter"
    words: tuple[str, ...] = ()
    playbook: str = ""
    knowledge: str = ""
    company_playbook: str = ""
    team_playbook: str = ""
    agent_playbook: str = ""
    trusted_keys: str = ""
    agent_name: str = ""
    agent_device: str = ""
    customer_device: str = ""
    language: str = "system"
    theme: str = "system"
    sidebar_side: str = "right"
    sidebar_width: int = 340
    sidebar_reserves_edge: bool = False
    sidebar_screen: str = ""
    sidebar_is_collapsed: bool = False
    show_tray: bool = True
    autostart: bool = False
    text_percent: int = 100
    motion: str = "system"
    announce_prompts: bool = False
    shortcut_not_now: str = "Ctrl+Alt+."
    shortcut_pause: str = "Ctrl+Alt+P"
    shortcut_flag: str = "Ctrl+Alt+F"
    shortcut_let_me_type: str = "Ctrl+Alt+T"
    shortcut_right: str = "Ctrl+Alt+G"
    shortcut_wrong: str = "Ctrl+Alt+B"
    shortcut_collapse: str = "Ctrl+Alt+S"
    shortcut_help: str = "Ctrl+Alt+H"
    shortcut_name: str = "Ctrl+Alt+N"
    private_mode: bool = False
    pause_for_cards: bool = True
    keep_audio: bool = False
    caller_notice: str = ""
    consent_phrase: str = ""
    keep_calls_days: int = 0
    keep_transcripts_days: int = 0
    keep_audio_days: int = 0
    keep_findings_days: int = 0
    keep_names_days: int = 0
    keep_notes_days: int = 0
    keep_by_outcome: tuple[str, ...] = ()
    team_database: str = ""
    team_shares: str = "nothing"
    live_board: bool = False
    start_calls: str = "suggest"
    silent_minutes: int = 5
    baresip: str = ""
    softphone_programs: tuple[str, ...] = ()
    name_pattern: str = ""
    action_url_port: int = 0
    action_url_secret: str = ""
