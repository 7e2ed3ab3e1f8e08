"""Addresses in envelope windows."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gvi_desktop.domain.window import Measures
from gvi_desktop.letters.layout import Layout
from gvi_desktop.letters.style import MM, Face
from gvi_desktop.letters.windows import LARGEST, SMALLEST, WINDOWS, Fit, Preset, TooLong, fit, own

LOW = own(Measures(20, 45, 85, 18))


@pytest.mark.parametrize("window", [*WINDOWS.values(), LOW], ids=lambda window: window.name or "low")
@given(lines=st.lists(st.text(alphabet="abcåäö MWij", min_size=1, max_size=60), min_size=1, max_size=7))
def test_what_fits_is_inside_and_what_does_not_is_refused(window, lines):
    layout = Layout()
    found = fit(tuple(lines), window, layout)
    if isinstance(found, TooLong):
        room = (window.left + window.width - window.text_left) * MM
        crowded = len(lines) > (5 if window.name else 4)
        assert crowded or any(layout.width(line, Face.regular, SMALLEST) > room for line in lines)
        return
    assert SMALLEST <= found.size <= LARGEST
    lowest = found.baseline + (len(lines) - 1) * found.leading / MM
    assert window.top <= found.baseline - found.size * 0.72 / MM
    assert lowest + found.size * 0.25 / MM <= window.top + window.height
    for line in lines:
        assert window.text_left * MM + layout.width(line, Face.regular, found.size) <= (window.left + window.width) * MM


def test_a_wide_line_shrinks_the_whole_address():
    found = fit(("Föreningen Öppna Dörren i Örebro län", "Box 1"), WINDOWS[Preset.left], Layout())
    assert isinstance(found, Fit)
    assert found.size <= LARGEST
    assert isinstance(fit(("W" * 60,), WINDOWS[Preset.left], Layout()), TooLong)


def test_the_line_that_does_not_fit_is_told():
    assert fit(("kort", "W" * 60), WINDOWS[Preset.left], Layout()) == TooLong("W" * 60)


def test_five_lines_in_a_low_window_are_refused_rather_than_set_over_its_edge():
    assert fit(("rad",) * 5, LOW, Layout()) == TooLong()
    assert isinstance(fit(("rad",) * 3, LOW, Layout()), Fit)


def test_the_right_window_is_marked_as_not_verified():
    assert not WINDOWS[Preset.right].verified
    assert WINDOWS[Preset.left].verified
