"""Pages of a PDF as pictures, for showing and for printing; the engine does one thing at a time."""

from __future__ import annotations

import threading
from dataclasses import dataclass

import pypdfium2

_engine = threading.Lock()
MOST_PIXELS = 40_000_000
"""An A4 page at 600 dpi has 35 million."""


@dataclass(frozen=True)
class PageImage:
    """A page as rows of blue, green, red and one unused byte, `stride` bytes a row."""

    width: int
    height: int
    stride: int
    pixels: bytes


def page_count(pdf: bytes) -> int:
    """How many pages it has."""
    with _engine:
        document = pypdfium2.PdfDocument(pdf)
        try:
            return len(document)
        finally:
            document.close()


def page_size(pdf: bytes, page: int) -> tuple[float, float]:
    """Width and height of a page (from 0) in points."""
    with _engine:
        document = pypdfium2.PdfDocument(pdf)
        try:
            width, height = document[page].get_size()
            return float(width), float(height)
        finally:
            document.close()


def page_image(pdf: bytes, page: int, scale: float) -> PageImage:
    """A page (from 0) drawn at `scale` pixels a point; ValueError for more pixels than any printer needs."""
    with _engine:
        document = pypdfium2.PdfDocument(pdf)
        try:
            sheet = document[page]
            width, height = sheet.get_size()
            if width * height * scale * scale > MOST_PIXELS:
                raise ValueError("page too large")
            drawn = sheet.render(scale=scale, force_bitmap_format=pypdfium2.raw.FPDFBitmap_BGRx)
            pixels = bytes(drawn.buffer)
            made = PageImage(drawn.width, drawn.height, drawn.stride, pixels)
            drawn.close()
            return made
        finally:
            document.close()
