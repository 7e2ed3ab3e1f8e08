"""The demonstration's call-in: from the template to *go*, through the day, to what is left afterwards."""

from __future__ import annotations

from collections.abc import Callable
from datetime import time, timedelta

from gvi_desktop.domain.callin import CallinDraft, GoDecision
from gvi_desktop.domain.group import Group, RelationDraft, RelationKind
from gvi_desktop.domain.invitee import Answer, NoticeWay
from gvi_desktop.domain.membership import Membership
from gvi_desktop.domain.person import Person, Protection
from gvi_desktop.domain.script import Audience, Script
from gvi_desktop.domain.speaker import SpeakerDraft, SpeakerRole
from gvi_desktop.services import callins, groups, invitees, plans, quality, rooms, scripts, speakers, tasks
from gvi_desktop.services.storyclock import Demonstration, StoryClock
from gvi_desktop.services.unit import Unit
from gvi_desktop.services.workspace import Workspace

SPEAKERS = (
    ("Maria Lund", SpeakerRole.MODERATOR, "Örebro kommun", 5),
    ("Henrik Wall", SpeakerRole.POLICE, "Polisen", 8),
    ("Sara Holmgren", SpeakerRole.PROBATION, "Frivården", 7),
    ("Lars Nyman", SpeakerRole.MUNICIPALITY, "Örebro kommun", 6),
    ("Fatima Said", SpeakerRole.SOCIAL_SERVICES, "Socialtjänsten", 8),
    ("Eva Dahl", SpeakerRole.VOICE_OF_GRIEF, "Egen berättelse", 7),
    ("Tommy Berg", SpeakerRole.VOICE_OF_HOPE, "Egen berättelse", 7),
)
AGENCIES = ("Polisen", "Frivården", "Örebro kommun")
TO_INVITE = 10


def play(told: Demonstration, story: StoryClock, note: Callable[[str], None]) -> None:
    """Eight weeks before to the day after."""
    ws = told.workspace
    first = story.days_ago(56)
    ws.write(_conflict)
    people = ws.write(_review, TO_INVITE)
    note(f"reviewed {len(people)} imported people and their links, who can be messengers for their groups")
    approved = ws.write(_approve, AGENCIES)
    note(f"approved {approved} scripts, each by {len(AGENCIES)} agencies")
    plan = ws.read(plans.default)
    number = ws.read(callins.next_number)
    day = first + timedelta(days=48)
    draft = CallinDraft(
        number=number,
        on=day,
        start=time(18),
        venue="Kulturhuset, stora salen",
        owner="Anna Ek",
        groups=frozenset(one.id for one in ws.read(lambda unit: unit.find(Group))),
    )
    told.callin, told.callin_number = ws.write(callins.create, draft, plan.id if plan else None), number
    note(
        f"planned call-in {number} from the template: {len(ws.read(tasks.of_callin, told.callin))} tasks on their dates"
    )
    story.days_ago(40)
    ws.write(invitees.invite, told.callin, people)
    for name, role, agency, minutes in SPEAKERS:
        _speaker(ws, told.callin, name, role, agency, minutes)
    stops = ws.read(callins.go_stops, told.callin)
    note(f"not yet go: {len(stops)} stops, such as {stops[0].code if stops else '-'}")
    _invite(told, story)
    story.days_ago(15)
    ws.write(rooms.seat_all, told.callin)
    ws.write(callins.rehearse, told.callin, story().date(), "Hela kvällen prövad; dörrarna märkta om.")
    story.days_ago(11)
    ws.write(callins.decide, told.callin, "72", GoDecision.GO, "Lugnt läge, alla talare på plats.")
    story.days_ago(9)
    ws.write(callins.decide, told.callin, "24", GoDecision.GO, "Inga nya händelser.")
    note("rehearsed, decided at 72 and at 24 hours: go")
    _the_day(told, story, note)


def _conflict(unit: Unit) -> None:
    by_name = {group.name: group.id for group in unit.find(Group)}
    draft = RelationDraft(
        group=by_name["Vivalla Norra"],
        other=by_name["Oxhagen"],
        relation_kind=RelationKind.CONFLICT,
        from_on=unit.today - timedelta(days=90),
        source="Polisens lägesbild",
    )
    groups.add_relation(unit, draft)


def _review(unit: Unit, number: int) -> list[str]:
    """Look through the records of adults, two a group, so that each group has a messenger; the rest stays to review."""
    m = unit.table(Membership)
    chosen: list[str] = []
    for group in unit.find(Group, order_by=unit.table(Group).c.sort_text):
        links = unit.find(Membership, m.c.group == group.id)
        found = unit.by_ids(Person, [link.person for link in links])
        ready = [one for one in found.values() if one.protection is Protection.NONE and one.birth_date]
        for person in sorted(ready, key=lambda one: (str(one.birth_date), one.code_name))[:2]:
            quality.mark_reviewed(unit, "person", person.id)
            unit.change(Person, person.id, next_review_on=unit.today + timedelta(days=180))
            for link in (one for one in links if one.person == person.id):
                unit.change(Membership, link.id, review_on=unit.today + timedelta(days=180), imported=False)
            chosen.append(person.id)
    return chosen[:number]


def _approve(unit: Unit, agencies: tuple[str, ...]) -> int:
    t = unit.table(Script)
    found = unit.find(Script, t.c.audience.in_([Audience.CALLIN.value, Audience.TALK.value]))
    for script in found:
        for agency in agencies:
            scripts.approve(unit, script.id, agency)
    return len(found)


def _speaker(ws: Workspace, callin: str, name: str, role: SpeakerRole, agency: str, minutes: int) -> None:
    t_role = role.value

    def work(unit: Unit) -> None:
        t = unit.table(Script)
        own = unit.find(Script, t.c.role == t_role, t.c.language == unit.office.language.value, limit=1)
        script = own[0].id if own else None
        draft = SpeakerDraft(callin=callin, name=name, role=role, agency=agency, minutes=minutes, script=script)
        made = speakers.add(unit, draft)
        speakers.confirm(unit, made)

    ws.write(work)


def _invite(told: Demonstration, story: StoryClock) -> None:
    ws = told.workspace
    story.days_ago(30)
    for line in ws.read(invitees.of_callin, told.callin):
        ws.write(invitees.notice, line.id, NoticeWay.PROBATION_OFFICER)
    story.days_ago(22)
    for place, line in enumerate(ws.read(invitees.of_callin, told.callin)):
        ws.write(invitees.answer, line.id, Answer.UNSURE if place % 4 == 3 else Answer.COMING)


def _the_day(told: Demonstration, story: StoryClock, note: Callable[[str], None]) -> None:
    ws = told.workspace
    story.days_ago(8)
    lines = ws.read(invitees.of_callin, told.callin)
    for line in lines[:-1]:
        ws.write(invitees.check_in, line.id)
    for line in lines[1:-1]:
        ws.write(invitees.check_out, line.id)
    ws.write(invitees.check_out, lines[0].id, early=True)
    ws.write(callins.hold, told.callin)
    ws.write(
        callins.debrief, told.callin, "Lugn kväll. Två stannade och talade med föreningen. Kortare pauser nästa gång."
    )
    gone = ws.read(invitees.no_shows, told.callin)
    note(f"held: {len(lines)} called, {len(lines) - len(gone)} came, one left early, {len(gone)} stayed away")
    for task in ws.read(tasks.of_callin, told.callin):
        if task.due_on is not None and task.due_on <= story().date() and task.done_on is None:
            ws.write(tasks.finish, task.id)
