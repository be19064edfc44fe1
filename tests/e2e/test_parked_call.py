"""A customer on hold while another is spoken with: two calls, two records, each of them whole."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import pytest
import soundfile

from assist import app, paths
from assist.core.commands import AnswerOffer, StopEngine
from assist.core.events import AudioLost, CallEnded, CallStarted, Event, FinalResult, PauseSet
from assist.core.interfaces import EngineLink
from assist.core.notices import CallOffered, CallSaved, Notice
from assist.core.words import Party
from tests.helpers.app import run_assist
from tests.helpers.engine import wait_for
from tests.helpers.journals import read_kept_journal
from tests.helpers.pulse import HEADSET, HEADSET_MIC, HEADSET_MONITOR, PulseServer
from tests.helpers.speech import speak

pytestmark = [pytest.mark.e2e, pytest.mark.vosk, pytest.mark.pulse, pytest.mark.timeout(300)]

_Message = TypeVar("_Message", bound=Event | Notice)
LONG_S = 120.0
"""A limit for hangs only."""

TRIES = 4
"""On a busy computer the player stutters: then it is said again."""

FIRST, AGAIN = "i would like to ask about my refund please", "i want my refund today"


class Follower:
    """What the engine tells, kept: a message that came before it was waited for counts too."""

    def __init__(self, link: EngineLink) -> None:
        self._link = link
        self._seen: list[Event | Notice] = []

    def wait(
        self, kind: type[_Message], matches: Callable[[_Message], bool] = lambda message: True
    ) -> _Message:
        for each in self._seen:
            if isinstance(each, kind) and matches(each):
                return each
        return wait_for(self._link, kind, matches, seen=self._seen, timeout_s=LONG_S)

    def hear(self, pulse: PulseServer, file: Path) -> FinalResult:
        """What is recognized of a sentence of the customer's that names a refund."""
        known = len(self._seen)
        for _ in range(TRIES):
            assert pulse.play(file, HEADSET).wait(LONG_S) == 0
            wait_for(
                self._link,
                FinalResult,
                lambda final: bool(final.text),
                seen=self._seen,
                timeout_s=LONG_S,
            )
            for each in self._seen[known:]:
                if isinstance(each, FinalResult) and "refund" in each.text:
                    return each
        raise AssertionError([each for each in self._seen if isinstance(each, FinalResult)])


def phone(*arguments: str) -> None:
    """What the softphone runs."""
    told = run_assist("call", *arguments)
    assert (told.returncode, told.stderr) == (0, "")


def test_a_call_put_away_for_another_goes_on_in_its_own_record(
    pulse: PulseServer, tmp_path: Path
) -> None:
    paths.config_dir().mkdir(parents=True)
    paths.settings_file().write_text(
        f'agent_device = "{HEADSET_MIC}"\n'
        f'customer_device = "{HEADSET_MONITOR}"\n'
        'start_calls = "by_itself"\n'
    )
    files = [tmp_path / "first.wav", tmp_path / "again.wav"]
    for file, text in zip(files, (FIRST, AGAIN), strict=True):
        soundfile.write(file, speak(text, "en-gb"), 16_000)
    with app.connect() as link:
        follower = Follower(link)
        phone("start", "--id", "1", "--name", "Dana Ortega", "--number", "5550101")
        dana = follower.wait(CallStarted).call
        follower.hear(pulse, files[0])
        phone("hold", "--id", "1")
        phone("start", "--id", "2", "--name", "Mara Lind", "--number", "5550202")
        offer = follower.wait(CallOffered, lambda offer: offer.parks)
        link.send(AnswerOffer(offer=offer.offer, is_taken=True))
        mara = follower.wait(CallStarted, lambda started: started.call != dana).call
        phone("end", "--id", "2")
        follower.wait(CallSaved, lambda saved: saved.call == mara)
        phone("resume", "--id", "1")
        follower.wait(PauseSet, lambda pause: not pause.is_paused)
        again = follower.hear(pulse, files[1])
        phone("end", "--id", "1")
        saved = follower.wait(CallSaved, lambda saved: saved.call == dana)
        link.send(StopEngine())
    inputs = read_kept_journal(Path(saved.journal)).inputs
    said = [e for e in inputs if isinstance(e, FinalResult) and "refund" in e.text]
    assert {final.party for final in said} == {Party.CUSTOMER}
    hold, back = (event.at for event in inputs if isinstance(event, PauseSet))
    assert said[0].end < hold < back < said[-1].end == again.end
    assert [event.reason for event in inputs if isinstance(event, CallEnded)] == ["hangup"]
    # The time away is hold: no sound of it was wanted, none was lost.
    assert not [e for e in inputs if isinstance(e, AudioLost) and hold < e.at <= back]
    with app.open_store() as store:
        stored = {call.id: call.customer_name for call in store.list_calls()}
    assert stored == {dana: "Dana Ortega", mara: "Mara Lind"}
