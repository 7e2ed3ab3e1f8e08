"""The plain bytes of a bundle while it is decrypted, watched from the first page on."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import BinaryIO

from gvi_desktop.domain.errors import BundleError
from gvi_desktop.sync import limits, ustar


class Plain(io.BytesIO):
    """The plain bytes while they are decrypted. As soon as the first page is there, `promised` says how many there are
    to be; more, or a beginning that no bundle has, is refused at once: what a stranger sealed fills no memory."""

    HEAD = 2 * ustar.BLOCK + limits.MANIFEST + limits.SIGNATURE

    def __init__(self, promised: Callable[[BinaryIO], int]) -> None:
        super().__init__()
        self._promised = promised
        self._size: int | None = None

    def write(self, data: bytes, /) -> int:  # type: ignore[override]
        written = super().write(data)
        if self._size is None and self.tell() >= self.HEAD:
            self._size = self._promised(io.BytesIO(self.getvalue()))
        if self._size is not None and self.tell() > self._size:
            raise BundleError("E_DAMAGED")
        return written
