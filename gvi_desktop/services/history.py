"""The history as users may read it: who did, saw, printed and exported what, and whether the chain holds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import islice
from typing import Any

from sqlalchemy import and_, not_, select

from gvi_desktop.domain.errors import NotFoundError, RefusedError
from gvi_desktop.domain.history import wall_ms_of
from gvi_desktop.domain.kinds import BY_KIND
from gvi_desktop.domain.person import Person
from gvi_desktop.domain.user import Right
from gvi_desktop.services import listing
from gvi_desktop.services.search import titles_of
from gvi_desktop.services.unit import Unit
from gvi_desktop.storage import journal
from gvi_desktop.storage.rows.codec import moment

PAGE = 500
ASTRAY = timedelta(minutes=5)
"""Clocks of offices that are so near go together."""


@dataclass(frozen=True)
class HistoryLine:
    """One entry: number, moment, by whom, what was done to which record (people by code name), and which fields.

    `at` is what the computer's clock said, `ordered_at` the clock by which saves are ordered between offices: it never
    goes back, and so tells where the other one was set."""

    seq: int
    at: datetime
    ordered_at: datetime
    by: str
    action: str
    kind: str | None
    record: str | None
    title: str
    fields: tuple[str, ...]
    detail: str
    hidden: bool = False
    """The record belongs to a compartment that the user does not see: only who, when, what and the kind are told."""

    @property
    def astray(self) -> bool:
        """Whether the two clocks differ: the computer's was behind what had been seen of others or of itself."""
        return abs(self.ordered_at - self.at) > ASTRAY


def newest(unit: Unit, limit: int = PAGE) -> list[HistoryLine]:
    """The newest entries first."""
    return list(_lines(unit, list(journal.entries(unit.connection, newest=limit))))


def everything(unit: Unit) -> Iterator[HistoryLine]:
    """All entries in order, some at a time."""
    return _in_parts(unit, journal.entries(unit.connection))


def of_record(unit: Unit, record_id: str) -> list[HistoryLine]:
    """What happened to one record, in order. Refused where the user does not see it."""
    state = unit.store.state(record_id)
    if state is not None and state.kind in BY_KIND:
        unit.need_sight(BY_KIND[state.kind])
    if state is not None and state.tombstone is None and state.compartment not in unit.user.reads:
        raise RefusedError("not_allowed", right=Right.READ.value)
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


def of_entries(unit: Unit, seqs: Sequence[int]) -> list[HistoryLine]:
    """The entries with these numbers, in the order asked for."""
    found = {line.seq: line for line in _lines(unit, list(journal.numbered(unit.connection, seqs)))}
    return [found[seq] for seq in seqs if seq in found]


def _out_of_sight(unit: Unit, record: Any, ids: Iterable[str]) -> set[str]:
    """Those of these records that stand in a narrower compartment than others of their kind."""
    seen = unit.in_sight(record)
    if not seen:
        return set()
    t = unit.table(record)
    query = select(t.c.id).where(listing.among(t.c.id, sorted(ids)), not_(and_(*seen)))
    return set(unit.connection.execute(query).scalars())


def _in_parts(unit: Unit, entries: Iterable[journal.Entry]) -> Iterator[HistoryLine]:
    left = iter(entries)
    while part := list(islice(left, PAGE)):
        yield from _lines(unit, part)


def _lines(unit: Unit, entries: list[journal.Entry]) -> Iterator[HistoryLine]:
    ids: dict[str, set[str]] = {}
    for entry in entries:
        if entry.kind in BY_KIND and entry.record:
            ids.setdefault(str(entry.kind), set()).add(entry.record)
    titles: dict[str, str] = {}
    kept_back = set[str]()
    for kind, wanted in ids.items():
        if not unit.sees(BY_KIND[kind]):
            kept_back |= wanted
            continue
        titles |= titles_of(unit, BY_KIND[kind], sorted(wanted))
        kept_back |= _out_of_sight(unit, BY_KIND[kind], wanted)
    for entry in entries:
        if entry.record in kept_back:
            yield HistoryLine(
                entry.seq, moment(entry.at), _ordered(entry), entry.by, entry.action, entry.kind, None, "", (), "", True
            )  # fmt: skip
            continue
        values = dict(entry.values or {})
        _, said = values.pop(journal.SAID, (None, None))
        fields = tuple(sorted({name.partition("/")[0] for name in values}))
        title = titles.get(entry.record or "", "")
        at, detail = moment(entry.at), entry.detail or str(said or "")
        yield HistoryLine(
            entry.seq, at, _ordered(entry), entry.by, entry.action, entry.kind, entry.record, title, fields, detail
        )  # fmt: skip


def _ordered(entry: journal.Entry) -> datetime:
    return datetime.fromtimestamp(wall_ms_of(entry.hlc) / 1000, UTC)
