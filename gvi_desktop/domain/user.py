"""Users of the vault and what their roles allow."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from gvi_desktop.domain.errors import Problem
from gvi_desktop.domain.record import Compartment, Draft, Record, short
from gvi_desktop.domain.rules import caps, gather, missing


class Role(StrEnum):
    """What a user is in this office."""

    COORDINATOR = "coordinator"
    STAFF = "staff"
    READER = "reader"
    ADMINISTRATOR = "administrator"


class Right(StrEnum):
    """What an action asks of its user."""

    READ = "read"
    WRITE = "write"
    PRINT = "print"
    EXPORT = "export"
    ERASE = "erase"
    ADMINISTER = "administer"


RIGHTS: dict[Role, frozenset[Right]] = {
    Role.READER: frozenset({Right.READ}),
    Role.STAFF: frozenset({Right.READ, Right.WRITE, Right.PRINT}),
    Role.COORDINATOR: frozenset({Right.READ, Right.WRITE, Right.PRINT, Right.EXPORT, Right.ERASE, Right.ADMINISTER}),
    Role.ADMINISTRATOR: frozenset({Right.READ, Right.ADMINISTER}),
}


@dataclass(frozen=True, kw_only=True)
class UserDraft(Draft):
    """A person who signs in; the key slot carries the same id."""

    kind: ClassVar[str] = "user"
    synced: ClassVar[bool] = False

    name: str = short(80)
    agency: str = short()
    role: Role = Role.COORDINATOR
    active: bool = True
    withheld: frozenset[Compartment] = frozenset()
    """Compartments that staff or a reader do not see; of the other roles, the role alone decides."""


@dataclass(frozen=True, kw_only=True)
class User(UserDraft, Record):
    """A stored user."""

    def may(self, right: Right) -> bool:
        """Whether this user's role gives the right."""
        return self.active and right in RIGHTS[self.role]

    @property
    def reads(self) -> frozenset[Compartment]:
        """The compartments this user sees: a coordinator all, an administrator (who looks after keys and users) the
        core, staff and readers the core and what is not withheld from them."""
        return sight(self.role, self.withheld)


def sight(role: Role, withheld: frozenset[Compartment] = frozenset()) -> frozenset[Compartment]:
    """The compartments that users of a role see when these are withheld from them."""
    if role is Role.COORDINATOR:
        return frozenset(Compartment)
    if role is Role.ADMINISTRATOR:
        return frozenset({Compartment.CORE})
    return frozenset(Compartment) - (withheld - {Compartment.CORE})


def problems(draft: UserDraft) -> tuple[Problem, ...]:
    """A user needs a name and an agency."""
    return gather(missing(draft, "name", "agency"), caps(draft))
