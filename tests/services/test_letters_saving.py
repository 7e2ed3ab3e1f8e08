"""Letters as files: in which window the address stands, and behind which password."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest
from kit.letterbox import register, two_called, with_office
from kit.letters import place
from kit.vaults import new_vault

from gvi_desktop.domain.errors import RefusedError, VaultError
from gvi_desktop.domain.window import Measures
from gvi_desktop.services import envelopes, letters, office, undo
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


def test_the_offices_own_window_is_kept_in_the_vault_and_used_in_letters(ws: Workspace) -> None:
    ws.write(two_called)
    with pytest.raises(VaultError, match="envelope_unset"):
        ws.read(letters.prepare, "invitation", callin=1, envelope="own")
    ws.write(envelopes.keep, Measures(105, 50, 90, 30))
    assert ws.read(envelopes.own) == Measures(105, 50, 90, 30)
    made = ws.read(letters.make, ws.read(letters.prepare, "invitation", callin=1, envelope="own"), False, True)
    assert round(place(made.pdf, "Samir Åkesson")) == 110
    ws.write(undo.undo)
    assert ws.read(envelopes.own) is None


@pytest.mark.parametrize(
    ("measures", "code", "field"),
    [
        ((105, 60, 90, 30), "window_over_parts", "window_top"),
        ((105, 20, 90, 30), "window_over_parts", "window_top"),
        ((130, 45, 90, 30), "window_off_sheet", "window_left"),
        ((60, 45, 90, 30), "window_across", "window_left"),
        ((20, 45, 30, 30), "window_too_small", "window_width"),
        ((20, 45, 90, 10), "window_too_small", "window_height"),
    ],
)
def test_a_window_that_no_letter_could_use_is_not_kept(
    ws: Workspace, measures: tuple[int, int, int, int], code: str, field: str
) -> None:
    with pytest.raises(RefusedError) as refused:
        ws.write(envelopes.keep, Measures(*measures))
    assert [(one.code, one.field) for one in refused.value.problems] == [(code, field)]
    assert ws.read(envelopes.own) is None


def test_an_office_gives_all_four_measures_or_none(ws: Workspace) -> None:
    with pytest.raises(RefusedError, match="window_half_given"):
        ws.write(office.change, replace(ws.read(office.get), window_left=20))
    whole = {"window_left": 20, "window_top": 45, "window_width": 85, "window_height": 30}
    ws.write(office.change, replace(ws.read(office.get), **whole))
    assert ws.read(envelopes.own) == Measures(20, 45, 85, 30)


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
