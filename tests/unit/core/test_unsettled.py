"""What is sent again to an engine that died."""

from assist.core.commands import AskStatus, Command, EndCall, FlagMoment, WriteNote
from assist.core.unsettled import Unsettled


def test_what_a_call_remembers_waits_until_it_is_settled() -> None:
    unsettled = Unsettled()
    flag, note = unsettled.note(FlagMoment(note="a")), unsettled.note(WriteNote(text="b"))
    assert flag.token
    assert flag.token != note.token
    assert unsettled.before(()) == (flag, note)
    unsettled.settle(flag.token)
    unsettled.settle("no such token")
    assert unsettled.before(()) == (note,)


def test_what_nobody_remembers_is_not_sent_twice() -> None:
    unsettled = Unsettled()
    for command in (AskStatus(), EndCall()):
        assert unsettled.note(command) is command
    assert unsettled.before(()) == ()


def test_the_same_twice_is_two_and_none_is_sent_twice_over_one_line() -> None:
    unsettled = Unsettled()
    first, second = unsettled.note(FlagMoment()), unsettled.note(FlagMoment())
    assert first == second  # what they say
    unsent: list[Command] = [second, AskStatus()]
    sent = unsettled.before(unsent)
    assert [command.token for command in sent] == [first.token, second.token, ""]


def test_who_is_never_answered_does_not_fill_memory() -> None:
    unsettled = Unsettled()
    for number in range(1000):
        unsettled.note(WriteNote(text=str(number)))
    waiting = unsettled.before(())
    assert len(waiting) == 100
    assert waiting[-1] == WriteNote(text="999")


def test_a_command_marked_already_is_somebody_elses_to_repeat() -> None:
    marked = Unsettled().note(FlagMoment())
    unsettled = Unsettled()
    assert unsettled.note(marked) is marked
    assert unsettled.before(()) == ()
