"""What the sidebar shows, folded from the engine's messages. Plain Python, no Qt."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from assist.core.events import (
    CUE_ENDINGS,
    AudioLost,
    CallEnded,
    CallStarted,
    ChecklistChanged,
    CueEvent,
    CuePainted,
    CueRaised,
    CueShown,
    CueWithdrawn,
    Event,
    FeelingChanged,
    FinalResult,
    LagChanged,
    NameGiven,
    NameLearned,
    PartialResult,
    PauseSet,
    PivotMarked,
    PromiseDropped,
    PromiseMade,
    SideHeard,
    SideSilent,
    WrapUp,
)
from assist.core.notices import (
    CallSaved,
    FollowUp,
    FollowUpsDue,
    LevelChanged,
    Notice,
    RuleShadowed,
    StatusReport,
    Trouble,
)
from assist.core.words import Party
from assist.ui.afterstate import Afterwords
from assist.ui.areas import Area, Changes, Phase
from assist.ui.callparts import LEVELS_KEPT, Cue, CurvePoint, Pivot, Side, Tick
from assist.ui.guidance import Guidance
from assist.ui.leadstate import LeadState
from assist.ui.lines import RowChange, TranscriptLines
from assist.ui.phonestate import PhoneState

__all__ = [
    "CHECKLIST",
    "Area",
    "CallState",
    "Changes",
    "Cue",
    "CurvePoint",
    "Phase",
    "Pivot",
    "Side",
    "Tick",
]

CHECKLIST = (
    "name_used",
    "problem_confirmed",
    "feeling_named",
    "took_ownership",
    "time_promised",
    "thanked",
)
"""The six items in reading order, by the names `ChecklistChanged` uses."""

_LOSS_SHOWN_MS = 10_000
"""How long lost sound is spoken of: long enough to be read between two sentences."""
_LAG_SHOWN_MS = 2_000
"""Words later than this make prompts late; below it nobody notices."""


_BEFORE_A_CALL = (Phase.LOADING, Phase.IDLE)


@dataclass(slots=True, kw_only=True)
class CallState:
    """One call as the sidebar shows it; `handle` folds a message in and says what changed."""

    phase: Phase = Phase.CONNECTING
    model: str = ""
    was_loading: bool = False
    started: CallStarted | None = None
    now: int = 0
    name: str = ""
    name_origin: str = ""
    is_paused: bool = False
    is_card_talk: bool = False
    is_on_hold: bool = False
    feeling: FeelingChanged | None = None
    curve: list[CurvePoint] = field(default_factory=list)
    pivots: list[Pivot] = field(default_factory=list)
    card: Cue | None = None
    next: Cue | None = None
    ended_by: CueEvent | None = None
    checklist: dict[str, Tick] = field(default_factory=lambda: {item: Tick() for item in CHECKLIST})
    promises: dict[int, PromiseMade] = field(default_factory=dict)
    sides: dict[Party, Side] = field(default_factory=lambda: {party: Side() for party in Party})
    lines: TranscriptLines = field(default_factory=TranscriptLines)
    guidance: Guidance = field(default_factory=Guidance)
    shadowed: RuleShadowed | None = None
    phone: PhoneState = field(default_factory=PhoneState)
    lead: LeadState = field(default_factory=LeadState)
    trouble: str = ""
    failed_start: str = ""
    wrap_up: WrapUp | None = None
    after: Afterwords = field(default_factory=Afterwords)
    follow_ups: tuple[FollowUp, ...] = ()
    has_team: bool = False
    saved: str = ""
    is_private: bool = False
    """Nothing is kept of this call, or of the next one where none runs."""
    _raised: dict[int, CueRaised] = field(default_factory=dict)
    _delays: dict[int, int] = field(default_factory=dict)

    def handle(self, message: Event | Notice) -> Changes:
        """Fold one message in. Messages that change nothing in view give no areas."""
        if isinstance(message, Notice):
            return self._notice(message)
        if isinstance(message, CallStarted):
            return self._start(message)
        areas: set[Area] = set()
        if message.at // 100 != self.now // 100 and message.at > self.now:
            areas.add(Area.CLOCK)
        self.now = max(self.now, message.at)
        if self.phone.handle_event(message):
            areas.add(Area.PHONE)
        if self.lead.handle_event(message):
            areas.add(Area.LEAD)
        rows: tuple[RowChange, ...] = ()
        if isinstance(message, PartialResult):
            rows = self.lines.partial(message)
        elif isinstance(message, FinalResult):
            rows = self.lines.final(message)
        elif isinstance(message, CueEvent):
            changed, rows = self._cue(message)
            areas |= changed
        else:
            areas |= self._fact(message)
        if self.after.handle(message, self._raised):
            areas |= {Area.HEADER, Area.DESK, Area.WRAPUP}
        if self.guidance.handle(message):
            areas |= {Area.GUIDANCE, Area.FOOTER}
            if isinstance(message, NameLearned | NameGiven):
                rows = self.lines.learn_name(message.name)
        if rows:
            areas.add(Area.TRANSCRIPT)
        return Changes(areas=frozenset(areas), rows=rows)

    @property
    def call(self) -> str:
        """The id of the call in view, "" without one."""
        return "" if self.started is None else self.started.call

    @property
    def lacks_model(self) -> bool:
        """Whether the engine said that it is ready, and that it has no model to listen with."""
        return self.phase is Phase.IDLE and self.was_loading and not self.model

    @property
    def customer(self) -> str:
        """How lines of the customer are headed: the first name, or "" while unknown."""
        return self.name.split()[0] if self.name.split() else ""

    def notes(self) -> tuple[tuple[Party, str, Side], ...]:
        """What is wrong with the sound right now: (party, "silent" | "lag" | "loss", side)."""
        found: list[tuple[Party, str, Side]] = []
        for party, side in self.sides.items():
            if not side.is_heard:
                found.append((party, "silent", side))
            elif side.lag_ms >= _LAG_SHOWN_MS:
                found.append((party, "lag", side))
            elif side.lost_at is not None and self.now - side.lost_at < _LOSS_SHOWN_MS:
                found.append((party, "loss", side))
        return tuple(found)

    def silent_sides(self) -> frozenset[Party]:
        """Sides that are heard but deliver nothing but silence right now."""
        if self.phase is not Phase.CALL or self.is_paused:
            return frozenset()
        return frozenset(p for p, side in self.sides.items() if side.is_silent and side.is_heard)

    def _notice(self, notice: Notice) -> Changes:
        areas: set[Area] = set()
        if isinstance(notice, LevelChanged):
            levels = self.sides[notice.party].levels
            levels.append(notice.dbfs)
            del levels[:-LEVELS_KEPT]
            areas.add(Area.LEVELS)
        elif isinstance(notice, StatusReport):
            areas |= self._status(notice)
        elif isinstance(notice, Trouble):
            self.trouble = notice.sentence
            is_start = notice.is_fatal and not notice.call and self.phase in _BEFORE_A_CALL
            self.failed_start = notice.sentence if is_start else ""
            areas.add(Area.TROUBLE)
        elif isinstance(notice, FollowUpsDue):
            self.follow_ups = notice.items
            areas.add(Area.FOLLOW_UPS)
        elif isinstance(notice, RuleShadowed):
            self.shadowed = notice
            areas.add(Area.TROUBLE)
        elif self.phone.handle_notice(notice, self.call):
            areas.add(Area.PHONE)
        elif self.lead.handle_notice(notice, self.call):
            areas.add(Area.LEAD)
        elif isinstance(notice, CallSaved) and notice.call == self.call:
            self.saved = notice.journal or notice.call
            areas.add(Area.WRAPUP)
        return Changes(areas=frozenset(areas))

    def _status(self, report: StatusReport) -> set[Area]:
        lacked_model = self.lacks_model
        self.model, self.is_private = report.model, report.is_private
        self.has_team = report.has_team
        self.was_loading = self.was_loading or report.state == "loading"
        phases = {"loading": Phase.LOADING, "listening": Phase.CALL, "ending": Phase.ENDING}
        phase = phases.get(report.state, self.phase)
        if report.state == "ready":
            ended = self.phase in (Phase.ENDED, Phase.CALL, Phase.ENDING)
            phase = Phase.ENDED if ended and self.wrap_up is not None else Phase.IDLE
        elif phase is Phase.CALL and self.wrap_up is not None:
            phase = Phase.ENDED
        if phase is self.phase:
            return {Area.FOOTER, *({Area.PHASE} if self.lacks_model != lacked_model else ())}
        self.phase = phase
        return {Area.PHASE, Area.HEADER, Area.FOOTER}

    def _start(self, started: CallStarted) -> Changes:
        if self.trouble == self.failed_start:
            self.trouble = ""  # why no call began is no news once one did
        self._forget()
        self.phase = Phase.CALL
        self.started = started
        self.name = started.customer_name
        self.name_origin = "softphone" if started.customer_name else ""
        self.lines.learn_name(started.customer_name)
        self.lines.learn_name(started.agent)
        for party, side in self.sides.items():
            side.is_heard = party in started.heard
        return Changes(areas=frozenset(Area))

    def handle_snapshot(self, events: Iterable[Event]) -> None:
        """Take over the whole call so far, as after a reconnect; a call just ended stays."""
        known = tuple(events)
        if not known and self.wrap_up is not None:
            return
        self._forget()
        for event in known:
            self.handle(event)

    def _forget(self) -> None:
        """Back to an empty call; the engine's own state (model, trouble) stays."""
        fresh = CallState(
            phase=self.phase,
            model=self.model,
            was_loading=self.was_loading,
            trouble=self.trouble,
            shadowed=self.shadowed,
            is_private=self.is_private,
            has_team=self.has_team,
            follow_ups=self.follow_ups,
        )
        for name in self.__dataclass_fields__:
            setattr(self, name, getattr(fresh, name))

    def _cue(self, event: CueEvent) -> tuple[set[Area], tuple[RowChange, ...]]:
        if isinstance(event, CueRaised):
            self._raised[event.cue] = event
            return self._reword(event), ()
        if isinstance(event, CueShown):
            return self._show(event)
        if not isinstance(event, CUE_ENDINGS):
            return set(), ()
        areas: set[Area] = set()
        if self.card is not None and self.card.number == event.cue:
            self.card = None
            self.ended_by = event
            areas.add(Area.CARD)
        if self.next is not None and self.next.number == event.cue:
            self.next = None
            areas.add(Area.NEXT)
        rows = self.lines.unmark(event.cue) if isinstance(event, CueWithdrawn) else ()
        return areas, rows

    def _reword(self, raised: CueRaised) -> set[Area]:
        """A cue raised again (its final came) keeps its place with the newer words."""
        areas: set[Area] = set()
        if self.card is not None and self.card.number == raised.cue:
            self.card = self._in_view(raised, self.card.shown_at)
            areas.add(Area.CARD)
        if self.next is not None and self.next.number == raised.cue:
            self.next = self._in_view(raised, self.next.shown_at)
            areas.add(Area.NEXT)
        return areas

    def _show(self, event: CueShown) -> tuple[set[Area], tuple[RowChange, ...]]:
        raised = self._raised.get(event.cue)
        if raised is None:
            return set(), ()
        cue = self._in_view(raised, event.at)
        areas: set[Area] = set()
        rows = self.lines.unmark(event.cue)
        rows += self.lines.mark(event.cue, raised.urgency, raised.evidence)
        if event.place == "next":
            self.next = cue
            if self.card is not None and self.card.number == event.cue:
                self.card = None
                areas.add(Area.CARD)
            return {Area.NEXT, *areas}, rows
        if self.next is not None and self.next.number == event.cue:
            self.next = None
            areas.add(Area.NEXT)
        self.card = cue
        return {Area.CARD, *areas}, rows

    def _in_view(self, raised: CueRaised, shown_at: int) -> Cue:
        return Cue(raised=raised, shown_at=shown_at, delay_ms=self._delays.get(raised.cue))

    def _fact(self, event: Event) -> set[Area]:
        match event:
            case FeelingChanged():
                self.feeling = event
                self.curve.append(CurvePoint(at=event.at, level=event.level))
                return {Area.FEELING}
            case PivotMarked():
                self.pivots.append(Pivot(at=event.at, is_up=event.is_up))
                return {Area.FEELING}
            case ChecklistChanged() if event.item in self.checklist or event.title:
                self.checklist[event.item] = Tick(
                    is_done=event.is_done, count=event.count, title=event.title
                )
                return {Area.CHECKLIST}
            case PromiseMade():
                self.promises[event.promise] = event
                return {Area.PROMISES, Area.WRAPUP}
            case NameLearned() | NameGiven():
                self.name, self.name_origin = event.name, event.origin
                return {Area.HEADER, Area.TRANSCRIPT}
            case PauseSet():
                self.is_paused = event.is_paused
                self.is_on_hold = event.is_paused and event.reason == "hold"
                self.is_card_talk = event.is_paused and event.reason == "card"
                return {Area.PHASE, Area.HEADER, Area.FOOTER}
            case CuePainted():
                return self._painted(event)
            case PromiseDropped():
                self.promises.pop(event.promise, None)
                return {Area.PROMISES, Area.WRAPUP}
            case _:
                return self._sound(event)

    def _sound(self, event: Event) -> set[Area]:
        match event:
            case SideHeard():
                side = self.sides[event.party]
                side.is_heard, side.reason = event.is_heard, event.reason
                side.is_muted = event.is_muted
                return {Area.FOOTER}
            case SideSilent():
                self.sides[event.party].is_silent = event.is_silent
                return {Area.FOOTER}
            case LagChanged():
                self.sides[event.party].lag_ms = event.lag_ms
                return {Area.FOOTER}
            case AudioLost():
                side = self.sides[event.party]
                side.lost_ms += event.duration_ms
                side.lost_at, side.lost_reason = event.at, event.reason
                return {Area.FOOTER}
            case CallEnded():
                self.phase = Phase.ENDING if self.wrap_up is None else Phase.ENDED
                return {Area.PHASE, Area.HEADER, Area.FOOTER}
            case WrapUp():
                self.wrap_up = event
                self.phase = Phase.ENDED
                self.card = self.next = None
                return {Area.PHASE, Area.HEADER, Area.CARD, Area.NEXT, Area.WRAPUP, Area.FOOTER}
            case _:
                return set()

    def _painted(self, event: CuePainted) -> set[Area]:
        self._delays[event.cue] = event.delay_ms
        if self.card is not None and self.card.number == event.cue:
            self.card = self._in_view(self.card.raised, self.card.shown_at)
            return {Area.CARD}
        return set()
