"""The service with a live board: what leads do reaches the running call and its journal."""

import pytest

from assist.core.commands import DismissLine, EndCall, FlagMoment, WithdrawHelp
from assist.core.events import (
    HelpWithdrawn,
    LeadsWatching,
    LeadWrote,
    LineDismissed,
    MomentFlagged,
    WrapUp,
)
from assist.core.live import LeadsLine, LiveAnswer, LiveReport, Need
from assist.core.notices import CallSaved, LeadsTold, Told
from assist.session.journal import read_journal
from assist.session.replay import replay
from tests.helpers.livepost import HandPost
from tests.helpers.servicebench import Bench
from tests.helpers.session import GENEROUS_S, make_session


def test_a_line_and_who_watches_are_journaled_and_replayed(bench: Bench) -> None:
    post = HandPost()
    post.lead_writes(LeadsLine(number=3, by="Lea", text="offer the refund"), watchers=("Lea",))
    bench.live_post = post
    source = bench.begin()
    source.send_both(3)
    bench.send(FlagMoment(for_lead=True, kind="help"))
    assert post.told().needs == (Need.HELP,)
    assert bench.published.wait_for(LeadsTold).told is Told.SHOWN
    wrote = bench.published.wait_for(LeadWrote)
    assert (wrote.line, wrote.by, wrote.text) == (3, "Lea", "offer the refund")
    assert bench.published.wait_for(LeadsWatching).names == ("Lea",)
    bench.send(DismissLine(line=3))
    bench.published.wait_for(LineDismissed)
    bench.send(WithdrawHelp())
    bench.published.wait_for(HelpWithdrawn)
    post.dropped.get(timeout=GENEROUS_S)
    bench.send(EndCall())
    bench.published.wait_for(CallSaved)
    journal = read_journal(bench.folder().journal)
    kinds = [type(event) for event in journal.events]
    for kind in (MomentFlagged, LeadWrote, LeadsWatching, LineDismissed, HelpWithdrawn, WrapUp):
        assert kind in kinds
    assert replay(journal, make_session()).is_equal


class Broken(HandPost):
    """A board with a fault of our own."""

    def put(self, report: LiveReport) -> LiveAnswer:
        raise RuntimeError("the test's own")


def test_a_call_goes_on_whatever_fails_on_the_board(
    bench: Bench, warnings: pytest.LogCaptureFixture
) -> None:
    bench.live_post = Broken()
    source = bench.begin()
    bench.send(FlagMoment(for_lead=True, kind="help"))
    assert bench.published.wait_for(LeadsTold).told is Told.OFF
    assert "Showing leads the call failed" in warnings.text
    source.send_both(3)
    bench.send(EndCall())
    bench.published.wait_for(CallSaved)
    bench.live_post = HandPost()
    bench.begin()
    bench.send(FlagMoment(for_lead=True, kind="help"))
    assert bench.live_post.told().needs == (Need.HELP,)
