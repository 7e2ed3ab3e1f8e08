"""One page of the encrypted file by itself: authenticated, opened and sealed without SQLite, as SQLCipher 4 does it.

Under a raw key: AES-256 in CBC; at the page's end the initial vector and a HMAC-SHA512 over both and the page's number.
The first page begins with the file's salt, which is not encrypted and goes into the key of the HMAC.
"""

from __future__ import annotations

import hashlib
import hmac
import os
from pathlib import Path

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

PAGE, VECTOR, TAG, SALT = 4096, 16, 64, 16
USABLE = PAGE - VECTOR - TAG
"""Bytes of a page that SQLite writes in."""
_MASK, _ROUNDS = 0x3A, 2


class Pages:
    """The pages of one file, by its key and its salt."""

    def __init__(self, key: bytes, salt: bytes) -> None:
        self.salt = salt
        self._key = key
        masked = bytes(one ^ _MASK for one in salt)
        self._tags = hashlib.pbkdf2_hmac("sha512", key, masked, _ROUNDS, 32)

    def authentic(self, page: bytes, number: int) -> bool:
        """Whether the page is as it was written, and in its place."""
        return hmac.compare_digest(self._tag(page[_start(number) : PAGE - TAG], number), page[PAGE - TAG :])

    def opened(self, page: bytes, number: int) -> bytes:
        """Its plain bytes, as many as SQLite uses; the salt's place is filled with what SQLite has there."""
        start = _start(number)
        cipher = Cipher(algorithms.AES(self._key), modes.CBC(page[USABLE : USABLE + VECTOR])).decryptor()
        return b"SQLite format 3\0"[:start] + cipher.update(page[start:USABLE]) + cipher.finalize()

    def sealed(self, plain: bytes, number: int) -> bytes:
        """The page for plain bytes."""
        start, vector = _start(number), os.urandom(VECTOR)
        cipher = Cipher(algorithms.AES(self._key), modes.CBC(vector)).encryptor()
        body = cipher.update(plain[start:USABLE]) + cipher.finalize() + vector
        return self.salt[:start] + body + self._tag(body, number)

    def _tag(self, body: bytes, number: int) -> bytes:
        return hmac.new(self._tags, body + number.to_bytes(4, "little"), hashlib.sha512).digest()


def fits(file: Path, key: bytes, most: int = 1000) -> bool:
    """Whether any page of the file is authentic under the key, looking at `most` of them. None is when the key is
    another state's of the vault (or the salt, on which all hang, is hurt); of a file damaged elsewhere others are."""
    size = file.stat().st_size // PAGE
    with file.open("rb") as opened:
        pages = Pages(key, opened.read(SALT))
        for number in range(1, size + 1, max(size // most, 1)):
            opened.seek((number - 1) * PAGE)
            if pages.authentic(opened.read(PAGE), number):
                return True
    return False


def _start(number: int) -> int:
    return SALT if number == 1 else 0
