"""Nothing holds the window up for long: long sheets, many answers, the overview and the garbage come in turns."""

from __future__ import annotations

import gc
import threading
import time
from itertools import pairwise

import pytest
from PySide6.QtCore import QEvent, QObject, QSize, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.kit.detail import Detail
from ui.kit.errands import Errands
from ui.kit.event import Event
from ui.kit.garbage import Garbage
from ui.kit.slices import UNSEEN
from ui.kit.text import label
from ui.kit.warm import Warming
from ui.overview.columns import Columns, Piece


@pytest.fixture
def hurried(monkeypatch: pytest.MonkeyPatch, unhurried: None) -> None:
    """Every piece takes longer than a turn may last."""
    monkeypatch.setattr("ui.kit.slices.A_TURN", -1)


def words(widget: QWidget) -> list[str]:
    return [one.text() for one in widget.findChildren(QLabel)]


@pytest.mark.usefixtures("hurried")
def test_a_sheet_too_long_for_one_turn_comes_whole_and_in_its_order(qtbot: QtBot) -> None:
    detail = Detail()
    qtbot.addWidget(detail)
    detail.resize(500, 900)
    detail.show()
    detail.title("The title")
    detail.badge("a badge")
    pressed: list[int] = []
    detail.action("Press me", lambda: pressed.append(1))
    detail.section("First")
    detail.row("Name", "Value")
    detail.timeline([Event("2026-11-22", "One"), Event("2026-11-21", "Two")])
    detail.section("Second")
    detail.text("The end")
    assert "The end" not in words(detail), "the first turn has room for the title alone"
    qtbot.waitUntil(lambda: "Two" in words(detail) and "The end" in words(detail))
    qtbot.wait(10)
    tops = {one.text(): one.mapTo(detail, one.rect().topLeft()).y() for one in detail.findChildren(QLabel)}
    order = ["The title", "a badge", "First", "Name", "One", "Two", "Second", "The end"]
    assert sorted(order, key=tops.__getitem__) == order
    detail.findChild(QPushButton).click()
    assert pressed == [1]


@pytest.mark.usefixtures("hurried")
def test_a_sheet_begun_anew_forgets_what_was_still_to_come(qtbot: QtBot) -> None:
    detail = Detail()
    qtbot.addWidget(detail)
    detail.show()
    detail.start("a")
    for at in range(20):
        detail.text(f"a {at}")
    detail.start("b")
    detail.text("b alone")
    qtbot.waitUntil(lambda: "b alone" in words(detail))
    qtbot.waitUntil(lambda: words(detail) == ["b alone"])


@pytest.mark.usefixtures("hurried")
def test_a_sheet_nobody_sees_lets_the_others_go_first(qtbot: QtBot) -> None:
    hidden = Detail()
    qtbot.addWidget(hidden)
    hidden.each(range(5), lambda at: label(str(at)))
    began = time.monotonic()
    qtbot.waitUntil(lambda: len(words(hidden)) == 5)
    assert time.monotonic() - began >= 2 * UNSEEN / 1000


def test_answers_that_come_together_are_handed_over_one_a_turn(qtbot: QtBot) -> None:
    errands, seen = Errands(), QObject()
    turns: list[str] = []
    beat = QTimer(errands)
    beat.timeout.connect(lambda: turns.append("beat"))
    beat.start(0)
    gate = threading.Event()
    for name in ("one", "two", "three"):
        errands.run(seen, gate.wait, 5.0, then=lambda _answer, name=name: turns.append(name))
    gate.set()
    errands._threads["run"].shutdown(wait=True)  # all three are done before the window's thread looks
    turns.clear()
    qtbot.waitUntil(lambda: errands.jobs == 0)
    told = [turns.index(name) for name in ("one", "two", "three")]
    assert told == sorted(told)
    assert all("beat" in turns[a:b] for a, b in pairwise(told))
    errands.close()


def test_a_card_that_tells_the_same_stays_and_one_that_has_nothing_goes(qtbot: QtBot) -> None:
    columns = Columns()
    qtbot.addWidget(columns)
    columns.resize(900, 400)
    columns.show()
    made: list[str] = []

    def piece(name: str, tells: int) -> Piece:
        def make() -> QWidget:
            made.append(name)
            card = QWidget()
            QVBoxLayout(card).addWidget(QPushButton(f"{name} {tells}"))
            return card

        return Piece(name, tells, make)

    def buttons() -> list[str]:
        shown = columns.findChildren(QPushButton)
        return sorted(one.text() for one in shown if one.isVisible())

    with qtbot.waitSignal(columns.drawn):
        columns.fill([piece("a", 1), piece("b", 1), piece("c", 1)])
    qtbot.waitUntil(lambda: buttons() == ["a 1", "b 1", "c 1"])
    with qtbot.waitSignal(columns.drawn):
        columns.fill([piece("a", 1), piece("b", 2)])
    qtbot.waitUntil(lambda: buttons() == ["a 1", "b 2"])
    assert made == ["a", "b", "c", "b"]
    first = next(one for one in columns.findChildren(QPushButton) if one.text() == "a 1")
    stops, at = [], first
    for _ in range(20):
        at = at.nextInFocusChain()
        if isinstance(at, QPushButton) and at.isVisible():
            stops.append(at.text())
    assert stops[0] == "b 2", "Tab goes on to the card made anew, though it was made last"


def test_python_collects_nothing_by_itself_while_the_window_does(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ui.kit.garbage.PAUSE", 5)
    monkeypatch.setattr("ui.kit.garbage.MANY", 10)
    owner = QObject()
    where: list[str] = []

    def told(phase: str, _info: object) -> None:
        if phase == "start":
            where.append(threading.current_thread().name)

    garbage = Garbage(owner)
    gc.callbacks.append(told)
    try:
        garbage.settle()
        assert gc.get_freeze_count() > 1000
        where.clear()
        rings: list[object] = []
        for _ in range(50_000):
            ring: list[object] = []
            ring.append(ring)
            rings.append(ring)
        assert not where, "not while something is at work"
        qtbot.waitUntil(lambda: bool(where))
        assert set(where) == {threading.main_thread().name}
    finally:
        gc.callbacks.remove(told)
        garbage.end()
    assert gc.isenabled() and gc.get_freeze_count() == 0


def test_icons_are_drawn_once_everything_is_loaded(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    drawn: list[str] = []
    monkeypatch.setattr("ui.kit.warm.icon", lambda name, _ink, gap: drawn.append(f"{name} {gap}"))
    monkeypatch.setattr("ui.kit.warm.names", lambda: ["plus", "mail"])
    gate, loaded, owner = threading.Event(), [], QObject()
    thread = threading.Thread(target=gate.wait)
    thread.start()
    Warming(thread, lambda: loaded.append(True), owner)
    qtbot.wait(30)
    assert not loaded and not drawn
    gate.set()
    qtbot.waitUntil(lambda: len(drawn) == 8)
    assert loaded == [True] and set(drawn) == {"plus True", "plus False", "mail True", "mail False"}


class Lamella(QLabel):
    """Remembers how high it was ever made."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.setMinimumHeight(10)
        self.heights: list[int] = []

    def sizeHint(self) -> QSize:
        return QSize(100, 60)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return 60

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.heights.append(event.size().height())


@pytest.mark.usefixtures("hurried")
def test_nothing_on_a_sheet_is_pressed_together_while_the_rest_comes(qtbot: QtBot) -> None:
    detail = Detail()
    qtbot.addWidget(detail)
    detail.resize(500, 300)
    detail.show()
    made: list[Lamella] = []

    def make(text: str) -> Lamella:
        made.append(Lamella(text))
        return made[-1]

    detail.each([str(at) for at in range(30)], make)
    qtbot.waitUntil(lambda: len(made) == 30 and made[-1].height() == 60)
    assert [one.heights for one in made if min(one.heights) < 60] == []


def test_what_joins_the_window_is_dressed_once_however_deep_it_lies(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)  # dresses it, as the program does
    dressed: list[QEvent.Type] = []

    class Inmost(QWidget):
        def changeEvent(self, event: QEvent) -> None:
            dressed.append(event.type())
            super().changeEvent(event)

    inner: QWidget = Inmost()
    for _ in range(6):
        outer = QWidget()
        QVBoxLayout(outer).addWidget(inner)
        inner = outer
    assert QEvent.Type.StyleChange not in dressed
    QVBoxLayout(window).addWidget(inner)
    assert dressed.count(QEvent.Type.StyleChange) == 1
