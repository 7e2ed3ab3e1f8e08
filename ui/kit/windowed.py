"""Lists of a hundred thousand lines: all ids are known, the lines are fetched as they come into view."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QModelIndex, QObject, QTimer, Signal

from ui.kit.table import Column, Index, LinesModel

T = TypeVar("T")
CHUNK = 200
WAITING = 4  # chunks; older wishes were scrolled past
KEPT = 20_000  # lines
_NOWHERE = QModelIndex()
Give = Callable[[Sequence[T]], None]


class WindowedModel(LinesModel[T], Generic[T]):
    """Shows `…` until a line is there; `fetch(ids, give)` asks for lines, `give(lines)` takes them when they come."""

    loaded = Signal()
    """A chunk of lines has come."""

    def __init__(
        self,
        columns: Sequence[Column[T]],
        name: Callable[[T], str],
        fetch: Callable[[Sequence[str], Give[T]], object],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(columns, parent)
        self._name = name
        self._fetch = fetch
        self._ids: Sequence[str] = ()
        self._lines: dict[str, T] = {}
        self._fresh: set[str] = set()
        self._wanted: list[int] = []
        self._asked = -1
        self._generation = 0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._ask)

    def show_ids(self, ids: Sequence[str]) -> None:
        """Show these records in this order; lines known from before stay in sight until their new ones come."""
        same = len(ids) == len(self._ids) and ids == self._ids
        self._generation += 1
        self._fresh.clear()
        self._wanted.clear()
        self._asked = -1
        if same:
            if ids:
                self.dataChanged.emit(self.index(0, 0), self.index(len(ids) - 1, len(self.columns) - 1))
            return
        self.beginResetModel()
        self._ids = ids
        self.endResetModel()

    def line(self, row: int) -> T | None:
        if not 0 <= row < len(self._ids):
            return None
        record_id = self._ids[row]
        if record_id not in self._fresh:
            self._want(row // CHUNK)
        return self._lines.get(record_id)

    def id_at(self, row: int) -> str:
        return self._ids[row] if 0 <= row < len(self._ids) else ""

    def row_of(self, record_id: str) -> int:
        # A dict of 300,000 ids would take the window's time after every change; a search along them takes some ms.
        try:
            return self._ids.index(record_id)
        except ValueError:
            return -1

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._ids)

    def _want(self, chunk: int) -> None:
        if chunk == self._asked:
            return
        if chunk in self._wanted:
            self._wanted.remove(chunk)
        self._wanted.append(chunk)
        del self._wanted[:-WAITING]
        if self._asked < 0 and not self._timer.isActive():
            self._timer.start()

    def _ask(self) -> None:
        if self._asked >= 0 or not self._wanted:
            return
        chunk = self._asked = self._wanted.pop()
        generation = self._generation
        ids = tuple(self._ids[chunk * CHUNK : (chunk + 1) * CHUNK])
        self._fetch(ids, lambda lines: self._came(generation, chunk, ids, lines))

    def _came(self, generation: int, chunk: int, ids: Sequence[str], lines: Sequence[T]) -> None:
        if generation != self._generation:
            return
        self._asked = -1
        if len(self._lines) > KEPT:
            self._lines.clear()
            self._fresh.clear()
        self._lines.update((self._name(line), line) for line in lines)
        self._fresh.update(ids)  # also those that have gone meanwhile, or they would be asked for for ever
        first = chunk * CHUNK
        last = min(first + CHUNK, len(self._ids)) - 1
        if last >= first:
            self.dataChanged.emit(self.index(first, 0), self.index(last, len(self.columns) - 1))
        self.loaded.emit()
        if self._wanted:
            self._timer.start()
