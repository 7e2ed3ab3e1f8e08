"""What is remarkable about bundles that came: refused, repeated, forked, and those that never came."""

from __future__ import annotations

import hashlib

from sqlalchemy import select

from gvi_desktop.domain.contact import Contact
from gvi_desktop.domain.errors import BundleError, GviError
from gvi_desktop.services import accounts
from gvi_desktop.services.accounts import BundleLine
from gvi_desktop.services.unit import Unit
from gvi_desktop.storage.rows import ledger as tables
from gvi_desktop.storage.rows.codec import moment
from gvi_desktop.sync.bundle import Refused
from gvi_desktop.sync.manifest import Manifest

NOTED = ("E_ALREADY", "E_DAMAGED", "E_FORWARDED", "E_REVOKED", "E_TOO_BIG")
"""Refusals of bundles that a colleague really signed. A file with a wrong signature says nothing of any bundle."""


def audience(manifest: Manifest) -> str:
    """A name for whom a bundle is for: two that differ may hold different parts of the same log."""
    return hashlib.sha256("\n".join(sorted(to.peer for to in manifest.to)).encode()).hexdigest()


def forked(unit: Unit, manifest: Manifest) -> bool:
    """Whether another bundle, with other content, says that it is the very same part of the same log: then the sender's
    vault lives twice, as a copy that nobody told the program about."""
    if manifest.lo == manifest.hi:
        return False
    b, author = tables.bundle.c, manifest.author
    same_part = (b.replica == author.replica, b.lo == manifest.lo, b.hi == manifest.hi)
    came = (b.peer == author.peer, b.direction == "in", b.status == accounts.MERGED)
    others = (b.id != f"{manifest.bundle_id}/{author.peer}", b.audience == audience(manifest), b.sha256 != "")
    query = select(b.id).where(*same_part, *came, *others, b.sha256 != manifest.changes.sha256).limit(1)
    return unit.connection.execute(query).first() is not None


def note_refusal(unit: Unit, error: GviError) -> None:
    """Note a bundle of a colleague's that was refused, so that it is named in the list and the next receipt says why;
    one that was taken in before is counted as come again. Anything else leaves no trace."""
    refused = error.refused if isinstance(error, BundleError) else None
    if error.code not in NOTED or not isinstance(refused, Refused):
        return
    manifest, b = refused.manifest, tables.bundle
    own_row = (b.c.id == f"{manifest.bundle_id}/{refused.peer}") & (b.c.direction == "in")
    if error.code == "E_ALREADY":
        unit.connection.execute(b.update().where(own_row).values(again=b.c.again + 1))
        return
    status = unit.connection.execute(select(b.c.status).where(own_row)).scalar()
    if status in (None, accounts.REFUSED) and manifest.kind != "receipt":
        accounts.note_bundle(
            unit,
            bundle=manifest.bundle_id,
            direction="in",
            peer=refused.peer,
            replica=manifest.author.replica,
            span=(manifest.lo, manifest.hi),
            records=manifest.changes.records or 0,
            status=accounts.REFUSED,
            sha256="",
            name="",
            created=manifest.created,
            why=error.code,
        )


def missing(unit: Unit) -> list[BundleLine]:
    """What a contact must have sent that has not come: each hole in the newest of its logs, until a bundle fills it."""
    found = []
    b = tables.bundle.c
    for contact in unit.find(Contact):
        account = accounts.load(unit, contact.peer)
        ranges = account.received.get(account.replica)
        for lo, hi in ranges.gaps if ranges is not None else ():
            after = (b.peer == contact.peer, b.direction == "in", b.replica == account.replica, b.lo >= hi)
            at = unit.connection.execute(select(b.at).where(*after).order_by(b.at).limit(1)).scalar()
            found.append(
                BundleLine(
                    id=f"missing/{contact.peer}/{lo}",
                    bundle="",
                    direction="in",
                    contact=contact.name,
                    at=unit.now if at is None else moment(at),
                    lo=lo,
                    hi=hi,
                    records=0,
                    quarantined=0,
                    status=accounts.MISSING,
                    name="",
                )
            )
    return found


def listed(unit: Unit) -> list[BundleLine]:
    """Every bundle and receipt, and every one that is missing, the newest first."""
    return sorted([*missing(unit), *accounts.listed(unit)], key=lambda one: one.at, reverse=True)
