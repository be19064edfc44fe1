"""The playbook calls run with: knowledge cards and the rules in shadow stand in its text."""

import logging
from pathlib import Path

import pytest

from assist import app, paths
from assist.app.consent import RULE
from assist.core.events import ChecklistChanged, CueRaised, KnowledgeShown
from assist.cues.playbook import parse_playbook
from assist.cues.standing import Standing, read_standing, write_standing
from assist.settings import Settings
from tests.helpers.calls import run_stages, spoken
from tests.helpers.finished_calls import write_call

CARD = "# Lost cards\n\ntopics: lost my card\n\n- Block it first\n"


def test_the_shipped_knowledge_cards_are_sound_and_there() -> None:
    cards, problems = app.knowledge_cards(Settings())
    assert problems == ()
    assert len(cards) >= 8


def test_what_a_call_runs_with_can_be_had_from_its_text_alone(tmp_path: Path) -> None:
    (tmp_path / "cards").mkdir()
    (tmp_path / "cards" / "lost.md").write_text(CARD)
    write_standing(paths.rules_file(), {"thank": Standing(right=1, wrong=40, since="2026-11-22")})
    book = app.call_playbook(Settings(knowledge=str(tmp_path / "cards")))
    again = parse_playbook(book.text, name="journal")
    assert [rule.id for rule in again.rules] == [rule.id for rule in book.rules]
    assert again.cards == book.cards
    assert {rule.id for rule in again.rules if rule.mode == "shadow"} == {"thank"}
    inputs = spoken("1 customer hello i think i lost my card on the bus\n9 end")
    shown = [e for e in run_stages(inputs, again) if isinstance(e, KnowledgeShown)]
    assert [event.card for event in shown] == ["lost"]
    assert run_stages(inputs, again) == run_stages(inputs, book)


def test_a_broken_card_costs_a_sentence_in_the_log_and_nothing_else(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "bad.md").write_text("nothing in it")
    with caplog.at_level(logging.WARNING):
        book = app.call_playbook(Settings(knowledge=str(tmp_path)))
    assert len(book.cards) >= 8
    (record,) = caplog.records
    assert "bad.md" in record.getMessage()


def test_a_broken_list_of_rules_in_shadow_keeps_no_call_from_beginning(
    caplog: pytest.LogCaptureFixture,
) -> None:
    paths.rules_file().parent.mkdir(parents=True, exist_ok=True)
    paths.rules_file().write_text("{")
    with caplog.at_level(logging.WARNING):
        book = app.call_playbook(Settings())
    assert all(rule.mode == "live" for rule in book.rules)
    assert "rules.json" in caplog.text


def mark(home: Path, rule: str, right: int, wrong: int, name: str = "call") -> None:
    """Calls whose prompt 0, of the rule as it now is, a lead marked."""
    versions = {each.id: each.version for each in app.call_playbook(app.load_settings()).rules}
    with app.open_store() as store:
        for number in range(right + wrong):
            call = f"{name}-{number}"
            store.save_call(write_call(home, call, rule_version=versions[rule]))
            store.mark_cue(call, 0, is_right=number < right, by="Kim")


def change_dead_end(home: Path, change: str) -> None:
    """An agent's layer that changes the rule `dead_end`."""
    layer = home / "agent.toml"
    layer.write_text(f'schema = 1\nname = "Mine"\n[[rule]]\nid = "dead_end"\n{change}\n')
    paths.settings_file().parent.mkdir(parents=True, exist_ok=True)
    paths.settings_file().write_text(f'agent_playbook = "{layer}"\n')


def modes() -> dict[str, str]:
    return {rule.id: rule.mode for rule in app.call_playbook(app.load_settings()).rules}


def test_marks_of_what_a_rule_was_before_it_was_changed_do_not_count(tmp_path: Path) -> None:
    mark(tmp_path, "dead_end", 0, 29)
    change_dead_end(tmp_path, "cool_down_s = 45")
    mark(tmp_path, "dead_end", 0, 29, "later")
    assert app.judge_rules() == ()
    mark(tmp_path, "dead_end", 0, 30, "last")
    (failed,) = app.judge_rules()
    assert (failed.rule, failed.wrong) == ("dead_end", 59)


def test_a_rule_that_is_changed_comes_back_from_the_shadow(tmp_path: Path) -> None:
    mark(tmp_path, "dead_end", 5, 25)
    app.judge_rules()
    assert modes()["dead_end"] == "shadow"
    change_dead_end(tmp_path, "locked = true")
    assert modes()["dead_end"] == "shadow"  # a lock changes nothing an agent sees
    change_dead_end(tmp_path, "cool_down_s = 45")
    assert modes()["dead_end"] == "live"
    assert app.judge_rules() == ()


def test_rules_are_judged_by_the_marks_in_the_store(tmp_path: Path) -> None:
    mark(tmp_path, "dead_end", 5, 25)
    (failed,) = app.judge_rules()
    assert (failed.rule, failed.right, failed.wrong) == ("dead_end", 5, 25)
    assert set(read_standing(paths.rules_file())) == {"dead_end"}
    shadowed = {rule.id for rule in app.call_playbook(Settings()).rules if rule.mode == "shadow"}
    assert shadowed == {"dead_end"}
    # It is told once.
    assert app.judge_rules() == ()


def test_doctor_names_the_broken_card_and_what_to_do(tmp_path: Path) -> None:
    from assist.cli import doctor

    paths.settings_file().parent.mkdir(parents=True, exist_ok=True)
    paths.settings_file().write_text(f'knowledge = "{tmp_path}"\n')
    (tmp_path / "lost.md").write_text(CARD)
    fine = doctor._try("Knowledge cards", doctor._knowledge)
    assert (fine.is_fine, fine.finding.endswith("cards")) == (True, True)
    (tmp_path / "bad.md").write_text("# Title\ntopics: refund\n")
    broken = doctor._try("Knowledge cards", doctor._knowledge)
    assert not broken.is_fine
    assert "bad.md needs 1 to 3 points" in broken.finding


def test_the_sentence_an_agent_has_to_say_is_owed_from_the_beginning_and_ticks_itself() -> None:
    phrase = 'Please note: this call is "transcribed" to help me'
    book = app.call_playbook(Settings(consent_phrase=phrase))
    again = parse_playbook(book.text, name="journal")
    assert [each.rule for each in again.required if each.rule == "consent_phrase"]
    said = spoken(
        "1 customer hello\n3 agent hi please note that this call is being transcribed to help"
        " me\n50 end"
    )
    events = run_stages(said, again)
    ticks = [e.is_done for e in events if isinstance(e, ChecklistChanged) and e.item == RULE]
    assert ticks == [False, True]
    assert RULE not in [e.rule for e in events if isinstance(e, CueRaised)]


def test_an_agent_who_forgets_it_is_reminded_after_half_a_minute() -> None:
    book = app.call_playbook(Settings(consent_phrase="this call is transcribed to help me"))
    silent = spoken(
        "1 customer hello i have a question\n3 agent hi what can i do for you today\n"
        "34 agent let me have a look at that for you\n50 end"
    )
    raised = [e for e in run_stages(silent, book) if isinstance(e, CueRaised) and e.rule == RULE]
    assert len(raised) == 1
    assert raised[0].at >= 30_000


def test_a_sentence_too_short_to_be_heard_is_said_and_costs_nothing_else(
    caplog: pytest.LogCaptureFixture,
) -> None:
    with caplog.at_level(logging.WARNING):
        book = app.call_playbook(Settings(consent_phrase="this is it"))
    assert "'consent_phrase' needs 3 words" in caplog.text
    assert RULE not in {rule.id for rule in book.rules}


def test_a_playbook_with_such_a_rule_of_its_own_keeps_it(tmp_path: Path) -> None:
    file = tmp_path / "own.toml"
    own = app.call_playbook(Settings()).text
    file.write_text(
        own
        + """
[[rule]]
id = "consent_phrase"
title = "Ours"
max_per_call = 1
[rule.required]
statement = "calls are recorded for training purposes"
[[rule.wording]]
headline = "Say ours"
"""
    )
    book = app.call_playbook(Settings(consent_phrase="this call is transcribed to help me"), file)
    assert [rule.title for rule in book.rules if rule.id == RULE] == ["Ours"]


def test_a_spanish_playbook_reminds_in_spanish() -> None:
    phrase = "le informo que la llamada se transcribe para ayudarle"
    book = app.call_playbook(Settings(playbook="es", consent_phrase=phrase))
    (title,) = [rule.title for rule in book.rules if rule.id == RULE]
    assert title.startswith("Aviso")
