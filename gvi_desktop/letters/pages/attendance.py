"""The attendance sheet: one line a person by code name, with room to write times in and out by hand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from gvi_desktop.letters.given import Letterhead
from gvi_desktop.letters.layout import as_runs, plain
from gvi_desktop.letters.pages.flow import Item
from gvi_desktop.letters.pages.paper import Marks, Paper, Title
from gvi_desktop.letters.pages.table import Grid, grid
from gvi_desktop.letters.style import CELL_HEAD, GREY, MM, Face, Style

_CELL = Style(11.5, 15.5)
_FOOT = Style(10, 14, Face.italic, GREY)


@dataclass(frozen=True, slots=True)
class Attendee:
    """Who is expected: code name, group, and the officer who comes along."""

    name: str
    group: str = ""
    officer: str = ""


@dataclass(frozen=True, slots=True)
class Attendance:
    """All who are expected; `empty` adds lines for those who come all the same."""

    subtitle: str
    attendees: Sequence[Attendee]
    empty: int = 2


def draw(sheet: Attendance, head: Letterhead, marks: Marks, language: str) -> bytes:
    """The attendance sheet as PDF."""
    paper = Paper(head, marks, language)
    widths = Grid.shared((9, 26, 36, 30, 16, 16, 31), paper.width)
    look = Grid(widths, _CELL, CELL_HEAD, least=13 * MM, ruled=True, names=1)
    keys = ("number", "name", "group", "officer", "came", "left", "note")
    heads = [plain(paper.say(f"attendance.{key}")) for key in keys]
    expected = [(a.name, a.group, a.officer) for a in sheet.attendees] + [("", "", "")] * sheet.empty
    rows = [
        (as_runs(str(number)), as_runs(name, bold=True), as_runs(group), as_runs(officer), (), (), ())
        for number, (name, group, officer) in enumerate(expected, 1)
    ]
    top, lines = grid(paper.layout, look, heads, rows)
    items = [Item(top, 16, keep_next=True), *(Item(line, head=top) for line in lines)]
    items.append(Item(paper.text(paper.say("attendance.foot"), _FOOT), 10))
    return paper.bind(items, Title(paper.say("attendance.title"), sheet.subtitle))
