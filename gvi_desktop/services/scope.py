"""What a contact may receive and may write: filtered before anything is serialised, so what is withheld is not sent."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from sqlalchemy import select

from gvi_desktop.domain.callin import Callin
from gvi_desktop.domain.contact import Contact, Preset
from gvi_desktop.domain.history import Value
from gvi_desktop.domain.invitee import Invitee
from gvi_desktop.domain.kinds import BY_KIND
from gvi_desktop.domain.membership import Membership
from gvi_desktop.domain.person import Person, Protection
from gvi_desktop.domain.record import Compartment, draft_fields
from gvi_desktop.domain.saves import Saves
from gvi_desktop.domain.speaker import Speaker
from gvi_desktop.domain.task import Task
from gvi_desktop.services.unit import SHIPPED, Unit
from gvi_desktop.storage.rows.codec import codecs
from gvi_desktop.sync.merge import ERASURE, MayWrite

WITHOUT_PERSONS = frozenset({"group", "callin", "round", "plan", "block", "script", "agency", "lettertext"})
EVERYTHING = frozenset(one.value for one in Compartment)
PERSON_ONLY_OWN = frozenset({"address", "contact_ways", "personal_number", "best_interests"})
"""Fields of a person that a partner agency does not get by sync."""


@dataclass(frozen=True)
class Scope:
    """What goes to one contact (or to several of the same scope)."""

    compartments: frozenset[str]
    preset: Preset
    callins: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """A name that changes when the scope does: then everything in it is sent again."""
        words = f"{sorted(self.compartments)}|{self.preset.value}|{sorted(self.callins)}"
        return hashlib.sha256(words.encode()).hexdigest()[:16]

    def field_allowed(self, kind: str, cell: str) -> bool:
        """Whether a field of a kind may cross in either direction."""
        name = cell.partition("/")[0]
        if self.preset is Preset.COLLEAGUE:
            return True
        if kind == "person" and name in PERSON_ONLY_OWN:
            return False
        return name not in _notes(kind)


_known_notes: dict[str, frozenset[str]] = {}


def _notes(kind: str) -> frozenset[str]:
    """The free-text fields of a kind: they are not for other agencies by sync."""
    if kind not in _known_notes:
        record = BY_KIND.get(kind)
        found = [f.name for f in draft_fields(record) if f.metadata.get("note")] if record is not None else []
        _known_notes[kind] = frozenset(found)
    return _known_notes[kind]


def of(contact: Contact, compartments: Iterable[str] | None = None, callins: Iterable[str] = ()) -> Scope:
    """The scope of a contact; `compartments` can only narrow its clearance."""
    cleared = frozenset(one.value for one in contact.clearance)
    wanted = cleared if compartments is None else cleared & frozenset(compartments)
    return Scope(wanted, contact.preset, tuple(sorted(callins)))


class Filter:
    """Decides for each record what of it leaves: nothing of protected people, nor of anything that points to them."""

    def __init__(self, unit: Unit, scope: Scope) -> None:
        self._scope = scope
        p = unit.table(Person)
        protected = select(p.c.id).where(p.c.protection != Protection.NONE.value)
        self._protected = set(unit.connection.execute(protected).scalars())
        self._only = None if not scope.callins else _around(unit, scope.callins)
        self.kept_back = 0
        """Records that were left out for a protected person."""

    def part(self, record: Saves) -> Saves | None:
        """What of the record may leave, or None."""
        scope, known = self._scope, BY_KIND.get(record.kind)
        if known is not None and not known.synced:
            return None
        if record.tombstone is not None:
            return record
        if known is None:
            return self._unknown(record)
        if record.compartment not in scope.compartments:
            return None
        if scope.preset is Preset.EVALUATOR and record.kind not in WITHOUT_PERSONS:
            return None
        if self._only is not None and record.id not in self._only:
            return None
        if self._protected and self._touches_protected(record):
            self.kept_back += 1
            return None
        if record.crowds or any(group[0] == SHIPPED for group in record.groups):
            record = record.only(replica=lambda one: one != SHIPPED)
        if scope.preset is not Preset.COLLEAGUE:
            # Of a field of a later version nobody here can say whether another agency may have it.
            record = record.only(name=lambda one: scope.field_allowed(record.kind, one) and _is_known(record.kind, one))
        return None if record.empty else record

    def _unknown(self, record: Saves) -> Saves | None:
        """A record of a kind that only a later version knows: forwarded as it came, inside the agency and with nothing
        left out, since nobody here can tell what is in it."""
        scope = self._scope
        whole = scope.preset is Preset.COLLEAGUE and scope.compartments == EVERYTHING and self._only is None
        if not whole or not self._protected.isdisjoint(_pointed_at(record.shown())):
            self.kept_back += whole
            return None
        return record

    def _touches_protected(self, record: Saves) -> bool:
        if record.id in self._protected:
            return True
        plain, sets = _people_in(record.kind)
        for name, value in record.shown().items():
            if name in plain and value in self._protected:
                return True
            if sets and name.partition("/")[0] in sets and name.partition("/")[2] in self._protected:
                return True
            if not _is_known(record.kind, name) and not self._protected.isdisjoint(_pointed_at({name: value})):
                return True
        return False


@cache
def _people_in(kind: str) -> tuple[frozenset[str], frozenset[str]]:
    """The fields of a kind that name a person, and those that name several."""
    found = [codec for codec in codecs(BY_KIND[kind]).values() if codec.ref == "person"]
    sets = frozenset(codec.name for codec in found if codec.elements)
    return frozenset(codec.name for codec in found) - sets, sets


@cache
def _is_known(kind: str, cell: str) -> bool:
    """Whether this version knows the field of a cell."""
    name = cell.partition("/")[0]
    return name == "removed" or name in codecs(BY_KIND[kind])


def _pointed_at(shown: Mapping[str, Value]) -> set[Value]:
    """Whatever may be the id of a record in fields that only a later version knows."""
    return {name.partition("/")[2] for name in shown} | set(shown.values())


def _around(unit: Unit, callins: Iterable[str]) -> set[str]:
    """Ids of everything that belongs to these call-ins: invitees and their people, groups, speakers, scripts, tasks."""
    wanted = list(callins)
    found: set[str] = set(wanted)
    people: set[str] = set()
    linked: tuple[type[Any], ...] = (Invitee, Speaker, Task)
    for record in linked:
        t = unit.table(record)
        for one in unit.find(record, t.c.callin.in_(wanted)):
            found.add(one.id)
            for name in ("person", "group", "letter", "script"):
                value = getattr(one, name, None)
                if value:
                    found.add(value)
            if getattr(one, "person", None):
                people.add(one.person)
    for callin in unit.by_ids(Callin, wanted).values():
        found |= callin.groups
        if callin.plan:
            found.add(callin.plan)
    m = unit.table(Membership)
    for link in unit.find(Membership, m.c.person.in_(sorted(people))):
        found |= {link.id} | ({link.group} if link.group else set())
    return found


def may_write(contact: Contact) -> MayWrite:
    """Which fields a sender may write here: what it could have been sent; nothing for a reader or an evaluator."""
    scope = of(contact)

    def allowed(kind: str, field: str) -> bool:
        record = BY_KIND.get(kind)
        if contact.preset in (Preset.READER, Preset.EVALUATOR):
            return False
        if record is not None and (not record.synced or record.compartment_of_kind.value not in scope.compartments):
            return False
        if field == ERASURE:
            return contact.preset is Preset.COLLEAGUE
        return scope.field_allowed(kind, field)

    return allowed
