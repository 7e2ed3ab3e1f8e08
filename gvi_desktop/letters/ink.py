"""The only pen: puts placed marks on PDF pages and returns the bytes; nothing is ever written to disk here."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from io import BytesIO
from itertools import groupby, zip_longest
from typing import Any

from reportlab import rl_config  # type: ignore[import-untyped,unused-ignore]
from reportlab.lib.rl_accel import fp_str  # type: ignore[import-untyped,unused-ignore]
from reportlab.lib.utils import ImageReader  # type: ignore[import-untyped,unused-ignore]
from reportlab.pdfbase import pdfdoc  # type: ignore[import-untyped,unused-ignore]
from reportlab.pdfgen.canvas import Canvas  # type: ignore[import-untyped,unused-ignore]

from gvi_desktop.letters import coverage, finish, fonts, glyphs, vector
from gvi_desktop.letters.drawing import Box, Line, Mark, Page, Picture, Piece, Shaped, Text
from gvi_desktop.letters.style import Face
from gvi_desktop.letters.tagging import Part, Tagger, parts
from gvi_desktop.letters.tags import Tags

rl_config.useA85 = 0  # text encoding of streams: a fifth larger, for nothing
LOCALES = {"sv": "sv-SE", "en": "en-GB", "kmr": "ku-Latn", "prs": "fa-AF"}


def write(pages: Iterable[Page], title: str, language: str) -> bytes:
    """Tagged PDF/A-2b of the pages; the same pages give the same bytes.

    Raises MissingGlyphError rather than leave a character out.
    `title` is what a viewer shows and a spooler lists: it must hold no name.
    """
    return finish.finished(*drawn(pages, title, language), title, LOCALES.get(language, language))


def drawn(pages: Iterable[Page], title: str, language: str) -> tuple[BytesIO, list[Tags]]:
    """The pages as the engine leaves them, and what is tagged on each; MissingGlyphError as in `write`."""
    fonts.ready()
    code = LOCALES.get(language, language)
    out = BytesIO()
    canvas = Canvas(
        out,
        pageCompression=1,
        invariant=1,
        initialFontName=Face.regular.value,
        lang=code,
    )
    canvas.setTitle(title)
    for setter in (canvas.setAuthor, canvas.setSubject, canvas.setCreator, canvas.setProducer):
        setter("")
    canvas.setViewerPreference("DisplayDocTitle", "true")
    pen = _Pen(canvas)
    for page in pages:
        canvas.setPageSize((page.width, page.height))
        own = LOCALES.get(page.language, page.language)
        pen.tagger.turn(own if own != code else "")
        for x, y, piece in page.placed:
            pen.put(piece, x, page.height - y)
        canvas.showPage()
    canvas.save()
    return out, pen.tagger.pages


class _Pen:
    """Draws pieces on one canvas and remembers which shared ones the file already has."""

    def __init__(self, canvas: Any) -> None:
        self._canvas = canvas
        self._seen: dict[int, tuple[Piece, list[tuple[Part, str]] | None]] = {}
        self._forms: dict[int, tuple[Piece, list[tuple[Part, str]]]] = {}
        self._pictures: dict[bytes, Any] = {}
        self.tagger = Tagger()

    def put(self, piece: Piece, x: float, y: float) -> None:
        """Draw a piece with its upper left corner at `x`, `y` (from the page's lower edge)."""
        if not piece.shared:
            self._draw(piece, x, y)
            return
        if id(piece) not in self._forms:
            self._forms[id(piece)] = (piece, [(part, self._form(part)) for part in parts(piece)])
        self._code.append(_moved(x, y))
        for part, name in self._forms[id(piece)][1]:
            self._begin(part)
            self._canvas.doForm(name)
            self._code.append("EMC")
        self._code.append("Q")

    def _form(self, part: Part) -> str:
        name = f"shared{len(self._forms)}{part.role}"
        self._canvas.beginForm(name, 0, -2000, 2000, 2000)
        self._ink(part.marks, 0, 0)
        self._canvas.endForm(Resources=self._resources())
        return name

    def _resources(self) -> Any:
        """What the form being drawn refers to; left to itself the engine forgets how see-through things are."""
        made = pdfdoc.PDFResourceDictionary(ExtGState=self._canvas._extgstate.getState() or {})
        made.basicFonts()
        made.allProcs()
        if self._canvas._formsinuse:
            made.XObject = self._canvas._doc.xobjDict(self._canvas._formsinuse)
        return made

    def _draw(self, piece: Piece, x: float, y: float) -> None:
        # A piece that comes again is not encoded again: its operators are kept and moved to the new place.
        known, code = self._seen.get(id(piece), (None, None))
        if piece.rows:
            self.tagger.rows(piece.rows)
        if known is None:
            self._seen[id(piece)] = (piece, None)  # holding the piece keeps its id its own
            for part in parts(piece):
                if self._begin(part):
                    self._ink(part.marks, x, y)
                    self._code.append("EMC")
            return
        if code is None:
            code = [(part, self._coded(part.marks)) for part in parts(piece)]
            self._seen[id(piece)] = (piece, code)
        out = [_moved(x, y)]
        for part, operators in code:
            if begun := self._mark(part):
                out += (begun, operators)
        self._code.append(" ".join([*out, "Q"]))

    @property
    def _code(self) -> list[str]:
        return self._canvas._code  # type: ignore[no-any-return]

    def _coded(self, marks: Sequence[Mark]) -> str:
        start = len(self._code)
        self._ink(marks, 0, 0)
        code = self._code[start:]
        del self._code[start:]
        return " ".join([*code, "EMC"])

    def _begin(self, part: Part) -> bool:
        if begun := self._mark(part):
            self._code.append(begun)
        return bool(begun)

    def _mark(self, part: Part) -> str:
        """How what follows is begun, as the page's next tag or as only looks; nothing where nothing follows."""
        if (number := self.tagger.add(part)) is not None:
            return f"/{part.role} <</MCID {number}>> BDC"
        return part.artifact if part.marks else ""

    def _ink(self, marks: Iterable[Mark], x: float, y: float) -> None:
        for written, group in groupby(marks, key=lambda mark: isinstance(mark, Text)):
            if written:
                self._write(group, x, y)
            else:
                for mark in group:
                    self._stroke(mark, x, y)

    def _write(self, marks: Iterable[Mark], x: float, y: float) -> None:
        # Not by the engine's text object: half of its time goes into looking up the same face for every line.
        file, escaped = self._canvas._doc, self._canvas._escape
        code, look, subset = ["BT"], None, -1
        lines = [mark for mark in marks if isinstance(mark, Text)]
        for mark, after in zip_longest(lines, lines[1:]):
            if look != (mark.face, mark.size, mark.colour):
                look, subset = (mark.face, mark.size, mark.colour), -1
                font, held = fonts.loaded(mark.face), fonts.covered(mark.face.family)
                code.append(f"{fp_str(*mark.colour)} rg")
            code.append(f"1 0 0 1 {fp_str(x + mark.x, y - mark.y)} Tm")
            if not held.issuperset(mark.text):
                raise coverage.MissingGlyphError(coverage.missing(mark.text, mark.face.family) or "")
            said = f"{mark.text} " if after and _apart(mark, after) else mark.text
            for number, codes in font.splitString(said, file):
                if number != subset:
                    subset = number
                    code.append(f"{font.getSubsetInternalName(number, file)} {fp_str(mark.size)} Tf")
                code.append(f"({escaped(codes)}) Tj")
        code.append("ET")
        self._code.append(" ".join(code))

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
                self._show(mark, x + mark.x, y - mark.y - mark.height)
            case Shaped():
                glyphs.draw(canvas, mark, x + mark.x, y - mark.y)
            case Text():
                raise AssertionError("text is written, not stroked")

    def _show(self, mark: Picture, x: float, y: float) -> None:
        vectors = vector.is_svg(mark.content)
        if mark.content not in self._pictures:
            made = vector.drawing(mark.content) if vectors else ImageReader(BytesIO(mark.content))
            self._pictures[mark.content] = made
        shape = self._pictures[mark.content]
        if vectors:
            vector.put(self._canvas, shape, x, y, mark.width, mark.height)
        else:
            self._canvas.drawImage(shape, x, y, mark.width, mark.height, mask="auto")


def _moved(x: float, y: float) -> str:
    return f"q 1 0 0 1 {fp_str(x, y)} cm"


def _apart(mark: Text, after: Text) -> bool:
    """Whether a reader of the tags needs a space between them: another line or cell, not another face in a word."""
    if mark.y != after.y:
        return True
    return after.x > mark.x + fonts.width(mark.text, mark.face, mark.size) + 0.5
