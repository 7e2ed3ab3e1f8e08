"""A bundle to several colleagues: each entry of the register is about the same people, though they stand in one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from kit.people import TODAY, group, link
from kit.vaults import SettableClock, new_vault

from gvi_desktop.domain.contact import VerifiedHow
from gvi_desktop.domain.disclosure import Disclosure, DisclosureDraft, DisclosureWay
from gvi_desktop.domain.person import Person, PersonDraft
from gvi_desktop.services import (
    contacts,
    disclosed,
    disclosures,
    identity,
    retention,
    sending,
    subject_extract,
    timeline,
)
from gvi_desktop.services.workspace import Workspace


@dataclass
class Sent:
    """An office that has sent two people to three colleagues."""

    office: Workspace
    one: str
    two: str


@pytest.fixture
def sent(tmp_path: Path) -> Iterator[Sent]:
    clock = SettableClock()
    office = new_vault(tmp_path / "a.gvi", clock=clock)
    for number in range(3):
        other = new_vault(tmp_path / f"{number}.gvi", user=f"Bo {number}", office=f"GVI {number}", clock=clock)
        office.write(contacts.verify, office.write(contacts.add, other.read(identity.card)), VerifiedHow.IN_PERSON)
        other.close()
    one, two = (
        office.write(lambda unit, name=name: unit.add(Person, PersonDraft(code_name=name, given_name=name))).id
        for name in ("Adam", "Bea")
    )
    everybody = tuple(one.id for one in office.read(contacts.listed))
    office.write(sending.export, sending.Request(everybody), tmp_path)
    clock.move(minutes=1)
    yield Sent(office, one, two)
    office.close()


def test_every_entry_of_a_bundle_names_everybody_in_it_and_the_list_is_kept_once(sent: Sent) -> None:
    assert [line.people for line in sent.office.read(disclosures.listed)] == [("Adam", "Bea")] * 3
    entries = sent.office.read(lambda unit: unit.find(Disclosure))
    assert sorted(len(one.people) for one in entries) == [0, 0, 2]
    assert len({one.reference for one in entries}) == 1


def test_each_entry_stands_on_the_time_lines_of_a_person_and_of_their_group(sent: Sent) -> None:
    north = group(sent.office)
    link(sent.office, sent.one, north, from_on=date(2026, 1, 5))
    line = sent.office.read(timeline.of_person, sent.one)
    assert [moment.what for moment in line].count("disclosed") == 3
    told = [moment for moment in sent.office.read(timeline.of_group, north) if moment.what == "members_disclosed"]
    assert [moment.data["count"] for moment in told] == [1, 1, 1]


def test_the_extract_of_a_person_tells_each_entry(sent: Sent) -> None:
    held = sent.office.read(lambda unit: list(subject_extract._held(unit, unit.get(Person, sent.two))))
    assert [one.kind for one in held].count("disclosure") == 3


def test_an_erasure_counts_each_entry_and_takes_the_person_out_of_all_of_them(sent: Sent) -> None:
    protocol = sent.office.write(retention.erase, [sent.one], "Gallring")
    assert protocol.bundles == 3
    assert [line.people for line in sent.office.read(disclosures.listed)] == [("Bea",)] * 3
    about = sent.office.read(lambda unit: unit.count(Disclosure, disclosed.about(unit, sent.one)))
    assert about == 0
    assert sent.office.write(retention.erase, [sent.two], "Gallring").bundles == 3
    assert [line.people for line in sent.office.read(disclosures.listed)] == [()] * 3


def test_an_entry_of_an_earlier_version_or_noted_by_hand_keeps_its_own_people(sent: Sent) -> None:
    bundle = next(one.reference for one in sent.office.read(lambda unit: unit.find(Disclosure)))
    drafts = {
        "older": DisclosureDraft(on=TODAY, what="x", way=DisclosureWay.BUNDLE, people=frozenset({sent.one})),
        "spoken": DisclosureDraft(on=TODAY, what="x", way=DisclosureWay.SPOKEN, reference=bundle),
        "got": DisclosureDraft(on=TODAY, what="x", way=DisclosureWay.BUNDLE, reference=bundle, received=True),
    }
    made = {
        name: sent.office.write(lambda unit, one=one: unit.add(Disclosure, one)).id for name, one in drafts.items()
    }
    shown = {line.id: line.people for line in sent.office.read(disclosures.listed)}
    assert {name: shown[entry] for name, entry in made.items()} == {"older": ("Adam",), "spoken": (), "got": ()}
    line = sent.office.read(timeline.of_person, sent.two)
    assert sum("disclos" in moment.what for moment in line) == 3
