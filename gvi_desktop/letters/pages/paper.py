"""What all working papers share: title, owner, numbered copies, a date to destroy them by, and counted pages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from gvi_desktop.letters import ink, words
from gvi_desktop.letters.clean import clean
from gvi_desktop.letters.drawing import Box, Line, Page, Piece, Text, joined
from gvi_desktop.letters.given import Letterhead
from gvi_desktop.letters.layout import Layout, as_runs
from gvi_desktop.letters.pages.flow import Item, paginate
from gvi_desktop.letters.style import A4, ACCENT, GREY, HAIR, INK, MM, SMALL, Face, Style

MARGIN = 18 * MM
_TOP, _FOOT = 30 * MM, 15 * MM  # below the running head; the footer's height
_TITLE = Style(24, 30, Face.bold, level=1)
_SUBTITLE = Style(12.5, 18, Face.regular, GREY)
_NOTICE = Style(9, 12, Face.bold, INK)
MOST_COPIES = 99


@dataclass(frozen=True, slots=True)
class Marks:
    """How a paper is watched over: how many numbered copies, when it was printed, when each must be destroyed."""

    printed: date
    copies: int = 1
    destroy_after: date | None = None

    @property
    def numbered(self) -> bool:
        """Whether each copy has its number: of a paper that must be destroyed also the only one."""
        return self.copies > 1 or self.destroy_after is not None


class LabelError(ValueError):
    """A chair or card holds a name, not a text; `label` is how what was to stand on it begins."""

    def __init__(self, label: str) -> None:
        super().__init__("a chair or card holds a name, not a text")
        self.label = label[:40]


@dataclass(frozen=True, slots=True)
class Title:
    """What a paper is called and what it is about; `file` is the neutral title a viewer and a spooler show."""

    text: str
    subtitle: str = ""
    file: str = ""


class Paper:
    """A paper in the making: its measures, its words, and in the end its bytes."""

    def __init__(self, head: Letterhead, marks: Marks, language: str, landscape: bool = False) -> None:
        if not 1 <= marks.copies <= MOST_COPIES:
            raise ValueError(f"between 1 and {MOST_COPIES} copies")
        self.layout = Layout()
        self.language = language
        self._head, self._marks = head, marks
        self.sheet = (A4[1], A4[0]) if landscape else A4
        self.width = self.sheet[0] - 2 * MARGIN
        self.room = self.sheet[1] - _TOP - _FOOT - 6 * MM

    def say(self, key: str, **values: str | int) -> str:
        """A word of the papers in the reader's language."""
        return words.say(self.language, key, **values)

    def day(self, day: date) -> str:
        """A date as papers show it."""
        return words.short_date(self.language, day)

    def text(self, text: str, style: Style, width: float | None = None) -> Piece:
        """A plain paragraph of somebody else's words: cleaned, never read as anything but characters."""
        return self.layout.paragraph(as_runs(text), style, width or self.width)

    def heading(self, title: Title) -> list[Item]:
        """The title and what is below it."""
        items = [Item(self.text(title.text, _TITLE), keep_next=True)]
        if title.subtitle:
            items.append(Item(self.text(title.subtitle, _SUBTITLE), 1, keep_next=True))
        return items

    def bind(self, items: Sequence[Item], title: Title) -> bytes:
        """PDF bytes: all pages with their title, once for every numbered copy."""
        columns = paginate([*self.heading(title), *items], self.room, self.room)
        pages = []
        for copy in range(1, self._marks.copies + 1):
            for number, column in enumerate(columns, 1):
                page = Page(*self.sheet)
                for left, top, piece in column:
                    page.put(MARGIN + left, _TOP + top, piece)
                page.put(0, 0, self._chrome(copy, number, len(columns)))
                pages.append(page)
        return ink.write(pages, title.file or title.text, self.language)

    def _chrome(self, copy: int, page: int, pages: int) -> Piece:
        wide, high = self.sheet
        right, foot = wide - MARGIN, high - _FOOT
        office = " · ".join(clean(part) for part in (self._head.programme, self._head.agency) if clean(part))
        parts = [(MARGIN, 12 * MM, self.layout.paragraph(as_runs(office), SMALL, self.width * 0.6))]
        marks: list[Text | Box | Line] = [Line(MARGIN, foot, right, foot, HAIR)]
        if self._marks.numbered:
            text = self.say("paper.copy", copy=copy, copies=self._marks.copies)
            width = self.layout.width(text, _NOTICE.face, _NOTICE.size)
            marks.append(Box(right - width - 14, 11 * MM, width + 14, 16, stroke=INK, radius=3))
            marks.append(Text(right - width - 7, 11 * MM + 11.3, text, _NOTICE.face, _NOTICE.size, INK))
        left = [self.say("paper.printed", day=self.day(self._marks.printed))]
        if self._marks.destroy_after:
            left.append(self.say("paper.destroy_after", day=self.day(self._marks.destroy_after)))
        baseline = foot + 13
        x = MARGIN
        for text in reversed(left):
            bold = len(left) > 1 and text is left[-1]
            face = Face.bold if bold else Face.regular
            marks.append(Text(x, baseline, text, face, 8.5, INK if bold else GREY))
            x += self.layout.width(text, face, 8.5) + 14
        count = self.say("paper.page", page=page, pages=pages)
        x = right - self.layout.width(count, Face.regular, 8.5)
        marks.append(Text(x, baseline, count, Face.regular, 8.5, GREY))
        marks.append(Line(MARGIN, 22 * MM, right, 22 * MM, ACCENT, 0.8))
        return Piece((*marks, *joined(parts, 0).marks), 0)
