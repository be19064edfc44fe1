"""First runs and settings whose devices, models and answers come from the test."""

import threading
from collections.abc import Mapping

from assist.core.errors import AssistError
from assist.core.preferences import (
    DeviceChoice,
    FarEnd,
    ModelChoice,
    ModelFit,
    ProgressSink,
    SetupStep,
    TroubleSink,
    WordSink,
)
from assist.core.words import Party

MIC = DeviceChoice(
    party=Party.AGENT, name="headset_mic", description="Headset microphone", is_chosen=True
)
WEBCAM = DeviceChoice(party=Party.AGENT, name="webcam", description="Webcam", is_chosen=False)
HEADSET = DeviceChoice(
    party=Party.CUSTOMER, name="headset.monitor", description="Headset", is_chosen=True
)
STARTER = ModelChoice(
    name="starter",
    language="en",
    fit=ModelFit.TRYING,
    megabytes=0,
    is_here=True,
    is_chosen=True,
)
SMALL = ModelChoice(
    name="small-en",
    language="en-US",
    fit=ModelFit.CALLS,
    megabytes=40,
    is_here=False,
    is_chosen=False,
)
SENTENCE = "thanks for calling how can i help"


class ScriptedSetup:
    """A `SetupDesk` that notes what was chosen; `far_end` and `sentence` are what tests give."""

    def __init__(self) -> None:
        self.step = SetupStep.MODEL
        self.steps: list[SetupStep] = []
        self.is_over = False
        self.values = {
            "model": "starter",
            "agent_device": "",
            "customer_device": "",
            "caller_notice": "",
        }
        self.locked: set[str] = set()
        self.known_models: tuple[ModelChoice, ...] = (STARTER, SMALL)
        self.known_devices: tuple[DeviceChoice, ...] = (MIC, WEBCAM, HEADSET)
        self.device_error: AssistError | None = None
        self.sentence = SENTENCE
        self.sentence_trouble = ""
        self.far_end: FarEnd | AssistError = FarEnd.HEARD
        self.plays = 0
        self.is_played = threading.Event()
        """A sound that was begun ends when this is set."""
        self.is_played.set()
        self.remote_sentence = ""
        self.downloads: list[str] = []
        self.download_error: AssistError | None = None
        self.open_meters = 0
        self.open_tests = 0
        self.level = -20

    def keep_step(self, step: SetupStep) -> None:
        self.step = step
        self.steps.append(step)

    def finish(self) -> None:
        self.is_over = True
        self.step = SetupStep.MODEL

    def chosen(self, key: str) -> str:
        return self.values[key]

    def is_locked(self, key: str) -> bool:
        return key in self.locked

    def choose(self, key: str, value: str) -> None:
        self.values[key] = value

    def models(self) -> tuple[ModelChoice, ...]:
        return self.known_models

    def download(self, name: str, progress: ProgressSink) -> None:
        self.downloads.append(name)
        for done in (1_000_000, 40_000_000):
            if not progress(done, 40_000_000):
                raise AssistError("The download was stopped.")
        if self.download_error is not None:
            raise self.download_error

    def devices(self) -> tuple[DeviceChoice, ...]:
        if self.device_error is not None:
            raise self.device_error
        return self.known_devices

    def open_levels(self, devices: tuple[DeviceChoice, ...]) -> "ScriptedLevels":
        return ScriptedLevels(self, devices)

    def hear_sentence(self, words: WordSink, trouble: TroubleSink) -> "ScriptedSentence":
        return ScriptedSentence(self, words, trouble)

    def play_far_end(self) -> FarEnd:
        self.plays += 1
        self.is_played.wait(20)
        if isinstance(self.far_end, AssistError):
            raise self.far_end
        return self.far_end

    def remote(self) -> str:
        return self.remote_sentence


class ScriptedLevels:
    """Meters that all show `ScriptedSetup.level`."""

    def __init__(self, setup: ScriptedSetup, devices: tuple[DeviceChoice, ...]) -> None:
        self._setup = setup
        self._devices = devices
        setup.open_meters += 1

    def peaks(self) -> Mapping[tuple[Party, str], int]:
        return {(each.party, each.name): self._setup.level for each in self._devices}

    def troubles(self) -> Mapping[tuple[Party, str], str]:
        return {}

    def close(self) -> None:
        self._setup.open_meters -= 1


class ScriptedSentence:
    """Hears the sentence, or the trouble, at once."""

    def __init__(self, setup: ScriptedSetup, words: WordSink, trouble: TroubleSink) -> None:
        self._setup = setup
        self._is_closed = False
        setup.open_tests += 1
        if setup.sentence_trouble:
            trouble(setup.sentence_trouble)
        elif setup.sentence:
            words(" ".join(setup.sentence.split()[:2]), False)
            words(setup.sentence, True)

    def close(self) -> None:
        self._setup.open_tests -= 0 if self._is_closed else 1
        self._is_closed = True
