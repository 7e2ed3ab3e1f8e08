"""Small numbers in public reports: what is shown so that no hidden number follows, even for one who knows this rule.

Numbers from one to four are never shown. What they could be worked out from by taking away is not shown either: rows
that add up to a shown total are put together, in an order that the numbers do not decide, until each sum may be shown.
"""

from __future__ import annotations

from collections.abc import Sequence

SMALL = 5
Block = tuple[int, ...]
"""Neighbouring rows that are shown as one, by their places."""


def safe(*numbers: int) -> bool:
    """Whether all of these may be shown: nobody, or at least five."""
    return all(number == 0 or number >= SMALL for number in numbers)


def alone(number: int) -> int | None:
    """A number that no other shown number is a part of; None = hidden."""
    return number if safe(number) else None


def part(number: int, whole: int) -> int | None:
    """A number out of a shown one; hidden also where those that are left out of it are few."""
    return number if safe(whole, number, whole - number) else None


def finest(*levels: Sequence[int]) -> int:
    """The first of several ways to divide the same whole, each coarser than the one before, whose parts may all be
    shown; the number of the ways when none may."""
    return next((at for at, parts in enumerate(levels) if safe(*parts)), len(levels))


def blocks(rows: Sequence[Sequence[int]]) -> tuple[Block, ...] | None:
    """Which rows to put together so that every column of every block may be shown; None when not even all together may.

    The columns must be parts that do not overlap, the rows stand in an order of their own (of days, of an enumeration),
    never by size: the order would tell.
    """
    made: list[Block] = []
    gathered: list[int] = []
    for place in range(len(rows)):
        gathered.append(place)
        if safe(*summed(rows, gathered)):
            made.append(tuple(gathered))
            gathered = []
    while gathered and not safe(*summed(rows, gathered)):
        if not made:
            return None
        gathered = [*made.pop(), *gathered]
    return (*made, tuple(gathered)) if gathered else tuple(made)


def summed(rows: Sequence[Sequence[int]], places: Sequence[int]) -> tuple[int, ...]:
    """The sum of each column over some rows."""
    return tuple(sum(column) for column in zip(*(rows[place] for place in places), strict=True))
