"""File objects that remember what went wrong, because the sealing library forgets or renames it."""

from __future__ import annotations

import errno
import hashlib
from typing import BinaryIO, NoReturn

from gvi_desktop.domain.errors import BundleError

NO_ROOM = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}


class WatchedSource:
    """A readable stream; `failure` is the first error of its reads. `first` has been read before and comes again."""

    def __init__(self, inner: BinaryIO, first: bytes = b"") -> None:
        self._inner = inner
        self._first = first
        self.failure: Exception | None = None

    def read(self, size: int = -1) -> bytes:
        if self._first:
            size = len(self._first) if size < 0 else size
            piece, self._first = self._first[:size], self._first[size:]
            return piece
        try:
            return self._inner.read(size)
        except Exception as error:
            self.failure = self.failure or error
            raise

    def readinto(self, buffer: bytearray) -> int:
        piece = self.read(len(buffer))
        buffer[: len(piece)] = piece
        return len(piece)


class WatchedSink:
    """A writable stream; counts and hashes what it was given and remembers its first error."""

    def __init__(self, inner: BinaryIO, limit: int | None = None) -> None:
        self._inner = inner
        self._limit = limit
        self._hash = hashlib.sha256()
        self.size = 0
        self.failure: Exception | None = None

    @property
    def sha256(self) -> str:
        return self._hash.hexdigest()

    def write(self, data: bytes) -> int:
        try:
            self.size += len(data)
            if self._limit is not None and self.size > self._limit:
                raise BundleError("E_TOO_BIG", what="file", limit=self._limit)
            written = self._inner.write(data)
            if written is not None and written != len(data):
                raise OSError(errno.ENOSPC, "short write")
            self._hash.update(data)
            return len(data)
        except Exception as error:
            self.failure = self.failure or error
            raise

    def flush(self) -> None:
        try:
            self._inner.flush()
        except Exception as error:
            self.failure = self.failure or error
            raise


def raise_read(failure: Exception) -> NoReturn:
    """The error of a read as a user may meet it; what is no disk error (a cancel) passes unchanged."""
    if isinstance(failure, OSError):
        raise BundleError("E_READ_FAILED", errno=failure.errno) from failure
    raise failure


def raise_write(failure: Exception, **where: object) -> NoReturn:
    """The error of a write as a user may meet it: "E_DISK_FULL", else "E_WRITE_FAILED"."""
    if isinstance(failure, OSError):
        code = "E_DISK_FULL" if failure.errno in NO_ROOM else "E_WRITE_FAILED"
        raise BundleError(code, errno=failure.errno, **where) from failure
    raise failure
