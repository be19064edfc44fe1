"""`assist devices`: microphones and what the agent hears, by the names to use."""

import argparse
import threading
import time
from collections.abc import Mapping, Sequence

from rich.console import Console
from rich.live import Live
from rich.text import Text

from assist import app
from assist.audio.devices import SILENT_DBFS, Device, LevelMeter, list_devices
from assist.audio.remote import remote_session
from assist.cli.common import Subparsers, add_command
from assist.core.words import Party

_EXAMPLES = """\
assist devices              the names to use in the settings
assist devices --levels     speak, let the far end speak: which hears whom?
assist devices --levels 20"""

_TITLES = {
    Party.AGENT: "Microphones (agent_device)",
    Party.CUSTOMER: "What the agent hears (customer_device)",
}
_UPDATE_S = 0.1
_LOUDEST, _FAINTEST = 0, -60
_BAR = 20
_FALL_DB = 2
"""How fast a bar falls back with each update, so that the eye can follow."""


def add_parser(subparsers: Subparsers) -> None:
    parser = add_command(
        subparsers,
        "devices",
        help="list microphones and what the agent hears",
        examples=_EXAMPLES,
        run=run,
    )
    parser.add_argument(
        "--levels",
        nargs="?",
        type=_seconds,
        const=5.0,
        metavar="SECONDS",
        help="listen on all of them for some seconds (5) and show how loud it is",
    )


def run(args: argparse.Namespace) -> int:
    settings = app.load_settings()
    if away := remote_session():
        Console().print(Text(away, "yellow"), soft_wrap=True)
    devices = list_devices(settings.agent_device, settings.customer_device)
    console = Console()
    if args.levels is None:
        console.print(_listing(devices, {}, {}), soft_wrap=True)
    else:
        _show_levels(console, devices, args.levels)
    for party, wanted in (
        (Party.AGENT, settings.agent_device),
        (Party.CUSTOMER, settings.customer_device),
    ):
        if not any(device.party is party and device.is_chosen for device in devices):
            missing = f"'{wanted}' of the settings" if wanted else "A device"
            console.print(
                f"{missing} for the {party} is not there; plug it in or choose another.",
                markup=False,
                soft_wrap=True,
            )
    return 0


def _seconds(text: str) -> float:
    try:
        seconds = float(text)
    except ValueError:
        seconds = 0.0
    if not 0 < seconds <= 3600:
        raise argparse.ArgumentTypeError(f"'{text}' is not a number of seconds")
    return seconds


def _show_levels(console: Console, devices: Sequence[Device], seconds: float) -> None:
    """Bars that move; what stays on the screen is the loudest of the whole time."""
    loudest: dict[Device, int] = {}
    shown: dict[Device, int] = {}
    never = threading.Event()
    deadline = time.monotonic() + seconds
    with (
        LevelMeter(devices) as meter,
        Live(console=console, auto_refresh=False, transient=True) as live,
    ):
        while time.monotonic() < deadline:
            never.wait(_UPDATE_S)
            for device, peak in meter.peaks().items():
                loudest[device] = max(peak, loudest.get(device, SILENT_DBFS))
                shown[device] = max(peak, shown.get(device, SILENT_DBFS) - _FALL_DB)
            if console.is_terminal:
                live.update(_listing(devices, shown, meter.troubles), refresh=True)
        live.update(Text())
    console.print(_listing(devices, loudest, meter.troubles), soft_wrap=True)


def _listing(
    devices: Sequence[Device], levels: Mapping[Device, int], troubles: Mapping[Device, str]
) -> Text:
    """Names stand on lines of their own: they are long, and one that is cut cannot be copied."""
    lines = Text()
    for party, title in _TITLES.items():
        lines.append(f"{title}\n", "bold")
        rows = [device for device in devices if device.party is party]
        for device in rows:
            lines.append("→ " if device.is_chosen else "  ", "green")
            lines.append(f"{device.name}\n")
            lines.append(f"    {device.description}  ", "dim")
            lines.append(_level(device, levels, troubles)).append("\n")
        if not rows:
            lines.append("  none\n", "dim")
    return lines.append("→ is what a call uses with the settings as they are.", "dim")


def _level(device: Device, levels: Mapping[Device, int], troubles: Mapping[Device, str]) -> Text:
    if device in troubles:
        return Text(troubles[device], "red")
    if device not in levels:
        return Text("")
    dbfs = levels[device]
    share = (min(max(dbfs, _FAINTEST), _LOUDEST) - _FAINTEST) / (_LOUDEST - _FAINTEST)
    filled = round(share * _BAR)
    word = "silent" if dbfs <= SILENT_DBFS else f"{dbfs} dBFS"
    return Text("█" * filled + "░" * (_BAR - filled) + f" {word}")
