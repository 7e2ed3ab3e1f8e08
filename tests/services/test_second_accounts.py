"""A second account of one person: its name gives it away when added, and its approvals are looked at by others."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from kit.people import group, linked, person
from kit.vaults import CHEAP, SettableClock, new_vault

from gvi_desktop.domain.approval import alike
from gvi_desktop.domain.deed import Judgement
from gvi_desktop.domain.errors import RefusedError
from gvi_desktop.domain.group import Group
from gvi_desktop.domain.person import GuardianDecision
from gvi_desktop.domain.user import Role, User
from gvi_desktop.services import history, memberships, minors, people, sampling, users
from gvi_desktop.services.workspace import Workspace


@pytest.fixture
def clock() -> SettableClock:
    return SettableClock(datetime(2026, 10, 20, 12, tzinfo=UTC))


@pytest.fixture
def ws(tmp_path: Path, clock: SettableClock) -> Iterator[Workspace]:
    opened = new_vault(tmp_path / "a.gvi", clock=clock)
    yield opened
    opened.close()


def added(ws: Workspace, name: str, role: Role = Role.STAFF, why: str = "") -> User:
    made = users.add(ws, name, role, "fyra blåa kor", cost=CHEAP, why=why)
    found: User = ws.read(lambda unit: unit.get(User, made))
    return found


def entered(ws: Workspace) -> str:
    number = len(ws.read(lambda unit: unit.find(Group)))
    return ws.write(memberships.add, linked(person(ws), group(ws, f"Grupp {number}"), review_on=date(2027, 6, 1)))


def reviewable(ws: Workspace, clock: SettableClock) -> list[sampling.SampleLine]:
    """What was drawn of October, beside reads and prints."""
    clock.set_day(date(2026, 11, 2))
    ws.write(sampling.draw)
    return [one for one in ws.read(sampling.listed) if one.hasty]


# ------------------------------------------------------------------ names


@pytest.mark.parametrize(
    "name", ["Anna Ek 2", "anna", "A. Ek", "Ek, Anna", "Anna Eek", "Anna Maria Ek", "Anna  EK (hemma)"]
)
def test_a_name_like_anothers_is_added_for_a_reason_only(ws: Workspace, name: str) -> None:
    for why in ("", "  "):
        with pytest.raises(RefusedError, match="user_name_alike") as told:
            added(ws, name, why=why)
    assert told.value.problems[0].data["other"] == "Anna Ek"
    assert [one.name for one in ws.read(users.listed)] == ["Anna Ek"]
    made = added(ws, name, why="Annas kusin heter så.")
    (said,) = [one for one in ws.read(history.of_record, made.id) if one.action == "second_account"]
    assert (said.by, said.detail) == ("Anna Ek", "Annas kusin heter så.")


@pytest.mark.parametrize("name", ["Kim Lund", "Anders Ek", "Annika Berg", "Bo", "Åsa Öberg"])
def test_other_names_are_asked_nothing(ws: Workspace, name: str) -> None:
    assert added(ws, name).name == name


def test_who_was_removed_does_not_come_back_unasked(ws: Workspace) -> None:
    added(ws, "Kim Lund")
    users.remove(ws, "Kim Lund")
    with pytest.raises(RefusedError, match="user_name_alike"):
        added(ws, "Kim Lund")
    assert added(ws, "Kim Lund", why="Tillbaka från tjänstledighet.").active


def test_likeness_has_no_order_and_no_name_is_like_nothing() -> None:
    assert alike("Anna Ek", "Ek") and alike("Ek", "Anna Ek")
    assert not alike("", "Anna Ek") and not alike("Anna Ek", "Bo Alm")


# ------------------------------------------------------------------ approvals


def test_an_approval_within_minutes_by_an_account_that_the_other_added_is_drawn(
    ws: Workspace, clock: SettableClock
) -> None:
    anna, kim, third = ws.user, added(ws, "Kim Lund"), added(ws, "Siv Berg")
    link = entered(ws)
    clock.move(minutes=2)
    ws.user = kim
    ws.write(memberships.approve, link)
    ws.user = anna
    (drawn,) = reviewable(ws, clock)
    assert (drawn.line.by, drawn.line.record) == ("Kim Lund", link)
    for own in (anna, kim):
        ws.user = own
        assert ws.read(sampling.waits).open == 0
        assert not next(one for one in ws.read(sampling.listed) if one.hasty).may_review
        with pytest.raises(RefusedError, match="sample_own_deed"):
            ws.write(sampling.review, drawn.line.seq, Judgement.FINE)
    ws.user = third
    assert ws.read(sampling.waits).open == 1
    ws.write(sampling.review, drawn.line.seq, Judgement.FOLLOW_UP, "Är det två personer?")
    assert ws.read(history.verify) == []


def test_the_approval_for_a_minor_is_drawn_too(ws: Workspace, clock: SettableClock) -> None:
    kim = added(ws, "Kim Lund")
    young = person(ws, birth_date=date(2010, 5, 1))
    ws.write(minors.propose_minor, young, GuardianDecision.CONSENTS, "Risken är akut.")
    ws.user = kim
    ws.write(people.approve_minor, young)
    assert [one.line.kind for one in reviewable(ws, clock)] == ["person"]


def test_an_approval_after_a_while_or_by_somebody_whom_another_added_is_not(
    ws: Workspace, clock: SettableClock
) -> None:
    anna, kim = ws.user, added(ws, "Kim Lund", Role.COORDINATOR)
    ws.user = kim
    siv = added(ws, "Siv Berg")
    for by, minutes in ((kim, 11), (siv, 1)):
        ws.user = anna
        link = entered(ws)
        clock.move(minutes=minutes)
        ws.user = by
        ws.write(memberships.approve, link)
    assert reviewable(ws, clock) == []


def test_ten_are_drawn_at_most_and_none_twice(ws: Workspace, clock: SettableClock) -> None:
    anna, kim = ws.user, added(ws, "Kim Lund")
    made = [entered(ws) for _ in range(12)]
    ws.user = kim
    for link in made:
        ws.write(memberships.approve, link)
    ws.user = anna
    assert len(reviewable(ws, clock)) == sampling.APPROVALS
    clock.set_day(date(2026, 12, 2))
    assert not ws.read(sampling.due)


def test_undoing_and_changing_is_no_approval(ws: Workspace, clock: SettableClock) -> None:
    kim = added(ws, "Kim Lund")
    link = entered(ws)
    ws.user = kim
    stored = ws.read(memberships.get, link).membership
    ws.write(memberships.change, link, replace(stored, basis="Sedd igen."))
    assert reviewable(ws, clock) == []
