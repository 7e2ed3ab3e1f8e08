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
    new_page: bool = False


Column = list[tuple[float, float, Piece]]  # left, top, piece


def paginate(items: Sequence[Item], first_room: float, room: float) -> list[Column]:
    """Columns for as many pages as it takes; the first may be shorter than the others (points)."""
    pages: list[Column] = [[]]
    left, used, fresh = first_room, 0.0, True
    waiting = deque(items)
    while waiting:
        item = waiting[0]
        turn = item.new_page and bool(pages[-1])
        if not turn:
            if fresh and item.head and len(pages) > 1 and not pages[-1]:
                pages[-1].append((item.left, 0.0, item.head.again()))
                used = item.head.height
            top = used + (0.0 if fresh else item.above)
            whole = top + item.piece.height <= left
            parts = None if whole else item.piece.cut(left - top)
            stays = fresh or top + min(_least(waiting), room) <= left
            if stays and (whole or (fresh and parts is None)):
                pages[-1].append((item.left, top, item.piece))
                used, fresh = top + item.piece.height, False
                waiting.popleft()
                continue
            if stays and parts:
                pages[-1].append((item.left, top, parts[0]))
                waiting[0] = replace(item, piece=parts[1])
        pages.append([])
        left, used, fresh = room, 0.0, True
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
