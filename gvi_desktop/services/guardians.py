"""Guardians of the people in the vault; of somebody with protected identity only how they are related is shown."""

from __future__ import annotations

from dataclasses import replace

from gvi_desktop.domain.errors import RefusedError
from gvi_desktop.domain.guardian import Guardian, GuardianDraft, problems
from gvi_desktop.domain.person import Person, Protection
from gvi_desktop.services.unit import Unit


def add(unit: Unit, draft: GuardianDraft) -> str:
    """A guardian of a person. No address or telephone is stored where the person's identity is protected."""
    return unit.add(Guardian, _checked(unit, draft)).id


def change(unit: Unit, guardian_id: str, draft: GuardianDraft) -> str:
    """Set what is known of a guardian."""
    stored = unit.get(Guardian, guardian_id)
    draft = replace(draft, person=stored.person, imported=stored.imported, name=draft.name or stored.name)
    unit.put(Guardian, guardian_id, _checked(unit, draft))
    return guardian_id


def remove(unit: Unit, guardian_id: str) -> None:
    """Take a guardian away; undo brings them back."""
    unit.remove(Guardian, unit.get(Guardian, guardian_id).id)


def get(unit: Unit, guardian_id: str) -> Guardian:
    """The guardian as shown: without a name where the person is protected."""
    found = unit.get(Guardian, guardian_id)
    return shown(found, unit.get(Person, found.person))


def of(unit: Unit, person: Person) -> tuple[Guardian, ...]:
    """The person's guardians as shown."""
    g = unit.table(Guardian).c
    return tuple(shown(one, person) for one in unit.find(Guardian, g.person == person.id, order_by=g.sort_text))


def shown(guardian: Guardian, person: Person) -> Guardian:
    """The guardian, masked with the person."""
    if person.protection is Protection.NONE:
        return guardian
    return replace(guardian, name="", phone="", address="")


def _checked(unit: Unit, draft: GuardianDraft) -> GuardianDraft:
    if found := problems(draft):
        raise RefusedError(found, kind="guardian")
    if unit.get(Person, draft.person).protection is not Protection.NONE:
        return replace(draft, phone="", address="")
    return draft
