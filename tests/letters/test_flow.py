"""Filling pages: everything is placed, in order, without overlap, within the page."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from gvi_desktop.letters.drawing import Piece
from gvi_desktop.letters.layout import Layout, plain
from gvi_desktop.letters.pages.flow import Item, paginate
from gvi_desktop.letters.style import BODY


def block(height):
    return Piece((), height)


@given(
    st.lists(st.tuples(st.floats(1, 90), st.floats(0, 30), st.booleans(), st.booleans()), max_size=30),
    st.floats(100, 300),
    st.floats(100, 300),
)
def test_pieces_come_in_order_below_each_other_and_inside(rows, first, room):
    head = block(8)
    items = [Item(block(h), above, keep, head if headed else None) for h, above, keep, headed in rows]
    pages = paginate(items, first, room)
    placed = [piece for page in pages for _, _, piece in page if not piece.repeated]
    assert placed == [item.piece for item in items]
    for number, page in enumerate(pages):
        floor = 0.0
        for _, top, piece in page:
            assert top >= floor - 1e-6
            floor = top + piece.height
        assert floor <= (room if number else first) + 1e-6


def test_a_heading_goes_with_what_it_heads():
    pages = paginate([Item(block(80)), Item(block(10), keep_next=True), Item(block(30))], 100, 100)
    assert [len(page) for page in pages] == [1, 2]


def test_a_table_head_is_set_again_on_the_next_page_and_said_once():
    head = block(10)
    pages = paginate([Item(head, keep_next=True), *(Item(block(30), head=head) for _ in range(5))], 100, 100)
    assert [page[0][2] for page in pages] == [head, head.again()]
    assert [piece for page in pages for _, _, piece in page].count(head) == 1


def test_a_long_paragraph_goes_over_with_two_lines_on_either_side():
    piece = Layout().paragraph(plain(" ".join(["ord"] * 200)), BODY, 200)
    pages = paginate([Item(block(BODY.leading * 3)), Item(piece)], BODY.leading * 8, BODY.leading * 30)
    marks = [mark for page in pages for _, _, part in page for mark in part.marks]
    assert " ".join(mark.text for mark in marks).split() == ["ord"] * 200
    assert len(pages[0][1][2].marks) == 5
    assert all(len(part.marks) >= 2 for page in pages for _, _, part in page if part.marks)


def test_a_new_page_is_begun_where_it_is_asked_for():
    assert [len(p) for p in paginate([Item(block(5)), Item(block(5), new_page=True)], 100, 100)] == [1, 1]


def test_a_piece_taller_than_any_page_is_still_placed_once():
    assert sum(len(p) for p in paginate([Item(block(5)), Item(block(500))], 100, 100)) == 2
