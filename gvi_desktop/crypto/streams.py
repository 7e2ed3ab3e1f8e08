"""File objects that remember what went wrong, because the sealing library forgets or renames it."""

from __future__ import annotations

import errno
import hashlib
import io
from typing import BinaryIO, NoReturn

from gvi_desktop.domain.errors import BundleError

PIECE = 256 * 1024
NO_ROOM = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}


class _Source(io.RawIOBase):
    """What is underneath a watched source: pieces as they come, and the first error."""

    def __init__(self, inner: BinaryIO, first: bytes) -> None:
        super().__init__()
        self._inner = inner
        self._first = first
        self.failure: Exception | None = None

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        size = len(buffer)
        if self._first:
            piece, self._first = self._first[:size], self._first[size:]
        else:
            try:
                piece = self._inner.read(size)
            except Exception as error:
                self.failure = self.failure or error
                raise
        buffer[: len(piece)] = piece
        return len(piece)


class WatchedSource:
    """A readable stream; `failure` is the first error of its reads. `first` has been read before and comes again."""

    def __init__(self, inner: BinaryIO, first: bytes = b"") -> None:
        self._raw = _Source(inner, first)
        # The library asks for 8 KiB at a time: those are cut from large pieces without a step of Python for each.
        buffered = io.BufferedReader(self._raw, PIECE)
        self.read = buffered.read
        self.readinto = buffered.readinto

    @property
    def failure(self) -> Exception | None:
        return self._raw.failure


class WatchedSink:
    """A writable stream; counts what it was given, hashes it if asked and remembers its first error."""

    def __init__(self, inner: BinaryIO, limit: int | None = None, *, hashed: bool = False) -> None:
        self._inner = inner
        self._limit = limit
        self._hash = hashlib.sha256() if hashed else None
        self.size = 0
        self.failure: Exception | None = None

    @property
    def sha256(self) -> str:
        """Of what was written. ValueError when it was not to be hashed."""
        if self._hash is None:
            raise ValueError("not hashed")
        return self._hash.hexdigest()

    def write(self, data: bytes) -> int:
        try:
            self.size += len(data)
            if self._limit is not None and self.size > self._limit:
                raise BundleError("E_TOO_BIG", what="file", limit=self._limit)
            written = self._inner.write(data)
            if written is not None and written != len(data):
                raise OSError(errno.ENOSPC, "short write")
            if self._hash is not None:
                self._hash.update(data)  # at once: it still lies in the processor's cache
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
