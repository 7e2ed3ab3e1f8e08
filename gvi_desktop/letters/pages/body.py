"""Turning a letter's blocks into pieces of type, one column wide."""

from __future__ import annotations

from dataclasses import replace

from gvi_desktop.letters.blocks import BlockKind, FilledBlock
from gvi_desktop.letters.drawing import Box, Line, Mark, Piece, joined
from gvi_desktop.letters.layout import Layout, Run, Runs
from gvi_desktop.letters.pages.flow import Item
from gvi_desktop.letters.pages.table import Grid, grid
from gvi_desktop.letters.style import ACCENT, BODY, CELL, GREY, HAIR, HEADING, LABEL, TINT, Face, Style

_NOTE_PAD = 10.0
_BULLET = 15.0
_SIGNING_ROOM = 27.0  # for a name written by hand


class Body:
    """Sets blocks in a column of `width` points and remembers those it has set."""

    def __init__(self, layout: Layout, width: float, text: Style = BODY, cell: Style = CELL, air: float = 1.0) -> None:
        self._layout, self._width, self._text, self._cell, self._air = layout, width, text, cell, air
        self._set: dict[int, tuple[FilledBlock, list[Item]]] = {}  # by identity: reading a block through takes longer

    def items(self, blocks: tuple[FilledBlock, ...]) -> list[Item]:
        """The blocks as items to fill pages with, the closing line kept with the signature below it."""
        out: list[Item] = []
        after_heading = False
        for number, block in enumerate(blocks):
            first, *others = self._pieces(block)
            after_note = number and blocks[number - 1].kind is BlockKind.note
            above = 1.5 if after_heading else 13 if after_note else first.above
            # A page with nothing but a name on it looks like a mistake: the last words go with the signature.
            signs = any(b.kind is BlockKind.signature for b in blocks[number + 1 : number + 3])
            keep = first.keep_next or (signs and not others)
            out.append(Item(first.piece, above * self._air, keep, first.head, first.left))
            out.extend(others)
            after_heading = block.kind is BlockKind.heading
        return out

    def _pieces(self, block: FilledBlock) -> list[Item]:
        if id(block) not in self._set:
            self._set[id(block)] = (block, [self._turned(item) for item in self._block(block)])
        return self._set[id(block)][1]

    def _turned(self, item: Item) -> Item:
        if not self._layout.tongue.rtl:
            return item
        head = self._layout.turned(item.head, self._width) if item.head else None
        return replace(item, piece=self._layout.turned(item.piece, self._width), head=head)

    def _block(self, block: FilledBlock) -> list[Item]:
        match block.kind:
            case BlockKind.paragraph:
                return [Item(self._paragraph(block.lines[0][0]), 7)]
            case BlockKind.heading:
                piece = self._layout.paragraph(block.lines[0][0], HEADING, self._width)
                return [Item(piece, 12, keep_next=True)]
            case BlockKind.bullets:
                return [Item(self._bullet(line[0]), 4 if n else 6) for n, line in enumerate(block.lines)]
            case BlockKind.rows:
                return self._table(block) if block.headed else [Item(self._facts(block), 10)]
            case BlockKind.note:
                return [Item(self._note([line[0] for line in block.lines]), 12)]
            case BlockKind.signature:
                return [Item(self._signature([line[0] for line in block.lines]), 0)]

    def _paragraph(self, runs: Runs) -> Piece:
        return self._layout.paragraph(runs, self._text, self._width)

    def _bullet(self, runs: Runs) -> Piece:
        text = self._layout.paragraph(runs, self._text, self._width - _BULLET)
        dot = Box(3.5, self._text.leading / 2 - 1.2, 3.6, 3.6, fill=ACCENT, radius=1.8)
        inner = joined([(_BULLET, 0, text)], text.height)
        return Piece((dot, *inner.marks), text.height, text.breaks)

    def _facts(self, block: FilledBlock) -> Piece:
        labels = max(self._layout.widest(line[0], LABEL) for line in block.lines)
        left = min(max(labels + 16, 76), self._width * 0.42)
        parts: list[tuple[float, float, Piece]] = []
        rules = [Line(0, 0, self._width, 0, HAIR)]
        y = 0.0
        for line in block.lines:
            label = self._layout.paragraph(line[0], LABEL, left - 8)
            value = self._layout.paragraph(line[-1], self._text, self._width - left)
            parts += [(0, y + 3.5, label), (left, y + 3.5, value)]
            y += max(label.height, value.height) + 7
            rules.append(Line(0, y, self._width, y, HAIR))
        return Piece((*rules, *joined(parts, y).marks), y)

    def _table(self, block: FilledBlock) -> list[Item]:
        columns = len(block.lines[0])
        spans = [
            max(self._layout.widest(line[n], self._cell) for line in block.lines if n < len(line))
            for n in range(columns)
        ]
        words = [
            max(self._layout.longest_word(line[n], self._cell) for line in block.lines if n < len(line))
            for n in range(columns)
        ]
        look = Grid(Grid.held(Grid.fitted(spans, self._width), words), cell=self._cell)
        head, rows = grid(self._layout, look, block.lines[0], block.lines[1:])
        return [Item(head, 12, keep_next=True), *(Item(row, 0, head=head) for row in rows)]

    def _note(self, lines: list[Runs]) -> Piece:
        pieces = [self._layout.paragraph(runs, self._text, self._width - 2 * _NOTE_PAD - 4) for runs in lines]
        parts: list[tuple[float, float, Piece]] = []
        y = _NOTE_PAD - 2
        for piece in pieces:
            parts.append((_NOTE_PAD + 4, y, piece))
            y += piece.height
        y += _NOTE_PAD - 2
        back = (Box(0, 0, self._width, y, fill=TINT), Box(0, 0, 3, y, fill=ACCENT))
        return Piece((*back, *joined(parts, y).marks), y)

    def _signature(self, lines: list[Runs]) -> Piece:
        y = _SIGNING_ROOM * self._air
        marks: list[Mark] = []
        for number, runs in enumerate(lines):
            style = Style(10.5, 14, Face.bold) if not number else Style(9.5, 13, Face.regular, GREY)
            piece = self._layout.paragraph(tuple(Run(r.text) for r in runs), style, self._width)
            marks += joined([(0, y, piece)], 0).marks
            y += piece.height
        return Piece(tuple(marks), y)
