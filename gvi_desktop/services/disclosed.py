"""About whom an entry of the register of disclosures is: the entries of one bundle share a list of people, which stands
in the first of them. A bundle of everybody to fifteen colleagues would else hold everybody fifteen times over."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from sqlalchemy import ColumnElement, Table, and_, false, func, or_, select

from gvi_desktop.domain.disclosure import Disclosure, DisclosureWay
from gvi_desktop.services.unit import Unit

NOBODY = "[]"


def shares(entry: Disclosure) -> bool:
    """Whether the entry is one of a bundle that we sent; entries of older versions have each a list of their own."""
    return entry.way is DisclosureWay.BUNDLE and not entry.received and bool(entry.reference)


def people_of(unit: Unit, entries: Iterable[Disclosure]) -> dict[str, frozenset[str]]:
    """The people each entry is about, by the entry's id."""
    asked = list(entries)
    lists = {one.reference: one.people for one in asked if shares(one) and one.people}
    missing = {one.reference for one in asked if shares(one)} - lists.keys()
    if missing:
        d = unit.table(Disclosure)
        first = (_of_bundle(d), d.c.reference.in_(missing), d.c.people != NOBODY)
        lists |= {one.reference: one.people for one in unit.store.find(Disclosure, *first, removed=True)}
    return {one.id: lists.get(one.reference, one.people) if shares(one) else one.people for one in asked}


def about(unit: Unit, person: str) -> ColumnElement[bool]:
    """The condition that an entry is about this person."""
    d = unit.table(Disclosure)
    query = select(d.c.id, d.c.reference, _of_bundle(d)).where(func.instr(d.c.people, f'"{person}"') > 0)
    rows = unit.connection.execute(query).all()
    return among(unit, {row[0] for row in rows}, {row[1] for row in rows if row[2]})


def among(unit: Unit, entries: Collection[str], bundles: Collection[str | None]) -> ColumnElement[bool]:
    """The condition that an entry is one of these, or shares its people with the entries of one of these bundles."""
    d, shared = unit.table(Disclosure), {one for one in bundles if one}
    if not entries:
        return false()
    own = d.c.id.in_(sorted(entries))
    return or_(own, and_(_of_bundle(d), d.c.reference.in_(sorted(shared)))) if shared else own


def _of_bundle(d: Table) -> ColumnElement[bool]:
    return and_(d.c.way == DisclosureWay.BUNDLE.value, d.c.received == 0, d.c.reference != "")
