"""Pictures of the pages can be drawn from a vault."""

from pathlib import Path

import pytest
from kit.places import people_spec
from kit.vaults import PASSPHRASE, new_vault
from PySide6.QtGui import QImage

import ui.looks
import ui.places
from ui.kit import theme
from ui.kit.tokens import DARK, LIGHT


def test_every_place_is_drawn_in_every_look(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    new_vault(tmp_path / "a.gvi").close()
    for module in (ui.places, ui.looks):
        monkeypatch.setattr(module, "PLACES", (people_spec("people"), people_spec("others", frozenset())))
    drawn = ui.looks.pictures(tmp_path / "a.gvi", PASSPHRASE, tmp_path / "looks", "en")
    names = {file.stem for file in drawn}
    assert names == {f"{page}-{look}" for page in ("unlock", "people", "others") for look in ("light", "dark", "200")}
    corner = {
        look: QImage(str(tmp_path / "looks" / f"people-{look}.png")).pixelColor(2, 300).name()
        for look in ("light", "dark")
    }
    assert corner == {"light": LIGHT.window, "dark": DARK.window}
    app = theme.QApplication.instance()
    assert isinstance(app, theme.QApplication)
    theme.apply(app, "light")


def test_a_wrong_passphrase_draws_nothing_more(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    new_vault(tmp_path / "a.gvi").close()
    monkeypatch.setattr(ui.looks, "PATIENCE", 1.0)
    with pytest.raises(SystemExit):
        ui.looks.pictures(tmp_path / "a.gvi", "fel", tmp_path / "looks", "en")
