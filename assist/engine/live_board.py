"""Shows leads a call that needs them, while it does, and brings the agent what they answer.

In a thread of its own, which sleeps but for such a call. Agents hold no connection to the team's
database for it: one is opened when a call begins to need somebody, asked once a second, and closed
when it no longer does. Where the database does not answer, the call goes on and that is said.
"""

import logging
import threading
from collections.abc import Callable

from assist.core.errors import AssistError
from assist.core.events import Event, LeadsWatching, LeadWrote
from assist.core.interfaces import LivePost
from assist.core.live import LiveAnswer, LiveReport
from assist.core.notices import LeadsTold, Notice, Told
from assist.engine.live_state import LiveFold
from assist.privacy.typed import scrub_typed
from assist.session.inbox import MakeInput

EVERY_S = 1.0
"""How often it is asked whether a lead wrote or watches: half of what a lead may wait."""
RETRY_S = (2.0, 5.0, 10.0, 30.0)
"""After a database that did not answer; the last again and again."""

_JOIN_S = 5.0
"""For the last word to the database; without it the call leaves the board within seconds."""

_log = logging.getLogger(__name__)

OpenPost = Callable[[], LivePost | None]
"""A way to the board; None where the settings name none."""


class LiveBoard:
    """`note` takes the call's events and never blocks; the rest is the thread's work.

    `act` hands the call with this id an input; `tell` says something to every client. Both are
    called from the thread.
    """

    def __init__(
        self,
        open_post: OpenPost,
        *,
        act: Callable[[str, MakeInput], None],
        tell: Callable[[Notice], None],
        every_s: float = EVERY_S,
        retry_s: tuple[float, ...] = RETRY_S,
    ) -> None:
        self._open_post = open_post
        self._act = act
        self._tell = tell
        self._every_s = every_s
        self._retry_s = retry_s
        self._fold = LiveFold()
        self._changed = threading.Condition()
        self._is_stopping = False
        self._off_for = ""
        """The call that is not shown: its team has no live board."""
        self._thread = threading.Thread(target=self._run, name="live-board", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def stop(self) -> None:
        """Take the call off the board and return when that is done, within reason."""
        with self._changed:
            self._is_stopping = True
            self._changed.notify_all()
        if self._thread.ident is not None:
            self._thread.join(_JOIN_S)

    def note(self, event: Event) -> None:
        """Follow the call; from its session's thread."""
        with self._changed:
            before = (self._fold.call, self._fold.needs)
            self._fold.handle(event)
            if (self._fold.call, self._fold.needs) != before:
                self._changed.notify_all()

    # --- the thread -------------------------------------------------------------------------------

    def _run(self) -> None:
        while (call := self._wait_for_need()) is not None:
            try:
                self._show(call)
            except Exception:  # a fault of ours, which must not cost the next call its lead
                _log.exception("Showing leads the call failed")
                self._leave_out(call)

    def _wait_for_need(self) -> str | None:
        """The call that needs somebody, as soon as one does; None to stop."""
        with self._changed:
            self._changed.wait_for(lambda: self._is_stopping or self._wanted() != "")
            return None if self._is_stopping else self._wanted()

    def _wanted(self) -> str:
        call = self._fold.call if self._fold.needs else ""
        return "" if call == self._off_for else call

    def _show(self, call: str) -> None:
        """Keep a call on the board until it needs nobody any more, whatever fails meanwhile."""
        failures = 0
        while self._is_wanted(call):
            try:
                post = self._open_post()
                if post is None:
                    self._leave_out(call)
                    return
                try:
                    self._keep(call, post)
                finally:
                    post.close()
            except AssistError as error:
                _log.info("Leads do not see the call now: %s", error)
                if self._is_wanted(call):
                    self._tell(LeadsTold(call=call, told=Told.UNREACHABLE))
                    self._say_watchers(call, ())
                pause = self._retry_s[min(failures, len(self._retry_s) - 1)]
                failures += 1
                self._wait(call, pause)

    def _keep(self, call: str, post: LivePost) -> None:
        has_words = False
        is_told = False
        while (report := self._report(call, has_words=has_words)) is not None:
            answer = post.put(report)
            if not answer.is_on:
                self._leave_out(call)
                return
            if not is_told:
                is_told = True
                self._tell(LeadsTold(call=call, told=Told.SHOWN))
            self._take(call, answer)
            wants_words = answer.takes_words and bool(answer.watchers)
            if wants_words == has_words:  # else at once: a lead has just begun to watch
                self._wait(call, self._every_s, report)
            has_words = wants_words
        post.drop(call)
        self._say_watchers(call, ())
        self._tell(LeadsTold(call=call, told=Told.OVER))

    def _take(self, call: str, answer: LiveAnswer) -> None:
        with self._changed:
            if self._fold.call != call:
                return
            news = [line for line in answer.lines if line.number > self._fold.seen]
            self._fold.seen = max((self._fold.seen, *(line.number for line in news)))
        for line in news:
            self._act(call, _wrote(line.number, line.by, line.text))
        self._say_watchers(call, answer.watchers)

    def _say_watchers(self, call: str, names: tuple[str, ...]) -> None:
        with self._changed:
            if self._fold.call != call or self._fold.watchers == names:
                return
            self._fold.watchers = names
        self._act(call, lambda at: LeadsWatching(at=at, names=names))

    def _leave_out(self, call: str) -> None:
        with self._changed:
            self._off_for = call
        self._say_watchers(call, ())
        self._tell(LeadsTold(call=call, told=Told.OFF))

    def _is_wanted(self, call: str) -> bool:
        with self._changed:
            return not self._is_stopping and self._wanted() == call

    def _report(self, call: str, *, has_words: bool) -> LiveReport | None:
        with self._changed:
            if self._is_stopping or self._wanted() != call:
                return None
            return self._fold.report(has_words=has_words)

    def _wait(self, call: str, seconds: float, shown: LiveReport | None = None) -> None:
        """Wait so long; not after the call's end, nor while it needs more than was shown."""

        def is_over() -> bool:
            if self._is_stopping or self._wanted() != call:
                return True
            return shown is not None and self._fold.needs != shown.needs

        with self._changed:
            self._changed.wait_for(is_over, seconds)


def _wrote(number: int, by: str, text: str) -> MakeInput:
    return lambda at: LeadWrote(at=at, line=number, by=by, text=scrub_typed(text))
