"""What beside the records may still tell of people who are erased: forms kept at a lock, notes on the monthly sample,
lines in quarantine. It goes with them, whoever erased them."""

from __future__ import annotations

import json
import re
from collections.abc import Collection
from typing import Any

from sqlalchemy import delete, select, update

from gvi_desktop.domain.record import draft_fields
from gvi_desktop.services import unreadtexts
from gvi_desktop.services.unit import Unit
from gvi_desktop.storage.rows import ledger


def telling(record: Any) -> set[str]:
    """What shows that a text is about this record: its id, and each line in it that names or locates somebody."""
    found = {record.id, getattr(record, "code_name", "")}
    for one in draft_fields(type(record)):
        if one.metadata.get("personal") and not one.metadata.get("note"):
            value = getattr(record, one.name)
            found.update(value if isinstance(value, tuple) else (value,) if isinstance(value, str) else ())
    return {one.strip() for one in found if len(one.strip()) > 1}


def tells(text: str, lines: Collection[str], *, quoted: bool = False) -> bool:
    """Whether a text has one of these in it as whole words; `quoted` = it is JSON."""
    words = {json.dumps(one, ensure_ascii=False)[1:-1] if quoted else one for one in lines}
    sought = "|".join(re.escape(one) for one in sorted(words))
    return bool(words) and re.search(rf"(?<!\w)(?:{sought})(?!\w)", text, re.IGNORECASE) is not None


def forget(unit: Unit, lines: Collection[str], people: Collection[str]) -> None:
    """Take away whatever has one of these lines in it, or is theirs."""
    _drafts(unit, lines)
    _sample_notes(unit, lines)
    unreadtexts.forget_lines(unit, lambda text: tells(text, lines, quoted=True), people)


def _drafts(unit: Unit, lines: Collection[str]) -> None:
    """Forms kept at a lock may still hold what somebody typed about these people."""
    d = ledger.draft
    for user, place, text in unit.connection.execute(select(d.c.user, d.c.place, d.c["values"])).all():
        if tells(text, lines, quoted=True):
            unit.connection.execute(delete(d).where(d.c.user == user, d.c.place == place))


def _sample_notes(unit: Unit, lines: Collection[str]) -> None:
    s = ledger.sample
    for seq, note in unit.connection.execute(select(s.c.seq, s.c.note).where(s.c.note != "")).all():
        if tells(note, lines):
            unit.connection.execute(update(s).where(s.c.seq == seq).values(note=""))
