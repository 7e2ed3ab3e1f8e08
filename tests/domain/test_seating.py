"""Seating: everybody gets one seat, and groups in conflict do not sit side by side where it can be helped."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from gvi_desktop.domain.invitee import MOST_SEATS
from gvi_desktop.domain.seating import Sitting, arrange, judge, neighbours, place, swap


def people(**groups: int) -> list[Sitting]:
    return [Sitting(f"{name}{n}", "" if name == "none" else name) for name, size in groups.items() for n in range(size)]


def pair(one: str, other: str) -> frozenset[str]:
    return frozenset({one, other})


def test_without_conflicts_the_largest_group_sits_first_and_no_chair_stays_empty() -> None:
    found = arrange(people(a=2, b=4), [])
    assert sorted(found.seats.values()) == [1, 2, 3, 4, 5, 6]
    assert {found.seats[f"b{n}"] for n in range(4)} == {1, 2, 3, 4}


def test_a_third_group_sits_between_two_that_are_in_conflict() -> None:
    found = arrange(people(a=2, b=2, c=2), [pair("a", "b")])
    assert {found.seats["c0"], found.seats["c1"]} == {3, 4}
    assert found.apart == (pair("a", "b"),)
    assert found.beside == ()


def test_somebody_without_a_group_sits_between_them_when_there_is_no_third() -> None:
    found = arrange(people(a=2, b=2, none=1), [pair("a", "b")])
    assert found.seats["none0"] == 3
    assert found.beside == ()


def test_else_a_chair_stays_empty_between_them() -> None:
    found = arrange(people(a=2, b=2), [pair("a", "b")])
    assert sorted(found.seats.values()) == [1, 2, 4, 5]


def test_the_end_of_a_row_parts_them_too() -> None:
    found = arrange(people(a=6, b=3), [pair("a", "b")])
    assert sorted(found.seats.values()) == list(range(1, 10))
    assert found.beside == ()


def test_neighbours_sit_in_one_row() -> None:
    assert neighbours(1, 2) and neighbours(2, 1)
    assert not neighbours(6, 7) and not neighbours(1, 3)
    assert place(7) == (1, 0)


def test_a_seat_by_hand_is_judged_as_well() -> None:
    found = judge({"x": 1, "y": 2}, {"x": "a", "y": "b"}, [pair("a", "b"), pair("a", "c")])
    assert found.beside == (pair("a", "b"),)
    assert found.apart == ()  # group c is not in the room


def test_whoever_sat_there_takes_the_free_seat() -> None:
    assert swap({"x": 1, "y": 5}, "x", 5) == {"x": 5, "y": 1}
    assert swap({"x": 1}, "x", 4) == {"x": 4}
    assert swap({"x": 2}, "new", 2) == {"x": 1, "new": 2}


@given(
    st.lists(st.tuples(st.sampled_from("abcdefgh "), st.integers(1, 8)), max_size=9, unique_by=lambda part: part[0]),
    st.sets(st.sampled_from(sorted(combinations("abcdefgh", 2))), max_size=12),
)
def test_everybody_gets_a_seat_of_their_own_and_no_group_in_conflict_sits_beside_another(
    sizes: list[tuple[str, int]], pairs: set[tuple[str, str]]
) -> None:
    sitting = [Sitting(f"{name}{n}", name.strip()) for name, size in sizes for n in range(size)]
    if len(sitting) > MOST_SEATS:
        sitting = sitting[:MOST_SEATS]
    found = arrange(sitting, [frozenset(one) for one in pairs])
    assert set(found.seats) == {one.invitee for one in sitting}
    assert len(set(found.seats.values())) == len(sitting)
    assert all(1 <= seat <= MOST_SEATS for seat in found.seats.values())
    if len(sitting) + 9 <= MOST_SEATS:  # room enough for an empty chair at every border
        assert found.beside == ()
