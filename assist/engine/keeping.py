"""What becomes of a call that has ended: stored, forgotten, or tried again while the disk is full.

All of it belongs to the service's thread.
"""

from collections.abc import Callable

from assist.core.errors import AssistError
from assist.core.notices import CallForgotten, CallSaved, Trouble
from assist.engine.calls import not_saved
from assist.engine.folders import CallFolder
from assist.engine.opencall import EndedCall, OpenCall
from assist.engine.parts import Parts, Publish

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

    def __init__(self, parts: Parts, publish: Publish, *, on_saved: Callable[[], None]) -> None:
        self._parts = parts
        self._send = publish
        self._on_saved = on_saved
        self._unwritten: list[OpenCall] = []
        """Ended, but the disk has not taken all of their journals."""
        self._has_marks = False
        """Whether cues were marked since the rules were last judged."""

    @property
    def is_waiting(self) -> bool:
        """Whether the disk has yet to take something."""
        return bool(self._unwritten)

    def waits_for(self, call: EndedCall) -> bool:
        return call in self._unwritten

    def note_mark(self) -> None:
        """A cue was marked: rules are judged once the mark is stored."""
        self._has_marks = True

    def end(self, call: OpenCall) -> None:
        """Store a call that is over, or tell that it is forgotten or has to wait."""
        if call.is_private:
            self._has_marks = False
            self._send(CallForgotten(call=call.started.call))
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
        """Put a call whose journal is on disk into the store. Raises CallNotSaved."""
        folder = call.folder
        try:
            store = self._parts.open_store()
            try:
                store.save_call(folder.journal)
            finally:
                store.close()
        except AssistError as error:
            raise not_saved(folder, str(error).rstrip(".")) from error
        if call.keep_audio:
            self._keep_sound(folder)
        folder.done()
        self._send(CallSaved(call=folder.path.name, journal=str(folder.journal)))
        self._on_saved()
        if self._has_marks:
            self._has_marks = False
            self._judge_rules()
        self.expire()

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
