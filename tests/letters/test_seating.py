"""The seating plan: chairs where they belong, and nothing on top of anything."""

from __future__ import annotations

import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from kit import letters as read
from kit.letters import HEAD, ONE

from gvi_desktop.letters.drawing import Box, Text
from gvi_desktop.letters.layout import Layout
from gvi_desktop.letters.pages import seating
from gvi_desktop.letters.pages.paper import Paper
from gvi_desktop.letters.pages.seating import Seat, Seating, SeatKind

SEATS = [
    Seat(0, 0, "Tall-14", "Norr"),
    Seat(0, 2, "Ek-02", "Söder"),
    Seat(1, 0, "Karin Berg", kind=SeatKind.officer),
    Seat(1, 2, "Johan Andersson-Lindqvist", kind=SeatKind.officer),
]
NAMES = st.text(alphabet="abcåäöABCW -", min_size=1, max_size=40)


@given(NAMES, st.text(alphabet="abc ", max_size=15), st.sampled_from(SeatKind), st.integers(1, seating.MOST_ACROSS))
def test_a_label_stays_inside_its_chair(label, group, kind, across):
    paper = Paper(HEAD, ONE, "sv", landscape=True)
    wide = (paper.width - (across - 1) * 11) / across
    piece = seating._chair(paper, Seat(0, 0, label, group, kind), wide)
    (chair,) = [mark for mark in piece.marks if isinstance(mark, Box)]
    layout = Layout()
    baselines = set()
    for mark in piece.marks:
        if isinstance(mark, Text):
            assert mark.x >= 0
            assert mark.x + layout.width(mark.text, mark.face, mark.size) <= chair.width + 0.01
            assert mark.y - mark.size * 0.72 >= 0
            assert mark.y + mark.size * 0.22 <= chair.height
            assert mark.y not in baselines
            baselines.add(mark.y)


def places(pdf, words):
    document = pypdfium2.PdfDocument(pdf)
    page = document[0]
    textpage = page.get_textpage()
    found = {}
    for word in words:
        search = textpage.search(word)
        at, count = search.get_next()
        boxes = [textpage.get_charbox(n) for n in range(at, at + count)]
        found[word] = ((boxes[0][0] + boxes[-1][2]) / 2, boxes[0][1])
        search.close()
    textpage.close()
    page.close()
    document.close()
    return found


def test_the_officer_sits_right_behind_and_groups_in_conflict_apart():
    found = places(seating.draw(Seating("", SEATS), HEAD, ONE, "sv"), ["Talare", "Tall-14", "Karin Berg", "Ek-02"])
    assert found["Tall-14"][0] == pytest.approx(found["Karin Berg"][0], abs=2)
    assert found["Talare"][1] > found["Tall-14"][1] > found["Karin Berg"][1]
    assert found["Ek-02"][0] - found["Tall-14"][0] > 2 * 100


@settings(max_examples=10)
@given(st.sets(st.tuples(st.integers(0, 8), st.integers(0, 12)), min_size=1, max_size=60))
def test_every_chair_is_on_the_plan(chairs):
    seats = [Seat(row, column, f"P{row:02}{column:02}") for row, column in chairs]
    page = read.text(seating.draw(Seating("", seats), HEAD, ONE, "sv"))
    assert all(seat.label in page for seat in seats)


def test_two_people_on_a_chair_are_refused():
    with pytest.raises(ValueError, match="chair"):
        seating.draw(Seating("", [Seat(0, 0, "A"), Seat(0, 0, "B")]), HEAD, ONE, "sv")


def test_a_hall_is_refused():
    with pytest.raises(ValueError, match="row"):
        seating.draw(Seating("", [Seat(0, 0, "A"), Seat(0, 40, "B")]), HEAD, ONE, "sv")


def test_an_empty_room_is_still_a_sheet():
    assert "Placering" in read.text(seating.draw(Seating("", []), HEAD, ONE, "sv"))
