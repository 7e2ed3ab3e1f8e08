"""Checking an office's logo, PNG or SVG, before it is decoded: a small file can unfold to a gigabyte."""

from __future__ import annotations

import warnings
from dataclasses import dataclass
from io import BytesIO

from PIL import Image, UnidentifiedImageError

from gvi_desktop.letters import vector

MOST_BYTES = 2 * 1024 * 1024
MOST_PIXELS = 4_000_000


@dataclass(frozen=True, slots=True)
class LogoSize:
    """Measures of an accepted logo, in pixels or points: what matters is their proportion."""

    width: float
    height: float


class LogoError(ValueError):
    """A logo that is refused: `code` is "logo_too_large", "logo_not_png" (no picture that can be read) or
    "logo_svg_part" (`part` in `data` names what cannot be printed); `data` holds its measures where known."""

    def __init__(self, code: str, **data: int | str) -> None:
        super().__init__(code)
        self.code = code
        self.data = data


def checked(content: bytes) -> LogoSize:
    """The size of a usable logo; raises LogoError for anything else than a PNG or a plain SVG of modest size."""
    return _vector(content) if vector.is_svg(content) else _pixels(content)


def _vector(svg: bytes) -> LogoSize:
    if len(svg) > vector.MOST_BYTES:
        raise LogoError("logo_too_large", bytes=len(svg))
    try:
        made = vector.drawing(svg)
    except vector.VectorError as fault:
        raise (LogoError("logo_svg_part", part=fault.part) if fault.part else LogoError("logo_not_png")) from fault
    return LogoSize(made.width, made.height)


def _pixels(png: bytes) -> LogoSize:
    if len(png) > MOST_BYTES:
        raise LogoError("logo_too_large", bytes=len(png))
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            with Image.open(BytesIO(png), formats=("PNG",)) as image:
                width, height = image.size
                if width * height > MOST_PIXELS:
                    raise LogoError("logo_too_large", width=width, height=height)
                image.load()
    except Image.DecompressionBombError:
        raise LogoError("logo_too_large") from None
    except (UnidentifiedImageError, OSError, SyntaxError) as error:
        raise LogoError("logo_not_png") from error
    return LogoSize(width, height)
