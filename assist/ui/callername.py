"""The customer's name from the softphone's window or from the clipboard, when a key asks for it.

Never looked at otherwise: titles and clipboard hold what is none of ours.
"""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication

from assist.core.callers import name_in_text, name_in_titles
from assist.core.commands import SetName
from assist.ui.native.desktop import NativeDesktop


def _tr(text: str) -> str:
    return QCoreApplication.translate("CallerName", text)


def take_name(
    desktop: NativeDesktop,
    pattern: str,
    *,
    in_call: bool,
    send: Callable[[SetName], None],
    say: Callable[[str], None],
) -> None:
    """Look for a name in the windows' titles, then in the clipboard; send it, or say why not."""
    if not in_call:
        say(_tr("A name is taken during a call only."))
        return
    if name := name_in_titles(desktop.titles(), pattern):
        send(SetName(name=name, origin="softphone"))
    elif name := name_in_text(QApplication.clipboard().text()):
        send(SetName(name=name))
    elif pattern:
        say(_tr("Neither the softphone's window nor the clipboard holds a name."))
    else:
        say(
            _tr(
                "The clipboard holds no name. Copy one, or set “name_pattern” to have it read from"
                " the softphone's window."
            )
        )
