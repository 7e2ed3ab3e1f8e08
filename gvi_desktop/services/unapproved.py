"""Links to groups that nobody has approved yet: they wait here, and are not handed to another agency meanwhile."""

from __future__ import annotations

from collections.abc import Collection, Iterable

import orjson
from sqlalchemy import or_, select

from gvi_desktop.domain.membership import Membership
from gvi_desktop.domain.saves import Saves
from gvi_desktop.services.listing import among
from gvi_desktop.services.unit import Unit
from gvi_desktop.storage.rows import ledger
from gvi_desktop.storage.statements import plain_rows

BORN = {"approved_by", "made_at"}
"""Fields that one save has set of a link of which the approval was never touched since it was made."""


def never_approved(unit: Unit, few: Iterable[Saves] | None = None) -> frozenset[str]:
    """Ids of the links of the vault (or of those among a `few` records) that no second user has ever approved. One that
    was, and was corrected since, is not among them: who has it must learn that its approval is gone."""
    m, h = unit.table(Membership), ledger.history.c
    links: Collection[str] | None = None if few is None else [one.id for one in few if one.kind == Membership.kind]
    if links is not None and not links:
        return frozenset()
    query = (
        select(m.c.id, h.meta)
        .join(ledger.history, h.id == m.c.id)
        .where(or_(m.c.approved_by.is_(None), m.c.approved_by == ""), h.meta.is_not(None))
    )
    if links is not None:
        query = query.where(among(m.c.id, links))
    rows = plain_rows(unit.connection, query)
    return frozenset(one for one, meta in rows if any(BORN.issubset(group[4]) for group in orjson.loads(meta)["g"]))
