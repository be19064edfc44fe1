"""What the review window's filters, facts and panel ask for, connected with what answers."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from assist.ui.review.window import ReviewWindow


def wire(window: "ReviewWindow") -> None:
    """Connect the parts of a window that was just built."""
    _wire_filters(window)
    _wire_facts(window)
    _wire_panel(window)


def _wire_filters(window: "ReviewWindow") -> None:
    filters = window.filters
    filters.changed.connect(window.filter_by)
    filters.save_asked.connect(
        lambda saved: window.do(lambda desk: desk.save_filter(saved), window.reload_filters)
    )
    filters.drop_asked.connect(
        lambda name: window.do(lambda desk: desk.drop_filter(name), window.reload_filters)
    )


def _wire_facts(window: "ReviewWindow") -> None:
    facts = window.view.facts
    window.view.moved.connect(window.panel.remarks.set_now)
    facts.fact_judged.connect(window.judge_fact)
    facts.cue_judged.connect(
        lambda cue, is_right: window.change(
            lambda desk, call: desk.mark_cue(call, cue, is_right=is_right)
        )
    )


def _wire_panel(window: "ReviewWindow") -> None:
    panel = window.panel
    panel.scores.sought.connect(window.view.seek)
    panel.remarks.sought.connect(window.view.seek)
    panel.scores.corrected.connect(
        lambda item, value: window.change(lambda desk, call: desk.correct_score(call, item, value))
    )
    panel.remarks.written.connect(window.write_comment)
    panel.reviewed_asked.connect(window.set_reviewed)
    panel.coach_asked.connect(
        lambda is_on: window.change(lambda desk, call: desk.coach(call, is_coached=is_on))
    )
    panel.hand_asked.connect(
        lambda to: window.change(lambda desk, call: desk.hand(call, to), window.reload_people)
    )
    panel.export_asked.connect(window.export)
