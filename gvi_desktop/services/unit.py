"""The unit: what a service gets for one step - the records in one transaction, the acting user and the moment."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any, TypeVar
from uuid import UUID, uuid5
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, Connection, Table, false

from gvi_desktop.domain.errors import NotFoundError, RefusedError, VaultError
from gvi_desktop.domain.history import stamp_of
from gvi_desktop.domain.office import Office
from gvi_desktop.domain.record import Compartment, Draft, draft_fields, new_id
from gvi_desktop.domain.user import Right, User
from gvi_desktop.storage import journal
from gvi_desktop.storage.rows.tables import TABLES
from gvi_desktop.storage.store import Stamp, Store

R = TypeVar("R")

SHIPPED = "GVI Desktop 1"
"""Maker and replica of what comes with the program; a new edition of the shipped texts gets a new number."""
SHIPPED_AT = datetime(2026, 11, 22, tzinfo=UTC)
SHIPPED_NAMES = UUID("9d0a6e0c-6f0e-4a53-9a3c-0f5ad1c5d7c1")
CHANGING = frozenset({Right.WRITE, Right.ERASE, Right.ADMINISTER})
"""Rights of which a rescued copy gives none."""
LEFT = frozenset({"print", "export"})
"""Actions that undo cannot take back."""


@dataclass(frozen=True)
class Changes:
    """The kinds that a step changed; pages that show one of them reload. `erased` = something went for good."""

    kinds: frozenset[str]
    erased: bool = False

    def touches(self, *kinds: str) -> bool:
        """Whether any of the kinds changed."""
        return not self.kinds.isdisjoint(kinds)


class Unit:
    """One transaction for one user. Everything a service reads or writes goes through here."""

    def __init__(self, store: Store, user: User, now: datetime) -> None:
        self.store = store
        self.user = user
        self.now = now
        self.title = ""
        """What the step is called in the undo menu (a word key); by default its first change, e.g. `person.add`."""
        self.undoes: str | None = None
        self.can_undo = True
        self.only: frozenset[str] | None = None
        """The kinds that may be written in a rescued copy, which is refused before any work is done; None: all."""
        self._office: Office | None = None

    # ------------------------------------------------------------------ who and when

    def need(self, right: Right) -> None:
        """Refuse what the user's role does not give."""
        if not self.user.may(right):
            raise RefusedError("not_allowed", right=right.value)
        if self.only is not None and right in CHANGING:
            raise VaultError("rescue_read_only")

    @property
    def office(self) -> Office:
        """The vault's office."""
        if self._office is None or "office" in self.store.kinds:
            found = self.store.find(Office, limit=1)
            if not found:
                raise NotFoundError("office_missing")
            self._office = found[0]
        return self._office

    @property
    def today(self) -> date:
        """The day in the office's time zone."""
        return self.now.astimezone(ZoneInfo(self.office.time_zone)).date()

    def local(self, moment: datetime) -> datetime:
        """A moment in the office's time zone."""
        return moment.astimezone(ZoneInfo(self.office.time_zone))

    # ------------------------------------------------------------------ reading

    def sees(self, record: type[Any]) -> bool:
        """Whether the user reads the compartment of a record class."""
        return record.compartment_of_kind in self.user.reads

    @property
    def _all(self) -> bool:
        return len(self.user.reads) == len(Compartment)

    def need_sight(self, record: type[Any]) -> None:
        """Refuse a record class that the user does not see."""
        if not self.sees(record):
            raise RefusedError("not_allowed", right=Right.READ.value)

    def in_sight(self, record: type[Any]) -> tuple[ColumnElement[bool], ...]:
        """The conditions that keep a query to what the user sees; none for those who see everything."""
        if self._all:
            return ()
        if not self.sees(record):
            return (false(),)
        # A record from another office may stand in a narrower compartment than others of its kind.
        return (self.table(record).c.compartment.in_([one.value for one in self.user.reads]),)

    @property
    def connection(self) -> Connection:
        """For queries of a service's own (reading only); gathered writes are flushed first."""
        self.store.flush()
        return self.store.connection

    def table(self, record: type[Any]) -> Table:
        """The table of a record class, for conditions: `unit.find(Person, unit.table(Person).c.role == ...)`."""
        return TABLES[record.kind]

    def get(self, record: type[R], record_id: str | None) -> R:
        """The record; NotFoundError when there is none. Refused where the user does not see its compartment."""
        self.need_sight(record)
        found: Any = self.store.get(record, record_id)
        if not self._all and found.compartment not in self.user.reads:
            raise RefusedError("not_allowed", right=Right.READ.value)
        return found  # type: ignore[no-any-return]

    def find(
        self, record: type[R], *where: ColumnElement[bool], order_by: Any = None, limit: int | None = None
    ) -> list[R]:
        """Records that fulfil all conditions and that the user sees."""
        return self.store.find(record, *where, *self.in_sight(record), order_by=order_by, limit=limit)

    def by_ids(self, record: type[R], ids: Any) -> dict[str, R]:
        """Records by id; None, unknown ids and what the user does not see are left out."""
        if not self.sees(record):
            return {}
        found: dict[str, Any] = self.store.many(record, [one for one in ids if one])
        reads = self.user.reads
        return found if self._all else {one: kept for one, kept in found.items() if kept.compartment in reads}

    def count(self, record: type[Any], *where: ColumnElement[bool]) -> int:
        """How many records fulfil all conditions and are seen by the user."""
        return self.store.count(record, *where, *self.in_sight(record))

    # ------------------------------------------------------------------ writing

    def add(
        self, record: type[R], draft: Draft, *, compartment: Compartment | None = None, record_id: str | None = None
    ) -> R:
        """Store a draft as a new record and return it. The caller has asked the rules."""
        self.may_write(record)
        values = {f.name: getattr(draft, f.name) for f in draft_fields(type(draft))}
        build: Any = record
        made: Any = build(
            **values,
            id=record_id or new_id(),
            made_by=self.user.name,
            made_at=self.now,
            compartment=compartment or draft.compartment_of_kind,
        )
        self.store.add(made)
        return made  # type: ignore[no-any-return]

    def add_shipped(self, record: type[R], draft: Draft, key: str) -> R:
        """Store a record that comes with the program: same id, maker and history in every vault, so that two offices
        that meet hold it once."""
        own, release = self.store.stamp, Stamp(SHIPPED, 1, stamp_of(int(SHIPPED_AT.timestamp() * 1000)), 0)
        release.lsn = own.lsn
        self.store.stamp = release
        build: Any = record
        made: Any = build(
            **{f.name: getattr(draft, f.name) for f in draft_fields(type(draft))},
            id=uuid5(SHIPPED_NAMES, key).hex,
            made_by=SHIPPED,
            made_at=SHIPPED_AT,
            compartment=draft.compartment_of_kind,
        )
        self.store.add(made)
        own.lsn = release.lsn
        self.store.stamp = own
        return made  # type: ignore[no-any-return]

    def change(self, record: type[Any], record_id: str, **values: Any) -> bool:
        """Set fields of a record; False when nothing differs. The caller has asked the rules."""
        self.may_write(record)
        return self.store.change(record, record_id, values)

    def put(self, record: type[Any], record_id: str, draft: Draft) -> bool:
        """Set all draft fields of a record at once."""
        return self.change(record, record_id, **{f.name: getattr(draft, f.name) for f in draft_fields(type(draft))})

    def remove(self, record: type[Any], record_id: str) -> None:
        """Take a record out of every list; undo brings it back (an erasure does not)."""
        self.may_write(record)
        self.store.change(record, record_id, {"removed": True}, action="remove")

    def erase(self, record: type[Any], record_id: str) -> None:
        """Erase for good; see `Store.erase`. Such a step cannot be undone."""
        self.need(Right.ERASE)
        self.can_undo = False
        self.store.erase(record, record_id)

    def erase_all(self, record: type[Any], ids: Sequence[str]) -> None:
        """Erase many for good; see `Store.erase_all`."""
        self.need(Right.ERASE)
        self.can_undo = False
        self.store.erase_all(record.kind, ids)

    def note(self, action: str, record: Any = None, detail: str | None = None, *, said: str = "") -> None:
        """A journal entry that changes nothing: `open`, `reveal`, `print`, `export`; detail is never a name. What a
        user `said` may be one: it goes when the record is erased, which the rest of an entry cannot. What was printed
        or went out as a file is not undone, and its place in a register neither."""
        self.can_undo &= action not in LEFT
        values = {journal.SAID: (None, said)} if said else None
        self.store.note(action, getattr(record, "kind", None), getattr(record, "id", None), detail, values=values)

    def may_write(self, record: type[Any]) -> None:
        """Refuse what the user's role does not let them change, or what they do not even see."""
        self.need_sight(record)
        kind = record.kind
        if self.only is not None and kind in self.only:
            return
        administrative = kind in ("office", "user", "ground", "regime")
        self.need(Right.ADMINISTER if administrative else Right.WRITE)


def draft_of(record: Any, **changes: Any) -> Any:
    """A record (which is its own draft) with other values: `problems(draft_of(person, address=""))`."""
    return dataclasses.replace(record, **changes)
