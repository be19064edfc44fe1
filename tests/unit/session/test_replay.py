import os
import tempfile
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assist import paths
from assist.core.events import CueEvent, CuePainted, CueRaised, Event, FinalResult, Input, Tick
from assist.core.words import Party
from assist.cues.playbook import Playbook, load_playbook, parse_playbook
from assist.session.call import CallSession
from assist.session.journal import Journal, make_header, read_journal
from assist.session.journal_writer import JournalWriter
from assist.session.replay import missing_outputs, replay
from tests.helpers.calls import spoken
from tests.helpers.session import make_session

SAID = (
    "thank you for calling my name is sarah how can i help",
    "my name is david miller",
    "this is the third time i am calling about this and i am really frustrated",
    "i am sorry there is nothing more i can do",
    "i understand how frustrated you must be",
    "let me make sure i understand your internet has been down since monday",
    "let me transfer you to the other department",
    "i will call you back myself tomorrow by four o'clock",
    "or i will cancel my account and call my lawyer",
    "i am sorry for any inconvenience",
    "is there anything else i can do for you",
    "thank you david for your patience",
    "great thank you so much that is a relief",
    "okay",
    "no",
    "•••",
    "naïve café",
)

lines = st.lists(
    st.tuples(
        st.floats(min_value=0.2, max_value=5.0),
        st.one_of(
            st.tuples(st.sampled_from(tuple(Party)), st.sampled_from(SAID)),
            st.tuples(st.just("customer*2"), st.sampled_from(SAID)),
            st.sampled_from(
                [
                    ("pause", ""),
                    ("resume", ""),
                    ("dismiss", "0"),
                    ("dismiss", "99"),
                    ("name", "Dana"),
                    ("unheard", "customer"),
                    ("heard", "customer"),
                ]
            ),
        ),
    ),
    max_size=14,
)


def call_of(script: Sequence[tuple[float, tuple[str, str]]], name: str) -> list[Input]:
    """Inputs of a generated call: lines at gaps of seconds."""
    now = 0.0
    text = []
    for gap, (who, words) in script:
        now += gap
        text.append(f"{now:.2f} {who} {words}")
    return spoken("\n".join(text), name=name)


def record(folder: Path, inputs: Sequence[Input], playbook: Playbook) -> Path:
    """Run a call and keep its journal."""
    header = make_header(
        app="0.1", model="none", playbook_name=playbook.name, playbook=playbook.text
    )
    writer = JournalWriter(folder, header)
    session = CallSession(playbook)
    for event in inputs:
        writer.append((event, *session.handle(event)))
    writer.close()
    return writer.path


def shipped() -> Playbook:
    return load_playbook(paths.resources_dir() / "playbooks" / "default.toml")


PLAYBOOK = shipped()


def session_of(journal: Journal) -> CallSession:
    """A session made from nothing but the journal."""
    header = journal.header
    return CallSession(parse_playbook(header.playbook, name=header.playbook_name))


quick = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@quick
@given(script=lines, name=st.sampled_from(["", "Dana Ortega"]))
def test_replaying_any_journal_gives_its_recorded_outputs(
    script: list[tuple[float, tuple[str, str]]], name: str
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        journal = read_journal(record(Path(folder), call_of(script, name), PLAYBOOK))
    result = replay(journal, session_of(journal))
    assert result.difference == ""
    assert result.is_equal
    assert list(result.events) == list(journal.events)


@quick
@given(script=lines, data=st.data())
def test_a_journal_cut_anywhere_goes_on_to_the_same_outputs(
    script: list[tuple[float, tuple[str, str]]], data: st.DataObject
) -> None:
    inputs = call_of(script, "")
    with tempfile.TemporaryDirectory() as name:
        path = record(Path(name), inputs, PLAYBOOK)
        whole = read_journal(path)
        first = path.read_bytes().index(b"\n") + 1
        os.truncate(path, data.draw(st.integers(first, path.stat().st_size)))
        torn = read_journal(path)
        session = session_of(torn)
        writer = JournalWriter(Path(name), torn.header, resumed=torn)
        writer.append(missing_outputs(torn, session))
        for event in inputs[len(torn.inputs) :]:
            writer.append((event, *session.handle(event)))
        writer.close()
        assert read_journal(path).events == whole.events


def a_call() -> list[Input]:
    return spoken(
        """
        0.5  customer  i am really frustrated about this
        6.0  agent     i am sorry there is nothing more i can do
        20.0 agent     i will call you back tomorrow by noon
        """
    )


def changed(journal: Journal, old: Event, new: Event | None) -> Journal:
    events = [new if event is old else event for event in journal.events]
    return replace(journal, events=tuple(event for event in events if event is not None))


def test_a_changed_output_is_found_and_shown(tmp_path: Path) -> None:
    journal = read_journal(record(tmp_path, a_call(), PLAYBOOK))
    raised = next(event for event in journal.events if isinstance(event, CueRaised))
    other = changed(journal, raised, replace(raised, rule="other"))
    assert '"rule":"other"' in replay(other, session_of(other)).difference
    missing = changed(journal, raised, None)
    assert not replay(missing, session_of(missing)).is_equal


def test_a_changed_input_changes_the_outputs(tmp_path: Path) -> None:
    journal = read_journal(record(tmp_path, a_call(), PLAYBOOK))
    said = [event for event in journal.events if isinstance(event, FinalResult)]
    other = changed(journal, said[1], replace(said[1], text="all is well", words=()))
    assert not replay(other, session_of(other)).is_equal


def test_outputs_beyond_the_replays_are_a_difference(tmp_path: Path) -> None:
    journal = read_journal(record(tmp_path, a_call(), PLAYBOOK))
    wrap_up = journal.outputs[-1]
    other = replace(journal, events=(*journal.events, wrap_up))
    assert "missing in the replay" in replay(other, session_of(other)).difference


def test_a_painted_cue_is_no_part_of_the_comparison(tmp_path: Path) -> None:
    journal = read_journal(record(tmp_path, a_call(), PLAYBOOK))
    shown = next(n for n, event in enumerate(journal.events) if isinstance(event, CueEvent))
    painted = CuePainted(at=9000, cue=0, delay_ms=40)
    events = (*journal.events[: shown + 1], painted, *journal.events[shown + 1 :])
    assert replay(replace(journal, events=events), session_of(journal)).is_equal


def test_a_torn_journals_unwritten_outputs_are_no_difference(tmp_path: Path) -> None:
    path = record(tmp_path, a_call(), PLAYBOOK)
    lines_ = path.read_bytes().splitlines(keepends=True)
    path.write_bytes(b"".join(lines_[:-1]) + lines_[-1][:20])
    journal = read_journal(path)
    result = replay(journal, session_of(journal))
    assert result.is_equal
    assert "left out" in result.repaired


def test_another_playbook_gives_other_prompts(tmp_path: Path) -> None:
    journal = read_journal(record(tmp_path, a_call(), PLAYBOOK))
    assert not replay(journal, make_session()).is_equal


def test_a_call_of_ticks_alone_is_replayed_too(tmp_path: Path) -> None:
    inputs = [*a_call()[:1], *(Tick(at=100 * n) for n in range(1, 600)), a_call()[-1]]
    journal = read_journal(record(tmp_path, inputs, PLAYBOOK))
    assert replay(journal, session_of(journal)).is_equal
