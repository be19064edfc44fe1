"""Build the Debian package from the bundle that bundle.py made. Needs dpkg-deb; not root.

    python packaging/deb.py             dist/callassist_VERSION_ARCHITECTURE.deb

The package puts the bundle into /usr/lib/callassist, the commands `assist` and `callassist` into
/usr/bin, and registers the application, its icon and the addresses callassist://. It has no
scripts, starts nothing, and ships nothing in /etc: /etc/callassist is the administrator's.
"""

import argparse
import gzip
import hashlib
import os
import re
import shutil
import subprocess
import sys
import tempfile
from email.utils import formatdate
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PROGRAMS = Path("usr/lib/callassist")

# What bundled files are linked with and the bundle leaves to the system; a test compares.
# libpulse0 and libportaudio2 are opened by name. Newer systems' packages provide these names.
DEPENDS = (
    "libbrotli1 libdbus-1-3 libegl1 libfontconfig1 libfreetype6 libgcc-s1 libgl1 libglib2.0-0 "
    "libgssapi-krb5-2 libportaudio2 libpulse0 libstdc++6 libwayland-client0 libwayland-cursor0 "
    "libwayland-egl1 libx11-6 libx11-xcb1 libxcb1 libzstd1 zlib1g"
).split()

CONTROL = """\
Package: callassist
Version: {version}
Section: sound
Priority: optional
Architecture: {architecture}
Maintainer: The Call Assist project <callassist@localhost>
Installed-Size: {size_kb}
Depends: libc6 (>= {glibc}), {depends}
Recommends: pulseaudio | pipewire-pulse, fonts-inter | fonts-dejavu-core, xdg-utils
Suggests: gnome-keyring | kwalletmanager
Description: live call assist for call-center agents
 Listens to both sides of an agent's calls, writes down what is said and shows
 prompts in a sidebar while there is still time to act.
 .
 Everything happens on this computer: no sound and no word leaves it.
"""

METAINFO = """\
<?xml version="1.0" encoding="UTF-8"?>
<component type="desktop-application">
  <id>org.callassist.CallAssist</id>
  <metadata_license>CC0-1.0</metadata_license>
  <project_license>Apache-2.0</project_license>
  <name>Call Assist</name>
  <summary>Prompts in time for call-center agents, on this computer alone</summary>
  <description>
    <p>Hears both sides of a call, writes down what is said and shows prompts in a sidebar while
    there is still time to act. No sound and no word leaves the computer.</p>
  </description>
  <launchable type="desktop-id">callassist.desktop</launchable>
  <content_rating type="oars-1.1"/>
  <provides><mediatype>x-scheme-handler/callassist</mediatype></provides>
  <releases><release version="{version}" date="{date}"/></releases>
</component>
"""


def glibc_needed(folder: Path) -> str:
    """The newest version of glibc that a bundled file names."""
    found = {0}
    for file in folder.rglob("*"):
        if (
            file.is_file()
            and not file.is_symlink()
            and (".so" in file.name or file.stem == "assist")
        ):
            found |= {int(minor) for minor in re.findall(rb"GLIBC_2\.(\d+)\0", file.read_bytes())}
    return f"2.{max(found)}"


def lay_out(tree: Path, bundle: Path, made: Path, version: str, day: str) -> None:
    """Put everything where it will be installed."""
    shutil.copytree(bundle, tree / PROGRAMS, symlinks=True)
    # assist/paths.py reads it: who installed this bundle, and so who can update and remove it.
    data = tree / PROGRAMS / "_internal" / "assist" / "_data"
    (data / "installed-as").write_text("deb\n", encoding="utf-8")
    for name in ("assist", "callassist"):
        link = tree / "usr/bin" / name
        link.parent.mkdir(parents=True, exist_ok=True)
        link.symlink_to("../lib/callassist/assist")
    share = tree / "usr/share"
    for file in sorted((ROOT / "packaging/linux").glob("*.desktop")):
        _copy(file, share / "applications" / file.name)
    icons = share / "icons/hicolor"
    _copy(ROOT / "resources/icons/callassist.svg", icons / "scalable/apps/callassist.svg")
    for file in made.glob("icon-*.png"):
        size = file.stem.removeprefix("icon-")
        _copy(file, icons / f"{size}x{size}/apps/callassist.png")
    metainfo = share / "metainfo/org.callassist.CallAssist.metainfo.xml"
    metainfo.parent.mkdir(parents=True)
    metainfo.write_text(METAINFO.format(version=version, date=day), encoding="utf-8")
    papers = share / "doc/callassist"
    licence = (ROOT / "LICENSE").read_text(encoding="utf-8")
    papers.mkdir(parents=True)
    where = f"What it contains of others stands in /{PROGRAMS}/_internal/assist/_data/."
    (papers / "copyright").write_text(f"Call Assist\n\n{where}\n\n{licence}", encoding="utf-8")
    changes = (ROOT / "CHANGELOG.md").read_bytes()
    (papers / "changelog.gz").write_bytes(gzip.compress(changes, mtime=0))
    _copy(
        ROOT / "packaging/linux/callassist.desktop",
        papers / "examples/autostart/callassist.desktop",
    )


def _copy(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target)


def write_control(tree: Path, version: str) -> str:
    """Write the package's control files; returns its architecture."""
    asked = subprocess.run(
        ["dpkg", "--print-architecture"], check=True, capture_output=True, text=True
    )
    architecture = asked.stdout.strip()
    files = [file for file in sorted(tree.rglob("*")) if file.is_file() and not file.is_symlink()]
    control = tree / "DEBIAN"
    control.mkdir()
    text = CONTROL.format(
        version=version,
        architecture=architecture,
        size_kb=sum(-(-file.stat().st_size // 1024) for file in files),
        glibc=glibc_needed(tree / PROGRAMS),
        depends=", ".join(DEPENDS),
    )
    (control / "control").write_text(text, encoding="utf-8")
    sums = [
        f"{hashlib.md5(file.read_bytes()).hexdigest()}  {file.relative_to(tree)}\n"  # noqa: S324
        for file in files
    ]
    (control / "md5sums").write_text("".join(sums), encoding="utf-8")
    return architecture


def set_modes(tree: Path) -> None:
    """What the builder's umask made of the modes must not be installed."""
    for path in [tree, *tree.rglob("*")]:
        if not path.is_symlink():
            is_program = path.is_dir() or path.stat().st_mode & 0o100
            path.chmod(0o755 if is_program else 0o644)


def main(arguments: list[str]) -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--dist", type=Path, default=ROOT / "dist", help="where the bundle is")
    parser.add_argument("--work", type=Path, default=ROOT / "build", help="bundle.py's --work")
    asked = parser.parse_args(arguments)
    bundle = asked.dist / "callassist"
    if not (bundle / "assist").is_file():
        sys.exit(f"There is no bundle in {bundle}; run packaging/bundle.py first.")
    told = subprocess.run(
        [str(bundle / "assist"), "--version"], check=True, capture_output=True, text=True
    )
    version = told.stdout.split()[1]
    epoch = int(os.environ.get("SOURCE_DATE_EPOCH", int((bundle / "assist").stat().st_mtime)))
    _, day, month, year = formatdate(epoch).split()[:4]
    number = "JanFebMarAprMayJunJulAugSepOctNovDec".index(month) // 3 + 1
    with tempfile.TemporaryDirectory(prefix="callassist-deb-") as folder:
        tree = Path(folder) / "tree"
        date = f"{year}-{number:02d}-{int(day):02d}"
        lay_out(tree, bundle, asked.work / "made", version, date)
        architecture = write_control(tree, version)
        set_modes(tree)
        package = asked.dist / f"callassist_{version}_{architecture}.deb"
        build = ["dpkg-deb", "--root-owner-group", "-Zzstd", "-z12", "--build", str(tree)]
        subprocess.run([*build, str(package)], check=True, stdout=subprocess.DEVNULL)
    print(f"{package}: {package.stat().st_size / 1e6:.0f} MB")


if __name__ == "__main__":
    main(sys.argv[1:])
