"""A playbook is checked throughout; a hostile one gives one sentence that says what to do."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assist import paths
from assist.core.events import CueRaised
from assist.cues.errors import PlaybookError
from assist.cues.playbook import load_playbook, parse_playbook
from tests.helpers.calls import cue_lines, run_stages, spoken

RULE_IDS = {
    "use_name",
    "acknowledge_feeling",
    "dead_end",
    "confirm_understanding",
    "transfer_angry",
    "concrete_follow_up",
    "before_closing",
    "thank",
    "talk_over",
    "dead_air",
    "too_fast",
    "at_risk",
}

GOOD = """
schema = 1
name = "Ours"

[phrases]
refund = ["refund*", "money back"]

[[rule]]
id = "refund"
title = "Say when"
urgency = "hint"
max_per_call = 1
when = { said = "{refund}", by = "customer" }
stand_down = { said = "by ...2 (monday|friday)", by = "agent" }
[[rule.wording]]
headline = "Name the day of the refund"
directions = ["And how it will arrive"]
"""


def problems(text: str) -> tuple[str, ...]:
    with pytest.raises(PlaybookError) as caught:
        parse_playbook(text, name="ours.toml")
    return caught.value.problems


def problems_or_none(text: str) -> tuple[str, ...]:
    """What is wrong with a playbook; nothing if it can be used. Any other error is a bug."""
    try:
        parse_playbook(text, name="ours.toml")
    except PlaybookError as error:
        return error.problems
    return ()


def test_the_shipped_playbook_keeps_its_first_twelve_rules() -> None:
    playbook = load_playbook(paths.resources_dir() / "playbooks" / "default.toml")
    assert {rule.id for rule in playbook.rules} >= RULE_IDS


def test_every_shipped_rule_serves_a_lesson_that_is_put_in_words() -> None:
    playbook = load_playbook(paths.resources_dir() / "playbooks" / "default.toml")
    for rule in playbook.rules:
        assert rule.lessons, rule.id
        assert all(lesson in playbook.lessons for lesson in rule.lessons), rule.id
    served = {lesson for rule in playbook.rules for lesson in rule.lessons}
    assert served == set(playbook.lessons)
    assert all(0 < len(text) <= 60 for text in playbook.lessons.values())


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ('when = { given = "storm" }', "names 'storm'"),
        ('mode = "off"', "must be one of live, shadow"),
        ("done_quiet_s = -1", "between"),
    ],
)
def test_what_delivery_asks_for_is_checked(text: str, problem: str) -> None:
    rule = GOOD.replace('when = { said = "{refund}", by = "customer" }', text)
    if "when" not in text:
        rule = GOOD.replace('urgency = "hint"', f'urgency = "hint"\n{text}')
    assert problem in " ".join(problems(rule))


def test_circumstances_are_named_once_and_asked_for_by_name() -> None:
    text = GOOD.replace(
        "[[rule]]",
        "[circumstances]\nlate = { after_s = 60 }\n[[rule]]",
    ).replace(
        'when = { said = "{refund}", by = "customer" }',
        'when = { all = [ { said = "{refund}", by = "customer" }, { given = "late" } ] }',
    )
    playbook = parse_playbook(text, name="ours.toml")
    early, late = "5 customer a refund\n20 end", "65 customer a refund\n80 end"
    assert cue_lines(run_stages(spoken(early), playbook)) == []
    assert cue_lines(run_stages(spoken(late), playbook))[0].endswith("raised refund")


def test_what_makes_circumstances_true_is_no_occasion_and_no_evidence() -> None:
    text = GOOD.replace(
        "[[rule]]",
        '[circumstances]\nstorm = { said = "storm", by = "customer", within_s = 90 }\n[[rule]]',
    ).replace(
        'when = { said = "{refund}", by = "customer" }',
        'when = { all = [ { said = "{refund}", by = "customer", within_s = 90 }, '
        '{ given = "storm" } ] }',
    )
    playbook = parse_playbook(text, name="ours.toml")
    call = "1 customer a storm\n5 customer a refund\n45 customer a storm\n80 end"
    stream = run_stages(spoken(call), playbook)
    raised = [event for event in stream if isinstance(event, CueRaised)]
    assert [[piece.text for piece in event.evidence] for event in raised] == [["refund"]]


def test_shipped_directions_are_hints_and_headlines_begin_with_a_verb() -> None:
    playbook = load_playbook(paths.resources_dir() / "playbooks" / "default.toml")
    for rule in playbook.rules:
        for wording in rule.wordings:
            # A line in quotes or in the first person would be read aloud.
            lines = (wording.headline, *wording.directions)
            assert not any(line.startswith(('"', "I ", "We ")) for line in lines), rule.id
            assert wording.headline.split()[0] not in {"The", "A", "You", "Don't"}, rule.id


def test_a_good_playbook_is_read() -> None:
    playbook = parse_playbook(GOOD, name="ours.toml")
    (rule,) = playbook.rules
    assert (playbook.name, rule.id, rule.cool_down, rule.expires) == (
        "Ours",
        "refund",
        90_000,
        30_000,
    )
    assert playbook.text == GOOD


def test_the_hash_names_the_content() -> None:
    one, same = parse_playbook(GOOD, name="a"), parse_playbook(GOOD, name="b")
    other = parse_playbook(GOOD.replace("Ours", "Yours"), name="a")
    assert one.hash == same.hash != other.hash


@pytest.mark.parametrize(
    ("before", "after", "says"),
    [
        ("max_per_call", "max_per_cal", "unknown key; did you mean 'max_per_call'"),
        ('by = "customer"', 'bye = "customer"', "unknown key; did you mean 'by'"),
        ('by = "customer"', 'by = "caller"', "must be one of agent, customer"),
        ("{refund}", "{refunds}", "uses {refunds}, which is not defined"),
        ("{refund}", "(refund", "without its ')'"),
        ("{refund}", "refund.*", "means nothing here"),
        ('title = "Say when"', "", "'title' must have 1 to 32 characters"),
        ('urgency = "hint"', 'urgency = "loud"', "must be one of praise, hint, nudge, urgent"),
        ("max_per_call = 1", 'max_per_call = "1"', "must be a whole number"),
        ("max_per_call = 1", "max_per_call = 0", "must be between 1 and 20"),
        ("max_per_call = 1", "max_per_call = 2", "needs 2 different headlines"),
        (
            "max_per_call = 1",
            "max_per_call = 1\nheeded_s = 60",
            "must not be longer than expires_s",
        ),
        (
            "Name the day of the refund",
            "Name the day on which the refund will arrive there",
            "must have 1 to 42 characters",
        ),
        ("directions = [", 'directions = ["One", "Two", ', "keep the best 2"),
        ("And how it will arrive", "And {when} it arrives", "unknown placeholder"),
        ("And how it will arrive", "And {name.upper} knows", "unknown placeholder"),
        ("when = {", 'when = { detected = "x", ', "stands beside"),
        ('said = "{refund}"', 'detected = "deadend"', "did you mean 'dead_end'"),
        ('said = "{refund}"', 'signal = "loudness"', "must be one of talk_over"),
        (
            'said = "{refund}", by',
            'detected = "dead_end", ago_s = [9, 3], by',
            "smaller to the larger",
        ),
        ('said = "{refund}", by = "customer"', "all = []", "is empty"),
        ('said = "{refund}", by = "customer"', "after_s = 9, before_s = 3", "more than after_s"),
        ("when = {", "whenn = {", "'when' is missing"),
        ("schema = 1", 'schema = "1"', "'schema' must be 1"),
        ("schema = 1", "", "'schema' must be 1"),
        ("schema = 1", "schema = 2", "newer Call Assist"),
        ("schema = 1", "schema = 1 =", "not valid TOML"),
        ("[phrases]", "[phrase]", "did you mean 'phrases'"),
        ('id = "refund"', "", "'id' is missing"),
    ],
)
def test_a_mistake_is_named_with_what_to_do(before: str, after: str, says: str) -> None:
    assert before in GOOD
    found = problems(GOOD.replace(before, after, 1))
    assert any(says in problem for problem in found), found
    assert all(problem.startswith("ours.toml") for problem in found)


def test_a_duplicate_id_is_an_error_with_its_line() -> None:
    second = GOOD[GOOD.index("[[rule]]") :]
    found = problems(GOOD + second)
    assert "the id 'refund' is used twice" in found[0]
    line = [i for i, each in enumerate((GOOD + second).splitlines(), 1) if "[[rule]]" in each][1]
    assert f"line {line + 1}" in found[0]


def test_every_problem_is_listed_and_the_first_comes_first() -> None:
    text = GOOD.replace("Say when", "x" * 40).replace('by = "customer"', 'buy = "customer"')
    with pytest.raises(PlaybookError) as caught:
        parse_playbook(text, name="ours.toml")
    assert len(caught.value.problems) == 2
    assert str(caught.value).startswith(caught.value.problems[0])
    assert str(caught.value).endswith("(1 more problem after it)")


def test_a_problem_names_its_line() -> None:
    text = GOOD.replace('urgency = "hint"', 'urgency = "loud"')
    line = next(i for i, each in enumerate(text.splitlines(), 1) if "loud" in each)
    assert f"line {line}" in problems(text)[0]


def test_nesting_has_a_limit() -> None:
    deep = '{ said = "x" }'
    for _ in range(12):
        deep = f"{{ not = {deep} }}"
    text = GOOD.replace('{ said = "{refund}", by = "customer" }', deep)
    assert any("deep" in problem for problem in problems(text))


def test_a_rule_switched_off_is_left_out_but_still_checked() -> None:
    text = GOOD.replace("max_per_call = 1", "max_per_call = 1\nenabled = false")
    two = text + GOOD[GOOD.index("[[rule]]") :].replace('id = "refund"', 'id = "other"')
    assert [rule.id for rule in parse_playbook(two, name="a").rules] == ["other"]
    assert problems(two.replace("{refund}", "(refund", 1))


def test_no_rules_is_an_error() -> None:
    assert "has no rule" in problems("schema = 1\n")[0]


@pytest.mark.parametrize("content", [b"\xff\xfe\x00", b"schema = ", b""])
def test_a_file_that_is_no_playbook_gives_one_sentence(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "bad.toml"
    file.write_bytes(content)
    with pytest.raises(PlaybookError, match=r"bad\.toml"):
        load_playbook(file)


def test_a_missing_file_and_a_folder_give_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(PlaybookError, match="does not exist"):
        load_playbook(tmp_path / "none.toml")
    with pytest.raises(PlaybookError, match="is a folder"):
        load_playbook(tmp_path)


SHIPPED = (paths.resources_dir() / "playbooks" / "default.toml").read_text(encoding="utf-8")


@settings(max_examples=200, deadline=None)
@given(st.integers(0, len(SHIPPED)), st.integers(0, 40), st.text(max_size=12))
def test_a_damaged_playbook_gives_problems_or_a_playbook(at: int, cut: int, put: str) -> None:
    text = SHIPPED[:at] + put + SHIPPED[at + cut :]
    for problem in problems_or_none(text):
        assert problem.startswith("ours.toml")
        assert problem.endswith(".")


@settings(max_examples=100, deadline=None)
@given(
    st.recursive(
        st.one_of(st.integers(), st.booleans(), st.sampled_from(["x", "agent", "distress"])),
        lambda inner: st.one_of(
            st.lists(inner, max_size=3),
            st.dictionaries(
                st.sampled_from(["all", "any", "not", "said", "detected", "by", "since", "ago_s"]),
                inner,
                max_size=3,
            ),
        ),
        max_leaves=8,
    )
)
def test_no_condition_however_odd_breaks_the_reader(value: object) -> None:
    text = GOOD.replace('{ said = "{refund}", by = "customer" }', _toml(value))
    assert all(problem.startswith("ours.toml") for problem in problems_or_none(text))


def _toml(value: object) -> str:
    match value:
        case bool():
            return "true" if value else "false"
        case dict():
            return "{" + ", ".join(f"{key} = {_toml(each)}" for key, each in value.items()) + "}"
        case list():
            return "[" + ", ".join(map(_toml, value)) + "]"
        case str():
            return f'"{value}"'
    return str(value)
