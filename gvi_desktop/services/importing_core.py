"""Rows as drafts of the compartment *core*: people, groups, memberships, call-ins, invitees, notifications."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from gvi_desktop.domain.callin import CallinDraft, CallinStatus
from gvi_desktop.domain.group import Cohesion, GroupDraft, GroupStatus
from gvi_desktop.domain.guardian import GuardianDraft
from gvi_desktop.domain.invitee import Attendance, Basis, InviteeDraft, NoticeWay
from gvi_desktop.domain.membership import MembershipDraft, SourceKind
from gvi_desktop.domain.notification import NotificationDraft, Outcome, PlaceKind, Reaction, TeamMember, Trigger
from gvi_desktop.domain.person import PersonDraft, PersonRole, Protection, Supervision
from gvi_desktop.domain.regime import add_months
from gvi_desktop.intake.lexicon import fold, vocabulary
from gvi_desktop.intake.reading import ReadRow

REVIEW_MONTHS = 12
"""From the last review that a workbook tells to the next one, where it does not say itself."""


def note_of(values: Mapping[str, Any], notes: tuple[str, ...]) -> str:
    """The note of a row with the words that found no field of their own."""
    return "\n".join(part for part in (values.get("note", ""), *notes) if part)


def person(values: Mapping[str, Any], notes: tuple[str, ...], code_name: str, regime: str | None) -> PersonDraft:
    """A person; somebody with protected identity comes without address and ways of contact."""
    born: date | None = values.get("birth_date")
    protection = Protection(values.get("protection", "none"))
    hidden = protection is not Protection.NONE
    return PersonDraft(
        code_name=code_name,
        given_name=values.get("given_name", ""),
        family_name=values.get("family_name", ""),
        birth_date=born,
        birth_year=born.year if born else values.get("birth_year"),
        personal_number=values.get("personal_number", ""),
        language=values.get("language", ""),
        interpreter=values.get("interpreter", False),
        supervision=Supervision(values.get("supervision", "none")),
        supervision_officer=values.get("supervision_officer", ""),
        supervision_ends_on=values.get("supervision_ends_on"),
        role=PersonRole(values.get("role", "not_suspected")),
        protection=protection,
        address="" if hidden else values.get("address", ""),
        contact_ways=() if hidden else values.get("contact", ()),
        next_review_on=review_of(values),
        regime=regime,
        note=note_of(values, notes),
        imported=True,
    )


def review_of(values: Mapping[str, Any]) -> date | None:
    """When to review next: as the workbook says, or a year after the last review that it tells."""
    told: date | None = values.get("next_review_on") or values.get("review_on")
    last: date | None = values.get("last_reviewed_on")
    return told or (add_months(last, REVIEW_MONTHS) if last else None)


def guardian(values: Mapping[str, Any], person_id: str) -> GuardianDraft:
    """The guardian that a list of people names."""
    return GuardianDraft(person=person_id, name=values["guardian"], imported=True)


def group(values: Mapping[str, Any], notes: tuple[str, ...]) -> GroupDraft:
    """A group of a list of groups, or (with only a name) one that another sheet names."""
    return GroupDraft(
        name=values.get("name", ""),
        area=values.get("area", ""),
        size=values.get("size"),
        cohesion=Cohesion(values["cohesion"]) if values.get("cohesion") else None,
        status=GroupStatus(values.get("status", "active")),
        next_review_on=values.get("next_review_on"),
        note=note_of(values, notes),
        imported=True,
    )


def membership(values: Mapping[str, Any], notes: tuple[str, ...], person_id: str, group_id: str) -> MembershipDraft:
    """A person's link to a group, with the source that the workbook gives, if any."""
    source = values.get("source", "")
    kind = values.get("source_kind") or _kind_of_source(source)
    return MembershipDraft(
        person=person_id,
        group=group_id,
        from_on=values.get("from_on"),
        to_on=values.get("to_on"),
        source=source,
        source_kind=SourceKind(kind) if kind else None,
        basis="\n".join(part for part in (values.get("basis", ""), *notes) if part),
        review_on=review_of(values),
        imported=True,
    )


def _kind_of_source(source: str) -> str | None:
    """ "Kartläggning polisen 2022" is a mapping: known words without the year."""
    plain = " ".join(word for word in fold(source).split() if not word.isdecimal())
    return vocabulary("source_kind").exact(plain) if plain else None


def callin(
    values: Mapping[str, Any], number: int, today: date, groups: frozenset[str], *, invited: bool
) -> CallinDraft:
    """A call-in; one whose day has been was held."""
    on: date | None = values.get("on")
    held = on is not None and (on < today or (on == today and values.get("attendance") is not None))
    ahead = CallinStatus.INVITED if invited else CallinStatus.PLANNED
    return CallinDraft(
        number=number,
        on=on,
        start=values.get("start"),
        venue=values.get("venue", ""),
        status=CallinStatus.HELD if held else ahead,
        groups=groups,
        imported=True,
    )


def invitee(values: Mapping[str, Any], callin_id: str, person_id: str, group_id: str | None) -> InviteeDraft:
    """Somebody called to a call-in."""
    basis = Basis(values.get("basis", "voluntary"))
    return InviteeDraft(
        callin=callin_id,
        person=person_id,
        group=group_id,
        basis=basis,
        way=NoticeWay.PROBATION_OFFICER if basis is Basis.SUPERVISION else None,
        seat=values.get("seat"),
        result=Attendance(values["attendance"]) if values.get("attendance") else None,
        imported=True,
    )


def notification(row: ReadRow, person_id: str, group_id: str | None, now: datetime) -> NotificationDraft:
    """A visit that was made. `now` is when it came in: from then on it has a day to be put right."""
    values = row.values
    outcome = values.get("outcome")
    draft = NotificationDraft(
        person=person_id,
        group=group_id,
        trigger=Trigger(values.get("trigger", "other")),
        on=values.get("on"),
        at=values.get("at"),
        place=PlaceKind(values.get("place", "other" if "place" in row.raw else "home")),
        team=tuple(TeamMember(agency) for agency in values.get("team", ())),
        language=values.get("language", ""),
        interpreter=values.get("interpreter", False),
        outcome=Outcome(outcome) if outcome else None,
        others_heard=values.get("others_heard", ""),
        message_1=values.get("message_1", False),
        message_2=values.get("message_2", False),
        message_3=values.get("message_3", False),
        legal_information=values.get("legal_information", False),
        handout=values.get("handout", ""),
        reaction=Reaction(values["reaction"]) if values.get("reaction") else None,
        asked_for_help=values.get("asked_for_help", False),
        guardian_present=values.get("guardian_present", False),
        concern_considered=values.get("concern_considered", False),
        next_step=values.get("next_step", ""),
        note=note_of(values, row.notes),
        imported=True,
        logged_at=now,
    )
    one, two, three = values.get("messages", (False, False, False))
    if "messages" in values:
        return replace(
            draft,
            message_1=draft.message_1 or one,
            message_2=draft.message_2 or two,
            message_3=draft.message_3 or three,
        )
    return draft
