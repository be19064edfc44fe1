"""Opens the sidebar: the one way in, from `assist` with no command and from the demo."""

import os
import re
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QWidget

import assist
from assist.core.commands import Command, EndCall, ReloadSettings, StartCall
from assist.core.errors import AssistError
from assist.core.interfaces import EngineLink, RuleDesk
from assist.core.notices import CallSaved, Notice, SettingsChanged
from assist.core.preferences import SettingsDesk, SetupDesk
from assist.settings import Settings
from assist.ui.bridge import EngineBridge, LinkFactory
from assist.ui.keys import Keys
from assist.ui.look import Look
from assist.ui.native import open_desktop
from assist.ui.native.autostart import is_autostarted, set_autostart
from assist.ui.native.chords import DEFAULT_KEYS
from assist.ui.native.desktop import NativeDesktop
from assist.ui.opening import MakeWindow, ToolWindows
from assist.ui.preferences.opening import PreferenceWindows
from assist.ui.sidebar.docking import Place, clamp_width
from assist.ui.sidebar.menu import MenuEntry
from assist.ui.sidebar.window import SidebarWindow
from assist.ui.single import SingleInstance
from assist.ui.startup import (
    DesktopError,
    application,
    interrupts,
    prepare_platform,
    say_on_stderr,
    say_on_stdout,
)
from assist.ui.theme import Theme, make_theme
from assist.ui.translation import install_language
from assist.ui.tray import Tray

if TYPE_CHECKING:
    from assist.ui.editor.window import RuleEditorWindow

__all__ = ["INTERRUPTED", "DesktopError", "prepare_platform", "run_desktop", "run_editor"]

PlaceKeeper = Callable[[Mapping[str, str | int | bool]], None]
"""Keeps where the sidebar was put, by the keys of the settings. May raise AssistError."""
INTERRUPTED = 130
"""Exit status after Ctrl-C, as shells give it (128 + SIGINT)."""
_DEMO = "--demo="


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
        arguments += [] if demo_speed is None else [f"{_DEMO}{demo_speed}"]
        single.hand_over(arguments)
        say_on_stdout("The sidebar is already open.")
        return 0
    try:
        first = [report] if report is not None else []
        if demo_speed is not None:
            first.append(StartCall(source="demo", speed=demo_speed))
        desk = _Desk(settings, open_link, keep_place, is_own=chosen is None)
        return desk.run(first, single, on_shown)
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


class _Desk(QObject):
    """The sidebar with everything around it: engine, shortcuts, tray, windows, settings."""

    def __init__(
        self,
        settings: Settings,
        open_link: LinkFactory | None,
        keep_place: PlaceKeeper,
        *,
        is_own: bool,
    ) -> None:
        super().__init__()
        self._settings = settings
        self._look = look_of(settings)
        self._open_link = _open_engine if open_link is None else open_link
        self._keep = keep_place
        self._is_own = is_own
        """Whether the settings are the app's, to be read again and to change the system by."""

    def run(
        self,
        first: list[Command],
        single: SingleInstance | None,
        on_shown: Callable[[SidebarWindow], None] | None,
    ) -> int:
        self._application = _speaking(application(), self._settings)
        with interrupts() as obey:
            desktop = open_desktop(self._application.platformName())
            self._bridge = EngineBridge(self._open_link)
            self._window = window = _make_window(self._look, self._bridge, desktop)
            self._preferences = PreferenceWindows(
                _settings_desk, _setup_desk, theme=self.theme, parent=self
            )
            self._windows = ToolWindows(self._makers(), window.show_trouble, self)
            self._tray = Tray(self)
            self._keys = Keys(window, desktop, self._bridge.shortcut_pressed.emit)
            try:
                self._connect(single)
                window.dock()
                window.show()
                window.frame.watch_screens()
                self._apply_to_system(desktop.limits)
                self._bridge.start()
                for command in first:
                    self._bridge.send(command)
                if self._is_own and not first and _needs_first_run():
                    self._windows.open(MenuEntry.SETUP)
                if on_shown is not None:
                    on_shown(window)
                obey(self._interrupted)
                status = self._application.exec()
            finally:
                self._windows.close()
                self._bridge.stop()
                desktop.close()
                self._tray.close()
                window.deleteLater()
        return status

    def theme(self) -> Theme:
        return self._look.make_theme()

    def _connect(self, single: SingleInstance | None) -> None:
        window, bridge, tray = self._window, self._bridge, self._tray
        QApplication.styleHints().colorSchemeChanged.connect(self._system_changed)
        window.entry_chosen.connect(self._windows.open)
        window.closed.connect(lambda: self._application.exit(0))
        window.placed.connect(self._placed)
        window.state_shown.connect(self._keys.follow)
        window.state_shown.connect(lambda: tray.show_state(window.state, window.trouble))
        window.menu.set_entries(self._makers())
        window.idle.can_set_up = MenuEntry.SETUP in self._makers()
        bridge.shortcut_pressed.connect(window.press_shortcut)
        bridge.notice_received.connect(self._noticed)
        self._preferences.settings_changed.connect(self._settings_changed)
        self._preferences.setup_asked.connect(lambda: self._windows.open(MenuEntry.SETUP))
        tray.toggle_asked.connect(lambda: window.set_collapsed(not window.is_collapsed))
        tray.listen_asked.connect(lambda: bridge.send(StartCall(source="live")))
        tray.end_asked.connect(lambda: bridge.send(EndCall()))
        tray.pause_asked.connect(window.toggle_pause)
        tray.settings_asked.connect(lambda: self._windows.open(MenuEntry.SETTINGS))
        tray.quit_asked.connect(window.close)
        tray.set_entries(has_settings=MenuEntry.SETTINGS in self._makers())
        if single is not None:
            single.handed_over.connect(self._handed_over)
            single.listen()

    def _makers(self) -> dict[MenuEntry, MakeWindow]:
        """What the menu opens besides what the sidebar does itself."""
        own: dict[MenuEntry, MakeWindow] = {
            MenuEntry.SETTINGS: self._preferences.settings_window,
            MenuEntry.SETUP: self._preferences.first_run_window,
        }
        return {
            **(own if self._is_own else {}),
            MenuEntry.RULES: self._make_editor,
            MenuEntry.PRACTICE: self._make_practice,
            MenuEntry.ABOUT: self._make_about,
        }

    def _make_editor(self) -> QWidget:
        from assist.ui.editor.window import RuleEditorWindow

        return RuleEditorWindow(self.theme(), _open_rules("agent"))

    def _make_practice(self) -> QWidget:
        from assist import app
        from assist.ui.practice.opening import open_practice

        return open_practice(app.practice(), self.theme())

    def _make_about(self) -> QWidget:
        from assist.app.desk import notices_text
        from assist.ui.about import AboutWindow

        return AboutWindow(self.theme(), assist.__version__, notices_text())

    def _apply_to_system(self, limits: str) -> None:
        """Shortcuts, tray and autostart: what stands outside our windows."""
        window, look = self._window, self._look
        self._keys.set_keys(look.keys)
        if limits:
            window.show_trouble(f"{window.state.trouble} {limits}".strip())
        self._tray.set_shown(look.has_tray)
        lacks_tray = look.has_tray and not self._tray.is_there
        window.menu.set_note(
            self.tr("This desktop shows no tray icons; the app does without one.")
            if lacks_tray
            else ""
        )
        self._preferences.follow([f"shortcut_{each}" for each in self._keys.taken])
        if self._is_own and self._settings.autostart != is_autostarted():
            self._attempt(lambda: set_autostart(self._settings.autostart, _own_command()))

    def _noticed(self, notice: Notice) -> None:
        if isinstance(notice, CallSaved):
            # Whoever started the window from a terminal reads there where the call is.
            say_on_stdout(f"Saved: {notice.journal}")
        elif isinstance(notice, SettingsChanged) and self._is_own:
            self.reload()

    def _settings_changed(self) -> None:
        """A window of ours changed them: hold here at once, whether or not an engine runs."""
        self.reload()
        self._bridge.send(ReloadSettings())

    def reload(self) -> None:
        """Read the settings again and do as they say from now on."""
        try:
            self._settings = _load_settings()
        except AssistError as error:
            self._window.show_trouble(str(error))
            return
        before, self._look = self._look, look_of(self._settings)
        if self._look != before:
            self._window.apply(self._look)
        self._apply_to_system("")

    def _system_changed(self) -> None:
        self._window.set_theme(self.theme())
        self._window.dock()

    def _placed(self, place: Place) -> None:
        """Have it kept; what fails is said in the sidebar."""
        kept: dict[str, str | int | bool] = {
            "sidebar_width": clamp_width(round(place.width / self._look.scale)),
            "sidebar_is_collapsed": place.is_collapsed,
        }
        if place.side:
            kept |= {"sidebar_side": place.side, "sidebar_screen": place.screen}
        self._attempt(lambda: self._keep(kept))

    def _handed_over(self, arguments: tuple[str, ...]) -> None:
        """Another start was asked for something: do it here, and be seen."""
        self._window.come_forward()
        for argument in arguments:
            if argument.startswith(_DEMO):
                speed = float(argument.removeprefix(_DEMO))
                self._bridge.send(StartCall(source="demo", speed=speed))
            else:
                self._attempt(partial(self._tell, argument))

    def _tell(self, url: str) -> None:
        self._bridge.send(_report_of(url))

    def _attempt(self, act: Callable[[], object]) -> None:
        try:
            act()
        except AssistError as error:
            self._window.show_trouble(str(error))

    def _interrupted(self) -> None:
        """Ctrl-C ends the call as well: somebody at a terminal means all of it."""
        self._window.keep_typed()
        if self._window.is_in_call:
            self._bridge.send(EndCall())
            say_on_stderr("assist: stopped; the engine ends the call and saves it.")
        else:
            say_on_stderr("assist: stopped.")
        self._application.exit(INTERRUPTED)  # quit() would ask the window first; it may ask back


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
        has_tray=settings.show_tray,
        keys={shortcut: getattr(settings, f"shortcut_{shortcut}") for shortcut in DEFAULT_KEYS},
    )


def _make_window(look: Look, bridge: EngineBridge, desktop: NativeDesktop) -> SidebarWindow:
    window = SidebarWindow(
        look.make_theme(),
        bridge.send,
        desktop,
        look.place(),
        announces=look.announces,
        reserves_edge=look.reserves_edge,
    )
    bridge.event_received.connect(window.handle_message)
    bridge.notice_received.connect(window.handle_message)
    bridge.snapshot_received.connect(window.handle_snapshot)
    bridge.connection_changed.connect(window.show_connection)
    return window


def _lock_file(environment: Mapping[str, str]) -> Path | None:
    """One per user and display; None where its folder cannot be made."""
    from assist import paths

    display = re.sub(r"[^A-Za-z0-9]+", "-", environment.get("DISPLAY", ""))
    try:
        return paths.runtime_dir() / f"sidebar{display}.lock"
    except OSError:
        return None


def _own_command() -> list[str]:
    from assist import paths

    return paths.self_command()


def _open_rules(layer: str) -> RuleDesk:
    from assist import app

    return app.rule_desk(layer)


def _settings_desk() -> SettingsDesk:
    from assist import app

    return app.settings_desk()


def _setup_desk() -> SetupDesk:
    from assist import app

    return app.setup_desk()


def _needs_first_run() -> bool:
    from assist import app

    return app.needs_first_run()


def _keep_place(place: Mapping[str, str | int | bool]) -> None:
    from assist.app.desk import keep_place

    keep_place(place)


def _forget_place(place: Mapping[str, str | int | bool]) -> None:
    del place


def _report_of(url: str) -> Command:
    from assist.app.desk import phone_report

    return phone_report(url)


def _speaking(application: QApplication, settings: Settings) -> QApplication:
    """The application with its texts in the user's language, before a window is made."""
    from assist import paths

    folder = paths.resources_dir() / "translations"
    install_language(application, folder, settings.language)
    return application


def _load_settings() -> Settings:
    from assist import app

    return app.load_settings()


def _open_engine() -> EngineLink:
    from assist import app

    return app.open_link()
