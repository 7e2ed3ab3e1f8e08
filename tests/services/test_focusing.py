"""Focus rounds: how they start, are reviewed, told, ended, and what their measures stand on."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from kit.lines import TODAY, add_group, add_person, focus, incident, measure
from kit.vaults import SettableClock, new_vault

from gvi_desktop.domain.errors import NotFoundError, RefusedError
from gvi_desktop.domain.focus import EndReason, Exclusion, Focus
from gvi_desktop.domain.incident import IncidentDecision
from gvi_desktop.domain.measure import Counter
from gvi_desktop.domain.notification import Notification, NotificationDraft, Outcome
from gvi_desktop.domain.record import Certainty
from gvi_desktop.domain.user import Role, User, UserDraft
from gvi_desktop.services import focusing, focusviews, incidents, undo
from gvi_desktop.services.focusviews import FocusView, Happening
from gvi_desktop.services.incidents import IncidentView
from gvi_desktop.services.unit import Unit, draft_of
from gvi_desktop.services.workspace import Workspace

Codes = list[tuple[str, str | None]]


def days(number: int) -> date:
    return TODAY + timedelta(days=number)


@pytest.fixture
def ws(tmp_path: Path, clock: SettableClock) -> Iterator[Workspace]:
    opened = new_vault(tmp_path / "office.gvi", clock=clock)
    yield opened
    opened.close()


@pytest.fixture
def group(ws: Workspace) -> str:
    return ws.write(add_group, "Norr")


@pytest.fixture
def started(ws: Workspace, group: str) -> str:
    return ws.write(focusing.start, focus(group))


def refused(ws: Workspace, work: Any, *args: Any) -> Codes:
    with pytest.raises(RefusedError) as caught:
        ws.write(work, *args)
    return [(problem.code, problem.field) for problem in caught.value.problems]


@pytest.mark.parametrize(
    ("field", "empty"),
    [
        ("decided_by", ""),
        ("decided_on", None),
        ("basis", " "),
        ("review_on", None),
        ("proportionality", ""),
        ("group", None),
        ("start_on", None),
    ],
)
def test_no_round_starts_without_decision_ground_and_review(
    ws: Workspace, group: str, field: str, empty: object
) -> None:
    assert refused(ws, focusing.start, draft_of(focus(group), **{field: empty})) == [("missing", field)]
    assert ws.read(focusing.listed) == []


@pytest.mark.parametrize(("after", "code"), [(15, "focus_review_too_far"), (-1, "focus_review_before_start")])
def test_the_review_lies_within_14_days_of_the_start(ws: Workspace, group: str, after: int, code: str) -> None:
    assert refused(ws, focusing.start, focus(group, review_on=days(after))) == [(code, "review_on")]


def test_the_incidents_it_rests_on_keep_the_decision(ws: Workspace, group: str) -> None:
    open_, settled = (ws.write(incidents.add, incident(group=group)) for _ in range(2))
    ws.write(incidents.decide, settled, IncidentDecision.ROUND, "Hot om hämnd")
    ws.write(focusing.start, focus(group, incidents=frozenset({open_, settled})))
    kept = ws.read(incidents.get, open_)
    assert (kept.decision, kept.decided_why, kept.decided_on) == (
        IncidentDecision.FOCUS,
        "Skjutningen tillskrivs gruppen.",
        TODAY,
    )
    assert ws.read(incidents.get, settled).decision is IncidentDecision.ROUND


def test_an_incident_of_another_group_is_no_ground(ws: Workspace, group: str, started: str) -> None:
    other = ws.write(add_group, "Söder")
    theirs = ws.write(incidents.add, incident(group=other, certainty=Certainty.LIKELY))
    expected = [("focus_other_groups_incident", "incidents")]
    assert refused(ws, focusing.start, focus(group, incidents=frozenset({theirs}))) == expected
    before = ws.read(focusing.get, started)
    assert refused(ws, focusing.change, started, draft_of(before, incidents=frozenset({theirs}))) == expected
    ws.write(focusing.change, started, draft_of(before, group=other, incidents=frozenset({theirs})))
    assert ws.read(incidents.get, theirs).decision is IncidentDecision.FOCUS


def test_a_review_sets_the_next_one_and_settles_the_attribution(
    ws: Workspace, clock: SettableClock, started: str
) -> None:
    clock.move(days=15)
    assert ws.read(focusing.line, started).late
    assert [one.id for one in ws.read(focusing.due)] == [started]
    assert refused(ws, focusing.review, started, None) == [("missing", "review_on")]
    assert refused(ws, focusing.review, started, days(29)) == [("focus_no_measures", None)]
    ws.write(focusing.add_measure, measure(started))
    assert refused(ws, focusing.review, started, days(15)) == [("focus_review_passed", "review_on")]
    assert refused(ws, focusing.review, started, days(30)) == [("focus_review_too_far", "review_on")]
    ws.write(focusing.review, started, days(29))
    kept = ws.read(focusing.get, started)
    assert (kept.reviewed_on, kept.review_on) == (days(15), days(29))
    assert ws.read(focusing.due) == []


def test_a_round_waits_for_its_review_on_the_day_itself(ws: Workspace, clock: SettableClock, started: str) -> None:
    ws.write(focusing.add_measure, measure(started))
    clock.move(days=13)
    assert ws.read(focusing.waiting) == 0
    clock.move(days=1)
    assert (ws.read(focusing.waiting), ws.read(focusing.line, started).late) == (1, False)
    ws.write(incidents.add, incident())
    assert ws.read(focusing.waiting) == 2, "an incident without a decision waits as well"


def test_a_running_round_that_came_without_a_review_date_is_late(ws: Workspace, group: str) -> None:
    made = ws.write(focusing.start, focus(group, review_on=None, imported=True))
    assert ws.read(focusing.line, made).late


def test_an_end_has_a_day_that_has_come_and_a_reason(ws: Workspace, clock: SettableClock, started: str) -> None:
    assert refused(ws, focusing.end, started, TODAY, None) == [("focus_end_without_reason", "end_reason")]
    assert refused(ws, focusing.end, started, None, EndReason.RESOURCES) == [
        ("focus_reason_without_end", "end_on"),
        ("missing", "end_on"),
    ]
    assert refused(ws, focusing.end, started, days(1), EndReason.RESOURCES) == [("in_future", "end_on")]
    assert refused(ws, focusing.end, started, days(-1), EndReason.RESOURCES) == [("ends_before_start", "end_on")]
    clock.move(days=10)
    assert ws.read(focusing.line, started).days == 10
    ws.write(focusing.end, started, days(8), EndReason.NO_NEW_VIOLENCE, "Lugnt sedan den tredje.")
    clock.move(days=10)
    assert ws.read(focusing.line, started).days == 8
    assert refused(ws, focusing.review, started, days(21)) == [("focus_not_running", None)]
    assert refused(ws, focusing.end, started, days(9), EndReason.RESOURCES) == [("focus_not_running", None)]


def test_an_imported_round_is_ended_without_making_up_what_it_lacks(ws: Workspace, group: str) -> None:
    made = ws.write(focusing.start, focus(group, proportionality="", review_on=None, imported=True))
    ws.write(focusing.end, made, TODAY, EndReason.EFFECT_FELT)
    assert ws.read(focusing.get, made).imported, "it still waits to be looked at"


def test_a_wrong_attribution_reopens_incidents_and_the_other_rounds_on_them(ws: Workspace, group: str) -> None:
    shot = ws.write(incidents.add, incident(group=group))
    rounds = [ws.write(focusing.start, focus(group, incidents=frozenset({shot}))) for _ in range(2)]
    ws.write(focusing.end, rounds[0], TODAY, EndReason.WRONG_ATTRIBUTION)
    assert ws.read(incidents.get, shot).decision is None
    assert [ws.read(focusing.get, one).attribution_reopened for one in rounds] == [False, True]
    ws.write(undo.undo)
    assert ws.read(incidents.get, shot).decision is IncidentDecision.FOCUS
    assert not ws.read(focusing.get, rounds[1]).attribution_reopened


def test_the_group_is_told_on_a_day_and_in_a_way(ws: Workspace, started: str) -> None:
    assert refused(ws, focusing.told, started, None, "") == [("missing", "told_on"), ("missing", "told_how")]
    assert refused(ws, focusing.told, started, days(1), "Samtal") == [("in_future", "told_on")]
    ws.write(focusing.told, started, TODAY, "Vid samtal hemma hos två i gruppen")
    assert ws.read(focusing.get, started).told_on == TODAY


def test_each_measure_stands_on_its_own_ground(ws: Workspace, started: str) -> None:
    assert refused(ws, focusing.add_measure, measure(started, legal_ground="")) == [("missing", "legal_ground")]
    made = ws.write(focusing.add_measure, measure(started, counters=(Counter("Kontroller", 12),)))
    assert ws.read(focusing.line, started).measures == 1
    kept = ws.read(focusing.get_measure, made)
    ws.write(focusing.change_measure, made, draft_of(kept, counters=(Counter("Kontroller", 15),)))
    assert ws.read(focusing.measures, started)[0].counters == (Counter("Kontroller", 15),)
    ws.write(focusing.remove_measure, made)
    assert ws.read(focusing.line, started).measures == 0


def test_no_measure_is_added_while_the_attribution_is_in_question(ws: Workspace, group: str) -> None:
    shot = ws.write(incidents.add, incident(group=group, certainty=Certainty.LIKELY))
    made = ws.write(focusing.start, focus(group, incidents=frozenset({shot})))
    ws.write(incidents.change, shot, draft_of(ws.read(incidents.get, shot), certainty=Certainty.UNKNOWN))
    assert refused(ws, focusing.add_measure, measure(made)) == [("focus_reopened", None)]
    ws.write(focusing.review, made, days(10))
    assert ws.write(focusing.add_measure, measure(made))


def test_a_removed_round_takes_its_measures_along_and_back(ws: Workspace, started: str) -> None:
    ws.write(focusing.add_measure, measure(started))
    ws.write(focusing.remove, started)
    assert ws.read(focusing.listed) == []
    ws.write(undo.undo)
    assert ws.read(focusing.line, started).measures == 1


def test_the_time_line_shows_the_round_beside_incidents_and_talks(ws: Workspace, group: str, started: str) -> None:
    person = ws.write(add_person, "P001")

    def talks(unit: Unit) -> None:
        for outcome, corrected in ((Outcome.REACHED, False), (Outcome.NOT_HOME, False), (Outcome.REACHED, True)):
            draft = NotificationDraft(person=person, group=group, on=days(-1), outcome=outcome, corrected=corrected)
            unit.add(Notification, draft)

    ws.write(talks)
    shot = ws.write(incidents.add, incident(group=group))
    ws.write(incidents.add, incident())
    found = [(moment.on, moment.what) for moment in ws.read(focusing.timeline, started)]
    assert found == [
        (days(-2), Happening.INCIDENT),
        (days(-1), Happening.TALK),
        (TODAY, Happening.START),
        (days(14), Happening.REVIEW_AHEAD),
    ]
    view = ws.read(focusviews.either, started)
    assert isinstance(view, FocusView) and view.line.group == "Norr"
    other = ws.read(focusviews.either, shot)
    assert isinstance(other, IncidentView)
    made = ws.write(focusing.add_measure, measure(started))
    assert ws.read(focusviews.either, made).id == started
    assert (TODAY, Happening.MEASURE) in [(one.on, one.what) for one in ws.read(focusing.timeline, started)]


def test_every_review_stands_on_the_time_line_and_one_that_was_undone_does_not(
    ws: Workspace, clock: SettableClock, started: str
) -> None:
    ws.write(focusing.add_measure, measure(started))
    for number in (3, 6, 9):
        clock.set_day(days(number))
        ws.write(focusing.review, started, days(number + 10))
    ws.write(undo.undo)
    found = [moment.on for moment in ws.read(focusing.timeline, started) if moment.what is Happening.REVIEW]
    assert found == [days(3), days(6)]


def test_days_without_an_incident_are_counted_to_today_or_to_the_end(
    ws: Workspace, clock: SettableClock, group: str, started: str
) -> None:
    assert ws.read(focusviews.view, started).quiet_days is None
    ws.write(incidents.add, incident(group=group, on=days(-9)))
    ws.write(incidents.add, incident(group=group, on=days(-3)))
    ws.write(incidents.add, incident(on=days(-1)))
    clock.move(days=4)
    assert ws.read(focusviews.view, started).quiet_days == 7
    ws.write(focusing.end, started, days(2), EndReason.NO_NEW_VIOLENCE)
    ws.write(incidents.add, incident(group=group, on=days(4)))
    assert ws.read(focusviews.view, started).quiet_days == 5, "what came after the end does not shorten it"


def test_no_round_starts_without_certainty(ws: Workspace, group: str) -> None:
    unsure = focus(group, certainty=Certainty.UNKNOWN)
    assert refused(ws, focusing.start, unsure) == [("focus_certainty_missing", "certainty")]
    history = ws.write(focusing.start, draft_of(unsure, imported=True))
    assert ws.read(focusing.get, history).certainty is Certainty.UNKNOWN, "history is not made up"


@pytest.mark.parametrize("left", list(Exclusion))
def test_who_is_not_left_alone_is_said_with_why(ws: Workspace, group: str, left: Exclusion) -> None:
    fewer = focus(group, exclusions=frozenset(Exclusion) - {left})
    assert refused(ws, focusing.start, fewer) == [("focus_exclusion_unsaid", "exclusions_note")]
    assert ws.write(focusing.start, draft_of(fewer, exclusions_note="Efter beslut i styrgruppen."))


def test_a_round_that_runs_without_a_measure_waits_for_one(ws: Workspace, clock: SettableClock, started: str) -> None:
    clock.move(days=1)
    assert ws.read(focusing.due) == []
    clock.move(days=1)
    (line,) = ws.read(focusing.due)
    assert line.bare and not line.late
    ws.write(focusing.add_measure, measure(started))
    assert ws.read(focusing.due) == []


def test_a_measure_without_a_ground_is_not_reviewed(ws: Workspace, started: str) -> None:
    made = ws.write(focusing.add_measure, measure(started, legal_ground="", agency="", imported=True))
    assert refused(ws, focusing.review, started, days(10)) == [("focus_measure_without_ground", None)]
    ws.write(focusing.change_measure, made, measure(started))
    assert ws.write(focusing.review, started, days(10)) == started


def test_a_review_does_not_stand_on_an_incident_of_another_group(ws: Workspace, group: str) -> None:
    shot = ws.write(incidents.add, incident(group=group, certainty=Certainty.LIKELY))
    made = ws.write(focusing.start, focus(group, incidents=frozenset({shot})))
    other = ws.write(add_group, "Söder")
    ws.write(incidents.change, shot, draft_of(ws.read(incidents.get, shot), group=other))
    assert refused(ws, focusing.review, made, days(10)) == [("focus_other_groups_incident", "incidents")]
    ws.write(focusing.end, made, TODAY, EndReason.WRONG_ATTRIBUTION)


def test_other_rounds_on_the_group_are_told_with_it(ws: Workspace, group: str, started: str) -> None:
    earlier = ws.write(focusing.start, focus(group, start_on=days(-60), review_on=days(-50), decided_on=days(-60)))
    assert [one.id for one in ws.read(focusviews.view, started).others] == [earlier]


def test_an_administrator_sees_nothing_of_enforcement(ws: Workspace, started: str) -> None:
    def become(unit: Unit) -> None:
        unit.put(User, unit.user.id, UserDraft(name=unit.user.name, agency="x", role=Role.ADMINISTRATOR))

    ws.write(become)
    assert (ws.read(focusing.listed), ws.read(focusing.due), ws.read(incidents.ids)) == ([], [], [])
    with pytest.raises(NotFoundError):
        ws.read(focusviews.either, started)
    assert ws.read(lambda unit: unit.count(Focus)) == 0
