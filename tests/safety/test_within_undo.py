"""A colleague with a key and the undo key: what is in a register, locked or somebody else's to decide is not undone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from kit.people import person
from kit.vaults import CHEAP, SettableClock, new_vault

from gvi_desktop.domain.disclosure import Disclosure
from gvi_desktop.domain.errors import RefusedError
from gvi_desktop.domain.group import Group, GroupDraft
from gvi_desktop.domain.notification import Notification, NotificationDraft, Outcome, TeamMember
from gvi_desktop.domain.user import Role, User
from gvi_desktop.services import groups, journalfile, notifications, undo, users
from gvi_desktop.services.journalview import JournalQuery
from gvi_desktop.services.workspace import Workspace


@pytest.fixture
def clock() -> SettableClock:
    return SettableClock()


@pytest.fixture
def office(tmp_path: Path, clock: SettableClock) -> Iterator[Workspace]:
    opened = new_vault(tmp_path / "a.gvi", clock=clock)
    yield opened
    opened.close()


def visit(office: Workspace, **more: object) -> str:
    draft = NotificationDraft(
        person=person(office), on=date(2026, 11, 20), outcome=Outcome.NOT_HOME, team=(TeamMember("Polisen"),), **more
    )  # type: ignore[arg-type]
    return office.write(notifications.log, draft)


def test_what_left_as_a_file_stays_in_the_register(office: Workspace, tmp_path: Path) -> None:
    journalfile.save(office, JournalQuery(), "csv", tmp_path / "j.csv")
    with pytest.raises(RefusedError, match="nothing_to_undo"):
        office.write(undo.undo)
    assert office.read(lambda unit: unit.count(Disclosure)) == 1


def test_a_visit_that_has_been_locked_is_not_undone(office: Workspace, clock: SettableClock) -> None:
    made = visit(office)
    clock.move(hours=25)
    with pytest.raises(RefusedError, match="notification_locked"):
        office.write(undo.undo)
    assert office.read(lambda unit: unit.count(Notification)) == 1
    stored = office.read(notifications.get, made)
    office.write(notifications.change, made, replace(stored, next_step_on=date(2026, 12, 1)))
    office.write(undo.undo)
    assert office.read(notifications.get, made).next_step_on is None


def test_a_visit_that_was_undone_can_come_again_and_stays_then(office: Workspace, clock: SettableClock) -> None:
    visit(office)
    office.write(undo.undo)
    clock.move(hours=25)
    office.write(undo.redo)
    assert office.read(lambda unit: unit.count(Notification)) == 1
    with pytest.raises(RefusedError, match="notification_locked"):
        office.write(undo.undo)


def test_changing_a_visit_does_not_begin_its_day_anew(office: Workspace, clock: SettableClock) -> None:
    made = visit(office)
    clock.move(hours=20)
    before = office.read(notifications.get, made)
    draft = NotificationDraft(
        person=before.person, on=before.on, outcome=Outcome.MOVED, team=before.team, corrected=True, imported=True
    )
    office.write(notifications.change, made, draft)
    after = office.read(notifications.get, made)
    assert (after.logged_at, after.corrected, after.imported) == (before.logged_at, False, False)


def test_the_last_coordinator_is_not_undone(office: Workspace) -> None:
    other = users.add(office, "Bo Alm", Role.STAFF, "fyra blåa kor", cost=CHEAP)
    office.write(users.change_role, other, Role.COORDINATOR)
    office.write(users.change_role, office.user.id, Role.ADMINISTRATOR)
    with pytest.raises(RefusedError, match="nothing_to_undo"):
        office.write(undo.undo)
    found: dict[str, User] = {one.id: one for one in office.read(users.listed)}
    assert (found[other].role, office.user.role) == (Role.COORDINATOR, Role.ADMINISTRATOR)


def test_undo_and_redo_are_for_those_who_may_write(office: Workspace) -> None:
    kim = users.add(office, "Kim Lund", Role.STAFF, "fyra blåa kor", cost=CHEAP)
    stored: User = office.read(lambda unit: unit.get(User, kim))
    staff, reading = stored, [replace(stored, role=role) for role in (Role.READER, Role.ADMINISTRATOR)]
    office.user = staff
    office.write(groups.add, GroupDraft(name="Väster", area="Oxhagen"))
    for step in (undo.undo, undo.redo):
        for one in reading:
            office.user = one
            with pytest.raises(RefusedError, match="not_allowed"):
                office.write(step)
        office.user = staff
        office.write(step)
    assert [one.name for one in office.read(lambda unit: unit.find(Group))] == ["Väster"]
