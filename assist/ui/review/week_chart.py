"""A figure week by week: shares as a line, their 95 % intervals as bands.

pyqtgraph takes half a second to import and is asked for only when a chart is first shown.
"""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout, QWidget

from assist.core.team import LEAST_CALLS, Group
from assist.ui.review.team_words import week_text, weeks_said
from assist.ui.theme import Size, Theme

_PALE, _PLAIN = 45, 105
"""How strong a band is (of 255), of a week with few cases and of another."""
_MOST_LABELS = 9


def _tr(text: str) -> str:
    return QCoreApplication.translate("Team", text)


class WeekChart(QFrame):
    """Shows one figure of some weeks. What it draws stands in words in its description."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("plotCard")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(_tr("The figure by week"))
        self._theme: Theme | None = None
        self.plot: Any = None
        self._weeks: tuple[Group, ...] = ()
        self._name = ""
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(6, 6, 6, 6)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.setMinimumHeight(theme.space(165))
        if self.plot is not None:
            self._draw()

    def show_weeks(self, weeks: Sequence[Group], name: str) -> None:
        """Show the figure of that name."""
        self._weeks, self._name = tuple(weeks), name
        self.setAccessibleDescription(weeks_said(weeks, name))
        if self._theme is not None:
            self._draw()

    def _draw(self) -> None:
        import pyqtgraph

        theme = self._theme
        assert theme is not None
        if self.plot is None:
            # At exit pyqtgraph would end the process by itself to go round old Qt's crashes.
            pyqtgraph.setConfigOption("exitCleanup", False)
            self.plot = _bare_plot(pyqtgraph, self)
            self._column.addWidget(self.plot)
        plot, colours = self.plot, theme.palette
        plot.clear()
        plot.setBackground(colours.field)
        font = theme.font(Size.SMALL)
        for side in ("left", "bottom"):
            axis = plot.getAxis(side)
            axis.setPen(pyqtgraph.mkPen(colours.line))
            axis.setTextPen(pyqtgraph.mkPen(colours.muted))
            axis.setTickFont(font)
        plot.getAxis("left").setWidth(theme.space(46))
        plot.getAxis("bottom").setHeight(theme.space(26))
        self._draw_weeks(pyqtgraph, colours.agent, theme)

    def _draw_weeks(self, pyqtgraph: Any, colour: str, theme: Theme) -> None:
        shown = [
            (place, week, week.figure(self._name))
            for place, week in zip(_places(self._weeks), self._weeks, strict=True)
        ]
        told = [each for each in shown if each[2].cases]
        last = shown[-1][0] if shown else 0
        plot = self.plot
        plot.setXRange(-0.7, last + 0.7, padding=0)
        plot.getAxis("bottom").setTicks([_labels([(place, week) for place, week, _ in shown])])
        bands, dots = [], []
        for _, _, figure in told:
            band, dot = QColor(colour), QColor(colour)
            is_pale = figure.cases < LEAST_CALLS
            band.setAlpha(_PALE if is_pale else _PLAIN)
            bands.append(pyqtgraph.mkBrush(band))
            # Not by strength of colour alone: a week with few cases has a hollow dot.
            dots.append(pyqtgraph.mkBrush(theme.palette.field if is_pale else dot))
        if not told:
            return
        xs = [place for place, _, _ in told]
        shares = [100 * figure.share for _, _, figure in told]
        lows = [100 * figure.low for _, _, figure in told]
        highs = [100 * figure.high for _, _, figure in told]
        none = pyqtgraph.mkPen(None)
        plot.addItem(
            pyqtgraph.BarGraphItem(
                x=xs, y0=lows, y1=highs, width=0.62, brushes=bands, pens=[none] * len(bands)
            )
        )
        line = pyqtgraph.mkPen(colour, width=theme.space(2))
        plot.addItem(pyqtgraph.PlotCurveItem(x=xs, y=shares, pen=line, antialias=True))
        plot.addItem(
            pyqtgraph.ScatterPlotItem(
                x=xs, y=shares, size=theme.space(9), brush=dots, pen=line, antialias=True
            )
        )


def _bare_plot(pyqtgraph: Any, parent: QWidget) -> Any:
    """A plot to be looked at: nothing to drag, no menu, shares from 0 to 100 %."""
    plot = pyqtgraph.PlotWidget(parent)
    plot.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    plot.setAccessibleName(parent.accessibleName())
    plot.setMenuEnabled(False)
    plot.hideButtons()
    plot.setMouseEnabled(x=False, y=False)
    # What it would do with the wheel and the mouse: the page scrolls and chooses.
    plot.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    plot.setYRange(-7, 107, padding=0)  # room for the words at both ends
    plot.showGrid(x=False, y=True, alpha=0.12)
    ticks = [(value, f"{value} %") for value in (0, 25, 50, 75, 100)]
    plot.getAxis("left").setTicks([ticks])
    return plot


def _places(weeks: Sequence[Group]) -> list[float]:
    """Where weeks stand: a week without calls leaves a gap."""
    begins = [week.begins for week in weeks if week.begins is not None]
    if len(begins) < len(weeks) or not begins:
        return [float(number) for number in range(len(weeks))]
    return [(day - begins[0]).days / 7 for day in begins]


def _labels(weeks: Sequence[tuple[float, Group]]) -> list[tuple[float, str]]:
    """As many weeks by name as have room, the newest among them."""
    step = max(1, -(-len(weeks) // _MOST_LABELS))
    return [(place, week_text(week)) for place, week in weeks[::-1][::step]][::-1]
