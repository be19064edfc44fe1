"""What leads, agents and judges add to stored calls: reasons, reviews, comments, marks, scores.

Storing a call again from its journal leaves all of it alone. Of two versions of a row the newest
counts, wherever it was written: a write is always newer than what it replaces, also on a computer
whose clock is behind.
"""

import contextlib
import secrets
from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

import msgspec
from sqlalchemy import Connection, Engine, Select, case, delete, func, insert, select, update

from assist.core.review import (
    CallRow,
    CallStatus,
    Comment,
    CommentKind,
    DetectionMark,
    FlagReason,
    LabelMarks,
    ReviewFilter,
    SavedFilter,
    Verdict,
)
from assist.store import desk_list, desk_schema, schema
from assist.store.database import explained, writing
from assist.store.desk_rows import (
    COACHED,
    HANDED,
    REVIEWED,
    Values,
    comment_of,
    put_own,
    put_reasons,
    reasons_of,
    statuses,
)
from assist.store.errors import StoreError
from assist.store.holds import hold
from assist.store.outbox import touch


class Desk:
    """The tables of `desk_schema` in one database; used by one thread at a time.

    Every method raises StoreError, in one sentence.
    """

    def __init__(self, engine: Engine, name: str) -> None:
        self._engine = engine
        self._name = name

    # --- why a call is flagged -------------------------------------------------------------------

    def put_reasons(self, call_id: str, reasons: Sequence[FlagReason], version: int) -> None:
        """Keep why the rules of `version` flag the call (for nothing, mostly)."""
        with explained(self._name), writing(self._engine) as connection:
            put_reasons(connection, call_id, reasons, version)

    def reasons(self, call_id: str) -> tuple[FlagReason, ...]:
        with explained(self._name), self._engine.connect() as connection:
            return reasons_of(connection, (call_id,)).get(call_id, ())

    def unjudged(self, version: int, limit: int = 100) -> tuple[str, ...]:
        """Calls that were last judged by other rules than those of `version`, newest first."""
        calls = schema.calls.c
        query = (
            select(calls.id)
            .where(calls.judged_by != version)
            .order_by(calls.started_at.desc())
            .limit(limit)
        )
        with explained(self._name), self._engine.connect() as connection:
            return tuple(connection.scalars(query))

    # --- the list --------------------------------------------------------------------------------

    def rows(self, wanted: ReviewFilter, limit: int, offset: int = 0) -> tuple[CallRow, ...]:
        """The calls of a page of the list, in the filter's order."""
        with explained(self._name), self._engine.connect() as connection:
            return desk_list.rows(connection, wanted, limit, offset)

    def count(self, wanted: ReviewFilter) -> int:
        """How many calls pass the filter."""
        with explained(self._name), self._engine.connect() as connection:
            return desk_list.count(connection, wanted)

    def agents(self) -> tuple[str, ...]:
        """Everybody who had a call, by name."""
        with explained(self._name), self._engine.connect() as connection:
            return desk_list.agents(connection)

    # --- what leads did with a call --------------------------------------------------------------

    def set_reviewed(self, call_id: str, *, is_reviewed: bool, by: str) -> None:
        self._review(call_id, REVIEWED, by if is_reviewed else "", by, is_reviewed=is_reviewed)

    def hand(self, call_id: str, to: str, by: str) -> None:
        """Ask another lead to look; "" takes it back."""
        self._review(call_id, HANDED, to, by, handed_to=to)

    def coach(self, call_id: str, *, is_coached: bool, by: str) -> None:
        self._review(call_id, COACHED, by if is_coached else "", by)

    def hold(self, call_id: str, *, why: str, by: str) -> None:
        """Put a call on legal hold: nothing of it is deleted. "" takes it off."""
        with self._writing(call_id) as connection:
            hold(connection, call_id, why, by)

    def _review(self, call_id: str, what: str, value: str, by: str, **known: object) -> None:
        """`known` are the columns of `calls` that repeat it, so that lists need no join."""
        with self._writing(call_id) as connection:
            row = {"call_id": call_id, "what": what, "value": value, "by": by}
            put_own(connection, desk_schema.reviews, row)
            if known:
                table = schema.calls
                connection.execute(update(table).where(table.c.id == call_id).values(known))

    def status(self, call_id: str) -> CallStatus:
        with explained(self._name), self._engine.connect() as connection:
            return statuses(connection, (call_id,)).get(call_id, CallStatus())

    def leads(self) -> tuple[str, ...]:
        """Who calls were handed to or looked after by so far."""
        table = desk_schema.reviews
        query = select(table.c.value).union(select(table.c.by))
        with explained(self._name), self._engine.connect() as connection:
            return tuple(sorted(name for name in connection.scalars(query) if name))

    # --- comments --------------------------------------------------------------------------------

    def add_comment(
        self,
        call_id: str,
        text: str,
        by: str,
        *,
        at: int | None = None,
        kind: CommentKind = CommentKind.COMMENT,
        answers: str = "",
    ) -> Comment:
        with self._writing(call_id) as connection:
            row = {
                "call_id": call_id,
                "id": secrets.token_hex(8),
                "at_ms": at,
                "text": text.replace("\0", ""),
                "kind": kind.value,
                "answers": answers,
                "by": by,
            }
            made_at = put_own(connection, desk_schema.comments, row)
        return comment_of({**row, "made_at": made_at})

    def comments(self, call_id: str) -> tuple[Comment, ...]:
        """In the order in which they were written."""
        table = desk_schema.comments
        query = select(table).where(table.c.call_id == call_id)
        rows = self._rows(query.order_by(table.c.made_at, table.c.id))
        return tuple(comment_of(row) for row in rows)

    def commented(self, agent: str, since: datetime | None = None) -> tuple[str, ...]:
        """Calls of an agent with comments by others, the latest comment first."""
        table, calls = desk_schema.comments.c, schema.calls.c
        last = func.max(table.made_at)
        query = (
            select(table.call_id)
            .join(schema.calls, calls.id == table.call_id)
            .where(calls.agent == agent, table.by != agent)
            .group_by(table.call_id)
            .order_by(last.desc())
        )
        if since is not None:
            query = query.having(last >= since)
        with explained(self._name), self._engine.connect() as connection:
            return tuple(connection.scalars(query))

    # --- marks of detections ---------------------------------------------------------------------

    def mark_detection(
        self,
        call_id: str,
        number: int | None,
        label: str,
        at: int,
        verdict: Verdict | None,
        by: str,
    ) -> None:
        """Keep a verdict; None takes it back. A missed one has no `number`, only its moment."""
        with self._writing(call_id) as connection:
            row = {
                "call_id": call_id,
                "subject": f"{label}@{at}" if number is None else str(number),
                "number": number,
                "label": label,
                "at_ms": at,
                "verdict": verdict.value if verdict else "",
                "by": by,
            }
            put_own(connection, desk_schema.detection_marks, row)

    def detection_marks(self, call_id: str) -> tuple[DetectionMark, ...]:
        table = desk_schema.detection_marks
        query = (
            select(table)
            .where(table.c.call_id == call_id, table.c.verdict != "")
            .order_by(table.c.at_ms, table.c.subject)
        )
        return tuple(
            DetectionMark(
                number=row["number"],
                label=row["label"],
                at=row["at_ms"],
                verdict=Verdict(row["verdict"]),
                by=row["by"],
            )
            for row in self._rows(query)
        )

    def label_marks(self) -> tuple[LabelMarks, ...]:
        """How often each label was marked right, wrong and missed, over all calls."""
        table = desk_schema.detection_marks
        counts = [
            func.sum(case((table.c.verdict == verdict.value, 1), else_=0)).label(verdict.value)
            for verdict in Verdict
        ]
        query = (
            select(table.c.label, *counts)
            .where(table.c.verdict != "")
            .group_by(table.c.label)
            .order_by(table.c.label)
        )
        return tuple(
            LabelMarks(
                label=row["label"],
                right=int(row["right"]),
                wrong=int(row["wrong"]),
                missed=int(row["missed"]),
            )
            for row in self._rows(query)
        )

    # --- scores ----------------------------------------------------------------------------------

    def put_score(self, call_id: str, item: str, value: int | None, by: str) -> None:
        """The lead's value of a line of the scorecard; None takes it back."""
        with self._writing(call_id) as connection:
            row = {"call_id": call_id, "item": item, "value": value, "by": by}
            put_own(connection, desk_schema.scores, row)

    def scores(self, call_id: str) -> dict[str, tuple[int, str]]:
        """The lead's values by item, and whose they are."""
        table = desk_schema.scores
        query = select(table).where(table.c.call_id == call_id, table.c.value.is_not(None))
        return {row["item"]: (row["value"], row["by"]) for row in self._rows(query)}

    # --- filters ---------------------------------------------------------------------------------

    def save_filter(self, saved: SavedFilter, owner: str) -> None:
        table = desk_schema.saved_filters
        with explained(self._name), writing(self._engine) as connection:
            connection.execute(
                delete(table).where(table.c.owner == owner, table.c.name == saved.name)
            )
            wanted = msgspec.to_builtins(saved.wanted)
            connection.execute(insert(table).values(owner=owner, name=saved.name, wanted=wanted))

    def filters(self, owner: str) -> tuple[SavedFilter, ...]:
        table = desk_schema.saved_filters
        query = select(table).where(table.c.owner == owner).order_by(table.c.name)
        return tuple(
            SavedFilter(name=row["name"], wanted=msgspec.convert(row["wanted"], type=ReviewFilter))
            for row in self._rows(query)
        )

    def drop_filter(self, name: str, owner: str) -> None:
        table = desk_schema.saved_filters
        with explained(self._name), writing(self._engine) as connection:
            connection.execute(delete(table).where(table.c.owner == owner, table.c.name == name))

    # --- audio -----------------------------------------------------------------------------------

    def keep_audio(self, call_id: str, files: Sequence[Path]) -> None:
        """Remember where a call's sound is kept: one stereo file, or agent's then customer's."""
        table = desk_schema.kept_audio
        with self._writing(call_id) as connection:
            connection.execute(delete(table).where(table.c.call_id == call_id))
            for position, file in enumerate(files):
                row = {"call_id": call_id, "position": position, "file": str(file.absolute())}
                connection.execute(insert(table).values(row))

    def audio_of(self, call_id: str) -> tuple[Path, ...]:
        """The files of `keep_audio`; none where no sound was kept."""
        table = desk_schema.kept_audio
        query = select(table.c.file).where(table.c.call_id == call_id).order_by(table.c.position)
        return tuple(Path(row["file"]) for row in self._rows(query))

    # ---------------------------------------------------------------------------------------------

    def _rows(self, query: Select[Any]) -> list[Values]:
        with explained(self._name), self._engine.connect() as connection:
            return [
                {str(name): value for name, value in row.items()}
                for row in connection.execute(query).mappings()
            ]

    @contextlib.contextmanager
    def _writing(self, call_id: str) -> Iterator[Connection]:
        """A transaction that adds to a call, which must be there."""
        with explained(self._name), writing(self._engine) as connection:
            query = select(schema.calls.c.id).where(schema.calls.c.id == call_id)
            if connection.execute(query).first() is None:
                raise StoreError(f"There is no call '{call_id}'; 'assist calls list' shows them.")
            yield connection
            touch(connection, call_id)
