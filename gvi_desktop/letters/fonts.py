"""The bundled faces: reading them once, measuring text, and knowing which characters they hold."""

from __future__ import annotations

from functools import cache
from io import BytesIO
from threading import Lock

from reportlab.pdfbase import pdfmetrics, ttfonts  # type: ignore[import-untyped,unused-ignore]

from gvi_desktop.letters.style import Face
from gvi_desktop.paths import resource

_lock = Lock()


@cache
def data(face: Face) -> bytes:
    """The font file."""
    return resource("fonts", f"{face.value}.ttf").read_bytes()


@cache
def loaded(face: Face) -> ttfonts.TTFont:
    """The face as the engine knows it."""
    with _lock:
        font = ttfonts.TTFont(face.value, BytesIO(data(face)))
        pdfmetrics.registerFont(font)
        return font


@cache
def ready(family: str = Face.regular.family) -> None:
    """Make a family's faces known to the canvas; reading a face takes some milliseconds, once a process."""
    for face in _faces(family):
        loaded(face)


def width(text: str, face: Face, size: float) -> float:
    """Advance width in points."""
    return float(loaded(face).stringWidth(text, size))


@cache
def covered(family: str = Face.regular.family) -> frozenset[str]:
    """Characters that every face of the family can draw, and the line break."""
    held = (frozenset(map(chr, loaded(face).face.charToGlyph)) for face in _faces(family))
    return frozenset.intersection(*held) | {"\n"}


@cache
def _faces(family: str) -> tuple[Face, ...]:
    return tuple(face for face in Face if face.family == family)
