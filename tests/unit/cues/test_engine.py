"""The life of a cue: the attention budget, holding, standing down, withdrawing, endings."""

import pytest

from assist.core.events import (
    CueRaised,
    CueShown,
    Detection,
    Event,
    FinalResult,
    PartialResult,
)
from assist.core.words import Party
from assist.cues.engine import CueEngine
from assist.cues.playbook import parse_playbook
from tests.helpers.calls import cue_lines, run_stages, spoken

HEAD = """
schema = 1
[attention]
minimum_gap_s = 25
[defaults]
cool_down_s = 60
max_per_call = 2
expires_s = 30
"""


def rule(
    id_: str,
    said: str,
    *,
    urgency: str = "hint",
    priority: int = 50,
    by: str = "customer",
    done: str = "",
    extra: str = "",
) -> str:
    stand_down = f'stand_down = {{ said = "{done}", by = "agent" }}' if done else ""
    return f"""
[[rule]]
id = "{id_}"
title = "Title"
urgency = "{urgency}"
priority = {priority}
when = {{ said = "{said}", by = "{by}" }}
{stand_down}
{extra}
[[rule.wording]]
headline = "{id_} one"
[[rule.wording]]
headline = "{id_} two"
[[rule.wording]]
headline = "{id_} three"
"""


def lines(call: str, *rules: str, head: str = HEAD) -> list[str]:
    playbook = parse_playbook(head + "".join(rules), name="test")
    return cue_lines(run_stages(spoken(call), playbook))


def without_times(found: list[str]) -> list[str]:
    return [line.split(" ", 1)[1] for line in found]


ALPHA, BETA, GAMMA = rule("alpha", "alpha"), rule("beta", "beta"), rule("gamma", "gamma")


def test_a_cue_is_raised_shown_and_expires() -> None:
    found = lines("1 customer alpha now\n60 end", ALPHA)
    assert without_times(found) == ["raised alpha", "shown alpha card", "expired alpha"]
    assert found[2].startswith("32.")


def test_a_second_cue_stands_on_the_next_line_and_takes_the_card_after_the_gap() -> None:
    found = lines(
        "1 customer alpha now\n4 customer beta now\n10 agent finished\n40 end",
        rule("alpha", "alpha", done="finished"),
        rule("beta", "beta", extra="expires_s = 60"),
    )
    assert without_times(found) == [
        "raised alpha",
        "shown alpha card",
        "raised beta",
        "shown beta next",
        "heeded alpha",
        "shown beta card",
        "expired beta",
    ]
    card_at = float(found[5].split()[0])
    assert card_at - float(found[1].split()[0]) == pytest.approx(25, abs=0.2)


def test_a_third_cue_waits() -> None:
    found = lines("1 customer alpha beta gamma now\n20 end", ALPHA, BETA, GAMMA)
    assert "held gamma card_taken" in without_times(found)


def test_priority_decides_who_gets_the_card() -> None:
    found = lines(
        "1 agent well\n1 customer alpha\n2 customer beta\n10 end",
        rule("alpha", "alpha", priority=10),
        rule("beta", "beta", priority=90),
    )
    shown = [line for line in without_times(found) if line.startswith("shown")]
    assert shown[-1] == "shown beta next"


def test_a_card_is_held_while_the_agent_speaks() -> None:
    found = lines(
        "1 agent one two three four five six seven eight nine ten eleven\n1 customer alpha\n9 end",
        ALPHA,
    )
    assert without_times(found)[:3] == [
        "raised alpha",
        "held alpha agent_speaking",
        "shown alpha card",
    ]
    assert 5.4 < float(found[2].split()[0]) < 5.6


def test_an_urgent_card_is_shown_at_once_and_pushes_the_other_down() -> None:
    found = lines(
        "1 customer alpha\n4 agent beta two three four five six seven eight nine\n12 end",
        ALPHA,
        rule("beta", "beta", urgency="urgent", by="agent"),
    )
    assert without_times(found)[:5] == [
        "raised alpha",
        "shown alpha card",
        "raised beta",
        "shown beta card",
        "shown alpha next",
    ]
    assert float(found[3].split()[0]) < 5.1


def test_within_the_cool_down_a_rule_is_suppressed() -> None:
    found = lines("1 customer alpha\n40 customer alpha\n99 customer alpha\n120 end", ALPHA)
    assert without_times(found) == [
        "raised alpha",
        "shown alpha card",
        "expired alpha",
        "raised alpha",
        "suppressed alpha cool_down",
        "raised alpha",
        "shown alpha card",
        "expired alpha",
    ]


def test_after_its_share_of_the_call_a_rule_is_suppressed() -> None:
    call = "\n".join(f"{at} customer alpha" for at in (1, 70, 140))
    assert "suppressed alpha max_per_call" in without_times(lines(call, ALPHA))


def test_beside_a_live_cue_the_same_rule_is_a_duplicate() -> None:
    found = lines("1 customer alpha\n5 customer alpha\n12 end", ALPHA)
    assert "suppressed alpha duplicate" in without_times(found)


def test_a_cue_that_waited_too_long_is_dropped_not_shown() -> None:
    call = "1 agent " + "word " * 60 + "\n2 customer alpha\n40 end"
    found = lines(call, rule("alpha", "alpha", extra="late_s = 10"))
    assert without_times(found) == [
        "raised alpha",
        "held alpha agent_speaking",
        "suppressed alpha too_late",
    ]


def test_done_before_it_was_shown_it_stands_down() -> None:
    call = "1 agent one two three four five six seven eight finished\n1 customer alpha\n20 end"
    found = lines(call, rule("alpha", "alpha", done="finished"))
    assert without_times(found) == [
        "raised alpha",
        "held alpha agent_speaking",
        "stood_down alpha",
    ]


def test_done_after_it_was_shown_it_is_heeded() -> None:
    found = lines(
        "1 customer alpha\n5 agent all finished\n20 end", rule("alpha", "alpha", done="finished")
    )
    assert without_times(found)[-1] == "heeded alpha"


def test_doing_it_after_the_window_earns_nothing() -> None:
    alpha = rule("alpha", "alpha", done="finished", extra="heeded_s = 5")
    found = lines("1 customer alpha\n15 agent all finished\n20 end", alpha)
    assert without_times(found)[-1] == "expired alpha"
    assert float(found[-1].split()[0]) < 17


def test_it_does_not_expire_while_the_agent_is_doing_it() -> None:
    alpha = rule("alpha", "alpha", done="finished", extra="expires_s = 6")
    call = "1 customer alpha\n6 agent finished " + "word " * 12 + "\n30 end"
    assert without_times(lines(call, alpha))[-1] == "heeded alpha"


def test_words_before_the_trigger_do_not_stand_it_down() -> None:
    alpha = rule("alpha", "alpha", by="agent", urgency="urgent", done="finished")
    found = lines("1 agent finished and then alpha\n12 end", alpha)
    assert without_times(found) == ["raised alpha", "shown alpha card", "expired alpha"]


def test_not_now_ends_it() -> None:
    found = lines("1 customer alpha\n5 dismiss 0\n6 dismiss 0\n7 dismiss 99\n20 end", ALPHA)
    assert without_times(found) == ["raised alpha", "shown alpha card", "dismissed alpha"]


def test_at_the_end_of_the_call_everything_expires() -> None:
    found = lines("1 customer alpha\n4 customer beta\n7 end", ALPHA, BETA)
    assert without_times(found)[-2:] == ["expired alpha", "expired beta"]


def test_while_paused_nothing_is_raised() -> None:
    assert lines("0.5 pause\n1 customer alpha\n9 resume\n20 end", ALPHA) == []


def test_wording_never_repeats_within_a_call() -> None:
    head = HEAD.replace("max_per_call = 2", "max_per_call = 3").replace("= 60", "= 1")
    call = "\n".join(f"{at} customer alpha" for at in (1, 40, 80, 120))
    playbook = parse_playbook(head + ALPHA, name="test")
    stream = run_stages(spoken(call), playbook)
    shown = {event.cue for event in stream if isinstance(event, CueShown)}
    headlines = [e.headline for e in stream if isinstance(e, CueRaised) and e.cue in shown]
    assert headlines == ["alpha one", "alpha two", "alpha three"]


def test_the_name_is_filled_in_and_never_breaks_the_headline() -> None:
    alpha = ALPHA.replace("alpha one", "Tell {name} what comes next")
    playbook = parse_playbook(HEAD + alpha, name="test")
    for name, headline in (
        ("Dana Ortega", "Tell Dana what comes next"),
        ("", "Tell the customer what comes next"),
        ("Wolfeschlegelsteinhausenbergerdorff", "Tell Wolfeschlegelsteinhausenbergerdorff…"),
    ):
        stream = run_stages(spoken("1 customer alpha", name=name), playbook)
        assert [e.headline for e in stream if isinstance(e, CueRaised)] == [headline]


def test_the_feeling_is_the_customers_latest_distress() -> None:
    alpha = ALPHA.replace("alpha one", "Name the {feeling}")
    playbook = parse_playbook(HEAD + alpha, name="test")
    stream = run_stages(spoken("1 customer i am worried\n9 customer alpha"), playbook)
    assert [e.headline for e in stream if isinstance(e, CueRaised)] == ["Name the worry"]


def test_of_several_feelings_in_one_utterance_the_first_found_is_named() -> None:
    alpha = ALPHA.replace("alpha one", "Name the {feeling}")
    inputs = spoken("1 customer i am so frustrated and worried\n9 customer alpha")
    stream = run_stages(inputs, parse_playbook(HEAD + alpha, name="test"))
    found = [e.label for e in stream if isinstance(e, Detection) and e.is_final]
    assert {"frustration", "worry"} <= set(found)
    first = next(label for label in found if label in ("frustration", "worry"))
    (raised,) = [e for e in stream if isinstance(e, CueRaised)]
    assert raised.headline == f"Name the {first}"


def partial(at: int, text: str, utterance: int = 0) -> PartialResult:
    return PartialResult(at=at, party=Party.CUSTOMER, utterance=utterance, start=900, text=text)


def final(at: int, text: str, utterance: int = 0) -> FinalResult:
    return FinalResult(
        at=at, party=Party.CUSTOMER, utterance=utterance, start=900, end=at, text=text
    )


def handled(engine: CueEngine, *events: Event) -> list[str]:
    return without_times(cue_lines(out for event in events for out in engine.handle(event)))


@pytest.fixture
def engine() -> CueEngine:
    return CueEngine(parse_playbook(HEAD + ALPHA, name="test"))


def test_one_partial_is_not_enough(engine: CueEngine) -> None:
    assert handled(engine, partial(1000, "alpha"), partial(1200, "all for")) == []


def test_a_cue_from_a_partial_is_provisional_and_confirmed_silently(engine: CueEngine) -> None:
    made = [
        out
        for event in (partial(1000, "alpha"), partial(1200, "alpha now"), final(2000, "alpha now"))
        for out in engine.handle(event)
    ]
    raised = [event for event in made if isinstance(event, CueRaised)]
    assert [event.is_provisional for event in raised] == [True]
    assert raised[0].trigger_end == 1000
    assert raised[0].evidence[0].text == "alpha"
    assert without_times(cue_lines(made)) == ["raised alpha", "shown alpha card"]


def test_a_final_that_disagrees_withdraws_it_and_it_counts_for_nothing(engine: CueEngine) -> None:
    assert handled(
        engine, partial(1000, "alpha"), partial(1200, "alpha"), final(2000, "all for")
    ) == ["raised alpha", "shown alpha card", "withdrawn alpha"]
    # Neither the cool-down nor the share of the call is spent, only the gap between cards.
    assert handled(engine, final(40_000, "alpha", 1)) == ["raised alpha", "shown alpha card"]
