"""What the engine is put together from."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from assist.core.commands import StartCall
from assist.core.errors import AssistError
from assist.core.events import Event
from assist.core.interfaces import AudioSource, CallStore, PhoneSource, SpeechModel
from assist.core.notices import FollowUp, KnownCustomer, Notice, RuleShadowed
from assist.core.records import PlainCodec, RecordCodec
from assist.cues.playbook import Playbook
from assist.engine.live_board import OpenPost
from assist.engine.syncing import Sync

IDLE_EXIT_S = 30.0
"""Without clients and without a call the engine ends after this."""

Publish = Callable[[Event | Notice], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """What the engine is put together from; `assist.app` fills it in.

    `open_source(start, start_ms)` opens a call's sound; a played one begins at `start_ms` (only a
    resumed call asks for more than 0). `model_name` tells what the settings ask for now: where it
    changed, the next call loads the model; `agent_name` and `keep_audio` too are asked when a call
    begins. Each may raise AssistError with one sentence for the user.
    """

    socket: Path
    calls_dir: Path
    model_name: Callable[[], str]
    load_model: Callable[[], SpeechModel]
    load_playbook: Callable[[], Playbook]
    parse_playbook: Callable[[str, str], Playbook]
    """From a journal's playbook text and name."""
    open_source: Callable[[StartCall, int], AudioSource]
    open_store: Callable[[], CallStore]
    load_named: Callable[[str], SpeechModel | None] = lambda name: None
    """The model that knows this customer's name too, for one call; None: it need not or cannot."""
    judge_rules: Callable[[], tuple[RuleShadowed, ...]] = lambda: ()
    """Asked when a call with marks is in the store: the rules that go to shadow by them."""
    agent_name: Callable[[], str] = lambda: ""
    keep_audio: Callable[[], bool] = lambda: False
    is_private: Callable[[], bool] = lambda: False
    """Whether nothing of a call is to be written to the disk."""
    caller_notice: Callable[[], str] = lambda: ""
    pauses_for_cards: Callable[[], bool] = lambda: False
    """How callers learn that they are transcribed."""
    starts_calls: Callable[[], str] = lambda: "suggest"
    """"suggest" or "by_itself": what is done about a call that the softphone tells of."""
    phone_sources: Callable[[], Sequence[PhoneSource]] = tuple
    known_customer: Callable[[str, str], KnownCustomer | None] = lambda number, reference: None
    """From a caller's number and reference; called from a thread of its own."""
    phone_set_up: Callable[[], tuple[object, ...]] = tuple
    """What `phone_sources` hangs on: where it changes, they are opened anew."""
    devices: Callable[[], tuple[str, str]] = lambda: ("", "")
    """The agent's and the customer's device, by name."""
    silent_minutes: Callable[[], int] = lambda: 0
    """After so long without a word the end of a call is suggested; 0: never."""
    expire: Callable[[], None] = lambda: None
    """Delete what is older than the settings keep; asked when nothing is going on. May raise."""
    follow_ups: Callable[[], Sequence[FollowUp]] = tuple
    """The promises of stored calls that are still to be kept; asked often. May raise."""
    settle_follow_up: Callable[[str, int, str], None] = lambda call, promise, later: None
    """Keep that a promise of a call is kept (`later` ""), or to be spoken of at a later moment."""
    now: Callable[[], datetime] = lambda: datetime.now().astimezone()
    sync: Sync | None = None
    """Sends finished calls to the team and fetches what came back; from a thread of its own."""
    has_team: Callable[[], bool] = lambda: False
    """Whether what is asked of a lead gets to one."""
    open_live_post: OpenPost = lambda: None
    """A way to the team's live board, asked for when a call begins to need a lead."""
    gate: bool = True
    open_records: Callable[[], RecordCodec] = PlainCodec
    """How journals are kept on disk; asked for each call, raises AssistError without a key."""
    open_spool: Callable[[Path], RecordCodec] = lambda folder: PlainCodec()
    """How the spool in a folder is kept on disk: with a key that goes with the folder."""
    keep_sound: Callable[[Path, Path], None] = lambda journal, spool: None
    """Keep a stored call's sound, which its spool holds, without what is masked in its journal."""
    was_killed: bool = False
    """Whether the engine before this one was killed from outside, and so not by its call."""
    idle_exit_s: float = IDLE_EXIT_S


def privacy_of(parts: Parts) -> tuple[bool, str]:
    """Of the next call: whether it will be private, and what its caller is told."""
    try:
        return parts.is_private(), parts.caller_notice()
    except AssistError:  # settings that broke; that is told when a call is asked for
        return False, ""
