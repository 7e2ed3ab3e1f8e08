"""People: what may be added, what is hidden, what is journaled."""

from dataclasses import replace
from datetime import date

import pytest
from kit.people import OTHER, TODAY, group, link, person, second_user

from gvi_desktop.domain.errors import NotFoundError, RefusedError
from gvi_desktop.domain.guardian import GuardianDraft
from gvi_desktop.domain.office import Office
from gvi_desktop.domain.person import (
    GuardianDecision,
    Person,
    PersonDraft,
    Protection,
    approach_problems,
)
from gvi_desktop.domain.user import Role
from gvi_desktop.services import guardians, history, memberships, people, profile, roster, undo
from gvi_desktop.services.workspace import Workspace
from gvi_desktop.storage import journal

NUMBER = "19990512-2389"


def codes(refused: pytest.ExceptionInfo[RefusedError]) -> set[tuple[str, str | None]]:
    return {(problem.code, problem.field) for problem in refused.value.problems}


def entries(office: Workspace, action: str, record: str) -> list[str | None]:
    found = office.read(lambda unit: list(journal.entries(unit.connection, record=record)))
    return [entry.detail for entry in found if entry.action == action]


def stored(office: Workspace, person_id: str) -> Person:
    return office.read(lambda unit: unit.get(Person, person_id))


def test_nobody_is_added_before_the_office_has_its_purpose(office: Workspace) -> None:
    own = office.read(lambda unit: unit.office)
    office.write(lambda unit: unit.change(Office, own.id, purpose=""))
    with pytest.raises(RefusedError) as refused:
        person(office)
    assert refused.value.code == "person_office_incomplete"
    assert refused.value.data["fields"] == ["purpose"]


def test_code_names_are_minted_in_order_and_never_given_twice(office: Workspace) -> None:
    first, second = person(office), person(office, "Örjan", "Ek")
    assert [stored(office, one).code_name for one in (first, second)] == ["P001", "P002"]
    office.write(people.remove, second)
    assert stored(office, person(office, "Nils", "Berg")).code_name == "P003"


def test_the_offices_prefix_stands_before_the_code(office: Workspace) -> None:
    own = office.read(lambda unit: unit.office)
    office.write(lambda unit: unit.change(Office, own.id, number_prefix="ÖR-"))
    person(office, code_name="P077")
    assert stored(office, person(office, "Nils", "Berg")).code_name == "ÖR-P001"


def test_codes_count_on_after_999(office: Workspace) -> None:
    person(office, code_name="P999")
    person(office, "Nils", "Berg", code_name="P-Kalle")
    assert [stored(office, person(office, "A", str(n))).code_name for n in range(2)] == ["P1000", "P1001"]


def test_a_code_name_belongs_to_one_person(office: Workspace) -> None:
    person(office, code_name="Tall")
    with pytest.raises(RefusedError) as refused:
        person(office, "Nils", "Berg", code_name="Tall")
    assert codes(refused) == {("person_code_taken", "code_name")}


def test_somebody_without_any_name_is_refused(office: Workspace) -> None:
    with pytest.raises(RefusedError) as refused:
        person(office, "", "")
    assert codes(refused) == {("person_no_name", "given_name")}


def test_a_number_is_stored_in_one_form_and_tells_the_birth_date(office: Workspace) -> None:
    found = stored(office, person(office, personal_number=NUMBER[2:].replace("-", "")))
    assert (found.personal_number, found.birth_date, found.birth_year) == (NUMBER, date(1999, 5, 12), 1999)


def test_a_number_that_says_another_birth_date_is_refused(office: Workspace) -> None:
    with pytest.raises(RefusedError) as refused:
        person(office, personal_number=NUMBER, birth_date=date(1999, 5, 13))
    assert codes(refused) == {("person_number_and_birth_differ", "birth_date")}


def test_people_are_kept_by_the_regime_of_the_offices_agency_and_reviewed_in_a_year(office: Workspace) -> None:
    view = office.read(profile.of_person, person(office))
    assert view.clock is not None
    assert view.person.next_review_on == date(2027, 11, 22)
    young = stored(office, person(office, "Leyla", "Demir", birth_date=date(2010, 2, 2)))
    assert young.next_review_on == date(2027, 5, 22)


def test_no_review_is_put_off_beyond_the_hard_limit(office: Workspace) -> None:
    found = stored(office, person(office))
    with pytest.raises(RefusedError) as refused:
        office.write(people.change, found.id, replace(found, next_review_on=date(2040, 1, 1)))
    assert codes(refused) == {("person_review_past_hard_limit", "next_review_on")}


def test_setting_protection_takes_address_and_contact_ways_away_and_is_journaled(office: Workspace) -> None:
    one = person(office, address="Exempelgatan 1", contact_ways=("070-123 45 67",))
    office.write(people.change, one, replace(stored(office, one), protection=Protection.REGISTRATION))
    after = stored(office, one)
    assert (after.address, after.contact_ways, after.given_name) == ("", (), "Ali")
    assert entries(office, "protect", one) == ["registration"]


def test_a_protected_person_is_masked_on_the_page_but_keeps_what_is_stored(office: Workspace) -> None:
    one = person(office, personal_number=NUMBER, protection=Protection.CONFIDENTIALITY)
    shown = office.read(people.get, one)
    assert (shown.given_name, shown.family_name, shown.personal_number, shown.birth_date) == ("", "", "", None)
    assert shown.birth_year == 1999
    office.write(people.change, one, replace(shown, language="arabiska"))  # as the form of the masked view saves
    after = stored(office, one)
    assert (after.full_name, after.personal_number, after.birth_date) == ("Ali Hassan", NUMBER, date(1999, 5, 12))
    assert after.language == "arabiska"


def test_a_protected_persons_age_is_still_known(office: Workspace) -> None:
    one = person(office, birth_date=date(2009, 12, 1), protection=Protection.REGISTRATION)
    view = office.read(profile.of_person, one)
    assert view.hidden
    assert view.minor
    assert view.age == 16


def test_a_protected_person_is_not_found_by_name(office: Workspace) -> None:
    person(office, "Amir", "Haddad", protection=Protection.REGISTRATION)
    assert office.read(roster.ids, "Haddad") == []
    assert len(office.read(roster.ids, "P001")) == 1


def test_a_name_is_shown_with_an_entry_in_the_journal(office: Workspace) -> None:
    one = person(office, address="Exempelgatan 1")
    shown = office.write(people.reveal, one)
    assert (shown.name, shown.address) == ("Ali Hassan", "Exempelgatan 1")
    assert entries(office, "reveal", one) == [None]


def test_a_protected_name_is_shown_for_a_reason_only(office: Workspace) -> None:
    one = person(office, protection=Protection.REGISTRATION)
    with pytest.raises(RefusedError) as refused:
        office.write(people.reveal, one, "  ")
    assert codes(refused) == {("reveal_without_reason", "reason")}
    assert office.write(people.reveal, one, "Skyddsbedömning").name == "Ali Hassan"
    shown = office.read(history.of_record, one)[-1]
    assert (shown.action, shown.detail) == ("reveal", "Skyddsbedömning")


def test_opening_somebody_is_noted_without_a_name(office: Workspace) -> None:
    one = person(office)
    office.write(people.open, one)
    office.write(people.open_to_edit, one)
    assert entries(office, "open", one) == [None]
    assert entries(office, "reveal", one) == ["edit"]


def test_removing_takes_links_and_guardians_along_and_undo_brings_them_back(office: Workspace) -> None:
    one, north = person(office), group(office)
    link(office, one, north)
    office.write(guardians.add, GuardianDraft(person=one, name="Selma Hassan"))
    office.write(people.remove, one)
    assert office.read(memberships.of_group, north) == []
    with pytest.raises(NotFoundError):
        office.read(people.get, one)
    office.write(undo.undo)
    view = office.read(profile.of_person, one)
    assert (len(view.links), len(view.guardians)) == (1, 1)


def test_guardians_of_a_protected_person_are_masked_too(office: Workspace) -> None:
    one = person(office, protection=Protection.REGISTRATION)
    made = office.write(guardians.add, GuardianDraft(person=one, name="Selma", relation="mor", phone="070-1"))
    shown = office.read(guardians.get, made)
    assert (shown.name, shown.phone, shown.relation) == ("", "", "mor")
    office.write(guardians.change, made, replace(shown, relation="mormor"))
    assert office.write(people.reveal, one, "Kontakt").guardians == ("Selma",)


# ------------------------------------------------------------------ minors


def minor(office: Workspace) -> str:
    return person(office, "Leyla", "Demir", birth_date=date(2010, 2, 2))


def test_a_minor_needs_a_second_users_approval(office: Workspace) -> None:
    one = minor(office)
    office.write(people.propose_minor, one, GuardianDecision.CONSENTS, "Skolan och familjen vill.")
    with pytest.raises(RefusedError) as refused:
        office.write(people.approve_minor, one)
    assert refused.value.code == "second_approval_by_same_user"
    other = second_user(office)
    other.write(people.approve_minor, one)
    found = stored(other, one)
    assert found.minor_approved_by == OTHER
    assert approach_problems(found, TODAY) == ()
    other.close()


def test_new_grounds_take_the_approval_away(office: Workspace) -> None:
    one = minor(office)
    office.write(people.propose_minor, one, GuardianDecision.CONSENTS, "Bra.")
    other = second_user(office)
    other.write(people.approve_minor, one)
    other.write(people.change, one, replace(stored(other, one), best_interests="Annat."))
    found = stored(other, one)
    assert (found.minor_proposed_by, found.minor_approved_by) == (OTHER, "")
    other.close()


def test_an_approval_cannot_be_written_into_the_form(office: Workspace) -> None:
    one = person(
        office, "Leyla", "Demir", birth_date=date(2010, 2, 2), minor_proposed_by="X", minor_approved_by="Y",
        best_interests="Bra.", guardian_decision=GuardianDecision.CONSENTS,
    )  # fmt: skip
    found = stored(office, one)
    assert (found.minor_proposed_by, found.minor_approved_by) == ("Anna Ek", "")
    office.write(people.change, one, replace(found, minor_approved_by="Y"))
    assert stored(office, one).minor_approved_by == ""


def test_nothing_to_approve_is_said(office: Workspace) -> None:
    one = minor(office)
    with pytest.raises(RefusedError, match="minor_not_proposed"):
        office.write(people.approve_minor, one)
    with pytest.raises(RefusedError) as refused:
        office.write(people.propose_minor, one, None, " ")
    assert codes(refused) == {
        ("minor_without_guardian_decision", "guardian_decision"),
        ("minor_without_best_interests", "best_interests"),
    }


def test_nobody_is_proposed_as_a_minor_who_is_none(office: Workspace) -> None:
    one = person(office, birth_date=date(2000, 1, 1))
    with pytest.raises(RefusedError, match="person_not_a_minor"):
        office.write(people.propose_minor, one, GuardianDecision.CONSENTS, "Bra.")


# ------------------------------------------------------------------ roles


def test_a_reader_reads_and_shows_but_changes_nothing(office: Workspace) -> None:
    one = person(office)
    reader = second_user(office, Role.READER)
    assert reader.write(people.reveal, one).name == "Ali Hassan"
    reader.write(people.open, one)
    for work in (lambda unit: people.add(unit, PersonDraft(given_name="B")), lambda unit: people.remove(unit, one)):
        with pytest.raises(RefusedError, match="not_allowed"):
            reader.write(work)
    reader.close()
