"""The seating plan: the room from above, each client in the front row with the officer's chair right behind."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from gvi_desktop.letters.drawing import Box, Mark, Piece, Text, moved
from gvi_desktop.letters.given import Letterhead
from gvi_desktop.letters.layout import as_runs, centred
from gvi_desktop.letters.pages.facts import Set, rows
from gvi_desktop.letters.pages.flow import Item
from gvi_desktop.letters.pages.paper import LabelError, Marks, Paper, Title
from gvi_desktop.letters.rows import Heads
from gvi_desktop.letters.style import ACCENT, GREY, HAIR, INK, MM, TINT, WHITE, Colour, Face, Style

_WIDEST, _HIGH, _GAP, _ROW_GAP = 44 * MM, 25 * MM, 4 * MM, 5 * MM
_PAD = 4.0
_LARGEST, _SMALLEST = 13.0, 5.0
_NOTE = Style(11, 15, Face.regular, GREY)
MOST_ACROSS, MOST_DEEP = 20, 30


class SeatKind(StrEnum):
    """Whose chair it is."""

    client = "client"
    officer = "officer"
    guest = "guest"


@dataclass(frozen=True, slots=True)
class Seat:
    """A chair: row 0 is nearest the speakers; a column without a chair is a gap, as between groups in conflict."""

    row: int
    column: int
    label: str
    group: str = ""
    kind: SeatKind = SeatKind.client


@dataclass(frozen=True, slots=True)
class Seating:
    """A room; `notes` stand below it."""

    subtitle: str
    seats: Sequence[Seat]
    notes: Sequence[str] = ()


# Outline and thickness tell the chairs apart as well as the tint does: the plan is also read on a grey copy.
_LOOKS: dict[SeatKind, tuple[Colour, Colour, float]] = {
    SeatKind.client: (TINT, ACCENT, 1.6),
    SeatKind.officer: (WHITE, INK, 0.7),
    SeatKind.guest: (WHITE, HAIR, 0.7),
}


def draw(room: Seating, head: Letterhead, marks: Marks, language: str) -> bytes:
    """The plan as PDF, on a sheet lying down; raises ValueError for two people on a chair or too large a room."""
    taken = [(seat.row, seat.column) for seat in room.seats]
    if len(set(taken)) < len(taken):
        raise ValueError("two people on one chair")
    columns = [seat.column for seat in room.seats] or [0]
    first, across = min(columns), max(columns) - min(columns) + 1
    if across > MOST_ACROSS or len({row for row, _ in taken}) > MOST_DEEP:
        raise ValueError(f"at most {MOST_ACROSS} chairs in a row and {MOST_DEEP} rows")
    paper = Paper(head, marks, language, landscape=True)
    wide = min(_WIDEST, (paper.width - (across - 1) * _GAP) / across)
    left = (paper.width - across * wide - (across - 1) * _GAP) / 2
    items = [Item(_band(paper, paper.say("seating.front"), across), 14, keep_next=True)]
    for row in sorted({row for row, _ in taken}):
        chairs = {seat.column - first: _chair(paper, seat, wide) for seat in room.seats if seat.row == row}
        placed = [Set(left + column * (wide + _GAP), 0.0, chairs.get(column)) for column in range(across)]
        front = row == min(row for row, _ in taken)
        items.append(Item(rows([placed], _HIGH, begins=False), 10 * MM if front else _ROW_GAP))
    items.append(Item(_legend(paper, {seat.kind for seat in room.seats}), 8 * MM, keep_next=True))
    items += [Item(paper.text(note, _NOTE), 7) for note in (paper.say("seating.together"), *room.notes)]
    return paper.bind(items, Title(paper.say("seating.title"), room.subtitle))


def _band(paper: Paper, text: str, across: int) -> Piece:
    """Where the speakers stand: the head of all columns of chairs."""
    wide, high = paper.width * 0.5, 26.0
    left = (paper.width - wide) / 2
    width = paper.layout.width(text, Face.bold, 11)
    words = Text((paper.width - width) / 2, high / 2 + 4, text, Face.bold, 11, GREY)
    band = Piece((Box(left, 0, wide, high, stroke=HAIR, fill=WHITE), words), high)
    return rows([[Set(0, 0, band, Heads.column, across)]], high)


def _chair(paper: Paper, seat: Seat, wide: float) -> Piece:
    fill, stroke, line = _LOOKS[seat.kind]
    room = wide - 2 * _PAD
    label = " ".join(_parted(word) for word in seat.label.split())
    face = Face.bold if seat.kind is SeatKind.client else Face.regular

    def told(size: float) -> tuple[Piece, Piece, float]:
        name = paper.layout.paragraph(as_runs(label), Style(size, size * 1.25, face), room)
        group = paper.layout.paragraph(as_runs(seat.group), Style(size * 0.8, size, Face.regular, GREY), room)
        return name, group, name.height + (group.height if seat.group else 0)

    name, group, height = told(_SMALLEST)
    if height > _HIGH - 2 * _PAD:  # asked first: a text of many pages is not set in every size
        raise LabelError(seat.label if name.height > group.height else seat.group)
    for size10 in range(int(_LARGEST * 10), int(_SMALLEST * 10) - 1, -5):
        size = size10 / 10
        name, group, height = told(size)
        whole = all(paper.layout.width(word, face, size) <= room for word in label.split())
        if height <= _HIGH - 2 * _PAD and whole:
            break
    top = (_HIGH - height) / 2
    parts = [(_PAD, top, name), (_PAD, top + name.height, group)]
    marks: list[Mark] = [Box(0, 0, wide, _HIGH, fill=fill, stroke=stroke, radius=4, line=line)]
    for x, y, piece in parts:
        marks += [moved(mark, x, y) for mark in centred(piece, paper.layout, room)]
    return Piece(tuple(marks), _HIGH)


def _parted(word: str) -> str:
    """A long double name on two lines, so that it need not be set small."""
    return word.replace("-", "-\n") if len(word) > 12 else word


def _legend(paper: Paper, kinds: set[SeatKind]) -> Piece:
    marks: list[Mark] = []
    x = 0.0
    for kind in SeatKind:
        if kind not in kinds:
            continue
        fill, stroke, line = _LOOKS[kind]
        text = paper.say(f"seating.{kind.value}")
        marks += [Box(x, 1, 18, 12, fill=fill, stroke=stroke, radius=3, line=line)]
        marks += [Text(x + 24, 10.5, text, Face.regular, 10, GREY)]
        x += 24 + paper.layout.width(text, Face.regular, 10) + 22
    return Piece(tuple(marks), 14)
