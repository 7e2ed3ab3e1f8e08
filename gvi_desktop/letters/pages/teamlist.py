"""The list a team takes along: one line a visit by code name, with room to write how it went; a sheet for each team."""

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
_TEAM = Style(15, 20, Face.bold, level=2)
_MEMBERS = Style(11, 15.5, Face.regular, GREY)
_FOOT = Style(10, 14, Face.italic, GREY)


@dataclass(frozen=True, slots=True)
class Call:
    """Whom to visit: code name, group, what to know of the person, and what has been tried."""

    name: str
    group: str = ""
    know: str = ""
    tried: str = ""


@dataclass(frozen=True, slots=True)
class Crew:
    """A team with its visits; the members in one line."""

    name: str
    members: str
    calls: Sequence[Call]


def draw(subtitle: str, crews: Sequence[Crew], head: Letterhead, marks: Marks, language: str) -> bytes:
    """The lists as PDF, each team's on a sheet of its own."""
    paper = Paper(head, marks, language, landscape=True)
    widths = Grid.shared((9, 24, 30, 34, 44, 20, 62), paper.width)
    look = Grid(widths, _CELL, CELL_HEAD, least=14 * MM, ruled=True, names=1)
    keys = ("number", "name", "group", "know", "tried", "time", "outcome")
    heads = [plain(paper.say(f"teamlist.{key}")) for key in keys]
    items: list[Item] = []
    for at, crew in enumerate(crews):
        rows = [
            (as_runs(str(n)), as_runs(c.name, bold=True), as_runs(c.group), as_runs(c.know), as_runs(c.tried), (), ())
            for n, c in enumerate(crew.calls, 1)
        ]
        top, lines = grid(paper.layout, look, heads, rows)
        items.append(Item(paper.text(crew.name, _TEAM), 12, keep_next=True, new_page=at > 0))
        if crew.members:
            items.append(Item(paper.text(crew.members, _MEMBERS), 1, keep_next=True))
        items.append(Item(top, 10, keep_next=True))
        items += [Item(line, head=top) for line in lines]
        items.append(Item(paper.text(paper.say("teamlist.foot"), _FOOT), 10))
    return paper.bind(items, Title(paper.say("teamlist.title"), subtitle))
