"""Filling pages from the top: pieces one under another, headings kept with what follows, table heads repeated."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from gvi_desktop.letters.drawing import Piece


@dataclass(frozen=True, slots=True)
class Item:
    """A piece in a column of text, with the air above it; `head` is set again above it on a new page."""

    piece: Piece
    above: float = 0.0
    keep_next: bool = False
    head: Piece | None = None
    left: float = 0.0


Column = list[tuple[float, float, Piece]]  # left, top, piece


def paginate(items: Sequence[Item], first_room: float, room: float) -> list[Column]:
    """Columns for as many pages as it takes; the first may be shorter than the others (points)."""
    pages: list[Column] = [[]]
    left, used = first_room, 0.0
    waiting = deque(items)
    while waiting:
        item = waiting[0]
        if not pages[-1] and item.head and len(pages) > 1:
            pages[-1].append((item.left, 0.0, item.head))
            used = item.head.height
        fresh = len(pages[-1]) <= (1 if item.head and len(pages) > 1 else 0)
        top = used + (0.0 if fresh else item.above)
        least = _least(waiting)
        parts = item.piece.cut(left - top) if top + item.piece.height > left else None
        if not fresh and top + min(least, room) > left:
            parts = None
        elif top + item.piece.height <= left or (fresh and parts is None):
            pages[-1].append((item.left, top, item.piece))
            used = top + item.piece.height
            waiting.popleft()
            continue
        if parts:
            pages[-1].append((item.left, top, parts[0]))
            waiting[0] = replace(item, piece=parts[1], above=0.0)
        pages.append([])
        left, used = room, 0.0
    return pages


def _least(items: Iterable[Item]) -> float:
    """Height of the first piece with all that it must stay with; of the last of those, the smallest part."""
    height = 0.0
    for number, item in enumerate(items):
        height += item.above if number else 0.0
        if not item.keep_next:
            return height + min(item.piece.breaks, default=item.piece.height)
        height += item.piece.height
    return height
