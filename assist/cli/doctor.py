"""`assist doctor`: checks what a call needs, one line each, with what to do."""

import argparse
import datetime
import importlib
import importlib.util
import os
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from rich.console import Console
from rich.text import Text

from assist import __version__, app, paths
from assist.app.consent import consent_problem
from assist.app.retention import clock_doubt
from assist.audio.remote import remote_session
from assist.cli.about import installation
from assist.cli.calls_common import counted
from assist.cli.common import Subparsers, add_command
from assist.cli.demo import has_display
from assist.cli.doctor_report import report_file, write_report
from assist.cli.setup_words import NOTICES, mark
from assist.core.errors import AssistError

_MIN_FREE_MB = 500
"""A day of calls with kept audio (two 16 kHz channels, 8 h) takes about 1.8 GB; half a gigabyte
lasts through the calls of a morning."""
_CHILD_TIMEOUT_S = 60
_REPAIR = {
    "source": "Run 'python3 bootstrap.py run --setup-only', which installs what is missing.",
    "deb": "Run 'sudo apt-get install --fix-broken', which installs what is missing.",
    "bundle": "Install the system packages that docs/packaging.md names.",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """One line of the report; `advice` says what to do when it is not fine.

    `is_fine` is None where there is nothing to judge yet, such as a question not answered.
    """

    subject: str
    is_fine: bool | None
    finding: str
    advice: str = ""

    @property
    def told(self) -> str:
        """What was found, and what to do about it where there is something to do."""
        is_advised = self.is_fine is False and bool(self.advice)
        return f"{self.finding} {self.advice}" if is_advised else self.finding


def add_parser(subparsers: Subparsers) -> None:
    parser = add_command(
        subparsers,
        "doctor",
        help="check devices, model, window and disk",
        examples="assist doctor        one line a check; exit status 1 when something needs you\n"
        "assist doctor --report     a zip for whoever helps, without a customer's words",
        run=run,
    )
    parser.add_argument("--open-window", action="store_true", help=argparse.SUPPRESS)
    parser.add_argument(
        "--report",
        type=Path,
        nargs="?",
        const=Path(),
        metavar="FILE",
        help="write a zip for support as well: versions, devices, settings, logs; nothing said "
        "(without FILE: callassist-report-DATE.zip in this folder)",
    )


def run(args: argparse.Namespace) -> int:
    if args.open_window:
        return _open_window()
    console = Console()
    settings = _settings()
    # A mistake in the settings is said once; what hangs on them was not looked at.
    skip = "" if settings.is_fine else "not checked; correct the settings first."
    checks = [Check(subject="Installed", is_fine=True, finding=_installed()), settings]
    looks = (("Speech model", _model), ("Playbook", _playbook), ("Knowledge cards", _knowledge))
    for subject, look in looks:
        checks.append(_try(subject, look, skip=skip))
    checks.append(_try("Sound", app.describe_devices, skip=skip))
    if remote := remote_session():
        checks.append(Check(subject="Remote desktop", is_fine=False, finding=remote))
    checks.append(_window())
    if settings.is_fine:
        checks += _privacy()
    checks.append(_try("Calls", _store))
    unstored = _try("Calls in no list", unstored_calls)
    if unstored.finding:
        checks.append(replace(unstored, is_fine=None if unstored.is_fine else False))
    checks.append(_try("Key of the calls", _key))
    checks.append(_backups())
    checks.append(_disk())
    clock = _try("Clock", clock_doubt)
    if clock.told:  # a date that is believed is not worth a line
        checks.append(replace(clock, is_fine=False))
    for check in checks:
        sign = mark(check.is_fine)
        console.print(Text.assemble(sign, f" {check.subject}: {check.told}"), soft_wrap=True)
    if args.report is not None:
        told = [(each.subject, each.is_fine, each.told) for each in checks]
        file = report_file(args.report, datetime.datetime.now().astimezone().date())
        inside = write_report(file, told)
        console.print(f"\n{file}: {', '.join(inside)}", soft_wrap=True, highlight=False)
        closing = "It is a zip of plain text files: look through them before you send it."
        console.print(closing, style="dim")
    return 1 if any(check.is_fine is False for check in checks) else 0


def _try(subject: str, look: Callable[[], str], *, skip: str = "") -> Check:
    """The finding of `look`, or its error, which says what to do already."""
    if skip:
        return Check(subject=subject, is_fine=False, finding=skip)
    try:
        return Check(subject=subject, is_fine=True, finding=look())
    except AssistError as error:
        return Check(subject=subject, is_fine=False, finding=str(error))
    except OSError as error:
        where = f" ({error.filename})" if error.filename else ""
        return Check(subject=subject, is_fine=False, finding=f"{error.strerror or error}{where}.")


def _settings() -> Check:
    def look() -> str:
        app.load_settings()
        file = paths.settings_file()
        return str(file) if file.exists() else f"none yet, all defaults (would be {file})"

    return _try("Settings", look)


def _model() -> str:
    settings = app.load_settings()
    app.check_model(app.model_folder(settings.model))
    if settings.model == app.STARTER_MODEL:
        return "starter (for the demo and tests; 'assist models list' has better ones)"
    return settings.model


def _playbook() -> str:
    effective = app.load_effective(app.load_settings())
    playbook, ignored = effective.playbook, len(effective.notes)
    note = f"; {ignored} changes do not count, see 'assist playbook show'" if ignored else ""
    return f"{playbook.name}, {len(playbook.rules)} rules{note}"


def _knowledge() -> str:
    chosen = app.load_settings()
    playbook = app.load_playbook(chosen)
    cards, problems = app.knowledge_cards(chosen, language=playbook.language)
    if problems:
        more = "" if len(problems) == 1 else f" ({len(problems) - 1} more problems after it)"
        raise AssistError(problems[0] + more)
    return f"{len(cards)} cards" if cards else "none"


def _window() -> Check:
    subject = "Window"
    if importlib.util.find_spec("PySide6") is None:
        return Check(
            subject=subject,
            is_fine=False,
            finding="PySide6 is not installed.",
            advice="Run 'python3 bootstrap.py run --setup-only'.",
        )
    platform = os.environ.get("QT_QPA_PLATFORM") or ("" if has_display() else "offscreen")
    # Qt aborts the process when its platform plug-in cannot load, so it is tried in a child.
    try:
        child = subprocess.run(
            [*paths.self_command(), "doctor", "--open-window"],
            env={**os.environ, **({"QT_QPA_PLATFORM": platform} if platform else {})},
            capture_output=True,
            text=True,
            timeout=_CHILD_TIMEOUT_S,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return Check(
            subject=subject,
            is_fine=False,
            finding=f"Qt did not open a window within {_CHILD_TIMEOUT_S} s.",
            advice="Check that the screen of DISPLAY or WAYLAND_DISPLAY is there.",
        )
    if child.returncode != 0:
        reason = child.stderr.strip().splitlines()
        return Check(
            subject=subject,
            is_fine=False,
            finding=f"Qt cannot start ({reason[0] if reason else 'no reason given'}).",
            advice=_REPAIR.get(paths.installed_as(), _REPAIR["source"]),
        )
    if not has_display():
        return Check(
            subject=subject,
            is_fine=False,
            finding="Qt works, but there is no screen here.",
            advice="Use 'assist listen' and 'assist demo --terminal', or open a desktop session.",
        )
    return Check(subject=subject, is_fine=True, finding="Qt opens a window here")


def _open_window() -> int:
    """What the child does: exit status 0 if Qt starts."""
    widgets = importlib.import_module("PySide6.QtWidgets")
    widgets.QApplication([])
    return 0


def _privacy() -> list[Check]:
    """The administrator's policy, what is left alone in the settings, and what callers know."""
    state = app.settings_state()
    checks = []
    if state.policy.file is not None:
        finding = state.policy.problem or f"{state.policy.file}, {len(state.policy.locked)} locked"
        is_fine = not state.policy.problem
        checks.append(Check(subject="Policy", is_fine=is_fine, finding=finding))
    for note in state.notes:
        if note != state.policy.problem:
            checks.append(Check(subject="Settings", is_fine=True, finding=note))
    chosen = state.settings
    if chosen.private_mode:
        told = "private mode: nothing of a call is kept."
        checks.append(Check(subject="Privacy", is_fine=True, finding=told))
    answer = NOTICES.get(chosen.caller_notice, "not answered yet; `assist setup` asks.")
    is_answered = True if chosen.caller_notice else None
    checks.append(Check(subject="Callers' notice", is_fine=is_answered, finding=answer))
    if problem := consent_problem(chosen.consent_phrase):
        finding = f"'consent_phrase' {problem}; it is not listened for."
        checks.append(Check(subject="Playbook", is_fine=False, finding=finding))
    return checks


def _installed() -> str:
    return f"{__version__}, {installation()}"


def _store() -> str:
    store = app.open_store()
    store.close()
    return str(paths.database_file())


def unstored_calls() -> str:
    """Calls that a crash or a damaged file keeps out of the list; erasing and ageing reach them."""
    with app.open_store() as store:
        found = store.remover.unstored.all()
    if not found:
        return ""
    unknown = [call for call in found if not call.is_known]
    told = f"{counted(len(found), 'call')} in {paths.calls_dir()}, going on, cut off or damaged"
    if unknown:
        told += f"; of {len(unknown)} nobody can read whose ({unknown[0].folder.name})"
    return f"{told}; 'assist calls list' takes in what can be"


def _key() -> str:
    keys = app.call_keys()
    if keys.is_in_keyring:
        return "in the system's keyring: a copy of the calls' folder opens nowhere else"
    if not keys.file.exists():
        return "none yet: it is made with the first call"
    return (
        f"in {keys.file}, which only your account may read; who copies the whole folder has it too "
        "('assist calls key keyring' moves it into the system's keyring)"
    )


def _backups() -> Check:
    """That there is none is the user's choice; that a deletion waits for one is told."""

    def look() -> str:
        from assist.app.backup import backups

        told = []
        for each in backups():
            waits = f", {each.waiting} deletions wait for it" if each.waiting else ""
            waits += "" if each.is_there else ", not plugged in"
            what = (
                f"{each.calls} calls of {each.made_at[:10]}" if each.made_at else "never finished"
            )
            told.append(f"{what} in {each.folder}{waits}")
        return "; ".join(told)

    check = _try("Backups", look)
    if check.finding:
        return check
    return replace(check, is_fine=None, finding="none; 'assist backup make FOLDER' makes one")


def _disk() -> Check:
    folder = paths.state_dir()
    while not folder.exists():
        folder = folder.parent
    free_mb = shutil.disk_usage(folder).free // 1_000_000
    return Check(
        subject="Disk",
        is_fine=free_mb >= _MIN_FREE_MB,
        finding=f"{free_mb:,} MB free at {folder}" + ("." if free_mb < _MIN_FREE_MB else ""),
        advice=f"Calls need at least {_MIN_FREE_MB} MB: free some space.",
    )
