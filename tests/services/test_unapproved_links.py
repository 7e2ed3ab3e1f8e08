"""A link to a group that no second user has approved leads to nothing where only a call-in is shared."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from kit import people
from kit.quartet import Offices, quartet

from gvi_desktop.domain.callin import Callin, CallinDraft
from gvi_desktop.domain.contact import Contact, Preset
from gvi_desktop.domain.group import Group
from gvi_desktop.domain.invitee import Invitee, InviteeDraft
from gvi_desktop.domain.membership import Membership
from gvi_desktop.domain.person import Person, PersonDraft
from gvi_desktop.domain.record import Compartment
from gvi_desktop.services import contacts, sending
from gvi_desktop.services.workspace import Workspace

GROUND = {"ground": "lag-2025-170", "note": "Vägt."}


@pytest.fixture
def o(tmp_path: Path) -> Iterator[Offices]:
    """Bo is of another agency, cleared for all that may go to one."""
    with quartet(tmp_path) as made:
        bo = made.anna.read(contacts.named, "Bo").id
        partner = {"preset": Preset.PARTNER, "clearance": frozenset(Compartment), "agency": "Kriminalvården"}
        made.anna.write(lambda unit: unit.change(Contact, bo, **partner))
        anna = made.bo.read(contacts.named, "Anna").id
        made.bo.write(lambda unit: unit.change(Contact, anna, clearance=frozenset(Compartment)))
        yield made


def tied(at: Workspace) -> tuple[str, str]:
    """A person and the link of that person to a group."""
    one = at.write(lambda unit: unit.add(Person, PersonDraft(code_name="P1", given_name="Leo"))).id
    return one, people.link(at, one, people.group(at, "Oxhagen"), approved=False)


def would(o: Offices, **more: object) -> sending.Outgoing:
    bo = o.anna.read(contacts.named, "Bo").id
    return o.anna.read(sending.preview, sending.Request((bo,), **GROUND, **more))  # type: ignore[arg-type]


def test_it_leads_to_no_group_where_only_a_call_in_is_shared(o: Offices) -> None:
    person, link = tied(o.anna)
    callin = o.anna.write(lambda unit: unit.add(Callin, CallinDraft(on=unit.today))).id
    o.anna.write(lambda unit: unit.add(Invitee, InviteeDraft(callin=callin, person=person)))
    kinds = {one.kind for one in would(o, callins=(callin,)).records}
    assert Person.kind in kinds and Membership.kind not in kinds and Group.kind not in kinds
    o.anna.write(lambda unit: unit.change(Membership, link, approved_by="Karin", approved_on=unit.today))
    assert {Membership.kind, Group.kind} <= {one.kind for one in would(o, callins=(callin,)).records}
