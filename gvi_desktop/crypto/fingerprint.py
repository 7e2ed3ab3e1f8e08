"""The fingerprint of a contact: twelve words that two people compare in person or by phone."""

from __future__ import annotations

import hashlib

from gvi_desktop.crypto.wordlists import spell

WORDS = 12
BITS = 11 * WORDS


def fingerprint(sign_key: bytes, age_recipient: str) -> bytes:
    """SHA-256 over both public keys: the Ed25519 key (32 bytes), then the age recipient as lower-case text."""
    if len(sign_key) != 32:
        raise ValueError("an Ed25519 public key is 32 bytes")
    return hashlib.sha256(b"contact-v1\0" + sign_key + age_recipient.lower().encode("ascii")).digest()


def fingerprint_words(sign_key: bytes, age_recipient: str, language: str) -> tuple[str, ...]:
    """The first 132 bits of the fingerprint as twelve words of the language ("sv" or "en")."""
    whole = int.from_bytes(fingerprint(sign_key, age_recipient))
    return spell(whole >> (256 - BITS), WORDS, language)
