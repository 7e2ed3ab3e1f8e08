"""What a page consists of before there is any ink: marks placed from the top left, in points."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from gvi_desktop.letters.rows import Rows
from gvi_desktop.letters.style import A4, HAIR, INK, Colour, Face


@dataclass(frozen=True, slots=True)
class Text:
    """A run of characters in one face; `y` is the baseline."""

    x: float
    y: float
    text: str
    face: Face
    size: float
    colour: Colour = INK


class Glyph(NamedTuple):
    """A glyph of a face by number, the characters it stands for, and its place in points from the line's left end."""

    number: int
    text: str
    x: float
    y: float = 0.0
    width: float = 0.0


Strip = tuple[Face, tuple[Glyph, ...]]  # glyphs of one face, from left to right


@dataclass(frozen=True, slots=True)
class Shaped:
    """A line of joined writing: its glyphs as they stand, and its characters in the order in which they are read."""

    x: float
    y: float
    text: str
    strips: tuple[Strip, ...]
    size: float
    width: float
    colour: Colour = INK


@dataclass(frozen=True, slots=True)
class Line:
    """A straight stroke."""

    x: float
    y: float
    to_x: float
    to_y: float
    colour: Colour = HAIR
    width: float = 0.6
    dashed: bool = False


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle with its upper left corner at `x`, `y`; without fill or stroke where those are None."""

    x: float
    y: float
    width: float
    height: float
    fill: Colour | None = None
    stroke: Colour | None = None
    radius: float = 0
    line: float = 0.8


@dataclass(frozen=True, slots=True)
class Picture:
    """A checked PNG or SVG, stretched to the given size."""

    x: float
    y: float
    width: float
    height: float
    content: bytes


Mark = Text | Shaped | Line | Box | Picture


@dataclass(frozen=True, slots=True)
class Piece:
    """Marks that belong together, their height, and the heights at which they may be cut over two pages."""

    marks: tuple[Mark, ...]
    height: float
    breaks: tuple[float, ...] = ()
    shared: bool = False  # drawn once a file and referred to, as the letterhead is
    level: int = 0  # of a heading, from 1
    rows: Rows | None = None  # where it is a part of a table
    repeated: bool = False  # said before, as a table's head on its next page

    def cut(self, room: float) -> tuple[Piece, Piece] | None:
        """The part that fits in `room` and the rest, or None where no allowed break fits."""
        at = max((b for b in self.breaks if b <= room), default=0.0)
        if not at:
            return None
        over = [mark.y < at for mark in self.marks]
        above = tuple(m for m, stays in zip(self.marks, over, strict=True) if stays)
        below = tuple(moved(m, 0, -at) for m, stays in zip(self.marks, over, strict=True) if not stays)
        lines = tuple(b for b in self.breaks if b < at), tuple(b - at for b in self.breaks if b > at)
        rows = (self.rows.kept(over), self.rows.kept([not o for o in over], rest=True)) if self.rows else (None, None)
        first = Piece(above, at, lines[0], level=self.level, rows=rows[0])
        return first, Piece(below, self.height - at, lines[1], level=self.level, rows=rows[1])

    def again(self) -> Piece:
        """The same to look at, and nothing new to say."""
        return replace(self, rows=None, repeated=True)


def moved(mark: Mark, right: float, down: float) -> Mark:
    """The same mark elsewhere."""
    x, y = mark.x + right, mark.y + down
    match mark:
        case Text():
            return Text(x, y, mark.text, mark.face, mark.size, mark.colour)
        case Shaped():
            return Shaped(x, y, mark.text, mark.strips, mark.size, mark.width, mark.colour)
        case Line():
            return Line(x, y, mark.to_x + right, mark.to_y + down, mark.colour, mark.width, mark.dashed)
        case Box():
            return Box(x, y, mark.width, mark.height, mark.fill, mark.stroke, mark.radius, mark.line)
        case Picture():
            return Picture(x, y, mark.width, mark.height, mark.content)


def mirrored(piece: Piece, width: float) -> Piece:
    """The piece as it stands on a page read from the right: what began at its left edge begins at its right."""
    marks: list[Mark] = []
    for mark in piece.marks:
        match mark:
            case Shaped() | Box() | Picture():
                marks.append(moved(mark, width - mark.width - 2 * mark.x, 0))
            case Line():
                marks.append(replace(mark, x=width - mark.x, to_x=width - mark.to_x))
            case Text():
                marks.append(mark)
    return replace(piece, marks=tuple(marks))


def joined(parts: Sequence[tuple[float, float, Piece]], height: float, shared: bool = False) -> Piece:
    """One uncuttable piece of several, each with its place."""
    marks = tuple(moved(mark, x, y) for x, y, piece in parts for mark in piece.marks)
    return Piece(marks, height, shared=shared)


@dataclass(slots=True)
class Page:
    """A sheet and the pieces on it in the order they are read; `language` where it may differ from the file's."""

    width: float = A4[0]
    height: float = A4[1]
    placed: list[tuple[float, float, Piece]] = field(default_factory=list)
    language: str = ""

    def put(self, x: float, y: float, piece: Piece) -> None:
        """Place a piece with its upper left corner at `x`, `y`."""
        self.placed.append((x, y, piece))
