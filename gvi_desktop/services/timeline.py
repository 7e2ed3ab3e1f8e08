"""Everything that happened around one person or one group on one time line, as records, newest first."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from gvi_desktop.domain.callin import Callin
from gvi_desktop.domain.disclosure import Disclosure
from gvi_desktop.domain.focus import Focus
from gvi_desktop.domain.group import Group, Relation
from gvi_desktop.domain.help import Help
from gvi_desktop.domain.incident import Incident
from gvi_desktop.domain.invitee import Invitee
from gvi_desktop.domain.letter import Letter
from gvi_desktop.domain.membership import Membership
from gvi_desktop.domain.notification import Notification
from gvi_desktop.domain.person import Person
from gvi_desktop.domain.phonecall import Phonecall
from gvi_desktop.domain.record import Compartment
from gvi_desktop.domain.user import Role, User
from gvi_desktop.services.unit import Unit


@dataclass(frozen=True)
class Moment:
    """One thing that happened (or is planned): `what` is a key of the words' table `timeline`, `data` its values.

    `kind` and `id` say which record to open; values that are members of an enum are worded by whoever shows them.
    """

    on: date | None
    what: str
    kind: str
    id: str
    data: Mapping[str, Any] = field(default_factory=dict)
    note: str = ""


def visible(user: User) -> frozenset[Compartment]:
    """The compartments a user of this vault reads: all, but for an administrator, who looks after keys and users."""
    return frozenset({Compartment.CORE}) if user.role is Role.ADMINISTRATOR else frozenset(Compartment)


def of_person(unit: Unit, person_id: str) -> list[Moment]:
    """Invitations, visits, memberships, letters, disclosures; help and calls only where the person has consented."""
    found = [*_invitations(unit, person_id), *_visits(unit, "person", person_id), *_belonged(unit, person_id)]
    found += _letters(unit, person_id)
    found += _disclosures(unit, person_id)
    if Compartment.HELP in visible(unit.user):
        found += _help(unit, person_id)
    return _newest_first(found)


def of_group(unit: Unit, group_id: str) -> list[Moment]:
    """Visits to its members, call-ins, conflicts and alliances; incidents and focus rounds if the user may."""
    found = [*_visits(unit, "group", group_id), *_callins(unit, group_id), *_relations(unit, group_id)]
    if Compartment.ENFORCEMENT in visible(unit.user):
        found += _enforcement(unit, group_id)
    return _newest_first(found)


def _newest_first(found: Iterable[Moment]) -> list[Moment]:
    return sorted(found, key=lambda one: (one.on is None, -(one.on.toordinal() if one.on else 0), one.what))


def _invitations(unit: Unit, person: str) -> list[Moment]:
    invitees = unit.find(Invitee, unit.table(Invitee).c.person == person)
    callins = unit.by_ids(Callin, {one.callin for one in invitees})
    return [
        Moment(
            callin.on,
            "callin_result" if one.result else "invited",
            "callin",
            callin.id,
            {"number": callin.number, "result": one.result, "basis": one.basis},
            callin.venue,
        )
        for one in invitees
        if (callin := callins.get(one.callin or "")) is not None
    ]


def _visits(unit: Unit, end: str, record_id: str) -> list[Moment]:
    visits = unit.find(Notification, unit.table(Notification).c[end] == record_id)
    # On a person's own page it would only repeat whose page it is.
    people = unit.by_ids(Person, {one.person for one in visits}) if end == "group" else {}
    return [
        Moment(
            one.on or one.planned_on,
            "visit_planned" if one.outcome is None else ("talk" if one.is_talk else "attempt"),
            "notification",
            one.id,
            {"place": one.place, "outcome": one.outcome, "trigger": one.trigger, "reaction": one.reaction},
            " · ".join(
                part
                for part in (
                    people[one.person].code_name if one.person in people else "",
                    ", ".join(dict.fromkeys(member.agency for member in one.team)),
                )
                if part
            ),
        )
        for one in visits
        if not one.corrected
    ]


def _belonged(unit: Unit, person: str) -> list[Moment]:
    links = unit.find(Membership, unit.table(Membership).c.person == person)
    groups = unit.by_ids(Group, {one.group for one in links})
    found = []
    for one in links:
        data = {"group": groups[one.group].name if one.group in groups else "–"}
        begun = one.from_on or unit.local(one.made_at).date()
        found.append(Moment(begun, "membership_began", "group", one.group or "", data, one.source))
        if one.to_on is not None:
            found.append(Moment(one.to_on, "membership_ended", "group", one.group or "", data))
    return found


def _letters(unit: Unit, person: str) -> list[Moment]:
    letters = unit.find(Letter, unit.table(Letter).c.person == person)
    return [
        Moment(
            one.result_on or one.printed_on,
            "letter_result" if one.result else "letter_printed",
            "letter",
            one.id,
            {"number": one.number, "result": one.result},
        )
        for one in letters
    ]


def _disclosures(unit: Unit, person: str) -> list[Moment]:
    table = unit.table(Disclosure)
    told = unit.find(Disclosure, table.c.people.contains(f'"{person}"', autoescape=True))
    return [
        Moment(
            one.on,
            "disclosure_received" if one.received else "disclosed",
            "disclosure",
            one.id,
            {"agency": one.agency or one.contact, "way": one.way},
        )
        for one in told
    ]


def _help(unit: Unit, person: str) -> list[Moment]:
    h, c = unit.table(Help).c, unit.table(Phonecall).c
    offers = unit.find(Help, h.person == person, h.consent == 1)
    calls = unit.find(Phonecall, c.person == person, c.person_consents == 1)
    found = [
        Moment(one.asked_on, "help_asked", "help", one.id, {"kind": one.help_kind, "stage": one.stage}, one.provider)
        for one in offers
    ]
    found += [
        Moment(one.first_contact_on, "help_first_contact", "help", one.id, {"kind": one.help_kind}, one.provider)
        for one in offers
        if one.first_contact_on is not None
    ]
    return [*found, *(Moment(one.on, "called", "phonecall", one.id, {"need": one.need}) for one in calls)]


def _callins(unit: Unit, group: str) -> list[Moment]:
    held = unit.find(Callin, unit.table(Callin).c.groups.contains(f'"{group}"', autoescape=True))
    return [
        Moment(one.on, "callin_of_group", "callin", one.id, {"number": one.number, "status": one.status}, one.venue)
        for one in held
    ]


def _relations(unit: Unit, group: str) -> list[Moment]:
    r = unit.table(Relation).c
    links = unit.find(Relation, (r.group == group) | (r.other == group))
    others = {one.id: one.other if one.group == group else one.group for one in links}
    groups = unit.by_ids(Group, set(others.values()))
    found = []
    for one in links:
        other = others[one.id] or ""
        data = {"kind": one.relation_kind, "group": groups[other].name if other in groups else "–"}
        begun = one.from_on or unit.local(one.made_at).date()
        found.append(Moment(begun, "relation_began", "group", other, data, one.source))
        if one.to_on is not None:
            found.append(Moment(one.to_on, "relation_ended", "group", other, data))
    return found


def _enforcement(unit: Unit, group: str) -> list[Moment]:
    incidents = unit.find(Incident, unit.table(Incident).c.group == group)
    rounds = unit.find(Focus, unit.table(Focus).c.group == group)
    found = [
        Moment(
            one.on, "incident", "incident", one.id, {"kind": one.incident_type, "certainty": one.certainty}, one.area
        )
        for one in incidents
    ]
    for one in rounds:
        if one.start_on is not None:
            found.append(Moment(one.start_on, "focus_began", "focus", one.id, {}, one.decided_by))
        if one.end_on is not None:
            found.append(Moment(one.end_on, "focus_ended", "focus", one.id, {"reason": one.end_reason}))
    return found
