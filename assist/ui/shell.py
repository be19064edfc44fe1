"""The sidebar with everything around it: engine, shortcuts, tray, windows, settings that change."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QWidget

from assist.core.commands import Command, EndCall, ReloadSettings, StartCall
from assist.core.errors import AssistError
from assist.core.notices import CallSaved, Notice, SettingsChanged
from assist.core.preferences import SettingsDesk, SetupDesk
from assist.ui.bridge import EngineBridge, LinkFactory
from assist.ui.callername import take_name
from assist.ui.callstate import Phase
from assist.ui.keys import Keys
from assist.ui.look import Look
from assist.ui.native import open_desktop
from assist.ui.native.autostart import is_autostarted, set_autostart
from assist.ui.native.chords import Shortcut
from assist.ui.native.desktop import NativeDesktop
from assist.ui.opening import MakeWindow, ToolWindows
from assist.ui.preferences.opening import PreferenceWindows
from assist.ui.sidebar.docking import Place, clamp_width
from assist.ui.sidebar.menu import MenuEntry
from assist.ui.sidebar.window import SidebarWindow
from assist.ui.single import SingleInstance
from assist.ui.startup import interrupts, say_on_stderr, say_on_stdout
from assist.ui.theme import Theme
from assist.ui.tray import Tray

INTERRUPTED = 130
"""Exit status after Ctrl-C, as shells give it (128 + SIGINT)."""
DEMO = "--demo="
"""Begins the argument by which a second start asks for the demo at a speed."""

PlaceKeeper = Callable[[Mapping[str, str | int | bool]], None]
"""Keeps where the sidebar was put, by the keys of the settings. May raise AssistError."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnSettings:
    """What the app's own settings add: they change while it runs, and change the system."""

    read: Callable[[], Look]
    settings_desk: Callable[[], SettingsDesk]
    setup_desk: Callable[[], SetupDesk]
    needs_first_run: Callable[[], bool]
    policy_problem: Callable[[], str]
    """What is wrong with the administrator's policy, a sentence; "" if nothing."""
    command: tuple[str, ...] = ()
    """Starts the app with the session; empty where that is not ours to change."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ways:
    """How the sidebar reaches the rest of the app. All but `open_link` may raise AssistError."""

    open_link: LinkFactory
    keep_place: PlaceKeeper
    report_of: Callable[[str], Command]
    """What a `callassist://` address tells."""
    windows: Mapping[MenuEntry, Callable[[Theme], QWidget]] = field(default_factory=dict)
    """What the menu opens: windows with a signal `closed`."""
    own: OwnSettings | None = None


class Shell(QObject):
    """One sidebar from its start to its end; `run` is its whole life."""

    def __init__(self, look: Look, ways: Ways) -> None:
        super().__init__()
        self._look = look
        self._ways = ways
        self._told_problem = ""

    def run(
        self,
        application: QApplication,
        first: list[Command],
        single: SingleInstance | None,
        on_shown: Callable[[SidebarWindow], None] | None,
    ) -> int:
        """Show it until it is closed, sending `first`; returns the exit status."""
        self._application = application
        own = self._ways.own
        with interrupts() as obey:
            self._desktop = desktop = open_desktop(self._application.platformName())
            self._bridge = EngineBridge(self._ways.open_link)
            self._window = window = _make_window(self._look, self._bridge, desktop)
            self._preferences = (
                None
                if own is None
                else PreferenceWindows(
                    own.settings_desk, own.setup_desk, theme=self.theme, parent=self
                )
            )
            self._windows = ToolWindows(
                self._makers(),
                window.show_trouble,
                lambda: (window.frame.area(), window.frame.room()),
                self,
            )
            self._tray = Tray(self)
            self._keys = Keys(window, desktop, self._bridge.shortcut_pressed.emit)
            scheme_changed = QApplication.styleHints().colorSchemeChanged
            scheme_changed.connect(self._system_changed)
            try:
                self._connect(single)
                window.dock()
                window.show()
                window.frame.watch_screens()
                self._apply_to_system(desktop.limits)
                self._bridge.start()
                for command in first:
                    self._bridge.send(command)
                if own is not None and not first and own.needs_first_run():
                    self._windows.open(MenuEntry.SETUP)
                if on_shown is not None:
                    on_shown(window)
                obey(self._interrupted)
                status = self._application.exec()
            finally:
                scheme_changed.disconnect(self._system_changed)
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
        window.entry_chosen.connect(self._windows.open)
        window.closed.connect(lambda: self._application.exit(0))
        window.placed.connect(self._placed)
        window.state_shown.connect(self._keys.follow)
        window.state_shown.connect(lambda: tray.show_state(window.state, window.trouble))
        window.menu.set_entries(self._makers())
        window.idle.can_set_up = MenuEntry.SETUP in self._makers()
        bridge.shortcut_pressed.connect(self._pressed)
        bridge.notice_received.connect(self._noticed)
        if self._preferences is not None:
            self._preferences.settings_changed.connect(self._settings_changed)
            self._preferences.setup_asked.connect(lambda: self._windows.open(MenuEntry.SETUP))
            self._preferences.capturing.connect(self._keys.rest)
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
        makers: dict[MenuEntry, MakeWindow] = {
            entry: partial(self._make, make) for entry, make in self._ways.windows.items()
        }
        if self._preferences is not None:
            makers[MenuEntry.SETTINGS] = self._preferences.settings_window
            makers[MenuEntry.SETUP] = self._preferences.first_run_window
        return makers

    def _pressed(self, shortcut: Shortcut) -> None:
        if shortcut is not Shortcut.NAME:
            self._window.press_shortcut(shortcut)
            return
        take_name(
            self._desktop,
            self._look.name_pattern,
            in_call=self._window.state.phase is Phase.CALL,
            send=self._bridge.send,
            say=self._window.show_trouble,
        )

    def _make(self, make: Callable[[Theme], QWidget]) -> QWidget:
        return make(self.theme())

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
        if self._preferences is not None:
            self._preferences.follow([f"shortcut_{each}" for each in self._keys.taken])
        own = self._ways.own
        if own is not None:
            self._tell_policy(own.policy_problem())
        if own is not None and own.command and look.has_autostart != is_autostarted():
            self._attempt(lambda: set_autostart(look.has_autostart, own.command))

    def _tell_policy(self, problem: str) -> None:
        """Say once that the policy is broken, and what holds until it is mended."""
        if problem and problem != self._told_problem:
            self._window.show_trouble(problem)
        self._told_problem = problem

    def _noticed(self, notice: Notice) -> None:
        if isinstance(notice, CallSaved):
            # Whoever started the window from a terminal reads there where the call is.
            say_on_stdout(f"Saved: {notice.journal}")
        elif isinstance(notice, SettingsChanged):
            self.reload()

    def _settings_changed(self) -> None:
        """A window of ours changed them: hold here at once, whether or not an engine runs."""
        self.reload()
        self._bridge.send(ReloadSettings())

    def reload(self) -> None:
        """Read the settings again and do as they say from now on."""
        if self._ways.own is None:
            return
        try:
            look = self._ways.own.read()
        except AssistError as error:
            self._window.show_trouble(str(error))
            return
        before, self._look = self._look, look
        if look != before:
            # One that stands away from its edge, which no setting says, stays there.
            stays = (look.side, look.screen, look.is_collapsed) == (
                *(before.side, before.screen, before.is_collapsed),
            )
            here = replace(self._window.frame.place, width=look.place().width)
            self._window.apply(look, here if stays else None)
            self._windows.set_theme(self.theme())
        self._apply_to_system("")

    def _system_changed(self) -> None:
        self._window.set_theme(self.theme())
        self._windows.set_theme(self.theme())
        self._window.dock()

    def _placed(self, place: Place) -> None:
        """Have it kept; what fails is said in the sidebar."""
        kept: dict[str, str | int | bool] = {
            "sidebar_width": clamp_width(round(place.width / self._look.scale)),
            "sidebar_is_collapsed": place.is_collapsed,
        }
        if place.side:
            kept |= {"sidebar_side": place.side, "sidebar_screen": place.screen}
        self._attempt(lambda: self._ways.keep_place(kept))

    def _handed_over(self, arguments: tuple[str, ...]) -> None:
        """Another start was asked for something: do it here, and be seen."""
        self._window.come_forward()
        for argument in arguments:
            if argument.startswith(DEMO):
                speed = float(argument.removeprefix(DEMO))
                self._bridge.send(StartCall(source="demo", speed=speed))
            else:
                self._attempt(partial(self._tell, argument))

    def _tell(self, url: str) -> None:
        self._bridge.send(self._ways.report_of(url))

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
