"""What is looked up many at a time is looked up once."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from gvi_desktop.storage.statements import MEMBERS, chunks


@given(st.integers(0, 4 * MEMBERS + 1), st.integers(1, MEMBERS))
def test_every_value_stands_in_one_portion_and_none_is_longer_than_a_list_may_be(number: int, size: int) -> None:
    values = [str(one) for one in range(number)]
    for portions in (list(chunks(values)), list(chunks(values, size))):
        assert [one for portion in portions for one in portion] == values
    assert all(len(portion) <= MEMBERS for portion in chunks(values))
    assert all(len(portion) <= size for portion in chunks(values, size))
