"""`assist about`: version, licence, where it is installed, and the notices of what it contains."""

import argparse
import importlib.metadata as metadata
import platform
import re
import sys
from pathlib import Path

from assist import __version__, paths
from assist.cli.common import Subparsers, add_command
from assist.core.errors import AssistError

_HOW = {
    "deb": "the system's package (apt or dpkg updates and removes it)",
    "bundle": "a bundle with its own Python",
    "wheel": "a Python package",
    "source": "a source tree",
}


class NoNotices(AssistError):
    """Only a bundle carries the texts; elsewhere each package has its own."""


def add_parser(subparsers: Subparsers) -> None:
    parser = add_command(
        subparsers,
        "about",
        help="version, licences and what this app contains",
        examples="assist about\n"
        "assist about --notices | less     the licences of everything in this bundle\n"
        "assist about --licence            the app's own licence",
        run=run,
    )
    which = parser.add_mutually_exclusive_group()
    which.add_argument("--notices", action="store_true", help="the third-party notices in full")
    which.add_argument("--licence", action="store_true", help="the text of the app's licence")


def run(args: argparse.Namespace) -> int:
    if args.notices:
        print(_notices(), end="")
    elif args.licence:
        print(_licence(), end="")
    else:
        print(_summary(), end="")
    return 0


def installation() -> str:
    """How and where the app is installed, as the doctor says it too."""
    return f"{_HOW[paths.installed_as()]} in {_place()}"


def _place() -> str:
    is_bundle = paths.installed_as() in ("bundle", "deb")
    return str(Path(sys.executable).resolve().parent if is_bundle else paths.data_dir())


def _summary() -> str:
    lines = [
        f"Call Assist {__version__}, Apache-2.0",
        f"Installed as {installation()}",
        f"Python {platform.python_version()}, {sys.platform}",
    ]
    file = paths.notices_file()
    if file is not None:
        lines += [
            "",
            f"Third-party notices: {file} ('assist about --notices')",
            f"Bill of materials:   {file.with_name('callassist.cdx.json')} (CycloneDX)",
        ]
    else:
        lines += ["", "Contains, with the licence each declares:"]
        lines += [f"  {name:22} {version:12} {licence}" for name, version, licence in _packages()]
    return "\n".join(lines) + "\n"


def _packages() -> list[tuple[str, str, str]]:
    """Name, version and licence of what the app needs, as far as it is installed, by name."""
    needed = {"callassist"}
    found: dict[str, tuple[str, str, str]] = {}
    while names := needed - found.keys():
        for name in names:
            try:
                distribution = metadata.distribution(name)
            except metadata.PackageNotFoundError:
                found[name] = ("", "", "")  # for another system
                continue
            told = distribution.metadata.json
            licence = told.get("license_expression") or _classified(told) or told.get("license")
            brief = str(licence or "see its files").split("\n")[0]
            found[name] = (str(told["name"]), distribution.version, brief)
            needed |= {
                re.sub(r"[-_.]+", "-", match[0]).lower()
                for line in distribution.requires or []
                if "extra ==" not in line and (match := re.match(r"[\w.-]+", line))
            }
    del found["callassist"]
    return sorted(entry for entry in found.values() if entry[0])


def _classified(told: dict[str, str | list[str]]) -> str:
    names = [text for text in told.get("classifier", []) if text.startswith("License ::")]
    return names[0].rsplit("::", 1)[1].strip() if names else ""


def _notices() -> str:
    file = paths.notices_file()
    if file is None:
        raise NoNotices(
            "Only a bundle carries the notices; write them with "
            "'python packaging/notices.py notices FILE' in the source tree."
        )
    return file.read_text(encoding="utf-8")


def _licence() -> str:
    file = paths.licence_file()
    if file is not None:
        return file.read_text(encoding="utf-8")
    for path in metadata.files("callassist") or []:
        if path.name == "LICENSE":
            return path.read_text(encoding="utf-8")
    raise NoNotices(
        "The licence's text is missing here; it is Apache-2.0, see apache.org/licenses."
    )
