"""Groups that drive violence, and how they stand to one another."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import ClassVar

from gvi_desktop.domain.errors import Problem
from gvi_desktop.domain.record import Draft, NoteMark, Record, free_text, ref, short
from gvi_desktop.domain.rules import caps, gather, in_order, missing


class Cohesion(StrEnum):
    """How firmly a group holds together."""

    LOOSE = "loose"
    NETWORK = "network"
    TIGHT = "tight"


class GroupStatus(StrEnum):
    """Whether a group is active."""

    ACTIVE = "active"
    DORMANT = "dormant"
    CLOSED = "closed"


class RelationKind(StrEnum):
    """How two groups stand to one another."""

    CONFLICT = "conflict"
    ALLIANCE = "alliance"


class GroupProblem(StrEnum):
    """What the rules may object to in a group or a relation."""

    SAME_GROUP = "relation_same_group"
    BAD_SIZE = "group_bad_size"
    NAME_TAKEN = "group_name_taken"


@dataclass(frozen=True, kw_only=True)
class GroupDraft(Draft):
    """A group by name or code."""

    kind: ClassVar[str] = "group"

    name: str = short(80)
    area: str = short()
    size: int | None = None
    cohesion: Cohesion | None = None
    status: GroupStatus = GroupStatus.ACTIVE
    next_review_on: date | None = None
    note_mark: NoteMark | None = None
    note: str = free_text(mark="note_mark")


@dataclass(frozen=True, kw_only=True)
class Group(GroupDraft, Record):
    """A stored group."""


@dataclass(frozen=True, kw_only=True)
class RelationDraft(Draft):
    """A conflict or an alliance between two groups, from and to a date."""

    kind: ClassVar[str] = "relation"

    group: str | None = ref("group")
    other: str | None = ref("group")
    relation_kind: RelationKind = RelationKind.CONFLICT
    from_on: date | None = None
    to_on: date | None = None
    source: str = short()
    note_mark: NoteMark | None = None
    note: str = free_text(mark="note_mark")


@dataclass(frozen=True, kw_only=True)
class Relation(RelationDraft, Record):
    """A stored relation between groups."""


def problems(draft: GroupDraft) -> tuple[Problem, ...]:
    """A group needs a name or code; its size is a plausible number."""
    size = [Problem(GroupProblem.BAD_SIZE, "size")] if draft.size is not None and not 1 <= draft.size <= 1000 else []
    return gather(missing(draft, "name"), size, caps(draft))


def relation_problems(draft: RelationDraft) -> tuple[Problem, ...]:
    """Two different groups, and an end that is not before the start."""
    same = [Problem(GroupProblem.SAME_GROUP, "other")] if draft.group and draft.group == draft.other else []
    return gather(missing(draft, "group", "other"), same, in_order(draft, "from_on", "to_on"), caps(draft))


def holds(draft: RelationDraft, day: date) -> bool:
    """Whether the relation holds on that day."""
    return (draft.from_on is None or draft.from_on <= day) and (draft.to_on is None or draft.to_on >= day)
