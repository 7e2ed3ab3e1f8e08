"""Data quality: links without a source, overdue reviews, orphans, improbable dates, imported and not yet looked at."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, Table, Text, and_, cast, func, literal_column, or_, select

from gvi_desktop.domain.group import Group
from gvi_desktop.domain.kinds import BY_KIND, RECORDS
from gvi_desktop.domain.membership import Membership
from gvi_desktop.domain.person import Person
from gvi_desktop.domain.rules import EARLIEST
from gvi_desktop.domain.user import Right
from gvi_desktop.services.unit import Unit
from gvi_desktop.storage.rows.tables import IMPORTED

LISTED = 1000


class Fault(StrEnum):
    """What is wrong with a record."""

    NO_SOURCE = "no_source"
    REVIEW_OVERDUE = "review_overdue"
    ORPHAN = "orphan"
    IMPROBABLE_DATE = "improbable_date"
    TO_REVIEW = "to_review"


@dataclass(frozen=True)
class Finding:
    """One record with one fault: `person` and `group` are what to show it by (code name, name), ids to open it."""

    kind: str
    id: str
    fault: Fault
    title: str
    on: date | None = None
    person_id: str = ""
    group_id: str = ""


def counts(unit: Unit) -> dict[Fault, int]:
    """How many records have each fault."""
    return {
        fault: sum(unit.count(record, *where) for record, where in _queries(unit, fault).items()) for fault in Fault
    }


def findings(unit: Unit, fault: Fault, limit: int = LISTED) -> list[Finding]:
    """The records with that fault, at most `limit`, the longest overdue first."""
    found: list[Finding] = []
    for record, where in _queries(unit, fault).items():
        found += _read(unit, record, where, fault, limit - len(found))
        if len(found) >= limit:
            break
    return sorted(found, key=lambda one: (one.on is None, one.on or date.min, one.title))


def mark_reviewed(unit: Unit, kind: str, record_id: str) -> None:
    """Somebody has looked at an imported record: it is no longer *imported, to review*."""
    unit.title = "quality.mark_reviewed"
    unit.change(BY_KIND[kind], record_id, imported=False)


def mark_all_reviewed(unit: Unit, records: Iterable[tuple[str, str]]) -> int:
    """The same for several (kind, id) in one step; returns how many."""
    unit.need(Right.WRITE)
    unit.title = "quality.mark_reviewed"
    return sum(unit.change(BY_KIND[kind], record_id, imported=False) for kind, record_id in records)


Where = tuple[ColumnElement[bool], ...]


def _queries(unit: Unit, fault: Fault) -> dict[Any, Where]:
    """The records to look among and the condition of the fault, one a concept."""
    p, g, m = unit.table(Person).c, unit.table(Group).c, unit.table(Membership).c
    today = unit.today.isoformat()
    if fault is Fault.NO_SOURCE:
        return {Membership: (or_(m.source == "", m.basis == ""),)}
    if fault is Fault.REVIEW_OVERDUE:
        held = or_(m.to_on.is_(None), m.to_on >= today)
        undated = and_(m.review_on.is_(None), held)
        return {
            Membership: (or_(and_(m.review_on < today, held), undated),),
            Person: (p.next_review_on < today,),
            Group: (g.next_review_on < today, g.status != "closed"),
        }
    if fault is Fault.ORPHAN:
        return {Membership: (or_(_unknown(m.person, unit.table(Person)), _unknown(m.group, unit.table(Group))),)}
    if fault is Fault.IMPROBABLE_DATE:
        first = EARLIEST.isoformat()
        return {
            Person: (
                or_(
                    p.birth_date < first,
                    p.birth_date > today,
                    p.birth_year < EARLIEST.year,
                    p.birth_year > unit.today.year,
                    and_(p.birth_date.is_not(None), func.substr(p.birth_date, 1, 4) != cast(p.birth_year, Text)),
                ),
            ),
            Membership: (or_(m.to_on < m.from_on, m.from_on > today, m.from_on < first),),
        }
    # Written out as in the indexes that hold just these records, which SQLite only then takes.
    return {record: (literal_column(IMPORTED),) for record in RECORDS}


def _unknown(column: ColumnElement[Any], table: Table) -> ColumnElement[bool]:
    """Whether a link leads nowhere. All that is known is gathered once, which is quicker than to look up each."""
    return or_(column.is_(None), column.not_in(select(table.c.id).where(table.c.removed == 0)))


def _read(unit: Unit, record: Any, where: Where, fault: Fault, limit: int) -> list[Finding]:
    table = unit.table(record)
    if record is not Membership:
        due = "next_review_on" if "next_review_on" in table.c and fault is Fault.REVIEW_OVERDUE else None
        columns = [table.c.id, _title(table), table.c[due] if due else table.c.id]
        query = select(*columns).where(table.c.removed == 0, *where).limit(limit)
        if due:
            query = query.order_by(table.c[due])
        rows = unit.connection.execute(query)
        return [
            Finding(
                record.kind,
                row[0],
                fault,
                str(row[1] or ""),
                date.fromisoformat(row[2]) if due else None,
                row[0] if record is Person else "",
                row[0] if record is Group else "",
            )
            for row in rows
        ]
    links = unit.find(Membership, *where, order_by=table.c.review_on, limit=limit)
    people = unit.by_ids(Person, {one.person for one in links})
    groups = unit.by_ids(Group, {one.group for one in links})
    found = []
    for one in links:
        person, group = people.get(one.person or ""), groups.get(one.group or "")
        title = f"{person.code_name if person else '–'} · {group.name if group else '–'}"
        on = one.review_on if fault is Fault.REVIEW_OVERDUE else None
        found.append(
            Finding("membership", one.id, fault, title, on, person.id if person else "", group.id if group else "")
        )
    return found


def _title(table: Any) -> Any:
    """The column a record is called by; nothing where it has none, and never a person's name."""
    for name in ("code_name", "title", "name", "number", "on", "start_on", "asked_on"):
        if name in table.c and table.name not in ("guardian", "speaker"):
            return table.c[name]
    return table.c.made_at
