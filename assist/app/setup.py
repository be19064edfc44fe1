"""The first run: what can be chosen and tried, with real devices and the real recognizer."""

import json
import logging
import threading
import time
from collections.abc import Mapping
from typing import TYPE_CHECKING

from assist import paths, settings
from assist.app.chosen import change_setting, load_settings, settings_state
from assist.app.preferences import device_choices, model_choices
from assist.app.speech import load_for_calls
from assist.core.errors import AssistError
from assist.core.events import FinalResult, Input, PartialResult
from assist.core.preferences import (
    DeviceChoice,
    FarEnd,
    Levels,
    ModelChoice,
    ProgressSink,
    SentenceTest,
    SetupStep,
    TroubleSink,
    WordSink,
)
from assist.core.words import Party

if TYPE_CHECKING:
    from assist.audio.devices import Device, LevelMeter
    from assist.core.interfaces import SpeechModel
    from assist.privacy.redaction import Redactor

_FAINTEST_DBFS = -60
"""What comes back below this is the noise of an open line."""

_TAKE_S = 0.1
_LOST = "The microphone gives no sound any more; plug it in again or choose another."
_log = logging.getLogger(__name__)


class DownloadStopped(AssistError):
    """The user stopped a download; it goes on where it stopped when it is asked for again."""


def needs_first_run() -> bool:
    """Whether it was begun and not ended, or nothing has ever been set."""
    state = _read_state()
    if state is None:
        return not paths.settings_file().exists()
    return not state.get("is_over", False)


def setup_desk() -> "FirstRun":
    """Raises SettingsError where the settings file is broken."""
    settings_state()
    return FirstRun()


def _read_state() -> dict[str, object] | None:
    try:
        state = json.loads(paths.setup_file().read_text(encoding="utf-8"))
    except FileNotFoundError:
        return None
    except (OSError, ValueError):
        return {}
    return state if isinstance(state, dict) else {}


class FirstRun:
    """A `core.preferences.SetupDesk`."""

    def __init__(self) -> None:
        self._model: tuple[str, SpeechModel] | None = None
        self._loading = threading.Lock()

    @property
    def step(self) -> SetupStep:
        state = _read_state() or {}
        try:
            return SetupStep(str(state.get("step", "")))
        except ValueError:
            return SetupStep.MODEL

    def keep_step(self, step: SetupStep) -> None:
        self._keep(step, is_over=False)

    def finish(self) -> None:
        self._keep(SetupStep.MODEL, is_over=True)

    def _keep(self, step: SetupStep, *, is_over: bool) -> None:
        file = paths.setup_file()
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(json.dumps({"step": step, "is_over": is_over}), encoding="utf-8")
        except OSError as error:
            raise settings.SettingsError(
                f"{file} cannot be written ({error.strerror}); free some disk space."
            ) from None

    def chosen(self, key: str) -> str:
        return str(getattr(load_settings(), key))

    def is_locked(self, key: str) -> bool:
        return settings_state().origins[key] is settings.Origin.LOCKED

    def choose(self, key: str, value: str) -> None:
        if self.chosen(key) != value:
            change_setting(key, value)
        if key == "model":
            self._follow_language(value)

    def _follow_language(self, model: str) -> None:
        """Prompts listen for words of one language: a shipped playbook goes with the model's."""
        language = next((each.language for each in model_choices() if each.name == model), "")
        fitting = {"es": "es", "en": ""}.get(language.partition("-")[0].lower())
        if fitting is None or self.is_locked("playbook"):
            return
        if self.chosen("playbook") in ("", "es"):  # one of the user's own is the user's to change
            self.choose("playbook", fitting)

    def models(self) -> tuple[ModelChoice, ...]:
        return model_choices()

    def download(self, name: str, progress: ProgressSink) -> None:
        from assist.speech.catalogue import load_catalogue
        from assist.speech.download import Report
        from assist.speech.install import Installer
        from assist.speech.verify import try_in_child

        def step(_: str) -> Report:
            def report(done: int, total: int | None) -> None:
                if not progress(done, total or 0):
                    raise DownloadStopped("The download was stopped; it can go on another time.")

            return report

        installer = Installer(
            paths.user_models_dir(),
            probe=lambda folder: try_in_child(folder, paths.self_command()),
            step=step,
        )
        installer.install(name, load_catalogue(paths.models_dir() / "catalogue.toml"))

    def devices(self) -> tuple[DeviceChoice, ...]:
        return device_choices()

    def open_levels(self, devices: tuple[DeviceChoice, ...]) -> Levels:
        from assist.audio.devices import Device, LevelMeter

        wanted = tuple(
            Device(
                name=each.name,
                description=each.description,
                party=each.party,
                is_chosen=each.is_chosen,
            )
            for each in devices
        )
        return _Levels(LevelMeter(wanted))

    def hear_sentence(self, words: WordSink, trouble: TroubleSink) -> SentenceTest:
        return _Sentence(self, words, trouble)

    def model(self) -> "SpeechModel":
        """The chosen model, loaded once. Raises AssistError."""
        name = self.chosen("model")
        with self._loading:
            if self._model is None or self._model[0] != name:
                self._model = None  # two of them need not fit into memory
                self._model = (name, load_for_calls(name))
            return self._model[1]

    def play_far_end(self) -> FarEnd:
        from assist.audio.tone import play_and_hear

        heard = play_and_hear(self.chosen("customer_device"))
        if heard.is_ours:
            return FarEnd.HEARD
        is_faint = heard.peak < 32768 * 10 ** (_FAINTEST_DBFS / 20)
        return FarEnd.SILENT if is_faint else FarEnd.OTHER_SOUND

    def remote(self) -> str:
        from assist.audio.remote import remote_session

        return remote_session()


class _Levels:
    """Meters that are open until they are closed."""

    def __init__(self, meter: "LevelMeter") -> None:
        self._meter = meter.__enter__()

    def peaks(self) -> Mapping[tuple[Party, str], int]:
        return _by_name(self._meter.peaks())

    def troubles(self) -> Mapping[tuple[Party, str], str]:
        return {(each.party, each.name): why for each, why in self._meter.troubles.items()}

    def close(self) -> None:
        self._meter.__exit__(None, None, None)


def _by_name(peaks: "Mapping[Device, int]") -> dict[tuple[Party, str], int]:
    return {(each.party, each.name): peak for each, peak in peaks.items()}


class _Sentence:
    """Microphone → gate → recognizer → redaction → words, on a thread of its own until closed."""

    def __init__(self, run: FirstRun, words: WordSink, trouble: TroubleSink) -> None:
        self._first_run = run
        self._words = words
        self._trouble = trouble
        self._closing = threading.Event()
        self._thread = threading.Thread(target=self._run, name="say-a-sentence")
        self._thread.start()

    def close(self) -> None:
        self._closing.set()
        self._thread.join()

    def _run(self) -> None:
        try:
            self._listen()
        except AssistError as error:
            self._trouble(str(error))
        except Exception:
            _log.exception("The sentence test failed")
            self._trouble("This test failed; that is a mistake of ours, see the log file.")

    def _listen(self) -> None:
        from assist.audio.activity import VoiceGate
        from assist.audio.buffer import ChannelBuffer
        from assist.audio.system import SystemDevices
        from assist.core.audio import AudioBlock
        from assist.privacy.redaction import Redactor
        from assist.session.channel import ChannelRecognizer

        model = self._first_run.model()
        channel = ChannelRecognizer(
            Party.AGENT, model.recognizer(Party.AGENT), gate=VoiceGate(Party.AGENT)
        )
        redactor = Redactor()
        buffer = ChannelBuffer(Party.AGENT, start_ns=time.monotonic_ns())
        stream = SystemDevices()(Party.AGENT, self._first_run.chosen("agent_device"), buffer.push)
        try:
            buffer.begin_stream(stream.rate, stream.channels)
            while not self._closing.is_set():
                for item in buffer.take(_TAKE_S):
                    if isinstance(item, AudioBlock):
                        self._tell(redactor, channel.accept(item))
                if stream.ended is not None:
                    self._trouble(_LOST)
                    return
        finally:
            stream.close()

    def _tell(self, redactor: "Redactor", events: tuple[Input, ...]) -> None:
        for event in events:
            for shown in redactor.handle(event):
                if isinstance(shown, PartialResult | FinalResult) and shown.text:
                    self._words(shown.text, isinstance(shown, FinalResult))
