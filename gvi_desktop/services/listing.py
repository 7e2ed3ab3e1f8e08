"""Long lists: the ids in order at once, the records of a visible stretch when they are needed."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any, TypeVar

import orjson
from sqlalchemy import ColumnElement, Select, func, literal_column, select

from gvi_desktop.services.ordered import split
from gvi_desktop.services.sounding import sounds
from gvi_desktop.services.unit import Unit
from gvi_desktop.storage import search as index

R = TypeVar("R")
FILTERED = 5000
"""Matches that a filter shows at most."""
MANY = 500
"""From so many matches on it is quicker to look for them along the index of the order than to fetch and sort them."""


def ids(
    unit: Unit,
    record: type[Any],
    *where: ColumnElement[bool],
    text: str = "",
    sort: str = "sort_text",
    descending: bool = False,
) -> Sequence[str]:
    """Ids of the records that fulfil the conditions and match the text, ordered by a column of the record's table."""
    table = unit.table(record)
    conditions = [table.c.removed == 0, *where, *unit.in_sight(record)]
    if text.strip():
        hits = matching(unit, record, text)
        column = table.c.id if len(hits) < MANY else literal_column(f'+"{table.name}".id')  # SQLite takes the hint
        conditions.append(among(column, hits))
    sorted_by, last = table.c[sort], table.c.id
    order = sorted_by.desc() if descending else sorted_by.asc()
    query = select(last).where(*conditions).order_by(order.nulls_last(), last.desc() if descending else last)
    return joined(unit, query)


def matching(unit: Unit, record: type[Any], text: str) -> list[str]:
    """Ids of the records that the text finds, in no order; of very many only the first five thousand."""
    if not unit.sees(record):
        return []
    return [found for _, found, _ in index.find(unit.connection, text, sounds(text), (record.kind,), FILTERED)]


def among(column: ColumnElement[Any], wanted: Collection[str]) -> ColumnElement[bool]:
    """The condition that a column holds one of these ids."""
    return column.in_(values(wanted))


def values(wanted: Collection[str]) -> Select[Any]:
    """Ids for a condition. They go as one value: thousands need not be named singly."""
    return held(orjson.dumps(list(wanted)).decode())


def held(values: str) -> Select[Any]:
    """What a JSON array holds, for a condition."""
    return select(func.json_each(values).table_valued("value").c.value)


def joined(unit: Unit, query: Select[Any]) -> Sequence[str]:
    """The ids that a query of one column finds, in its order; they come as one text, which is many times quicker."""
    inner = query.subquery()
    found = unit.connection.execute(select(func.group_concat(inner.c[0]))).scalar()
    return split(found or "")


def lines(unit: Unit, record: type[R], wanted: Sequence[str]) -> list[R]:
    """The records with these ids in the same order; those that have gone meanwhile are left out."""
    found = unit.by_ids(record, wanted)
    return [found[one] for one in wanted if one in found]
