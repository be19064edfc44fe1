"""What became of prompts that were kept back, and what people thought of prompts."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Add the columns and the table; calls stored before have neither."""
    op.add_column(
        "cues", sa.Column("unseen", sa.String(16), nullable=False, server_default=sa.text("''"))
    )
    op.add_column(
        "cues", sa.Column("lessons", sa.JSON(), nullable=False, server_default=sa.text("'[]'"))
    )
    op.create_table(
        "marks",
        sa.Column("call_id", sa.String(64), nullable=False),
        sa.Column("cue", sa.Integer(), nullable=False),
        sa.Column("origin", sa.String(16), nullable=False),
        sa.Column("rule", sa.String(64), nullable=False),
        sa.Column("is_right", sa.Boolean(), nullable=False),
        sa.Column("at_ms", sa.BigInteger(), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["call_id"], ["calls.id"], name="fk_marks_calls", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("call_id", "cue", "origin", name="pk_marks"),
    )
    op.create_index("ix_marks_rule", "marks", ["rule"])
