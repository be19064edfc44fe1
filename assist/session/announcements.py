"""Recorded voices on the customer's side: menus, queues, voicemail. Nobody to feel or to heed.

A recording is known by what only recordings say. What it says is not kept as words, nor what
follows until the agent speaks to somebody or some time is over; people who tell of one ("it said
press one") are heard. English and Spanish, as recognizers write them.
"""

import re
import unicodedata
from dataclasses import replace

from assist.core.events import FinalResult, Input, PartialResult, SideHeard, Tick
from assist.core.words import Party

LASTS_MS = 12_000
"""After a recording's last words, while the agent says nothing: queues pause between sentences."""

_TALKED_WORDS = 3
"""So many words of the agent's in one utterance are for a person; a menu is told one or two."""

_DIGIT = r"(?:one|two|too|to|three|four|for|five|six|seven|eight|nine|zero|star|pound|hash)"
_STAFF = r"(?:agents?|representatives?|operators?|advisors?|specialists?|associates?|lines)"

_ENGLISH = (
    rf"(?:press|pressed|dial) {_DIGIT}\b",
    r"hear these options",
    r"menu options (?:have|has|are)",
    r"(?:please )?listen carefully (?:as|to the following)",
    r"(?:followed by|press) the (?:pound|hash|star)",
    r"call (?:may be|maybe|will be|is being) (?:recorded|monitored)",
    r"(?:your|you re|you're) call is (?:very )?important to us",
    rf"all (?:of |love )?(?:our|the) {_STAFF} are (?:currently|still|busy|assisting|helping)",
    rf"next available {_STAFF}",
    r"you are (?:caller )?number \w+ in (?:the )?(?:queue|line|q)\b",
    r"(?:estimated|expected|approximate|average) (?:waiting|wait|hold) time is",
    r"have reached (?:the )?(?:voice ?mail|mailbox|voice mailbox)",
    r"leave (?:a|your|us a) message (?:after|at)",
    r"(?:after|at) the (?:tone|beep)\b",
    r"record your message|finished recording|mail ?box is full",
    r"person you are (?:calling|trying to reach) (?:is|isn't)",
    r"(?:number|subscriber) you (?:have |are )?(?:dialed|dialled|trying to reach)",
    r"thank you for calling (?!me\b|us\b|back\b|again\b|so\b)",
    r"our (?:office|business|opening) hours are",
    r"please hold while we",
)
_SPANISH = (
    r"(?:pulse|presione|marque) (?:el |la )?(?:numero )?(?:uno|dos|tres|cuatro|cinco|seis|cero)\b",
    r"su llamada es (?:muy )?importante",
    r"todos nuestros (?:agentes|operadores|asesores|ejecutivos)",
    r"permanezca en (?:la )?linea",
    r"(?:deje|grabe) su mensaje",
    r"(?:despues|luego) (?:del|de la|de escuchar) (?:el |la )?(?:tono|senal)",
    r"buzon de voz",
    r"(?:esta )?llamada (?:puede|podra|sera|esta siendo) (?:ser )?grabada",
    r"el numero (?:que )?(?:usted )?(?:ha )?marcado",
    r"gracias por llamar a\b",
)
_SAID = re.compile(rf"\b(?:{'|'.join((*_ENGLISH, *_SPANISH))})")

_TELLS = re.compile(
    r"\b(?:said|says|saying|told|tells|asked|asks|heard|(?<!to )hear|kept|keeps|tried|try|supposed"
    r"|have to|had to|dice|dijo|decia)\b"
)
"""Somebody tells of a recording: one of these before it in the same utterance."""


RECORDING = "A recorded voice is on the line; it is left out until somebody speaks."
MUSIC = "Music is on the line; nothing is made of it."


class AnnouncementFilter:
    """A stage of the call: results in, results out. Stands before everything that reads words.

    While a recording speaks, or music plays (`tunes.MusicWatch` tells by a `SideHeard` with the
    reason `MUSIC`), the customer counts as not heard: silence is no dead air then, and what needs
    the customer's words is off.
    """

    def __init__(self) -> None:
        self._until_ms = -1
        """A recording is taken to go on until then (call time)."""
        self._is_music = False
        self._side: SideHeard | None = None
        """What the source told last of the customer's side."""
        self._told = ""
        """Why the side was told not to be heard, by this stage."""
        self._silenced: int | None = None
        """The customer's utterance of which no partial is passed on any more."""

    def handle(self, event: Input) -> tuple[Input, ...]:
        """Results without a recording's words; other inputs pass."""
        passed = self._pass(event)
        return (*passed, *self._tell(event.at))

    def _pass(self, event: Input) -> tuple[Input, ...]:
        match event:
            case SideHeard(party=Party.CUSTOMER, reason=reason) if reason == MUSIC:
                self._is_music = not event.is_heard
                return ()
            case SideHeard(party=Party.CUSTOMER):
                self._side = event
                if event.is_heard and self._told:
                    return ()
            case Tick(at=at) if at >= self._until_ms:
                self._until_ms = -1
            case FinalResult(party=Party.AGENT, text=text):
                if len(text.split()) >= _TALKED_WORDS:
                    self._until_ms = -1
            case PartialResult(party=Party.CUSTOMER):
                if event.utterance == self._silenced:
                    return ()
                if self._is_recorded(event):
                    self._silenced = event.utterance
                    return ()
            case FinalResult(party=Party.CUSTOMER):
                is_recorded = self._is_recorded(event)
                self._silenced = None
                if is_recorded and event.text:
                    self._until_ms = event.end + LASTS_MS
                    return (replace(event, text="", words=()),)
        return (event,)

    def _tell(self, at: int) -> tuple[Input, ...]:
        """The customer's side as it is, where that has changed by a recording or by music."""
        reason = MUSIC if self._is_music else RECORDING if self._until_ms >= 0 else ""
        if reason == self._told:
            return ()
        self._told = reason
        if reason:
            return (SideHeard(at=at, party=Party.CUSTOMER, is_heard=False, reason=reason),)
        if self._side is None:
            return (SideHeard(at=at, party=Party.CUSTOMER, is_heard=True),)
        return (replace(self._side, at=at),)

    def _is_recorded(self, event: PartialResult | FinalResult) -> bool:
        return event.start < self._until_ms or is_announcement(event.text)


def is_announcement(text: str) -> bool:
    """Whether only a recording says this."""
    plain = "".join(
        sign
        for sign in unicodedata.normalize("NFD", text.lower())
        if not unicodedata.combining(sign)
    )
    found = _SAID.search(plain)
    return found is not None and _TELLS.search(plain[: found.start()]) is None
