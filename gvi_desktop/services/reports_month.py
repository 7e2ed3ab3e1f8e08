"""The steering group's month on a page: beside the month before and the year so far, and what to decide next."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from gvi_desktop.domain.callin import Callin, stops
from gvi_desktop.domain.focus import days_long
from gvi_desktop.domain.incident import Incident
from gvi_desktop.domain.indicators import Figures, Period
from gvi_desktop.domain.record import Compartment
from gvi_desktop.domain.user import Right
from gvi_desktop.services import compartments, focusviews, helping, incidents, indicators, readiness, retention, tasks
from gvi_desktop.services.report_parts import Cell, Report, Row, Section, Teller, day, filled
from gvi_desktop.services.reports_shown import everything, public
from gvi_desktop.services.reports_year import OF_ROOM, unseen
from gvi_desktop.services.unit import Unit

FIGURES = (
    *("attempts", "talks", "talks_under_18", "individuals", "talks_with_all_three_messages", "asked_for_help"),
    *("callins_held", "called", "came", "calls", "help_asked", "first_contact_24", "first_contact_72"),
    *("incidents", "focus_started"),
)
AHEAD = timedelta(days=31)
SHOWN = 12
"""Lines of what is to be decided: the report is one page."""
GO_DAYS = (3, 1)


def month_of(on: date) -> Period:
    """The month that a day is in."""
    first = on.replace(day=1)
    return Period(first, (first + timedelta(days=32)).replace(day=1) - timedelta(days=1))


def make(unit: Unit, on: date, language: str, *, public: bool = False) -> Report:
    """The month that holds the day. The public one leaves out the year so far, which would tell hidden months."""
    unit.need(Right.READ)
    tell = Teller(language, public=public)
    month = month_of(on)
    first = month.first or on
    before, year = month_of(first - timedelta(days=1)), Period(first.replace(month=1, day=1), month.last)
    columns = [month, before] if public else [month, before, year]
    heads = ["figure", "this_month", "month_before", "year_so_far"][: len(columns) + 1]
    figures = [indicators.count(unit, period, rounds=False) for period in columns]
    counted = [_numbers(one, hide=public) for one in figures]
    hidden = frozenset[str]().union(*(OF_ROOM[room] for room in figures[0].unseen))
    rows: list[Row] = []
    for name in (one for one in FIGURES if one not in hidden):
        values = [one.get(name) for one in counted]
        if not (public and name in ("called", "came")):
            rows.append((tell(name), *(tell.cell(value) for value in values)))
    sections = [tell.table("month_figures", heads, rows)]
    if not public:
        sections += [_now(unit, tell), tell.table("decide_next", ("what", "which", "by_when"), _next(unit, tell))]
    notes = [tell("note_effect"), tell("note_month"), tell("note_people"), *unseen(figures[0], tell)]
    notes += [tell("note_small"), tell("note_overlap")] if public else []
    return Report(tell("month_title_public" if public else "month_title"), _name(first), filled(sections), tuple(notes))


def _name(first: date) -> str:
    return f"{first:%Y-%m}"


def _numbers(f: Figures, *, hide: bool) -> dict[str, int | None]:
    shown = public(f) if hide else everything(f)
    sums = {name: sum(getattr(one, name) for one in f.callins) for name in ("called", "came")}
    return {**shown.numbers, **sums, "focus_started": shown.numbers["focus_rounds"]}


def _now(unit: Unit, tell: Teller) -> Section:
    """How it stands today, whatever the month."""
    rows: list[tuple[str, Cell | date | None]] = []
    if compartments.may_read(unit, Compartment.ENFORCEMENT):
        running = [one for one in focusviews.listed(unit) if one.record.running]
        said = [tell("focus_line", name=one.group, length=days_long(one.record, unit.today) or 0) for one in running]
        rows += [("focus_running", "; ".join(said) or tell("none"))]
        rows += [("undecided", incidents.undecided(unit))]
    if compartments.may_read(unit, Compartment.HELP):
        rows += [("first_contact_waiting", helping.waiting(unit))]
    _, _, overdue = indicators.of_people(unit)
    rows += [("overdue_reviews", overdue), ("past_retention", retention.due_count(unit))]
    rows += [("tasks_due", tasks.waiting(unit)), ("today_is", unit.today)]
    return tell.facts("month_now", rows)


def _next(unit: Unit, tell: Teller) -> list[Row]:
    found = sorted((*_meetings(unit, tell), *_focus(unit, tell)), key=lambda row: str(row[2]))
    return found[:SHOWN]


def _meetings(unit: Unit, tell: Teller) -> Iterator[Row]:
    """Go or postpone, three days and a day before each meeting that is near."""
    c = unit.table(Callin).c
    near = unit.find(Callin, c.on.between(unit.today.isoformat(), (unit.today + AHEAD).isoformat()), order_by=c.on)
    ahead = [one for one in near if one.ahead]
    ready = readiness.of_callins(unit, ahead)
    for one in ahead:
        count = len(stops(one, ready[one.id]))
        for days, decided in zip(GO_DAYS, (one.go_72, one.go_24), strict=True):
            if one.on is not None and decided is None and one.on - timedelta(days=days) >= unit.today:
                which = tell("callin_with_stops", which_one=one.number or "–", stops=count)
                yield tell("decide_go"), which, day(one.on - timedelta(days=days))


def _focus(unit: Unit, tell: Teller) -> Iterator[Row]:
    """Reviews of focus rounds, and incidents that nothing has been decided on."""
    if not compartments.may_read(unit, Compartment.ENFORCEMENT):
        return
    for line in focusviews.listed(unit):
        due = line.record.review_on
        if line.record.running and due is not None and due <= unit.today + AHEAD:
            yield tell("decide_review"), line.group or "–", day(due)
    i = unit.table(Incident).c
    for one in unit.find(Incident, i.decision.is_(None), i.imported == 0, order_by=i.on.desc(), limit=SHOWN):
        what = ", ".join(part for part in (tell.words.value(one.incident_type), one.area, day(one.on)) if part)
        yield tell("decide_incident"), what, tell("at_once")
