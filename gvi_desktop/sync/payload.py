"""The changes of a bundle: JSON Lines in one zstd frame, counted and bounded on the way in and out."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import zstandard

from gvi_desktop.domain.errors import BundleError
from gvi_desktop.domain.history import RecordState
from gvi_desktop.domain.saves import Saves
from gvi_desktop.sync import limits
from gvi_desktop.sync.change import MAX_LINE, Unread, line_of, saves_in
from gvi_desktop.sync.manifest import CHANGES_NAME, Part

LEVEL = 3
TOGETHER = 64 * 1024
"""Bytes of lines that are compressed at a time: most lines are short."""
PIECE = 256 * 1024
"""Shorter than the longest line, so that a line too long always spans pieces."""


@dataclass(frozen=True, slots=True)
class Payload:
    """The compressed changes and what the manifest says of them."""

    data: bytes
    part: Part


def compress(records: Iterable[RecordState | Saves | Unread]) -> Payload:
    """BundleError "E_TOO_BIG" as soon as a limit is passed."""
    out = io.BytesIO()
    compressor = zstandard.ZstdCompressor(level=LEVEL, write_checksum=True)
    count = inflated = written = 0
    lines: list[bytes] = []
    with compressor.stream_writer(out, closefd=False) as writer:
        for record in records:
            line = line_of(record)
            count += 1
            inflated += len(line)
            _within("records", count, limits.RECORDS)
            _within("inflated", inflated, limits.INFLATED)
            lines.append(line)
            if inflated - written >= TOGETHER:
                writer.write(b"".join(lines))
                written = inflated
                lines.clear()
        writer.write(b"".join(lines))
    data = out.getvalue()
    _within("compressed", len(data), limits.COMPRESSED)
    return Payload(data, Part(CHANGES_NAME, len(data), hashlib.sha256(data).hexdigest(), count, inflated))


def check(data: bytes, part: Part) -> None:
    """Goes through the whole payload once without reading a record.

    BundleError "E_DAMAGED" unless count and size are exactly those that were signed (a frame cut in half shows nowhere
    else), "E_TOO_BIG" for a line over 1 MiB.
    """
    count = inflated = unfinished = 0
    for piece in _pieces(data):
        count += piece.count(b"\n")
        inflated += len(piece)
        if inflated > (part.inflated or 0) or count > (part.records or 0):
            raise BundleError("E_DAMAGED")
        first = piece.find(b"\n")
        ended = unfinished + (len(piece) if first < 0 else first)
        if ended >= MAX_LINE:
            raise BundleError("E_TOO_BIG", what="line", limit=MAX_LINE)
        unfinished = ended if first < 0 else len(piece) - piece.rfind(b"\n") - 1
    if unfinished or count != part.records or inflated != part.inflated:
        raise BundleError("E_DAMAGED")


def told(data: bytes) -> Iterator[Saves | Unread]:
    """The records of a payload that was checked. BundleError "E_DAMAGED" at a line that is no record."""
    rest = b""
    for piece in _pieces(data):
        lines = (rest + piece).split(b"\n")
        rest = lines.pop()
        for line in lines:
            yield saves_in(line)


def _pieces(data: bytes) -> Iterator[bytes]:
    decompressor = zstandard.ZstdDecompressor(max_window_size=limits.WINDOW)
    try:
        # Only the streaming reader keeps to a bound: decompress() believes the size that the frame declares.
        with decompressor.stream_reader(data, read_across_frames=True) as reader:
            while piece := reader.read(PIECE):
                yield piece
    except zstandard.ZstdError:
        raise BundleError("E_DAMAGED") from None


def _within(what: str, value: int, limit: int) -> None:
    if value > limit:
        raise BundleError("E_TOO_BIG", what=what, limit=limit)
