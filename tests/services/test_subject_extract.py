"""The subject access extract says everything of one person and nothing of anybody else."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from kit.callins import add_callin, add_group, add_person
from kit.letters import text
from kit.vaults import new_vault

from gvi_desktop.domain.disclosure import Disclosure
from gvi_desktop.domain.errors import RefusedError, VaultError
from gvi_desktop.domain.guardian import GuardianDraft
from gvi_desktop.domain.help import Help, HelpDraft, HelpKind
from gvi_desktop.domain.notification import NotificationDraft, Outcome, TeamMember
from gvi_desktop.domain.record import Compartment
from gvi_desktop.domain.user import Role, User
from gvi_desktop.services import guardians, invitees, notifications, people, subject_extract
from gvi_desktop.services.subject_extract import SecrecyTest
from gvi_desktop.services.unit import Unit
from gvi_desktop.services.workspace import Workspace
from gvi_desktop.storage import journal

TESTED = SecrecyTest("Lina Jurist", "Inget hinder, se beslut 7.")


@pytest.fixture
def ws(tmp_path: Path) -> Iterator[Workspace]:
    opened = new_vault(tmp_path / "office.gvi")
    yield opened
    opened.close()


def known(unit: Unit) -> str:
    """Elias, of whom there is something in many places; and Samir, who must stand in none of them."""
    elias = add_person(
        unit, "Tall-1", add_group(unit, "Norr"), given_name="Elias", family_name="Öberg", address="Storgatan 1",
        birth_year=1999, note="Umgås med Samir Åkesson.",
    )  # fmt: skip
    samir = add_person(unit, "Björk-1", given_name="Samir", family_name="Åkesson")
    guardians.add(unit, GuardianDraft(person=elias, name="Maria Öberg", phone="070-1740605"))
    callin = add_callin(unit)
    invitees.invite(unit, callin, [elias, samir])
    team = (TeamMember("Polisen", "Per Stenberg"),)
    notifications.log(
        unit,
        NotificationDraft(
            person=elias, on=unit.today, team=team, outcome=Outcome.REACHED, next_step="Träffa Samir igen på fredag."
        ),
    )
    unit.add(Help, HelpDraft(person=elias, asked_on=unit.today, help_kind=HelpKind.HOUSING, provider="Bostadslaget"))
    return elias


def test_everything_of_the_person_stands_there_and_nobody_else(ws: Workspace) -> None:
    elias = ws.write(known)
    said = text(ws.write(subject_extract.make, elias, TESTED))
    for part in ("Elias", "Öberg", "Tall-1", "Storgatan 1", "Norr", "1999", "Polisen", "Bostadslaget", "Maria Öberg"):
        assert part in said, part
    for other in ("Samir", "Åkesson", "Björk-1", "Stenberg", "070-1740605"):
        assert other not in said, other
    assert "Träffa [annan person] igen på fredag." in said


def test_it_is_entered_in_the_journal_and_among_the_disclosures(ws: Workspace) -> None:
    elias = ws.write(known)
    ws.write(subject_extract.make, elias, TESTED)
    entries = ws.read(lambda unit: list(journal.entries(unit.connection, record=elias)))
    assert {"extract", "reveal"} <= {one.action for one in entries}
    (told,) = ws.read(lambda unit: unit.find(Disclosure))
    assert (told.decided_by, told.weighing, told.people) == (TESTED.by, TESTED.result, frozenset({elias}))
    assert told.on == date(2026, 11, 22)


def test_a_part_that_secrecy_covers_can_be_left_out(ws: Workspace) -> None:
    elias = ws.write(known)
    tested = SecrecyTest("Lina Jurist", "Hjälpen omfattas.", frozenset({Compartment.HELP}))
    said = text(ws.write(subject_extract.make, elias, tested))
    assert "Bostadslaget" not in said and "Efter sekretessprövning" in said


@pytest.mark.parametrize("tested", [SecrecyTest("", "ja"), SecrecyTest("Lina", "  ")])
def test_without_a_secrecy_test_there_is_no_extract(ws: Workspace, tested: SecrecyTest) -> None:
    elias = ws.write(known)
    with pytest.raises(RefusedError, match="letter_secrecy_untested"):
        ws.write(subject_extract.make, elias, tested)


def test_staff_makes_no_extract(ws: Workspace) -> None:
    elias = ws.write(known)
    ws.write(lambda unit: unit.change(User, unit.user.id, role=Role.STAFF))
    with pytest.raises(RefusedError, match="not_allowed"):
        ws.write(subject_extract.make, elias, TESTED)


def test_a_file_that_cannot_be_written_leaves_no_trace(ws: Workspace, tmp_path: Path) -> None:
    elias = ws.write(known)
    with pytest.raises(VaultError):
        ws.write(subject_extract.save, elias, TESTED, tmp_path / "gone" / "x.pdf")
    assert not ws.read(lambda unit: unit.find(Disclosure))
    assert ws.read(people.get, elias).code_name == "Tall-1"
