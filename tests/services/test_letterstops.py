"""What stops a letter, who may make one, and that nothing stopped is ever printed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from kit.callins import add_script
from kit.letterbox import called, noted, register, two_called, under_supervision, with_office
from kit.vaults import new_vault

from gvi_desktop.domain.block import Message
from gvi_desktop.domain.disclosure import DisclosureWay
from gvi_desktop.domain.errors import RefusedError
from gvi_desktop.domain.guardian import GuardianDraft
from gvi_desktop.domain.notification import NotificationDraft, Outcome, TeamMember
from gvi_desktop.domain.office import Office
from gvi_desktop.domain.person import GuardianDecision, Person, Protection
from gvi_desktop.domain.script import Script, ScriptStatus
from gvi_desktop.domain.user import Role, User
from gvi_desktop.services import guardians, letters, notifications
from gvi_desktop.services.unit import Unit
from gvi_desktop.services.workspace import Workspace


@pytest.fixture
def ws(tmp_path: Path) -> Iterator[Workspace]:
    opened = new_vault(tmp_path / "office.gvi")
    opened.write(with_office)
    yield opened
    opened.close()


def codes(prepared: letters.Prepared) -> set[tuple[str, str]]:
    return {(stop.who, stop.code) for stop in prepared.stops}


def acting_as(ws: Workspace, role: Role) -> None:
    ws.write(lambda unit: unit.change(User, unit.user.id, role=role))


def test_everything_that_stops_a_notice_is_told_by_code_name(ws: Workspace) -> None:
    def made(unit: Unit) -> None:
        people = [
            under_supervision(unit, "Fri-1"),
            under_supervision(unit, "Barn-1", birth_year=2010),
            under_supervision(unit, "Dold-1", protection=Protection.CONFIDENTIALITY),
            under_supervision(unit, "Namnlös-1", given_name=""),
            under_supervision(unit, "Ny-1", imported=True),
            under_supervision(unit, "Kina-1", given_name="你好"),
        ]
        called(unit, *people)

    ws.write(made)
    prepared = ws.read(letters.prepare, "notice", callin=1)
    assert codes(prepared) >= {
        ("Barn-1", "minor_without_guardian_decision"),
        ("Dold-1", "person_protected"),
        ("Namnlös-1", "empty_field"),
        ("Ny-1", "person_imported_unreviewed"),
        ("Kina-1", "missing_glyph"),
    }
    for language in ("sv", "en"):
        told = [letters.sentence(stop, language) for stop in prepared.stops]
        assert all(line.endswith((".", ")")) and "_" not in line for line in told), told
    with pytest.raises(RefusedError, match="letter_stopped"):
        ws.write(letters.make, prepared)
    assert not register(ws)
    made_for = ws.write(letters.make, prepared, leave_out_stopped=True)
    assert made_for.left_out == ("Barn-1", "Dold-1", "Kina-1", "Namnlös-1", "Ny-1") and len(register(ws)) == 1


def test_a_stop_that_arose_since_the_people_were_chosen_still_stops(ws: Workspace) -> None:
    ws.write(two_called)
    prepared = ws.read(letters.prepare, "notice", callin=1)
    person = prepared.people[0].id
    ws.write(lambda unit: unit.change(Person, person, protection=Protection.REGISTRATION))
    with pytest.raises(RefusedError, match="letter_stopped"):
        ws.write(letters.make, prepared)


def test_an_exception_for_protected_identity_has_a_reason_that_is_kept(ws: Workspace) -> None:
    one = ws.write(under_supervision, "Dold-1", protection=Protection.CONFIDENTIALITY)
    assert codes(ws.read(letters.prepare, "notification", person="Dold-1")) == {("Dold-1", "person_protected")}
    prepared = ws.read(letters.prepare, "notification", person="Dold-1", exceptions=((one, "Beslut 12/26"),))
    assert not prepared.stops
    ws.write(letters.make, prepared)
    (seen,) = noted(ws, "reveal")
    assert seen.values is not None and "Beslut 12/26" in str(seen.values["/said"][1])  # goes with an erasure
    blank = ws.read(letters.prepare, "notification", person="Dold-1", exceptions=((one, "  "),))
    assert codes(blank) == {("Dold-1", "person_protected")}


def test_a_guardian_found_unsuitable_or_unknown_gets_no_letter(ws: Workspace) -> None:
    child = ws.write(under_supervision, "Barn-1", birth_year=2010)
    assert codes(ws.read(letters.prepare, "guardian", person="Barn-1")) == {("Barn-1", "letter_guardian_unknown")}
    ws.write(guardians.add, GuardianDraft(person=child, name="Maria"))
    ws.write(lambda unit: unit.change(Person, child, guardian_decision=GuardianDecision.NOT_SUITABLE))
    assert codes(ws.read(letters.prepare, "guardian", person="Barn-1")) == {("Barn-1", "letter_guardian_unsuitable")}


def test_a_phone_number_missing_on_the_card_stops_it_for_everybody(ws: Workspace) -> None:
    ws.write(two_called)
    ws.write(lambda unit: unit.change(Office, unit.office.id, phone=""))
    prepared = ws.read(letters.prepare, "card", callin=1)
    assert {(stop.code, stop.person) for stop in prepared.stops} == {("empty_field", None)}
    with pytest.raises(RefusedError, match="letter_stopped"):
        ws.write(letters.make, prepared, leave_out_stopped=True)


def test_a_reader_makes_no_letters_and_staff_no_files(ws: Workspace) -> None:
    ws.write(two_called)
    prepared = ws.read(letters.prepare, "notice", callin=1)
    acting_as(ws, Role.STAFF)
    with pytest.raises(RefusedError, match="not_allowed"):
        ws.write(letters.make, prepared)
    assert ws.write(letters.make, prepared, way=DisclosureWay.PRINT).numbers
    acting = ws.user
    assert acting.role is Role.STAFF


def test_a_letter_does_not_repeat_a_script_that_no_longer_holds(ws: Workspace) -> None:
    def talked(unit: Unit) -> str:
        script = add_script(unit, Message.HELP)
        one = under_supervision(unit, "Tall-1")
        team = (TeamMember("Polisen"),)
        draft = NotificationDraft(person=one, on=unit.today, team=team, outcome=Outcome.REACHED, script=script)
        notifications.log(unit, draft)
        return script

    script = ws.write(talked)
    assert not ws.read(letters.prepare, "notification", person="Tall-1").stops
    ws.write(lambda unit: unit.change(Script, script, status=ScriptStatus.RETIRED))
    assert codes(ws.read(letters.prepare, "notification", person="Tall-1")) == {("Tall-1", "script_unapproved")}


def test_a_minor_whose_guardian_has_declined_gets_no_letter(ws: Workspace) -> None:
    grounds = {"best_interests": "Behöver stöd.", "minor_proposed_by": "A", "minor_approved_by": "B"}
    child = ws.write(under_supervision, "Barn-1", birth_year=2010)
    decided = GuardianDecision.DECLINES
    ws.write(lambda unit: unit.change(Person, child, guardian_decision=decided, **grounds))
    found = codes(ws.read(letters.prepare, "notification", person="Barn-1"))
    assert found == {("Barn-1", "invitee_guardian_declines")}
