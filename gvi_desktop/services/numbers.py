"""Swedish personal numbers as people write them: checked, brought to one form, and the birth date they tell."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from stdnum import luhn
from stdnum.exceptions import ValidationError
from stdnum.se import personnummer

from gvi_desktop.domain.errors import Problem, RefusedError
from gvi_desktop.domain.person import PersonProblem

WRITTEN = re.compile(r"(\d{2})?(\d{2})(\d{2})(\d{2})([-+]?)(\d{4})")
COORDINATION = 60  # added to the day in a coordination number (samordningsnummer)


@dataclass(frozen=True)
class PersonalNumber:
    """`text` is YYYYMMDD-NNNN; `born` is None where a coordination number does not tell the whole date."""

    text: str
    born: date | None
    year: int
    coordination: bool


def read(text: str, today: date) -> PersonalNumber:
    """The number in 6 or 8 and 4 digits, with or without - or +. RefusedError person_bad_number when it is none."""
    found = WRITTEN.fullmatch(re.sub(r"\s", "", text))
    if not found:
        raise _bad()
    century, short, month, day, sign, last = found.groups()
    coordination = int(day) >= COORDINATION
    real_day = int(day) - COORDINATION if coordination else int(day)
    year = int(century + short) if century else _year(int(short), (int(month), real_day), sign, today)
    full = f"{year:04}{month}{day}-{last}"
    if not luhn.is_valid(f"{short}{month}{day}{last}"):
        raise _bad()
    born = None
    if not coordination or (int(month) and real_day):
        try:
            born = personnummer.get_birth_date(f"{year:04}{month}{real_day:02}-{last}")
        except ValidationError as fault:
            raise _bad() from fault
    if year > today.year or (born is not None and born > today):
        raise _bad()
    return PersonalNumber(full, born, year, coordination)


def _year(short: int, day: tuple[int, int], sign: str, today: date) -> int:
    """The year of a number without century: the newest one that has been; a hundred years back with +."""
    year = today.year - today.year % 100 + short
    if (year, *day) > (today.year, today.month, today.day):
        year -= 100
    return year - 100 if sign == "+" else year


def _bad() -> RefusedError:
    return RefusedError([Problem(PersonProblem.BAD_NUMBER, "personal_number")])
