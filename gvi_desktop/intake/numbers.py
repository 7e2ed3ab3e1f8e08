"""Swedish personal and coordination numbers in every usual form, and birth dates that stand in their place."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from stdnum import luhn
from stdnum.exceptions import ValidationError

from gvi_desktop.intake.cell import Cell, CellFault, is_formula, says_nothing, text_of
from gvi_desktop.intake.dates import EARLIEST, SWEDISH, Habit, read_date

_FULL = re.compile(r"^(\d{6}|\d{8})([-+]?)(\d{4})$")
_HIDDEN = re.compile(r"^(\d{6}|\d{8})[-+]?(?:[x*?_•]{1,4}|tf\d\d|[a-z]\d{3}|)$")
COORDINATION = 60
"""Added to the day of birth in a coordination number."""


@dataclass(frozen=True)
class Identity:
    """What a cell says of who somebody is; the number is kept as YYYYMMDD-NNNN."""

    birth_date: date | None = None
    birth_year: int | None = None
    personal_number: str = ""


NOBODY = Identity()


def read_identity(cell: Cell, today: date, habit: Habit = SWEDISH) -> Identity:
    """A personal number, a birth date or a birth year.

    Raises CellFault `bad_check_digit`, `not_a_personal_number`, `impossible_date`, `date_in_future`, `improbable_date`.
    """
    if says_nothing(cell):
        return NOBODY
    if is_formula(cell):
        raise CellFault("formula")
    text = re.sub(r"[\s.]+", "", text_of(cell)).replace("–", "-").replace("−", "-").replace("—", "-").casefold()
    if found := _FULL.match(_padded(cell, text)):
        return _of_number(found[1], found[2], found[3], today)
    if re.fullmatch(r"(19|20)\d\d", text):
        return _of_year(int(text), today)
    hidden = _HIDDEN.match(text)
    return Identity(birth_date=read_date(hidden[1] if hidden else cell, today, habit))


def _padded(cell: Cell, text: str) -> str:
    """A number cell has lost its leading zeros: 0606262392 became 606262392."""
    return text.zfill(10) if isinstance(cell, int | float) and 8 < len(text) < 10 else text


def _of_number(born: str, mark: str, tail: str, today: date) -> Identity:
    year, month, day = int(born[:-4]), int(born[-4:-2]), int(born[-2:])
    actual = day - COORDINATION if day > COORDINATION else day
    if len(born) == 6:
        century = today.year // 100 * 100
        year += century if (century + year, month, actual) <= (today.year, today.month, today.day) else century - 100
        if mark == "+":
            year -= 100
    try:
        birth_date = date(year, month, actual)
    except ValueError as fault:
        raise CellFault("impossible_date") from fault
    if birth_date > today:
        raise CellFault("date_in_future")
    if year < EARLIEST:
        raise CellFault("improbable_date")
    try:
        luhn.validate(born[-6:] + tail)
    except ValidationError as fault:
        raise CellFault("bad_check_digit") from fault
    return Identity(birth_date, None, f"{year:04}{month:02}{day:02}-{tail}")


def _of_year(year: int, today: date) -> Identity:
    if not EARLIEST <= year <= today.year:
        raise CellFault("improbable_date")
    return Identity(birth_year=year)
