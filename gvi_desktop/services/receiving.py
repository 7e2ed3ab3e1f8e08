"""Receiving: open and verify a bundle, show what it would do, then take it in as one step that one undo takes back."""

from __future__ import annotations

import base64
import contextlib
import io
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, time
from functools import partial
from pathlib import Path
from typing import BinaryIO

from sqlalchemy import select

from gvi_desktop.crypto import seal, sign
from gvi_desktop.domain.contact import Contact, ContactProblem
from gvi_desktop.domain.disclosure import Disclosure, DisclosureDraft, DisclosureWay
from gvi_desktop.domain.errors import BundleError, RefusedError
from gvi_desktop.domain.history import wall_ms_of
from gvi_desktop.domain.person import Person
from gvi_desktop.domain.user import Right
from gvi_desktop.services import accounts, answering, identity, keyring, noticing, recalls
from gvi_desktop.services.incoming import Incoming, Preview, called
from gvi_desktop.services.merging import MILLI, walk
from gvi_desktop.services.moment import code_names
from gvi_desktop.services.noticing import note_refusal
from gvi_desktop.services.plenty import plenty
from gvi_desktop.services.receipts import write_receipt
from gvi_desktop.services.stopping import Progress
from gvi_desktop.services.unit import Unit
from gvi_desktop.storage import engine, lane, replica
from gvi_desktop.storage.rows import ledger as tables
from gvi_desktop.sync.bundle import OpenBundle, Sender, glance, open_bundle, promised
from gvi_desktop.sync.ledger import E_SELF_OLD, receive
from gvi_desktop.sync.manifest import Manifest
from gvi_desktop.sync.merge import Verdict
from gvi_desktop.sync.plain import Plain

__all__ = ["Incoming", "Preview", "note_refusal", "preview", "read", "take_in", "write_receipt"]

HELD = frozenset(one.value for one in (Verdict.NEW, Verdict.CHANGED, Verdict.CONFLICT, Verdict.SAME))
"""What is said of records that are here afterwards."""
MANY = 10_000
"""Records of a bundle that are worth more memory while they are taken in."""
UNREAD = "N_UNREAD"
"""Why records were kept aside: a later version wrote them."""


def read(unit: Unit, path: Path, fetched: BinaryIO | None = None) -> OpenBundle:
    """The bundle, decrypted and verified whole; nothing of it is used yet. BundleError with the codes of the format.
    Its bytes may have been `fetched` before; that file is closed."""
    own, lookup, introduce = identity.keys(unit), _lookup(unit), partial(keyring.introduced, unit)
    plain = Plain(lambda head: promised(head, sign.BUNDLES, lookup, introduce))
    me = _me(own)
    try:
        with fetched or path.open("rb") as file:
            seal.unseal(file, plain, own.identity.secret, *(one.secret for one in own.retired))
        plain.seek(0)
        return open_bundle(plain, sign.BUNDLES, lookup, me, partial(accounts.taken_on, unit), introduce)
    except OSError as fault:
        raise BundleError("E_READ_FAILED", path=str(path)) from fault
    except BundleError as error:
        raise _told(error) from None


def glances(unit: Unit) -> Callable[[bytes], tuple[Manifest, Sender]]:
    """Reads the first plain bytes of bundles: who each is from and what its first page says. BundleError as `read`,
    but for damage further on, and never "E_ALREADY"."""
    own, lookup, introduce = identity.keys(unit), _lookup(unit), partial(keyring.introduced, unit)
    me = _me(own)

    def glance_at(head: bytes) -> tuple[Manifest, Sender]:
        try:
            return glance(io.BytesIO(head), sign.BUNDLES, lookup, me, introduce)
        except BundleError as error:
            raise _told(error) from None

    return glance_at


def _me(own: identity.Keys) -> tuple[str, ...]:
    return (own.peer, own.identity.recipient, *(one.recipient for one in own.retired))


def preview(unit: Unit, opened: OpenBundle, progress: Progress | None = None) -> Preview:
    """What taking the bundle in would do; nothing is written. Stopped: BundleError "E_CANCELLED"."""
    return _walk(unit, opened, keep=False, progress=progress)


def take_in(
    unit: Unit,
    opened: OpenBundle,
    progress: Progress | None = None,
    *,
    accept_unverified: bool = False,
    accept_invalid: bool = False,
) -> Preview:
    """Merge the bundle in one step. From an unverified contact, or signed by a key that counts no more, only when
    somebody has agreed to it this time. Stopped: BundleError "E_CANCELLED", and nothing has changed."""
    unit.need(Right.EXPORT)
    unit.may_write(Person)
    contact = _contact(unit, opened.sender.peer)
    if (since := opened.sender.doubtful) is not None and not accept_invalid:
        day = unit.local(since).date()
        raise RefusedError(ContactProblem.REVOKED_IMPORT, kind="contact", name=contact.name, date=day)
    if contact.verified_on is None and not accept_unverified:
        raise RefusedError("contact_unverified_import", kind="contact", name=contact.name)
    if (taken := accounts.taken_on(unit, opened.manifest.bundle_id)) is not None:
        raise BundleError("E_ALREADY", date=taken, bundle=opened.manifest.bundle_id)
    unit.title = "bundle.import"
    many = (opened.manifest.changes.records or 0) >= MANY
    with _for_many(unit) if many else contextlib.nullcontext():
        found = _walk(unit, opened, keep=True, progress=progress)
    _settle(unit, opened, found)
    return found


@contextlib.contextmanager
def _for_many(unit: Unit) -> Iterator[None]:
    with engine.roomy(unit.connection), lane.beside(unit.connection):
        yield


def _walk(unit: Unit, opened: OpenBundle, *, keep: bool, progress: Progress | None) -> Preview:
    contact = _contact(unit, opened.sender.peer)
    own = replica.load(unit.connection)
    account = receive(
        accounts.load(unit, contact.peer),
        opened.manifest,
        me=opened.me.peer,
        my_replica=own.name,
        my_head=own.lsn,
    )
    notices = list(account.notices)
    news = keyring.hear(unit, keyring.read_all(opened.manifest.keys), write=keep)
    contact = _contact(unit, contact.peer) if news and keep else contact
    with plenty():
        walked = walk(unit, opened, contact, keep=keep, progress=progress)
    if walked.older and E_SELF_OLD not in notices:
        notices.append(E_SELF_OLD)
    if walked.ahead:
        notices.append("N_CLOCK")
    if walked.counts[Verdict.CONFLICT.value]:
        notices.append("N_CONFLICT")
    if walked.counts[Verdict.ERASED.value] or walked.counts[Verdict.BURIED.value]:
        notices.append("N_ERASED")
    notices += _more_notices(unit, opened, news)
    if keep:
        answering.settle(unit, walked.records, account.ledger.acked)
        heeded = accounts.heeded(unit, contact.peer, account.ledger)
        accounts.keep(unit, contact.peer, heeded)
        accounts.acknowledge(unit, contact.peer, own.name, heeded.acked)
        if E_SELF_OLD in notices:
            # Our vault is older than what they know of it: a new incarnation, and everything is sent anew.
            home = unit.connection.execute(select(tables.replica.c.home)).scalar_one()
            replica.new_incarnation(unit.connection, unit.now, home)
    return Preview(
        bundle_id=opened.manifest.bundle_id,
        sender=contact.name,
        user=opened.manifest.author.user,
        created=opened.manifest.created,
        verified=contact.verified_on is not None,
        counts=dict(walked.counts),
        records=called(walked.records, lambda people: code_names(unit, people)),
        quarantined=walked.quarantined,
        withheld=walked.withheld,
        notices=tuple(notices),
        disclosure=dict(opened.manifest.disclosure),
        kind=opened.manifest.kind,
        receipts=len(opened.manifest.receipts),
        ahead=unit.local(datetime.fromtimestamp(wall_ms_of(walked.ahead) / MILLI, UTC)) if walked.ahead else None,
        clashing=walked.clashing,
        keys=tuple(news),
        recalls=len(opened.manifest.recalls),
        answers=len(opened.manifest.answers),
        invalid_since=None if (since := opened.sender.doubtful) is None else unit.local(since).date(),
        verified_how=contact.verified_how,
        verified_on=contact.verified_on,
    )


def _more_notices(unit: Unit, opened: OpenBundle, news: list[keyring.KeyNews]) -> list[str]:
    """What there is to say beside the records: a key that counts no more, a forked log, keys, recalls."""
    told = ["N_KEY_INVALID"] if opened.sender.doubtful is not None else []
    told += ["N_FORKED"] if noticing.forked(unit, opened.manifest) else []
    told += dict.fromkeys(one.code for one in news)
    told += ["N_RECALL"] if opened.manifest.recalls else []
    return told + (["N_ANSWERED"] if opened.manifest.answers else [])


def _settle(unit: Unit, opened: OpenBundle, found: Preview) -> None:
    """The bundle in the ledger, receipts for ours, and the disclosure on the receiving side."""
    manifest = opened.manifest
    contact = _contact(unit, manifest.author.peer)
    accounts.settle(unit, manifest.author.peer, manifest.receipts)
    accounts.note_bundle(
        unit,
        bundle=manifest.bundle_id,
        direction="in",
        peer=manifest.author.peer,
        replica=manifest.author.replica,
        span=(manifest.lo, manifest.hi),
        records=sum(found.counts.values()) + found.quarantined,
        status=accounts.RECEIPT if manifest.kind == "receipt" else accounts.MERGED,
        sha256=manifest.changes.sha256,
        name="",
        quarantined=found.quarantined,
        withheld=found.withheld,
        created=manifest.created,
        notices=found.notices,
        why=UNREAD if found.quarantined else "",
        audience=noticing.audience(manifest),
    )
    if manifest.disclosure:
        draft = DisclosureDraft(
            on=unit.today,
            way=DisclosureWay.BUNDLE,
            what=", ".join(f"{verdict}: {number}" for verdict, number in sorted(found.counts.items())),
            records=sum(found.counts.values()),
            people=frozenset(one.id for one in found.records if one.kind == Person.kind and one.verdict in HELD),
            agency=contact.agency,
            contact=contact.name,
            ground=manifest.disclosure.get("ground", ""),
            weighing=manifest.disclosure.get("weighing", "")[:2000],
            conditions=manifest.disclosure.get("conditions", "")[:2000],
            decided_by=manifest.author.user,
            received=True,
            reference=manifest.bundle_id,
            peer=contact.peer,
        )
        unit.add(Disclosure, draft)
    recalls.take_in(unit, contact, manifest)


def _contact(unit: Unit, peer: str) -> Contact:
    return next(one for one in unit.find(Contact) if one.peer == peer)


def _told(error: BundleError) -> BundleError:
    """The error with what its sentence needs: a stranger's key as its fingerprint, a day as the office's day."""
    data = dict(error.data)
    if isinstance(key := data.pop("key", None), bytes):
        data["words"] = sign.ssh_fingerprint(key)
    if isinstance(day := data.get("date"), datetime):
        data["date"] = day.date()
    told = BundleError(error.code, **data)
    told.refused = error.refused
    return told


def _lookup(unit: Unit) -> Callable[[bytes], Sender | None]:
    contacts = unit.find(Contact)
    by_key = {base64.b64decode(one.sign_key): one for one in contacts}
    by_peer, dead = {one.peer: one for one in contacts}, keyring.dead(unit)

    def find(key: bytes) -> Sender | None:
        gone = dead.get(key)
        contact = by_key.get(key) or by_peer.get(gone.peer if gone else "")
        if contact is None:
            return None
        since, replaced = (gone.since, gone.replaced) if gone else (None, False)
        if (day := contact.revoked_on) is not None:
            # Of somebody whose keys were declared invalid, an earlier key is not believed either.
            end, replaced = datetime.combine(day, time(), tzinfo=UTC), False
            since = end if since is None else min(since, end)
        return Sender(contact.peer, contact.name, sign.ssh_fingerprint(key), since, replaced)

    return find
