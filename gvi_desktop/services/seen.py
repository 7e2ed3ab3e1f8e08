"""What was looked at: opened records of the sensitive kinds and searches for people, each an entry of the journal."""

from __future__ import annotations

from gvi_desktop.domain.errors import NotFoundError
from gvi_desktop.domain.kinds import BY_KIND
from gvi_desktop.domain.person import Person
from gvi_desktop.services.unit import Unit

NOTED = frozenset({"person", "help", "phonecall", "incident", "focus"})
"""Kinds whose pages tell of somebody: to have opened one is an entry."""
FIND_PEOPLE = frozenset({"person_options", "protected_options", "subject_options"})
"""Names of the services that a form finds people by, letter for letter."""


def opened(unit: Unit, kind: str, record_id: str) -> None:
    """Note that the user has a record before them (security.md: reads are logged)."""
    if kind not in NOTED:
        raise NotFoundError("record_not_found", kind=kind)
    unit.note("open", unit.get(BY_KIND[kind], record_id))


def searched(unit: Unit, found: int) -> None:
    """Note that the user searched for people, and how many came up. What was searched for is never stored: it may be
    the name of somebody who is not in the vault at all."""
    unit.store.note("search", Person.kind, None, str(max(0, found)))
