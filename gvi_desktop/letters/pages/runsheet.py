"""The run sheet of a call-in: who speaks when, in type that can be read standing up."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from gvi_desktop.letters.given import Letterhead
from gvi_desktop.letters.layout import as_runs, plain
from gvi_desktop.letters.pages.flow import Item
from gvi_desktop.letters.pages.paper import Marks, Paper, Title
from gvi_desktop.letters.pages.table import Grid, grid
from gvi_desktop.letters.style import CELL_HEAD, Face, Style

_CELL = Style(13, 18)
_TOTAL = Style(13, 18, Face.bold)


@dataclass(frozen=True, slots=True)
class Moment:
    """One line: clock time, minutes, who is responsible, and what happens."""

    time: str
    minutes: int
    who: str
    what: str


@dataclass(frozen=True, slots=True)
class Runsheet:
    """A call-in's evening; `subtitle` tells day and place."""

    subtitle: str
    moments: Sequence[Moment]
    notes: Sequence[str] = ()


def draw(sheet: Runsheet, head: Letterhead, marks: Marks, language: str) -> bytes:
    """The run sheet as PDF."""
    paper = Paper(head, marks, language)
    look = Grid(Grid.shared((13, 9, 34, 60), paper.width), _CELL, CELL_HEAD, figures=frozenset({1}), shaded=True)
    heads = [plain(paper.say(f"runsheet.{key}")) for key in ("time", "minutes", "who", "what")]
    rows = [
        (as_runs(m.time, bold=True), as_runs(str(m.minutes)), as_runs(m.who, bold=True), as_runs(m.what))
        for m in sheet.moments
    ]
    top, lines = grid(paper.layout, look, heads, rows)
    total = paper.say("runsheet.total", minutes=sum(m.minutes for m in sheet.moments))
    items = [Item(top, 16, keep_next=True), *(Item(line, head=top) for line in lines)]
    items.append(Item(paper.text(total, _TOTAL), 12))
    items += [Item(paper.text(note, _CELL), 10) for note in sheet.notes]
    return paper.bind(items, Title(paper.say("runsheet.title"), sheet.subtitle))
