"""What each part of a piece is to a reader of the tags: words in their role, cells in their table, or only looks."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from gvi_desktop.letters.drawing import Box, Line, Mark, Picture, Piece, Shaped, Text
from gvi_desktop.letters.rows import Cell, Rows
from gvi_desktop.letters.tags import Place, Tag, Tags

UNREAD = frozenset("\u200e\u200f\u2066\u2067\u2068\u2069")
"""Marks of direction: they order what is drawn and say nothing."""
_LOOKS = Box | Line | Picture


class Part(NamedTuple):
    """Marks with one role; without a role they are only looks, or `repeated` words said before."""

    role: str
    marks: Sequence[Mark]
    words: str = ""
    repeated: bool = False
    cell: Cell | None = None
    row: int = 0
    column: int = 0

    @property
    def artifact(self) -> str:
        """How what is only looks is begun."""
        return "/Artifact <</Type /Pagination>> BDC" if self.repeated else "/Artifact BMC"


class Tagger:
    """Numbers what the pages say, and counts tables and rows through the file."""

    def __init__(self) -> None:
        self.pages: list[Tags] = []
        self._table = self._row = self._rows = 0

    def turn(self, language: str) -> None:
        """A new page."""
        self.pages.append(Tags(language))

    def rows(self, rows: Rows) -> None:
        """The next piece has these rows."""
        self._table += rows.begins or not self._table
        self._row = self._rows - rows.within
        self._rows = self._row + len(rows.lines)

    def add(self, part: Part) -> int | None:
        """The number to mark a part with; None: it is not marked."""
        if not part.role:
            return None
        place = None
        if part.cell:
            place = Place(self._table, self._row + part.row, part.column, part.cell.span, part.cell.heads)
        number = self.pages[-1].add(Tag(part.role, part.words, place, bool(part.marks)))
        return number if part.marks else None


def parts(piece: Piece) -> list[Part]:
    """What a piece shows, below what it says; the latter has a role: paragraph, heading or cell."""
    if piece.repeated:
        return [Part("", piece.marks, repeated=True)]
    looks = [mark for mark in piece.marks if isinstance(mark, _LOOKS)]
    shown = [Part("", looks)] if looks else []
    if piece.rows is None:
        words = [mark for mark in piece.marks if not isinstance(mark, _LOOKS)]
        said = [Part(f"H{piece.level}" if piece.level else "P", words, _read(words))] if words else []
        return shown + said
    for number, line in enumerate(piece.rows.lines):
        for column, cell in enumerate(line):
            words = [mark for mark in piece.marks[cell.first : cell.stop] if not isinstance(mark, _LOOKS)]
            shown.append(Part(cell.role, words, _read(words), cell=cell, row=number, column=column))
    return shown


def _read(marks: Sequence[Mark]) -> str:
    """The words of a piece with lines from the right, in the order they are read; nothing for any other piece."""
    if not any(isinstance(mark, Shaped) for mark in marks):
        return ""
    lines = [mark.text for mark in marks if isinstance(mark, Shaped | Text)]
    return "".join(char for char in " ".join(lines) if char not in UNREAD)
