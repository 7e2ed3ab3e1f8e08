"""The overview gathers what waits from every concept."""

from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from kit.vaults import SettableClock

from gvi_desktop.domain.callin import Callin, CallinDraft, CallinStatus
from gvi_desktop.domain.group import GroupDraft
from gvi_desktop.domain.help import FollowUp, Help, HelpDraft, HelpKind
from gvi_desktop.domain.incident import Incident, IncidentDecision, IncidentDraft
from gvi_desktop.domain.membership import Membership, MembershipDraft
from gvi_desktop.domain.notification import Notification, NotificationDraft, Outcome, TeamMember
from gvi_desktop.domain.person import PersonDraft
from gvi_desktop.domain.phonecall import Need, PhonecallDraft
from gvi_desktop.domain.speaker import Speaker, SpeakerDraft
from gvi_desktop.domain.task import TaskDraft
from gvi_desktop.services import callins, groups, helping, notifications, overview, people, phonecalls, tasks
from gvi_desktop.services.workspace import Workspace


def test_an_untouched_vault_leads_the_first_steps(office: Workspace) -> None:
    found = office.read(overview.overview)
    assert found.empty
    assert found.callin is None


def test_late_tasks_the_next_call_in_and_call_backs_are_shown(office: Workspace) -> None:
    office.write(tasks.add, TaskDraft(title="Ring", due_on=date(2026, 11, 20)))
    office.write(tasks.add, TaskDraft(title="Senare", due_on=date(2026, 12, 20)))
    office.write(callins.create, CallinDraft(number=1, on=date(2026, 12, 1), start=time(18)))
    due = datetime(2026, 11, 22, 9, tzinfo=UTC)
    office.write(phonecalls.log, PhonecallDraft(on=date(2026, 11, 21), need=Need.EXIT, callback_due=due))
    found = office.read(overview.overview)
    assert [(one.title, one.late) for one in found.tasks] == [("Ring", True)]
    assert found.callin is not None
    assert found.callin.days == 9
    assert found.callin.stops
    assert [one.late for one in found.callbacks] == [True]
    assert not found.empty


def test_a_talk_is_followed_up_after_thirty_days_and_counted_in_its_month(
    office: Workspace, clock: SettableClock
) -> None:
    person = office.write(people.add, PersonDraft(given_name="Adam", birth_date=date(1999, 1, 1)))
    talk = NotificationDraft(
        person=person, on=date(2026, 11, 20), outcome=Outcome.REACHED, team=(TeamMember("Polisen"),)
    )
    made = office.write(notifications.log, talk)
    assert office.read(overview.overview).months[-1] == ("2026-11", 1, 0)
    assert office.read(overview.overview).follow_ups == ()
    clock.move(days=31)
    (due,) = office.read(overview.overview).follow_ups
    assert (due.id, due.days) == (made, 30)
    office.write(notifications.follow_up, made, 30, "Arbetar.")
    assert office.read(overview.overview).follow_ups == ()


def test_what_nobody_has_decided_closed_or_followed_up_is_told_with_how_late_it_is(office: Workspace) -> None:
    north = office.write(groups.add, GroupDraft(name="Norra", next_review_on=date(2026, 11, 22))).id

    def more(unit: Any) -> None:
        unit.add(Incident, IncidentDraft(on=date(2026, 11, 1), group=north))
        decided = {"decision": IncidentDecision.NOTHING, "decided_why": "x", "decided_on": date(2026, 11, 2)}
        unit.add(Incident, IncidentDraft(on=date(2026, 11, 1), **decided))
        unit.add(Callin, CallinDraft(number=3, on=date(2026, 11, 20)))
        held = unit.add(Callin, CallinDraft(number=2, on=date(2026, 11, 10), status=CallinStatus.HELD)).id
        unit.add(Callin, CallinDraft(number=1, on=date(2026, 1, 10), status=CallinStatus.CANCELLED))
        unit.add(Speaker, SpeakerDraft(callin=held, name="Eva", aftercare_on=date(2026, 11, 12)))
        unit.add(Membership, MembershipDraft(person="x", group=north, review_on=date(2026, 11, 22)))
        ended = {"to_on": date(2026, 1, 1), "review_on": date(2026, 1, 1)}
        unit.add(Membership, MembershipDraft(person="x", group=north, **ended))

    office.write(more)
    found = office.read(overview.overview)
    assert [(one.title, one.late) for one in found.incidents.shown] == [("shooting", True)]
    assert [(one.title, one.late) for one in found.unclosed.shown] == [("3", False)]
    assert [(one.title, one.late, one.kind) for one in found.care.shown] == [("Eva", True, "callin")]
    assert found.link_approvals == 0, "their own writer does not approve them"
    assert (found.link_reviews, found.group_reviews, found.bundles_unread) == (1, 1, 0)


def test_help_is_followed_up_from_the_first_contact_until_somebody_notes_it(office: Workspace) -> None:
    def wish(unit: Any, **more: Any) -> str:
        values = {"anonymous": True, "asked_on": date(2026, 1, 1), "help_kind": HelpKind.WORK}
        return str(unit.add(Help, HelpDraft(**{**values, **more})).id)

    def several(unit: Any) -> list[str]:
        wish(unit)
        wish(unit, first_contact_on=date(2026, 9, 1))
        wish(unit, first_contact_on=date(2025, 1, 1), imported=True)
        wish(unit, first_contact_on=date(2026, 8, 1), followups=(FollowUp(3, date(2026, 11, 2), "Arbetar"),))
        return [wish(unit, first_contact_on=day) for day in (date(2026, 8, 22), date(2024, 11, 22), date(2025, 11, 30))]

    three, twentyfour, six = office.write(several)
    found = office.read(overview.overview).help_follow_ups
    assert [(one.id, one.days, one.late) for one in found.shown] == [
        (six, 6, True),
        (three, 3, False),
        (twentyfour, 24, False),
    ]
    assert found.count == 3
    for one, months in ((three, 3), (twentyfour, 24), (six, 6)):
        office.write(helping.follow_up, one, months, "Arbetar.")
    assert office.read(overview.overview).help_follow_ups.count == 0


def test_the_lights_of_the_next_call_in_count_its_stops_and_none_is_green_without_speakers(office: Workspace) -> None:
    office.write(callins.create, CallinDraft(number=1, on=date(2026, 12, 1), start=time(18)))
    ahead = office.read(overview.overview).callin
    assert ahead is not None
    assert {light.topic.value: light.stops for light in ahead.lights} == {
        "messages": 3,
        "scripts": 1,
        "speakers": 1,
        "people": 1,
        "rehearsal": 1,
    }
    told = frozenset[str]().union(*overview.TOPICS.values())
    assert {stop.code for stop in ahead.stops} <= told, "every stop belongs to a light"


def test_talks_are_followed_up_as_the_visits_themselves_say(office: Workspace, clock: SettableClock) -> None:
    """The overview counts along an index; the list of the place asks each visit."""
    person = office.write(people.add, PersonDraft(given_name="Adam", birth_date=date(1999, 1, 1)))
    for back in range(0, 140, 9):
        on = date(2026, 11, 22) - timedelta(days=back)
        done = on + timedelta(days=30) if back % 2 and back > 40 else None
        draft = NotificationDraft(
            person=person, on=on, outcome=Outcome.REACHED, team=(TeamMember("Polisen"),), followup_30_on=done
        )
        office.write(lambda unit, draft=draft: unit.add(Notification, draft))
    listed = office.read(notifications.follow_ups_due)
    found = office.read(overview.overview)
    assert found.follow_ups_count == len(listed) > len(found.follow_ups) == 8
    assert [(one.due, one.days, one.title) for one in found.follow_ups] == [
        (one.due, one.days, one.person) for one in listed[:8]
    ]
