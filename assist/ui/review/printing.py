"""A call's or a team's page as PDF, with axis and bars as the window draws them."""

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QMarginsF, QPoint, QRectF, Qt, QUrl
from PySide6.QtGui import (
    QColor,
    QFont,
    QImage,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
    QPixmap,
    QRegion,
    QTextDocument,
)
from PySide6.QtWidgets import QApplication, QWidget

from assist.core.errors import AssistError
from assist.core.review import ReviewCall, Waveform
from assist.core.team import Figure, TeamFigures, picture_of
from assist.ui.review.plot import CallPlot
from assist.ui.theme import make_theme

PICTURE = "axis.png"
"""What the page calls the picture of the axis."""

_DPI = 300
_POINTS = 9
_WIDTH, _SHARP = 900, 2.5
"""The axis is drawn as in a window of 900 pixels, with so many dots for each."""
_BAR_WIDTH, _BAR_HEIGHT = 200, 12


_NOWHERE = -(10**9)
"""Left of the axis: paper needs no cursor."""


class PrintFailed(AssistError):
    """A PDF cannot be written."""


def write_pdf(html: str, call: ReviewCall, waveform: Waveform | None, file: Path) -> None:
    """Write a call's page to `file`. Needs a running QApplication. Raises PrintFailed."""
    _print(html, {PICTURE: _axis(call, waveform).toImage()}, file, title=call.row.id)


def write_team_pdf(html: str, figures: TeamFigures, file: Path) -> None:
    """Write a team's page to `file`. Needs a running QApplication. Raises PrintFailed."""
    pictures = {picture_of(figure): _bar(figure) for figure in figures.team.figures}
    title = f"Team figures {figures.since} to {figures.until}"
    _print(html, pictures, file, title=title, is_wide=True)


def _print(
    html: str, pictures: Mapping[str, QImage], file: Path, *, title: str, is_wide: bool = False
) -> None:
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
    way = QPageLayout.Orientation.Landscape if is_wide else QPageLayout.Orientation.Portrait
    writer.setPageLayout(QPageLayout(size, way, QMarginsF(0, 0, 0, 0)))
    writer.setTitle(title)
    document = QTextDocument()
    document.setDefaultFont(QFont(make_theme("light").family, _POINTS))
    kind = int(QTextDocument.ResourceType.ImageResource.value)
    for name, picture in pictures.items():
        document.addResource(kind, QUrl(name), picture)
    document.setDefaultStyleSheet(_STYLE)
    document.setHtml(html)
    document.print_(writer)


_STYLE = """
.quiet, .t { color: #566472 } .agent { color: #0b6e69 } .customer { color: #4a4fb0 }
.red { color: #b3261e } .warm { color: #9a5b00 } .green { color: #1b6e3c }
td { padding: 3px 8px 3px 0 }
"""


def _bar(figure: Figure) -> QImage:
    """The share, on the paler interval that it may as well be; as the Team tab paints it."""
    width, height = round(_BAR_WIDTH * _SHARP), round(_BAR_HEIGHT * _SHARP)
    picture = QImage(width, height, QImage.Format.Format_ARGB32_Premultiplied)
    picture.fill(Qt.GlobalColor.transparent)
    colours = make_theme("light").palette
    strong, pale = QColor(colours.agent), QColor(colours.agent)
    pale.setAlpha(70)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colours.line))
    painter.drawRect(QRectF(0, height * 0.46, width, height * 0.08))
    if figure.cases:
        painter.setBrush(pale)
        left = width * figure.low
        painter.drawRect(QRectF(left, 0, max(2.0, width * (figure.high - figure.low)), height))
        painter.setBrush(strong)
        painter.drawRect(QRectF(0, height * 0.3, width * figure.share, height * 0.4))
    painter.end()
    return picture


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
