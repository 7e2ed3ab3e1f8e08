"""Files into one plain tar, a piece at a time, read back from the disk and compared before it counts."""

from __future__ import annotations

import hashlib
import os
import tarfile
from collections.abc import Callable
from pathlib import Path
from typing import IO

from gvi_desktop.domain.errors import VaultError

PIECE = 1024 * 1024
"""Bytes in memory at a time, however large the files are."""


def pack(target: Path, members: dict[str, Path]) -> None:
    """Write, force to the disk, read back. VaultError("backup_unreadable") when the disk gives back anything else."""
    digests: dict[str, str] = {}
    with target.open("wb") as out:
        os.chmod(target, 0o600)
        with tarfile.TarFile(fileobj=out, mode="w", format=tarfile.USTAR_FORMAT, copybufsize=PIECE) as tar:
            for name, path in members.items():
                with path.open("rb") as file:
                    info = tarfile.TarInfo(name)
                    info.size, info.mode = os.fstat(file.fileno()).st_size, 0o600
                    hashing = _Hashing(file)
                    tar.addfile(info, hashing)
                digests[name] = hashing.digest()
        out.flush()
        os.fsync(out.fileno())
    with tarfile.open(target, "r:") as tar:
        for name, digest in digests.items():
            inside = tar.extractfile(name)
            if inside is None or _digest(inside.read) != digest:
                raise VaultError("backup_unreadable", path=str(target))


class _Hashing:
    """Hashes what is read through it."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        self._hash = hashlib.sha256()

    def read(self, size: int = -1, /) -> bytes:
        piece = self._file.read(size)
        self._hash.update(piece)
        return piece

    def digest(self) -> str:
        return self._hash.hexdigest()


def _digest(read: Callable[[int], bytes]) -> str:
    hashed = hashlib.sha256()
    while piece := read(PIECE):
        hashed.update(piece)
    return hashed.hexdigest()
