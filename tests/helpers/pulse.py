"""A private PulseAudio server without hardware: real devices for tests of live capture.

Its devices: the sink `headset` is what the agent hears (its monitor is the customer's voice);
what is played into the sink `agent_voice` comes out of the source `headset_mic`, the agent's
microphone. `norewinds=1` keeps null sinks from working in blocks of up to two seconds.
"""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.helpers.processes import stop_group, wait_ready

PROGRAMS = ("pulseaudio", "pactl", "paplay")
HEADSET = "headset"
HEADSET_MONITOR = "headset.monitor"
AGENT_VOICE = "agent_voice"
HEADSET_MIC = "headset_mic"

MODULES = (
    f"module-null-sink sink_name={HEADSET} norewinds=1 rate=48000 channels=2"
    " sink_properties=device.description=Headset",
    f"module-null-sink sink_name={AGENT_VOICE} norewinds=1 rate=48000 channels=1"
    " sink_properties=device.description=AgentVoiceFeed",
    f"module-remap-source source_name={HEADSET_MIC} master={AGENT_VOICE}.monitor"
    " source_properties=device.description=HeadsetMic",
)


def missing_programs() -> list[str]:
    return [name for name in PROGRAMS if shutil.which(name) is None]


class PulseServer:
    """A PulseAudio daemon of our own. `start` and `stop` may alternate (a daemon that restarts)."""

    def __init__(self, folder: Path) -> None:
        """`folder` is private and short: the server's socket lies in it."""
        self._folder = folder
        self._process: subprocess.Popen[bytes] | None = None
        self._players: list[subprocess.Popen[bytes]] = []
        self.log = folder / "pulse.log"

    @property
    def variables(self) -> dict[str, str]:
        """The environment variables that lead PulseAudio and ALSA clients here."""
        return {
            "PULSE_SERVER": f"unix:{self._folder}/native",
            "PULSE_RUNTIME_PATH": str(self._folder),
            "PULSE_STATE_PATH": str(self._folder),
            "PULSE_COOKIE": str(self._folder / "cookie"),
        }

    def environment(self) -> dict[str, str]:
        """For a child process."""
        return {**os.environ, **self.variables}

    def start(self) -> None:
        """Start the daemon with its devices; returns when it answers."""
        modules = (
            f"module-native-protocol-unix auth-anonymous=1 socket={self._folder}/native",
            *MODULES,
        )
        command = ["pulseaudio", "-n", "--daemonize=no", "--exit-idle-time=-1", "--disallow-exit"]
        command += ["--use-pid-file=no", "--realtime=no", "--high-priority=no"]
        command += [f"--log-target=file:{self.log}", "--log-level=info"]
        command += [part for module in modules for part in ("-L", module)]
        (self._folder / "native").unlink(missing_ok=True)
        self._process = subprocess.Popen(
            command,
            env={**self.environment(), "XDG_RUNTIME_DIR": str(self._folder)},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        wait_ready(self._process, self.has_microphone)
        self.set_defaults()

    def set_defaults(self) -> None:
        self.pactl("set-default-sink", HEADSET)
        self.pactl("set-default-source", HEADSET_MIC)

    def stop(self) -> None:
        """End the daemon and all players."""
        self.stop_players()
        if self._process is not None:
            stop_group(self._process)
            self._process = None

    def stop_players(self) -> None:
        for player in self._players:
            stop_group(player)
        self._players.clear()

    def pactl(self, *arguments: str) -> str:
        """What `pactl` prints; raises when it fails."""
        return subprocess.run(
            ["pactl", *arguments],
            env=self.environment(),
            check=True,
            capture_output=True,
            text=True,
            timeout=20,
        ).stdout

    def add_sink(self, name: str, description: str = "", *options: str) -> int:
        """Plug in one more sink; returns the module number that `remove` takes."""
        described = f"sink_properties=device.description={description or name}"
        module = ("module-null-sink", f"sink_name={name}", "norewinds=1", described)
        return int(self.pactl("load-module", *module, *options))

    def remove(self, module: int) -> None:
        """Unplug what a module made."""
        self.pactl("unload-module", str(module))

    def module_of(self, sink: str) -> int:
        """The module number of a sink, for unplugging one of the first devices."""
        for line in self.pactl("list", "short", "modules").splitlines():
            if f"sink_name={sink} " in f"{line} ":
                return int(line.split()[0])
        raise LookupError(sink)

    def play(self, file: Path, sink: str) -> subprocess.Popen[bytes]:
        """Play a WAV or FLAC file into a sink at real speed; `wait()` on what is returned."""
        player = subprocess.Popen(
            ["paplay", "--latency-msec=20", f"--device={sink}", str(file)],
            env=self.environment(),
            stdin=subprocess.DEVNULL,
            start_new_session=True,
        )
        self._players.append(player)
        return player

    def has_microphone(self) -> bool:
        try:
            return HEADSET_MIC in self.pactl("list", "short", "sources")
        except subprocess.CalledProcessError:
            return False


@contextmanager
def pulse_server() -> Iterator[PulseServer]:
    """A started server in a folder of its own, stopped at the end."""
    with tempfile.TemporaryDirectory(prefix="pulse-") as folder:
        server = _chosen()(Path(folder))
        try:
            server.start()
            yield server
        finally:
            server.stop()


def _chosen() -> type[PulseServer]:
    """PulseAudio, or what `tests.helpers.pipewire` says how to ask for."""
    if os.environ.get("CALLASSIST_SOUND_SERVER") != "pipewire":
        return PulseServer
    from tests.helpers.pipewire import PipeWireServer

    return PipeWireServer
