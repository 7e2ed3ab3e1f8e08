"""Letters as files: in which window the address stands, and behind which password."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pikepdf
import pytest
from kit.letterbox import register, two_called, with_office
from kit.letters import place
from kit.vaults import new_vault

from gvi_desktop.domain.errors import VaultError
from gvi_desktop.services import letters
from gvi_desktop.services.workspace import Workspace


@pytest.fixture
def ws(tmp_path: Path) -> Iterator[Workspace]:
    opened = new_vault(tmp_path / "office.gvi")
    opened.write(with_office)
    yield opened
    opened.close()


def test_the_address_stands_in_the_window_that_was_asked_for(ws: Workspace) -> None:
    ws.write(two_called)
    left, right = (
        ws.write(letters.make, ws.read(letters.prepare, "invitation", callin=1, envelope=side), False, True)
        for side in ("left", "right")
    )
    at = [place(made.pdf, "Samir Åkesson") for made in (left, right)]
    assert 20 <= at[0] <= 105 <= at[1] <= 190
    with pytest.raises(ValueError, match="windows that come with"):
        ws.read(letters.prepare, "notice", callin=1, envelope="own")


def test_a_file_saved_with_a_password_opens_with_it_only(ws: Workspace, tmp_path: Path) -> None:
    ws.write(two_called)
    made = ws.write(letters.save, ws.read(letters.prepare, "notice", callin=1), tmp_path / "a.pdf", False, "gul stol 7")
    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(tmp_path / "a.pdf")
    with pikepdf.open(tmp_path / "a.pdf", password="gul stol 7") as document:
        assert len(document.pages) == made.pages
    locked = (tmp_path / "a.pdf").read_bytes()
    assert ws.read(letters.holds, made.ids[0], locked, "gul stol 7")


def test_a_password_that_is_too_short_saves_and_enters_nothing(ws: Workspace, tmp_path: Path) -> None:
    ws.write(two_called)
    with pytest.raises(VaultError, match="pdf_password"):
        ws.write(letters.save, ws.read(letters.prepare, "notice", callin=1), tmp_path / "a.pdf", False, "kort")
    assert not register(ws)
    assert not (tmp_path / "a.pdf").exists()
