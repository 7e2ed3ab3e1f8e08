"""The security checklist of a call-in: points to tick by hand, with room for who sees to each and for the place's own.

It names no person: how many are expected, and which groups must not meet, is all it takes from the vault.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from gvi_desktop.letters.drawing import Box, Piece
from gvi_desktop.letters.given import Letterhead
from gvi_desktop.letters.layout import as_runs, plain
from gvi_desktop.letters.pages.flow import Item
from gvi_desktop.letters.pages.paper import Marks, Paper, Title
from gvi_desktop.letters.pages.table import Grid, grid
from gvi_desktop.letters.style import ACCENT, GREY, INK, MM, Face, Style

_SECTION = Style(10.5, 14, Face.bold, ACCENT)
_CELL = Style(10.5, 14.5)
_NOTE = Style(11, 15)
_FOOT = Style(10, 14, Face.italic, GREY)
_BOX = 11.0
SECTIONS = ("responsible", "place", "arrival", "apart", "room", "leaving", "alarm")
EMPTY_LINES = 3
"""For what only this place knows."""


@dataclass(frozen=True, slots=True)
class Checklist:
    """A meeting's checklist; `facts` stand above it."""

    subtitle: str
    facts: Sequence[str] = ()


def draw(sheet: Checklist, head: Letterhead, marks: Marks, language: str) -> bytes:
    """The checklist as PDF."""
    paper = Paper(head, marks, language)
    look = Grid(Grid.shared((7, 92, 30, 18), paper.width), _CELL, _SECTION, least=7 * MM, ruled=True, air=3, names=1)
    items = [Item(paper.text(fact, _NOTE), 6) for fact in sheet.facts]
    for section in (*SECTIONS, "own"):
        heads = [(), *(plain(paper.say(f"security.{key}")) for key in (section, "who", "time"))]
        points = [""] * EMPTY_LINES if section == "own" else paper.say(f"security.{section}_points").split("|")
        top, lines = grid(paper.layout, look, heads, [((), as_runs(point), (), ()) for point in points])
        items.append(Item(top, 12, keep_next=True))
        items += [Item(_ticked(line), head=top) for line in lines]
    items.append(Item(paper.text(paper.say("security.foot"), _FOOT), 12))
    return paper.bind(items, Title(paper.say("security.title"), sheet.subtitle))


def _ticked(line: Piece) -> Piece:
    """The row with an empty box in its first column."""
    box = Box(6, (line.height - _BOX) / 2, _BOX, _BOX, stroke=INK, radius=2)
    return replace(line, marks=(*line.marks, box))
