"""The place Focus rounds: incidents and their decisions, rounds and their measures, reviews and ends."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from kit.lines import TODAY, add_group, focus, incident, measure, wish
from kit.pages import beside, form_of, hidden, look_at, press, saved, shown_texts, visit
from kit.places import texts
from pytestqt.qtbot import QtBot

from gvi_desktop.domain.focus import EndReason, Exclusion
from gvi_desktop.domain.incident import IncidentDecision
from gvi_desktop.domain.measure import Counter
from gvi_desktop.domain.record import Certainty
from gvi_desktop.services import focusing, helping, incidents, undo
from gvi_desktop.services.unit import draft_of
from gvi_desktop.settings import Settings
from ui.focus.page import INCIDENTS, ROUNDS, FocusPage
from ui.kit import language
from ui.kit.charts import TimeBars
from ui.kit.desk import Desk
from ui.kit.tasks import Tasks
from ui.kit.words import Words


@pytest.fixture(autouse=True)
def office_day(monkeypatch: pytest.MonkeyPatch, tasks: Tasks) -> None:
    """The window's day is that of the vault's clock."""
    monkeypatch.setattr("ui.kit.dates.now", tasks.workspace.clock)


@pytest.fixture
def page(qtbot: QtBot, desk: Desk) -> Any:
    return visit(qtbot, FocusPage(desk))


@pytest.fixture
def group(desk: Desk) -> str:
    return desk.tasks.workspace.write(add_group, "Norr")


def write(page: Any, work: Any, *args: Any) -> Any:
    return page.tasks.workspace.write(work, *args)


def read(page: Any, work: Any, *args: Any) -> Any:
    return page.tasks.workspace.read(work, *args)


def test_a_round_without_decision_and_ground_is_refused_beside_the_fields(qtbot: QtBot, page: Any) -> None:
    panel = form_of(qtbot, page, page.new)
    panel.save()
    assert set(beside(panel)) == {"group", "certainty", "basis", "decided_by", "proportionality"}
    panel.form.field("review_on").set_value(TODAY + timedelta(days=15))
    panel.look()
    assert "14" in beside(panel)["review_on"]


def test_a_round_is_started_and_shown(qtbot: QtBot, page: Any, group: str) -> None:
    panel = form_of(qtbot, page, page.new)
    panel.form.fill(
        {
            "group": group,
            "certainty": Certainty.LIKELY,
            "basis": "Utredarnas bedömning",
            "decided_by": "Styrgruppen",
            "proportionality": "Ordinarie befogenheter",
        }
    )
    saved(qtbot, page)
    qtbot.waitUntil(lambda: texts(page.model) == ["Norr"] and "Styrgruppen" in shown_texts(page.detail))
    kept = read(page, focusing.get, page.current)
    assert kept.exclusions == frozenset(Exclusion), "who is to be left alone is ticked from the start"
    assert kept.review_on == TODAY + timedelta(days=14)
    assert page.detail.findChild(TimeBars) is not None


def test_the_proposal_follows_what_is_typed_and_the_decision_is_kept(qtbot: QtBot, page: Any, group: str) -> None:
    page.tabs.setCurrentIndex(INCIDENTS)
    panel = form_of(qtbot, page, page.new)
    assert hidden(panel, "certainty") and "no action" in shown_texts(panel.form)
    panel.form.fill({"group": group, "certainty": Certainty.CONFIRMED, "area": "Vivalla"})
    assert "increased focus" in shown_texts(panel.form)
    saved(qtbot, page)
    qtbot.waitUntil(lambda: "To decide" in shown_texts(page.detail))
    panel = form_of(qtbot, page, lambda: press(page.detail, "Decide"))
    panel.form.field("decision").set_value(IncidentDecision.NOTHING)
    panel.save()
    assert list(beside(panel)) == ["decided_why"]
    panel.form.field("decided_why").set_value("Redan pågående insats")
    saved(qtbot, page)
    qtbot.waitUntil(lambda: "Redan pågående insats" in shown_texts(page.detail))
    qtbot.waitUntil(lambda: texts(page.incidents.model, 4) == ["No action"])


def test_an_incident_without_a_group_has_no_certainty(qtbot: QtBot, page: Any, group: str) -> None:
    panel = form_of(qtbot, page, lambda: page.open_form("incident"))
    panel.form.fill({"group": group, "certainty": Certainty.LIKELY})
    panel.form.field("group").set_value(None)
    assert hidden(panel, "certainty")
    saved(qtbot, page)
    assert read(page, incidents.get, page.current or read(page, incidents.ids)[0]).certainty is Certainty.UNKNOWN


def test_a_round_after_an_incident_knows_its_group_and_keeps_the_decision(qtbot: QtBot, page: Any, group: str) -> None:
    shot = write(page, incidents.add, incident(group=group, certainty=Certainty.CONFIRMED))
    look_at(qtbot, page, shot, "Shooting")
    panel = form_of(qtbot, page, lambda: press(page.detail, "Start a focus round"))
    assert panel.form.values()["incidents"] == frozenset({shot})
    panel.form.fill({"basis": "Bekräftat", "decided_by": "Styrgruppen", "proportionality": "Ordinarie"})
    saved(qtbot, page)
    qtbot.waitUntil(lambda: page.tabs.currentIndex() == ROUNDS and "Running" in shown_texts(page.detail))
    assert read(page, incidents.get, shot).decision is IncidentDecision.FOCUS
    assert read(page, focusing.get, page.current).group == group


def test_measures_are_added_with_their_counts(qtbot: QtBot, page: Any, group: str) -> None:
    started = write(page, focusing.start, focus(group))
    look_at(qtbot, page, started, "no measures")
    panel = form_of(qtbot, page, lambda: press(page.detail, "Add a measure"))
    panel.form.fill({"agency": "Polisen", "what": "Kontroller"})
    counts = panel.form.field("counters").editors()[0]
    counts.setPlainText("Kontroller 41\nutan siffra")
    panel.save()
    assert list(beside(panel)) == ["counters"]
    counts.setPlainText("Kontroller 41\nKontroller 3")
    panel.save()
    assert set(beside(panel)) == {"legal_ground", "counters"}
    counts.setPlainText("Kontroller 41\nBeslag: 3")
    panel.form.field("legal_ground").set_value("Polislagen 2 §")
    saved(qtbot, page)
    qtbot.waitUntil(lambda: "Kontroller: 41" in shown_texts(page.detail))
    (kept,) = read(page, focusing.measures, started)
    assert kept.counters == (Counter("Kontroller", 41), Counter("Beslag", 3))
    assert page.current == started
    press(page.detail, "Remove")
    qtbot.waitUntil(lambda: "Kontroller: 41" not in shown_texts(page.detail))
    write(page, undo.undo)
    qtbot.waitUntil(lambda: "Kontroller: 41" in shown_texts(page.detail))


def test_an_overdue_review_is_held(qtbot: QtBot, page: Any, group: str) -> None:
    old = focus(group, start_on=TODAY - timedelta(days=20), review_on=TODAY - timedelta(days=6))
    started = write(page, focusing.start, old)
    qtbot.waitUntil(lambda: texts(page.model, 4) == ["6 days late"])
    look_at(qtbot, page, started, "overdue")
    panel = form_of(qtbot, page, lambda: press(page.detail, "Review now"))
    panel.form.field("review_on").set_value(TODAY)
    panel.save()
    assert list(beside(panel)) == ["review_on"]
    panel.form.field("review_on").set_value(TODAY + timedelta(days=7))
    panel.save()
    assert page.panel is panel and "no measures" in shown_texts(panel), "what is reviewed is measures"
    page.close_form()
    write(page, focusing.add_measure, measure(started))
    panel = form_of(qtbot, page, lambda: press(page.detail, "Review now"))
    panel.form.field("review_on").set_value(TODAY + timedelta(days=7))
    saved(qtbot, page)
    qtbot.waitUntil(lambda: texts(page.model, 4) == ["2026-11-29"])


def test_an_end_needs_a_reason_and_a_wrong_attribution_opens_the_incident(qtbot: QtBot, page: Any, group: str) -> None:
    shot = write(page, incidents.add, incident(group=group))
    started = write(page, focusing.start, focus(group, incidents=frozenset({shot})))
    look_at(qtbot, page, started, "Running")
    panel = form_of(qtbot, page, lambda: press(page.detail, "End it"))
    panel.save()
    assert list(beside(panel)) == ["end_reason"]
    panel.form.field("end_reason").set_value(EndReason.WRONG_ATTRIBUTION)
    saved(qtbot, page)
    qtbot.waitUntil(lambda: "Ended" in shown_texts(page.detail))
    assert read(page, incidents.get, shot).decision is None
    assert texts(page.model, 4) == ["Ended 2026-11-22"]


def test_an_attribution_in_question_is_said_first(qtbot: QtBot, page: Any, group: str) -> None:
    shot = write(page, incidents.add, incident(group=group, certainty=Certainty.LIKELY))
    started = write(page, focusing.start, focus(group, incidents=frozenset({shot})))
    write(page, incidents.change, shot, draft_of(read(page, incidents.get, shot), certainty=Certainty.UNKNOWN))
    look_at(qtbot, page, started, "Review: Attribution in question")
    panel = form_of(qtbot, page, lambda: press(page.detail, "The group was told"))
    panel.form.field("told_how").set_value("Vid samtal hemma")
    saved(qtbot, page)
    qtbot.waitUntil(lambda: "Vid samtal hemma" in shown_texts(page.detail))


def test_a_change_keeps_what_the_form_does_not_show(qtbot: QtBot, page: Any, group: str) -> None:
    started = write(page, focusing.start, focus(group))
    write(page, focusing.add_measure, measure(started))
    write(page, focusing.told, started, TODAY, "Samtal")
    write(page, focusing.review, started, TODAY + timedelta(days=3))
    look_at(qtbot, page, started, "Running")
    panel = form_of(qtbot, page, page.edit)
    panel.form.field("decided_by").set_value("Lokalpolisområdeschefen")
    saved(qtbot, page)
    kept = read(page, focusing.get, started)
    assert (kept.decided_by, kept.reviewed_on, kept.told_how) == ("Lokalpolisområdeschefen", TODAY, "Samtal")


def test_a_round_that_leaves_somebody_in_says_why(qtbot: QtBot, page: Any, group: str) -> None:
    panel = form_of(qtbot, page, page.new)
    said = {"basis": "Bekräftat", "decided_by": "Styrgruppen", "proportionality": "Ordinarie"}
    panel.form.fill({"group": group, "certainty": Certainty.CONFIRMED, **said})
    panel.form.field("exclusions").set_value({Exclusion.MINORS})
    panel.save()
    assert list(beside(panel)) == ["exclusions_note"]
    panel.form.field("exclusions_note").set_value("Den som lämnat har återvänt.")
    saved(qtbot, page)
    assert read(page, focusing.listed)[0].record.exclusions == {Exclusion.MINORS}


def test_unknown_is_no_certainty_to_start_on(qtbot: QtBot, page: Any, group: str) -> None:
    panel = form_of(qtbot, page, page.new)
    panel.form.fill({"group": group, "certainty": Certainty.UNKNOWN, "basis": "?", "decided_by": "S"})
    panel.form.field("proportionality").set_value("Ordinarie")
    panel.save()
    assert list(beside(panel)) == ["certainty"]


def test_the_drawing_has_a_tick_for_each_incident_talk_measure_and_review(qtbot: QtBot, page: Any, group: str) -> None:
    for days in (1, 5, 9):
        write(page, incidents.add, incident(group=group, on=TODAY - timedelta(days=days)))
    started = write(
        page, focusing.start, focus(group, start_on=TODAY - timedelta(days=3), review_on=TODAY + timedelta(days=2))
    )
    write(page, focusing.add_measure, measure(started))
    write(page, focusing.review, started, TODAY + timedelta(days=5))
    look_at(qtbot, page, started, "1 day since the last incident")
    drawn = page.detail.findChild(TimeBars)
    rows = {row[0]: row[1:] for row in drawn.table()}
    assert rows["Incidents: 3"] == ("2026-11-13", "2026-11-17", "2026-11-21")
    assert rows["Measures: 1"] == rows["Reviews: 1"] == ("2026-11-22",)
    assert not drawn.grab().isNull()


def test_a_round_decided_after_an_incident_is_begun_in_notifications(qtbot: QtBot, page: Any, group: str) -> None:
    shot = write(page, incidents.add, incident(group=group, certainty=Certainty.LIKELY))
    write(page, incidents.decide, shot, IncidentDecision.ROUND, "Hot om hämnd")
    look_at(qtbot, page, shot, "Plan a notification round")
    with qtbot.waitSignal(page.desk.create) as asked:
        press(page.detail, "Plan a notification round")
    assert asked.args == ["notifications", "round", f"incident:{shot}"]


def test_a_ground_that_was_given_before_is_offered(qtbot: QtBot, page: Any, group: str) -> None:
    started = write(page, focusing.start, focus(group))
    write(page, focusing.add_measure, measure(started, legal_ground="Polislagen 13 §"))
    panel = form_of(qtbot, page, lambda: page.open_form("measure", about=started))
    line = panel.form.field("legal_ground").editors()[0]
    qtbot.waitUntil(lambda: line.completer() is not None)
    assert line.completer().model().stringList() == ["Polislagen 13 §"]


def test_each_kind_leads_to_its_tab_and_reloading_does_not_jump(qtbot: QtBot, page: Any, group: str) -> None:
    shot = write(page, incidents.add, incident(group=group))
    started = write(page, focusing.start, focus(group))
    counted = write(page, focusing.add_measure, measure(started))
    page.show_kind("incident", shot)
    qtbot.waitUntil(lambda: page.incidents.table.current_id() == shot)
    page.show_kind("measure", counted)
    qtbot.waitUntil(lambda: page.current == started and page.tabs.currentIndex() == ROUNDS)
    page.reload()
    qtbot.wait(150)
    assert page.current == started


def test_the_filter_and_what_waits_narrow_the_incidents(qtbot: QtBot, page: Any) -> None:
    one = write(page, incidents.add, incident(area="Centrum"))
    write(page, incidents.add, incident(area="Oxhagen"))
    write(page, incidents.decide, one, IncidentDecision.NOTHING, "Utredd")
    page.tabs.setCurrentIndex(INCIDENTS)
    qtbot.waitUntil(lambda: sorted(texts(page.incidents.model, 2)) == ["Centrum", "Oxhagen"])
    page.filter.setText("centr")
    qtbot.waitUntil(lambda: texts(page.incidents.model, 2) == ["Centrum"])
    page.filter.setText("")
    press(page.incidents.pills, "To decide  1")
    qtbot.waitUntil(lambda: texts(page.incidents.model, 2) == ["Oxhagen"])


def test_nothing_of_help_is_shown(qtbot: QtBot, page: Any, group: str) -> None:
    write(page, helping.add, wish(provider="Bostadsbyrån", note="Vill flytta"))
    started = write(page, focusing.start, focus(group))
    look_at(qtbot, page, started, "Running")
    assert "Bostadsbyrån" not in shown_texts(page) and "help" not in page.kinds


def test_in_swedish_everything_is_swedish(qtbot: QtBot, desk: Desk, group: str) -> None:
    started = desk.tasks.workspace.write(focusing.start, focus(group))
    language.speak("sv")
    page: Any = visit(qtbot, FocusPage(Desk(desk.tasks, Words("sv"), Settings(language="sv"))))
    look_at(qtbot, page, started, "Pågår")
    assert "Ompröva nu" in shown_texts(page.detail) and "Händelser" in page.tabs.tabText(INCIDENTS)
