"""People whose names sound alike: the few of them to propose, without comparing everybody with everybody."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import islice, takewhile
from typing import Generic, NamedTuple, TypeVar

from gvi_desktop.intake.names import same_name
from gvi_desktop.services.importing_views import Why
from gvi_desktop.services.importing_who import Who, contradicts, same_birth

PROPOSED = 5
T = TypeVar("T")


class Alike(Generic[T]):
    """Those of one sound, in the order in which they are to be proposed."""

    def __init__(self, everybody: Iterable[tuple[T, Who]]) -> None:
        self._everybody = [_One(at, one, who) for at, (one, who) in enumerate(everybody)]
        self._by_name: dict[str, list[_One[T]]] = {}
        self._by_year: dict[int | None, list[_One[T]]] = {}
        self._by_number: dict[str, list[_One[T]]] = {}
        for one in self._everybody:
            self._by_name.setdefault(same_name(one.who.name), []).append(one)
            self._by_year.setdefault(one.who.year, []).append(one)
            if one.who.number:
                self._by_number.setdefault(one.who.number, []).append(one)

    def best(self, who: Who, among: Callable[[T], bool] = lambda _: True) -> list[tuple[Why, T]]:
        """At the most `PROPOSED` who may be meant, the likeliest first; from the first that is not `among` on, nobody
        is asked."""
        named, numbered = self._by_name.get(same_name(who.name), []), self._by_number.get(who.number, [])
        born = self._by_year.get(who.year, []) if who.year is not None else []
        unknown = self._by_year.get(None, []) if who.year is not None else self._everybody
        # Whoever has the same name, year or number stands in a list of their own: the first few of each suffice.
        few = {one.at: one for some in (named, numbered, born, unknown) for one in _first(some, who, among)}
        order = list(Why)
        found = ((_why(one.who, who), one) for one in few.values())
        best = sorted(found, key=lambda pair: (order.index(pair[0]), pair[1].at))
        return [(why, one.means) for why, one in best[:PROPOSED]]


class _One(NamedTuple, Generic[T]):
    at: int
    means: T
    who: Who


def _first(some: list[_One[T]], who: Who, among: Callable[[T], bool]) -> Iterator[_One[T]]:
    asked = takewhile(lambda one: among(one.means), some)
    return islice((one for one in asked if not contradicts(one.who, who)), PROPOSED)


def _why(known: Who, who: Who) -> Why:
    if same_name(known.name) == same_name(who.name):
        return Why.SAME_NAME
    return Why.SOUND_AND_BIRTH if same_birth(known, who) else Why.SOUND
