"""Legal hold of a customer in a team's database: by whom, of which calls, against what."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import Engine, select

from assist import app
from assist.cli import main
from assist.store import desk_schema
from assist.store.calls import SqlCallStore
from assist.store.customers import Customer
from assist.store.errors import StoreError
from assist.store.holds import OnHold
from assist.store.retention import Kind, Limit
from assist.store.team import NAME, init_team
from assist.store.team_erasure import erase_in_team, find_in_team
from assist.store.team_holds import (
    customers_on_hold_in_team,
    hold_call_in_team,
    hold_customer_in_team,
)
from tests.helpers.finished_calls import write_call
from tests.helpers.teamdatabase import NOW, Team, Workstation, ask, is_refused

pytestmark = pytest.mark.postgres
DAVID = "555 0142"
FIRST, LATER, REDS = "20261122T101500-first", "20261123T101500-later", "20261122T111500-reds"


@pytest.fixture
def sarah(team: Team, tmp_path: Path) -> Iterator[Workstation]:
    computer = Workstation(tmp_path / "sarah", team, "sarah")
    computer.add(FIRST)
    computer.sync()
    yield computer
    computer.close()


@pytest.fixture
def rita(team: Team, tmp_path: Path) -> Iterator[Workstation]:
    """Of the other team, with a call of the same customer's."""
    computer = Workstation(tmp_path / "rita", team, "rita")
    computer.add(REDS)
    computer.sync()
    yield computer
    computer.close()


@pytest.fixture
def as_login(team: Team) -> Iterator[Callable[[str], Engine]]:
    made: list[Engine] = []

    def engine(login: str) -> Engine:
        made.append(team.engine(login))
        return made[-1]

    yield engine
    for each in made:
        each.dispose()


def held(team: Team) -> dict[str, tuple[str, str]]:
    query = (
        """SELECT call_id, value, "by" FROM public.reviews WHERE what = 'held' AND value <> ''"""
    )
    return {call: (why, by) for call, why, by in ask(team, "test", query)}


def test_a_leads_hold_takes_in_the_calls_of_the_team_and_those_to_come(
    team: Team, sarah: Workstation, rita: Workstation, as_login: Callable[[str], Engine]
) -> None:
    lea = as_login("lea")
    assert hold_customer_in_team(lea, NAME, "+1 (555) 0142"[3:], "", "claim 7") == 1
    sarah.add(LATER)
    sarah.store.save_call(
        write_call(sarah.home, "20261123T111500-other", name="Ann Lee", number="5559999")
    )
    sarah.sync()
    assert held(team) == {FIRST: ("claim 7", "Lea"), LATER: ("claim 7", "Lea")}
    ada = as_login("ada")
    ids = tuple(call.id for call in find_in_team(ada, NAME, Customer(number=DAVID)))
    assert set(ids) == {FIRST, LATER, REDS}
    assert erase_in_team(ada, NAME, ids, "erasure: letter 7") == 1, "only the other team's"
    sarah.sync()
    status = sarah.store.desk.status(LATER)
    assert (status.held_for, status.held_by) == ("claim 7", "Lea")
    limit = Limit(days=1)
    sarah.store.remover.expire(Kind.CALLS, limit, NOW + timedelta(days=90), 50)
    assert sorted(call.id for call in sarah.store.list_calls()) == [FIRST, LATER]
    with pytest.raises(OnHold, match=r"claim 7 \(Lea\)"):
        sarah.store.delete_call(FIRST)


def test_a_number_that_is_learned_later_counts_also_after_an_update_of_the_app(
    team: Team, sarah: Workstation, as_login: Callable[[str], Engine]
) -> None:
    hold_customer_in_team(as_login("lea"), NAME, "5551234567", "", "claim")
    assert held(team) == {}
    init_team(as_login("test"))
    sarah.store.save_call(write_call(sarah.home, FIRST, number="1 555 123 4567"))
    sarah.sync()
    assert held(team) == {FIRST: ("claim", "Lea")}


def test_taking_it_back_leaves_what_is_held_for_another_reason(
    team: Team, sarah: Workstation, rita: Workstation, as_login: Callable[[str], Engine]
) -> None:
    lea, ada = as_login("lea"), as_login("ada")
    sarah.add(LATER)
    sarah.sync()
    assert hold_call_in_team(lea, NAME, FIRST, "case 12")
    assert hold_customer_in_team(lea, NAME, DAVID, "", "claim 7") == 1
    assert held(team) == {FIRST: ("case 12", "Lea"), LATER: ("claim 7", "Lea")}
    assert hold_customer_in_team(lea, NAME, DAVID, "", "") == 1
    assert held(team) == {FIRST: ("case 12", "Lea")}
    sarah.sync()
    assert sarah.store.desk.status(LATER).held_for == ""
    assert hold_call_in_team(lea, NAME, FIRST, "")
    assert held(team) == {}
    assert not hold_call_in_team(ada, NAME, "20260101T101500-none", "case")
    assert hold_customer_in_team(lea, NAME, DAVID, "", "claim 8") == 2
    assert hold_customer_in_team(ada, NAME, DAVID, "", "court 3") == 1, "the other team's as well"
    assert [(each.why, each.by) for each in customers_on_hold_in_team(ada, NAME)] == [
        ("claim 8", "Lea"),
        ("court 3", "ada"),
    ]
    assert [each.why for each in customers_on_hold_in_team(lea, NAME)] == ["claim 8"]
    assert hold_customer_in_team(lea, NAME, DAVID, "", "") == 0
    assert sorted(held(team)) == sorted([FIRST, LATER, REDS]), "the other one still holds them"
    assert hold_customer_in_team(ada, NAME, DAVID, "", "") >= 1
    assert REDS not in held(team)


def test_nobody_else_may(team: Team, sarah: Workstation, as_login: Callable[[str], Engine]) -> None:
    """Not an agent, and a lead of another team changes nothing of this one."""
    hold_customer_in_team(as_login("lea"), NAME, DAVID, "", "claim 7")
    agent, lead = as_login("sarah"), as_login("rob")
    for theirs in (agent, lead):
        with pytest.raises(StoreError, match="does not allow that"):
            hold_call_in_team(theirs, NAME, FIRST, "")
    for why in ("mine", ""):
        with pytest.raises(StoreError, match="does not allow that"):
            hold_customer_in_team(agent, NAME, DAVID, "", why)
    assert hold_customer_in_team(lead, NAME, DAVID, "", "") == 0
    assert hold_customer_in_team(lead, NAME, DAVID, "", "theirs") == 0
    assert [each.why for each in customers_on_hold_in_team(lead, NAME)] == ["theirs"]
    for login in ("sarah", "rob", "lea", "ada"):
        for statement in (
            "INSERT INTO public.team_holds VALUES ('lea', '1', '', 'x', 'Lea', '{blue}', true)",
            "UPDATE public.team_holds SET why = ''",
            "DELETE FROM public.team_holds",
            "SELECT public.put_held('x', 'y', 'z')",
        ):
            assert is_refused(team, login, statement), (login, statement)
    assert held(team)[FIRST] == ("claim 7", "Lea")


def test_nobody_holds_in_somebody_elses_name(
    team: Team, sarah: Workstation, as_login: Callable[[str], Engine]
) -> None:
    """A lead writes reviews themselves; only a hold that stands is repeated in its owner's name."""
    lea = as_login("lea")
    hold_customer_in_team(as_login("ada"), NAME, "5559999", "", "court 3")
    table = desk_schema.reviews
    forged = {"call_id": FIRST, "what": "held", "value": "court 3", "by": "ada", "made_at": NOW}
    with lea.begin() as connection:
        connection.execute(table.insert().values(forged))
    with lea.connect() as connection:
        query = select(table.c.by).where(table.c.call_id == FIRST, table.c.what == "held")
        assert connection.execute(query).scalar_one() == "Lea", "not his call's customer"


def test_an_agents_own_hold_keeps_the_own_copy_alone(
    team: Team, sarah: Workstation, as_login: Callable[[str], Engine]
) -> None:
    """As docs/team-database.md says: what the team keeps is the leads' and administrator's."""
    sarah.store.desk.hold(FIRST, why="mine", by="Sarah")
    sarah.sync()
    assert held(team) == {}
    assert erase_in_team(as_login("ada"), NAME, (FIRST,), "erasure") == 1
    assert sarah.store.remover.erase_elsewhere((FIRST,)) == 0
    assert SqlCallStore.list_calls(sarah.store)


def test_the_command_holds_here_and_there_and_says_who_may(
    team: Team, sarah: Workstation, capfd: pytest.CaptureFixture[str]
) -> None:
    def hold(login: str, *arguments: str) -> str:
        address = team.url.set(username=login).render_as_string(hide_password=False)
        address = address.replace("+psycopg", "")
        app.change_setting("team_database", address)
        status = main(["calls", "hold", *arguments], open_desktop=lambda _: 0)
        told = capfd.readouterr()
        return f"{status} {told.out}{told.err}"

    told = hold("sarah", "--number", DAVID, "--why", "mine")
    assert "0 calls of the customer: on legal hold." in told
    assert "team's database was not changed: a lead or its administrator does that" in told
    app.change_setting("team_database", "postgresql://lea@/none?host=/nowhere")
    assert main(["calls", "hold", "--ref", "B-2", "--why", "mine"], open_desktop=lambda _: 0) == 0
    told = capfd.readouterr().err
    assert "was not changed; repeat it with --team later. The team database cannot be" in told
    told = hold("lea", "--number", DAVID, "--why", "claim 7")
    assert "In the team's database as well: 1 on hold." in told
    assert held(team) == {FIRST: ("claim 7", "Lea")}
    assert "customer 555 0142" in hold("lea", "--team")
    assert "1 calls no longer on hold" in hold("lea", "--number", DAVID, "--off", "--team")
    assert held(team) == {}
    assert "1 calls on hold" in hold("ada", FIRST, "--why", "case 12", "--team")
    assert held(team) == {FIRST: ("case 12", "ada")}
    assert hold("ada", "2026", "--why", "case 12", "--team").startswith("2 assist: The team's")
    assert hold("sarah", FIRST, "--off", "--team").startswith("1 assist: The team database does")
