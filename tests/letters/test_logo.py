"""Logos are judged by their header."""

from __future__ import annotations

import struct
import zlib
from io import BytesIO

import pytest
from PIL import Image

from gvi_desktop.letters.logo import MOST_BYTES, LogoError, checked


def png(width, height, mode="RGB"):
    out = BytesIO()
    Image.new(mode, (width, height)).save(out, "PNG")
    return out.getvalue()


def claiming(width, height):
    """A small PNG whose header claims a huge picture."""
    data = b"IHDR" + struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    header = struct.pack(">I", 13) + data + struct.pack(">I", zlib.crc32(data))
    return b"\x89PNG\r\n\x1a\n" + header + png(1, 1)[33:]


def test_a_modest_png_is_accepted_with_its_size():
    size = checked(png(430, 470, "RGBA"))
    assert (size.width, size.height) == (430, 470)


@pytest.mark.parametrize(("width", "height"), [(12_000, 9_000), (2_001, 2_000), (60_000, 60_000)])
def test_a_picture_that_would_unfold_is_refused_before_it_does(width, height):
    with pytest.raises(LogoError) as caught:
        checked(claiming(width, height))
    assert caught.value.code == "logo_too_large"


def test_the_size_is_told_where_the_header_gives_it():
    with pytest.raises(LogoError) as caught:
        checked(claiming(12_000, 9_000))
    assert caught.value.data == {"width": 12_000, "height": 9_000}


def test_a_file_of_many_megabytes_is_not_even_opened():
    with pytest.raises(LogoError) as caught:
        checked(b"x" * (MOST_BYTES + 1))
    assert caught.value.code == "logo_too_large"


@pytest.mark.parametrize("data", [b"", b"GIF89a", b"<svg/>", png(3, 3)[:40], claiming(5, 5)[:60]])
def test_anything_else_than_a_whole_png_is_refused(data):
    with pytest.raises(LogoError) as caught:
        checked(data)
    assert caught.value.code == "logo_not_png"
