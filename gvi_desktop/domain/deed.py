"""What kind of deed an entry of the journal tells of: the groups that its reader filters by."""

from __future__ import annotations

from enum import StrEnum


class Deed(StrEnum):
    """A kind of deed."""

    SEEN = "seen"
    PRINTED = "printed"
    GIVEN_OUT = "given_out"
    CHANGED = "changed"
    TAKEN_IN = "taken_in"
    ERASED = "erased"
    OTHER = "other"


ACTIONS: dict[Deed, frozenset[str]] = {
    Deed.SEEN: frozenset({"open", "reveal", "search"}),
    Deed.PRINTED: frozenset({"print"}),
    Deed.GIVEN_OUT: frozenset({"export", "extract"}),
    Deed.CHANGED: frozenset({"add", "change", "remove", "undo", "choose", "protect"}),
    Deed.TAKEN_IN: frozenset({"import", "merge", "reread"}),
    Deed.ERASED: frozenset({"erase", "retention"}),
}
"""The actions of each; every other action is `OTHER`: keys, passphrases, folders, the review of the journal itself."""

LOOKED_AT = ACTIONS[Deed.SEEN] | ACTIONS[Deed.PRINTED] | ACTIONS[Deed.GIVEN_OUT]
"""What the monthly sample is drawn from: reads, prints and exports."""


class Judgement(StrEnum):
    """What a second user says of an entry of the sample."""

    FINE = "fine"
    FOLLOW_UP = "follow_up"
