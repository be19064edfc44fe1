"""What the Settings window calls things."""

from PySide6.QtCore import QCoreApplication


def title(key: str) -> str:
    """A setting in a few words."""
    words = {
        "model": QCoreApplication.translate("Preferences", "What hears your calls"),
        "words": QCoreApplication.translate("Preferences", "Your own words"),
        "agent_device": QCoreApplication.translate("Preferences", "Your microphone"),
        "customer_device": QCoreApplication.translate("Preferences", "What you hear"),
        "playbook": QCoreApplication.translate("Preferences", "Playbook"),
        "knowledge": QCoreApplication.translate("Preferences", "Folder of knowledge cards"),
        "company_playbook": QCoreApplication.translate("Preferences", "Your company's changes"),
        "team_playbook": QCoreApplication.translate("Preferences", "Your team's changes"),
        "agent_playbook": QCoreApplication.translate("Preferences", "Your own changes"),
        "trusted_keys": QCoreApplication.translate("Preferences", "Folder of trusted keys"),
        "agent_name": QCoreApplication.translate("Preferences", "Your name"),
        "language": QCoreApplication.translate("Preferences", "Language of the windows"),
        "theme": QCoreApplication.translate("Preferences", "Colours"),
        "text_percent": QCoreApplication.translate("Preferences", "Size of text"),
        "motion": QCoreApplication.translate("Preferences", "Motion"),
        "sidebar_side": QCoreApplication.translate("Preferences", "Edge of the screen"),
        "sidebar_width": QCoreApplication.translate("Preferences", "Width of the sidebar"),
        "sidebar_screen": QCoreApplication.translate("Preferences", "Screen"),
        "sidebar_is_collapsed": QCoreApplication.translate(
            "Preferences", "Collapsed to a narrow strip"
        ),
        "sidebar_reserves_edge": QCoreApplication.translate(
            "Preferences", "Maximized windows leave room for the sidebar"
        ),
        "show_tray": QCoreApplication.translate("Preferences", "A sign in the system's tray"),
        "autostart": QCoreApplication.translate("Preferences", "Start with your session"),
        "announce_prompts": QCoreApplication.translate(
            "Preferences", "Tell a screen reader of each prompt"
        ),
        "shortcut_not_now": QCoreApplication.translate("Preferences", "Put the prompt away"),
        "shortcut_pause": QCoreApplication.translate("Preferences", "Pause and go on"),
        "shortcut_flag": QCoreApplication.translate("Preferences", "Flag this moment"),
        "shortcut_let_me_type": QCoreApplication.translate(
            "Preferences", "Give the sidebar the keyboard"
        ),
        "shortcut_right": QCoreApplication.translate("Preferences", "This prompt is right"),
        "shortcut_wrong": QCoreApplication.translate("Preferences", "This prompt is wrong"),
        "shortcut_collapse": QCoreApplication.translate("Preferences", "Collapse the sidebar"),
        "shortcut_help": QCoreApplication.translate("Preferences", "Ask a lead for help"),
        "shortcut_name": QCoreApplication.translate("Preferences", "Take the customer's name"),
        "private_mode": QCoreApplication.translate(
            "Preferences", "Private mode: prompts yes, storage no"
        ),
        "pause_for_cards": QCoreApplication.translate("Preferences", "Pause for card details"),
        "keep_audio": QCoreApplication.translate("Preferences", "Keep the sound of calls"),
        "caller_notice": QCoreApplication.translate("Preferences", "What callers are told"),
        "consent_phrase": QCoreApplication.translate("Preferences", "Sentence you have to say"),
        "keep_calls_days": QCoreApplication.translate("Preferences", "Keep calls"),
        "keep_transcripts_days": QCoreApplication.translate("Preferences", "Keep what was said"),
        "keep_audio_days": QCoreApplication.translate("Preferences", "Keep sound"),
        "keep_findings_days": QCoreApplication.translate("Preferences", "Keep what was found"),
        "keep_names_days": QCoreApplication.translate("Preferences", "Keep customers' names"),
        "keep_notes_days": QCoreApplication.translate("Preferences", "Keep notes"),
        "keep_by_outcome": QCoreApplication.translate("Preferences", "Other days by outcome"),
        "team_database": QCoreApplication.translate(
            "Preferences", "Address of the team's database"
        ),
        "team_shares": QCoreApplication.translate("Preferences", "What of your calls goes there"),
        "live_board": QCoreApplication.translate(
            "Preferences", "Leads see calls while they need help"
        ),
        "start_calls": QCoreApplication.translate(
            "Preferences", "When the softphone tells of a call"
        ),
        "silent_minutes": QCoreApplication.translate(
            "Preferences", "Ask whether the call is over after silence of"
        ),
        "baresip": QCoreApplication.translate("Preferences", "baresip's control socket"),
        "softphone_programs": QCoreApplication.translate(
            "Preferences", "Programs that are softphones"
        ),
        "name_pattern": QCoreApplication.translate(
            "Preferences", "The customer's name in a window's title"
        ),
        "action_url_port": QCoreApplication.translate(
            "Preferences", "Port for phones with action URLs"
        ),
        "action_url_secret": QCoreApplication.translate("Preferences", "Secret in their addresses"),
    }
    return words.get(key, key)


def hint(key: str) -> str:
    """What it does beyond its title; "" where that says it all."""
    words = {
        "model": QCoreApplication.translate(
            "Preferences",
            "A better model hears more; more models: “Set up again…” or `assist models list`.",
        ),
        "words": QCoreApplication.translate(
            "Preferences", "Products and companies that the starter model is to know, one a line."
        ),
        "agent_device": QCoreApplication.translate(
            "Preferences", "What the customer hears you on."
        ),
        "customer_device": QCoreApplication.translate(
            "Preferences", "The output your headset plays: there the customer is heard."
        ),
        "playbook": QCoreApplication.translate(
            "Preferences", "Which prompts come up, and when; they are in its language."
        ),
        "knowledge": QCoreApplication.translate(
            "Preferences", "Your own cards; those that come with the app stay."
        ),
        "company_playbook": QCoreApplication.translate("Preferences", "A file; empty for none."),
        "team_playbook": QCoreApplication.translate("Preferences", "A file; empty for none."),
        "agent_playbook": QCoreApplication.translate(
            "Preferences", "A file; empty for the one the rule editor writes."
        ),
        "trusted_keys": QCoreApplication.translate(
            "Preferences", "Whose rule packs are accepted; empty for the usual folder."
        ),
        "agent_name": QCoreApplication.translate("Preferences", "As it stands in stored calls."),
        "language": QCoreApplication.translate(
            "Preferences", "Holds from the next start on; prompts stay in the playbook's language."
        ),
        "sidebar_screen": QCoreApplication.translate(
            "Preferences", "As the system names it; empty for the first."
        ),
        "sidebar_reserves_edge": QCoreApplication.translate(
            "Preferences", "Where the desktop can do that."
        ),
        "announce_prompts": QCoreApplication.translate(
            "Preferences", "Politely: when it has finished its sentence."
        ),
        "shortcut_name": QCoreApplication.translate(
            "Preferences", "From the softphone's window or the clipboard."
        ),
        "private_mode": QCoreApplication.translate(
            "Preferences",
            "Nothing of a call is written to the disk, from the next "
            "call on. A crash then loses the call.",
        ),
        "pause_for_cards": QCoreApplication.translate(
            "Preferences",
            "When you ask for a card's number or code nothing is kept until it has been given.",
        ),
        "caller_notice": QCoreApplication.translate(
            "Preferences",
            "Transcribing can count as recording. The answer is kept with your calls.",
        ),
        "consent_phrase": QCoreApplication.translate(
            "Preferences",
            "At the beginning of a call; it ticks itself on the checklist. Empty for none.",
        ),
        "team_database": QCoreApplication.translate(
            "Preferences", "Empty: nothing leaves this computer."
        ),
        "live_board": QCoreApplication.translate(
            "Preferences",
            "When a manager is asked for, the customer threatens to leave, or you ask for help; "
            "you see who watches. Only where your team has a live board.",
        ),
        "baresip": QCoreApplication.translate(
            "Preferences", "Such as 127.0.0.1:4444; empty: baresip is not asked."
        ),
        "softphone_programs": QCoreApplication.translate(
            "Preferences",
            "One a line, such as zoiper5: that one uses the microphone is offered as a call.",
        ),
        "name_pattern": QCoreApplication.translate(
            "Preferences", "A regular expression with a group (?P<name>…)."
        ),
        "action_url_port": QCoreApplication.translate(
            "Preferences", "On this computer only (127.0.0.1)."
        ),
        "action_url_secret": QCoreApplication.translate(
            "Preferences", "16 letters and digits or more."
        ),
    }
    return words.get(key, "")


def choice(key: str, value: str) -> str:
    """One of a setting's values."""
    words = {
        ("theme", "system"): QCoreApplication.translate("Preferences", "as the system has it"),
        ("theme", "light"): QCoreApplication.translate("Preferences", "light"),
        ("theme", "dark"): QCoreApplication.translate("Preferences", "dark"),
        ("motion", "system"): QCoreApplication.translate("Preferences", "as the system has it"),
        ("motion", "none"): QCoreApplication.translate("Preferences", "none"),
        ("language", "system"): QCoreApplication.translate("Preferences", "as the system has it"),
        ("language", "en"): QCoreApplication.translate("Preferences", "English"),
        ("language", "de"): QCoreApplication.translate("Preferences", "Deutsch"),
        ("language", "es"): QCoreApplication.translate("Preferences", "Español"),
        ("sidebar_side", "left"): QCoreApplication.translate("Preferences", "left"),
        ("sidebar_side", "right"): QCoreApplication.translate("Preferences", "right"),
        ("start_calls", "suggest"): QCoreApplication.translate(
            "Preferences", "the sidebar offers it"
        ),
        ("start_calls", "by_itself"): QCoreApplication.translate(
            "Preferences", "listening begins by itself"
        ),
        ("caller_notice", ""): QCoreApplication.translate("Preferences", "not answered yet"),
        ("caller_notice", "announcement"): QCoreApplication.translate(
            "Preferences", "an announcement before they reach you"
        ),
        ("caller_notice", "agent"): QCoreApplication.translate(
            "Preferences", "you tell them at the beginning"
        ),
        ("caller_notice", "written"): QCoreApplication.translate(
            "Preferences", "in writing (contract, website, e-mail)"
        ),
        ("caller_notice", "none"): QCoreApplication.translate(
            "Preferences", "nothing, as far as you know"
        ),
        ("team_shares", "nothing"): QCoreApplication.translate("Preferences", "nothing"),
        ("team_shares", "totals"): QCoreApplication.translate(
            "Preferences", "totals: counts, times, outcomes"
        ),
        ("team_shares", "transcripts"): QCoreApplication.translate(
            "Preferences", "totals and what was said"
        ),
        ("team_shares", "audio"): QCoreApplication.translate(
            "Preferences", "totals, what was said, and sound"
        ),
    }
    return words.get((key, value), value)


def unit(key: str) -> tuple[str, str]:
    """(what stands behind a number, what stands for its lowest value)."""
    words = {
        "text_percent": (QCoreApplication.translate("Preferences", " %"), ""),
        "sidebar_width": (QCoreApplication.translate("Preferences", " px"), ""),
        "keep_calls_days": (
            QCoreApplication.translate("Preferences", " days"),
            QCoreApplication.translate("Preferences", "for ever"),
        ),
        "keep_transcripts_days": (
            QCoreApplication.translate("Preferences", " days"),
            QCoreApplication.translate("Preferences", "for ever"),
        ),
        "keep_audio_days": (
            QCoreApplication.translate("Preferences", " days"),
            QCoreApplication.translate("Preferences", "for ever"),
        ),
        "keep_findings_days": (
            QCoreApplication.translate("Preferences", " days"),
            QCoreApplication.translate("Preferences", "for ever"),
        ),
        "keep_names_days": (
            QCoreApplication.translate("Preferences", " days"),
            QCoreApplication.translate("Preferences", "for ever"),
        ),
        "keep_notes_days": (
            QCoreApplication.translate("Preferences", " days"),
            QCoreApplication.translate("Preferences", "for ever"),
        ),
        "silent_minutes": (
            QCoreApplication.translate("Preferences", " minutes"),
            QCoreApplication.translate("Preferences", "never"),
        ),
        "action_url_port": ("", QCoreApplication.translate("Preferences", "off")),
    }
    return words.get(key, ("", ""))


def page(name: str) -> str:
    """A page's name in the list."""
    words = {
        "headset": QCoreApplication.translate("Preferences", "Headset"),
        "hearing": QCoreApplication.translate("Preferences", "Recognition"),
        "playbook": QCoreApplication.translate("Preferences", "Playbook"),
        "appearance": QCoreApplication.translate("Preferences", "Appearance"),
        "shortcuts": QCoreApplication.translate("Preferences", "Shortcuts"),
        "privacy": QCoreApplication.translate("Preferences", "Privacy"),
        "retention": QCoreApplication.translate("Preferences", "Retention"),
        "team": QCoreApplication.translate("Preferences", "Team database"),
        "softphone": QCoreApplication.translate("Preferences", "Softphone"),
    }
    return words[name]


def leaves(shares: str, has_address: bool) -> str:
    """What of a call leaves this computer, in a sentence."""
    if not has_address or shares == "nothing":
        return QCoreApplication.translate("Preferences", "Nothing leaves this computer.")
    words = {
        "totals": QCoreApplication.translate(
            "Preferences",
            "Counts, times, outcomes, causes and promises kept or not "
            "leave this computer; no word that was said.",
        ),
        "transcripts": QCoreApplication.translate(
            "Preferences",
            "What was said (with card numbers and the like masked) and "
            "the totals leave this computer; no sound.",
        ),
        "audio": QCoreApplication.translate(
            "Preferences",
            "What was said, the totals and the sound of kept calls leave this computer.",
        ),
    }
    return words[shares]


def key_place(place: str) -> str:
    """Where the key is that opens the calls, and who could open them, in a sentence."""
    if place == "keyring":
        return QCoreApplication.translate(
            "Preferences",
            "The key of your calls is in the system's keyring: a copy of their folder opens "
            "nowhere else.",
        )
    if not place:
        return QCoreApplication.translate(
            "Preferences", "The key of your calls is made with the first call."
        )
    return QCoreApplication.translate(
        "Preferences",
        "The key of your calls is in the file {file}, which only your account may read; whoever "
        "copies the whole folder has it too.",
    ).format(file=place)
