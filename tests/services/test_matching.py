"""Search before create: who is proposed, why, and who is not."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from kit.people import group, link, person
from kit.vaults import new_vault

from gvi_desktop.domain.person import PersonDraft, Protection
from gvi_desktop.services.people import Match, MatchReason, search_before_create
from gvi_desktop.services.workspace import Workspace

BORN = date(1999, 5, 12)


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    folder: Path = tmp_path_factory.mktemp("matching")
    opened = new_vault(folder / "a.gvi")
    north = group(opened)
    link(opened, person(opened, "Mohammed", "Öberg", birth_date=BORN, personal_number="19990512-2389"), north)
    person(opened, "Goran", "Petrović", birth_year=1995)
    person(opened, "Leyla", "Demir")
    person(opened, "Amir", "Haddad", birth_date=date(2003, 9, 9), protection=Protection.REGISTRATION)
    yield opened
    opened.close()


def proposed(office: Workspace, given: str = "", family: str = "", **more: object) -> list[Match]:
    draft = PersonDraft(given_name=given, family_name=family, **more)  # type: ignore[arg-type]
    return office.read(search_before_create, draft)


def test_the_same_number_is_the_strongest_reason(office: Workspace) -> None:
    (match,) = proposed(office, "Nils", "Berg", personal_number="990512 2389")
    assert (match.code_name, match.reason, match.groups, match.birth_year) == (
        "P001", MatchReason.NUMBER, ("Norra",), 1999,
    )  # fmt: skip


@pytest.mark.parametrize(("given", "family"), [("Muhamed", "Oberg"), ("MOHAMED", "Øberg"), ("Mohamad", "Öberg")])
def test_other_spellings_of_a_name_are_found(office: Workspace, given: str, family: str) -> None:
    (match,) = proposed(office, given, family, birth_date=BORN)
    assert (match.code_name, match.reason) == ("P001", MatchReason.NAME_AND_BIRTH)


def test_slavic_endings_are_one_sound(office: Workspace) -> None:
    (match,) = proposed(office, "Goran", "Petrovic", birth_date=date(1995, 2, 1))
    assert (match.code_name, match.reason) == ("P002", MatchReason.NAME_AND_BIRTH)


def test_another_birth_date_means_another_person(office: Workspace) -> None:
    assert proposed(office, "Mohammed", "Öberg", birth_date=date(1999, 5, 13)) == []
    assert proposed(office, "Mohammed", "Öberg", birth_year=1998) == []


def test_part_of_a_name_is_enough_on_the_same_birth_date(office: Workspace) -> None:
    (match,) = proposed(office, "Mohammed", "Svensson", birth_date=BORN)
    assert match.reason is MatchReason.NAME_AND_BIRTH


def test_a_name_without_any_birth_is_proposed_as_a_name_only(office: Workspace) -> None:
    assert [m.reason for m in proposed(office, "Leila", "Demir", birth_date=BORN)] == [MatchReason.NAME]
    assert [m.reason for m in proposed(office, "Mohammed", "Öberg")] == [MatchReason.NAME]


def test_a_protected_person_is_proposed_by_code_and_birth_date_only(office: Workspace) -> None:
    assert proposed(office, "Amir", "Haddad") == []
    (match,) = proposed(office, "Amir", "Haddad", birth_date=date(2003, 9, 9))
    assert (match.code_name, match.protected, match.birth_year) == ("P004", True, None)


def test_half_a_number_and_no_name_propose_nobody(office: Workspace) -> None:
    assert proposed(office, personal_number="1999") == []
    assert proposed(office) == []


def test_words_of_the_index_are_no_commands(office: Workspace) -> None:
    assert proposed(office, 'OR "x" NEAR', "AND *") == []
