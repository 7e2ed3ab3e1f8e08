"""Letters in the register: what was printed, for whom, in which version, and how it was served."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import ClassVar

from gvi_desktop.domain.errors import Problem
from gvi_desktop.domain.record import Draft, Record, free_text, ref, short
from gvi_desktop.domain.rules import caps, gather, missing


class LetterWay(StrEnum):
    """How it is to reach the person."""

    BY_HAND = "by_hand"
    POST = "post"
    PROBATION_OFFICER = "probation_officer"


class LetterResult(StrEnum):
    """What became of it."""

    SERVED = "served"
    REFUSED = "refused"
    RETURNED = "returned"
    DESTROYED = "destroyed"


class LetterProblem(StrEnum):
    """What the rules may object to in an entry of the register."""

    RESULT_WITHOUT_DATE = "letter_result_without_date"


@dataclass(frozen=True, kw_only=True)
class LetterDraft(Draft):
    """One printed letter."""

    kind: ClassVar[str] = "letter"

    number: str = short(40)
    letter_kind: str = short(20)
    template_version: str = short(80)
    language: str = short(8)
    person: str | None = ref("person")
    callin: str | None = ref("callin")
    round: str | None = ref("round")
    subject: str = short()
    printed_on: date | None = None
    copies: int = 1
    sha256: str = short(64)
    way: LetterWay | None = None
    by_hand_with: str = short(80)
    result: LetterResult | None = None
    result_on: date | None = None
    note: str = free_text(500)


@dataclass(frozen=True, kw_only=True)
class Letter(LetterDraft, Record):
    """A stored register entry."""


def problems(draft: LetterDraft) -> tuple[Problem, ...]:
    """A result has its date."""
    found = [Problem(LetterProblem.RESULT_WITHOUT_DATE, "result_on")] if draft.result and not draft.result_on else []
    return gather(missing(draft, "number", "letter_kind"), found, caps(draft))
