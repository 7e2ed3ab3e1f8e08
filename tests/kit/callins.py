"""Made-up call-ins: people in groups, speakers with approved scripts, and a room."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, time, timedelta
from typing import Any

from gvi_desktop.domain.block import BlockDraft, Message
from gvi_desktop.domain.callin import CallinDraft, GoDecision
from gvi_desktop.domain.group import Group, GroupDraft, Relation, RelationDraft, RelationKind
from gvi_desktop.domain.membership import Membership, MembershipDraft
from gvi_desktop.domain.person import PersonDraft, Supervision
from gvi_desktop.domain.script import ScriptDraft
from gvi_desktop.domain.speaker import SpeakerDraft, SpeakerRole
from gvi_desktop.services import callins, invitees, people, scripts, speakers
from gvi_desktop.services.unit import Unit
from gvi_desktop.services.workspace import Workspace

DAY = date(2026, 12, 10)
"""The call-in's day: 18 days after the noon at which test clocks stand."""
TEXTS = {
    Message.ALIVE: "Vi vill att ni lever.",
    Message.CONSEQUENCES: "Nästa dödliga våld får följder för hela gruppen.",
    Message.HELP: "Ta emot hjälpen vi erbjuder.",
}
ROLES = (SpeakerRole.POLICE, SpeakerRole.PROSECUTOR, SpeakerRole.SOCIAL_SERVICES)


@dataclass
class MadeCallin:
    """Ids of what was made."""

    id: str
    groups: dict[str, str] = field(default_factory=dict)
    people: dict[str, str] = field(default_factory=dict)
    invitees: dict[str, str] = field(default_factory=dict)
    speakers: list[str] = field(default_factory=list)
    scripts: list[str] = field(default_factory=list)


def add_group(unit: Unit, name: str) -> str:
    return unit.add(Group, GroupDraft(name=name, area="Vivalla")).id


def add_conflict(unit: Unit, one: str, other: str, to_on: date | None = None) -> str:
    draft = RelationDraft(group=one, other=other, relation_kind=RelationKind.CONFLICT, to_on=to_on)
    return unit.add(Relation, draft).id


def add_person(unit: Unit, code: str, group: str | None = None, **more: Any) -> str:
    """An adult without protection, unless `more` says otherwise; a member of the group."""
    values: dict[str, Any] = {"code_name": code, "birth_year": 1999, **more}
    made = people.add(unit, PersonDraft(**values))
    if group:
        ties = MembershipDraft(
            person=made, group=group, source="Polisen", basis="Kartläggning", review_on=unit.today + timedelta(days=90),
            approved_by="Bo Alm",
        )  # fmt: skip
        unit.add(Membership, ties)
    return made


def add_script(unit: Unit, message: Message, *, approved: bool = True) -> str:
    block = scripts.add_block(
        unit, BlockDraft(title=message.name, message=message, language="sv", text=TEXTS[message], legal_checked=True)
    )
    made = scripts.add(unit, ScriptDraft(title=f"Manus {message.value}", language="sv", blocks=(block,)))
    if approved:
        scripts.approve(unit, made, "Polisen")
    return made


def add_callin(unit: Unit, day: date = DAY, plan: str | None = None, **more: Any) -> str:
    values: dict[str, Any] = {"number": callins.next_number(unit), "on": day, "start": time(18, 0)}
    return callins.create(unit, CallinDraft(**{**values, "venue": "Eyravallen", **more}), plan)


def _make(unit: Unit, people_a_group: int) -> MadeCallin:
    made = MadeCallin(add_callin(unit))
    for name in ("Norr", "Söder"):
        made.groups[name] = add_group(unit, name)
        for number in range(1, people_a_group + 1):
            code = f"{name}-{number}"
            under = Supervision.PROBATION if number == 1 else Supervision.NONE
            made.people[code] = add_person(unit, code, made.groups[name], supervision=under)
    added = invitees.invite(unit, made.id, list(made.people.values()))
    made.invitees = dict(zip(made.people, added, strict=True))
    for message, role in zip(TEXTS, ROLES, strict=True):
        script = add_script(unit, message)
        made.scripts.append(script)
        name = f"Talare {message.value}"
        draft = SpeakerDraft(callin=made.id, name=name, role=role, minutes=7, script=script, agreed=True)
        made.speakers.append(speakers.add(unit, draft))
    return made


def go(unit: Unit, callin_id: str) -> None:
    """The decision of the day before: the meeting takes place."""
    callins.decide(unit, callin_id, "24", GoDecision.GO, "Allt är på plats.")


def ready_callin(ws: Workspace, people_a_group: int = 2, *, rehearsed: bool = True) -> MadeCallin:
    """A call-in that nothing stops: two groups, three speakers with approved scripts, the rehearsal held."""
    made = ws.write(_make, people_a_group)
    if rehearsed:
        ws.write(callins.rehearse, made.id, date(2026, 11, 20))
    return made
