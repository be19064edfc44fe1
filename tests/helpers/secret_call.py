"""A call in which a card, its code, a date of birth and a password are said, and a search for them.

It goes through the real stages; whatever comes of it is looked at for what nobody may keep.
"""

import re

from assist import app
from assist.app.playbooks import call_playbook
from assist.core.events import (
    CallEnded,
    CallStarted,
    Event,
    FinalResult,
    PartialResult,
    Tick,
)
from assist.core.words import Party, Word
from assist.privacy.numbers import digits_of, find_runs
from assist.session.call import CallSession
from assist.session.intake import Intake

A, C = Party.AGENT, Party.CUSTOMER
CALL = "20261122T101500-secrets"
CARD, SHOWN = "4937586029174863", "eight six seven five three zero nine"
"""What nobody may keep, and an order number that everybody may."""

LINES = (
    (C, "hello my refund for the blue kettle has not come and i am really frustrated"),
    (A, "i am sorry there is nothing more i can do can i have the card number please"),
    (C, "four nine three seven five eight six zero"),
    (A, "go on"),
    (C, "two nine one seven four eight six three"),
    (A, "and the security code on the back"),
    (C, "nine two eight"),
    (A, "thank you that's gone through what is your date of birth"),
    (C, "the seventh of may nineteen eighty three"),
    (A, "and what is the password on the account"),
    (C, "copper lantern forty six"),
    (C, "my order number is eight six seven five three zero nine"),
    (A, "i will call you back about the kettle today by four"),
)
OTHERS = ("nine two eight", "seventh of may", "eighty three", "copper lantern", "forty six")
"""Said beside the card: security code, date of birth, password."""


def played(*, pauses: bool) -> list[Event]:
    """All that is published of the call: partials word by word, and the finals."""
    events: list[Event] = []
    session = CallSession(call_playbook(app.load_settings(), None))
    intake = Intake(session, events.append, pauses_for_cards=pauses)
    begun = "2026-11-22T10:15:00+01:00"
    intake.handle(CallStarted(at=0, call=CALL, started_at=begun, source="live"))
    now = 1_000
    for number, (party, line) in enumerate(LINES):
        tokens, start = line.split(), now
        words = []
        for count, token in enumerate(tokens, 1):
            now += 300
            words.append(Word(text=token, start=now - 300, end=now - 20, confidence=0.9))
            so_far = " ".join(tokens[:count])
            intake.handle(
                PartialResult(at=now, party=party, utterance=number, start=start, text=so_far)
            )
            intake.handle(Tick(at=now))
        now += 600
        intake.handle(
            FinalResult(
                at=now,
                party=party,
                utterance=number,
                start=start,
                end=now - 620,
                text=line,
                words=tuple(words),
            )
        )
        for _ in range(20):
            now += 100
            intake.handle(Tick(at=now))
    intake.handle(CallEnded(at=now + 10_000, reason="hangup"))
    return events


def leaks(text: str) -> list[str]:
    """Four true digits of the card in a row, said or written, and whatever else is secret."""
    lowered = text.casefold()
    found = [secret for secret in OTHERS if secret in lowered]
    for line in re.split(r"[\n\"<>{}]+", lowered):
        tokens = re.findall(r"[\w'•]+", line)
        said = [digits_of(tokens[run.first : run.last]) for run in find_runs(tokens)]
        # Part of a hash, an id or a fraction of a second is no number that was said.
        said += re.findall(r"(?<![0-9a-z.:])\d{4,}(?![0-9a-z])", line)
        found += [
            part
            for digits in said
            for at in range(len(digits) - 3)
            if (part := digits[at : at + 4]) in CARD
        ]
    return found


def bytes_leak(content: bytes) -> list[str]:
    """The same in what is no text."""
    spoken = [line for _, line in LINES[2:5:2]]
    parts = [" ".join(s.split()[at : at + 4]) for s in spoken for at in range(5)]
    written = [CARD[at : at + 8] for at in range(9)]
    lowered = content.lower()
    return [part for part in (*parts, *written, *OTHERS) if part.encode() in lowered]
