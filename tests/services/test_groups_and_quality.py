"""Groups, their relations, time lines, lists, and what is wrong with the data."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from kit.people import TODAY, group, link, person, second_user

from gvi_desktop.domain.agency import AgencyDraft, AgencyKind
from gvi_desktop.domain.callin import Callin, CallinDraft
from gvi_desktop.domain.disclosure import Disclosure, DisclosureDraft
from gvi_desktop.domain.errors import RefusedError
from gvi_desktop.domain.group import GroupDraft, Relation, RelationDraft, RelationKind
from gvi_desktop.domain.help import Help, HelpDraft, HelpKind
from gvi_desktop.domain.incident import Incident, IncidentDraft
from gvi_desktop.domain.invitee import Attendance, Invitee, InviteeDraft
from gvi_desktop.domain.membership import Membership, MembershipDraft
from gvi_desktop.domain.notification import Notification, NotificationDraft, Outcome, TeamMember
from gvi_desktop.domain.person import Person, PersonDraft, Protection
from gvi_desktop.domain.phonecall import Need, Phonecall, PhonecallDraft
from gvi_desktop.domain.user import Role
from gvi_desktop.services import agencies, groups, memberships, people, pickers, quality, roster, timeline
from gvi_desktop.services.quality import Fault
from gvi_desktop.services.roster import Shown
from gvi_desktop.services.workspace import Workspace


def talk(office: Workspace, one: str, north: str, on: date, outcome: Outcome = Outcome.REACHED) -> str:
    team = (TeamMember("Polisen"), TeamMember("Socialtjänsten"))
    draft = NotificationDraft(person=one, group=north, on=on, outcome=outcome, team=team)
    return office.write(lambda unit: unit.add(Notification, draft)).id


# ------------------------------------------------------------------ groups


def test_a_name_is_used_once_whatever_its_case(office: Workspace) -> None:
    north = group(office)
    with pytest.raises(RefusedError) as refused:
        group(office, " nORRA ")
    assert [(one.code, one.field) for one in refused.value.problems] == [("group_name_taken", "name")]
    office.write(groups.change, north, GroupDraft(name="Norra", area="Vivalla"))


def test_a_line_counts_members_of_today_and_shows_conflicts_and_the_last_talk(office: Workspace) -> None:
    north, south, west = group(office), group(office, "Södra"), group(office, "Västra")
    one, two = person(office), person(office, "Nils", "Berg")
    link(office, one, north)
    office.write(memberships.end, link(office, two, north), date(2026, 11, 1))
    office.write(groups.add_relation, RelationDraft(group=south, other=north, from_on=date(2026, 1, 1)))
    office.write(groups.add_relation, RelationDraft(group=north, other=west, to_on=date(2026, 1, 1)))
    talk(office, one, north, TODAY - timedelta(days=90))
    talk(office, one, north, TODAY - timedelta(days=5), Outcome.NOT_HOME)
    talk(office, one, south, TODAY - timedelta(days=91))
    lines = {line.name: line for line in office.read(groups.lines)}
    assert (lines["Norra"].members, lines["Norra"].conflicts) == (1, ("Södra",))
    assert lines["Norra"].reached_on == TODAY - timedelta(days=90)
    assert (lines["Södra"].reached_on, lines["Södra"].conflicts) == (None, ("Norra",))
    assert office.read(groups.conflict_pairs) == {frozenset({north, south})}


def test_a_relation_joins_two_groups_and_can_end(office: Workspace) -> None:
    north, south = group(office), group(office, "Södra")
    with pytest.raises(RefusedError, match="relation_same_group"):
        office.write(groups.add_relation, RelationDraft(group=north, other=north))
    made = office.write(
        groups.add_relation, RelationDraft(group=north, other=south, relation_kind=RelationKind.ALLIANCE)
    )
    assert [name for _, _, name in office.read(groups.relations_of, south)] == ["Norra"]
    office.write(groups.end_relation, made, date(2026, 11, 1))
    assert office.read(groups.get_relation, made).to_on == date(2026, 11, 1)
    assert office.read(groups.conflict_pairs) == set()


# ------------------------------------------------------------------ time lines


def test_a_persons_time_line_is_in_order_and_asks_for_consent(office: Workspace) -> None:
    one, north = person(office), group(office)
    link(office, one, north, from_on=date(2026, 1, 5))
    talk(office, one, north, date(2026, 10, 1))

    def more(unit: object) -> None:
        add = unit.add  # type: ignore[attr-defined]
        meeting = add(Callin, CallinDraft(number=1, on=date(2026, 9, 1), venue="Stadion")).id
        add(Invitee, InviteeDraft(callin=meeting, person=one, result=Attendance.CAME))
        for consent in (True, False):
            add(Help, HelpDraft(person=one, asked_on=date(2026, 10, 2), help_kind=HelpKind.WORK, consent=consent))
            add(
                Phonecall,
                PhonecallDraft(person=one, on=date(2026, 10, 3), need=Need.EXIT, person_consents=consent),
            )
        add(Disclosure, DisclosureDraft(on=date(2026, 10, 4), agency="Frivården", people=frozenset({one})))
        add(Disclosure, DisclosureDraft(on=date(2026, 10, 4), agency="Polisen", people=frozenset({"somebody else"})))

    office.write(more)
    found = [(moment.on, moment.what) for moment in office.read(timeline.of_person, one) if moment.on < TODAY]
    assert found == [
        (date(2026, 10, 4), "disclosed"),
        (date(2026, 10, 3), "called"),
        (date(2026, 10, 2), "help_asked"),
        (date(2026, 10, 1), "talk"),
        (date(2026, 9, 1), "callin_result"),
        (date(2026, 1, 5), "membership_began"),
    ]


def test_incidents_and_help_are_not_for_who_only_looks_after_keys(office: Workspace) -> None:
    one, north = person(office), group(office)
    incident = IncidentDraft(on=date(2026, 10, 1), group=north)
    wish = HelpDraft(person=one, asked_on=date(2026, 10, 2), help_kind=HelpKind.WORK, consent=True)
    office.write(lambda unit: (unit.add(Incident, incident), unit.add(Help, wish)))
    assert [m.what for m in office.read(timeline.of_group, north)] == ["incident"]
    assert [m.what for m in office.read(timeline.of_person, one)] == ["review", "help_asked"]
    keeper = second_user(office, Role.ADMINISTRATOR)
    assert keeper.read(timeline.of_group, north) == []
    assert [m.what for m in keeper.read(timeline.of_person, one)] == ["review"]
    keeper.close()


# ------------------------------------------------------------------ the list


def test_the_list_is_in_the_order_of_code_names_as_people_count(office: Workspace) -> None:
    for code in ("P10", "P9", "P100"):
        person(office, code_name=code)
    lines = office.read(roster.lines, office.read(roster.ids))
    assert [line.code_name for line in lines] == ["P9", "P10", "P100"]
    turned = office.read(roster.lines, office.read(roster.ids, "", "code", True))
    assert [line.code_name for line in turned] == ["P100", "P10", "P9"]


def test_each_choice_of_the_list_shows_its_people(office: Workspace) -> None:
    plain = {"next_review_on": date(2027, 1, 1)}
    person(office, "A", "A", birth_date=date(2008, 11, 22), **plain)
    person(office, "B", "B", birth_date=date(2008, 11, 23), **plain)
    person(office, "C", "C", birth_year=2008, **plain)
    person(office, "D", "D", birth_year=2007, **plain)
    person(office, "E", "E", next_review_on=TODAY)
    person(office, "F", "F", protection=Protection.REGISTRATION, **plain)
    person(office, "G", "G", imported=True, **plain)
    codes = {
        shown: [line.code_name for line in office.read(roster.lines, office.read(roster.ids, "", "", False, shown))]
        for shown in Shown
    }
    assert codes[Shown.MINORS] == ["P002", "P003"]
    assert codes[Shown.REVIEW_DUE] == ["P005"]
    assert codes[Shown.PROTECTED] == ["P006"]
    assert codes[Shown.IMPORTED] == ["P007"]
    assert len(codes[Shown.ALL]) == 7
    assert office.read(roster.counts) == {s: len(codes[s]) for s in Shown if s is not Shown.ALL}
    assert office.read(roster.due_count) == 1


def test_the_youngest_come_first_by_age(office: Workspace) -> None:
    for year in (1980, 2005, 1999):
        person(office, str(year), "X", birth_date=date(year, 1, 1))
    ages = [line.age for line in office.read(roster.lines, office.read(roster.ids, "", "age"))]
    assert ages == [21, 27, 46]


def test_lists_are_read_from_their_index_alone(office: Workspace) -> None:
    """A hundred thousand rows need not be decrypted to know their order."""
    for sort in ("sort_text", "birth_date", "next_review_on"):
        query = f"EXPLAIN QUERY PLAN SELECT id FROM person WHERE removed = 0 ORDER BY {sort} NULLS LAST, id"  # noqa: S608
        plan = office.read(lambda unit, query=query: unit.connection.exec_driver_sql(query).all())
        assert [row[3] for row in plan] == [f"SCAN person USING COVERING INDEX ix_person_{sort}"]


# ------------------------------------------------------------------ quality


def test_each_fault_is_found_counted_and_mended(office: Workspace) -> None:
    one, north = person(office), group(office, next_review_on=date(2026, 11, 1))

    def damage(unit: object) -> None:
        add = unit.add  # type: ignore[attr-defined]
        sourced = {"source": "x", "basis": "y", "review_on": date(2027, 1, 1)}
        add(Membership, MembershipDraft(person=one, group=north, review_on=date(2027, 1, 1)))
        add(Membership, MembershipDraft(person=one, group=north, source="x", basis="y", review_on=date(2026, 1, 1)))
        add(Membership, MembershipDraft(person="gone", group=north, **sourced))
        add(Person, PersonDraft(code_name="X1", birth_date=date(1890, 1, 1), birth_year=1890))
        add(Person, PersonDraft(code_name="X2", imported=True))

    office.write(damage)
    counts = office.read(quality.counts)
    assert counts == {
        Fault.NO_SOURCE: 1,
        Fault.UNJUDGED: 3,
        Fault.UNAPPROVED: 3,
        Fault.REVIEW_OVERDUE: 2,
        Fault.ORPHAN: 1,
        Fault.IMPROBABLE_DATE: 1,
        Fault.SAME_NUMBER: 0,
        Fault.UNMARKED: 0,
        Fault.TO_REVIEW: 1,
    }
    found = {fault: office.read(quality.findings, fault) for fault in counts}
    assert {fault: len(rows) for fault, rows in found.items()} == counts
    assert [row.title for row in found[Fault.REVIEW_OVERDUE]] == ["P001 · Norra", "Norra"]
    assert found[Fault.ORPHAN][0].title == "– · Norra"
    assert found[Fault.IMPROBABLE_DATE][0].title == "X1"
    office.write(quality.mark_reviewed, "person", found[Fault.TO_REVIEW][0].id)
    assert office.read(quality.counts)[Fault.TO_REVIEW] == 0


def test_records_of_every_kind_that_lead_nowhere_or_have_a_date_that_cannot_be_are_found(office: Workspace) -> None:
    one, north = person(office), group(office)

    def damage(unit: Any) -> None:
        add = unit.add
        tomorrow, team = TODAY + timedelta(days=1), (TeamMember("Polisen"),)
        add(Notification, NotificationDraft(person=one, on=tomorrow, outcome=Outcome.REACHED, team=team))
        add(Notification, NotificationDraft(person="gone", on=TODAY, outcome=Outcome.REACHED, team=team))
        add(Notification, NotificationDraft(person=one, planned_on=tomorrow))
        add(Incident, IncidentDraft(on=tomorrow, group=north))
        add(Incident, IncidentDraft(on=TODAY, group="gone"))
        add(Incident, IncidentDraft(on=TODAY))
        asked = {"asked_on": TODAY, "help_kind": HelpKind.WORK}
        add(Help, HelpDraft(person=one, first_contact_on=TODAY - timedelta(days=1), **asked))
        add(Help, HelpDraft(anonymous=True, **asked))
        add(Invitee, InviteeDraft(callin="gone", person=one))
        add(Relation, RelationDraft(group=north, other="gone", source="x", from_on=TODAY, to_on=date(2026, 1, 1)))

    office.write(damage)
    orphans = office.read(quality.findings, Fault.ORPHAN)
    assert sorted(row.kind for row in orphans) == ["incident", "invitee", "notification", "relation"]
    improbable = office.read(quality.findings, Fault.IMPROBABLE_DATE)
    assert sorted(row.kind for row in improbable) == ["help", "incident", "notification", "relation"]
    keeper = second_user(office, Role.ADMINISTRATOR)
    seen = {row.kind for fault in Fault for row in keeper.read(quality.findings, fault)}
    assert seen.isdisjoint({"incident", "help"}), "who looks after keys reads neither"
    keeper.close()


def test_visits_of_somebody_who_is_only_out_of_sight_lead_somewhere(office: Workspace) -> None:
    one = person(office)
    talk(office, one, "", TODAY)
    office.write(people.remove, one)
    assert office.read(quality.counts)[Fault.ORPHAN] == 0


def test_a_removed_record_has_no_faults(office: Workspace) -> None:
    made = office.write(lambda unit: unit.add(Person, PersonDraft(code_name="X", imported=True))).id
    office.write(lambda unit: unit.remove(Person, made))
    assert office.read(quality.counts)[Fault.TO_REVIEW] == 0


def test_a_list_of_faults_is_cut_and_several_are_marked_at_once(office: Workspace) -> None:
    drafts = [PersonDraft(code_name=f"X{n}", imported=True) for n in range(5)]
    office.write(lambda unit: [unit.add(Person, draft) for draft in drafts])
    assert len(office.read(quality.findings, Fault.TO_REVIEW, 3)) == 3
    rows = office.read(quality.findings, Fault.TO_REVIEW)
    assert office.write(quality.mark_all_reviewed, [(row.kind, row.id) for row in rows]) == 5


# ------------------------------------------------------------------ agencies and pickers


def test_an_agency_stands_once_in_the_register_after_the_own_one(office: Workspace) -> None:
    made = office.write(agencies.add, AgencyDraft(name="Frivården", agency_kind=AgencyKind.PROBATION))
    with pytest.raises(RefusedError, match="agency_name_taken"):
        office.write(agencies.add, AgencyDraft(name="frivården"))
    office.write(agencies.change, made, AgencyDraft(name="Frivården", phone="019"))
    assert office.read(agencies.names) == ["Örebro kommun", "Frivården"]
    assert office.read(agencies.kind_of, "örebro kommun") is AgencyKind.MUNICIPALITY
    office.write(agencies.remove, made)
    assert office.read(agencies.names) == ["Örebro kommun"]


def test_pickers_find_by_name_but_show_code_names(office: Workspace) -> None:
    north = group(office, area="Vivalla")
    one = person(office, "Örjan", "Åkesson", birth_date=date(1998, 7, 12))
    link(office, one, north)
    hidden = person(office, "Amir", "Haddad", birth_year=2003, protection=Protection.REGISTRATION)
    assert office.read(pickers.person_options, "akes") == [pickers.Choice(one, "P001", "Norra · 1998")]
    assert [choice.id for choice in office.read(pickers.person_options, "")] == [hidden, one]
    assert office.read(pickers.resolve_people, [hidden, "gone", one])[0] == pickers.Choice(hidden, "P002")
    assert office.read(pickers.group_options, "viv") == [pickers.Choice(north, "Norra", "Vivalla")]


def test_closed_groups_are_offered_last(office: Workspace) -> None:
    group(office, "Alfa")
    first = office.read(pickers.group_options, "")[0]
    closed = office.read(groups.get, first.id)
    office.write(groups.change, first.id, replace(closed, status=type(closed.status).CLOSED))
    group(office, "Beta")
    assert [choice.text for choice in office.read(pickers.group_options, "")] == ["Beta", "Alfa"]
