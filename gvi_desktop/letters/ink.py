"""The only pen: puts placed marks on PDF pages and returns the bytes; nothing is ever written to disk here."""

from __future__ import annotations

from collections.abc import Iterable
from io import BytesIO
from itertools import groupby
from typing import Any

from reportlab.lib.utils import ImageReader  # type: ignore[import-untyped,unused-ignore]
from reportlab.pdfgen.canvas import Canvas  # type: ignore[import-untyped,unused-ignore]

from gvi_desktop.letters import coverage, fonts, glyphs
from gvi_desktop.letters.drawing import Box, Line, Mark, Page, Picture, Piece, Shaped, Text
from gvi_desktop.letters.style import Face

LOCALES = {"sv": "sv-SE", "en": "en-GB", "kmr": "ku-Latn", "prs": "fa-AF"}


def write(pages: Iterable[Page], title: str, language: str) -> bytes:
    """PDF bytes of the pages; the same pages give the same bytes.

    Raises MissingGlyphError rather than leave a character out.
    `title` is what a viewer shows and a spooler lists: it must hold no name.
    """
    fonts.ready()
    out = BytesIO()
    canvas = Canvas(
        out,
        pageCompression=1,
        invariant=1,
        initialFontName=Face.regular.value,
        lang=LOCALES.get(language, language),
    )
    canvas.setTitle(title)
    for setter in (canvas.setAuthor, canvas.setSubject, canvas.setCreator, canvas.setProducer):
        setter("")
    canvas.setViewerPreference("DisplayDocTitle", "true")
    pen = _Pen(canvas)
    for page in pages:
        canvas.setPageSize((page.width, page.height))
        for x, y, piece in page.placed:
            pen.put(piece, x, page.height - y)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


class _Pen:
    """Draws pieces on one canvas and remembers which shared ones the file already has."""

    def __init__(self, canvas: Any) -> None:
        self._canvas = canvas
        self._seen: dict[int, tuple[Piece, list[str] | None]] = {}
        self._forms: dict[int, tuple[str, Piece]] = {}
        self._pictures: dict[bytes, Any] = {}

    def put(self, piece: Piece, x: float, y: float) -> None:
        """Draw a piece with its upper left corner at `x`, `y` (from the page's lower edge)."""
        if not piece.shared:
            self._draw(piece, x, y)
            return
        if id(piece) not in self._forms:
            name = f"shared{len(self._forms)}"
            self._forms[id(piece)] = (name, piece)
            self._canvas.beginForm(name, 0, -2000, 2000, 2000)
            self._draw(piece, 0, 0)
            self._canvas.endForm()
        self._canvas.saveState()
        self._canvas.translate(x, y)
        self._canvas.doForm(self._forms[id(piece)][0])
        self._canvas.restoreState()

    def _draw(self, piece: Piece, x: float, y: float) -> None:
        # A piece that comes again is not encoded again: its operators are kept and moved to the new place.
        known, code = self._seen.get(id(piece), (None, None))
        if known is None:
            self._seen[id(piece)] = (piece, None)  # holding the piece keeps its id its own
            self._ink(piece.marks, x, y)
            return
        self._canvas.saveState()
        self._canvas.translate(x, y)
        if code is None:
            start = len(self._canvas._code)
            self._ink(piece.marks, 0, 0)
            self._seen[id(piece)] = (piece, self._canvas._code[start:])
        else:
            self._canvas._code.extend(code)
        self._canvas.restoreState()

    def _ink(self, marks: Iterable[Mark], x: float, y: float) -> None:
        for written, group in groupby(marks, key=lambda mark: isinstance(mark, Text)):
            if written:
                self._write(group, x, y)
            else:
                for mark in group:
                    self._stroke(mark, x, y)

    def _write(self, marks: Iterable[Mark], x: float, y: float) -> None:
        text = self._canvas.beginText()
        look: tuple[object, ...] = ()
        for mark in (mark for mark in marks if isinstance(mark, Text)):
            if look != (mark.face, mark.size, mark.colour):
                look = (mark.face, mark.size, mark.colour)
                fonts.ready(mark.face.family)
                text.setFont(mark.face.value, mark.size)
                text.setFillColorRGB(*mark.colour)
            text.setTextOrigin(x + mark.x, y - mark.y)
            if char := coverage.missing(mark.text, mark.face.family):
                raise coverage.MissingGlyphError(char)
            text.textOut(mark.text)
        self._canvas.drawText(text)

    def _stroke(self, mark: Mark, x: float, y: float) -> None:
        canvas = self._canvas
        match mark:
            case Line():
                canvas.setLineWidth(mark.width)
                canvas.setStrokeColorRGB(*mark.colour)
                canvas.setDash(*((2, 2),) if mark.dashed else ())
                canvas.line(x + mark.x, y - mark.y, x + mark.to_x, y - mark.to_y)
            case Box():
                canvas.setLineWidth(mark.line)
                canvas.setDash()
                canvas.setStrokeColorRGB(*mark.stroke or (0, 0, 0))
                canvas.setFillColorRGB(*mark.fill or (0, 0, 0))
                shown = {"stroke": int(mark.stroke is not None), "fill": int(mark.fill is not None)}
                place = (x + mark.x, y - mark.y - mark.height, mark.width, mark.height)
                if mark.radius:
                    canvas.roundRect(*place, mark.radius, **shown)
                else:
                    canvas.rect(*place, **shown)
            case Picture():
                reader = self._pictures.setdefault(mark.png, ImageReader(BytesIO(mark.png)))
                place = (x + mark.x, y - mark.y - mark.height, mark.width, mark.height)
                canvas.drawImage(reader, *place, mask="auto")
            case Shaped():
                glyphs.draw(canvas, mark, x + mark.x, y - mark.y)
            case Text():
                raise AssertionError("text is written, not stroked")
