"""What a call came to, of what was said in it."""

from assist import paths
from assist.core.events import WrapUp
from assist.cues.playbook import load_playbook
from assist.session.call import CallSession
from tests.helpers.calls import spoken


def wrap_up(call: str) -> WrapUp:
    session = CallSession(load_playbook(paths.resources_dir() / "playbooks" / "default.toml"))
    outputs = [output for each in spoken(call) for output in session.handle(each)]
    return [output for output in outputs if isinstance(output, WrapUp)][-1]


def test_who_gives_up_leaves_unresolved_and_at_risk_however_calm() -> None:
    left = wrap_up(
        """
        1 customer my internet has been down since monday and nobody called me back
        8 agent i will send a technician tomorrow at ten
        16 customer you know what just forget it
        24 end
        """
    )
    assert (left.outcome, left.at_risk) == ("unresolved", True)


def test_a_matter_settled_after_that_is_no_giving_up_any_more() -> None:
    kept = wrap_up(
        """
        1 customer my internet has been down since monday and nobody called me back
        8 customer you know what just forget it
        14 agent wait i have found it the fault is fixed now it is working again
        24 customer oh thank you so much that is brilliant it works
        32 end
        """
    )
    assert kept.outcome == "resolved"
    assert kept.at_risk  # that it nearly went wrong stays worth a look


def test_courtesies_and_barriers_are_counted_and_the_matter_has_its_time() -> None:
    told = wrap_up(
        """
        1 agent good morning how can i help
        4 customer my parcel has not arrived
        8 agent could you give me the number please thank you
        14 customer please hurry
        18 agent i am not authorized to change that
        26 end
        """
    )
    assert told.problem_at is not None
    assert 5_000 <= told.problem_at <= 6_500
    assert told.courtesies == 2  # the agent's please and thanks, not the customer's
    assert told.barriers == 1
    assert wrap_up("1 agent hello\n4 end").problem_at is None
