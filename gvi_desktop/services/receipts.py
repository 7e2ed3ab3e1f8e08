"""Receipts: a small signed file that says what was taken in, for when nothing else is to be sent back."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import select

from gvi_desktop.crypto import seal, sign
from gvi_desktop.domain.contact import Contact, sending_problems
from gvi_desktop.domain.errors import NotFoundError, RefusedError
from gvi_desktop.domain.user import Right
from gvi_desktop.services import accounts, identity, keyring, recalls
from gvi_desktop.services.unit import Unit
from gvi_desktop.storage import replica, upgrade
from gvi_desktop.storage.rows import ledger
from gvi_desktop.sync.bundle import file_name, pack
from gvi_desktop.sync.manifest import Author, Manifest, Receipt, Recipient


def write_receipt(unit: Unit, bundle_id: str, path: Path) -> Path:
    """Say to the sender of a bundle what became of it, taken in or refused (with whatever else it may not know yet); no
    record leaves. `path` is a file, or a folder that gets a named one. NotFoundError for a bundle that never came."""
    unit.need(Right.EXPORT)
    b = ledger.bundle.c
    ours = (b.direction == "in") & b.status.in_((accounts.MERGED, accounts.REFUSED))
    query = select(b.peer, b.status, b.records, b.quarantined, b.why, b.withheld)
    row = unit.connection.execute(query.where(b.id.like(f"{bundle_id}/%"), ours)).first()
    if row is None:
        raise NotFoundError("bundle_not_found")
    contact = next((one for one in unit.find(Contact) if one.peer == row.peer), None)
    if contact is None:
        raise NotFoundError("bundle_sender_gone")
    return _write(unit, contact, path, Receipt(bundle_id, *row[1:]))


def write_notice(unit: Unit, contact_id: str, path: Path) -> Path:
    """A file of the same form for when there is no bundle to answer: receipts, recalls, answers and key events."""
    unit.need(Right.EXPORT)
    return _write(unit, unit.get(Contact, contact_id), path)


def _write(unit: Unit, contact: Contact, path: Path, *first: Receipt) -> Path:
    if refused := sending_problems(contact, unit.today):
        raise RefusedError(refused, kind="contact")
    told = {one.bundle for one in first}
    others = [one for one in accounts.receipts(unit, contact.peer) if one.bundle not in told]
    own, here = identity.keys(unit), replica.load(unit.connection)
    asked, answered = recalls.carried(unit, [contact.peer])
    draft = Manifest(
        author=Author(own.peer, unit.user.name, here.name, here.inc, sign.ssh_fingerprint(own.public)),
        to=(Recipient(contact.peer, contact.age_key, accounts.load(unit, contact.peer).ack()),),
        lo=0,
        hi=0,
        created=unit.now,
        schema=int(upgrade.HEAD),
        kind="receipt",
        receipts=(*first, *others),
        keys=keyring.carried(unit),
        recalls=asked,
        answers=answered,
    )
    packed = pack(draft, [], sign.BUNDLES.signer(own.signing))
    target = path / receipt_name(unit) if path.is_dir() else path
    sealed = seal.seal_file(packed.stream(), target, [contact.age_key])
    accounts.note_bundle(
        unit,
        bundle=packed.manifest.bundle_id,
        direction="out",
        peer=contact.peer,
        replica=here.name,
        span=(0, 0),
        records=0,
        status=accounts.RECEIPT,
        sha256=sealed.sha256,
        name=target.name,
    )
    unit.note("export", detail=f"receipt {packed.manifest.bundle_id}")
    return target


def receipt_name(unit: Unit) -> str:
    """What a receipt's file is called unless somebody calls it otherwise."""
    return file_name(f"{unit.office.programme} receipt", unit.today, replica.load(unit.connection).lsn)
