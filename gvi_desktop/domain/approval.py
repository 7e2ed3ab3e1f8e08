"""A second user's approval: what it covers in each kind of record, and who is no second user. Standard library only."""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher

SLIP = 0.85
"""How much two names have in common that one could be written for the other."""


@dataclass(frozen=True)
class Approval:
    """The fields of a kind that a second user approves, who proposed them, who approved them, and what goes with it."""

    grounds: frozenset[str]
    proposed_by: str
    approved_by: str
    also: tuple[str, ...] = ()

    @property
    def fields(self) -> frozenset[str]:
        """All that an arriving record may change of it."""
        return self.grounds | {self.proposed_by, self.approved_by}


APPROVALS: Mapping[str, Approval] = {
    "membership": Approval(
        frozenset({"person", "group", "source", "source_kind", "reliability", "accuracy", "basis"}),
        "proposed_by",
        "approved_by",
        ("approved_on",),
    ),
    "person": Approval(
        frozenset({"guardian_decision", "guardian_decided_on", "best_interests"}),
        "minor_proposed_by",
        "minor_approved_by",
    ),
}


def same_name(one: str, other: str) -> bool:
    """Whether two names of users are one: capitals, spaces and how a system types å make no difference."""
    return _plain(one) == _plain(other)


def alike(one: str, other: str) -> bool:
    """Whether two names of users may be one person's: one is a part of the other, with initials or numbers, or they
    differ by a slip of the pen."""
    first, second = _parts(one), _parts(other)
    fewer, more = sorted((first, second), key=len)
    if fewer and all(any(_stands_for(part, whole) for whole in more) for part in fewer):
        return True
    return SequenceMatcher(None, "".join(first), "".join(second)).ratio() >= SLIP


def covered(kind: str, changed: Collection[str], conflicts: Collection[str], *, trusted: bool) -> bool:
    """Whether an approval that stands after a merge was given for the grounds that stand there too. `changed` and
    `conflicts` are fields of a record that was known here; `trusted` = the sender may approve what is ours.

    Whoever changes the grounds says anew that they are not approved: so an approval given meanwhile is in conflict.
    """
    one = APPROVALS[kind]
    if one.approved_by in conflicts or not one.grounds.isdisjoint(conflicts):
        return False
    if one.approved_by in changed:
        return trusted
    return one.grounds.isdisjoint(changed)


def _parts(name: str) -> list[str]:
    """The words of a name, without numbers and marks."""
    letters = "".join(sign if sign.isalpha() else " " for sign in _plain(name))
    return letters.split()


def _stands_for(part: str, whole: str) -> bool:
    return part == whole or (1 in (len(part), len(whole)) and part[0] == whole[0])


def _plain(name: str) -> str:
    return " ".join(unicodedata.normalize("NFC", name).casefold().split())
