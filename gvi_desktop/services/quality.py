"""Data quality: links without source, judgement or approval, overdue reviews, orphans, improbable dates, notes that do
not say what they are or say what they should not, imported and not yet looked at."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import null, select

from gvi_desktop.domain.group import Group, Relation
from gvi_desktop.domain.kinds import BY_KIND
from gvi_desktop.domain.membership import Membership
from gvi_desktop.domain.person import Person
from gvi_desktop.domain.user import Right
from gvi_desktop.services import quality_notes
from gvi_desktop.services.quality_faults import Fault, Where, queries
from gvi_desktop.services.unit import Unit

LISTED = 1000


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
    """How many records have each fault, but for words in notes: every note is read for them, see `findings`."""
    return {
        fault: sum(unit.count(record, *where) for record, where in queries(unit, fault).items())
        for fault in Fault
        if fault is not Fault.WORDS
    }


def findings(unit: Unit, fault: Fault, limit: int = LISTED) -> list[Finding]:
    """The records with that fault, at most `limit`, the longest overdue first."""
    if fault is Fault.WORDS:
        return [one for kind, ids in _by_kind(unit, limit).items() for one in _named(unit, kind, ids)]
    found: list[Finding] = []
    for record, where in queries(unit, fault).items():
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


def _by_kind(unit: Unit, limit: int) -> dict[Any, list[str]]:
    found: dict[Any, list[str]] = {}
    for record, record_id in quality_notes.find(unit, limit):
        found.setdefault(record, []).append(record_id)
    return found


def _named(unit: Unit, record: Any, ids: list[str]) -> list[Finding]:
    return _read(unit, record, (unit.table(record).c.id.in_(ids),), Fault.WORDS, len(ids))


__all__ = ["Fault", "Finding", "counts", "findings", "mark_all_reviewed", "mark_reviewed"]
