"""Retention regimes: how long data of a kind may be kept, by which law, and the hard limit no date may pass."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import ClassVar

from gvi_desktop.domain.errors import Problem
from gvi_desktop.domain.extension import Extension
from gvi_desktop.domain.pause import Pause, PauseDraft, spans
from gvi_desktop.domain.person import PersonDraft
from gvi_desktop.domain.record import Draft, Record, free_text, short
from gvi_desktop.domain.rules import caps, gather, missing


@dataclass(frozen=True, kw_only=True)
class RegimeDraft(Draft):
    """A regime: months from its start event, its legal source and the source's date."""

    kind: ClassVar[str] = "regime"
    synced: ClassVar[bool] = False

    code: str = short(40)
    name: str = short()
    months: int = 12
    hard_months: int = 12
    start_event: str = short()
    source: str = short()
    source_on: date | None = None
    note: str = free_text(500)


@dataclass(frozen=True, kw_only=True)
class Regime(RegimeDraft, Record):
    """A stored regime."""


@dataclass(frozen=True)
class Clock:
    """A person's retention clock: when it started, when it ends, the hard end, and by which regime.

    Pauses move both ends, as time in custody is not counted; extensions move the first, never past the second.
    """

    start: date
    end: date
    hard_end: date
    regime: str
    why: str = ""
    source: str = ""
    pauses: tuple[Pause, ...] = ()
    extensions: tuple[Extension, ...] = ()
    stands: bool = False
    """Whether it stands still today."""


def problems(draft: RegimeDraft) -> tuple[Problem, ...]:
    """A name, a source, and a time within the hard limit."""
    found = []
    if draft.months < 1:
        found.append(Problem("regime_bad_months", "months"))
    if draft.hard_months < draft.months:
        found.append(Problem("regime_past_hard_limit", "hard_months"))
    return gather(missing(draft, "code", "name", "source"), found, caps(draft))


def add_months(day: date, months: int) -> date:
    """The same day of the month so many months on, or the month's last day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    for last in (day.day, 30, 29, 28):
        try:
            return date(year, month + 1, last)
        except ValueError:
            continue
    raise ValueError(months)


def clock(
    person: PersonDraft,
    regime: Regime,
    made_on: date,
    today: date | None = None,
    pauses: Sequence[Pause] = (),
    extensions: Sequence[Extension] = (),
) -> Clock:
    """When this person's data must go: from the start event, else from the day it was made; `today` is how far a pause
    without an end has come."""
    start = person.retention_from or made_on
    stood = spans(pauses, today or start)
    hard_end = _moved(add_months(start, regime.hard_months), start, stood)
    ends = [_moved(add_months(day, regime.months), day, stood) for day in (start, *(e.on for e in extensions if e.on))]
    stands = today is not None and any(first <= today <= last for first, last in stood)
    shown = tuple(sorted(extensions, key=lambda one: one.on or start))
    return Clock(
        start, min(max(ends), hard_end), hard_end, regime.name, regime.start_event, regime.source,
        tuple(sorted(pauses, key=lambda one: one.from_on or start)), shown, stands,
    )  # fmt: skip


def counted(start: date, months: int, pauses: Sequence[PauseDraft], today: date) -> date:
    """The day on which so many months from `start` have run, the days aside on which the clock stood."""
    return _moved(add_months(start, months), start, spans(pauses, today))


def _moved(end: date, start: date, stood: Sequence[tuple[date, date]]) -> date:
    """An end later by the days from `start` on which the clock stood before it was reached."""
    for first, last in stood:
        if last >= start and max(first, start) <= end:
            end += last - max(first, start) + timedelta(days=1)
    return end
