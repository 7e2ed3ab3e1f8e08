"""What stands on the time line of a person, one query a source."""

from __future__ import annotations

from datetime import date

from gvi_desktop.domain.callin import Callin
from gvi_desktop.domain.disclosure import Disclosure
from gvi_desktop.domain.group import Group
from gvi_desktop.domain.help import Help
from gvi_desktop.domain.invitee import Invitee
from gvi_desktop.domain.letter import Letter
from gvi_desktop.domain.membership import Membership, running
from gvi_desktop.domain.person import Person
from gvi_desktop.domain.phonecall import Phonecall
from gvi_desktop.domain.record import Compartment
from gvi_desktop.domain.rightscase import RightsCase
from gvi_desktop.domain.round import Round
from gvi_desktop.services import disclosed
from gvi_desktop.services.moment import Moment, tasks, visible, visits
from gvi_desktop.services.unit import Unit


def sources(unit: Unit, person_id: str, most: int | None) -> list[Moment]:
    """All of them, in no order."""
    found = [*_invitations(unit, person_id), *visits(unit, "person", person_id, most), *_links(unit, person_id)]
    found += [*_rounds(unit, person_id), *_letters(unit, person_id, most), *_disclosures(unit, person_id, most)]
    found += [*tasks(unit, "person", person_id, most), *_rights(unit, person_id, most), *_own(unit, person_id)]
    return found + _help(unit, person_id) if Compartment.HELP in visible(unit.user) else found


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


def _links(unit: Unit, person: str) -> list[Moment]:
    links = unit.find(Membership, unit.table(Membership).c.person == person)
    groups = unit.by_ids(Group, {one.group for one in links})
    found = []
    for one in links:
        data = {"group": groups[one.group].name if one.group in groups else "–"}
        group = one.group or ""
        begun = one.from_on or unit.local(one.made_at).date()
        began = "membership_began" if one.approved_by else "membership_proposed"
        found.append(Moment(begun, began, "group", group, data, one.source))
        if one.approved_on is not None:
            found.append(Moment(one.approved_on, "membership_approved", "group", group, data, one.approved_by))
        if one.review_on is not None and running(one, unit.today):
            found.append(Moment(one.review_on, "membership_review", "group", group, data))
        if one.to_on is not None:
            found.append(Moment(one.to_on, "membership_ended", "group", group, data))
    return found


def _rounds(unit: Unit, person: str) -> list[Moment]:
    aimed = unit.find(Round, unit.table(Round).c.targets.contains(f'"{person}"', autoescape=True))
    return [Moment(one.from_on, "round_aimed", "round", one.id, {"name": one.name}, one.responsible) for one in aimed]


def _letters(unit: Unit, person: str, most: int | None) -> list[Moment]:
    l = unit.table(Letter).c  # noqa: E741
    letters = unit.find(Letter, l.person == person, order_by=l.printed_on.desc(), limit=most)
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


def _disclosures(unit: Unit, person: str, most: int | None) -> list[Moment]:
    d = unit.table(Disclosure).c
    told = unit.find(Disclosure, disclosed.about(unit, person), order_by=d.on.desc(), limit=most)
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


def _rights(unit: Unit, person: str, most: int | None) -> list[Moment]:
    """What the person has asked for of their rights, until when it is to be answered, and what was answered."""
    r = unit.table(RightsCase).c
    cases = unit.find(RightsCase, r.person == person, order_by=r.received_on.desc(), limit=most)
    found = []
    for one in cases:
        data = {"case": one.case_type, "outcome": one.outcome}
        days = [(one.received_on, "rights_asked"), (one.decided_on, "rights_decided"), (one.told_on, "rights_told")]
        if one.open:
            days.append((one.due_on, "rights_due"))
        found += [Moment(on, what, "rightscase", one.id, data) for on, what in days if on is not None]
    return found


def _own(unit: Unit, person_id: str) -> list[Moment]:
    """Dates of the person's own record: the guardian's decision, the end of supervision, the next review."""
    person = unit.by_ids(Person, [person_id]).get(person_id)
    if person is None:
        return []
    days: list[tuple[date | None, str]] = [
        (person.guardian_decided_on, "guardian_decided"),
        (person.supervision_ends_on, "supervision_ends"),
        (person.next_review_on, "review"),
    ]
    data = {"decision": person.guardian_decision, "supervision": person.supervision}
    return [Moment(on, what, "person", "", data) for on, what in days if on is not None]


def _help(unit: Unit, person: str) -> list[Moment]:
    h, c = unit.table(Help).c, unit.table(Phonecall).c
    offers = unit.find(Help, h.person == person, h.consent == 1)
    calls = unit.find(Phonecall, c.person == person, c.person_consents == 1)
    found = []
    for one in offers:
        kind = {"kind": one.help_kind, "stage": one.stage}
        found.append(Moment(one.asked_on, "help_asked", "help", one.id, kind, one.provider))
        if one.first_contact_on is not None:
            found.append(Moment(one.first_contact_on, "help_first_contact", "help", one.id, kind, one.provider))
        found += [
            Moment(step.on, "help_followed_up", "help", one.id, {**kind, "months": step.months}, step.text)
            for step in one.followups
        ]
    return [*found, *(Moment(one.on, "called", "phonecall", one.id, {"need": one.need}) for one in calls)]
