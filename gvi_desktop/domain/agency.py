"""Agencies and associations that take part; their kind decides clearance and retention by default."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from gvi_desktop.domain.errors import Problem
from gvi_desktop.domain.record import Compartment, Draft, Record, free_text, short
from gvi_desktop.domain.rules import caps, gather, missing


class AgencyKind(StrEnum):
    """What an agency is."""

    POLICE = "police"
    PROBATION = "probation"
    MUNICIPALITY = "municipality"
    SOCIAL_SERVICES = "social_services"
    COUNTY_BOARD = "county_board"
    ASSOCIATION = "association"
    CONGREGATION = "congregation"
    HEALTH = "health"
    SCHOOL = "school"
    OTHER = "other"


ENFORCING = frozenset({AgencyKind.POLICE})
HELPING = frozenset(
    {AgencyKind.SOCIAL_SERVICES, AgencyKind.ASSOCIATION, AgencyKind.CONGREGATION, AgencyKind.HEALTH, AgencyKind.SCHOOL}
)


def default_clearance(kind: AgencyKind) -> frozenset[Compartment]:
    """What a colleague of such an agency may receive by default; help never to enforcement, nor the other way."""
    if kind in ENFORCING:
        return frozenset({Compartment.CORE, Compartment.ENFORCEMENT})
    if kind in HELPING:
        return frozenset({Compartment.CORE, Compartment.HELP})
    return frozenset({Compartment.CORE})


REGIMES = {
    AgencyKind.POLICE: "police-few",
    AgencyKind.PROBATION: "probation-2",
    AgencyKind.SOCIAL_SERVICES: "social-services",
}


def default_regime(kind: AgencyKind) -> str:
    """Code of the retention regime that people in an office of such an agency are kept by, unless another is chosen."""
    return REGIMES.get(kind, "own")


class AgencyProblem(StrEnum):
    """What the rules may object to in an agency."""

    NAME_TAKEN = "agency_name_taken"


@dataclass(frozen=True)
class Offer:
    """What an agency offers, in the words of one language (its code, such as `sv` or `ar`)."""

    language: str
    text: str


@dataclass(frozen=True, kw_only=True)
class AgencyDraft(Draft):
    """An agency in the register."""

    kind: ClassVar[str] = "agency"

    name: str = short()
    agency_kind: AgencyKind = AgencyKind.OTHER
    phone: str = short(40)
    email: str = short()
    address: str = short()
    note: str = free_text()
    in_directory: bool = False
    hours: str = short(80)
    offers: tuple[Offer, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Agency(AgencyDraft, Record):
    """A stored agency."""


def problems(draft: AgencyDraft) -> tuple[Problem, ...]:
    """An agency needs a name."""
    return gather(missing(draft, "name"), caps(draft))
