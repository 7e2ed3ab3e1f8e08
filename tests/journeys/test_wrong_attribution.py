"""A focus round that must be stopped: the shooting was another group's, and what rested on it is judged anew."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from kit.hand import Hand
from kit.lines import TODAY, focus, incident, measure
from kit.people import group, link, person
from kit.vaults import SettableClock, new_vault

from gvi_desktop.domain.errors import RefusedError
from gvi_desktop.domain.focus import EndReason, Focus
from gvi_desktop.domain.incident import Incident, IncidentDecision
from gvi_desktop.domain.measure import Counter
from gvi_desktop.domain.notification import NotificationDraft, Outcome, TeamMember
from gvi_desktop.domain.record import Certainty
from gvi_desktop.services import focusing, focusviews, history, incidents, notifications, rounds
from gvi_desktop.services.focusviews import Happening
from gvi_desktop.services.unit import draft_of
from gvi_desktop.services.workspace import Workspace
from ui.focus.page import INCIDENTS
from ui.kit.charts import TimeBars

Unlocked = Callable[[Callable[[Workspace], object]], Hand]
SHOT = TODAY - timedelta(days=2)


def days(number: int) -> date:
    return TODAY + timedelta(days=number)


def refused(workspace: Workspace, work: Callable[..., object], *args: object) -> list[str]:
    with pytest.raises(RefusedError) as caught:
        workspace.write(work, *args)
    return [problem.code for problem in caught.value.problems]


def test_the_journey_through_the_services(tmp_path: Path) -> None:
    clock = SettableClock()
    workspace = new_vault(tmp_path / "office.gvi", clock=clock)
    write, read = workspace.write, workspace.read
    north, south = group(workspace, "Norra"), group(workspace, "Södra")
    # A shooting that is likely Norra's: the practice would consider a round, the parties decide on focus.
    shot = write(incidents.add, incident(group=north, certainty=Certainty.LIKELY, on=SHOT))
    assert read(incidents.view, shot).line.proposal is IncidentDecision.ROUND
    draft = focus(north, incidents=frozenset({shot}))
    assert refused(workspace, focusing.start, draft_of(draft, certainty=Certainty.UNKNOWN)) == [
        "focus_certainty_missing"
    ]
    made = write(focusing.start, draft)
    assert read(incidents.get, shot).decision is IncidentDecision.FOCUS
    # Nothing is reviewed that has no measure; each measure has its own ground.
    assert refused(workspace, focusing.review, made, days(7)) == ["focus_no_measures"]
    assert refused(workspace, focusing.add_measure, measure(made, legal_ground="")) == ["missing"]
    taken = write(focusing.add_measure, measure(made, counters=(Counter("Kontroller", 4),)))
    write(focusing.told, made, TODAY, "Muntligt av kommunpolisen")
    who = person(workspace)
    link(workspace, who, north, from_on=days(-200))
    clock.set_day(days(3))
    team = (TeamMember("Polisen"),)
    write(notifications.log, NotificationDraft(person=who, on=days(3), outcome=Outcome.REACHED, team=team))
    write(focusing.review, made, days(10))
    # The investigation changes its mind: it is unclear, then it was Södra. Both reopen the round at once.
    clock.set_day(days(5))
    write(incidents.change, shot, draft_of(read(incidents.get, shot), certainty=Certainty.UNKNOWN))
    waiting = read(focusing.get, made)
    assert waiting.attribution_reopened and waiting.review_on == days(5)
    assert [one.id for one in read(focusing.due)] == [made] and read(focusing.line, made).late
    write(incidents.change, shot, draft_of(read(incidents.get, shot), group=south, certainty=Certainty.CONFIRMED))
    # It cannot go on as it is: no measure is added, no review stands.
    assert refused(workspace, focusing.add_measure, measure(made)) == ["focus_reopened"]
    assert "focus_other_groups_incident" in refused(workspace, focusing.review, made, days(9))
    assert refused(workspace, focusing.end, made, days(5), None) == ["focus_end_without_reason"]
    write(focusing.end, made, days(5), EndReason.WRONG_ATTRIBUTION, "Skjutningen var Södras.")
    # What is left: the round with its reason, and an incident to be judged anew.
    ended = read(focusviews.view, made)
    assert not ended.line.record.running and (ended.line.days, ended.line.late) == (5, False)
    told = [moment.what for moment in ended.moments]
    assert told.count(Happening.REVIEW) == 1 and {Happening.TALK, Happening.MEASURE, Happening.END} <= set(told)
    assert [one.id for one in ended.measures] == [taken]
    again = read(incidents.get, shot)
    assert (again.decision, again.decided_on, again.decided_why) == (None, None, "")
    assert read(focusing.waiting) == 1 and read(incidents.undecided) == 1
    assert read(focusing.due) == []
    # Now the right group: nothing of the wrong round is carried over, and the decision is a new one.
    write(incidents.decide, shot, IncidentDecision.ROUND, "Samtal med alla i Södra först.")
    begun = read(incidents.round_after, shot)
    assert (begun.group, begun.people) == ("Södra", ())
    assert read(rounds.members, north), "whoever is in Norra is not drawn into it"
    actions = [line.action for line in read(history.of_record, made)]
    assert actions.count("add") == 1 and len(actions) > 4, "every step stands in the journal"
    workspace.close()


def test_the_journey_through_the_window(unlocked: Unlocked, monkeypatch: pytest.MonkeyPatch) -> None:
    kept: dict[str, str] = {}

    def before(workspace: Workspace) -> None:
        kept["north"], kept["south"] = group(workspace, "Norra"), group(workspace, "Södra")

    hand = unlocked(before)
    workspace, clock = hand.shell.desk.tasks.workspace, SettableClock()
    workspace.clock = clock
    monkeypatch.setattr("ui.kit.dates.now", clock)

    def stored(record: type[Any]) -> Any:
        (found,) = workspace.read(lambda unit: unit.find(record))
        return found

    # The incident is logged; the page says what the practice would consider; focus is decided by starting it.
    page: Any = hand.go("focus")
    page.tabs.setCurrentIndex(INCIDENTS)
    hand.click("Log an incident", page.head)
    hand.fill(on=SHOT, area="Vivalla", group=kept["north"], certainty=Certainty.CONFIRMED)
    hand.sees("The practice would consider: increased focus")
    hand.save()
    hand.sees("To decide", page.detail)
    hand.click("Start a focus round", page.detail)
    hand.until(lambda: page.panel is not None)
    hand.fill(basis="Tre källor", decided_by="Styrgruppen", proportionality="Ordinarie befogenheter", certainty=None)
    hand.panel.save()
    hand.sees("Say how sure it is")
    hand.fill(certainty=Certainty.CONFIRMED)
    hand.save()
    hand.sees("The focus round has no measures", page.detail)
    hand.sees("2 days since the last incident", page.detail)
    hand.click("Add a measure", page.detail)
    hand.until(lambda: page.panel is not None)
    hand.fill(agency="Polisen", what="Synlig närvaro", legal_ground="Polislagen 2 §")
    hand.save()
    hand.sees("Polislagen 2 §", page.detail)
    # Four days on the review is held, and the day after the shooting turns out to be Södra's.
    clock.set_day(days(4))
    page.reload()
    hand.quiet()
    hand.click("Review now", page.detail)
    hand.until(lambda: page.panel is not None)
    hand.fill(review_on=days(10))
    hand.save()
    drawn = hand.find(TimeBars, "The round beside incidents, talks, measures and reviews")
    assert ("Reviews: 1", str(days(4))) in drawn.table()
    clock.set_day(days(5))
    page.show_kind("incident", stored(Incident).id)
    hand.sees("Shooting", page.detail)
    hand.until(lambda: page._view is not None and page._view.id == stored(Incident).id)
    page.edit()
    hand.until(lambda: page.panel is not None)
    hand.fill(group=kept["south"], certainty=Certainty.CONFIRMED)
    hand.save()
    # The round says it at once, and cannot be reviewed on: it is ended with its reason.
    page.show_kind("focus", stored(Focus).id)
    hand.sees("Review: Attribution in question", page.detail)
    hand.sees("The attribution to the group has changed", page.detail)
    hand.click("End it", page.detail)
    hand.until(lambda: page.panel is not None)
    hand.fill(end_reason=EndReason.WRONG_ATTRIBUTION, evaluation="Skjutningen var Södras.")
    hand.save()
    hand.sees("The incident was attributed to the wrong group", page.detail)
    assert stored(Focus).end_on == days(5) and stored(Incident).decision is None
    # The incident waits to be judged anew, and is: by a round of talks with the right group.
    page.show_kind("incident", stored(Incident).id)
    hand.sees("To decide", page.detail)
    hand.click("Decide", page.detail)
    hand.until(lambda: page.panel is not None)
    hand.fill(decision=IncidentDecision.ROUND, decided_why="Samtal med Södra först.")
    hand.save()
    hand.click("Plan a notification round", page.detail)
    hand.until(lambda: hand.page is not page and hand.page.panel is not None)
    hand.quiet()
    assert hand.panel.form.values()["name"] == f"Södra: After shooting {SHOT}"
