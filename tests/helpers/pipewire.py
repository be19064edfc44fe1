"""The same devices on PipeWire with pipewire-pulse, for runs of the tests marked `pulse` by hand.

    CALLASSIST_SOUND_SERVER=pipewire .venv/bin/pytest -m pulse tests/e2e

needs the packages pipewire, pipewire-pulse and wireplumber.
"""

import os
import subprocess
from pathlib import Path

from tests.helpers.processes import stop_group, wait_ready
from tests.helpers.pulse import MODULES, PulseServer

PROGRAMS = ("dbus-daemon", "pipewire", "wireplumber", "pipewire-pulse")
"""In this order. Without a session bus WirePlumber manages nothing."""


class PipeWireServer(PulseServer):
    """PipeWire in a folder of its own, spoken to as PulseAudio."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self._folder = folder
        self._bus = f"unix:path={folder}/bus"
        self._daemons: list[subprocess.Popen[bytes]] = []

    @property
    def variables(self) -> dict[str, str]:
        return {
            "PULSE_SERVER": f"unix:{self._folder}/pulse/native",
            "PULSE_RUNTIME_PATH": f"{self._folder}/pulse",
            "XDG_RUNTIME_DIR": str(self._folder),
            "PIPEWIRE_RUNTIME_DIR": str(self._folder),
        }

    def environment(self) -> dict[str, str]:
        own = {
            "XDG_STATE_HOME": f"{self._folder}/state",
            "XDG_CONFIG_HOME": f"{self._folder}/config",
            "DBUS_SESSION_BUS_ADDRESS": self._bus,
        }
        return {**os.environ, **self.variables, **own}

    def start(self) -> None:
        with self.log.open("ab") as log:
            for program in PROGRAMS:
                more = (
                    ("--session", "--nofork", f"--address={self._bus}") if "dbus" in program else ()
                )
                self._daemons.append(
                    subprocess.Popen(
                        [program, *more],
                        env=self.environment(),
                        stdin=subprocess.DEVNULL,
                        stdout=log,
                        stderr=log,
                        start_new_session=True,
                    )
                )
                made = {"dbus-daemon": "bus", "pipewire": "pipewire-0"}.get(program)
                if made:
                    wait_ready(self._daemons[-1], (self._folder / made).exists)
        wait_ready(self._daemons[-1], self._answers)
        for module in MODULES:
            name, *options = module.replace("_properties=device", "_properties=node").split()
            self.pactl("load-module", name, *options)
        wait_ready(self._daemons[-1], self.has_microphone)
        wait_ready(self._daemons[-1], self._has_defaults)  # WirePlumber sets them a moment later

    def stop(self) -> None:
        self.stop_players()
        for daemon in reversed(self._daemons):
            stop_group(daemon)
        self._daemons.clear()

    def _has_defaults(self) -> bool:
        try:
            self.set_defaults()
        except subprocess.CalledProcessError:
            return False
        return True

    def _answers(self) -> bool:
        try:
            self.pactl("info")
        except subprocess.CalledProcessError:
            return False
        return True
