"""What is counted: the indicators as figures of a period; the program never claims an effect."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from gvi_desktop.domain.record import Compartment


@dataclass(frozen=True)
class Period:
    """From and to a day, both counted; None = open."""

    first: date | None = None
    last: date | None = None


@dataclass(frozen=True)
class CallinFigures:
    """One call-in: called, came (also those who left early), stayed to the end, no-shows; and by basis."""

    number: int | None
    date: date | None
    called: int
    came: int
    stayed: int
    no_show: int
    by_basis: Mapping[str, Mapping[str, int]]
    held: bool = False


@dataclass(frozen=True)
class RoundFigures:
    """One round in the period: its name and first day, attempts, talks, individuals reached."""

    name: str
    first: date | None
    attempts: int
    talks: int
    individuals: int


@dataclass(frozen=True)
class FocusFigures:
    """One focus round: group, days from start to end (or to the period's end while it runs), why it ended."""

    group: str
    start: date | None
    end: date | None
    days: int | None
    end_reason: str | None


@dataclass(frozen=True)
class Glance:
    """The few figures that the overview draws."""

    by_month: Mapping[str, tuple[int, int]]
    callins: tuple[CallinFigures, ...]
    focus_rounds: tuple[FocusFigures, ...] | None
    """None for who does not read of them."""


@dataclass(frozen=True)
class Figures:
    """Everything that is counted for a period."""

    period: Period
    attempts: int
    talks: int
    talks_under_18: int
    individuals: int
    talks_with_all_three_messages: int
    asked_for_help: int
    by_outcome: Mapping[str, int]
    by_place: Mapping[str, int]
    attempts_by_place: Mapping[str, int]
    by_round: Mapping[str, int]
    rounds: tuple[RoundFigures, ...]
    """By their first day; visits outside of any round last, under no name."""
    by_month: Mapping[str, tuple[int, int]]
    """Month ("2023-04") -> talks, and of these with somebody under 18."""
    callins: tuple[CallinFigures, ...]
    callins_held: int
    calls: int
    calls_by_need: Mapping[str, int]
    focus_rounds: tuple[FocusFigures, ...]
    help_asked: int
    help_by_kind: Mapping[str, int]
    help_by_stage: Mapping[str, int]
    first_contact_24: int
    first_contact_72: int
    incidents: int
    days_to_first_talk: tuple[int, ...]
    days_to_focus: tuple[int, ...]
    groups: int
    groups_reached: int
    people: int
    people_with_source: int
    overdue_reviews: int
    past_retention: int
    disclosures_by_ground: Mapping[str, int] = field(default_factory=dict)
    unseen: frozenset[Compartment] = frozenset()
    """Compartments that are withheld from whoever asked: their figures are nothing here, not none."""
