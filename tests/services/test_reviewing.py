"""The walk through overdue reviews: what is due, what it rests on, and how each ends in one step of its own."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from kit.people import TODAY, group, link, person, second_user
from kit.vaults import SettableClock

from gvi_desktop.domain.errors import NotFoundError, RefusedError
from gvi_desktop.domain.group import Group, GroupStatus
from gvi_desktop.domain.membership import Membership, Reliability
from gvi_desktop.domain.notification import Notification, NotificationDraft, Outcome
from gvi_desktop.domain.person import Person, PersonRole, Protection
from gvi_desktop.domain.user import Role
from gvi_desktop.services import history, memberships, reviewing, undo
from gvi_desktop.services.workspace import Workspace

LATER = date(2027, 5, 1)


@pytest.fixture
def due(office: Workspace, clock: SettableClock) -> dict[str, str]:
    """A link, a person and a group whose reviews have come, in that order; and one of each that have not."""
    north = group(office, next_review_on=date(2027, 3, 3))
    one = person(office, next_review_on=date(2027, 3, 2), role=PersonRole.MESSENGER)
    made = link(office, one, north, review_on=date(2027, 3, 1))
    link(office, person(office, "B", "B"), group(office, "Södra"))
    clock.set_day(date(2027, 3, 10))
    return {"membership": made, "person": one, "group": north}


def test_the_walk_begins_with_what_is_longest_overdue(office: Workspace, due: dict[str, str]) -> None:
    found = office.read(reviewing.walk)
    assert [(turn.kind, turn.id) for turn in found.turns] == list(due.items())
    assert found.left == 3
    put_off = office.read(reviewing.walk, {due["membership"]})
    assert [turn.kind for turn in put_off.turns] == ["person", "group"] and put_off.left == 3


@pytest.mark.parametrize("kind", reviewing.KINDS)
def test_keeping_sets_the_next_review_with_a_reason_and_is_undone_in_one_step(
    office: Workspace, due: dict[str, str], kind: str
) -> None:
    before = office.read(reviewing.walk)
    office.write(reviewing.keep, kind, due[kind], LATER, "Fortfarande aktuell.")
    assert kind not in [turn.kind for turn in office.read(reviewing.walk).turns]
    noted = [one for one in office.read(history.of_record, due[kind]) if one.action == "review"]
    assert [one.detail for one in noted] == ["Fortfarande aktuell."]
    office.write(undo.undo)
    assert office.read(reviewing.walk) == before


@pytest.mark.parametrize("kind", reviewing.KINDS)
@pytest.mark.parametrize(("day", "why"), [(None, "Ja"), (date(2027, 3, 10), "Ja"), (LATER, " ")])
def test_nothing_is_kept_without_a_day_ahead_and_a_reason(
    office: Workspace, due: dict[str, str], kind: str, day: date | None, why: str
) -> None:
    with pytest.raises(RefusedError):
        office.write(reviewing.keep, kind, due[kind], day, why)
    assert office.read(reviewing.walk).left == 3


def test_an_imported_link_is_not_kept_before_it_is_complete(office: Workspace, due: dict[str, str]) -> None:
    old: dict[str, Any] = {"imported": True, "basis": "", "reliability": Reliability.UNKNOWN}
    office.write(lambda unit: unit.change(Membership, due["membership"], **old))
    with pytest.raises(RefusedError) as refused:
        office.write(reviewing.keep, "membership", due["membership"], LATER, "Ja")
    assert {one.field for one in refused.value.problems} == {"basis", "reliability"}


def test_closing_ends_the_link_frees_the_person_and_closes_the_group(office: Workspace, due: dict[str, str]) -> None:
    office.write(reviewing.close, "person", due["person"], "Har lämnat.")
    freed = office.read(lambda unit: unit.get(Person, due["person"]))
    assert freed.role is PersonRole.NOT_SUSPECTED and freed.next_review_on and freed.next_review_on > date(2027, 3, 10)
    held = office.read(memberships.get, due["membership"]).membership
    assert held.to_on == date(2027, 3, 10)
    office.write(reviewing.close, "group", due["group"], "Upplöst.")
    assert office.read(lambda unit: unit.get(Group, due["group"])).status is GroupStatus.CLOSED
    assert office.read(reviewing.walk).left == 0


@pytest.mark.parametrize("kind", reviewing.KINDS)
def test_erasing_leaves_nothing_and_is_not_for_staff(office: Workspace, due: dict[str, str], kind: str) -> None:
    office.write(reviewing.erase, kind, due[kind], "Saknar grund.")
    with pytest.raises(NotFoundError):
        office.read(reviewing.look, kind, due[kind])
    staff = second_user(office, Role.STAFF)
    with pytest.raises(RefusedError, match="not_allowed"):
        staff.write(reviewing.erase, kind, "x", "Saknar grund.")
    staff.close()


def test_a_group_that_something_has_happened_to_is_closed_not_erased(office: Workspace, due: dict[str, str]) -> None:
    talk = NotificationDraft(person=due["person"], group=due["group"], on=TODAY, outcome=Outcome.REACHED)
    office.write(lambda unit: unit.add(Notification, talk))
    with pytest.raises(RefusedError, match="group_has_history"):
        office.write(reviewing.erase, "group", due["group"], "Saknar grund.")
    assert office.read(memberships.of_group, due["group"])


def test_it_shows_source_and_basis_what_has_happened_and_what_was_changed_since(
    office: Workspace, due: dict[str, str], clock: SettableClock
) -> None:
    def more(unit: Any) -> None:
        unit.add(Notification, NotificationDraft(person=due["person"], on=date(2027, 2, 1), outcome=Outcome.REACHED))
        unit.change(Person, due["person"], language="arabiska")

    office.write(more)
    for kind in ("membership", "person"):
        looked = office.read(reviewing.look, kind, due[kind])
        assert looked.since == TODAY and looked.links[0].membership.source == "Polisen, kartläggning"
        assert "talk" in [one.what for one in looked.happened]
    assert "language" in [field for one in looked.changed for field in one.fields]
    office.write(reviewing.keep, "person", due["person"], LATER, "Ja")
    clock.set_day(date(2027, 5, 2))
    again = office.read(reviewing.look, "person", due["person"])
    assert again.since == date(2027, 3, 10) and "talk" not in [one.what for one in again.happened]


def test_somebody_with_protected_identity_is_shown_by_code_name_only(office: Workspace, due: dict[str, str]) -> None:
    office.write(lambda unit: unit.change(Person, due["person"], protection=Protection.REGISTRATION))
    for kind, record_id in due.items():
        assert "Hassan" not in repr(office.read(reviewing.look, kind, record_id))
