"""Extensions of a person's retention clock: a new ground starts it anew, but never past the hard limit."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from gvi_desktop.domain.errors import Problem
from gvi_desktop.domain.record import Draft, Record, free_text, ref, short
from gvi_desktop.domain.rules import caps, gather, missing, not_future


@dataclass(frozen=True, kw_only=True)
class ExtensionDraft(Draft):
    """The new ground, the day it is from, and where it is said."""

    kind: ClassVar[str] = "extension"

    person: str | None = ref("person")
    on: date | None = None
    ground: str = short(personal=True)
    source: str = short(personal=True)
    note: str = free_text(500)


@dataclass(frozen=True, kw_only=True)
class Extension(ExtensionDraft, Record):
    """A stored extension."""


def problems(draft: ExtensionDraft, today: date) -> tuple[Problem, ...]:
    """Whose clock, from which day, on which ground and by which source."""
    lacking = missing(draft, "person", "on", "ground", "source")
    return gather(lacking, not_future(draft, today, "on"), caps(draft))
