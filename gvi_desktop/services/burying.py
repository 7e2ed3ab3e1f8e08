"""What a bundle leaves of somebody who was erased, here or by a colleague: records that are theirs go with them."""

from __future__ import annotations

from typing import Any

from sqlalchemy import select

from gvi_desktop.domain.person import Person
from gvi_desktop.domain.task import Task
from gvi_desktop.services.erasure import OWNED
from gvi_desktop.services.unit import Unit
from gvi_desktop.storage.rows import ledger

OWN: dict[type[Any], str] = {**dict.fromkeys(OWNED, "person"), Task: "subject"}
"""Kind -> the field that says whose it is."""
KINDS = frozenset({one.kind for one in OWN} | {Person.kind})


def bury(unit: Unit) -> int:
    """Erase every record that belongs to an erased person: one that a colleague made before they knew, and our own of
    somebody whom a colleague erased. The erasure travels, so it ends the same in every office. Returns how many."""
    h = ledger.history.c
    dead = select(h.id).where(h.kind == Person.kind, h.dead_hlc.is_not(None))
    if unit.connection.execute(dead.limit(1)).first() is None:
        return 0
    count = 0
    for record, name in OWN.items():
        t = unit.table(record).c
        found = list(unit.connection.execute(select(t.id).where(t[name].in_(dead))).scalars())
        unit.store.erase_all(record, found)
        count += len(found)
    return count
