"""Work off the window's thread comes home, or nowhere."""

import threading
from typing import Any

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from gvi_desktop.domain.errors import GviError, RefusedError
from gvi_desktop.domain.person import Person, PersonDraft
from gvi_desktop.services import people
from ui.kit.tasks import Progress, Tasks


def count(unit: Any) -> int:
    return int(unit.count(Person))


def refuse(_unit: Any) -> None:
    raise RefusedError("missing")


def test_an_answer_comes_home_in_the_windows_thread(qtbot: QtBot, tasks: Tasks) -> None:
    home: list[tuple[int, threading.Thread]] = []
    tasks.read(tasks, count, then=lambda found: home.append((found, threading.current_thread())))
    qtbot.waitUntil(lambda: bool(home))
    assert home == [(0, threading.main_thread())]


def test_a_write_tells_which_kinds_changed(qtbot: QtBot, tasks: Tasks) -> None:
    heard: list[Any] = []
    tasks.changed.connect(heard.append)
    tasks.write(tasks, people.add, PersonDraft(code_name="Linden"))
    qtbot.waitUntil(lambda: bool(heard))
    assert "person" in heard[0].kinds


def test_an_answer_for_a_page_that_is_gone_is_dropped(qtbot: QtBot, tasks: Tasks) -> None:
    home: list[str] = []
    asker, gate = QObject(), threading.Event()
    tasks.run(asker, gate.wait, then=lambda _answer: home.append("gone"))
    tasks.run(tasks, lambda: 1, then=lambda _answer: home.append("here"))
    asker.deleteLater()
    qtbot.wait(1)
    gate.set()
    qtbot.waitUntil(lambda: "here" in home)
    assert home == ["here"]


def test_only_the_last_of_many_questions_is_answered(qtbot: QtBot, tasks: Tasks) -> None:
    home: list[int] = []
    for number in range(20):
        tasks.read(tasks, lambda _unit, number=number: number, then=home.append, only="number")
    qtbot.waitUntil(lambda: 19 in home)
    assert home == [19]


def test_an_error_goes_to_its_asker_or_else_to_the_shell(qtbot: QtBot, tasks: Tasks) -> None:
    mine: list[GviError] = []
    shells: list[GviError] = []
    tasks.failed.connect(shells.append)
    tasks.write(tasks, refuse, failed=mine.append)
    tasks.write(tasks, refuse)
    qtbot.waitUntil(lambda: bool(mine) and bool(shells))
    assert (len(mine), len(shells)) == (1, 1)


def test_a_fault_of_the_program_is_not_swallowed(qtbot: QtBot, tasks: Tasks) -> None:
    with qtbot.captureExceptions() as caught:
        tasks.run(tasks, lambda: 1 // 0)
        qtbot.waitUntil(lambda: bool(caught))
    assert caught[0][0] is ZeroDivisionError


def test_long_work_tells_how_far_it_is_and_can_be_cancelled(qtbot: QtBot, tasks: Tasks) -> None:
    steps: list[tuple[int, int]] = []
    ended: list[str] = []
    gate = threading.Event()

    def work(progress: Progress) -> str:
        progress(1, 3)
        gate.wait(5)
        return "cancelled" if progress.cancelled else "done"

    job = tasks.run(tasks, work, then=ended.append, progress=lambda done, total: steps.append((done, total)))
    qtbot.waitUntil(lambda: bool(steps))
    job.progress.cancel()
    gate.set()
    qtbot.waitUntil(lambda: bool(ended))
    assert (steps, ended) == ([(1, 3)], ["cancelled"])


def test_nothing_comes_home_after_closing(qtbot: QtBot, tasks: Tasks) -> None:
    home: list[int] = []
    tasks.read(tasks, count, then=home.append)
    tasks.close()
    qtbot.wait(20)
    assert home == []


def test_stopping_waits_for_the_work_under_way_and_not_for_what_never_began(qtbot: QtBot, tasks: Tasks) -> None:
    gate, began = threading.Event(), threading.Event()

    def work() -> None:
        began.set()
        gate.wait(10)

    tasks.run(tasks, work)
    tasks.run(tasks, work)
    assert began.wait(10)
    tasks.stop()
    assert not tasks.wait(0.01)
    gate.set()
    assert tasks.wait(10)
