"""What is looked for in the data: the condition of each fault, as a query over the records it may be in."""

from __future__ import annotations

from datetime import timedelta
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, Text, and_, cast, func, literal_column, or_, select

from gvi_desktop.domain.callin import Callin
from gvi_desktop.domain.focus import Focus
from gvi_desktop.domain.group import Group, Relation
from gvi_desktop.domain.guardian import Guardian
from gvi_desktop.domain.help import Help
from gvi_desktop.domain.incident import Incident
from gvi_desktop.domain.invitee import Invitee
from gvi_desktop.domain.kinds import RECORDS
from gvi_desktop.domain.letter import Letter
from gvi_desktop.domain.measure import Measure
from gvi_desktop.domain.membership import Membership
from gvi_desktop.domain.notification import Notification
from gvi_desktop.domain.person import Person
from gvi_desktop.domain.phonecall import Phonecall
from gvi_desktop.domain.record import marks
from gvi_desktop.domain.round import Round
from gvi_desktop.domain.rules import EARLIEST
from gvi_desktop.domain.speaker import Speaker
from gvi_desktop.services.unit import Unit
from gvi_desktop.storage.rows.tables import IMPORTED, UNAPPROVED, UNJUDGED, unmarked


class Fault(StrEnum):
    """What is wrong with a record."""

    NO_SOURCE = "no_source"
    UNJUDGED = "unjudged"
    UNAPPROVED = "unapproved"
    REVIEW_OVERDUE = "review_overdue"
    ORPHAN = "orphan"
    IMPROBABLE_DATE = "improbable_date"
    SAME_NUMBER = "same_number"
    UNMARKED = "unmarked"
    WORDS = "words"
    TO_REVIEW = "to_review"


Where = tuple[ColumnElement[bool], ...]


def queries(unit: Unit, fault: Fault) -> dict[Any, Where]:
    """The records to look among and the condition of the fault, one a concept; only what the user reads."""
    readable = unit.user.reads
    found = {
        Fault.NO_SOURCE: _sourceless,
        Fault.UNJUDGED: _unjudged,
        Fault.UNAPPROVED: _unapproved,
        Fault.REVIEW_OVERDUE: _overdue,
        Fault.ORPHAN: _orphans,
        Fault.IMPROBABLE_DATE: _improbable,
        Fault.SAME_NUMBER: _same_number,
        Fault.UNMARKED: _unmarked,
        Fault.TO_REVIEW: _imported,
    }[fault](unit)
    return {record: where for record, where in found.items() if record.compartment_of_kind in readable}


def _held(unit: Unit) -> ColumnElement[bool]:
    """Links that have not ended: what is wrong with an ended one is past."""
    to_on = unit.table(Membership).c.to_on
    return or_(to_on.is_(None), to_on >= unit.today.isoformat())


# Written out as in the indexes that hold just these records, which SQLite only then takes.


def _unjudged(unit: Unit) -> dict[Any, Where]:
    return {Membership: (literal_column(f"({UNJUDGED})"), _held(unit))}


def _unapproved(unit: Unit) -> dict[Any, Where]:
    return {Membership: (literal_column(UNAPPROVED), _held(unit))}


def _unmarked(_unit: Unit) -> dict[Any, Where]:
    found: dict[Any, Where] = {}
    for record in RECORDS:
        if noted := marks(record):
            found[record] = (or_(*(literal_column(f"({unmarked(*one)})") for one in noted.items())),)
    return found


def _imported(_unit: Unit) -> dict[Any, Where]:
    return {record: (literal_column(IMPORTED),) for record in RECORDS}


def _sourceless(unit: Unit) -> dict[Any, Where]:
    m, r = unit.table(Membership).c, unit.table(Relation).c
    return {Membership: (or_(m.source == "", m.basis == ""),), Relation: (r.source == "",)}


def _overdue(unit: Unit) -> dict[Any, Where]:
    p, g, m = unit.table(Person).c, unit.table(Group).c, unit.table(Membership).c
    today = unit.today.isoformat()
    held = _held(unit)
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


LETTERS = timedelta(days=365)
"""What was printed longer ago is not worth looking for any more: its number cannot be changed."""


def _same_number(unit: Unit) -> dict[Any, Where]:
    """Numbers and code names that two offices gave apart (exchange 4.3): who reads one of them on paper may take it for
    the other."""
    p, c, letter = unit.table(Person).c, unit.table(Callin).c, unit.table(Letter).c
    recent = letter.printed_on >= (unit.today - LETTERS).isoformat()
    return {
        Person: (_shared(p.code_name, p.code_name != "", p.removed == 0),),
        Callin: (_shared(c.number, c.number.is_not(None), c.removed == 0),),
        Letter: (recent, _shared(letter.number, letter.number != "", letter.removed == 0, recent)),
    }


def _shared(column: ColumnElement[Any], *among: ColumnElement[bool]) -> ColumnElement[bool]:
    return column.in_(select(column).where(*among).group_by(column).having(func.count() > 1))
