"""Disclosures: what was handed out, about whom, to whom, on which ground - one for every bundle, print and file."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import ClassVar

from gvi_desktop.domain.errors import Problem
from gvi_desktop.domain.record import Draft, Record, free_text, refs, short
from gvi_desktop.domain.rules import caps, gather, missing


class DisclosureWay(StrEnum):
    """How it was handed out."""

    BUNDLE = "bundle"
    PRINT = "print"
    FILE = "file"
    SPOKEN = "spoken"


class RecallState(StrEnum):
    """What has become of a recall: asked for, and what the receiver answered."""

    ASKED = "asked"
    DONE = "done"
    NOT_DONE = "not-done"


class DisclosureProblem(StrEnum):
    """What the rules may object to in a disclosure."""

    GROUND_NOT_VALID = "disclosure_ground_not_valid"
    GROUND_UNKNOWN = "disclosure_ground_unknown"
    RECALLED = "disclosure_recalled"
    RECEIVED = "disclosure_received"
    NOT_RECALLED = "disclosure_not_recalled"
    ANSWERED = "disclosure_answered"


@dataclass(frozen=True, kw_only=True)
class DisclosureDraft(Draft):
    """An entry of the disclosure register (both sides keep one). `reference` names it the same on both: the bundle's
    id, or the giver's own entry; `peer` is the vault on the other side, where one is known."""

    kind: ClassVar[str] = "disclosure"
    synced: ClassVar[bool] = False

    on: date | None = None
    way: DisclosureWay = DisclosureWay.FILE
    what: str = free_text()
    records: int = 0
    people: frozenset[str] = refs("person")
    agency: str = short()
    contact: str = short()
    ground: str = short(80)
    weighing: str = free_text()
    conditions: str = free_text()
    decided_by: str = short(80)
    received: bool = False
    reference: str = short(80)
    recalled_on: date | None = None
    recalled_why: str = free_text(500)
    peer: str = short(40)
    recall_state: RecallState | None = None
    recall_answer: str = free_text(500)
    recall_answered_on: date | None = None
    recall_answered_by: str = short(80)


@dataclass(frozen=True, kw_only=True)
class Disclosure(DisclosureDraft, Record):
    """A stored disclosure."""


def problems(draft: DisclosureDraft) -> tuple[Problem, ...]:
    """What, to whom, on which ground and by whose decision."""
    return gather(missing(draft, "on", "what", "ground", "decided_by"), caps(draft))
