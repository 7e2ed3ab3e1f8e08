"""The map of conflicts and alliances: the groups, and what holds between them on a day."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date

from sqlalchemy import or_

from gvi_desktop.domain.group import Group, GroupStatus, Relation, RelationKind, holds
from gvi_desktop.services.unit import Unit

MOST = 24
"""Groups that one drawing holds; beyond that those with most relations are kept."""


@dataclass(frozen=True)
class Node:
    """A group on the map."""

    id: str
    name: str
    status: GroupStatus


@dataclass(frozen=True)
class Edge:
    """What holds between two groups, by their ids; since when, and from which source."""

    id: str
    one: str
    other: str
    kind: RelationKind
    since: date | None
    source: str


@dataclass(frozen=True)
class RelationMap:
    """Groups and what holds between them; `centre` is the group in the middle, or empty; `left_out` found no room."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    centre: str = ""
    left_out: int = 0


def mapped(unit: Unit, group_id: str = "", on: date | None = None) -> RelationMap:
    """All groups that stand in a relation on a day (today), by name; with a group, it and those it stands in one with,
    and what holds between these."""
    r, day = unit.table(Relation).c, on or unit.today
    text = day.isoformat()
    held = unit.find(Relation, or_(r.to_on.is_(None), r.to_on >= text), or_(r.from_on.is_(None), r.from_on <= text))
    running = [one for one in held if holds(one, day) and one.group and one.other]
    wanted = Counter(end for one in running for end in (one.group, one.other) if end)
    if group_id:
        near = {one.other if one.group == group_id else one.group for one in running if group_id in _ends(one)}
        wanted = Counter({end: number for end, number in wanted.items() if end in near}) + Counter(
            {group_id: len(held)}
        )
    groups = unit.by_ids(Group, wanted)
    kept = [one for one, _ in wanted.most_common() if one in groups][:MOST]
    names = sorted((groups[one] for one in kept), key=lambda group: group.name.casefold())
    return RelationMap(
        tuple(Node(one.id, one.name, one.status) for one in names),
        tuple(
            Edge(one.id, one.group or "", one.other or "", one.relation_kind, one.from_on, one.source)
            for one in running
            if _ends(one) <= set(kept)
        ),
        group_id,
        len(groups) - len(kept),
    )


def _ends(relation: Relation) -> set[str | None]:
    return {relation.group, relation.other}
