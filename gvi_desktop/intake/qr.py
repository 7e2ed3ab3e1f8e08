"""Reading a QR code from a picture: a photograph of paper or of a screen, a scan, or a saved picture."""

from __future__ import annotations

import warnings
from io import BytesIO

from PIL import Image, ImageOps, UnidentifiedImageError

from gvi_desktop.domain.errors import BundleError

KINDS = ("PNG", "JPEG", "WEBP", "BMP", "GIF", "TIFF")
MOST_BYTES = 30 * 1024 * 1024
MOST_PIXELS = 60_000_000
SIDE = 3000
"""Pixels of the longer side that a code as dense as ours is read from; larger photographs are made smaller first."""
_BEGINS = {
    b"\x89PNG": "PNG",
    b"\xff\xd8\xff": "JPEG",
    b"RIFF": "WEBP",
    b"BM": "BMP",
    b"GIF8": "GIF",
    b"II*\0": "TIFF",
    b"MM\0*": "TIFF",
}


def is_picture(raw: bytes) -> bool:
    """Whether a file begins as one of the pictures that are read."""
    return any(raw.startswith(mark) for mark in _BEGINS)


def codes(raw: bytes) -> list[bytes]:
    """What every QR code in the picture says. BundleError "E_CARD_PICTURE": no picture that can be read, or one that is
    too large (its size is looked at before it is unpacked)."""
    # Only whoever reads a picture pays for loading the reader.
    import zxingcpp

    image = _opened(raw)
    found = zxingcpp.read_barcodes(image, formats=zxingcpp.BarcodeFormats([zxingcpp.BarcodeFormat.QRCode]))
    return [bytes(one.bytes) for one in found]


def _opened(raw: bytes) -> Image.Image:
    if len(raw) > MOST_BYTES:
        raise BundleError("E_CARD_PICTURE")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of odd but harmless pictures; their size is checked below
            with Image.open(BytesIO(raw), formats=KINDS) as image:
                if image.width * image.height > MOST_PIXELS:
                    raise BundleError("E_CARD_PICTURE")
                image.draft("L", (SIDE, SIDE))
                grey = ImageOps.exif_transpose(image).convert("L")
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, Image.DecompressionBombError) as fault:
        raise BundleError("E_CARD_PICTURE") from fault
    grey.thumbnail((SIDE, SIDE), Image.Resampling.BOX)
    return grey
