"""Sealing to named recipients and opening again: age v1 with X25519 keys, streamed through Python file objects."""

from __future__ import annotations

import contextlib
import hashlib
import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

import pyrage

from gvi_desktop.crypto.header import guarded
from gvi_desktop.crypto.streams import WatchedSink, WatchedSource, raise_read, raise_write
from gvi_desktop.domain.errors import BundleError

MAX_FILE = 2 * 1024**3
PIECE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Sealed:
    """What was written: bytes and their SHA-256 in hex, to compare with what the disk gives back."""

    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Identity:
    """An X25519 pair: `secret` opens what is sealed to `recipient` (age1...)."""

    secret: str
    recipient: str

    def __repr__(self) -> str:
        return f"Identity({self.recipient})"


def new_identity() -> Identity:
    return identity_of(str(pyrage.x25519.Identity.generate()))


def identity_of(secret: str) -> Identity:
    """The pair of a stored secret. BundleError "E_KEY_FORM"."""
    try:
        key = pyrage.x25519.Identity.from_str(secret.strip())
    except pyrage.IdentityError:
        raise BundleError("E_KEY_FORM") from None
    return Identity(str(key), str(key.to_public()))


def normal_recipient(recipient: str) -> str:
    """The one way we write a recipient's key. BundleError "E_KEY_FORM"."""
    try:
        return str(pyrage.x25519.Recipient.from_str(recipient.strip())).lower()
    except pyrage.RecipientError:
        raise BundleError("E_KEY_FORM") from None


def seal(source: BinaryIO, sink: BinaryIO, recipients: Sequence[str]) -> Sealed:
    """Everything from `source`, encrypted to all `recipients`, into `sink`.

    BundleError: "E_KEY_FORM", "E_DISK_FULL", "E_WRITE_FAILED", "E_READ_FAILED". An error that a stream raises on
    purpose (a cancel) passes unchanged. The sink holds a broken file after any error.
    """
    names = sorted({normal_recipient(recipient) for recipient in recipients})
    if not names:
        raise ValueError("nobody to seal to")
    keys = [pyrage.x25519.Recipient.from_str(name) for name in names]
    watched, out = WatchedSource(source), WatchedSink(sink, hashed=True)
    try:
        pyrage.encrypt_io(watched, out, keys)
        out.flush()
    except Exception:
        if out.failure is None and watched.failure is None:
            raise
    # The library swallows an error of its last write, so success is only what the sink says.
    if watched.failure is not None:
        raise_read(watched.failure)
    if out.failure is not None:
        raise_write(out.failure)
    return Sealed(out.size, out.sha256)


def seal_file(source: BinaryIO, path: Path, recipients: Sequence[str]) -> Sealed:
    """Sealed into a new file: written beside, forced to the disk, read back and compared, only then named `path`.

    BundleError as `seal`, with `path`, and `drive` where there is no room.
    """
    part = path.with_name(path.name + ".part")
    try:
        with part.open("wb", buffering=0) as file:
            sealed = seal(source, file, recipients)
            os.fsync(file.fileno())
        if read_back(part) != sealed:
            raise BundleError("E_WRITE_FAILED", path=str(path))
        part.replace(path)
        fsync_folder(path.parent)
        return sealed
    except OSError as error:
        raise_write(error, path=str(path), drive=drive_of(path))
    except BundleError as error:
        if error.code not in ("E_DISK_FULL", "E_WRITE_FAILED"):
            raise
        raise BundleError(error.code, **{**error.data, "path": str(path), "drive": drive_of(path)}) from error
    finally:
        part.unlink(missing_ok=True)


def unseal(source: BinaryIO, sink: BinaryIO, secret: str, *retired: str, limit: int = MAX_FILE) -> int:
    """The plain bytes into `sink`; their number. Nothing in the sink may be used unless this returns. What was sealed
    to a `retired` key is opened too.

    BundleError: "E_NOT_A_BUNDLE", "E_DAMAGED", "E_NOT_FOR_YOU", "E_TOO_BIG", "E_READ_FAILED", "E_DISK_FULL".
    """
    keys = [pyrage.x25519.Identity.from_str(identity_of(one).secret) for one in (secret, *retired)]
    start, rest = guarded(source)
    watched, out = WatchedSource(rest, start), WatchedSink(sink, limit)
    try:
        pyrage.decrypt_io(watched, out, keys)
        out.flush()
    except Exception as error:
        if watched.failure is None and out.failure is None:
            raise _refusal(error) from None
    if watched.failure is not None:
        raise_read(watched.failure)
    if out.failure is not None:
        raise_write(out.failure)
    return out.size


def _refusal(error: Exception) -> Exception:
    if isinstance(error, pyrage.DecryptError):
        return BundleError("E_NOT_FOR_YOU" if "No matching keys" in str(error) else "E_DAMAGED")
    if isinstance(error, OSError):
        # Without an errno it is the format that failed: the disk must not be blamed for a forged file.
        return BundleError("E_DAMAGED") if error.errno is None else BundleError("E_READ_FAILED", errno=error.errno)
    return error


def drive_of(path: Path) -> str:
    """What a user calls the disk: its letter, or the folder it is mounted at."""
    whole = Path(os.path.abspath(path))
    mounted = next((str(folder) for folder in whole.parents if os.path.ismount(folder)), whole.anchor)
    return whole.drive or mounted


def read_back(path: Path, between: Callable[[], object] = lambda: None) -> Sealed:
    """What the disk gives back; `between` is called before each piece and may raise."""
    size, hashed = 0, hashlib.sha256()
    with path.open("rb") as file:
        while piece := file.read(PIECE):
            between()
            size += len(piece)
            hashed.update(piece)
    return Sealed(size, hashed.hexdigest())


def fsync_folder(folder: Path) -> None:
    """Make a rename in the folder last, where the system knows how."""
    if os.name == "nt":  # a folder cannot be opened there
        return
    with contextlib.suppress(OSError):  # some network folders refuse; the file itself is safe
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
