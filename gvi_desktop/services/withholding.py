"""Withheld is not empty: the fields of a record that exist in the office it came from but were not handed out to us."""

from __future__ import annotations

from dataclasses import dataclass

from gvi_desktop.domain.kinds import BY_KIND
from gvi_desktop.services import scope
from gvi_desktop.services.unit import Unit
from gvi_desktop.storage import histories
from gvi_desktop.storage.held import SET_MARK


@dataclass(frozen=True)
class Withheld:
    """A record's kind and those of its fields that were withheld from this office."""

    kind: str
    fields: tuple[str, ...]


def of(unit: Unit, record_id: str) -> Withheld | None:
    """What of a record was withheld; None when nothing was. A record made here knows all its fields from the start, so
    a field of which nobody has said anything came without it."""
    state = histories.load(unit.connection, record_id) if record_id else None
    if state is None or state.tombstone is not None or state.kind not in BY_KIND:
        return None
    found = missing(state.kind, frozenset(state.cells))
    return Withheld(state.kind, found) if found else None


def missing(kind: str, cells: frozenset[str]) -> tuple[str, ...]:
    """Which fields that can be withheld are not among these cells."""
    known = {name.partition(SET_MARK)[0] for name in cells}
    return tuple(sorted(scope.withholdable(kind) - known))
