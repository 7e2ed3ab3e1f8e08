"""Which marks of a piece are the cells of a table: told beside the marks, so that a table can be drawn as any piece."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum


class Heads(StrEnum):
    """What a cell is the head of; the words are those of PDF."""

    column = "Column"
    row = "Row"


@dataclass(frozen=True, slots=True)
class Cell:
    """The marks from `first` up to `stop`; none in a cell to be written in by hand."""

    first: int
    stop: int
    heads: Heads | None = None
    span: int = 1

    @property
    def role(self) -> str:
        """Its role in PDF: a head, where it has words, or a cell like others."""
        return "TH" if self.heads and self.stop > self.first else "TD"


@dataclass(frozen=True, slots=True)
class Rows:
    """Rows of a table within a piece, in the order of its marks."""

    lines: tuple[tuple[Cell, ...], ...]
    begins: bool = False  # a table; else they go on with the one before
    within: bool = False  # the first goes on with the row that a page before began

    def shifted(self, marks: int) -> Rows:
        """The rows after so many other marks."""
        lines = tuple(
            tuple(replace(cell, first=cell.first + marks, stop=cell.stop + marks) for cell in line)
            for line in self.lines
        )
        return replace(self, lines=lines)

    def kept(self, kept: Sequence[bool], rest: bool = False) -> Rows:
        """The rows where only some marks are left, as of a row that is cut over two pages (`rest`: the lower part)."""
        before = [0]
        for one in kept:
            before.append(before[-1] + one)
        lines = tuple(
            tuple(replace(cell, first=before[cell.first], stop=before[cell.stop]) for cell in line)
            for line in self.lines
        )
        return Rows(lines, self.begins and not rest, self.within or rest)
