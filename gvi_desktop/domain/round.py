"""Rounds: many people get the same message within a short time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import ClassVar

from gvi_desktop.domain.errors import Problem
from gvi_desktop.domain.notification import TeamMember
from gvi_desktop.domain.record import Draft, Record, free_text, refs, short
from gvi_desktop.domain.rules import caps, gather, in_order, missing


class RoundProblem(StrEnum):
    """What the rules may object to in a round."""

    IN_USE = "round_in_use"


@dataclass(frozen=True)
class RoundTeam:
    """One team of a round; its members as agency and name, the name may be left out."""

    name: str
    members: tuple[TeamMember, ...] = ()


@dataclass(frozen=True, kw_only=True)
class RoundDraft(Draft):
    """A round of notifications with its target people."""

    kind: ClassVar[str] = "round"

    name: str = short(80)
    reason: str = free_text()
    from_on: date | None = None
    to_on: date | None = None
    targets: frozenset[str] = refs("person")
    responsible: str = short(80)
    teams: tuple[RoundTeam, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Round(RoundDraft, Record):
    """A stored round."""


@dataclass(frozen=True)
class Progress:
    """How far a round has come: people aimed at, visits tried, talks held, individuals reached."""

    targets: int
    attempts: int
    talks: int
    individuals: int


def problems(draft: RoundDraft) -> tuple[Problem, ...]:
    """Name and first day; the end is not before the start."""
    return gather(missing(draft, "name", "from_on"), in_order(draft, "from_on", "to_on"), caps(draft))
