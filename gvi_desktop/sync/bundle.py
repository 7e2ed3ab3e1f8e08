"""A bundle, written and read: signed manifest, changes and attachments in a tar; verified whole before it is parsed.

This room knows no keys: the signer is handed in, and what comes out is sealed by somebody else.
"""

from __future__ import annotations

import hashlib
import io
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import BinaryIO, Protocol

from gvi_desktop.domain.errors import BundleError
from gvi_desktop.domain.history import RecordState
from gvi_desktop.domain.saves import Saves
from gvi_desktop.sync import limits, payload, ustar
from gvi_desktop.sync.change import Unread
from gvi_desktop.sync.manifest import BLOB_FOLDER, MANIFEST_NAME, SIGNATURE_NAME, Manifest, Part, Recipient, dump, parse


class Signatures(Protocol):
    """How a signature of a bundle is read and proven; errors are BundleError "E_SIG_FORMAT" and "E_SIG_BAD"."""

    def public_key_of(self, signature: bytes) -> bytes: ...

    def verify(self, message: bytes, signature: bytes, key: bytes) -> None: ...


@dataclass(frozen=True, slots=True)
class Sender:
    """The contact whose key signed, as this vault knows it; `sign` is the key's SHA256 fingerprint."""

    peer: str
    name: str
    sign: str
    revoked: datetime | None = None
    """Since when the key counts no more. What it signed before may still be opened; but where it was declared invalid,
    a person has to agree to it: whoever holds a stolen key can write any date."""
    replaced: bool = False
    """It counts no more only because its owner changed keys: what it signed before was under way then, and is read."""

    @property
    def doubtful(self) -> datetime | None:
        """Since when the key was declared invalid."""
        return None if self.replaced else self.revoked


@dataclass(frozen=True, slots=True)
class Refused:
    """A bundle that a known colleague really signed and that was refused all the same: its error's `refused`, so that
    it can be noted and the sender told."""

    manifest: Manifest
    peer: str


@dataclass(frozen=True, slots=True)
class Packed:
    """A bundle before it is sealed: its manifest and its bytes in pieces."""

    manifest: Manifest
    pieces: tuple[bytes, ...]

    @property
    def size(self) -> int:
        return sum(len(piece) for piece in self.pieces)

    def stream(self) -> BinaryIO:
        return io.BufferedReader(_Pieces(self.pieces), payload.PIECE)


@dataclass(frozen=True, slots=True)
class OpenBundle:
    """A bundle of which every byte has been verified. Nothing of it has been taken in yet."""

    manifest: Manifest
    sender: Sender
    me: Recipient
    changes: bytes = field(repr=False)
    blobs: Mapping[str, bytes] = field(repr=False)
    """Attachments by their SHA-256 in hex."""

    def records(self) -> Iterator[RecordState | Unread]:
        """Every record with its fields as cells; else as `told`."""
        return (one if isinstance(one, Unread) else one.state() for one in self.told())

    def told(self) -> Iterator[Saves | Unread]:
        """Every record, parsed as it is asked for. BundleError "E_DAMAGED" at a line that is no record."""
        try:
            yield from payload.told(self.changes)
        except BundleError as error:
            raise BundleError(error.code, **error.data, name=self.sender.name) from None


def pack(
    draft: Manifest,
    records: Iterable[RecordState | Saves | Unread],
    sign: Callable[[bytes], bytes],
    blobs: Sequence[bytes] = (),
) -> Packed:
    """The plain bundle: `draft` completed with its parts, signed. Equal input gives equal bytes.

    `sign(manifest)` returns the armored signature. BundleError "E_TOO_BIG" (`what`).
    """
    changes = payload.compress(records)
    attached = {hashlib.sha256(blob).hexdigest(): blob for blob in blobs}
    _within("blobs", len(attached), limits.BLOBS)
    parts = [changes.part]
    for sha256 in sorted(attached):
        _within("blob", len(attached[sha256]), limits.BLOB)
        parts.append(Part(BLOB_FOLDER + sha256, len(attached[sha256]), sha256))
    manifest = draft.with_parts(tuple(parts))
    raw = dump(manifest)
    files = [(MANIFEST_NAME, raw), (SIGNATURE_NAME, sign(raw)), (changes.part.name, changes.data)]
    files += [(BLOB_FOLDER + sha256, attached[sha256]) for sha256 in sorted(attached)]
    pieces = [
        piece for name, data in files for piece in (ustar.header(name, len(data)), data, ustar.padding(len(data)))
    ]
    packed = Packed(manifest, (*pieces, ustar.END))
    _within("file", packed.size, limits.FILE)
    return packed


def open_bundle(
    plain: BinaryIO,
    signatures: Signatures,
    lookup: Callable[[bytes], Sender | None],
    me: Sequence[str],
    known: Callable[[str], date | None],
    introduce: Callable[[bytes, Sequence[str]], Sender | None] = lambda key, events: None,
) -> OpenBundle:
    """The bundle in these decrypted bytes, verified before it is parsed.

    `lookup(public key)` finds the contact, `me` is our peer id and our age recipients, the one in use first, and
    `known(bundle_id)` says when it was taken in. A key that no contact has may be introduced by the key events of the
    bundle it signed: `introduce(public key, events)` finds whose it is. Nothing else of such a bundle is read before.
    BundleError: "E_DAMAGED", "E_TOO_BIG", "E_SIG_FORMAT", "E_UNKNOWN_SENDER" (`key`), "E_SIG_BAD", "E_NOT_A_BUNDLE",
    "E_NEWER_APP", "E_REVOKED" (`date`), "E_FORWARDED", "E_ALREADY" (`date`); with `name` once the sender is known.
    """
    tar = ustar.TarReader(plain)
    raw = tar.take(MANIFEST_NAME, limits.MANIFEST)
    signature = tar.take(SIGNATURE_NAME, limits.SIGNATURE)
    key = signatures.public_key_of(signature)
    sender = lookup(key) or _introduced(raw, signature, key, signatures, introduce)
    manifest = None
    try:
        signatures.verify(raw, signature, key)
        manifest = parse(raw)
        mine = _addressed(manifest, sender, me)
        if (taken := known(manifest.bundle_id)) is not None:
            raise BundleError("E_ALREADY", date=taken, bundle=manifest.bundle_id)
        contents = [_part(tar, part) for part in manifest.parts]
        tar.end()
        payload.check(contents[0], manifest.changes)
    except BundleError as error:
        told = BundleError(error.code, **{**error.data, "name": sender.name})
        if manifest is not None and error.code != "E_SIG_BAD":
            told.refused = Refused(manifest, sender.peer)
        raise told from None
    blobs = {part.sha256: data for part, data in zip(manifest.parts[1:], contents[1:], strict=True)}
    return OpenBundle(manifest, sender, mine, contents[0], blobs)


def promised(
    head: BinaryIO,
    signatures: Signatures,
    lookup: Callable[[bytes], Sender | None],
    introduce: Callable[[bytes, Sequence[str]], Sender | None] = lambda key, events: None,
) -> int:
    """How many plain bytes a bundle has that begins like this, by its signed first page; errors as `open_bundle`."""
    tar = ustar.TarReader(head)
    raw = tar.take(MANIFEST_NAME, limits.MANIFEST)
    signature = tar.take(SIGNATURE_NAME, limits.SIGNATURE)
    key = signatures.public_key_of(signature)
    sender = lookup(key) or _introduced(raw, signature, key, signatures, introduce)
    try:
        signatures.verify(raw, signature, key)
        sizes = (len(raw), len(signature), *(part.size for part in parse(raw).parts))
    except BundleError as error:
        raise BundleError(error.code, **{**error.data, "name": sender.name}) from None
    return sum(ustar.BLOCK + size + len(ustar.padding(size)) for size in sizes) + len(ustar.END)


def glance(
    plain: BinaryIO,
    signatures: Signatures,
    lookup: Callable[[bytes], Sender | None],
    me: Sequence[str],
    introduce: Callable[[bytes, Sequence[str]], Sender | None] = lambda key, events: None,
) -> tuple[Manifest, Sender]:
    """Who a bundle is from and what its first page says, verified; its records are neither read nor proven.

    For a list of what lies in a folder: errors as `open_bundle`, which must read it before anything is used.
    """
    tar = ustar.TarReader(plain)
    raw = tar.take(MANIFEST_NAME, limits.MANIFEST)
    signature = tar.take(SIGNATURE_NAME, limits.SIGNATURE)
    key = signatures.public_key_of(signature)
    sender = lookup(key) or _introduced(raw, signature, key, signatures, introduce)
    try:
        signatures.verify(raw, signature, key)
        manifest = parse(raw)
        _addressed(manifest, sender, me)
    except BundleError as error:
        raise BundleError(error.code, **{**error.data, "name": sender.name}) from None
    return manifest, sender


def file_name(label: str, day: date, hi: int) -> str:
    """gvi_<label>_<date>_<hi>.age: the label as plain letters, so that any disk and mail program takes it."""
    flat = unicodedata.normalize("NFKD", label.lower()).encode("ascii", "ignore").decode()
    slug = re.sub(r"[^a-z0-9]+", "-", flat).strip("-")[:40].strip("-")
    return f"gvi_{slug or 'bundle'}_{day.isoformat()}_{hi}.age"


def _introduced(
    raw: bytes,
    signature: bytes,
    key: bytes,
    signatures: Signatures,
    introduce: Callable[[bytes, Sequence[str]], Sender | None],
) -> Sender:
    """Whose key it is that no contact has; every fault on the way is just an unknown sender's."""
    try:
        signatures.verify(raw, signature, key)
        sender = introduce(key, parse(raw).keys)
    except BundleError:
        sender = None
    if sender is None:
        raise BundleError("E_UNKNOWN_SENDER", key=key)
    return sender


def _addressed(manifest: Manifest, sender: Sender, me: Sequence[str]) -> Recipient:
    author = manifest.author
    if (author.peer, author.sign) != (sender.peer, sender.sign):
        raise BundleError("E_SIG_BAD")  # a known key, speaking in somebody else's name
    if sender.revoked is not None and manifest.created >= sender.revoked:
        raise BundleError("E_REVOKED", date=sender.revoked)
    peer, *keys = me
    ours = {age.lower() for age in keys}
    for recipient in manifest.to:
        if recipient.peer == peer and recipient.age.lower() in ours:
            return recipient
    raise BundleError("E_FORWARDED")


def _part(tar: ustar.TarReader, part: Part) -> bytes:
    data = tar.take_exact(part.name, part.size)
    if hashlib.sha256(data).hexdigest() != part.sha256:
        raise BundleError("E_DAMAGED")
    return data


def _within(what: str, value: int, limit: int) -> None:
    if value > limit:
        raise BundleError("E_TOO_BIG", what=what, limit=limit)


class _Pieces(io.RawIOBase):
    """Reads several byte strings one after the other without joining them."""

    def __init__(self, pieces: Sequence[bytes]) -> None:
        super().__init__()
        self._pieces = [memoryview(piece) for piece in reversed(pieces)]

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        while self._pieces and not self._pieces[-1]:
            self._pieces.pop()
        if not self._pieces:
            return 0
        piece = self._pieces[-1]
        size = min(len(piece), len(buffer))
        buffer[:size] = piece[:size]
        self._pieces[-1] = piece[size:]
        return size
