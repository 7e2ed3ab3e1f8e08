"""Contacts: take in a colleague's card, compare its words, set clearance, revoke."""

from __future__ import annotations

import base64
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from gvi_desktop.crypto import sign
from gvi_desktop.crypto.fingerprint import fingerprint_words
from gvi_desktop.domain.agency import AgencyKind, default_clearance
from gvi_desktop.domain.contact import (
    COMPARED,
    Contact,
    ContactDraft,
    ContactProblem,
    Preset,
    VerifiedHow,
    problems,
)
from gvi_desktop.domain.errors import NotFoundError, RefusedError, VaultError
from gvi_desktop.domain.record import Compartment
from gvi_desktop.domain.user import Right
from gvi_desktop.services import identity, keyring
from gvi_desktop.services.unit import Unit, draft_of
from gvi_desktop.sync.card import read_card
from gvi_desktop.sync.keyevent import looks_like_event, read_event

CARD_BYTES = 64 * 1024  # more than any card has; the rest of a wrong file is not read
PICTURE_BYTES = 30 * 1024 * 1024

@dataclass(frozen=True)
class ContactView:
    """A contact with its fingerprint as words in the reader's language."""

    id: str
    record: Contact
    words: tuple[str, ...]


def listed(unit: Unit, language: str = "sv") -> list[ContactView]:
    """All contacts, by name."""
    found = unit.find(Contact, order_by=unit.table(Contact).c.sort_text)
    return [ContactView(one.id, one, words(one, language)) for one in found]


def get(unit: Unit, contact_id: str, language: str = "sv") -> ContactView:
    """One contact."""
    found = unit.get(Contact, contact_id)
    return ContactView(found.id, found, words(found, language))


def named(unit: Unit, name: str) -> Contact:
    """The contact of that name."""
    for one in unit.find(Contact):
        if one.name.casefold() == name.strip().casefold():
            return one
    raise NotFoundError("contact_not_found", name=name)


def words(contact: Contact, language: str) -> tuple[str, ...]:
    """The fingerprint of a contact's keys as twelve words."""
    return fingerprint_words(base64.b64decode(contact.sign_key), contact.age_key, language)


def add(
    unit: Unit,
    raw: bytes,
    *,
    name: str = "",
    preset: Preset | None = None,
    clearance: frozenset[Compartment] | None = None,
) -> str:
    """Take in a contact card. A colleague of the own agency gets all compartments, others what their kind of agency may
    have. A newer card of a known peer replaces its keys and must be verified anew. A colleague's key event may be
    given in the card's place."""
    unit.need(Right.EXPORT)
    if looks_like_event(raw):
        return _heard(unit, raw)
    card = read_card(raw, sign.CARDS)
    own = identity.keys(unit)
    if card.peer == own.peer:
        raise RefusedError(ContactProblem.OWN_CARD, kind="contact")
    if card.sign in (gone := keyring.dead(unit)):
        day = unit.local(gone[card.sign].since).date()
        raise RefusedError(ContactProblem.KEY_DEAD, kind="contact", name=card.name, date=day)
    kind = AgencyKind(card.kind) if card.kind in set(AgencyKind) else AgencyKind.OTHER
    same_agency = card.agency.casefold() == unit.office.agency.casefold()
    chosen = preset or (Preset.COLLEAGUE if same_agency else Preset.PARTNER)
    cleared = clearance if clearance is not None else frozenset(Compartment)
    if clearance is None and not (chosen is Preset.COLLEAGUE and same_agency):
        cleared = default_clearance(kind)
    known = next((one for one in unit.find(Contact) if one.peer == card.peer), None)
    draft = ContactDraft(
        name=name.strip() or card.name,
        agency=unit.office.agency if same_agency else card.agency,
        agency_kind=kind,
        peer=card.peer,
        sign_key=base64.b64encode(card.sign).decode(),
        age_key=card.age,
        recovery_key=base64.b64encode(card.recovery).decode(),
        serial=card.serial,
        preset=chosen,
        clearance=cleared,
    )
    if known is not None:
        if (known.sign_key, known.age_key) == (draft.sign_key, draft.age_key):
            if card.serial > known.serial and card.recovery:  # new recovery words; the words to compare are the same
                unit.change(Contact, known.id, recovery_key=draft.recovery_key, serial=draft.serial)
                return known.id
            raise RefusedError(ContactProblem.KEY_KNOWN, kind="contact", name=known.name)
        if card.serial < known.serial:
            raise RefusedError(ContactProblem.CARD_OLDER, kind="contact", name=known.name)
        kept = ("preset", "clearance", "purpose", "expires_on")
        draft = draft_of(draft, name=name.strip() or known.name, **{one: getattr(known, one) for one in kept})
    _check(unit, draft, but=known.id if known else None)
    if known is not None:
        unit.put(Contact, known.id, draft)
        return known.id
    return unit.add(Contact, draft).id


def add_file(
    unit: Unit,
    path: Path,
    *,
    name: str = "",
    preset: Preset | None = None,
    clearance: frozenset[Compartment] | None = None,
) -> str:
    """Take in a card from a file: the card itself, or a picture of its code. Errors as `read_file` and `add_given`."""
    return add_given(unit, read_file(path), name=name, preset=preset, clearance=clearance)


def read_file(path: Path) -> bytes:
    """What a card's file holds, as far as a card may reach; asks no vault, since a share may not answer. VaultError
    "file_missing" when it cannot be read."""
    try:
        with path.open("rb") as file:
            raw = file.read(CARD_BYTES)
            return raw if _is_text(raw) else raw + file.read(PICTURE_BYTES)
    except OSError as fault:
        raise VaultError("file_missing", path=str(path)) from fault


def add_given(
    unit: Unit,
    raw: bytes,
    *,
    name: str = "",
    preset: Preset | None = None,
    clearance: frozenset[Compartment] | None = None,
) -> str:
    """Take in what somebody pasted or chose: a card's text, or a picture in which its code stands. BundleError as for
    cards and their pictures."""
    unit.need(Right.EXPORT)
    if not _is_text(raw):
        # Only whoever reads a picture pays for loading what it takes.
        from gvi_desktop.services.cardpicture import card_in

        raw = card_in(raw)
    return add(unit, raw.strip() + b"\n", name=name, preset=preset, clearance=clearance)


def _is_text(raw: bytes) -> bool:
    return raw.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"{")


def change(unit: Unit, contact_id: str, draft: ContactDraft) -> str:
    """Change name, purpose, clearance or expiry; keys and verification stay as they are."""
    unit.need(Right.EXPORT)
    before = unit.get(Contact, contact_id)
    kept = draft_of(
        before,
        name=draft.name,
        agency=draft.agency,
        agency_kind=draft.agency_kind,
        preset=draft.preset,
        clearance=draft.clearance,
        purpose=draft.purpose,
        expires_on=draft.expires_on,
    )
    _check(unit, kept, but=contact_id)
    unit.put(Contact, contact_id, kept)
    return contact_id


def verify(unit: Unit, contact_id: str, how: VerifiedHow) -> None:
    """The words were compared in person or by phone."""
    unit.need(Right.EXPORT)
    if how not in COMPARED:
        raise ValueError(how)
    found = unit.get(Contact, contact_id)
    if found.revoked_on is not None:
        raise RefusedError(ContactProblem.REVOKED, kind="contact", name=found.name)
    unit.title = "contact.verify"
    values = {"verified_how": how, "verified_on": unit.today, "verified_by": unit.user.name}
    unit.change(Contact, contact_id, **values)


def revoke(unit: Unit, contact_id: str, on: date | None = None) -> None:
    """The key counts no more: nothing is sent, and what it signs from that day on is refused."""
    unit.need(Right.EXPORT)
    unit.title = "contact.revoke"
    unit.change(Contact, contact_id, revoked_on=on or unit.today)


def remove(unit: Unit, contact_id: str) -> None:
    """Take a contact out."""
    unit.need(Right.EXPORT)
    unit.remove(Contact, contact_id)


def _heard(unit: Unit, raw: bytes) -> str:
    """What a colleague declares of its keys, handed over as a file."""
    event = read_event(raw, sign.KEY_EVENTS)
    contact = next((one for one in unit.find(Contact) if one.peer == event.peer), None)
    if contact is None:
        raise NotFoundError("key_event_stranger")
    unit.title = "contact.keys"
    keyring.hear(unit, [event], write=True)
    return contact.id


def _check(unit: Unit, draft: ContactDraft, but: str | None) -> None:
    taken = [one for one in unit.find(Contact) if one.id != but and one.name.casefold() == draft.name.casefold()]
    if taken:
        raise RefusedError(ContactProblem.NAME_TAKEN, kind="contact", name=draft.name)
    if found := problems(draft, unit.office.agency):
        raise RefusedError(found, kind="contact")
