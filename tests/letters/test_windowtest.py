"""The test page shows the window where the letter puts the address, and the folds where the letter marks them."""

from __future__ import annotations

from io import BytesIO

import pikepdf.pdfa
import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st
from kit import letters as read
from kit import structure

from gvi_desktop.domain.window import Measures, problems
from gvi_desktop.letters.pages import windowtest
from gvi_desktop.letters.windows import WINDOWS, own
from gvi_desktop.letters.words import LANGUAGES

OWN = own(Measures(15, 42, 100, 40))
MM = 72 / 25.4


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("window", [*WINDOWS.values(), OWN], ids=lambda window: window.name or "own")
def test_it_is_one_valid_sheet_that_says_how_to_use_it(window, language):
    pdf = windowtest.draw(window, language)
    assert pdf == windowtest.draw(window, language)
    assert pikepdf.pdfa.validate_written(BytesIO(pdf), "2b").passed
    (page,) = read.pages(pdf)
    assert {"sv": "100 %", "en": "100 %"}[language] in page
    assert f"{window.left:g} mm" in page
    assert all(f"{fold:g}".replace(".", "," if language == "sv" else ".") in page for fold in window.folds)
    assert "".join("".join(text for _, _, text in structure.said(pdf)).split()) == "".join(page.split())


@pytest.mark.parametrize("window", [*WINDOWS.values(), OWN], ids=lambda window: window.name or "own")
def test_the_frame_is_drawn_in_its_real_size(window):
    document = pypdfium2.PdfDocument(windowtest.draw(window, "sv"))
    drawn = document[0].render(scale=4).to_pil().convert("RGB")
    document.close()
    middle = (window.top + window.height - 1.5) * MM * 4
    for edge in (window.left, window.left + window.width):
        assert min(drawn.getpixel((round(edge * MM * 4) + off, round(middle)))[0] for off in (-2, -1, 0, 1)) < 60
    assert drawn.getpixel((round((window.left - 2) * MM * 4), round(middle))) == (255, 255, 255)
    assert drawn.getpixel((round((window.left + window.width + 2) * MM * 4), round(middle))) == (255, 255, 255)


def test_a_window_that_is_not_tried_says_so():
    assert "inte prövade" in read.text(windowtest.draw(WINDOWS["H2"], "sv"))
    assert "inte prövade" not in read.text(windowtest.draw(WINDOWS["V2"], "sv"))


@given(*(st.floats(-50, 400) for _ in range(4)))
def test_a_window_of_ones_own_lies_clear_of_the_letters_other_parts(left, top, width, height):
    if problems(Measures(left, top, width, height)):
        return
    window = own(Measures(left, top, width, height))
    assert window.left >= 5
    assert window.left + window.width <= 205
    assert window.top >= 36
    assert window.top + window.height <= 82
    assert window.left >= 100 or window.left + window.width <= 130


@pytest.mark.parametrize("measures", [(20, 45, 10, 25), (20, 45, 85, 5), (20, 20, 85, 25), (60, 45, 100, 25)])
def test_a_window_that_no_letter_could_use_is_refused(measures):
    assert problems(Measures(*measures))
    with pytest.raises(ValueError, match="problems first"):
        own(Measures(*measures))
