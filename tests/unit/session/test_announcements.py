"""Recorded voices are no customer: their words are dropped, and only theirs."""

import pytest

from assist.core.events import FinalResult, PartialResult, SideHeard, Tick
from assist.core.words import Party
from assist.session.announcements import (
    LASTS_MS,
    MUSIC,
    RECORDING,
    AnnouncementFilter,
    is_announcement,
)


def final(party: Party, text: str, start: int, utterance: int = 0) -> FinalResult:
    end = start + 300 * len(text.split())
    return FinalResult(at=end, party=party, utterance=utterance, start=start, end=end, text=text)


def not_heard(at: int, reason: str) -> SideHeard:
    return SideHeard(at=at, party=Party.CUSTOMER, is_heard=False, reason=reason)


def heard(at: int, reason: str = "") -> SideHeard:
    return SideHeard(at=at, party=Party.CUSTOMER, is_heard=True, reason=reason)


RECORDED = (
    "thank you for calling acme insurance",
    "for billing press one",
    "for all other questions press too or stay on the line",
    "to hear these options again press star",
    "please listen carefully as our menu options have changed",
    "please enter your account number followed by the pound key",
    "this call maybe recorded for quality and training purposes",
    "all love our agents are currently busy",
    "you're call is important to us please stay on the line",
    "you are number three in the q",
    "the estimated waiting time is five minutes",
    "please hold while we connect you to the next available representative",
    "hi you have reached the voicemail of dana ortega",
    "i am not available right now please leave a message after the tone",
    "the person you are calling is not available",
    "gracias por llamar a seguros acme",
    "para facturación pulse dos",
    "su llamada es muy importante para nosotros",
    "deje su mensaje después de la señal",
)
SPOKEN = (
    "yes hello i got your letter about my bill",
    "it said press one for billing and then nobody answered",
    "the machine told me to press two and i did",
    "i was on hold for twenty minutes and the machine said my call is important",
    "please leave a message is what i heard every time i called",
    "thank you for calling me back",
    "thank you for calling back so quickly",
    "i have called three times and all of your agents were rude",
    "i tried to press one but nothing happened",
    "what is the estimated delivery time",
    "can you leave a message for my husband",
    "me dijo que marque uno y nadie contestó",
    "gracias por llamar",
)


@pytest.mark.parametrize("text", RECORDED)
def test_what_only_recordings_say_is_dropped(text: str) -> None:
    stage = AnnouncementFilter()
    said = final(Party.CUSTOMER, text, 1_000)
    partial = PartialResult(at=2_000, party=Party.CUSTOMER, utterance=0, start=1_000, text=text)
    assert stage.handle(partial) == ()
    result, told = stage.handle(said)
    assert isinstance(result, FinalResult)
    assert (result.text, result.words, result.start) == ("", (), 1_000)
    assert told == not_heard(said.end, RECORDING)


@pytest.mark.parametrize("text", SPOKEN)
def test_people_are_heard_even_if_they_tell_of_a_recording(text: str) -> None:
    said = final(Party.CUSTOMER, text, 1_000)
    assert AnnouncementFilter().handle(said) == (said,)
    assert not is_announcement(text)


def test_what_a_recording_says_on_is_dropped_too_until_time_is_over() -> None:
    stage = AnnouncementFilter()
    first = final(Party.CUSTOMER, "for billing press one", 0)
    stage.handle(first)
    (on,) = stage.handle(final(Party.CUSTOMER, "for our opening times say times", 3_000, 1))
    assert isinstance(on, FinalResult)
    assert on.text == ""
    over = Tick(at=on.end + LASTS_MS)
    assert stage.handle(over) == (over, heard(over.at))
    later = final(Party.CUSTOMER, "hello this is Maria", over.at, 2)
    assert stage.handle(later) == (later,)


def test_a_person_who_takes_the_call_is_heard_once_the_agent_speaks_to_them() -> None:
    stage = AnnouncementFilter()
    stage.handle(final(Party.CUSTOMER, "your call is important to us", 0))
    menu = final(Party.AGENT, "billing", 3_000)
    assert stage.handle(menu) == (menu,)
    dropped = final(Party.CUSTOMER, "one moment please", 4_000, 1)
    assert stage.handle(dropped) != (dropped,)
    greeting = final(Party.AGENT, "hello this is Sam from Acme", 5_000, 1)
    assert stage.handle(greeting) == (greeting, heard(greeting.at))
    person = final(Party.CUSTOMER, "hi Sam what can i do for you", 7_000, 2)
    assert stage.handle(person) == (person,)


def test_a_partial_once_known_as_a_recording_stays_away_until_its_end() -> None:
    stage = AnnouncementFilter()
    for text, passes in (("for billing", True), ("for billing press one", False), ("for", False)):
        said = PartialResult(at=900, party=Party.CUSTOMER, utterance=4, start=0, text=text)
        assert (stage.handle(said) == (said,)) is passes


def test_the_agents_own_words_and_everything_else_pass() -> None:
    stage = AnnouncementFilter()
    for event in (
        final(Party.AGENT, "thank you for calling acme this call may be recorded", 0),
        Tick(at=100),
        final(Party.CUSTOMER, "", 0),
    ):
        assert stage.handle(event) == (event,)


def test_music_and_a_recording_are_told_as_a_side_that_is_not_heard() -> None:
    stage = AnnouncementFilter()
    assert stage.handle(not_heard(100, MUSIC)) == (not_heard(100, MUSIC),)
    assert stage.handle(not_heard(200, MUSIC)) == ()
    stage.handle(final(Party.CUSTOMER, "your call is important to us", 300))
    (recording,) = stage.handle(heard(5_000, MUSIC))
    assert recording == not_heard(5_000, RECORDING)


def test_what_the_source_tells_of_the_side_stands_again_after_it() -> None:
    stage = AnnouncementFilter()
    stage.handle(not_heard(100, MUSIC))
    gone = not_heard(200, "The headset is gone.")
    assert stage.handle(gone) == (gone,)
    assert stage.handle(heard(300, MUSIC)) == (not_heard(300, "The headset is gone."),)
    stage.handle(not_heard(400, MUSIC))
    assert stage.handle(heard(500)) == ()
    assert stage.handle(heard(600, MUSIC)) == (heard(600),)
