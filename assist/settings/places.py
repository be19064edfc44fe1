"""Where things stand in a TOML file of ours, for messages and for changing one line."""

import re
import tomllib
from pathlib import Path

from assist.core.toml import read_toml
from assist.settings.errors import SettingsError

_HEADER = re.compile(r"^[ \t]*\[\[?[^\[\]\n]+\]\]?[ \t]*(?:#[^\n]*)?\r?$", re.MULTILINE)


def read_text(file: Path) -> str | None:
    """The file's text; None where there is no file. Raises SettingsError."""
    try:
        return file.read_bytes().decode("utf-8-sig")  # some editors put a mark before UTF-8
    except FileNotFoundError:
        return None
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(f"{file} cannot be read ({error}); fix or remove the file.") from None


def end_of_top(text: str) -> int:
    """Where the first table begins; the end of the text where there is none."""
    for header in _HEADER.finditer(text):
        try:
            read_toml(text[: header.start()])
        except tomllib.TOMLDecodeError:
            continue  # it stands inside a text or list of several lines
        return header.start()
    return len(text)


def line_of(text: str, key: str, table: str = "") -> int:
    """The number of the line where a key (or table) of that name begins, from 1; 0: not found."""
    name = rf"(?:{re.escape(key)}|\"{re.escape(key)}\"|'{re.escape(key)}')"
    begin, end = 0, len(text)
    if table:
        header = re.search(rf"^[ \t]*\[[ \t]*{re.escape(table)}[ \t]*\]", text, re.MULTILINE)
        begin = header.end() if header else 0
        following = _HEADER.search(text, begin)
        end = following.start() if following else end
    pattern = re.compile(rf"^[ \t]*(?:{name}[ \t]*[.=]|\[\[?[ \t]*{name}[ \t]*[.\]])", re.MULTILINE)
    found = pattern.search(text, begin, end)
    return text.count("\n", 0, found.start()) + 1 if found else 0
