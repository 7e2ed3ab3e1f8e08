"""Lifting somebody's protection: a reason is asked everywhere, kept in the history, and no undoing goes round it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from kit import workbooks
from kit.people import person
from kit.quartet import quartet
from kit.vaults import new_vault

from gvi_desktop.domain.errors import RefusedError
from gvi_desktop.domain.person import Person, Protection
from gvi_desktop.services import conflicts, history, importing, people, undo
from gvi_desktop.services.workspace import Workspace

HIDING = (Protection.CONFIDENTIALITY, Protection.REGISTRATION)
WHY = "Skatteverket har hävt skyddet."


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Workspace]:
    workspace = new_vault(tmp_path / "a.gvi")
    yield workspace
    workspace.close()


def lift(office: Workspace, who: str, why: str = "", to: Protection = Protection.NONE) -> None:
    shown = office.read(people.get, who)
    office.write(people.change, who, replace(shown, protection=to), why)


def protection(office: Workspace, who: str) -> Protection:
    return office.read(lambda unit: unit.get(Person, who)).protection


@pytest.mark.parametrize("before", HIDING)
def test_without_a_reason_no_protection_is_lifted(office: Workspace, before: Protection) -> None:
    who = person(office, protection=before)
    for why in ("", "   "):
        with pytest.raises(RefusedError, match="lift_without_reason"):
            lift(office, who, why)
    with pytest.raises(RefusedError, match="too_long"):
        lift(office, who, "x" * 201)
    assert protection(office, who) is before


@pytest.mark.parametrize("before", HIDING)
def test_the_reason_stands_in_the_history_with_who_gave_it(office: Workspace, before: Protection) -> None:
    who = person(office, protection=before)
    lift(office, who, f" {WHY} ")
    assert protection(office, who) is Protection.NONE
    told = [one for one in office.read(history.of_record, who) if one.action == "protect"]
    assert [(one.by, one.detail) for one in told] == [("Anna Ek", WHY)]
    assert office.read(history.verify) == []


def test_raising_and_changing_between_two_protections_ask_for_nothing(office: Workspace) -> None:
    who = person(office)
    for to in HIDING:
        lift(office, who, to=to)
    assert protection(office, who) is Protection.REGISTRATION


def test_undo_lifts_nothing_but_takes_back_a_lifting(office: Workspace) -> None:
    who = person(office)
    lift(office, who, to=Protection.CONFIDENTIALITY)
    with pytest.raises(RefusedError, match="lift_by_undo"):
        office.write(undo.undo)
    lift(office, who, WHY)
    office.write(undo.undo)
    assert protection(office, who) is Protection.CONFIDENTIALITY
    with pytest.raises(RefusedError, match="lift_by_undo"):
        office.write(undo.redo)


def test_a_person_who_was_entered_as_protected_by_mistake_is_still_taken_back_whole(office: Workspace) -> None:
    person(office, protection=Protection.CONFIDENTIALITY)
    office.write(undo.undo)
    assert office.read(lambda unit: unit.find(Person)) == []


def test_imports_go_on_as_before(office: Workspace, tmp_path: Path) -> None:
    rows = [["Kod", "Förnamn", "Efternamn", "Skyddad identitet"], ["Q1", "Kim", "Lund", "Sekretessmarkering"]]
    workbooks.xlsx(tmp_path / "p.xlsx", Personer=rows)
    office.write(importing.take_in, office.read(importing.preview, tmp_path / "p.xlsx"))
    assert [one.protection for one in office.read(lambda unit: unit.find(Person))] == [Protection.CONFIDENTIALITY]
    office.write(undo.undo)


def test_choosing_no_protection_of_two_versions_asks_for_the_reason(tmp_path: Path) -> None:
    with quartet(tmp_path) as offices:
        offices.meet()
        who = person(offices.anna)
        offices.take(offices.send(offices.anna, "Bo"))
        lift(offices.anna, who, to=Protection.CONFIDENTIALITY)
        lift(offices.bo, who, to=Protection.REGISTRATION)
        lift(offices.bo, who, WHY)
        offices.take(offices.send(offices.anna, "Bo", named=(who,), note="Behövs."))
        (found,) = [one for one in offices.bo.read(conflicts.listed) if one.field == "protection"]
        choice = (found.kind, found.id, found.field, "none")
        with pytest.raises(RefusedError, match="lift_without_reason"):
            offices.bo.write(conflicts.choose, *choice)
        offices.bo.write(conflicts.choose, *choice, WHY)
        assert protection(offices.bo, who) is Protection.NONE
        told = [one.detail for one in offices.bo.read(history.newest, 20) if one.action == "protect"]
        assert told[0] == WHY
