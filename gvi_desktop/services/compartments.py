"""Which compartments a user of this vault reads: services of help and of enforcement ask before they answer. Whoever
forgets to ask gets nothing all the same: a unit finds only what its user reads."""

from __future__ import annotations

from gvi_desktop.domain.errors import RefusedError
from gvi_desktop.domain.record import Compartment
from gvi_desktop.domain.user import Right
from gvi_desktop.services.unit import Unit


def may_read(unit: Unit, compartment: Compartment) -> bool:
    """Whether the user reads that compartment."""
    return compartment in unit.user.reads


def need(unit: Unit, compartment: Compartment) -> None:
    """Refuse a record of a compartment that the user does not read."""
    if not may_read(unit, compartment):
        raise RefusedError("not_allowed", right=Right.READ.value)


def need_all(unit: Unit) -> None:
    """Refuse what must be whole or not be at all to a user from whom something is withheld."""
    for one in Compartment:
        need(unit, one)
