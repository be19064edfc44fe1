"""In conversations where nothing is wrong, the shipped playbook raises next to no alarm.

The dialogues are STAR's, marked as going well and with a calm user; the figure stands in
docs/evaluation.md.
"""

from pathlib import Path

import pytest

from assist import paths
from assist.cues.playbook import load_playbook
from assist.review.conversations import judge_calls
from assist.review.labelled import read_material

DIALOGUES = Path(__file__).parents[4] / "shared" / "data" / "dialogues" / "dialogue_dev.jsonl.gz"

MOST_PER_HOUR = 2.0


@pytest.mark.data
@pytest.mark.skipif(not DIALOGUES.exists(), reason="needs ../shared/data/dialogues")
@pytest.mark.parametrize("recognized", [False, True])
def test_alarms_where_nothing_is_wrong_are_rare(recognized: bool) -> None:
    playbook = load_playbook(paths.resources_dir() / "playbooks" / "default.toml")
    dialogues = [each for each in read_material([DIALOGUES]).dialogues if each.is_uneventful]
    judged = judge_calls(dialogues, playbook, recognized=recognized)
    assert judged.uneventful_hours > 1
    false = [cue for cue in judged.cues if cue.is_false]
    assert len(false) / judged.uneventful_hours <= MOST_PER_HOUR, false
