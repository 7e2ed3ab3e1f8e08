"""Seating: the front rows of a call-in, so that groups in conflict do not sit side by side."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise, permutations

from gvi_desktop.domain.invitee import MOST_SEATS

SEATS_A_ROW = 6
_EXACT = 7
"""Up to so many groups every order of them is weighed (5,040); beyond, one order is improved step by step."""

Pair = frozenset[str]


@dataclass(frozen=True)
class Sitting:
    """Somebody to be seated, by the ids of the invitee and of the group ("" where there is none)."""

    invitee: str
    group: str = ""


@dataclass(frozen=True)
class Arrangement:
    """Seat numbers by invitee, and what was done about conflicts.

    `apart` are conflicting groups that are both in the room and sit nowhere side by side, `beside` those that
    could not be kept apart.
    """

    seats: Mapping[str, int]
    apart: tuple[Pair, ...] = ()
    beside: tuple[Pair, ...] = ()


def place(seat: int) -> tuple[int, int]:
    """Row and column of a seat, both from 0; seats are numbered from 1, row by row, from the left."""
    return divmod(seat - 1, SEATS_A_ROW)


def neighbours(one: int, other: int) -> bool:
    """Side by side in the same row. Between rows sit the officers."""
    (row, column), (other_row, other_column) = place(one), place(other)
    return row == other_row and abs(column - other_column) == 1


def arrange(people: Iterable[Sitting], conflicts: Iterable[Pair]) -> Arrangement:
    """Seats in which members of a group sit together and groups in conflict do not sit side by side.

    Where two such groups would meet, somebody without a group is seated between them, else a chair stays empty;
    the end of a row parts them too.
    """
    blocks: dict[str, list[str]] = {}
    for person in people:
        blocks.setdefault(person.group, []).append(person.invitee)
    neutral = blocks.pop("", [])
    known = {pair for pair in conflicts if len(pair) == 2 and pair <= set(blocks)}
    seats: dict[str, int] = {}
    seat, before = 1, ""
    for group in _ordered(blocks, known):
        while frozenset({before, group}) in known and place(seat)[1] > 0:
            if neutral:
                seats[neutral.pop()] = seat
            seat += 1
            before = ""
        for invitee in blocks[group]:
            seats[invitee] = seat
            seat += 1
        before = group
    for invitee in reversed(neutral):
        seats[invitee] = seat
        seat += 1
    if seat - 1 > MOST_SEATS:  # too many for empty chairs: better a full room than one that does not exist
        seats = {invitee: number for number, invitee in enumerate(sorted(seats, key=seats.__getitem__), 1)}
    groups = {invitee: group for group, members in blocks.items() for invitee in members}
    return judge(seats, groups, known)


def judge(seats: Mapping[str, int], groups: Mapping[str, str], conflicts: Iterable[Pair]) -> Arrangement:
    """What given seats do about the conflicts of the groups that are in the room."""
    at = {seat: invitee for invitee, seat in seats.items()}
    here = {groups.get(invitee, "") for invitee in seats}
    known = sorted({pair for pair in conflicts if len(pair) == 2 and pair <= here}, key=sorted)
    meeting: set[Pair] = set()
    for seat, invitee in at.items():
        other = at.get(seat + 1)
        if other is not None and neighbours(seat, seat + 1):
            meeting.add(frozenset({groups.get(invitee, ""), groups.get(other, "")}))
    return Arrangement(
        dict(seats),
        tuple(pair for pair in known if pair not in meeting),
        tuple(pair for pair in known if pair in meeting),
    )


def swap(seats: Mapping[str, int], invitee: str, seat: int) -> dict[str, int]:
    """Move somebody to a seat; who sat there takes the seat that becomes free."""
    moved = dict(seats)
    free = moved.get(invitee)
    other = next((one for one, number in seats.items() if number == seat and one != invitee), None)
    moved[invitee] = seat
    if other is not None:
        if free is None:
            taken = set(moved.values())
            free = next(number for number in range(1, len(moved) + 2) if number not in taken)
        moved[other] = free
    return moved


def _ordered(blocks: Mapping[str, Sequence[str]], known: set[Pair]) -> list[str]:
    """The groups, largest first where it does not matter, in the order with the fewest conflicting neighbours."""
    names = sorted(blocks, key=lambda group: (-len(blocks[group]), group))
    if not known:
        return names
    if len(names) <= _EXACT:
        return list(min(permutations(names), key=lambda order: _meetings(order, known)))
    return _improved(names, known)


def _improved(names: list[str], known: set[Pair]) -> list[str]:
    best, cost = names, _meetings(names, known)
    better = True
    while better and cost:
        better = False
        for one in range(len(names)):
            for other in range(one + 1, len(names)):
                tried = [*best]
                tried[one], tried[other] = tried[other], tried[one]
                if (met := _meetings(tried, known)) < cost:
                    best, cost, better = tried, met, True
    return best


def _meetings(order: Iterable[str], known: set[Pair]) -> int:
    return sum(frozenset(pair) in known for pair in pairwise(order))
