"""Notes with words that a note is better without: every note is read, each word is judged once."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

from sqlalchemy import or_, select

from gvi_desktop.domain.kinds import RECORDS
from gvi_desktop.domain.record import draft_fields
from gvi_desktop.services import notewords
from gvi_desktop.services.moment import visible
from gvi_desktop.services.unit import Unit
from gvi_desktop.storage.statements import plain_rows

ABOUT_OFFICE = frozenset({"agency", "office", "contact", "ground", "regime", "script", "disclosure"})
"""Kinds whose free text is about laws, texts and offices."""
_WORD = re.compile(r"\w+")


def find(unit: Unit, limit: int) -> list[tuple[Any, str]]:
    """(record class, id) of at most `limit` records of the rooms the user reads whose notes hold such words."""
    readable, found = visible(unit.user), []
    for record in RECORDS:
        noted = [f.name for f in draft_fields(record) if f.metadata.get("note")]
        if not noted or record.kind in ABOUT_OFFICE or record.compartment_of_kind not in readable:
            continue
        table = unit.table(record)
        filled = or_(*(table.c[name] != "" for name in noted))
        query = select(table.c.id, *(table.c[name] for name in noted)).where(table.c.removed == 0, filled)
        unit.store.flush()
        for record_id, *texts in plain_rows(unit.connection, query):
            if any(text and suspect(text) for text in texts):
                found.append((record, record_id))
                if len(found) >= limit:
                    return found
    return found


def suspect(text: str) -> bool:
    """Whether `notewords.find` finds anything: only a text with the beginning of such a word is asked in earnest."""
    return any(_begins(word) for word in _WORD.findall(text)) and bool(notewords.find(text))


@lru_cache(maxsize=200_000)
def _begins(word: str) -> bool:
    return notewords.begins(word)
