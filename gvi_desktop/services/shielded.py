"""Which records are kept back for protected people: the people themselves, and whatever points to one of them.

What leaves is often a part of a record, such as the one field that changed: so the rows say whom a record points to,
and not only the part.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from functools import cache
from typing import Any

import orjson
from sqlalchemy import Select, func, or_, select

from gvi_desktop.domain.history import Value
from gvi_desktop.domain.kinds import BY_KIND
from gvi_desktop.domain.person import Person, Protection
from gvi_desktop.domain.saves import Saves
from gvi_desktop.services.listing import among
from gvi_desktop.services.unit import Unit
from gvi_desktop.storage.rows import ledger
from gvi_desktop.storage.rows.codec import codecs

LIFTED, NEVER = b'"protection":["', b'"protection":["none"'
"""In the values of a journal entry: that the protection was another one before, and that it was none. No text that
somebody wrote looks like it, since its quotation marks are escaped."""


class Shield:
    """What is kept back, of the whole vault or of `few` records, where they are not many. `people` are the protected
    ones, as far as these records name them."""

    def __init__(
        self, unit: Unit, few: Collection[Saves] | None = None, people: frozenset[str] | None = None
    ) -> None:
        """`people` = take these for protected."""
        self._unit = unit
        if few is None:
            self.people = frozenset(self._read(_protected(unit))) if people is None else people
            told = self._crowds(BY_KIND) if self.people else {}
            touching = {one for kind in BY_KIND if self.people for one in self._pointing(kind)}
        else:
            told = self._crowds({one.kind for one in few} & BY_KIND.keys(), [one.id for one in few])
            self.people = frozenset(self._read(_protected(unit, _named_in(few).union(*told.values()))))
            touching = set()
        touching |= {one for one, people in told.items() if not self.people.isdisjoint(people)}
        self.touching = frozenset(touching)
        """The records whose rows point to one of them."""

    def covers(self, record: Saves) -> bool:
        """Whether a record is about somebody protected."""
        if record.id in self.people or record.id in self.touching:
            return True
        if not self.people:
            return False
        if record.kind not in BY_KIND:
            return not self.people.isdisjoint(_pointed_at(record.shown()))
        plain, sets = people_in(record.kind)
        for name, value in record.shown().items():
            if name in plain and value in self.people:
                return True
            if sets and name.partition("/")[0] in sets and name.partition("/")[2] in self.people:
                return True
            if not is_known(record.kind, name) and not self.people.isdisjoint(_pointed_at({name: value})):
                return True
        return False

    def _read(self, query: Select[Any]) -> list[Any]:
        return list(self._unit.connection.execute(query).scalars())

    def _pointing(self, kind: str) -> list[str]:
        """Ids of a kind's records whose row names a protected person."""
        plain, table = people_in(kind)[0], self._unit.table(BY_KIND[kind])
        named = [among(table.c[name], self.people) for name in sorted(plain)]
        return self._read(select(table.c.id).where(or_(*named))) if named else []

    def _crowds(self, kinds: Iterable[str], few: Collection[str] | None = None) -> dict[str, set[str]]:
        """Whom records name in sets, or may name in fields of a later version; of a `few` also in plain columns."""
        h, found = ledger.history.c, dict[str, set[str]]()
        queries = [select(h.id, h.extra).where(h.extra.is_not(None))]
        for kind in kinds:
            (plain, sets), table = people_in(kind), self._unit.table(BY_KIND[kind])
            queries += [select(table.c.id, table.c[one]).where(table.c[one] != "[]") for one in sorted(sets)]
            if few is not None:
                queries += [select(table.c.id, func.json_array(table.c[one])) for one in sorted(plain)]
        for query in queries:
            narrowed = query if few is None else query.where(among(query.selected_columns[0], few))
            for one, raw in self._unit.connection.execute(narrowed):
                told = orjson.loads(raw)
                names = _pointed_at(told) if isinstance(told, dict) else told
                found.setdefault(one, set()).update(name for name in names if isinstance(name, str))
        return found


def once_kept_back(unit: Unit) -> frozenset[str]:
    """People who are or ever were protected, as far as the journal tells, and all that points to them: what a version
    that did not remember it may have kept back from somebody."""
    v, p = ledger.journal_value.c, unit.table(Person).c
    was = func.instr(v.payload, LIFTED) > 0, func.instr(v.payload, NEVER) == 0
    query = select(p.id).where(or_(p.protection != Protection.NONE.value, p.id.in_(select(v.record).where(*was))))
    people = frozenset(unit.connection.execute(query).scalars())
    return people | Shield(unit, people=people).touching


def people_of(record: Saves) -> frozenset[str]:
    """The people that a record points to."""
    if record.kind not in BY_KIND:
        return frozenset()
    plain, sets = people_in(record.kind)
    found = set()
    for name, value in record.shown().items():
        field, _, element = name.partition("/")
        if name in plain and value:
            found.add(str(value))
        elif field in sets and element and value:
            found.add(element)
    return frozenset(found)


@cache
def people_in(kind: str) -> tuple[frozenset[str], frozenset[str]]:
    """The fields of a kind that name a person, and those that name several."""
    known = codecs(BY_KIND[kind]) if kind in BY_KIND else {}
    found = [codec for codec in known.values() if codec.ref == "person"]
    sets = frozenset(codec.name for codec in found if codec.elements)
    return frozenset(codec.name for codec in found) - sets, sets


@cache
def is_known(kind: str, cell: str) -> bool:
    """Whether this version knows the field of a cell."""
    name = cell.partition("/")[0]
    return kind in BY_KIND and (name == "removed" or name in codecs(BY_KIND[kind]))


def _protected(unit: Unit, named: Collection[str] | None = None) -> Select[Any]:
    p = unit.table(Person)
    query = select(p.c.id).where(p.c.protection != Protection.NONE.value)
    return query if named is None else query.where(among(p.c.id, sorted(named)))


def _named_in(records: Iterable[Saves]) -> set[str]:
    """Ids of the records themselves and of the people whom they name."""
    found: set[str] = set()
    for one in records:
        found.add(one.id)
        plain, sets = people_in(one.kind)
        shown = one.shown()
        found |= {str(shown[name]) for name in plain & shown.keys()}
        found |= {name.partition("/")[2] for name in shown if name.partition("/")[0] in sets}
        unknown = {name: value for name, value in shown.items() if not is_known(one.kind, name)}
        found |= {value for value in _pointed_at(unknown) if isinstance(value, str)}
    return found


def _pointed_at(shown: Mapping[str, Value]) -> set[Value]:
    """Whatever may be the id of a record in fields that only a later version knows."""
    return {name.partition("/")[2] for name in shown} | set(shown.values())
