"""QR codes: a text as black and white squares, and those as a picture."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from PIL import Image

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
    # Only whoever draws a code pays for loading the maker.
    import zxingcpp

    plain = content.decode("ascii") if content.isascii() else content
    code = zxingcpp.create_barcode(plain, zxingcpp.BarcodeFormat.QRCode, ec_level="L")
    image: Any = code.to_image(scale=1, add_quiet_zones=False)
    lines: Any = memoryview(image).tolist()
    return tuple(tuple(grey == 0 for grey in line) for line in lines)


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
