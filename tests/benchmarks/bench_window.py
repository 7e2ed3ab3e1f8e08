"""How long the window stands still on a vault of 100,000 people, and until each page and tab is first painted."""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import largevault
from kit.vaults import PASSPHRASE
from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTabBar, QTableView, QWidget

from gvi_desktop import settings as preferences
from ui.app import Program
from ui.kit.place import Place
from ui.places import PLACES

AIM = 100  # ms
PATIENCE = 60.0  # seconds for a place to have everything it asked for
TYPED = ("elias", "P42", "mohamed", "grupp 1")


class Pulse(QObject):
    """A timer of a millisecond in the window's thread; whatever holds that thread up makes a gap between two beats."""

    def __init__(self) -> None:
        super().__init__()
        self.longest, self.own, self.where = 0.0, 0.0, ""
        self._seen = ""
        self._last, self._spent = time.perf_counter(), time.thread_time()
        self._ended = threading.Event()
        self._window = threading.get_ident()
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)
        self._timer.start(1)
        self._watch = threading.Thread(target=self._look, daemon=True)
        self._watch.start()

    def begin(self) -> None:
        """Forget what was."""
        self.longest, self.own, self.where, self._seen = 0.0, 0.0, "", ""
        self._last, self._spent = time.perf_counter(), time.thread_time()

    def end(self) -> None:
        """Stop measuring."""
        self._timer.stop()
        self._ended.set()
        self._watch.join()

    def _beat(self) -> None:
        now, spent = time.perf_counter(), time.thread_time()
        if (gap := (now - self._last) * 1000) > self.longest:
            self.longest, self.own, self.where = gap, (spent - self._spent) * 1000, self._seen
        self._last, self._spent, self._seen = now, spent, ""

    def _look(self) -> None:
        while not self._ended.wait(0.01):
            if time.perf_counter() - self._last > 0.04:
                self._seen = self._ours() or self._seen

    def _ours(self) -> str:
        """The innermost line of the program that the window's thread is in."""
        frame: Any = sys._current_frames().get(self._window)
        while frame is not None:
            file = frame.f_code.co_filename
            if "/ui/" in file or "/gvi_desktop/" in file:
                return f"{Path(file).parent.name}/{Path(file).name}:{frame.f_lineno} {frame.f_code.co_name}"
            frame = frame.f_back
        return ""


class FirstPaint(QObject):
    """Sees when a page is first painted: from then on there is something to look at."""

    def __init__(self, page: QWidget, began: float) -> None:
        super().__init__()
        self.took: float | None = None
        self._page, self._began = page, began
        QCoreApplication.instance().installEventFilter(self)  # type: ignore[union-attr]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        painted = event.type() == QEvent.Type.Paint and isinstance(watched, QWidget)
        if self.took is None and painted and (watched is self._page or self._page.isAncestorOf(watched)):
            self.took = (time.perf_counter() - self._began) * 1000
            QCoreApplication.instance().removeEventFilter(self)  # type: ignore[union-attr]
        return False


class Tour:
    """One window on one vault, and what was measured in it."""

    def __init__(self, program: Program) -> None:
        self.program = program
        self.pulse = Pulse()
        self.worst: list[tuple[float, str]] = []
        self.paints: list[tuple[float, str]] = []

    def measure(self, what: str, act: Callable[[], object]) -> None:
        """Do something, wait until everything it asked for has come, and print the longest gap."""
        self.pulse.begin()
        began = time.perf_counter()
        act()
        settled = wait(lambda: idle(self.program))
        took = (time.perf_counter() - began) * 1000
        where = f"  {self.pulse.where}" if self.pulse.longest > AIM else ""
        gap, done = f"{self.pulse.longest:8.0f} {self.pulse.own:7.0f}", "" if settled else " not done"
        print(f"{what:44} {gap} {took:9.0f}{done}{where}", flush=True)
        self.worst.append((self.pulse.longest, what))

    def place(self, key: str) -> None:
        """Open a place and do what one does in a list."""
        shell = self.program.shell
        if shell is None:
            raise RuntimeError("the vault was locked")
        self.measure(f"{key}: open", lambda: self.painted(f"{key}: first paint", lambda: shell.visit(key)))
        page = shell.visit(key)
        views = [view for view in page.findChildren(QTableView) if view.model().rowCount() > 20 and view.isVisible()]
        for view in views[:1]:
            self._list(key, page, view)
        if not page.filter.isHidden():
            self.measure(f"{key}: filter typed", lambda: typing(page.filter, "elias"))
            self.measure(f"{key}: filter cleared", page.filter.clear)

    def painted(self, what: str, show: Callable[[], QWidget]) -> None:
        """Show a page, and keep how long it took until it was first painted."""
        began = time.perf_counter()
        seen = FirstPaint(show(), began)
        wait(lambda: seen.took is not None, 5.0)
        if seen.took is not None:
            self.paints.append((seen.took, what))

    def tabs(self, key: str) -> None:
        """Turn to every tab of a place, each for the first time."""
        shell = self.program.shell
        if shell is None:
            raise RuntimeError("the vault was locked")
        page = shell.visit(key)
        for bar in [one for one in page.findChildren(QTabBar) if one.isVisible() and one.count() > 1]:
            for at in range(1, bar.count()):
                name = f"{key}: tab {bar.tabText(at)}"

                def turn(bar: QTabBar = bar, at: int = at) -> QWidget:
                    bar.setCurrentIndex(at)
                    return page

                self.measure(name, lambda name=name, turn=turn: self.painted(name, turn))  # type: ignore[misc]
            bar.setCurrentIndex(0)

    def _list(self, key: str, page: Place, view: QTableView) -> None:
        bar, rows = view.verticalScrollBar(), view.model().rowCount()
        name = f"{key} ({rows} rows)"
        self.measure(f"{name}: to the middle", lambda: bar.setValue(bar.maximum() // 2))
        self.measure(f"{name}: thirty pages on", lambda: paging(view, 30))
        self.measure(f"{name}: to the end", lambda: bar.setValue(bar.maximum()))
        self.measure(f"{name}: a line chosen", lambda: view.selectRow(rows // 2))
        heads = view.horizontalHeader()
        if view.isSortingEnabled() and heads.count() > 1:
            order = Qt.SortOrder.DescendingOrder
            self.measure(f"{name}: sorted", lambda: view.sortByColumn(0, order))

    def search(self) -> None:
        """Type into the search field at the top."""
        shell = self.program.shell
        if shell is None:
            raise RuntimeError("the vault was locked")
        for text in TYPED:
            shell.search.setFocus()
            self.measure(f"search: '{text}' typed", lambda text=text: typing(shell.search, text))  # type: ignore[misc]
            shell.search.clear()


def paging(view: QTableView, pages: int) -> None:
    """Page Down held."""
    for _ in range(pages):
        QTest.keyClick(view, Qt.Key.Key_PageDown)
        live(0.03)


def typing(line: Any, text: str) -> None:
    """A person typing fast: eight keys a second."""
    for key in text:
        QTest.keyClicks(line, key)
        live(0.12)


def live(seconds: float) -> None:
    """Let the window live for so long."""
    loop = QEventLoop()
    QTimer.singleShot(int(seconds * 1000), loop.quit)
    loop.exec()


def idle(program: Program) -> bool:
    """Whether nothing is under way."""
    return program.tasks is None or program.tasks.jobs == 0


def wait(condition: Callable[[], bool], patience: float = PATIENCE) -> bool:
    """Let the window live until the condition has held for a while; False when it did not come."""
    end, held = time.monotonic() + patience, 0
    while held < 8 and time.monotonic() < end:
        held = held + 1 if condition() else 0
        live(0.02)
    return held >= 8


def unlock(program: Program) -> None:
    """Through the real unlock page."""
    page: Any = program.unlock_page
    page.card.passphrase.line.setText(PASSPHRASE)
    page.card.go()
    wait(lambda: program.shell is not None)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--people", type=int, default=100_000)
    count = parser.parse_args().people
    vault = largevault.ready(count)
    app = QApplication(sys.argv[:1])
    with tempfile.TemporaryDirectory() as home:
        preferences.save(preferences.Settings(language="sv", theme="light", idle_minutes=60), Path(home))
        program = Program(vault, home=Path(home))
        program.frame.resize(1366, 768)
        program.frame.show()
        tour = Tour(program)
        print(
            "still: the longest the window stood still; own: what its thread worked in that time, the rest was waiting"
        )
        print(f"{count} people: {'what':28} {'still ms':>8} {'own ms':>7} {'until done':>10}  where (over {AIM} ms)")
        program.warm_up()
        live(3.0)  # the passphrase is typed
        tour.measure("unlocked, to the overview", lambda: unlock(program))
        wait(lambda: idle(program), 600.0)  # the first backup of the day is let finish
        for spec in sorted(PLACES, key=lambda one: not one.aside):  # not the overview first: it is there already
            try:
                tour.place(spec.key)
                tour.tabs(spec.key)
            except ImportError as missing:
                print(f"{spec.key}: there is no page yet ({missing.name})")
        tour.search()
        tour.pulse.end()
        over = sorted((one for one in tour.worst if one[0] > AIM), reverse=True)
        print(f"longest: {max(tour.worst)[0]:.0f} ms ({max(tour.worst)[1]}); over {AIM} ms: {len(over)}")
        print(f"first paint of pages and tabs: {len(tour.paints)}; the slowest (aim {AIM} ms):")
        for took, what in sorted(tour.paints, reverse=True)[:12]:
            print(f"{what:44} {took:8.0f}")
        program.end()
        program.frame.hide()
        program.frame.deleteLater()
        app.sendPostedEvents(program.frame, QEvent.Type.DeferredDelete.value)


if __name__ == "__main__":
    main()
