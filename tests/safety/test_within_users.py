"""An administrator who wants to see more than the core: nobody gives anybody, or oneself, more than they see."""

from __future__ import annotations

from dataclasses import replace

import pytest
from kit.vaults import CHEAP

from gvi_desktop.domain.errors import RefusedError
from gvi_desktop.domain.record import Compartment
from gvi_desktop.domain.user import Role, User
from gvi_desktop.services import users
from gvi_desktop.services.workspace import Workspace

HELP, ENFORCEMENT = Compartment.HELP, Compartment.ENFORCEMENT


def as_administrator(office: Workspace) -> None:
    office.user = replace(office.user, role=Role.ADMINISTRATOR)


def user(office: Workspace, user_id: str) -> User:
    return next(one for one in office.read(users.listed) if one.id == user_id)


def added(office: Workspace, name: str, role: Role) -> str:
    return users.add(office, name, role, "fyra blåa kor", cost=CHEAP)


def test_an_administrator_makes_nobody_a_coordinator(office: Workspace) -> None:
    other = added(office, "Bo Alm", Role.ADMINISTRATOR)
    as_administrator(office)
    for whom in (other, office.user.id):
        office.write(lambda unit, whom=whom: unit.change(User, whom, role=Role.ADMINISTRATOR))
        as_administrator(office)
        with pytest.raises(RefusedError, match="sight_not_own"):
            office.write(users.change_role, whom, Role.COORDINATOR)
    with pytest.raises(RefusedError, match="sight_not_own"):
        added(office, "Cia Ny", Role.COORDINATOR)
    assert [one.name for one in office.read(users.listed)] == ["Anna Ek", "Bo Alm"]


def test_whom_an_administrator_adds_sees_the_core_until_a_coordinator_gives_more(office: Workspace) -> None:
    coordinator = office.user
    as_administrator(office)
    made = added(office, "Bo Alm", Role.STAFF)
    as_administrator(office)  # each step that changes a user reads the vault's own record of them anew
    assert user(office, made).reads == {Compartment.CORE}
    with pytest.raises(RefusedError, match="sight_not_own"):
        office.write(users.set_withheld, made, frozenset({HELP}))
    office.user = coordinator
    office.write(users.set_withheld, made, frozenset({HELP}))
    as_administrator(office)
    office.write(users.change_role, made, Role.READER)
    as_administrator(office)
    assert user(office, made).reads == {Compartment.CORE, ENFORCEMENT}
    office.write(users.set_withheld, made, frozenset({HELP, ENFORCEMENT}))


def test_an_administrator_who_becomes_staff_by_another_sees_the_core(office: Workspace) -> None:
    other = added(office, "Bo Alm", Role.ADMINISTRATOR)
    as_administrator(office)
    office.write(users.change_role, other, Role.STAFF)
    assert user(office, other).reads == {Compartment.CORE}
