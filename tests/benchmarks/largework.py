"""What a made-up vault holds beside people and visits: call-ins with people and speakers, incidents, focus, help."""

from __future__ import annotations

import random
from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from sqlalchemy import select

from gvi_desktop.domain.callin import Callin, CallinDraft, CallinStatus
from gvi_desktop.domain.disclosure import Disclosure, DisclosureDraft
from gvi_desktop.domain.focus import EndReason, Focus, FocusDraft
from gvi_desktop.domain.group import Group, Relation, RelationDraft, RelationKind
from gvi_desktop.domain.help import FollowUp, Help, HelpDraft, HelpKind, Stage
from gvi_desktop.domain.incident import Incident, IncidentDecision, IncidentDraft, IncidentType
from gvi_desktop.domain.invitee import Attendance, Basis, Invitee, InviteeDraft
from gvi_desktop.domain.measure import Measure, MeasureDraft
from gvi_desktop.domain.membership import Membership
from gvi_desktop.domain.record import Certainty
from gvi_desktop.domain.script import Script
from gvi_desktop.domain.speaker import Speaker, SpeakerDraft, SpeakerRole
from gvi_desktop.services.unit import Unit
from gvi_desktop.services.workspace import Workspace

TODAY = date(2026, 11, 22)
STEP = 250
INVITED, SPEECHES = 10, 7
AREAS = ("Vivalla", "Brickebacken", "Oxhagen", "Varberga", "Norrby", "Baronbackarna")


def fill(workspace: Workspace, chance: random.Random, people: int) -> None:
    """For a hundred people two call-ins, three incidents, five wishes for help; for three hundred a focus round."""
    count = max(20, people // 50)
    for first in range(0, count, STEP):
        workspace.write(_callins, chance, first, min(first + STEP, count), count)
    workspace.write(_enforcement, chance, max(30, people * 3 // 100), max(3, people * 3 // 1000))
    workspace.write(_help, chance, max(50, people // 20))
    workspace.write(_joined, chance, max(12, people // 1000))


def _ids(unit: Unit, record: type[Any]) -> list[str]:
    table = unit.table(record)
    return list(unit.connection.execute(select(table.c.id).where(table.c.removed == 0).order_by(table.c.id)).scalars())


def _members(unit: Unit) -> list[tuple[str, str]]:
    m = unit.table(Membership).c
    return [(row[0], row[1]) for row in unit.connection.execute(select(m.person, m.group).order_by(m.id))]


def _callins(unit: Unit, chance: random.Random, first: int, last: int, count: int) -> None:
    members, groups, scripts = _members(unit), _ids(unit, Group), _ids(unit, Script)
    roles = tuple(SpeakerRole)
    for number in range(first, last):
        day = TODAY + timedelta(days=21 - (count - 1 - number))  # one a day; the last three weeks of them lie ahead
        held = day < TODAY
        callin = unit.add(
            Callin,
            CallinDraft(
                number=number + 1,
                on=day,
                start=time(18),
                venue="Stadsbiblioteket",
                status=CallinStatus.FOLLOWED_UP if held else CallinStatus.PLANNED,
                groups=frozenset(chance.sample(groups, 3)),
                followed_up_on=day if held else None,
            ),
        ).id
        for seat, (person, group) in enumerate(chance.sample(members, INVITED)):
            result = chance.choice((Attendance.CAME, Attendance.CAME, Attendance.LEFT_EARLY, Attendance.NO_SHOW))
            came = datetime(day.year, day.month, day.day, 17, 5, tzinfo=UTC)
            draft = InviteeDraft(
                callin=callin,
                person=person,
                group=group,
                basis=chance.choice(tuple(Basis)),
                seat=seat,
                noticed_on=day - timedelta(days=14) if held else None,
                checked_in=came if held and result is not Attendance.NO_SHOW else None,
                result=result if held else None,
            )
            unit.add(Invitee, draft)
        for place in range(SPEECHES):
            unit.add(
                Speaker,
                SpeakerDraft(
                    callin=callin,
                    position=place,
                    name=f"Talare {chance.randrange(60)}",
                    role=roles[place],
                    minutes=6,
                    script=chance.choice(scripts) if scripts else None,
                    agreed=held,
                    aftercare_on=day + timedelta(days=2) if held and place == 0 else None,
                    aftercare_done_on=day + timedelta(days=1) if held and (TODAY - day).days > 5 else None,
                ),
            )


def _enforcement(unit: Unit, chance: random.Random, incidents: int, rounds: int) -> None:
    groups = _ids(unit, Group)
    made: list[tuple[str, str, date]] = []
    for _ in range(incidents):
        day, group = TODAY - timedelta(days=chance.randrange(1, 1500)), chance.choice(groups)
        decided = (TODAY - day).days > 3
        draft = IncidentDraft(
            on=day,
            incident_type=chance.choice(tuple(IncidentType)),
            area=chance.choice(AREAS),
            group=group,
            certainty=Certainty.LIKELY,
            decision=chance.choice(tuple(IncidentDecision)) if decided else None,
            decided_on=day + timedelta(days=2) if decided else None,
            decided_why="Enligt rutinen." if decided else "",
        )
        made.append((unit.add(Incident, draft).id, group, day))
    for at, (incident, group, day) in enumerate(chance.sample(made, rounds)):
        start, runs = (TODAY - timedelta(days=5), True) if at < 4 else (day + timedelta(days=3), False)
        focus = unit.add(
            Focus,
            FocusDraft(
                group=group,
                incidents=frozenset({incident}),
                decided_by="Styrgruppen",
                decided_on=start,
                basis="Händelsen.",
                certainty=Certainty.LIKELY,
                start_on=start,
                review_on=start + timedelta(days=14),
                end_on=None if runs else start + timedelta(days=40),
                end_reason=None if runs else EndReason.NO_NEW_VIOLENCE,
                proportionality="Ordinarie befogenheter.",
            ),
        ).id
        for agency in ("Polisen", "Frivården"):
            draft = MeasureDraft(focus=focus, agency=agency, what="Synlig närvaro", legal_ground="Polislagen 2 §")
            unit.add(Measure, draft)


def _help(unit: Unit, chance: random.Random, count: int) -> None:
    members = _members(unit)
    stages = (Stage.ACCEPTED, Stage.ONGOING, Stage.ENDED, Stage.FIRST_MEETING)
    for _ in range(count):
        asked = TODAY - timedelta(days=chance.randrange(900))
        stage = chance.choice(stages)
        met = stage is not Stage.ACCEPTED or (TODAY - asked).days > 10
        contact = asked + timedelta(days=chance.randrange(4)) if met else None
        unit.add(
            Help,
            HelpDraft(
                person=chance.choice(members)[0],
                asked_on=asked,
                asked_at=time(12),
                help_kind=chance.choice(tuple(HelpKind)),
                provider="Kommunen",
                consent=True,
                stage=stage,
                ended_why="Klart." if stage is Stage.ENDED else "",
                first_contact_on=min(contact, TODAY) if contact else None,
                followups=_followed_up(contact) if contact and chance.random() < 0.98 else (),
            ),
        )


def _followed_up(contact: date) -> Sequence[Any]:
    days = ((months, contact + timedelta(days=31 * months)) for months in (3, 6, 12, 24))
    return tuple(FollowUp(months, day, "Arbetar.") for months, day in days if day <= TODAY)


def _joined(unit: Unit, chance: random.Random, count: int) -> None:
    """Conflicts and alliances between groups, and disclosures about people."""
    groups, members = _ids(unit, Group), _members(unit)
    for _ in range(count):
        one, other = chance.sample(groups, 2)
        kind = chance.choice(tuple(RelationKind))
        unit.add(Relation, RelationDraft(group=one, other=other, relation_kind=kind, from_on=date(2025, 5, 1)))
    for _ in range(count * 10):
        people = frozenset(person for person, _ in chance.sample(members, 12))
        on = TODAY - timedelta(days=chance.randrange(700))
        unit.add(
            Disclosure, DisclosureDraft(on=on, what="Lista", agency="Polisen", records=12, people=people, ground="OSL")
        )
