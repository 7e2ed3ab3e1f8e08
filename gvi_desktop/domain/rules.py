"""Small rules that many concepts share."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from enum import StrEnum

from gvi_desktop.domain.errors import Problem
from gvi_desktop.domain.record import Draft, draft_fields, too_long

EARLIEST = date(1901, 1, 1)
FIRST_DAY, LAST_DAY = date(1000, 1, 1), date(2999, 12, 31)
"""The days there are: weeks before and after them can still be counted, in any plan and report."""


class CommonProblem(StrEnum):
    """What any concept's rules may object to."""

    MISSING = "missing"
    TOO_LONG = "too_long"
    IN_FUTURE = "in_future"
    IMPROBABLE_DATE = "improbable_date"
    ENDS_BEFORE_START = "ends_before_start"
    NOT_ALLOWED = "not_allowed"
    UNKNOWN_RECORD = "unknown_record"


def missing(draft: Draft, *names: str) -> list[Problem]:
    """A problem for each named field that is empty."""
    return [Problem(CommonProblem.MISSING, name) for name in names if _empty(getattr(draft, name))]


def _empty(value: object) -> bool:
    return value is None or (isinstance(value, str) and not value.strip()) or value in ((), frozenset())


def caps(draft: Draft) -> list[Problem]:
    """A problem for each text that is longer than its cap, and for each date that no calendar reaches."""
    return [Problem(CommonProblem.TOO_LONG, name, {"cap": cap}) for name, cap in too_long(draft)] + out_of_reach(draft)


def out_of_reach(draft: Draft) -> list[Problem]:
    """A problem for each date so far away that nothing can be planned from it or counted to it."""
    dates = ((declared.name, getattr(draft, declared.name)) for declared in draft_fields(type(draft)))
    return [Problem(CommonProblem.IMPROBABLE_DATE, name) for name, value in dates if not reached(value)]


def reached(value: object) -> bool:
    """Whether this is a day of the calendar there is (or no day at all)."""
    return not isinstance(value, date) or isinstance(value, datetime) or FIRST_DAY <= value <= LAST_DAY


def not_future(draft: Draft, today: date, *names: str) -> list[Problem]:
    """A problem for each named date that lies after today or before 1901."""
    found = []
    for name in names:
        value: date | None = getattr(draft, name)
        if value is None:
            continue
        if value > today:
            found.append(Problem(CommonProblem.IN_FUTURE, name))
        elif value < EARLIEST:
            found.append(Problem(CommonProblem.IMPROBABLE_DATE, name))
    return found


def in_order(draft: Draft, first: str, last: str) -> list[Problem]:
    """A problem when the second date lies before the first."""
    start, end = getattr(draft, first), getattr(draft, last)
    return [Problem(CommonProblem.ENDS_BEFORE_START, last)] if start and end and end < start else []


def gather(*parts: Iterable[Problem]) -> tuple[Problem, ...]:
    """All problems in order, each once."""
    found: list[Problem] = []
    for part in parts:
        found.extend(problem for problem in part if problem not in found)
    return tuple(found)
