"""A colleague with a key who wants to approve their own link or their own plan for a minor, by whatever road."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from kit.arrivals import office_with_a_colleague, take
from kit.people import group, link, linked, person

from gvi_desktop.domain.errors import RefusedError
from gvi_desktop.domain.guardian import Guardian, GuardianDraft
from gvi_desktop.domain.history import RecordState, Value, stamp_of, write
from gvi_desktop.domain.membership import Membership, counts
from gvi_desktop.domain.person import GuardianDecision, Person, PersonProblem, Protection, approach_problems
from gvi_desktop.services import belonging, conflicts, memberships, people
from gvi_desktop.services.workspace import Workspace

THEIRS, LATER = "theirs.0", stamp_of(1_900_000_000_000)


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Workspace]:
    workspace = office_with_a_colleague(tmp_path)
    yield workspace
    workspace.close()


def renamed(office: Workspace, name: str) -> None:
    office.user = replace(office.user, name=name)


def meanwhile(office: Workspace, record: str, then: RecordState, **values: Value) -> None:
    """A colleague's save of some fields, who had seen the record as it was `then`."""
    cells = {name: write(then.cells.get(name), (THEIRS, 7), LATER, value) for name, value in values.items()}
    take(office, replace(then, cells=cells))


def state(office: Workspace, record: str) -> RecordState:
    found = office.read(lambda unit: unit.store.state(record))
    assert found is not None
    return found


def test_capitals_do_not_make_another_of_whoever_proposed(office: Workspace) -> None:
    made = link(office, person(office), group(office), approved=False)
    young = office.write(people.add, people.PersonDraft(given_name="Ali", birth_date=date(2012, 1, 1)))
    office.write(people.propose_minor, young, GuardianDecision.CONSENTS, "För barnets bästa.")
    renamed(office, " anna EK")
    with pytest.raises(RefusedError, match="membership_approved_by_maker"):
        office.write(memberships.approve, made)
    with pytest.raises(RefusedError, match="second_approval_by_same_user"):
        office.write(people.approve_minor, young)


def test_a_link_that_came_approved_by_whoever_proposed_it_does_not_count(office: Workspace) -> None:
    who, north = person(office), group(office)
    made = link(office, who, north, approved=False)
    meanwhile(office, made, state(office, made), approved_by="anna ek", approved_on="2026-11-22")
    stored = office.read(lambda unit: unit.get(Membership, made))
    assert not counts(stored, date(2026, 11, 22))
    assert office.read(belonging.groups_of, [who]).get(who, ()) == ()


def test_an_approval_does_not_cover_grounds_that_a_colleague_changed_meanwhile(office: Workspace) -> None:
    made = link(office, person(office), group(office), approved=False)
    then = state(office, made)
    office.write(lambda unit: unit.change(Membership, made, approved_by="Bo Alm", approved_on=unit.today))
    meanwhile(office, made, then, basis="Något helt annat.")
    stored = office.read(lambda unit: unit.get(Membership, made))
    assert (stored.basis, stored.approved_by, stored.approved_on) == ("Något helt annat.", "", None)


def test_an_approval_that_comes_does_not_cover_grounds_that_we_changed_meanwhile(office: Workspace) -> None:
    made = link(office, person(office), group(office), approved=False)
    then = state(office, made)
    stored = office.read(lambda unit: unit.get(Membership, made))
    office.write(memberships.change, made, replace(stored, basis="Något helt annat."))
    meanwhile(office, made, then, approved_by="Bo Alm", approved_on="2026-11-22")
    stored = office.read(lambda unit: unit.get(Membership, made))
    assert (stored.basis, stored.approved_by) == ("Något helt annat.", "")


def test_an_approval_that_comes_for_the_grounds_we_have_stays(office: Workspace) -> None:
    made = link(office, person(office), group(office), approved=False)
    meanwhile(office, made, state(office, made), approved_by="Bo Alm", approved_on="2026-11-22")
    assert office.read(lambda unit: unit.get(Membership, made)).approved_by == "Bo Alm"
    stored = office.read(lambda unit: unit.get(Membership, made))
    meanwhile(office, made, state(office, made), source="Kommunen", approved_by="Cia Ny")
    stored = office.read(lambda unit: unit.get(Membership, made))
    assert (stored.source, stored.approved_by) == ("Kommunen", "Cia Ny")


def test_a_minors_approval_does_not_cover_what_a_colleague_changed_meanwhile(office: Workspace) -> None:
    young = office.write(people.add, people.PersonDraft(given_name="Ali", birth_date=date(2012, 1, 1)))
    office.write(people.propose_minor, young, GuardianDecision.CONSENTS, "För barnets bästa.")
    then = state(office, young)
    renamed(office, "Bo Alm")
    office.write(people.approve_minor, young)
    assert approach_problems(office.read(lambda unit: unit.get(Person, young)), date(2026, 11, 22)) == ()
    meanwhile(office, young, then, best_interests="Ett annat skäl.")
    left = approach_problems(office.read(lambda unit: unit.get(Person, young)), date(2026, 11, 22))
    assert [one.code for one in left] == [PersonProblem.MINOR_WITHOUT_SECOND_APPROVAL]


def test_only_what_stands_to_choose_can_be_chosen(office: Workspace) -> None:
    made = link(office, person(office), group(office), approved=False)
    with pytest.raises(RefusedError, match="conflict_settled"):
        office.write(conflicts.choose, "membership", made, "approved_by", "Bo Alm")
    then = state(office, made)
    office.write(lambda unit: unit.change(Membership, made, source="Vi"))
    meanwhile(office, made, then, source="De")
    with pytest.raises(RefusedError, match="conflict_settled"):
        office.write(conflicts.choose, "membership", made, "source", "Ingen")
    office.write(conflicts.choose, "membership", made, "source", "De")


def test_choosing_other_grounds_asks_for_a_new_approval(office: Workspace) -> None:
    made = link(office, person(office), group(office), approved=False)
    then = state(office, made)
    office.write(lambda unit: unit.change(Membership, made, source="Vi"))
    meanwhile(office, made, then, source="De")
    office.write(lambda unit: unit.change(Membership, made, approved_by="Bo Alm"))
    office.write(conflicts.choose, "membership", made, "source", "Vi")
    stored = office.read(lambda unit: unit.get(Membership, made))
    assert (stored.approved_by, stored.proposed_by) == ("", "Anna Ek")


def test_a_guardians_name_is_not_in_the_list_of_conflicts(office: Workspace) -> None:
    of = person(office)
    made = office.write(lambda unit: unit.add(Guardian, GuardianDraft(person=of, name="Mona", relation="mor"))).id
    then = state(office, made)
    office.write(lambda unit: unit.change(Guardian, made, name="Monika"))
    meanwhile(office, made, then, name="Monica")
    (found,) = office.read(conflicts.listed)
    assert found.personal and found.hidden and "Moni" not in repr(found)


def test_a_bundle_is_listed_without_names_of_families_and_numbers_of_callers(office: Workspace) -> None:
    values = {"person": "p", "name": "Mona Kvastsson", "relation": "mor", "id": "a" * 32, "made_by": "Bo"}
    calls = {"on": "2026-11-20", "number": "070-1740699", "id": "b" * 32, "made_by": "Bo", "person": None}
    told = []
    for kind, room, said in (("guardian", "core", values), ("phonecall", "help", calls)):
        cells = {name: write(None, (THEIRS, 7), LATER, value) for name, value in said.items()}
        state_of = RecordState(kind, str(said["id"]), room, cells)
        told += [one.title for one in take(office, state_of).records]
        cells = {name: write(cells[name], (THEIRS, 8), LATER, "x") for name in ("name", "number") if name in cells}
        told += [one.title for one in take(office, replace(state_of, cells=cells)).records]
    assert told == ["mor", "mor", "2026-11-20", "2026-11-20"]


def test_a_protected_name_in_conflict_is_shown_for_a_reason_only(office: Workspace) -> None:
    who = person(office, protection=Protection.REGISTRATION)
    with pytest.raises(RefusedError, match="reveal_without_reason"):
        office.write(conflicts.reveal, "person", who)
    of = office.write(lambda unit: unit.add(Guardian, GuardianDraft(person=who, name="Mona", relation="mor"))).id
    with pytest.raises(RefusedError, match="reveal_without_reason"):
        office.write(conflicts.reveal, "guardian", of, " ")
    then = state(office, of)
    office.write(lambda unit: unit.change(Guardian, of, name="Monika"))
    meanwhile(office, of, then, name="Monica")
    (found,) = office.read(conflicts.listed)
    assert found.protected and "Moni" not in repr(found)
    (told,) = office.write(conflicts.reveal, "guardian", of, "Anhörig söks.")
    assert {one.value for one in told.versions} == {"Monika", "Monica"}


def test_who_made_the_link_is_asked_for_another_approver_as_before(office: Workspace) -> None:
    made = office.write(memberships.add, linked(person(office), group(office)))
    renamed(office, "Bo Alm")
    office.write(memberships.approve, made)
    assert counts(office.read(lambda unit: unit.get(Membership, made)), date(2026, 11, 22))
