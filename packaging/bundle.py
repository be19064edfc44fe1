"""Build the bundle: the app with Python and all it needs, to be copied to where neither is.

    python packaging/bundle.py      dist/callassist/ and on macOS dist/Call Assist.app

Needs the environment that `bootstrap.py test` makes. Linux is tested; Windows and macOS follow
PyInstaller's documentation and are untested. docs/packaging.md says more.
"""

import argparse
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
ICON = ROOT / "resources" / "icons" / "callassist.svg"
PNG_SIZES = (16, 24, 32, 48, 64, 128, 256, 512)

VERSION_RC = """\
VSVersionInfo(
  ffi=FixedFileInfo(filevers=({numbers}), prodvers=({numbers})),
  kids=[
    StringFileInfo([StringTable("040904B0", [
      StringStruct("FileDescription", "Call Assist"),
      StringStruct("ProductName", "Call Assist"),
      StringStruct("LegalCopyright", "Apache-2.0"),
      StringStruct("ProductVersion", "{version}"),
      StringStruct("FileVersion", "{version}")])]),
    VarFileInfo([VarStruct("Translation", [1033, 1200])])
  ]
)
"""


def draw_icons(folder: Path) -> None:
    """The icon in every size, as PNG for Linux and in the containers of the other systems."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QGuiApplication, QImage, QPainter
    from PySide6.QtSvg import QSvgRenderer

    application = QGuiApplication.instance() or QGuiApplication([])
    renderer = QSvgRenderer(str(ICON))
    if not renderer.isValid():
        raise SystemExit(f"{ICON} cannot be drawn.")
    for size in PNG_SIZES:
        image = QImage(size, size, QImage.Format.Format_ARGB32)
        image.fill(Qt.GlobalColor.transparent)
        painter = QPainter(image)
        renderer.render(painter)
        painter.end()
        names = [f"icon-{size}.png"]
        names += ["callassist.ico"] if size == 256 else []
        names += ["callassist.icns"] if size == 512 else []
        for name in names:
            if not image.save(str(folder / name)):
                raise SystemExit(f"{folder / name} cannot be written.")
    del application


def prepare(folder: Path) -> None:
    """What the recipe adds to the app: notices, bill of materials, icons, version."""
    folder.mkdir(parents=True, exist_ok=True)
    tool = [sys.executable, str(ROOT / "packaging" / "notices.py")]
    subprocess.run([*tool, "check"], check=True)
    subprocess.run([*tool, "notices", str(folder / "THIRD-PARTY-NOTICES.txt")], check=True)
    subprocess.run([*tool, "sbom", str(folder / "callassist.cdx.json")], check=True)
    draw_icons(folder)
    if sys.platform == "darwin":
        source = ROOT / "packaging" / "macos" / "callassist-tap.swift"
        helper = str(folder / "callassist-tap")
        subprocess.run(["swiftc", "-O", "-o", helper, str(source)], check=True)
    asked = [sys.executable, "-c", "import assist; print(assist.__version__)"]
    told = subprocess.run(asked, cwd=ROOT, check=True, capture_output=True, text=True).stdout
    version = told.strip()
    numbers = ", ".join([*version.split("."), "0"][:4])
    text = VERSION_RC.format(version=version, numbers=numbers)
    (folder / "version.rc").write_text(text, encoding="utf-8")


def main(arguments: list[str]) -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--dist", type=Path, default=ROOT / "dist", help="where the bundle goes")
    parser.add_argument("--work", type=Path, default=ROOT / "build", help="where it is made")
    asked = parser.parse_args(arguments)
    prepare(asked.work / "made")
    command = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level=ERROR"]
    command += [f"--distpath={asked.dist}", f"--workpath={asked.work / 'pyinstaller'}"]
    recipe = str(ROOT / "packaging" / "callassist.spec")
    # The tree this file lies in is bundled, whichever the environment was made for.
    made = str((asked.work / "made").absolute())
    env = {**os.environ, "PYTHONPATH": str(ROOT), "CALLASSIST_MADE": made}
    subprocess.run([*command, recipe], check=True, cwd=ROOT, env=env)
    bundle = asked.dist / "callassist"
    size = sum(file.stat().st_size for file in bundle.rglob("*") if not file.is_symlink())
    print(f"{bundle}: {size / 1e6:.0f} MB")


if __name__ == "__main__":
    main(sys.argv[1:])
