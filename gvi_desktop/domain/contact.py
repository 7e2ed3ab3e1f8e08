"""Contacts: colleagues with whom bundles are exchanged, their keys, and how they were verified."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import ClassVar

from gvi_desktop.domain.agency import ENFORCING, AgencyKind
from gvi_desktop.domain.errors import Problem
from gvi_desktop.domain.record import Compartment, Draft, Record, free_text, short
from gvi_desktop.domain.rules import caps, gather, missing


class VerifiedHow(StrEnum):
    """How the fingerprint was compared - or that the keys compared earlier vouch for those that took their place."""

    IN_PERSON = "in-person"
    PHONE = "phone"
    EARLIER_KEY = "earlier-key"


COMPARED = (VerifiedHow.IN_PERSON, VerifiedHow.PHONE)
"""What a person can say; the third follows from a signed rotation."""


class Preset(StrEnum):
    """What a contact is for."""

    COLLEAGUE = "colleague"
    PARTNER = "partner"
    EVALUATOR = "evaluator"
    READER = "reader"


class ContactProblem(StrEnum):
    """Why nothing can go to a contact, or why it cannot be saved."""

    UNVERIFIED = "contact_unverified"
    EXPIRED = "contact_expired"
    REVOKED = "contact_revoked"
    HELP_TO_ENFORCEMENT = "contact_help_to_enforcement"
    ENFORCEMENT_TO_HELP_ONLY = "contact_enforcement_to_help_only"
    NAME_TAKEN = "contact_name_taken"
    KEY_KNOWN = "contact_key_known"
    OWN_CARD = "contact_own_card"
    CARD_OLDER = "contact_card_older"
    KEY_DEAD = "contact_key_dead"
    REVOKED_IMPORT = "contact_revoked_import"


class ContactState(StrEnum):
    """Whether anything may be sent to a contact today, and if not, why."""

    VERIFIED = "verified"
    UNVERIFIED = "unverified"
    EXPIRED = "expired"
    REVOKED = "revoked"


@dataclass(frozen=True, kw_only=True)
class ContactDraft(Draft):
    """A colleague's vault: peer id, keys, clearance."""

    kind: ClassVar[str] = "contact"
    synced: ClassVar[bool] = False

    name: str = short(120)
    agency: str = short()
    agency_kind: AgencyKind = AgencyKind.OTHER
    peer: str = short(40)
    sign_key: str = short(120)
    age_key: str = short(120)
    recovery_key: str = short(120)
    serial: int = 1
    preset: Preset = Preset.PARTNER
    clearance: frozenset[Compartment] = frozenset({Compartment.CORE})
    purpose: str = free_text(500)
    verified_how: VerifiedHow | None = None
    verified_on: date | None = None
    verified_by: str = short(80)
    expires_on: date | None = None
    revoked_on: date | None = None


@dataclass(frozen=True, kw_only=True)
class Contact(ContactDraft, Record):
    """A stored contact."""


def problems(draft: ContactDraft, own_agency: str = "") -> tuple[Problem, ...]:
    """Name and keys; help never to enforcement, enforcement never to help-only agencies (records.md, compartments).

    Colleagues of the same agency may hold all compartments: nothing is handed out there.
    """
    found = []
    same = draft.preset is Preset.COLLEAGUE and bool(own_agency) and draft.agency == own_agency
    if Compartment.HELP in draft.clearance and draft.agency_kind in ENFORCING and not same:
        found.append(Problem(ContactProblem.HELP_TO_ENFORCEMENT, "clearance"))
    helping = {
        AgencyKind.SOCIAL_SERVICES,
        AgencyKind.ASSOCIATION,
        AgencyKind.CONGREGATION,
        AgencyKind.HEALTH,
        AgencyKind.SCHOOL,
    }
    if Compartment.ENFORCEMENT in draft.clearance and draft.agency_kind in helping and not same:
        found.append(Problem(ContactProblem.ENFORCEMENT_TO_HELP_ONLY, "clearance"))
    return gather(missing(draft, "name", "peer", "sign_key", "age_key"), found, caps(draft))


def sending_problems(contact: Contact, today: date) -> tuple[Problem, ...]:
    """Why nothing may be sent: not verified, expired or revoked."""
    found = []
    if contact.revoked_on is not None:
        found.append(Problem(ContactProblem.REVOKED, None, {"name": contact.name}))
    if contact.verified_on is None:
        found.append(Problem(ContactProblem.UNVERIFIED, None, {"name": contact.name}))
    if contact.expires_on is not None and contact.expires_on < today:
        found.append(Problem(ContactProblem.EXPIRED, None, {"name": contact.name}))
    return tuple(found)


def state_of(contact: Contact, today: date) -> ContactState:
    """The strongest reason counts: revoked, not verified, expired."""
    if contact.revoked_on is not None:
        return ContactState.REVOKED
    if contact.verified_on is None:
        return ContactState.UNVERIFIED
    expired = contact.expires_on is not None and contact.expires_on < today
    return ContactState.EXPIRED if expired else ContactState.VERIFIED
