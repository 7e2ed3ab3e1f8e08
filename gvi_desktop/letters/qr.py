"""QR codes: a text as black and white squares, and those as a picture."""

from __future__ import annotations

from io import BytesIO

from PIL import Image
from reportlab.graphics.barcode import qrencoder

Squares = tuple[tuple[bool, ...], ...]
"""Row by row from the top; True is black. The white margin is not among them."""

QUIET = 4
"""White squares around, without which readers do not find a code."""
PIXELS = 8
"""A square's side in a picture."""
MOST = 2000
"""Bytes that still make a code which a telephone reads from paper."""


def squares(content: bytes) -> Squares:
    """The smallest code that holds the bytes, at the lowest of the four levels of repair: it is read from a screen or
    from clean paper, and larger squares help more than spare ones. ValueError for more than MOST bytes."""
    if not 0 < len(content) <= MOST:
        raise ValueError(f"a code holds 1 to {MOST} bytes")
    code = qrencoder.QRCode(None, qrencoder.QRErrorCorrectLevel.L)
    code.addData(qrencoder.QR8bitByte(content))
    code.make()
    side = code.getModuleCount()
    return tuple(tuple(bool(code.isDark(row, column)) for column in range(side)) for row in range(side))


def picture(code: Squares) -> bytes:
    """The code with its margin as PNG."""
    side = len(code) + 2 * QUIET
    image = Image.new("1", (side, side), 1)
    for row, line in enumerate(code):
        for column, black in enumerate(line):
            if black:
                image.putpixel((column + QUIET, row + QUIET), 0)
    out = BytesIO()
    image.resize((side * PIXELS, side * PIXELS), Image.Resampling.NEAREST).save(out, "PNG", optimize=True)
    return out.getvalue()
