"""The plain bytes of a vault's file, page by page, free ones and those of its log among them: read without SQLite.

A page of SQLCipher 4 under a raw key: AES-256 in CBC, and at its end the initial vector and a HMAC-SHA512.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from pathlib import Path

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

from gvi_desktop.storage import files

PAGE, RESERVED, VECTOR, SALT = 4096, 80, 16, 16
LOG_HEAD, FRAME_HEAD = 32, 24


def decrypted(page: bytes, number: int, key: bytes) -> bytes:
    """One page; the first one of the file begins with the salt, which is not encrypted."""
    start, end = (SALT if number == 1 else 0), PAGE - RESERVED
    vector = page[end : end + VECTOR]
    opened = Cipher(algorithms.AES(key), modes.CBC(vector)).decryptor()
    return opened.update(page[start:end]) + opened.finalize()


def pages(folder: Path, key: bytes) -> Iterator[tuple[str, bytes]]:
    """(where, plain bytes) of every page of the file, and of every frame of its log."""
    content = (folder / files.DATABASE).read_bytes()
    for start in range(0, len(content), PAGE):
        number = start // PAGE + 1
        yield f"page {number}", decrypted(content[start : start + PAGE], number, key)
    log = folder / (files.DATABASE + "-wal")
    content = log.read_bytes() if log.exists() else b""
    for start in range(LOG_HEAD, len(content) - FRAME_HEAD - PAGE + 1, FRAME_HEAD + PAGE):
        (number,) = struct.unpack(">I", content[start : start + 4])
        frame = content[start + FRAME_HEAD : start + FRAME_HEAD + PAGE]
        yield f"log at {start}, page {number}", decrypted(frame, number, key)
