"""Custom notifications: every visit is one record; all are attempts, the reached ones are talks."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import Any, ClassVar

from gvi_desktop.domain.errors import Problem
from gvi_desktop.domain.person import GuardianDecision, PersonDraft, approach_problems, is_minor
from gvi_desktop.domain.record import Draft, NoteMark, Record, free_text, ref, short
from gvi_desktop.domain.rules import caps, gather, missing, not_future

LOCKED_AFTER = timedelta(hours=24)
FOLLOW_UP_DAYS = (30, 90)


class Trigger(StrEnum):
    """Why this visit."""

    AFTER_CALLIN = "after_callin"
    AFTER_INCIDENT = "after_incident"
    RETALIATION_RISK = "retaliation_risk"
    RELEASE = "release"
    NO_SHOW = "no_show"
    REQUEST = "request"
    OTHER = "other"


class PlaceKind(StrEnum):
    """Where."""

    HOME = "home"
    PROBATION_OFFICE = "probation_office"
    CUSTODY = "custody"
    STREET = "street"
    SCHOOL = "school"
    OTHER = "other"


class Outcome(StrEnum):
    """How the visit ended."""

    REACHED = "reached"
    NOT_HOME = "not_home"
    DECLINED = "declined"
    MOVED = "moved"
    IN_CUSTODY = "in_custody"
    ABORTED = "aborted"


class Reaction(StrEnum):
    """How the person took it."""

    LISTENED = "listened"
    TALKED = "talked"
    DISMISSIVE = "dismissive"
    THREATENING = "threatening"
    ASKED_FOR_HELP = "asked_for_help"


class NotificationProblem(StrEnum):
    """What the rules may object to in a notification."""

    LOCKED = "notification_locked"
    MESSAGES_WITHOUT_TALK = "notification_messages_without_talk"
    NO_TEAM = "notification_no_team"
    FOLLOW_UP_BEFORE_TALK = "notification_follow_up_before_talk"
    FOLLOW_UP_WITHOUT_TALK = "notification_follow_up_without_talk"
    ALREADY_CORRECTED = "notification_already_corrected"
    SCRIPT_NOT_APPROVED = "notification_script_not_approved"
    GUARDIAN_DECLINES = "notification_guardian_declines"


@dataclass(frozen=True)
class TeamMember:
    """Somebody who made the visit; the name may be left out."""

    agency: str
    name: str = ""


@dataclass(frozen=True, kw_only=True)
class NotificationDraft(Draft):
    """A visit, planned (no outcome yet) or made."""

    kind: ClassVar[str] = "notification"

    person: str | None = ref("person")
    group: str | None = ref("group")
    round: str | None = ref("round")
    trigger: Trigger = Trigger.OTHER
    planned_on: date | None = None
    on: date | None = None
    at: time | None = None
    place: PlaceKind = PlaceKind.HOME
    team: tuple[TeamMember, ...] = ()
    language: str = short(40)
    interpreter: bool = False
    outcome: Outcome | None = None
    others_heard: str = short()
    message_1: bool = False
    message_2: bool = False
    message_3: bool = False
    legal_information: bool = False
    script: str | None = ref("script")
    script_version: str = short(80)
    handout: str = short(80)
    reaction: Reaction | None = None
    asked_for_help: bool = False
    guardian_present: bool = False
    concern_considered: bool = False
    concern_note: str = free_text()
    next_step: str = free_text(500)
    next_step_on: date | None = None
    followup_30_mark: NoteMark | None = None
    followup_30: str = free_text(500, mark="followup_30_mark")
    followup_30_on: date | None = None
    followup_90_mark: NoteMark | None = None
    followup_90: str = free_text(500, mark="followup_90_mark")
    followup_90_on: date | None = None
    note_mark: NoteMark | None = None
    note: str = free_text(mark="note_mark")
    corrects: str | None = ref("notification")
    corrected: bool = False
    logged_at: datetime | None = None


@dataclass(frozen=True, kw_only=True)
class Notification(NotificationDraft, Record):
    """A stored notification."""

    @property
    def is_attempt(self) -> bool:
        """Somebody went there; planned and corrected entries do not count."""
        return self.outcome is not None and not self.corrected

    @property
    def is_talk(self) -> bool:
        """The person was reached."""
        return self.outcome is Outcome.REACHED and not self.corrected


def locked(notification: Notification, now: datetime) -> bool:
    """Whether 24 hours have passed since it was logged; from then on only a correcting entry may change the picture."""
    return notification.logged_at is not None and now - notification.logged_at > LOCKED_AFTER


FOLLOW_UPS = frozenset(
    {"followup_30", "followup_30_on", "followup_30_mark", "followup_90", "followup_90_on", "followup_90_mark"}
    | {"next_step_on", "corrected", "imported"}
)
"""Fields that stay open after 24 hours: they tell of what came later, not of the visit."""


def problems(draft: NotificationDraft, person: PersonDraft | None, today: date) -> tuple[Problem, ...]:
    """Person and day; team and messages fit the outcome; a minor is approached only when that is settled."""
    found: list[Problem] = []
    if draft.outcome is None:
        found += missing(draft, "planned_on") if draft.on is None else []
    else:
        found += missing(draft, "on")
        if not draft.team:
            found.append(Problem(NotificationProblem.NO_TEAM, "team"))
    if draft.outcome is not Outcome.REACHED and (draft.message_1 or draft.message_2 or draft.message_3):
        found.append(Problem(NotificationProblem.MESSAGES_WITHOUT_TALK, "message_1"))
    for done in ("followup_30_on", "followup_90_on"):
        if draft.on is not None and (noted := getattr(draft, done)) is not None and noted < draft.on:
            found.append(Problem(NotificationProblem.FOLLOW_UP_BEFORE_TALK, done))
    if person is not None and not draft.imported:
        found += approach(person, draft.on or draft.planned_on or today)
    dates = not_future(draft, today, "on", "followup_30_on", "followup_90_on")
    return gather(missing(draft, "person"), found, dates, caps(draft))


def approach(person: PersonDraft, day: date) -> tuple[Problem, ...]:
    """What keeps a minor from being visited on a day: an open decision, or a guardian who said no."""
    found = [replace(one, field="person") for one in approach_problems(person, day)]
    if is_minor(person, day) and person.guardian_decision is GuardianDecision.DECLINES:
        found.append(Problem(NotificationProblem.GUARDIAN_DECLINES, "person"))
    return tuple(found)


def follow_up_problems(
    notification: Notification, days: int, text: str, on: date | None, today: date
) -> tuple[Problem, ...]:
    """Only a talk is followed up, after 30 or 90 days; what it showed is said, and the day, which lies between the talk
    and today."""
    if days not in FOLLOW_UP_DAYS or not notification.is_talk:
        return (Problem(NotificationProblem.FOLLOW_UP_WITHOUT_TALK),)
    name, day = f"followup_{days}", f"followup_{days}_on"
    changed: dict[str, Any] = {name: text, day: on}
    said = replace(notification, **changed)
    found = missing(said, name, day)
    if on is not None and notification.on is not None and on < notification.on:
        found.append(Problem(NotificationProblem.FOLLOW_UP_BEFORE_TALK, day))
    return gather(found, not_future(said, today, day), caps(said))


def follow_up_due(notification: Notification, today: date) -> tuple[int, date] | None:
    """The next follow-up that is due: (30 or 90, the day it fell due), or None."""
    if not notification.is_talk or notification.on is None or notification.imported:
        return None
    for days in FOLLOW_UP_DAYS:
        due = notification.on + timedelta(days=days)
        if getattr(notification, f"followup_{days}_on") is None and due <= today:
            return days, due
    return None
