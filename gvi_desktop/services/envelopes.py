"""The test page for window envelopes: nobody stands on it, so nothing is noted."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from gvi_desktop.domain.errors import VaultError
from gvi_desktop.domain.letter import Envelope
from gvi_desktop.domain.user import Right
from gvi_desktop.letters import windows
from gvi_desktop.letters.pages import windowtest
from gvi_desktop.services.letters import write_file
from gvi_desktop.services.letters_plan import PRESETS
from gvi_desktop.services.unit import Unit


@dataclass(frozen=True)
class Measures:
    """A window in millimetres from the sheet's left and upper edge."""

    left: float
    top: float
    width: float
    height: float


def test_page(unit: Unit, envelope: Envelope, measures: Measures | None = None, language: str = "") -> bytes:
    """The sheet as PDF. VaultError("envelope_measures") for a window that no letter of ours could use."""
    unit.need(Right.PRINT)
    if envelope is not Envelope.OWN:
        window = windows.WINDOWS[PRESETS[envelope]]
    elif measures is None:
        raise VaultError("envelope_measures")
    else:
        try:
            window = windows.own(measures.left, measures.top, measures.width, measures.height)
        except windows.MeasuresError as fault:
            raise VaultError("envelope_measures") from fault
    return windowtest.draw(window, language or unit.office.language.value)


def save_test_page(
    unit: Unit, path: Path, envelope: Envelope, measures: Measures | None = None, language: str = ""
) -> None:
    """The sheet as a file, whole or not at all."""
    write_file(path, test_page(unit, envelope, measures, language))
