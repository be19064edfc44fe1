"""What fits: which parts of the sidebar stay as its height shrinks. Plain arithmetic, no Qt."""

from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True, kw_only=True)
class Heights:
    """What each part needs, in pixels. `always` is header, banners, card, next line and footer."""

    always: int
    feeling_words: int
    curve: int
    checklist: int
    checklist_line: int
    promises: int
    transcript: int
    guide: int = 0
    desk: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Fit:
    """Which parts are shown."""

    has_transcript: bool = True
    has_promises: bool = True
    has_checklist: bool = True
    is_checklist_line: bool = False
    has_guide: bool = True
    has_curve: bool = True
    has_feeling: bool = True
    has_desk: bool = True


STEPS = (
    Fit(),
    Fit(has_transcript=False),
    Fit(has_transcript=False, has_promises=False),
    Fit(has_transcript=False, has_promises=False, is_checklist_line=True),
    Fit(has_transcript=False, has_promises=False, is_checklist_line=True, has_curve=False),
    Fit(
        has_transcript=False,
        has_promises=False,
        is_checklist_line=True,
        has_curve=False,
        has_guide=False,
    ),
    Fit(
        has_transcript=False,
        has_promises=False,
        is_checklist_line=True,
        has_curve=False,
        has_guide=False,
        has_desk=False,
    ),
    Fit(
        has_transcript=False,
        has_promises=False,
        has_checklist=False,
        has_curve=False,
        has_guide=False,
        has_desk=False,
    ),
    Fit(
        has_transcript=False,
        has_promises=False,
        has_checklist=False,
        has_curve=False,
        has_guide=False,
        has_feeling=False,
        has_desk=False,
    ),
)
"""In this order: transcript, promises, checklist (to one line of marks), curve, the steps of a
guided sequence, the row of note, flag and help (their shortcuts stay). The last two are for very
large text only."""

WRAP_UP_STEPS = (
    Fit(),
    Fit(has_transcript=False),
    Fit(has_transcript=False, is_checklist_line=True),
    Fit(has_transcript=False, is_checklist_line=True, has_curve=False),
    Fit(has_transcript=False, has_checklist=False, has_curve=False),
    STEPS[-1],
)
"""After a call the promises stand in the wrap-up card, which scrolls where it must."""


def needed(fit: Fit, heights: Heights) -> int:
    """The height a choice of parts needs."""
    total = heights.always
    if fit.has_feeling:
        total += heights.feeling_words
    if fit.has_curve and fit.has_feeling:
        total += heights.curve
    if fit.has_checklist:
        total += heights.checklist_line if fit.is_checklist_line else heights.checklist
    if fit.has_guide:
        total += heights.guide
    if fit.has_desk:
        total += heights.desk
    if fit.has_promises:
        total += heights.promises
    if fit.has_transcript:
        total += heights.transcript
    return total


def fit_parts(available: int, heights: Heights, *, is_over: bool = False) -> Fit:
    """The richest choice of parts that fits; the barest if none does.

    What leaves may make more room than was missing: during a call the transcript fills it.
    """
    steps = WRAP_UP_STEPS if is_over else STEPS
    chosen = next((step for step in steps if needed(step, heights) <= available), steps[-1])
    filled = replace(chosen, has_transcript=True)
    has_room = needed(filled, heights) <= available
    return filled if has_room and not is_over else chosen
