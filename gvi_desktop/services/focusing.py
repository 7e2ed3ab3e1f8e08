"""Focus rounds and their measures: started with decision, ground and review; ended with a reason."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from sqlalchemy import func, select

from gvi_desktop.domain.errors import Problem, RefusedError
from gvi_desktop.domain.focus import EndReason, Focus, FocusDraft, FocusProblem, measure_problems, problems
from gvi_desktop.domain.group import Group
from gvi_desktop.domain.incident import Incident, IncidentDecision
from gvi_desktop.domain.measure import Measure, MeasureDraft
from gvi_desktop.domain.measure import problems as problems_of_measure
from gvi_desktop.domain.record import Compartment
from gvi_desktop.domain.rules import CommonProblem, not_future
from gvi_desktop.services import compartments, incidents
from gvi_desktop.services.focusviews import FocusLine, Moment, due, line, listed, measures, timeline, waiting
from gvi_desktop.services.unit import Unit, draft_of


def get(unit: Unit, record_id: str) -> Focus:
    """One focus round."""
    compartments.need(unit, Compartment.ENFORCEMENT)
    return unit.get(Focus, record_id)


def start(unit: Unit, draft: FocusDraft) -> str:
    """A new focus round; refused without decision, ground, certainty, proportionality and a review at most 14 days
    ahead. The incidents it rests on keep the decision."""
    _check(draft, _foreign(unit, draft, draft.incidents))
    unit.get(Group, draft.group)
    for incident_id in sorted(draft.incidents):
        _decide(unit, unit.get(Incident, incident_id), draft)
    unit.title = "focus.add"
    return unit.add(Focus, draft).id


def change(unit: Unit, record_id: str, draft: FocusDraft) -> str:
    """Change it; incidents that are added to it take its decision."""
    before = get(unit, record_id)
    added = draft.incidents - before.incidents if draft.group == before.group else draft.incidents
    _check(draft, _foreign(unit, draft, added))
    if draft.group != before.group:
        unit.get(Group, draft.group)
    for incident_id in sorted(added):
        _decide(unit, unit.get(Incident, incident_id), draft)
    unit.title = "focus.change"
    unit.put(Focus, record_id, draft)
    return record_id


def review(unit: Unit, record_id: str, next_on: date | None) -> str:
    """The review is held: the next one is at most 14 days ahead, and the attribution stands again, which it cannot
    while an incident is another group's. What is reviewed is measures: refused without one, or while one has no legal
    ground of its own; only an attribution in question, which keeps measures from being added, is settled first."""
    before = _running(unit, record_id)
    if next_on is None:
        raise RefusedError([Problem(CommonProblem.MISSING, "review_on")], kind="focus")
    values = {"review_on": next_on, "reviewed_on": unit.today, "attribution_reopened": False}
    passed = [Problem(FocusProblem.REVIEW_PASSED, "review_on")] if next_on <= unit.today else []
    taken = measures(unit, record_id)
    lacking = () if before.attribution_reopened and not taken else measure_problems(taken)
    _check(draft_of(before, **values), [*passed, *lacking, *_foreign(unit, before, before.incidents)])
    unit.title = "focus.review"
    unit.change(Focus, record_id, **values)
    return record_id


def end(unit: Unit, record_id: str, on: date | None, reason: EndReason | None, evaluation: str = "") -> str:
    """End it with a reason. A wrong attribution reopens the incidents it rested on, which must be judged anew, and the
    review of every other round that rests on them."""
    before = _running(unit, record_id)
    values = {"end_on": on, "end_reason": reason, "evaluation": evaluation.strip() or before.evaluation}
    found = [] if on is not None else [Problem(CommonProblem.MISSING, "end_on")]
    if reason is None:
        found.append(Problem(FocusProblem.END_WITHOUT_REASON, "end_reason"))
    ended = draft_of(before, **values)
    # What an imported round lacks need not be made up to end it.
    _check(draft_of(ended, imported=True), [*found, *not_future(ended, unit.today, "end_on")])
    unit.title = "focus.end"
    unit.change(Focus, record_id, **values)
    if reason is EndReason.WRONG_ATTRIBUTION:
        _judge_anew(unit, before)
    return record_id


def told(unit: Unit, record_id: str, on: date | None, how: str) -> str:
    """The group has been told: when and how."""
    values = {"told_on": on, "told_how": how.strip()}
    after = draft_of(get(unit, record_id), **values)
    found = [Problem(CommonProblem.MISSING, name) for name in ("told_on", "told_how") if not values[name]]
    _check(draft_of(after, imported=True), [*found, *not_future(after, unit.today, "told_on")])
    unit.title = "focus.told"
    unit.change(Focus, record_id, **values)
    return record_id


def remove(unit: Unit, record_id: str) -> None:
    """Take it out with its measures."""
    for measure in measures(unit, record_id):
        unit.remove(Measure, measure.id)
    unit.remove(Focus, record_id)
    unit.title = "focus.remove"


def get_measure(unit: Unit, record_id: str) -> Measure:
    """One measure."""
    compartments.need(unit, Compartment.ENFORCEMENT)
    return unit.get(Measure, record_id)


def grounds(unit: Unit) -> list[str]:
    """The legal grounds that measures have been given, the most used first."""
    if not compartments.may_read(unit, Compartment.ENFORCEMENT):
        return []
    m = unit.table(Measure).c
    query = select(m.legal_ground).where(m.removed == 0, m.legal_ground != "").group_by(m.legal_ground)
    return list(unit.connection.execute(query.order_by(func.count().desc(), m.legal_ground)).scalars())


def add_measure(unit: Unit, draft: MeasureDraft) -> str:
    """A measure with its own legal ground; none is added while the attribution to the group is in question."""
    found = list(problems_of_measure(draft))
    if not found and get(unit, draft.focus or "").attribution_reopened:
        found.append(Problem(FocusProblem.REOPENED))
    if found:
        raise RefusedError(found, kind="measure")
    return unit.add(Measure, draft).id


def change_measure(unit: Unit, record_id: str, draft: MeasureDraft) -> str:
    """Change a measure or its counters."""
    get_measure(unit, record_id)
    if found := problems_of_measure(draft):
        raise RefusedError(found, kind="measure")
    unit.put(Measure, record_id, draft)
    return record_id


def remove_measure(unit: Unit, record_id: str) -> None:
    """Take a measure out."""
    unit.remove(Measure, record_id)


def _running(unit: Unit, record_id: str) -> Focus:
    found = get(unit, record_id)
    if not found.running:
        raise RefusedError(FocusProblem.NOT_RUNNING, kind="focus")
    return found


def _decide(unit: Unit, incident: Incident, draft: FocusDraft) -> None:
    if incident.decision is None:
        values = {"decision": IncidentDecision.FOCUS, "decided_on": draft.decided_on, "decided_why": draft.basis}
        unit.change(Incident, incident.id, **values)


def _foreign(unit: Unit, draft: FocusDraft, added: Iterable[str]) -> list[Problem]:
    """A problem when an incident is attributed to another group than the round is about."""
    found = unit.by_ids(Incident, added).values()
    foreign = any(one.group is not None and one.group != draft.group for one in found)
    return [Problem(FocusProblem.OTHER_GROUPS_INCIDENT, "incidents")] if foreign else []


def _judge_anew(unit: Unit, ended: Focus) -> None:
    for incident_id in sorted(unit.by_ids(Incident, ended.incidents)):
        unit.change(Incident, incident_id, decision=None, decided_on=None, decided_why="")
        others = [one for one in incidents.triggered(unit, incident_id) if one.id != ended.id]
        incidents.reopen(unit, [one for one in others if one.running])


def _check(draft: FocusDraft, more: Iterable[Problem] = ()) -> None:
    found = list(problems(draft))
    found += [one for one in more if one not in found]
    if found:
        raise RefusedError(found, kind="focus")


__all__ = [
    "FocusLine",
    "Moment",
    "add_measure",
    "change",
    "change_measure",
    "due",
    "end",
    "get",
    "get_measure",
    "grounds",
    "line",
    "listed",
    "measures",
    "remove",
    "remove_measure",
    "review",
    "start",
    "timeline",
    "told",
    "waiting",
]
