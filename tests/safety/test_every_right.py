"""Every service that writes, prints, hands out, erases or administers, in every role: no right is guessed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from kit import walk
from kit.callins import ready_callin
from kit.chores import CHORES
from kit.deeds import DEEDS, World, world
from kit.rights import ANY_RIGHT, right_of
from kit.vaults import CHEAP, SettableClock, new_vault

from gvi_desktop.domain.errors import GviError
from gvi_desktop.domain.user import RIGHTS, Right, Role, User
from gvi_desktop.services import users
from gvi_desktop.services.unit import Unit
from gvi_desktop.services.workspace import Workspace


class BackError(Exception):
    """Takes the step back."""


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Workspace, World, User]]:
    folder, clock = tmp_path_factory.mktemp("rights"), SettableClock()
    workspace = new_vault(folder / "a.gvi", clock=clock)
    made = ready_callin(workspace)
    other = users.add(workspace, "Kim Lund", Role.STAFF, "fyra blåa kor", cost=CHEAP)
    (folder / "out").mkdir()
    ready = world(workspace, made, other, clock, folder / "out")
    yield workspace, ready, workspace.read(lambda unit: unit.get(User, other))
    workspace.close()


def tried(office: tuple[Workspace, World, User], name: str, role: Role) -> str:
    """"ok", or the code of the refusal; nothing of it stays in the vault."""
    workspace, ready, other = office
    service = walk.services()[name]

    def work(unit: Unit) -> None:
        chosen = DEEDS[name](unit, ready)  # by the coordinator, who may do everything
        unit.user = replace(other, role=role)
        service(unit, *chosen)
        unit.store.flush()
        raise BackError

    try:
        workspace.write(work)
    except BackError:
        return "ok"
    except GviError as fault:
        return fault.code
    return "kept"


@pytest.mark.parametrize("name", DEEDS)
def test_each_role_may_what_the_table_gives_it_and_is_refused_the_rest(
    office: tuple[Workspace, World, User], name: str
) -> None:
    right = right_of()[name]
    assert right is not None and name not in CHORES
    enough = ANY_RIGHT.get(name, frozenset({right}))
    for role in Role:
        assert tried(office, name, role) == ("not_allowed" if enough.isdisjoint(RIGHTS[role]) else "ok"), role


def test_nothing_of_it_stayed(office: tuple[Workspace, World, User]) -> None:
    from gvi_desktop.services import history

    workspace, _ready, other = office
    assert not [line for line in workspace.read(history.newest, 10_000) if line.by == other.name]
    assert workspace.read(history.verify) == []
    assert Right.READ not in {right_of()[name] for name in DEEDS}
