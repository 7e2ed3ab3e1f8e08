"""Wrapping: nothing is lost, nothing sticks out."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gvi_desktop.letters.drawing import Text
from gvi_desktop.letters.layout import SOFT_HYPHEN, Layout, Run, as_runs, centred, plain
from gvi_desktop.letters.style import BODY, Face, Style

WORDS = st.lists(st.text(alphabet="abcåäöABC-", min_size=1, max_size=30), min_size=1, max_size=40)


def lines(piece):
    rows = {}
    for mark in piece.marks:
        rows.setdefault(mark.y, []).append(mark.text)
    return ["".join(row) for row in rows.values()]


@given(WORDS, st.floats(20, 400), st.booleans())
def test_every_letter_is_set_and_no_line_is_wider_than_its_column(words, width, bold):
    layout = Layout()
    piece = layout.paragraph((Run(" ".join(words), bold), Run("."), Run(" slut")), BODY, width)
    assert "".join("".join(lines(piece)).split()) == "".join(words) + ".slut"
    for mark in piece.marks:
        assert mark.x + layout.width(mark.text, mark.face, mark.size) <= width + 0.01


@given(WORDS)
def test_words_that_fit_are_never_broken(words):
    piece = Layout().paragraph(plain(" ".join(words)), BODY, 500)
    assert " ".join(lines(piece)).split() == words


def test_a_newline_breaks_and_an_empty_line_stays():
    piece = Layout().paragraph(plain("ett\n\ntvå"), BODY, 300)
    assert [mark.text for mark in piece.marks] == ["ett", "två"]
    assert piece.height >= 2 * BODY.leading


def test_a_soft_hyphen_shows_only_where_the_line_breaks():
    word = f"grupp{SOFT_HYPHEN}vålds{SOFT_HYPHEN}intervention"
    assert lines(Layout().paragraph(plain(word), BODY, 300)) == ["gruppvåldsintervention"]
    assert lines(Layout().paragraph(plain(word), BODY, 80)) == ["gruppvålds-", "intervention"]


def test_a_no_break_space_holds():
    style = Style(10, 14)
    layout = Layout()
    width = layout.width("Ring 019", Face.regular, 10) + 1
    assert lines(layout.paragraph(plain("Ring 019\u00a021"), style, width)) == ["Ring", "019\u00a021"]


def test_the_same_paragraph_is_laid_out_once_a_batch():
    layout = Layout()
    assert layout.paragraph(plain("samma"), BODY, 200) is layout.paragraph(plain("samma"), BODY, 200)


def test_a_column_without_width_is_refused():
    with pytest.raises(ValueError, match="room"):
        Layout().paragraph(plain("x"), BODY, 0)


def test_other_peoples_words_are_spelled_out_where_a_glyph_is_missing():
    assert as_runs("a你\u202e")[0].text == "a[U+4F60]"


def test_centred_lines_have_the_same_air_on_both_sides():
    layout = Layout()
    marks = centred(layout.paragraph(plain("Åke\nBartholomeus"), BODY, 200), layout, 200)
    for mark in marks:
        assert isinstance(mark, Text)
        assert mark.x == pytest.approx(200 - mark.x - layout.width(mark.text, mark.face, mark.size))
