"""The table role x service: what a role does not allow no service does, and what it allows none refuses."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from kit import roles, walk
from kit.chores import CHORES
from kit.deeds import DEEDS
from kit.rights import ANY_RIGHT, INNER, TABLE, named, right_of
from kit.sighted import known, planted_office, seen_by
from kit.vaults import new_vault

import gvi_desktop.cli
import ui
from gvi_desktop.domain.kinds import BY_KIND
from gvi_desktop.domain.record import Compartment
from gvi_desktop.domain.user import RIGHTS, Right, Role
from gvi_desktop.services.workspace import Workspace

REACHED = 300
"""Functions that must have answered the coordinator. Of the others, those that do more than read are in CHORES and
DEEDS, with all that they want."""


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    workspace = new_vault(tmp_path_factory.mktemp("roles") / "a.gvi")
    yield workspace
    workspace.close()


@pytest.fixture(scope="module")
def asked(office: Workspace, tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, Any]]:
    """What each service is called with."""
    who = planted_office(office)
    given = known(office, who, tmp_path_factory.mktemp("out"))
    found = {name: roles.asked(office, one, given) for name, one in walk.services().items()}
    return {name: chosen for name, chosen in found.items() if chosen is not None}


@pytest.fixture(scope="module")
def told(office: Workspace, asked: dict[str, dict[str, Any]]) -> dict[str, str]:
    """What each said to the coordinator."""
    return {name: roles.call(office, walk.services()[name], chosen) for name, chosen in asked.items()}


def test_the_table_names_every_service_once() -> None:
    parts = [named(text) for text in (*TABLE.values(), INNER)]
    assert sum(map(len, parts)) == len(set().union(*parts))
    assert set().union(*parts) == set(walk.services())


def test_the_coordinator_may_do_everything(told: dict[str, str]) -> None:
    assert [name for name, outcome in told.items() if outcome == "refused"] == []
    answered = {name for name, outcome in told.items() if outcome == "ok"}
    assert len(answered) > REACHED
    guessed = {name for name, right in right_of().items() if right not in (None, Right.READ)} - answered
    assert guessed - set(CHORES) - set(DEEDS) - UNDOING == set()


@pytest.mark.parametrize("role", [Role.STAFF, Role.READER, Role.ADMINISTRATOR])
def test_a_role_gets_what_its_rights_give_and_nothing_else(
    office: Workspace, asked: dict[str, dict[str, Any]], told: dict[str, str], role: Role
) -> None:
    rights, services, wrong = RIGHTS[role], walk.services(), {}
    sure = {name for name, outcome in told.items() if outcome == "ok"} - set(DEEDS) - set(CHORES)
    with seen_by(office, role):
        for name, right in right_of().items():
            if right is None or name not in asked:
                continue
            outcome = roles.call(office, services[name], asked[name])
            allowed = not rights.isdisjoint(ANY_RIGHT.get(name, {right}))
            fits = {"ok" if allowed else "refused"} | (set() if name in sure else {"error"})
            if outcome not in fits and not _about_another(role, asked[name]):
                wrong[name] = (right, outcome)
    narrow = {(Right.READ, "refused"), (Right.READ, "error")}
    sensitive = {name for name in wrong if role is Role.ADMINISTRATOR and wrong[name] in narrow}
    assert set(wrong) - sensitive == set()
    assert {name.partition(".")[0] for name in sensitive} <= NARROW


NARROW = {
    "compartments", "focusing", "focusviews", "helping", "history", "incidents", "phonecalls", "reports",
    "reports_evaluator", "reports_focus", "seen",
}  # fmt: skip
"""Services that refuse an administrator, who reads the core only, a record of another compartment."""


UNDOING = {"undo.undo", "undo.redo", "erasedelsewhere.decide"}
"""Want a step of one's own, or a bundle, that came before: in test_within_undo and test_erased_elsewhere."""


def _about_another(role: Role, chosen: dict[str, Any]) -> bool:
    """Whether the call is about a kind of record that other roles look after, such as users."""
    kind = chosen.get("kind")
    return isinstance(kind, str) and kind in BY_KIND and kind in ("office", "user", "ground", "regime")


def test_no_window_and_no_command_calls_what_only_services_may(office: Workspace) -> None:
    inner = named(INNER)
    for folder in (Path(str(ui.__file__)).parent, Path(str(gvi_desktop.cli.__file__)).parent):
        for path in folder.rglob("*.py"):
            tree = ast.parse(path.read_text(encoding="utf-8"))
            used = {f"{one.value.id}.{one.attr}" for one in ast.walk(tree)
                    if isinstance(one, ast.Attribute) and isinstance(one.value, ast.Name)}  # fmt: skip
            assert not used & inner, path


def test_nothing_outside_the_core_is_read_by_an_administrator() -> None:
    outside = {one.kind for one in BY_KIND.values() if one.compartment_of_kind is not Compartment.CORE}
    assert outside == {"incident", "focus", "measure", "phonecall", "help"}
