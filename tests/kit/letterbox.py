"""Made-up offices that write letters, and what they have recorded."""

from __future__ import annotations

from typing import Any

from kit.callins import add_callin, add_person

from gvi_desktop.domain.disclosure import Disclosure
from gvi_desktop.domain.letter import Letter
from gvi_desktop.domain.office import Office
from gvi_desktop.domain.person import Supervision
from gvi_desktop.services import invitees
from gvi_desktop.services.unit import Unit
from gvi_desktop.services.workspace import Workspace
from gvi_desktop.storage import journal


def with_office(unit: Unit, **more: Any) -> None:
    parties = ("Polisen", "Kriminalvården", "Örebro kommun")
    unit.change(Office, unit.office.id, phone="019-21 10 00", parties=parties, **more)


def under_supervision(unit: Unit, code: str, **more: Any) -> str:
    values: dict[str, Any] = {"given_name": "Elias", "family_name": "Öberg", "supervision": Supervision.PROBATION}
    return add_person(unit, code, **{**values, "supervision_officer": "Karin Berg", **more})


def called(unit: Unit, *people: str) -> str:
    callin = add_callin(unit)
    invitees.invite(unit, callin, people)
    return callin


def two_called(unit: Unit) -> str:
    """Tall-1 has a duty to come, Björk-1 is invited."""
    free = add_person(unit, "Björk-1", given_name="Samir", family_name="Åkesson", address="Storgatan 1, 702 11 Örebro")
    return called(unit, under_supervision(unit, "Tall-1"), free)


def noted(ws: Workspace, action: str) -> list[journal.Entry]:
    return [one for one in ws.read(lambda unit: list(journal.entries(unit.connection))) if one.action == action]


def register(ws: Workspace) -> list[Letter]:
    return ws.read(lambda unit: unit.find(Letter, order_by=unit.table(Letter).c.number))


def disclosures(ws: Workspace) -> list[Disclosure]:
    return ws.read(lambda unit: unit.find(Disclosure))
