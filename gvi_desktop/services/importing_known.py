"""What the vault already holds, so that the same workbook read twice adds nothing the second time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from sqlalchemy import select

from gvi_desktop.domain.callin import Callin
from gvi_desktop.domain.focus import Focus
from gvi_desktop.domain.guardian import Guardian
from gvi_desktop.domain.help import Help
from gvi_desktop.domain.incident import Incident
from gvi_desktop.domain.invitee import Invitee
from gvi_desktop.domain.measure import Measure
from gvi_desktop.domain.membership import Membership
from gvi_desktop.domain.notification import Notification
from gvi_desktop.domain.phonecall import Phonecall
from gvi_desktop.domain.record import Draft
from gvi_desktop.services.unit import Unit
from gvi_desktop.storage.rows.codec import codecs

MEMBERS = 500
KEYS: dict[Any, tuple[str, ...]] = {
    Notification: ("person", "on", "at", "outcome"),
    Help: ("person", "asked_on", "help_kind"),
    Membership: ("person", "group"),
    Invitee: ("callin", "person"),
    Guardian: ("person", "name"),
    Phonecall: ("on", "at", "caller", "need"),
    Focus: ("group", "start_on"),
    Incident: ("group", "on", "incident_type"),
    Measure: ("focus", "what"),
    Callin: ("number", "on"),
}
"""What makes two records the same entry. Nothing else is compared: a note corrected in the vault stays as it is."""
ONCE = (Membership, Invitee, Guardian, Focus, Incident, Measure, Callin)
"""Records of which a second one with the same key is never meant; two visits on one day may well be."""


class Known:
    """The entries of the vault by key. Of entries that may come twice, each stands for one row only."""

    def __init__(self, unit: Unit, people: Iterable[str]) -> None:
        self._unit = unit
        self._people = sorted(people)
        self._counts: dict[Any, Counter[tuple[Any, ...]]] = {}
        self._ids: dict[Any, dict[tuple[Any, ...], str]] = {}

    def take(self, record: Any, draft: Draft) -> str | None:
        """The id of the entry that is the same as the draft, or None."""
        self._load(record)
        key = self.key(record, draft)
        if not self._counts[record][key]:
            return None
        if record not in ONCE:
            self._counts[record][key] -= 1
        return self._ids[record][key]

    def keep(self, record: Any, draft: Draft, record_id: str) -> None:
        """Remember a new entry of a kind that comes once, for the rows that follow."""
        if record in ONCE:
            self._load(record)
            key = self.key(record, draft)
            self._counts[record][key] += 1
            self._ids[record][key] = record_id

    @staticmethod
    def key(record: Any, draft: Draft) -> tuple[Any, ...]:
        known = codecs(record)
        return tuple(known[name].encode(getattr(draft, name)) for name in KEYS[record])

    def _load(self, record: Any) -> None:
        if record in self._counts:
            return
        counts: Counter[tuple[Any, ...]] = Counter()
        ids: dict[tuple[Any, ...], str] = {}
        for row in self._rows(record):
            counts[tuple(row[1:])] += 1
            ids.setdefault(tuple(row[1:]), row[0])
        self._counts[record], self._ids[record] = counts, ids

    def _rows(self, record: Any) -> Iterator[Any]:
        c = self._unit.table(record).c
        query = select(c.id, *(c[name] for name in KEYS[record])).where(c.removed == 0)
        if "person" not in KEYS[record]:
            yield from self._unit.connection.execute(query)
            return
        for start in range(0, len(self._people), MEMBERS):
            yield from self._unit.connection.execute(query.where(c.person.in_(self._people[start : start + MEMBERS])))
