"""Guardians of a minor."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from gvi_desktop.domain.errors import Problem
from gvi_desktop.domain.record import Draft, Record, ref, short
from gvi_desktop.domain.rules import caps, gather, missing


@dataclass(frozen=True, kw_only=True)
class GuardianDraft(Draft):
    """Somebody with custody of a person in the vault."""

    kind: ClassVar[str] = "guardian"

    person: str | None = ref("person")
    name: str = short(120, personal=True)
    relation: str = short(80)
    phone: str = short(40, personal=True)
    address: str = short(300, personal=True)
    language: str = short(40)


@dataclass(frozen=True, kw_only=True)
class Guardian(GuardianDraft, Record):
    """A stored guardian."""


def problems(draft: GuardianDraft) -> tuple[Problem, ...]:
    """A guardian has a name and belongs to a person."""
    return gather(missing(draft, "person", "name"), caps(draft))
