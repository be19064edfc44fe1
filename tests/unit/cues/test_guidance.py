"""Required sentences, guided sequences, elapsed time."""

import pytest

from assist.core.events import (
    ChecklistChanged,
    CueRaised,
    Event,
    SequenceChanged,
)
from assist.cues.errors import PlaybookError
from assist.cues.playbook import parse_playbook
from tests.helpers.calls import cue_lines, run_stages, spoken

HEAD = """
schema = 1
[attention]
minimum_gap_s = 2
[defaults]
cool_down_s = 1
max_per_call = 1
expires_s = 30
"""
OTHER = """
[[rule]]
id = "other"
title = "Other"
when = { said = "never said in any test", by = "agent" }
[[rule.wording]]
headline = "Do something"
"""


def run(call: str, text: str, *, name: str = "") -> list[Event]:
    return run_stages(spoken(call, name=name), parse_playbook(HEAD + text, name="t"))


def lives(call: str, text: str) -> list[str]:
    return [line.split(" ", 1)[1] for line in cue_lines(run(call, text))]


def ticks(stream: list[Event]) -> list[tuple[float, str, bool]]:
    return [
        (event.at / 1000, event.title, event.is_done)
        for event in stream
        if isinstance(event, ChecklistChanged) and event.title
    ]


# --- required sentences ---------------------------------------------------------------------------

NOTICE = """
[[rule]]
id = "notice"
title = "Recording notice"
required = { statement = "This call may be recorded for training purposes", within_s = 15 }
[[rule.wording]]
headline = "Say that the call is recorded"
"""


def test_a_required_sentence_is_on_the_checklist_from_the_start_and_ticks_itself() -> None:
    stream = run("1 agent hello this call may be recorded for training purposes\n30 end", NOTICE)
    assert [tick[1:] for tick in ticks(stream)] == [
        ("Recording notice", False),
        ("Recording notice", True),
    ]
    assert ticks(stream)[0][0] == 0
    assert not any(isinstance(event, CueRaised) for event in stream)


def test_what_was_not_said_in_time_is_reminded_of_once() -> None:
    call = "1 agent hello how can i help you\n25 agent sure let me see\n90 end"
    assert lives(call, NOTICE) == ["raised notice", "shown notice card", "expired notice"]
    assert cue_lines(run(call, NOTICE))[0].startswith("15.")


def test_said_after_the_reminder_it_is_heeded() -> None:
    call = "1 agent hello\n20 agent by the way calls may be recorded for training purposes\n60 end"
    stream = run(call, NOTICE)
    assert cue_lines(stream)[-1].endswith("heeded notice")
    assert ticks(stream)[-1][1:] == ("Recording notice", True)


def test_a_sentence_may_be_said_in_two_breaths() -> None:
    call = "1 agent so this call may be\n4.5 agent recorded for training purposes\n30 end"
    stream = run(call, NOTICE)
    assert ticks(stream)[-1][1:] == ("Recording notice", True)
    late = "1 agent so this call may be\n14 agent recorded for training purposes\n30 end"
    assert ticks(run(late, NOTICE))[-1][1:] == ("Recording notice", False)


def test_the_customer_cannot_say_it_for_the_agent() -> None:
    call = "1 customer i know this call may be recorded for training purposes\n30 end"
    assert "raised notice" in lives(call, NOTICE)


def test_it_may_be_required_after_something_was_said() -> None:
    text = """
[[rule]]
id = "terms"
title = "Terms read"
[rule.required]
say = ["terms ...3 apply", "subject to ...3 terms"]
within_s = 10
after = { said = "upgrade*", by = "agent" }
[[rule.wording]]
headline = "Read the terms"
"""
    quiet = run("1 agent hello there\n60 end", text)
    assert ticks(quiet) == []
    assert cue_lines(quiet) == []
    missed = run("1 agent i can upgrade you today\n40 end", text)
    assert [tick[1:] for tick in ticks(missed)] == [("Terms read", False)]
    assert [line.split(" ", 1)[1] for line in cue_lines(missed)][:2] == [
        "raised terms",
        "shown terms card",
    ]
    met = run("1 agent i can upgrade you today\n6 agent our terms of service apply\n40 end", text)
    assert [tick[1:] for tick in ticks(met)] == [("Terms read", False), ("Terms read", True)]
    assert cue_lines(met) == []


@pytest.mark.parametrize(
    ("required", "problem"),
    [
        ("{ within_s = 5 }", "one of the two"),
        ('{ say = "a b", statement = "this is a long statement" }', "one of the two"),
        ('{ statement = "to you" }', "at least 3 words"),
        ('{ statement = "this call is recorded today", near = 0.2 }', "between 0.5 and 1"),
        ('{ say = "a b", after = { after_s = 5 } }', "without a window"),
        ('{ say = "a b", after = { said = "c", within_s = 5 } }', "without a window"),
        ('{ say = "a b", whithin_s = 5 }', "within_s"),
    ],
)
def test_a_broken_requirement_is_told(required: str, problem: str) -> None:
    text = f"""{HEAD}
[[rule]]
id = "x"
title = "X"
required = {required}
[[rule.wording]]
headline = "Say it"
"""
    with pytest.raises(PlaybookError) as caught:
        parse_playbook(text, name="t")
    assert problem in " ".join(caught.value.problems)


# --- a guided sequence ----------------------------------------------------------------------------

AMENDS = """
[[sequence]]
id = "amends"
title = "Make it right"
when = { said = "your (mistake|fault)", by = "customer" }
patience_s = 10
lasts_s = 100
[[sequence.step]]
id = "sorry"
step = "Apologize"
title = "Make it right"
done = { said = "sorry", by = "agent" }
[[sequence.step.wording]]
headline = "Apologize for what happened"
[[sequence.step]]
id = "fix"
step = "Fix"
title = "Make it right"
done = { said = "i will (fix|send)", by = "agent" }
[[sequence.step.wording]]
headline = "Say who fixes it, and by when"
""" + OTHER  # fmt: skip


def steps(stream: list[Event]) -> list[tuple[str, bool]]:
    """(the marks of the steps, whether it is over) each time it changed."""
    return [
        ("".join("x" if step.is_done else "." for step in event.steps), event.is_over)
        for event in stream
        if isinstance(event, SequenceChanged)
    ]


def test_steps_tick_as_they_are_heard_and_nothing_is_prompted_meanwhile() -> None:
    call = (
        "1 customer it was your mistake\n5 agent i am sorry\n12 agent i will send a new one\n60 end"
    )
    stream = run(call, AMENDS)
    assert steps(stream) == [("..", False), ("x.", False), ("xx", True)]
    assert cue_lines(stream) == []


def test_without_a_reason_nothing_begins() -> None:
    assert steps(run("1 customer hello\n5 agent i am sorry to hear that\n60 end", AMENDS)) == []


def test_the_first_missing_step_is_prompted_after_a_while_then_the_next() -> None:
    call = """
    1 customer it was your mistake
    4 agent okay let me have a look at what happened here then
    20 agent i am sorry about that one
    24 agent now we have the order here and it says it left
    60 end
    """
    assert lives(call, AMENDS) == [
        "raised amends.sorry",
        "shown amends.sorry card",
        "heeded amends.sorry",
        "raised amends.fix",
        "shown amends.fix card",
        "expired amends.fix",
    ]


def test_a_step_that_was_prompted_in_vain_does_not_hold_up_the_next() -> None:
    call = """
    1 customer it was your mistake
    4 agent okay let me have a look at what happened here then
    16 agent and there it is now in the list of orders that left
    28 agent it says that it left us on monday in the evening
    60 end
    """
    stream = run(call, AMENDS)
    rules = [event.rule for event in stream if isinstance(event, CueRaised)]
    assert rules == ["amends.sorry", "amends.fix"]


def test_a_step_is_not_missing_while_the_agent_has_not_had_the_floor() -> None:
    call = "1 customer it was your mistake\n5 customer " + "and so on " * 20 + "\n35 end"
    assert cue_lines(run(call, AMENDS)) == []


def test_a_step_done_early_is_not_asked_for_again() -> None:
    call = """
    1 customer it was your mistake
    4 agent i will send you a new one right away today
    20 agent so here is what i can see in your file
    60 end
    """
    stream = run(call, AMENDS)
    assert steps(stream)[1] == (".x", False)
    assert {event.rule for event in stream if isinstance(event, CueRaised)} == {"amends.sorry"}


def test_it_is_over_after_its_time() -> None:
    stream = run("1 customer it was your mistake\n5 agent sorry\n130 end", AMENDS)
    assert steps(stream)[-1] == ("x.", True)


def test_it_begins_once_a_call() -> None:
    call = "1 customer your mistake\n5 agent sorry i will fix it\n30 customer your mistake\n60 end"
    assert len(steps(run(call, AMENDS))) == 2


def test_a_sequence_can_be_kept_in_the_file_and_out_of_calls() -> None:
    text = AMENDS.replace(
        'title = "Make it right"\nwhen', 'title = "Make it right"\nenabled = false\nwhen'
    )
    assert steps(run("1 customer your mistake\n60 end", text)) == []


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ('id = "amends"', "", "'id' is missing"),
        ('step = "Fix"', "", "'step' must have"),
        ('done = { said = "sorry", by = "agent" }', "", "'done' is missing"),
        ('id = "fix"', "", "'id' is missing"),
        ('id = "other"', 'id = "amends"', "used twice"),
    ],
)
def test_a_broken_sequence_is_told(old: str, new: str, problem: str) -> None:
    with pytest.raises(PlaybookError) as caught:
        parse_playbook(HEAD + AMENDS.replace(old, new, 1), name="t")
    assert problem in " ".join(caught.value.problems)


# --- time -----------------------------------------------------------------------------------------


def test_a_long_call_is_said_once() -> None:
    text = """
[[rule]]
id = "long"
title = "Long call"
when = { after_s = 60 }
[[rule.wording]]
headline = "Sum up and set a next step"
"""
    found = cue_lines(run("1 agent hello\n130 end", text))
    assert [line.split(" ", 1)[1] for line in found] == [
        "raised long",
        "shown long card",
        "expired long",
    ]
    assert found[0].startswith("60.")


def test_a_long_speech_is_measured_since_the_customer_last_spoke() -> None:
    text = """
[[rule]]
id = "speech"
title = "Long speech"
when = { spoken_words = 40, by = "agent", since = "customer_turn" }
[[rule.wording]]
headline = "Ask how that sounds to them"
"""
    short = "1 customer hello there\n3 agent " + "word " * 30 + "\n40 end"
    long = "1 customer hello there\n3 agent " + "word " * 60 + "\n40 end"
    broken = (
        "1 customer hello\n3 agent "
        + "word " * 30
        + "\n15 customer i see and then\n17 agent "
        + "word " * 30
        + "\n40 end"
    )
    assert "raised speech" in lives(long, text)
    assert lives(short, text) == []
    assert lives(broken, text) == []
