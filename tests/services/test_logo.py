"""The office's logo: PNG or SVG, and the old one stays where a new one is refused."""

from __future__ import annotations

from base64 import b64decode
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from kit.letterbox import two_called, with_office
from kit.vaults import new_vault
from PIL import Image

from gvi_desktop.domain.errors import VaultError
from gvi_desktop.services import letters, office
from gvi_desktop.services.workspace import Workspace
from gvi_desktop.wording import Words

SVG = b'<svg xmlns="http://www.w3.org/2000/svg" width="120" height="60"><rect width="120" height="60"/></svg>'


@pytest.fixture
def ws(tmp_path: Path) -> Iterator[Workspace]:
    opened = new_vault(tmp_path / "office.gvi")
    opened.write(with_office)
    yield opened
    opened.close()


def png() -> bytes:
    out = BytesIO()
    Image.new("RGB", (12, 6)).save(out, "PNG")
    return out.getvalue()


@pytest.mark.parametrize("picture", [SVG, png()], ids=["svg", "png"])
def test_a_logo_is_kept_whole_and_printed(ws: Workspace, picture: bytes) -> None:
    ws.write(two_called)
    ws.write(office.set_logo, picture)
    assert b64decode(ws.read(office.get).logo) == picture
    made = ws.write(letters.make, ws.read(letters.prepare, "notice", callin=1))
    assert made.pages >= 1
    ws.write(office.set_logo, None)
    assert ws.read(office.get).logo == ""


@pytest.mark.parametrize(
    ("picture", "code"),
    [
        (SVG.replace(b"<rect", b"<script/><rect"), "logo_svg_part"),
        (SVG.replace(b"</svg>", b""), "logo_not_png"),
        (SVG + b" " * 300_000, "logo_too_large"),
        (b"GIF89a", "logo_not_png"),
        (b"", "logo_not_png"),
        (b"\x89PNG" + b"x" * office.LOGO_MOST, "logo_too_large"),
    ],
)
def test_a_refused_logo_leaves_the_old_one(ws: Workspace, picture: bytes, code: str) -> None:
    ws.write(office.set_logo, SVG)
    with pytest.raises(VaultError, match=code) as caught:
        ws.write(office.set_logo, picture)
    assert b64decode(ws.read(office.get).logo) == SVG
    for language in ("sv", "en"):
        assert "{" not in Words(language).error(caught.value)
