"""A very large set is stored in the same order as a small one."""

from hypothesis import given
from hypothesis import strategies as st

from gvi_desktop.storage.rows import codec


@given(st.frozensets(st.text(max_size=4)))
def test_texts_sorted_by_their_beginnings_first_stand_in_plain_order(texts: frozenset[str]) -> None:
    kept, codec.LARGE = codec.LARGE, 0
    try:
        assert codec._sorted(texts) == sorted(texts)
    finally:
        codec.LARGE = kept
