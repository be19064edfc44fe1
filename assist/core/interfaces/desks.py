"""What the windows ask for, beside the running call: rules, calls to review, calls to practise."""

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from assist.core.interfaces.sound import Player
from assist.core.live import BoardView, CallKey
from assist.core.notices import FollowUp
from assist.core.practice import PracticeCall, PracticeChoice
from assist.core.review import (
    CallRow,
    CommentKind,
    DeskSource,
    LabelMarks,
    ReviewCall,
    ReviewFilter,
    SavedFilter,
    SoundFetched,
    Verdict,
    Waveform,
)
from assist.core.rules import AnyForm, Complaint, ConditionForm, RuleRow, Tried, VersionRow
from assist.core.team import CausesShown, FollowUpCount, TeamFigures
from assist.core.words import Party


class RuleDesk(Protocol):
    """The rules of one layer, as an editor works on them: a draft, published when it is good.

    What it cannot do raises AssistError in one sentence. `check`, `try_lines`, `conditions` and
    `condition_text` change nothing and may be called from another thread than the rest.
    """

    layer: str
    """Whose rules these are: "company", "team" or "agent"."""

    @property
    def file(self) -> str: ...
    @property
    def has_draft(self) -> bool:
        """Whether the draft differs from what is in force."""
        ...

    @property
    def can_undo(self) -> bool: ...
    @property
    def can_redo(self) -> bool: ...
    @property
    def notes(self) -> tuple[str, ...]:
        """Changes of the layer that do not count, a sentence each."""
        ...

    def rules(self) -> tuple[RuleRow, ...]: ...
    def form(self, rule: str) -> AnyForm: ...
    def new_form(self, kind: str = "rule") -> AnyForm:
        """A rule, a "required" sentence or a "sequence" to begin with, under an id of its own."""
        ...

    def check(self, form: AnyForm) -> tuple[Complaint, ...]:
        """What is wrong with the form (kind "form": it cannot be kept so) or doubtful."""
        ...

    def check_all(self) -> tuple[Complaint, ...]: ...
    def put(self, form: AnyForm) -> bool:
        """Take the form into the draft; False where it changes nothing."""
        ...

    def switch(self, rule: str, *, is_on: bool) -> None: ...
    def reset(self, rule: str) -> None:
        """Take the layer's own changes to the rule back (a rule of its own goes)."""
        ...

    def undo(self) -> None: ...
    def redo(self) -> None: ...
    def discard(self) -> None:
        """Forget the draft."""
        ...

    def publish(self, what: str) -> int:
        """Put the draft in force from the next call on; returns its version's number."""
        ...

    def history(self) -> tuple[VersionRow, ...]:
        """The layer's versions, newest first."""
        ...

    def restore(self, number: int) -> None:
        """Make the draft what the version says."""
        ...

    def try_lines(self, lines: Sequence[tuple[Party, str]], form: AnyForm | None) -> Tried:
        """Run what the parties say through the detectors and the draft, `form` included."""
        ...

    def labels(self, who: str) -> tuple[str, ...]:
        """What conditions may ask for as detected in the words of "agent" or "customer"; "" for
        what is neither's alone."""
        ...

    def circumstances(self) -> tuple[str, ...]:
        """The names that conditions may ask for as `given`."""
        ...

    def conditions(self, text: str) -> ConditionForm | None:
        """A condition's TOML as rows; None where it is broken or richer than rows can say."""
        ...

    def condition_text(self, form: ConditionForm) -> str: ...


class ReviewDesk(Protocol):
    """The calls as a lead (or an agent, of the own calls) works on them.

    Used by one thread at a time, not the window's: every method may wait for the database or read
    a sound file. What it cannot do raises AssistError in one sentence. `who` is at work; with
    `is_agent` only the own calls are there, and comments are answered instead of written.
    """

    who: str
    is_agent: bool
    source: DeskSource

    def catch_up(self) -> bool:
        """Take in some calls that ended unstored or that older rules judged.

        False when there are none: until then it is worth asking again.
        """
        ...

    def rows(self, wanted: ReviewFilter, limit: int, offset: int) -> tuple[CallRow, ...]: ...
    def count(self, wanted: ReviewFilter) -> int: ...
    def agents(self) -> tuple[str, ...]:
        """Everybody who had a call, by name."""
        ...

    def leads(self) -> tuple[str, ...]:
        """Who calls were handed to or reviewed by so far."""
        ...

    def call(self, call_id: str) -> ReviewCall: ...
    def waveform(self, call_id: str) -> Waveform | None:
        """None where no sound was kept."""
        ...

    def player(self, call_id: str) -> Player | None:
        """None where there is no sound, or none was fetched yet."""
        ...

    def fetch_sound(self, call_id: str) -> SoundFetched:
        """Fetch a little more of a call's sound from the team; ask until all of it is there.

        The first piece is a look in the audit log. Sound of another call is let go of.
        """
        ...

    def export(self, call_id: str, file: Path) -> None:
        """Write the call to a file, in the form its name ends with."""
        ...

    def set_reviewed(self, call_id: str, *, is_reviewed: bool) -> None: ...
    def hand(self, call_id: str, to: str) -> None:
        """Ask another lead to look; "" takes it back."""
        ...

    def coach(self, call_id: str, *, is_coached: bool) -> None:
        """Show the agent the comments on the call, as something to talk about."""
        ...

    def comment(
        self,
        call_id: str,
        text: str,
        *,
        at: int | None = None,
        kind: CommentKind = CommentKind.COMMENT,
        answers: str = "",
    ) -> None: ...
    def mark_detection(
        self, call_id: str, number: int | None, label: str, at: int, verdict: Verdict | None
    ) -> None:
        """Keep a verdict; None takes it back."""
        ...

    def label_marks(self) -> tuple[LabelMarks, ...]: ...
    def mark_cue(self, call_id: str, cue: int, *, is_right: bool) -> None: ...
    def correct_score(self, call_id: str, item: str, value: int | None) -> None:
        """The lead's value of a line of the scorecard; None takes it back."""
        ...

    def filters(self) -> tuple[SavedFilter, ...]: ...
    def save_filter(self, saved: SavedFilter) -> None: ...
    def drop_filter(self, name: str) -> None: ...
    def labels(self) -> tuple[str, ...]:
        """What can be marked as missed."""
        ...

    def team(self, days: int, agent: str = "") -> TeamFigures:
        """The figures of the last days, of all agents or of the one of this name.

        Of an agent's desk the own ones alone.
        """
        ...

    def causes(self, days: int, agent: str = "") -> CausesShown:
        """Why customers called in the last days, beside as many before: all or one agent's.

        Of an agent's desk the own calls alone.
        """
        ...

    def follow_ups(self) -> tuple[FollowUpCount, ...]:
        """How many promises are still to be kept, by agent."""
        ...

    def promises(self) -> tuple[FollowUp, ...]:
        """The promises that are still to be kept, the earliest due first."""
        ...

    def keep_promise(self, call_id: str, promise: int, *, is_kept: bool) -> None:
        """Note that a promise was kept, or that it was not after all."""
        ...

    def close(self) -> None: ...


class LeadBoard(Protocol):
    """The live board as a lead sees it; used by one thread, but for `wake`.

    All but `wake` and `close` raise AssistError where the team's database cannot be used.
    """

    def look(self, watched: CallKey | None) -> BoardView:
        """The board now; `watched` is the call that is watched meanwhile, and no other."""
        ...

    def send(self, call: CallKey, text: str) -> bool:
        """Send the agent a line; False where the call needs nobody any more."""
        ...

    def wait(self, timeout_s: float) -> bool:
        """Return when something may have changed or `wake` was called; False: the time is over."""
        ...

    def wake(self) -> None:
        """End a `wait`; from any thread."""
        ...

    def close(self) -> None:
        """Watch nothing any more and hang up. Again is harmless."""
        ...


class PracticeDesk(Protocol):
    """Calls to practise with. Both may take seconds and be called from another thread.

    What cannot be opened raises AssistError in one sentence.
    """

    def calls(self) -> tuple[PracticeChoice, ...]:
        """What may be chosen, the demo call first."""
        ...

    def open(self, call_id: str) -> PracticeCall: ...
