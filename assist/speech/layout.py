"""Whether a folder holds a model that the speech engine can open, told before it is opened.

The engine gives only "Failed to create a model" for a missing file, and ends the whole process for
a missing endpoint option, so both are looked for here first. The two layouts are those of
`src/model.cc` of Vosk 0.3.45.
"""

from dataclasses import dataclass
from pathlib import Path

from assist.speech.errors import SpeechError

SILENCE_OPTION = "--endpoint.silence-phones"
SUBSAMPLING_OPTION = "--frame-subsampling-factor"


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelLayout:
    """Where a model keeps its parts; `is_flat` is the older layout with all files in one folder.

    `is_composed`: its graph is put together while it decodes, from lexicon and language model.
    """

    folder: Path
    is_flat: bool
    words_file: Path
    is_composed: bool


def check_layout(folder: Path) -> ModelLayout:
    """The model's layout. Raises SpeechError that names the first missing or unusable file."""
    if not folder.exists():
        raise SpeechError(
            f"There is no speech model at {folder}; `assist models list` shows what there is."
        )
    if not folder.is_dir():
        raise SpeechError(f"{folder} is a file, not the folder of a speech model.")
    is_flat = (folder / "final.mdl").is_file() and not (folder / "am").is_dir()
    graph = folder if is_flat else folder / "graph"
    conf = folder if is_flat else folder / "conf"
    _need(folder, folder / "final.mdl" if is_flat else folder / "am" / "final.mdl")
    if not is_flat:
        _need(folder, conf / "model.conf")
    _need(folder, conf / "mfcc.conf", conf / "fbank.conf")
    if (graph / "HCLG.fst").is_file():
        _need(folder, graph / "HCLG.fst")
    else:
        _need(folder, graph / "HCLr.fst", named=graph / "HCLG.fst")
        _need(folder, graph / "Gr.fst")
        _need(folder, graph / "disambig_tid.int", may_be_empty=True)
    _need(folder, graph / "words.txt")
    if (folder / "ivector").is_dir():
        for name in ("final.ie", "final.dubm", "final.mat", "global_cmvn.stats"):
            _need(folder, folder / "ivector" / name)
    if not is_flat:
        _check_options(folder, conf / "model.conf")
    return ModelLayout(
        folder=folder,
        is_flat=is_flat,
        words_file=graph / "words.txt",
        is_composed=not (graph / "HCLG.fst").is_file(),
    )


def _need(
    folder: Path, *choices: Path, named: Path | None = None, may_be_empty: bool = False
) -> None:
    """One of `choices` must be a file with something in it; `named` is what the error calls it."""
    found = [path for path in choices if path.is_file()]
    shown = (named or choices[0]).relative_to(folder).as_posix()
    if not found:
        raise SpeechError(
            f"The speech model in {folder} is incomplete: {shown} is missing; "
            "install or import it again."
        )
    try:
        is_empty = found[0].stat().st_size == 0
        with found[0].open("rb"):
            pass
    except OSError as error:
        raise SpeechError(
            f"The speech model's file {found[0]} cannot be read ({error.strerror}); "
            "check its permissions."
        ) from None
    if is_empty and not may_be_empty:
        raise SpeechError(
            f"The speech model in {folder} is damaged: {shown} is empty; "
            "install or import it again."
        )


def _check_options(folder: Path, file: Path) -> None:
    """Refuse the two options that make the engine abort or give wrong times."""
    options: dict[str, str] = {}
    for line in file.read_text(encoding="utf-8", errors="replace").splitlines():
        key, _, value = line.split("#", 1)[0].strip().partition("=")
        options[key.strip()] = value.strip()
    if not options.get(SILENCE_OPTION):
        # Without it the first sound aborts the process (vosk 0.3.45).
        raise SpeechError(
            f"The speech model in {folder} cannot be used: conf/model.conf lacks {SILENCE_OPTION}; "
            "install or import it again."
        )
    if options.get(SUBSAMPLING_OPTION, "1") != "3":
        # vosk 0.3.45 hard-codes 30 ms per decoded frame; with another factor all times are wrong.
        raise SpeechError(
            f"The speech model in {folder} cannot be used: {SUBSAMPLING_OPTION} in conf/model.conf "
            "must be 3 for word times to be right; use another model."
        )
