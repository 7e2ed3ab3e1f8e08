"""The algebra of histories: order, repetition and grouping never matter, and nothing is lost unseen."""

import json
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gvi_desktop.domain.history import (
    AHEAD_MS,
    Cell,
    RecordState,
    Tombstone,
    cells_from,
    erased,
    heed,
    is_far_ahead,
    join,
    join_records,
    meta_of,
    next_stamp,
    stamp_of,
    wall_ms_of,
    write,
    write_all,
)

values = st.one_of(st.none(), st.booleans(), st.integers(-5, 5), st.sampled_from(["", "å", "b"]))


@st.composite
def honest_cells(draw: st.DrawFn) -> list[Cell]:
    """Three offices' views of one field after writing and reading each other in any way."""
    views: list[Cell | None] = [None, None, None]
    counters = [0, 0, 0]
    for _ in range(draw(st.integers(1, 12))):
        who, whom = draw(st.integers(0, 2)), draw(st.integers(0, 2))
        theirs = views[whom]
        if draw(st.booleans()) or theirs is None:
            counters[who] += 1
            views[who] = write(views[who], (f"r{who}", counters[who]), draw(st.integers(0, 3)), draw(values))
        else:
            mine = views[who]
            views[who] = theirs if mine is None else join(mine, theirs)
    return [view for view in views if view is not None]


@given(honest_cells())
def test_joining_is_commutative_associative_and_idempotent(views: list[Cell]) -> None:
    ends = set()
    for order in permutations(views):
        one_by_one = order[0]
        for view in order[1:]:
            one_by_one = join(one_by_one, view)
        grouped = join(order[0], join(order[-1], order[len(order) // 2]))
        assert grouped == one_by_one
        assert join(one_by_one, one_by_one) is one_by_one
        assert all(join(one_by_one, view) is one_by_one for view in order)
        ends.add(repr(sorted(one_by_one.siblings.items())) + repr(sorted(one_by_one.vv.items())))
    assert len(ends) == 1


@given(honest_cells())
def test_a_cell_survives_storage_and_every_group_names_what_one_save_set(views: list[Cell]) -> None:
    cells = {f"f{i}": view.at(i) for i, view in enumerate(views)}
    meta = json.loads(json.dumps(meta_of(cells)))
    back = cells_from(meta, {name: cell.shown for name, cell in cells.items()})
    assert back == cells
    assert [back[name].lsn for name in sorted(back)] == [cells[name].lsn for name in sorted(cells)]


def test_a_write_replaces_everything_its_author_had_seen_and_nothing_else() -> None:
    first = write(None, ("a", 1), stamp_of(1), "one")
    mine, theirs = write(first, ("a", 2), stamp_of(2), "two"), write(first, ("b", 1), stamp_of(1), "three")
    both = join(mine, theirs)
    assert both.conflict and {value for _, value in both.siblings.values()} == {"two", "three"}
    assert both.shown == "two"
    settled = write(both, ("b", 2), stamp_of(0), "four")
    assert join(both, settled) == settled and not settled.conflict and settled.shown == "four"


def test_equal_values_written_apart_are_no_conflict_but_true_and_one_are() -> None:
    one = write(None, ("a", 1), 1, 1)
    assert not join(one, write(None, ("b", 1), 2, 1)).conflict
    assert join(one, write(None, ("b", 1), 2, True)).conflict


def test_of_equal_stamps_every_office_shows_the_same_value() -> None:
    one, two = write(None, ("a", 1), 5, "x"), write(None, ("b", 1), 5, "y")
    assert join(one, two).shown == join(two, one).shown == "y"


def test_one_dot_with_two_values_still_ends_equal_everywhere() -> None:
    one, two = write(None, ("a", 1), 5, "x"), write(None, ("a", 1), 5, 7)
    assert join(one, two) == join(two, one)


def test_a_counter_is_never_used_twice_but_a_save_may_set_a_field_again() -> None:
    cell = write(None, ("a", 2), 1, "x")
    assert write(cell, ("a", 2), 1, "y").shown == "y"
    with pytest.raises(ValueError, match="used before"):
        write(cell, ("a", 1), 2, "z")
    with pytest.raises(ValueError, match="used before"):
        write(write(cell, ("b", 1), 2, "z"), ("a", 2), 3, "z")


def test_erasure_absorbs_whatever_comes_before_or_after_and_the_earliest_counts() -> None:
    alive = RecordState("person", "p", "core", write_all({}, ("a", 1), 1, {"name": "N"}))
    early, late = Tombstone(5, "a"), Tombstone(9, "b")
    for states in permutations([alive, erased("person", "p", early), erased("person", "p", late)]):
        end = join_records(join_records(states[0], states[1]), states[2])
        assert end == erased("person", "p", early) and end.cells == {} and end.compartment == ""


def test_records_join_field_by_field_and_two_records_never_do() -> None:
    mine = RecordState("group", "g", "core", write_all({}, ("a", 1), 1, {"name": "N", "size": 3}))
    part = mine.only(lambda name, _: name == "name")
    assert join_records(mine, part) is mine
    assert join_records(part, mine) == mine
    with pytest.raises(ValueError, match="two different"):
        join_records(mine, RecordState("group", "h", "core", {}))


def test_only_what_changed_in_a_range_of_the_log_is_taken() -> None:
    cells = write_all({}, ("a", 1), 1, {"name": "N", "size": 3}, lsn=4)
    record = RecordState("group", "g", "core", write_all(cells, ("a", 2), 2, {"size": 4}, lsn=9))
    assert record.lsn == 9
    part = record.after(4, 9)
    assert part is not None and part.shown == {"size": 4}
    assert record.after(9, 12) is None
    gone = erased("group", "g", Tombstone(3, "a", lsn=12))
    assert gone.after(9, 12) is gone and gone.after(12, 13) is None


def test_our_clock_never_goes_back_and_a_wild_stamp_does_not_move_it() -> None:
    now = 1_790_000_000_000
    last = stamp_of(now)
    assert next_stamp(last, now - 86_400_000 * 365) == last + 1
    assert wall_ms_of(next_stamp(last, now + 5)) == now + 5
    assert heed(last, stamp_of(now + AHEAD_MS), now) == stamp_of(now + AHEAD_MS)
    wild = stamp_of(now + AHEAD_MS + 1)
    assert is_far_ahead(wild, now) and heed(last, wild, now) == last
