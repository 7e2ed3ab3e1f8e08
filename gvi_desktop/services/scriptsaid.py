"""What was said with a script: the call-ins and talks it is pinned to, and whether its text is still the one said."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select

from gvi_desktop.domain.callin import Callin
from gvi_desktop.domain.notification import Notification
from gvi_desktop.domain.script import Script, fingerprint
from gvi_desktop.domain.speaker import Speaker
from gvi_desktop.services.unit import Unit

PINNED = 12
"""Characters of the checksum that a talk keeps."""


@dataclass(frozen=True)
class SaidAt:
    """A call-in at which a script was said, and whether the text is still the same."""

    callin: str
    number: int | None
    on: date | None
    same: bool


@dataclass(frozen=True)
class Said:
    """Where a script was said: call-ins, newest first, and talks; `other` are talks whose text is another now."""

    callins: tuple[SaidAt, ...] = ()
    talks: int = 0
    other: int = 0


def same(script: Script, pinned: str) -> bool:
    """Whether what was pinned (a whole checksum, or a version and its beginning) is the text that is stored."""
    given = pinned.split()[-1] if pinned.split() else ""
    return len(given) >= PINNED and script.sha256.startswith(given) and fingerprint(script.passages) == script.sha256


def where(unit: Unit, script: Script) -> Said:
    """The call-ins and talks of a script."""
    s = unit.table(Speaker)
    spoken = unit.find(Speaker, s.c.script == script.id, s.c.said_sha256 != "")
    callins = unit.by_ids(Callin, {one.callin for one in spoken})
    held = {one.callin: same(script, one.said_sha256) for one in spoken if one.callin in callins}
    found = [SaidAt(one.id, one.number, one.on, held[one.id]) for one in callins.values()]
    found.sort(key=lambda one: one.on or date.min, reverse=True)
    n = unit.table(Notification).c
    query = (
        select(n.script_version, func.count())
        .where(n.script == script.id, n.removed == 0, n.outcome.is_not(None), n.corrected == 0)
        .group_by(n.script_version)
    )
    counted = [(same(script, pinned or ""), int(number)) for pinned, number in unit.connection.execute(query)]
    return Said(tuple(found), sum(n for _, n in counted), sum(n for equal, n in counted if not equal))
