"""Groups and how they stand to one another; closing a group lets its memberships be reviewed (records.md, group)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Select, func, select

from gvi_desktop.domain.errors import Problem, RefusedError
from gvi_desktop.domain.group import (
    Group,
    GroupDraft,
    GroupProblem,
    GroupStatus,
    Relation,
    RelationDraft,
    RelationKind,
    holds,
    problems,
    relation_problems,
)
from gvi_desktop.domain.membership import Membership
from gvi_desktop.domain.notification import Notification, Outcome
from gvi_desktop.services import memberships
from gvi_desktop.services.belonging import current, holding
from gvi_desktop.services.unit import Unit

REACHED_WITHIN = timedelta(days=90)


@dataclass(frozen=True)
class Saved:
    """A saved group, and how many memberships are to be reviewed because it was closed."""

    id: str
    to_review: int = 0


@dataclass(frozen=True)
class GroupLine:
    """A group in the list. `reached_on` is the last talk with one of its members in 90 days, the messenger reached."""

    id: str
    name: str
    area: str
    size: int | None
    members: int
    reached_on: date | None
    conflicts: tuple[str, ...]
    status: GroupStatus
    next_review_on: date | None
    review_due: bool
    imported: bool
    waiting: int = 0
    """Links that hold but wait for a second user's approval: not among the members."""


def add(unit: Unit, draft: GroupDraft) -> Saved:
    """A new group; its name or code is used once."""
    return Saved(unit.add(Group, _checked(unit, draft)).id)


def change(unit: Unit, group_id: str, draft: GroupDraft) -> Saved:
    """Set what is known of a group. Closing it sets the review of every membership that holds to today."""
    stored = unit.get(Group, group_id)
    draft = _checked(unit, replace(draft, imported=stored.imported), group_id)
    unit.put(Group, group_id, draft)
    if draft.status is GroupStatus.CLOSED and stored.status is not GroupStatus.CLOSED:
        return Saved(group_id, memberships.review_all(unit, group_id))
    return Saved(group_id)


def remove(unit: Unit, group_id: str) -> None:
    """Take a group out of every list, with memberships and relations; undo brings all of it back."""
    for link in unit.find(Membership, unit.table(Membership).c.group == group_id):
        unit.remove(Membership, link.id)
    for relation in _relations(unit, [group_id]):
        unit.remove(Relation, relation.id)
    unit.title = "group.remove"
    unit.remove(Group, unit.get(Group, group_id).id)


def get(unit: Unit, group_id: str) -> Group:
    """One group."""
    return unit.get(Group, group_id)


def lines(unit: Unit) -> list[GroupLine]:
    """Every group, by name: size, members known today, the last member reached, conflicts that hold."""
    m, g = unit.table(Membership).c, unit.table(Group).c
    people = func.count(func.distinct(m.person))
    members = _counts(unit, select(m.group, people).where(m.removed == 0, *current(unit)).group_by(m.group))
    unapproved = select(m.group, func.count()).where(m.removed == 0, m.approved_by == "", *holding(unit))
    waiting = _counts(unit, unapproved.group_by(m.group))
    talks = select(g.id, _last_talk(unit, g.id)).where(g.removed == 0)
    reached = {row[0]: row[1] for row in unit.connection.execute(talks)}
    groups = unit.find(Group, order_by=g.sort_text)
    conflicts = _conflicts(unit, {one.id: one.name for one in groups})
    return [
        GroupLine(
            one.id,
            one.name,
            one.area,
            one.size,
            members.get(one.id, 0),
            date.fromisoformat(reached[one.id]) if reached.get(one.id) else None,
            tuple(sorted(conflicts.get(one.id, ()))),
            one.status,
            one.next_review_on,
            one.next_review_on is not None and one.next_review_on <= unit.today,
            one.imported,
            waiting.get(one.id, 0),
        )
        for one in groups
    ]


def _last_talk(unit: Unit, group: ColumnElement[Any]) -> ColumnElement[Any]:
    """The day of the last talk with one of a group's members in 90 days: one look into the index for each group."""
    n = unit.table(Notification).c
    talk = (n.outcome == Outcome.REACHED.value, n.corrected == 0, n.removed == 0)
    since = (unit.today - REACHED_WITHIN).isoformat()
    return select(func.max(n.on)).where(n.group == group, *talk, n.on >= since).scalar_subquery()


def add_relation(unit: Unit, draft: RelationDraft) -> str:
    """A conflict or an alliance between two groups."""
    return unit.add(Relation, _checked_relation(unit, draft)).id


def change_relation(unit: Unit, relation_id: str, draft: RelationDraft) -> str:
    """Set what is known of a relation."""
    stored = unit.get(Relation, relation_id)
    unit.put(Relation, relation_id, _checked_relation(unit, replace(draft, imported=stored.imported)))
    return relation_id


def end_relation(unit: Unit, relation_id: str, on: date | None = None) -> str:
    """It no longer holds, from today or an earlier day."""
    stored = unit.get(Relation, relation_id)
    _checked_relation(unit, replace(stored, to_on=on or unit.today))
    unit.title = "relation.end"
    unit.change(Relation, relation_id, to_on=on or unit.today)
    return relation_id


def remove_relation(unit: Unit, relation_id: str) -> None:
    """Take away a relation that should not have been noted; undo brings it back."""
    unit.remove(Relation, unit.get(Relation, relation_id).id)


def get_relation(unit: Unit, relation_id: str) -> Relation:
    """One relation."""
    return unit.get(Relation, relation_id)


def relations_of(unit: Unit, group_id: str) -> list[tuple[Relation, str, str]]:
    """The group's relations, those that hold first: (relation, id of the other group, its name)."""
    found = _relations(unit, [group_id])
    others = {one.id: one.other if one.group == group_id else one.group for one in found}
    names = unit.by_ids(Group, set(others.values()))
    listed = [(one, other, names[other].name) for one in found if (other := others[one.id] or "") in names]
    return sorted(listed, key=lambda row: (not holds(row[0], unit.today), row[0].relation_kind.value, row[2]))


def conflict_pairs(unit: Unit) -> set[frozenset[str]]:
    """Pairs of ids of groups that are in conflict today: for seating, and for planning visits."""
    r = unit.table(Relation).c
    found = unit.find(Relation, r.relation_kind == RelationKind.CONFLICT.value)
    return {frozenset({one.group, one.other}) for one in found if holds(one, unit.today) and one.group and one.other}


def _conflicts(unit: Unit, names: dict[str, str]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for one, other in (sorted(pair) for pair in conflict_pairs(unit) if len(pair) == 2):
        if one in names and other in names:
            found.setdefault(one, set()).add(names[other])
            found.setdefault(other, set()).add(names[one])
    return found


def _relations(unit: Unit, groups: Sequence[str]) -> list[Relation]:
    r = unit.table(Relation).c
    return unit.find(Relation, r.group.in_(groups) | r.other.in_(groups))


def _counts(unit: Unit, query: Select[Any]) -> dict[str, int]:
    return {row[0]: int(row[1]) for row in unit.connection.execute(query)}


def _checked(unit: Unit, draft: GroupDraft, own_id: str = "") -> GroupDraft:
    draft = replace(draft, name=draft.name.strip())
    found = list(problems(draft))
    g = unit.table(Group).c
    taken = [one for one in unit.find(Group, g.id != own_id) if one.name.casefold() == draft.name.casefold()]
    if draft.name and taken:
        found.append(Problem(GroupProblem.NAME_TAKEN, "name", {"name": draft.name}))
    if found:
        raise RefusedError(found, kind="group")
    return draft


def _checked_relation(unit: Unit, draft: RelationDraft) -> RelationDraft:
    if found := relation_problems(draft):
        raise RefusedError(found, kind="relation")
    return draft
