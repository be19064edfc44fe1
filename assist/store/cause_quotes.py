"""The words behind causes: what is quoted of many calls, the same on both databases.

Here it is chosen from all words; a team's database chooses by itself (`team_causes`), logs a look
at each call that it quotes, and gives no more than that.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import msgspec
from sqlalchemy import Engine, text

from assist.store.causes import CauseCall, CauseWords, read_cause_words
from assist.store.database import explained, writing
from assist.store.errors import StoreError
from assist.store.team_causes import EXAMPLES, LONGEST, PHRASES

_TRIES = 4
"""The first logs, the second reads; more where calls came in between."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """What a customer said in a call, and when."""

    call: str
    at: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CauseQuotes:
    """Words behind a cause: those of most calls first, and those of calls to look at.

    Each phrase is quoted from the latest call that it was said in. Examples come one for a call,
    those at risk first, then the newest.
    """

    phrases: tuple[Quote, ...] = ()
    examples: tuple[Quote, ...] = ()


def read_cause_quotes(
    engine: Engine,
    name: str,
    calls: Sequence[CauseCall],
    *,
    since: datetime,
    until: datetime,
    agents: Collection[str] | None = None,
) -> dict[str, CauseQuotes]:
    """By cause, of the calls from `since` to `until` that the login may see; `calls` are those.

    Raises StoreError.
    """
    if _has_function(engine, name):
        return _asked(engine, name, since, until, agents)
    words = read_cause_words(engine, name, since=since, until=until, agents=agents)
    return choose_quotes(words, calls)


def choose_quotes(
    words: Iterable[CauseWords], calls: Iterable[CauseCall]
) -> dict[str, CauseQuotes]:
    """What is quoted of the words, which come call by call in the order they were said."""
    by_id = {call.id: call for call in calls}
    behind: dict[str, list[CauseWords]] = defaultdict(list)
    for each in words:
        call = by_id.get(each.call)
        for driver in each.drivers:
            if call is not None and driver in call.drivers:
                behind[driver].append(each)
    return {driver: _quotes(its, by_id) for driver, its in behind.items()}


def _quotes(words: Sequence[CauseWords], by_id: dict[str, CauseCall]) -> CauseQuotes:
    # Words with several causes are quoted by the first; which one that is is not kept.
    firsts: dict[str, CauseWords] = {}
    for each in sorted(words, key=lambda each: len(each.drivers)):
        firsts.setdefault(each.call, each)

    def place(each: CauseWords) -> tuple[bool, datetime, str]:
        call = by_id[each.call]
        return call.at_risk, call.started_at, call.id

    examples = sorted(firsts.values(), key=place, reverse=True)[:EXAMPLES]
    alone = [each for each in words if len(each.drivers) == 1] or words
    return CauseQuotes(
        phrases=_phrases(alone, by_id),
        examples=tuple(_quote(each, each.text) for each in examples),
    )


def _phrases(words: Iterable[CauseWords], by_id: dict[str, CauseCall]) -> tuple[Quote, ...]:
    """By how many calls they were said in; the shorter of two as frequent first."""
    said: dict[str, dict[str, CauseWords]] = defaultdict(dict)
    for each in words:
        said[each.text[:LONGEST].lower()].setdefault(each.call, each)
    order = sorted(said, key=lambda phrase: (-len(said[phrase]), len(phrase), phrase))
    return tuple(
        _quote(max(said[phrase].values(), key=lambda each: _begun(by_id[each.call])), phrase)
        for phrase in order[:PHRASES]
    )


def _begun(call: CauseCall) -> tuple[datetime, str]:
    return call.started_at, call.id


def _quote(words: CauseWords, said: str) -> Quote:
    return Quote(call=words.call, at=words.at, text=said[:LONGEST])


def _has_function(engine: Engine, name: str) -> bool:
    """Whether this is a team's database that chooses by itself."""
    if engine.dialect.name != "postgresql":
        return False
    query = text("SELECT to_regprocedure('public.cause_words(jsonb)') IS NOT NULL")
    with explained(name), engine.connect() as connection:
        return bool(connection.scalar(query))


def _asked(
    engine: Engine, name: str, since: datetime, until: datetime, agents: Collection[str] | None
) -> dict[str, CauseQuotes]:
    asked: dict[str, object] = {"since": since.isoformat(), "until": until.isoformat()}
    if agents is not None:
        asked["agents"] = list(agents)
    values = {"asked": msgspec.json.encode(asked).decode()}
    query = text("SELECT public.cause_words(CAST(:asked AS jsonb))")
    for _ in range(_TRIES):
        # Committed each time: words come out once their look is in the log for good.
        with explained(name), writing(engine) as connection:
            answer: dict[str, Any] = connection.execute(query, values).scalar_one()
        if not answer["logged"]:
            return _as_quotes(answer["quotes"])
    raise StoreError(f"{name} gets calls too fast to read words of them; try again in a minute.")


def _as_quotes(rows: Iterable[dict[str, Any]]) -> dict[str, CauseQuotes]:
    found: dict[str, dict[str, list[Quote]]] = defaultdict(lambda: defaultdict(list))
    for row in rows:
        quote = Quote(call=row["call_id"], at=row["at"], text=row["words"])
        found[row["driver"]][row["kind"]].append(quote)
    return {
        driver: CauseQuotes(phrases=tuple(kinds["phrase"]), examples=tuple(kinds["example"]))
        for driver, kinds in found.items()
    }
