"""The history of a record: for every field a multi-value register with its own version vector, and how two join.

A *dot* names one save of one replica. All fields of a save share a dot. A write replaces every value it has seen and no
other, so nothing is lost without a person having chosen, and clocks only decide which value is shown first.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import TypedDict

Value = str | int | bool | None
Dot = tuple[str, int]
"""(replica, counter): the counter starts at 1 and takes one step per save."""
Hlc = int
"""Hybrid logical stamp: wall milliseconds << 16 | logical."""
Vector = Mapping[str, int]
"""Replica -> highest counter seen for one field."""

LOGICAL_BITS = 16
AHEAD_MS = 24 * 60 * 60 * 1000
"""A stamp further ahead than this is kept with its value but does not move our own clock."""


def stamp_of(wall_ms: int, logical: int = 0) -> Hlc:
    return wall_ms << LOGICAL_BITS | logical


def wall_ms_of(stamp: Hlc) -> int:
    return stamp >> LOGICAL_BITS


def next_stamp(last: Hlc, now_ms: int) -> Hlc:
    """The stamp of a new save: later than every stamp given or heeded before, whatever the wall clock does."""
    return max(last + 1, stamp_of(now_ms))


def is_far_ahead(stamp: Hlc, now_ms: int) -> bool:
    return wall_ms_of(stamp) > now_ms + AHEAD_MS


def heed(last: Hlc, seen: Hlc, now_ms: int) -> Hlc:
    """Our clock after a colleague's stamp was seen; one more than 24 hours ahead does not move it."""
    return last if is_far_ahead(seen, now_ms) else max(last, seen)


@dataclass(frozen=True, slots=True)
class Cell:
    """One field: the values nobody has replaced yet, and the saves this field has seen."""

    siblings: Mapping[Dot, tuple[Hlc, Value]]
    vv: Vector
    lsn: int | None = field(default=None, compare=False)
    """Position in this vault's own log; local, no part of what the cell says."""

    @property
    def dot(self) -> Dot | None:
        """The save whose value is shown: newest stamp, ties by dot; None when no value survived."""
        if len(self.siblings) == 1:
            return next(iter(self.siblings))
        return max(self.siblings, key=lambda dot: (self.siblings[dot][0], dot), default=None)

    @property
    def shown(self) -> Value:
        if len(self.siblings) == 1:
            ((_, value),) = self.siblings.values()
            return value
        dot = self.dot
        return None if dot is None else self.siblings[dot][1]

    @property
    def conflict(self) -> bool:
        """Several *different* values are waiting for a person to choose."""
        return len(self.siblings) > 1 and len({(type(value), value) for _, value in self.siblings.values()}) > 1

    def at(self, lsn: int | None) -> Cell:
        """The same cell at another position of the log, or at none."""
        return self if lsn == self.lsn else Cell(self.siblings, self.vv, lsn)


@dataclass(frozen=True, slots=True)
class Tombstone:
    """An erasure: absorbing, with nothing of what was erased."""

    hlc: Hlc
    replica: str
    lsn: int | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class RecordState:
    """A record as histories of its fields, or only as much of it as somebody may see."""

    kind: str
    id: str
    compartment: str
    cells: Mapping[str, Cell]
    tombstone: Tombstone | None = None

    @property
    def shown(self) -> dict[str, Value]:
        return {name: cell.shown for name, cell in self.cells.items()}

    @property
    def conflicts(self) -> frozenset[str]:
        return frozenset(name for name, cell in self.cells.items() if cell.conflict)

    @property
    def lsn(self) -> int:
        """The newest log position in this record; 0 when it has none."""
        if self.tombstone is not None:
            return self.tombstone.lsn or 0
        return max((cell.lsn or 0 for cell in self.cells.values()), default=0)

    def only(self, keep: Callable[[str, Cell], bool]) -> RecordState:
        """The same record with the cells that `keep(field, cell)` lets through; a tombstone always stays."""
        return replace(self, cells={name: cell for name, cell in self.cells.items() if keep(name, cell)})

    def after(self, lo: int, hi: int) -> RecordState | None:
        """What changed in the log range (lo, hi], or None when nothing did."""
        if self.tombstone is not None:
            return self if lo < (self.tombstone.lsn or 0) <= hi else None
        part = self.only(lambda _, cell: lo < (cell.lsn or 0) <= hi)
        return part if part.cells else None


def write(cell: Cell | None, dot: Dot, hlc: Hlc, value: Value, lsn: int | None = None) -> Cell:
    """The field after a save: the new value replaces every sibling seen. ValueError for a counter used before."""
    seen = {} if cell is None else dict(cell.vv)
    replica, counter = dot
    if counter <= seen.get(replica, 0) and (cell is None or dot not in cell.siblings):
        raise ValueError("this counter of the replica has been used before")
    seen[replica] = max(counter, seen.get(replica, 0))
    return Cell({dot: (hlc, value)}, seen, lsn)


def write_all(
    cells: Mapping[str, Cell], dot: Dot, hlc: Hlc, values: Mapping[str, Value], lsn: int | None = None
) -> dict[str, Cell]:
    """All cells of a record after one save that sets `values`."""
    return {**cells, **{name: write(cells.get(name), dot, hlc, value, lsn) for name, value in values.items()}}


def join(mine: Cell, theirs: Cell) -> Cell:
    """What both know together; returns `mine` itself when theirs adds nothing, else a cell without an lsn."""
    if mine.vv == theirs.vv and mine.siblings == theirs.siblings:
        return mine
    if len(theirs.siblings) == 1:
        ((replica, counter),) = theirs.siblings
        # By far the most common: one newer value, written with all of ours seen.
        if mine.vv.get(replica, 0) < counter and _covers(theirs.vv, mine.vv):
            return theirs.at(None)
    kept: dict[Dot, tuple[Hlc, Value]] = {}
    for dot, content in mine.siblings.items():
        other = theirs.siblings.get(dot)
        if other is not None:
            kept[dot] = content if content == other else max(content, other, key=_rank)
        elif theirs.vv.get(dot[0], 0) < dot[1]:
            kept[dot] = content
    for dot, content in theirs.siblings.items():
        if dot not in mine.siblings and mine.vv.get(dot[0], 0) < dot[1]:
            kept[dot] = content
    vv = dict(mine.vv)
    for replica, counter in theirs.vv.items():
        if vv.get(replica, 0) < counter:
            vv[replica] = counter
    return mine if vv == mine.vv and kept == mine.siblings else Cell(kept, vv)


def _covers(vv: Vector, other: Vector) -> bool:
    return other.items() <= vv.items() or all(vv.get(replica, 0) >= counter for replica, counter in other.items())


def _rank(content: tuple[Hlc, Value]) -> tuple[int, str, str]:
    # Two values under one dot only come from a copied vault or a liar; any fixed order keeps all offices equal.
    hlc, value = content
    return hlc, type(value).__name__, str(value)


def join_tombstones(mine: Tombstone | None, theirs: Tombstone | None) -> Tombstone | None:
    """The earliest erasure counts."""
    if mine is None or theirs is None:
        return mine or theirs
    return mine if (mine.hlc, mine.replica) <= (theirs.hlc, theirs.replica) else theirs


def join_records(mine: RecordState, theirs: RecordState) -> RecordState:
    """Both halves of one record; an erasure absorbs everything. Returns `mine` itself when theirs adds nothing."""
    if (mine.kind, mine.id) != (theirs.kind, theirs.id):
        raise ValueError("two different records cannot be joined")
    tombstone = join_tombstones(mine.tombstone, theirs.tombstone)
    if tombstone is not None:
        return mine if tombstone is mine.tombstone and not mine.cells else erased(mine.kind, mine.id, tombstone)
    cells: dict[str, Cell] = dict(mine.cells)
    same = True
    for name, cell in theirs.cells.items():
        known = cells.get(name)
        joined = cell.at(None) if known is None else join(known, cell)
        if joined is not known:
            cells[name], same = joined, False
    # A record is born in its compartment; should two offices differ, the narrower one ("help" last) is the safe answer.
    compartment = max(mine.compartment, theirs.compartment)
    return mine if same and compartment == mine.compartment else RecordState(mine.kind, mine.id, compartment, cells)


def erased(kind: str, id: str, tombstone: Tombstone) -> RecordState:
    return RecordState(kind, id, "", {}, tombstone)


# ------------------------------------------------------------------ plain lists and dicts, ready for JSON

Group = tuple[str, int, Hlc, dict[str, int], list[str], int | None]
"""replica, counter, hlc, vv without the dot's own entry, fields, lsn: the fields that one save set."""


def groups_of(
    cells: Mapping[str, Cell], *, with_lsn: bool = True, lsn: int | None = None
) -> tuple[list[Group], dict[str, Cell]]:
    """The fields with one value, grouped by the save that set them; and the other cells as they are. Order is fixed.

    `lsn` is the position of cells that have none yet. Without lsn (`with_lsn`) the groups say nothing of this vault's
    own log, as it must be for a colleague.
    """
    groups: dict[tuple[Hlc, str, int, tuple[tuple[str, int], ...], int], Group] = {}
    others: dict[str, Cell] = {}
    seen: dict[tuple[int, Dot, Hlc, int | None], list[str]] = {}
    for name in sorted(cells):
        cell = cells[name]
        if len(cell.siblings) != 1:
            others[name] = cell
            continue
        ((dot, (hlc, _)),) = cell.siblings.items()
        place = (lsn if cell.lsn is None else cell.lsn) if with_lsn else None
        # Cells of one save mostly share the very same vv: then it need not be looked into again.
        same = (id(cell.vv), dot, hlc, place)
        if (names := seen.get(same)) is not None:
            names.append(name)
            continue
        replica, counter = dot
        # Nearly always the dot's own entry is all there is, or all that is left out.
        more = len(cell.vv) > 1 or cell.vv.get(replica) != counter
        vv = tuple(sorted(entry for entry in cell.vv.items() if entry != dot)) if more else ()
        key = (hlc, replica, counter, vv, place or 0)
        group = groups.get(key)
        if group is None:
            group = groups[key] = (replica, counter, hlc, dict(vv), [name], place)
        else:
            group[4].append(name)
        seen[same] = group[4]
    return [groups[key] for key in sorted(groups)], others


def cells_of(groups: Iterable[Group], values: Mapping[str, Value]) -> dict[str, Cell]:
    """The way back: `values` holds the value of every field named in the groups. KeyError when one is missing."""
    cells: dict[str, Cell] = {}
    for replica, counter, hlc, others, names, lsn in groups:
        vv = {replica: counter, **others}
        for name in names:
            cells[name] = Cell({(replica, counter): (hlc, values[name])}, vv, lsn)
    return cells


Crowd = tuple[list[tuple[str, int, Hlc, Value]], dict[str, int], int | None]
"""A cell with several values (or none): (replica, counter, hlc, value) of each, whole vv, lsn."""


def crowd_of(cell: Cell) -> Crowd:
    siblings = [(*dot, *cell.siblings[dot]) for dot in sorted(cell.siblings)]
    return siblings, dict(sorted(cell.vv.items())), cell.lsn


def cell_of(crowd: Crowd) -> Cell:
    siblings, vv, lsn = crowd
    return Cell({(replica, counter): (hlc, value) for replica, counter, hlc, value in siblings}, dict(vv), lsn)


class Meta(TypedDict):
    """The history without the plain values, ready for JSON: what the vault keeps beside a record's own row."""

    g: list[Group]
    x: dict[str, Crowd]


def meta_of(cells: Mapping[str, Cell]) -> Meta:
    groups, others = groups_of(cells)
    return {"g": groups, "x": {name: crowd_of(cell) for name, cell in others.items()}}


def cells_from(meta: Meta, values: Mapping[str, Value]) -> dict[str, Cell]:
    """The whole history again; `values` must hold every field that is named in a group."""
    return cells_of(meta["g"], values) | {name: cell_of(crowd) for name, crowd in meta["x"].items()}
