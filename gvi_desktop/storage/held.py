"""A record as the vault holds it. Of its history only the cells that somebody asks for are made."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from itertools import filterfalse
from typing import NamedTuple

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
from gvi_desktop.domain.saves import Save, Saves

SET_MARK = "/"
"""A field that is a set has a cell for each element, `field/element`, and the mark `field/` that it is known at all."""


class Fetched(Mapping[str, Value]):
    """Some columns of a row; all of them are fetched, with those of its neighbours, when another one is asked for.

    `rest` keeps what it has fetched: it is the neighbours' too.
    """

    __slots__ = ("_id", "_known", "_rest")

    def __init__(
        self, known: Mapping[str, Value], record_id: str, rest: Callable[[], Mapping[str, Mapping[str, Value]]]
    ) -> None:
        self._known = known
        self._id = record_id
        self._rest = rest

    def get(self, name: str, default: Value = None) -> Value:  # type: ignore[override]
        """As of any mapping, without its detour."""
        return self._known[name] if name in self._known else self._all().get(name, default)

    def __getitem__(self, name: str) -> Value:
        return self._known[name] if name in self._known else self._all()[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._all())

    def __len__(self) -> int:
        return len(self._all())

    def with_all(self, names: Collection[str]) -> Mapping[str, Value]:
        """The columns known so far when all of these are among them, else all columns: a plain dict is read faster."""
        return self._known if all(map(self._known.__contains__, names)) else self._all()

    def _all(self) -> Mapping[str, Value]:
        return self._rest()[self._id]


class Held(NamedTuple):
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

    def state(self, names: Collection[str] | None = None) -> RecordState:
        """The record with all its cells, or with those in `names` (`field/` = all elements of a set)."""
        if self.dead is not None:
            return erased(self.kind, self.id, self.dead)
        cells: dict[str, Cell] = {}
        sets: dict[str, frozenset[str]] = {}
        asked = _asked(names)
        plain = self.plain
        for replica, counter, hlc, others, inside, lsn in self.meta["g"]:
            if wanted := [name for name in inside if asked(name)]:
                dot, vv = (replica, counter), {replica: counter, **others}
                for name in wanted:
                    value = plain[name] if name in plain else self._element(name, sets)
                    cells[name] = Cell({dot: (hlc, value)}, vv, lsn)
        for name, crowd in self.meta["x"].items():
            if asked(name):
                cells[name] = cell_of(crowd)
        return RecordState(self.kind, self.id, self.compartment, cells)

    @property
    def plain(self) -> Mapping[str, Value]:
        """The values that are kept as they are: all but elements of sets."""
        return self.columns if not self.extra else {**self.columns, **self.extra}

    def values(self, names: Collection[str]) -> dict[str, Value]:
        """The values of some cells; None where there is none."""
        sets: dict[str, frozenset[str]] = {}
        plain = self.plain
        if isinstance(plain, Fetched):
            plain = plain.with_all(names)
        return {name: plain[name] if name in plain else self._element(name, sets) for name in names}

    def saves(self, lo: int, hi: int) -> Saves:
        """Of the record what stands in the part (lo, hi] of the log, or its erasure."""
        if self.dead is not None:
            return Saves(self.kind, self.id, "", [], {}, self.dead)
        groups: list[Save] = [
            (replica, counter, hlc, others, self.values(inside), lsn)
            for replica, counter, hlc, others, inside, lsn in self.meta["g"]
            if lo < (lsn or 0) <= hi
        ]
        crowds = {name: crowd for name, crowd in self.meta["x"].items() if lo < (crowd[2] or 0) <= hi}
        return Saves(self.kind, self.id, self.compartment, groups, crowds)

    def overtaken_by(self, theirs: Saves) -> list[str] | None:
        """The fields that a colleague's saves bring or replace, when nothing has to be weighed: each is new here, or
        was written there with all of ours seen, or is the very same save. None when cells have to be joined."""
        crowds = self.meta["x"]
        if theirs.crowds or theirs.tombstone is not None or self.dead is not None:
            return None
        taken: list[str] = []
        for replica, counter, hlc, others, values, _ in theirs.groups:
            if crowds and not crowds.keys().isdisjoint(values):
                return None
            same: list[str] = []
            for author, before, then, more, names, _ in self.meta["g"]:
                if values.keys().isdisjoint(names):
                    continue
                if (author, before, then, more) == (replica, counter, hlc, others):
                    same += [name for name in names if name in values]
                elif more.get(replica, before if author == replica else 0) >= counter or not _saw(
                    replica, counter, others, author, before, more
                ):
                    return None
            if not same:
                taken += values
            elif any(values[name] != value for name, value in self.values(same).items()):
                return None  # one save that says two things: a copied vault, or a liar
            elif len(same) < len(values):
                known = set(same)
                taken += [name for name in values if name not in known]
        return taken

    def with_saves(self, theirs: Saves, taken: frozenset[str], lsn: int) -> bytes:
        """The history with the fields `taken` of a colleague's saves in the place of ours, as it is kept."""
        groups: list[Group] = []
        for group in self.meta["g"]:
            if taken.isdisjoint(group[4]):
                groups.append(group)
            elif left := [*filterfalse(taken.__contains__, group[4])]:
                groups.append((*group[:4], left, group[5]))
        return orjson.dumps({"g": groups + groups_told(theirs, lsn, taken), "x": self.meta["x"]})

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


def groups_told(theirs: Saves, lsn: int, taken: frozenset[str] | None = None) -> list[Group]:
    """A colleague's saves (or just some of their fields) as the vault keeps them, at `lsn` of its own log."""
    groups: list[Group] = []
    for replica, counter, hlc, others, values, _ in theirs.ordered():
        if names := sorted(values if taken is None else taken.intersection(values)):
            groups.append((replica, counter, hlc, dict(sorted(others.items())) if others else others, names, lsn))
    return groups


def _saw(
    replica: str, counter: int, others: Mapping[str, int], author: str, before: int, more: Mapping[str, int]
) -> bool:
    """Whether who wrote the save (replica, counter) with `others` seen had seen (author, before) and `more`."""
    if author not in more and others.get(author, counter if author == replica else 0) < before:
        return False
    return not more or all(others.get(one, counter if one == replica else 0) >= n for one, n in more.items())


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
