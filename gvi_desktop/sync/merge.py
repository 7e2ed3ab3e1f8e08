"""What becomes of a record when a colleague's half of it arrives; standard library only, in whatever order."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum

from gvi_desktop.domain.history import Cell, Hlc, RecordState, join, join_records

ERASURE = ""
"""The "field" that `may_write` is asked about when a sender wants to erase a record."""

MayWrite = Callable[[str, str], bool]
"""(kind, field) -> whether this sender may write it here."""


class Verdict(StrEnum):
    """What the arrival does; the strongest word wins, downwards."""

    SAME = "same"
    """Nothing new, or it came for a record that was erased here."""
    NEW = "new"
    CHANGED = "changed"
    CONFLICT = "conflict"
    """At least one field now holds several different values; a person has to choose."""
    ERASED = "erased"
    """The record was here and goes."""
    BURIED = "buried"
    """An erasure of a record that was not here; it is kept so that the record never comes."""
    REFUSED = "refused"
    """Something would have changed, but this sender may write none of it."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """The record afterwards. `state` is `mine` itself when nothing changed; new cells have no lsn yet."""

    state: RecordState | None
    verdict: Verdict
    changed: frozenset[str] = frozenset()
    conflicts: frozenset[str] = frozenset()
    """Changed fields that are in conflict now."""
    refused: frozenset[str] = frozenset()
    """Fields that would have changed but that this sender may not write; they are as they were."""
    equal: frozenset[str] = frozenset()
    """Changed fields that are now exactly what the sender holds: give them an lsn marked with the sender, and do not
    send that lsn back to it (`without_echo`). The other changed fields go to everyone."""


def merge(mine: RecordState | None, theirs: RecordState, *, may_write: MayWrite) -> Outcome:
    """`theirs` joined into `mine`. Withheld fields are simply not in `theirs`, so they can blank nothing."""
    if mine is not None and (mine.kind, mine.id) != (theirs.kind, theirs.id):
        return Outcome(mine, Verdict.REFUSED, refused=frozenset(theirs.cells) or frozenset({ERASURE}))
    if theirs.tombstone is not None:
        return _erase(mine, theirs, may_write)
    if mine is None:
        return _new(theirs, may_write)
    if mine.tombstone is not None:
        return Outcome(mine, Verdict.SAME)
    cells: dict[str, Cell] = dict(mine.cells)
    changed, refused, equal = set(), set(), set()
    for name, cell in theirs.cells.items():
        known = mine.cells.get(name)
        joined = cell.at(None) if known is None else join(known, cell)
        if joined is known:
            continue
        if not may_write(theirs.kind, name):
            refused.add(name)
            continue
        cells[name] = joined
        changed.add(name)
        if joined is cell or joined == cell:
            equal.add(name)
    if not changed:
        return Outcome(mine, Verdict.REFUSED if refused else Verdict.SAME, refused=frozenset(refused))
    # The compartment is the one the record was born in here: nobody moves a record by sending it.
    state = RecordState(mine.kind, mine.id, mine.compartment, cells)
    conflicts = frozenset(name for name in changed if cells[name].conflict)
    verdict = Verdict.CONFLICT if conflicts else Verdict.CHANGED
    return Outcome(state, verdict, frozenset(changed), conflicts, frozenset(refused), frozenset(equal))


def _new(theirs: RecordState, may_write: MayWrite) -> Outcome:
    cells = {name: cell.at(None) for name, cell in theirs.cells.items() if may_write(theirs.kind, name)}
    refused = frozenset(theirs.cells) - cells.keys()
    if not cells:
        return Outcome(None, Verdict.REFUSED if refused else Verdict.SAME, refused=refused)
    state = RecordState(theirs.kind, theirs.id, theirs.compartment, cells)
    verdict = Verdict.CONFLICT if state.conflicts else Verdict.NEW
    names = frozenset(cells)
    return Outcome(state, verdict, names, state.conflicts, refused, names)


def _erase(mine: RecordState | None, theirs: RecordState, may_write: MayWrite) -> Outcome:
    joined = theirs if mine is None else join_records(mine, theirs)
    if joined is mine:
        return Outcome(mine, Verdict.SAME)
    if not may_write(theirs.kind, ERASURE):
        return Outcome(mine, Verdict.REFUSED, refused=frozenset({ERASURE}))
    was_here = mine is not None and mine.tombstone is None
    assert joined.tombstone is not None  # noqa: S101  an erasure absorbs
    state = replace(joined, tombstone=replace(joined.tombstone, lsn=None))
    return Outcome(state, Verdict.ERASED if was_here else Verdict.BURIED, frozenset(mine.cells if mine else ()))


def without_echo(state: RecordState, came_from_them: Callable[[int], bool]) -> RecordState | None:
    """What is worth sending: cells at log positions that came from the recipient itself are left out."""
    if state.tombstone is not None:
        return None if came_from_them(state.tombstone.lsn or 0) else state
    part = state.only(lambda _, cell: not came_from_them(cell.lsn or 0))
    return part if part.cells else None


def newest_stamp(state: RecordState) -> Hlc:
    """The newest stamp in a record, to tell a wrong clock; 0 when it holds none."""
    if state.tombstone is not None:
        return state.tombstone.hlc
    newest = 0
    for cell in state.cells.values():
        for hlc, _ in cell.siblings.values():
            if hlc > newest:
                newest = hlc
    return newest


def counter_seen(state: RecordState, replica: str) -> int:
    """The highest save of `replica` that the sender of this record knows; above our own counter, our vault is old."""
    highest = 0
    for cell in state.cells.values():
        seen = cell.vv.get(replica, 0)
        if seen > highest:
            highest = seen
    return highest
