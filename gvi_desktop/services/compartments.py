"""Which compartments a user of this vault reads: services of help and of enforcement ask before they answer."""

from __future__ import annotations

from gvi_desktop.domain.errors import RefusedError
from gvi_desktop.domain.record import Compartment
from gvi_desktop.domain.user import Right
from gvi_desktop.services.timeline import visible
from gvi_desktop.services.unit import Unit


def may_read(unit: Unit, compartment: Compartment) -> bool:
    """Whether the user reads that compartment (an administrator, who looks after keys and users, only the core)."""
    return compartment in visible(unit.user)


def need(unit: Unit, compartment: Compartment) -> None:
    """Refuse a record of a compartment that the user does not read."""
    if not may_read(unit, compartment):
        raise RefusedError("not_allowed", right=Right.READ.value)
