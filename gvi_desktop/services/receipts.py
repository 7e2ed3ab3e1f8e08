"""Receipts: a small signed file that says what was taken in, for when nothing else is to be sent back."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import select

from gvi_desktop.crypto import seal, sign
from gvi_desktop.domain.contact import Contact, sending_problems
from gvi_desktop.domain.errors import NotFoundError, RefusedError
from gvi_desktop.domain.user import Right
from gvi_desktop.services import accounts, identity, keyring, outgoing, recalls
from gvi_desktop.services.carrying import Parcel
from gvi_desktop.services.unit import Unit
from gvi_desktop.storage import replica, upgrade
from gvi_desktop.storage.rows import ledger
from gvi_desktop.sync.bundle import Packed, file_name, pack
from gvi_desktop.sync.manifest import Author, Manifest, Receipt, Recipient


def write_receipt(unit: Unit, bundle_id: str, path: Path) -> Path:
    """Say to the sender of a bundle what became of it, taken in or refused (with whatever else it may not know yet); no
    record leaves. `path` is a file, or a folder that gets a named one. NotFoundError for a bundle that never came.
    Holds the step until the target has answered; `make_receipt` does not."""
    contact, about = _about(unit, bundle_id)
    packed = _packed(unit, contact, about)
    target = path / receipt_name(unit) if path.is_dir() else path
    sealed = seal.seal_file(packed.stream(), target, [contact.age_key])
    _keep(unit, contact, packed, sealed, target.name, accounts.RECEIPT)
    return target


def make_receipt(unit: Unit, bundle_id: str, room: Path) -> Parcel:
    """The same receipt in the vault's own room (`outgoing.room`), to be carried from there."""
    return _make(unit, *_about(unit, bundle_id), room=room)


def make_notice(unit: Unit, contact_id: str, room: Path) -> Parcel:
    """A file of the same form for when there is no bundle to answer: receipts, recalls, answers and key events."""
    unit.need(Right.EXPORT)
    return _make(unit, unit.get(Contact, contact_id), room=room)


def _about(unit: Unit, bundle_id: str) -> tuple[Contact, Receipt]:
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
    return contact, Receipt(bundle_id, *row[1:])


def _make(unit: Unit, contact: Contact, *first: Receipt, room: Path) -> Parcel:
    packed, lsn = _packed(unit, contact, *first), replica.load(unit.connection).lsn
    parcel = outgoing.seal_into(room, packed, [contact.age_key], _label(unit), unit.today, lsn)
    _keep(unit, contact, packed, parcel.sealed, parcel.name(), accounts.WAITING)
    return parcel


def _packed(unit: Unit, contact: Contact, *first: Receipt) -> Packed:
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
    return pack(draft, [], sign.BUNDLES.signer(own.signing))


def _keep(unit: Unit, contact: Contact, packed: Packed, sealed: seal.Sealed, name: str, status: str) -> None:
    bundle = packed.manifest.bundle_id
    accounts.note_bundle(
        unit,
        bundle=bundle,
        direction="out",
        peer=contact.peer,
        replica=replica.load(unit.connection).name,
        span=(0, 0),
        records=0,
        status=status,
        sha256=sealed.sha256,
        name=name,
    )
    unit.note("export", detail=f"receipt {bundle}")


def _label(unit: Unit) -> str:
    return f"{unit.office.programme} receipt"


def receipt_name(unit: Unit) -> str:
    """What a receipt's file is called unless somebody calls it otherwise."""
    return file_name(_label(unit), unit.today, replica.load(unit.connection).lsn)
