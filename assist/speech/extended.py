"""The model with the user's own words, and with the name of the customer who is calling.

Words of the settings are joined once and kept in a cache; a customer's name is joined to a copy
that is gone as soon as it is loaded and lies in memory where the system can: names of customers are
not left on the disk. Whatever goes wrong, the model without them is what is heard with.
"""

import contextlib
import hashlib
import logging
import shutil
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from assist.speech.errors import SpeechError
from assist.speech.joining import MOST_WORDS, can_join, join, spoken_words
from assist.speech.passing import passing_folder, sweep
from assist.speech.pronounce import Pronouncer
from assist.speech.vosk import VoskModel, load_model

_LOG = logging.getLogger(__name__)
_FORMAT = 1
"""Changes with what `join` writes, so that older copies are not taken."""

_NAME_WORDS = 8
"""Words of a name that are joined; nobody is called by more."""

_OLD_S = 24 * 3600.0
"""Copies not used for this long are removed; a younger one may be being loaded."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Extender:
    """Loads the model in `folder` with more words. `pronunciation` is the pronouncer's file;
    `cache` a folder of ours.
    """

    folder: Path
    pronunciation: Path
    cache: Path

    def load(self, words: Sequence[str]) -> VoskModel:
        """The model with the user's words. Raises SpeechError if it cannot be loaded at all."""
        folder = self._with_words(words)
        try:
            return load_model(folder)
        except SpeechError:
            if folder == self.folder:
                raise
            _LOG.warning("The copy of the speech model with your words does not load; it is left")
            return load_model(self.folder)

    def load_named(self, words: Sequence[str], name: str) -> VoskModel | None:
        """The model with the user's words and a customer's name; None where that cannot be."""
        if not can_join(self.folder):
            return None
        try:
            pronounce = Pronouncer(self.pronunciation)
            # Part by part: "Robert 2" is to be heard as far as it can be.
            people = [one for part in name.split() for one in spoken_words(part, pronounce)]
            if not people:
                _LOG.info("It is not known how the customer's name is said; it is not joined")
                return None
            base = self._with_words(words)
            self._make_cache()
            self._remove_old()
            with passing_folder(self.cache) as (folder, write):
                target = folder / self.folder.resolve().name
                join(base, target, names=people[:_NAME_WORDS], write=write)
                return load_model(target)
        except (SpeechError, OSError) as error:
            # The error's words tell of files, which here bear no name.
            _LOG.warning("The customer's name could not be joined to the model: %s", error)
            return None

    def _with_words(self, words: Sequence[str]) -> Path:
        """The folder of the model that knows the words: the cached one, made if need be."""
        phrases = sorted(set(words))[:MOST_WORDS]
        if not phrases or not can_join(self.folder):
            return self.folder
        made = self.cache / self._key(phrases) / self.folder.resolve().name
        try:
            if not made.is_dir():
                pronounce = Pronouncer(self.pronunciation)
                spoken = [spoken_words(phrase, pronounce) for phrase in phrases]
                self._make_cache()
                made.parent.mkdir(exist_ok=True)
                join(self.folder, made, words=[phrase for phrase in spoken if phrase])
            made.parent.touch()
            self._remove_old(keep=made.parent)
        except (SpeechError, OSError) as error:
            _LOG.warning("Your own words could not be joined to the speech model: %s", error)
            with contextlib.suppress(OSError):
                made.parent.rmdir()
            return self.folder
        return made

    def _key(self, phrases: Sequence[str]) -> str:
        """Tells apart models, words and versions of this code."""
        digest = hashlib.sha256(repr((_FORMAT, *phrases)).encode())
        files = [path for path in sorted(self.folder.rglob("*")) if path.is_file()]
        for path in (*files, self.pronunciation):
            stat = path.stat()
            digest.update(f"{path.name} {stat.st_size} {stat.st_mtime_ns}\n".encode())
        return digest.hexdigest()[:24]

    def _make_cache(self) -> None:
        self.cache.mkdir(mode=0o700, parents=True, exist_ok=True)

    def _remove_old(self, *, keep: Path | None = None) -> None:
        sweep(self.cache)
        now = time.time()
        for other in self.cache.iterdir():
            with contextlib.suppress(OSError):
                if other != keep and now - other.stat().st_mtime > _OLD_S:
                    shutil.rmtree(other, ignore_errors=True)
