"""Focus rounds and their measures: started with decision, ground and review; ended with a reason."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from gvi_desktop.domain.errors import RefusedError
from gvi_desktop.domain.focus import EndReason, Focus, FocusDraft, FocusProblem, days_long, problems
from gvi_desktop.domain.group import Group
from gvi_desktop.domain.incident import Incident, IncidentDecision
from gvi_desktop.domain.measure import Measure, MeasureDraft
from gvi_desktop.domain.measure import problems as measure_problems
from gvi_desktop.domain.notification import Notification, Outcome
from gvi_desktop.services.unit import Unit, draft_of


@dataclass(frozen=True)
class FocusLine:
    """A focus round as the list shows it; `late` = review overdue or attribution reopened."""

    id: str
    record: Focus
    group: str
    days: int | None
    measures: int
    late: bool


@dataclass(frozen=True)
class Moment:
    """Something on a focus round's time line: `incident`, `talk`, `start`, `review`, `told`, `end`; and its day."""

    on: date
    what: str
    record_id: str | None = None


def listed(unit: Unit) -> list[FocusLine]:
    """All focus rounds, newest first."""
    t = unit.table(Focus)
    return _lines(unit, unit.find(Focus, order_by=(t.c.start_on.desc(),)))


def line(unit: Unit, record_id: str) -> FocusLine:
    """One focus round as the list shows it."""
    return _lines(unit, [get(unit, record_id)])[0]


def get(unit: Unit, record_id: str) -> Focus:
    """One focus round."""
    return unit.get(Focus, record_id)


def start(unit: Unit, draft: FocusDraft) -> str:
    """A new focus round; refused without decision, ground, proportionality and a review at most 14 days ahead. The
    incidents it rests on keep the decision."""
    _check(draft)
    for incident_id in draft.incidents:
        incident = unit.get(Incident, incident_id)
        if incident.decision is None:
            values = {"decision": IncidentDecision.FOCUS, "decided_on": draft.decided_on, "decided_why": draft.basis}
            unit.change(Incident, incident_id, **values)
    unit.title = "focus.add"
    return unit.add(Focus, draft).id


def change(unit: Unit, record_id: str, draft: FocusDraft) -> str:
    """Change it."""
    _check(draft)
    unit.put(Focus, record_id, draft)
    return record_id


def review(unit: Unit, record_id: str, next_on: date) -> None:
    """The review is held: the next one is at most 14 days ahead, and the attribution stands again."""
    before = get(unit, record_id)
    values = {"review_on": next_on, "reviewed_on": unit.today, "attribution_reopened": False}
    _check(draft_of(before, **values))
    unit.title = "focus.review"
    unit.change(Focus, record_id, **values)


def end(unit: Unit, record_id: str, on: date, reason: EndReason | None, evaluation: str = "") -> None:
    """End it with a reason. A wrong attribution reopens the incidents it rested on, which must be judged anew."""
    before = get(unit, record_id)
    if reason is None:
        raise RefusedError(FocusProblem.END_WITHOUT_REASON, kind="focus", field="end_reason")
    values = {"end_on": on, "end_reason": reason, "evaluation": evaluation.strip() or before.evaluation}
    _check(draft_of(before, imported=True, **values))
    unit.title = "focus.end"
    unit.change(Focus, record_id, **values)
    if reason is EndReason.WRONG_ATTRIBUTION:
        for incident_id in before.incidents:
            unit.change(Incident, incident_id, decision=None, decided_on=None, decided_why="")


def told(unit: Unit, record_id: str, on: date, how: str) -> None:
    """The group has been told."""
    unit.change(Focus, record_id, told_on=on, told_how=how.strip())


def remove(unit: Unit, record_id: str) -> None:
    """Take it out with its measures."""
    for measure in measures(unit, record_id):
        unit.remove(Measure, measure.id)
    unit.remove(Focus, record_id)


def measures(unit: Unit, focus_id: str) -> list[Measure]:
    """The measures of a focus round."""
    t = unit.table(Measure)
    return unit.find(Measure, t.c.focus == focus_id, order_by=(t.c.agency, t.c.made_at))


def add_measure(unit: Unit, draft: MeasureDraft) -> str:
    """A measure with its own legal ground."""
    if found := measure_problems(draft):
        raise RefusedError(found, kind="measure")
    unit.get(Focus, draft.focus)
    return unit.add(Measure, draft).id


def change_measure(unit: Unit, record_id: str, draft: MeasureDraft) -> str:
    """Change a measure or its counters."""
    if found := measure_problems(draft):
        raise RefusedError(found, kind="measure")
    unit.put(Measure, record_id, draft)
    return record_id


def remove_measure(unit: Unit, record_id: str) -> None:
    """Take a measure out."""
    unit.remove(Measure, record_id)


def due(unit: Unit) -> list[FocusLine]:
    """Running rounds whose review is due today or late, or whose attribution is reopened."""
    t = unit.table(Focus)
    running = unit.find(Focus, t.c.start_on.is_not(None), t.c.end_on.is_(None), order_by=t.c.review_on)
    return [one for one in _lines(unit, running) if one.late or one.record.review_on == unit.today]


def timeline(unit: Unit, record_id: str) -> list[Moment]:
    """The round beside the incidents and talks of its group, in order."""
    focus = get(unit, record_id)
    found = [Moment(focus.start_on, "start")] if focus.start_on else []
    for day, what in ((focus.reviewed_on, "review"), (focus.told_on, "told"), (focus.end_on, "end")):
        if day is not None:
            found.append(Moment(day, what))
    i, n = unit.table(Incident), unit.table(Notification)
    incidents = {one.id: one for one in unit.find(Incident, i.c.group == focus.group)}
    incidents |= unit.by_ids(Incident, focus.incidents)
    found += [Moment(one.on, "incident", one.id) for one in incidents.values() if one.on]
    talks = unit.find(Notification, n.c.group == focus.group, n.c.outcome == Outcome.REACHED.value, n.c.corrected == 0)
    found += [Moment(one.on, "talk", one.id) for one in talks if one.on]
    return sorted(found, key=lambda moment: moment.on)


def _lines(unit: Unit, found: Sequence[Focus]) -> list[FocusLine]:
    groups = unit.by_ids(Group, {one.group for one in found})
    m = unit.table(Measure)
    counted: dict[str, int] = {}
    for measure in unit.find(Measure, m.c.focus.in_([one.id for one in found])):
        counted[measure.focus or ""] = counted.get(measure.focus or "", 0) + 1
    today = unit.today
    return [
        FocusLine(
            one.id,
            one,
            groups[one.group].name if one.group in groups else "",
            days_long(one, today),
            counted.get(one.id, 0),
            one.running and (one.attribution_reopened or (one.review_on is not None and one.review_on < today)),
        )
        for one in found
    ]


def _check(draft: FocusDraft) -> None:
    if found := problems(replace(draft)):
        raise RefusedError(found, kind="focus")
