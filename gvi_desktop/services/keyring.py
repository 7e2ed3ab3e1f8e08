"""Key events: declared by us, heard from colleagues, kept for ever and carried on; what they mean for our contacts."""

from __future__ import annotations

import base64
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from gvi_desktop.crypto import sign
from gvi_desktop.domain.contact import Contact, VerifiedHow
from gvi_desktop.domain.errors import BundleError
from gvi_desktop.services import identity
from gvi_desktop.services.unit import Unit
from gvi_desktop.storage import replica
from gvi_desktop.storage.rows import ledger
from gvi_desktop.storage.rows.codec import moment_text
from gvi_desktop.sync.bundle import Sender
from gvi_desktop.sync.keyevent import KeyEvent, read_event

MOST = 50
"""Events kept of one colleague: who declares more is asked for a new card."""
NOT_UNDONE = "keys"
"""The journal's action for what an event did to a contact. Undo leaves it: it is the colleague's word, not ours."""


@dataclass(frozen=True)
class KeyNews:
    """What an event means here: the code of a notice, whose keys, and since when."""

    code: str
    name: str
    on: datetime


@dataclass(frozen=True)
class Gone:
    """A signing key that counts no more: whose it was, since when, and whether its owner only changed keys."""

    peer: str
    since: datetime
    replaced: bool


def events(unit: Unit, peer: str = "") -> list[KeyEvent]:
    """Every event we know, or those of one vault, in the order in which they came."""
    k = ledger.keyevent.c
    query = select(k.raw).order_by(k.at, k.id)
    rows = unit.connection.execute(query.where(k.peer == peer) if peer else query).scalars()
    return [read_event(bytes(raw), sign.KEY_EVENTS) for raw in rows]


def carried(unit: Unit) -> tuple[str, ...]:
    """What every bundle carries: all events, as text. They name keys and a vault's random id, never an office."""
    return tuple(event.raw.decode() for event in events(unit))


def keep(unit: Unit, event: KeyEvent) -> None:
    """Keep an event for ever."""
    row = {"id": event.id, "peer": event.peer, "at": moment_text(unit.now), "raw": event.raw}
    unit.connection.execute(ledger.keyevent.insert().prefix_with("OR IGNORE").values(**row))


def dead(unit: Unit) -> dict[bytes, Gone]:
    """Every signing key that was replaced or declared invalid. One that was replaced twice by different keys is in two
    hands, and counts as declared invalid."""
    found: dict[bytes, Gone] = {}
    successors: dict[bytes, bytes] = {}
    everything = events(unit)
    for event in _counting(everything, _replaced(everything)):
        if event.what == "recovery":
            continue
        rotated = event.what == "rotate" and successors.setdefault(event.old, event.sign) == event.sign
        before = found.get(event.old, Gone(event.peer, event.created, replaced=True))
        found[event.old] = Gone(event.peer, min(event.created, before.since), rotated and before.replaced)
    return found


def read_all(texts: Iterable[str]) -> list[KeyEvent]:
    """The events of a manifest. One that is broken or newer than this program is passed over: the bundle is whole all
    the same, and nobody is harmed by an event that proves nothing."""
    found = []
    for text in texts:
        try:
            found.append(read_event(text.encode(), sign.KEY_EVENTS))
        except BundleError:
            continue
    return found


def introduced(unit: Unit, key: bytes, texts: Sequence[str]) -> Sender | None:
    """Whose the key is, if events lead to it from the key that one of our contacts has."""
    kept = events(unit)
    heard = _counting([*kept, *read_all(texts)], _replaced(kept))
    for contact in unit.find(Contact):
        own = [event for event in heard if event.peer == contact.peer]
        at = _key(contact)
        for _ in own:
            step = _next(own, at)
            if step is None:
                break
            at = step.sign
            if at == key:
                return Sender(contact.peer, contact.name, sign.ssh_fingerprint(key))
    return None


def hear(unit: Unit, heard: Iterable[KeyEvent], *, write: bool) -> list[KeyNews]:
    """What events mean for our contacts; with `write` they are kept and our contacts follow. Only those that a key we
    know vouches for count."""
    new = {event.id: event for event in heard}
    news: list[KeyNews] = []
    for contact in unit.find(Contact):
        known = events(unit, contact.peer)
        ids = {event.id for event in known}
        fresh = [event for event in new.values() if event.peer == contact.peer and event.id not in ids]
        if fresh or any(event.old == _key(contact) for event in known):
            news += _follow(unit, contact, known, fresh[: max(MOST - len(known), 0)], write)
    own = replica.load(unit.connection).peer
    if any(event.peer == own and event.what == "revoke" and _is_ours(unit, event) for event in new.values()):
        news.append(KeyNews("N_OWN_REVOKED", "", unit.now))
    return news


def _follow(
    unit: Unit, contact: Contact, known: list[KeyEvent], fresh: list[KeyEvent], write: bool
) -> list[KeyNews]:
    """Walk the contact's chain of keys as far as it leads."""
    news: list[KeyNews] = []
    chain = {_key(contact)} | {event.old for event in known} | {event.sign for event in known if event.sign}
    changes: dict[str, object] = {}
    accepted: list[KeyEvent] = []
    # New recovery words first: whether a revocation in the same bundle counts does not hang on how they lie there.
    left = sorted(fresh, key=lambda event: event.what != "recovery")
    while step := next((event for event in left if _vouched(event, chain, _words(contact, known, accepted))), None):
        left.remove(step)
        accepted.append(step)
        chain |= {step.old, step.sign} if step.sign else set()
    words, doubted = recovery_of(_raw(contact.recovery_key), [*known, *accepted])
    everything = _counting([*known, *accepted], _replaced([*known, *accepted]))
    at, verified = _key(contact), contact.verified_on is not None
    for _ in everything:
        following = _next(everything, at)
        if following is None:
            break
        at = following.sign
        changes |= {"sign_key": base64.b64encode(at).decode(), "age_key": following.age, "serial": following.serial}
        if verified:
            how = {"verified_how": VerifiedHow.EARLIER_KEY, "verified_on": unit.today, "verified_by": unit.user.name}
            changes |= how
        news.append(KeyNews("N_ROTATED", contact.name, following.created))
    rotations = {event.old: event.sign for event in known if event.what == "rotate"}
    for event in accepted:
        if event.what == "rotate" and rotations.setdefault(event.old, event.sign) != event.sign:
            changes |= {"verified_how": None, "verified_on": None, "verified_by": ""}
            news.append(KeyNews("N_KEY_FORK", contact.name, event.created))
    if words != _raw(contact.recovery_key):
        renewed = max((one for one in everything if one.recovery == words), key=lambda one: one.serial)
        serial = max(renewed.serial, int(str(changes.get("serial", contact.serial))))
        changes |= {"recovery_key": base64.b64encode(words).decode(), "serial": serial}
        news.append(KeyNews("N_RECOVERY", contact.name, renewed.created))
    for event in accepted:
        if event not in everything or (doubted and event.what == "recovery"):
            changes |= {"verified_how": None, "verified_on": None, "verified_by": ""}
            news.append(KeyNews("N_KEY_DOUBT", contact.name, event.created))
    for event in everything:
        if event.what == "revoke" and event.old == at and contact.revoked_on is None:
            changes["revoked_on"] = unit.local(event.created).date()
            news.append(KeyNews("N_KEY_REVOKED", contact.name, event.created))
    if write:
        for event in accepted:
            keep(unit, event)
        if changes:
            unit.store.change(Contact, contact.id, changes, action=NOT_UNDONE)
    return news


def _next(known: list[KeyEvent], at: bytes) -> KeyEvent | None:
    """The one rotation away from a key. None from a key that was declared invalid, since its thief could rotate it too,
    and none where two rotations lead to different keys."""
    if any(event.what == "revoke" and event.old == at for event in known):
        return None
    steps = {event.sign: event for event in known if event.what == "rotate" and event.old == at}
    return next(iter(steps.values())) if len(steps) == 1 else None


def _vouched(event: KeyEvent, chain: set[bytes], words: _Words) -> bool:
    """Whether a key we know stands behind an event. A rotation to it counts too: it signed which key it replaced. New
    recovery words never count from a key that was declared invalid: its thief could make them too."""
    if event.old not in chain:
        return event.sign in chain if event.what == "rotate" else False
    if event.what == "recovery":
        return event.old not in words.revoked
    return event.what == "rotate" or event.by == event.old or event.by in words.known


@dataclass(frozen=True)
class _Words:
    """The keys of a contact's recovery words, earlier ones too, and the signing keys that were declared invalid."""

    known: frozenset[bytes]
    revoked: frozenset[bytes]


def _words(contact: Contact, known: list[KeyEvent], accepted: list[KeyEvent]) -> _Words:
    everything = [*known, *accepted]
    named = {_raw(contact.recovery_key)} | {one for event in everything for one in (event.was, event.recovery)}
    counting = _counting(everything, _replaced(everything))
    return _Words(frozenset(named - {b""}), frozenset(event.old for event in counting if event.what == "revoke"))


def recovery_of(known: bytes, heard: Sequence[KeyEvent]) -> tuple[bytes, bool]:
    """The key of a contact's recovery words after what was heard, beginning with the one we know; and whether two
    different ones were named in the place of one, which cannot both be right."""
    renewals = [event for event in heard if event.what == "recovery"]
    steps: dict[bytes, set[bytes]] = {}
    for event in renewals:
        steps.setdefault(event.was, set()).add(event.recovery)
    at = known or min(renewals, key=lambda event: event.serial).was if renewals else known
    for _ in renewals:
        if len(steps.get(at, ())) != 1:
            break
        (at,) = steps[at]
    forked = any(len(named) > 1 for named in steps.values())
    return (at if any(event.recovery == at for event in renewals) else known), forked


def _replaced(known: Iterable[KeyEvent]) -> frozenset[tuple[str, bytes]]:
    """The keys of recovery words in whose place others were put, each with the vault that said so: of another vault's
    words an event says nothing."""
    return frozenset((event.peer, event.was) for event in known if event.what == "recovery" and event.was)


def _counting(known: Iterable[KeyEvent], replaced: frozenset[tuple[str, bytes]]) -> list[KeyEvent]:
    """Without the revocations that were made with replaced recovery words: who left may have kept the paper."""
    return [event for event in known if not (event.what == "revoke" and (event.peer, event.by) in replaced)]


def _is_ours(unit: Unit, event: KeyEvent) -> bool:
    own = identity.keys(unit)
    papers = {own.recovery, *(words for _, words in _replaced(events(unit, own.peer)))}
    return event.old == own.public and (event.by == own.public or event.by in papers)


def _key(contact: Contact) -> bytes:
    return _raw(contact.sign_key)


def _raw(written: str) -> bytes:
    return base64.b64decode(written) if written else b""
