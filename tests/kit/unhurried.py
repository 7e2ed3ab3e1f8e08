"""Drawing without haste: what a test looks at is there at once, however busy the machine is."""

import pytest


@pytest.fixture(autouse=True)
def unhurried(monkeypatch: pytest.MonkeyPatch) -> None:
    """A turn of the event loop may draw for as long as it takes; tests of the turns themselves set a short one."""
    monkeypatch.setattr("ui.kit.slices.A_TURN", 60_000)
