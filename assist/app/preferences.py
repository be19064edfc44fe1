"""The settings as a window edits them, and the models and devices there are to choose from."""

from collections.abc import Mapping

from assist import paths, settings
from assist.app.chosen import load_settings, settings_state
from assist.app.consent import consent_problem
from assist.app.sealing import call_keys
from assist.core.errors import AssistError
from assist.core.preferences import (
    DeviceChoice,
    ModelChoice,
    ModelFit,
    Preference,
    PreferenceValue,
    ValueOrigin,
)

_FITS = {
    "vosk-model-en-us-0.42-gigaspeech": ModelFit.OTHER,
    "vosk-model-en-us-0.22-lgraph": ModelFit.ACCURATE,
}
"""Where the catalogue's kind, small or large, does not say it."""


class OwnSettingsDesk:
    """A `core.preferences.SettingsDesk` on the user's own file."""

    def __init__(self) -> None:
        self._changes = settings.ChangeLog(
            paths.settings_file(), paths.settings_history(), policy=paths.policy_file()
        )
        settings_state()  # a mistake in the file is said before a window opens
        self._count = 0
        """Changes made through this desk and not undone."""

    @property
    def file(self) -> str:
        return str(paths.settings_file())

    @property
    def notes(self) -> tuple[str, ...]:
        return settings_state().notes

    @property
    def key_place(self) -> str:
        keys = call_keys()
        if keys.is_in_keyring:
            return "keyring"
        return str(keys.file) if keys.file.exists() else ""

    @property
    def can_undo(self) -> bool:
        return bool(self._changes.changes())

    @property
    def can_restore(self) -> bool:
        return self._count > 0

    def preferences(self) -> Mapping[str, Preference]:
        state = settings_state()
        return {
            key: Preference(
                key=key,
                value=getattr(state.settings, key),
                default=field.default,
                origin=ValueOrigin(state.origins[key]),
                choices=field.choices,
                low=field.low,
                high=field.high,
            )
            for key, field in settings.FIELDS.items()
            if key != "version"
        }

    def check(self, key: str, value: PreferenceValue) -> str:
        problem = settings.FIELDS[key].problem(value)
        if key == "consent_phrase":
            problem = problem or consent_problem(str(value))
        if problem:
            return _what_to_type(key, problem)
        if key.startswith("shortcut_") and value:
            return self._same_shortcut(key, str(value))
        if key in ("agent_device", "customer_device") and value:
            chosen = load_settings()
            other = chosen.customer_device if key == "agent_device" else chosen.agent_device
            if value == other:
                return "You and the customer cannot be heard on the same device."
        return ""

    def _same_shortcut(self, key: str, chord: str) -> str:
        for other, preference in self.preferences().items():
            if other != key and other.startswith("shortcut_") and preference.value == chord:
                return f"{chord} does something else already ({other})."
        return ""

    def put(self, key: str, value: PreferenceValue) -> bool:
        if problem := self.check(key, value):
            raise settings.SettingsError(problem)
        return self._put(key, None if value == self._below(key) else value)

    def reset(self, key: str) -> bool:
        return self._put(key, None)

    def _below(self, key: str) -> PreferenceValue:
        """What holds where the file says nothing."""
        state = settings_state()
        return state.policy.suggested.get(key, settings.FIELDS[key].default)

    def _put(self, key: str, value: PreferenceValue | None) -> bool:
        is_changed = self._changes.put(key, value)
        self._count += is_changed
        return is_changed

    def undo(self) -> str:
        undone = self._changes.undo()
        self._count = max(0, self._count - 1)
        return undone.key if undone else ""

    def restore(self) -> None:
        while self._count > 0 and self.undo():
            pass
        self._count = 0

    def devices(self) -> tuple[DeviceChoice, ...]:
        return device_choices()

    def models(self) -> tuple[ModelChoice, ...]:
        return model_choices()

    def playbooks(self) -> tuple[str, ...]:
        return tuple(sorted(file.stem for file in paths.resources_dir().glob("playbooks/*.toml")))

    def try_team(self, address: str) -> str:
        from assist.store.team import try_database

        if problem := settings.FIELDS["team_database"].problem(address):
            raise AssistError(_what_to_type("team_database", problem))
        role = try_database(address)
        return f"The team's database answers and knows you ({role})."


def _what_to_type(key: str, problem: str) -> str:
    """What a window says beside a wrong value: the file's sentence names what is not seen there."""
    if key.startswith("shortcut_"):
        return "Press keys with Ctrl, Alt or Super, such as Ctrl+Alt+P."
    if key == "team_database":
        return "Type an address such as postgresql://name@server/calls."
    if key == "baresip":
        return "Type an address such as 127.0.0.1:4444."
    if key == "action_url_secret":
        return "Type 16 letters and digits or more."
    if key == "name_pattern":
        return "Type a regular expression with a group (?P<name>…)."
    if key == "consent_phrase":
        return "Type three words or more that carry meaning; 'the' and 'is' do not count."
    return f"This {problem}."


def settings_desk() -> OwnSettingsDesk:
    """Raises SettingsError where the settings file is broken."""
    return OwnSettingsDesk()


def device_choices() -> tuple[DeviceChoice, ...]:
    """Microphones, then what the agent hears; none where there is no sound at all."""
    from assist.audio.devices import list_devices

    chosen = load_settings()
    return tuple(
        DeviceChoice(
            party=each.party,
            name=each.name,
            description=each.description,
            is_chosen=each.is_chosen,
        )
        for each in list_devices(chosen.agent_device, chosen.customer_device)
    )


def model_choices() -> tuple[ModelChoice, ...]:
    """The models that are here, then those on offer. Raises SpeechError."""
    from assist.speech.catalogue import STARTER, installed_models, load_catalogue

    current = load_settings().model
    catalogue = load_catalogue(paths.models_dir() / "catalogue.toml")
    offered = {entry.name: entry for entry in catalogue.model}
    here = {
        model.name: model for model in installed_models(paths.models_dir(), paths.user_models_dir())
    }
    made = []
    for name in [*here, *(name for name in offered if name not in here)]:
        entry = offered.get(name)
        if name == STARTER:
            fit = ModelFit.TRYING
        elif entry is None:
            fit = ModelFit.UNKNOWN
        else:
            fit = _FITS.get(name) or (
                ModelFit.CALLS if entry.kind == "small" else ModelFit.ACCURATE
            )
        made.append(
            ModelChoice(
                name=name,
                language=entry.language if entry else ("en" if name == STARTER else ""),
                fit=fit,
                megabytes=entry.megabytes if entry else 0,
                is_here=name in here,
                is_chosen=name == current,
                note=entry.note if entry else "",
            )
        )
    return tuple(made)
