"""What a public report shows never tells a number that it hides: not even to somebody who tries every possibility."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gvi_desktop.services import suppress

few = st.integers(min_value=0, max_value=8)
tables = st.integers(1, 3).flatmap(lambda w: st.lists(st.tuples(*[few] * w), min_size=1, max_size=4))


def shares(total: int, cells: int) -> Iterator[tuple[int, ...]]:
    """Every way to spread a total over so many cells."""
    if cells == 1:
        yield (total,)
        return
    for first in range(total + 1):
        for rest in shares(total - first, cells - 1):
            yield first, *rest


def published(rows: Sequence[Sequence[int]]) -> tuple[tuple[suppress.Block, tuple[int, ...]], ...] | None:
    """What everybody may read of a table: its blocks and their sums."""
    made = suppress.blocks(rows)
    return None if made is None else tuple((block, suppress.summed(rows, block)) for block in made)


@given(tables)
def test_nothing_that_is_shown_is_from_one_to_four_and_every_row_is_in_one_block(rows: list[tuple[int, ...]]) -> None:
    shown = published(rows)
    totals = suppress.summed(rows, range(len(rows)))
    if shown is None:
        assert not suppress.safe(*totals)
        return
    assert [place for block, _ in shown for place in block] == list(range(len(rows)))
    assert all(number == 0 or number >= 5 for _, sums in shown for number in sums)
    assert tuple(map(sum, zip(*(sums for _, sums in shown), strict=True))) == totals


@given(tables)
def test_no_hidden_cell_can_be_worked_out_by_trying_all_tables_with_the_same_sums(rows: list[tuple[int, ...]]) -> None:
    shown = published(rows)
    if shown is None:
        return
    for block, sums in shown:
        for column, total in enumerate(sums):
            if len(block) == 1 or not total:
                continue  # shown as it is, or known to be nobody
            possible: dict[int, set[int]] = {place: set() for place in block}
            for share in shares(total, len(block)):
                world = [list(row) for row in rows]
                for place, number in zip(block, share, strict=True):
                    world[place][column] = number
                if published(world) == shown:
                    for place, number in zip(block, share, strict=True):
                        possible[place].add(number)
            assert all(len(numbers) > 1 for numbers in possible.values()), (rows, shown)


@pytest.mark.parametrize("whole", range(5, 30))
def test_a_part_and_what_is_left_of_the_whole_are_hidden_so_that_neither_follows(whole: int) -> None:
    hidden = [number for number in range(whole + 1) if suppress.part(number, whole) is None]
    assert set(hidden) == {n for n in range(whole + 1) if 0 < n < 5 or 0 < whole - n < 5}
    assert len(hidden) != 1


@given(st.lists(few, min_size=3, max_size=3))
def test_the_way_a_whole_is_divided_tells_nothing_of_the_finer_ways(parts: list[int]) -> None:
    def shown(a: int, b: int, c: int) -> tuple[int, tuple[int, ...]]:
        levels = ((a, b, c), (a + b, c), (a + b + c,))
        at = suppress.finest(*levels)
        return at, levels[at] if at < len(levels) else ()

    at, seen = shown(*parts)
    top = sum(parts) if at < 3 else 4
    worlds = [w for w in product(range(top + 1), repeat=3) if shown(*w) == (at, seen)]
    hidden = {0: (), 1: (0, 1), 2: (0, 1, 2), 3: (0, 1, 2)}[at]
    if at == 1 and seen[0] == 0:
        hidden = ()
    for place in hidden:
        assert len({world[place] for world in worlds}) > 1


def test_a_total_of_one_to_four_cannot_be_divided() -> None:
    assert suppress.blocks([(1,), (2,)]) is None
    assert suppress.blocks([(0,), (0,)]) == ((0,), (1,))
    assert suppress.blocks([(9,), (0,), (3,)]) == ((0, 1, 2),)
    assert suppress.blocks([(3,), (1,), (9,), (6,)]) == ((0, 1, 2), (3,))
    assert suppress.blocks([]) == ()
