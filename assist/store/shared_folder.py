"""The address of a shared folder that takes the place of a server."""

import urllib.parse
import urllib.request
from pathlib import Path

TEAM_KEY = "team.public"
"""The file by which a folder is known as a team's."""


def folder_of(address: str) -> Path | None:
    """The folder of an address like file:///srv/calls; None for what names no folder."""
    parts = urllib.parse.urlsplit(address)
    if parts.scheme != "file" or not parts.path.startswith("/"):
        return None
    return Path(urllib.request.url2pathname(parts.path))
