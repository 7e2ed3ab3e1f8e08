"""The letter: letterhead, window address, date and reference, the text, and a footer that counts the pages."""

from __future__ import annotations

from gvi_desktop.letters import coverage, windows, words
from gvi_desktop.letters.clean import clean
from gvi_desktop.letters.drawing import Line, Mark, Page, Picture, Piece, Text, joined, moved
from gvi_desktop.letters.given import Letterhead, LetterInput
from gvi_desktop.letters.kinds import NAMELESS
from gvi_desktop.letters.layout import Layout, Run, as_runs, plain
from gvi_desktop.letters.logo import checked
from gvi_desktop.letters.merge import Merged, parties_in
from gvi_desktop.letters.pages.body import Body
from gvi_desktop.letters.pages.flow import Column, Item, paginate
from gvi_desktop.letters.style import (
    ACCENT,
    DENSE,
    GREY,
    HAIR,
    INK,
    LARGE,
    LARGE_CELL,
    MM,
    SMALL,
    TIGHT,
    TITLE,
    Face,
    Style,
)
from gvi_desktop.letters.tongues import LATIN
from gvi_desktop.letters.windows import Fit, TooLong, Window

LEFT, WIDTH, RIGHT = 25 * MM, 155 * MM, 180 * MM
_TEXT_TOP, _NEXT_TOP, _HANDOUT_TOP, _BOTTOM = 84 * MM, 32 * MM, 24 * MM, 271 * MM
_FOOT = 276 * MM
_META = 130 * MM
_NAME = Style(14, 18, Face.bold, ACCENT)
_SENDER = Style(9, 12.5, Face.regular, GREY)
_VALUE = Style(9.5, 12.5)


class LetterSheet:
    """Letters of one office in one language."""

    def __init__(self, head: Letterhead, language: str, window: Window, layout: Layout) -> None:
        self._head, self._language, self._layout = head, language, layout
        # The office and the post read Latin letters: letterhead and address are set the same for every reader.
        self._latin = Layout() if layout.tongue is not LATIN else layout
        self._window = window
        self._body, self._handout = Body(layout, WIDTH), Body(layout, WIDTH, LARGE, LARGE_CELL)
        self._closer = (Body(layout, WIDTH, TIGHT, air=0.72), Body(layout, WIDTH, DENSE, air=0.5))
        self._banner = self._letterhead()
        self._foot = self._footer()

    def fitted(self, address: tuple[str, ...]) -> Fit | TooLong:
        """How the address stands in the window."""
        return windows.fit(address, self._window, self._latin)

    def columns(self, letter: LetterInput, merged: Merged) -> list[Column]:
        """The text on as many pages as it takes."""
        title = self._layout.turned(self._layout.paragraph(plain(merged.heading), TITLE, WIDTH), WIDTH)
        nameless = letter.kind in NAMELESS
        body = self._handout if nameless else self._body
        first = _BOTTOM - (_HANDOUT_TOP if nameless else _TEXT_TOP)
        room = _BOTTOM - (_HANDOUT_TOP if nameless else _NEXT_TOP)
        columns = paginate([Item(title, keep_next=True), *body.items(merged.blocks)], first, room)
        if len(columns) == 1 or nameless:
            return columns
        # A sheet that only carries the signature is worse than slightly smaller type.
        for closer in self._closer:
            tried = paginate([Item(title, keep_next=True), *closer.items(merged.blocks)], first, room)
            if len(tried) == 1:
                return tried
            columns = min(columns, tried, key=len)
        return columns

    def pages(self, letter: LetterInput, merged: Merged, columns: tuple[Column, ...]) -> list[Page]:
        """The sheets, ready for ink."""
        nameless = letter.kind in NAMELESS
        pages = []
        for number, column in enumerate(columns):
            page = Page(language=self._language)
            top = _HANDOUT_TOP if nameless else _NEXT_TOP if number else _TEXT_TOP
            if not nameless:
                page.put(0, 0, self._banner if not number else self._running_head(letter))
                if not number:
                    page.put(0, 0, self._address(letter))
                    page.put(0, 0, self._meta(letter))
            for left, y, piece in column:
                page.put(LEFT + left, top + y, piece)
            if not nameless:
                page.put(0, 0, self._foot)
            if len(columns) > 1 or not nameless:
                page.put(0, 0, self._count(number + 1, len(columns)))
            pages.append(page)
        return pages

    def _spelled(self, text: str) -> str:
        return coverage.spelled(clean(text), self._layout.tongue.family)

    def _say(self, key: str, **values: str | int) -> str:
        return words.say(self._language, f"letter.{key}", **values)

    def _letterhead(self) -> Piece:
        marks: list[Mark] = [Line(LEFT, 34 * MM, RIGHT, 34 * MM, ACCENT, 1)]
        left = LEFT
        if self._head.logo:
            size = checked(self._head.logo)
            scale = min(16 * MM / size.height, 50 * MM / size.width)
            marks.append(Picture(LEFT, 14 * MM, size.width * scale, size.height * scale, self._head.logo))
            left += size.width * scale + 5 * MM
        name = self._latin.paragraph(as_runs(self._head.programme), _NAME, RIGHT - left)
        sender = self._latin.paragraph(as_runs(self._head.agency), _SENDER, RIGHT - left)
        top = 31 * MM - name.height - sender.height
        lines = joined([(left, top, name), (left, top + name.height, sender)], 0).marks
        ticks = [Line(5 * MM, y * MM, 8 * MM, y * MM, HAIR, 0.5) for y in self._window.folds]
        return Piece((*marks, *ticks, *lines), 0, shared=True)

    def _footer(self) -> Piece:
        head = self._head
        sender = " · ".join(clean(part) for part in (head.programme, head.agency, head.phone) if clean(part))
        tongue = self._layout.tongue
        runs = as_runs(sender, tongue=tongue)
        if len(head.parties) > 1:
            parties = parties_in(head, self._language)
            runs = (*runs, Run(f"\n{self._say('together', parties=parties)}"))
        wide = 118 * MM
        lines = self._layout.turned(self._layout.paragraph(runs, SMALL, wide), wide)
        rule = Line(LEFT, _FOOT, RIGHT, _FOOT, HAIR)
        left = RIGHT - wide if tongue.rtl else LEFT
        return Piece((rule, *joined([(left, _FOOT + 4, lines)], 0).marks), 0, shared=True)

    def _count(self, page: int, pages: int) -> Piece:
        text = self._say("page", page=page, pages=pages)
        width = self._layout.width(text, Face.regular, SMALL.size)
        line = self._layout.line(text, Face.regular, SMALL.size, GREY)
        return Piece((moved(line, LEFT if self._layout.tongue.rtl else RIGHT - width, _FOOT + 12.3),), 0)

    def _running_head(self, letter: LetterInput) -> Piece:
        tongue = self._layout.tongue
        programme, reference = as_runs(self._head.programme, tongue=tongue), as_runs(letter.reference, tongue=tongue)
        runs = (*programme, Run(f" · {self._say('reference')} "), *reference)
        line = self._layout.turned(self._layout.paragraph(runs, SMALL, WIDTH), WIDTH)
        rule = Line(LEFT, 25 * MM, RIGHT, 25 * MM, HAIR)
        return Piece((rule, *joined([(LEFT, 19.5 * MM, line)], 0).marks), 0)

    def _address(self, letter: LetterInput) -> Piece:
        lines = tuple(line for line in map(clean, letter.recipient.address) if line)
        left = self._window.text_left * MM
        if not lines:
            text = self._say("by_hand")
            line = self._layout.line(text, Face.regular, 10.5, GREY)
            return Piece((moved(line, left, self._window.baseline * MM),), 0)
        fit = self.fitted(lines)
        if isinstance(fit, TooLong):
            raise ValueError("stops are asked for first")
        return Piece(
            tuple(
                Text(left, fit.baseline * MM + n * fit.leading, line, Face.regular, fit.size, INK)
                for n, line in enumerate(lines)
            ),
            0,
        )

    def _meta(self, letter: LetterInput) -> Piece:
        left = _META if self._window.left < 100 else LEFT
        facts = [("date", words.short_date(self._language, letter.day)), ("reference", clean(letter.reference))]
        facts += [("phone", clean(self._head.phone).replace(" ", "\u00a0"))] if clean(self._head.phone) else []
        parts: list[tuple[float, float, Piece]] = []
        y = 47 * MM
        for key, value in facts:
            wide = RIGHT - left if left == _META else 70 * MM
            label = self._layout.paragraph(plain(self._say(key)), SMALL, wide)
            runs = (
                plain(value) if key == "date" else (Run(self._layout.tongue.isolated(self._spelled(value), ltr=True)),)
            )
            line = self._layout.paragraph(runs, _VALUE, wide)
            parts.append((left, y, self._layout.turned(label, wide)))
            parts.append((left, y + 10.5, self._layout.turned(line, wide)))
            y += 10.5 + line.height + 5
        return joined(parts, 0)
