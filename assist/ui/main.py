"""Opens the sidebar: the one way in, from `assist` with no command and from the demo."""

import contextlib
import os
import re
import signal
import socket
import sys
from collections.abc import Callable, Iterator, Mapping, MutableMapping
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLockFile, QSocketNotifier, Qt
from PySide6.QtWidgets import QApplication, QWidget

from assist.core.commands import EndCall, StartCall
from assist.core.errors import AssistError
from assist.core.events import Event
from assist.core.interfaces import EngineLink, RuleDesk
from assist.core.notices import CallSaved, Notice
from assist.settings import Settings
from assist.ui.bridge import EngineBridge, LinkFactory
from assist.ui.native import open_desktop
from assist.ui.native.desktop import CHORDS, NativeDesktop, Shortcut
from assist.ui.sidebar.docking import Place, clamp_width
from assist.ui.sidebar.window import SidebarWindow
from assist.ui.theme import make_theme

if TYPE_CHECKING:
    from assist.ui.editor.window import RuleEditorWindow

_APP_NAME = "Call Assist"
PlaceKeeper = Callable[[str, int], None]
INTERRUPTED = 130
"""Exit status after Ctrl-C, as shells give it (128 + SIGINT)."""


class DesktopError(AssistError):
    """The window cannot be opened."""


def run_desktop(
    *,
    demo_speed: float | None = None,
    open_link: LinkFactory | None = None,
    chosen: Settings | None = None,
    on_shown: Callable[[SidebarWindow], None] | None = None,
    lock_file: Path | None = None,
    keep_place: PlaceKeeper | None = None,
) -> int:
    """Show the sidebar until it is closed; with `demo_speed` the demo call plays in it.

    `open_link` and `chosen` are the engine and the settings, those of the app where not given, and
    so is `keep_place`, which is told where the sidebar was put with the mouse (its side, its width
    at 100 % text size); `on_shown` is called once the window is on the screen. With a `lock_file`
    (by default where the engine is the app's) there is one window only, and a second start says so.
    Raises DesktopError and SettingsError.
    """
    settings = _load_settings() if chosen is None else chosen
    if keep_place is None:
        keep_place = _keep_place if chosen is None else _forget_place
    prepare_platform(os.environ)
    if lock_file is None and open_link is None:
        lock_file = _lock_file(os.environ)
    lock = None if lock_file is None else QLockFile(str(lock_file))
    if lock is not None and not _is_only(lock):
        with contextlib.suppress(OSError, ValueError):  # started without a terminal
            print("The sidebar is already open.", flush=True)
        return 0
    try:
        return _run(settings, open_link, demo_speed, on_shown, keep_place)
    finally:
        if lock is not None:
            lock.unlock()


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
        desk = _open_desk(layer)
    prepare_platform(os.environ)
    application = _application()
    with _interrupts() as obey:
        window = RuleEditorWindow(make_theme(settings.theme, settings.text_percent / 100), desk)
        window.closed.connect(lambda: application.exit(0))
        window.show()
        if on_shown is not None:
            on_shown(window)
        obey(lambda: _close(window))
        status = application.exec()
    window.deleteLater()
    return status


class _Editors:
    """The one rule editor a sidebar opens; what cannot be opened is said in the sidebar."""

    def __init__(self, sidebar: SidebarWindow) -> None:
        self._sidebar = sidebar
        self._window: RuleEditorWindow | None = None

    def open(self, settings: Settings) -> None:
        from assist.ui.editor.window import RuleEditorWindow

        if self._window is None:
            try:
                desk = _open_desk("agent")
            except AssistError as error:
                self._sidebar.show_trouble(str(error))
                return
            theme = make_theme(settings.theme, settings.text_percent / 100)
            self._window = RuleEditorWindow(theme, desk)
            self._window.closed.connect(self._closed)
        self._window.show()
        self._window.raise_()
        self._window.activateWindow()

    def close(self) -> None:
        if self._window is not None:
            self._window.close()

    def _closed(self) -> None:
        if self._window is not None:
            self._window.deleteLater()
            self._window = None


class _Places:
    """Has the sidebar's place kept; what fails is said in the sidebar."""

    def __init__(self, sidebar: SidebarWindow, scale: float, keep: PlaceKeeper) -> None:
        self._sidebar = sidebar
        self._scale = scale
        self._keep = keep

    def keep(self, side: str, width: int) -> None:
        try:
            self._keep(side, clamp_width(round(width / self._scale)))
        except AssistError as error:
            self._sidebar.show_trouble(str(error))


def _keep_place(side: str, width: int) -> None:
    from assist import app

    app.keep_sidebar(side, width)


def _forget_place(side: str, width: int) -> None:
    del side, width


def _close(window: QWidget) -> None:
    window.close()


def _open_desk(layer: str) -> RuleDesk:
    from assist import app

    return app.rule_desk(layer)


def _run(
    settings: Settings,
    open_link: LinkFactory | None,
    demo_speed: float | None,
    on_shown: Callable[[SidebarWindow], None] | None,
    keep_place: PlaceKeeper,
) -> int:
    application = _application()
    with _interrupts() as obey:
        desktop = open_desktop(application.platformName())
        bridge = EngineBridge(_open_engine if open_link is None else open_link)
        window = _window(settings, bridge, desktop)
        editors = _Editors(window)
        places = _Places(window, settings.text_percent / 100, keep_place)
        try:
            _follow_system(window, settings)
            window.idle.rules_asked.connect(lambda: editors.open(settings))
            window.closed.connect(lambda: application.exit(0))
            window.placed.connect(places.keep)
            window.dock()
            window.show()
            window.screen().availableGeometryChanged.connect(lambda _: window.dock())
            bridge.shortcut_pressed.connect(window.press_shortcut)
            _report_shortcuts(window, desktop, desktop.grab_shortcuts(bridge.shortcut_pressed.emit))
            bridge.start()
            if demo_speed is not None:
                bridge.send(StartCall(source="demo", speed=demo_speed))
            if on_shown is not None:
                on_shown(window)
            obey(lambda: _interrupted(window, bridge, application))
            status = application.exec()
        finally:
            editors.close()
            bridge.stop()
            desktop.close()
            window.deleteLater()
    return status


def _is_only(lock: QLockFile) -> bool:
    """Whether no other window holds the lock. A lock that cannot be made keeps no window shut."""
    lock.setStaleLockTime(0)  # never by its age; that of a process that is gone is taken over
    return lock.tryLock(0) or lock.error() is not QLockFile.LockError.LockFailedError


def _lock_file(environment: Mapping[str, str]) -> Path | None:
    """One per user and display; None where its folder cannot be made."""
    from assist import paths

    display = re.sub(r"[^A-Za-z0-9]+", "-", environment.get("DISPLAY", ""))
    try:
        return paths.runtime_dir() / f"sidebar{display}.lock"
    except OSError:
        return None


def prepare_platform(environment: MutableMapping[str, str]) -> None:
    """Choose Qt's platform and make sure that it will start. Raises DesktopError.

    Qt ends the process when it finds no display, so everything that can be missing is looked for
    before. Under Wayland no window may place itself or stay on top: XWayland is used there.
    """
    if not sys.platform.startswith("linux"):
        return
    wanted = environment.get("QT_QPA_PLATFORM", "")
    if wanted and not wanted.startswith("xcb"):
        return
    if not environment.get("DISPLAY"):
        raise DesktopError(
            "There is no display to open a window on; "
            "use 'assist listen' or 'assist demo --terminal' instead."
        )
    environment["QT_QPA_PLATFORM"] = "xcb"
    from assist.ui.native.xcb import XcbUnavailable, check_display

    try:
        check_display()
    except XcbUnavailable as error:
        raise DesktopError(str(error)) from None


def _application() -> QApplication:
    running = QApplication.instance()
    if isinstance(running, QApplication):
        return running
    QApplication.setHighDpiScaleFactorRoundingPolicy(
        Qt.HighDpiScaleFactorRoundingPolicy.PassThrough
    )
    application = QApplication(sys.argv[:1])
    application.setApplicationName(_APP_NAME)
    application.setStyle("Fusion")  # its buttons take the style sheet alike on every system
    application.setQuitOnLastWindowClosed(False)
    return application


def _window(settings: Settings, bridge: EngineBridge, desktop: NativeDesktop) -> SidebarWindow:
    scale = settings.text_percent / 100
    window = SidebarWindow(
        make_theme(settings.theme, scale),
        bridge.send,
        desktop,
        Place(side=settings.sidebar_side, width=round(settings.sidebar_width * scale)),
        announces=settings.announce_prompts,
        reserves_edge=settings.sidebar_reserves_edge,
    )
    bridge.event_received.connect(window.handle_message)
    bridge.notice_received.connect(window.handle_message)
    bridge.notice_received.connect(_tell_where_saved)
    bridge.snapshot_received.connect(window.handle_snapshot)
    bridge.connection_changed.connect(window.show_connection)
    return window


def _follow_system(window: SidebarWindow, settings: Settings) -> None:
    hints = QApplication.styleHints()
    scale = settings.text_percent / 100
    hints.colorSchemeChanged.connect(
        lambda _: window.set_theme(make_theme(settings.theme, scale)),
    )


def _report_shortcuts(
    window: SidebarWindow, desktop: NativeDesktop, taken: tuple[Shortcut, ...]
) -> None:
    """A key another program holds is said, never taken away from it."""
    sentences = []
    if taken:
        keys = ", ".join(CHORDS[shortcut].label for shortcut in taken)
        sentences.append(f"Another program holds {keys}; use the buttons instead.")
    if desktop.limits:
        sentences.append(desktop.limits)
    if sentences:
        window.show_trouble(" ".join(sentences))


def _tell_where_saved(notice: Event | Notice) -> None:
    """Whoever started the window from a terminal reads there where the call is."""
    if isinstance(notice, CallSaved):
        with contextlib.suppress(OSError, ValueError):  # started without a terminal
            print(f"Saved: {notice.journal}", flush=True)


def _interrupted(window: SidebarWindow, bridge: EngineBridge, application: QApplication) -> None:
    """Ctrl-C ends the call as well: somebody at a terminal means all of it."""
    window.keep_note()
    if window.is_in_call:
        bridge.send(EndCall())
        _say_on_stderr("assist: stopped; the engine ends the call and saves it.")
    else:
        _say_on_stderr("assist: stopped.")
    application.exit(INTERRUPTED)  # quit() would ask the window first, and it might ask back


def _say_on_stderr(sentence: str) -> None:
    with contextlib.suppress(OSError, ValueError):  # started without a terminal
        print(sentence, file=sys.stderr, flush=True)


@contextlib.contextmanager
def _interrupts() -> Iterator[Callable[[Callable[[], None]], None]]:
    """Have Ctrl-C and SIGTERM call, in Qt's loop, what is given to the function this yields.

    One that comes before that, while the window is made, waits: raised inside Qt it would be lost.
    Python runs signal handlers only between its own instructions, and Qt's loop has none: a pipe
    that the signal writes to wakes it.
    """
    reading, writing = socket.socketpair()
    reading.setblocking(False)
    writing.setblocking(False)
    notifier = QSocketNotifier(reading.fileno(), QSocketNotifier.Type.Read)
    before = {
        number: signal.signal(number, lambda *_: None) for number in (signal.SIGINT, signal.SIGTERM)
    }
    woken_before = signal.set_wakeup_fd(writing.fileno(), warn_on_full_buffer=False)

    notifier.setEnabled(False)

    def obey(handle: Callable[[], None]) -> None:
        def wake() -> None:
            with contextlib.suppress(BlockingIOError):
                reading.recv(64)
            handle()

        notifier.activated.connect(wake)
        notifier.setEnabled(True)

    try:
        yield obey
    finally:
        notifier.setEnabled(False)
        signal.set_wakeup_fd(woken_before)
        for number, handler in before.items():
            signal.signal(number, handler)
        reading.close()
        writing.close()


def _load_settings() -> Settings:
    from assist import app

    return app.load_settings()


def _open_engine() -> EngineLink:
    from assist import app

    return app.open_link()
