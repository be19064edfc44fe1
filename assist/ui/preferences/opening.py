"""The Settings window and the first run for whoever opens them: one of each, kept up to date."""

from collections.abc import Callable, Collection
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from assist.core.preferences import SettingsDesk, SetupDesk
from assist.ui.theme import Theme

if TYPE_CHECKING:
    from assist.ui.preferences.firstrun import FirstRunWindow
    from assist.ui.preferences.window import PreferencesWindow


class PreferenceWindows(QObject):
    """Makes both windows and keeps them until they are closed.

    `settings_changed` comes after each change that was kept, `setup_asked` when the settings ask
    for the first run. `settings_desk` and `setup_desk` open what the windows work on; `theme` gives
    the theme as it is now. The windows' code is loaded when one is made: the sidebar need not wait.
    """

    settings_changed = Signal()
    setup_asked = Signal()
    capturing = Signal(bool)
    """New keys for a shortcut are being chosen, or no longer."""

    def __init__(
        self,
        settings_desk: Callable[[], SettingsDesk],
        setup_desk: Callable[[], SetupDesk],
        *,
        theme: Callable[[], Theme],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._settings_desk = settings_desk
        self._setup_desk = setup_desk
        self._theme = theme
        self._drawn: Theme | None = None
        self._taken: frozenset[str] = frozenset()
        self.settings: PreferencesWindow | None = None
        self.first_run: FirstRunWindow | None = None

    def settings_window(self) -> "PreferencesWindow":
        """The window, made if there is none, not shown yet. Raises what opening the desk raises."""
        from assist.ui.preferences.window import PreferencesWindow

        if self.settings is None:
            self._drawn = self._theme()
            window = PreferencesWindow(self._drawn, self._settings_desk())
            window.changed.connect(lambda _: self.settings_changed.emit())
            window.setup_asked.connect(self.setup_asked)
            window.capturing.connect(self.capturing)
            window.closed.connect(self._settings_closed)
            window.show_taken(self._taken)
            self.settings = window
        return self.settings

    def first_run_window(self) -> "FirstRunWindow":
        """The window, at the step where it was left. Raises what opening the desk raises."""
        from assist.ui.preferences.firstrun import FirstRunWindow

        if self.first_run is None:
            self._drawn = self._theme()
            window = FirstRunWindow(self._drawn, self._setup_desk())
            window.changed.connect(self.settings_changed)
            window.closed.connect(self._first_run_closed)
            self.first_run = window
        return self.first_run

    def follow(self, taken: Collection[str]) -> None:
        """Show what is in force now, in the theme as it is now.

        `taken` are the settings ("shortcut_flag" …) whose keys another program holds.
        """
        self._taken = frozenset(taken)
        theme = self._theme()
        if theme != self._drawn:
            self._drawn = theme
            for window in (self.settings, self.first_run):
                if window is not None:
                    window.set_theme(theme)
        if self.settings is not None:
            self.settings.show_taken(self._taken)

    def _settings_closed(self) -> None:
        if self.settings is not None:
            self.settings.deleteLater()
            self.settings = None

    def _first_run_closed(self) -> None:
        if self.first_run is not None:
            self.first_run.deleteLater()
            self.first_run = None
