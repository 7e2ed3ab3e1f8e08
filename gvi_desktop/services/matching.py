"""Search before create: who of those already known may be the one about to be added. Proposals, never a decision."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from sqlalchemy import and_, or_, select, text
from sqlalchemy.sql import column, func, table

from gvi_desktop.domain.errors import RefusedError
from gvi_desktop.domain.person import Person, PersonDraft, Protection
from gvi_desktop.services import numbers
from gvi_desktop.services.belonging import groups_of
from gvi_desktop.services.sounding import sounds
from gvi_desktop.services.unit import Unit

PROPOSED = 8


class MatchReason(StrEnum):
    """Why somebody is proposed, the strongest first."""

    NUMBER = "number"
    NAME_AND_BIRTH = "name_and_birth"
    NAME = "name"


@dataclass(frozen=True)
class Match:
    """Somebody who may be meant: by code name, with groups and birth year so that a user can tell."""

    id: str
    code_name: str
    reason: MatchReason
    groups: tuple[str, ...]
    birth_year: int | None
    protected: bool


def search_before_create(unit: Unit, draft: PersonDraft, but: str = "") -> list[Match]:
    """People with the same number, or with a name that sounds alike and no other birth date (records.md, person)."""
    found: dict[str, MatchReason] = {}
    for record_id in _same_number(unit, draft.personal_number):
        found.setdefault(record_id, MatchReason.NUMBER)
    keys = sounds(f"{draft.given_name} {draft.family_name}").split()
    if keys:
        for record_id in _same_birth_date(unit, draft, set(keys)):
            found.setdefault(record_id, MatchReason.NAME_AND_BIRTH)
        for record_id, sure in _sounding(unit, draft, keys):
            found.setdefault(record_id, MatchReason.NAME_AND_BIRTH if sure else MatchReason.NAME)
    found.pop(but, None)
    order = list(MatchReason)
    wanted = sorted(found, key=lambda one: order.index(found[one]))[:PROPOSED]
    people, groups = unit.by_ids(Person, wanted), groups_of(unit, wanted)
    return [_match(people[one], found[one], groups.get(one, ())) for one in wanted if one in people]


def _match(person: Person, reason: MatchReason, groups: tuple[str, ...]) -> Match:
    protected = person.protection is not Protection.NONE
    year = None if protected else _year(person)
    return Match(person.id, person.code_name, reason, groups, year, protected)


def _year(draft: PersonDraft) -> int | None:
    return draft.birth_date.year if draft.birth_date else draft.birth_year


def _same_number(unit: Unit, number: str) -> list[str]:
    if not number.strip():
        return []
    try:
        wanted = numbers.read(number, unit.today).text
    except RefusedError:  # still being typed
        return []
    p = unit.table(Person).c
    return list(unit.connection.execute(select(p.id).where(p.personal_number == wanted, p.removed == 0)).scalars())


def _same_birth_date(unit: Unit, draft: PersonDraft, keys: set[str]) -> list[str]:
    """Born on the same day, with at least one name that sounds alike: few are, so part of a name is enough."""
    if draft.birth_date is None:
        return []
    p = unit.table(Person).c
    query = select(p.id, p.given_name, p.family_name).where(
        p.birth_date == draft.birth_date.isoformat(), p.removed == 0
    )
    rows = unit.connection.execute(query)
    return [row.id for row in rows if keys & set(sounds(f"{row.given_name} {row.family_name}").split())]


def _sounding(unit: Unit, draft: PersonDraft, keys: list[str]) -> list[tuple[str, bool]]:
    """All names sound alike and the birth does not contradict: (id, whether the year is the same)."""
    people = unit.table(Person)
    p = people.c
    words = " AND ".join(f'sounds : "{key}"' for key in keys)
    index = table("search", column("rowid"))
    known = table("history", column("n"), column("id"))
    born: Any = func.coalesce(func.substr(p.birth_date, 1, 4), p.birth_year)
    query = (
        select(p.id, born)
        .select_from(index)
        .join(known, known.c.n == index.c.rowid)
        .join(people, p.id == known.c.id)
        .where(text("search MATCH :words").bindparams(words=f'kind : "person" AND {words}'), p.removed == 0)
        .limit(PROPOSED * 4)
    )
    year = _year(draft)
    if draft.birth_date is not None:
        other_day = and_(p.birth_date.is_not(None), p.birth_date != draft.birth_date.isoformat())
        query = query.where(~other_day)
    if year is not None:
        query = query.where(or_(born.is_(None), born == str(year), born == year))
        query = query.order_by(born.is_(None))
    return [(row[0], year is not None and row[1] is not None) for row in unit.connection.execute(query)]
