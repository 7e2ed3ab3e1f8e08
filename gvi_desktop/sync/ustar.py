"""The plain tar around a bundle's parts, in the one form we write: any other byte in a header is refused."""

from __future__ import annotations

import tarfile
from typing import BinaryIO

from gvi_desktop.domain.errors import BundleError

BLOCK = 512
END = bytes(2 * BLOCK)
MODE = 0o600


def header(name: str, size: int) -> bytes:
    """512 bytes: a regular file of nobody, from no time."""
    member = tarfile.TarInfo(name)
    member.size, member.mode = size, MODE
    return member.tobuf(tarfile.USTAR_FORMAT, "ascii", "strict")


def padding(size: int) -> bytes:
    return bytes(-size % BLOCK)


class TarReader:
    """Goes through the parts in order. Every method raises BundleError "E_DAMAGED" for what is not exactly right."""

    def __init__(self, plain: BinaryIO) -> None:
        self._plain = plain

    def take(self, name: str, limit: int) -> bytes:
        """The next part, which must have this name. BundleError "E_TOO_BIG" above `limit` bytes."""
        return self._content(self._header(name, limit))

    def take_exact(self, name: str, size: int) -> bytes:
        """The next part, which must have this name and size."""
        if self._header(name, size) != size:
            raise BundleError("E_DAMAGED")
        return self._content(size)

    def end(self) -> None:
        """Two empty blocks and nothing after them."""
        if self._plain.read(len(END) + 1) != END:
            raise BundleError("E_DAMAGED")

    def _header(self, name: str, limit: int) -> int:
        block = self._read(BLOCK)
        digits = block[124:135]
        if not digits.isdigit() or max(digits) > ord("7"):
            raise BundleError("E_DAMAGED")
        size = int(digits, 8)
        if block != header(name, size):
            raise BundleError("E_DAMAGED")
        if size > limit:
            raise BundleError("E_TOO_BIG", what=name, limit=limit)
        return size

    def _content(self, size: int) -> bytes:
        content = self._read(size)
        if any(self._read(-size % BLOCK)):
            raise BundleError("E_DAMAGED")
        return content

    def _read(self, size: int) -> bytes:
        data = self._plain.read(size)
        if len(data) != size:
            raise BundleError("E_DAMAGED")
        return data
