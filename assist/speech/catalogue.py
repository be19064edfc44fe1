"""The catalogue of speech models that can be downloaded, and the models that are here."""

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import msgspec

from assist.core.toml import read_toml
from assist.speech.errors import SpeechError

STARTER = "starter"
"""The model shipped with the app."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CatalogueEntry:
    """One model on offer. `megabytes` is the size of the download."""

    name: str
    language: str
    kind: Literal["small", "large"]
    megabytes: int
    licence: str
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Catalogue:
    """The models on offer; `checksums` is the address of the publisher's list of MD5 sums."""

    base: str
    checksums: str
    model: tuple[CatalogueEntry, ...]

    def entry(self, name: str) -> CatalogueEntry:
        """Raises SpeechError with the nearest names when there is no such model."""
        for entry in self.model:
            if entry.name == name:
                return entry
        near = [entry.name for entry in self.model if name.lower() in entry.name.lower()]
        hint = f"; did you mean {' or '.join(near[:3])}?" if near else "."
        raise SpeechError(
            f"The catalogue has no model '{name}': `assist models list` shows the names{hint}"
        )

    def address(self, name: str) -> str:
        return f"{self.base.rstrip('/')}/{self.entry(name).name}.zip"


def load_catalogue(file: Path) -> Catalogue:
    """Read a catalogue file. Raises SpeechError."""
    try:
        data = read_toml(file.read_bytes().decode("utf-8"))
        catalogue = msgspec.convert(data, type=Catalogue)
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise SpeechError(
            f"The model catalogue {file} cannot be read ({error}); install the app again."
        ) from None
    except msgspec.ValidationError as error:
        raise SpeechError(
            f"The model catalogue {file} is wrong ({error}); correct that entry."
        ) from None
    names = [entry.name for entry in catalogue.model]
    double = next((name for name in names if names.count(name) > 1), None)
    if double is not None:
        raise SpeechError(f"The model catalogue {file} lists {double} twice; remove one of them.")
    return catalogue


@dataclass(frozen=True, slots=True, kw_only=True)
class InstalledModel:
    """A model on this computer; the starter `is_shipped` and cannot be removed."""

    name: str
    folder: Path
    is_shipped: bool


def installed_models(shipped: Path, user: Path) -> tuple[InstalledModel, ...]:
    """The models in the shipped folder and in the user's, which wins where names are the same."""
    found: dict[str, InstalledModel] = {}
    for parent, is_shipped in ((shipped, True), (user, False)):
        for folder in sorted(parent.iterdir()) if parent.is_dir() else ():
            if folder.name.startswith(".") or not _looks_like_a_model(folder):
                continue
            found[folder.name] = InstalledModel(
                name=folder.name, folder=folder, is_shipped=is_shipped
            )
    return tuple(found.values())


def _looks_like_a_model(folder: Path) -> bool:
    return (
        (folder / "conf").is_dir() or (folder / "am").is_dir() or (folder / "final.mdl").is_file()
    )


def find_model(name: str, shipped: Path, user: Path) -> InstalledModel:
    """The installed model of that name. Raises SpeechError."""
    for model in installed_models(shipped, user):
        if model.name == name:
            return model
    raise SpeechError(
        f"The speech model '{name}' is not installed; `assist models list` shows what is, "
        f"`assist models install {name}` fetches one."
    )
