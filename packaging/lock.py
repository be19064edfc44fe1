"""Write requirements.lock anew from pyproject.toml. Needs `uv` on the PATH (`pip install uv`).

    python packaging/lock.py             keep what is locked, add what is new
    python packaging/lock.py --upgrade   the newest of everything that pyproject.toml allows

One file for Linux, macOS and Windows and Python 3.11 to 3.13, in three sections so that
`bootstrap.py run` can install less than `bootstrap.py test`.
"""

import re
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
LOCK = ROOT / "requirements.lock"
HEAD = """\
# Exact versions and file hashes for Linux, macOS and Windows and Python 3.11 to 3.13.
# Written by `python packaging/lock.py` from pyproject.toml; bootstrap.py installs from it.
"""


def compiled(*arguments: str) -> dict[str, str]:
    """What uv makes of pyproject.toml: each package's lines (version, marker, hashes) by name."""
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "out.txt"
        if LOCK.exists():
            out.write_bytes(LOCK.read_bytes())  # uv keeps the versions it finds there
        options = "--quiet --universal --python-version=3.11 --generate-hashes --no-header "
        options += "--no-annotate"
        subprocess.run(
            ["uv", "pip", "compile", *options.split(), f"-o{out}", *arguments, *sys.argv[1:]],
            check=True,
            cwd=ROOT,
            stdout=subprocess.DEVNULL,
        )
        text = out.read_text(encoding="utf-8")
    blocks = re.findall(r"^\S.*\n(?: .*\n)*", text, re.MULTILINE)
    packages: dict[str, str] = {}
    for block in blocks:
        name = re.match(r"[\w.-]+", block)
        assert name is not None
        # A package may stand there twice, with different versions for different systems.
        packages[name[0]] = packages.get(name[0], "") + block
    return packages


def main() -> None:
    everything = compiled("pyproject.toml", "--extra=test", "--group=build")
    build = compiled("--group=build")
    run = compiled("pyproject.toml")
    sections = {
        "build": build.keys() - run.keys(),
        "run": run.keys(),
        "test": everything.keys() - run.keys() - build.keys(),
    }
    texts = [HEAD]
    for section, names in sections.items():
        texts.append(
            f"\n# --- {section} ---\n" + "".join(everything[name] for name in sorted(names))
        )
    LOCK.write_text("".join(texts), encoding="utf-8")


if __name__ == "__main__":
    main()
