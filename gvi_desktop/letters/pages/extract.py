"""The subject access extract: everything that is held on one person, in plain sections, with that person's rights."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from gvi_desktop.letters.drawing import Line, Piece
from gvi_desktop.letters.given import Letterhead
from gvi_desktop.letters.pages.facts import fact, rows
from gvi_desktop.letters.pages.flow import Item
from gvi_desktop.letters.pages.paper import Marks, Paper, Title
from gvi_desktop.letters.pages.report import Section, Table, owner_lines, section_items
from gvi_desktop.letters.style import GREY, HAIR, Style

_NAME, _VALUE = Style(9.5, 14.5, colour=GREY), Style(10.5, 14.5)
_LABELS = 140.0


@dataclass(frozen=True, slots=True)
class Facts:
    """A heading with named values below it; a masked value is whatever text the caller puts in its place."""

    heading: str
    values: Sequence[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Extract:
    """What is held on one person: facts, and tables of what happened."""

    subject: str
    facts: Sequence[Facts]
    tables: Sequence[tuple[str, Table]] = ()
    notes: Sequence[str] = ()


def draw(extract: Extract, head: Letterhead, marks: Marks, language: str) -> bytes:
    """The extract as PDF."""
    paper = Paper(head, marks, language)
    items = [Item(owner_lines(paper, head), 12)]
    for facts in extract.facts:
        items += section_items(paper, Section(facts.heading, "" if facts.values else paper.say("extract.nothing")))
        items += [Item(_fact(paper, *one, begins=not n), 0 if n else 3) for n, one in enumerate(facts.values)]
    for heading, table in extract.tables:
        items += section_items(paper, Section(heading, table=table))
    for note in extract.notes:
        items.append(Item(paper.text(note, _VALUE), 12))
    items += section_items(paper, Section(paper.say("extract.rights"), paper.say("extract.rights_text")))
    subtitle = f"{paper.say('extract.about')}: {extract.subject}"
    drawn = f"{paper.say('extract.drawn')} {paper.day(marks.printed)}"
    title = Title(paper.say("extract.title"), f"{subtitle}\n{drawn}")
    return paper.bind(items, title)


def _fact(paper: Paper, name: str, value: str, begins: bool) -> Piece:
    label = paper.text(name, _NAME, _LABELS - 10)
    text = paper.text(value or "–", _VALUE, paper.width - _LABELS)
    height = max(label.height, text.height) + 7
    breaks = tuple(b + 3.5 for b in text.breaks if b > label.height)
    row = rows([fact(0, 3.5, label, _LABELS, text)], height, begins)
    return replace(row, marks=(*row.marks, Line(0, height, paper.width, height, HAIR)), breaks=breaks)
