"""What a bundle leaves of somebody who was erased, here or by a colleague: records that are theirs go with them."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import select

from gvi_desktop.domain.kinds import BY_KIND
from gvi_desktop.domain.person import Person
from gvi_desktop.domain.saves import Saves
from gvi_desktop.domain.task import Task
from gvi_desktop.services import forgetting, unreadtexts
from gvi_desktop.services.erasure import OWNED
from gvi_desktop.services.incoming import Incoming
from gvi_desktop.services.unit import Unit
from gvi_desktop.storage.rows import ledger
from gvi_desktop.storage.statements import chunks
from gvi_desktop.sync.change import Unread

OWN: dict[type[Any], str] = {**dict.fromkeys(OWNED, "person"), Task: "subject"}
"""Kind -> the field that says whose it is."""
FEW = 5_000
"""Up to so many records it is quicker to ask for those whom they are about than to look through the whole history."""
KINDS = frozenset({one.kind for one in OWN} | {Person.kind})


@dataclass
class Leaving:
    """People who are here while the bundle is taken in and whom it erases, and the lines that tell of them: noted
    before they go, and forgotten with the step."""

    people: dict[str, Person] = field(default_factory=dict)
    lines: dict[str, set[str]] = field(default_factory=dict)

    def note(self, unit: Unit, records: Iterable[Saves | Unread]) -> None:
        """Look at those whom the next records erase, and at what of theirs they erase."""
        ids: dict[str, list[str]] = {}
        for one in records:
            if isinstance(one, Saves) and one.tombstone is not None and one.kind in KINDS:
                ids.setdefault(one.kind, []).append(one.id)
        for kind, some in ids.items():
            self.add(unit.store.many(BY_KIND[kind], some, removed=True).values())

    def add(self, records: Iterable[Any]) -> None:
        """Note these, which are about to go."""
        for one in records:
            whose = one.id if isinstance(one, Person) else getattr(one, OWN[type(one)])
            if isinstance(one, Person):
                self.people[one.id] = one
            if whose:
                self.lines.setdefault(whose, set()).update(forgetting.telling(one))


def bury(unit: Unit, arrived: Collection[Incoming], leaving: Leaving) -> int:
    """Erase every record that belongs to an erased person: one that a colleague made before they knew, and our own of
    somebody whom a colleague erased. `arrived` = what a bundle has brought: where that is little, only those whom it is
    about are looked for. The erasure travels, so it ends the same in every office. Returns how many."""
    return bury_of(unit, _dead(unit, arrived), leaving)


def bury_of(unit: Unit, gone: Collection[str], leaving: Leaving) -> int:
    """Erase every record that belongs to one of these people, who are gone; returns how many."""
    count = 0
    for dead in chunks(sorted(gone)):
        for record, name in OWN.items():
            column = unit.table(record).c[name]
            found = unit.store.find(record, column.in_(dead), removed=True)
            leaving.add(found)
            unit.store.erase_all(record.kind, [one.id for one in found])
            count += len(found)
    if gone:
        for kind, ids in unreadtexts.owned(unit, gone).items():
            unit.store.erase_all(kind, ids)
            count += len(ids)
    return count


def _dead(unit: Unit, arrived: Collection[Incoming]) -> set[str]:
    h = ledger.history.c
    dead = select(h.id).where(h.kind == Person.kind, h.dead_hlc.is_not(None))
    unknown = any(one.kind not in BY_KIND for one in arrived)  # nobody knows whom those are about
    arrived = [one for one in arrived if one.kind in KINDS]
    if len(arrived) > FEW or unknown:
        return set(unit.connection.execute(dead).scalars())
    about = {one.id for one in arrived if one.kind == Person.kind}
    for record, name in OWN.items():
        t = unit.table(record).c
        for chunk in chunks([one.id for one in arrived if one.kind == record.kind]):
            about.update(filter(None, unit.connection.execute(select(t[name]).where(t.id.in_(chunk))).scalars()))
    found = (unit.connection.execute(dead.where(h.id.in_(chunk))).scalars() for chunk in chunks(sorted(about)))
    return {one for some in found for one in some}
