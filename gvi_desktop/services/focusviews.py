"""What is read of focus rounds: the list, one round with its measures, and its time line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sqlalchemy import func, select

from gvi_desktop.domain.errors import NotFoundError
from gvi_desktop.domain.focus import MEASURE_WITHIN, Focus, days_long
from gvi_desktop.domain.group import Group
from gvi_desktop.domain.incident import Incident, IncidentType
from gvi_desktop.domain.measure import Measure
from gvi_desktop.domain.notification import Notification, Outcome
from gvi_desktop.domain.record import Compartment
from gvi_desktop.services import compartments, incidents
from gvi_desktop.services.incidents import IncidentView
from gvi_desktop.services.unit import Unit
from gvi_desktop.storage import journal


class Happening(StrEnum):
    """What may stand on a focus round's time line."""

    INCIDENT = "incident"
    TALK = "talk"
    START = "start"
    REVIEW = "review"
    REVIEW_AHEAD = "review_ahead"
    MEASURE = "measure"
    TOLD = "told"
    END = "end"


@dataclass(frozen=True)
class FocusLine:
    """A focus round as the list shows it; `late` = review overdue or missing, or attribution reopened; `bare` = it runs
    without any measure longer than it should."""

    id: str
    record: Focus
    group: str
    days: int | None
    measures: int
    late: bool
    bare: bool = False


@dataclass(frozen=True)
class Moment:
    """Something on a focus round's time line and its day; the type where it is an incident."""

    on: date
    what: Happening
    record_id: str | None = None
    incident_type: IncidentType | None = None


@dataclass(frozen=True)
class FocusView:
    """A focus round with its measures, the incidents it rests on, its time line and other rounds on the same group."""

    line: FocusLine
    measures: tuple[Measure, ...]
    incidents: tuple[Incident, ...]
    moments: tuple[Moment, ...]
    others: tuple[Focus, ...]
    quiet_days: int | None
    """Days since the last incident that is attributed to the group (to the round's end); None when there is none."""

    @property
    def id(self) -> str:
        """The round's id."""
        return self.line.id


def listed(unit: Unit) -> list[FocusLine]:
    """All focus rounds: those that run first, and the newest first."""
    if not compartments.may_read(unit, Compartment.ENFORCEMENT):
        return []
    t = unit.table(Focus)
    return _lines(unit, unit.find(Focus, order_by=(t.c.end_on.is_not(None), t.c.start_on.desc(), t.c.id)))


def line(unit: Unit, record_id: str) -> FocusLine:
    """One focus round as the list shows it."""
    compartments.need(unit, Compartment.ENFORCEMENT)
    return _lines(unit, [unit.get(Focus, record_id)])[0]


def view(unit: Unit, record_id: str) -> FocusView:
    """One focus round with all that belongs to it."""
    shown = line(unit, record_id)
    found = unit.by_ids(Incident, shown.record.incidents)
    ordered = sorted(found.values(), key=lambda one: (one.on or date.min, one.id))
    t = unit.table(Focus)
    others = unit.find(Focus, t.c.group == shown.record.group, t.c.id != record_id, order_by=t.c.start_on)
    taken = measures(unit, record_id)
    return FocusView(
        shown,
        tuple(taken),
        tuple(ordered),
        tuple(_timeline(unit, shown.record, taken)),
        tuple(others),
        quiet_days(unit, shown.record),
    )


def either(unit: Unit, record_id: str) -> FocusView | IncidentView:
    """A focus round or an incident, whichever has the id; a measure's id leads to its round."""
    for record in (Focus, Incident, Measure):
        if found := unit.by_ids(record, [record_id]).get(record_id):
            if isinstance(found, Measure):
                return view(unit, found.focus or "")
            return view(unit, record_id) if isinstance(found, Focus) else incidents.view(unit, record_id)
    raise NotFoundError("record_not_found", kind="focus")


def measures(unit: Unit, focus_id: str) -> list[Measure]:
    """The measures of a focus round."""
    compartments.need(unit, Compartment.ENFORCEMENT)
    t = unit.table(Measure)
    return unit.find(Measure, t.c.focus == focus_id, order_by=(t.c.agency, t.c.made_at))


def due(unit: Unit) -> list[FocusLine]:
    """Running rounds whose review is due today or late, whose attribution is reopened, or that have no measure yet."""
    if not compartments.may_read(unit, Compartment.ENFORCEMENT):
        return []
    t = unit.table(Focus)
    running = unit.find(Focus, t.c.start_on.is_not(None), t.c.end_on.is_(None), order_by=t.c.review_on)
    return [one for one in _lines(unit, running) if one.late or one.bare or one.record.review_on == unit.today]


def waiting(unit: Unit) -> int:
    """How much waits here: reviews of rounds, and incidents without a decision."""
    return len(due(unit)) + incidents.undecided(unit)


def timeline(unit: Unit, record_id: str) -> list[Moment]:
    """The round beside the incidents and talks of its group, in order. Of a talk it says only that it was held."""
    compartments.need(unit, Compartment.ENFORCEMENT)
    return _timeline(unit, unit.get(Focus, record_id), measures(unit, record_id))


def quiet_days(unit: Unit, focus: Focus) -> int | None:
    """Days without an incident that is attributed to the round's group, up to today or to the round's end: what was
    noted, not an effect."""
    compartments.need(unit, Compartment.ENFORCEMENT)
    i = unit.table(Incident)
    until = focus.end_on or unit.today
    known = unit.find(Incident, i.c.group == focus.group, i.c.on <= until.isoformat(), order_by=i.c.on.desc(), limit=1)
    return (until - known[0].on).days if known and known[0].on is not None else None


def _timeline(unit: Unit, focus: Focus, taken: Sequence[Measure]) -> list[Moment]:
    days = [
        (focus.start_on, Happening.START),
        (focus.told_on, Happening.TOLD),
        (focus.end_on, Happening.END),
        *((day, Happening.REVIEW) for day in _reviews(unit, focus)),
        *((unit.local(one.made_at).date(), Happening.MEASURE) for one in taken if not one.imported),
    ]
    if focus.running:
        days.append((focus.review_on, Happening.REVIEW_AHEAD))
    found = [Moment(day, what) for day, what in days if day is not None]
    i, n = unit.table(Incident), unit.table(Notification)
    known = {one.id: one for one in unit.find(Incident, i.c.group == focus.group)}
    known |= unit.by_ids(Incident, focus.incidents)
    found += [Moment(one.on, Happening.INCIDENT, one.id, one.incident_type) for one in known.values() if one.on]
    talks = select(n.c.id, n.c.on).where(
        n.c.removed == 0,
        n.c.group == focus.group,
        n.c.outcome == Outcome.REACHED.value,
        n.c.corrected == 0,
        n.c.on.is_not(None),
    )
    found += [Moment(date.fromisoformat(day), Happening.TALK, one) for one, day in unit.connection.execute(talks)]
    return sorted(found, key=lambda moment: (moment.on, moment.what, moment.record_id or ""))


def _reviews(unit: Unit, focus: Focus) -> list[date]:
    """The days on which the round was reviewed, as the journal has them; of a round from elsewhere the last one."""
    days = {focus.reviewed_on.isoformat()} if focus.reviewed_on else set[str]()
    for noted in journal.entries(unit.connection, record=focus.id):
        before, after = (noted.values or {}).get("reviewed_on", (None, None))
        if noted.action == "undo":
            days.discard(str(before))
        elif after:
            days.add(str(after))
    return [date.fromisoformat(day) for day in sorted(days)]


def _lines(unit: Unit, found: Sequence[Focus]) -> list[FocusLine]:
    groups = unit.by_ids(Group, {one.group for one in found})
    m = unit.table(Measure)
    query = select(m.c.focus, func.count()).where(m.c.removed == 0).group_by(m.c.focus)
    counted = {str(focus): int(number) for focus, number in unit.connection.execute(query)}
    today = unit.today
    return [
        FocusLine(
            one.id,
            one,
            groups[one.group].name if one.group in groups else "",
            days_long(one, today),
            counted.get(one.id, 0),
            one.running and (one.attribution_reopened or one.review_on is None or one.review_on < today),
            one.running and not counted.get(one.id) and (one.start_on or today) + MEASURE_WITHIN <= today,
        )
        for one in found
    ]
