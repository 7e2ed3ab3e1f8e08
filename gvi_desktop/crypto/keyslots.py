"""The key slots of a vault: one random vault key, wrapped once for every passphrase and once for the recovery key."""

from __future__ import annotations

import os
import unicodedata
import uuid
from dataclasses import dataclass, replace

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from gvi_desktop.crypto import recovery
from gvi_desktop.crypto.kdf import KEY_BYTES, SALT_BYTES, Cost, check_cost, derive, passphrase_bytes
from gvi_desktop.crypto.slotfile import NONCE_BYTES, Keys, Slot, header_bytes
from gvi_desktop.domain.errors import VaultError


@dataclass(frozen=True, slots=True)
class Owner:
    """Whose slot it is; the name is asked for at unlocking, the id never changes."""

    user: str
    user_id: str
    role: str = ""


def new_key() -> bytes:
    """A random 256-bit vault key."""
    return os.urandom(KEY_BYTES)


def wrap_passphrase(
    key: bytes, passphrase: str, owner: Owner, *, vault: str, cost: Cost, slot_id: str | None = None
) -> Slot:
    """A slot that `passphrase` opens. VaultError for a passphrase or cost that is refused."""
    check_cost(cost)
    slot = Slot(
        id=slot_id or str(uuid.uuid4()),
        kind="passphrase",
        user=owner.user,
        user_id=owner.user_id,
        role=owner.role,
        cost=cost,
        salt=os.urandom(SALT_BYTES),
        nonce=os.urandom(NONCE_BYTES),
        wrapped=b"",
    )
    return _wrapped(slot, vault, derive(passphrase, slot.salt, cost), key)


def wrap_recovery(key: bytes, secret: bytes, *, vault: str) -> Slot:
    """A slot that the recovery key opens; its 256 random bits (`recovery.new_secret`) need no slow derivation."""
    slot = Slot(
        id=str(uuid.uuid4()),
        kind="recovery",
        user="",
        user_id="",
        role="",
        cost=None,
        salt=os.urandom(SALT_BYTES),
        nonce=os.urandom(NONCE_BYTES),
        wrapped=b"",
    )
    return _wrapped(slot, vault, _recovery_key(secret, slot.salt), key)


def unwrap(keys: Keys, passphrase: str, user: str | None = None) -> tuple[bytes, Slot]:
    """The vault key and the slot that gave it.

    VaultError: "which_user" (several users and none named; `users` lists them), "no_such_user", "wrong_passphrase",
    "slot_cost" before anything slow is run. A wrong passphrase takes as long as the right one.
    """
    passphrase_bytes(passphrase)
    slots = [slot for slot in keys.slots if slot.kind == "passphrase"]
    if user is None:
        names = {slot.user_id: slot.user for slot in slots}
        if len(names) > 1:
            raise VaultError("which_user", users=sorted(names.values()))
    else:
        slots = [slot for slot in slots if _same_name(slot.user, user) or slot.user_id == user]
    if not slots:
        raise VaultError("no_such_user", user=user or "")
    for slot in slots:
        if slot.cost is not None:
            check_cost(slot.cost)
    for slot in slots:
        assert slot.cost is not None  # noqa: S101  a passphrase slot is only built with a cost
        key = _opened(slot, keys.vault, derive(passphrase, slot.salt, slot.cost))
        if key is not None:
            return key, slot
    raise VaultError("wrong_passphrase")


def unwrap_recovery(keys: Keys, words: str) -> tuple[bytes, Slot]:
    """The vault key by the 24 words on paper. VaultError: the codes of `recovery.secret_of`, "no_recovery" when the
    vault has no recovery key, "wrong_recovery" when the words are well-formed but belong to another vault."""
    secret = recovery.secret_of(words)
    slots = [slot for slot in keys.slots if slot.kind == "recovery"]
    if not slots:
        raise VaultError("no_recovery")
    for slot in slots:
        key = _opened(slot, keys.vault, _recovery_key(secret, slot.salt))
        if key is not None:
            return key, slot
    raise VaultError("wrong_recovery")


def rewrap(keys: Keys, slot: Slot, key: bytes, passphrase: str, cost: Cost) -> Keys:
    """The same user's slot under a new passphrase; slot id and owner stay, salt and nonce are fresh."""
    owner = Owner(slot.user, slot.user_id, slot.role)
    fresh = wrap_passphrase(key, passphrase, owner, vault=keys.vault, cost=cost, slot_id=slot.id)
    return keys.replacing(slot.id, fresh)


def _wrapped(slot: Slot, vault: str, wrapping: bytes, key: bytes) -> Slot:
    if len(key) != KEY_BYTES:
        raise ValueError("a vault key is 32 bytes")
    return replace(slot, wrapped=ChaCha20Poly1305(wrapping).encrypt(slot.nonce, key, header_bytes(slot, vault)))


def _opened(slot: Slot, vault: str, wrapping: bytes) -> bytes | None:
    try:
        return ChaCha20Poly1305(wrapping).decrypt(slot.nonce, slot.wrapped, header_bytes(slot, vault))
    except InvalidTag:
        return None


def _recovery_key(secret: bytes, salt: bytes) -> bytes:
    return HKDF(SHA256(), KEY_BYTES, salt, b"gvi-desktop recovery v1").derive(secret)


def _same_name(one: str, other: str) -> bool:
    return _plain(one) == _plain(other)


def _plain(name: str) -> str:
    return unicodedata.normalize("NFC", name.strip()).casefold()
