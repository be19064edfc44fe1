"""Whether a call is on legal hold, as part of a query."""

from sqlalchemy import ColumnElement, exists

from assist.store import desk_schema

HELD = "held"
"""In `reviews.what`; the value is why, "" takes the hold back."""


def is_held(call_id: ColumnElement[str]) -> ColumnElement[bool]:
    reviews = desk_schema.reviews.c
    return exists().where(reviews.call_id == call_id, reviews.what == HELD, reviews.value != "")
