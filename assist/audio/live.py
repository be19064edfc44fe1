"""Both sides of a live call from the headset, with every trouble noticed, told and outlived."""

import contextlib
import threading
import time
from collections.abc import Callable

from assist.audio.capture import Opener
from assist.audio.errors import AudioError
from assist.audio.outlook import Outlook, Watch, better_device, complaint
from assist.audio.side import LiveSide
from assist.audio.system import SystemDevices, system_watch
from assist.core.interfaces import BlockSink, TroubleSink
from assist.core.words import Party

LOOK_S = 0.7
"""How often the sound server is asked about devices and mutes; costs some 2 ms."""

_LOOKS = 2
"""So many looks in a row must say the same: streams come and go while a call is answered."""

CHOSEN = "Another device was chosen."
_MOVED = "The computer's usual device changed; this side is heard on {name} now."


class LiveSource:
    """A `core.interfaces.AudioSource`: the agent's microphone and what the agent hears.

    Devices are named as `assist devices` prints them, "" is the usual one. A side that is lost
    goes on as silence, is told in one sentence and is opened again when its device is back. A side
    on the usual device follows the softphone, or the system's settings, to another one.
    """

    def __init__(
        self,
        agent_device: str = "",
        customer_device: str = "",
        *,
        opener: Opener | None = None,
        watch: Watch | None = None,
        clock: Callable[[], int] = time.monotonic_ns,
        look_s: float = LOOK_S,
    ) -> None:
        self.parties = (Party.AGENT, Party.CUSTOMER)
        self._asked = {Party.AGENT: agent_device, Party.CUSTOMER: customer_device}
        if watch is None and opener is None:
            watch = system_watch()
        self._opener = opener or SystemDevices()
        self._watch = watch
        self._clock = clock
        self._look_s = look_s
        self._sides: dict[Party, LiveSide] = {}
        self._looks: dict[Party, tuple[str, str, int]] = {}
        """By party: what the last looks said (a better device, a complaint), and how often."""
        self._stopping = threading.Event()
        self._thread: threading.Thread | None = None

    @property
    def finished(self) -> bool:
        """Never: live sound has no end of its own."""
        return False

    def start(self, sink: BlockSink, trouble: TroubleSink) -> None:
        """Open both devices; call time begins now. Raises AudioError, and then nothing is open."""
        start_ns = self._clock()
        try:
            for party in self.parties:
                side = LiveSide(party, self._asked[party], self._opener, start_ns, self._clock)
                self._sides[party] = side
                side.open()
            self._check_apart()
        except AudioError:
            self.stop()
            raise
        for side in self._sides.values():
            side.run(sink, trouble)
        if self._watch is not None:
            self._thread = threading.Thread(
                target=self._look_around, args=(self._watch,), name="capture-watch", daemon=True
            )
            self._thread.start()

    def set_devices(self, agent_device: str, customer_device: str) -> None:
        """Hear a side whose device's name changed on that one from now on, "" for the usual one.

        The gap is told as lost sound; what cannot be opened is told and tried again. Any thread.
        """
        for party, device in ((Party.AGENT, agent_device), (Party.CUSTOMER, customer_device)):
            before, self._asked[party] = self._asked[party], device
            side = self._sides.get(party)
            if side is not None and device != before:
                side.switch(device, CHOSEN)

    def _check_apart(self) -> None:
        """Different names may mean one device. Raises AudioError."""
        agent, customer = (side.device for side in self._sides.values())
        if agent == customer:
            raise AudioError(
                f"Agent and customer are both on {agent}; choose what the agent hears for the "
                "customer, see `assist devices`."
            )

    def stop(self) -> None:
        """Close both devices and hand over what they captured; no block comes after this."""
        self._stopping.set()
        for side in self._sides.values():
            side.ask_to_stop()
        if self._thread is not None and self._thread is not threading.current_thread():
            self._thread.join()
        for side in self._sides.values():
            side.join()
        self._sides.clear()

    # --- the watch's thread -----------------------------------------------------------------------

    def _look_around(self, watch: Watch) -> None:
        with contextlib.closing(watch):
            while not self._stopping.wait(self._look_s):
                outlook = watch.look()
                if outlook is not None:
                    self._consider(outlook)

    def _consider(self, outlook: Outlook) -> None:
        devices = {party: side.device for party, side in self._sides.items()}
        for party, side in self._sides.items():
            device, other = devices[party], devices[party.other]
            better = "" if self._asked[party] else better_device(outlook, party, device, other)
            trouble = "" if better else complaint(outlook, party, device)
            before = self._looks.get(party, ("", "", 0))
            count = before[2] + 1 if before[:2] == (better, trouble) else 1
            self._looks[party] = (better, trouble, count)
            if count < _LOOKS:
                continue
            side.complain(trouble)
            if better and count == _LOOKS:
                side.switch(better, _MOVED.format(name=outlook.names[better]), back_to=device)
