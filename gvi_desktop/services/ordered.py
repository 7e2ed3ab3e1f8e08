"""Ids of a long list in their order, held as one text: three hundred thousand of them are one object, not as many."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, overload

SEPARATOR = ","


def split(text: str) -> Sequence[str]:
    """The ids in a text with commas between them; of one length, as they are unless strangers made some, they stay in
    it until they are asked for."""
    width = text.find(SEPARATOR)
    if width < 0:
        return [text] if text else []
    between = text.count(SEPARATOR)
    even = (len(text) + 1) % (width + 1) == 0 and text[width :: width + 1] == SEPARATOR * between
    return Ids(text, width) if even else text.split(SEPARATOR)


def after(first: Sequence[str], second: Sequence[str]) -> Sequence[str]:
    """The ids of both, the first ones first."""
    if not first or not second:
        return first or second
    return split(_text(first) + SEPARATOR + _text(second))


def _text(ids: Sequence[str]) -> str:
    return ids.text if isinstance(ids, Ids) else SEPARATOR.join(ids)


class Ids(Sequence[str]):
    """Ids of one length, kept as the text in which they came, with one letter between them."""

    __slots__ = ("_step", "_width", "text")

    def __init__(self, text: str, width: int) -> None:
        self.text = text
        self._width = width
        self._step = width + 1

    def __len__(self) -> int:
        return (len(self.text) + 1) // self._step

    @overload
    def __getitem__(self, place: int) -> str: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[str]: ...
    def __getitem__(self, place: int | slice) -> str | Sequence[str]:
        if isinstance(place, slice):
            return [self._at(row) for row in range(*place.indices(len(self)))]
        row = place + len(self) if place < 0 else place
        if not 0 <= row < len(self):
            raise IndexError(place)
        return self._at(row)

    def __iter__(self) -> Iterator[str]:
        return map(self._at, range(len(self)))

    def __contains__(self, record_id: object) -> bool:
        return self._find(record_id, 0, len(self)) >= 0

    def index(self, record_id: Any, start: int = 0, stop: int | None = None) -> int:
        """The row of an id; ValueError when it is not among them."""
        first, last, _ = slice(start, stop).indices(len(self))
        row = self._find(record_id, first, last)
        if row < 0:
            raise ValueError(record_id)
        return row

    def __eq__(self, other: object) -> bool:
        if isinstance(other, Ids):
            return self.text == other.text and self._width == other._width
        if isinstance(other, Sequence) and not isinstance(other, str):
            return len(self) == len(other) and all(one == another for one, another in zip(self, other, strict=True))
        return NotImplemented

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        return f"Ids({list(self)!r})"

    def _at(self, row: int) -> str:
        start = row * self._step
        return self.text[start : start + self._width]

    def _find(self, record_id: object, first: int, last: int) -> int:
        if not isinstance(record_id, str) or len(record_id) != self._width:
            return -1
        place = self.text.find(record_id, first * self._step, last * self._step)
        while place >= 0 and place % self._step:
            place = self.text.find(record_id, place + 1, last * self._step)
        return place // self._step
