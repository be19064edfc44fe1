"""Windows' own record of which program uses the microphone (from Windows 10 1903 on).

Written from descriptions of it and never tried. Each program has a key below NonPackaged, its path
with '#' in place of '\\'; `LastUsedTimeStop` is 0 while it uses the microphone.
"""

import sys
from collections.abc import Sequence
from pathlib import PureWindowsPath

_KEY = (
    r"SOFTWARE\Microsoft\Windows\CurrentVersion\CapabilityAccessManager\ConsentStore"
    r"\microphone\NonPackaged"
)


def is_one_of(key: str, programs: Sequence[str]) -> bool:
    """Whether a key of the record is that of one of the programs, with or without ".exe"."""
    name = PureWindowsPath(key.replace("#", "\\")).name.lower()
    return any(name in (asked.lower(), f"{asked.lower()}.exe") for asked in programs)


if sys.platform == "win32":
    import winreg

    def uses_microphone(programs: Sequence[str]) -> bool | None:
        """Whether one of the programs uses the microphone now; None where it cannot be told."""
        try:
            with winreg.OpenKey(winreg.HKEY_CURRENT_USER, _KEY) as store:
                for number in range(winreg.QueryInfoKey(store)[0]):
                    key = winreg.EnumKey(store, number)
                    if not is_one_of(key, programs):
                        continue
                    with winreg.OpenKey(store, key) as program:
                        if winreg.QueryValueEx(program, "LastUsedTimeStop")[0] == 0:
                            return True
        except OSError:
            return None
        return False

else:

    def uses_microphone(programs: Sequence[str]) -> bool | None:
        """Only Windows keeps such a record."""
        del programs
        return None
