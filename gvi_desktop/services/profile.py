"""What the page of one person or one group shows, gathered in one reading."""

from __future__ import annotations

from dataclasses import dataclass

from gvi_desktop.domain.errors import Problem
from gvi_desktop.domain.group import Group, Relation
from gvi_desktop.domain.guardian import Guardian
from gvi_desktop.domain.person import Person, Protection, age_on, approach_problems, is_minor, masked
from gvi_desktop.domain.regime import Clock
from gvi_desktop.services import clocks, groups, guardians, memberships, relations, roster, timeline
from gvi_desktop.services.memberships import Link
from gvi_desktop.services.relations import RelationMap
from gvi_desktop.services.timeline import MOST, Moment
from gvi_desktop.services.unit import Unit


@dataclass(frozen=True)
class PersonView:
    """A person's page: `person` is masked when `hidden`; age and minority are computed before the masking."""

    person: Person
    hidden: bool
    age: int | None
    minor: bool
    review_due: bool
    to_settle: tuple[Problem, ...]
    clock: Clock | None
    guardians: tuple[Guardian, ...]
    links: tuple[Link, ...]
    moments: tuple[Moment, ...]
    older: bool
    """There are older moments than these; `timeline.of_person(unit, id, None)` has them all."""

    @property
    def id(self) -> str:
        """The person's id."""
        return self.person.id


@dataclass(frozen=True)
class GroupView:
    """A group's page: relations with id and name of the other group."""

    group: Group
    review_due: bool
    links: tuple[Link, ...]
    """The links that count today."""
    waiting: tuple[Link, ...]
    """Links that hold but wait for a second user's approval: not members yet."""
    relations: tuple[tuple[Relation, str, str], ...]
    relation_map: RelationMap
    moments: tuple[Moment, ...]
    older: bool
    """There are older moments than these; `timeline.of_group(unit, id, None)` has them all."""

    @property
    def id(self) -> str:
        """The group's id."""
        return self.group.id


def of_person(unit: Unit, person_id: str) -> PersonView:
    """The page of a person. Noting that it was opened is a step of its own: `people.open`."""
    found = unit.get(Person, person_id)
    moments = timeline.of_person(unit, person_id, MOST + 1)
    return PersonView(
        masked(found),
        found.protection is not Protection.NONE,
        age_on(found, unit.today),
        is_minor(found, unit.today),
        roster.review_due(found, unit.today),
        approach_problems(found, unit.today),
        clocks.of_person(unit, found),
        guardians.of(unit, found),
        tuple(memberships.of_person(unit, person_id)),
        tuple(moments[:MOST]),
        len(moments) > MOST,
    )


def of_group(unit: Unit, group_id: str) -> GroupView:
    """The page of a group."""
    found = unit.get(Group, group_id)
    moments = timeline.of_group(unit, group_id, MOST + 1)
    links = memberships.of_group(unit, group_id)
    return GroupView(
        found,
        found.next_review_on is not None and found.next_review_on <= unit.today,
        tuple(link for link in links if link.counts),
        tuple(link for link in links if not link.counts),
        tuple(groups.relations_of(unit, group_id)),
        relations.mapped(unit, group_id),
        tuple(moments[:MOST]),
        len(moments) > MOST,
    )
