"""The file beside the vault that holds its key slots: strict to read, fixed to write, and able to tell damage."""

from __future__ import annotations

import base64
import binascii
import hashlib
import json
from dataclasses import dataclass, replace
from typing import Literal, cast

from gvi_desktop.crypto.kdf import KEY_BYTES, SALT_BYTES, Cost
from gvi_desktop.domain.errors import VaultError

FORMAT = "gvi-keys"
VERSION = 1
NONCE_BYTES = 12
WRAPPED_BYTES = KEY_BYTES + 16
SEALED_BYTES = 32 + KEY_BYTES + 16
MAX_BYTES = 1024 * 1024
MAX_SLOTS = 200
KDF = {"passphrase": "argon2id", "recovery": "hkdf-sha256"}

Kind = Literal["passphrase", "recovery"]


@dataclass(frozen=True, slots=True)
class Slot:
    """One way to the vault key: a key pair whose private half is wrapped for a passphrase or the recovery key (which
    has no owner and no cost), and the vault key sealed to its public half. So the vault key can be rotated for all
    slots without anybody's passphrase."""

    id: str
    kind: Kind
    user: str
    user_id: str
    role: str
    cost: Cost | None
    salt: bytes
    nonce: bytes
    wrapped: bytes
    public: bytes = b""
    sealer: bytes = b""
    """Public half of the vault's own sealing key: only who was inside can seal another key to the slot."""
    sealed: bytes = b""


@dataclass(frozen=True, slots=True)
class Keys:
    """All slots of one vault."""

    vault: str
    slots: tuple[Slot, ...] = ()

    def users(self) -> tuple[str, ...]:
        """The names that may unlock, in the order of the file."""
        return tuple(dict.fromkeys(slot.user for slot in self.slots if slot.kind == "passphrase"))

    def adding(self, slot: Slot) -> Keys:
        return replace(self, slots=(*self.slots, slot))

    def removing(self, slot_id: str) -> Keys:
        """Without that slot. VaultError "no_such_slot", or "last_slot" when no passphrase would be left."""
        kept = tuple(slot for slot in self.slots if slot.id != slot_id)
        if len(kept) == len(self.slots):
            raise VaultError("no_such_slot")
        if not any(slot.kind == "passphrase" for slot in kept):
            raise VaultError("last_slot")
        return replace(self, slots=kept)

    def replacing(self, slot_id: str, slot: Slot) -> Keys:
        """With `slot` in the place of the one of that id. VaultError "no_such_slot"."""
        if all(old.id != slot_id for old in self.slots):
            raise VaultError("no_such_slot")
        return replace(self, slots=tuple(slot if old.id == slot_id else old for old in self.slots))


def header_bytes(slot: Slot, vault: str) -> bytes:
    """What the wrapped key is bound to: everything in the slot but what is encrypted, and the vault."""
    fields = _fields(slot)
    del fields["wrapped"], fields["sealed"]
    return FORMAT.encode() + b"\0" + _canonical({"vault": vault, **fields})


def dump(keys: Keys) -> bytes:
    """The bytes of keys.json."""
    body: dict[str, object] = {
        "format": FORMAT,
        "version": VERSION,
        "vault": keys.vault,
        "slots": [_fields(slot) for slot in keys.slots],
    }
    return json.dumps({**body, "check": _check(body)}, ensure_ascii=False, indent=1).encode() + b"\n"


def parse(raw: bytes) -> Keys:
    """The slots in these bytes. VaultError "keys_damaged" for anything else than what `dump` writes, "keys_newer" for
    a later format."""
    try:
        if len(raw) > MAX_BYTES:
            raise ValueError
        body = json.loads(raw.decode("utf-8"), object_pairs_hook=_once)
        if body["format"] != FORMAT:
            raise ValueError
        if type(body["version"]) is int and body["version"] > VERSION:
            raise VaultError("keys_newer", version=body["version"])
        check = body.pop("check")
        if set(body) != {"format", "version", "vault", "slots"} or body["version"] != VERSION or check != _check(body):
            raise ValueError
        keys = Keys(_text(body["vault"]), tuple(_slot(fields) for fields in body["slots"]))
        if not keys.vault or not 1 <= len(keys.slots) <= MAX_SLOTS or len({s.id for s in keys.slots}) < len(keys.slots):
            raise ValueError
        return keys
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise VaultError("keys_damaged") from None


def _fields(slot: Slot) -> dict[str, object]:
    cost = {} if slot.cost is None else {"m": slot.cost.m_kib, "t": slot.cost.t, "p": slot.cost.p}
    owner = {} if slot.kind == "recovery" else {"user": slot.user, "user_id": slot.user_id}
    role = {"role": slot.role} if slot.role else {}
    raw = {"salt": _base64(slot.salt), "nonce": _base64(slot.nonce), "wrapped": _base64(slot.wrapped)}
    raw |= {"public": _base64(slot.public), "sealer": _base64(slot.sealer), "sealed": _base64(slot.sealed)}
    return {"id": slot.id, "kind": slot.kind, **owner, **role, "kdf": KDF[slot.kind], **cost, **raw}


def _slot(fields: dict[str, object]) -> Slot:
    kind = cast("Kind", _text(fields["kind"]))
    if fields["kdf"] != KDF[kind]:
        raise ValueError
    with_passphrase = kind == "passphrase"
    slot = Slot(
        id=_text(fields["id"]),
        kind=kind,
        user=_text(fields["user"]) if with_passphrase else "",
        user_id=_text(fields["user_id"]) if with_passphrase else "",
        role=_text(fields.get("role", "")),
        cost=Cost(_whole(fields["m"]), _whole(fields["t"]), _whole(fields["p"])) if with_passphrase else None,
        salt=_bytes(fields["salt"], SALT_BYTES),
        nonce=_bytes(fields["nonce"], NONCE_BYTES),
        wrapped=_bytes(fields["wrapped"], WRAPPED_BYTES),
        public=_bytes(fields["public"], KEY_BYTES),
        sealer=_bytes(fields["sealer"], KEY_BYTES),
        sealed=_bytes(fields["sealed"], SEALED_BYTES),
    )
    if _fields(slot) != fields:  # nothing more, nothing less, written the one way we write it
        raise ValueError
    return slot


def _once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError
    return found


def _text(value: object) -> str:
    if not isinstance(value, str) or len(value) > 500:
        raise ValueError
    return value


def _whole(value: object) -> int:
    if type(value) is not int or not 0 <= value < 2**32:
        raise ValueError
    return value


def _bytes(value: object, size: int) -> bytes:
    try:
        raw = base64.b64decode(_text(value), validate=True)
    except binascii.Error:
        raise ValueError from None
    if len(raw) != size:
        raise ValueError
    return raw


def _base64(raw: bytes) -> str:
    return base64.b64encode(raw).decode()


def _canonical(fields: dict[str, object]) -> bytes:
    return json.dumps(fields, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


def _check(body: dict[str, object]) -> str:
    """Tells a damaged file from a wrong passphrase; against malice the slots protect themselves."""
    return hashlib.sha256(_canonical(body)).hexdigest()[:16]
