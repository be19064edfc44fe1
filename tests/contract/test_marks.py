"""What every store promises of marks and of prompts that were kept back."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from assist.core.events import (
    CueMarked,
    CueRaised,
    CueSuppressed,
    Event,
    HiddenCueEnded,
)
from assist.store.calls import SqlCallStore
from assist.store.errors import StoreError
from assist.store.marks import RuleMarks
from assist.store.model import CueMark
from tests.helpers.finished_calls import finished_call, write_call, write_journal

OpenStore = Callable[[], SqlCallStore]


def save_marked(
    store: SqlCallStore,
    home: Path,
    call: str,
    *marks: tuple[int, bool],
    more: tuple[Event, ...] = (),
) -> Path:
    """Store a call in which the agent marked cues; cue 0 is dead_end, cue 2 thank."""
    marked = [
        CueMarked(at=19_000 + place, cue=cue, is_right=is_right)
        for place, (cue, is_right) in enumerate(marks)
    ]
    journal = write_journal(home / "calls" / call, finished_call(call, extra=(*marked, *more)))
    store.save_call(journal)
    return journal


def test_the_agents_last_mark_of_a_cue_is_kept(store: SqlCallStore, tmp_path: Path) -> None:
    save_marked(store, tmp_path, "one", (0, False), (2, False), (0, True), (99, True))
    assert store.get_call("one").marks == (
        CueMark(cue=0, rule="dead_end", is_right=True, at=19_002, by="Sarah"),
        CueMark(cue=2, rule="thank", is_right=False, at=19_001, by="Sarah"),
    )


def test_marks_are_counted_per_rule_over_all_calls(store: SqlCallStore, tmp_path: Path) -> None:
    save_marked(store, tmp_path, "one", (0, True), (2, False))
    save_marked(store, tmp_path, "two", (0, False))
    assert store.rule_marks() == (
        RuleMarks(rule="dead_end", right=1, wrong=1),
        RuleMarks(rule="thank", right=0, wrong=1),
    )


def test_a_leads_mark_counts_before_the_agents_and_outlives_a_new_save(
    store: SqlCallStore, tmp_path: Path
) -> None:
    journal = save_marked(store, tmp_path, "one", (0, True))
    store.mark_cue("one", 0, is_right=True, by="Kim")
    store.mark_cue("one", 0, is_right=False, by="Kim")
    store.mark_cue("one", 2, is_right=True, by="Kim")
    store.save_call(journal)
    assert [(m.cue, m.origin, m.is_right, m.by) for m in store.get_call("one").marks] == [
        (0, "agent", True, "Sarah"),
        (0, "lead", False, "Kim"),
        (2, "lead", True, "Kim"),
    ]
    assert store.rule_marks() == (
        RuleMarks(rule="dead_end", right=0, wrong=1),
        RuleMarks(rule="thank", right=1, wrong=0),
    )


def test_a_prompt_that_is_not_there_cannot_be_marked(store: SqlCallStore, tmp_path: Path) -> None:
    store.save_call(write_call(tmp_path, "one"))
    with pytest.raises(StoreError, match="no prompt 7"):
        store.mark_cue("one", 7, is_right=True, by="Kim")


def test_with_a_call_its_marks_go(store: SqlCallStore, tmp_path: Path) -> None:
    save_marked(store, tmp_path, "one", (0, True))
    store.delete_call("one")
    assert store.rule_marks() == ()


def test_what_became_of_a_hidden_prompt_is_kept(store: SqlCallStore, tmp_path: Path) -> None:
    raised = next(e for e in finished_call() if isinstance(e, CueRaised))
    hidden = replace(raised, at=13_500, cue=3, rule="empathy", lessons=("F1: it hurt",))
    more = (
        hidden,
        CueSuppressed(at=13_500, cue=3, rule="empathy", reason="holdout"),
        HiddenCueEnded(at=18_500, cue=3, rule="empathy", outcome="done"),
    )
    save_marked(store, tmp_path, "one", more=more)
    cue = store.get_call("one").cues[-1]
    assert (cue.ending, cue.reason, cue.unseen) == ("suppressed", "holdout", "done")
    assert cue.lessons == ("F1: it hurt",)


def test_what_became_of_every_prompt_can_be_read_at_once(
    store: SqlCallStore, tmp_path: Path
) -> None:
    raised = next(e for e in finished_call() if isinstance(e, CueRaised))
    more = (
        replace(raised, at=13_500, cue=3, rule="empathy"),
        CueSuppressed(at=13_500, cue=3, rule="empathy", reason="holdout"),
        HiddenCueEnded(at=18_500, cue=3, rule="empathy", outcome="not_done"),
    )
    save_marked(store, tmp_path, "one", more=more)
    save_marked(store, tmp_path, "two")
    found = sorted((c.rule, c.ending, c.reason, c.unseen) for c in store.cue_outcomes())
    assert found == [
        ("dead_end", "heeded", "", ""),
        ("dead_end", "heeded", "", ""),
        ("empathy", "suppressed", "holdout", "not_done"),
        ("thank", "dismissed", "", ""),
        ("thank", "dismissed", "", ""),
        ("use_name", "suppressed", "cool_down", ""),
        ("use_name", "suppressed", "cool_down", ""),
    ]
