"""What an agent says has been done, cut out of what was said. Pure."""

import re

from assist.core.events import FinalResult
from assist.core.words import Party

MOST = 4
"""Lines of a summary: a record is read by people who have a minute."""
_MOST_WORDS = 14

_ENGLISH = (
    "activated added adjusted applied approved arranged blocked booked cancelled canceled changed "
    "cleared closed confirmed corrected created credited deactivated deleted emailed escalated "
    "expedited extended filed fixed forwarded informed issued locked logged merged moved opened "
    "ordered placed posted processed raised reactivated rebooked refunded registered released "
    "removed renewed repaired replaced reported reserved reset resolved restarted restored "
    "returned reversed scheduled sent sorted stopped submitted transferred unlocked updated "
    "upgraded waived"
)
_SPANISH = (
    "activado actualizado anulado aplicado aprobado arreglado bloqueado cambiado cancelado "
    "confirmado corregido creado desbloqueado devuelto enviado escalado hecho pedido programado "
    "procesado puesto reactivado reembolsado registrado reiniciado renovado reparado reservado "
    "resuelto solicitado tramitado"
)
_WITH_PUT = (
    r"(?:put|made|set|taken|given)(?: \S+){0,5}? (?:through|up|off|back|in|note|request|order)"
)
_DONE_WORDS = rf"(?:{'|'.join(_ENGLISH.split())}|{_WITH_PUT})"
_EN = re.compile(
    rf"\b(?:i|we)(?:['’]ve| have| just|['’]d like to confirm (?:i|we)(?:['’]ve| have)|)"
    rf"(?: just| now| already| also| gone ahead and)*\s{_DONE_WORDS}\b"
    rf"|\b(?:it|that|this|your \w+(?: \w+)?)(?:['’]s| is| has)(?: now| all| just| already)*"
    rf"(?: been)?(?: now| fully)? (?:{'|'.join(_ENGLISH.split())})\b"
)
_ES = re.compile(
    rf"\b(?:ya )?(?:le |lo |la |se lo |se la )?(?:he|hemos)(?: \w+)? "
    rf"(?:{'|'.join(_SPANISH.split())})\b"
)
_UNDONE = re.compile(
    r"\b(?:not|never|no|once|when|if|until|before|after|why|sorry|because|cuando|si|hasta|antes)"
    r"\s*$|n['’]t\s*$"
)
"""Said right before: then it has not been done, or not by us."""
_CLAUSE_BEGINS = re.compile(r"(?:^|\b(?:and|so|okay|ok|yes|right|alright|great|now))\s*$")
_END = re.compile(
    r"\s(?:and (?:i|we|you|it|that|the|they)|so|but|because|is there|okay|ok|does that|"
    r"y (?:le|lo|ya|se)|pero|porque|entonces)\b"
)


class DoneFacts:
    """Gathers them over one call; `lines` has each once, in order."""

    def __init__(self) -> None:
        self._lines: dict[str, None] = {}

    def note(self, said: FinalResult) -> None:
        if said.party is Party.AGENT:
            self._lines.update(dict.fromkeys(done_in(said.text)))

    def lines(self) -> tuple[str, ...]:
        return tuple(self._lines)[:MOST]


def done_in(text: str) -> tuple[str, ...]:
    """The clauses that say that something has been done, in the agent's words."""
    found: list[str] = []
    reached = 0
    for match in sorted((*_EN.finditer(text), *_ES.finditer(text)), key=lambda each: each.start()):
        before = text[: match.start()]
        if match.start() < reached or _UNDONE.search(before):
            continue
        if match[0].startswith("that") and not _CLAUSE_BEGINS.search(before):
            continue  # "a complaint that's been sent in"
        stop = _END.search(text, match.end())
        reached = stop.start() if stop else len(text)
        words = text[match.start() : reached].split()
        found.append(" ".join(words[:_MOST_WORDS]))
    return tuple(found)
