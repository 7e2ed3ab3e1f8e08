"""What every record has in common, and how its fields are declared once for tables, forms and bundles."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any, ClassVar
from uuid import uuid4


class Compartment(StrEnum):
    """The three rooms that data is kept apart in; a colleague's clearance is a set of them."""

    CORE = "core"
    ENFORCEMENT = "enforcement"
    HELP = "help"


class Certainty(StrEnum):
    """How sure somebody is that something belongs to a group."""

    CONFIRMED = "confirmed"
    LIKELY = "likely"
    UNKNOWN = "unknown"


class NoteMark(StrEnum):
    """What a piece of free text is: seen or documented, somebody's judgement, or told by others."""

    FACT = "fact"
    ASSESSMENT = "assessment"
    HEARSAY = "hearsay"


def new_id() -> str:
    """A random 128-bit record id, minted offline."""
    return uuid4().hex


SHORT = 200
NOTE = 2000


def short(cap: int = SHORT, *, personal: bool = False) -> Any:
    """A line of text of at most `cap` characters; `personal` = it may name or locate somebody."""
    return field(default="", metadata={"cap": cap, "personal": personal})


def free_text(cap: int = NOTE, *, mark: str = "") -> Any:
    """Free text: capped, and always treated as personal. `mark` names the field that says whether it is fact,
    assessment or hearsay; a note about a person has one, the reason of a decision does not."""
    return field(default="", metadata={"cap": cap, "personal": True, "note": True, "mark": mark})


def ref(kind: str) -> Any:
    """The id of a record of `kind`, or None."""
    return field(default=None, metadata={"ref": kind})


def refs(kind: str) -> Any:
    """Ids of records of `kind`; two offices may add and remove members without a conflict."""
    return field(default=frozenset(), metadata={"ref": kind})


def personal() -> Any:
    """A value of its own type that says something about a person (birth date, number)."""
    return field(default=None, metadata={"personal": True})


def personal_list() -> Any:
    """Several lines that say something about a person (phone numbers, addresses of accounts)."""
    return field(default=(), metadata={"personal": True})


@dataclass(frozen=True, kw_only=True)
class Draft:
    """The fields a user fills in; each has an empty default, and the concept's `problems()` says what is missing."""

    kind: ClassVar[str]
    compartment_of_kind: ClassVar[Compartment] = Compartment.CORE
    synced: ClassVar[bool] = True

    imported: bool = False
    """Came from a workbook under the rules of history: shown as *imported, to review* until somebody has looked."""


@dataclass(frozen=True, kw_only=True)
class Record:
    """A stored record: who made it and when (aware UTC), and its compartment."""

    id: str
    made_by: str
    made_at: datetime
    compartment: Compartment


COMMON = ("id", "made_by", "made_at", "compartment")


def draft_fields(kind: type[Draft]) -> tuple[dataclasses.Field[Any], ...]:
    """The declared fields of a draft or record class without the common ones."""
    return tuple(f for f in dataclasses.fields(kind) if f.name not in COMMON)


def marks(kind: type[Draft]) -> dict[str, str]:
    """The notes of a concept that carry a mark, each with the name of the field that holds it."""
    return {f.name: str(f.metadata["mark"]) for f in draft_fields(kind) if f.metadata.get("mark")}


def too_long(draft: Draft) -> list[tuple[str, int]]:
    """Text fields longer than their cap, as (field, cap)."""
    found = []
    for declared in draft_fields(type(draft)):
        cap = declared.metadata.get("cap")
        value = getattr(draft, declared.name)
        if cap and isinstance(value, str) and len(value) > cap:
            found.append((declared.name, int(cap)))
    return found
