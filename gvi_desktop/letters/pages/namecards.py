"""Name cards for the room, ten to a sheet: names as large as they fit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from gvi_desktop.letters import ink, words
from gvi_desktop.letters.drawing import Page, Piece, Text, moved
from gvi_desktop.letters.layout import Layout, as_runs, centred
from gvi_desktop.letters.pages.card import cut_marks
from gvi_desktop.letters.pages.paper import LabelError, Marks
from gvi_desktop.letters.style import A4, GREY, MM, Face, Style

WIDE, HIGH, ACROSS, DOWN = 90 * MM, 54 * MM, 2, 5
_PAD = 6 * MM
_MARGIN = 5 * MM  # from the sheet's lower edge
_LARGEST, _SMALLEST = 30.0, 8.0
_DETAIL = Style(11, 15, Face.regular, GREY)


@dataclass(frozen=True, slots=True)
class NameCard:
    """A name (for those who are called: their code name) and a line below it."""

    name: str
    detail: str = ""


def draw(cards: Sequence[NameCard], language: str, marks: Marks | None = None) -> bytes:
    """Sheets of name cards as PDF, with cutting marks; the copy's number and its end stand on what is cut away."""
    layout = Layout()
    copies = marks.copies if marks else 1
    pages: list[Page] = []
    for copy in range(1, copies + 1):
        pages += _sheets(cards, layout, _margin(marks, copy, language) if marks else Piece((), 0))
    return ink.write(pages or [Page()], words.say(language, "namecards.title"), language)


def _sheets(cards: Sequence[NameCard], layout: Layout, margin: Piece) -> list[Page]:
    cuts = cut_marks(WIDE, HIGH, ACROSS, DOWN)
    left, top = (A4[0] - ACROSS * WIDE) / 2, (A4[1] - DOWN * HIGH) / 2
    pages: list[Page] = []
    for number, card in enumerate(cards):
        place = number % (ACROSS * DOWN)
        if not place:
            pages.append(Page())
            pages[-1].put(0, 0, cuts)
            pages[-1].put(left, A4[1] - _MARGIN, margin)
        piece = _card(card, layout)
        x, y = left + place % ACROSS * WIDE, top + place // ACROSS * HIGH
        pages[-1].put(x, y + (HIGH - piece.height) / 2, piece)
    return pages


def _margin(marks: Marks, copy: int, language: str) -> Piece:
    said = [words.say(language, "paper.copy", copy=copy, copies=marks.copies)] if marks.numbered else []
    if marks.destroy_after:
        day = words.short_date(language, marks.destroy_after)
        said.append(words.say(language, "paper.destroy_after", day=day))
    return Piece((Text(0, 0, " · ".join(said), Face.bold, 8),) if said else (), 0)


def _card(card: NameCard, layout: Layout) -> Piece:
    width, room = WIDE - 2 * _PAD, HIGH - 2 * _PAD
    detail = layout.paragraph(as_runs(card.detail), _DETAIL, width)
    size = _SMALLEST

    def named() -> Piece:
        return layout.paragraph(as_runs(card.name), Style(size, size * 1.2, Face.bold), width)

    if named().height + 4 + detail.height > room:  # asked first: a text of many pages is not set in every size
        raise LabelError(card.name)
    size = _LARGEST
    while True:
        name = named()
        whole = all(layout.width(word, Face.bold, size) <= width for word in card.name.split())
        height = name.height + 4 + detail.height
        if size <= _SMALLEST or (whole and height <= room):
            break
        size -= 0.5
    lines = [(0.0, name), (name.height + 4, detail)]
    marks = [moved(m, _PAD, y) for y, piece in lines for m in centred(piece, layout, width)]
    return Piece(tuple(marks), height)
