"""What new letters come to before they are made, and making those that were seen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from gvi_desktop.domain.disclosure import DisclosureWay
from gvi_desktop.domain.errors import RefusedError
from gvi_desktop.services import letters
from gvi_desktop.services.letters import Made, Prepared

RELOADS = frozenset(
    {"person", "guardian", "invitee", "callin", "round", "office", "notification", "script", "agency", "letter"}
)
"""Kinds of records whose change may change the letters, or their numbers."""


@dataclass(frozen=True)
class Look:
    """An order worked out, and the pages of the letters that nothing stops."""

    prepared: Prepared
    made: Made | None


def look(unit: Any, wish: dict[str, Any]) -> Look:
    """Off the window's thread; records nothing. The pages have the numbers they get if nobody prints in between."""
    prepared = letters.prepare(unit, **wish)
    try:
        return Look(prepared, letters.make(unit, prepared, True, True, DisclosureWay.PRINT))
    except RefusedError:
        return Look(prepared, None)


def enter(unit: Any, prepared: Prepared, seen: bytes) -> Made:
    """The letters entered in the register as printed: those that were seen, else none."""
    return letters.make(unit, prepared, way=DisclosureWay.PRINT, seen=seen)
