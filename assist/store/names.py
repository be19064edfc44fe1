"""Takes out of a call's rows who its customer was: name, number and reference, wherever they stand.

What was said stays as it was said: names in it go with the words.
"""

import re
from collections.abc import Callable
from typing import Any

from sqlalchemy import Connection, Table, and_, select, update

from assist.store import desk_schema, schema

GIVES_NAME = ("gives_name", "uses_name")
"""Detections whose detail is the customer's name as it was heard."""

_HIDDEN = "…"
_LEAST = 4
"""A reference shorter than this may be any number in a text."""

_TEXTS = ("title", "headline", "directions", "evidence", "detail", "what", "due", "note", "text")
"""Columns in which somebody may be named; evidence and directions are lists or have texts."""

_WORD = re.compile(r"[^\W_]+")

Hide = Callable[[str], str]


def forget_names(connection: Connection, call_id: str) -> None:
    """Take them out of the call, its detections, prompts, quotations, notes, figures and tags."""
    hide = _hider(connection, call_id)
    _hide_in_call(connection, call_id, hide)
    _hide_in(connection, schema.cues, call_id, ("cue",), hide)
    _hide_in(connection, schema.detections, call_id, ("number",), hide)
    _hide_in(connection, schema.promises, call_id, ("promise",), hide)
    for table in (schema.feelings, schema.pivots, schema.flags, desk_schema.call_reasons):
        _hide_in(connection, table, call_id, ("position",), hide)
    _hide_in(connection, desk_schema.comments, call_id, ("id",), hide)
    table = schema.detections
    heard = and_(table.c.call_id == call_id, table.c.label.in_(GIVES_NAME))
    connection.execute(update(table).where(heard).values(detail=""))
    facts = schema.call_facts
    connection.execute(update(facts).where(facts.c.call_id == call_id).values(customer=""))
    _forget_tags(connection, call_id)


def _hider(connection: Connection, call_id: str) -> Hide:
    """What takes the customer's name, number and reference out of a text, however it was heard."""
    calls, detections = schema.calls.c, schema.detections.c
    call = connection.execute(
        select(calls.customer_name, calls.customer_number, calls.reference).where(
            calls.id == call_id
        )
    ).one()
    heard = connection.scalars(
        select(detections.detail).where(
            detections.call_id == call_id, detections.label.in_(GIVES_NAME)
        )
    )
    words = {
        word.casefold()
        for name in (call.customer_name, *heard)
        for word in _WORD.findall(name)
        if len(word) > 1
    }
    whole = [each for each in (call.customer_number, call.reference) if len(each) >= _LEAST]

    def hide(text: str) -> str:
        for each in whole:
            text = text.replace(each, _HIDDEN)
        return _WORD.sub(lambda found: _HIDDEN if found[0].casefold() in words else found[0], text)

    return hide


def _hide_in_call(connection: Connection, call_id: str, hide: Hide) -> None:
    calls = schema.calls
    call = connection.execute(select(calls).where(calls.c.id == call_id)).one()
    values = {"customer_name": "", "customer_number": "", "reference": ""}
    values |= {name: hide(getattr(call, name)) for name in ("problem", "summary", "note", "source")}
    connection.execute(
        update(calls).where(calls.c.id == call_id).values(**values, done=_inside(call.done, hide))
    )


def _hide_in(
    connection: Connection, table: Table, call_id: str, key: tuple[str, ...], hide: Hide
) -> None:
    columns = [column for column in table.c if column.name in _TEXTS]
    query = select(*(table.c[name] for name in key), *columns).where(table.c.call_id == call_id)
    for row in connection.execute(query).mappings().all():
        hidden = {column.name: _inside(row[column.name], hide) for column in columns}
        values = {name: value for name, value in hidden.items() if value != row[name]}
        if not values:
            continue
        same = and_(table.c.call_id == call_id, *(table.c[name] == row[name] for name in key))
        connection.execute(update(table).where(same).values(values))


def _inside(value: Any, hide: Hide) -> Any:
    """The value with every text in it hidden; what evidence says of its party stays."""
    if isinstance(value, str):
        return hide(value)
    if isinstance(value, list):
        return [_inside(each, hide) for each in value]
    if isinstance(value, dict):
        return {name: hide(each) if name == "text" else each for name, each in value.items()}
    return value


def _forget_tags(connection: Connection, call_id: str) -> None:
    """As `tags.tags_of` made them: by the customer's name and number one finds no call now."""
    utterances = schema.utterances
    query = select(utterances.c.id, utterances.c.tags).where(utterances.c.call_id == call_id)
    for row in connection.execute(query).all():
        kept = [tag for tag in row.tags.split() if not tag.startswith(("cu", "nu"))]
        same = and_(utterances.c.call_id == call_id, utterances.c.id == row.id)
        connection.execute(update(utterances).where(same).values(tags=" ".join(kept)))
