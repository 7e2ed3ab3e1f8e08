"""The neutral card: ten to a sheet with cutting marks, and nothing on it that tells what it is about."""

from __future__ import annotations

from collections.abc import Sequence

from gvi_desktop.letters.blocks import BlockKind, FilledBlock
from gvi_desktop.letters.drawing import Line, Page, Piece, joined
from gvi_desktop.letters.layout import Layout, Run
from gvi_desktop.letters.merge import Merged
from gvi_desktop.letters.pages.flow import Column
from gvi_desktop.letters.style import A4, ACCENT, GREY, HAIR, MM, Face, Style

WIDE, HIGH = 85 * MM, 54 * MM
ACROSS, DOWN = 2, 5
PER_SHEET = ACROSS * DOWN
_LEFT, _TOP = (A4[0] - ACROSS * WIDE) / 2, (A4[1] - DOWN * HIGH) / 2
_PAD = 8 * MM
_LOOKS = {
    BlockKind.heading: Style(15, 19, Face.bold, ACCENT),
    BlockKind.note: Style(17, 24, Face.bold),
    BlockKind.paragraph: Style(9.5, 13.5),
}
_QUIET = Style(9, 12.5, Face.regular, GREY)


class CardSheet:
    """Cards of one batch in one language."""

    def __init__(self, layout: Layout) -> None:
        self._layout = layout

    def columns(self, merged: Merged) -> list[Column]:
        """The one side of a card, its lines centred in height."""
        width = WIDE - 2 * _PAD
        parts: list[tuple[float, float, Piece]] = []
        y = 0.0
        after_phone = False
        for block in merged.blocks:
            look = _QUIET if after_phone else _LOOKS.get(block.kind, _LOOKS[BlockKind.paragraph])
            after_phone = after_phone or block.kind is BlockKind.note
            for line in block.lines:
                piece = self._fitted(block, line[0], look, width)
                parts.append((_PAD, y, piece))
                y += piece.height + (3 if block.kind is not BlockKind.note else 1)
        return [[(0.0, (HIGH - y) / 2, self._layout.turned(joined(parts, y), WIDE))]]

    def _fitted(self, block: FilledBlock, runs: tuple[Run, ...], look: Style, width: float) -> Piece:
        size = look.size
        while block.kind is BlockKind.note and size > 9 and self._layout.widest(runs, look) > width:
            size -= 0.5
            look = Style(size, look.leading, look.face, look.colour)
        return self._layout.paragraph(runs, look, width)

    @staticmethod
    def pages(cards: Sequence[Column]) -> list[Page]:
        """Sheets of cards; the last is filled up with more of its last card, since paper is cut in whole sheets."""
        out = []
        for first in range(0, len(cards), PER_SHEET):
            sheet = list(cards[first : first + PER_SHEET])
            sheet += [sheet[-1]] * (PER_SHEET - len(sheet))
            page = Page()
            page.put(0, 0, _CUTS)
            for number, column in enumerate(sheet):
                left, top = _LEFT + number % ACROSS * WIDE, _TOP + number // ACROSS * HIGH
                for x, y, piece in column:
                    page.put(left + x, top + y, piece)
            out.append(page)
        return out

    @staticmethod
    def page_of(number: int, before: int) -> tuple[int, int]:
        """The page that the card of that number (from 1) stands on, after `before` other pages."""
        page = before + (number - 1) // PER_SHEET + 1
        return page, page


def cut_marks(wide: float, high: float, across: int, down: int) -> Piece:
    """Short lines outside the cards and small crosses between them, to lay a ruler on."""
    left, top = (A4[0] - across * wide) / 2, (A4[1] - down * high) / 2
    marks: list[Line] = []
    for column in range(across + 1):
        for row in range(down + 1):
            x, y = left + column * wide, top + row * high
            marks += [Line(x - 6, y, x + 6, y, HAIR, 0.5), Line(x, y - 6, x, y + 6, HAIR, 0.5)]
    return Piece(tuple(marks), 0, shared=True)


_CUTS = cut_marks(WIDE, HIGH, ACROSS, DOWN)
