"""What earlier calls tell reaches the prompts of a whole call, in both languages."""

import pytest

from assist import paths
from assist.core.events import CueRaised, FeelingChanged
from assist.cues.playbook import load_playbook
from assist.session.call import CallSession
from tests.helpers.calls import spoken

ENGLISH = """
0.2 history calls=2 outcome={outcome} drivers=fault,fault promises={promises}
0.5 agent support good morning what can i do
4 customer hello my internet is down again it stopped working this morning
13 agent okay let me have a look at your router which lights do you see on it
30 end
"""
SPANISH = """
0.2 history calls=2 outcome={outcome} drivers=fault,fault promises={promises}
0.5 agent buenos días en qué puedo ayudarle
4 customer hola mi internet no funciona otra vez desde esta mañana
13 agent bien vamos a mirar su aparato qué luces ve usted en él ahora mismo
30 end
"""


def rules(playbook: str, call: str) -> list[str]:
    session = CallSession(load_playbook(paths.resources_dir() / "playbooks" / playbook))
    made = [output for each in spoken(call) for output in session.handle(each)]
    return [event.rule for event in made if isinstance(event, CueRaised)]


@pytest.mark.parametrize(
    ("playbook", "text"), [("default.toml", ENGLISH), ("es.toml", SPANISH)], ids=["en", "es"]
)
def test_the_same_cause_once_more_and_a_promise_still_open_are_told(
    playbook: str, text: str
) -> None:
    known = rules(playbook, text.format(outcome="follow_up", promises=1))
    assert {"same_cause", "earlier_promise"} <= set(known)
    unknown = rules(playbook, "\n".join(text.splitlines()[2:]))
    assert not {"same_cause", "earlier_promise"} & set(unknown)


def test_the_curve_of_the_call_begins_where_the_last_one_ended() -> None:
    session = CallSession(load_playbook(paths.resources_dir() / "playbooks" / "default.toml"))
    inputs = spoken(ENGLISH.format(outcome="unresolved", promises=0))
    made = [output for each in inputs for output in session.handle(each)]
    first = next(event for event in made if isinstance(event, FeelingChanged))
    assert first.at <= 300
    assert first.level < 0
