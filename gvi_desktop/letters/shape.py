"""Right-to-left writing: runs of text become lines of glyphs that are joined, ordered and placed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import NamedTuple

import uharfbuzz as hb  # type: ignore[import-untyped,unused-ignore]

from gvi_desktop.letters import bidi, coverage, fonts
from gvi_desktop.letters.drawing import Glyph, Strip
from gvi_desktop.letters.style import Face

Piece = tuple[str, Face]
ENDLESS = float("inf")
"""A width at which nothing is wrapped."""
UNDRAWN = frozenset("\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\u2066\u2067\u2068\u2069\ufeff")
"""Characters that shape or order the writing around them and have no glyph of their own."""


class ShapedLine(NamedTuple):
    """One line: its characters as they are read, its glyphs from the left, and its width in points."""

    text: str
    strips: tuple[Strip, ...]
    width: float


class _Item(NamedTuple):
    start: int
    end: int
    face: Face
    level: int


def lines(pieces: Sequence[Piece], language: str, size: float, width: float) -> list[ShapedLine]:
    """A paragraph (without line breaks) in lines of at most `width` points, broken between words where that can be.

    Raises MissingGlyphError for a character without a glyph.
    """
    return _Paragraph(pieces, language, size).lines(width)


class _Paragraph:
    """A right-to-left paragraph; its runs are shaped once, and again only where a line cuts through them."""

    def __init__(self, pieces: Sequence[Piece], language: str, size: float) -> None:
        self._text = "".join(text for text, _ in pieces)
        self._faces = [face for text, face in pieces for _ in text]
        for text, face in pieces:
            if char := next((c for c in text if c not in UNDRAWN and coverage.missing(c, face.family)), None):
                raise coverage.MissingGlyphError(char)
        self._levels = bidi.levels(self._text, 1)
        self._codes = [ord(char) for char in self._text]
        self._language, self._size = language, size
        self._done: dict[_Item, list[Glyph]] = {}

    def lines(self, width: float) -> list[ShapedLine]:
        advances = [0.0] * len(self._text)
        for item in self._items(0, len(self._text), self._levels):
            for at, advance in self._advances(item):
                advances[at] += advance
        return [self._line(start, end) for start, end in _broken(self._text, advances, width)]

    def _items(self, start: int, end: int, levels: Sequence[int]) -> list[_Item]:
        """Characters of one face and one level, in the order in which they are read."""
        edges = [start]
        for at in range(start + 1, end):
            if levels[at] != levels[at - 1] or self._faces[at] is not self._faces[at - 1]:
                edges.append(at)
        return [_Item(a, b, self._faces[a], levels[a]) for a, b in pairwise([*edges, end])] if end > start else []

    def _line(self, start: int, end: int) -> ShapedLine:
        own = bidi.reset(self._text[start:end], self._levels[start:end], 1)
        levels = [*self._levels[:start], *own]
        items = self._items(start, end, levels)
        strips: list[Strip] = []
        x = 0.0
        for at in bidi.visual([item.level for item in items]):
            found = self._shaped(items[at])
            if found:
                strips.append((items[at].face, tuple(glyph._replace(x=x + glyph.x) for glyph in found)))
                x += sum(glyph.width for glyph in found)
        return ShapedLine(_read(self._text[start:end]), tuple(strips), x)

    def _shaped(self, item: _Item) -> list[Glyph]:
        if item not in self._done:
            self._done[item] = [glyph for _, glyph in self._shape(item)]
        return self._done[item]

    def _advances(self, item: _Item) -> Iterator[tuple[int, float]]:
        found = list(self._shape(item))
        self._done[item] = [glyph for _, glyph in found]
        return ((cluster, glyph.width) for cluster, glyph in found)

    def _shape(self, item: _Item) -> Iterator[tuple[int, Glyph]]:
        buffer = hb.Buffer()
        buffer.add_codepoints(self._codes, item.start, item.end - item.start)
        buffer.guess_segment_properties()
        buffer.direction = "rtl" if item.level % 2 else "ltr"
        buffer.language = self._language
        buffer.cluster_level = hb.BufferClusterLevel.MONOTONE_GRAPHEMES
        buffer.flags = hb.BufferFlags.REMOVE_DEFAULT_IGNORABLES
        font, scale = _font(item.face)
        hb.shape(font, buffer)
        scale = self._size / scale
        infos, positions = buffer.glyph_infos, buffer.glyph_positions
        texts = self._stands_for(
            item, [(info.cluster, place.x_advance) for info, place in zip(infos, positions, strict=True)]
        )
        x = 0.0
        for info, place, text in zip(infos, positions, texts, strict=True):
            if not info.codepoint:
                raise coverage.MissingGlyphError(self._text[info.cluster])
            across = place.x_advance * scale
            glyph = Glyph(info.codepoint, text, x + place.x_offset * scale, place.y_offset * scale, across)
            yield info.cluster, glyph
            x += across

    def _stands_for(self, item: _Item, glyphs: Sequence[tuple[int, int]]) -> list[str]:
        """The characters of each glyph, given where they begin and how wide it is; of several glyphs for the same
        characters the widest, which is the letter without its dots."""
        ends = dict(pairwise([*sorted({cluster for cluster, _ in glyphs}), item.end]))
        widest: dict[int, int] = {}
        for at, (cluster, width) in enumerate(glyphs):
            if cluster not in widest or width > glyphs[widest[cluster]][1]:
                widest[cluster] = at
        texts = (self._text[c : ends[c]] if widest[c] == at else "" for at, (c, _) in enumerate(glyphs))
        return [_read(text) for text in texts]


def _read(text: str) -> str:
    """What somebody who reads the text back should find: what parts or joins letters is part of their spelling."""
    return "".join(char for char in text if char not in UNDRAWN or char in "\u200c\u200d")


@cache
def _font(face: Face) -> tuple[hb.Font, float]:
    made = hb.Face(hb.Blob(fonts.data(face)))
    return hb.Font(made), float(made.upem)


def _broken(text: str, advances: Sequence[float], width: float) -> Iterator[tuple[int, int]]:
    """First and last place of each line, without the spaces at which lines are broken."""
    start, used, space = 0, 0.0, -1
    at = 0
    while at < len(text):
        if text[at] == " ":
            space = at
        if used + advances[at] > width and text[at] != " " and at > start and advances[at]:
            if space > start:
                yield start, space
                start = space + 1
                at = start
            else:
                yield start, at
                start = at
            used, space = 0.0, -1
            continue
        used += advances[at]
        at += 1
    end = len(text)
    while end > start and text[end - 1] == " ":
        end -= 1
    yield start, end
