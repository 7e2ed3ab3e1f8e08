"""The overview: what must be done today, and the year at a glance."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from gvi_desktop.domain.callin import Callin, CallinProblem, CallinStatus, stops
from gvi_desktop.domain.errors import Problem
from gvi_desktop.domain.focus import Focus
from gvi_desktop.domain.indicators import CallinFigures, FocusFigures, Period
from gvi_desktop.domain.person import Person
from gvi_desktop.domain.phonecall import Phonecall
from gvi_desktop.domain.record import Compartment
from gvi_desktop.domain.task import Task
from gvi_desktop.services import (
    compartments,
    conflicts,
    erasedelsewhere,
    focusing,
    helping,
    indicators,
    readiness,
    recalls,
    restoretest,
    retention,
    rightscases,
    roster,
    sampling,
    waiting,
)
from gvi_desktop.services.unit import Unit
from gvi_desktop.services.waiting import SHOWN, Waiting, Waits

SOON = timedelta(days=7)
YEAR = 365


class Topic(StrEnum):
    """What a light of the next call-in stands for."""

    MESSAGES = "messages"
    SCRIPTS = "scripts"
    SPEAKERS = "speakers"
    PEOPLE = "people"
    REHEARSAL = "rehearsal"


TOPICS: dict[Topic, frozenset[str]] = {
    Topic.MESSAGES: frozenset({CallinProblem.MESSAGE_UNCOVERED}),
    Topic.SCRIPTS: frozenset(
        {CallinProblem.SCRIPT_UNAPPROVED, CallinProblem.SPEAKER_WITHOUT_SCRIPT, CallinProblem.NO_SPEAKERS}
    ),
    Topic.SPEAKERS: frozenset({CallinProblem.NO_SPEAKERS, CallinProblem.SPEAKER_UNCONFIRMED}),
    Topic.PEOPLE: frozenset({CallinProblem.NO_INVITEES, CallinProblem.INVITEE_STOPPED}),
    Topic.REHEARSAL: frozenset({CallinProblem.REHEARSAL_MISSING}),
}
"""The stops that each light gathers."""


@dataclass(frozen=True)
class Light:
    """One topic of the next call-in and how many stops it has; none: it is ready."""

    topic: Topic
    stops: int


@dataclass(frozen=True)
class NextCallin:
    """The next call-in ahead, with everything that still stops it."""

    record: Callin
    days: int
    stops: tuple[Problem, ...]

    @property
    def lights(self) -> tuple[Light, ...]:
        """One light a topic, in the order of preparation."""
        return tuple(Light(topic, sum(one.code in codes for one in self.stops)) for topic, codes in TOPICS.items())


@dataclass(frozen=True)
class Overview:
    """All of it, in one reading; each list is cut at eight, its whole length stands beside it."""

    tasks: tuple[Waiting, ...]
    tasks_count: int
    callin: NextCallin | None
    follow_ups: tuple[Waiting, ...]
    follow_ups_count: int
    callbacks: tuple[Waiting, ...]
    focus: tuple[Waiting, ...]
    unclosed: Waits
    """Call-ins whose day has passed and that nobody has closed."""
    care: Waits
    help_follow_ups: Waits
    incidents: Waits
    first_contacts: int
    reviews: int
    link_reviews: int
    link_approvals: int
    group_reviews: int
    bundles_unread: int
    retention: int
    conflicts: int
    samples: int
    """Entries of a sample of the history that have waited too long for this user's judgement."""
    restore_test: int
    """1 when no backup has been restored for trial for a quarter of a year."""
    recalls: int
    """What colleagues ask to have taken away, and nobody has answered."""
    erased_names: int
    """Names in our texts of people whom a colleague erased, for somebody to decide on."""
    rights: int
    """Rights cases that are late or to be answered within a week."""
    months: tuple[tuple[str, int, int], ...]
    """Month, talks, and of these with somebody under 18; the last twelve months."""
    attended: CallinFigures | None
    """The newest call-in that was held."""
    rounds: tuple[FocusFigures, ...] | None
    period: Period
    empty: bool
    """Nothing has been entered yet: the page leads the first steps."""


def overview(unit: Unit) -> Overview:
    """What must I do today."""
    today = unit.today
    first = (today - timedelta(days=YEAR)).replace(day=1)
    period = Period(first, today)
    figures = indicators.at_a_glance(unit, period)
    tasks, counted = _tasks(unit, today)
    follow_ups = waiting.talk_follow_ups(unit)
    return Overview(
        tasks=tasks,
        tasks_count=counted,
        callin=_next(unit, today),
        follow_ups=follow_ups.shown,
        follow_ups_count=follow_ups.count,
        callbacks=_callbacks(unit),
        focus=_focus(unit, today),
        unclosed=waiting.unclosed(unit),
        care=waiting.care(unit),
        help_follow_ups=waiting.help_follow_ups(unit),
        incidents=waiting.incidents(unit),
        first_contacts=helping.waiting(unit),
        reviews=roster.due_count(unit),
        link_reviews=waiting.link_reviews(unit),
        link_approvals=waiting.link_approvals(unit),
        group_reviews=waiting.group_reviews(unit),
        bundles_unread=waiting.bundles_unread(unit),
        retention=retention.due_count(unit),
        conflicts=conflicts.count(unit),
        samples=sampling.waits(unit).overdue,
        restore_test=int(restoretest.due(unit)),
        recalls=recalls.count(unit),
        erased_names=erasedelsewhere.count(unit),
        rights=rightscases.due_count(unit),
        months=_months(figures.by_month, first, today),
        attended=figures.callins[-1] if figures.callins else None,
        rounds=figures.focus_rounds,
        period=period,
        empty=not unit.find(Person, limit=1) and not unit.find(Callin, limit=1),
    )


def _tasks(unit: Unit, today: date) -> tuple[tuple[Waiting, ...], int]:
    t = unit.table(Task)
    waits = (t.c.done_on.is_(None), t.c.due_on <= today.isoformat())
    found = unit.find(Task, *waits, order_by=t.c.due_on, limit=SHOWN)
    shown = tuple(
        Waiting("task", one.id, one.title, one.due_on, one.due_on is not None and one.due_on < today) for one in found
    )
    return shown, unit.count(Task, *waits)


def _next(unit: Unit, today: date) -> NextCallin | None:
    c = unit.table(Callin)
    over = [one.value for one in (CallinStatus.HELD, CallinStatus.FOLLOWED_UP, CallinStatus.CANCELLED)]
    found = unit.find(Callin, c.c.on >= today.isoformat(), c.c.status.not_in(over), order_by=c.c.on, limit=1)
    if not found or found[0].on is None:
        return None
    callin = found[0]
    ready = readiness.of_callins(unit, [callin])[callin.id]
    return NextCallin(callin, (callin.on - today).days if callin.on else 0, stops(callin, ready))


def _callbacks(unit: Unit) -> tuple[Waiting, ...]:
    t = unit.table(Phonecall)
    waits = (t.c.callback_due.is_not(None), t.c.callback_done.is_(None))
    if not compartments.may_read(unit, Compartment.HELP):
        return ()
    found = unit.find(Phonecall, *waits, order_by=t.c.callback_due, limit=SHOWN)
    return tuple(
        Waiting(
            "phonecall",
            one.id,
            one.need.value if one.need else "",
            unit.local(one.callback_due).date() if one.callback_due else None,
            one.callback_due is not None and one.callback_due < unit.now,
        )
        for one in found
    )


def _focus(unit: Unit, today: date) -> tuple[Waiting, ...]:
    t = unit.table(Focus)
    near = (t.c.end_on.is_(None), t.c.review_on <= (today + SOON).isoformat())
    if not compartments.may_read(unit, Compartment.ENFORCEMENT):
        return ()
    lines = [focusing.line(unit, one.id) for one in unit.find(Focus, *near, order_by=t.c.review_on, limit=SHOWN)]
    return tuple(Waiting("focus", one.id, one.group, one.record.review_on, one.late) for one in lines)


def _months(known: Mapping[str, tuple[int, int]], first: date, last: date) -> tuple[tuple[str, int, int], ...]:
    found, month = [], first
    while month <= last:
        key = f"{month:%Y-%m}"
        talks, young = known.get(key, (0, 0))
        found.append((key, talks, young))
        month = (month + timedelta(days=32)).replace(day=1)
    return tuple(found[-12:])
