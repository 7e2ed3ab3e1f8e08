"""Pages of a PDF: as pictures, as text, and cut out for one job of a printer; the engine does one thing at a time."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO

import pypdfium2

from gvi_desktop.domain.errors import VaultError

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


def page_texts(pdf: bytes, password: str = "", pages: Sequence[int] | None = None) -> list[str]:
    """What a reader finds written on each page (or on those asked for, from 0), as it stands.

    VaultError("pdf_unreadable") for what is no PDF, "pdf_locked" where it opens with another password only.
    """
    with _engine:
        try:
            document = pypdfium2.PdfDocument(pdf, password=password or None)
        except pypdfium2.PdfiumError as fault:
            locked = fault.err_code == pypdfium2.raw.FPDF_ERR_PASSWORD
            raise VaultError("pdf_locked" if locked else "pdf_unreadable") from fault
        try:
            return [_text(document, page) for page in (range(len(document)) if pages is None else pages)]
        finally:
            document.close()


def _text(document: pypdfium2.PdfDocument, number: int) -> str:
    page = document[number]
    try:
        reader = page.get_textpage()
        try:
            return str(reader.get_text_range())
        finally:
            reader.close()
    finally:
        page.close()


def cut(pdf: bytes, first: int, last: int) -> bytes:
    """A PDF of those pages alone (from 0), untouched; the very same bytes where they are all there is."""
    with _engine:
        document = pypdfium2.PdfDocument(pdf)
        try:
            if (first, last) == (0, len(document) - 1):
                return pdf
            part = pypdfium2.PdfDocument.new()
            try:
                part.import_pages(document, list(range(first, last + 1)))
                out = BytesIO()
                part.save(out)
                return out.getvalue()
            finally:
                part.close()
        finally:
            document.close()
