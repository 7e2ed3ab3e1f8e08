"""Rounds in the window: teams written down, people shared out, today's lists, paper forms, and the dose of groups."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from kit.lines import incident
from kit.pages import beside, form_of, look_at, press, saved, shown_texts, visit
from kit.people import group, link, person
from kit.places import texts
from pytestqt.qtbot import QtBot

from gvi_desktop.domain.notification import Notification, NotificationDraft, Outcome, TeamMember
from gvi_desktop.domain.record import Certainty, NoteMark
from gvi_desktop.domain.round import RoundDraft, RoundTeam, Share
from gvi_desktop.services import incidents, notifications, roundplan, rounds
from gvi_desktop.services.workspace import Workspace
from gvi_desktop.settings import Settings
from ui.kit import language
from ui.kit.charts import BarChart
from ui.kit.desk import Desk
from ui.kit.tasks import Tasks
from ui.kit.words import Words
from ui.notifications.boardtable import BoardTable
from ui.notifications.page import DOSE, ROUNDS, NotificationsPage

TODAY = date(2026, 11, 22)
NORTH = (TeamMember("Polisen", "Eva Ek"), TeamMember("Socialtjänsten"))
SOUTH = (TeamMember("Polisen", "Per Lind"),)
TEAMS = (RoundTeam("Norr", NORTH), RoundTeam("Söder", SOUTH))


@pytest.fixture(autouse=True)
def office_day(monkeypatch: pytest.MonkeyPatch, tasks: Tasks) -> None:
    """The window's day is that of the vault's clock."""
    monkeypatch.setattr("ui.kit.dates.now", tasks.workspace.clock)


@pytest.fixture
def ws(desk: Desk) -> Workspace:
    return desk.tasks.workspace


@pytest.fixture
def page(qtbot: QtBot, desk: Desk) -> Any:
    return visit(qtbot, NotificationsPage(desk))


def stored(ws: Workspace) -> list[Notification]:
    return ws.read(lambda unit: unit.find(Notification))


def planned(ws: Workspace, *who: str, **more: Any) -> str:
    said = {"name": "November", "from_on": TODAY, "to_on": TODAY + timedelta(days=13), "targets": frozenset(who)}
    return ws.write(rounds.plan, RoundDraft(**{**said, "teams": TEAMS, **more}))


def test_teams_are_written_one_a_line_and_told_apart(qtbot: QtBot, page: Any, ws: Workspace) -> None:
    panel = form_of(qtbot, page, lambda: page.open_form("round"))
    panel.form.fill({"name": "November"})
    lines = panel.form.field("teams").editors()[0]
    lines.setPlainText("Norr: Polisen, Eva Ek; Socialtjänsten\nSöder: Socialtjänsten; Polisen, Eva Ek")
    panel.save()
    assert list(beside(panel)) == ["teams"]
    lines.setPlainText("Norr: Polisen, Eva Ek; Socialtjänsten\nSöder: Polisen, Per Lind")
    saved(qtbot, page)
    assert ws.read(rounds.listed)[0].record.teams == TEAMS
    panel = form_of(qtbot, page, lambda: page.open_form("round", ws.read(rounds.listed)[0].id))
    assert (
        panel.form.field("teams").editors()[0].toPlainText().splitlines()[0] == "Norr: Polisen, Eva Ek; Socialtjänsten"
    )


def test_the_people_left_are_shared_out_in_one_step(qtbot: QtBot, page: Any, ws: Workspace) -> None:
    people = [person(ws, f"A{n}", "B") for n in range(6)]
    made = planned(ws, *people)
    ws.write(roundplan.share_out, made, [Share(people[0], "Norr", TODAY)])
    look_at(qtbot, page, made, "Share out")
    panel = form_of(qtbot, page, lambda: press(page.detail, "Share out"))
    qtbot.waitUntil(lambda: panel.form.field("people").value() == set(people[1:]))
    # The 22nd is a Sunday.
    panel.form.fill({"last": TODAY + timedelta(days=1), "most": 2})
    qtbot.waitUntil(lambda: "No place is left for 1" in shown_texts(panel))
    assert "2026-11-23 · Norr" in shown_texts(panel) and "2026-11-22" not in shown_texts(panel)
    panel.form.fill({"weekends": True})
    qtbot.waitUntil(lambda: "No place" not in shown_texts(panel) and "2026-11-22 · Norr" in shown_texts(panel))
    saved(qtbot, page)
    assert len(stored(ws)) == 6 and {one.team for one in stored(ws)} == {NORTH, SOUTH}
    assert page.current == made


def test_a_share_out_without_days_or_people_is_refused(qtbot: QtBot, page: Any, ws: Workspace) -> None:
    made = planned(ws, person(ws))
    panel = form_of(qtbot, page, lambda: page.open_form("share", made))
    qtbot.waitUntil(lambda: bool(panel.form.field("people").value()))
    panel.form.fill({"first": TODAY, "last": TODAY})
    panel.save()
    assert list(beside(panel)) == ["last"], "a Sunday, and weekends are not ticked"
    panel.form.field("people").restore([])
    panel.form.field("crews").restore([])
    panel.save()
    assert set(beside(panel)) >= {"people", "crews"} and not stored(ws)


def test_the_page_of_a_round_shows_days_teams_and_todays_lists(qtbot: QtBot, page: Any, ws: Workspace) -> None:
    met, today, late = person(ws), person(ws, "Bea", "Berg"), person(ws, "Cia", "Dal")
    made = planned(ws, met, today, late)
    (visited, _, _) = ws.write(
        roundplan.share_out,
        made,
        [Share(met, "Norr", TODAY), Share(today, "Söder", TODAY), Share(late, "Söder", TODAY + timedelta(days=1))],
    )
    before = ws.read(notifications.get, visited)
    talk = {"person": met, "round": made, "on": TODAY, "outcome": Outcome.REACHED, "team": before.team}
    ws.write(notifications.change, visited, NotificationDraft(**talk))
    look_at(qtbot, page, made, "Today (1)")
    table = page.detail.findChild(BoardTable)
    said = shown_texts(table).splitlines()
    assert said[:4] == ["", "Norr", "Söder", "All"] and "1/1" in said and "1/1 +1" in said
    panel = form_of(qtbot, page, lambda: press(page.detail, "Log the visit"))
    qtbot.waitUntil(lambda: panel.form.field("person").value() == today)


def test_a_round_without_teams_says_where_to_write_them_down(qtbot: QtBot, page: Any, ws: Workspace) -> None:
    who = person(ws)
    made = planned(ws, who, teams=())
    ws.write(notifications.log, NotificationDraft(person=who, round=made, planned_on=TODAY))
    look_at(qtbot, page, made, "Write down the teams")
    panel = form_of(qtbot, page, lambda: press(page.detail, "Write down the teams"))
    assert panel.form.field("name").value() == "November"


def test_a_round_after_an_incident_is_filled_in(qtbot: QtBot, page: Any, ws: Workspace) -> None:
    norra, who = group(ws), person(ws)
    link(ws, who, norra)
    shot = ws.write(incidents.add, incident(group=norra, certainty=Certainty.LIKELY))
    panel = form_of(qtbot, page, lambda: page.open_form("round", about=f"incident:{shot}"))
    qtbot.waitUntil(lambda: panel.form.field("targets").value() == {who})
    values = panel.form.values()
    assert values["name"] == "Norra: After shooting 2026-11-20" and "Vivalla" in values["reason"]
    saved(qtbot, page)
    assert ws.read(rounds.listed)[0].record.targets == {who}


def test_a_pile_of_paper_forms_is_typed_in_without_an_hour(qtbot: QtBot, page: Any, ws: Workspace) -> None:
    first, second = person(ws), person(ws, "Bea", "Berg")
    panel = form_of(qtbot, page, page.log_from_paper)
    assert "from paper" in shown_texts(panel)
    yesterday = TODAY - timedelta(days=1)
    panel.form.fill({"person": first, "on": yesterday, "outcome": Outcome.NOT_HOME, "team": NORTH})
    panel.save_and_next()
    qtbot.waitUntil(lambda: page.panel is not None and page.panel is not panel)
    following = page.panel
    qtbot.waitUntil(lambda: following.form.field("on").value() == yesterday)
    following.form.fill({"person": second, "outcome": Outcome.MOVED})
    following.save()
    qtbot.waitUntil(lambda: len(stored(ws)) == 2)
    assert {(one.on, one.at, one.team) for one in stored(ws)} == {(yesterday, None, NORTH)}


def test_the_dose_of_groups_is_listed_and_one_is_shown_by_month(qtbot: QtBot, page: Any, ws: Workspace) -> None:
    norra, who = group(ws), person(ws)
    link(ws, who, norra, from_on=date(2024, 1, 1))
    group(ws, "Södra")
    for days in (200, 30, 2):
        said = {"person": who, "on": TODAY - timedelta(days=days), "outcome": Outcome.REACHED, "team": NORTH}
        ws.write(notifications.log, NotificationDraft(**said))
    page.tabs.setCurrentIndex(DOSE)
    qtbot.waitUntil(lambda: texts(page.sides.dose.model, 3) == ["3", "0"])
    assert texts(page.sides.dose.model, 4) == ["3.0", ""] and texts(page.sides.dose.model, 5) == ["2026-11-20", "None"]
    press(page.sides.dose.pills, "90 days")
    qtbot.waitUntil(lambda: texts(page.sides.dose.model, 3) == ["2", "0"])
    page.sides.dose.table.choose(norra)
    qtbot.waitUntil(lambda: "Met three times or more" in shown_texts(page.detail))
    drawn = page.detail.findChild(BarChart)
    assert ("2026-11", "Talks 1", "Individuals 1") in drawn.table() and len(drawn.table()) == 13
    with qtbot.waitSignal(page.desk.go) as asked:
        page.sides.dose.opened.emit(norra)
    assert asked.args == ["group", norra]


def test_a_follow_up_may_have_been_made_earlier(qtbot: QtBot, page: Any, ws: Workspace) -> None:
    said = {"person": person(ws), "on": TODAY - timedelta(days=40), "outcome": Outcome.REACHED, "team": NORTH}
    made = ws.write(notifications.log, NotificationDraft(**said))
    panel = form_of(qtbot, page, lambda: page.open_form("follow_up", made))
    noted = {"followup_30": "Arbetar", "followup_30_mark": NoteMark.FACT}
    panel.form.fill({**noted, "followup_30_on": TODAY - timedelta(days=41)})
    panel.save()
    assert list(beside(panel)) == ["followup_30_on"]
    panel.form.fill({"followup_30_on": TODAY - timedelta(days=5)})
    saved(qtbot, page)
    assert stored(ws)[0].followup_30_on == TODAY - timedelta(days=5)


def test_in_swedish_a_round_is_swedish(qtbot: QtBot, desk: Desk, ws: Workspace) -> None:
    who = person(ws)
    made = planned(ws, who)
    ws.write(roundplan.share_out, made, [Share(who, "Norr", TODAY)])
    language.speak("sv")
    page: Any = visit(qtbot, NotificationsPage(Desk(desk.tasks, Words("sv"), Settings(language="sv"))))
    page.tabs.setCurrentIndex(ROUNDS)
    look_at(qtbot, page, made, "Team och dagar")
    assert "I dag (1)" in shown_texts(page.detail) and "Skriv ut listorna" in shown_texts(page.detail)
    panel = form_of(qtbot, page, lambda: page.open_form("share", made))
    assert "Planera besöken" in shown_texts(panel)
