"""The demonstration's field work: talks, calls, an incident and its focus round, help, and the next call-in."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, time, timedelta

from gvi_desktop.domain.callin import CallinDraft
from gvi_desktop.domain.focus import EndReason, Exclusion, FocusDraft
from gvi_desktop.domain.group import Group
from gvi_desktop.domain.help import AskedHow, HelpDraft, HelpKind, Stage
from gvi_desktop.domain.incident import IncidentDecision, IncidentDraft, IncidentType
from gvi_desktop.domain.measure import Counter, MeasureDraft
from gvi_desktop.domain.notification import NotificationDraft, Outcome, PlaceKind, Reaction, TeamMember, Trigger
from gvi_desktop.domain.phonecall import CallerKind, Channel, HeardFrom, Need, PhonecallDraft
from gvi_desktop.domain.record import Certainty
from gvi_desktop.domain.round import RoundDraft, RoundTeam
from gvi_desktop.services import (
    callins,
    focusing,
    helping,
    incidents,
    invitees,
    notifications,
    phonecalls,
    plans,
    rounds,
)
from gvi_desktop.services.storyclock import Demonstration, StoryClock

TEAMS = (
    RoundTeam("Norr", (TeamMember("Polisen"), TeamMember("Socialtjänsten"))),
    RoundTeam("Söder", (TeamMember("Polisen"), TeamMember("Frivården"))),
)


def play(told: Demonstration, story: StoryClock, note: Callable[[str], None]) -> None:
    """The weeks around the call-in, and what comes next."""
    _focus(told, story, note)
    _round(told, story, note)
    _phone_and_help(told, story, note)
    _next(told, story, note)


def _round(told: Demonstration, story: StoryClock, note: Callable[[str], None]) -> None:
    ws = told.workspace
    day = story.days_ago(7)
    lines = ws.read(invitees.of_callin, told.callin)
    targets = [line.invitee.person for line in lines[-5:] if line.invitee.person] + [told.minor]
    told.round_name = "Efter call-in"
    draft = RoundDraft(
        name=told.round_name,
        reason="Samtal med den som uteblev och med nyckelpersoner.",
        from_on=day,
        to_on=day + timedelta(days=14),
        targets=frozenset(targets),
        responsible="Anna Ek",
        teams=TEAMS,
    )
    made = ws.write(rounds.plan, draft)
    outcomes = (Outcome.REACHED, Outcome.NOT_HOME, Outcome.REACHED, Outcome.REACHED, Outcome.DECLINED, Outcome.REACHED)
    for place, (person, outcome) in enumerate(zip(targets, outcomes, strict=True)):
        day = story.days_ago(6 - place // 2)
        reached = outcome is Outcome.REACHED
        talk = NotificationDraft(
            person=person,
            round=made,
            trigger=Trigger.NO_SHOW if place == 4 else Trigger.AFTER_CALLIN,
            on=day,
            at=time(17 + place % 3, 15),
            place=PlaceKind.HOME,
            team=TEAMS[place % 2].members,
            outcome=outcome,
            message_1=reached,
            message_2=reached,
            message_3=reached,
            reaction=(Reaction.ASKED_FOR_HELP if place == 2 else Reaction.LISTENED) if reached else None,
            asked_for_help=place == 2,
            guardian_present=person == told.minor and reached,
            handout="Kort med telefonnummer" if reached else "",
            next_step="Ny kontakt om två veckor" if reached else "",
            next_step_on=day + timedelta(days=14) if reached else None,
        )
        ws.write(notifications.log, talk)
    line = next(one for one in ws.read(rounds.listed) if one.id == made)
    p = line.progress
    note(f"round: {p.targets} people, {p.attempts} attempts, {p.talks} talks, {p.individuals} individuals")


def _phone_and_help(told: Demonstration, story: StoryClock, note: Callable[[str], None]) -> None:
    ws = told.workspace
    day = story.days_ago(4)
    call = PhonecallDraft(
        on=day,
        at=time(9, 20),
        channel=Channel.CALL,
        caller=CallerKind.PARENT,
        anonymous=True,
        heard_from=HeardFrom.CARD,
        need=Need.WORRY,
        action="Lyssnade, berättade om stödet. Ringer tillbaka.",
        callback_due=datetime(day.year, day.month, day.day, 14, tzinfo=UTC),
    )
    first = ws.write(phonecalls.log, call)
    ws.write(phonecalls.called_back, first)
    story.days_ago(1)
    waiting = PhonecallDraft(
        on=story().date(),
        at=time(9, 5),
        channel=Channel.VOICEMAIL,
        caller=CallerKind.UNKNOWN,
        need=Need.EXIT,
        callback_due=story() + timedelta(hours=30),
    )
    ws.write(phonecalls.log, waiting)
    day = story.days_ago(4)
    lines = ws.read(invitees.of_callin, told.callin)
    draft = HelpDraft(
        person=lines[0].invitee.person,
        asked_on=day,
        asked_at=time(8, 30),
        asked_how=AskedHow.CALLIN,
        help_kind=HelpKind.WORK,
        provider="Socialtjänsten",
        stage=Stage.ACCEPTED,
        consent=True,
    )
    made = ws.write(helping.add, draft)
    story.days_ago(3)
    ws.write(helping.move, made, Stage.FIRST_MEETING)
    found = ws.read(helping.lines, [made])[0]
    note(f"phone line: two calls, one waits for a call-back; help: first contact after {found.hours:.0f} hours")


def _focus(told: Demonstration, story: StoryClock, note: Callable[[str], None]) -> None:
    ws = told.workspace
    day = story.days_ago(35)
    group = next(one.id for one in ws.read(lambda unit: unit.find(Group)) if one.name == "Varberga")
    draft = IncidentDraft(
        on=day,
        incident_type=IncidentType.SHOOTING,
        area="Varberga",
        group=group,
        certainty=Certainty.CONFIRMED,
        retaliation_risk=True,
    )
    incident = ws.write(incidents.add, draft)
    day = story.days_ago(34)
    ws.write(
        incidents.decide, incident, IncidentDecision.FOCUS, "Styrgruppen: gruppen har utpekats av tre oberoende källor."
    )
    focus = ws.write(
        focusing.start,
        FocusDraft(
            group=group,
            incidents=frozenset({incident}),
            decided_by="Styrgruppen",
            decided_on=day,
            basis="Polisens bedömning efter händelsen; bekräftad.",
            certainty=Certainty.CONFIRMED,
            start_on=day,
            review_on=day + timedelta(days=14),
            exclusions=frozenset(Exclusion),
            proportionality="Riktas mot vuxna i gruppen. Minderåriga, familjer och den som lämnat berörs inte.",
            told_on=day,
            told_how="Muntligt av kommunpolisen och socialtjänsten.",
        ),
    )
    for agency, what, ground, counter in (
        ("Polisen", "Trafikkontroller och närvaro", "Polislagen 2 §", Counter("kontroller", 23)),
        ("Frivården", "Tätare kontakt med övervakade", "Brottsbalken 28 kap.", Counter("besök", 9)),
        ("Kronofogden", "Prioriterad indrivning", "Utsökningsbalken", Counter("ärenden", 4)),
    ):
        draft_measure = MeasureDraft(focus=focus, agency=agency, what=what, legal_ground=ground, counters=(counter,))
        ws.write(focusing.add_measure, draft_measure)
    day = story.days_ago(21)
    ws.write(focusing.review, focus, day + timedelta(days=10))
    day = story.days_ago(12)
    ws.write(focusing.end, focus, day, EndReason.EFFECT_FELT, "Gruppen har känt av det; inga nya händelser.")
    days = ws.read(focusing.line, focus).days
    note(f"incident decided, focus round with three measures, reviewed, ended after {days} days with a reason")


def _next(told: Demonstration, story: StoryClock, note: Callable[[str], None]) -> None:
    ws = told.workspace
    day = story.days_ago(1)
    plan = ws.read(plans.default)
    number = ws.read(callins.next_number)
    draft = CallinDraft(
        number=number, on=day + timedelta(days=43), start=time(18), venue="Stadsbiblioteket", owner="Anna Ek"
    )
    told.coming = ws.write(callins.create, draft, plan.id if plan else None)
    earlier = [line.invitee.person for line in ws.read(invitees.of_callin, told.callin) if line.invitee.person]
    ws.write(invitees.invite, told.coming, [*earlier[:6], told.minor])
    stops = ws.read(callins.go_stops, told.coming)
    note(f"planned call-in {number}: {len(stops)} things still stop it")
