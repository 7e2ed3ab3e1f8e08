"""What a form offers while somebody types a few letters of a person or a group; people by code name only."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import literal_column, select

from gvi_desktop.domain.group import Group, GroupStatus
from gvi_desktop.domain.person import Person, Protection
from gvi_desktop.domain.regime import Regime
from gvi_desktop.services import search
from gvi_desktop.services.belonging import groups_of
from gvi_desktop.services.unit import Unit

SHOWN = 12


@dataclass(frozen=True)
class Choice:
    """A record one may choose: its id, what to call it, and a quiet addition. The window's RefField takes it as is."""

    id: str
    text: str
    note: str = ""


def person_options(unit: Unit, text: str) -> list[Choice]:
    """People found by code name, name, number or sound; without a text those who were added last."""
    return resolve_people(unit, _ids(unit, Person, text))


def group_options(unit: Unit, text: str) -> list[Choice]:
    """Groups found by name or area, closed ones last; without a text the first in order."""
    found = resolve_groups(unit, _ids(unit, Group, text))
    closed = {g.id for g in unit.by_ids(Group, [c.id for c in found]).values() if g.status is GroupStatus.CLOSED}
    return sorted(found, key=lambda choice: choice.id in closed)


def resolve_people(unit: Unit, ids: Sequence[str]) -> list[Choice]:
    """The choices of known people in the order asked for: code name, groups and birth year (not of the protected)."""
    people = unit.by_ids(Person, ids)
    groups = groups_of(unit, people)
    return [Choice(one, people[one].code_name, _note(people[one], groups.get(one, ()))) for one in ids if one in people]


def resolve_groups(unit: Unit, ids: Sequence[str]) -> list[Choice]:
    """The choices of known groups in the order asked for: name and area."""
    groups = unit.by_ids(Group, ids)
    return [Choice(one, groups[one].name, groups[one].area) for one in ids if one in groups]


def _note(person: Person, groups: Sequence[str]) -> str:
    born = person.birth_date.year if person.birth_date else person.birth_year
    year = str(born) if born and person.protection is Protection.NONE else ""
    return " · ".join(part for part in (", ".join(groups), year) if part)


def _ids(unit: Unit, record: type[Any], text: str) -> list[str]:
    if text.strip():
        return [hit.id for hit in search.find(unit, text, kinds=(record.kind,), limit=SHOWN)]
    table = unit.table(record)
    order = literal_column("rowid").desc() if record is Person else table.c.sort_text
    query = select(table.c.id).where(table.c.removed == 0).order_by(order).limit(SHOWN)
    return list(unit.connection.execute(query).scalars())


def regime_options(unit: Unit, text: str) -> list[Choice]:
    """Retention regimes whose name holds the text; there are few."""
    wanted = text.casefold()
    found = unit.find(Regime, order_by=unit.table(Regime).c.sort_text)
    return [Choice(one.id, one.name, one.source) for one in found if wanted in one.name.casefold()]


def resolve_regimes(unit: Unit, ids: Sequence[str]) -> list[Choice]:
    """The choices of known regimes."""
    return [Choice(one.id, one.name, one.source) for one in unit.by_ids(Regime, ids).values()]
