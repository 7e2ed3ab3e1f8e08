"""The same person spelt differently: recognised where it is certain, proposed where it may be, never joined unasked."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from kit import workbooks

from gvi_desktop.domain.notification import Notification
from gvi_desktop.domain.person import Person, PersonDraft, Protection
from gvi_desktop.services import importing, people
from gvi_desktop.services.importing import Preview, Result, Why
from gvi_desktop.services.workspace import Workspace

HEAD = ["Nr", "Namn", "Personnummer"]


def known(vault: Workspace, **more: Any) -> str:
    values = {"code_name": "V1", "given_name": "Mohamed", "family_name": "Farah", "birth_date": date(1997, 11, 27)}
    return vault.write(people.add, PersonDraft(**{**values, **more}))


def look(vault: Workspace, folder: Path, *rows: list[Any], **sheets: Any) -> Preview:
    path = workbooks.xlsx(folder / "people.xlsx", **({"Personer": [HEAD, *rows]} if rows else {}), **sheets)
    return vault.read(importing.preview, path)


def take(vault: Workspace, shown: Preview, decisions: dict[str, str] | None = None) -> Result:
    return vault.write(importing.take_in, shown, decisions)


def everybody(vault: Workspace) -> list[Person]:
    return vault.read(lambda unit: unit.find(Person))


@pytest.mark.parametrize(
    "row",
    [
        ["V1", "", ""],
        ["V1", "Muhammed Farah", ""],
        ["", "Anders Farah", "971127-2394"],
        ["X9", "MOHAMED FARAH", "1997-11-27"],
        ["", "Farah, Mohamed", "27 nov 1997"],
    ],
    ids=["code", "code and a name that sounds alike", "number", "name and birth", "name and birth another way"],
)
def test_who_is_certainly_known_is_recognised(vault: Workspace, tmp_path: Path, row: list[Any]) -> None:
    known(vault, personal_number="19971127-2394")
    shown = look(vault, tmp_path, row)
    assert (shown.matched_people, shown.proposals, shown.accepted) == (1, (), {})
    take(vault, shown)
    assert len(everybody(vault)) == 1


@pytest.mark.parametrize(
    ("row", "why"),
    [
        (["", "Muhammed Faarah", "1997-11-27"], Why.SOUND_AND_BIRTH),
        (["", "Mohammed Farah", ""], Why.SOUND),
        (["", "Mohamed Farah", ""], Why.SAME_NAME),
        (["V1", "Leo Abdi", ""], Why.SAME_NUMBER),
    ],
)
def test_who_may_be_known_is_proposed_and_otherwise_new(
    vault: Workspace, tmp_path: Path, row: list[Any], why: Why
) -> None:
    person = known(vault)
    shown = look(vault, tmp_path, row)
    (proposal,) = shown.proposals
    assert (proposal.why, proposal.row, [one.id for one in proposal.candidates]) == (why, 2, [person])
    assert shown.accepted == {"person": 1}
    take(vault, shown)
    assert len({one.code_name for one in everybody(vault)}) == 2


def test_a_decision_joins_them(vault: Workspace, tmp_path: Path) -> None:
    person = known(vault)
    visits = [["Datum", "Namn", "Utfall"], ["2022-11-07", "Muhammed Faarah", "Genomfört"]]
    shown = look(vault, tmp_path, ["", "Muhammed Faarah", "1997-11-27"], Samtal=visits)
    take(vault, shown, {shown.proposals[0].key: person})
    assert len(everybody(vault)) == 1
    assert [one.person for one in vault.read(lambda unit: unit.find(Notification))] == [person]


def test_another_birth_or_number_means_another_person(vault: Workspace, tmp_path: Path) -> None:
    known(vault, personal_number="19971127-2394")
    shown = look(vault, tmp_path, ["", "Mohamed Farah", "1998-03-27"], ["", "Mohamed Farah", "19971127-2386"])
    assert shown.proposals == ()
    assert shown.accepted == {"person": 2}


def test_two_rows_with_one_number_are_one_person(vault: Workspace, tmp_path: Path) -> None:
    visits = [["Datum", "Nr", "Utfall"], ["2022-11-07", "A1", "Nådd"], ["2022-11-08", "B7", "Nådd"]]
    rows = (["A1", "Mohamed Farah", "19971127-2394"], ["B7", "Muhamed Farah", "971127-2394"])
    take(vault, look(vault, tmp_path, *rows, Samtal=visits))
    (person,) = everybody(vault)
    assert {one.person for one in vault.read(lambda unit: unit.find(Notification))} == {person.id}
    assert person.code_name == "A1"


def test_two_rows_that_sound_alike_are_asked_about(vault: Workspace, tmp_path: Path) -> None:
    rows = (["A1", "Mohamed Farah", "1997-11-27"], ["B7", "Muhammed Faarah", "1997-11-27"])
    shown = look(vault, tmp_path, *rows)
    (proposal,) = shown.proposals
    (candidate,) = proposal.candidates
    assert (proposal.row, candidate.row, candidate.in_vault) == (3, 2, False)
    assert shown.accepted == {"person": 2}
    take(vault, shown, {proposal.key: candidate.id})
    assert [one.code_name for one in everybody(vault)] == ["A1"]


@pytest.mark.parametrize(
    ("rows", "visit", "code"),
    [
        ([["A1", "Leo Abdi", ""], ["A1", "Åke Öberg", ""]], ["2022-11-07", "A1", "", "Nådd"], "number_twice"),
        ([["A1", "Leo Abdi", "19971114-2381"], ["A2", "Åke Öberg", "19971114-2381"]],
         ["2022-11-07", "A1", "", "Nådd"], "number_twice"),
        ([["A1", "Leo Abdi", ""]], ["2022-11-07", "A1", "Åke Öberg", "Nådd"], "name_and_number_differ"),
        ([["A1", "Leo Abdi", ""]], ["2022-11-07", "A7", "Leo Abdi", "Nådd"], "number_unknown"),
        ([["A1", "Leo Abdi", "1997"], ["A2", "Leo Abdi", "1998"]], ["2022-11-07", "", "Leo Abdi", "Nådd"],
         "several_of_that_name"),
    ],
)  # fmt: skip
def test_what_cannot_be_told_is_rejected(
    vault: Workspace, tmp_path: Path, rows: list[list[Any]], visit: list[Any], code: str
) -> None:
    shown = look(vault, tmp_path, *rows, Samtal=[["Datum", "Nr", "Namn", "Utfall"], visit])
    assert [one.code for one in shown.rejected] == [code]


def test_people_whom_only_other_sheets_name_are_made_once(vault: Workspace, tmp_path: Path) -> None:
    visits = [["Datum", "Namn", "Utfall"], ["2022-11-07", "Leo Abdi", "Nådd"], ["2022-11-08", "ABDI, Leo", "Ej hemma"]]
    shown = look(vault, tmp_path, Samtal=visits)
    take(vault, shown)
    assert [(one.full_name, one.code_name) for one in everybody(vault)] == [("Leo Abdi", "P001")]
    again = look(vault, tmp_path, Samtal=visits)
    assert (again.accepted, again.matched_people, again.same) == ({}, 1, {"notification": 2})


def test_two_visits_on_one_day_are_two_but_not_four(vault: Workspace, tmp_path: Path) -> None:
    visits = [["Datum", "Nr", "Utfall"], ["2022-11-07", "A1", "Ej hemma"], ["2022-11-07", "A1", "Ej hemma"]]
    for _ in range(2):
        take(vault, look(vault, tmp_path, ["A1", "Leo Abdi", ""], Samtal=visits))
    assert len(vault.read(lambda unit: unit.find(Notification))) == 2


def test_a_taken_code_name_gives_way_to_a_new_one(vault: Workspace, tmp_path: Path) -> None:
    known(vault)
    take(vault, look(vault, tmp_path, ["V1", "Leo Abdi", "1990-01-01"], ["", "Åke Öberg", ""]))
    assert sorted(one.code_name for one in everybody(vault)) == ["P001", "P002", "V1"]


def test_a_protected_person_is_shown_by_code_alone(vault: Workspace, tmp_path: Path) -> None:
    known(vault, protection=Protection.CONFIDENTIALITY)
    rows = [[*HEAD, "Skyddad identitet", "Telefon"], ["A1", "Mohammed Farah", "1997-11-27", "J", "070-1"]]
    path = workbooks.xlsx(tmp_path / "a.xlsx", Personer=rows)
    shown = vault.read(importing.preview, path)
    (proposal,) = shown.proposals
    assert proposal.name == "A1"
    assert [(one.code_name, one.birth_year) for one in proposal.candidates] == [("V1", None)]
    assert shown.rows[0].cells == ("A1",)
    take(vault, shown)
    (made,) = [one for one in everybody(vault) if one.code_name == "A1"]
    assert made.contact_ways == ()
