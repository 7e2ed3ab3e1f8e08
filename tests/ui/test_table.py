"""The one table: short lists held whole, long ones fetched as they come into view."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from kit.places import texts
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from ui.kit.sorting import swedish
from ui.kit.table import RECORD, SORT, UNLOADED, Column, RecordModel
from ui.kit.view import Table
from ui.kit.windowed import CHUNK, WindowedModel


@dataclass(frozen=True)
class Line:
    id: str
    name: str
    age: int | None = None


NAMES = ("Östen", "Åsa", "Anna", "Ärla", "Zlatan", "éva")
LINES = [Line(str(at), name, at if at else None) for at, name in enumerate(NAMES)]
COLUMNS = (
    Column[Line]("Name", lambda line: line.name),
    Column[Line]("Age", lambda line: str(line.age or ""), lambda line: line.age, right=True, sort="age"),
)


def short() -> RecordModel[Line]:
    model = RecordModel(COLUMNS, lambda line: line.id)
    model.show(LINES)
    return model


class Source:
    """Answers when told to, as a thread would."""

    def __init__(self, size: int) -> None:
        self.ids = [str(at) for at in range(size)]
        self.asked: list[Sequence[str]] = []
        self.waiting: list[Callable[[], None]] = []

    def fetch(self, ids: Sequence[str], give: Callable[[Sequence[Line]], None]) -> None:
        self.asked.append(ids)
        self.waiting.append(lambda: give([Line(one, f"line {one}") for one in ids]))

    def answer(self) -> None:
        self.waiting.pop(0)()


def long(source: Source) -> WindowedModel[Line]:
    model = WindowedModel(COLUMNS, lambda line: line.id, source.fetch)
    model.show_ids(source.ids)
    return model


def test_a_short_list_behaves_as_a_model_should(qtmodeltester: ModelTester) -> None:
    model = short()
    qtmodeltester.check(model)


def test_a_long_list_behaves_as_a_model_should(qtmodeltester: ModelTester, qtbot: QtBot) -> None:
    source = Source(500)
    model = long(source)
    qtmodeltester.check(model)
    qtbot.waitUntil(lambda: bool(source.waiting))
    source.answer()


def test_names_sort_as_in_swedish() -> None:
    model = short()
    model.sort(0)
    assert texts(model) == ["Anna", "éva", "Zlatan", "Åsa", "Ärla", "Östen"]
    assert sorted(("ö", "z", "A", "å", "ä"), key=swedish) == ["A", "z", "å", "ä", "ö"]


def test_numbers_sort_as_numbers_and_the_empty_ones_come_last_both_ways() -> None:
    model = short()
    model.sort(1)
    assert texts(model)[0] == "Åsa" and texts(model)[-1] == "Östen"
    model.sort(1, Qt.SortOrder.DescendingOrder)
    assert texts(model)[0] == "éva" and texts(model)[-1] == "Östen"


def test_a_filter_keeps_lines_with_all_its_words() -> None:
    model = short()
    model.filter("ANN")
    assert texts(model) == ["Anna"]
    model.filter("anna 2")
    assert texts(model) == ["Anna"]
    model.filter("anna 3")
    assert texts(model) == []


def test_roles_give_the_record_and_what_to_sort_by() -> None:
    model = short()
    index = model.index(1, 1)
    assert index.data(RECORD) == LINES[1]
    assert index.data(SORT) == 1


def test_a_hundred_thousand_lines_are_shown_before_any_is_loaded(qtbot: QtBot) -> None:
    source = Source(100_000)
    model = long(source)
    assert model.rowCount() == 100_000
    assert model.index(99_999, 0).data() == UNLOADED
    qtbot.waitUntil(lambda: bool(source.waiting))
    source.answer()
    assert model.index(99_999, 0).data() == "line 99999"
    assert len(source.asked) == 1 and len(source.asked[0]) == CHUNK


def test_stretches_scrolled_past_are_not_fetched(qtbot: QtBot) -> None:
    source = Source(100_000)
    model = long(source)
    for row in range(0, 100_000, CHUNK):
        model.index(row, 0).data()
    qtbot.waitUntil(lambda: bool(source.waiting))
    while source.waiting:
        source.answer()
        qtbot.wait(5)
    assert len(source.asked) <= 5
    assert model.index(99_999, 0).data() == "line 99999"


def test_lines_stay_in_sight_while_they_are_fetched_again(qtbot: QtBot) -> None:
    source = Source(10)
    model = long(source)
    model.index(0, 0).data()
    qtbot.waitUntil(lambda: bool(source.waiting))
    source.answer()
    model.show_ids(list(source.ids))
    assert model.index(0, 0).data() == "line 0"
    qtbot.waitUntil(lambda: len(source.asked) == 2)


def test_an_answer_for_an_older_list_is_dropped(qtbot: QtBot) -> None:
    source = Source(10)
    model = long(source)
    model.index(0, 0).data()
    qtbot.waitUntil(lambda: bool(source.waiting))
    model.show_ids(["7"])
    source.answer()
    assert model.index(0, 0).data() == UNLOADED


def test_the_table_is_opened_with_enter_and_remembers_where_it_was(qtbot: QtBot) -> None:
    table, opened = Table("People"), []
    qtbot.addWidget(table)
    model = short()
    table.show_model(model)
    table.opened.connect(opened.append)
    assert table.choose("2") and not table.choose("99")
    qtbot.keyClick(table, Qt.Key.Key_Return)
    assert opened == ["2"] and table.current_id() == "2"
    assert table.accessibleName() == "People"


def test_an_empty_table_says_what_belongs_there(qtbot: QtBot) -> None:
    steps: list[str] = []
    table = Table("People")
    qtbot.addWidget(table)
    model: RecordModel[Line] = RecordModel(COLUMNS, lambda line: line.id)
    table.show_model(model)
    table.say_when_empty("users", "Nobody here yet.", "Add somebody", lambda: steps.append("added"))
    table.show()
    empty: Any = table.viewport().findChild(object, "empty")
    assert empty.isVisible() and empty.accessibleName() == "Nobody here yet."
    empty.step.click()
    model.show(LINES)
    assert steps == ["added"] and not empty.isVisible()
