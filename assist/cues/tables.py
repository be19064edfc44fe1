"""Reading a playbook's `[[sequence]]` and `[[knowledge]]` tables."""

from dataclasses import replace

from assist.cues.condition_tables import read_condition
from assist.cues.conditions import Happened
from assist.cues.knowledge import KnowledgeCard
from assist.cues.reading import Table
from assist.cues.rules import MAX_TITLE, Limits, Rule, read_body
from assist.cues.sequence import DUE, Sequence, Step

MAX_STEPS = 6
MAX_STEP_TITLE = 14
"""Four of them stand side by side."""


def read_sequence(
    table: Table, number: int, limits: Limits, named: dict[str, str]
) -> tuple[Sequence, tuple[Rule, ...]] | None:
    """A sequence and the rules that prompt its steps, numbered from `number` on.

    None if it is broken (a problem is noted) or switched off.
    """
    id_ = table.text("id", default="")
    if not id_:
        table.problem("id", "is missing; give the sequence an id such as 'make_it_right'")
        return None
    table.rename(f"sequence '{id_}'")
    is_enabled = table.boolean("enabled", default=True)
    title = table.text("title", default="")
    if not 0 < len(title) <= MAX_TITLE:
        table.problem("title", f"must have 1 to {MAX_TITLE} characters; it has {len(title)}")
    when = read_condition(table, "when", f"{id_}/when", named)
    patience = table.seconds("patience_s", default=25, low=1, high=600)
    lasts = table.seconds("lasts_s", default=300, low=10, high=3600)
    lessons = table.texts("lessons")
    table.flag_or_texts("locked")
    parts = table.tables("step")
    if not 1 < len(parts) <= MAX_STEPS:
        table.problem("step", f"must be 2 to {MAX_STEPS} steps; it has {len(parts)}")
    # A step is prompted once: being reminded twice of making amends helps nobody.
    once = replace(limits, max_per_call=1)
    steps: list[Step] = []
    rules: list[Rule] = []
    for part in parts:
        found = _read_step(part, id_, number + len(rules), once, named)
        if found is not None:
            steps.append(found[0])
            rules.append(replace(found[1], lessons=lessons))
    table.finish()
    if when is None or len(steps) < len(parts) or not table.is_sound or not is_enabled:
        return None
    sequence = Sequence(
        id=id_, title=title, when=when, steps=tuple(steps), patience=patience, lasts=lasts
    )
    return sequence, tuple(rules)


def _read_step(
    table: Table, sequence: str, number: int, limits: Limits, named: dict[str, str]
) -> tuple[Step, Rule] | None:
    name = table.text("id", default="")
    if not name:
        table.problem("id", "is missing; give the step an id such as 'acknowledge'")
        return None
    id_ = f"{sequence}.{name}"
    table.rename(f"step '{id_}'")
    label = table.text("step", default="")
    if not 0 < len(label) <= MAX_STEP_TITLE:
        table.problem("step", f"must have 1 to {MAX_STEP_TITLE} characters, such as 'Own it'")
    done = read_condition(table, "done", f"{id_}/done", named)
    rule = read_body(
        table,
        id_=id_,
        number=number,
        limits=limits,
        when=Happened(labels=(DUE + id_,)),
        stand_down=done,
        part_of=sequence,
    )
    table.finish()
    if done is None or rule is None:
        return None
    return Step(rule=id_, title=label, done=done), rule


def read_knowledge(table: Table) -> KnowledgeCard | None:
    """A knowledge card; None if it is broken (a problem is noted)."""
    card = KnowledgeCard(
        id=table.text("id", default=""),
        title=table.text("title", default=""),
        topics=table.texts("topics"),
        points=table.texts("points"),
    )
    table.finish()
    if not card.id:
        table.problem("id", "is missing; give the card an id such as 'refunds'")
        return None
    if problem := card.problem(table.language):
        table.problem("id", f"'{card.id}' {problem}")
        return None
    return card
