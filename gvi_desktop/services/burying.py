"""What a bundle leaves of somebody who was erased, here or by a colleague: records that are theirs go with them."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from sqlalchemy import select

from gvi_desktop.domain.person import Person
from gvi_desktop.domain.task import Task
from gvi_desktop.services.erasure import OWNED
from gvi_desktop.services.incoming import Incoming
from gvi_desktop.services.unit import Unit
from gvi_desktop.storage.rows import ledger
from gvi_desktop.storage.statements import chunks

OWN: dict[type[Any], str] = {**dict.fromkeys(OWNED, "person"), Task: "subject"}
"""Kind -> the field that says whose it is."""
FEW = 5_000
"""Up to so many records it is quicker to ask for those whom they are about than to look through the whole history."""
KINDS = frozenset({one.kind for one in OWN} | {Person.kind})


def bury(unit: Unit, arrived: Collection[Incoming]) -> int:
    """Erase every record that belongs to an erased person: one that a colleague made before they knew, and our own of
    somebody whom a colleague erased. `arrived` = what a bundle has brought: where that is little, only those whom it is
    about are looked for. The erasure travels, so it ends the same in every office. Returns how many."""
    count = 0
    for dead in chunks(sorted(_dead(unit, arrived))):
        for record, name in OWN.items():
            t = unit.table(record).c
            found = list(unit.connection.execute(select(t.id).where(t[name].in_(dead))).scalars())
            unit.store.erase_all(record.kind, found)
            count += len(found)
    return count


def _dead(unit: Unit, arrived: Collection[Incoming]) -> set[str]:
    h = ledger.history.c
    dead = select(h.id).where(h.kind == Person.kind, h.dead_hlc.is_not(None))
    arrived = [one for one in arrived if one.kind in KINDS]
    if len(arrived) > FEW:
        return set(unit.connection.execute(dead).scalars())
    about = {one.id for one in arrived if one.kind == Person.kind}
    for record, name in OWN.items():
        t = unit.table(record).c
        for chunk in chunks([one.id for one in arrived if one.kind == record.kind]):
            about.update(filter(None, unit.connection.execute(select(t[name]).where(t.id.in_(chunk))).scalars()))
    found = (unit.connection.execute(dead.where(h.id.in_(chunk))).scalars() for chunk in chunks(sorted(about)))
    return {one for some in found for one in some}
