"""The Team tab: nine figures, the chosen one by week and by agent, and promises to keep."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from assist.core.interfaces import ReviewDesk
from assist.core.team import LEAST_CALLS, Figure, FollowUpCount, TeamFigures, may_rank
from assist.ui.review import team_words as words
from assist.ui.review.agents_table import AgentModel, AgentTable, agent_rows
from assist.ui.review.frame import ListAndChosen, list_view
from assist.ui.review.page import ReviewPage
from assist.ui.review.rows import RowModel
from assist.ui.review.style import label
from assist.ui.review.team_paint import FigureDelegate
from assist.ui.review.week_chart import WeekChart
from assist.ui.review.worker import DeskWorker
from assist.ui.theme import Theme

_DAYS = 56
_LIST_WIDTH, _LEAST_LIST = 280, 220
"""Pixels at 100 %."""

Answer = tuple[bool, TeamFigures, tuple[FollowUpCount, ...]]


def _tr(text: str, count: int = -1) -> str:
    return QCoreApplication.translate("Team", text, "", count)


class TeamPage(ReviewPage):
    """What goes well and what goes wrong; an agent sees the own figures alone."""

    def __init__(self, worker: DeskWorker, parent: QWidget | None = None) -> None:
        super().__init__("team", _DAYS, worker, parent)
        self._figures: TeamFigures | None = None
        self._counts: tuple[FollowUpCount, ...] = ()
        self._name = ""
        self.model: RowModel[Figure] = RowModel(words.figure_said, self)
        self.list = list_view(self.content, _tr("Figures"))
        self.list.setModel(self.model)
        self._delegate = FigureDelegate(self.list)
        self.list.setItemDelegate(self._delegate)
        self.list.selectionModel().currentChanged.connect(lambda now, _: self._choose(now.row()))
        self.title = label("", self.content, part="strong")
        self.about = label("", self.content, part="small", ink="muted")
        self.chart = WeekChart(self.content)
        self.legend = label(
            _tr(
                "Bands are 95 % intervals: where two overlap, the difference may be chance. "
                "Pale with a hollow dot: fewer than {least} cases."
            ).format(least=LEAST_CALLS),
            self.content,
            part="small",
            ink="muted",
        )
        self.promises = label("", self.content, part="small")
        self.agents = QWidget(self.content)
        self.agents_title = label(_tr("Agents"), self.agents, part="strong")
        self.order = QPushButton(_tr("Best first"), self.agents)
        self.order.setProperty("kind", "chip")
        self.order.setCheckable(True)
        self.order.toggled.connect(lambda _: self._show_agents())
        self.why_by_name = label("", self.agents, part="small", ink="muted")
        self.agent_model = AgentModel(self)
        self.table = AgentTable(self.agent_model, self.agents)
        self._lay_out()

    def _lay_out(self) -> None:
        self._head = QHBoxLayout()
        self._head.addWidget(self.agents_title)
        self._head.addWidget(self.why_by_name, 1)
        self._head.addWidget(self.order)
        self._below = QVBoxLayout(self.agents)
        self._below.setContentsMargins(0, 0, 0, 0)
        self._below.addLayout(self._head)
        self._below.addWidget(self.table, 1)
        right = QWidget(self.content)
        self._right = QVBoxLayout(right)
        self._right.addWidget(self.title)
        self._right.addWidget(self.about)
        self._right.addWidget(self.chart, 4)
        self._right.addWidget(self.legend)
        self._right.addWidget(self.promises)
        self._right.addWidget(self.agents, 3)
        self._splitter = ListAndChosen(self.list, right, self.content)

    def set_theme(self, theme: Theme) -> None:
        super().set_theme(theme)
        self._delegate.set_theme(theme)
        self.chart.set_theme(theme)
        self.table.set_theme(theme)
        self._right.setContentsMargins(theme.space(16), 0, 0, 0)
        self._right.setSpacing(theme.space(6))
        self._head.setSpacing(theme.space(10))
        self._below.setSpacing(theme.space(4))
        self._splitter.set_widths(theme, wanted=_LIST_WIDTH, least=_LEAST_LIST)

    def ask_desk(self) -> None:
        days = self.days

        def look(desk: ReviewDesk) -> Answer:
            return desk.is_agent, desk.team(days), desk.follow_ups()

        self._worker.ask(self.kind, look, lambda answer: self.take(*answer))

    def take(self, is_agent: bool, figures: TeamFigures, counts: tuple[FollowUpCount, ...]) -> None:
        """Show the figures of a period, and the promises still to be kept."""
        self._figures, self._counts = figures, counts
        self.heading.setText(_tr("%n call(s)", figures.team.calls))
        self.agents.setHidden(is_agent)
        self.promises.setText(words.promises_text(counts))
        if not figures.team.calls:
            self.say(
                _tr("No call in these days"),
                _tr("Look back further, or come again when calls were stored."),
            )
            return
        self.show_content(self.list)
        self.model.show(figures.team.figures)
        if self.list.currentIndex().isValid():
            self._choose(self.list.currentIndex().row())
        else:
            self.list.setCurrentIndex(self.model.index(0))

    def _choose(self, number: int) -> None:
        figure = self.model.row(number)
        if figure is None or self._figures is None:
            return
        self._name = figure.name
        self.title.setText(words.figure_text(figure.name))
        about = [words.figure_about(figure.name)]
        about.append(_tr("More is better.") if figure.is_good else _tr("Fewer is better."))
        if figure.cases:
            about.append(
                _tr("95 % interval: {interval}.").format(interval=words.interval_text(figure))
            )
        self.about.setText(" ".join(about))
        self.chart.show_weeks(self._figures.weeks, figure.name)
        self._show_agents()

    def _show_agents(self) -> None:
        if self._figures is None:
            return
        is_allowed = may_rank(self._figures.agents)
        self.order.setEnabled(is_allowed)
        self.why_by_name.setText(
            ""
            if is_allowed
            else _tr(
                "By name. Nobody is ranked while an agent has fewer than {least} calls: "
                "chance would decide."
            ).format(least=LEAST_CALLS)
        )
        rows = agent_rows(
            self._figures.agents, self._counts, self._name, is_ranked=self.order.isChecked()
        )
        self.agent_model.show(rows, self._name)
