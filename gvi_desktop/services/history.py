"""The history as users may read it: who did, saw, printed and exported what, and whether the chain holds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from gvi_desktop.domain.errors import NotFoundError
from gvi_desktop.domain.kinds import BY_KIND
from gvi_desktop.domain.person import Person
from gvi_desktop.services.search import shown
from gvi_desktop.services.unit import Unit
from gvi_desktop.storage import journal
from gvi_desktop.storage.rows.codec import moment

PAGE = 500


@dataclass(frozen=True)
class HistoryLine:
    """One entry: number, moment, by whom, what was done to which record (people by code name), and which fields."""

    seq: int
    at: datetime
    by: str
    action: str
    kind: str | None
    record: str | None
    title: str
    fields: tuple[str, ...]
    detail: str


def newest(unit: Unit, limit: int = PAGE) -> list[HistoryLine]:
    """The newest entries first."""
    return list(_lines(unit, list(journal.entries(unit.connection, newest=limit))))


def everything(unit: Unit) -> Iterator[HistoryLine]:
    """All entries in order."""
    return _lines(unit, list(journal.entries(unit.connection)))


def of_record(unit: Unit, record_id: str) -> list[HistoryLine]:
    """What happened to one record, in order."""
    return list(_lines(unit, list(journal.entries(unit.connection, record=record_id))))


def of_person(unit: Unit, code: str) -> list[HistoryLine]:
    """What happened to one person's record, found by code name."""
    found = unit.find(Person, unit.table(Person).c.code_name == code)
    if not found:
        raise NotFoundError("person_not_found", name=code)
    return of_record(unit, found[0].id)


def verify(unit: Unit) -> list[int]:
    """Numbers of the entries where the chain is broken; empty when it holds."""
    return journal.broken_links(unit.connection)


def _lines(unit: Unit, entries: list[journal.Entry]) -> Iterator[HistoryLine]:
    ids: dict[str, set[str]] = {}
    for entry in entries:
        if entry.kind in BY_KIND and entry.record:
            ids.setdefault(str(entry.kind), set()).add(entry.record)
    titles: dict[str, str] = {}
    for kind, wanted in ids.items():
        found = unit.store.many(BY_KIND[kind], sorted(wanted), removed=True)
        titles |= {one: shown(record)[0] for one, record in found.items()}
    for entry in entries:
        values = dict(entry.values or {})
        _, said = values.pop(journal.SAID, (None, None))
        fields = tuple(sorted({name.partition("/")[0] for name in values}))
        title = titles.get(entry.record or "", "")
        at, detail = moment(entry.at), entry.detail or str(said or "")
        yield HistoryLine(entry.seq, at, entry.by, entry.action, entry.kind, entry.record, title, fields, detail)
