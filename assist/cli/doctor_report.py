"""`assist doctor --report`: a zip for whoever helps, without a customer's words."""

import datetime
import importlib.metadata as metadata
import json
import locale
import os
import platform
import sys
import time
import zipfile
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from assist import __version__, app, paths, settings
from assist.cli.about import installation
from assist.cli.scrub import Known, Scrubber
from assist.core.errors import AssistError

_LOG_LINES = 2_000
"""Of each log: some hours of a busy day."""
_CALLS_READ = 500
"""So many of the latest calls are looked through for words that must not leave; names of all."""
_CALLS_LISTED = 50_000
_WITH_COUNTS = frozenset({"system.json", "calls.json", "models.json"})
"""Their long numbers are ours."""
_PACKAGES = (
    "vosk",
    "numpy",
    "sounddevice",
    "soundfile",
    "soxr",
    "pulsectl",
    "PySide6-Essentials",
    "SQLAlchemy",
    "sqlcipher3",
    "msgspec",
    "platformdirs",
    "cryptography",
    "keyring",
    "psycopg",
)
_SESSION = ("XDG_SESSION_TYPE", "XDG_CURRENT_DESKTOP", "DISPLAY", "WAYLAND_DISPLAY", "LANG")
"""Variables that say which kind of desktop this is."""
_PRIVATE = frozenset({"agent_name", "words", "name_pattern", "softphone_programs"})
"""Settings of which only is told whether, or how much, is set."""

_README = """\
A report of Call Assist for whoever helps to find a fault, made by `assist doctor --report`.

Inside: the doctor's checks, versions, system and sound devices, settings without secrets and names,
counts of calls, the speech models' state, and the latest lines of the logs.

Not inside: a word that was said in a call, a customer's name, number or reference, sound, journals,
the database, keys, passwords. What looks like one of them in a log is replaced by three dots. Look
through these files before you send them: they are plain text.
"""


class ReportNotWritten(AssistError):
    """The report's file cannot be made."""


def report_file(asked: Path, today: datetime.date) -> Path:
    """Where the report goes: what was asked for, as a zip; a name of the day where nothing was.

    Each report of a day gets a name of its own in the current folder.
    """
    if asked.name:
        is_zip = asked.suffix.lower() == ".zip"
        return asked if is_zip else asked.with_name(f"{asked.name}.zip")
    name = f"callassist-report-{today:%Y-%m-%d}"
    file, number = Path(f"{name}.zip"), 1
    while file.exists():
        number += 1
        file = Path(f"{name}-{number}.zip")
    return file


def write_report(file: Path, checks: Sequence[tuple[str, bool | None, str]]) -> tuple[str, ...]:
    """Write the zip; returns what is inside. `checks` are the doctor's lines. Raises AssistError.

    An existing file is not replaced: it may be another report that is still wanted.
    """
    scrubber = Scrubber(known_people())
    parts = {
        "README.txt": _README,
        "checks.txt": _checks(checks),
        "system.json": _as_json(_system()),
        "devices.json": _as_json(_said(_devices)),
        "settings.txt": _settings(),
        "calls.json": _as_json(_said(_calls)),
        "models.json": _as_json(_said(_models)),
    }
    parts = {
        name: scrubber.text(text, has_counts=name in _WITH_COUNTS) + "\n"
        for name, text in parts.items()
    }
    for log in sorted(paths.log_file().parent.glob("*.log*")):
        lines = scrubber.log(_last_lines(log))
        if lines:
            parts[f"logs/{log.name}.txt"] = "\n".join(lines) + "\n"
    try:
        with zipfile.ZipFile(file, "x", zipfile.ZIP_DEFLATED) as packed:
            for name, text in parts.items():
                packed.writestr(name, text)
    except FileExistsError:
        raise ReportNotWritten(f"{file} exists already; name another file.") from None
    except OSError as error:
        raise ReportNotWritten(
            f"{file} cannot be written ({error.strerror}); name another place."
        ) from None
    return tuple(parts)


def known_people() -> Known:
    """Who the stored calls are with and what was said in the latest of them."""
    from assist.store.model import CallFilter

    names: set[str] = set()
    said: list[str] = []
    if not paths.database_file().exists():
        return Known()
    try:
        with app.open_store() as store:
            for number, call in enumerate(store.list_calls(CallFilter(limit=_CALLS_LISTED))):
                names |= {call.customer_name, call.customer_number, call.reference}
                said += [call.problem, call.note, call.summary]
                if number < _CALLS_READ:
                    stored = store.get_call(call.id)
                    said += [utterance.text for utterance in stored.utterances]
                    said += [promise.what for promise in stored.promises]
                    names |= {
                        each.detection.detail
                        for each in stored.detections
                        if "name" in each.detection.label
                    }
    except AssistError:
        return Known(names=tuple(filter(None, names)), said=tuple(filter(None, said)))
    return Known(names=tuple(filter(None, names)), said=tuple(filter(None, said)))


def _checks(checks: Sequence[tuple[str, bool | None, str]]) -> str:
    marks = {True: "ok ", False: "NOT", None: "-  "}
    return "\n".join(
        f"{marks[is_fine]} {subject}: {finding}" for subject, is_fine, finding in checks
    )


def _system() -> dict[str, Any]:
    return {
        "app": __version__,
        "installed": installation(),
        "python": sys.version,
        "system": platform.platform(),
        "machine": platform.machine(),
        "processors": os.cpu_count(),
        "memory_mb": _memory_mb(),
        "time": time.strftime("%Y-%m-%dT%H:%M:%S%z"),
        "encoding": locale.getpreferredencoding(False),
        "session": {name: os.environ[name] for name in _SESSION if name in os.environ},
        "packages": {name: _version(name) for name in _PACKAGES},
    }


def _version(package: str) -> str:
    try:
        return metadata.version(package)
    except metadata.PackageNotFoundError:
        return "not here"


def _memory_mb() -> int | None:
    try:
        return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") // 1_000_000
    except (AttributeError, OSError, ValueError):  # Windows has no sysconf
        return None


def _devices() -> list[dict[str, Any]]:
    return [
        {
            "party": device.party.value,
            "name": device.name,
            "description": device.description,
            "is_used": device.is_chosen,
        }
        for device in app.device_choices()
    ]


def _settings() -> str:
    try:
        state = app.settings_state()
    except AssistError as error:
        return str(error)
    lines = []
    for key, field in settings.FIELDS.items():
        value = getattr(state.settings, key)
        if key in _PRIVATE and value:
            shown = f"({len(value)} set)" if isinstance(value, tuple) else "(set)"
        else:
            shown = field.shown(value)
        lines.append(f"{key} = {shown}  # {state.origins[key]}")
    if state.policy.file is not None:
        lines.append(f"policy: {state.policy.file}, {len(state.policy.locked)} locked")
    return "\n".join([*lines, *state.notes])


def _calls() -> dict[str, Any]:
    """Counts only."""
    from assist.store.model import CallFilter

    folders = _folders(paths.calls_dir())
    found: dict[str, Any] = {
        "folders": len(folders),
        "not_closed": sum((each / "open").exists() for each in folders),
        "kept_sound": sum((each / "spool").exists() for each in folders),
        "megabytes": round(sum(_size(each) for each in folders) / 1e6, 1),
    }
    if not paths.database_file().exists():
        return found
    with app.open_store() as store:
        calls = store.list_calls(CallFilter(limit=_CALLS_LISTED))
    found["stored"] = len(calls)
    found["by_day"] = Counter(call.started_at.date().isoformat() for call in calls[:1000])
    found["by_outcome"] = Counter(call.outcome or "none" for call in calls)
    found["by_notice"] = Counter(call.notice or "not answered" for call in calls)
    found["by_model"] = Counter(call.model for call in calls)
    found["minutes"] = round(sum(call.duration_ms for call in calls) / 60_000)
    found["database_mb"] = round(paths.database_file().stat().st_size / 1e6, 1)
    return found


def _models() -> list[dict[str, Any]]:
    from assist.speech.catalogue import installed_models
    from assist.speech.errors import SpeechError
    from assist.speech.layout import check_layout
    from assist.speech.verify import check_files

    found = []
    for model in installed_models(paths.models_dir(), paths.user_models_dir()):
        try:
            check_layout(model.folder)
            count = check_files(model.folder)
            state = "in order" if count is None else f"in order, {count} files compared"
        except SpeechError as error:
            state = str(error)
        megabytes = round(_size(model.folder) / 1e6)
        found.append({"name": model.name, "megabytes": megabytes, "state": state})
    return found


def _said(look: Any) -> Any:
    """What a look finds, or why it cannot."""
    try:
        return look()
    except (AssistError, OSError) as error:
        return {"error": str(error)}


def _as_json(value: Any) -> str:
    return json.dumps(value, indent=1, ensure_ascii=False)


def _folders(parent: Path) -> list[Path]:
    return [each for each in parent.iterdir() if each.is_dir()] if parent.is_dir() else []


def _size(folder: Path) -> int:
    return sum(file.stat().st_size for file in folder.rglob("*") if file.is_file())


def _last_lines(log: Path) -> list[str]:
    try:
        return log.read_text("utf-8", "replace").splitlines()[-_LOG_LINES:]
    except OSError:
        return []
