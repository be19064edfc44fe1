"""Only sound within the limits gets to the team's database, and only who may hear it does."""

import pytest

from assist.store.calls import SqlCallStore
from assist.store.sounds import CHUNK
from assist.store.sync import SyncReport
from assist.store.team import looks
from tests.helpers.keptsound import side
from tests.helpers.soundteam import (
    UNTIL_SOUND,
    A,
    B,
    SoundWorkstation,
    everything,
    put_sound,
    refusal,
    set_limit,
)
from tests.helpers.teamdatabase import Team, ask, is_refused

pytestmark = pytest.mark.postgres


@pytest.mark.parametrize("where", ["workstation", "team"])
@pytest.mark.parametrize("shares", ["nothing", "totals", "transcripts"])
def test_a_narrower_limit_lets_no_sound_out(
    sarah: SoundWorkstation, team: Team, lead: SqlCallStore, where: str, shares: str
) -> None:
    if where == "workstation":
        sarah.shares = shares
    else:
        set_limit(team, shares)
    sarah.record(A)
    sarah.send()
    assert everything(team) == []
    assert ask(team, "lea", "SELECT call_id FROM sounds") == []
    assert sarah.recorder.reads == 0
    assert len(lead.list_calls()) == int(shares != "nothing")


def test_sound_of_calls_sent_under_a_narrower_limit_stays(
    sarah: SoundWorkstation, team: Team
) -> None:
    sarah.shares = "transcripts"
    sarah.record(A)
    assert sarah.send() == SyncReport(sent=1)
    sarah.shares = "audio"
    sarah.record(B, seed=5)
    assert sarah.send() == SyncReport(sent=1, sounds=1)
    assert {row[0] for row in everything(team)} == {B}


def test_a_limit_that_narrows_while_sound_is_sent_holds_at_once(
    sarah: SoundWorkstation, team: Team
) -> None:
    sarah.record(A)
    sarah.send(count=UNTIL_SOUND + 1)
    set_limit(team, "transcripts")
    assert "permission" in refusal(
        team, "sarah", put_sound(sarah, 1, side(2).content[CHUNK:][:CHUNK])
    )
    assert sarah.send() == SyncReport()
    assert len(everything(team)) == 1


def test_what_is_no_sound_or_too_large_is_refused(sarah: SoundWorkstation, team: Team) -> None:
    sarah.shares = "transcripts"
    sarah.record(A)
    sarah.send()
    for number, length, total, which in (
        (0, CHUNK + 1, 0, 0),
        (0, CHUNK - 1, 0, 0),
        (0, 0, 0, 0),
        (0, CHUNK, 300 * 1024 * 1024, 0),
        (-1, CHUNK, 0, 0),
        (400_000_000, CHUNK, 0, 0),
        (0, CHUNK, 0, 2),
    ):
        statement = put_sound(sarah, number, bytes(length), total=total, which=which)
        assert refusal(team, "sarah", statement) == "unfit", (number, length, total, which)
    assert everything(team) == []


def test_a_piece_out_of_order_changes_nothing(sarah: SoundWorkstation, team: Team) -> None:
    sarah.shares = "transcripts"
    sarah.record(A)
    sarah.send()
    content = side(2).content
    second = put_sound(sarah, 1, content[CHUNK : 2 * CHUNK])
    assert ask(team, "sarah", second) == [(0,)]
    first = put_sound(sarah, 0, content[:CHUNK])
    assert ask(team, "sarah", first) == [(CHUNK,)]
    assert ask(team, "sarah", first) == [(CHUNK,)]
    assert ask(team, "sarah", second) == [(2 * CHUNK,)]
    assert [row[:3] for row in everything(team)] == [(A, 0, 0), (A, 0, 1)]


def test_nobody_puts_sound_to_a_call_of_somebody_else(sarah: SoundWorkstation, team: Team) -> None:
    sarah.record(A)
    sarah.send()
    before = everything(team)
    for login in ("sam", "rita", "lea"):
        assert ask(team, login, put_sound(sarah, 0, bytes(CHUNK))) == [(-1,)]
    assert is_refused(team, "ada", put_sound(sarah, 0, bytes(CHUNK)))
    for login in ("sarah", "lea"):
        assert is_refused(team, login, "DELETE FROM sound_chunks")
        assert is_refused(team, login, "UPDATE sounds SET held = 0")
        assert is_refused(team, login, "INSERT INTO sounds SELECT * FROM sounds")
    assert everything(team) == before


def test_hearing_is_for_the_agent_and_leads_of_the_team_and_in_the_log(
    sarah: SoundWorkstation, lead: SqlCallStore, team: Team
) -> None:
    sarah.record(A)
    sarah.send()
    count = "SELECT count(*) FROM sound_chunks"
    assert ask(team, "sarah", count) == [(6,)]
    assert ask(team, "lea", count) == [(0,)]
    lead.get_call(A)
    assert ask(team, "lea", count) == [(0,)], "reading a call is not hearing it"
    assert len(lead.shelf.sides(A)) == 2, "how loud it was is shown with the words"
    lead.shelf.listen(A)
    assert ask(team, "lea", count) == [(6,)]
    for login in ("sam", "rita", "rob"):
        ask(team, login, f"SELECT public.look_at('{A}')")
        ask(team, login, f"SELECT public.listen_to('{A}')")
        assert ask(team, login, count) == [(0,)]
        assert ask(team, login, "SELECT count(*) FROM sounds") == [(0,)]
    assert is_refused(team, "ada", count)
    assert is_refused(team, "ada", f"SELECT public.listen_to('{A}')")
    assert is_refused(team, "lea", "SELECT * FROM sound_chunks_202611")
    with_sarah = team.engine("sarah")
    assert [(look.who, look.what) for look in looks(with_sarah)] == [
        ("Lea", "sound"),
        ("Lea", "open"),
    ]
    with_sarah.dispose()
