"""The speech model of a call, with the words joined to it."""

import gc
from pathlib import Path
from typing import TYPE_CHECKING

from assist import paths
from assist.app.chosen import load_settings
from assist.core.errors import UsageError
from assist.core.interfaces import SpeechModel

if TYPE_CHECKING:
    from assist.cues.lint import Hearing
    from assist.speech.extended import Extender

STARTER_MODEL = "starter"


def model_folder(name: str) -> Path:
    """The folder of an installed or shipped model, or `name` itself if it is a folder."""
    for folder in (paths.user_models_dir() / name, paths.models_dir() / name, Path(name)):
        if folder.is_dir():
            return folder
    raise UsageError(f"The speech model '{name}' is not installed; see 'assist models list'.")


def load_speech_model(name: str) -> SpeechModel:
    from assist.speech.vosk import load_model

    return load_model(model_folder(name))


def extender(name: str) -> "Extender":
    """What joins words to that model. Raises UsageError where it is not installed."""
    from assist.speech.extended import Extender

    return Extender(
        folder=model_folder(name),
        pronunciation=pronunciation_file(),
        cache=_words_folder(),
    )


def _words_folder() -> Path:
    return paths.state_dir() / "cache" / "words"


def sweep_names() -> None:
    """Remove what a killed process left of a model with a customer's name."""
    from assist.speech.passing import sweep

    sweep(_words_folder())


def pronunciation_file() -> Path:
    """How words are said that the starter does not know yet."""
    return paths.models_dir() / "pronunciation" / "english.npz"


def load_for_calls(name: str, *, customer_name: str = "") -> SpeechModel:
    """Load a speech model with the words of the settings and the customer's name, and whatever
    else a call should not have to wait for.
    """
    from assist.detect.agent import agent_detector
    from assist.detect.customer import customer_detector

    joined, words = extender(name), load_settings().words
    model = joined.load_named(words, customer_name) if customer_name else None
    model = model or joined.load(words)
    agent_detector()
    customer_detector()
    # What is loaded by now stays. Without this the garbage collector walks through all compiled
    # phrases again and again, and pushes the speech model out of the processor's cache: 10 % of
    # the CPU of a call.
    gc.collect()
    gc.freeze()
    return model


def check_model(folder: Path) -> None:
    """Load a model in a child process, since Kaldi may abort. Raises SpeechError."""
    from assist.speech.verify import try_in_child

    try_in_child(folder, paths.self_command())


def hearing(model: str, language: str) -> "Hearing":
    """What a check of a playbook needs to know of how words are heard."""
    from assist.core.languages import LANGUAGES
    from assist.cues.lint import Hearing
    from assist.detect.names import sound_key
    from assist.speech.layout import check_layout

    lines = check_layout(model_folder(model)).words_file.read_text(encoding="utf-8").splitlines()
    words = {line.split()[0] for line in lines if line.strip()}
    if model == STARTER_MODEL:  # the one that takes words of one's own
        words |= {word.casefold() for each in load_settings().words for word in each.split()}
    # Patterns are compared word by word with contractions spelled out and accents folded.
    words |= {token for word in words for token in LANGUAGES[language].expand(word)}
    return Hearing(model=model, knows=words.__contains__, sound_key=sound_key)
