"""Reports: sections of tables with figures, under the purpose and owner that every report must name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from gvi_desktop.letters.drawing import Piece
from gvi_desktop.letters.given import Letterhead
from gvi_desktop.letters.layout import as_runs, plain
from gvi_desktop.letters.pages.facts import Set, fact, rows
from gvi_desktop.letters.pages.flow import Item
from gvi_desktop.letters.pages.paper import Marks, Paper, Title
from gvi_desktop.letters.pages.table import Grid, grid
from gvi_desktop.letters.style import ACCENT, GREY, Face, Style

_HEADING = Style(14, 19, Face.bold, ACCENT, 2)
_TEXT = Style(10.5, 15)
_FACT_NAME, _FACT = Style(8.5, 12, Face.regular, GREY), Style(10, 14)
_CLOSE_NAME, _CLOSE_FACT = Style(8.5, 11.4, Face.regular, GREY), Style(9.5, 12.2)
_FOOTNOTE = Style(9, 12.6, Face.regular, GREY)
_CELL = Style(10, 13.6)
_HEAD = Style(8.5, 12, Face.bold, GREY)
_TINY, _TINY_HEAD = Style(7.5, 10), Style(6.5, 9, Face.bold, GREY)
MANY = 9
"""Columns from which on a table is set in small type."""
_NAME, _GAP = 146.0, 8.0
"""Room for the name of a fact, and the air between it and the value (points)."""


@dataclass(frozen=True, slots=True)
class Look:
    """How widely a report is set: headings, words and cells, the air in a row and above a section (points)."""

    heading: Style = _HEADING
    text: Style = _TEXT
    cell: Style = _CELL
    air: float = 6.0
    gap: float = 22.0
    note: Style = _FOOTNOTE


WIDE = Look()
CLOSE = Look(
    Style(12, 16, Face.bold, ACCENT, 2), Style(9.5, 13), Style(9, 11.4), 1.3, 8.0, Style(8, 10.2, Face.regular, GREY)
)


@dataclass(frozen=True, slots=True)
class Table:
    """Column heads and rows; `figures` are the columns set flush right (from 0); `total`: the last row sums up."""

    heads: Sequence[str]
    rows: Sequence[Sequence[str]]
    figures: frozenset[int] = frozenset()
    total: bool = False


@dataclass(frozen=True, slots=True)
class Section:
    """A heading, a few words, and a table, names with their values, or nothing."""

    heading: str
    text: str = ""
    table: Table | None = None
    facts: Sequence[tuple[str, str]] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """Anything that counts; purpose and owner come from the letterhead."""

    title: str
    subtitle: str
    sections: Sequence[Section]
    footnotes: Sequence[str] = ()
    close: bool = False
    """Set closely, so that a report of one page stays one."""


def draw(report: Report, head: Letterhead, marks: Marks, language: str) -> bytes:
    """The report as PDF."""
    paper = Paper(head, marks, language)
    items = [Item(owner_lines(paper, head), 12)]
    look = CLOSE if report.close else WIDE
    notes = [paper.text(note, look.note) for note in report.footnotes]
    for section in report.sections:
        items += section_items(paper, section, look)
    if notes:
        items.append(Item(paper.text(paper.say("report.note"), look.note), look.gap, keep_next=True))
        items += [Item(note, 1.5 if report.close else 3) for note in notes]
    return paper.bind(items, Title(report.title, report.subtitle, paper.say("report.title")))


def owner_lines(paper: Paper, head: Letterhead) -> Piece:
    """Whose report it is and what its data may be used for."""
    lines: list[list[Set]] = []
    y = 0.0
    for key, value in (("owner", f"{head.agency}, {head.town}"), ("purpose", head.purpose)):
        if not value.strip(" ,"):
            continue
        text = paper.text(value, _FACT, paper.width - 74)
        lines.append(fact(0, y, paper.text(paper.say(f"paper.{key}"), _FACT_NAME, 70), 74, text, 1.6))
        y += text.height + 2
    return rows(lines, y) if lines else Piece((), y)


def section_items(paper: Paper, section: Section, look: Look = WIDE) -> list[Item]:
    """A section's heading, words, facts and table."""
    items = [Item(paper.text(section.heading, look.heading), look.gap, keep_next=True)]
    if section.text:
        items.append(Item(paper.text(section.text, look.text), 2, keep_next=section.table is not None))
    items += [Item(line, 1.5) for line in _facts(paper, section.facts)]
    if section.table is None:
        return items
    if not section.table.rows:
        return [*items, Item(paper.text(paper.say("report.nothing"), _FOOTNOTE), 4)]
    many = len(section.table.heads) > MANY
    cell, top_style = (_TINY, _TINY_HEAD) if many else (look.cell, _HEAD)
    heads = [as_runs(head) for head in section.table.heads]
    last = len(section.table.rows) - 1 if section.table.total else -1
    lines = [[as_runs(text, number == last) for text in row] for number, row in enumerate(section.table.rows)]
    spans = [
        max(
            paper.layout.widest(heads[n], top_style),
            *(paper.layout.widest(row[n], cell) for row in lines if n < len(row)),
        )
        for n in range(len(heads))
    ]
    words = [
        max(
            paper.layout.longest_word(heads[n], top_style),
            *(paper.layout.longest_word(row[n], cell) for row in lines if n < len(row)),
        )
        for n in range(len(heads))
    ]
    widths = Grid.held(Grid.fitted(spans, paper.width), words)
    form = Grid(widths, cell, top_style, figures=section.table.figures, air=look.air)
    top, below = grid(paper.layout, form, heads, lines)
    return [*items, Item(top, 4, keep_next=True), *(Item(line, head=top) for line in below)]


def _facts(paper: Paper, facts: Sequence[tuple[str, str]]) -> list[Piece]:
    """Names with their values, two short ones beside each other; a long one has a line of its own."""
    half = paper.width / 2
    lines: list[Piece] = []
    waiting: list[tuple[str, str]] = []

    def end() -> None:
        if waiting:
            lines.append(_pairs(paper, waiting, half, begins=not lines))
            waiting.clear()

    for name, value in facts:
        long = paper.layout.widest(plain(value), _CLOSE_FACT) > half - _NAME - _GAP or "\n" in value
        if long:
            end()
            lines.append(_pairs(paper, [(name, value)], paper.width, begins=not lines))
            continue
        waiting.append((name, value))
        if len(waiting) == 2:
            end()
    end()
    return lines


def _pairs(paper: Paper, pairs: Sequence[tuple[str, str]], width: float, begins: bool) -> Piece:
    parts: list[Set] = []
    span = 1 if len(pairs) == 2 else 3
    for at, (name, value) in enumerate(pairs):
        said = paper.text(name, _CLOSE_NAME, _NAME - _GAP)
        text = paper.text(value, _CLOSE_FACT, width - _NAME - _GAP)
        parts += fact(at * width, 0, said, _NAME, text, 0.8, span)
    return rows([parts], max(one.y + one.piece.height for one in parts if one.piece), begins)
