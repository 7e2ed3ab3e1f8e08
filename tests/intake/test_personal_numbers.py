"""Personal numbers and birth dates in one column."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum import luhn

from gvi_desktop.intake.cell import Cell, CellFault
from gvi_desktop.intake.numbers import Identity, read_identity

TODAY = date(2026, 11, 22)
BORN = date(2006, 6, 26)


@pytest.mark.parametrize(
    "cell",
    [
        "20060626-2392", "060626-2392", "0606262392", "200606262392", 200606262392, 200606262392.0, 606262392,
        "20060626 2392", "060626–2392", " 060626 - 2392 ",
    ],
    ids=str,
)  # fmt: skip
def test_every_usual_form_of_a_number_is_one_number(cell: Cell) -> None:
    assert read_identity(cell, TODAY) == Identity(BORN, None, "20060626-2392")


@pytest.mark.parametrize(
    "cell", ["20060626", "060626", "2006-06-26", "26/6 2006", "26 juni 2006", "060626-XXXX", "20060626-****", "060626-"]
)
def test_a_birth_date_may_stand_where_the_number_stands(cell: Cell) -> None:
    assert read_identity(cell, TODAY) == Identity(birth_date=BORN)


def test_a_birth_year_alone_and_nothing_at_all() -> None:
    assert read_identity(2006.0, TODAY) == Identity(birth_year=2006)
    assert read_identity("okänt", TODAY) == Identity()


def test_a_plus_is_a_hundred_years_more() -> None:
    assert read_identity("111111-" + tail("111111"), TODAY).birth_date == date(2011, 11, 11)
    assert read_identity("111111+" + tail("111111"), TODAY).birth_date == date(1911, 11, 11)


def test_a_coordination_number_has_sixty_added_to_its_day() -> None:
    assert read_identity("20060686-" + tail("060686"), TODAY).birth_date == BORN


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        ("20060626-2393", "bad_check_digit"), ("20061326-2392", "impossible_date"),
        ("20060230-2392", "impossible_date"),
        ("20270626-2392", "date_in_future"), ("=A1", "formula"), ("vet inte riktigt", "not_a_date"),
    ],
)  # fmt: skip
def test_a_number_that_cannot_be_is_refused_with_the_reason(cell: Cell, code: str) -> None:
    with pytest.raises(CellFault) as found:
        read_identity(cell, TODAY)
    assert found.value.code == code


@given(st.dates(date(1927, 1, 1), TODAY), st.sampled_from(["238", "239"]))
def test_ten_and_twelve_digits_are_one_number(born: date, serial: str) -> None:
    short = f"{born:%y%m%d}{serial}{luhn.calc_check_digit(f'{born:%y%m%d}{serial}')}"
    long = f"{born:%Y}{short[2:]}"
    expected = Identity(born, None, f"{born:%Y%m%d}-{short[-4:]}")
    assert read_identity(long, TODAY) == read_identity(int(long), TODAY) == expected
    assert read_identity(f"{short[:6]}-{short[6:]}", TODAY) == expected


@given(st.text(max_size=20) | st.integers() | st.floats(allow_nan=False, allow_infinity=False))
def test_no_cell_breaks_the_reading_of_numbers(cell: Cell) -> None:
    try:
        found = read_identity(cell, TODAY)
    except CellFault:
        return
    assert len(found.personal_number) in (0, 13)


def tail(born: str) -> str:
    return "238" + luhn.calc_check_digit(born + "238")
