"""Letters: the kinds there are, and the register of what was printed, for whom, in which version, and how served."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import ClassVar

from gvi_desktop.domain.errors import Problem
from gvi_desktop.domain.record import Draft, NoteMark, Record, free_text, ref, short
from gvi_desktop.domain.rules import caps, gather, in_order, missing, not_future


class LetterKind(StrEnum):
    """A letter that the program can set; the value is its name on the command line and its template's file name."""

    NOTICE = "notice"
    INVITATION = "invitation"
    NOTIFICATION = "notification"
    CARD = "card"
    GUARDIAN = "guardian"
    DIRECTORY = "directory"
    NO_SHOWS = "no-shows"


NAMELESS = frozenset({LetterKind.CARD, LetterKind.DIRECTORY})
"""A found card or handout must say nothing about its holder: no sender, no programme, no reference."""
TO_INVITEES = frozenset({LetterKind.NOTICE, LetterKind.INVITATION})
"""Letters that call somebody to a call-in."""


class Envelope(StrEnum):
    """Which window of an envelope an address is set for: one that comes with the program, or one's own measures."""

    LEFT = "left"
    RIGHT = "right"
    OWN = "own"


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
    """What the rules may object to in a letter or an entry of the register."""

    RESULT_WITHOUT_DATE = "letter_result_without_date"
    SERVED_BY_NOBODY = "letter_served_by_nobody"
    NEEDS_CALLIN = "letter_needs_callin"
    NEEDS_PEOPLE = "letter_needs_people"
    NOBODY = "letter_nobody"
    NO_SERVICES = "letter_no_services"
    NO_TEXT = "letter_no_text"
    TOO_MANY = "letter_too_many"
    STOPPED = "letter_stopped"
    ONE_AT_A_TIME = "letter_one_at_a_time"
    GUARDIAN_UNKNOWN = "letter_guardian_unknown"
    GUARDIAN_UNSUITABLE = "letter_guardian_unsuitable"
    SECRECY_UNTESTED = "letter_secrecy_untested"
    PREVIEW_OLD = "letter_preview_old"


@dataclass(frozen=True, kw_only=True)
class LetterDraft(Draft):
    """One printed letter."""

    kind: ClassVar[str] = "letter"

    number: str = short(40)
    letter_kind: LetterKind | None = None
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
    note_mark: NoteMark | None = None
    note: str = free_text(500, mark="note_mark")


@dataclass(frozen=True, kw_only=True)
class Letter(LetterDraft, Record):
    """A stored register entry."""


SERVING = ("way", "by_hand_with", "result", "result_on", "note", "note_mark")
"""Fields of the register that stay open after the letter was made: how it went on its way."""


def problems(draft: LetterDraft, today: date) -> tuple[Problem, ...]:
    """A result has its date, not before the print nor after today; what was served by hand was handed over by whom."""
    found = [Problem(LetterProblem.RESULT_WITHOUT_DATE, "result_on")] if draft.result and not draft.result_on else []
    by_hand = draft.way is LetterWay.BY_HAND and draft.result is LetterResult.SERVED
    if by_hand and not draft.by_hand_with.strip() and not draft.imported:
        found.append(Problem(LetterProblem.SERVED_BY_NOBODY, "by_hand_with"))
    return gather(
        missing(draft, "number", "letter_kind"),
        found,
        not_future(draft, today, "result_on"),
        in_order(draft, "printed_on", "result_on"),
        caps(draft),
    )
