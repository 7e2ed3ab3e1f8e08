"""The key slots of a vault: one random vault key, sealed to a key pair for every passphrase and the recovery key."""

from __future__ import annotations

import os
import uuid
from dataclasses import dataclass, replace

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from gvi_desktop.crypto import recovery
from gvi_desktop.crypto.kdf import KEY_BYTES, SALT_BYTES, Cost, check_cost, derive, passphrase_bytes
from gvi_desktop.crypto.slotfile import NONCE_BYTES, Keys, Slot, header_bytes
from gvi_desktop.domain.approval import same_name
from gvi_desktop.domain.errors import VaultError
from gvi_desktop.hardening import wipe


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
    key: bytes, passphrase: str, owner: Owner, *, vault: str, sealer: bytes, cost: Cost, slot_id: str | None = None
) -> Slot:
    """A slot that `passphrase` opens; `sealer` is the vault's private sealing key. VaultError for a passphrase or cost
    that is refused."""
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
    return _wrapped(slot, vault, derive(passphrase, slot.salt, cost), key, sealer)


def wrap_recovery(key: bytes, secret: bytes, *, vault: str, sealer: bytes) -> Slot:
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
    return _wrapped(slot, vault, _recovery_key(secret, slot.salt), key, sealer)


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
        slots = [slot for slot in slots if same_name(slot.user, user) or slot.user_id == user]
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


def rewrap(keys: Keys, slot: Slot, key: bytes, passphrase: str, cost: Cost, sealer: bytes) -> Keys:
    """The same user's slot under a new passphrase; slot id and owner stay, salt and nonce are fresh."""
    owner = Owner(slot.user, slot.user_id, slot.role)
    fresh = wrap_passphrase(key, passphrase, owner, vault=keys.vault, sealer=sealer, cost=cost, slot_id=slot.id)
    return keys.replacing(slot.id, fresh)


def new_sealer() -> bytes:
    """The vault's private sealing key, to be kept inside the vault."""
    return X25519PrivateKey.generate().private_bytes_raw()


def rotated(keys: Keys, fresh: bytes, sealer: bytes) -> Keys:
    """The same slots for a new vault key; nobody's passphrase is needed, and none is changed."""
    turned = (replace(slot, sealed=_seal(slot, keys.vault, fresh, sealer)) for slot in keys.slots)
    return replace(keys, slots=tuple(turned))


def _wrapped(slot: Slot, vault: str, wrapping: bytes, key: bytes, sealer: bytes) -> Slot:
    if len(key) != KEY_BYTES:
        raise ValueError("a vault key is 32 bytes")
    private, inside = X25519PrivateKey.generate(), X25519PrivateKey.from_private_bytes(sealer)
    slot = replace(
        slot,
        public=private.public_key().public_bytes_raw(),
        sealer=inside.public_key().public_bytes_raw(),
    )
    wrapped = ChaCha20Poly1305(wrapping).encrypt(slot.nonce, private.private_bytes_raw(), header_bytes(slot, vault))
    wipe(wrapping)
    return replace(slot, wrapped=wrapped, sealed=_seal(slot, vault, key, sealer))


def _opened(slot: Slot, vault: str, wrapping: bytes) -> bytes | None:
    try:
        private = ChaCha20Poly1305(wrapping).decrypt(slot.nonce, slot.wrapped, header_bytes(slot, vault))
    except InvalidTag:
        return None
    finally:
        wipe(wrapping)
    salt, sealed = slot.sealed[:KEY_BYTES], slot.sealed[KEY_BYTES:]
    try:
        shared = X25519PrivateKey.from_private_bytes(private).exchange(X25519PublicKey.from_public_bytes(slot.sealer))
        sealing = _sealing_key(shared, salt, slot)
        wipe(shared)
        try:
            return ChaCha20Poly1305(sealing).decrypt(bytes(12), sealed, _bound(slot, vault))
        finally:
            wipe(sealing)
    except (InvalidTag, ValueError):
        # The passphrase was right, so what it leads to has been changed.
        raise VaultError("keys_damaged") from None
    finally:
        wipe(private)


def _seal(slot: Slot, vault: str, key: bytes, sealer: bytes) -> bytes:
    salt = os.urandom(KEY_BYTES)
    shared = X25519PrivateKey.from_private_bytes(sealer).exchange(X25519PublicKey.from_public_bytes(slot.public))
    # The salt makes a key for this sealing alone, so the fixed nonce is used once.
    return salt + ChaCha20Poly1305(_sealing_key(shared, salt, slot)).encrypt(bytes(12), key, _bound(slot, vault))


def _sealing_key(shared: bytes, salt: bytes, slot: Slot) -> bytes:
    return HKDF(SHA256(), KEY_BYTES, salt, b"gvi-desktop slot v1" + slot.sealer + slot.public).derive(shared)


def _bound(slot: Slot, vault: str) -> bytes:
    return f"{vault}|{slot.id}".encode()


def _recovery_key(secret: bytes, salt: bytes) -> bytes:
    return HKDF(SHA256(), KEY_BYTES, salt, b"gvi-desktop recovery v1").derive(secret)
