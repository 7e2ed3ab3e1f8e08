"""Somebody with protected identity, with something in every kind of record, and what must never be said of them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time
from typing import Any

from kit.callins import MadeCallin

from gvi_desktop.domain.disclosure import Disclosure, DisclosureDraft, DisclosureWay
from gvi_desktop.domain.extension import Extension, ExtensionDraft
from gvi_desktop.domain.focus import Focus, FocusDraft
from gvi_desktop.domain.group import Relation, RelationDraft
from gvi_desktop.domain.guardian import Guardian, GuardianDraft
from gvi_desktop.domain.help import Help, HelpKind
from gvi_desktop.domain.incident import Incident, IncidentDraft
from gvi_desktop.domain.kinds import BY_KIND
from gvi_desktop.domain.letter import LetterDraft, LetterKind
from gvi_desktop.domain.measure import Measure, MeasureDraft
from gvi_desktop.domain.notification import NotificationDraft, Outcome, TeamMember
from gvi_desktop.domain.pause import Pause, PauseDraft
from gvi_desktop.domain.person import Person, PersonDraft, Protection
from gvi_desktop.domain.phonecall import Phonecall, PhonecallDraft
from gvi_desktop.domain.record import Certainty
from gvi_desktop.domain.rightscase import RightsCase, RightsCaseDraft
from gvi_desktop.domain.round import RoundDraft
from gvi_desktop.domain.task import TaskDraft
from gvi_desktop.services import invitees, notifications, rounds, tasks
from gvi_desktop.services.unit import Unit

GIVEN, FAMILY, NUMBER, BORN = "Xyzzyberg", "Kvastsson", "19990203-2383", "1999-02-03"
STREET, WAY, GUARDIAN, PHONE, HOME = "Wibblevik 7", "070-1740699", "Plonkelund", "070-1740688", "Snorkelstigen 3"
MASKED = (GIVEN, FAMILY, NUMBER, "990203", BORN, "Wibblevik", WAY, GUARDIAN, PHONE, "Snorkelstigen")


def bring_in(unit: Unit, made: MadeCallin) -> str:
    """The protected person, with something in every kind of record; stored as no service would, address and all."""
    who = unit.add(
        Person,
        PersonDraft(
            code_name="Q77", given_name=GIVEN, family_name=FAMILY, personal_number=NUMBER, address=STREET,
            contact_ways=(WAY,), birth_date=date.fromisoformat(BORN), birth_year=1999,
            protection=Protection.REGISTRATION, next_review_on=date(2026, 1, 1),
        ),
    ).id  # fmt: skip
    unit.add(Guardian, GuardianDraft(person=who, name=GUARDIAN, phone=PHONE, address=HOME, relation="mor"))
    group = next(iter(made.groups.values()))
    link = {"source": "Polisen", "basis": "Kartläggning", "review_on": date(2027, 2, 1)}
    for record, values in ((BY_KIND["membership"], {"group": group, **link}), (Help, {"help_kind": HelpKind.WORK})):
        draft: Any = record.__mro__[1]
        unit.add(record, draft(person=who, **values))
    unit.add(Incident, IncidentDraft(on=unit.today, group=group, certainty=Certainty.CONFIRMED))
    focus = unit.add(Focus, FocusDraft(group=group, start_on=unit.today, review_on=date(2026, 12, 1)))
    unit.add(Measure, MeasureDraft(focus=focus.id, agency="Polisen", what="Synlighet"))
    unit.add(Relation, RelationDraft(group=group, other=list(made.groups.values())[1], source="Polisen"))
    unit.add(Pause, PauseDraft(person=who, from_on=date(2026, 1, 5), why="Häktad"))
    unit.add(Extension, ExtensionDraft(person=who))
    unit.add(RightsCase, RightsCaseDraft(person=who, received_on=unit.today))
    unit.add(Phonecall, PhonecallDraft(on=unit.today, at=time(9), person=who, person_consents=True, anonymous=False))
    unit.add(BY_KIND["letter"], LetterDraft(number="B-1", person=who, letter_kind=LetterKind.INVITATION))
    unit.add(Disclosure, DisclosureDraft(on=unit.today, way=DisclosureWay.SPOKEN, people=frozenset({who})))
    tasks.add(unit, TaskDraft(title="Ring", due_on=unit.today, subject_kind="person", subject=who))
    others = list(made.people.values())[:2]
    planned = rounds.plan(unit, RoundDraft(name="Höst", from_on=unit.today, targets=frozenset({who, *others})))
    talk = NotificationDraft(person=who, round=planned, on=unit.today, team=(TeamMember("Polisen"),))
    for person in (who, *others):
        notifications.log(unit, replace(talk, person=person, on=None, planned_on=unit.today))
    unit.add(BY_KIND["notification"], NotificationDraft(person=who, on=unit.today, outcome=Outcome.REACHED))
    (seat,) = invitees.invite(unit, made.id, [who])
    invitees.clear_stop(unit, seat, "Prövat.")
    return who
