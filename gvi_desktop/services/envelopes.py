"""The office's own envelope window, and the test page for windows: nobody stands on it, so nothing is noted."""

from __future__ import annotations

from pathlib import Path

from gvi_desktop.domain.errors import RefusedError
from gvi_desktop.domain.letter import Envelope
from gvi_desktop.domain.office import Office, own_window
from gvi_desktop.domain.user import Right
from gvi_desktop.domain.window import SIDES, Measures, problems
from gvi_desktop.letters import windows
from gvi_desktop.letters.pages import windowtest
from gvi_desktop.services.letters import write_file
from gvi_desktop.services.letters_window import window_of
from gvi_desktop.services.unit import Unit


def own(unit: Unit) -> Measures | None:
    """The window of the office's own envelopes, where it has given one."""
    return own_window(unit.office)


def keep(unit: Unit, measures: Measures) -> None:
    """Make it the office's own, for letters from now on. RefusedError for a window that no letter could use."""
    _check(measures)
    unit.title = "office.window"
    unit.change(Office, unit.office.id, **{f"window_{side}": round(getattr(measures, side)) for side in SIDES})


def test_page(unit: Unit, envelope: Envelope, measures: Measures | None = None, language: str = "") -> bytes:
    """The sheet as PDF; for measures of one's own those given, or else the office's. RefusedError for a window that no
    letter could use, VaultError("envelope_unset") where the office has given none."""
    unit.need(Right.PRINT)
    if envelope is Envelope.OWN and measures is not None:
        _check(measures)
        window = windows.own(measures)
    else:
        window = window_of(unit, envelope)
    return windowtest.draw(window, language or unit.office.language.value)


def save_test_page(
    unit: Unit, path: Path, envelope: Envelope, measures: Measures | None = None, language: str = ""
) -> None:
    """The sheet as a file, whole or not at all."""
    write_file(path, test_page(unit, envelope, measures, language))


def _check(measures: Measures) -> None:
    if found := problems(measures):
        raise RefusedError(found, kind="office")
