"""Times of day as other people write them."""

from __future__ import annotations

from datetime import datetime, time, timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from gvi_desktop.intake.cell import Cell, CellFault
from gvi_desktop.intake.times import read_time

clocks = st.times().map(lambda one: one.replace(second=0, microsecond=0))


@pytest.mark.parametrize(
    "cell",
    [
        "17:15", "17.15", "kl 17:15", "kl. 17.15", "klockan 17:15", "1715", 1715, 17.15, "17:15:00", "17:15-18:00",
        "17.15 – 18.30", "5:15 pm", "5.15 PM", 0.71875, "0,71875", 44846.71875, time(17, 15), "ca 17:15",
        datetime(2022, 10, 12, 17, 15), timedelta(hours=17, minutes=15),  # noqa: DTZ001
    ],
    ids=str,
)  # fmt: skip
def test_every_usual_way_of_writing_a_time_is_understood(cell: Cell) -> None:
    assert read_time(cell) == time(17, 15)


@pytest.mark.parametrize("cell", ["25:00", "17:75", "på kvällen", "13 pm", timedelta(hours=30), True, "=NOW()"])
def test_a_time_that_cannot_be_is_refused(cell: Cell) -> None:
    with pytest.raises(CellFault):
        read_time(cell)


def test_whole_hours_and_nothing_at_all() -> None:
    assert read_time("kl 9") == time(9, 0)
    assert read_time(17) == time(17, 0)
    assert read_time("24:00") == time(0, 0)
    assert read_time("") is None
    assert read_time("?") is None


@given(clocks)
def test_a_time_survives_every_writing(clock: time) -> None:
    share = (clock.hour * 60 + clock.minute) / 1440
    twelve = f"{clock.hour % 12 or 12}:{clock.minute:02} {'pm' if clock.hour > 11 else 'am'}"
    writings: list[Cell] = [f"{clock:%H:%M}", f"{clock:%H.%M}", f"kl {clock:%H:%M}", share, clock, twelve]
    assert {read_time(one) for one in writings} == {clock}


@example(-2147483649.5)
@given(st.text(max_size=15) | st.floats(allow_nan=False, allow_infinity=False) | st.integers())
def test_no_cell_breaks_the_reading_of_times(cell: Cell) -> None:
    try:
        found = read_time(cell)
    except CellFault:
        return
    assert found is None or isinstance(found, time)
