"""Legal grounds for disclosures: editable, dated data (a lawyer keeps the list right, not the program)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from gvi_desktop.domain.errors import Problem
from gvi_desktop.domain.record import Draft, Record, free_text, short
from gvi_desktop.domain.rules import caps, gather, in_order, missing

OWN_AGENCY = "own-agency"


@dataclass(frozen=True, kw_only=True)
class GroundDraft(Draft):
    """A ground: short code, what it says, its source, from and to which day it holds."""

    kind: ClassVar[str] = "ground"
    synced: ClassVar[bool] = False

    code: str = short(40)
    title: str = short()
    text: str = free_text()
    source: str = short()
    valid_from: date | None = None
    valid_to: date | None = None


@dataclass(frozen=True, kw_only=True)
class Ground(GroundDraft, Record):
    """A stored ground."""

    def valid(self, day: date) -> bool:
        """Whether the ground holds on that day."""
        return (self.valid_from is None or self.valid_from <= day) and (self.valid_to is None or day <= self.valid_to)


def problems(draft: GroundDraft) -> tuple[Problem, ...]:
    """Code and title."""
    return gather(missing(draft, "code", "title"), in_order(draft, "valid_from", "valid_to"), caps(draft))
