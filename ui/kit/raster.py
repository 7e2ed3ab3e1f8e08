"""Pages of a PDF as images of the window and of printers."""

from __future__ import annotations

from PySide6.QtGui import QImage

from gvi_desktop.services import letters_pages

POINTS_AN_INCH = 72


def page_image(pdf: bytes, page: int, scale: float) -> QImage:
    """A page (from 0) at `scale` pixels a point; owns its pixels, so it may cross threads."""
    drawn = letters_pages.page_image(pdf, page, scale)
    return QImage(drawn.pixels, drawn.width, drawn.height, drawn.stride, QImage.Format.Format_RGB32).copy()
