"""The proof of a vault on one sheet: each check with its verdict, what was found, and what it means."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from gvi_desktop.letters.drawing import Line, Piece
from gvi_desktop.letters.given import Letterhead
from gvi_desktop.letters.pages.facts import fact, rows
from gvi_desktop.letters.pages.flow import Item
from gvi_desktop.letters.pages.paper import Marks, Paper, Title
from gvi_desktop.letters.style import GREY, HAIR, Face, Style

_NAME, _VALUE, _WORDS = Style(9, 12, Face.bold), Style(8.5, 11.5), Style(7.5, 10, colour=GREY)
_LABELS = 170.0


@dataclass(frozen=True, slots=True)
class Shown:
    """One check: its name with the verdict, what was found, what it means."""

    name: str
    found: str
    means: str


def draw(title: str, subtitle: str, checks: Sequence[Shown], head: Letterhead, marks: Marks, language: str) -> bytes:
    """The sheet as PDF."""
    paper = Paper(head, marks, language)
    items = [Item(_line(paper, one, begins=not n), 2) for n, one in enumerate(checks)]
    return paper.bind(items, Title(title, subtitle))


def _line(paper: Paper, one: Shown, begins: bool) -> Piece:
    name = paper.text(one.name, _NAME, _LABELS - 10)
    found = paper.text(one.found or "–", _VALUE, paper.width - _LABELS)
    means = paper.text(one.means, _WORDS, paper.width - _LABELS)
    height = max(name.height, found.height + means.height) + 5
    pair = [fact(0, 2.5, name, _LABELS, found), fact(0, 2.5 + found.height, paper.text("", _WORDS), _LABELS, means)]
    row = rows(pair, height, begins)
    return replace(row, marks=(*row.marks, Line(0, height, paper.width, height, HAIR)))
