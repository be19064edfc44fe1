"""Brings the shown call's sound: from this computer at once, from the team when it is wanted."""

from PySide6.QtCore import QObject

from assist.core.review import ReviewCall, SoundFetched
from assist.ui.review.callview import CallView
from assist.ui.review.worker import DeskWorker

PLAYER, WAVEFORM, FETCHING = "player", "waveform", "sound"
KINDS = frozenset({PLAYER, WAVEFORM, FETCHING})


class CallSound(QObject):
    """Between the desk's thread and the view. Each piece is a question of its own, so that others
    are answered in between, and so that going to another call ends the fetching.
    """

    def __init__(self, worker: DeskWorker, view: CallView, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._worker = worker
        self._view = view
        self._call = ""
        view.playback.sound_wanted.connect(self._fetch)

    def show_call(self, call: ReviewCall) -> None:
        """Another call is shown: want nothing more of the one before."""
        self._call = call_id = call.row.id
        for kind in KINDS:
            self._worker.forget(kind)
        if not call.has_audio:
            return
        if call.sound_bytes:
            self._view.offer_sound(call.sound_bytes)
        else:
            self._open_player()
        self._worker.ask(WAVEFORM, lambda desk: desk.waveform(call_id), self._view.take_waveform)

    def fail(self, kind: str, sentence: str) -> bool:
        """Take the sentence of a question of ours that failed."""
        if kind == WAVEFORM:
            self._view.show_no_sound(sentence)
        elif kind in KINDS:
            self._view.go_without_sound(sentence)
        return kind in KINDS

    def _open_player(self) -> None:
        call_id = self._call
        self._worker.ask(PLAYER, lambda desk: desk.player(call_id), self._view.take_player)

    def _fetch(self) -> None:
        call_id = self._call
        self._worker.ask(FETCHING, lambda desk: desk.fetch_sound(call_id), self._fetched)

    def _fetched(self, fetched: SoundFetched) -> None:
        self._view.show_fetched(fetched.done, fetched.total)
        if fetched.done < fetched.total:
            self._fetch()
        else:
            self._open_player()
