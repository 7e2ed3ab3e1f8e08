"""What is disclosed and on which terms: rounds, named exceptions, what was withheld, who wrote what; on real vaults."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from kit.vaults import SettableClock, new_vault

from gvi_desktop.domain.agency import AgencyKind
from gvi_desktop.domain.contact import Contact, Preset, VerifiedHow
from gvi_desktop.domain.errors import RefusedError
from gvi_desktop.domain.group import Group, GroupDraft
from gvi_desktop.domain.help import Help, HelpDraft, HelpKind
from gvi_desktop.domain.notification import Notification, NotificationDraft
from gvi_desktop.domain.person import Person, PersonDraft, Protection
from gvi_desktop.domain.record import Compartment
from gvi_desktop.domain.round import Round, RoundDraft
from gvi_desktop.services import conflicts, contacts, disclosures, identity, receiving, sending, withholding
from gvi_desktop.services.workspace import Workspace

GROUND = "lag-2025-170"
Make = Callable[..., Workspace]


@pytest.fixture
def make(tmp_path: Path, clock: SettableClock) -> Iterator[Make]:
    opened: list[Workspace] = []

    def vault(name: str, **more: Any) -> Workspace:
        opened.append(new_vault(tmp_path / f"{name}.gvi", user=name, office=f"GVI {name}", clock=clock, **more))
        return opened[-1]

    yield vault
    for one in opened:
        one.close()


@pytest.fixture
def police(make: Make) -> Workspace:
    return make("Pia", agency="Polismyndigheten", agency_kind=AgencyKind.POLICE)


@pytest.fixture
def here(make: Make) -> Workspace:
    return make("Anna")


def befriend(one: Workspace, two: Workspace, **more: Any) -> str:
    for at, other in ((two, one), (one, two)):
        made = at.write(contacts.add, other.read(identity.card), **(more if at is one else {}))
        at.write(contacts.verify, made, VerifiedHow.IN_PERSON)
    return made


def carry(sender: Workspace, to: str, receiver: Workspace, folder: Path, **more: Any) -> receiving.Preview:
    sender.clock.move(minutes=1)  # type: ignore[attr-defined]
    path = sender.write(sending.export, sending.Request((to,), **more), folder).path
    return receiver.write(receiving.take_in, receiver.read(receiving.read, path))


def test_only_what_belongs_to_a_chosen_round_leaves(here: Workspace, police: Workspace) -> None:
    def work(unit: Any) -> tuple[str, set[str]]:
        inside, visited, outside = (unit.add(Person, PersonDraft(code_name=one)).id for one in ("P1", "P2", "P3"))
        made = unit.add(Round, RoundDraft(name="Höst", targets=frozenset({inside}))).id
        visit = unit.add(Notification, NotificationDraft(person=visited, round=made)).id
        unit.add(Notification, NotificationDraft(person=outside))
        return made, {made, inside, visited, visit}

    made, wanted = here.write(work)
    to = befriend(here, police)
    seen = here.read(sending.preview, sending.Request((to,), GROUND, rounds=(made,)))
    assert {one.id for one in seen.records} == wanted


def test_who_is_added_to_a_shared_round_later_goes_along_though_known_here_for_long(
    here: Workspace, police: Workspace, tmp_path: Path
) -> None:
    first, later = (here.write(lambda unit: unit.add(Person, PersonDraft(code_name="P"))).id for _ in range(2))
    made = here.write(lambda unit: unit.add(Round, RoundDraft(name="Höst", targets=frozenset({first})))).id
    to = befriend(here, police)
    carry(here, to, police, tmp_path, ground=GROUND, rounds=(made,))
    carry(police, police.read(contacts.listed)[0].id, here, tmp_path, ground=GROUND)  # acknowledges the first
    here.write(lambda unit: unit.change(Round, made, targets=frozenset({first, later})))
    carry(here, to, police, tmp_path, ground=GROUND, rounds=(made,))
    assert {one.id for one in police.read(lambda unit: unit.find(Person))} == {first, later}


def test_a_protected_person_leaves_only_by_name_with_a_weighing_and_only_that_record(
    here: Workspace, police: Workspace, tmp_path: Path
) -> None:
    draft = PersonDraft(code_name="P9", family_name="Hemlig", protection=Protection.REGISTRATION)
    person = here.write(lambda unit: unit.add(Person, draft)).id
    here.write(lambda unit: unit.add(Round, RoundDraft(name="Höst", targets=frozenset({person}))))
    to = befriend(here, police)
    assert not _came(carry(here, to, police, tmp_path, ground=GROUND))
    with pytest.raises(RefusedError, match="missing"):
        carry(here, to, police, tmp_path, ground=GROUND, named=(person,))
    with pytest.raises(RefusedError, match="ground"):
        carry(here, to, police, tmp_path, note="Vägt.", named=(person,))
    seen = here.read(sending.preview, sending.Request((to,), GROUND, note="Vägt.", named=(person,)))
    assert [one.id for one in seen.records if one.named] == [person] and seen.kept_back == 1
    assert _came(carry(here, to, police, tmp_path, ground=GROUND, note="Vägt.", named=(person,))) == [person]
    assert police.read(lambda unit: unit.find(Round)) == []
    newest = here.read(disclosures.listed)[0]
    assert newest.people == ("P9",) and newest.record.weighing == "Vägt."
    # The next bundle is without the name again.
    here.write(lambda unit: unit.change(Person, person, language="so"))
    assert not _came(carry(here, to, police, tmp_path, ground=GROUND))


def _came(found: receiving.Preview) -> list[str]:
    return [one.id for one in found.records if one.kind in ("person", "round")]


def test_inside_the_agency_too_a_protected_person_is_named_and_both_sides_register_it(
    here: Workspace, make: Make, tmp_path: Path
) -> None:
    draft = PersonDraft(code_name="P9", protection=Protection.CONFIDENTIALITY)
    person = here.write(lambda unit: unit.add(Person, draft)).id
    there = make("Bo")
    to = befriend(here, there)
    with pytest.raises(RefusedError, match="missing"):
        carry(here, to, there, tmp_path, named=(person,))
    carry(here, to, there, tmp_path, note="Hotbild, samma ärende.", named=(person,))
    assert there.read(lambda unit: unit.get(Person, person)).code_name == "P9"
    (got,) = there.read(disclosures.listed)
    assert (got.record.weighing, got.record.received, got.people) == ("Hotbild, samma ärende.", True, ("P9",))


def test_what_is_told_about_help_reaches_the_police_only_when_the_record_is_named(
    here: Workspace, police: Workspace, tmp_path: Path
) -> None:
    def work(unit: Any) -> str:
        person = unit.add(Person, PersonDraft(code_name="P1")).id
        draft = HelpDraft(person=person, asked_on=date(2026, 1, 1), help_kind=HelpKind.HOUSING)
        return str(unit.add(Help, draft).id)

    offer = here.write(work)
    to = befriend(here, police)
    police.write(lambda unit: unit.change(Contact, unit.find(Contact)[0].id, clearance=frozenset(Compartment)))
    carry(here, to, police, tmp_path, ground=GROUND)
    assert police.read(lambda unit: unit.find(Help)) == []
    carry(here, to, police, tmp_path, ground=GROUND, note="Fara för liv.", named=(offer,))
    assert [one.id for one in police.read(lambda unit: unit.find(Help))] == [offer]
    assert here.read(lambda unit: unit.find(sending.Disclosure))
    assert here.read(disclosures.listed)[0].people == ("P1",)


def test_an_evaluator_gets_no_pointer_to_a_person(here: Workspace, police: Workspace) -> None:
    person = here.write(lambda unit: unit.add(Person, PersonDraft(code_name="P1"))).id
    made = here.write(lambda unit: unit.add(Round, RoundDraft(name="Höst", targets=frozenset({person})))).id
    to = befriend(here, police, preset=Preset.EVALUATOR)
    seen = here.read(sending.preview, sending.Request((to,), GROUND))
    assert "targets" not in next(one.fields for one in seen.records if one.id == made)


def test_what_was_withheld_is_told_in_the_preview_and_on_the_record_until_it_is_known(
    here: Workspace, police: Workspace, tmp_path: Path
) -> None:
    draft = PersonDraft(code_name="P1", given_name="Ali", address="Gatan 1", note="Fritext.")
    person = here.write(lambda unit: unit.add(Person, draft)).id
    to = befriend(here, police)
    found = carry(here, to, police, tmp_path, ground=GROUND, conditions="Gallras efter mötet.")
    (record,) = [one for one in found.records if one.id == person]
    assert {"address", "note"} <= set(record.withheld) and "given_name" not in record.withheld
    bound = police.read(withholding.of, person)
    assert bound is not None and bound.withheld == record.withheld
    (terms,) = bound.terms
    assert terms.record.conditions == "Gallras efter mötet." and terms.ground
    assert terms.record.people == {person}
    assert here.read(withholding.of, person) is None
    # A form that saves every field leaves it withheld; one that writes something makes it known.
    kept = police.read(lambda unit: unit.get(Person, person))
    police.write(lambda unit: unit.put(Person, person, replace(kept, given_name="Adam")))
    assert "note" in police.read(withholding.of, person).withheld  # type: ignore[union-attr]
    police.write(lambda unit: unit.change(Person, person, note="Vår egen."))
    assert "note" not in police.read(withholding.of, person).withheld  # type: ignore[union-attr]


def test_the_preview_lists_what_is_the_same_and_the_sender_what_was_handed_out_before(
    here: Workspace, make: Make, tmp_path: Path
) -> None:
    made = here.write(lambda unit: unit.add(Group, GroupDraft(name="Oxhagen"))).id
    there = make("Bo")
    to = befriend(here, there)
    carry(here, to, there, tmp_path)
    again = here.read(sending.preview, sending.Request((to,)))
    assert [one.known for one in again.records if one.id == made] == [True]
    assert again.known == len(again.records) and len(again.earlier) == 1
    found = carry(here, to, there, tmp_path)
    assert next(one.verdict for one in found.records if one.id == made) == "same" and not found.changes


def test_a_conflict_names_who_wrote_each_value_and_who_only_brought_it(
    here: Workspace, make: Make, tmp_path: Path
) -> None:
    ben, cilla = make("Ben"), make("Cilla")
    to_ben, to_cilla = befriend(here, ben), befriend(here, cilla)
    made = here.write(lambda unit: unit.add(Group, GroupDraft(name="Oxhagen", area="Norr"))).id
    carry(here, to_ben, ben, tmp_path)
    carry(here, to_cilla, cilla, tmp_path)
    ben.write(lambda unit: unit.change(Group, made, area="Bens"))
    carry(ben, ben.read(contacts.listed)[0].id, here, tmp_path)
    cilla.write(lambda unit: unit.change(Group, made, area="Cillas"))
    carry(here, to_cilla, cilla, tmp_path)
    (found,) = cilla.read(conflicts.listed)
    authors = {one.value: one.author for one in found.versions}
    assert (authors["Cillas"].own, authors["Cillas"].user) == (True, "Cilla")
    assert (authors["Bens"].office, authors["Bens"].sender) == ("", "GVI Anna")
    # Once Ben is a contact whose bundles come, his office is named.
    to_from_ben = befriend(ben, cilla)
    carry(ben, to_from_ben, cilla, tmp_path)
    authors = {one.value: one.author for one in cilla.read(conflicts.listed)[0].versions}
    assert authors["Bens"].office == "GVI Ben"


def test_the_grounds_offered_are_those_in_force_on_the_day(here: Workspace) -> None:
    every = here.read(disclosures.every_ground)
    dated = next(one for one in every if one.valid_from is not None)
    assert dated.valid_from is not None
    before = date.fromordinal(dated.valid_from.toordinal() - 1)
    assert dated.code not in [one.code for one in here.read(disclosures.grounds, before)]
    assert dated.code in [one.code for one in here.read(disclosures.grounds, dated.valid_from)]
