"""The time lines of people and groups gather everything, name nobody who has left, and are cut when they are long."""

from dataclasses import replace
from datetime import date
from typing import Any

from kit.lines import focus, incident
from kit.people import TODAY, group, link, person

from gvi_desktop.domain.callin import Callin, CallinDraft, CallinStatus
from gvi_desktop.domain.disclosure import Disclosure, DisclosureDraft
from gvi_desktop.domain.focus import Focus
from gvi_desktop.domain.help import FollowUp, Help, HelpDraft, HelpKind
from gvi_desktop.domain.incident import Incident, IncidentDecision
from gvi_desktop.domain.invitee import Attendance, Invitee, InviteeDraft
from gvi_desktop.domain.membership import Membership, MembershipDraft
from gvi_desktop.domain.notification import Notification, NotificationDraft, Outcome, TeamMember
from gvi_desktop.domain.person import GuardianDecision, Person
from gvi_desktop.domain.round import Round, RoundDraft
from gvi_desktop.domain.task import Task, TaskDraft
from gvi_desktop.services import profile, timeline
from gvi_desktop.services.timeline import MOST, Moment
from gvi_desktop.services.workspace import Workspace
from gvi_desktop.wording import Words


def told(moments: list[Moment]) -> list[tuple[date | None, str]]:
    return [(one.on, one.what) for one in moments]


def worded(moments: list[Moment]) -> None:
    """Each can be said, in both languages."""
    for language in ("sv", "en"):
        for moment in moments:
            values = {name: str(value or "") for name, value in moment.data.items()}
            assert Words(language).text("timeline", moment.what, **values) not in ("", moment.what)


def test_a_member_who_was_called_and_came_puts_the_call_in_on_the_groups_line(office: Workspace) -> None:
    one, north = person(office), group(office)

    def more(unit: Any) -> None:
        held = CallinDraft(number=1, on=date(2026, 9, 1), status=CallinStatus.HELD)
        meeting = unit.add(Callin, held).id
        unit.add(Invitee, InviteeDraft(callin=meeting, person=one, group=north, result=Attendance.CAME))
        unit.add(Invitee, InviteeDraft(callin=meeting, person="x", group=north, result=Attendance.NO_SHOW))
        unit.add(Callin, CallinDraft(number=2, on=date(2026, 12, 1), groups=frozenset({north})))

    office.write(more)
    ahead, held = office.read(timeline.of_group, north)
    assert (ahead.what, ahead.data["number"]) == ("callin_of_group", 2)
    assert (held.what, held.data["total"], held.data["came"]) == ("callin_attended", 2, 1)
    worded([ahead, held])


def test_everything_of_a_group_is_on_its_line(office: Workspace) -> None:
    one, north = person(office), group(office, next_review_on=date(2026, 12, 5))
    link(office, one, north, from_on=date(2026, 1, 5))

    def more(unit: Any) -> None:
        add = unit.add
        add(Round, RoundDraft(name="Norr", from_on=date(2026, 3, 1), targets=frozenset({one, "x"})))
        add(Round, RoundDraft(name="Söder", from_on=date(2026, 3, 2), targets=frozenset({"x"})))
        add(Disclosure, DisclosureDraft(on=date(2026, 4, 1), agency="Polisen", people=frozenset({one, "x"})))
        add(Task, TaskDraft(title="Fråga", due_on=date(2026, 5, 1), subject_kind="group", subject=north))
        add(Incident, incident(group=north, decision=IncidentDecision.FOCUS, decided_on=TODAY, decided_why="Ja"))
        add(Focus, focus(north, told_on=date(2026, 11, 23), told_how="Enskilt"))
        team = (TeamMember("Polisen"),)
        talk = NotificationDraft(person=one, group=north, on=date(2026, 6, 1), outcome=Outcome.REACHED, team=team)
        add(Notification, talk)
        gone = MembershipDraft(person="gone", group=north, from_on=date(2025, 1, 1), to_on=date(2026, 2, 1))
        add(Membership, replace(gone, approved_by="Bo"))
        add(Membership, replace(gone, to_on=date(2026, 2, 2)))  # never approved: nobody who left

    office.write(more)
    line = office.read(timeline.of_group, north)
    assert told(line) == [
        (date(2026, 12, 6), "focus_review"),
        (date(2026, 12, 5), "review"),
        (date(2026, 11, 23), "focus_told"),
        (date(2026, 11, 22), "focus_began"),
        (date(2026, 11, 22), "incident_decided"),
        (date(2026, 11, 20), "incident"),
        (date(2026, 6, 1), "talk"),
        (date(2026, 5, 1), "task_due"),
        (date(2026, 4, 1), "members_disclosed"),
        (date(2026, 3, 1), "round_of_group"),
        (date(2026, 2, 1), "member_left"),
        (date(2026, 1, 5), "member_linked"),
    ]
    worded(line)
    assert [moment.data["count"] for moment in line if "count" in moment.data] == [1, 1]
    left = next(moment for moment in line if moment.what == "member_left")
    assert (left.id, left.note, dict(left.data)) == ("", "", {}), "whoever left is not named"


def test_everything_of_a_person_is_on_their_line(office: Workspace) -> None:
    decided = {"guardian_decision": GuardianDecision.CONSENTS, "guardian_decided_on": date(2026, 2, 2)}
    one, north = person(office, **decided), group(office)
    held = link(office, one, north, from_on=date(2026, 1, 5))

    def more(unit: Any) -> None:
        add = unit.add
        unit.change(Person, one, next_review_on=date(2026, 12, 5))
        unit.change(Membership, held, approved_by="Bo", approved_on=date(2026, 1, 7), review_on=date(2026, 12, 6))
        add(Round, RoundDraft(name="Norr", from_on=date(2026, 3, 1), targets=frozenset({one})))
        add(Task, TaskDraft(title="Ring", done_on=date(2026, 5, 2), subject_kind="person", subject=one))
        talk = NotificationDraft(
            person=one,
            on=date(2026, 6, 1),
            outcome=Outcome.REACHED,
            team=(TeamMember("Polisen"),),
            followup_30_on=date(2026, 7, 3),
            followup_90_on=date(2026, 9, 3),
        )
        add(Notification, talk)
        wish = HelpDraft(person=one, asked_on=date(2026, 6, 2), help_kind=HelpKind.WORK, consent=True)
        steps = {"first_contact_on": date(2026, 6, 3), "followups": (FollowUp(3, date(2026, 9, 9), "Arbetar"),)}
        made = add(Help, wish)
        unit.change(Help, made.id, **steps)

    office.write(more)
    line = office.read(timeline.of_person, one)
    assert told(line) == [
        (date(2026, 12, 6), "membership_review"),
        (date(2026, 12, 5), "review"),
        (date(2026, 9, 9), "help_followed_up"),
        (date(2026, 9, 3), "followed_up"),
        (date(2026, 7, 3), "followed_up"),
        (date(2026, 6, 3), "help_first_contact"),
        (date(2026, 6, 2), "help_asked"),
        (date(2026, 6, 1), "talk"),
        (date(2026, 5, 2), "task_done"),
        (date(2026, 3, 1), "round_aimed"),
        (date(2026, 2, 2), "guardian_decided"),
        (date(2026, 1, 7), "membership_approved"),
        (date(2026, 1, 5), "membership_began"),
    ]
    worded(line)


def test_a_long_line_is_cut_at_the_newest_and_says_so(office: Workspace) -> None:
    one = person(office)
    days = [date.fromordinal(TODAY.toordinal() - back) for back in range(MOST + 5)]
    visits = [
        NotificationDraft(person=one, on=day, outcome=Outcome.NOT_HOME, team=(TeamMember("Polisen"),)) for day in days
    ]
    office.write(lambda unit: [unit.add(Notification, draft) for draft in visits])
    view = office.read(profile.of_person, one)
    assert (len(view.moments), view.older) == (MOST, True)
    assert max(m.on for m in view.moments if m.what == "attempt" and m.on) == days[0]
    assert len(office.read(timeline.of_person, one, None)) > MOST + 5
