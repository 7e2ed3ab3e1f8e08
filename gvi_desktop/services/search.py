"""Search across people, groups, call-ins, notifications and scripts: by the beginnings of words, and by sound."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from gvi_desktop.domain.guardian import Guardian
from gvi_desktop.domain.kinds import BY_KIND
from gvi_desktop.domain.person import Person, Protection
from gvi_desktop.domain.phonecall import Phonecall
from gvi_desktop.services.sounding import sounds
from gvi_desktop.services.unit import Unit
from gvi_desktop.storage import search as index
from gvi_desktop.storage.statements import rows_with

TITLES = ("title", "name", "number")
HIDDEN: dict[type[Any], str] = {Person: "code_name", Guardian: "relation", Phonecall: "on"}
"""Those who are never called by their names (a call not by the caller's number), and what they are called by."""
MEMBERS = 500
PLACES = ("person", "group", "callin", "round", "script", "agency", "letter", "task")


@dataclass(frozen=True)
class Hit:
    """Something found: what it is, what to show (code names for people), and whether it only sounds like the query."""

    kind: str
    id: str
    title: str
    note: str
    by_sound: bool


def find(unit: Unit, query: str, kinds: Sequence[str] = PLACES, limit: int = 8) -> list[Hit]:
    """Up to `limit` hits of each kind, word matches before sound matches."""
    if not query.strip():
        return []
    kinds = [kind for kind in kinds if unit.sees(BY_KIND[kind])]
    found = index.find(unit.connection, query, sounds(query), kinds, limit)
    hits: dict[str, Hit] = {}
    for kind in kinds:
        records = unit.by_ids(BY_KIND[kind], [record for k, record, _ in found if k == kind])
        for k, record_id, by_sound in found:
            if k == kind and record_id in records:
                title, note = shown(records[record_id])
                hits[record_id] = Hit(kind, record_id, title, note, by_sound)
    return list(hits.values())


def shown(record: object) -> tuple[str, str]:
    """What a record is called in lists and pickers, and a note beside it; people only by code name."""
    if isinstance(record, Person):
        # Names are found but not shown: code names on screen by default, a protected person never otherwise.
        return record.code_name, "" if record.protection is Protection.NONE else record.protection.value
    if isinstance(record, Guardian):
        # Who reads the history of somebody with protected identity would find them by the family's name.
        return record.relation, ""
    if isinstance(record, Phonecall):
        return str(record.on or ""), ""  # never the caller's number
    for name in TITLES:
        value = getattr(record, name, None)
        if value not in (None, ""):
            note = next((str(v) for f in ("on", "area", "due_on") if (v := getattr(record, f, None))), "")
            return str(value), note
    return getattr(record, "id", ""), ""


def titles_of(unit: Unit, record: type[Any], ids: Sequence[str]) -> dict[str, str]:
    """What records of a kind (removed ones too) are called, by id: as `shown`, without making each of them whole."""
    if not unit.sees(record):
        return {}
    table, hidden = unit.table(record), HIDDEN.get(record)
    found: dict[str, str] = {}
    names = tuple(one for one in ((hidden,) if hidden else TITLES) if one in table.c)
    for start in range(0, len(ids), MEMBERS):
        rows = rows_with(unit.connection, table, ("id", *names), "id", ids[start : start + MEMBERS])
        found |= {
            row[0]: next((str(one) for one in row[1:] if one not in (None, "")), "" if hidden else row[0])
            for row in rows
        }
    return found
