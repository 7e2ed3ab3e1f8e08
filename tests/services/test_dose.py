"""The dose of each group: talks, individuals, repeated contact and months; counted against a count by hand."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from kit.lines import TODAY
from kit.people import group, link, person
from kit.vaults import SettableClock

from gvi_desktop.domain.group import GroupStatus
from gvi_desktop.domain.indicators import Period
from gvi_desktop.domain.notification import NotificationDraft, Outcome, TeamMember
from gvi_desktop.services import dose, groups, notifications
from gvi_desktop.services.dose import GroupDose
from gvi_desktop.services.unit import draft_of
from gvi_desktop.services.workspace import Workspace

ALWAYS = Period()


def visit(ws: Workspace, who: str, on: date, outcome: Outcome = Outcome.REACHED, **more: Any) -> str:
    said = {"person": who, "on": on, "outcome": outcome, "team": (TeamMember("Polisen"),)}
    return ws.write(notifications.log, NotificationDraft(**{**said, **more}))


def ago(days: int) -> date:
    return TODAY - timedelta(days=days)


def test_each_group_has_its_talks_individuals_and_days(ws: Workspace) -> None:
    norra, sodra = group(ws), group(ws, "Södra")
    one, two, three = person(ws), person(ws, "Bea", "Berg"), person(ws, "Cia", "Dal")
    for who in (one, two):
        link(ws, who, norra, from_on=ago(900))
    link(ws, three, sodra, from_on=ago(900), to_on=ago(5))
    visit(ws, one, ago(40))
    visit(ws, one, ago(3))
    visit(ws, two, ago(10))
    visit(ws, two, ago(2), Outcome.NOT_HOME)
    visit(ws, three, ago(30))
    visit(ws, person(ws, "Utan", "Grupp"), ago(1))
    found = ws.read(dose.by_group, ALWAYS)
    assert found == [
        GroupDose(norra, "Norra", 2, 2, 3, ago(40), ago(3)),
        GroupDose(sodra, "Södra", 0, 1, 1, ago(30), ago(30)),
    ]
    assert found[0].per_individual == 1.5
    inside = ws.read(dose.by_group, Period(ago(10), TODAY))
    assert [(line.talks, line.individuals, line.per_individual) for line in inside] == [(2, 2, 1.0), (0, 0, None)]


def test_repeated_contact_is_counted_by_person(ws: Workspace) -> None:
    people = [person(ws, f"A{n}", "B") for n in range(4)]
    for who, times in zip(people, (1, 1, 2, 5), strict=True):
        for at in range(times):
            visit(ws, who, ago(at + 1))
    visit(ws, people[0], ago(1), Outcome.DECLINED)
    assert ws.read(dose.repeats, ALWAYS) == {1: 2, 2: 1, 3: 1}
    assert ws.read(dose.repeats, Period(ago(1), TODAY)) == {1: 4, 2: 0, 3: 0}


def test_a_corrected_talk_is_no_dose(ws: Workspace, clock: SettableClock) -> None:
    norra, who = group(ws), person(ws)
    link(ws, who, norra, from_on=ago(900))
    made = visit(ws, who, TODAY)
    clock.move(hours=30)
    ws.write(notifications.correct, made, draft_of(ws.read(notifications.get, made), outcome=Outcome.MOVED))
    assert [line.talks for line in ws.read(dose.by_group, ALWAYS)] == [0]
    assert ws.read(dose.repeats, ALWAYS) == {1: 0, 2: 0, 3: 0}


def test_one_group_has_its_months_and_a_closed_one_is_listed_only_with_talks(ws: Workspace) -> None:
    norra, empty = group(ws), group(ws, "Tomma")
    one, two = person(ws), person(ws, "Bea", "Berg")
    for who in (one, two):
        link(ws, who, norra, from_on=ago(900))
    visit(ws, one, date(2026, 10, 5))
    visit(ws, one, date(2026, 10, 20))
    visit(ws, two, date(2026, 11, 3))
    course = ws.read(dose.of_group, norra, ALWAYS)
    assert course.months == ((date(2026, 10, 1), 2, 1), (date(2026, 11, 1), 1, 1))
    assert course.repeats == {1: 1, 2: 1, 3: 0} and course.dose.talks == 3
    kept = ws.read(groups.get, empty)
    ws.write(groups.change, empty, draft_of(kept, status=GroupStatus.CLOSED))
    assert [line.name for line in ws.read(dose.by_group, ALWAYS)] == ["Norra"]
