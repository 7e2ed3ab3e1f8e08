"""Times of day as people write them: cells, 17:15, 17.15, kl 17, 1715, 5:15 pm, fractions of a day."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta

from gvi_desktop.intake.cell import Cell, CellFault, is_formula, says_nothing, text_of

_CLOCK = re.compile(r"^(\d{1,2})(?:\s*[:.,h]\s*(\d{2}))?(?:[:.]\d{2}(?:\.\d+)?)?\s*(am|pm|a\.m\.|p\.m\.)?$", re.I)
_FOUR = re.compile(r"^(\d{1,2})(\d{2})$")
MINUTES = 24 * 60


def read_time(cell: Cell) -> time | None:
    """The time in a cell, to the minute; of a span its beginning; None when it says nothing.

    Raises CellFault `not_a_time` or `formula`.
    """
    if says_nothing(cell):
        return None
    if is_formula(cell):
        raise CellFault("formula")
    if isinstance(cell, datetime):
        return cell.time().replace(second=0, microsecond=0)
    if isinstance(cell, time):
        return cell.replace(second=0, microsecond=0)
    if isinstance(cell, timedelta):
        return _of_day(cell / timedelta(days=1))
    if isinstance(cell, date | bool):
        raise CellFault("not_a_time")
    if isinstance(cell, int | float):
        return _of_number(float(cell))
    return _of_text(text_of(cell))


def _of_number(value: float) -> time:
    if value < 0:
        raise CellFault("not_a_time")
    if value < 1:
        return _of_day(value)
    if value.is_integer():
        return _of_text(str(int(value)))
    if value < 24:  # 17.15 typed as a number
        return _clock(int(value), round((value - int(value)) * 100))
    return _of_day(value % 1)  # a whole moment: the day is before the point


def _of_day(share: float) -> time:
    minutes = round(share * MINUTES)
    if not 0 <= minutes < MINUTES:
        raise CellFault("not_a_time")
    return time(minutes // 60, minutes % 60)


def _of_text(text: str) -> time:
    plain = re.sub(r"^(?:klockan|kl\.?|ca\.?|at)\s*", "", text.casefold()).strip()
    plain = re.split(r"\s*[-–—]\s*|\s+(?:till|to)\s+", plain, maxsplit=1)[0].removesuffix("h").strip(" .~")
    if re.fullmatch(r"0?[.,]\d{3,}", plain):
        return _of_day(float(plain.replace(",", ".")))
    if found := _FOUR.match(plain):
        return _clock(int(found[1]), int(found[2]))
    found = _CLOCK.match(plain)
    if found is None:
        raise CellFault("not_a_time")
    hour, minute, half = int(found[1]), int(found[2] or 0), (found[3] or "")[:1]
    if half:
        if not 1 <= hour <= 12:
            raise CellFault("not_a_time")
        hour = hour % 12 + (12 if half == "p" else 0)
    return _clock(hour, minute)


def _clock(hour: int, minute: int) -> time:
    if (hour, minute) == (24, 0):
        return time(0, 0)
    try:
        return time(hour, minute)
    except ValueError as fault:
        raise CellFault("not_a_time") from fault
