"""Pauses of a person's retention clock: time in custody is not counted (lag 2018:1693, 4:7)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from gvi_desktop.domain.errors import Problem
from gvi_desktop.domain.record import Draft, Record, free_text, ref
from gvi_desktop.domain.rules import caps, gather, in_order, missing, not_future


@dataclass(frozen=True, kw_only=True)
class PauseDraft(Draft):
    """From and to which day (both counted) the clock stands still, and why; without an end it still stands."""

    kind: ClassVar[str] = "pause"

    person: str | None = ref("person")
    from_on: date | None = None
    to_on: date | None = None
    why: str = free_text(500)


@dataclass(frozen=True, kw_only=True)
class Pause(PauseDraft, Record):
    """A stored pause."""


def problems(draft: PauseDraft, today: date) -> tuple[Problem, ...]:
    """Whose clock, since when and why; a pause that has not begun cannot be noted, its end may lie ahead."""
    order = in_order(draft, "from_on", "to_on")
    return gather(missing(draft, "person", "from_on", "why"), not_future(draft, today, "from_on"), order, caps(draft))


def spans(pauses: Iterable[PauseDraft], today: date) -> list[tuple[date, date]]:
    """The days on which the clock stands, as (first, last) in order and without overlaps; an open one until today."""
    found: list[tuple[date, date]] = []
    known = [(one.from_on, one.to_on or today) for one in pauses if one.from_on is not None]
    for first, last in sorted(span for span in known if span[0] <= span[1]):
        if found and first <= found[-1][1]:
            found[-1] = (found[-1][0], max(last, found[-1][1]))
        else:
            found.append((first, last))
    return found
