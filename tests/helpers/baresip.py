"""Two real softphones (baresip) that call each other over SIP on this computer."""

import os
import shutil
import socket
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psutil

from tests.helpers.processes import stop_group, wait_ready
from tests.helpers.pulse import HEADSET, HEADSET_MIC, PulseServer
from tests.helpers.session import GENEROUS_S

MODULES = Path("/usr/lib/baresip/modules")
CUSTOMER_VOICE = "customer_voice"
"""What is played into this sink the customer says into their softphone."""

_CUSTOMER_EAR = "customer_ear"
_CONFIG = """\
poll_method epoll
sip_listen 127.0.0.1:{sip}
call_local_timeout 120
call_max_calls 4
audio_player alsa,pulse
audio_source alsa,pulse
audio_alert alsa,null
ausrc_srate 48000
auplay_srate 48000
ausrc_format s16
auplay_format s16
auenc_format s16
audec_format s16
audio_buffer 20-160
rtp_ports {rtp}-{rtp_last}
jitter_buffer_delay 5-10
module_path {modules}
module alsa.so
module g711.so
module_tmp uuid.so
module_tmp account.so
module_app contact.so
module_app menu.so
module_app ctrl_tcp.so
module_app cons.so
ctrl_tcp_listen 127.0.0.1:{control}
cons_listen 127.0.0.1:{console}
"""


def missing() -> str:
    """Why no softphones can call each other here; "" where they can."""
    if shutil.which("baresip") is None or not (MODULES / "ctrl_tcp.so").exists():
        return "needs baresip-core: python3 bootstrap.py test installs it"
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("198.51.100.1", 9))  # sends nothing; asks for the route
        except OSError:
            return "baresip calls nobody without a route beyond this computer"
        if probe.getsockname()[0].startswith("127."):
            return "baresip needs an IPv4 address other than 127.0.0.1"
    return ""


class Baresip:
    """One softphone. Commands go to its console: its control socket takes one client only."""

    def __init__(self, folder: Path, account: str, *, sink: str, source: str) -> None:
        """`account` is its SIP user, after a name in quotes."""
        sip, self.control, self._console, rtp = _free_ports(4)
        folder.mkdir()
        config = _CONFIG.format(
            sip=sip,
            rtp=rtp,
            rtp_last=rtp + 20,
            control=self.control,
            console=self._console,
            modules=MODULES,
        )
        name, _, user = account.rpartition(" ")
        self.address = f"sip:{user}@127.0.0.1:{sip}"
        (folder / "config").write_text(config)
        (folder / "accounts").write_text(f"{name} <{self.address}>;regint=0\n")
        (folder / "contacts").write_text("")
        self._folder = folder
        self._devices = {"PULSE_SINK": sink, "PULSE_SOURCE": source}
        self._process: subprocess.Popen[bytes] | None = None

    def start(self, environment: dict[str, str]) -> None:
        with (self._folder / "log").open("wb") as log:
            self._process = subprocess.Popen(
                ["baresip", "-f", str(self._folder)],
                env={**environment, **self._devices},
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,
            )
        wait_ready(self._process, lambda: _listens(self._console))

    def stop(self) -> None:
        if self._process is not None:
            stop_group(self._process)
            self._process = None

    def command(self, text: str) -> None:
        """Any of baresip's long commands, such as "dial sip:…", "accept", "hangup"."""
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as console:
            console.sendto(f"/{text}\n".encode(), ("127.0.0.1", self._console))

    def wait_for_listener(self) -> None:
        """Return when somebody is connected to its control socket."""
        assert self._process is not None
        wait_ready(self._process, lambda: _has_client(self.control), GENEROUS_S)


@contextmanager
def softphones(pulse: PulseServer, folder: Path) -> Iterator[tuple[Baresip, Baresip]]:
    """The agent's softphone, on the headset, and the customer's, started."""
    for sink in (CUSTOMER_VOICE, _CUSTOMER_EAR):
        pulse.add_sink(sink)
    agent = Baresip(folder / "agent", '"Sam" agent', sink=HEADSET, source=HEADSET_MIC)
    customer = Baresip(
        folder / "customer",
        '"Jane Doe" +15550100123',
        sink=_CUSTOMER_EAR,
        source=f"{CUSTOMER_VOICE}.monitor",
    )
    try:
        for phone in (agent, customer):
            phone.start(dict(os.environ) | pulse.variables)
        yield agent, customer
    finally:
        agent.stop()
        customer.stop()


def _free_ports(count: int) -> list[int]:
    """Ports that are free just now, for TCP; even ones, as RTP wants them."""
    held: list[socket.socket] = []
    ports: list[int] = []
    while len(ports) < count:
        one = socket.create_server(("127.0.0.1", 0))
        held.append(one)
        port = one.getsockname()[1]
        if port % 2 == 0 and port < 65_000:
            ports.append(port)
    for one in held:
        one.close()
    return ports


def _has_client(port: int) -> bool:
    return any(
        connection.status == psutil.CONN_ESTABLISHED and connection.laddr.port == port
        for connection in psutil.net_connections("tcp4")
        if connection.laddr
    )


def _listens(port: int) -> bool:
    try:
        socket.create_connection(("127.0.0.1", port), 1).close()
    except OSError:
        return False
    return True
