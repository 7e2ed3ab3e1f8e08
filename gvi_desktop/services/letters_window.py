"""Where in the sheet an address stands: a window that comes with the program, or that of the office's own envelopes."""

from __future__ import annotations

from gvi_desktop.domain.errors import VaultError
from gvi_desktop.domain.letter import Envelope
from gvi_desktop.domain.office import own_window
from gvi_desktop.letters import windows
from gvi_desktop.letters.windows import Preset, Window
from gvi_desktop.services.unit import Unit

PRESETS = {Envelope.LEFT: Preset.left, Envelope.RIGHT: Preset.right}


def window_of(unit: Unit, envelope: Envelope) -> Window:
    """The window; VaultError("envelope_unset") for the office's own where it has given no measures."""
    if envelope in PRESETS:
        return windows.WINDOWS[PRESETS[envelope]]
    if (measures := own_window(unit.office)) is None:
        raise VaultError("envelope_unset")
    return windows.own(measures)
