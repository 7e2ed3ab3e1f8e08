"""The signed first page of a bundle: who sends what to whom, which part of the log, and the hash of every part."""

from __future__ import annotations

import re
import uuid
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Literal, cast

from gvi_desktop.domain.errors import BundleError
from gvi_desktop.sync import limits, recall
from gvi_desktop.sync.moments import moment_of, moment_text
from gvi_desktop.sync.recall import RecallAnswer, RecallNotice
from gvi_desktop.sync.strictjson import MAX_INT, dumps, listing, loads, mapping, text, whole

FORMAT = "gvi-bundle"
VERSION = 1
READER = 1
"""What this program can read; a bundle that asks for more is refused as too new."""
MANIFEST_NAME = "manifest.json"
SIGNATURE_NAME = "manifest.json.sig"
CHANGES_NAME = "changes.jsonl.zst"
BLOB_FOLDER = "blobs/"
STATES = ("received", "merged", "refused")
KEY_EVENTS = 500
"""In one bundle, each at most as long as a card."""

Kind = Literal["delta", "receipt"]
_HASH = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class Author:
    """The sending vault (peer), the user who acted, the replica incarnation and the fingerprint of the signing key."""

    peer: str
    user: str
    replica: str
    inc: int
    sign: str


@dataclass(frozen=True, slots=True)
class Recipient:
    """One addressee; `ack` says how much of each of its replicas' logs the sender holds without a gap."""

    peer: str
    age: str
    ack: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Part:
    """A file in the bundle; `records` and `inflated` (bytes of JSON Lines) only for the changes."""

    name: str
    size: int
    sha256: str
    records: int | None = None
    inflated: int | None = None


@dataclass(frozen=True, slots=True)
class Receipt:
    """What became of one bundle at the recipient: "received", "merged" or "refused" with the code why; how many of its
    records were kept aside unread, and how many were not let in since the sender may not write them there."""

    bundle: str
    state: str
    records: int = 0
    quarantined: int = 0
    why: str = ""
    withheld: int = 0


@dataclass(frozen=True, slots=True)
class Manifest:
    """Everything that is signed. `disclosure` holds the short texts of a disclosure to another agency, by name."""

    author: Author
    to: tuple[Recipient, ...]
    lo: int
    hi: int
    created: datetime
    schema: int
    bundle_id: str = field(default_factory=lambda: str(uuid.uuid4()))
    kind: Kind = "delta"
    min_reader: int = 1
    parts: tuple[Part, ...] = ()
    receipts: tuple[Receipt, ...] = ()
    disclosure: Mapping[str, str] = field(default_factory=dict)
    keys: tuple[str, ...] = ()
    """Signed key events, as `keyevent.read_event` reads them: the sender's own and those it has heard of."""
    recalls: tuple[RecallNotice, ...] = ()
    answers: tuple[RecallAnswer, ...] = ()

    @property
    def changes(self) -> Part:
        return self.parts[0]

    def with_parts(self, parts: tuple[Part, ...]) -> Manifest:
        return replace(self, parts=parts)


def dump(manifest: Manifest) -> bytes:
    """The exact bytes that are signed. BundleError "E_TOO_BIG"."""
    author = manifest.author
    body: dict[str, object] = {
        "format": FORMAT,
        "version": VERSION,
        "min_reader": manifest.min_reader,
        "bundle_id": manifest.bundle_id,
        "kind": manifest.kind,
        "schema": manifest.schema,
        "created": moment_text(manifest.created),
        "from": {
            "peer": author.peer,
            "user": author.user,
            "replica": author.replica,
            "inc": author.inc,
            "sign": author.sign,
        },
        "to": [{"peer": to.peer, "age": to.age, "ack": dict(to.ack)} for to in manifest.to],
        "range": {"lo": manifest.lo, "hi": manifest.hi},
        "parts": [_part_fields(part) for part in manifest.parts],
    }
    if manifest.receipts:
        body["receipts"] = [
            {"bundle": r.bundle, "state": r.state, "records": r.records, "quarantined": r.quarantined, "why": r.why}
            | ({"withheld": r.withheld} if r.withheld else {})
            for r in manifest.receipts
        ]
    if manifest.disclosure:
        body["disclosure"] = dict(manifest.disclosure)
    if manifest.keys:
        body["keys"] = list(manifest.keys)
    if manifest.recalls:
        body["recalls"] = [recall.notice_fields(one) for one in manifest.recalls]
    if manifest.answers:
        body["answers"] = [recall.answer_fields(one) for one in manifest.answers]
    raw = dumps(body)
    if len(raw) > limits.MANIFEST:
        raise BundleError("E_TOO_BIG", what="manifest", limit=limits.MANIFEST)
    return raw


def parse(raw: bytes) -> Manifest:
    """The manifest in bytes whose signature was right. BundleError "E_NOT_A_BUNDLE", "E_NEWER_APP", "E_DAMAGED",
    "E_TOO_BIG". Keys that a later version added are passed over; what matters to reading raises `min_reader`."""
    try:
        body = mapping(loads(raw))
        if body.get("format") != FORMAT:
            raise BundleError("E_NOT_A_BUNDLE")
        whole(body["version"], 1)
        if whole(body["min_reader"], 1) > READER:
            raise BundleError("E_NEWER_APP", version=body["min_reader"])
        return _manifest(body)
    except (ValueError, KeyError, TypeError):
        raise BundleError("E_DAMAGED") from None


def _manifest(body: dict[str, object]) -> Manifest:
    kind = text(body["kind"])
    if kind not in ("delta", "receipt"):
        raise ValueError
    span = mapping(body["range"])
    lo, hi = whole(span["lo"]), whole(span["hi"])
    to = tuple(_recipient(mapping(item)) for item in listing(body["to"], 64))
    if lo > hi or not to or len({recipient.peer for recipient in to}) != len(to):
        raise ValueError
    return Manifest(
        author=_author(mapping(body["from"])),
        to=to,
        lo=lo,
        hi=hi,
        created=moment_of(body["created"]),
        schema=whole(body["schema"]),
        bundle_id=text(body["bundle_id"], 64),
        kind=cast("Kind", kind),
        min_reader=whole(body["min_reader"], 1),
        parts=_parts(listing(body["parts"], limits.BLOBS + 1)),
        receipts=tuple(_receipt(mapping(item)) for item in listing(body.get("receipts", []), 1000)),
        disclosure={
            text(name): text(value, 20_000, shortest=0) for name, value in mapping(body.get("disclosure", {})).items()
        },
        keys=tuple(text(item, limits.CARD) for item in listing(body.get("keys", []), KEY_EVENTS)),
        recalls=tuple(recall.notice_of(item) for item in listing(body.get("recalls", []), recall.MOST)),
        answers=tuple(recall.answer_of(item) for item in listing(body.get("answers", []), recall.MOST)),
    )


def _author(fields: dict[str, object]) -> Author:
    return Author(
        text(fields["peer"]), text(fields["user"]), text(fields["replica"]), whole(fields["inc"]), text(fields["sign"])
    )


def _recipient(fields: dict[str, object]) -> Recipient:
    ack = {text(replica): whole(lsn) for replica, lsn in mapping(fields["ack"]).items()}
    return Recipient(text(fields["peer"]), text(fields["age"]), ack)


def _receipt(fields: dict[str, object]) -> Receipt:
    state = text(fields["state"])
    if state not in STATES:
        raise ValueError
    records, quarantined = whole(fields["records"]), whole(fields["quarantined"])
    why, withheld = text(fields["why"], 200, shortest=0), whole(fields.get("withheld", 0))
    return Receipt(text(fields["bundle"], 64), state, records, quarantined, why, withheld)


def _parts(items: list[object]) -> tuple[Part, ...]:
    parts = tuple(_part(mapping(item), changes=number == 0) for number, item in enumerate(items))
    if not parts or len({part.name for part in parts}) != len(parts):
        raise ValueError
    return parts


def _part(fields: dict[str, object], *, changes: bool) -> Part:
    name, size, sha256 = text(fields["name"]), whole(fields["size"]), text(fields["sha256"])
    if not _HASH.fullmatch(sha256) or name != (CHANGES_NAME if changes else BLOB_FOLDER + sha256):
        raise ValueError
    _within("compressed" if changes else "blob", size, limits.COMPRESSED if changes else limits.BLOB)
    if not changes:
        return Part(name, size, sha256)
    records, inflated = whole(fields["records"], 0, MAX_INT), whole(fields["inflated"], 0, MAX_INT)
    _within("records", records, limits.RECORDS)
    _within("inflated", inflated, limits.INFLATED)
    return Part(name, size, sha256, records, inflated)


def _within(what: str, value: int, limit: int) -> None:
    if value > limit:
        raise BundleError("E_TOO_BIG", what=what, limit=limit)


def _part_fields(part: Part) -> dict[str, object]:
    fields: dict[str, object] = {"name": part.name, "size": part.size, "sha256": part.sha256}
    return fields if part.records is None else {**fields, "records": part.records, "inflated": part.inflated}
