"""A call's page as PDF, with the time axis as the window draws it."""

from pathlib import Path

from PySide6.QtCore import QMarginsF, QPoint, Qt, QUrl
from PySide6.QtGui import QFont, QPageLayout, QPageSize, QPdfWriter, QPixmap, QRegion, QTextDocument
from PySide6.QtWidgets import QApplication, QWidget

from assist.core.errors import AssistError
from assist.core.review import ReviewCall, Waveform
from assist.ui.review.plot import CallPlot
from assist.ui.theme import make_theme

PICTURE = "axis.png"
"""What the page calls the picture of the axis."""

_DPI = 300
_POINTS = 9
_WIDTH, _SHARP = 900, 2.5
"""The axis is drawn as in a window of 900 pixels, with so many dots for each."""


_NOWHERE = -(10**9)
"""Left of the axis: paper needs no cursor."""


class PrintFailed(AssistError):
    """A PDF cannot be written."""


def write_pdf(html: str, call: ReviewCall, waveform: Waveform | None, file: Path) -> None:
    """Write the page to `file`. Needs a running QApplication. Raises PrintFailed."""
    try:
        file.open("ab").close()  # Qt does not say why it cannot write
    except OSError as error:
        raise PrintFailed(
            f"{file} cannot be written ({error.strerror}); choose another place."
        ) from None
    writer = QPdfWriter(str(file))
    writer.setResolution(_DPI)
    # Qt adds margins of two centimeters and page numbers of its own.
    size = QPageSize(QPageSize.PageSizeId.A4)
    writer.setPageLayout(QPageLayout(size, QPageLayout.Orientation.Portrait, QMarginsF(0, 0, 0, 0)))
    writer.setTitle(call.row.id)
    document = QTextDocument()
    document.setDefaultFont(QFont(make_theme("light").family, _POINTS))
    kind = int(QTextDocument.ResourceType.ImageResource.value)
    document.addResource(kind, QUrl(PICTURE), _axis(call, waveform).toImage())
    document.setDefaultStyleSheet(_STYLE)
    document.setHtml(html)
    document.print_(writer)


_STYLE = """
.quiet, .t { color: #566472 } .agent { color: #0b6e69 } .customer { color: #4a4fb0 }
.red { color: #b3261e } .warm { color: #9a5b00 } .green { color: #1b6e3c }
td { padding: 3px 8px 3px 0 }
"""


def _axis(call: ReviewCall, waveform: Waveform | None) -> QPixmap:
    assert QApplication.instance() is not None
    plot = CallPlot()
    plot.set_theme(make_theme("light"))
    plot.resize(_WIDTH, plot.sizeHint().height())
    plot.show_call(call)
    plot.show_waveform(waveform)
    picture = QPixmap(round(plot.width() * _SHARP), round(plot.height() * _SHARP))
    picture.setDevicePixelRatio(_SHARP)
    picture.fill(Qt.GlobalColor.white)
    plot.set_now(_NOWHERE)
    plot.render(picture, QPoint(), QRegion(), QWidget.RenderFlag.DrawChildren)
    picture.setDevicePixelRatio(1.0)
    return picture
