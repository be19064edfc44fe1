"""What becomes of a call that has ended: stored, forgotten, or tried again while the disk is full.

All of it belongs to the service's thread.
"""

from collections.abc import Callable

from assist.core.errors import AssistError
from assist.core.notices import CallForgotten, CallSaved, Trouble
from assist.engine.callfiles import not_saved
from assist.engine.errors import CallNotSaved
from assist.engine.folders import CallFolder
from assist.engine.opencall import EndedCall, OpenCall
from assist.engine.parts import Parts, Publish, privacy_of

MOST_PAUSE_S = 60.0
"""Between two attempts at a store that takes nothing: a damaged one is not asked all the time."""

WAITS = (
    "The end of the call is not on disk yet; free some disk space: it is tried again every few "
    "seconds for as long as the engine runs."
)
_END_LOST = (
    "The engine ends before the disk took the end of the call: it is lost. The rest is kept in "
    "{folder} and is put in order when the engine next starts."
)


class Keeping:
    """Keeps ended calls, as far as the disk takes them. `on_saved` is called after each."""

    def __init__(
        self, parts: Parts, publish: Publish, *, on_saved: Callable[[], None], retry_s: float
    ) -> None:
        self._parts = parts
        self._retry_s = self._pause_s = retry_s
        self._send = publish
        self._on_saved = on_saved
        self._unwritten: list[OpenCall] = []
        """Ended, but the disk has not taken all of their journals."""
        self._unsaved: dict[str, EndedCall] = {}
        """On the disk, but the store could not take them: by their folders' names."""
        self._has_marks = False
        """Whether cues were marked since the rules were last judged."""

    @property
    def is_waiting(self) -> bool:
        """Whether the disk has yet to take something."""
        return bool(self._unwritten)

    @property
    def again_s(self) -> float | None:
        """In how many seconds `save_again` is due; None where every call is in the store."""
        return self._pause_s if self._unsaved else None

    def waits_for(self, call: EndedCall) -> bool:
        return call in self._unwritten

    def note_mark(self) -> None:
        """A cue was marked: rules are judged once the mark is stored."""
        self._has_marks = True

    def end(self, call: OpenCall) -> None:
        """Store a call that is over, or tell that it is forgotten or has to wait."""
        if call.is_private:
            self._has_marks = False
            is_chosen, _ = privacy_of(self._parts)
            self._send(CallForgotten(call=call.started.call, is_chosen=is_chosen))
        elif call.journal.is_complete:
            self._save_ended(call)
        else:
            # Not fatal: who waits for the call to be saved need only make room.
            self._unwritten.append(call)
            self._send(Trouble(sentence=WAITS))

    def write_again(self) -> bool:
        """Try to write what a full disk did not take; store the calls that are whole by now.

        Whether any of them is.
        """
        written = [call for call in self._unwritten if call.journal.retry()]
        for call in written:
            self._unwritten.remove(call)
            self._save_ended(call)
        return bool(written)

    def give_up(self) -> None:
        """The engine ends: try once more, and tell what is lost."""
        self.write_again()
        for call in self._unwritten:
            self._send(Trouble(sentence=_END_LOST.format(folder=call.folder.path)))

    def save(self, call: EndedCall) -> None:
        """Put a call whose journal is on disk into the store.

        Raises CallNotSaved; `save_again` is for those.
        """
        folder = call.folder
        name = folder.path.name
        try:
            store = self._parts.open_store()
            try:
                store.save_call(folder.journal)
            finally:
                store.close()
        except AssistError as error:
            self._unsaved[name] = call
            raise not_saved(folder, str(error)) from error
        self._unsaved.pop(name, None)
        if call.keep_audio:
            self._keep_sound(folder)
        folder.done()
        self._send(CallSaved(call=name, journal=str(folder.journal)))
        self._on_saved()
        if self._has_marks:
            self._has_marks = False
            self._judge_rules()
        self.expire()

    def save_again(self) -> None:
        """Try the call that has waited longest; that it could not be stored was said already.

        May wait for another program that is writing: not for while a call is heard.
        """
        if not self._unsaved:
            return
        call = self._unsaved.pop(next(iter(self._unsaved)))
        if not call.folder.journal.exists():  # deleted meanwhile
            return
        try:
            self.save(call)
        except CallNotSaved:
            self._pause_s = min(2 * self._pause_s, MOST_PAUSE_S)
        else:
            self._pause_s = self._retry_s

    def expire(self) -> None:
        """Delete what is older than the settings keep."""
        try:
            self._parts.expire()
        except AssistError as error:
            self._send(Trouble(sentence=str(error)))

    def _save_ended(self, call: EndedCall) -> None:
        try:
            self.save(call)
        except AssistError as error:
            # Fatal for who waits for the call to be saved: nothing more will come of it now.
            self._send(Trouble(sentence=str(error), is_fatal=True, call=call.folder.path.name))

    def _keep_sound(self, folder: CallFolder) -> None:
        try:
            self._parts.keep_sound(folder.journal, folder.spool)
        except AssistError as error:
            self._send(Trouble(sentence=str(error)))

    def _judge_rules(self) -> None:
        """Tell which rules go to shadow by the marks stored until now."""
        try:
            for notice in self._parts.judge_rules():
                self._send(notice)
        except AssistError as error:
            self._send(Trouble(sentence=str(error)))
