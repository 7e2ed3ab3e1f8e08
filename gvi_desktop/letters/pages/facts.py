"""Rows of a table whose cells are set by hand: names with their values, chairs beside each other."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from gvi_desktop.letters.drawing import Mark, Piece, moved
from gvi_desktop.letters.rows import Cell, Heads, Rows


class Set(NamedTuple):
    """A cell's piece and its place; None where nothing stands in it."""

    x: float
    y: float
    piece: Piece | None
    heads: Heads | None = None
    span: int = 1


def rows(lines: Sequence[Sequence[Set]], height: float, begins: bool = True) -> Piece:
    """One piece of these rows, with which a table `begins` or goes on."""
    marks: list[Mark] = []
    cells: list[tuple[Cell, ...]] = []
    for line in lines:
        own: list[Cell] = []
        for one in line:
            before = len(marks)
            marks += [moved(mark, one.x, one.y) for mark in (one.piece.marks if one.piece else ())]
            own.append(Cell(before, len(marks), one.heads, one.span))
        cells.append(tuple(own))
    return Piece(tuple(marks), height, rows=Rows(tuple(cells), begins))


def fact(x: float, y: float, name: Piece, left: float, value: Piece, down: float = 0.0, span: int = 1) -> list[Set]:
    """A name, and its value `left` points beside it; the name stands `down` lower."""
    return [Set(x, y + down, name, Heads.row), Set(x + left, y, value, span=span)]
