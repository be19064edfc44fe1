"""The engine process, put together, and the line to it."""

import contextlib
import os
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from assist import paths
from assist.app.chosen import load_settings
from assist.app.desk import follow_ups, has_team, settle_follow_up
from assist.app.live import open_live_post
from assist.app.playbooks import call_playbook, judge_rules
from assist.app.retention import expire
from assist.app.rotation import key_in_use
from assist.app.sealing import keep_sound, open_journal_records, spool_records
from assist.app.sound import open_source
from assist.app.speech import extender
from assist.app.store import ENGINE_BUSY_MS, known_customer, open_store
from assist.app.team import sync_quietly
from assist.core.errors import AssistError
from assist.core.interfaces import EngineLink, SpeechModel

if TYPE_CHECKING:
    from assist.app.warm import Warm
    from assist.core.interfaces import PhoneSource
    from assist.engine.parts import Parts
    from assist.engine.syncing import Sync
    from assist.softphone.microphone import Voices

_ANSWER_S = 20.0
"""How long the engine may take to follow the settings: it may have a model to load."""


def engine_parts(warm: "Warm | None" = None, *, was_killed: bool = False) -> "Parts":
    """What the engine process is put together from; `warm` is what is loaded already.

    `was_killed`: the engine before was killed from outside.
    """
    from assist.app.warm import Warm
    from assist.engine.parts import Parts

    warm = warm or Warm(_model_and_words)

    load_settings()  # a mistake in them is said at once, as before any call
    return Parts(
        socket=paths.engine_socket(),
        calls_dir=paths.calls_dir(),
        model_name=_model_and_words,
        load_model=warm.load_model,
        load_named=_load_named,
        load_playbook=lambda: call_playbook(load_settings()),
        judge_rules=judge_rules,
        parse_playbook=warm.parse_playbook,
        open_source=open_source,
        open_store=lambda: open_store(busy_ms=ENGINE_BUSY_MS),
        agent_name=lambda: load_settings().agent_name,
        keep_audio=lambda: load_settings().keep_audio,
        open_records=open_journal_records,
        open_spool=spool_records,
        keep_sound=keep_sound,
        is_private=lambda: load_settings().private_mode,
        caller_notice=lambda: load_settings().caller_notice,
        pauses_for_cards=lambda: load_settings().pause_for_cards,
        phone_set_up=_phone_set_up,
        expire=expire,
        devices=_devices,
        starts_calls=lambda: load_settings().start_calls,
        silent_minutes=lambda: load_settings().silent_minutes,
        phone_sources=phone_sources,
        known_customer=known_customer,
        follow_ups=follow_ups,
        settle_follow_up=settle_follow_up,
        has_team=has_team,
        sync=_keeping_in_step(),
        open_live_post=open_live_post,
        was_killed=was_killed,
    )


def _keeping_in_step() -> "Sync":
    """What is sent to the team now and then, and what is deleted from backups."""
    from assist.app.backup import BackupFollower

    follow = BackupFollower()

    def run(should_stop: Callable[[], bool]) -> None:
        try:
            sync_quietly(should_stop)
        finally:
            if not should_stop():
                follow()

    return run


def _devices() -> tuple[str, str]:
    chosen = load_settings()
    return chosen.agent_device, chosen.customer_device


def _phone_set_up() -> tuple[object, ...]:
    chosen = load_settings()
    return (
        chosen.baresip,
        chosen.softphone_programs,
        chosen.action_url_port,
        chosen.action_url_secret,
    )


def phone_sources() -> "tuple[PhoneSource, ...]":
    """What tells of the softphone's calls, as set; nothing is opened yet."""
    from assist.softphone.sources import sources

    chosen = load_settings()
    is_in_call, close = _program_watch(chosen.softphone_programs)
    return sources(
        baresip=chosen.baresip,
        action_url_port=chosen.action_url_port,
        action_url_secret=chosen.action_url_secret,
        is_in_call=is_in_call,
        close=close,
        voices=_voices,
    )


def _voices() -> "Voices":
    """What listens whether both sides speak, before a call that only the microphone tells of."""
    from assist.audio.voices import BothVoices
    from assist.core.commands import StartCall

    return BothVoices(lambda: open_source(StartCall()))


def _program_watch(
    programs: Sequence[str],
) -> tuple[Callable[[], bool | None] | None, Callable[[], None]]:
    """What looks whether a program is in a call, as this system can tell, and lets go of it."""
    if not programs:
        return None, lambda: None
    if sys.platform == "win32":
        from assist.softphone.consent import uses_microphone

        return lambda: uses_microphone(programs), lambda: None
    from assist.audio.programs import ProgramWatch

    watch = ProgramWatch(programs)
    return watch.is_in_call, watch.close


def _model_and_words() -> str:
    chosen = load_settings()
    return "\n".join([chosen.model, *chosen.words])


def _load_named(name: str) -> SpeechModel | None:
    chosen = load_settings()
    return extender(chosen.model).load_named(chosen.words, name)


def run_engine(*, worker: bool, after_kill: bool = False) -> int:
    """Run the engine process; returns its exit status. `after_kill` is for a worker."""
    if worker:
        from assist.engine.memory import keep_tight

        keep_tight()
        from assist.app.warm import Warm
        from assist.engine.nursery import can_fork, raise_workers

        load_settings()  # a mistake in them is said before anything is loaded
        warm = Warm(_model_and_words)

        def work(was_killed: bool) -> int:
            from assist.engine.process import run_worker

            with key_in_use():
                return _ends_for_sure(lambda: run_worker(engine_parts(warm, was_killed=was_killed)))

        if not can_fork():
            return work(after_kill)
        return raise_workers(warm.prepare, work, was_killed=after_kill)
    from assist.engine.supervisor import supervise

    return supervise(paths.engine_socket())


def _ends_for_sure(work: Callable[[], int]) -> int:
    """Where threads could not be started, those that wait for them would keep the process."""
    from assist.engine.errors import NoRoom

    try:
        return work()
    except NoRoom as error:
        print(f"assist: {error}", file=sys.stderr, flush=True)
        os._exit(error.exit_code)


def tell_engine() -> bool:
    """Have the running engine read the settings again; false where none runs or none answers."""
    from assist.core.commands import ReloadSettings
    from assist.core.notices import SettingsChanged
    from assist.engine.client import EngineClient

    try:
        with EngineClient(paths.engine_socket(), reconnects=False, start_timeout_s=0) as link:
            link.send(ReloadSettings())
            until = time.monotonic() + _ANSWER_S
            while time.monotonic() < until:
                if isinstance(link.receive(0.5), SettingsChanged):
                    return True
    except AssistError:  # no engine, or no place for its socket: the file is changed all the same
        pass
    return False


@contextlib.contextmanager
def connect() -> Iterator[EngineLink]:
    """A line to the engine, which is started if none runs. Raises EngineError."""
    from assist.engine.client import EngineClient

    load_settings()  # a mistake in them is said here, where the user sees it
    with EngineClient(
        paths.engine_socket(), start_command=[*paths.self_command(), "engine"]
    ) as link:
        yield link


def open_link() -> EngineLink:
    """A line for a window, which tells its user that it is cut and connects again itself.

    Raises EngineError.
    """
    from assist.engine.client import EngineClient

    return EngineClient(
        paths.engine_socket(),
        start_command=[*paths.self_command(), "engine"],
        reconnects=False,
    )
