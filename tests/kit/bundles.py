"""Two colleagues with real keys, and bundles between them."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime

from gvi_desktop.crypto import seal, sign
from gvi_desktop.domain.history import RecordState, Tombstone, erased, stamp_of, write, write_all
from gvi_desktop.sync.bundle import OpenBundle, Packed, Sender, open_bundle, pack
from gvi_desktop.sync.manifest import Author, Manifest, Recipient

MOMENT = datetime(2026, 11, 22, 17, 0, tzinfo=UTC)
BUNDLE_ID = "0f8b1b9e-3c1f-4c59-9a55-0d4f5d1f8a11"


@dataclass
class Colleague:
    """A vault as others see it."""

    peer: str
    name: str
    signing: bytes = field(default_factory=sign.new_signing_key)
    identity: seal.Identity = field(default_factory=seal.new_identity)

    @property
    def key(self) -> bytes:
        return sign.public_key(self.signing)

    @property
    def sender(self) -> Sender:
        return Sender(self.peer, self.name, sign.ssh_fingerprint(self.key))


ANNA = Colleague("11111111-1111-4111-8111-111111111111", "Anna Åkesson")
BEN = Colleague("22222222-2222-4222-8222-222222222222", "Ben Öman")


def some_records() -> list[RecordState]:
    """One of each sort: plain, edited by two, in conflict, erased."""
    cells = write_all({}, ("ra", 1), stamp_of(1000), {"name": "Åsa", "size": 4, "open": True, "note": None})
    edited = write_all(cells, ("rb", 7), stamp_of(2000), {"size": 5})
    other = write(cells["name"], ("rc", 1), stamp_of(3000), "Östra")
    torn = {**cells, "name": replace(other, siblings={**cells["name"].siblings, **other.siblings})}
    return [
        RecordState("group", "g1", "core", cells),
        RecordState("group", "g2", "core", edited),
        RecordState("group", "g3", "help", torn),
        erased("person", "p9", Tombstone(stamp_of(9), "ra")),
    ]


def draft(**changed: object) -> Manifest:
    author = Author(ANNA.peer, "Anna", "ra", 1790000000000, ANNA.sender.sign)
    to = (Recipient(BEN.peer, BEN.identity.recipient, {"rb": 88}),)
    plain = Manifest(author, to, 120, 415, MOMENT, 12, BUNDLE_ID)
    return replace(plain, **changed)  # type: ignore[arg-type]


def packed(records: Iterable[RecordState] | None = None, *, blobs: tuple[bytes, ...] = (), **changed: object) -> Packed:
    found = some_records() if records is None else records
    return pack(draft(**changed), found, sign.BUNDLES.signer(ANNA.signing), blobs)


def plain(records: Iterable[RecordState] | None = None, *, blobs: tuple[bytes, ...] = (), **changed: object) -> bytes:
    return b"".join(packed(records, blobs=blobs, **changed).pieces)


def knows_anna(key: bytes) -> Sender | None:
    return ANNA.sender if key == ANNA.key else None


def opened(
    raw: bytes,
    *,
    lookup: Callable[[bytes], Sender | None] = knows_anna,
    me: Colleague = BEN,
    known: Callable[[str], date | None] = lambda _: None,
) -> OpenBundle:
    return open_bundle(io.BytesIO(raw), sign.BUNDLES, lookup, (me.peer, me.identity.recipient), known)
