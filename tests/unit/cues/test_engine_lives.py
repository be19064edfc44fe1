"""Whatever happens in a call, every cue has one ending and one card stands at a time."""

from hypothesis import given, settings
from hypothesis import strategies as st

from assist import paths
from assist.core.events import (
    CueDismissed,
    CueEvent,
    CueExpired,
    CueHeeded,
    CueHeld,
    CueRaised,
    CueShown,
    CueStoodDown,
    CueSuppressed,
    CueWithdrawn,
    Event,
    FinalResult,
    Input,
    PartialResult,
    Tick,
    VoiceActivity,
)
from assist.core.words import Party
from assist.cues.playbook import Playbook, load_playbook
from tests.helpers.calls import run_stages, spoken

ENDINGS = (CueSuppressed, CueWithdrawn, CueStoodDown, CueHeeded, CueDismissed, CueExpired)

SHIPPED = load_playbook(paths.resources_dir() / "playbooks" / "default.toml")

sentences = st.sampled_from(
    [
        "there's nothing more i can do",
        "this is the third time i'm calling and i'm furious",
        "my name is dana ortega",
        "i understand how frustrating that must be",
        "i'll transfer you to billing",
        "i will call you back soon",
        "i will call you tomorrow by noon dana",
        "is there anything else i can help you with goodbye",
        "my order has not arrived and i need it",
        "let me make sure i understand your order never came is that right",
        "forget it i will cancel my account",
        "thank you so much that is a relief",
        "one moment please",
        "okay",
    ]
)
turns = st.lists(
    st.tuples(st.integers(0, 15_000), st.sampled_from(list(Party)), sentences),
    min_size=1,
    max_size=12,
)
actions = st.lists(
    st.tuples(st.integers(1, 90), st.sampled_from(["dismiss 0", "dismiss 2", "pause", "resume"])),
    max_size=4,
)


def written(turns: list[tuple[int, Party, str]], actions: list[tuple[int, str]]) -> list[Input]:
    at, rows = 0, []
    for gap, party, text in turns:
        at += gap
        rows.append(f"{at / 1000} {party} {text}")
    rows.extend(f"{second} {action}" for second, action in actions)
    return spoken("\n".join(rows))


def check_lives(stream: list[Event], playbook: Playbook) -> None:
    """One card at a time, one next line, one ending per cue, none outlives the call."""
    open_cues: set[int] = set()
    places: dict[int, str] = {}
    seen: dict[str, set[int]] = {}
    limits = {rule.id: rule.max_per_call for rule in playbook.rules}
    for event in stream:
        if not isinstance(event, CueEvent):
            continue
        if isinstance(event, CueRaised):
            assert event.cue not in open_cues
            open_cues.add(event.cue)
            assert len(event.headline) <= 42
        elif isinstance(event, ENDINGS):
            assert event.cue in open_cues
            open_cues.discard(event.cue)
            places.pop(event.cue, None)
        elif isinstance(event, CueShown):
            assert event.cue in open_cues
            seen.setdefault(event.rule, set()).add(event.cue)
            # An urgent card moves the one before it to the next line or back to waiting.
            places = {cue: place for cue, place in places.items() if place != event.place}
            places[event.cue] = event.place
        else:
            assert isinstance(event, CueHeld)
            assert event.cue in open_cues
            assert event.reason
        if isinstance(event, CueWithdrawn):
            seen.get(event.rule, set()).discard(event.cue)
    assert not open_cues
    assert all(len(cues) <= limits[rule] for rule, cues in seen.items())


@settings(max_examples=60, deadline=None)
@given(turns, actions)
def test_every_cue_has_one_ending_and_one_card_stands_at_a_time(
    turns: list[tuple[int, Party, str]], actions: list[tuple[int, str]]
) -> None:
    check_lives(run_stages(written(turns, actions), SHIPPED), SHIPPED)


@settings(max_examples=25, deadline=None)
@given(turns, actions)
def test_the_same_inputs_give_the_same_outputs(
    turns: list[tuple[int, Party, str]], actions: list[tuple[int, str]]
) -> None:
    inputs = written(turns, actions)
    assert run_stages(inputs, SHIPPED) == run_stages(inputs, SHIPPED)


noise = st.lists(
    st.one_of(
        st.builds(
            PartialResult,
            at=st.integers(0, 60_000),
            party=st.sampled_from(list(Party)),
            utterance=st.integers(0, 5),
            start=st.integers(0, 60_000),
            text=sentences,
        ),
        st.builds(
            FinalResult,
            at=st.integers(0, 60_000),
            party=st.sampled_from(list(Party)),
            utterance=st.integers(0, 5),
            start=st.integers(0, 30_000),
            end=st.integers(30_000, 60_000),
            text=st.one_of(sentences, st.just("")),
        ),
        st.builds(
            VoiceActivity,
            at=st.integers(0, 60_000),
            party=st.sampled_from(list(Party)),
            is_active=st.booleans(),
        ),
        st.builds(Tick, at=st.integers(0, 60_000)),
    ),
    max_size=60,
)


@settings(max_examples=60, deadline=None)
@given(noise)
def test_no_order_of_events_breaks_the_lives_of_cues(events: list[Input]) -> None:
    inputs = [*spoken("1 end")[:1], *events, *spoken("90 end")[-1:]]
    check_lives(run_stages(inputs, SHIPPED), SHIPPED)
