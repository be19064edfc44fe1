"""What the sound server tells of a running call: where the softphone is, what is muted."""

from dataclasses import replace

import pytest

from assist.audio.outlook import Outlook, better_device, complaint
from assist.core.words import Party

AGENT, CUSTOMER = Party.AGENT, Party.CUSTOMER
PLAIN = Outlook(
    names={
        "mic": "Headset microphone",
        "laptop_mic": "Laptop microphone",
        "headset.monitor": "Headset",
        "speakers.monitor": "Speakers",
        "feed.monitor": "Feed",
    },
    usual={AGENT: "mic", CUSTOMER: "headset.monitor"},
    in_use={AGENT: frozenset(), CUSTOMER: frozenset()},
    muted=frozenset(),
    feeds=frozenset({"feed.monitor"}),
)


def in_call(microphone: str, *outputs: str) -> Outlook:
    used = {AGENT: frozenset({microphone}), CUSTOMER: frozenset(outputs)}
    return replace(PLAIN, in_use=used)


def better(outlook: Outlook, device: str = "headset.monitor") -> str:
    return better_device(outlook, CUSTOMER, device, "mic")


def test_all_is_well_where_the_softphone_is_on_our_devices() -> None:
    outlook = in_call("mic", "headset.monitor")
    for party, device in ((AGENT, "mic"), (CUSTOMER, "headset.monitor")):
        assert complaint(outlook, party, device) == ""
        assert better_device(outlook, party, device, "other") == ""


def test_the_usual_device_follows_the_softphone_wherever_the_default_is() -> None:
    assert better(in_call("mic", "speakers.monitor")) == "speakers.monitor"
    stays = replace(in_call("mic", "headset.monitor"), usual={CUSTOMER: "speakers.monitor"})
    assert better(stays) == ""


def test_without_a_softphone_it_follows_the_default() -> None:
    changed = {AGENT: "laptop_mic", CUSTOMER: "speakers.monitor"}
    outlook = replace(PLAIN, usual=changed)
    assert better(outlook) == "speakers.monitor"
    assert better_device(outlook, AGENT, "mic", "headset.monitor") == "laptop_mic"


def test_a_device_that_is_gone_is_waited_for_and_not_replaced() -> None:
    left = {name: text for name, text in PLAIN.names.items() if name != "headset.monitor"}
    outlook = replace(in_call("mic", "speakers.monitor"), names=left)
    assert better(outlook) == ""
    assert complaint(outlook, CUSTOMER, "headset.monitor") == ""


@pytest.mark.parametrize("wanted", ["feed.monitor", "mic"])
def test_what_may_carry_the_agents_voice_is_never_taken_for_the_customer(wanted: str) -> None:
    assert better(in_call("mic", wanted)) == ""


def test_a_softphone_on_another_device_than_the_settings_name_is_said() -> None:
    outlook = in_call("laptop_mic", "speakers.monitor")
    assert "plays to Speakers, not Headset" in complaint(outlook, CUSTOMER, "headset.monitor")
    assert "records from Laptop microphone, not Headset mic" in complaint(outlook, AGENT, "mic")


def test_a_muted_device_is_said_by_its_name() -> None:
    outlook = replace(PLAIN, muted=frozenset({"mic", "headset.monitor"}))
    assert complaint(outlook, AGENT, "mic") == (
        "The microphone Headset microphone is muted in the sound settings; turn it up there."
    )
    assert complaint(outlook, CUSTOMER, "headset.monitor").startswith("The output Headset is")
