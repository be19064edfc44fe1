"""What the running engine does at once when the settings change; the rest waits for a call.

All of it belongs to the service's thread.
"""

from assist.core.errors import AssistError
from assist.engine.parts import Parts
from assist.engine.phone import PhoneDesk
from assist.session.live import LiveCall


class SettingsFollower:
    """Knows how devices and softphone sources were set, and changes what is set otherwise now."""

    def __init__(self, parts: Parts, phone: PhoneDesk) -> None:
        self._parts = parts
        self._phone = phone
        self._phone_set_up: tuple[object, ...] = ()
        self._devices = ("", "")

    def note(self) -> None:
        """Remember how things are set as they are begun with; settings that are broken are not."""
        try:
            self._phone_set_up = self._parts.phone_set_up()
            self._devices = self._parts.devices()
        except AssistError:
            return

    def follow(self, live: LiveCall | None) -> None:
        """Do as the settings say now, in the running call too. Raises AssistError."""
        set_up, devices = self._parts.phone_set_up(), self._parts.devices()
        if set_up != self._phone_set_up:
            self._phone_set_up = set_up
            self._phone.reopen()
        if devices != self._devices:
            self._devices = devices
            if live is not None:
                live.set_devices(*devices)
