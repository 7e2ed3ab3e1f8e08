"""Calls to the phone line; an anonymous caller's number is never stored."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum
from typing import ClassVar

from gvi_desktop.domain.errors import Problem
from gvi_desktop.domain.record import Compartment, Draft, NoteMark, Record, free_text, ref, short
from gvi_desktop.domain.rules import caps, gather, missing, not_future


class Channel(StrEnum):
    """How it came in."""

    CALL = "call"
    VOICEMAIL = "voicemail"
    TEXT = "text"
    VISIT = "visit"


class CallerKind(StrEnum):
    """Who calls."""

    SELF = "self"
    PARENT = "parent"
    PARTNER = "partner"
    FRIEND = "friend"
    PROFESSIONAL = "professional"
    UNKNOWN = "unknown"


class HeardFrom(StrEnum):
    """How the caller got the number."""

    CARD = "card"
    CALLIN = "callin"
    TALK = "talk"
    PROBATION = "probation"
    FRIEND = "friend"
    WEB = "web"
    UNKNOWN = "unknown"


class Need(StrEnum):
    """What the call is about."""

    EXIT = "exit"
    THREAT = "threat"
    HOUSING = "housing"
    WORK = "work"
    SCHOOL = "school"
    DEBTS = "debts"
    TREATMENT = "treatment"
    WORRY = "worry"
    QUESTION = "question"
    WRONG_NUMBER = "wrong_number"
    OTHER = "other"


class PhonecallProblem(StrEnum):
    """What the rules may object to in a call."""

    NUMBER_OF_ANONYMOUS = "phonecall_number_of_anonymous"
    PERSON_OF_ANONYMOUS = "phonecall_person_of_anonymous"
    PERSON_WITHOUT_CONSENT = "phonecall_person_without_consent"
    CALLBACK_BEFORE_CALL = "phonecall_callback_before_call"


@dataclass(frozen=True, kw_only=True)
class PhonecallDraft(Draft):
    """A call, a message or a visit to the line."""

    kind: ClassVar[str] = "phonecall"
    compartment_of_kind: ClassVar[Compartment] = Compartment.HELP

    on: date | None = None
    at: time | None = None
    channel: Channel = Channel.CALL
    taken_by: str = short(80)
    caller: CallerKind = CallerKind.UNKNOWN
    anonymous: bool = True
    number: str = short(40, personal=True)
    person: str | None = ref("person")
    person_consents: bool = False
    heard_from: HeardFrom = HeardFrom.UNKNOWN
    need: Need | None = None
    acute_danger: bool = False
    action: str = free_text()
    handed_to: str = short()
    callback_due: datetime | None = None
    callback_done: datetime | None = None
    consents: tuple[str, ...] = ()
    note_mark: NoteMark | None = None
    note: str = free_text(mark="note_mark")


@dataclass(frozen=True, kw_only=True)
class Phonecall(PhonecallDraft, Record):
    """A stored call."""


def problems(draft: PhonecallDraft, today: date) -> tuple[Problem, ...]:
    """Day and need; nothing that identifies an anonymous caller; a linked person has consented."""
    found = []
    if draft.anonymous and draft.number.strip():
        found.append(Problem(PhonecallProblem.NUMBER_OF_ANONYMOUS, "number"))
    if draft.anonymous and draft.person:
        found.append(Problem(PhonecallProblem.PERSON_OF_ANONYMOUS, "person"))
    elif draft.person and not draft.person_consents:
        found.append(Problem(PhonecallProblem.PERSON_WITHOUT_CONSENT, "person_consents"))
    return gather(missing(draft, "on", "need"), found, not_future(draft, today, "on"), caps(draft))
