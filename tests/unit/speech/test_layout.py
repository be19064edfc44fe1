"""A folder that is no usable model is refused in one sentence, before the engine sees it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from assist.speech.errors import SpeechError
from assist.speech.layout import check_layout

CopyModel = Callable[[str], Path]


@pytest.fixture
def model_copy(tmp_path: Path) -> CopyModel:
    """Makes folders with the files of a model with a ready graph, hardly anything in each."""

    def make(name: str) -> Path:
        folder = tmp_path / name
        for file in ("am/final.mdl", "graph/HCLG.fst", "graph/words.txt", "conf/mfcc.conf"):
            (folder / file).parent.mkdir(parents=True, exist_ok=True)
            (folder / file).write_text("x")
        (folder / "conf" / "model.conf").write_text(
            "--beam=10\n--frame-subsampling-factor=3  # always\n--endpoint.silence-phones=1:2\n"
        )
        return folder

    return make


def refusal(folder: Path) -> str:
    with pytest.raises(SpeechError) as caught:
        check_layout(folder)
    text = str(caught.value)
    assert "\n" not in text
    assert text.endswith(".")
    return text


def test_a_complete_model_passes(model_copy: CopyModel) -> None:
    check_layout(model_copy("whole"))


def test_the_starter_is_complete(starter: Path) -> None:
    layout = check_layout(starter)
    assert not layout.is_flat
    assert layout.words_file == starter / "graph" / "words.txt"


@pytest.mark.parametrize(
    "file", ["am/final.mdl", "conf/model.conf", "graph/HCLG.fst", "graph/words.txt"]
)
def test_a_missing_file_is_named(model_copy: CopyModel, file: str) -> None:
    folder = model_copy("broken")
    (folder / file).unlink()
    text = refusal(folder)
    assert f"{file} is missing" in text
    assert "install or import it again" in text


def test_missing_feature_settings_are_named(model_copy: CopyModel) -> None:
    folder = model_copy("broken")
    (folder / "conf" / "mfcc.conf").unlink()
    assert "conf/mfcc.conf is missing" in refusal(folder)
    (folder / "conf" / "fbank.conf").write_text("--num-mel-bins=40\n")
    check_layout(folder)


@pytest.mark.parametrize("file", ["am/final.mdl", "graph/HCLG.fst", "graph/words.txt"])
def test_an_empty_file_is_named(model_copy: CopyModel, file: str) -> None:
    folder = model_copy("broken")
    (folder / file).write_bytes(b"")
    assert f"{file} is empty" in refusal(folder)


@pytest.mark.parametrize(
    "line", ["", "--endpoint.silence-phones=", "# --endpoint.silence-phones=1"]
)
def test_a_model_that_would_abort_at_the_first_sound_is_refused(
    model_copy: CopyModel, line: str
) -> None:
    folder = model_copy("broken")
    conf = folder / "conf" / "model.conf"
    kept = [text for text in conf.read_text().splitlines() if "silence-phones" not in text]
    conf.write_text("\n".join([*kept, line]) + "\n")
    assert "lacks --endpoint.silence-phones" in refusal(folder)


@pytest.mark.parametrize("value", ["1", "2", None])
def test_a_model_with_wrong_word_times_is_refused(model_copy: CopyModel, value: str | None) -> None:
    folder = model_copy("broken")
    conf = folder / "conf" / "model.conf"
    kept = [text for text in conf.read_text().splitlines() if "subsampling" not in text]
    if value is not None:
        kept.append(f"--frame-subsampling-factor={value}")
    conf.write_text("\n".join(kept) + "\n")
    assert "frame-subsampling-factor" in refusal(folder)


def test_neither_a_file_nor_nothing_is_a_model(tmp_path: Path) -> None:
    assert "There is no speech model at" in refusal(tmp_path / "none")
    file = tmp_path / "model.zip"
    file.write_bytes(b"PK")
    assert "is a file" in refusal(file)
    assert "am/final.mdl is missing" in refusal(tmp_path)


def test_the_older_flat_layout_is_known(tmp_path: Path) -> None:
    for name in ("final.mdl", "mfcc.conf", "HCLG.fst", "words.txt"):
        (tmp_path / name).write_bytes(b"x")
    layout = check_layout(tmp_path)
    assert layout.is_flat
    assert layout.words_file == tmp_path / "words.txt"
    (tmp_path / "words.txt").unlink()
    assert "words.txt is missing" in refusal(tmp_path)


def test_a_model_with_a_runtime_grammar_needs_its_three_graph_files(model_copy: CopyModel) -> None:
    folder = model_copy("dynamic")
    graph = folder / "graph"
    (graph / "HCLG.fst").rename(graph / "HCLr.fst")
    assert "graph/Gr.fst is missing" in refusal(folder)
    (graph / "Gr.fst").write_bytes(b"x")
    assert "graph/disambig_tid.int is missing" in refusal(folder)
    (graph / "disambig_tid.int").write_bytes(b"")
    assert not check_layout(folder).is_flat


def test_a_model_with_speaker_vectors_needs_all_of_their_files(model_copy: CopyModel) -> None:
    folder = model_copy("vectors")
    (folder / "ivector").mkdir()
    assert "ivector/final.ie is missing" in refusal(folder)
