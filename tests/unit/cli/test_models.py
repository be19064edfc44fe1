"""`assist models`, as a user types it."""

import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from assist import paths
from assist.cli import main
from assist.cli import models as models_command
from assist.settings import load_settings
from assist.speech.catalogue import Catalogue, CatalogueEntry
from tests.helpers.fileserver import FileServer

NAME = "vosk-model-small-xx-0.1"


def assist(*words: str) -> int:
    return main(["models", *words], open_desktop=lambda speed: 99)


@pytest.fixture
def model_copy(tmp_path: Path) -> Path:
    """A copy of the starter under another name."""
    folder = tmp_path / "stick" / NAME
    shutil.copytree(paths.models_dir() / "starter", folder)
    for path in (folder, *folder.rglob("*")):
        path.chmod(0o755 if path.is_dir() else 0o644)
    return folder


def rows(capsys: pytest.CaptureFixture[str], *words: str) -> list[dict[str, object]]:
    assert assist("list", "--json", *words) == 0
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_the_list_shows_what_is_here_and_on_offer(capsys: pytest.CaptureFixture[str]) -> None:
    listed = rows(capsys)
    starter = listed[0]
    assert (starter["name"], starter["state"]) == ("starter", "in use, shipped")
    assert "not for real calls" in str(starter["note"])
    offered = {str(row["name"]): row for row in listed[1:]}
    assert offered["vosk-model-small-en-us-0.15"]["licence"] == "Apache-2.0"
    assert offered["vosk-model-small-en-us-0.15"]["state"] == ""


def test_the_list_can_be_narrowed(capsys: pytest.CaptureFixture[str]) -> None:
    assert [row["name"] for row in rows(capsys, "--installed")] == ["starter"]
    assert {row["language"] for row in rows(capsys, "--language", "de")} == {"de"}
    assert {row["language"] for row in rows(capsys, "--language", "EN")} == {
        "en",
        "en-US",
        "en-IN",
    }


def test_the_table_is_honest_about_the_starter_and_cuts_no_name(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert assist("list") == 0
    shown = capsys.readouterr().out
    assert "for tests, not for real calls" in shown
    assert "vosk-model-pt-fb-v0.1.1-20220516_2113 " in shown
    assert "…" not in shown


@pytest.mark.parametrize("width", [80, 100, 160])
def test_no_row_is_wider_than_the_terminal(
    width: int, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    monkeypatch.setenv("FORCE_COLOR", "1")  # as on a terminal: its own width counts
    monkeypatch.setenv("NO_COLOR", "1")
    assert assist("list") == 0
    table = re.sub(r"\x1b\[[0-9;]*m", "", capsys.readouterr().out).split("\n\n")[0]
    assert max(map(len, table.splitlines())) <= width
    assert "vosk-model-pt-fb-v0.1.1-20220516_2113 " in table
    assert ("NOTE" in table) == (width == 160)


@pytest.mark.vosk
def test_a_model_from_a_stick_is_imported_used_verified_and_removed(
    model_copy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert assist("import", str(model_copy), "--name", "branch", "--use") == 0
    shown = capsys.readouterr().out
    assert "branch is installed and works" in shown
    assert load_settings(paths.settings_file()).model == "branch"
    assert (paths.user_models_dir() / "branch" / "am" / "final.mdl").is_file()
    assert {row["name"]: row["state"] for row in rows(capsys, "--installed")} == {
        "starter": "shipped",
        "branch": "in use, installed",
    }

    assert assist("verify", "branch") == 0
    assert "branch: in order" in capsys.readouterr().out

    assert assist("remove", "branch") == 2
    assert "choose another first" in capsys.readouterr().err
    assert (paths.user_models_dir() / "branch").is_dir()

    assert assist("use", "starter") == 0
    assert "not for real calls" in " ".join(capsys.readouterr().out.split())
    assert assist("remove", "branch") == 0
    assert not (paths.user_models_dir() / "branch").exists()


@pytest.mark.vosk
def test_verify_goes_through_all_models_and_tells_each_broken_one(
    model_copy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    broken = paths.user_models_dir() / NAME
    broken.parent.mkdir(parents=True)
    model_copy.rename(broken)
    (broken / "am" / "final.mdl").unlink()
    assert assist("verify") == 1
    said = capsys.readouterr()
    assert "starter: in order" in said.out
    assert said.err.splitlines() == [
        f"assist: The speech model in {broken} is incomplete: am/final.mdl is missing; "
        "install or import it again."
    ]


@pytest.mark.vosk
def test_a_model_that_cannot_be_used_does_not_come_into_use(
    model_copy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    broken = paths.user_models_dir() / NAME
    broken.parent.mkdir(parents=True)
    model_copy.rename(broken)
    file = broken / "am" / "final.mdl"
    file.write_bytes(file.read_bytes()[:20_000])
    assert assist("use", NAME) == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.count("\n") == 1
    assert "cannot be loaded" in said.err
    assert load_settings(paths.settings_file()).model == "starter"


@pytest.mark.parametrize(
    ("words", "status", "told"),
    [
        (["use", "klingon"], 1, "'klingon' is not installed"),
        (["verify", "klingon"], 1, "'klingon' is not installed"),
        (["remove", "klingon"], 1, "'klingon' is not installed"),
        (["remove", "starter"], 2, "part of the app and stays"),
        (["install", "klingon"], 1, "The catalogue has no model 'klingon'"),
        (["import", "/nowhere/model.zip"], 1, "There is nothing at /nowhere/model.zip"),
    ],
)
def test_what_cannot_be_done_is_one_sentence(
    words: list[str], status: int, told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert assist(*words) == status
    said = capsys.readouterr()
    assert said.out == ""
    assert told in said.err
    assert said.err.count("\n") == 1


def test_a_model_in_use_that_is_gone_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    file = paths.settings_file()
    file.parent.mkdir(parents=True)
    file.write_text('model = "gone"\n')
    assert assist("list", "--installed") == 0
    assert "'gone', is not installed" in capsys.readouterr().err


@pytest.mark.parametrize("command", ["", "list", "install", "import", "use", "verify", "remove"])
def test_every_command_has_help_with_examples(
    command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        assist(*([command] if command else []), "--help")
    assert ended.value.code == 0
    shown = capsys.readouterr().out
    assert "examples:\n  assist models" in shown
    assert "load-test" not in shown


@pytest.fixture
def offer(
    model_copy: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[FileServer]:
    """A catalogue with one model, on a server of this computer."""
    archive = shutil.make_archive(str(tmp_path / "offer"), "zip", model_copy.parent, NAME)
    with FileServer().running() as server:
        server.files[f"/{NAME}.zip"] = Path(archive).read_bytes()
        entry = CatalogueEntry(name=NAME, language="xx", kind="small", megabytes=14, licence="MIT")
        catalogue = Catalogue(
            base=server.base, checksums=f"{server.base}/list.json", model=(entry,)
        )
        monkeypatch.setattr(models_command, "_catalogue", lambda: catalogue)
        yield server


@pytest.mark.vosk
def test_a_model_is_installed_from_the_web(
    offer: FileServer, capsys: pytest.CaptureFixture[str]
) -> None:
    assert assist("install", NAME, "--use") == 0
    shown = capsys.readouterr().out
    assert f"{NAME} is installed and works" in shown
    assert "checksum could not be compared" in shown
    assert load_settings(paths.settings_file()).model == NAME
    assert assist("install", NAME) == 1
    assert "is installed already" in capsys.readouterr().err


def test_a_stopped_install_says_so_and_goes_on_later(
    offer: FileServer, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr("assist.speech.install.unpack_zip", stop)
        assert assist("install", NAME) == 130
    assert "assist: stopped." in capsys.readouterr().err
    assert not (paths.user_models_dir() / NAME).exists()
    left = [path.name for path in paths.user_models_dir().rglob("*")]
    assert left == [".downloads", f"{NAME}.zip"]


def test_words_of_ones_own_are_kept_shown_and_removed(capsys: pytest.CaptureFixture[str]) -> None:
    assert assist("words", "list") == 0
    assert "No words of your own" in capsys.readouterr().out
    assert assist("words", "add", "FiberMax", "  Norvexa   Plus ", "FIBERMAX") == 0
    assert capsys.readouterr().out.startswith("2 added")
    assert load_settings(paths.settings_file()).words == ("FiberMax", "Norvexa Plus")
    assert assist("words", "add", "fibermax") == 0
    assert capsys.readouterr().out.startswith("0 added")
    assert assist("words", "list") == 0
    assert re.search(r"^FiberMax +F AY B ER M AE K S$", capsys.readouterr().out, re.MULTILINE)
    assert assist("words", "remove", "fibermax") == 0
    assert load_settings(paths.settings_file()).words == ("Norvexa Plus",)


@pytest.mark.parametrize("word", ["7up", "李雷", "", "x" * 61, "a b", "Web 2"])
def test_a_word_that_nobody_can_say_is_refused(
    capsys: pytest.CaptureFixture[str], word: str
) -> None:
    assert assist("words", "add", "FiberMax", word) == 2
    assert "write it as it is spoken" in capsys.readouterr().err
    assert load_settings(paths.settings_file()).words == ()


def test_removing_a_word_that_is_not_there_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert assist("words", "remove", "FiberMax") == 2
    assert "'fibermax' is not among your words" in capsys.readouterr().err


def test_there_is_room_for_so_many_words(capsys: pytest.CaptureFixture[str]) -> None:
    letters = "abcdefghijklmno"
    words = [f"zor{one}{two}ex" for one in letters for two in letters]
    assert assist("words", "add", *words) == 2
    assert "room for 200 words" in capsys.readouterr().err


def test_a_model_that_takes_no_words_is_told(
    capsys: pytest.CaptureFixture[str], model_copy: Path
) -> None:
    (model_copy / "graph" / "joining.json").unlink(missing_ok=True)
    assert assist("import", str(model_copy), "--use") == 0
    capsys.readouterr()
    assert assist("words", "add", "FiberMax") == 0
    assert f"'{NAME}', takes no new words" in capsys.readouterr().err
