"""Links between people and groups: their grounds, their approval, their end."""

from dataclasses import replace
from datetime import date

import pytest
from kit.people import NEXT_YEAR, OTHER, TODAY, group, link, linked, person, second_user
from kit.vaults import SettableClock

from gvi_desktop.domain.errors import NotFoundError, RefusedError
from gvi_desktop.domain.group import GroupDraft, GroupStatus
from gvi_desktop.domain.membership import Accuracy, Membership, MembershipDraft, Reliability
from gvi_desktop.domain.user import Role
from gvi_desktop.services import groups, memberships, profile, rounds, waiting
from gvi_desktop.services.belonging import group_on, groups_of
from gvi_desktop.services.workspace import Workspace
from gvi_desktop.storage import journal


def fields(refused: pytest.ExceptionInfo[RefusedError]) -> set[tuple[str, str | None]]:
    return {(problem.code, problem.field) for problem in refused.value.problems}


@pytest.mark.parametrize("name", ["source", "basis", "review_on"])
def test_no_link_without_source_basis_and_review(office: Workspace, name: str) -> None:
    draft = replace(linked(person(office), group(office)), **{name: None if name == "review_on" else " "})
    with pytest.raises(RefusedError) as refused:
        office.write(memberships.add, draft)
    assert fields(refused) == {("missing", name)}


def test_both_ends_are_known(office: Workspace) -> None:
    with pytest.raises(RefusedError) as refused:
        office.write(memberships.add, linked("nobody", "nothing"))
    assert fields(refused) == {("unknown_record", "person"), ("unknown_record", "group")}


def test_one_link_holds_at_a_time(office: Workspace) -> None:
    one, north = person(office), group(office)
    first = link(office, one, north)
    with pytest.raises(RefusedError) as refused:
        link(office, one, north)
    assert fields(refused) == {("membership_already_member", "group")}
    office.write(memberships.end, first, date(2026, 11, 1))
    link(office, one, north)
    assert office.read(groups_of, [one]) == {one: ("Norra",)}


def test_nobody_is_linked_to_a_closed_group(office: Workspace) -> None:
    closed = group(office, status=GroupStatus.CLOSED)
    with pytest.raises(RefusedError) as refused:
        link(office, person(office), closed)
    assert fields(refused) == {("membership_group_closed", "group")}


def test_who_made_a_link_cannot_approve_it_and_another_can(office: Workspace) -> None:
    made = link(office, person(office), group(office), approved=False)
    with pytest.raises(RefusedError, match="membership_approved_by_maker"):
        office.write(memberships.approve, made)
    other = second_user(office)
    other.write(memberships.approve, made)
    held = other.read(memberships.get, made).membership
    assert (held.approved_by, held.approved_on) == (OTHER, TODAY)
    other.close()


def test_who_changes_the_grounds_cannot_approve_them_either(office: Workspace) -> None:
    made = link(office, person(office), group(office), approved=False)
    other = second_user(office)
    other.write(memberships.approve, made)
    held = other.read(memberships.get, made).membership
    other.write(memberships.change, made, replace(held, basis="Något annat."))
    assert other.read(memberships.get, made).membership.approved_by == ""
    with pytest.raises(RefusedError, match="membership_approved_by_maker"):
        other.write(memberships.approve, made)
    other.close()


def test_an_approval_cannot_be_written_into_the_form(office: Workspace) -> None:
    made = link(office, person(office), group(office), approved=False, approved_by="X")
    held = office.read(memberships.get, made).membership
    assert (held.proposed_by, held.approved_by) == ("Anna Ek", "")
    office.write(memberships.change, made, replace(held, approved_by="X", to_on=None))
    assert office.read(memberships.get, made).membership.approved_by == ""


def test_a_review_sets_the_next_date_and_what_is_believed_now(office: Workspace) -> None:
    made = link(office, person(office), group(office), approved=False)
    office.write(memberships.review, made, date(2027, 9, 1), None, Accuracy.CONFIRMED)
    held = office.read(memberships.get, made).membership
    assert (held.review_on, held.accuracy) == (date(2027, 9, 1), Accuracy.CONFIRMED)
    office.write(memberships.end, made, date(2026, 11, 1))
    with pytest.raises(RefusedError, match="membership_ended"):
        office.write(memberships.review, made, NEXT_YEAR)


def test_no_review_in_the_past_or_beyond_the_hard_limit(office: Workspace) -> None:
    one, north = person(office), group(office)
    with pytest.raises(RefusedError) as past:
        link(office, one, north, review_on=date(2026, 11, 21))
    assert fields(past) == {("membership_review_in_past", "review_on")}
    with pytest.raises(RefusedError) as far:
        link(office, one, north, review_on=date(2035, 1, 1))
    assert fields(far) == {("membership_review_past_hard_limit", "review_on")}


def test_an_ended_link_is_no_longer_a_member_in_any_list(office: Workspace) -> None:
    one, north = person(office), group(office)
    made = link(office, one, north)
    assert office.read(group_on, one) == north
    office.write(memberships.end, made, date(2026, 11, 1))
    assert office.read(memberships.of_group, north) == []
    assert office.read(groups_of, [one]) == {}
    assert office.read(group_on, one) is None
    (kept,) = office.read(memberships.of_person, one)
    assert not kept.running


def test_an_end_lies_neither_ahead_nor_before_the_beginning(office: Workspace) -> None:
    made = link(office, person(office), group(office), from_on=date(2026, 3, 1))
    for day, code in ((date(2026, 12, 1), "in_future"), (date(2026, 2, 1), "ends_before_start")):
        with pytest.raises(RefusedError) as refused:
            office.write(memberships.end, made, day)
        assert fields(refused) == {(code, "to_on")}


def test_closing_a_group_has_its_links_reviewed_today_and_says_how_many(office: Workspace) -> None:
    north = group(office)
    kept = [link(office, person(office, "P", str(n)), north) for n in range(3)]
    office.write(memberships.end, kept[0], date(2026, 11, 1))
    saved = office.write(groups.change, north, GroupDraft(name="Norra", status=GroupStatus.CLOSED))
    assert saved.to_review == 2
    reviews = [office.read(memberships.get, one) for one in kept]
    assert [one.review_due for one in reviews] == [False, True, True]
    again = office.write(groups.change, north, GroupDraft(name="Norra", status=GroupStatus.CLOSED, area="Vivalla"))
    assert again.to_review == 0


def test_past_the_hard_limit_a_link_is_erased_and_leaves_no_value(office: Workspace, clock: SettableClock) -> None:
    one, north = person(office), group(office)
    made = link(office, one, north)
    assert office.read(memberships.due) == []
    clock.set_day(date(2028, 11, 22))  # the office's own regime: at most two years
    assert office.read(memberships.due) == []
    clock.set_day(date(2028, 11, 23))
    (due,) = office.read(memberships.due)
    assert (due.id, due.person_code, due.group_name, due.hard_end) == (made, "P001", "Norra", date(2028, 11, 22))
    assert office.write(memberships.erase_due) == 1
    with pytest.raises(NotFoundError):
        office.read(memberships.get, made)
    left = office.read(lambda unit: [e for e in journal.entries(unit.connection, record=made) if e.values])
    assert left == []
    assert office.read(lambda unit: journal.broken_links(unit.connection)) == []


def test_a_reviewed_link_does_not_live_longer_than_an_unreviewed_one(office: Workspace, clock: SettableClock) -> None:
    made = link(office, person(office), group(office), approved=False)
    clock.set_day(date(2027, 6, 1))
    office.write(memberships.review, made, date(2028, 5, 1))
    clock.set_day(date(2028, 11, 23))
    assert [one.id for one in office.read(memberships.due)] == [made]


def test_staff_may_not_erase(office: Workspace, clock: SettableClock) -> None:
    link(office, person(office), group(office))
    other = second_user(office, Role.STAFF)
    clock.set_day(date(2030, 1, 1))
    with pytest.raises(RefusedError, match="not_allowed"):
        other.write(memberships.erase_due)
    other.close()


@pytest.mark.parametrize("name", ["reliability", "accuracy"])
def test_who_enters_a_link_has_judged_the_source(office: Workspace, name: str) -> None:
    unknown = {"reliability": Reliability.UNKNOWN, "accuracy": Accuracy.UNKNOWN}[name]
    draft = replace(linked(person(office), group(office)), **{name: unknown})
    with pytest.raises(RefusedError) as refused:
        office.write(memberships.add, draft)
    assert fields(refused) == {("missing", name)}


def test_a_link_that_waits_for_approval_counts_nowhere(office: Workspace) -> None:
    one, north = person(office), group(office)
    made = link(office, one, north, approved=False)
    assert office.read(groups_of, [one]) == {} and office.read(group_on, one) is None
    (line,) = office.read(groups.lines)
    assert (line.members, line.waiting) == (0, 1)
    view = office.read(profile.of_group, north)
    assert (view.links, [link.id for link in view.waiting]) == ((), [made])
    assert office.read(rounds.members, north) == []
    other = second_user(office)
    other.write(memberships.approve, made)
    assert other.read(groups_of, [one]) == {one: ("Norra",)}
    (line,) = other.read(groups.lines)
    assert (line.members, line.waiting) == (1, 0)
    other.close()


def test_an_imported_link_is_completed_before_it_is_approved(office: Workspace) -> None:
    one, north = person(office), group(office)
    told = MembershipDraft(person=one, group=north, source="Polisen", basis="Lista", review_on=NEXT_YEAR, imported=True)
    made = office.write(lambda unit: unit.add(Membership, told)).id
    other = second_user(office)
    with pytest.raises(RefusedError) as refused:
        other.write(memberships.approve, made)
    assert fields(refused) == {("missing", "reliability"), ("missing", "accuracy")}
    held = other.read(memberships.get, made).membership
    with pytest.raises(RefusedError):
        other.write(memberships.change, made, replace(held, basis="Prövad."))
    other.close()


def test_who_may_approve_sees_on_the_overview_what_waits(office: Workspace) -> None:
    made = link(office, person(office), group(office), approved=False)
    assert office.read(waiting.link_approvals) == 0, "its writer cannot"
    other = second_user(office)
    assert other.read(waiting.link_approvals) == 1
    other.write(memberships.approve, made)
    assert other.read(waiting.link_approvals) == 0
    other.close()
