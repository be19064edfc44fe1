"""A rule's version changes with what it hears, says or may do, and with nothing else."""

import pytest

from assist import paths
from assist.core.events import CueRaised
from assist.cues.playbook import load_playbook, parse_playbook
from tests.helpers.calls import run_stages, spoken

TEXT = """
schema = 1
name = "P"
[defaults]
cool_down_s = 60
[phrases]
money = ["refund", "{cash}"]
cash = ["cash back"]
other = ["parcel"]
[circumstances]
upset = { detected = "distress", by = "customer", within_s = 60 }
at_stake = { any = [ { given = "upset" }, { said = "lawyer", by = "customer" } ] }
[[rule]]
id = "alpha"
title = "Alpha"
priority = 50
max_per_call = 1
when = { all = [ { said = "{money}", by = "customer" }, { not = { given = "at_stake" } } ] }
[[rule.wording]]
headline = "Say when"
[[rule]]
id = "beta"
title = "Beta"
cool_down_s = 30
max_per_call = 1
when = { said = "bicycle" }
[[rule.wording]]
headline = "Say where"
[[sequence]]
id = "amends"
title = "Amends"
when = { said = "your fault", by = "customer" }
[[sequence.step]]
id = "own"
step = "Own it"
title = "Own it"
done = { said = "our fault", by = "agent" }
max_per_call = 1
[[sequence.step.wording]]
headline = "Own it now"
[[sequence.step]]
id = "fix"
step = "Fix it"
title = "Fix it"
done = { said = "fixed", by = "agent" }
max_per_call = 1
[[sequence.step.wording]]
headline = "Fix it now"
"""


def versions(old: str = "", new: str = "") -> dict[str, str]:
    assert old in TEXT
    book = parse_playbook(TEXT.replace(old, new, 1) if old else TEXT, name="test")
    return {rule.id: rule.version for rule in book.rules}


def changed(old: str, new: str) -> set[str]:
    before, after = versions(), versions(old, new)
    return {rule for rule in after if before.get(rule) != after[rule]}


@pytest.mark.parametrize(
    ("old", "new", "rules"),
    [
        ("Say when", "Say by when", {"alpha"}),
        ("priority = 50", "priority = 51", {"alpha"}),
        ('said = "bicycle"', 'said = "bike"', {"beta"}),
        ("cash back", "cash return", {"alpha"}),  # a phrase within a phrase
        ("within_s = 60", "within_s = 90", {"alpha"}),  # circumstances of circumstances
        ("cool_down_s = 60", "cool_down_s = 61", {"alpha", "amends.own", "amends.fix"}),
        ("Own it now", "Own up now", {"amends.own"}),
        ("your fault", "your mistake", {"amends.own", "amends.fix"}),
        ("parcel", "package", set()),
        ('name = "P"', 'name = "Q"\nholdout = 0.2', set()),
        ('title = "Beta"', 'title = "Beta"\nmode = "shadow"\nlessons = ["F1"]', set()),
    ],
)
def test_it_changes_with_what_the_rule_rests_on(old: str, new: str, rules: set[str]) -> None:
    assert changed(old, new) == rules


def test_it_does_not_depend_on_the_order_or_the_layout_of_the_file() -> None:
    assert changed('title = "Alpha"\npriority = 50', 'priority  =  50\ntitle = "Alpha"') == set()


def test_every_cue_tells_the_version_of_its_rule() -> None:
    book = load_playbook(paths.resources_dir() / "playbooks" / "default.toml")
    known = {rule.id: rule.version for rule in book.rules}
    assert all(known.values())
    assert len(set(known.values())) == len(known)
    stream = run_stages(spoken("1 agent there is nothing more i can do for you\n9 end"), book)
    raised = [event for event in stream if isinstance(event, CueRaised)]
    assert raised
    assert all(event.version == known[event.rule] for event in raised)
