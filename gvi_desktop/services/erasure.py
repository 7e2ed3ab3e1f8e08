"""Erasure: people and everything that is theirs go for good in one step; a protocol without names stays."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from sqlalchemy import func, select

from gvi_desktop.domain.disclosure import Disclosure
from gvi_desktop.domain.errors import Problem, RefusedError
from gvi_desktop.domain.extension import Extension
from gvi_desktop.domain.guardian import Guardian
from gvi_desktop.domain.help import Help
from gvi_desktop.domain.invitee import Invitee
from gvi_desktop.domain.letter import Letter
from gvi_desktop.domain.membership import Membership
from gvi_desktop.domain.notification import Notification
from gvi_desktop.domain.pause import Pause
from gvi_desktop.domain.person import Person
from gvi_desktop.domain.phonecall import Phonecall
from gvi_desktop.domain.rightscase import RightsCase, RightsCaseDraft
from gvi_desktop.domain.round import Round
from gvi_desktop.domain.task import Task
from gvi_desktop.domain.user import Right
from gvi_desktop.services import copies, forgetting, mentions, pastmentions, unreadtexts
from gvi_desktop.services.copies import Copies
from gvi_desktop.services.importing_views import Progress
from gvi_desktop.services.mentions import Mention
from gvi_desktop.services.unit import Unit
from gvi_desktop.services.watching import Watch
from gvi_desktop.storage import journal
from gvi_desktop.storage.rows import ledger
from gvi_desktop.storage.statements import chunks

OWNED: tuple[type[Any], ...] = (
    Membership, Guardian, Notification, Invitee, Help, Phonecall, Letter, Pause, Extension, RightsCase,
)  # fmt: skip
"""Records that go with a person; what they count for is kept in reports already made."""


@dataclass(frozen=True)
class Preview:
    """What an erasure would take: how many of each kind, where other records name the people, and what stays."""

    people: int
    records: dict[str, int]
    mentions: tuple[Mention, ...]
    copies: Copies


@dataclass(frozen=True)
class Protocol:
    """What an erasure did, without names: how many of each kind, names taken out elsewhere, and where copies are."""

    on: date
    people: int
    records: dict[str, int]
    reason: str
    by: str
    replaced: int = 0
    """Fields of other records out of which a name was taken."""
    left: int = 0
    """Fields where somebody decided that the name is not theirs."""
    copies: Copies = field(default_factory=Copies)

    @property
    def bundles(self) -> int:
        """How many bundles still hold somebody."""
        return len(self.copies.bundles)

    @property
    def letters(self) -> int:
        """How many letters still hold somebody."""
        return len(self.copies.letters)


@dataclass(frozen=True)
class _Going:
    """All that goes: the people, their records by kind, and ids of everything."""

    people: dict[str, Person]
    records: dict[type[Any], list[Any]]
    unread: dict[str, list[str]]
    """Ids of what is theirs of kinds that only a later version knows."""
    all: frozenset[str]

    @property
    def counted(self) -> dict[str, int]:
        known = {record.kind: len(found) for record, found in self.records.items() if found}
        return known | {kind: len(ids) for kind, ids in self.unread.items()}


def preview(unit: Unit, people: Sequence[str], progress: Progress | None = None) -> Preview:
    """What an erasure of these people would do; nothing is changed. RefusedError `erase_cancelled` when stopped."""
    unit.need(Right.ERASE)
    going, watch = _going(unit, people), Watch(progress, _records(unit))
    named = mentions.find(unit, mentions.telling_of(unit, going.people.values()), going.all, watch)
    return Preview(len(going.people), going.counted, tuple(named), copies.of(unit, going.people))


def erase(
    unit: Unit,
    people: Sequence[str],
    reason: str,
    decided: Mapping[str, bool] | None = None,
    progress: Progress | None = None,
) -> Protocol:
    """Erase people and everything that is theirs, for good, in one step; the protocol names nobody.

    Where the text of another record names them, a neutral word takes the place of the name. A name that others bear
    too, or that is an ordinary word, is not for the program to judge: `decided` says of each such place
    (`Mention.place`) whether the name goes; RefusedError while one is undecided. Stopped on the way (RefusedError
    `erase_cancelled`) it has changed nothing.
    """
    unit.need(Right.ERASE)
    if not reason.strip():
        raise RefusedError("missing", kind="person", field="reason")
    going = _going(unit, people)
    telling = set[str]().union(*map(forgetting.telling, going.people.values()))
    if forgetting.tells(reason, telling) or mentions.names_somebody(unit, reason):
        raise RefusedError("erase_reason_names", kind="person", field="reason")
    known, choice = mentions.telling_of(unit, going.people.values()), decided or {}
    records, entries = _records(unit), journal.head(unit.connection)[0]
    watch = Watch(progress, records + entries)
    named = mentions.find(unit, known, going.all, watch)
    watch.upto(records)
    if waiting := mentions.undecided(named, choice):
        raise RefusedError([Problem("erase_names_undecided", data={"count": len(waiting)})])
    replaced = [one for one in named if choice.get(one.place, one.sure)]
    left = [one for one in named if not choice.get(one.place, one.sure)]
    held = copies.of(unit, going.people)
    for found in going.records.values():
        for one in found:
            telling |= forgetting.telling(one)
    let_go(unit, set(going.people))
    _keep_cases(unit, going.records.get(RightsCase, []))
    for record, found in going.records.items():
        unit.erase_all(record, [one.id for one in found])
    for kind, ids in going.unread.items():
        unit.store.erase_all(kind, ids)
    unit.erase_all(Person, sorted(going.people))
    count = mentions.replace(unit, known, replaced)
    mentions.settle(unit, known, {one.id for one in left})
    kept = {(one.id, one.field) for one in left}
    pastmentions.forget(unit, known, {one.id for one in replaced}, kept, watch)
    forgetting.forget(unit, telling, going.people)
    unit.title = "retention.erase"
    counted = going.counted
    told = f"people {len(going.people)}, other records {sum(counted.values())}, names elsewhere {count}"
    unit.note("retention", detail=f"{told}: {reason.strip()[:200]}")
    watch.upto(records + entries)
    return Protocol(
        unit.today, len(going.people), counted, reason.strip(), unit.user.name, count, len(left), held
    )


def _records(unit: Unit) -> int:
    """How many records there are, about: enough for a bar."""
    return int(unit.connection.execute(select(func.max(ledger.history.c.n))).scalar() or 0)


def _going(unit: Unit, people: Sequence[str]) -> _Going:
    found = unit.store.many(Person, list(dict.fromkeys(people)), removed=True)
    ids, records = sorted(found), dict[type[Any], list[Any]]()
    by: dict[type[Any], str] = {**dict.fromkeys(OWNED, "person"), Task: "subject"}
    for record, name in by.items():
        column = unit.table(record).c[name]
        records[record] = [
            one for chunk in chunks(ids) for one in unit.store.find(record, column.in_(chunk), removed=True)
        ]
    every = {one.id for some in records.values() for one in some}
    unread = unreadtexts.owned(unit, found)
    every = every.union(found, *unread.values())
    return _Going(found, records, unread, frozenset(every))


def let_go(unit: Unit, gone: set[str]) -> None:
    """Take them out of rounds and disclosures, which are about others too."""
    for one in unit.store.find(Round, removed=True):
        if one.targets & gone:
            unit.change(Round, one.id, targets=one.targets - gone)
    for entry in copies.about(unit, gone):
        if not entry.people.isdisjoint(gone):
            unit.change(Disclosure, entry.id, people=entry.people - gone)


def _keep_cases(unit: Unit, cases: Collection[RightsCase]) -> None:
    """That a case was there and how it ended is kept, without anything of the person."""
    kept = ("case_type", "received_on", "way", "due_on", "outcome", "decided_on", "told_on")
    for one in cases:
        unit.add(RightsCase, RightsCaseDraft(**{name: getattr(one, name) for name in kept}))
