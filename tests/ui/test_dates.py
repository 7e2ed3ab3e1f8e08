"""Dates and times as people write them."""

from datetime import UTC, date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as some

from ui.kit import dates

TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("2026-11-22", date(2026, 11, 22)),
        ("20261122", date(2026, 11, 22)),
        ("221012", date(2022, 10, 12)),
        ("850412", date(1985, 4, 12)),
        ("22/11", date(2026, 11, 22)),
        ("12/10-22", date(2022, 10, 12)),
        ("12.10.2022", date(2022, 10, 12)),
        ("idag", TODAY),
        ("i morgon", date(2026, 11, 23)),
        ("yesterday", date(2026, 11, 21)),
        ("+14", date(2026, 12, 6)),
        ("-7", date(2026, 11, 15)),
        ("", None),
    ],
)
def test_a_date_is_read_as_it_was_meant(written: str, meant: date | None) -> None:
    assert dates.read_date(written, TODAY) == meant


@pytest.mark.parametrize("written", ["31/2", "2026-13-01", "soon", "12", "99/99", "2026-11-22-1"])
def test_what_is_no_date_is_refused(written: str) -> None:
    with pytest.raises(ValueError):
        dates.read_date(written, TODAY)


@given(some.dates(min_value=date(1930, 1, 1), max_value=date(2099, 12, 31)))
def test_what_is_shown_is_read_back(day: date) -> None:
    assert dates.read_date(dates.show_date(day), TODAY) == day


@given(some.text(max_size=12))
def test_no_text_breaks_the_reader(text: str) -> None:
    for read in (lambda: dates.read_date(text, TODAY), lambda: dates.read_time(text)):
        try:
            read()
        except (ValueError, OverflowError):
            continue


@pytest.mark.parametrize(
    ("written", "meant"), [("14:30", time(14, 30)), ("1430", time(14, 30)), ("9.05", time(9, 5)), ("9", time(9))]
)
def test_a_time_is_read_as_it_was_meant(written: str, meant: time) -> None:
    assert dates.read_time(written) == meant


def test_a_moment_is_shown_in_the_offices_zone_and_comes_back_in_utc() -> None:
    dates.use_zone("Europe/Stockholm")
    moment = dates.moment(date(2026, 7, 1), time(14, 30))
    assert moment == datetime(2026, 7, 1, 12, 30, tzinfo=UTC)
    assert dates.show_moment(moment) == "2026-07-01 14:30"
    assert dates.week(date(2026, 11, 22)) == 47
