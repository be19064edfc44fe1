"""Layers: what each may change, what stays, and that every value tells where it comes from."""

import contextlib
import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assist import paths
from assist.cues.errors import PlaybookError
from assist.cues.layers import Effective, Layer, join_layers
from assist.cues.layers_text import playbook_text, toml_value, with_rule, without_rule

RULE = """
[[rule]]
id = "{id}"
title = "Offer a time"
when = {{ said = "{said}", by = "customer" }}

[[rule.wording]]
headline = "Name a day"

[[rule.wording]]
headline = "Give a date"
"""


def rule(id_: str = "refund", said: str = "my {money}") -> str:
    return RULE.format(id=id_, said=said)


BASE = (
    'schema = 1\nname = "Base"\n[defaults]\nexpires_s = 40\n[phrases]\nmoney = "refund*"\n' + rule()
)


def join(*texts: str) -> Effective:
    names = ("base", "company", "team", "agent")
    return join_layers(
        [
            Layer(name=name, file=f"{name}.toml", text=text)
            for name, text in zip(names, texts, strict=False)
        ]
    )


def test_a_layer_changes_only_the_keys_it_gives() -> None:
    joined = join(BASE, 'schema = 1\n[[rule]]\nid = "refund"\npriority = 80\n')
    (rule_,) = joined.playbook.rules
    assert (rule_.priority, rule_.title, rule_.expires) == (80, "Offer a time", 40_000)
    assert str(joined.origin("refund", "priority")) == "company.toml, line 4"
    assert str(joined.origin("refund", "title")) == "base.toml, line 10"
    assert joined.origin("refund", "cool_down_s") is None
    assert joined.notes == ()


def test_the_lowest_layer_has_the_last_word() -> None:
    change = 'schema = 1\n[[rule]]\nid = "refund"\npriority = {}\n'
    joined = join(BASE, *(change.format(number) for number in (70, 80, 90)))
    assert joined.playbook.rules[0].priority == 90
    origin = joined.origin("refund", "priority")
    assert origin is not None
    assert origin.layer == "agent"


def test_a_layer_adds_and_switches_off_rules() -> None:
    team = 'schema = 1\n[[rule]]\nid = "refund"\nenabled = false\n' + rule("late", "too late")
    joined = join(BASE, team)
    assert [each.id for each in joined.playbook.rules] == ["late"]
    origin = joined.origin("late", "id")
    assert origin is not None
    assert origin.layer == "company"


def test_phrases_defaults_and_attention_merge_by_key() -> None:
    team = 'schema = 1\n[defaults]\ncool_down_s = 5\n[phrases]\nother = "no"\n'
    team += "[attention]\nminimum_gap_s = 3\n"
    joined = join(BASE, team)
    assert joined.playbook.rules[0].cool_down == 5_000
    assert joined.playbook.rules[0].expires == 40_000
    assert joined.playbook.attention.minimum_gap == 3_000


@pytest.mark.parametrize(
    ("locked", "key", "stays"),
    [
        ("true", "enabled = false", True),
        ('["priority"]', "priority = 1", True),
        ('["priority"]', "urgency = 'urgent'", False),
    ],
)
def test_what_is_locked_above_stays_and_is_said(locked: str, key: str, stays: bool) -> None:
    base = BASE.replace("title =", f"locked = {locked}\npriority = 60\ntitle =")
    joined = join(base, f'schema = 1\n[[rule]]\nid = "refund"\n{key}\n')
    (rule_,) = joined.playbook.rules
    assert rule_.priority == 60
    assert bool(joined.notes) is stays
    if stays:
        name = key.split()[0]
        assert joined.notes == (
            f"company.toml, line 4: rule 'refund': '{name}' is locked by the base layer and stays "
            "as it is there; remove it here.",
        )


def test_a_locked_rule_keeps_the_defaults_and_phrases_it_was_locked_with() -> None:
    base = BASE.replace("title =", "locked = true\ntitle =")
    team = 'schema = 1\n[defaults]\nexpires_s = 5\n[phrases]\nmoney = "never said"\n'
    joined = join(base, team)
    assert joined.playbook.rules[0].expires == 40_000
    assert "money" in joined.notes[0]
    assert tomllib.loads(joined.text)["phrases"]["money"] == "refund*"


def test_a_locked_rule_keeps_its_circumstances() -> None:
    base = BASE.replace(
        "[phrases]", 'circumstances = { late = { said = "{money}" } }\n[phrases]', 1
    ).replace("[defaults]\nexpires_s = 40\n", "")
    base = base.replace("title =", "locked = true\ntitle =").replace(
        '{ said = "my {money}", by = "customer" }',
        '{ all = [{ given = "late" }, { said = "my" }] }',
    )
    team = 'schema = 1\n[circumstances]\nlate = { said = "x" }\n[phrases]\nmoney = "never"\n'
    joined = join(base, team)
    assert tomllib.loads(joined.text)["circumstances"]["late"] == {"said": "{money}"}
    assert len(joined.notes) == 2


def test_whole_tables_and_single_keys_of_the_top_can_be_locked() -> None:
    base = BASE.replace('name = "Base"', 'locked = ["defaults.expires_s", "name"]\nname = "Base"')
    joined = join(base, 'schema = 1\nname = "Mine"\n[defaults]\nexpires_s = 5\ncool_down_s = 6\n')
    assert joined.playbook.name == "Base"
    assert joined.playbook.rules[0].expires == 40_000
    assert joined.playbook.rules[0].cool_down == 6_000
    assert len(joined.notes) == 2


def test_a_change_to_a_rule_that_is_gone_stops_no_call() -> None:
    joined = join(BASE, 'schema = 1\n[[rule]]\nid = "gone"\npriority = 1\n')
    assert [each.id for each in joined.playbook.rules] == ["refund"]
    assert joined.notes == (
        "company.toml, line 2: rule 'gone' changes a rule that no layer above has; remove it here.",
    )


def test_a_mistake_is_told_with_the_file_and_line_it_stands_in() -> None:
    team = 'schema = 1\n\n[[rule]]\nid = "refund"\n# why\nwhen = { said = "(my" }\n'
    with pytest.raises(PlaybookError) as caught:
        join(BASE, team)
    assert str(caught.value).startswith("company.toml, line 6: rule 'refund'")
    with pytest.raises(PlaybookError, match=r"company.toml is written for a newer Call Assist"):
        join(BASE, "schema = 2\n")


def test_one_layer_is_the_file_as_it_was_written() -> None:
    assert join(BASE).text == BASE
    assert join(BASE).playbook.text == BASE


def test_the_shipped_playbook_joined_with_an_empty_layer_says_the_same() -> None:
    text = (paths.resources_dir() / "playbooks" / "default.toml").read_text(encoding="utf-8")
    alone, joined = join(text), join(text, "schema = 1\n")
    assert tomllib.loads(joined.text) == tomllib.loads(text)
    assert [each.id for each in joined.playbook.rules] == [each.id for each in alone.playbook.rules]
    assert joined.playbook.text == joined.text


@pytest.mark.parametrize(
    "value",
    [
        "plain",
        'quo"te \\ back',
        "tab\tand é ñ \u2019",
        "\x7f",
        True,
        3,
        2.5,
        [],
        [1, 2],
        ["a"] * 40,
    ],
)
def test_values_survive_being_written(value: object) -> None:
    assert tomllib.loads(f"a = {toml_value(value)}") == {"a": value}


def test_one_rule_is_replaced_and_the_rest_keeps_its_comments() -> None:
    text = (
        BASE
        + "\n# why this one\n[[rule]]\nid = 'two'\nenabled = false # off\n\n# end\n"
        + rule("c")
    )
    new = {"id": "two", "priority": 7, "wording": [{"headline": "Say so"}]}
    changed = with_rule(text, new)
    assert tomllib.loads(changed)["rule"][1] == new
    for kept in ("# why this one\n", "# end\n", BASE, rule("c")):
        assert kept in changed
    assert "# off" not in changed
    assert with_rule(changed, new) == changed
    gone = without_rule(changed, "two")
    assert [each["id"] for each in tomllib.loads(gone)["rule"]] == ["refund", "c"]
    assert "# why" not in gone


def test_a_new_rule_goes_to_the_end() -> None:
    changed = with_rule("schema = 1 # first\n", {"id": "x", "priority": 5})
    assert changed == 'schema = 1 # first\n\n[[rule]]\nid = "x"\npriority = 5\n'


def test_a_file_that_hides_its_rules_is_left_alone() -> None:
    text = "schema = 1\nrule = [{ id = 'x', priority = 1 }]\n"
    with pytest.raises(PlaybookError, match="change it in a text editor"):
        with_rule(text, {"id": "x", "priority": 2})


def test_a_playbook_written_from_data_reads_back_the_same() -> None:
    text = (paths.resources_dir() / "playbooks" / "default.toml").read_text(encoding="utf-8")
    data = tomllib.loads(text)
    assert tomllib.loads(playbook_text(data)) == data
    assert max(map(len, playbook_text(data).splitlines())) < 160


PLAIN = st.recursive(
    st.text(max_size=20) | st.booleans() | st.integers(-(10**9), 10**9),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.text("abc_- é", min_size=1, max_size=6), inner, max_size=3)
    ),
    max_leaves=12,
)


@given(values=st.dictionaries(st.text("abcdef_", min_size=1, max_size=6), PLAIN, max_size=4))
def test_any_rule_can_be_written_replaced_and_removed(values: dict[str, object]) -> None:
    wanted = {**values, "id": "x"}
    text = with_rule(BASE + rule("last", "too late"), {"id": "x", "priority": 1})
    changed = with_rule(text, wanted)
    assert {each["id"]: each for each in tomllib.loads(changed)["rule"]}["x"] == wanted
    assert without_rule(changed, "x") == without_rule(text, "x")
    assert tomllib.loads(playbook_text(tomllib.loads(changed))) == tomllib.loads(changed)


@pytest.mark.parametrize(
    "text",
    [
        "rule = 3",
        "rule = [3]",
        "rule = [{ id = 5 }]",
        "[[rule]]\nid = 'refund'\nwhen = 2026-01-01",
        "[[rule]]\nid = 'refund'\nwording = 3",
        "[[rule]]\nid = 'refund'\nlocked = 3",
        "[[rule]]\nid = 'x'\n[[rule]]\nid = 'x'",
        "sequence = { a = 1 }",
        "phrases = 3",
        "defaults = []",
        "locked = [3]",
        "day = 2026-01-01",
        "name = 3",
        "language = 'fr'",
        "name",
    ],
)
def test_a_damaged_layer_is_one_sentence_with_its_file(text: str) -> None:
    with pytest.raises(PlaybookError, match=r"^company.toml.*[.;:]"):
        join(BASE, f"schema = 1\n{text}\n")


@given(cut=st.integers(0, len(BASE)), put=st.text('[]{}="\n#,.x1', max_size=4))
def test_a_mistyped_layer_never_fails_in_another_way(cut: int, put: str) -> None:
    with contextlib.suppress(PlaybookError):
        join(BASE, BASE[:cut] + put + BASE[cut:])
