"""The shipped catalogue is sound; wrong ones and unknown names are told."""

import re
from pathlib import Path

import pytest

from assist import paths
from assist.speech.catalogue import (
    Catalogue,
    CatalogueEntry,
    find_model,
    installed_models,
    load_catalogue,
)
from assist.speech.errors import SpeechError

ENTRY = """
[[model]]
name = "model-a"
language = "en"
kind = "small"
megabytes = 1
licence = "MIT"
"""
HEAD = 'base = "https://example.org/"\nchecksums = "https://example.org/list.json"\n'


def test_the_shipped_catalogue_is_sound() -> None:
    catalogue = load_catalogue(paths.models_dir() / "catalogue.toml")
    assert {"en-US", "de", "es", "fr", "it", "nl", "pt-BR", "ru"} <= {
        entry.language for entry in catalogue.model
    }
    for entry in catalogue.model:
        assert re.fullmatch(r"vosk-model-[a-z0-9._-]+", entry.name)
        assert 30 <= entry.megabytes <= 3000
        assert entry.licence
        assert catalogue.address(entry.name) == (
            f"https://alphacephei.com/vosk/models/{entry.name}.zip"
        )


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("base = 'x", "cannot be read"),
        (HEAD + ENTRY.replace("megabytes = 1", 'megabytes = "1"'), r"\$.model\[0\].megabytes"),
        (HEAD + ENTRY.replace('kind = "small"', 'kind = "tiny"'), "kind"),
        (HEAD + ENTRY.replace('licence = "MIT"', ""), "licence"),
        (HEAD + ENTRY + ENTRY, "lists model-a twice"),
        (ENTRY, "base"),
    ],
)
def test_a_wrong_catalogue_names_what_is_wrong(tmp_path: Path, text: str, told: str) -> None:
    file = tmp_path / "catalogue.toml"
    file.write_text(text)
    with pytest.raises(SpeechError, match=told):
        load_catalogue(file)


def test_a_missing_catalogue_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(SpeechError, match="cannot be read"):
        load_catalogue(tmp_path / "none.toml")


def test_an_unknown_name_is_told_with_the_nearest() -> None:
    entry = CatalogueEntry(
        name="vosk-model-small-de-0.15", language="de", kind="small", megabytes=45, licence="MIT"
    )
    catalogue = Catalogue(base="https://example.org", checksums="", model=(entry,))
    assert catalogue.entry(entry.name) == entry
    with pytest.raises(SpeechError, match=r"did you mean vosk-model-small-de-0\.15\?"):
        catalogue.entry("small-de")
    with pytest.raises(SpeechError, match=r"shows the names\."):
        catalogue.entry("klingon")


def test_installed_models_are_found_and_the_users_own_wins(tmp_path: Path) -> None:
    shipped, user = tmp_path / "shipped", tmp_path / "user"
    for folder in (shipped / "starter", shipped / "recipes", user / "mine", user / ".new-1"):
        folder.mkdir(parents=True)
    for folder in (shipped / "starter", user / "mine", user / ".new-1"):
        (folder / "conf").mkdir()
    (shipped / "catalogue.toml").touch()
    assert [(m.name, m.is_shipped) for m in installed_models(shipped, user)] == [
        ("starter", True),
        ("mine", False),
    ]
    assert find_model("mine", shipped, user).folder == user / "mine"
    with pytest.raises(SpeechError, match="'recipes' is not installed"):
        find_model("recipes", shipped, user)
    assert installed_models(tmp_path / "none", tmp_path / "none") == ()
