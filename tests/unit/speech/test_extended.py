"""The starter with words of the user and a customer's name: loaded, cached, never in the way."""

import errno
import logging
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from assist import paths
from assist.app.retention import expire
from assist.core.events import FinalResult
from assist.core.words import Party
from assist.speech.extended import Extender
from assist.speech.vosk import VoskModel
from tests.helpers.speech import Samples, mixed, speak

pytestmark = pytest.mark.vosk

NAME = "Chidi Okonkwo"
CopyModel = Callable[[str], Path]


@pytest.fixture
def extender(starter: Path, tmp_path: Path) -> Extender:
    return Extender(
        folder=starter,
        pronunciation=paths.models_dir() / "pronunciation" / "english.npz",
        cache=tmp_path / "state" / "words",
    )


def _heard(model: VoskModel, said: str) -> str:
    sound: Samples = mixed(4500, (400, speak(said, voice="en-us+m5")))
    recognizer = model.recognizer(Party.CUSTOMER)
    data = sound.tobytes()
    results = [
        one for at in range(0, len(data), 3200) for one in recognizer.accept(data[at : at + 3200])
    ]
    results += recognizer.close_utterance()
    return " ".join(one.text for one in results if isinstance(one, FinalResult))


def test_a_customers_name_is_heard_once_it_is_joined(extender: Extender) -> None:
    said = "hello this is chidi okonkwo speaking"
    plain, named = extender.load(()), extender.load_named((), NAME)
    assert named is not None
    assert not plain.knows("okonkwo")
    assert "okonkwo" not in _heard(plain, said)
    assert "okonkwo" in _heard(named, said)
    assert named.name == plain.name == "starter"


def test_other_sentences_are_heard_as_before(extender: Extender) -> None:
    said = "i would like to cancel my contract please"
    named = extender.load_named(("FiberMax",), NAME)
    assert named is not None
    assert _heard(named, said) == _heard(extender.load(()), said) == said


def test_a_product_is_heard_once_it_is_in_the_list(extender: Extender) -> None:
    said = "there is a problem with my fibermax"
    assert "fibermax" not in _heard(extender.load(()), said)
    assert "fibermax" in _heard(extender.load(("FiberMax",)), said)


def test_a_name_leaves_nothing_on_the_disk(extender: Extender) -> None:
    assert extender.load_named(("FiberMax",), NAME) is not None
    files = [path for path in extender.cache.rglob("*") if path.is_file()]
    assert files
    assert all("okonkwo" not in path.read_text("utf-8", "replace").lower() for path in files)
    assert all("okonkwo" not in path.name.lower() for path in extender.cache.rglob("*"))


_KILLED = """
import os, signal, sys
from pathlib import Path
from assist.speech import extended

extended.load_model = lambda folder: os.kill(os.getpid(), signal.SIGKILL)
folder, pronunciation, cache = map(Path, sys.argv[1:4])
extender = extended.Extender(folder=folder, pronunciation=pronunciation, cache=cache)
extender.load_named((), sys.argv[4])
"""


def _is_in(name: str, folder: Path) -> bool:
    """Whether any file of the folder has it, the graph and what other programs can open too."""
    files = [path for path in folder.rglob("*") if path.is_file()]
    return any(name.encode() in path.read_bytes() for path in files)


@pytest.mark.skipif(sys.platform == "win32", reason="no signals")
def test_killed_while_it_loads_a_name_leaves_none_on_the_disk(
    starter: Path, assist_home: Path
) -> None:
    cache = assist_home / "state" / "cache" / "words"
    pronunciation = paths.models_dir() / "pronunciation" / "english.npz"
    command = [sys.executable, "-c", _KILLED, *map(str, (starter, pronunciation, cache)), NAME]
    killed = subprocess.run(command, timeout=120, check=False)
    assert killed.returncode == -signal.SIGKILL
    [left] = cache.glob("named-*")
    assert (left / "starter" / "graph" / "words.txt").is_symlink() == sys.platform.startswith(
        "linux"
    )
    if sys.platform.startswith("linux"):
        assert not _is_in("okonkwo", cache)
    expire()  # as at the engine's start
    assert list(cache.iterdir()) == []


def test_where_no_memory_can_be_had_for_it_a_name_is_on_the_disk_for_that_moment(
    extender: Extender, monkeypatch: pytest.MonkeyPatch
) -> None:
    if hasattr(os, "memfd_create"):

        def forbidden(*_: object) -> int:
            raise OSError(errno.EPERM, "Operation not permitted")

        monkeypatch.setattr(os, "memfd_create", forbidden)
    named = extender.load_named((), NAME)
    assert named is not None
    assert named.knows("okonkwo")
    assert list(extender.cache.iterdir()) == []


def test_a_folder_of_a_process_that_lives_is_left_alone(extender: Extender) -> None:
    mine, another = (extender.cache / f"named-{os.getpid()}-x", extender.cache / "named-x")
    for folder in (mine, another):
        folder.mkdir(parents=True)
    extender.load(("FiberMax",))
    assert mine.exists()
    assert another.exists(), "of an older version: for a minute"
    os.utime(another, (time.time() - 90,) * 2)
    extender.load(("FiberMax",))
    assert mine.exists()
    assert not another.exists()


def test_the_copy_with_the_words_is_made_once(extender: Extender) -> None:
    extender.load(("FiberMax", "Zentro"))
    [made] = extender.cache.glob("*/starter/graph/HCLG.fst")
    before = made.stat()
    extender.load(("Zentro", "FiberMax", "Zentro"))
    assert list(extender.cache.glob("*/starter/graph/HCLG.fst")) == [made]
    assert (made.stat().st_ino, made.stat().st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_old_copies_go_and_younger_ones_stay(extender: Extender) -> None:
    for words in (("Alpha",), ("Norvexa",)):
        extender.load(words)
    old = sorted(extender.cache.iterdir())[0]
    left = extender.cache / "named-killed"
    left.mkdir()
    for folder in (old, left):
        os.utime(folder, (time.time() - 48 * 3600,) * 2)
    extender.load(("Zentro",))
    assert not old.exists()
    assert not left.exists()
    assert len(list(extender.cache.iterdir())) == 2


def test_another_model_gets_another_copy(extender: Extender, model_copy: CopyModel) -> None:
    words = ("FiberMax",)
    extender.load(words)
    newer = model_copy("starter")
    (newer / "conf" / "model.conf").touch()
    other = Extender(folder=newer, pronunciation=extender.pronunciation, cache=extender.cache)
    other.load(words)
    assert len(list(extender.cache.iterdir())) == 2


def test_without_words_and_names_nothing_is_written(extender: Extender) -> None:
    assert extender.load(()).knows("hello")
    assert not extender.cache.exists()


@pytest.mark.parametrize("name", ["", "  ", "7", "李雷", "x" * 200, "!?", "A. B."])
def test_a_name_that_cannot_be_said_is_let_be(extender: Extender, name: str) -> None:
    assert extender.load_named((), name) is None


def test_of_a_name_what_can_be_said_is_joined(extender: Extender) -> None:
    named = extender.load_named((), "Okonkwo 2 (VIP)")
    assert named is not None
    assert named.knows("okonkwo")


def test_words_that_cannot_be_said_do_not_keep_others_out(extender: Extender) -> None:
    model = extender.load(("7up", "FiberMax", "微信"))
    assert model.knows("fibermax")


def test_a_model_that_takes_no_words_is_used_as_it_is(
    extender: Extender, model_copy: CopyModel
) -> None:
    folder = model_copy("official")
    (folder / "graph" / "joining.json").unlink()
    other = Extender(folder=folder, pronunciation=extender.pronunciation, cache=extender.cache)
    assert not other.load(("FiberMax",)).knows("fibermax")
    assert other.load_named((), NAME) is None
    assert not extender.cache.exists()


def test_on_a_full_disk_the_plain_model_is_heard_with_and_no_name_is_logged(
    extender: Extender, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def full(*_: object) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full)
    if hasattr(os, "memfd_create"):
        monkeypatch.setattr(os, "memfd_create", full)
    with caplog.at_level(logging.DEBUG):
        assert extender.load(("FiberMax",)).knows("hello")
        assert extender.load_named((), NAME) is None
    assert "No space left" in caplog.text
    assert "okonkwo" not in caplog.text.lower()
    assert "fibermax" not in caplog.text.lower()
    assert [path for path in extender.cache.rglob("*") if path.is_file()] == []


def test_a_copy_that_does_not_load_is_left(
    extender: Extender, caplog: pytest.LogCaptureFixture
) -> None:
    extender.load(("FiberMax",))
    [made] = extender.cache.glob("*/starter/graph/HCLG.fst")
    made.write_bytes(b"damaged on the disk")
    with caplog.at_level(logging.WARNING):
        assert extender.load(("FiberMax",)).knows("hello")
    assert "does not load" in caplog.text


def test_without_the_pronouncer_the_plain_model_is_used(
    extender: Extender, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    broken = tmp_path / "english.npz"
    shutil.copy(Path(__file__), broken)
    other = Extender(folder=extender.folder, pronunciation=broken, cache=extender.cache)
    with caplog.at_level(logging.WARNING):
        assert other.load(("FiberMax",)).knows("hello")
        assert other.load_named((), NAME) is None
    assert "damaged" in caplog.text


def test_writing_takes_less_than_a_second(extender: Extender) -> None:
    begun = time.monotonic()
    assert extender.load_named((), NAME) is not None
    assert time.monotonic() - begun < 5  # 0.3 s; a machine under test may be busy
