"""The rehearsal of a call-in: the points to go through and what is to be corrected before the meeting."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Check:
    """One point of the rehearsal's list."""

    text: str
    done: bool = False


@dataclass(frozen=True)
class Correction:
    """Something the rehearsal showed: what, who sees to it, by when, and since when it is done."""

    text: str
    who: str = ""
    due_on: date | None = None
    done_on: date | None = None
