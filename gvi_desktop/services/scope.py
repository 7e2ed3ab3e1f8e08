"""What a contact may receive and may write: filtered before anything is serialised, so what is withheld is not sent."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any

from sqlalchemy import or_, select

from gvi_desktop.domain.callin import Callin
from gvi_desktop.domain.contact import Contact, Preset
from gvi_desktop.domain.invitee import Invitee
from gvi_desktop.domain.kinds import BY_KIND
from gvi_desktop.domain.membership import Membership
from gvi_desktop.domain.notification import Notification
from gvi_desktop.domain.person import Person
from gvi_desktop.domain.record import Compartment, draft_fields
from gvi_desktop.domain.round import Round
from gvi_desktop.domain.saves import Saves
from gvi_desktop.domain.speaker import Speaker
from gvi_desktop.domain.task import Task
from gvi_desktop.services.listing import among
from gvi_desktop.services.shielded import Shield, is_known, people_in
from gvi_desktop.services.unit import SHIPPED, Unit
from gvi_desktop.sync.merge import ERASURE, MayWrite

WITHOUT_PERSONS = frozenset({"group", "callin", "round", "plan", "block", "script", "agency", "lettertext"})
OWN_ONLY = frozenset({"pause", "extension", "rightscase"})
"""Kinds that other agencies get only where a documented disclosure names them: each keeps its own clocks and cases."""
EVERYTHING = frozenset(one.value for one in Compartment)
PERSON_ONLY_OWN = frozenset({"address", "contact_ways", "personal_number", "best_interests"})
"""Fields of a person that a partner agency does not get by sync."""
POINTERS = ("person", "group", "letter", "script")
MEMBERS = 10_000  # ids in one question


@dataclass(frozen=True)
class Scope:
    """What goes to one contact (or to several of the same scope)."""

    compartments: frozenset[str]
    preset: Preset
    callins: tuple[str, ...] = ()
    rounds: tuple[str, ...] = ()

    @property
    def narrowed(self) -> bool:
        """Whether only what belongs to chosen call-ins and rounds goes."""
        return bool(self.callins or self.rounds)

    @property
    def name(self) -> str:
        """A name that changes when the scope does: then everything in it is sent again."""
        words = f"{sorted(self.compartments)}|{self.preset.value}|{sorted(self.callins)}"
        words += f"|{sorted(self.rounds)}" if self.rounds else ""
        return hashlib.sha256(words.encode()).hexdigest()[:16]

    def field_allowed(self, kind: str, cell: str) -> bool:
        """Whether a field of a kind may cross in either direction."""
        name = cell.partition("/")[0]
        if self.preset is Preset.COLLEAGUE:
            return True
        if self.preset is Preset.EVALUATOR and name in naming_people(kind):
            return False
        return name not in withholdable(kind)


@cache
def withholdable(kind: str) -> frozenset[str]:
    """The fields of a kind that do not go to other agencies by sync: free text, and how to find a person."""
    record = BY_KIND.get(kind)
    notes = [f.name for f in draft_fields(record) if f.metadata.get("note")] if record is not None else []
    return frozenset(notes) | (PERSON_ONLY_OWN if kind == Person.kind else frozenset())


@cache
def naming_people(kind: str) -> frozenset[str]:
    """The fields of a kind that point to people."""
    return frozenset() if kind not in BY_KIND else frozenset().union(*people_in(kind))


def of(
    contact: Contact, compartments: Iterable[str] | None = None, callins: Iterable[str] = (), rounds: Iterable[str] = ()
) -> Scope:
    """The scope of a contact; `compartments` can only narrow its clearance."""
    cleared = frozenset(one.value for one in contact.clearance)
    wanted = cleared if compartments is None else cleared & frozenset(compartments)
    return Scope(wanted, contact.preset, tuple(sorted(callins)), tuple(sorted(rounds)))


class Filter:
    """Decides for each record what of it leaves: nothing of protected people, nor of anything that points to them; but
    `named` records leave whatever they are of, since a documented disclosure names them."""

    def __init__(
        self, unit: Unit, scope: Scope, few: Collection[Saves] | None = None, named: Iterable[str] = ()
    ) -> None:
        """`few` = all the records that it will be asked about, where they are not many."""
        self._scope = scope
        self._named = frozenset(named)
        self._shield = Shield(unit, few)
        self.only = _around(unit, scope) if scope.narrowed else None
        """Of a scope that is narrowed to call-ins and rounds: the ids of what belongs to them, else None."""
        self.kept_back: set[str] = set()
        """Ids of the records that were left out for a protected person."""
        self._unapproved = (
            frozenset[str]() if scope.preset is Preset.COLLEAGUE else _unapproved(unit, few, self._named)
        )
        self.unapproved: set[str] = set()
        """Ids of the links to groups that were left out since no second user has approved them."""

    def part(self, record: Saves) -> Saves | None:
        """What of the record may leave, or None."""
        scope, known = self._scope, BY_KIND.get(record.kind)
        if known is not None and not known.synced:
            return None
        if record.tombstone is not None:
            return record
        if known is None:
            return self._unknown(record)
        if scope.preset is Preset.EVALUATOR and record.kind not in WITHOUT_PERSONS:
            return None
        if record.id in self._unapproved:  # not even where a disclosure names it: one pair of eyes has seen it
            self.unapproved.add(record.id)
            return None
        if record.id not in self._named:
            if record.kind in OWN_ONLY and scope.preset is not Preset.COLLEAGUE:
                return None
            if record.compartment not in scope.compartments:
                return None
            if self.only is not None and record.id not in self.only:
                return None
            if self._shield.covers(record):
                self.kept_back.add(record.id)
                return None
        if record.crowds or any(group[0] == SHIPPED for group in record.groups):
            record = record.only(replica=lambda one: one != SHIPPED)
        if scope.preset is not Preset.COLLEAGUE:
            # Of a field of a later version nobody here can say whether another agency may have it.
            record = record.only(name=lambda one: scope.field_allowed(record.kind, one) and is_known(record.kind, one))
        return None if record.empty else record

    def _unknown(self, record: Saves) -> Saves | None:
        """A record of a kind that only a later version knows: forwarded as it came, inside the agency and with nothing
        left out, since nobody here can tell what is in it."""
        scope = self._scope
        whole = scope.preset is Preset.COLLEAGUE and scope.compartments == EVERYTHING and self.only is None
        if not whole:
            return None
        if self._shield.covers(record):
            self.kept_back.add(record.id)
            return None
        return record


def _unapproved(unit: Unit, few: Collection[Saves] | None, named: frozenset[str]) -> frozenset[str]:
    """Ids of the links to groups (among `few` and those `named`) that no second user has approved as they are now."""
    m = unit.table(Membership).c
    query = select(m.id).where(or_(m.approved_by.is_(None), m.approved_by == ""))
    if few is not None:
        query = query.where(among(m.id, [*named, *(one.id for one in few if one.kind == Membership.kind)]))
    return frozenset(unit.connection.execute(query).scalars())


def _around(unit: Unit, scope: Scope) -> set[str]:
    """Ids of everything that belongs to the scope's call-ins and rounds: invitees, visits and their people, groups,
    speakers, scripts, tasks. A link that another agency must not have leads to no group either."""
    wanted, aimed = list(scope.callins), list(scope.rounds)
    found: set[str] = {*wanted, *aimed}
    people: set[str] = set()
    linked: tuple[tuple[type[Any], str, list[str]], ...] = (
        (Invitee, "callin", wanted), (Speaker, "callin", wanted), (Task, "callin", wanted),
        (Notification, "round", aimed),
    )  # fmt: skip
    for record, by, ids in linked:
        for one in unit.find(record, unit.table(record).c[by].in_(ids)) if ids else ():
            found |= {one.id, *filter(None, (getattr(one, name, None) for name in POINTERS))}
            people |= set(filter(None, [getattr(one, "person", None)]))
    for callin in unit.by_ids(Callin, wanted).values():
        found |= callin.groups
        if callin.plan:
            found.add(callin.plan)
    for one in unit.by_ids(Round, aimed).values():
        people |= one.targets
    m = unit.table(Membership)
    ordered = sorted(people)
    for start in range(0, len(ordered), MEMBERS):
        for link in unit.find(Membership, m.c.person.in_(ordered[start : start + MEMBERS])):
            if link.approved_by or scope.preset is Preset.COLLEAGUE:
                found |= {link.id} | ({link.group} if link.group else set())
    return found | people


def may_write(contact: Contact) -> MayWrite:
    """Which fields a sender may write here: what it could have been sent; nothing for a reader or an evaluator."""
    scope = of(contact)

    def allowed(kind: str, field: str) -> bool:
        record = BY_KIND.get(kind)
        if contact.preset in (Preset.READER, Preset.EVALUATOR):
            return False
        if record is not None and (not record.synced or record.compartment_of_kind.value not in scope.compartments):
            return False
        if kind in OWN_ONLY and contact.preset is not Preset.COLLEAGUE:
            return False
        if field == ERASURE:
            return contact.preset is Preset.COLLEAGUE
        return scope.field_allowed(kind, field)

    return allowed
