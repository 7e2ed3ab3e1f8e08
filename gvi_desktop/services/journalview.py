"""The journal as its reader asks for it: who, what kind of deed, which kind of record, when, and about which person."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, or_, select

from gvi_desktop.domain.deed import ACTIONS, Deed
from gvi_desktop.domain.kinds import RECORDS
from gvi_desktop.domain.person import Person
from gvi_desktop.domain.user import User
from gvi_desktop.services import history, listing
from gvi_desktop.services.history import HistoryLine
from gvi_desktop.services.unit import Unit
from gvi_desktop.storage.rows import ledger
from gvi_desktop.storage.rows.codec import codecs, moment_text


@dataclass(frozen=True)
class JournalQuery:
    """What a reader asks for: a user's id, a kind of deed, a kind of record, the first and last day in the office's
    time zone, a person's id. Whatever is empty narrows nothing."""

    user: str = ""
    deed: Deed | None = None
    kind: str = ""
    first: date | None = None
    last: date | None = None
    person: str = ""


def ids(unit: Unit, query: JournalQuery) -> Sequence[str]:
    """Numbers of the entries, the newest first; as texts, which lists take."""
    j = ledger.journal.c
    return listing.joined(unit, select(j.seq).where(*conditions(unit, query)).order_by(j.seq.desc()))


def lines(unit: Unit, wanted: Sequence[str]) -> list[HistoryLine]:
    """The entries of a visible stretch."""
    return history.of_entries(unit, [int(one) for one in wanted])


def conditions(unit: Unit, query: JournalQuery) -> list[ColumnElement[bool]]:
    """The conditions of a query on the journal."""
    j = ledger.journal.c
    where: list[ColumnElement[bool]] = []
    if query.user:
        where.append(j.user == query.user)
    if query.deed is Deed.OTHER:
        where.append(j.action.not_in(sorted(frozenset().union(*ACTIONS.values()))))
    elif query.deed is not None:
        where.append(j.action.in_(sorted(ACTIONS[query.deed])))
    if query.kind:
        where.append(j.kind == query.kind)
    if query.first is not None:
        where.append(j.at >= _midnight(unit, query.first))
    if query.last is not None:
        where.append(j.at < _midnight(unit, query.last + timedelta(days=1)))
    if query.person:
        where.append(listing.among(j.record, _around(unit, query.person)))
    return where


def people_of_journal(unit: Unit) -> list[User]:
    """Everybody who has or had a key here, by name."""
    return unit.store.find(User, order_by=unit.table(User).c.sort_text, removed=True)


def _midnight(unit: Unit, day: date) -> str:
    """The moment a day begins in the office, as the journal writes it."""
    return moment_text(datetime.combine(day, time(), ZoneInfo(unit.office.time_zone))) or ""


def _around(unit: Unit, person_id: str) -> set[str]:
    """The person and every record that is theirs and that the user sees, removed ones too."""
    unit.get(Person, person_id)
    found = {person_id}
    for record in RECORDS:
        pointing = [name for name, codec in codecs(record).items() if codec.ref == "person" and not codec.elements]
        if pointing and unit.sees(record):
            t = unit.table(record)
            query = select(t.c.id).where(or_(*(t.c[name] == person_id for name in pointing)), *unit.in_sight(record))
            found.update(unit.connection.execute(query).scalars())
    return found
