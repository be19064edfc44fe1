"""What Qt cannot do on its own: global shortcuts, edge reservation, giving the focus back."""

import sys

from assist.ui.native.desktop import NativeDesktop, PlainDesktop


def open_desktop(platform: str) -> NativeDesktop:
    """The desktop behind a Qt platform ("xcb", "windows", "offscreen" …)."""
    if platform == "xcb":
        from assist.ui.native.x11 import open_x11

        return open_x11() or PlainDesktop()
    if sys.platform == "win32" and platform == "windows":
        from assist.ui.native.windows import WindowsDesktop

        return WindowsDesktop()
    if sys.platform == "darwin" and platform == "cocoa":
        from assist.ui.native.macos import MacDesktop

        return MacDesktop()
    return PlainDesktop()
