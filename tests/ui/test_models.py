"""The Qt models: right rows, and only the rows that changed."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QAbstractItemModel, Qt
from pytestqt.qtbot import QtBot

from assist.core.events import PartialResult, PromiseMade
from assist.core.words import Party
from assist.ui.callstate import CHECKLIST, Tick
from assist.ui.itemmodels import promises as promises_model
from assist.ui.itemmodels.checklist import ChecklistModel
from assist.ui.itemmodels.promises import PromisesModel
from assist.ui.itemmodels.transcript import Role, TranscriptModel
from assist.ui.lines import TranscriptLines
from tests.helpers.uicall import spoken

TODAY = "2026-11-22T10:00:00+01:00"


class Touched:
    """Rows a model said it changed, inserted, moved and removed, and resets."""

    def __init__(self, model: QAbstractItemModel) -> None:
        self.changed: list[tuple[int, int]] = []
        self.inserted: list[tuple[int, int]] = []
        self.moved: list[tuple[int, int]] = []
        self.removed: list[tuple[int, int]] = []
        self.resets = 0
        model.dataChanged.connect(lambda a, b, _=None: self.changed.append((a.row(), b.row())))
        model.rowsInserted.connect(lambda _, a, b: self.inserted.append((a, b)))
        model.rowsMoved.connect(lambda _, a, b, __, to: self.moved.append((a, to)))
        model.rowsRemoved.connect(lambda _, a, b: self.removed.append((a, b)))
        model.modelReset.connect(self._count)

    def _count(self) -> None:
        self.resets += 1


def partial(party: Party, utterance: int, text: str) -> PartialResult:
    return PartialResult(at=0, party=party, utterance=utterance, start=0, text=text)


def promise(number: int, **fields: object) -> PromiseMade:
    given = {"who": "agent", "what": "call back", **fields}
    return PromiseMade(at=0, promise=number, **given)  # type: ignore[arg-type]


def test_the_transcript_model_keeps_qts_rules(
    qtmodeltester: pytest.FixtureRequest, qtbot: QtBot
) -> None:
    model, lines = TranscriptModel(), TranscriptLines()
    qtmodeltester.check(model)  # type: ignore[attr-defined]
    model.apply(lines.partial(partial(Party.AGENT, 0, "let me")))
    model.apply(lines.partial(partial(Party.CUSTOMER, 0, "okay")))
    model.apply(lines.final(spoken(Party.CUSTOMER, 0, 0, "okay then")))
    model.apply(lines.final(spoken(Party.AGENT, 0, 0, "")))
    qtmodeltester.check(model)  # type: ignore[attr-defined]
    assert [model.line(row).text for row in range(model.rowCount())] == ["okay then"]


def test_each_utterance_touches_one_row(qtbot: QtBot) -> None:
    model, lines = TranscriptModel(), TranscriptLines()
    model.apply(lines.final(spoken(Party.AGENT, 0, 0, "hello")))
    touched = Touched(model)
    model.apply(lines.partial(partial(Party.CUSTOMER, 0, "my")))
    model.apply(lines.partial(partial(Party.CUSTOMER, 0, "my refund")))
    model.apply(lines.final(spoken(Party.CUSTOMER, 0, 900, "my refund")))
    assert touched.inserted == [(1, 1)]
    assert touched.changed == [(1, 1), (1, 1)]
    assert (touched.moved, touched.removed, touched.resets) == ([], [], 0)


def test_a_line_says_who_spoke_and_when_to_a_screen_reader(qtbot: QtBot) -> None:
    model, lines = TranscriptModel(), TranscriptLines()
    model.apply(lines.final(spoken(Party.CUSTOMER, 0, 61_000, "my refund")))
    assert model.index(0).data(Role.SPEAKER) == "Customer"
    model.set_customer("Dana")
    said = model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "Dana at 01:01: my refund"


@pytest.mark.parametrize("make", [TranscriptModel, PromisesModel])
def test_resetting_an_empty_model_is_fine(make: Callable[[], QAbstractItemModel]) -> None:
    model = make()
    assert model.rowCount() == 0
    assert model.index(0, 0).data() is None


def test_a_promise_is_written_as_people_write() -> None:
    model = PromisesModel()
    model.put(promise(1, what="what i said", due="when i'm back"))
    assert model.index(0).data() == "What I said"
    assert model.index(0).data(promises_model.Role.WHEN) == "when I'm back"


def test_a_promise_made_more_exactly_keeps_its_row(qtbot: QtBot, qtmodeltester: object) -> None:
    model = PromisesModel()
    model.set_today(TODAY)
    touched = Touched(model)
    model.put(promise(1, missing=("when",)))
    assert model.index(0).data(promises_model.Role.WHEN) == "by when?"
    assert model.index(0).data(promises_model.Role.IS_MISSING)
    model.put(promise(1, due="by four", due_at="2026-11-22T16:00:00+01:00"))
    model.put(promise(2, what="send the form", due="tomorrow morning"))
    assert touched.inserted == [(0, 0), (1, 1)]
    assert touched.changed == [(0, 0)]
    assert model.index(0).data(promises_model.Role.WHEN) == "today 16:00"
    assert model.index(1).data(promises_model.Role.WHEN) == "tomorrow morning"
    assert model.index(1).data() == "Send the form"
    qtmodeltester.check(model)  # type: ignore[attr-defined]


def test_a_tick_changes_only_its_own_row(qtbot: QtBot, qtmodeltester: object) -> None:
    model = ChecklistModel()
    touched = Touched(model)
    ticks = {item: Tick() for item in CHECKLIST}
    ticks["name_used"] = Tick(is_done=True, count=2)
    model.set_ticks(ticks)
    model.set_ticks(ticks)
    assert touched.changed == [(0, 0)]
    assert model.index(0).data() == "Name used, 2×"
    assert model.index(0).data(Qt.ItemDataRole.AccessibleTextRole) == "Name used, 2×, done"
    assert model.index(5).data(Qt.ItemDataRole.AccessibleTextRole) == "Thanked, not yet"
    assert model.done() == 1
    qtmodeltester.check(model)  # type: ignore[attr-defined]
