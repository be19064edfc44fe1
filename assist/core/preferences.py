"""Settings, devices and models as a window or a terminal shows them, and what a first run finds."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from assist.core.words import Party

PreferenceValue = str | int | bool | tuple[str, ...]


class ValueOrigin(StrEnum):
    """Where a value comes from."""

    DEFAULT = "default"
    FILE = "file"
    SUGGESTED = "suggested"
    """The administrator's, which the user may change."""
    LOCKED = "locked"
    """The administrator's, which the user may not change."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Preference:
    """One setting as it is in force. `choices`, or `low` and `high`, say what it may be."""

    key: str
    value: PreferenceValue
    default: PreferenceValue
    origin: ValueOrigin
    choices: tuple[str, ...] = ()
    low: int = 0
    high: int = 0

    @property
    def is_locked(self) -> bool:
        return self.origin is ValueOrigin.LOCKED


@dataclass(frozen=True, slots=True, kw_only=True)
class DeviceChoice:
    """A device a party can be heard on. `is_chosen`: a call would use it now."""

    party: Party
    name: str
    description: str
    is_chosen: bool


class ModelFit(StrEnum):
    """What a speech model is good for, honestly."""

    TRYING = "trying"
    """For the demo and a look around: trained on synthetic voices, misses much of real calls."""
    CALLS = "calls"
    """A light model for real calls; it mishears some words in every call."""
    ACCURATE = "accurate"
    """More accurate than a light one, for more memory."""
    OTHER = "other"
    """Made for something else than telephone calls."""
    UNKNOWN = "unknown"
    """Brought along; nobody here has measured it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelChoice:
    """A speech model that is here, or could be downloaded (`megabytes` is the download then)."""

    name: str
    language: str
    fit: ModelFit
    megabytes: int
    is_here: bool
    is_chosen: bool
    note: str = ""


class SetupStep(StrEnum):
    """The steps of the first run, in their order."""

    MODEL = "model"
    DEVICES = "devices"
    SENTENCE = "sentence"
    FAR_END = "far_end"
    NOTICE = "notice"
    RESULT = "result"


class FarEnd(StrEnum):
    """What came of playing a sound where the customer is heard."""

    HEARD = "heard"
    OTHER_SOUND = "other_sound"
    """Sound came back, but not ours: the output is another one."""
    SILENT = "silent"


@dataclass(frozen=True, slots=True, kw_only=True)
class SetupResult:
    """What the first run has found out; None where it was skipped.

    `has_played`: the user heard the test sound in the headset. `remote` is a sentence where the
    desktop is a remote one, else "". `language` is the model's ("en", "es-ES" …), "" where unknown.
    """

    model: str = ""
    language: str = ""
    is_model_here: bool = False
    agent: str = ""
    customer: str = ""
    sentence: str = ""
    far_end: FarEnd | None = None
    has_played: bool | None = None
    notice: str = ""
    remote: str = ""


class Levels(Protocol):
    """Meters of devices while they are open; `close` it when done. Used by one thread."""

    def peaks(self) -> Mapping[tuple[Party, str], int]:
        """The peak of each open device since the last call, in whole dBFS."""
        ...

    def troubles(self) -> Mapping[tuple[Party, str], str]:
        """Why a device could not be opened."""
        ...

    def close(self) -> None: ...


class SentenceTest(Protocol):
    """Hears the agent's microphone until it is closed."""

    def close(self) -> None: ...


WordSink = Callable[[str, bool], None]
"""Told the words so far, and whether they are final; from a thread of its own."""
TroubleSink = Callable[[str], None]
ProgressSink = Callable[[int, int], bool]
"""Told bytes done and in all; false ends the download, which goes on another time."""


class SettingsDesk(Protocol):
    """The user's settings as a window edits them: each change is kept and can be undone.

    What cannot be done raises AssistError in one sentence. `devices`, `models` and `try_team` may
    take seconds and may be called from another thread than the rest.
    """

    @property
    def file(self) -> str: ...
    @property
    def notes(self) -> tuple[str, ...]:
        """What is not right, a sentence each: a broken policy, keys that are left alone."""
        ...

    @property
    def key_place(self) -> str:
        """Where the key of the calls is: "keyring", its file, or "" before the first call."""
        ...

    @property
    def can_undo(self) -> bool: ...
    @property
    def can_restore(self) -> bool:
        """Whether anything was changed since the desk was opened."""
        ...

    def preferences(self) -> Mapping[str, Preference]: ...
    def check(self, key: str, value: PreferenceValue) -> str:
        """What is wrong with the value, as a sentence; "" if it is fine."""
        ...

    def put(self, key: str, value: PreferenceValue) -> bool:
        """Change a setting; False where nothing changes."""
        ...

    def reset(self, key: str) -> bool:
        """Go back to the default."""
        ...

    def undo(self) -> str:
        """Take the latest change back; returns its key, "" where there is none."""
        ...

    def restore(self) -> None:
        """Make everything as it was when the desk was opened."""
        ...

    def devices(self) -> tuple[DeviceChoice, ...]: ...
    def models(self) -> tuple[ModelChoice, ...]: ...
    def playbooks(self) -> tuple[str, ...]:
        """The names of the playbooks that come with the app."""
        ...

    def try_team(self, address: str) -> str:
        """Connect to a team's database once; what was found, as a sentence."""
        ...


class SetupDesk(Protocol):
    """The first run: what can be chosen, tried and kept. Each choice is kept at once.

    What cannot be done raises AssistError in one sentence. All but `step`, `keep_step`, `choose`,
    `is_locked` and `chosen` may take seconds and may be called from another thread.
    """

    @property
    def step(self) -> SetupStep:
        """Where an earlier run stopped, else the first."""
        ...

    def keep_step(self, step: SetupStep) -> None: ...
    def finish(self) -> None:
        """Done, or skipped for good: it does not come up by itself again."""
        ...

    def chosen(self, key: str) -> str: ...
    def is_locked(self, key: str) -> bool: ...
    def choose(self, key: str, value: str) -> None: ...
    def models(self) -> tuple[ModelChoice, ...]: ...
    def download(self, name: str, progress: ProgressSink) -> None:
        """Fetch a model from the internet; only ever called because the user asked for it."""
        ...

    def devices(self) -> tuple[DeviceChoice, ...]: ...
    def open_levels(self, devices: tuple[DeviceChoice, ...]) -> Levels: ...
    def hear_sentence(self, words: WordSink, trouble: TroubleSink) -> SentenceTest:
        """Listen on the chosen microphone with the chosen model."""
        ...

    def play_far_end(self) -> FarEnd:
        """Play a sound on the output where the customer is heard, and listen for it there."""
        ...

    def remote(self) -> str:
        """A sentence where this is a remote desktop, on which a customer may not be heard."""
        ...
