"""Small things of a vault that lie outside its folder: sealed by a key made of the vault's own, for one purpose."""

from __future__ import annotations

import os

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from gvi_desktop.hardening import wipe

KEY_BYTES = 32


def close(key: bytes, purpose: str, content: bytes) -> bytes:
    """The content, readable only with the vault's key and for the same purpose."""
    salt = os.urandom(KEY_BYTES)
    made = _key(key, salt, purpose)
    try:  # the salt makes a key for this sealing alone, so the fixed nonce is used once
        return salt + ChaCha20Poly1305(made).encrypt(bytes(12), content, purpose.encode())
    finally:
        wipe(made)


def open_(key: bytes, purpose: str, closed: bytes) -> bytes | None:
    """What was sealed; None where the key is another one or the bytes were changed."""
    made = _key(key, closed[:KEY_BYTES], purpose)
    try:
        return ChaCha20Poly1305(made).decrypt(bytes(12), closed[KEY_BYTES:], purpose.encode())
    except (InvalidTag, ValueError):
        return None
    finally:
        wipe(made)


def _key(key: bytes, salt: bytes, purpose: str) -> bytes:
    return HKDF(SHA256(), KEY_BYTES, salt, b"gvi-desktop aside v1 " + purpose.encode()).derive(bytes(key))
