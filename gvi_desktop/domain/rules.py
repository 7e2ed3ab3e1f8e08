"""Small rules that many concepts share."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from enum import StrEnum

from gvi_desktop.domain.errors import Problem
from gvi_desktop.domain.record import Draft, too_long

EARLIEST = date(1901, 1, 1)


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
    """A problem for each text that is longer than its cap."""
    return [Problem(CommonProblem.TOO_LONG, name, {"cap": cap}) for name, cap in too_long(draft)]


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
