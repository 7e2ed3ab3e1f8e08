"""Drawing shaped lines: glyphs by number, each with the characters it stands for, so that the text can be read back."""

from __future__ import annotations

from functools import cache
from io import BytesIO
from itertools import groupby
from threading import Lock
from typing import Any

from reportlab.pdfbase import ttfonts  # type: ignore[import-untyped,unused-ignore]

from gvi_desktop.letters import fonts
from gvi_desktop.letters.drawing import Glyph, Shaped
from gvi_desktop.letters.style import Face

_PRIVATE = 0xF0000
_NOTHING = "\u200b"  # for readers who do not know that a marked part is written already
_lock = Lock()
_SAME = 0.01  # points; nearer than that is the same place


class GlyphFont(ttfonts.TTFont):  # type: ignore[misc,unused-ignore]
    """A face whose glyphs are asked for by number: to the engine each is a private character of its own."""

    def __init__(self, face: Face) -> None:
        super().__init__(f"{face.value}-glyphs", BytesIO(fonts.data(face)), asciiReadable=False, shapable=False)
        self._codes: dict[tuple[int, str], int] = {}
        self._texts: dict[int, str] = {}

    def code(self, glyph: Glyph) -> int:
        """The private character for a glyph that stands for these characters."""
        key = (glyph.number, glyph.text)
        if (known := self._codes.get(key)) is not None:
            return known
        with _lock:  # letters may be drawn in two workers at once
            if key not in self._codes:
                code = _PRIVATE + len(self._codes)
                self._texts[code] = glyph.text or _NOTHING
                self.face.charToGlyph[code] = glyph.number
                self.face.charWidths[code] = self.face._pdfScale(self.face.hmetrics[glyph.number][0])
                self._codes[key] = code
            return self._codes[key]

    def width(self, code: int) -> float:
        """Its advance in thousandths of the type size, as the file will say."""
        return float(self.face.charWidths[code])

    def addObjects(self, doc: Any) -> None:  # noqa: N802 - the engine's name
        """The engine's objects, with a map back to the characters that were written."""
        subsets = [list(subset) for subset in self.state[doc].subsets]
        names = [self.getSubsetInternalName(n, doc)[1:] for n in range(len(subsets))]
        super().addObjects(doc)
        for name, subset in zip(names, subsets, strict=True):
            base = doc.idToObject["BasicFonts"].dict[name].BaseFont
            doc.idToObject[f"toUnicodeCMap:{base}"].content = self._map(base, subset)

    def _map(self, name: str, subset: list[int]) -> str:
        shown = [(at, self._texts.get(code, chr(code))) for at, code in enumerate(subset)]
        entries = [f"<{at:02X}> <{text.encode('utf-16-be').hex().upper()}>" for at, text in shown if text and at]
        blocks = [entries[at : at + 100] for at in range(0, len(entries), 100)]
        lines = ["/CIDInit /ProcSet findresource begin", "12 dict begin", "begincmap"]
        lines += ["/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def"]
        lines += [f"/CMapName /{name} def", "/CMapType 2 def"]
        lines += ["1 begincodespacerange", "<00> <FF>", "endcodespacerange"]
        for block in blocks:
            lines += [f"{len(block)} beginbfchar", *block, "endbfchar"]
        lines += ["endcmap", "CMapName currentdict /CMap defineresource pop", "end", "end"]
        return "\n".join(lines)


@cache
def _font(face: Face) -> GlyphFont:
    return GlyphFont(face)


def draw(canvas: Any, line: Shaped, x: float, y: float) -> None:
    """Put a line on the page with its left end at `x`, `y`."""
    code: list[str] = canvas._code
    code.append("BT {:.3f} {:.3f} {:.3f} rg".format(*line.colour))
    for face, strip in line.strips:
        _rows(canvas, _font(face), [glyph for glyph in strip if glyph.text], line.size, x, y)
    code.append("ET")
    # Dots and vowel signs are parts of a letter that has been written already: nobody should read them once more.
    signs = [(face, [glyph for glyph in strip if not glyph.text]) for face, strip in line.strips]
    if any(strip for _, strip in signs):
        code.append("/Span <</ActualText ()>> BDC BT")
        for face, parts in signs:
            _rows(canvas, _font(face), parts, line.size, x, y)
        code.append("ET EMC")


def _rows(canvas: Any, font: GlyphFont, strip: list[Glyph], size: float, x: float, y: float) -> None:
    for level, glyphs in groupby(strip, key=lambda glyph: round(glyph.y, 2)):
        _row(canvas, font, list(glyphs), size, x, y + level)


def _row(canvas: Any, font: GlyphFont, glyphs: list[Glyph], size: float, x: float, y: float) -> None:
    """Glyphs of one height: each placed after the last, with a correction where its own width would not bring it."""
    code: list[str] = canvas._code
    parts: list[str] = []
    subset, at = -1, 0.0
    for glyph in glyphs:
        private = font.code(glyph)
        ((number, byte),) = font.splitString(chr(private), canvas._doc)
        if number != subset:
            if parts:
                code.append(f"[{''.join(parts)}] TJ")
            subset, parts, at = number, [], glyph.x
            code.append(f"{font.getSubsetInternalName(number, canvas._doc)} {size:g} Tf")
            code.append(f"1 0 0 1 {x + glyph.x:.3f} {y:.3f} Tm")
        if abs(glyph.x - at) > _SAME:
            parts.append(f"{(at - glyph.x) * 1000 / size:.1f}")
            at = glyph.x
        parts.append(f"<{byte.hex()}>")
        at += font.width(private) * size / 1000
    if parts:
        code.append(f"[{''.join(parts)}] TJ")
