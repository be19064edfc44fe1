"""What a call's wrap-up says about its causes."""

from assist import paths
from assist.core.events import WrapUp
from assist.cues.playbook import load_playbook
from assist.session.call import CallSession
from tests.helpers.calls import spoken

CALL = """
0.5  agent     how can i help you
3.0  customer  you charged me twice and this is the third time i am calling about it
12.0 customer  the bill is wrong again and nobody called me back
20.0 agent     you have been charged twice i will refund it today by four
26.0 end
"""


def test_the_wrap_up_names_the_causes_the_most_frequent_first() -> None:
    session = CallSession(load_playbook(paths.resources_dir() / "playbooks" / "default.toml"))
    outputs = [output for each in spoken(CALL) for output in session.handle(each)]
    wrap_ups = [output for output in outputs if isinstance(output, WrapUp)]
    assert wrap_ups
    assert wrap_ups[-1].drivers[0] == "billing"
    assert {"communication", "repeat_contact"} <= set(wrap_ups[-1].drivers)
