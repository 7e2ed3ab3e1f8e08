"""The help directory as a handout: who can help, with what, when; it names no sender and nothing of the work."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from gvi_desktop.letters import ink, words
from gvi_desktop.letters.clean import clean
from gvi_desktop.letters.drawing import Box, Line, Page, Piece, joined, moved
from gvi_desktop.letters.layout import Layout, Run, as_runs, plain
from gvi_desktop.letters.pages.flow import Item, paginate
from gvi_desktop.letters.pages.table import Grid, grid
from gvi_desktop.letters.style import A4, ACCENT, GREY, HAIR, MM, TINT, Face, Style
from gvi_desktop.letters.tongues import tongue

_MARGIN, _TOP, _FOOT = 18 * MM, 18 * MM, 15 * MM
_TITLE = Style(24, 30, Face.bold, level=1)
_INTRO = Style(11.5, 16.6)
_CELL = Style(10.5, 14.8)
_HEAD = Style(9, 12, Face.bold, GREY)
_UNSURE = Style(11.5, 16.6, Face.bold)
_DANGER = Style(13, 18, Face.bold)
_WIDTH, _ROOM = A4[0] - 2 * _MARGIN, A4[1] - _TOP - _FOOT - 4 * MM
_PAD = 12.0


@dataclass(frozen=True, slots=True)
class Helper:
    """Somebody to turn to, in the words of the reader's language."""

    name: str
    help: str
    phone: str
    hours: str


@dataclass(frozen=True, slots=True)
class Section:
    """The directory in one language; `phone` is the number for those who do not know where to begin."""

    language: str
    helpers: Sequence[Helper]
    phone: str


def draw(sections: Sequence[Section], copies: int = 1) -> bytes:
    """All languages as one PDF, each beginning on a page of its own; every copy holds them all.

    Raises MissingGlyphError for writing that the bundled faces cannot draw.
    """
    pages: list[Page] = []
    for section in sections:
        layout = Layout(tongue(section.language))
        columns = paginate(_items(layout, section), _ROOM, _ROOM)
        for number, column in enumerate(columns, 1):
            page = Page(*A4, language=section.language)
            for left, top, piece in column:
                page.put(_MARGIN + left, _TOP + top, piece)
            page.put(0, 0, _foot(layout, section.language, number, len(columns)))
            pages.append(page)
    language = sections[0].language if sections else "en"
    return ink.write(pages * copies, words.directory(language, "title"), language)


def _items(layout: Layout, section: Section) -> list[Item]:
    def say(key: str) -> str:
        phone = layout.tongue.isolated(section.phone.replace(" ", "\u00a0"), ltr=True)
        return words.directory(section.language, key, phone=phone)

    own = layout.tongue
    heads = [plain(say(key)) for key in ("who", "help", "phone", "hours")]
    rows = [
        (
            as_runs(one.name, bold=True, tongue=own),
            as_runs(one.help, tongue=own),
            *((Run(own.isolated(clean(text) or "–", ltr=True)),) for text in (one.phone, one.hours)),
        )
        for one in section.helpers
    ]
    words_of = [max((layout.longest_word(row[n], _CELL) for row in rows), default=0.0) for n in range(len(heads))]
    look = Grid(Grid.held(Grid.shared((30, 44, 22, 22), _WIDTH), words_of), _CELL, _HEAD)
    top, lines = grid(layout, look, heads, rows)
    items = [
        Item(layout.paragraph(plain(say("title")), _TITLE, _WIDTH), keep_next=True),
        Item(layout.paragraph(plain(say("intro")), _INTRO, _WIDTH), 6),
        Item(top, 16, keep_next=True),
        *(Item(line, head=top) for line in lines),
    ]
    notes = [(say("unsure"), _UNSURE)] if section.phone else []
    items.append(Item(_note(layout, [*notes, (say("danger"), _DANGER)]), 20))
    return [_turned(layout, item) for item in items]


def _turned(layout: Layout, item: Item) -> Item:
    head = layout.turned(item.head, _WIDTH) if item.head else None
    return replace(item, piece=layout.turned(item.piece, _WIDTH), head=head)


def _note(layout: Layout, said: Sequence[tuple[str, Style]]) -> Piece:
    parts: list[tuple[float, float, Piece]] = []
    y = _PAD
    for text, style in said:
        piece = layout.paragraph(plain(text), style, _WIDTH - 2 * _PAD - 4)
        parts.append((_PAD + 4, y, piece))
        y += piece.height + 4
    y += _PAD - 4
    back = (Box(0, 0, _WIDTH, y, fill=TINT), Box(0, 0, 3, y, fill=ACCENT))
    return Piece((*back, *joined(parts, y).marks), y)


def _foot(layout: Layout, language: str, page: int, pages: int) -> Piece:
    text = words.directory(language, "page", page=page, pages=pages)
    right, foot = A4[0] - _MARGIN, A4[1] - _FOOT
    x = _MARGIN if layout.tongue.rtl else right - layout.width(text, Face.regular, 8.5)
    count = moved(layout.line(text, Face.regular, 8.5, GREY), x, foot + 13)
    return Piece((Line(_MARGIN, foot, right, foot, HAIR), count), 0)
