"""What calls are about, in words: the sidebar's and the review's."""

from PySide6.QtCore import QCoreApplication


def _tr(text: str) -> str:
    return QCoreApplication.translate("Drivers", text)


def driver_text(driver: str) -> str:
    """A cause in words ("repeat_contact" → "called before"); a playbook's own as it is named."""
    words = {
        "delivery": _tr("delivery"),
        "billing": _tr("billing"),
        "fault": _tr("fault"),
        "access": _tr("access"),
        "cancellation": _tr("cancellation"),
        "attitude": _tr("how they were treated"),
        "communication": _tr("nobody told them"),
        "waiting": _tr("waiting"),
        "policy": _tr("policy"),
        "price": _tr("price"),
        "security": _tr("security"),
        "quality": _tr("quality"),
        "repeat_contact": _tr("called before"),
    }
    return words.get(driver, driver.replace("_", " "))
