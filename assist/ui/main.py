"""Opens the sidebar: the one way in, from `assist` with no command and from the demo."""

import os
import re
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication, QWidget

import assist
from assist.core.commands import Command, StartCall
from assist.core.interfaces import EngineLink, LeadBoard, ReviewDesk, RuleDesk
from assist.core.review import ReviewCall, Waveform
from assist.core.team import TeamFigures
from assist.settings import Settings
from assist.ui.bridge import LinkFactory
from assist.ui.look import Look
from assist.ui.native.chords import DEFAULT_KEYS
from assist.ui.shell import DEMO, INTERRUPTED, OwnSettings, PlaceKeeper, Shell, Ways
from assist.ui.sidebar.menu import MenuEntry
from assist.ui.sidebar.window import SidebarWindow
from assist.ui.single import SingleInstance
from assist.ui.startup import (
    DesktopError,
    application,
    interrupts,
    prepare_platform,
    say_on_stdout,
)
from assist.ui.theme import Theme, make_theme
from assist.ui.translation import install_language

if TYPE_CHECKING:
    from assist.ui.editor.window import RuleEditorWindow
    from assist.ui.review.window import ReviewWindow

__all__ = [
    "INTERRUPTED",
    "DesktopError",
    "prepare_platform",
    "print_call",
    "print_team",
    "run_desktop",
    "run_editor",
    "run_review",
]


def run_desktop(
    *,
    demo_speed: float | None = None,
    url: str = "",
    open_link: LinkFactory | None = None,
    chosen: Settings | None = None,
    on_shown: Callable[[SidebarWindow], None] | None = None,
    lock_file: Path | None = None,
    keep_place: PlaceKeeper | None = None,
) -> int:
    """Show the sidebar until it is closed; with `demo_speed` the demo call plays in it.

    `url` is a `callassist://` address to be told to the engine. `open_link` and `chosen` are the
    engine and the settings, those of the app where not given, and so is `keep_place`; `on_shown` is
    called once the window is on the screen. With a `lock_file` (by default where the engine is the
    app's) there is one window only: a second start hands over what it was asked and ends. Raises
    DesktopError, SettingsError and PhoneError.
    """
    report = _report_of(url) if url else None
    settings = _load_settings() if chosen is None else chosen
    if keep_place is None:
        keep_place = _keep_place if chosen is None else _forget_place
    prepare_platform(os.environ)
    if lock_file is None and open_link is None:
        lock_file = _lock_file(os.environ)
    single = None if lock_file is None else SingleInstance(lock_file)
    if single is not None and not single.claim():
        arguments = [url] if url else []
        arguments += [] if demo_speed is None else [f"{DEMO}{demo_speed}"]
        single.hand_over(arguments)
        say_on_stdout("The sidebar is already open.")
        return 0
    try:
        first = [report] if report is not None else []
        if demo_speed is not None:
            first.append(StartCall(source="demo", speed=demo_speed))
        ways = Ways(
            open_link=_open_engine if open_link is None else open_link,
            keep_place=keep_place,
            report_of=_report_of,
            windows={
                MenuEntry.RULES: _make_editor,
                MenuEntry.PRACTICE: _make_practice,
                MenuEntry.REVIEW: _make_review,
                MenuEntry.ABOUT: _make_about,
            },
            own=_own_settings() if chosen is None else None,
        )
        shell = Shell(look_of(settings), ways)
        return shell.run(_speaking(application(), settings), first, single, on_shown)
    finally:
        if single is not None:
            single.release()


def run_editor(
    layer: str,
    *,
    desk: RuleDesk | None = None,
    chosen: Settings | None = None,
    on_shown: "Callable[[RuleEditorWindow], None] | None" = None,
) -> int:
    """Show the rule editor on a layer until it is closed. Raises what opening the rules raises."""
    from assist.ui.editor.window import RuleEditorWindow  # the sidebar need not wait for it

    settings = _load_settings() if chosen is None else chosen
    if desk is None:
        desk = _open_rules(layer)
    prepare_platform(os.environ)
    running = _speaking(application(), settings)
    with interrupts() as obey:
        window = RuleEditorWindow(make_theme(settings.theme, settings.text_percent / 100), desk)
        window.closed.connect(lambda: running.exit(0))
        window.show()
        if on_shown is not None:
            on_shown(window)
        obey(window.close)
        status = running.exec()
    window.deleteLater()
    return status


def run_review(
    *,
    is_agent: bool = False,
    is_local: bool = False,
    open_desk: Callable[[], ReviewDesk] | None = None,
    chosen: Settings | None = None,
    on_shown: "Callable[[ReviewWindow], None] | None" = None,
) -> int:
    """Show the review window until it is closed.

    `is_agent`: of the own calls; `is_local`: of this computer's though a team's database is set.
    """
    from assist.ui.review.window import ReviewWindow  # the sidebar need not wait for it

    settings = _load_settings() if chosen is None else chosen
    prepare_platform(os.environ)
    running = _speaking(application(), settings)
    desk = open_desk or _review_desk(is_agent=is_agent, is_local=is_local)
    with interrupts() as obey:
        theme = make_theme(settings.theme, settings.text_percent / 100)
        window = ReviewWindow(theme, desk, open_board=_open_board)
        window.closed.connect(lambda: running.exit(0))
        window.show()
        if on_shown is not None:
            on_shown(window)
        obey(lambda: _close(window))
        status = running.exec()
    window.deleteLater()
    return status


def print_call(page: str, call: ReviewCall, waveform: Waveform | None, file: Path) -> None:
    """Write a call's page as PDF; needs no display. Raises PrintFailed."""
    from assist.ui.review.printing import write_pdf

    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    application()
    write_pdf(page, call, waveform, file)


def print_team(page: str, figures: TeamFigures, file: Path) -> None:
    """Write a team's page as PDF; needs no display. Raises PrintFailed."""
    from assist.ui.review.printing import write_team_pdf

    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    application()
    write_team_pdf(page, figures, file)


def _close(window: QWidget) -> None:
    window.close()


def look_of(settings: Settings) -> Look:
    """What the settings say of the sidebar."""
    return Look(
        theme=settings.theme,
        text_percent=settings.text_percent,
        motion=settings.motion,
        side=settings.sidebar_side,
        width=settings.sidebar_width,
        screen=settings.sidebar_screen,
        is_collapsed=settings.sidebar_is_collapsed,
        reserves_edge=settings.sidebar_reserves_edge,
        announces=settings.announce_prompts,
        has_autostart=settings.autostart,
        has_tray=settings.show_tray,
        name_pattern=settings.name_pattern,
        keys={shortcut: getattr(settings, f"shortcut_{shortcut}") for shortcut in DEFAULT_KEYS},
    )


def _lock_file(environment: Mapping[str, str]) -> Path | None:
    """One per user and display; None where its folder cannot be made."""
    from assist import paths

    display = re.sub(r"[^A-Za-z0-9]+", "-", environment.get("DISPLAY", ""))
    try:
        return paths.runtime_dir() / f"sidebar{display}.lock"
    except OSError:
        return None


def _open_rules(layer: str) -> RuleDesk:
    from assist import app

    return app.rule_desk(layer)


def _own_settings() -> OwnSettings:
    from assist import app, paths

    return OwnSettings(
        read=lambda: look_of(app.load_settings()),
        settings_desk=app.settings_desk,
        setup_desk=app.setup_desk,
        needs_first_run=app.needs_first_run,
        policy_problem=lambda: app.settings_state().policy.problem,
        # Below a folder of its own the app is a trial or a test: the session is not its to change.
        command=() if os.environ.get("CALLASSIST_HOME") else tuple(paths.self_command()),
    )


def _make_editor(theme: Theme) -> QWidget:
    from assist.ui.editor.window import RuleEditorWindow

    return RuleEditorWindow(theme, _open_rules("agent"))


def _make_practice(theme: Theme) -> QWidget:
    from assist import app
    from assist.ui.practice.opening import open_practice

    return open_practice(app.practice(), theme)


def _make_review(theme: Theme) -> QWidget:
    from assist.ui.review.window import ReviewWindow

    return ReviewWindow(theme, _review_desk(is_agent=False), open_board=_open_board)


def _review_desk(*, is_agent: bool, is_local: bool = False) -> Callable[[], ReviewDesk]:
    from assist import app

    return partial(app.review_desk, is_agent=is_agent, is_local=is_local)


def _open_board() -> LeadBoard:
    from assist.app.live import open_lead_board

    return open_lead_board()


def _make_about(theme: Theme) -> QWidget:
    from assist.app.desk import notices_text
    from assist.ui.about import AboutWindow

    return AboutWindow(theme, assist.__version__, notices_text())


def _keep_place(place: Mapping[str, str | int | bool]) -> None:
    from assist.app.desk import keep_place

    keep_place(place)


def _forget_place(place: Mapping[str, str | int | bool]) -> None:
    del place


def _report_of(url: str) -> Command:
    from assist.app.desk import phone_report

    return phone_report(url)


def _speaking(application: QApplication, settings: Settings) -> QApplication:
    """The application with its icon and the user's language, before a window is made."""
    from assist import paths

    resources = paths.resources_dir()
    application.setWindowIcon(QIcon(str(resources / "icons" / "callassist.svg")))
    application.setDesktopFileName("callassist")  # the entry that packaging/linux installs
    install_language(application, resources / "translations", settings.language)
    return application


def _load_settings() -> Settings:
    from assist import app

    return app.load_settings()


def _open_engine() -> EngineLink:
    from assist import app

    return app.open_link()
