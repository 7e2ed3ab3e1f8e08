"""What binds a record that came from another office: what was withheld of it, and on which conditions it was received.

Withheld is not empty: the field exists in the office it came from, and nothing that is saved here blanks it there.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from sqlalchemy import select

from gvi_desktop.domain.disclosure import Disclosure
from gvi_desktop.domain.ground import Ground
from gvi_desktop.domain.kinds import BY_KIND
from gvi_desktop.services import scope
from gvi_desktop.services.unit import Unit
from gvi_desktop.storage import histories
from gvi_desktop.storage.held import SET_MARK
from gvi_desktop.storage.rows import ledger

TERMS = 5
"""Disclosures of one record that are looked at, the newest first."""


@dataclass(frozen=True)
class Terms:
    """A disclosure by which a record was received, with the title of its ground."""

    record: Disclosure
    ground: str


@dataclass(frozen=True)
class Bound:
    """A record's kind, those of its fields that were withheld from this office, and how it was received."""

    kind: str
    withheld: tuple[str, ...]
    terms: tuple[Terms, ...]


def of(unit: Unit, record_id: str) -> Bound | None:
    """What binds a record; None when it is all our own. A record made here knows all its fields from the start, so a
    field of which nobody has said anything came without it."""
    held = histories.held(unit.connection, [record_id]).get(record_id) if record_id else None
    if held is None or held.dead is not None or held.kind not in BY_KIND:
        return None
    if held.compartment not in unit.user.reads:
        return None
    cells = frozenset(name for group in held.meta["g"] for name in group[4]).union(held.meta["x"])
    found, terms = missing(held.kind, cells), _terms(unit, record_id)
    return Bound(held.kind, found, terms) if found or terms else None


@lru_cache(1024)  # most records have the same fields
def missing(kind: str, cells: frozenset[str]) -> tuple[str, ...]:
    """Which fields that can be withheld are not among these cells."""
    known = {name.partition(SET_MARK)[0] for name in cells}
    return tuple(sorted(scope.withholdable(kind) - known))


def _terms(unit: Unit, record_id: str) -> tuple[Terms, ...]:
    """The disclosures that were entered in the steps that brought the record in."""
    j = ledger.journal.c
    steps = select(j.step).where(j.record == record_id, j.action == "merge").order_by(j.seq.desc()).limit(TERMS)
    steps_of = [row[0] for row in unit.connection.execute(steps)]
    entered = select(j.record).where(j.step.in_(steps_of), j.kind == Disclosure.kind, j.action == "add")
    ids = list(unit.connection.execute(entered).scalars()) if steps_of else []
    found = sorted(unit.by_ids(Disclosure, ids).values(), key=lambda one: one.made_at, reverse=True)
    titles = {one.code: one.title for one in unit.find(Ground)} if found else {}
    return tuple(Terms(one, titles.get(one.ground, one.ground)) for one in found)
