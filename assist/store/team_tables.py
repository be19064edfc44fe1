"""Which tables a team's database shares with whom, and its group roles."""

from assist.store import desk_schema, schema
from assist.store.sound_schema import SOUND_TABLES

OWNER, AGENT, LEAD, ADMIN = "assist_owner", "assist_agent", "assist_lead", "assist_admin"

LISTED = (
    schema.promises,
    schema.marks,
    desk_schema.call_reasons,
    *desk_schema.SHARED,
)
"""What lists and statistics show of a call: leads of its team read it like the call's line."""

CONTENT = tuple(table for table in schema.PARTS if table is not schema.promises)
"""What was said and advised: a lead reads it once a look at the call is in the log."""

STATE = (desk_schema.reviews, desk_schema.detection_marks, desk_schema.scores)
"""One row for all leads: the newest replaces the one before, whoever wrote it."""

CALL_TABLES = (schema.calls, *LISTED, *CONTENT, desk_schema.kept_audio, *SOUND_TABLES)
"""What somebody may read, by the policies."""

COUNTED = (schema.call_facts,)
"""What the functions alone read, and count."""

PARTITIONED = (*CALL_TABLES, *COUNTED)
"""The tables by month."""
