"""A look at the exchange folder: which files lie there, whether they are still, and what is in those that are.

Knows no vault: it is given the keys to open with, so that it can run beside everything else and be given up when a
network share does not answer.
"""

from __future__ import annotations

import hashlib
import io
import os
import stat
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO, cast

from gvi_desktop.crypto import seal
from gvi_desktop.crypto.header import ARMOR_BEGIN, MAGIC
from gvi_desktop.domain.errors import BundleError
from gvi_desktop.sync import limits, ustar
from gvi_desktop.sync.carried import in_transit
from gvi_desktop.sync.manifest import MANIFEST_NAME, SIGNATURE_NAME

QUIET = 2.0
"""Seconds in which a file must not change before it is read: it may still be on its way."""
HEAD = limits.MANIFEST + limits.SIGNATURE + 4096
"""The plain bytes that hold manifest and signature; what comes after is opened to prove it, and not kept."""
PIECE = 1024 * 1024
SUFFIX = ".age"

Key = tuple[int, int, int]


class StoppedError(Exception):
    """The look was given up."""


@dataclass(frozen=True, slots=True)
class Lying:
    """A file of the folder. `sha256` is empty while it is not still; `fault` is the code of why it could not be opened,
    else `head` holds its first plain bytes. Nothing of them has been verified."""

    name: str
    size: int
    modified: float
    sha256: str = ""
    fault: str = ""
    head: bytes = field(default=b"", repr=False)

    @property
    def still(self) -> bool:
        """Whether it has been read."""
        return bool(self.sha256)


@dataclass(frozen=True, slots=True)
class _Met:
    """What is remembered of a file between two looks; `lying` is None for what is no bundle."""

    key: Key
    since: float
    lying: Lying | None
    done: bool = False


@dataclass(frozen=True)
class Looked:
    """What a look found. `fault`: missing, denied, silent, or empty; `settled`: no file waits to become still."""

    files: tuple[Lying, ...] = ()
    fault: str = ""
    settled: bool = True
    met: Mapping[str, _Met] = field(default_factory=dict, repr=False)


def look(
    folder: Path,
    before: Looked,
    secrets: Sequence[str],
    moment: float,
    stopped: Callable[[], bool] = lambda: False,
    told: Callable[[Looked], object] = lambda _: None,
) -> Looked:
    """The files that may be bundles; those read before and unchanged are not read again.

    `moment` is a clock that only goes forward, in seconds. `told` is given what is known so far, since reading may take
    long. StoppedError when `stopped` says so. `secrets` may be emptied meanwhile by whoever lent them.
    """
    try:
        found = dict(_list(folder))
    except (FileNotFoundError, NotADirectoryError):
        return Looked(fault="missing")
    except PermissionError:
        return Looked(fault="denied")
    except OSError:
        return Looked(fault="silent")
    met: dict[str, _Met] = {}
    for name, (key, size, modified) in found.items():
        known = before.met.get(name)
        if known is None or known.key != key:
            known = _Met(key, moment, Lying(name, size, modified))
        met[name] = known
    ripe = [name for name, one in met.items() if not one.done and moment - one.since >= QUIET]
    for at, name in enumerate(ripe):
        if at:
            told(_sum(met))
        met[name] = _read(folder / name, met[name], secrets, stopped)
    return _sum(met)


def _sum(met: Mapping[str, _Met]) -> Looked:
    files = tuple(
        one.lying for one in met.values() if one.lying is not None and (one.done or one.lying.name.endswith(SUFFIX))
    )
    return Looked(files, settled=all(one.done for one in met.values()), met=dict(met))


def _list(folder: Path) -> Iterator[tuple[str, tuple[Key, int, float]]]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if in_transit(entry.name):
                continue
            try:
                facts = entry.stat(follow_symlinks=False)
            except FileNotFoundError:
                continue  # gone between two questions
            # A link could lead anywhere, and a pipe would never end.
            if stat.S_ISREG(facts.st_mode):
                key = (facts.st_size, facts.st_mtime_ns, facts.st_ctime_ns)
                yield entry.name, (key, facts.st_size, facts.st_mtime)


def _read(path: Path, one: _Met, secrets: Sequence[str], stopped: Callable[[], bool]) -> _Met:
    """What is in a file that has become still."""
    lying = one.lying
    if lying is None:
        return one
    done = _Met(one.key, one.since, None, done=True)
    if lying.size > limits.FILE + limits.MIB:
        return _judged(one, lying.name, "E_TOO_BIG") if _named(path) else done
    try:
        with path.open("rb") as file:
            start = file.read(len(ARMOR_BEGIN))
            if not start.startswith(MAGIC[: len(start)]) and not start.startswith(ARMOR_BEGIN[: len(start)]):
                # An engine that sets a file's room aside first leaves zeros there: by its name it is one to be.
                return _judged(one, _sum_of(file, start, stopped), "E_NOT_A_BUNDLE") if _named(path) else done
            if not start and not _named(path):
                return done
            sha256 = _sum_of(file, start, stopped)
            file.seek(0)
            sink = _Head()
            try:
                seal.unseal(cast(BinaryIO, _Breakable(file, stopped)), cast(BinaryIO, sink), *secrets)
                return _judged(one, sha256, head=_first_parts(sink.kept))
            except BundleError as error:
                return _judged(one, sha256, error.code)
    except OSError:
        return _Met((-1, -1, -1), one.since, lying)  # not to be had now: asked for again at the next look


def _named(path: Path) -> bool:
    return path.name.lower().endswith(SUFFIX)


def _judged(one: _Met, sha256: str, fault: str = "", head: bytes = b"") -> _Met:
    lying = one.lying
    if lying is None:
        return one
    read = Lying(lying.name, lying.size, lying.modified, sha256, fault, head)
    return _Met(one.key, one.since, read, done=True)


def _first_parts(plain: bytearray) -> bytes:
    """Manifest and signature as they lie in the tar; the records behind them are nobody's business yet."""
    stream = io.BytesIO(plain)
    tar = ustar.TarReader(stream)
    tar.take(MANIFEST_NAME, limits.MANIFEST)
    tar.take(SIGNATURE_NAME, limits.SIGNATURE)
    return bytes(plain[: stream.tell()])


def _sum_of(file: BinaryIO, start: bytes, stopped: Callable[[], bool]) -> str:
    digest = hashlib.sha256(start)
    while piece := file.read(PIECE):
        if stopped():
            raise StoppedError
        digest.update(piece)
    return digest.hexdigest()


class _Breakable:
    """A file that can be left in the middle."""

    def __init__(self, inner: BinaryIO, stopped: Callable[[], bool]) -> None:
        self._inner = inner
        self._stopped = stopped

    def read(self, size: int = -1) -> bytes:
        if self._stopped():
            raise StoppedError
        return self._inner.read(size)


class _Head(io.RawIOBase):
    """Keeps the first bytes it is given, and lets the rest go."""

    def __init__(self) -> None:
        super().__init__()
        self.kept = bytearray()

    def writable(self) -> bool:
        return True

    def write(self, data: bytes) -> int:  # type: ignore[override]
        if (room := HEAD - len(self.kept)) > 0:
            self.kept += data[:room]
        return len(data)
