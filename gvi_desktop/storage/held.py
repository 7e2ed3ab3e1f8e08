"""A record as the vault holds it. Of its history only the cells that somebody asks for are made."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass

import orjson

from gvi_desktop.domain.history import (
    Cell,
    Group,
    Meta,
    RecordState,
    Tombstone,
    Value,
    cell_of,
    crowd_of,
    erased,
    groups_of,
)

SET_MARK = "/"
"""A field that is a set has a cell for each element, `field/element`, and the mark `field/` that it is known at all."""


@dataclass(frozen=True, slots=True)
class Held:
    """Number, history and stored columns of a record."""

    n: int
    kind: str
    id: str
    compartment: str
    conflicts: int
    """How many of its fields wait for a choice."""
    columns: Mapping[str, Value]
    extra: Mapping[str, Value]
    """Values of fields that had no column when they were written."""
    meta: Meta
    dead: Tombstone | None

    def state(self, names: Collection[str] | None = None, span: tuple[int, int] | None = None) -> RecordState:
        """The record with all its cells, with those in `names` (`field/` = all elements of a set), or with those that
        stand in the part (lo, hi] of the log."""
        if self.dead is not None:
            return erased(self.kind, self.id, self.dead)
        cells: dict[str, Cell] = {}
        sets: dict[str, frozenset[str]] = {}
        asked = _asked(names)
        plain = self.columns if not self.extra else {**self.columns, **self.extra}
        for replica, counter, hlc, others, inside, lsn in self.meta["g"]:
            if span is not None and not span[0] < (lsn or 0) <= span[1]:
                continue
            if wanted := [name for name in inside if asked(name)]:
                dot, vv = (replica, counter), {replica: counter, **others}
                for name in wanted:
                    value = plain[name] if name in plain else self._element(name, sets)
                    cells[name] = Cell({dot: (hlc, value)}, vv, lsn)
        for name, crowd in self.meta["x"].items():
            if (span is None or span[0] < (crowd[2] or 0) <= span[1]) and asked(name):
                cells[name] = cell_of(crowd)
        return RecordState(self.kind, self.id, self.compartment, cells)

    def with_cells(self, cells: Mapping[str, Cell], lsn: int) -> tuple[bytes, int]:
        """The history with other cells in the place of some, as it is kept, and how many of its fields then wait for a
        choice. New cells without a position in the log get `lsn`."""
        groups: list[Group] = []
        for group in self.meta["g"]:
            if cells.keys().isdisjoint(group[4]):
                groups.append(group)
            elif left := [name for name in group[4] if name not in cells]:
                groups.append((*group[:4], left, group[5]))
        gone = [crowd for name, crowd in self.meta["x"].items() if name in cells]
        added, others = groups_of(cells, lsn=lsn)
        crowds = {name: crowd for name, crowd in self.meta["x"].items() if name not in cells}
        crowds |= {name: crowd_of(cell if cell.lsn is not None else cell.at(lsn)) for name, cell in others.items()}
        settled = sum(cell_of(crowd).conflict for crowd in gone)
        return orjson.dumps({"g": groups + added, "x": crowds}), self.conflicts - settled + torn(others)

    def _element(self, name: str, sets: dict[str, frozenset[str]]) -> Value:
        """The value of a cell that is no column: an element of a set is in it or not."""
        field, mark, element = name.partition(SET_MARK)
        if not mark or not element or field not in self.columns:
            return None
        if field not in sets:
            sets[field] = elements(self.columns[field])
        return 1 if element in sets[field] else 0


def torn(cells: Mapping[str, Cell]) -> int:
    """How many of these cells wait for a choice."""
    return sum(cell.conflict for cell in cells.values())


def elements(value: Value) -> frozenset[str]:
    """What a set's column holds."""
    return frozenset(orjson.loads(value)) if isinstance(value, str) and value else frozenset()


def _asked(names: Collection[str] | None) -> Callable[[str], bool]:
    if names is None:
        return lambda _: True
    if fields := tuple(name for name in names if name.endswith(SET_MARK)):
        return lambda name: name in names or name.startswith(fields)
    return names.__contains__
