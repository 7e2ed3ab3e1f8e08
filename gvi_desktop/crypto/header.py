"""The guard before the seal: what an age file's beginning must look like before a decryption is even tried."""

from __future__ import annotations

import base64
import binascii
import io
import re
from typing import BinaryIO

from gvi_desktop.domain.errors import BundleError

MAGIC = b"age-encryption.org/v1\n"
ARMOR_BEGIN = b"-----BEGIN AGE ENCRYPTED FILE-----"
ARMOR_END = b"-----END AGE ENCRYPTED FILE-----"
HEADER_BYTES = 64 * 1024
STANZAS = 64
LINE = 64
"""Letters in a full line of a stanza's body."""
ARMORED_BYTES = 64 * 1024 * 1024
"""Armor is for e-mail; a larger file comes as it is."""
SCRYPT_LOG_N = 22
"""age itself chooses what takes a second (18 to 21 today) and refuses what is dearer than this."""


def guarded(source: BinaryIO) -> tuple[bytes, BinaryIO]:
    """The beginning that was read for the check, and the stream to read the rest from; armor is taken off.

    BundleError: "E_NOT_A_BUNDLE", "E_DAMAGED" for a cut header, "E_TOO_BIG" for one that would cost minutes to refuse.
    """
    start = read_up_to(source, HEADER_BYTES)
    if start.lstrip().startswith(ARMOR_BEGIN):
        armored = start + read_up_to(source, ARMORED_BYTES + 1 - len(start))
        source = io.BytesIO(without_armor(armored))
        start = read_up_to(source, HEADER_BYTES)
    check_header(start)
    return start, source


def check_header(start: bytes) -> None:
    if not start.startswith(MAGIC):
        cut = bool(start) and MAGIC.startswith(start)
        raise BundleError("E_DAMAGED" if cut else "E_NOT_A_BUNDLE")
    end = start.find(b"\n--- ")
    if end < 0:
        if len(start) < HEADER_BYTES:
            raise BundleError("E_DAMAGED")
        raise BundleError("E_TOO_BIG", what="header", limit=HEADER_BYTES)
    if start.count(b"\n-> ", 0, end) > STANZAS:
        raise BundleError("E_TOO_BIG", what="recipients", limit=STANZAS)
    for stanza in start[len(MAGIC) - 1 : end].split(b"\n-> ")[1:]:
        # The sealing library is lenient here: in the format every body ends with a line that is not full.
        *full, last = stanza.split(b"\n")[1:] or [b"?" * LINE]
        if len(last) >= LINE or any(len(line) != LINE for line in full):
            raise BundleError("E_DAMAGED")


def check_scrypt(start: bytes) -> None:
    """For our own passphrase files: BundleError "E_TOO_BIG" when opening would take hours or all memory."""
    check_header(start)
    cost = re.search(rb"\n-> scrypt [A-Za-z0-9+/]+ ([0-9]{1,3})\n", start)
    if cost is None:
        raise BundleError("E_NOT_A_BUNDLE")
    if int(cost[1]) > SCRYPT_LOG_N:
        raise BundleError("E_TOO_BIG", what="scrypt", limit=SCRYPT_LOG_N)


def without_armor(armored: bytes) -> bytes:
    """The bytes inside age's armor; line ends may have been changed on the way. BundleError "E_DAMAGED"."""
    if len(armored) > ARMORED_BYTES:
        raise BundleError("E_TOO_BIG", what="file", limit=ARMORED_BYTES)
    lines = armored.replace(b"\r\n", b"\n").strip().split(b"\n")
    if lines[0] != ARMOR_BEGIN or lines[-1] != ARMOR_END:
        raise BundleError("E_DAMAGED")
    body = lines[1:-1]
    if any(len(line) != 64 for line in body[:-1]) or (body and not 1 <= len(body[-1]) <= 64):
        raise BundleError("E_DAMAGED")
    text = b"".join(body)
    try:
        raw = base64.b64decode(text, validate=True)
    except binascii.Error:
        raise BundleError("E_DAMAGED") from None
    if base64.b64encode(raw) != text:  # loose bits at the end, which decoding passes over
        raise BundleError("E_DAMAGED")
    return raw


def with_armor(raw: bytes) -> bytes:
    """For e-mail: the same age file as lines of 64 letters."""
    text = base64.b64encode(raw)
    lines = [text[i : i + 64] for i in range(0, len(text), 64)]
    return b"\n".join([ARMOR_BEGIN, *lines, ARMOR_END, b""])


def read_up_to(source: BinaryIO, size: int) -> bytes:
    """As many bytes as there are, at most `size`. BundleError "E_READ_FAILED"."""
    pieces: list[bytes] = []
    try:
        while size > 0 and (piece := source.read(min(size, 1024 * 1024))):
            pieces.append(piece)
            size -= len(piece)
    except OSError as error:
        raise BundleError("E_READ_FAILED", errno=error.errno) from error
    return b"".join(pieces)
