"""Checking an office's logo before it is decoded: a small file can unfold to a gigabyte."""

from __future__ import annotations

import warnings
from dataclasses import dataclass
from io import BytesIO

from PIL import Image, UnidentifiedImageError

MOST_BYTES = 2 * 1024 * 1024
MOST_PIXELS = 4_000_000


@dataclass(frozen=True, slots=True)
class LogoSize:
    """Measures of an accepted logo, in pixels."""

    width: int
    height: int


class LogoError(ValueError):
    """A logo that is refused: `code` is "logo_too_large" or "logo_not_png"; `data` holds its measures where known."""

    def __init__(self, code: str, **data: int) -> None:
        super().__init__(code)
        self.code = code
        self.data = data


def checked(png: bytes) -> LogoSize:
    """The size of a usable logo, read from its header; raises LogoError for anything else than a PNG of modest size."""
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
