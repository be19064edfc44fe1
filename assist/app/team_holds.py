"""Legal holds in the team's database, which its leads and its administrator may put."""

from typing import TYPE_CHECKING

from assist.app.chosen import load_settings
from assist.app.team import team_engine
from assist.core.errors import AssistError

if TYPE_CHECKING:
    from assist.store.team_holds import TeamHold


def hold_in_team(
    *, call_id: str = "", number: str = "", reference: str = "", why: str, url: str = ""
) -> int:
    """Hold a call, or a customer, or take that back (""); how many calls. Raises AssistError."""
    from assist.store.team import NAME
    from assist.store.team_holds import hold_call_in_team, hold_customer_in_team

    with team_engine(url) as engine:
        if call_id:
            return int(hold_call_in_team(engine, NAME, call_id, why))
        return hold_customer_in_team(engine, NAME, number, reference, why)


def hold_in_team_too(*, call_id: str = "", number: str = "", reference: str = "", why: str) -> str:
    """What was held here is held there too, where that may be; what became of it, in a sentence.

    "" where there is no such database: a shared folder's lead holds what they have on their own
    computer.
    """
    if not load_settings().team_database.startswith(("postgresql:", "postgres:")):
        return ""
    try:
        count = hold_in_team(call_id=call_id, number=number, reference=reference, why=why)
    except AssistError as error:
        if "does not allow that" in str(error):
            return (
                "The team's database was not changed: a lead or its administrator does that with "
                "'assist calls hold … --team'."
            )
        return f"The team's database was not changed; repeat it with --team later. {error}"
    if why:
        return f"In the team's database as well: {count} on hold."
    return f"In the team's database as well: {count} no longer on hold."


def team_holds(url: str = "") -> "tuple[TeamHold, ...]":
    """The customers on hold there that this login may know of."""
    from assist.store.team import NAME
    from assist.store.team_holds import customers_on_hold_in_team

    with team_engine(url) as engine:
        return customers_on_hold_in_team(engine, NAME)
