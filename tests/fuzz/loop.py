"""One target under atheris, in this process: `python -m tests.fuzz.loop TARGET WORK [OPTIONS]`.

A fault (an exception that is no sentence for the user) is kept once for each place it comes from,
and the run goes on: one shallow fault does not hide the deeper ones. Hangs and too much memory end
the process, with the input kept by libFuzzer.
"""

import hashlib
import importlib
import logging
import sys
import tempfile
import traceback
from pathlib import Path
from typing import Any

_OURS = ["assist", "zipfile", "tomllib", "csv", "json.decoder", "http.server", "tests.fuzz"]


def main() -> None:
    name, work = sys.argv[1], Path(sys.argv[2])
    # By name: it is in no lock, and a type checker without it must not complain.
    atheris: Any = importlib.import_module("atheris")
    with atheris.instrument_imports(include=_OURS, enable_loader_override=False):
        targets = importlib.import_module("tests.fuzz.targets")
    from assist.core.errors import AssistError

    logging.disable(logging.CRITICAL)
    target = next(each for each in targets.TARGETS if each.name == name)
    corpus = Path(sys.argv[3])
    for number, seed in enumerate(target.seeds()):
        (corpus / f"seed-{number}").write_bytes(seed)
    shm = Path("/dev/shm")
    folder = Path(tempfile.mkdtemp(prefix="fuzz-", dir=shm if shm.is_dir() else None))
    places: set[str] = set()

    def one(data: bytes) -> None:
        try:
            target.run(data, folder)
        except AssistError:
            pass
        except Exception as error:
            place = _place(error)
            if place not in places:
                places.add(place)
                _keep(work, name, place, data, error)

    atheris.Setup([sys.argv[0], *sys.argv[3:]], one)
    atheris.Fuzz()


def _place(error: Exception) -> str:
    last = traceback.extract_tb(error.__traceback__)[-1]
    return f"{type(error).__name__} at {last.filename}:{last.lineno}"


def _keep(work: Path, name: str, place: str, data: bytes, error: Exception) -> None:
    digest = hashlib.sha256(place.encode()).hexdigest()[:8]
    file = work / "found" / f"{name}-{digest}"
    file.write_bytes(data)
    text = "".join(traceback.format_exception(error))
    file.with_suffix(".txt").write_text(f"{place}\n\n{text}", encoding="utf-8")


if __name__ == "__main__":
    main()
