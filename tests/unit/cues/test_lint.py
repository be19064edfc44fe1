"""What loads and still does nothing, or too much, is told with its place and what to do."""

import pytest

from assist import paths
from assist.core.language import ENGLISH
from assist.core.rules import Complaint, Severity
from assist.cues.layers import Layer, join_layers
from assist.cues.lint import Hearing, lint
from assist.cues.lint_samples import ANY, samples

KNOWN = frozenset(
    "refund refunds refunded refunding my give me a the money back can not yes by bye hello "
    "promise never said before late again once more order parcel where is rein rain".split()
)
SOUNDS = {"by": "b", "bye": "b", "knot": "nt", "not": "nt", "no": "n", "know": "n"}


def hearing(known: frozenset[str] = KNOWN) -> Hearing:
    return Hearing(
        model="tiny",
        knows=known.__contains__,
        sound_key=lambda word: SOUNDS.get(word, word),
    )


def rule(
    when: str,
    id_: str = "x",
    *,
    stand_down: str = '{ detected = "promise", by = "agent" }',
    headline: str = "",
    direction: str = "Then the rest",
    extra: str = "",
) -> str:
    return f"""
[[rule]]
id = "{id_}"
title = "Title"
max_per_call = 1
{extra}
when = {when}
{"stand_down = " + stand_down if stand_down else ""}
[[rule.wording]]
headline = "{headline or "Offer " + id_}"
directions = ["{direction}"]
"""


def check(*rules: str, top: str = "", ears: Hearing | None = None) -> list[Complaint]:
    text = f"schema = 1\n{top}\n" + "".join(rules)
    effective = join_layers([Layer(name="base", file="ours.toml", text=text)])
    return list(lint(effective, hearing() if ears is None else ears))


def kinds(complaints: list[Complaint]) -> list[str]:
    return [complaint.kind for complaint in complaints]


def test_a_sound_rule_is_not_complained_about() -> None:
    assert check(rule('{ said = "give me my money back", by = "customer" }')) == []


def test_the_shipped_playbook_has_nothing_doubtful() -> None:
    file = paths.resources_dir() / "playbooks" / "default.toml"
    text = file.read_text(encoding="utf-8")
    lines = (paths.models_dir() / "starter" / "graph" / "words.txt").read_text("utf-8").splitlines()
    words = {line.split()[0] for line in lines}
    known = frozenset(words | {token for word in words for token in ENGLISH.expand(word)})
    effective = join_layers([Layer(name="base", file=str(file), text=text)])
    found = lint(effective, hearing(known))
    assert [each.text for each in found] == []


def test_the_spanish_playbook_has_nothing_doubtful() -> None:
    file = paths.resources_dir() / "playbooks" / "es.toml"
    text = file.read_text(encoding="utf-8")
    effective = join_layers([Layer(name="base", file=str(file), text=text)])
    assert [each.text for each in lint(effective)] == []


def test_a_complaint_names_file_line_rule_and_what_to_do() -> None:
    (found,) = check(rule('{ said = "yes", by = "customer" }'))
    assert (found.file, found.line, found.rule, found.key) == ("ours.toml", 9, "x", "when")
    assert found.severity is Severity.WARNING
    assert found.text.startswith('"yes" is found at every "yes", some ')
    assert found.text.endswith("times an hour; add the words around it.")


# --- words that cannot be heard -------------------------------------------------------------------


def test_a_phrase_the_model_cannot_hear_is_an_error() -> None:
    (found,) = check(rule('{ said = "my brexitology", by = "customer" }'))
    assert found.kind == "unheard"
    assert found.severity is Severity.ERROR
    assert '"brexitology" is no word of the speech model' in found.text


def test_an_alternative_the_model_cannot_hear_is_a_warning() -> None:
    (found,) = check(rule('{ said = "my (refund|brexitology)", by = "customer" }'))
    assert (found.kind, found.severity) == ("unheard", Severity.WARNING)
    assert "can never be heard" not in found.text


def test_a_required_sentence_of_unknown_words_is_told() -> None:
    when = '{ stated = "give my refund back", by = "agent" }'
    assert check(rule(when)) == []
    (found,) = check(rule(when.replace("give my", "give my own")))
    assert (found.kind, found.severity) == ("unheard", Severity.WARNING)
    (found,) = check(rule(when.replace("give my", "brexit dosh")))
    assert (found.kind, found.severity) == ("unheard", Severity.ERROR)


@pytest.mark.parametrize("pattern", ["my refund*", "can't give", "my [refund*] money"])
def test_forms_and_contractions_count_as_heard(pattern: str) -> None:
    ears = hearing(KNOWN - {"refunding"})
    assert check(rule(f'{{ said = "{pattern}", by = "customer" }}'), ears=ears) == []


# --- phrases --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("pattern", "kind"),
    [
        ("yes", "too_short"),
        ("(never said|yes)", "too_short"),
        ("[my] hello", "too_short"),
        ("_ _ refund _ _", "too_short"),
        ("a", "too_short"),
        ("knot", "sound_alike"),
        ("bye", "too_short"),
        ("refund*", ""),
        ("yes my order", ""),
        ("rein", ""),
    ],
)
def test_phrases_that_would_fire_everywhere(pattern: str, kind: str) -> None:
    found = kinds(check(rule(f'{{ said = "{pattern}", by = "customer" }}')))
    assert [each for each in found if each != "unheard"] == ([kind] if kind else [])


def test_a_common_word_may_be_asked_for_where_it_raises_nothing() -> None:
    when = '{ all = [ { said = "my order" }, { not = { said = "hello", ever = true } } ] }'
    assert check(rule(when)) == []
    top = 'circumstances = { greeted = { said = "hello", ever = true } }'
    assert check(rule('{ all = [ { said = "my order" }, { given = "greeted" } ] }'), top=top) == []


def test_a_phrase_that_another_covers_is_told() -> None:
    (found,) = check(rule('{ said = ["refund*", "give me a refund"], by = "customer" }'))
    assert found.kind == "shadowed"
    assert found.text.startswith('"give me a refund" finds nothing that "refund*" does not')


def test_a_phrase_that_only_overlaps_is_not_told() -> None:
    said = '["my refund", "refund again", "^ refund", "(money back|refund) once"]'
    assert check(rule(f"{{ said = {said}, by = 'customer' }}")) == []


def test_a_rule_whose_phrase_another_rule_takes_is_told() -> None:
    wide = rule('{ said = "refund*", by = "customer" }', "wide", extra="priority = 90")
    narrow = rule('{ said = "give me a refund", by = "customer" }', "narrow")
    (found,) = check(wide, narrow)
    assert found.kind == "shadowed"
    assert "'wide' takes the card" in found.text


def test_two_sides_do_not_shadow_each_other() -> None:
    one = rule('{ said = "refund*", by = "customer" }', "one")
    two = rule('{ said = "give me a refund", by = "agent" }', "two")
    assert check(one, two) == []


def test_two_rules_with_one_condition_are_told() -> None:
    when = '{ all = [ { known = "name" }, { said = "my order", by = "agent" } ] }'
    (found,) = check(rule(when, "one"), rule(when, "two"))
    assert found.text == "fires exactly when 'one' does; join the two rules."


# --- rules that never fire ------------------------------------------------------------------------

NOW = '{ detected = "hold", by = "agent" }'


@pytest.mark.parametrize(
    ("when", "word"),
    [
        ('{ detected = "dead_end", by = "customer" }', "change 'by'"),
        ('{ detected = "anger", by = "agent" }', "change 'by'"),
        ('{ detected = "anger", by = "customer", at_least = 4 }', "up to 3"),
        ('{ signal = "dead_air", by = "agent" }', "neither side"),
        ('{ signal = "talk_ratio", at_least = 101 }', "up to 100"),
        ('{ detected = "hold", by = "agent", times = 2 }', "within_s"),
        ('{ said = "my order", times = 2 }', "within_s"),
        ('{ detected = "hold", within_s = 10, ago_s = [20, 30] }', "shorter"),
        (f'{{ all = [ {NOW}, {{ detected = "closing", by = "agent" }} ] }}', "same instant"),
        (f'{{ all = [ {NOW}, {{ said = "my order", by = "agent" }} ] }}', "same instant"),
        (
            '{ all = [ { said = "my order", by = "agent" }, '
            '{ said = "my parcel", by = "customer" } ] }',
            "same instant",
        ),
        (f'{{ all = [ {NOW}, {{ stage = "opening" }}, {{ stage = "closing" }} ] }}', "at once"),
        (f'{{ all = [ {NOW}, {{ stage = "opening" }}, {{ after_s = 60 }} ] }}', "60 seconds"),
        (f"{{ all = [ {NOW}, {{ after_s = 60 }}, {{ before_s = 60 }} ] }}", "no moment"),
        (f"{{ all = [ {NOW}, {{ not = {NOW} }} ] }}", "opposite"),
        (f'{{ all = [ {NOW}, {{ not = {{ heard = "agent" }} }} ] }}', "not heard"),
        (
            f'{{ all = [ {{ known = "name" }}, {{ all = [ {NOW}, {{ not = {NOW} }} ] }} ] }}',
            "oppos",
        ),
        ('{ any = [ { detected = "anger", by = "agent" } ] }', "change 'by'"),
    ],
)
def test_conditions_that_can_never_be_met(when: str, word: str) -> None:
    found = [each for each in check(rule(when)) if each.kind == "never_fires"]
    assert len(found) == 1
    assert found[0].severity is Severity.ERROR
    assert found[0].text.startswith("never fires: ")
    assert word in found[0].text


@pytest.mark.parametrize(
    "when",
    [
        f'{{ all = [ {NOW}, {{ detected = "closing", by = "agent", within_s = 9 }} ] }}',
        f'{{ all = [ {NOW}, {{ detected = ["hold", "closing"], by = "agent" }} ] }}',
        '{ all = [ { said = "my order" }, { said = "my parcel", by = "agent" } ] }',
        f'{{ all = [ {NOW}, {{ not = {{ detected = "hold", within_s = 9, times = 2 }} }} ] }}',
        f'{{ any = [ {NOW}, {{ detected = "closing", by = "agent" }} ] }}',
        '{ all = [ { after_s = 50 }, { before_s = 90 }, { stage = "opening" } ] }',
        '{ detected = "resolved", by = "customer" }',
    ],
)
def test_conditions_that_may_be_met(when: str) -> None:
    assert "never_fires" not in kinds(check(rule(when)))


def test_a_dead_alternative_is_a_warning() -> None:
    (found,) = check(rule(f'{{ any = [ {NOW}, {{ detected = "anger", by = "agent" }} ] }}'))
    assert (found.kind, found.severity) == ("never_fires", Severity.WARNING)
    assert found.text.startswith("a part of 'when' is never met: ")


# --- stand-down and wording -----------------------------------------------------------------------


def test_a_rule_without_stand_down_is_told_unless_it_is_over_by_itself() -> None:
    assert kinds(check(rule(NOW, stand_down=""))) == ["no_stand_down"]
    assert kinds(check(rule(NOW, stand_down=NOW))) == ["no_stand_down"]
    assert check(rule('{ signal = "pace", by = "agent", at_least = 180 }', stand_down="")) == []
    assert check(rule(NOW, stand_down="", extra='urgency = "praise"')) == []


@pytest.mark.parametrize(
    ("headline", "direction", "word"),
    [
        ("The refund matters", "Then the rest", "begin with a verb"),
        ("Tell {name} exactly when the refund is due", "Then the rest", "is cut where the name"),
        ("Offer a date", "I am so sorry about that", "line to recite"),
        ("Offer a date", "“It will be there”", "line to recite"),
    ],
)
def test_wording_that_reads_badly(headline: str, direction: str, word: str) -> None:
    (found,) = check(rule(NOW, headline=headline, direction=direction))
    assert found.kind == "wording"
    assert word in found.text


def test_one_headline_for_two_rules_is_told() -> None:
    two = rule('{ detected = "closing", by = "agent" }', "two", headline="Offer a date")
    (found,) = check(rule(NOW, headline="Offer a date"), two)
    assert "also the headline of 'x'" in found.text


def test_a_doubt_about_a_named_pattern_is_told_once_with_every_rule() -> None:
    when = '{{ said = ["{{money}}", "my {0}"], by = "{1}" }}'
    one = rule(when.format("order", "customer"), "one")
    two = rule(when.format("parcel", "agent"), "two")
    (found,) = check(one, two, top='phrases = { money = "(refund|dosh)" }')
    assert found.rule == "one"
    assert found.text.endswith("(also in 'two')")


# --- samples --------------------------------------------------------------------------------------


def test_samples_spell_out_what_a_pattern_matches() -> None:
    named = {"money": "refund|money back"}
    assert samples("my {money}", named, ENGLISH) == (("my", "refund"), ("my", "money", "back"))
    assert samples("[so] can't ... _", {}, ENGLISH)[0] == ("can", "not", ANY)
    assert ("transferred", "you") in samples("transfer* you", {}, ENGLISH)
    assert len(samples("(a|b|c) (a|b|c) (a|b|c) (a|b|c) (a|b|c)", {}, ENGLISH)) <= 48
    assert samples("(hello|bye now)$", {}, ENGLISH) == (("hello",), ("bye", "now"))
