"""Memberships: none without source, basis and review date; a second user approves; past the hard limit they go."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from sqlalchemy import func, or_, select

from gvi_desktop.domain import membership, regime
from gvi_desktop.domain.approval import same_name
from gvi_desktop.domain.errors import Problem, RefusedError
from gvi_desktop.domain.group import Group, GroupStatus
from gvi_desktop.domain.membership import GROUNDS, Accuracy, Membership, MembershipDraft, MembershipProblem, Reliability
from gvi_desktop.domain.person import Person
from gvi_desktop.domain.regime import Clock, Regime
from gvi_desktop.domain.rules import CommonProblem
from gvi_desktop.domain.user import Right
from gvi_desktop.services import approvals, clocks
from gvi_desktop.services.sounding import sort_key
from gvi_desktop.services.unit import Unit


@dataclass(frozen=True)
class Link:
    """A membership as a page shows it: both ends by name (code name), and what is to be done about it."""

    membership: Membership
    person_code: str
    group_name: str
    running: bool
    review_due: bool
    counts: bool
    """It holds and a second user has approved it; a link that holds and does not count waits for approval."""

    @property
    def id(self) -> str:
        """The membership's id."""
        return self.membership.id


@dataclass(frozen=True)
class Due:
    """A membership that has passed its hard limit and is to be erased."""

    id: str
    person: str
    person_code: str
    group_name: str
    hard_end: date


def add(unit: Unit, draft: MembershipDraft) -> str:
    """Link a person to a group; approval by a second user is then awaited."""
    draft = replace(draft, proposed_by=unit.user.name, approved_by="", approved_on=None)
    return unit.add(Membership, _checked(unit, draft, None)).id


def change(unit: Unit, membership_id: str, draft: MembershipDraft) -> str:
    """Set what is known of a link; new grounds need a new approval."""
    stored = unit.get(Membership, membership_id)
    draft = replace(
        draft,
        person=stored.person,
        imported=stored.imported,
        proposed_by=stored.proposed_by,
        approved_by=stored.approved_by,
        approved_on=stored.approved_on,
    )
    if any(getattr(draft, name) != getattr(stored, name) for name in GROUNDS):
        draft = replace(draft, proposed_by=unit.user.name, approved_by="", approved_on=None)
    anew = not draft.approved_by
    unit.put(Membership, membership_id, _checked(unit, draft, stored))
    if anew:
        approvals.say_anew(unit, Membership.kind, membership_id)
    return membership_id


def approve(unit: Unit, membership_id: str) -> str:
    """A second user's approval; refused for whoever made or last changed the grounds (records.md, membership)."""
    stored = unit.get(Membership, membership_id)
    if any(same_name(unit.user.name, one) for one in (stored.proposed_by or stored.made_by, stored.made_by)):
        raise RefusedError([Problem(MembershipProblem.APPROVED_BY_MAKER)])
    if lacking := [one for one in membership.problems(stored, unit.today) if one.code == CommonProblem.MISSING]:
        raise RefusedError(lacking, kind="membership")
    unit.title = "membership.approve"
    # Who approves has looked at the grounds: an imported link is no longer one that nobody has seen.
    unit.change(Membership, membership_id, approved_by=unit.user.name, approved_on=unit.today, imported=False)
    return membership_id


def end(unit: Unit, membership_id: str, on: date | None = None) -> str:
    """The person no longer belongs to the group, from today or an earlier day."""
    stored = unit.get(Membership, membership_id)
    draft = replace(stored, to_on=on or unit.today)
    found = [one for one in membership.problems(draft, unit.today) if one.field == "to_on"]
    if found:
        raise RefusedError(found, kind="membership")
    unit.title = "membership.end"
    unit.change(Membership, membership_id, to_on=draft.to_on)
    return membership_id


def review(
    unit: Unit,
    membership_id: str,
    review_on: date | None,
    reliability: Reliability | None = None,
    accuracy: Accuracy | None = None,
) -> str:
    """It still holds: set the next review, and how far source and content are trusted now."""
    stored = unit.get(Membership, membership_id)
    if not membership.running(stored, unit.today):
        raise RefusedError([Problem(MembershipProblem.ENDED)])
    draft = replace(
        stored,
        review_on=review_on,
        reliability=reliability or stored.reliability,
        accuracy=accuracy or stored.accuracy,
    )
    unit.title = "membership.review"
    return change(unit, membership_id, draft)


def remove(unit: Unit, membership_id: str) -> None:
    """Take a link away that should not have been made; undo brings it back."""
    unit.remove(Membership, unit.get(Membership, membership_id).id)


def get(unit: Unit, membership_id: str) -> Link:
    """One link."""
    return _links(unit, [unit.get(Membership, membership_id)])[0]


def of_person(unit: Unit, person_id: str) -> list[Link]:
    """The links of a person, those that hold first, the newest on top."""
    return _links(unit, unit.find(Membership, unit.table(Membership).c.person == person_id))


def of_group(unit: Unit, group_id: str) -> list[Link]:
    """The links to a group that hold today, approved or waiting for it; a list of former members does not exist
    (records.md)."""
    found = unit.find(Membership, unit.table(Membership).c.group == group_id)
    return [link for link in _links(unit, found) if link.running]


def due(unit: Unit) -> list[Due]:
    """Links past the hard limit of their person's retention regime, the oldest first: erased, not hidden."""
    known = clocks.regimes(unit)
    found = [one for limit in known for one in _old(unit, limit, known)]
    people = unit.by_ids(Person, {one.person for one in found})
    ends = _hard_ends(unit, found, people)
    past = [one for one in found if one.id in ends and ends[one.id] < unit.today]
    groups = unit.by_ids(Group, {one.group for one in past})
    listed = []
    for one in past:
        person, group = people.get(one.person or ""), groups.get(one.group or "")
        code, name = person.code_name if person else "", group.name if group else ""
        listed.append(Due(one.id, one.person or "", code, name, ends[one.id]))
    return sorted(listed, key=lambda one: one.hard_end)


def _old(unit: Unit, limit: Regime, known: Sequence[Regime]) -> list[Membership]:
    """Links under that regime which, or whose person, may have passed the limit: what is worth looking at closely.
    A pause only ever moves a limit ahead."""
    m, p = unit.table(Membership).c, unit.table(Person).c
    before = (regime.add_months(unit.today, -limit.hard_months) + timedelta(days=1)).isoformat()
    started = func.coalesce(p.retention_from, p.made_at)
    own = p.regime == limit.id
    if limit is known[0]:  # it also holds for everybody without one
        own = or_(own, p.regime.is_(None), p.regime.not_in([one.id for one in known]))
    old = select(m.id).join(unit.table(Person), p.id == m.person).where(own)
    return unit.find(Membership, m.id.in_(old.where(or_(m.made_at <= before, started <= before))))


def erase_due(unit: Unit) -> int:
    """Erase every link past its hard limit; returns how many. Cannot be undone."""
    unit.need(Right.ERASE)
    gone = due(unit)
    for one in gone:
        unit.erase(Membership, one.id)
    return len(gone)


def last_day(unit: Unit, link: Membership) -> date | None:
    """The last day the link may be kept, or None where no regime says."""
    return _hard_ends(unit, [link], unit.by_ids(Person, [link.person])).get(link.id)


def review_all(unit: Unit, group_id: str) -> int:
    """Let every link to a group that holds be reviewed today; returns how many (a group was closed)."""
    found = [one for one in unit.find(Membership, unit.table(Membership).c.group == group_id)]
    held = [one for one in found if membership.running(one, unit.today)]
    for one in held:
        unit.change(Membership, one.id, review_on=unit.today)
    return len(held)


def _links(unit: Unit, found: Sequence[Membership]) -> list[Link]:
    people = unit.by_ids(Person, {one.person for one in found})
    groups = unit.by_ids(Group, {one.group for one in found})
    links = []
    for one in found:
        person, group = people.get(one.person or ""), groups.get(one.group or "")
        running = membership.running(one, unit.today)
        links.append(
            Link(
                one,
                person.code_name if person else "",
                group.name if group else "",
                running,
                running and one.review_on is not None and one.review_on <= unit.today,
                membership.counts(one, unit.today),
            )
        )

    def order(link: Link) -> tuple[bool, int, str]:
        begun = link.membership.from_on
        return not link.running, -(begun.toordinal() if begun else 0), sort_key(link.person_code)

    return sorted(links, key=order)


def _hard_ends(unit: Unit, found: Sequence[Membership], people: Mapping[str, Person]) -> dict[str, date]:
    """The last day of each link, by its id; without those where no regime says."""
    known, running = clocks.regimes(unit), clocks.of_people(unit, list(people.values()))
    ends = {}
    for one in found:
        person = people.get(one.person or "")
        if person is not None and (limit := clocks.ruling(known, person)) is not None:
            ends[one.id] = _last(unit, unit.local(one.made_at).date(), limit, running[person.id])
    return ends


def _last(unit: Unit, made_on: date, limit: Regime, clock: Clock) -> date:
    return membership.hard_end(made_on, limit.hard_months, clock.hard_end, clock.pauses, unit.today)


def _checked(unit: Unit, draft: MembershipDraft, stored: Membership | None) -> MembershipDraft:
    """The draft, or a refusal: the rules, both ends known, the group open, no second link that holds to it."""
    found: list[Problem] = []
    person = unit.by_ids(Person, [draft.person]).get(draft.person or "")
    group = unit.by_ids(Group, [draft.group]).get(draft.group or "")
    last = None
    if person is not None and (limit := clocks.ruling(clocks.regimes(unit), person)):
        made_on, clock = unit.local(stored.made_at).date() if stored else unit.today, clocks.of_person(unit, person)
        last = _last(unit, made_on, limit, clock) if clock else None
    for name, known in (("person", person), ("group", group)):
        if getattr(draft, name) and known is None:
            found.append(Problem("unknown_record", name))
    running = membership.running(draft, unit.today)
    if group is not None and group.status is GroupStatus.CLOSED and stored is None and running:
        found.append(Problem(MembershipProblem.GROUP_CLOSED, "group"))
    if draft.person and draft.group and running:
        m = unit.table(Membership).c
        others = unit.find(Membership, m.person == draft.person, m.group == draft.group)
        if any(membership.running(one, unit.today) and (not stored or one.id != stored.id) for one in others):
            found.append(Problem(MembershipProblem.ALREADY_MEMBER, "group"))
    found += membership.problems(draft, unit.today, last)
    if found:
        raise RefusedError(found, kind="membership")
    return draft
