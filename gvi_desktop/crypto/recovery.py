"""The recovery key: 256 random bits as 24 words with a checksum, to be written on paper."""

from __future__ import annotations

import hashlib
import os

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from gvi_desktop.crypto.wordlists import LANGUAGES, places, plain, spell
from gvi_desktop.domain.errors import VaultError

SECRET_BYTES = 32
WORDS = 24


def new_secret() -> bytes:
    return os.urandom(SECRET_BYTES)


def words_of(secret: bytes, language: str) -> tuple[str, ...]:
    """The secret as 24 words of the language ("sv" or "en"): 256 bits, then the first 8 bits of its SHA-256."""
    if len(secret) != SECRET_BYTES:
        raise ValueError("a recovery secret is 32 bytes")
    return spell(int.from_bytes(secret + hashlib.sha256(secret).digest()[:1]), WORDS, language)


def revoking_key(secret: bytes) -> bytes:
    """The private Ed25519 key that follows from the secret and nothing else: it may declare the vault's keys invalid
    when the vault itself is lost."""
    derive = HKDF(algorithm=SHA256(), length=SECRET_BYTES, salt=None, info=b"gvi-desktop revoking key v1")
    return derive.derive(secret)


def secret_of(text: str) -> bytes:
    """The secret that was typed from paper, in either language.

    VaultError: "recovery_count" (`count` words instead of 24), "recovery_word" (`number`, from 1, and `word` that is
    on no list), "recovery_checksum" (all words known, but one is another word or they changed places).
    """
    typed = plain(text)
    if len(typed) != WORDS:
        raise VaultError("recovery_count", count=len(typed), wanted=WORDS)
    known = {language: [places(language).get(word) for word in typed] for language in LANGUAGES}
    complete = [found for found in known.values() if None not in found]
    for found in complete:
        bits = 0
        for place in found:
            bits = bits << 11 | (place or 0)
        raw = bits.to_bytes(SECRET_BYTES + 1)
        if hashlib.sha256(raw[:SECRET_BYTES]).digest()[0] == raw[SECRET_BYTES]:
            return raw[:SECRET_BYTES]
    if complete:
        raise VaultError("recovery_checksum")
    closest = min(known.values(), key=lambda found: found.count(None))
    number = closest.index(None) + 1
    raise VaultError("recovery_word", number=number, word=typed[number - 1])
