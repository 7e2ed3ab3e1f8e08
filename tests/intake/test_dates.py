"""Dates as other people write them."""

from __future__ import annotations

from datetime import date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gvi_desktop.intake.cell import Cell, CellFault
from gvi_desktop.intake.dates import SERIAL_ZERO, Habit, habit_of, read_date, time_in

TODAY = date(2026, 11, 22)
DAY = date(2022, 10, 12)
SWEDISH = ["jan", "feb", "mars", "april", "maj", "juni", "juli", "aug", "sept", "okt", "nov", "dec"]
ENGLISH = (
    ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December"]
)
days = st.dates(date(1930, 1, 1), TODAY)


@pytest.mark.parametrize(
    "cell",
    [
        DAY, datetime(2022, 10, 12, 18, 0), "2022-10-12", "2022/10/12", "2022.10.12", "12/10-22", "12/10 2022",  # noqa: DTZ001
        "12/10-2022",
        "12.10.2022", "12-10-2022", "12.10.22", "221012", 221012, 221012.0, "20221012", 20221012, "12 okt 2022",
        "12 oktober 2022", "12:e oktober 2022", "den 12 oktober 2022", "onsdag 12 okt 2022", "onsdagen den 12 okt. -22",
        "12 October 2022", "October 12, 2022", "12th of October 2022", "12-Oct-22", "12okt22", "12 okt '22",
        "2022 okt 12",
        44846, 44846.0, "44846", "2022-10-12 18:00", "2022-10-12T18:00:00", "2022-10-12 kl. 18.30", " 2022-10-12 ",
    ],
    ids=str,
)  # fmt: skip
def test_every_usual_way_of_writing_a_date_is_understood(cell: Cell) -> None:
    assert read_date(cell, TODAY) == DAY


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        ("2023-02-30", "impossible_date"), ("30/2-23", "impossible_date"), ("20230230", "impossible_date"),
        ("31 november 2022", "impossible_date"), ("13/13 2022", "impossible_date"), (231301, "impossible_date"),
        ("12/10", "date_without_year"), ("12 okt", "date_without_year"), ("2030-01-01", "date_in_future"),
        ("1890-05-01", "improbable_date"), ("=TODAY()", "formula"), ("i höstas", "not_a_date"),
        ("okt 2022", "not_a_date"),
        (3.5, "not_a_date"), (True, "not_a_date"), (time(12, 0), "not_a_date"),
    ],
)  # fmt: skip
def test_a_date_that_cannot_be_is_refused_with_the_reason(cell: Cell, code: str) -> None:
    with pytest.raises(CellFault) as found:
        read_date(cell, TODAY)
    assert found.value.code == code


@pytest.mark.parametrize("cell", [None, "", "  ", "?", "-", "–", "okänt", "n/a", "Saknas"])
def test_a_cell_that_says_nothing_is_no_date(cell: Cell) -> None:
    assert read_date(cell, TODAY) is None


@given(days)
def test_a_date_survives_every_writing(day: date) -> None:
    writings = [
        day.isoformat(), f"{day.day}/{day.month} {day.year}", f"{day.day}.{day.month}.{day.year}",
        day.strftime("%Y%m%d"),
        f"{day.day} {SWEDISH[day.month - 1]} {day.year}", f"{ENGLISH[day.month - 1]} {day.day}, {day.year}",
        int(day.strftime("%Y%m%d")), (day - SERIAL_ZERO).days,
    ]  # fmt: skip
    assert {read_date(one, TODAY) for one in writings} == {day}


@given(days.filter(lambda day: day.year > 1950))
def test_two_digits_of_a_year_mean_the_newest_year_that_has_been(day: date) -> None:
    assert read_date(f"{day.day}/{day.month}-{day.year % 100:02}", TODAY) == day
    assert read_date(day.strftime("%y%m%d"), TODAY) == day


@given(st.text(max_size=25) | st.floats(allow_nan=False, allow_infinity=False) | st.integers())
def test_no_cell_breaks_the_reading_of_dates(cell: Cell) -> None:
    try:
        found = read_date(cell, TODAY)
    except CellFault:
        return
    assert found is None or date(1901, 1, 1) <= found <= TODAY


def test_months_come_first_only_where_the_column_proves_it() -> None:
    american = habit_of(["10/12/2022", "10/25/2022", "3/4/2023"])
    assert american == Habit(month_first=True)
    assert read_date("10/12/2022", TODAY, american) == date(2022, 10, 12)
    assert habit_of(["10/12/2022", "3/4/2023"]) == Habit()
    assert habit_of(["10/25/2022", "25/10/2022"]) == Habit()


def test_numbers_that_lost_a_zero_are_dates_where_the_column_writes_dates_as_numbers() -> None:
    habit = habit_of([221012, 20105])
    assert read_date(20105, TODAY, habit) == date(2002, 1, 5)
    assert read_date(20105, TODAY) == date(1955, 1, 16), "alone it is a day number"


def test_a_day_ahead_is_welcome_where_it_may_be() -> None:
    assert read_date("2027-03-01", TODAY, ahead=True) == date(2027, 3, 1)
    assert read_date("1/3-27", TODAY, ahead=True) == date(2027, 3, 1)


def test_the_time_behind_a_date_is_not_lost() -> None:
    assert time_in("2022-10-12 18:30") == time(18, 30)
    assert time_in("2022-10-12T08:15:00") == time(8, 15)
    assert time_in(datetime(2022, 10, 12, 17, 15)) == time(17, 15)  # noqa: DTZ001
    assert time_in("12.10.2022") is None
    assert time_in(datetime(2022, 10, 12)) is None  # noqa: DTZ001
