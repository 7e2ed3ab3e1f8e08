"""A copy of a damaged file made readable: its log folded in, pages that are not authentic emptied, the plan of its
tables taken from a backup where it is hurt. The damaged file itself is only read."""

from __future__ import annotations

import shutil
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from gvi_desktop.storage.sealedpage import PAGE, SALT, USABLE, Pages

EMPTY = b"\x0d\0\0\0\0" + struct.pack(">H", USABLE) + b"\0"
"""The head of a table's page without rows."""
LOG_HEAD, FRAME_HEAD = 32, 24
LEAF, INNER = 13, 5


@dataclass(frozen=True)
class Mended:
    """How many pages the file has, which of them were not authentic, and which came from a backup."""

    pages: int
    bad: tuple[int, ...]
    borrowed: tuple[int, ...]


def copy(database: Path, target: Path) -> None:
    """The file and its log, byte by byte."""
    shutil.copyfile(database, target)
    log = database.with_name(database.name + "-wal")
    if log.exists():
        shutil.copyfile(log, target.with_name(target.name + "-wal"))


def mend(database: Path, key: bytes, backup: Path | None) -> Mended:
    """Make a copy readable. `backup` is the database of a backup under the same key, or None."""
    log = database.with_name(database.name + "-wal")
    with database.open("r+b") as file:
        file.seek(0, 2)
        size = -(-file.tell() // PAGE)
        file.truncate(size * PAGE)
        lender = None if backup is None else backup.open("rb")
        try:
            pages = Pages(key, _salt(file, lender, key, size))
            file.seek(0)
            file.write(pages.salt)
            if log.exists():
                size = max(size, _fold(file, log.read_bytes(), pages))
            plan = set() if lender is None else set(_plan(lender, pages))
            bad, borrowed = [], []
            for number in range(1, size + 1):
                file.seek((number - 1) * PAGE)
                if pages.authentic(file.read(PAGE), number):
                    continue
                bad.append(number)
                plain = EMPTY.ljust(USABLE, b"\0")
                if lender is not None and number in plan:
                    plain = _page(lender, pages, number) or plain
                    borrowed.append(number)
                file.seek((number - 1) * PAGE)
                file.write(pages.sealed(plain, number))
            if bad:
                _count_anew(file, pages, size)
        finally:
            if lender is not None:
                lender.close()
    log.unlink(missing_ok=True)
    return Mended(size, tuple(bad), tuple(borrowed))


def _salt(file: IO[bytes], lender: IO[bytes] | None, key: bytes, size: int) -> bytes:
    """The salt under which pages are authentic: the file's own, or that of the backup when its own is hurt."""
    for source in (file, lender):
        if source is None:
            continue
        source.seek(0)
        salt: bytes = source.read(SALT)
        pages = Pages(key, salt)
        for number in (1, *range(2, size + 1, max(1, size // 50))):
            file.seek((number - 1) * PAGE)
            if pages.authentic(file.read(PAGE), number):
                return salt
    file.seek(0)
    return file.read(SALT)


def _fold(file: IO[bytes], log: bytes, pages: Pages) -> int:
    """Write what the log holds of whole transactions into the file; how many pages it then has."""
    frames: list[tuple[int, bytes]] = []
    waiting: list[tuple[int, bytes]] = []
    size = 0
    for start in range(LOG_HEAD, len(log) - FRAME_HEAD - PAGE + 1, FRAME_HEAD + PAGE):
        number, total = struct.unpack(">II", log[start : start + 8])
        page = log[start + FRAME_HEAD : start + FRAME_HEAD + PAGE]
        if log[start + 8 : start + 16] != log[16:24] or not pages.authentic(page, number):
            break
        waiting.append((number, page))
        if total:
            frames, waiting, size = frames + waiting, [], total
    for number, page in frames:
        file.seek((number - 1) * PAGE)
        file.write(page)
    return size


def _count_anew(file: IO[bytes], pages: Pages, size: int) -> None:
    """The first page tells how many pages there are, and of free ones nothing: they may be hurt."""
    file.seek(0)
    plain = bytearray(pages.opened(file.read(PAGE), 1))
    plain[28:32] = struct.pack(">I", size)
    plain[32:40] = bytes(8)
    plain[92:96] = plain[24:28]
    file.seek(0)
    file.write(pages.sealed(bytes(plain), 1))


def _page(source: IO[bytes], pages: Pages, number: int) -> bytes | None:
    source.seek((number - 1) * PAGE)
    page: bytes = source.read(PAGE)
    return pages.opened(page, number) if len(page) == PAGE and pages.authentic(page, number) else None


def _plan(source: IO[bytes], pages: Pages) -> Iterator[int]:
    """The pages on which SQLite keeps the plan of the tables (the tree of sqlite_master), with those they go on in."""
    waiting, seen = [1], set()
    while waiting:
        number = waiting.pop()
        if number in seen or not (plain := _page(source, pages, number)):
            continue
        seen.add(number)
        yield number
        head = 100 if number == 1 else 0
        kind, count = plain[head], struct.unpack(">H", plain[head + 3 : head + 5])[0]
        cells = head + (12 if kind == INNER else 8)
        for at in struct.unpack(f">{count}H", plain[cells : cells + 2 * count]):
            if kind == INNER:
                waiting.append(struct.unpack(">I", plain[at : at + 4])[0])
            elif kind == LEAF:
                yield from _overflow(source, pages, plain, at)
        if kind == INNER:
            waiting.append(struct.unpack(">I", plain[head + 8 : head + 12])[0])


def _overflow(source: IO[bytes], pages: Pages, plain: bytes, at: int) -> Iterator[int]:
    size, at = _varint(plain, at)
    _, at = _varint(plain, at)
    if size <= USABLE - 35:
        return
    least = (USABLE - 12) * 32 // 255 - 23
    kept = least + (size - least) % (USABLE - 4)
    at += kept if kept <= USABLE - 35 else least
    number = struct.unpack(">I", plain[at : at + 4])[0]
    while number and (page := _page(source, pages, number)):
        yield number
        number = struct.unpack(">I", page[:4])[0]


def _varint(plain: bytes, at: int) -> tuple[int, int]:
    value = 0
    for n in range(9):
        byte = plain[at + n]
        value = (value << 7) | (byte & 0x7F)
        if byte < 0x80:
            return value, at + n + 1
    return value, at + 9
