"""What the vault counts in its indexes is what comes out by counting the records one by one, as the rules say it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import pytest
from kit import muddle
from kit.vaults import new_vault
from sqlalchemy import event

from gvi_desktop.domain.callin import Callin
from gvi_desktop.domain.group import Group, GroupStatus
from gvi_desktop.domain.indicators import Period
from gvi_desktop.domain.invitee import PRESENT, Invitee
from gvi_desktop.domain.kinds import RECORDS
from gvi_desktop.domain.membership import Membership
from gvi_desktop.domain.notification import Notification, Outcome
from gvi_desktop.domain.person import Person, is_minor
from gvi_desktop.domain.round import Round
from gvi_desktop.services import groups, indicators, notifications, quality
from gvi_desktop.services.quality import Fault
from gvi_desktop.services.unit import Unit
from gvi_desktop.services.workspace import Workspace

PERIODS = (
    Period(),
    Period(date(2026, 1, 1), date(2026, 6, 30)),
    Period(date(2026, 2, 28), date(2026, 2, 28)),
    Period(None, date(2025, 3, 1)),
    Period(date(2026, 3, 1), None),
    Period(date(1990, 1, 1), date(1990, 12, 31)),
)


@pytest.fixture(scope="module", params=(1, 2))
def office(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    workspace = new_vault(tmp_path_factory.mktemp("muddle") / "a.gvi")
    workspace.write(muddle.fill, request.param)
    yield workspace
    workspace.close()


def within(period: Period, day: date | None) -> bool:
    return day is not None and (period.first or day) <= day <= (period.last or day)


def by_hand(unit: Unit, period: Period) -> dict[str, Any]:
    """The figures of visits, record by record."""
    people = {one.id: one for one in unit.store.find(Person, removed=True)}
    names = {one.id: one.name for one in unit.find(Round)}
    attempts = [one for one in unit.find(Notification) if one.is_attempt and within(period, one.on)]
    talks = [one for one in attempts if one.is_talk]
    young = [one for one in talks if one.on and one.person in people and is_minor(people[one.person], one.on)]
    months, minors = (Counter(f"{one.on:%Y-%m}" for one in listed) for listed in (talks, young))
    return {
        "attempts": len(attempts),
        "talks": len(talks),
        "talks_under_18": len(young),
        "individuals": len({one.person for one in talks} - {None}),
        "talks_with_all_three_messages": sum(one.message_1 and one.message_2 and one.message_3 for one in talks),
        "asked_for_help": sum(one.asked_for_help for one in talks),
        "by_outcome": Counter(str(one.outcome) for one in attempts),
        "by_place": Counter(str(one.place) for one in talks),
        "by_round": Counter(names.get(one.round, one.round) for one in talks if one.round),
        "by_month": {month: (months[month], minors[month]) for month in sorted(months)},
    }


@pytest.mark.parametrize("period", PERIODS, ids=str)
def test_the_figures_of_visits_are_those_counted_by_hand(office: Workspace, period: Period) -> None:
    found, wanted = office.read(indicators.count, period), office.read(by_hand, period)
    assert {name: getattr(found, name) for name in wanted} == wanted
    assert list(found.by_month) == sorted(found.by_month)
    for counted in (found.by_outcome, found.by_place, found.by_round):
        assert list(counted.values()) == sorted(counted.values(), reverse=True)
    assert office.read(indicators.at_a_glance, period).by_month == found.by_month


def test_the_made_up_vault_holds_what_could_be_counted_wrongly(office: Workspace) -> None:
    found = office.read(indicators.count, Period())
    assert 0 < found.talks_under_18 < found.talks < found.attempts
    assert found.individuals < found.talks and 0 < found.people_with_source < found.people


def test_people_with_a_source_and_groups_reached_are_those_counted_by_hand(office: Workspace) -> None:
    def counted(unit: Unit) -> tuple[int, int, int]:
        since = unit.today - timedelta(days=90)
        sourced = {one.person for one in unit.find(Membership) if one.source}
        talks = {one.group for one in unit.find(Notification) if one.is_talk and one.on and one.on >= since}
        days = {one.id: one.on for one in unit.find(Callin)}
        present = [one for one in unit.find(Invitee) if one.result in PRESENT]
        sat = {one.group for one in present if (days[one.callin or ""] or since) >= since}
        active = {one.id for one in unit.find(Group) if one.status is not GroupStatus.CLOSED}
        return len(sourced & {one.id for one in unit.find(Person)}), len(active), len(active & (talks | sat))

    found = office.read(indicators.count, Period())
    assert (found.people_with_source, found.groups, found.groups_reached) == office.read(counted)


def test_the_lines_of_groups_are_those_counted_by_hand(office: Workspace) -> None:
    def counted(unit: Unit) -> dict[str, tuple[int, date | None]]:
        today, visits = unit.today, unit.find(Notification)
        ties = [
            one
            for one in unit.find(Membership)
            if (one.from_on or today) <= today <= (one.to_on or today) and one.person is not None and one.approved_by
        ]
        since = today - timedelta(days=90)
        talks = [one for one in visits if one.outcome is Outcome.REACHED and not one.corrected and one.on]
        return {
            one.id: (
                len({tie.person for tie in ties if tie.group == one.id}),
                max((talk.on for talk in talks if talk.group == one.id and talk.on and talk.on >= since), default=None),
            )
            for one in unit.find(Group)
        }

    lines = office.read(groups.lines)
    assert {one.id: (one.members, one.reached_on) for one in lines} == office.read(counted)


def astray(unit: Unit) -> int:
    """Orphans beside the links: what stays when its person is out of sight counts once that person is gone for good."""
    people, callins = ({one.id for one in unit.store.find(kind, removed=True)} for kind in (Person, Callin))
    return sum(one.person not in people for one in unit.find(Notification)) + sum(
        one.person not in people or one.callin not in callins for one in unit.find(Invitee)
    )


def test_the_faults_are_those_counted_by_hand(office: Workspace) -> None:
    def counted(unit: Unit) -> dict[Fault, int]:
        people, known = {one.id for one in unit.find(Person)}, {one.id for one in unit.find(Group)}
        ties, today = unit.find(Membership), unit.today
        overdue = [
            one
            for one in ties
            if (one.to_on or today) >= today and (one.review_on is None or one.review_on < today)
        ]
        late = [one for one in unit.find(Person) if one.next_review_on and one.next_review_on < today]
        return {
            Fault.NO_SOURCE: sum(not one.source or not one.basis for one in ties),
            Fault.REVIEW_OVERDUE: len(overdue) + len(late),
            Fault.ORPHAN: sum(one.person not in people or one.group not in known for one in ties) + astray(unit),
            Fault.TO_REVIEW: sum(getattr(one, "imported", False) for kind in RECORDS for one in unit.find(kind)),
        }

    found = office.read(quality.counts)
    wanted = office.read(counted)
    assert {fault: found[fault] for fault in wanted} == wanted and all(wanted.values())
    for fault, number in found.items():
        assert len(office.read(quality.findings, fault)) == number


FILTERS: tuple[dict[str, Any], ...] = ({}, {"reached": True}, {"reached": False}, {"planned": True}, {"planned": False})


@pytest.mark.parametrize("descending", [True, False])
@pytest.mark.parametrize("kept", FILTERS, ids=str)
def test_the_list_of_visits_is_the_one_sorted_by_hand(
    office: Workspace, kept: dict[str, Any], descending: bool
) -> None:
    def sorted_by_hand(unit: Unit) -> list[str]:
        wanted = [
            one
            for one in unit.find(Notification)
            if kept.get("planned", one.outcome is None) == (one.outcome is None)
            and ("reached" not in kept or (one.outcome and kept["reached"] == (one.outcome is Outcome.REACHED)))
        ]
        by_plan = kept.get("planned", False)

        def key(one: Notification) -> tuple[bool, str, str, str]:
            day = "" if by_plan else str(one.on or "")
            hour = str(one.planned_on or "") if one.on is None else str(one.at or "")
            return (not by_plan and one.on is None, day, hour, one.id)

        return [one.id for one in sorted(wanted, key=key, reverse=descending)]

    assert list(office.read(notifications.ids, descending=descending, **kept)) == office.read(sorted_by_hand)


@pytest.mark.parametrize("kept", FILTERS[:4:3], ids=str)
@pytest.mark.parametrize("text", ["elias", "grupp", "vår", "berg", "omar", "e", "zzz"])
def test_a_text_finds_visits_by_person_group_and_round_in_the_order_of_the_list(
    office: Workspace, text: str, kept: dict[str, Any]
) -> None:
    def found_by_hand(unit: Unit) -> list[str]:
        def matches(*words: str) -> bool:
            return any(word.casefold().startswith(text) for word in words)

        hits = {one.id for one in unit.find(Person) if matches(one.given_name, one.family_name)}
        hits |= {one.id for one in unit.find(Group) if matches(one.name, one.area)}
        hits |= {one.id for one in unit.find(Round) if matches(one.name)}
        listed = notifications.ids(unit, **kept)
        visits = unit.by_ids(Notification, listed)
        return [one for one in listed if {visits[one].person, visits[one].group, visits[one].round} & hits]

    found = list(office.read(notifications.ids, text, **kept))
    assert found == office.read(found_by_hand)


@pytest.mark.parametrize("period", PERIODS[:2], ids=str)
def test_no_row_of_a_visit_is_opened_to_count(office: Workspace, period: Period) -> None:
    """With three hundred thousand of them that takes ten seconds."""

    def plans(unit: Unit) -> list[str]:
        told: list[str] = []
        connection = unit.connection

        def heard(_c: Any, _cursor: Any, statement: str, parameters: Any, _x: Any, _many: bool) -> None:
            if not statement.startswith("EXPLAIN"):
                rows = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", parameters).all()
                told.extend(f"{row[3]} | {statement}" for row in rows)

        event.listen(connection, "before_cursor_execute", heard)
        try:
            indicators.count(unit, period)
            groups.lines(unit)
            quality.counts(unit)
        finally:
            event.remove(connection, "before_cursor_execute", heard)
        return told

    large = (" notification", " person", " n ", " p ")
    opened = [
        line
        for line in office.read(plans)
        if line.startswith(("SCAN", "SEARCH")) and any(name in line.partition("|")[0] for name in large)
    ]
    narrow = ("COVERING INDEX", "_unmarked", "_imported", "ix_person_next_review_on")
    assert len(opened) >= 8
    assert [line for line in opened if not any(name in line for name in narrow)] == []
