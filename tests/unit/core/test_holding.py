from assist.core.holding import HoldStep, PartialHold


def test_a_finding_holds_when_the_next_partial_still_has_it() -> None:
    hold: PartialHold[str] = PartialHold()
    assert hold.partial(0, ("a",)) == HoldStep()
    assert hold.partial(0, ("a", "b")) == HoldStep(appeared=("a",))
    assert hold.partial(0, ("a", "b")) == HoldStep(appeared=("b",))


def test_a_finding_the_next_partial_lacks_never_held() -> None:
    hold: PartialHold[str] = PartialHold()
    hold.partial(0, ("a",))
    assert hold.partial(0, ()) == HoldStep()
    assert hold.partial(0, ("a",)) == HoldStep()


def test_an_unchanged_partial_holds_at_the_second_tick() -> None:
    hold: PartialHold[str] = PartialHold()
    hold.partial(0, ("a",))
    assert hold.tick() == ()
    assert hold.tick() == ("a",)
    assert hold.tick() == ()


def test_the_final_confirms_adds_and_takes_back() -> None:
    hold: PartialHold[str] = PartialHold()
    for _ in range(2):
        hold.partial(0, ("a", "b"))
    step = hold.final(0, ("a", "c"))
    assert step == HoldStep(appeared=("c",), confirmed=("a",), vanished=("b",))


def test_a_finding_missing_from_two_partials_is_taken_back_once() -> None:
    hold: PartialHold[str] = PartialHold()
    for _ in range(2):
        hold.partial(0, ("a",))
    assert hold.partial(0, ()) == HoldStep()
    assert hold.partial(0, ()) == HoldStep(vanished=("a",))
    assert hold.final(0, ()) == HoldStep()


def test_a_finding_missing_from_one_partial_only_stays() -> None:
    hold: PartialHold[str] = PartialHold()
    for _ in range(2):
        hold.partial(0, ("a",))
    hold.partial(0, ())
    assert hold.partial(0, ("a",)) == HoldStep()
    assert hold.final(0, ("a",)) == HoldStep(confirmed=("a",))


def test_an_utterance_without_a_final_is_taken_back_when_the_next_begins() -> None:
    hold: PartialHold[str] = PartialHold()
    for _ in range(2):
        hold.partial(0, ("a",))
    assert hold.partial(1, ("b",)) == HoldStep(vanished=("a",))


def test_dropping_takes_back_what_held() -> None:
    hold: PartialHold[str] = PartialHold()
    for _ in range(2):
        hold.partial(0, ("a",))
    assert hold.drop() == ("a",)
    assert hold.drop() == ()
