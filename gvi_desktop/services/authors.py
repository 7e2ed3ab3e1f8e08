"""Who wrote a value: the office that made the save, never the one that only brought it; and who brought it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select

from gvi_desktop.domain.contact import Contact
from gvi_desktop.domain.history import Dot, Hlc
from gvi_desktop.services import accounts
from gvi_desktop.services.unit import Unit
from gvi_desktop.storage import replica
from gvi_desktop.storage.rows import ledger

MEMBERS = 500  # ids in one question


@dataclass(frozen=True)
class Author:
    """Whose value it is: the office ("" = none of those known here), in our own office also the user, and the contact
    that brought it where that is another ("Ben's change, received from Anna")."""

    office: str
    own: bool = False
    user: str = ""
    sender: str = ""


class Authors:
    """The authors of what stands in some records."""

    def __init__(self, unit: Unit, ids: Sequence[str]) -> None:
        own = replica.load(unit.connection)
        self._offices = {own.base: (unit.office.programme, True)}
        names: dict[str, str] = {}
        for contact in unit.find(Contact):
            names[contact.peer] = contact.name
            for name in accounts.load(unit, contact.peer).received:
                self._offices[_base(name)] = (contact.name, False)
        self._users: dict[tuple[str, Hlc], str] = {}
        self._senders: dict[str, list[str]] = defaultdict(list)
        j = ledger.journal.c
        for start in range(0, len(ids), MEMBERS):
            query = select(j.record, j.hlc, j.by, j.action, j.detail).where(j.record.in_(ids[start : start + MEMBERS]))
            for record, hlc, user, action, detail in unit.connection.execute(query.order_by(j.seq)):
                if action != "merge":
                    self._users[record, hlc] = user
                elif detail in names:
                    self._senders[record].append(names[detail])

    def of(self, record_id: str, dot: Dot, hlc: Hlc) -> Author:
        """Who made the save `dot`, stamped `hlc`, of a record."""
        office, own = self._offices.get(_base(dot[0]), ("", False))
        if own:
            return Author(office, True, self._users.get((record_id, hlc), ""))
        senders = self._senders[record_id]
        return Author(office, sender=senders[-1] if senders and office not in senders else "")


def _base(replica_name: str) -> str:
    return replica_name.rpartition(".")[0]
