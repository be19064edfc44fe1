"""The calls of a store as a lead, or an agent, works on them after the call."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

from assist.core.interfaces import Player
from assist.core.notices import FollowUp
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
from assist.core.team import CausesShown, FollowUpCount, TeamFigures
from assist.privacy.typed import scrub_typed
from assist.review import flags, team_desk, view
from assist.review.call_page import call_html
from assist.review.errors import ReviewError
from assist.review.labels import AGENT_LABELS, FEELINGS, GIVES_NAME, THREATS
from assist.review.shared_sound import SharedSound
from assist.store.calls import SqlCallStore
from assist.store.looks import CAUSES, OPEN, SOUND, log_looks
from assist.store.model import StoredCall
from assist.store.overdue import flag_overdue

ReadWaveform = Callable[[Sequence[Path]], Waveform]
OpenPlayer = Callable[[Sequence[Path]], Player]
PlayFetched = Callable[[Sequence[bytes]], Player]

_MORE_LABELS = ("way_forward", "thanks", "repeat_contact", "restrained_anger", "giving_up")
_JUDGED_AT_ONCE = 200
_FLAGGED_EVERY = timedelta(minutes=1)


class StoreReviewDesk:
    """A `core.interfaces.ReviewDesk` over a store, which is closed with it.

    `now` is the wall clock. With `is_agent` the desk is that of the agent `who`: own calls only,
    comments are answered, and nothing is judged. `keeps_calls` is false for the team's database,
    which others fill: nothing is stored or judged anew there. Sound is opened from files of this
    computer, else from what was fetched out of the store's shelf.
    """

    def __init__(
        self,
        store: SqlCallStore,
        who: str,
        *,
        is_agent: bool,
        keeps_calls: bool = True,
        now: Callable[[], datetime],
        read_waveform: ReadWaveform,
        open_player: OpenPlayer,
        play_fetched: PlayFetched,
        source: DeskSource | None = None,
    ) -> None:
        self.who = who
        self.is_agent = is_agent
        self.source = source or DeskSource()
        self._shared = SharedSound(store.shelf)
        self._play_fetched = play_fetched
        self._store = store
        self._keeps_calls = keeps_calls
        self._now = now
        self._read_waveform = read_waveform
        self._open_player = open_player
        self._flagged_at: datetime | None = None

    def close(self) -> None:
        self._store.close()

    # --- the list --------------------------------------------------------------------------------

    def rows(self, wanted: ReviewFilter, limit: int, offset: int) -> tuple[CallRow, ...]:
        if offset == 0:
            self._flag_overdue()
        return self._store.desk.rows(self._mine(wanted), limit, offset)

    def count(self, wanted: ReviewFilter) -> int:
        return self._store.desk.count(self._mine(wanted))

    def agents(self) -> tuple[str, ...]:
        return (self.who,) if self.is_agent else self._store.desk.agents()

    def leads(self) -> tuple[str, ...]:
        return self._store.desk.leads()

    def _flag_overdue(self) -> None:
        """Time makes promises overdue: once a minute, before a list is read, is soon enough."""
        now = self._now()
        if self._flagged_at is None or now - self._flagged_at >= _FLAGGED_EVERY:
            self._flagged_at = now
            flag_overdue(self._store.engine, self._store.name, now)

    def _mine(self, wanted: ReviewFilter) -> ReviewFilter:
        """The filter with its days counted back from today, and for an agent the own calls only."""
        if wanted.days:
            midnight = self._now().replace(hour=0, minute=0, second=0, microsecond=0)
            since = midnight - timedelta(days=wanted.days - 1)
            wanted = replace(wanted, days=0, since=max(since, wanted.since or since))
        return replace(wanted, agent=self.who) if self.is_agent else wanted

    def catch_up(self) -> bool:
        if not self._keeps_calls:
            return False
        found = bool(self._store.catch_up())
        waiting = self._store.desk.unjudged(flags.RULES_VERSION, _JUDGED_AT_ONCE)
        for call_id in waiting:
            reasons = flags.judge(self._store.get_call(call_id))
            self._store.desk.put_reasons(call_id, reasons, flags.RULES_VERSION)
        return found or bool(waiting)

    # --- one call --------------------------------------------------------------------------------

    def call(self, call_id: str) -> ReviewCall:
        stored = self._own(call_id)
        desk = self._store.desk
        comments = desk.comments(call_id)
        is_here = bool(self._audio(call_id))
        fetched = 0 if is_here else self._shared.size(call_id)
        row = view.row_of(
            stored,
            status=desk.status(call_id),
            comments=len(comments),
            reasons=desk.reasons(call_id),
        )
        return view.view(
            stored,
            row,
            comments=comments,
            marks=desk.detection_marks(call_id),
            leads=desk.scores(call_id),
            has_audio=is_here or fetched > 0,
            sound_bytes=fetched,
        )

    def waveform(self, call_id: str) -> Waveform | None:
        self._own(call_id)
        files = self._audio(call_id)
        return self._read_waveform(files) if files else self._shared.waveform(call_id)

    def player(self, call_id: str) -> Player | None:
        self._own(call_id)
        if files := self._audio(call_id):
            return self._open_player(files)
        contents = self._shared.contents(call_id)
        return self._play_fetched(contents) if contents else None

    def fetch_sound(self, call_id: str) -> SoundFetched:
        if self.is_agent:
            self._own(call_id)
        self._log_look(call_id, SOUND)
        return self._shared.fetch(call_id)

    def export(self, call_id: str, file: Path) -> None:
        form = file.suffix.lower().removeprefix(".")
        self._own(call_id)
        if form not in {"txt", "srt", "json", "html"}:
            raise ReviewError(
                f"{file.name} is no .txt, .srt, .json or .html file; choose such a name."
            )
        if form == "html":
            text = call_html(self.call(call_id), self.waveform(call_id))
        else:
            text = self._store.export_call(call_id, form)
        try:
            file.write_text(text, encoding="utf-8")
        except OSError as error:
            raise ReviewError(
                f"{file} cannot be written ({error.strerror}); choose another place."
            ) from None

    def _own(self, call_id: str) -> StoredCall:
        """A call that may be looked at; where it came through a folder, the look is logged."""
        self._log_look(call_id, OPEN)
        stored = self._store.get_call(call_id)
        if self.is_agent and stored.overview.agent != self.who:
            raise ReviewError("This is not a call of yours; ask its agent or a lead.")
        return stored

    def _log_look(self, call_id: str, what: str) -> None:
        if not self.is_agent:
            store, now = self._store, self._now()
            log_looks(store.engine, store.name, (call_id,), who=self.who, what=what, now=now)

    def _audio(self, call_id: str) -> tuple[Path, ...]:
        """The call's sound files, if all of them are still there."""
        files = self._store.desk.audio_of(call_id)
        return files if all(file.is_file() for file in files) else ()

    # --- what people say of it -------------------------------------------------------------------

    def set_reviewed(self, call_id: str, *, is_reviewed: bool) -> None:
        self._lead_only()
        self._store.desk.set_reviewed(call_id, is_reviewed=is_reviewed, by=self.who)

    def hand(self, call_id: str, to: str) -> None:
        self._lead_only()
        self._store.desk.hand(call_id, to, self.who)

    def coach(self, call_id: str, *, is_coached: bool) -> None:
        self._lead_only()
        self._store.desk.coach(call_id, is_coached=is_coached, by=self.who)

    def comment(
        self,
        call_id: str,
        text: str,
        *,
        at: int | None = None,
        kind: CommentKind = CommentKind.COMMENT,
        answers: str = "",
    ) -> None:
        self._own(call_id)
        if not text.strip():
            raise ReviewError("The comment is empty; write what it should say.")
        self._store.desk.add_comment(
            call_id, scrub_typed(text.strip()), self.who, at=at, kind=kind, answers=answers
        )

    def mark_detection(
        self, call_id: str, number: int | None, label: str, at: int, verdict: Verdict | None
    ) -> None:
        self._lead_only()
        self._store.desk.mark_detection(call_id, number, label, at, verdict, self.who)

    def label_marks(self) -> tuple[LabelMarks, ...]:
        return self._store.desk.label_marks()

    def mark_cue(self, call_id: str, cue: int, *, is_right: bool) -> None:
        self._lead_only()
        self._store.mark_cue(call_id, cue, is_right=is_right, by=self.who)

    def correct_score(self, call_id: str, item: str, value: int | None) -> None:
        self._lead_only()
        self._store.desk.put_score(call_id, item, value, self.who)

    def _lead_only(self) -> None:
        if self.is_agent:
            raise ReviewError("Only a lead judges calls; write a comment instead.")

    # --- filters ---------------------------------------------------------------------------------

    def filters(self) -> tuple[SavedFilter, ...]:
        return self._store.desk.filters(self.who)

    def save_filter(self, saved: SavedFilter) -> None:
        self._store.desk.save_filter(saved, self.who)

    def drop_filter(self, name: str) -> None:
        self._store.desk.drop_filter(name, self.who)

    def labels(self) -> tuple[str, ...]:
        return (*AGENT_LABELS, *FEELINGS, *THREATS, GIVES_NAME, *_MORE_LABELS)

    # --- many calls ------------------------------------------------------------------------------

    def team(self, days: int, agent: str = "") -> TeamFigures:
        return team_desk.team_figures(self._store, self._now(), days, self._only, agent)

    def causes(self, days: int, agent: str = "") -> CausesShown:
        now = self._now()
        shown = team_desk.causes_shown(self._store, now, days, self._only, agent)
        if not self.is_agent:
            store = self._store
            quoted = shown.quoted
            log_looks(store.engine, store.name, quoted, who=self.who, what=CAUSES, now=now)
        return shown

    def follow_ups(self) -> tuple[FollowUpCount, ...]:
        return team_desk.follow_ups(self._store, self._now(), self._only)

    def promises(self) -> tuple[FollowUp, ...]:
        found = self._store.open_follow_ups(self._now())
        mine = [each for each in found if self._only in {None, each.agent}]
        return tuple(sorted(mine, key=lambda each: datetime.fromisoformat(each.due_at)))

    def keep_promise(self, call_id: str, promise: int, *, is_kept: bool) -> None:
        if self.is_agent and all(each.call != call_id for each in self.promises()):
            # Of the own calls alone; reading one in full says so.
            self._own(call_id)
        if is_kept:
            self._store.settle_follow_up(call_id, promise, by=self.who)
        else:
            self._store.reopen_follow_up(call_id, promise, self.who)

    @property
    def _only(self) -> str | None:
        """The agent whose calls alone may be looked at; None on a lead's desk."""
        return self.who if self.is_agent else None
