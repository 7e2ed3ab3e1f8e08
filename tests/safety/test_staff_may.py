"""What the table of rights gives staff, staff gets: each service that writes is driven with all that it wants."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from kit import walk
from kit.callins import MadeCallin, ready_callin
from kit.chores import CHORES
from kit.rights import right_of
from kit.vaults import CHEAP, SettableClock, new_vault

from gvi_desktop.domain.errors import GviError
from gvi_desktop.domain.user import RIGHTS, Right, Role, User
from gvi_desktop.services import history, users
from gvi_desktop.services.unit import Unit
from gvi_desktop.services.workspace import Workspace


class BackError(Exception):
    """Takes the step back."""


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Workspace, MadeCallin, User]]:
    """A vault with a call-in ready, and a second user."""
    workspace = new_vault(tmp_path_factory.mktemp("staff") / "a.gvi", clock=SettableClock())
    made = ready_callin(workspace)
    other = users.add(workspace, "Kim Lund", Role.STAFF, "fyra blåa kor", cost=CHEAP)
    yield workspace, made, workspace.read(lambda unit: unit.get(User, other))
    workspace.close()


def tried(office: tuple[Workspace, MadeCallin, User], name: str, role: Role) -> str:
    """"ok", or the code of the refusal; nothing of it stays."""
    workspace, made, other = office
    service = walk.services()[name]

    def work(unit: Unit) -> None:
        chosen = CHORES[name](unit, made)  # by the coordinator, who may do everything
        before = unit.store.kinds.copy()
        unit.user = replace(other, role=role)
        service(unit, *chosen)
        unit.store.flush()
        assert before <= unit.store.kinds
        raise BackError

    try:
        workspace.write(work)
    except BackError:
        return "ok"
    except GviError as fault:
        return fault.code
    return "kept"


def test_only_services_that_write_are_chores_and_staff_is_the_lowest_role_that_may() -> None:
    rights = right_of()
    assert {rights[name] for name in CHORES} == {Right.WRITE}
    assert [role for role in Role if Right.WRITE in RIGHTS[role]] == [Role.COORDINATOR, Role.STAFF]


@pytest.mark.parametrize("name", CHORES)
def test_staff_may_and_those_who_only_read_may_not(office: tuple[Workspace, MadeCallin, User], name: str) -> None:
    assert tried(office, name, Role.STAFF) == "ok"
    for role in (Role.READER, Role.ADMINISTRATOR):
        assert tried(office, name, role) == "not_allowed"


def test_nothing_of_it_stayed(office: tuple[Workspace, MadeCallin, User]) -> None:
    workspace, _made, other = office
    assert not [line for line in workspace.read(history.newest, 10_000) if line.by == other.name]
    assert workspace.read(history.verify) == []
