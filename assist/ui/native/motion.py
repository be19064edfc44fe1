"""Whether the system asks programs to move less: Qt does not say it, so each system is asked."""

import ctypes
import ctypes.util
import os
import sys
from pathlib import Path

_PORTAL = ("org.freedesktop.portal.Desktop", "/org/freedesktop/portal/desktop")
_SETTINGS = "org.freedesktop.portal.Settings"
_ASKS_FOR_LESS = (
    # Namespace, key, and the value that asks for less motion, as text.
    ("org.freedesktop.appearance", "reduced-motion", "1"),
    ("org.gnome.desktop.interface", "enable-animations", "False"),
    ("org.kde.kdeglobals.KDE", "AnimationDurationFactor", "0"),
)
_WAIT_MS = 300
"""A desktop's portal answers in a few; one that does not is not waited for."""

_SPI_GETCLIENTAREAANIMATION = 0x1042


def wants_less_motion(bus_address: str = "") -> bool:
    """True if the user told the system so. `bus_address` is the session bus's by default."""
    if sys.platform == "win32":
        return _windows()
    if sys.platform == "darwin":
        return _mac()
    return _portal(bus_address or _session_bus())


def _session_bus() -> str:
    """Its address, if there is one: asking D-Bus itself would start a bus where there is none."""
    address = os.environ.get("DBUS_SESSION_BUS_ADDRESS", "")
    socket = Path(os.environ.get("XDG_RUNTIME_DIR", "/nonexistent")) / "bus"
    return address or (f"unix:path={socket}" if socket.is_socket() else "")


def _portal(address: str) -> bool:
    if not address:
        return False
    from PySide6.QtDBus import QDBus, QDBusConnection, QDBusMessage

    name = "callassist-motion"
    bus = QDBusConnection.connectToBus(address, name)
    try:
        if not bus.isConnected():
            return False
        for namespace, key, less in _ASKS_FOR_LESS:
            question = QDBusMessage.createMethodCall(*_PORTAL, _SETTINGS, "Read")
            question.setArguments([namespace, key])
            answer = bus.call(question, QDBus.CallMode.Block, _WAIT_MS)
            if answer.type() is QDBusMessage.MessageType.ReplyMessage and answer.arguments():
                return _plain(answer.arguments()[0]) == less
            if answer.errorName().endswith((".ServiceUnknown", ".NoReply", ".Timeout")):
                return False
        return False
    finally:
        QDBusConnection.disconnectFromBus(name)


def _plain(value: object) -> str:
    """What stands inside D-Bus's variants, of which the portal packs one into another."""
    while hasattr(value, "variant"):
        value = value.variant()
    return str(value)


def _windows() -> bool:
    if sys.platform == "win32":
        is_animated = ctypes.c_int(1)
        told = ctypes.WinDLL("user32").SystemParametersInfoW(
            _SPI_GETCLIENTAREAANIMATION, 0, ctypes.byref(is_animated), 0
        )
        return bool(told) and not is_animated.value
    return False


def _mac() -> bool:
    """`NSWorkspace.sharedWorkspace.accessibilityDisplayShouldReduceMotion`, by the C interface."""
    try:
        objc = ctypes.CDLL(ctypes.util.find_library("objc") or "libobjc.dylib")
        ctypes.CDLL(ctypes.util.find_library("AppKit") or "AppKit")
    except OSError:
        return False
    objc.objc_getClass.restype = objc.sel_registerName.restype = ctypes.c_void_p
    send = ctypes.CFUNCTYPE(ctypes.c_void_p, ctypes.c_void_p, ctypes.c_void_p)(
        ("objc_msgSend", objc)
    )
    ask = ctypes.CFUNCTYPE(ctypes.c_bool, ctypes.c_void_p, ctypes.c_void_p)(("objc_msgSend", objc))
    workspace = send(objc.objc_getClass(b"NSWorkspace"), objc.sel_registerName(b"sharedWorkspace"))
    return bool(
        workspace
        and ask(workspace, objc.sel_registerName(b"accessibilityDisplayShouldReduceMotion"))
    )
