"""Personal numbers as people write them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum import luhn

from gvi_desktop.domain.errors import RefusedError
from gvi_desktop.services import numbers

TODAY = date(2026, 11, 22)


def number(day: date, serial: int, coordination: bool = False) -> str:
    """A made-up number of the test range with its right check digit: YYYYMMDDNNNN."""
    shown = day.strftime("%Y%m%d") if not coordination else f"{day.year}{day.month:02}{day.day + 60}"
    rest = f"{shown[2:]}{serial}"
    return f"{shown}{serial}{luhn.calc_check_digit(rest)}"


days = st.dates(min_value=date(1930, 1, 1), max_value=TODAY)


@given(days, st.sampled_from((238, 239)))
def test_every_way_to_write_a_number_gives_the_same_stored_form(day: date, serial: int) -> None:
    full = number(day, serial)
    stored = f"{full[:8]}-{full[8:]}"
    for written in (full, stored, f"{full[:8]} {full[8:]}"):
        read = numbers.read(written, TODAY)
        assert (read.text, read.born, read.coordination) == (stored, day, False)


@given(st.dates(min_value=date(1927, 1, 1), max_value=TODAY), st.sampled_from((238, 239)))
def test_ten_digits_tell_the_century_by_themselves(day: date, serial: int) -> None:
    full = number(day, serial)
    assert numbers.read(f"{full[2:8]}-{full[8:]}", TODAY).born == day


def test_a_plus_moves_ten_digits_a_hundred_years_back() -> None:
    full = number(date(1920, 5, 1), 239)
    assert numbers.read(f"{full[2:8]}+{full[8:]}", TODAY).born == date(1920, 5, 1)


@given(days)
def test_a_coordination_number_keeps_its_day_and_tells_the_birth_date(day: date) -> None:
    read = numbers.read(number(day, 238, coordination=True), TODAY)
    assert read.coordination
    assert read.born == day
    assert read.text[6:8] == str(day.day + 60)


@given(days, st.integers(1, 9))
def test_a_wrong_check_digit_is_refused(day: date, off: int) -> None:
    full = number(day, 238)
    wrong = f"{full[:-1]}{(int(full[-1]) + off) % 10}"
    with pytest.raises(RefusedError) as refused:
        numbers.read(wrong, TODAY)
    assert refused.value.code == "person_bad_number"
    assert refused.value.problems[0].field == "personal_number"


@pytest.mark.parametrize("text", ["", "12", "2004-02-31 2380", "abcdefgh-2380", "20040230-2380", "1999123123800"])
def test_what_is_no_number_is_refused(text: str) -> None:
    with pytest.raises(RefusedError):
        numbers.read(text, TODAY)


def test_somebody_not_yet_born_has_no_number() -> None:
    with pytest.raises(RefusedError):
        numbers.read(number(date(2026, 12, 24), 238), TODAY)


@given(st.text(max_size=20))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        assert len(numbers.read(text, TODAY).text) == 13
    except RefusedError as refused:
        assert refused.code == "person_bad_number"
