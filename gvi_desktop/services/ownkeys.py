"""The vault's own keys over the years: changed as a routine, declared invalid when stolen, or from paper when lost."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from pathlib import Path

from gvi_desktop.crypto import recovery, sign
from gvi_desktop.domain.contact import Contact
from gvi_desktop.domain.errors import RefusedError, VaultError
from gvi_desktop.domain.user import Right
from gvi_desktop.services import identity, keyring
from gvi_desktop.services.unit import Unit
from gvi_desktop.sync.card import read_card
from gvi_desktop.sync.keyevent import KeyEvent, Signer, write_event
from gvi_desktop.sync.limits import CARD


def rotate(unit: Unit) -> None:
    """New keys for old ones: the old ones vouch for them, so colleagues follow with the next bundle and need not
    compare words again. What is on its way to the old keys still opens. It cannot be undone."""
    unit.need(Right.ADMINISTER)
    old = identity.keys(unit)
    new = identity.replace_keys(unit)
    event = KeyEvent(
        what="rotate",
        peer=old.peer,
        old=old.public,
        created=unit.now.replace(microsecond=0),
        sign=new.public,
        age=new.identity.recipient,
        serial=new.serial,
    )
    _declare(unit, event, sign.KEY_EVENTS.signer(old.signing), sign.KEY_EVENTS.signer(new.signing))
    unit.note("keys", detail="rotate")


def revoke(unit: Unit) -> None:
    """The keys may be in wrong hands: they count no more, new ones vouched for by nobody take their place, and every
    colleague has to be given the new card and to compare its words. It cannot be undone."""
    unit.need(Right.ADMINISTER)
    old = identity.keys(unit)
    identity.replace_keys(unit)
    event = KeyEvent("revoke", old.peer, old.public, unit.now.replace(microsecond=0), by=old.public)
    _declare(unit, event, sign.KEY_EVENTS.signer(old.signing))
    unit.note("keys", detail="revoke")


def revoke_lost(unit: Unit, card: bytes, words: str) -> None:
    """Declare the keys of a vault that is lost invalid, with its card and its recovery words; this vault's bundles then
    carry it. VaultError as for any recovery words; RefusedError "recovery_other" when they are another vault's, and
    "recovery_unknown" when the card names no recovery key."""
    unit.need(Right.ADMINISTER)
    lost = read_card(card, sign.CARDS)
    if not lost.recovery:
        raise RefusedError("recovery_unknown")
    key = recovery.revoking_key(recovery.secret_of(words))
    if sign.public_key(key) != lost.recovery:
        raise RefusedError("recovery_other")
    event = KeyEvent("revoke", lost.peer, lost.sign, unit.now.replace(microsecond=0), by=lost.recovery)
    _declare(unit, event, sign.KEY_EVENTS.signer(key))
    unit.note("keys", detail="revoke lost")


def revoke_lost_by_file(unit: Unit, path: Path, words: str) -> None:
    """The same with the card as a file."""
    try:
        with path.open("rb") as file:
            raw = file.read(CARD + 1)
    except OSError as fault:
        raise VaultError("file_missing", path=str(path)) from fault
    revoke_lost(unit, raw, words)


def declare_words(unit: Unit, key: bytes) -> bool:
    """New recovery words: from now on `key`, which follows from them, may declare this vault's keys invalid, and that
    of the earlier words may not. False when they are the words in use. The caller has changed the key slots."""
    own, public = identity.keys(unit), sign.public_key(key)
    if public == own.recovery:
        return False
    identity.know_recovery(unit, public, own.serial + 1)
    event = KeyEvent(
        what="recovery",
        peer=own.peer,
        old=own.public,
        created=unit.now.replace(microsecond=0),
        serial=own.serial + 1,
        was=own.recovery,
        recovery=public,
    )
    _declare(unit, event, sign.KEY_EVENTS.signer(own.signing), sign.KEY_EVENTS.signer(key))
    return True


def declarations(unit: Unit) -> list[tuple[str, datetime]]:
    """What this vault has declared of its own keys ("rotate", "revoke", "recovery"), the newest first."""
    found = keyring.events(unit, identity.keys(unit).peer)
    return [(event.what, unit.local(event.created)) for event in reversed(found)]


def revocations(unit: Unit) -> list[KeyEvent]:
    """Revocations that this vault has made, of its own keys or of a lost vault's."""
    others = {one.peer for one in unit.find(Contact)}
    return [event for event in keyring.events(unit) if event.what == "revoke" and event.peer not in others]


def revocation(unit: Unit) -> bytes:
    """The newest revocation, as what a file holds that is handed to colleagues in any way: it is public, and who reads
    it in as a card needs no bundle. RefusedError "revocation_none"."""
    found = revocations(unit)
    if not found:
        raise RefusedError("revocation_none")
    return found[-1].raw


def write_revocation(unit: Unit, path: Path) -> Path:
    """The same into a file."""
    return identity.write_public(path, revocation(unit))


def _declare(unit: Unit, event: KeyEvent, *signers: Signer) -> None:
    keyring.keep(unit, replace(event, raw=write_event(event, signers)))
