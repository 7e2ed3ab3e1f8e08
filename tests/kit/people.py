"""Makers of made-up people, groups and links, and a second user to approve them."""

from __future__ import annotations

from datetime import date
from typing import Any

from kit.vaults import CHEAP, SettableClock

from gvi_desktop.domain.group import GroupDraft
from gvi_desktop.domain.membership import Accuracy, Membership, MembershipDraft, Reliability
from gvi_desktop.domain.person import PersonDraft
from gvi_desktop.domain.user import Role
from gvi_desktop.services import groups, memberships, people, unlocking, users
from gvi_desktop.services.unit import Unit
from gvi_desktop.services.workspace import Workspace

OTHER = "Bo Alm"
OTHERS_PASSPHRASE = "fyra blåa kor"
TODAY = date(2026, 11, 22)
NEXT_YEAR = date(2027, 6, 1)


def person(workspace: Workspace, given: str = "Ali", family: str = "Hassan", **more: Any) -> str:
    """A person added as a user would; returns the id."""
    return workspace.write(people.add, PersonDraft(given_name=given, family_name=family, **more))


def group(workspace: Workspace, name: str = "Norra", **more: Any) -> str:
    """A group; returns the id."""
    return workspace.write(groups.add, GroupDraft(name=name, **more)).id


def linked(person_id: str | None, group_id: str | None, **more: Any) -> MembershipDraft:
    """What a complete link says."""
    said: dict[str, Any] = {"source": "Polisen, kartläggning", "basis": "Sedd med gruppens kärna."}
    said |= {"review_on": NEXT_YEAR, "reliability": Reliability.MOSTLY, "accuracy": Accuracy.PROBABLE}
    return MembershipDraft(person=person_id, group=group_id, **{**said, **more})


def link(workspace: Workspace, person_id: str, group_id: str, *, approved: bool = True, **more: Any) -> str:
    """A link between a person and a group, to be reviewed half a year from the vault's day; returns the id.

    It is approved as by a second user, unless it is to wait for that."""
    more.setdefault("review_on", workspace.clock().date() + (NEXT_YEAR - TODAY))
    return workspace.write(_link, linked(person_id, group_id, **more), approved)


def _link(unit: Unit, draft: MembershipDraft, approved: bool) -> str:
    made = memberships.add(unit, draft)
    if approved:
        unit.change(Membership, made, approved_by=OTHER, approved_on=unit.today)
    return made


def second_user(workspace: Workspace, role: Role = Role.COORDINATOR) -> Workspace:
    """The same vault, opened by another user (the first one's workspace is closed)."""
    users.add(workspace, OTHER, role, OTHERS_PASSPHRASE, cost=CHEAP)
    clock = workspace.clock
    workspace.close()
    opened = unlocking.unlock(workspace.folder, OTHER, OTHERS_PASSPHRASE, clock=clock)
    assert isinstance(clock, SettableClock)
    return opened
