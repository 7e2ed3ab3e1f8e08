"""Ids held as one text behave as the list that they are."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gvi_desktop.services.ordered import Ids, after, split

HEX = st.text("0123456789abcdef", min_size=4, max_size=4)
EVEN = st.lists(HEX, unique=True)
UNEVEN = st.lists(st.text("0123456789abcdef", min_size=1, max_size=6), unique=True)


@given(EVEN | UNEVEN, st.integers(-8, 8), st.integers(-8, 8), st.sampled_from((1, 2, -1)))
def test_a_text_of_ids_is_a_sequence_of_them(known: list[str], first: int, last: int, step: int) -> None:
    ids = split(",".join(known))
    assert len(ids) == len(known) and list(ids) == known and ids == known and known == ids
    assert list(ids[first:last:step]) == known[first:last:step]
    for row, one in enumerate(known):
        assert ids[row] == one and ids[row - len(known)] == one
        assert one in ids and ids.index(one) == row
    with pytest.raises(IndexError):
        ids[len(known)]
    with pytest.raises(IndexError):
        ids[-len(known) - 1]


@given(EVEN, HEX)
def test_what_is_not_among_them_is_not_found(known: list[str], other: str) -> None:
    ids = split(",".join(known))
    assert (other in ids) == (other in known)
    if other not in known:
        with pytest.raises(ValueError, match=other):
            ids.index(other)
    assert "," not in ids and "" not in ids


def test_letters_of_two_neighbours_are_not_an_id() -> None:
    ids = split("ab12,12ab,b121")
    assert isinstance(ids, Ids)
    assert "2,12" not in ids and ids.index("12ab", 1) == 1
    with pytest.raises(ValueError, match="ab12"):
        ids.index("ab12", 1)
    with pytest.raises(ValueError, match="b121"):
        ids.index("b121", 0, 2)


@given(EVEN | UNEVEN, EVEN | UNEVEN)
def test_two_texts_one_after_the_other(one: list[str], other: list[str]) -> None:
    assert list(after(split(",".join(one)), split(",".join(other)))) == one + other


def test_ids_differ_from_others_and_from_texts() -> None:
    ids = split("ab,cd")
    assert ids == split("ab,cd") != split("ab,ce") and ids != ["ab"] and ids != "ab,cd" and ids != ["ab", "ce"]
    assert repr(ids) == "Ids(['ab', 'cd'])"
