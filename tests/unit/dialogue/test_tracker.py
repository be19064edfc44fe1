from assist.core.events import (
    CallStarted,
    DeadAir,
    FinalResult,
    Input,
    Output,
    Pace,
    PauseSet,
    SideHeard,
    TalkOver,
    TalkRatio,
    Tick,
    TurnStarted,
    VoiceActivity,
)
from assist.core.words import Party
from assist.dialogue.tracker import DEAD_AIR_MS, TALK_OVER_MS, DialogueTracker

A, C = Party.AGENT, Party.CUSTOMER


def voice(at: int, party: Party, is_active: bool) -> VoiceActivity:
    return VoiceActivity(at=at, party=party, is_active=is_active)


def final(party: Party, start: int, end: int, words: int, number: int = 0) -> FinalResult:
    text = " ".join(["word"] * words)
    return FinalResult(at=end, party=party, utterance=number, start=start, end=end, text=text)


def run(*events: Input, until: int = 0) -> list[Output]:
    """The outputs, with a tick every 100 ms up to `until` in between."""
    start = CallStarted(at=0, call="c", started_at="2026-11-20T10:00:00+00:00", source="t")
    ticks = [Tick(at=at) for at in range(100, until + 1, 100)]
    stream = sorted([*events, *ticks], key=lambda event: (event.at, isinstance(event, Tick)))
    tracker = DialogueTracker()
    made: list[Output] = []
    for event in (start, *stream):
        made.extend(tracker.handle(event))
    return made


def of(made: list[Output], kind: type[Output]) -> list[Output]:
    return [each for each in made if isinstance(each, kind)]


def test_a_turn_starts_when_the_other_party_takes_the_floor() -> None:
    made = run(
        voice(0, A, True),
        voice(900, A, False),
        voice(1000, C, True),
        voice(2000, C, False),
        voice(2100, C, True),
    )
    assert [
        (each.at, each.party) for each in of(made, TurnStarted) if isinstance(each, TurnStarted)
    ] == [
        (0, A),
        (1000, C),
    ]


def test_who_speaks_on_after_an_overlap_has_the_floor() -> None:
    made = run(voice(0, A, True), voice(500, C, True), voice(900, A, False))
    assert [each.party for each in made if isinstance(each, TurnStarted)] == [A, C]


def test_talk_over_is_put_to_who_set_in_later() -> None:
    made = run(voice(0, C, True), voice(1000, A, True), until=1000 + TALK_OVER_MS)
    talk_over = of(made, TalkOver)
    assert talk_over == [
        TalkOver(at=1000 + TALK_OVER_MS, party=A, start=1000, duration_ms=TALK_OVER_MS)
    ]


def test_short_overlap_is_how_people_take_turns() -> None:
    made = run(voice(0, C, True), voice(1000, A, True), voice(2400, C, False), until=9000)
    assert of(made, TalkOver) == []


def test_long_talk_over_is_said_again() -> None:
    made = run(voice(0, C, True), voice(1000, A, True), until=1000 + 2 * TALK_OVER_MS)
    assert len(of(made, TalkOver)) == 2


def test_dead_air_begins_after_somebody_spoke() -> None:
    assert of(run(until=20_000), DeadAir) == []
    made = run(voice(0, A, True), voice(1000, A, False), until=1000 + 2 * DEAD_AIR_MS)
    assert of(made, DeadAir) == [
        DeadAir(at=1000 + DEAD_AIR_MS, start=1000, duration_ms=DEAD_AIR_MS),
        DeadAir(at=1000 + 2 * DEAD_AIR_MS, start=1000, duration_ms=2 * DEAD_AIR_MS),
    ]


def test_paused_time_is_no_silence() -> None:
    made = run(
        voice(0, A, True),
        voice(1000, A, False),
        PauseSet(at=3000, is_paused=True),
        PauseSet(at=60_000, is_paused=False),
        until=60_000 + DEAD_AIR_MS,
    )
    assert of(made, DeadAir) == [
        DeadAir(at=60_000 + DEAD_AIR_MS, start=60_000, duration_ms=DEAD_AIR_MS)
    ]


def test_silence_of_a_side_not_heard_means_nothing() -> None:
    made = run(
        voice(0, A, True),
        voice(1000, A, False),
        SideHeard(at=1500, party=C, is_heard=False),
        until=60_000,
    )
    assert of(made, DeadAir) == []


def test_pace_counts_speech_without_pauses() -> None:
    made = run(final(A, 0, 10_000, 30))
    assert of(made, Pace) == [Pace(at=10_000, party=A, words_per_minute=180)]


def test_a_few_words_have_no_pace() -> None:
    assert of(run(final(A, 0, 2_000, 12)), Pace) == []


def test_old_speech_leaves_the_pace() -> None:
    slow = final(A, 0, 20_000, 30)
    fast = final(A, 60_000, 70_000, 35, number=1)
    paces = [each.words_per_minute for each in run(slow, fast) if isinstance(each, Pace)]
    assert paces == [90, 210]


def test_pace_is_that_of_the_turn() -> None:
    """A hurried sentence before the customer spoke is over; twelve words have no pace."""
    hurried = final(A, 0, 10_000, 40)
    answer = final(C, 10_500, 12_000, 4)
    paces = of(run(hurried, answer, final(A, 12_500, 18_500, 12, number=1)), Pace)
    assert paces == [Pace(at=10_000, party=A, words_per_minute=240)]


def test_the_ratio_is_the_agents_share_of_speech() -> None:
    made = run(final(A, 0, 3000, 9), final(C, 3000, 12_000, 20))
    assert [each.agent_percent for each in made if isinstance(each, TalkRatio)] == [100, 25]


def test_typed_calls_without_voice_activity_have_turns_and_silence() -> None:
    made = run(final(A, 0, 2000, 5), final(C, 2500, 4000, 5), until=4000 + DEAD_AIR_MS)
    assert [each.party for each in made if isinstance(each, TurnStarted)] == [A, C]
    assert len(of(made, DeadAir)) == 1
