"""Undo and redo: the opposite of a step, as a step of its own."""


import pytest

from gvi_desktop.domain.errors import RefusedError
from gvi_desktop.domain.group import Group, GroupDraft
from gvi_desktop.services import undo
from gvi_desktop.services.workspace import Workspace
from gvi_desktop.storage import journal


def names(office: Workspace) -> list[str]:
    return sorted(group.name for group in office.read(lambda unit: unit.find(Group)))


def add(office: Workspace, name: str) -> str:
    return office.write(lambda unit: unit.add(Group, GroupDraft(name=name))).id


def test_a_new_vault_has_nothing_to_undo(office: Workspace) -> None:
    assert office.read(undo.status) == undo.UndoStatus(None, None)
    with pytest.raises(RefusedError, match="nothing_to_undo"):
        office.write(undo.undo)


def test_steps_are_taken_back_in_turn_and_brought_again_in_turn(office: Workspace) -> None:
    one = add(office, "A")
    add(office, "B")
    office.write(lambda unit: unit.change(Group, one, name="C"))
    assert names(office) == ["B", "C"]
    for expected in (["A", "B"], ["A"], []):
        office.write(undo.undo)
        assert names(office) == expected
    for expected in (["A"], ["A", "B"], ["B", "C"]):
        office.write(undo.redo)
        assert names(office) == expected
    assert office.read(undo.status) == undo.UndoStatus("group.change", None)


def test_a_new_change_ends_what_could_be_brought_again(office: Workspace) -> None:
    add(office, "A")
    office.write(undo.undo)
    add(office, "B")
    assert office.read(undo.status) == undo.UndoStatus("group.add", None)
    with pytest.raises(RefusedError, match="nothing_to_redo"):
        office.write(undo.redo)


def test_a_removed_record_comes_back(office: Workspace) -> None:
    one = add(office, "A")
    office.write(lambda unit: unit.remove(Group, one))
    assert names(office) == []
    office.write(undo.undo)
    assert names(office) == ["A"]


def test_an_erasure_cannot_be_undone_nor_skipped_over(office: Workspace) -> None:
    one = add(office, "A")
    office.write(lambda unit: unit.erase(Group, one))
    assert office.read(undo.status).undo is None


def test_a_step_of_many_records_is_undone_whole_and_journaled(office: Workspace) -> None:
    office.write(lambda unit: [unit.add(Group, GroupDraft(name=name)) for name in "ABC"])
    office.write(undo.undo)
    assert names(office) == []
    actions = [entry.action for entry in office.read(lambda u: list(journal.entries(u.connection, newest=3)))]
    assert actions == ["undo", "undo", "undo"]
    assert office.read(lambda unit: journal.broken_links(unit.connection)) == []
