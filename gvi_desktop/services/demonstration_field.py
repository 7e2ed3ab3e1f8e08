"""The demonstration's field work: an incident and its focus round, calls to the phone line, and help."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, time, timedelta

from gvi_desktop.domain.focus import EndReason, Exclusion, FocusDraft
from gvi_desktop.domain.group import Group
from gvi_desktop.domain.help import AskedHow, HelpDraft, HelpKind, Stage
from gvi_desktop.domain.incident import IncidentDecision, IncidentDraft, IncidentType
from gvi_desktop.domain.invitee import PRESENT
from gvi_desktop.domain.measure import Counter, MeasureDraft
from gvi_desktop.domain.phonecall import CallerKind, Channel, HeardFrom, Need, PhonecallDraft
from gvi_desktop.domain.record import Certainty
from gvi_desktop.services import focusing, helping, incidents, invitees, phonecalls
from gvi_desktop.services.demonstration_callin import HELD
from gvi_desktop.services.storyclock import Demonstration, StoryClock


def focus(told: Demonstration, story: StoryClock, note: Callable[[str], None]) -> None:
    """A shooting, and three weeks of increased focus on the group it is attributed to."""
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
    made = ws.write(
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
        draft_measure = MeasureDraft(focus=made, agency=agency, what=what, legal_ground=ground, counters=(counter,))
        ws.write(focusing.add_measure, draft_measure)
    day = story.days_ago(21)
    ws.write(focusing.review, made, day + timedelta(days=10))
    day = story.days_ago(12)
    ws.write(focusing.end, made, day, EndReason.EFFECT_FELT, "Gruppen har känt av det; inga nya händelser.")
    days = ws.read(focusing.line, made).days
    note(f"incident decided, focus round with three measures, reviewed, ended after {days} days with a reason")


def help_given(told: Demonstration, story: StoryClock, note: Callable[[str], None]) -> None:
    """Two who came asked for help: one has work, one waits for a home."""
    ws = told.workspace
    lines = [line for line in ws.read(invitees.of_callin, told.callin) if line.invitee.result in PRESENT]
    day = story.days_ago(HELD - 1)
    draft = HelpDraft(
        person=lines[0].invitee.person,
        asked_on=day,
        asked_at=time(8, 30),
        asked_how=AskedHow.CALLIN,
        help_kind=HelpKind.WORK,
        provider="Arbetsmarknadsenheten",
        stage=Stage.ACCEPTED,
        consent=True,
    )
    made = ws.write(helping.add, draft)
    story.days_ago(HELD - 2)
    ws.write(helping.move, made, Stage.FIRST_MEETING)
    found = ws.read(helping.lines, [made])[0]
    note(f"help: first contact after {found.hours:.0f} hours")
    story.days_ago(HELD - 16)
    ws.write(helping.move, made, Stage.ONGOING)


def phone_and_help(told: Demonstration, story: StoryClock, note: Callable[[str], None]) -> None:
    """The last days: two calls, help that goes on since the call-in and help that waits."""
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
    asked = HelpDraft(
        person=told.minor,
        asked_on=story().date(),
        asked_at=time(15, 30),
        asked_how=AskedHow.PHONE,
        help_kind=HelpKind.SCHOOL,
        provider="Socialtjänsten",
        stage=Stage.ACCEPTED,
        consent=True,
    )
    ws.write(helping.add, asked)
    note("phone line: two calls, one waits for a call-back; help that was asked for yesterday waits")
