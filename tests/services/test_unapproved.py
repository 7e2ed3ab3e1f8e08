"""A link to a group that nobody has approved yet: it goes to colleagues, who may approve it, and no further."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from kit import people as kit_people
from kit.people import OTHER
from kit.quartet import Offices, quartet

from gvi_desktop.domain.contact import Contact, Preset
from gvi_desktop.domain.membership import Membership
from gvi_desktop.services import contacts, leaving, receiving, sending

GROUND = "lag-2025-170"


@pytest.fixture
def o(tmp_path: Path) -> Iterator[Offices]:
    with quartet(tmp_path) as made:
        yield made


def to_another_agency(o: Offices) -> str:
    bo = o.anna.read(contacts.named, "Bo").id
    o.anna.write(lambda unit: unit.change(Contact, bo, preset=Preset.PARTNER, agency="Polisen"))
    return bo


def waiting(o: Offices) -> str:
    return kit_people.link(o.anna, kit_people.person(o.anna), kit_people.group(o.anna), approved=False)


def approve(o: Offices, link: str, by: str = OTHER) -> None:
    o.anna.write(lambda unit: unit.change(Membership, link, approved_by=by, approved_on=unit.today))


def there_and_back(o: Offices) -> None:
    o.take(o.send(o.anna, "Bo", ground=GROUND))
    o.anna.write(receiving.take_in, o.anna.read(receiving.read, o.send(o.bo, "Anna")))


def links_at_bo(o: Offices) -> dict[str, Membership]:
    return {one.id: one for one in o.bo.read(lambda unit: unit.find(Membership))}


def test_a_colleague_gets_a_link_that_waits_for_approval(o: Offices) -> None:
    link = waiting(o)
    o.take(o.send(o.anna, "Bo"))
    assert not links_at_bo(o)[link].approved_by


def test_another_agency_gets_it_whole_once_it_is_approved_and_not_before(o: Offices) -> None:
    bo, link = to_another_agency(o), waiting(o)
    seen = o.anna.read(sending.preview, sending.Request((bo,)))
    assert (seen.unapproved, seen.kept_back) == (1, 0)
    assert link not in {one.id for one in seen.records}
    there_and_back(o)
    assert links_at_bo(o) == {}
    assert o.anna.read(sending.preview, sending.Request((bo,))).unapproved == 0  # told once
    approve(o, link)
    there_and_back(o)
    here, there = o.anna.read(lambda unit: unit.get(Membership, link)), links_at_bo(o)[link]
    assert (there.person, there.group, there.source, there.approved_by) == (
        here.person, here.group, here.source, OTHER
    )  # fmt: skip


def test_who_has_an_approved_link_learns_that_its_approval_is_gone(o: Offices) -> None:
    to_another_agency(o)
    link = waiting(o)
    approve(o, link)
    there_and_back(o)
    approve(o, link, by="")
    there_and_back(o)
    assert not links_at_bo(o)[link].approved_by


@pytest.mark.parametrize("few", [500, 1], ids=["few", "many"])
def test_of_several_links_those_that_wait_stay(o: Offices, few: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(leaving, "FEW", few)
    to_another_agency(o)
    group, links = kit_people.group(o.anna), list[str]()
    for number in range(6):
        who = kit_people.person(o.anna, given=f"Namn{chr(97 + number)}")
        links.append(kit_people.link(o.anna, who, group, approved=number % 2 == 0))
    there_and_back(o)
    assert set(links_at_bo(o)) == set(links[::2])


def test_a_disclosure_that_names_the_link_takes_it_along(o: Offices) -> None:
    to_another_agency(o)
    link = waiting(o)
    o.take(o.send(o.anna, "Bo", named=(link,), ground=GROUND, note="Vägt."))
    assert link in links_at_bo(o)
