"""Reports: sections of tables with figures, under the purpose and owner that every report must name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from gvi_desktop.letters.drawing import Piece, joined
from gvi_desktop.letters.given import Letterhead
from gvi_desktop.letters.layout import as_runs, plain
from gvi_desktop.letters.pages.flow import Item
from gvi_desktop.letters.pages.paper import Marks, Paper, Title
from gvi_desktop.letters.pages.table import Grid, grid
from gvi_desktop.letters.style import ACCENT, GREY, Face, Style

_HEADING = Style(14, 19, Face.bold, ACCENT)
_TEXT = Style(10.5, 15)
_FACT_NAME, _FACT = Style(8.5, 12, Face.regular, GREY), Style(10, 14)
_FOOTNOTE = Style(9, 12.6, Face.regular, GREY)
_CELL = Style(10, 13.6)


@dataclass(frozen=True, slots=True)
class Table:
    """Column heads and rows; `figures` are the columns set flush right (from 0); `total`: the last row sums up."""

    heads: Sequence[str]
    rows: Sequence[Sequence[str]]
    figures: frozenset[int] = frozenset()
    total: bool = False


@dataclass(frozen=True, slots=True)
class Section:
    """A heading, a few words, and a table or nothing."""

    heading: str
    text: str = ""
    table: Table | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """Anything that counts; purpose and owner come from the letterhead."""

    title: str
    subtitle: str
    sections: Sequence[Section]
    footnotes: Sequence[str] = ()


def draw(report: Report, head: Letterhead, marks: Marks, language: str) -> bytes:
    """The report as PDF."""
    paper = Paper(head, marks, language)
    items = [Item(owner_lines(paper, head), 12)]
    for section in report.sections:
        items += section_items(paper, section)
    if report.footnotes:
        items.append(Item(paper.text(paper.say("report.note"), _FACT_NAME), 22, keep_next=True))
        items += [Item(paper.text(note, _FOOTNOTE), 3) for note in report.footnotes]
    return paper.bind(items, Title(report.title, report.subtitle, paper.say("report.title")))


def owner_lines(paper: Paper, head: Letterhead) -> Piece:
    """Whose report it is and what its data may be used for."""
    parts: list[tuple[float, float, Piece]] = []
    y = 0.0
    for key, value in (("owner", f"{head.agency}, {head.town}"), ("purpose", head.purpose)):
        if not value.strip(" ,"):
            continue
        text = paper.text(value, _FACT, paper.width - 74)
        parts += [(0, y + 1.6, paper.text(paper.say(f"paper.{key}"), _FACT_NAME, 70)), (74, y, text)]
        y += text.height + 2
    return joined(parts, y)


def section_items(paper: Paper, section: Section) -> list[Item]:
    """A section's heading, words and table."""
    items = [Item(paper.text(section.heading, _HEADING), 22, keep_next=True)]
    if section.text:
        items.append(Item(paper.text(section.text, _TEXT), 2, keep_next=section.table is not None))
    if section.table is None:
        return items
    if not section.table.rows:
        return [*items, Item(paper.text(paper.say("report.nothing"), _FOOTNOTE), 4)]
    heads = [plain(head) for head in section.table.heads]
    last = len(section.table.rows) - 1 if section.table.total else -1
    rows = [[as_runs(cell, number == last) for cell in row] for number, row in enumerate(section.table.rows)]
    spans = [
        max(
            paper.layout.widest(heads[n], Style(8.5, 12, Face.bold)),
            *(paper.layout.widest(row[n], _CELL) for row in rows if n < len(row)),
        )
        for n in range(len(heads))
    ]
    look = Grid(Grid.fitted(spans, paper.width), _CELL, figures=section.table.figures)
    top, lines = grid(paper.layout, look, heads, rows)
    return [*items, Item(top, 4, keep_next=True), *(Item(line, head=top) for line in lines)]
