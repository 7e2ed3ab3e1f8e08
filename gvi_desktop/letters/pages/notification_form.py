"""The blank form for a custom notification, to be filled in by hand and typed in the same day."""

from __future__ import annotations

from gvi_desktop.letters.drawing import Box, Line, Mark, Piece, Text, joined
from gvi_desktop.letters.given import Letterhead
from gvi_desktop.letters.pages.flow import Item
from gvi_desktop.letters.pages.paper import Marks, Paper, Title
from gvi_desktop.letters.style import GREY, HAIR, INK, MM, Face, Style

_LABEL = Style(8.5, 11.5, Face.bold, GREY)
_CHOICE = 10.5
_LINE = 11.5 * MM
_CHOICES = (
    ("trigger", "triggers"),
    ("place", "places"),
    ("outcome", "outcomes"),
    ("messages", "message_list"),
    ("heard", "heards"),
    ("legal", "yes_no"),
    ("reaction", "reactions"),
    ("handout", "handouts"),
    ("minor", "minors"),
    ("follow", "follows"),
)


def draw(head: Letterhead, marks: Marks, language: str) -> bytes:
    """The form as PDF: one sheet."""
    paper = Paper(head, marks, language)
    items = [
        Item(_blanks(paper, (("person", 40), ("group", 35), ("round", 35))), 8),
        Item(_blanks(paper, (("day", 30), ("start", 18), ("end", 18), ("language", 44)))),
        Item(_blanks(paper, (("team", 1),))),
    ]
    items += [Item(_choice(paper, label, options), 3) for label, options in _CHOICES]
    items += [Item(_blanks(paper, (("next", 1),)), 4), Item(_note(paper), 6)]
    return paper.bind(items, Title(paper.say("form.title"), paper.say("form.subtitle")))


def _blanks(paper: Paper, blanks: tuple[tuple[str, float], ...]) -> Piece:
    """Lines to write on, with their labels above."""
    whole = sum(share for _, share in blanks)
    marks: list[Mark] = []
    left = 0.0
    for key, share in blanks:
        width = paper.width * share / whole
        last = left + width >= paper.width - 1
        marks += joined([(left, 2, paper.text(paper.say(f"form.{key}"), _LABEL, width - 8))], 0).marks
        marks.append(Line(left, _LINE, left + width - (0 if last else 10), _LINE, HAIR, 0.8))
        left += width
    return Piece(tuple(marks), _LINE)


def _choice(paper: Paper, label: str, options: str) -> Piece:
    """A label, and boxes to tick in as many lines as they need."""
    marks: list[Mark] = list(paper.text(paper.say(f"form.{label}"), _LABEL).marks)
    x, y = 0.0, 14.0
    for option in paper.say(f"form.{options}").split("|"):
        wide = 17 + paper.layout.width(option, Face.regular, _CHOICE) + 16
        if x and x + wide > paper.width + 16:
            x, y = 0.0, y + 18
        marks.append(Box(x, y + 1, 11, 11, stroke=INK, radius=1.5, line=0.9))
        marks.append(Text(x + 17, y + 10.5, option, Face.regular, _CHOICE, INK))
        x += wide
    return Piece(tuple(marks), y + 17)


def _note(paper: Paper) -> Piece:
    label = paper.text(paper.say("form.note"), _LABEL)
    tops = [label.height + n * 8 * MM for n in (1, 2, 3)]
    lines = [Line(0, top, paper.width, top, HAIR, 0.8) for top in tops]
    return Piece((*label.marks, *lines), label.height + 3 * 8 * MM)
