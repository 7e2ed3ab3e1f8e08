"""Long lists: the ids in order at once, the records of a visible stretch when they are needed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, select

from gvi_desktop.services import search
from gvi_desktop.services.unit import Unit

R = TypeVar("R")


def ids(
    unit: Unit,
    record: type[Any],
    *where: ColumnElement[bool],
    text: str = "",
    sort: str = "sort_text",
    descending: bool = False,
) -> list[str]:
    """Ids of the records that fulfil the conditions and match the text, ordered by a column of the record's table."""
    table = unit.table(record)
    conditions = [table.c.removed == 0, *where]
    if text.strip():
        found = [hit.id for hit in search.find(unit, text, kinds=(record.kind,), limit=5000)]
        conditions.append(table.c.id.in_(found))
    column = table.c[sort]
    order = (column.is_(None), column.desc() if descending else column, table.c.id)
    return list(unit.connection.execute(select(table.c.id).where(*conditions).order_by(*order)).scalars())


def lines(unit: Unit, record: type[R], wanted: Sequence[str]) -> list[R]:
    """The records with these ids in the same order; those that have gone meanwhile are left out."""
    found = unit.by_ids(record, wanted)
    return [found[one] for one in wanted if one in found]
