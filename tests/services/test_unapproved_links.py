"""A link to a group that no second user has approved is handed to no other agency; approved, it goes whole."""

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
from gvi_desktop.services import contacts, receiving, sending
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


def tied(at: Workspace, *, approved: bool) -> tuple[str, str]:
    """A person and the link of that person to a group."""
    one = at.write(lambda unit: unit.add(Person, PersonDraft(code_name="P1", given_name="Leo"))).id
    return one, people.link(at, one, people.group(at, "Oxhagen"), approved=approved)


def approve(at: Workspace, link: str, by: str = "Karin") -> None:
    at.write(lambda unit: unit.change(Membership, link, approved_by=by, approved_on=unit.today if by else None))


def would(o: Offices, **more: object) -> sending.Outgoing:
    bo = o.anna.read(contacts.named, "Bo").id
    return o.anna.read(sending.preview, sending.Request((bo,), **GROUND, **more))  # type: ignore[arg-type]


def there_and_back(o: Offices) -> None:
    o.take(o.send(o.anna, "Bo", **GROUND))
    o.anna.write(receiving.take_in, o.anna.read(receiving.read, o.send(o.bo, "Anna")))


def there(o: Offices, link: str) -> Membership | None:
    return o.bo.read(lambda unit: unit.by_ids(Membership, [link])).get(link)


def test_it_stays_and_the_preview_says_so_until_it_is_approved_and_goes_whole(o: Offices) -> None:
    person, link = tied(o.anna, approved=False)
    seen = would(o)
    assert seen.unapproved == 1 and seen.kept_back == 0
    assert link not in {one.id for one in seen.records} and person in {one.id for one in seen.records}
    there_and_back(o)
    assert there(o, link) is None
    assert would(o).records == () and would(o).unapproved == 0
    approve(o.anna, link)
    (told,) = would(o).records
    assert told.id == link and {"person", "group", "source", "approved_by"} <= set(told.fields)
    there_and_back(o)
    found = there(o, link)
    assert found is not None and (found.person, found.approved_by) == (person, "Karin")
    assert would(o).records == ()


def test_new_grounds_that_nobody_has_approved_stay_though_the_old_ones_went(o: Offices) -> None:
    _, link = tied(o.anna, approved=True)
    there_and_back(o)
    approve(o.anna, link, by="")
    o.anna.write(lambda unit: unit.change(Membership, link, source="Skvaller"))
    assert would(o).records == () and would(o).unapproved == 1
    there_and_back(o)
    found = there(o, link)
    assert found is not None and found.source != "Skvaller"
    approve(o.anna, link, by="Maja")
    there_and_back(o)
    found = there(o, link)
    assert found is not None and (found.source, found.approved_by) == ("Skvaller", "Maja")


def test_it_stays_in_a_large_bundle_and_even_where_a_disclosure_names_it(
    o: Offices, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, link = tied(o.anna, approved=False)
    for few in (500, 1):
        monkeypatch.setattr("gvi_desktop.services.leaving.FEW", few)
        for seen in (would(o), would(o, named=(link,))):
            assert link not in {one.id for one in seen.records} and seen.unapproved == 1
    monkeypatch.undo()
    there_and_back(o)
    seen = would(o, named=(link,))
    assert (seen.records, seen.unapproved) == ((), 1)


def test_it_leads_to_no_group_where_only_a_call_in_is_shared(o: Offices) -> None:
    person, link = tied(o.anna, approved=False)
    callin = o.anna.write(lambda unit: unit.add(Callin, CallinDraft(on=unit.today))).id
    o.anna.write(lambda unit: unit.add(Invitee, InviteeDraft(callin=callin, person=person)))
    kinds = {one.kind for one in would(o, callins=(callin,)).records}
    assert Person.kind in kinds and Membership.kind not in kinds and Group.kind not in kinds
    approve(o.anna, link)
    assert {Membership.kind, Group.kind} <= {one.kind for one in would(o, callins=(callin,)).records}


def test_a_colleague_in_the_agency_gets_it_since_that_may_be_the_second_user(o: Offices) -> None:
    bo = o.anna.read(contacts.named, "Bo").id
    o.anna.write(lambda unit: unit.change(Contact, bo, preset=Preset.COLLEAGUE))
    _, link = tied(o.anna, approved=False)
    assert link in {one.id for one in would(o).records}
