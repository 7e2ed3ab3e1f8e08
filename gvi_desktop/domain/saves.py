"""A record as its saves: fields that one save set stand together, as bundles carry them and the vault keeps them.

Most records that cross are told, joined and kept a save at a time; only where offices have written beside each other
are they taken apart into cells (`state`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from gvi_desktop.domain.history import (
    Cell,
    Crowd,
    Hlc,
    RecordState,
    Tombstone,
    Value,
    cell_of,
    crowd_of,
    erased,
    groups_of,
)

Save = tuple[str, int, Hlc, dict[str, int], dict[str, Value], int | None]
"""replica, counter, hlc, vv without the dot's own entry, the values of the fields, position in this vault's own log."""


@dataclass(slots=True)
class Saves:
    """A record, or as much of it as somebody may see. `crowds` are the fields with several values (or with none)."""

    kind: str
    id: str
    compartment: str
    groups: list[Save]
    crowds: dict[str, Crowd]
    tombstone: Tombstone | None = None

    def state(self) -> RecordState:
        """The record with every field as a cell of its own."""
        if self.tombstone is not None:
            return erased(self.kind, self.id, self.tombstone)
        cells: dict[str, Cell] = {}
        for replica, counter, hlc, others, values, lsn in self.groups:
            dot, vv = (replica, counter), {replica: counter, **others}
            for name, value in values.items():
                cells[name] = Cell({dot: (hlc, value)}, vv, lsn)
        for name, crowd in self.crowds.items():
            cells[name] = cell_of(crowd)
        return RecordState(self.kind, self.id, self.compartment, cells)

    def shown(self) -> dict[str, Value]:
        """The value that each field shows."""
        found: dict[str, Value] = {}
        for group in self.groups:
            found.update(group[4])
        for name, crowd in self.crowds.items():
            found[name] = cell_of(crowd).shown
        return found

    def names(self) -> frozenset[str]:
        """The fields that are in it."""
        return frozenset(name for group in self.groups for name in group[4]).union(self.crowds)

    @property
    def empty(self) -> bool:
        """Whether it says nothing at all."""
        return not self.groups and not self.crowds and self.tombstone is None

    def only(
        self, *, name: Callable[[str], bool] | None = None, lsn: Callable[[int], bool] | None = None,
        replica: Callable[[str], bool] | None = None,
    ) -> Saves:  # fmt: skip
        """Without the fields, positions in the log and authors that are not let through. A tombstone always stays."""
        groups: list[Save] = []
        for group in self.groups:
            if (lsn is not None and not lsn(group[5] or 0)) or (replica is not None and not replica(group[0])):
                continue
            values = group[4] if name is None else {one: value for one, value in group[4].items() if name(one)}
            if values:
                groups.append(group if values is group[4] else (*group[:4], values, group[5]))
        crowds = {
            one: crowd
            for one, crowd in self.crowds.items()
            if (name is None or name(one))
            and (lsn is None or lsn(crowd[2] or 0))
            and (replica is None or not crowd[0] or any(replica(sibling[0]) for sibling in crowd[0]))
        }
        return Saves(self.kind, self.id, self.compartment, groups, crowds, self.tombstone)

    def ordered(self) -> list[Save]:
        """The saves in the one order they are told in, each once, its fields by name."""
        if len(self.groups) == 1:
            return self.groups
        found: dict[tuple[Hlc, str, int, tuple[tuple[str, int], ...]], Save] = {}
        for replica, counter, hlc, others, values, lsn in self.groups:
            key = (hlc, replica, counter, tuple(sorted(others.items())))
            known = found.get(key)
            if known is not None:  # one save whose fields stand at several places of our log
                both = {**known[4], **values}
                values = {name: both[name] for name in sorted(both)}
            found[key] = (replica, counter, hlc, others, values, lsn)
        return [found[key] for key in sorted(found)]


def saves_of(record: RecordState) -> Saves:
    """The saves of a record in cells."""
    cells = record.cells
    groups, others = groups_of(cells)
    told: list[Save] = []
    for replica, counter, hlc, vv, names, lsn in groups:
        dot = (replica, counter)
        told.append((replica, counter, hlc, vv, {name: cells[name].siblings[dot][1] for name in names}, lsn))
    crowds = {name: crowd_of(cell) for name, cell in others.items()}
    return Saves(record.kind, record.id, record.compartment, told, crowds, record.tombstone)


def newest_of(record: Saves) -> Hlc:
    """The newest stamp in a record, to tell a wrong clock; 0 when it holds none."""
    if record.tombstone is not None:
        return record.tombstone.hlc
    if len(record.groups) == 1 and not record.crowds:
        return record.groups[0][2]
    newest = 0
    for group in record.groups:
        if group[2] > newest:
            newest = group[2]
    for siblings, _, _ in record.crowds.values():
        newest = max(newest, *(sibling[2] for sibling in siblings), 0)
    return newest


def seen_of(record: Saves, replica: str) -> int:
    """The highest save of `replica` that the sender of this record knows; above our own counter, our vault is old."""
    groups = record.groups
    if len(groups) == 1 and not record.crowds:  # as of most records
        author, counter, _, others, _, _ = groups[0]
        return others.get(replica, counter if author == replica else 0)
    return max(_seen(record, replica), default=0)


def _seen(record: Saves, replica: str) -> Iterator[int]:
    for author, counter, _, others, _, _ in record.groups:
        if author == replica or replica in others:
            yield others.get(replica, counter)
    yield from (vv.get(replica, 0) for _, vv, _ in record.crowds.values())

