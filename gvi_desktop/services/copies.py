"""What outside the register still holds a person after an erasure: bundles, letters, other hand-outs and backups."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import TypeVar

from sqlalchemy import select

from gvi_desktop.domain.disclosure import Disclosure, DisclosureWay
from gvi_desktop.domain.letter import Letter, LetterKind
from gvi_desktop.domain.person import Person
from gvi_desktop.services import disclosed
from gvi_desktop.services.unit import Unit
from gvi_desktop.storage import backup
from gvi_desktop.storage.rows import ledger
from gvi_desktop.storage.statements import chunks


@dataclass(frozen=True)
class BundleCopy:
    """A bundle that went out: its file (empty where it is no longer known), the day, and to whom."""

    file: str
    on: date | None
    to: str


@dataclass(frozen=True)
class LetterCopy:
    """A letter of the register: its number, what it was, and the day it was printed."""

    number: str
    letter_kind: LetterKind | None
    on: date | None


@dataclass(frozen=True)
class HandedOut:
    """What was handed out in another way: printed, as a file, or told."""

    way: DisclosureWay
    on: date | None
    to: str


@dataclass(frozen=True)
class BackupCopy:
    """One of the vault's own backups: its file, when it was made, and the day from which it is gone."""

    file: str
    made: datetime
    until: date


@dataclass(frozen=True)
class Copies:
    """All of it, the newest first; none of it names anybody."""

    bundles: tuple[BundleCopy, ...] = ()
    letters: tuple[LetterCopy, ...] = ()
    others: tuple[HandedOut, ...] = ()
    backups: tuple[BackupCopy, ...] = ()


T = TypeVar("T", BundleCopy, LetterCopy, HandedOut)


def of(unit: Unit, people: Collection[str]) -> Copies:
    """Bundles, letters and hand-outs that hold one of these people, by the registers of disclosures and letters."""
    gone = set(people)
    bundles: list[BundleCopy] = []
    others: list[HandedOut] = []
    entries = about(unit, gone)
    sent = {f"{one.reference}/{one.peer}" for one in entries if one.way is DisclosureWay.BUNDLE and one.reference}
    files = _files(unit, sorted(sent))
    for one in entries:
        to = ", ".join(dict.fromkeys(part for part in (one.contact, one.agency) if part))
        if one.way is DisclosureWay.BUNDLE:
            bundles.append(BundleCopy(files.get(f"{one.reference}/{one.peer}", ""), one.on, to))
        else:
            others.append(HandedOut(one.way, one.on, to))
    l = unit.table(Letter).c  # noqa: E741
    letters = [
        LetterCopy(one.number, one.letter_kind, one.printed_on)
        for chunk in chunks(sorted(gone))
        for one in unit.store.find(Letter, l.person.in_(chunk), removed=True)
    ]
    return Copies(_newest(bundles), _newest(letters), _newest(others))


def about(unit: Unit, people: set[str]) -> list[Disclosure]:
    """The entries of the register about one of these people that we handed out, removed ones too."""
    entries = unit.store.find(Disclosure, unit.table(Disclosure).c.received == 0, removed=True)
    named = disclosed.people_of(unit, entries)
    return [one for one in entries if not people.isdisjoint(named[one.id])]


def since(unit: Unit, people: Collection[str]) -> datetime | None:
    """Since when the vault has held the first of them: no older backup does."""
    found = unit.store.many(Person, sorted(people), removed=True)
    return min((one.made_at for one in found.values()), default=None)


def backups(folder: Path, since: datetime | None, until: datetime, days: int) -> tuple[BackupCopy, ...]:
    """The vault's own backups made in that time, and the day on which each is gone."""
    return tuple(
        BackupCopy(path.name, made, (until + timedelta(days=days)).date())
        for path in reversed(backup.listed(folder))
        if (made := backup.made_at(path)) <= until and (since is None or made >= since.replace(microsecond=0))
    )


def _files(unit: Unit, ids: Sequence[str]) -> dict[str, str]:
    b = ledger.bundle.c
    return {
        row[0]: row[1]
        for chunk in chunks(ids)
        for row in unit.connection.execute(select(b.id, b.name).where(b.id.in_(chunk), b.direction == "out"))
    }


def _newest(found: list[T]) -> tuple[T, ...]:
    return tuple(sorted(found, key=lambda one: str(one.on or ""), reverse=True))
