"""Type sizes, colours and measures of everything printed, in points unless said otherwise."""

from __future__ import annotations

from enum import StrEnum
from functools import cached_property
from typing import NamedTuple

MM = 72 / 25.4
A4 = (210 * MM, 297 * MM)

Colour = tuple[float, float, float]
INK: Colour = (0.10, 0.11, 0.12)
GREY: Colour = (0.36, 0.39, 0.41)
ACCENT: Colour = (0.04, 0.34, 0.37)
HAIR: Colour = (0.76, 0.79, 0.80)
TINT: Colour = (0.935, 0.96, 0.96)
WHITE: Colour = (1.0, 1.0, 1.0)


class Face(StrEnum):
    """A face of a bundled family; the value is its name inside the PDF."""

    regular = "GviSans-Regular"
    bold = "GviSans-Bold"
    italic = "GviSans-Italic"
    arabic = "GviArabic-Regular"
    arabic_bold = "GviArabic-Bold"
    ethiopic = "GviEthiopic-Regular"
    ethiopic_bold = "GviEthiopic-Bold"

    __hash__ = str.__hash__  # faces are part of every key of the layout's memory

    @cached_property
    def family(self) -> str:
        """The name that it shares with its siblings."""
        return self.value.partition("-")[0]


class Style(NamedTuple):
    """How one paragraph looks; `level` is that of a heading, from 1."""

    size: float
    leading: float
    face: Face = Face.regular
    colour: Colour = INK
    level: int = 0


BODY = Style(10.5, 14.8)
TITLE = Style(17, 24, Face.bold, level=1)
HEADING = Style(11, 15, Face.bold, ACCENT, 2)
SMALL = Style(8, 11, Face.regular, GREY)
LABEL = Style(9, 14.8, Face.regular, GREY)
TIGHT = Style(10, 13.8)
DENSE = Style(10, 12.8)
"""As close as a letter is ever set: type smaller than 10 points is hard to read."""
LARGE = Style(11.5, 16.6)
LARGE_CELL = Style(10.5, 14.8)
CELL = Style(9.5, 13.2)
CELL_HEAD = Style(8.5, 12, Face.bold, GREY)
