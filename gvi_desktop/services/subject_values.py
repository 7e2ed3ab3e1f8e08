"""What a record says in words to the person it is about: labels, values, names of linked records, others masked."""

from __future__ import annotations

import dataclasses
from datetime import date, datetime, time
from enum import Enum
from typing import Any

from gvi_desktop.domain.ground import Ground
from gvi_desktop.domain.guardian import Guardian
from gvi_desktop.domain.kinds import BY_KIND
from gvi_desktop.domain.person import Person
from gvi_desktop.domain.record import COMMON, draft_fields
from gvi_desktop.domain.task import Task
from gvi_desktop.services.masking import Mask
from gvi_desktop.services.search import shown
from gvi_desktop.services.unit import Unit
from gvi_desktop.storage.rows.codec import codecs
from gvi_desktop.wording import Words

STAFF = frozenset({
    "officer_behind", "taken_by", "cleared_by", "minor_proposed_by", "minor_approved_by", "proposed_by", "approved_by",
    "decided_by", "responsible", "by_hand_with", "owner", "supervision_officer",
})  # fmt: skip
"""Names of those who work with it: not the subject's data."""
MACHINERY = frozenset({"sha256", "template_version", "cleared_stops", "corrects", "logged_at", "removed"})
OTHERS = frozenset({"people", "targets", "subject_kind"})


class Values:
    """Turns values into words for one reader; holds the names of others, so let go of it when done."""

    def __init__(self, unit: Unit, words: Words, subject: Person) -> None:
        self._unit = unit
        self.words = words
        self._mask = words.text("extract", "somebody")
        self._masked = Mask(unit, subject, self._mask)

    def text(self, value: Any, *, note: bool = False) -> str:
        """A value in words; texts without other people (`note` = running text, where strangers may be named)."""
        if isinstance(value, Enum):
            return self.words.value(value)
        if isinstance(value, bool):
            return self.words.text("extract", "yes" if value else "no")
        if isinstance(value, datetime):
            return self._unit.local(value).strftime("%Y-%m-%d %H:%M")
        if isinstance(value, date):
            return value.isoformat()
        if isinstance(value, time):
            return f"{value:%H:%M}"
        if isinstance(value, tuple | frozenset):
            return ", ".join(filter(None, (self.text(one) for one in value)))
        if dataclasses.is_dataclass(value):
            named = [f.name for f in dataclasses.fields(value) if f.name not in ("name", "by")]
            parts = (self.text(getattr(value, name), note=name == "text") for name in named)
            return " ".join(filter(None, parts))
        return self._masked(str(value), note=note)

    def linked(self, kind: str, record_id: str) -> str:
        """What a linked record is called; another person only by code name."""
        found = self._unit.by_ids(BY_KIND[kind], [record_id]).get(record_id)
        return "" if found is None else (self._mask if isinstance(found, Guardian) else shown(found)[0])

    def ground(self, code: str) -> str:
        """What a ground for a disclosure is called."""
        found = self._unit.find(Ground, self._unit.table(Ground).c.code == code, limit=1)
        return found[0].title if found else code


def shown_fields(values: Values, record: Any) -> list[tuple[str, str]]:
    """Label and value of every field that says something."""
    known = codecs(type(record))
    rows = []
    for declared in draft_fields(type(record)):
        name = declared.name
        value = getattr(record, name)
        if name in STAFF | MACHINERY | OTHERS or name in COMMON or value in (None, "", (), frozenset(), False):
            continue
        kind = known[name].ref
        if kind == "person" or (isinstance(record, Guardian) and name in ("phone", "address")):
            continue
        if isinstance(record, Task) and name == "subject":
            continue
        if kind:
            ids = value if isinstance(value, frozenset) else (value,)
            text = ", ".join(filter(None, (values.linked(kind, one) for one in sorted(ids))))
        elif name == "ground":
            text = values.ground(str(value))
        elif isinstance(record, Person) and name in ("given_name", "family_name", "address", "code_name"):
            text = str(value)
        else:
            text = values.text(value, note=bool(declared.metadata.get("note")))
        if text:
            rows.append((values.words.label(record.kind, name), text))
    return rows
