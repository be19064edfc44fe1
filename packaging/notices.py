"""What we ship under which licences, from requirements.lock, licences.toml and what is installed.

    python packaging/notices.py check              every licence is known and allowed
    python packaging/notices.py notices FILE       the third-party notices, with all licence texts
    python packaging/notices.py sbom FILE          the bill of materials (CycloneDX 1.6, JSON)

`check` looks at all systems' packages; the other two at those installed here, which is what a
bundle made here contains. Equal inputs give equal files.
"""

import argparse
import hashlib
import importlib.metadata as metadata
import json
import re
import sys
import sysconfig
import tomllib
import uuid
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
FOLDER = Path(__file__).resolve().parent
SHARED_TEXTS = {
    "LGPL-3.0-only": ("LGPL-3.0.txt", "GPL-3.0.txt"),
    "LGPL-2.1-or-later": ("LGPL-2.1.txt",),
    "LGPL-2.1-only": ("LGPL-2.1.txt",),
    "LGPL-2.0-or-later": ("LGPL-2.1.txt",),
    "Apache-2.0": ("../../LICENSE",),
}
"""Texts that stand once at the end: some packages name their licence but do not bring it."""

HOW_TO_REPLACE = """\
The libraries under the LGPL (Qt, PySide6, Shiboken, psycopg, libsndfile, libsoxr, mpg123, LAME
and others below) are separate files in the bundle, unchanged, in the folder `_internal`. You may
replace each by your own build of it, and take apart what you need for that. Their sources are at
the addresses given and at https://pypi.org/project/NAME under the version named here."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Package:
    """A Python package of the lock; `installed` is None where it is for another system."""

    name: str
    version: str
    licence: str
    declares: str
    installed: metadata.Distribution | None


def normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def run_names() -> dict[str, list[str]]:
    """The locked versions of each package of the section "run"."""
    text = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    parts = re.split(r"^# --- (\w+) ---.*$", text, flags=re.MULTILINE)
    section = dict(zip(parts[1::2], parts[2::2], strict=True))["run"]
    found: dict[str, list[str]] = {}
    for name, version in re.findall(r"^([\w.-]+)==([^\s;\\]+)", section, re.MULTILINE):
        found.setdefault(normal(name), []).append(version)
    return found


def declared(distribution: metadata.Distribution) -> str:
    """What a package's own metadata says of its licence; "" if nothing."""
    told = distribution.metadata.json
    if told.get("license_expression"):
        return str(told["license_expression"])
    for classifier in told.get("classifier", []):
        if classifier.startswith("License ::") and classifier.count("::") > 1:
            return str(classifier.rsplit("::", 1)[1].strip())
    return str(told.get("license", "")).split("\n")[0]


def packages(known: dict[str, Any]) -> list[Package]:
    """All packages of the lock. Those not listed in licences.toml have the licence ""."""
    found = []
    for name, versions in sorted(run_names().items()):
        entry = known["packages"].get(name, {})
        try:
            here = metadata.distribution(name)
        except metadata.PackageNotFoundError:
            here = None
        is_locked = here is not None and here.version in versions
        found.append(
            Package(
                name=name,
                version=here.version if here is not None and is_locked else versions[-1],
                licence=entry.get("licence", ""),
                declares=entry.get("declares", entry.get("licence", "")),
                installed=here if is_locked else None,
            )
        )
    return found


def problems(known: dict[str, Any], found: list[Package]) -> list[str]:
    """What is wrong with the licences, one sentence each."""
    allowed = set(known["allowed"])
    said = []
    everything = [(package.name, package.licence) for package in found]
    everything += [(inside["name"], inside["licence"]) for inside in known["inside"]]
    for name, licence in everything:
        terms = set(licence.split(" AND ")) if licence else {"no licence known"}
        if refused := sorted(terms - allowed):
            said.append(f"{name}: {', '.join(refused)} is not in licences.toml's list 'allowed'.")
    for package in found:
        if package.installed is not None and declared(package.installed) != package.declares:
            said.append(
                f"{package.name} {package.version} declares {declared(package.installed)!r}, "
                f"licences.toml {package.declares!r}: read its licence again."
            )
    gone = sorted(set(known["packages"]) - {package.name for package in found})
    said += [f"{name} is in licences.toml and no longer in the lock." for name in gone]
    return said


def own_texts(distribution: metadata.Distribution) -> list[str]:
    """The licence texts and notices a package brings."""
    texts = []
    for file in distribution.files or []:
        is_notice = re.search(r"licen[sc]e|copying|notice|authors", file.name, re.IGNORECASE)
        if is_notice and file.suffix not in (".py", ".pyc", ".h", ".so"):
            path = Path(str(distribution.locate_file(file)))
            if path.is_file():
                texts.append(path.read_text(encoding="utf-8", errors="replace").strip())
    return list(dict.fromkeys(texts))


def part_text(part: dict[str, Any]) -> str:
    """The notice of something inside, from this computer's copy of it; "" where there is none."""
    files = [Path("/usr/share/doc") / name / "copyright" for name in part.get("debian", [])]
    if part["ref"] == "python":
        files = [Path(sysconfig.get_path("stdlib")) / "LICENSE.txt"]
    there = [file.read_text("utf-8", errors="replace").strip() for file in files if file.is_file()]
    return "\n\n".join(there)


def notices(known: dict[str, Any], found: list[Package]) -> str:
    rule, thin = "=" * 80, "-" * 80
    shipped = [package for package in found if package.installed is not None]
    lines = ["Call Assist: third-party notices", rule, "", HOW_TO_REPLACE, "", "Overview", thin]
    lines += [f"{package.name} {package.version}: {package.licence}" for package in shipped]
    lines += [f"{part['name']}: {part['licence']} ({part['url']})" for part in known["inside"]]
    needed = {part["licence"] for part in known["inside"]}
    for package in shipped:
        assert package.installed is not None
        texts = own_texts(package.installed)
        needed.add(package.licence)
        lines += ["", rule, f"{package.name} {package.version}: {package.licence}", rule, ""]
        lines.append(f"\n{thin}\n".join(texts) or "Its licence's text stands at the end.")
    for part in known["inside"]:
        if text := part_text(part):
            lines += ["", rule, f"{part['name']}: {part['licence']}", rule, "", text]
    terms = {term for licence in needed for term in licence.split(" AND ")}
    files = [name for term in sorted(terms) for name in SHARED_TEXTS.get(term, ())]
    for name in dict.fromkeys(files):
        text = (FOLDER / "licences" / name).read_text(encoding="utf-8")
        lines += ["", rule, f"Licence text: {Path(name).stem}", rule, "", text.strip("\n")]
    return "\n".join(lines) + "\n"


def sbom(known: dict[str, Any], found: list[Package]) -> dict[str, Any]:
    """CycloneDX 1.6. A component's `bom-ref` is its package URL where it has one."""
    version = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["version"]
    refs = {
        package.name: f"pkg:pypi/{package.name}@{package.version}"
        for package in found
        if package.installed is not None
    }
    components: list[dict[str, Any]] = [
        {
            "type": "library",
            "bom-ref": refs[package.name],
            "name": package.name,
            "version": package.version,
            "purl": refs[package.name],
            "licenses": _licences(package.licence),
        }
        for package in found
        if package.name in refs
    ]
    components += [
        {
            "type": "data" if part["in"].startswith(("models", "resources")) else "library",
            "bom-ref": f"inside:{part['ref']}",
            "name": part["name"],
            "description": f"inside {part['in']}",
            "licenses": _licences(part["licence"]),
            "externalReferences": [{"type": "website", "url": part["url"]}]
            if part["url"].startswith("http")
            else [],
        }
        for part in known["inside"]
    ]
    root = f"pkg:pypi/callassist@{version}"
    depends = [{"ref": root, "dependsOn": sorted(component["bom-ref"] for component in components)}]
    for package in found:
        if package.installed is not None:
            needs = {refs[name] for name in _requires(package.installed) if name in refs}
            depends.append({"ref": refs[package.name], "dependsOn": sorted(needs)})
    body: dict[str, Any] = {
        "metadata": {
            "component": {
                "type": "application",
                "bom-ref": root,
                "name": "callassist",
                "version": version,
                "purl": root,
                "licenses": _licences("Apache-2.0"),
            }
        },
        "components": components,
        "dependencies": depends,
    }
    digest = hashlib.sha256(json.dumps(body, sort_keys=True).encode()).digest()
    return {
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "serialNumber": f"urn:uuid:{uuid.UUID(bytes=digest[:16], version=4)}",
        "version": 1,
        **body,
    }


def _licences(expression: str) -> list[dict[str, Any]]:
    if " " in expression:
        return [{"expression": expression}]
    return [{"license": {"id": expression}}]


def _requires(distribution: metadata.Distribution) -> set[str]:
    """Names of what a package needs, without its extras."""
    needs = [line for line in distribution.requires or [] if "extra ==" not in line]
    matches = [re.match(r"[\w.-]+", line) for line in needs]
    return {normal(match[0]) for match in matches if match is not None}


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("what", choices=["check", "notices", "sbom"])
    parser.add_argument("file", nargs="?", type=Path)
    asked = parser.parse_args(arguments)
    known = tomllib.loads((FOLDER / "licences.toml").read_text(encoding="utf-8"))
    found = packages(known)
    if asked.what == "check":
        said = problems(known, found)
        print(
            "\n".join(said) or f"{len(found)} packages, {len(known['inside'])} parts: all allowed"
        )
        return 1 if said else 0
    if asked.file is None:
        parser.error(f"{asked.what} needs a FILE")
    text = (
        notices(known, found)
        if asked.what == "notices"
        else json.dumps(sbom(known, found), indent=1, ensure_ascii=False) + "\n"
    )
    asked.file.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
