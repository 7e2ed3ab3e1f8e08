"""Data quality: links without a source, overdue reviews, orphans, improbable dates, imported and not yet looked at."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, Text, and_, cast, func, literal_column, null, or_, select

from gvi_desktop.domain.callin import Callin
from gvi_desktop.domain.focus import Focus
from gvi_desktop.domain.group import Group, Relation
from gvi_desktop.domain.guardian import Guardian
from gvi_desktop.domain.help import Help
from gvi_desktop.domain.incident import Incident
from gvi_desktop.domain.invitee import Invitee
from gvi_desktop.domain.kinds import BY_KIND, RECORDS
from gvi_desktop.domain.letter import Letter
from gvi_desktop.domain.measure import Measure
from gvi_desktop.domain.membership import Membership
from gvi_desktop.domain.notification import Notification
from gvi_desktop.domain.person import Person
from gvi_desktop.domain.phonecall import Phonecall
from gvi_desktop.domain.round import Round
from gvi_desktop.domain.rules import EARLIEST
from gvi_desktop.domain.speaker import Speaker
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
    """The records to look among and the condition of the fault, one a concept; only what the user reads."""
    readable = unit.user.reads
    found = {
        Fault.NO_SOURCE: _sourceless,
        Fault.REVIEW_OVERDUE: _overdue,
        Fault.ORPHAN: _orphans,
        Fault.IMPROBABLE_DATE: _improbable,
        Fault.TO_REVIEW: _imported,
    }[fault](unit)
    return {record: where for record, where in found.items() if record.compartment_of_kind in readable}


def _imported(_unit: Unit) -> dict[Any, Where]:
    # Written out as in the indexes that hold just these records, which SQLite only then takes.
    return {record: (literal_column(IMPORTED),) for record in RECORDS}


def _sourceless(unit: Unit) -> dict[Any, Where]:
    m, r = unit.table(Membership).c, unit.table(Relation).c
    return {Membership: (or_(m.source == "", m.basis == ""),), Relation: (r.source == "",)}


def _overdue(unit: Unit) -> dict[Any, Where]:
    p, g, m = unit.table(Person).c, unit.table(Group).c, unit.table(Membership).c
    today = unit.today.isoformat()
    held = or_(m.to_on.is_(None), m.to_on >= today)
    undated = and_(m.review_on.is_(None), held)
    return {
        Membership: (or_(and_(m.review_on < today, held), undated),),
        Person: (p.next_review_on < today,),
        Group: (g.next_review_on < today, g.status != "closed"),
    }


NEEDED: dict[type[Any], dict[str, type[Any]]] = {
    Membership: {"person": Person, "group": Group},
    Notification: {"person": Person},
    Invitee: {"person": Person, "callin": Callin},
    Speaker: {"callin": Callin},
    Guardian: {"person": Person},
    Relation: {"group": Group, "other": Group},
    Focus: {"group": Group},
    Measure: {"focus": Focus},
}
"""What a record is nothing without: one that leads nowhere is an orphan."""
OPTIONAL: dict[type[Any], dict[str, type[Any]]] = {
    Help: {"person": Person},
    Incident: {"group": Group},
    Phonecall: {"person": Person},
    Letter: {"person": Person},
}
"""What a record may go without, but not point at when it is gone."""


TOGETHER = frozenset({Membership, Guardian, Relation})
"""What is removed together with its person or group; the others stay when theirs is only out of sight."""
LASTING: tuple[tuple[type[Any], str, str], ...] = (
    (Round, "from_on", "to_on"),
    (Relation, "from_on", "to_on"),
    (Focus, "start_on", "end_on"),
)
"""What has a first and a last day."""
PAST: tuple[type[Any], ...] = (Notification, Incident, Phonecall)
"""What is only told when it has been."""


def _orphans(unit: Unit) -> dict[Any, Where]:
    found: dict[Any, Where] = {}
    for record, ends in NEEDED.items():
        c = unit.table(record).c
        found[record] = (or_(*(or_(c[end].is_(None), _gone(unit, record, c[end], to)) for end, to in ends.items())),)
    for record, ends in OPTIONAL.items():
        c = unit.table(record).c
        found[record] = (or_(*(_gone(unit, record, c[end], to) for end, to in ends.items())),)
    return found


def _gone(unit: Unit, record: type[Any], column: ColumnElement[Any], to: type[Any]) -> ColumnElement[bool]:
    """Whether a link leads nowhere. All that is known is gathered once, which is quicker than to look up each."""
    known = unit.table(to).c
    there = select(known.id).where(known.removed == 0) if record in TOGETHER else select(known.id)
    return column.not_in(there)


def _improbable(unit: Unit) -> dict[Any, Where]:
    """Before there was such work, after today where only the past is told, or an end before its start."""
    today, first = unit.today.isoformat(), EARLIEST.isoformat()
    p, m, h = unit.table(Person).c, unit.table(Membership).c, unit.table(Help).c
    born = (p.birth_date < first, p.birth_date > today, p.birth_year < EARLIEST.year, p.birth_year > unit.today.year)
    differs = and_(p.birth_date.is_not(None), func.substr(p.birth_date, 1, 4) != cast(p.birth_year, Text))
    found: dict[Any, Where] = {
        Person: (or_(*born, differs),),
        Membership: (or_(m.to_on < m.from_on, m.from_on > today, m.from_on < first),),
        Help: (or_(h.asked_on > today, h.asked_on < first, h.first_contact_on < h.asked_on),),
        Callin: (unit.table(Callin).c.on < first,),
    }
    for told in PAST:
        on = unit.table(told).c.on
        found[told] = (or_(on > today, on < first),)
    for record, start, end in (
        (Round, "from_on", "to_on"),
        (Relation, "from_on", "to_on"),
        (Focus, "start_on", "end_on"),
    ):
        c = unit.table(record).c
        found[record] = (or_(c[end] < c[start], c[start] < first),)
    return found


def _read(unit: Unit, record: Any, where: Where, fault: Fault, limit: int) -> list[Finding]:
    table = unit.table(record)
    if record is not Membership:
        due = "next_review_on" if "next_review_on" in table.c and fault is Fault.REVIEW_OVERDUE else None
        leads = {Group: "id", Relation: "group"}.get(record)
        columns = [table.c.id, _title(table), table.c[due] if due else table.c.id, table.c[leads] if leads else null()]
        # Ids first, which an index alone has: the rows of a hundred thousand records need not be opened to find none.
        wrong = select(table.c.id).where(table.c.removed == 0, *where)
        if due:
            wrong = wrong.order_by(table.c[due])
        query = select(*columns).where(table.c.id.in_(wrong.limit(limit)))
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
                row[3] or "",
            )
            for row in rows
        ]
    wrong = select(table.c.id).where(table.c.removed == 0, *where).order_by(table.c.review_on).limit(limit)
    links = unit.find(Membership, table.c.id.in_(wrong), order_by=table.c.review_on)
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
