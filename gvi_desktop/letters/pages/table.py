"""Setting tables: columns shared out by need, cells wrapped, and rows that may go over to the next page."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

from gvi_desktop.letters.drawing import Box, Line, Mark, Piece, Shaped, Text, moved
from gvi_desktop.letters.layout import Layout, Runs
from gvi_desktop.letters.rows import Cell, Heads, Rows
from gvi_desktop.letters.style import ACCENT, CELL, CELL_HEAD, HAIR, TINT, Style

_PAD, _NARROWEST = 6.0, 16.0


@dataclass(frozen=True, slots=True)
class Grid:
    """Column widths in points, how cells are set, which columns hold figures, and the least height of a row."""

    widths: tuple[float, ...]
    cell: Style = CELL
    head: Style = CELL_HEAD
    figures: frozenset[int] = frozenset()
    least: float = 0.0
    ruled: bool = False  # upright lines too, for what is filled in by hand
    shaded: bool = False  # every other row
    air: float = _PAD  # above and below what stands in a cell
    names: int | None = 0  # the column that says what a row is about

    @staticmethod
    def shared(parts: Sequence[float], width: float) -> tuple[float, ...]:
        """Widths in the given proportions."""
        whole = sum(parts)
        return tuple(width * part / whole for part in parts)

    @staticmethod
    def fitted(wanted: Sequence[float], width: float) -> tuple[float, ...]:
        """Widths by need: narrow columns get what they ask for, the wide ones share what is left."""
        asked = [max(want, _NARROWEST) + 2 * _PAD + 2 for want in wanted]
        given = [0.0] * len(asked)
        left, open_ = width, sorted(range(len(asked)), key=lambda n: asked[n])
        while open_ and asked[open_[0]] <= left / len(open_):
            number = open_.pop(0)
            given[number] = asked[number]
            left -= asked[number]
        shares = {number: math.sqrt(asked[number]) for number in open_}
        for number in open_:
            given[number] = left * shares[number] / sum(shares.values())
        spare = width - sum(given)
        return tuple(each + spare * each / sum(given) for each in given)

    @staticmethod
    def held(widths: Sequence[float], longest: Sequence[float]) -> tuple[float, ...]:
        """The same, but no column too narrow for its longest word, where there is room for the words of all: what one
        lacks the others give in proportion to what they can spare."""
        least = [max(word, _NARROWEST) + 2 * _PAD + 2 for word in longest]
        if sum(least) > sum(widths):
            return tuple(widths)
        lacking = [max(need - each, 0.0) for each, need in zip(widths, least, strict=True)]
        spare = [max(each - need, 0.0) for each, need in zip(widths, least, strict=True)]
        share = sum(lacking) / sum(spare) if any(lacking) else 0.0
        return tuple(each + more - share * less for each, more, less in zip(widths, lacking, spare, strict=True))


def grid(layout: Layout, look: Grid, head: Sequence[Runs], rows: Sequence[Sequence[Runs]]) -> tuple[Piece, list[Piece]]:
    """The head row, with which a table begins, and the rows below it."""
    width = sum(look.widths)
    top = _row(layout, look, head, look.head, 0.0, head=True)
    rule = Line(0, top.height, width, top.height, ACCENT, 1.1)
    out = []
    for number, cells in enumerate(rows):
        row = _row(layout, look, cells, look.cell, look.least)
        tinted = look.shaded and number % 2 and not row.breaks
        back: list[Mark] = [Box(0, 0, width, row.height, fill=TINT)] if tinted else []
        lines: list[Mark] = [Line(0, row.height, width, row.height, HAIR)]
        if look.ruled:
            lines += [Line(x, 0, x, row.height, HAIR) for x in _edges(look.widths)]
        places = row.rows.shifted(len(back)) if row.rows else None
        out.append(replace(row, marks=(*back, *row.marks, *lines), rows=places))
    return replace(top, marks=(*top.marks, rule), height=top.height + 0.5), out


def _edges(widths: Sequence[float]) -> list[float]:
    return [sum(widths[:n]) for n in range(len(widths) + 1)]


def _row(layout: Layout, look: Grid, cells: Sequence[Runs], style: Style, least: float, head: bool = False) -> Piece:
    marks: list[Mark] = []
    parts: list[Cell] = []
    tallest = 0.0
    most = 0
    for number, (left, width) in enumerate(zip(_edges(look.widths), look.widths, strict=False)):
        runs = cells[number] if number < len(cells) else ()
        piece = layout.paragraph(runs, style, width - 2 * _PAD)
        shift = 0.0
        if number in look.figures and runs:
            shift = max(width - 2 * _PAD - layout.widest(runs, style), 0.0)
        first = 0 if number == 0 and not look.ruled and not look.shaded else _PAD
        before = len(marks)
        marks += [moved(mark, left + first + shift, look.air) for mark in piece.marks if _shown(mark)]
        heads = Heads.column if head else Heads.row if number == look.names else None
        parts.append(Cell(before, len(marks), heads))
        tallest = max(tallest, piece.height)
        most = max(most, len(piece.breaks) + 3 if piece.breaks else 0)
    height = max(tallest + 2 * look.air, least)
    breaks = tuple(look.air + n * style.leading for n in range(2, most - 2)) if most > 6 and not look.ruled else ()
    return Piece(tuple(marks), height, breaks, rows=Rows((tuple(parts),), begins=head))


def _shown(mark: Mark) -> bool:
    """Whether there is anything to draw: an empty cell has an empty line."""
    return not isinstance(mark, Text | Shaped) or bool(mark.text)
