"""Where everything is put together: the only module that knows the concrete classes.

The commands and the desktop call these functions; each builds just what it needs. Imports of heavy
parts stand inside the functions, so that `assist calls list` does not load Vosk.
"""

import contextlib
import gc
import logging
import sys
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from assist import paths, settings
from assist.core.errors import AssistError, UsageError
from assist.core.events import Event, Input
from assist.core.interfaces import AudioSource, EngineLink, RuleDesk, SpeechModel

if TYPE_CHECKING:
    from assist.audio.files import FileRecording
    from assist.core.commands import StartCall
    from assist.core.interfaces import PhoneSource
    from assist.core.notices import KnownCustomer, RuleShadowed
    from assist.cues.knowledge import KnowledgeCard
    from assist.cues.layers import Effective
    from assist.cues.lint import Hearing
    from assist.cues.packs import SigningKey
    from assist.cues.playbook import Playbook
    from assist.engine.service import Parts
    from assist.review.backtest import PastCall
    from assist.session.replay import Replay
    from assist.speech.extended import Extender
    from assist.store.calls import SqlCallStore

STARTER_MODEL = "starter"
LAYERS = ("base", "company", "team", "agent")
"""The playbook's layers from the top down."""
DEMO_CALL = "call.flac"
_log = logging.getLogger(__name__)

EventSink = Callable[[Event], None]
ProgressSink = Callable[[int, int], None]
"""Told call milliseconds done and in all."""


def load_settings() -> settings.Settings:
    return settings.load_settings(paths.settings_file())


def keep_sidebar(side: str, width: int) -> None:
    """Have the sidebar come up like this next time; away from both edges only the width is kept.

    Raises SettingsError.
    """
    chosen, file = load_settings(), paths.settings_file()
    if side and side != chosen.sidebar_side:
        settings.set_setting(file, "sidebar_side", side)
    if width != chosen.sidebar_width:
        settings.set_setting(file, "sidebar_width", width)


def model_folder(name: str) -> Path:
    """The folder of an installed or shipped model, or `name` itself if it is a folder."""
    for folder in (paths.user_models_dir() / name, paths.models_dir() / name, Path(name)):
        if folder.is_dir():
            return folder
    raise UsageError(f"The speech model '{name}' is not installed; see 'assist models list'.")


def load_speech_model(name: str) -> SpeechModel:
    from assist.speech.vosk import load_model

    return load_model(model_folder(name))


def extender(name: str) -> "Extender":
    """What joins words to that model. Raises UsageError where it is not installed."""
    from assist.speech.extended import Extender

    return Extender(
        folder=model_folder(name),
        pronunciation=pronunciation_file(),
        cache=paths.state_dir() / "cache" / "words",
    )


def pronunciation_file() -> Path:
    """How words are said that the starter does not know yet."""
    return paths.models_dir() / "pronunciation" / "english.npz"


def load_for_calls(name: str, *, customer_name: str = "") -> SpeechModel:
    """Load a speech model with the words of the settings and the customer's name, and whatever
    else a call should not have to wait for.
    """
    from assist.detect.agent import agent_detector
    from assist.detect.customer import customer_detector

    joined, words = extender(name), load_settings().words
    model = joined.load_named(words, customer_name) if customer_name else None
    model = model or joined.load(words)
    agent_detector()
    customer_detector()
    # What is loaded by now stays. Without this the garbage collector walks through all compiled
    # phrases again and again, and pushes the speech model out of the processor's cache: 10 % of
    # the CPU of a call.
    gc.collect()
    gc.freeze()
    return model


def load_playbook(chosen: settings.Settings, file: Path | None = None) -> "Playbook":
    """The playbook of `file` alone, else that of all layers the settings name."""
    return load_effective(chosen, file).playbook


def call_playbook(chosen: settings.Settings, file: Path | None = None) -> "Playbook":
    """The playbook as calls run with it: with knowledge cards, and without what marks put away.

    Both stand in its text, so that a call's journal holds all that a replay needs.
    """
    from assist.cues import knowledge, standing
    from assist.cues.playbook import parse_playbook

    playbook = load_playbook(chosen, file)
    cards, problems = knowledge_cards(chosen, language=playbook.language)
    own = {card.id for card in playbook.cards}
    added = knowledge.as_toml(card for card in cards if card.id not in own)
    known = {rule.id for rule in playbook.rules}
    try:
        shadowed = standing.read_standing(paths.rules_file())
    except standing.StandingError as error:
        problems, shadowed = (*problems, str(error)), {}
    added += standing.as_toml({rule: why for rule, why in shadowed.items() if rule in known})
    for problem in problems:
        _log.warning("%s", problem)
    if not added:
        return playbook
    return parse_playbook(playbook.text + added, name=file.name if file else playbook.name)


def put_away(chosen: settings.Settings) -> dict[str, str]:
    """The rules in force that their marks put in shadow, each with the reason."""
    playbook = call_playbook(chosen)
    return {
        rule.id: playbook.shadowed[rule.id]
        for rule in playbook.rules
        if rule.mode == "shadow" and not rule.has_mode and rule.id in playbook.shadowed
    }


def knowledge_cards(
    chosen: settings.Settings, *, language: str = "en"
) -> "tuple[tuple[KnowledgeCard, ...], tuple[str, ...]]":
    """(the shipped cards and the team's own, a sentence for each that cannot be used)."""
    from assist.cues.knowledge import read_cards

    # The shipped ones are in English.
    folders = [paths.resources_dir() / "knowledge"] if language == "en" else []
    if chosen.knowledge:
        folders.append(Path(chosen.knowledge).expanduser())
    return read_cards(folders)


def judge_rules() -> "tuple[RuleShadowed, ...]":
    """Put rules in shadow that were marked wrong too often; tells which. Raises AssistError."""
    from assist.core.notices import RuleShadowed
    from assist.cues import standing

    playbook = call_playbook(load_settings())
    with open_store() as store:
        marks = {each.rule: (each.right, each.wrong) for each in store.rule_marks()}
    day = datetime.now().astimezone().date().isoformat()
    failed = standing.newly_failed(playbook.rules, marks, day)
    if failed:
        known = standing.read_standing(paths.rules_file())
        standing.write_standing(paths.rules_file(), {**known, **failed})
    titles = {rule.id: rule.title for rule in playbook.rules}
    return tuple(
        RuleShadowed(rule=rule, title=titles[rule], right=why.right, wrong=why.wrong)
        for rule, why in failed.items()
    )


def load_effective(chosen: settings.Settings, file: Path | None = None) -> "Effective":
    """The same with the origin of every value, and with the changes that do not count."""
    from assist.cues.layers import BASE, load_layers

    if file is not None:
        return load_layers([(BASE, file)])
    # An agent who has changed nothing has no file; a missing one that is named is a mistake.
    return load_layers(
        [
            (name, path)
            for name, path in playbook_files(chosen).items()
            if path.exists() or name != "agent" or chosen.agent_playbook
        ]
    )


def playbook_files(chosen: settings.Settings) -> dict[str, Path]:
    """The playbook's layers from the top down: base, company, team, agent."""
    from assist.cues.layers import BASE

    shipped = paths.resources_dir() / "playbooks"
    # A bare name, such as "es", is one of the playbooks that come with the app.
    named = shipped / f"{chosen.playbook or 'default'}.toml"
    is_shipped = named.parent == shipped and named.is_file()
    own = paths.config_dir() / "playbooks" / "agent.toml"
    files = {
        BASE: named if is_shipped else Path(chosen.playbook),
        "company": Path(chosen.company_playbook) if chosen.company_playbook else None,
        "team": Path(chosen.team_playbook) if chosen.team_playbook else None,
        "agent": Path(chosen.agent_playbook) if chosen.agent_playbook else own,
    }
    return {name: path.expanduser() for name, path in files.items() if path is not None}


def hearing(model: str, language: str) -> "Hearing":
    """What a check of a playbook needs to know of how words are heard."""
    from assist.core.languages import LANGUAGES
    from assist.cues.lint import Hearing
    from assist.detect.names import sound_key
    from assist.speech.layout import check_layout

    lines = check_layout(model_folder(model)).words_file.read_text(encoding="utf-8").splitlines()
    words = {line.split()[0] for line in lines if line.strip()}
    if model == STARTER_MODEL:  # the one that takes words of one's own
        words |= {word.casefold() for each in load_settings().words for word in each.split()}
    # Patterns are compared word by word with contractions spelled out and accents folded.
    words |= {token for word in words for token in LANGUAGES[language].expand(word)}
    return Hearing(model=model, knows=words.__contains__, sound_key=sound_key)


def user_name() -> str:
    """Who is at work: the agent's name from the settings, else that of the system's account."""
    import getpass

    try:
        return load_settings().agent_name or getpass.getuser()
    except (KeyError, OSError):  # an account without a name, as in containers
        return "unknown"


def signing_key() -> "SigningKey":
    from assist.cues.packs import SigningKey

    return SigningKey(paths.state_dir() / "pack-signing.key")


def trusted_keys_folder(chosen: settings.Settings) -> Path:
    named = Path(chosen.trusted_keys).expanduser() if chosen.trusted_keys else None
    return named or paths.config_dir() / "trusted-keys"


def trusted_pack_keys(chosen: settings.Settings) -> dict[str, str]:
    """Key → name of everybody whose rule packs are accepted, this computer's own among them."""
    from assist.cues.packs import trusted_keys

    own = signing_key()
    mine = {own.public(): "yourself"} if own.exists() else {}
    return mine | trusted_keys(trusted_keys_folder(chosen))


def rule_desk(layer: str) -> RuleDesk:
    """The rules of a layer as an editor works on them. Raises PlaybookError."""
    from assist.cues.layers import Layer
    from assist.cues.playbook import read_text
    from assist.review.rule_desk import LayeredRuleDesk

    chosen = load_settings()
    files = playbook_files(chosen)
    if layer not in files:
        raise UsageError(
            f"There is no {layer} layer; name its file in the setting '{layer}_playbook'."
        )
    above = [name for name in files if LAYERS.index(name) < LAYERS.index(layer)]
    return LayeredRuleDesk(
        [Layer(name=name, file=str(files[name]), text=read_text(files[name])) for name in above],
        layer,
        files[layer],
        hearing=lambda language: hearing(chosen.model, language),
        who=user_name(),
        now=lambda: datetime.now().astimezone().isoformat(timespec="seconds"),
    )


def run_inputs(playbook: "Playbook", inputs: Sequence[Input]) -> Iterator[Event]:
    """A call's inputs through a fresh session with this playbook; gives its outputs."""
    from assist.session.call import CallSession

    session = CallSession(playbook)
    for event in inputs:
        yield from session.handle(event)


def past_calls(*, limit: int, since: datetime | None = None, agent: str = "") -> "list[PastCall]":
    """The newest stored calls as inputs, from their journals where those are still there."""
    from assist.review.backtest_calls import from_journal, from_utterances
    from assist.session.journal import read_journal
    from assist.store.model import CallFilter

    calls = []
    with open_store() as store:
        store.catch_up()
        for overview in store.list_calls(CallFilter(since=since, limit=limit)):
            if agent and overview.agent.casefold() != agent.casefold():
                continue
            try:
                journal = read_journal(Path(overview.journal))
                calls.append(from_journal(overview.id, overview.agent, journal))
            except (AssistError, OSError):
                # Kept shorter than the call's rows, or on another computer.
                calls.append(
                    from_utterances(
                        overview.id,
                        overview.agent,
                        overview.customer_name,
                        overview.started_at.isoformat(),
                        store.get_call(overview.id).utterances,
                        overview.duration_ms,
                    )
                )
    return calls


def open_store() -> "SqlCallStore":
    from assist.store.calls import SqlCallStore
    from assist.store.keys import FileKeySource

    database = paths.database_file()
    keys = FileKeySource(paths.state_dir() / "database.key", database=database)
    return SqlCallStore(database, keys)


def open_recording(files: Sequence[Path], *, agent_channel: int = 0) -> "FileRecording":
    from assist.audio.files import open_recording as open_files

    return open_files(files, agent_channel=agent_channel)


def open_source(start: "StartCall", start_ms: int = 0) -> AudioSource:
    """The sound a call asks for: the devices of the settings, the demo call or a recording.

    A played call begins `start_ms` into its recording (a restarted engine goes on with it).
    """
    if start.source == "live":
        from assist.audio.live import LiveSource

        chosen = load_settings()
        return LiveSource(chosen.agent_device, chosen.customer_device)
    from assist.audio.playback import RecordingSource
    from assist.session.resume import RecordingFrom

    demo = paths.resources_dir() / "demo" / DEMO_CALL
    recording = open_recording([demo if start.source == "demo" else Path(start.source)])
    return RecordingSource(
        RecordingFrom(recording, start_ms) if start_ms else recording, speed=start.speed
    )


def engine_parts() -> "Parts":
    """What the engine process is put together from."""
    from assist.cues.playbook import parse_playbook
    from assist.engine.parts import Parts

    load_settings()  # a mistake in them is said at once, as before any call
    return Parts(
        socket=paths.engine_socket(),
        calls_dir=paths.calls_dir(),
        model_name=_model_and_words,
        load_model=lambda: load_for_calls(load_settings().model),
        load_named=_load_named,
        load_playbook=lambda: call_playbook(load_settings()),
        judge_rules=judge_rules,
        parse_playbook=lambda text, name: parse_playbook(text, name=name),
        open_source=open_source,
        open_store=open_store,
        agent_name=lambda: load_settings().agent_name,
        keep_audio=lambda: load_settings().keep_audio,
        starts_calls=lambda: load_settings().start_calls,
        silent_minutes=lambda: load_settings().silent_minutes,
        phone_sources=phone_sources,
        known_customer=known_customer,
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
    )


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


def known_customer(number: str, reference: str) -> "KnownCustomer | None":
    """What this computer's store knows of a caller."""
    with open_store() as store:
        return store.known_customer(number, reference)


def _model_and_words() -> str:
    chosen = load_settings()
    return "\n".join([chosen.model, *chosen.words])


def _load_named(name: str) -> SpeechModel | None:
    chosen = load_settings()
    return extender(chosen.model).load_named(chosen.words, name)


def run_engine(*, worker: bool) -> int:
    """Run the engine process; returns its exit status."""
    if worker:
        from assist.engine.process import run_worker

        return run_worker(engine_parts())
    from assist.engine.supervisor import supervise

    return supervise(paths.engine_socket())


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


def transcribe(
    *,
    files: Sequence[Path],
    model: str,
    playbook: Path | None,
    customer_name: str,
    agent_channel: int,
    gate: bool,
    on_event: EventSink,
    on_progress: ProgressSink | None,
) -> tuple[str, ...]:
    """Run a recording through every stage, giving each event to `on_event`.

    Returns sentences about what was wrong with the files but could be borne.
    """
    from assist.core.events import CallStarted
    from assist.session.call import CallSession
    from assist.session.offline import run_offline

    chosen = load_settings()
    recording = open_recording(files, agent_channel=agent_channel)
    session = CallSession(call_playbook(chosen, playbook))
    # A promise's "tomorrow" counts from the day of the call; the file's own time is closest to it.
    recorded_at = datetime.fromtimestamp(files[0].stat().st_mtime).astimezone()
    started = CallStarted(
        at=0,
        call=files[0].stem,
        started_at=recorded_at.isoformat(timespec="seconds"),
        source=", ".join(file.name for file in files),
        customer_name=customer_name,
        agent=chosen.agent_name,
    )
    run_offline(
        recording,
        load_for_calls(model or chosen.model, customer_name=customer_name),
        session,
        started=started,
        gate=gate,
        on_event=on_event,
        progress=on_progress,
    )
    return tuple(recording.warnings)


def replay(journal: Path) -> "Replay":
    """Run a journal again with the playbook it holds, and compare."""
    from assist.cues.playbook import parse_playbook
    from assist.session.call import CallSession
    from assist.session.journal import read_journal
    from assist.session.replay import replay as run_again

    recorded = read_journal(journal)
    header = recorded.header
    book = parse_playbook(header.playbook, name=header.playbook_name)
    return run_again(recorded, CallSession(book))


def check_model(folder: Path) -> None:
    """Load a model in a child process, since Kaldi may abort. Raises SpeechError."""
    from assist.speech.verify import try_in_child

    try_in_child(folder, paths.self_command())


def describe_devices() -> str:
    """The devices a call would use, in words. Raises AudioError with what to do."""
    from assist.audio.devices import chosen_devices

    chosen = load_settings()
    agent, customer = chosen_devices(chosen.agent_device, chosen.customer_device)
    return f"agent on {agent}, customer on {customer}"
