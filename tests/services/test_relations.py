"""The map of conflicts and alliances holds what holds, around one group or of all."""

from datetime import date

import pytest
from kit.people import group

from gvi_desktop.domain.group import RelationDraft, RelationKind
from gvi_desktop.services import groups, relations
from gvi_desktop.services.workspace import Workspace


def test_around_a_group_stand_those_it_has_to_do_with_and_what_holds_between_them(office: Workspace) -> None:
    north, south, west, east, alone = (group(office, name) for name in ("Norra", "Södra", "Västra", "Östra", "Ensam"))
    office.write(
        groups.add_relation, RelationDraft(group=north, other=south, from_on=date(2026, 1, 1), source="Polisen")
    )
    office.write(groups.add_relation, RelationDraft(group=west, other=north, relation_kind=RelationKind.ALLIANCE))
    office.write(groups.add_relation, RelationDraft(group=south, other=west))
    office.write(groups.add_relation, RelationDraft(group=west, other=east))
    office.write(groups.add_relation, RelationDraft(group=north, other=alone, to_on=date(2026, 11, 21)))
    found = office.read(relations.mapped, north)
    assert ([node.name for node in found.nodes], found.centre) == (["Norra", "Södra", "Västra"], north)
    assert {(frozenset({edge.one, edge.other}), edge.kind.value) for edge in found.edges} == {
        (frozenset({north, south}), "conflict"),
        (frozenset({north, west}), "alliance"),
        (frozenset({south, west}), "conflict"),
    }
    assert [node.name for node in office.read(relations.mapped).nodes] == ["Norra", "Södra", "Västra", "Östra"]
    earlier = office.read(relations.mapped, north, date(2025, 6, 1))
    assert [node.name for node in earlier.nodes] == ["Ensam", "Norra", "Västra"]


def test_a_crowded_map_keeps_those_with_most_relations_and_says_how_many_are_left_out(
    office: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(relations, "MOST", 3)
    many = [group(office, f"Grupp {n}") for n in range(5)]
    for other in many[1:]:
        office.write(groups.add_relation, RelationDraft(group=many[0], other=other))
    found = office.read(relations.mapped)
    assert (len(found.nodes), found.left_out) == (3, 2)
    assert many[0] in {node.id for node in found.nodes}
