"""Dates as people write them: cells, ISO, 12/10-22, 221012, 12 okt 2022, serial numbers; never one that cannot be."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from gvi_desktop.intake.cell import Cell, CellFault, is_formula, says_nothing, text_of
from gvi_desktop.intake.lexicon import fold, months, words

EARLIEST = 1901
SERIAL_ZERO = date(1899, 12, 30)
SERIALS = range(367, 73051)
"""1901 to 2099 as day numbers of a spreadsheet."""

_ISO = re.compile(r"^(\d{4})[-/.\s](\d{1,2})[-/.\s](\d{1,2})(?:[T\s,].*)?$")
_NUMBERS = re.compile(r"^(\d{1,2})\s*[-/.]\s*(\d{1,2})\s*[-/.\s]\s*['’]?(\d{4}|\d{2})(?:[T\s,]+\d.*)?$")
_NO_YEAR = re.compile(r"^\d{1,2}\s*[-/.]\s*\d{1,2}\.?$")
_DAY_FIRST = re.compile(r"^(\d{1,2})(?:[:.]?[ea]|st|nd|rd|th)?[\s.\-/]*([^\W\d_]+)[\s.,\-/]*['’]?(\d{4}|\d{2})?$")
_MONTH_FIRST = re.compile(r"^([^\W\d_]+)\.?\s*(\d{1,2})(?:st|nd|rd|th)?[\s,.]+['’]?(\d{4}|\d{2})$")
_YEAR_FIRST = re.compile(r"^(\d{4})[\s.\-/]*([^\W\d_]+)[\s.\-/]*(\d{1,2})$")
_CLOCK = re.compile(
    r"[\sT,]+(?:kl\.?\s*)?\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:[.,]\d+)?(?:Z|[+-]\d\d:?\d\d)?\s*(?:[ap]\.?m\.?)?$", re.I
)


@dataclass(frozen=True)
class Habit:
    """How a whole column writes its dates, where one cell alone does not tell."""

    month_first: bool = False
    compact: bool = False
    """Bare numbers are yymmdd (leading zeros may be lost), not day numbers of a spreadsheet."""


SWEDISH = Habit()


def habit_of(cells: Iterable[Cell]) -> Habit:
    """What a column's own values prove: 10/25/2022 shows that months come first, unless 25/10/2022 stands there too."""
    firsts: list[int] = []
    seconds: list[int] = []
    bare: list[int] = []
    for cell in cells:
        if isinstance(cell, str):
            if found := _NUMBERS.match(cell.strip()):
                firsts.append(int(found[1]))
                seconds.append(int(found[2]))
            elif cell.strip().isdecimal():
                bare.append(int(cell))
        elif isinstance(cell, int | float) and not isinstance(cell, bool) and float(cell).is_integer():
            bare.append(int(cell))
    month_first = max(seconds, default=0) > 12 and max(firsts, default=0) <= 12
    return Habit(month_first, any(100_000 <= one <= 999_999 and _from_digits(f"{one:06}", 2100) for one in bare))


def read_date(cell: Cell, today: date, habit: Habit = SWEDISH, *, ahead: bool = False) -> date | None:
    """The date in a cell; None when it says nothing.

    `ahead`: the date may lie in the future. Raises CellFault: `not_a_date`, `impossible_date`, `date_without_year`,
    `improbable_date`, `date_in_future`, `formula`.
    """
    if says_nothing(cell):
        return None
    if is_formula(cell):
        raise CellFault("formula")
    found = _found(cell, today, habit, ahead)
    if found.year < EARLIEST or found.year > today.year + 50:
        raise CellFault("improbable_date")
    if found > today and not ahead:
        raise CellFault("date_in_future")
    return found


def time_in(cell: Cell) -> time | None:
    """The time of day that stands behind a date in the same cell, if any."""
    if isinstance(cell, datetime):
        return cell.time().replace(second=0, microsecond=0) if cell.time() != time() else None
    if isinstance(cell, str) and (found := re.search(r"[\sT](\d{1,2})[:.](\d{2})(?:[:.]\d{2})?\D*$", cell.strip())):
        hour, minute = int(found[1]), int(found[2])
        if _CLOCK.search(cell.strip()) and hour < 24 and minute < 60:
            return time(hour, minute)
    return None


def _found(cell: Cell, today: date, habit: Habit, ahead: bool) -> date:
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, date):
        return cell
    if isinstance(cell, bool | time | timedelta):
        raise CellFault("not_a_date")
    if isinstance(cell, int | float):
        return _from_number(float(cell), today, habit, ahead)
    return _from_text(text_of(cell), today, habit, ahead)


def _from_number(value: float, today: date, habit: Habit, ahead: bool) -> date:
    whole = int(value)
    if whole >= 10_000_000:
        return _must(_from_digits(str(whole), today.year))
    if 100_000 <= whole <= 999_999 or (habit.compact and whole >= 10_100):
        return _must(_from_digits(f"{whole:06}", _pivot(today, ahead)))
    if whole in SERIALS:
        return SERIAL_ZERO + timedelta(days=whole)
    padded = _from_digits(f"{whole:06}", _pivot(today, ahead)) if whole >= 10_100 else None
    if padded is None:
        raise CellFault("not_a_date")
    return padded


def _from_text(text: str, today: date, habit: Habit, ahead: bool) -> date:
    plain = _CLOCK.sub("", text).strip()
    plain = _without_fillers(plain)
    if found := _ISO.match(plain):
        return _date(int(found[1]), int(found[2]), int(found[3]))
    if re.fullmatch(r"\d{5,8}(?:\.0+)?", plain):
        return _from_number(float(plain), today, habit, ahead) if plain[0] != "0" else _must(
            _from_digits(plain, _pivot(today, ahead))
        )
    if found := _NUMBERS.match(plain):
        first, second, year = int(found[1]), int(found[2]), _year(found[3], _pivot(today, ahead))
        day, month = (second, first) if habit.month_first else (first, second)
        return _date(year, month, day)
    if _NO_YEAR.match(plain):
        raise CellFault("date_without_year")
    return _from_words(plain, today, ahead)


def _from_words(plain: str, today: date, ahead: bool) -> date:
    for pattern, day_at, month_at, year_at in ((_DAY_FIRST, 1, 2, 3), (_MONTH_FIRST, 2, 1, 3), (_YEAR_FIRST, 3, 2, 1)):
        found = pattern.match(plain)
        month = months().get(fold(found[month_at])) if found else None
        if found and month:
            if not found[year_at]:
                raise CellFault("date_without_year")
            return _date(_year(found[year_at], _pivot(today, ahead)), month, int(found[day_at]))
    raise CellFault("not_a_date")


def _without_fillers(text: str) -> str:
    """Without weekdays and small words: "onsdagen den 12 okt" is "12 okt"."""
    drop = words("names", "weekdays") | words("fillers", "weekdays")
    kept = text.split()
    while len(kept) > 1 and (_weekday(fold(kept[0]), drop)):
        kept = kept[1:]
    return " ".join(one for one in kept if fold(one) not in ("of", "the"))


def _weekday(word: str, drop: frozenset[str]) -> bool:
    return word in drop or word.removesuffix("en") in drop


def _from_digits(digits: str, pivot: int) -> date | None:
    if len(digits) == 8:
        parts = int(digits[:4]), int(digits[4:6]), int(digits[6:])
    elif len(digits) == 6:
        parts = _year(digits[:2], pivot), int(digits[2:4]), int(digits[4:])
    else:
        return None
    try:
        return date(*parts)
    except ValueError:
        return None


def _pivot(today: date, ahead: bool) -> int:
    """The last year that a two-digit year may mean; later ones belong to the century before."""
    return today.year + (10 if ahead else 0)


def _year(text: str, pivot: int) -> int:
    year = int(text)
    if len(text) == 4:
        return year
    century = pivot // 100 * 100
    return century + year if century + year <= pivot else century - 100 + year


def _date(year: int, month: int, day: int) -> date:
    try:
        return date(year, month, day)
    except ValueError as fault:
        raise CellFault("impossible_date") from fault


def _must(found: date | None) -> date:
    if found is None:
        raise CellFault("impossible_date")
    return found
