"""`CueEngine`: every event of the call in, the life of its cues and the checklist out."""

from dataclasses import replace

from assist.core.events import (
    CallEnded,
    CallStarted,
    ComparisonCall,
    CueRaised,
    DetectionWithdrawn,
    DismissAsked,
    Event,
    FinalResult,
    Input,
    Output,
    PartialResult,
    PauseSet,
    SideHeard,
    Tick,
    VoiceActivity,
)
from assist.core.languages import LANGUAGES
from assist.core.words import Party
from assist.cues.checklist import Checklist
from assist.cues.conditions import Condition, Situation, depends_on_time, met
from assist.cues.desk import Desk, LiveCue
from assist.cues.facts import Fact, FactLog
from assist.cues.holdout import held_out
from assist.cues.knowledge import KnowledgeDesk
from assist.cues.observer import Observer
from assist.cues.phrasewatch import PhraseWatch
from assist.cues.playbook import Playbook
from assist.cues.required import RequiredWatch
from assist.cues.rules import MAX_HEADLINE, Rule, Wording, fill
from assist.cues.sequence import SequenceWatch

_TIMED_EVERY_MS = 500
"""How often rules are looked at that time alone can make true."""

_MAX_EVIDENCE = 3


class CueEngine:
    """Raises the playbook's cues and follows each to its one ending.

    A rule fires when its condition becomes true, or is true again for something newly said; never
    twice for the same words. A cue that rests on partial results is provisional: if the final takes
    the words back, it is withdrawn and does not count against the rule's limits. While the call is
    paused nothing is raised. Only the times in the events count; there is no clock and no chance.
    """

    def __init__(self, playbook: Playbook) -> None:
        self._playbook = playbook
        self._log = FactLog()
        self._observer = Observer(self._log)
        language = LANGUAGES[playbook.language]
        more = [sequence.when for sequence in playbook.sequences]
        more += [each.trigger for each in playbook.required if each.trigger is not None]
        self._watch = PhraseWatch(playbook.rules, language, more)
        self._desk = Desk(playbook.attention)
        self._checklist = Checklist()
        self._required = RequiredWatch(playbook.required)
        self._sequences = [SequenceWatch(sequence) for sequence in playbook.sequences]
        self._knowledge = KnowledgeDesk(playbook.cards, language)
        self._kept_back: frozenset[str] = frozenset()
        self._done_at: dict[str, int] = {}
        self._quiet = [rule for rule in playbook.rules if rule.done_quiet and rule.stand_down]
        self._timed = [rule for rule in playbook.rules if depends_on_time(rule.when)]
        self._held: dict[str, bool] = {}
        self._used: dict[str, set[str]] = {rule.id: set() for rule in playbook.rules}
        self._agent_active = False
        self._agent_open = False
        self._is_settling = False
        self._count = 0
        self._now = 0
        self._timed_at = 0
        self._is_paused = False
        self._is_over = False

    def handle(self, event: Event) -> tuple[Output, ...]:
        """What this event changes: cues raised, shown, held, ended; checklist items ticked."""
        if self._is_over:
            return ()
        self._now = max(self._now, event.at)
        made: list[Output] = []
        self._follow_speech(event)
        if isinstance(event, Input):
            # The detections of the agent's final come next; until they are all in, nothing new is
            # shown, for the agent may just have done it.
            self._is_settling = isinstance(event, FinalResult) and event.party is Party.AGENT
        match event:
            case CallStarted():
                self._observer.handle(event, self._now)
                self._begin(event, made)
            case SideHeard():
                self._observer.handle(event, self._now)
            case PauseSet():
                self._is_paused = event.is_deaf
            case Tick():
                self._tick(made)
            case PartialResult() | FinalResult():
                self._spoken(event, made)
            case DetectionWithdrawn():
                self._withdraw((f"detection:{event.number}",), made)
            case DismissAsked():
                made.extend(self._desk.dismiss(event.cue, self._now))
            case CallEnded():
                self._withdraw(self._watch.drop(), made)
                made.extend(self._desk.close(self._now))
                self._is_over = True
                return tuple(made)
            case _:
                self._learn(self._observer.handle(event, self._now), made)
                made.extend(self._checklist.handle(event))
        agent_speaks = self._agent_active or self._agent_open or self._is_settling
        made.extend(self._desk.arrange(self._now, agent_speaks=agent_speaks))
        made.extend(self._knowledge.show(self._now, is_urgent=self._desk.has_urgent))
        return tuple(made)

    def _begin(self, event: CallStarted, made: list[Output]) -> None:
        """What holds for the whole call: rules kept back in it, sentences owed from its start."""
        playbook = self._playbook
        live = [rule for rule in playbook.rules if rule.mode == "live"]
        self._kept_back, is_whole = held_out(live, playbook.holdout, event.call)
        if self._kept_back:
            rules = tuple(rule.id for rule in live if rule.id in self._kept_back)
            made.append(ComparisonCall(at=event.at, rules=rules, is_whole=is_whole))
        made.extend(self._required.begin(event.at))

    def _follow_speech(self, event: Event) -> None:
        """Whether the agent speaks: with a voice, or with an utterance whose final is to come.

        The final decides whether the agent has just done what a waiting card is about to ask.
        """
        match event:
            case VoiceActivity(party=Party.AGENT):
                self._agent_active = event.is_active
            case PartialResult(party=Party.AGENT):
                self._agent_open = bool(event.text)
            case FinalResult(party=Party.AGENT) | PauseSet():
                self._agent_open = False

    def _spoken(self, event: PartialResult | FinalResult, made: list[Output]) -> None:
        self._observer.count_words(event)
        appeared, vanished = self._watch.handle(event, self._observer.words)
        self._withdraw(vanished, made)
        if isinstance(event, FinalResult) and not self._is_paused:
            self._knowledge.hear(event)
        if isinstance(event, FinalResult) or appeared:
            self._learn(appeared, made)

    def _tick(self, made: list[Output]) -> None:
        made.extend(self._desk.expire(self._now))
        appeared = self._watch.tick(self._now)
        is_due = self._now - self._timed_at >= _TIMED_EVERY_MS
        if is_due:
            self._timed_at = self._now
            appeared += self._follow_sequences(made)
            appeared += self._observer.pass_time(self._now)
        if appeared or is_due:
            self._learn(appeared, made, only_timed=not appeared)

    def _follow_sequences(self, made: list[Output]) -> tuple[Fact, ...]:
        """Steps that have been waited for long enough, as facts; sequences that are over."""
        due: tuple[Fact, ...] = ()
        for sequence in self._sequences if not self._is_paused else ():
            facts, outputs = sequence.pass_time(self._now, self._observer.words.__getitem__)
            due += facts
            made.extend(outputs)
        return due

    # --- facts ---

    def _learn(
        self, facts: tuple[Fact, ...], made: list[Output], *, only_timed: bool = False
    ) -> None:
        """Keep facts, see which rules they fire and which cues they answer."""
        new: list[Fact] = []
        for fact in facts:
            before = self._log.get(fact.key)
            # The log is in the order of learning; a fact confirmed or grown keeps its time.
            kept = replace(fact, at=self._now if before is None else before.at)
            self._log.add(kept)
            if before is None or not before.is_final or fact.value > before.value:
                new.append(kept)
        if not facts and not only_timed and not self._timed:
            return
        fresh = tuple(new)
        self._answer(fresh, made)
        self._note_done(tuple(fact for fact in fresh if fact.is_final), made)
        if not self._is_paused:
            rules = self._timed if only_timed or not facts else self._playbook.rules
            self._fire(rules, fresh, made)

    def _withdraw(self, keys: tuple[str, ...], made: list[Output]) -> None:
        for key in keys:
            self._log.remove(key)
            for cue in self._desk.followed:
                cue.doing.discard(key)
                if key in cue.facts:
                    made.append(self._desk.withdraw(cue, self._now))
            for used in self._used.values():
                used.discard(key)

    def _situation(self, fresh: tuple[Fact, ...]) -> Situation:
        return self._observer.situation(self._now, fresh)

    # --- rules ---

    def _fire(
        self, rules: "tuple[Rule, ...] | list[Rule]", fresh: tuple[Fact, ...], made: list[Output]
    ) -> None:
        situation = self._situation(fresh)
        for rule in rules:
            facts = met(rule.when, situation)
            was_met = self._held.get(rule.id, False)
            self._held[rule.id] = facts is not None
            if facts is None:
                continue
            keys = {fact.key for fact in facts}
            is_new = bool(keys - self._used[rule.id]) if keys else not was_met
            if not is_new:
                continue
            self._used[rule.id] |= keys
            if not self._says_more(rule, facts, fresh):
                continue
            self._raise(rule, facts, fresh, made)

    def _says_more(self, rule: Rule, facts: tuple[Fact, ...], fresh: tuple[Fact, ...]) -> bool:
        """Whether these facts add to the live cue of the rule, if there is one.

        What has been true for a while does not, nor does the same utterance once more.
        """
        live = [cue for cue in self._desk.followed if cue.rule.id == rule.id]
        if not live:
            return True
        new = {_utterance(fact) for fact in facts if fact in fresh}
        old = {
            _utterance(fact) for cue in live for key in cue.facts if (fact := self._log.get(key))
        }
        return bool(new - old)

    def _raise(
        self, rule: Rule, facts: tuple[Fact, ...], fresh: tuple[Fact, ...], made: list[Output]
    ) -> None:
        wording = self._wording(rule)
        triggers = [fact for fact in facts if fact in fresh]
        cue = CueRaised(
            at=self._now,
            cue=self._count,
            rule=rule.id,
            title=rule.title,
            headline=wording.headline,
            directions=wording.directions,
            urgency=rule.urgency,
            priority=rule.priority,
            evidence=tuple(fact.evidence for fact in facts[:_MAX_EVIDENCE]),
            trigger_end=max((fact.evidence.end for fact in triggers), default=self._now),
            expires_at=self._now + rule.expires,
            is_provisional=any(not fact.is_final for fact in facts),
            lessons=tuple(self._lesson(lesson) for lesson in rule.lessons),
            version=rule.version,
        )
        self._count += 1
        made.append(cue)
        keys = frozenset(fact.key for fact in facts)
        done_at = self._done_at.get(rule.advice)
        made.extend(
            self._desk.take(
                LiveCue(rule, cue, keys),
                hidden_as=self._hidden_as(rule),
                is_done=done_at is not None and self._now - done_at < rule.done_quiet,
            )
        )

    def _hidden_as(self, rule: Rule) -> str:
        """Why the rule's cues are computed and not shown in this call; "" if they are shown."""
        if rule.mode == "shadow":
            return "shadow"
        return "holdout" if rule.id in self._kept_back else ""

    def _lesson(self, lesson: str) -> str:
        text = self._playbook.lessons.get(lesson, "")
        return f"{lesson}: {text}" if text else lesson

    def _wording(self, rule: Rule) -> Wording:
        """The next wording not seen in this call, its placeholders filled."""
        wording = rule.wordings[self._desk.shown_count(rule) % len(rule.wordings)]
        language = LANGUAGES[self._playbook.language]
        first_name = self._observer.first_name or language.somebody
        feeling = self._observer.feeling
        feeling = language.feelings.get(feeling, feeling)
        headline = fill(wording.headline, name=first_name, feeling=feeling)
        if len(headline) > MAX_HEADLINE:
            headline = headline[: MAX_HEADLINE - 1].rstrip() + "…"
        directions = tuple(
            fill(direction, name=first_name, feeling=feeling) for direction in wording.directions
        )
        return Wording(headline=headline, directions=directions)

    def _note_done(self, finals: tuple[Fact, ...], made: list[Output]) -> None:
        """What the agent has done, asked or not: quiet for its rules, ticks, steps of sequences."""
        if not finals:
            return
        situation = self._situation(finals)
        for rule in self._quiet:
            if rule.stand_down and met(rule.stand_down, situation) is not None:
                self._done_at[rule.advice] = self._now
        made.extend(self._required.learn(situation))
        if not self._is_paused:
            for sequence in self._sequences:
                made.extend(sequence.learn(situation))

    def _answer(self, fresh: tuple[Fact, ...], made: list[Output]) -> None:
        """End the cues whose advice these facts show to have been followed.

        What answers a cue in an open utterance only stops its clock; the final decides.
        """
        finals = tuple(fact for fact in fresh if fact.is_final)
        for cue in self._desk.followed:
            condition = cue.rule.stand_down
            if condition is None:
                continue
            answer = self._answers(cue, condition, finals)
            if answer is not None:
                since = min((fact.at for fact in answer), default=self._now)
                made.append(self._desk.done(cue, self._now, since=since))
            elif len(finals) < len(fresh):
                doing = self._answers(cue, condition, fresh) or ()
                cue.doing.update(fact.key for fact in doing if not fact.is_final)

    def _answers(
        self, cue: LiveCue, condition: Condition, fresh: tuple[Fact, ...]
    ) -> tuple[Fact, ...] | None:
        """The facts that show the advice was followed, None if it was not."""
        later = tuple(fact for fact in fresh if not self._is_before_trigger(fact, cue))
        if not later and not depends_on_time(condition):
            return None
        return met(condition, self._situation(later))

    def _is_before_trigger(self, fact: Fact, cue: LiveCue) -> bool:
        """Whether words belong to the trigger's own utterance and were said no later than it."""
        said = fact.evidence
        for key in cue.facts - {fact.key}:
            trigger = self._log.get(key)
            if trigger is None or trigger.evidence.utterance is None:
                continue
            words = trigger.evidence
            is_same = (words.party, words.utterance) == (said.party, said.utterance)
            if is_same and said.start < words.end:
                return True
        return False


def _utterance(fact: Fact) -> tuple[Party | None, int | str]:
    """Names the utterance a fact rests on; what is measured stands for itself."""
    number = fact.evidence.utterance
    return fact.evidence.party, fact.key if number is None else number
