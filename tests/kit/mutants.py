"""Bundles bent in every way that the post, a broken stick, a recipient or a hostile contact can bend them."""

from __future__ import annotations

import hashlib
import io
import random
from collections.abc import Iterator
from dataclasses import dataclass, replace

import zstandard

from gvi_desktop.crypto import seal, sign
from gvi_desktop.sync import ustar
from gvi_desktop.sync.manifest import CHANGES_NAME, MANIFEST_NAME, SIGNATURE_NAME, Part, dump, parse

KINDS = ("flip", "cut", "append", "splice", "recipient", "contact")
"""`recipient`: the plain bytes bent and sealed again; `contact`: records bent and rightly signed by a known contact."""

HOSTILE = (
    b"null", b"true", b"-1", b"1e999", b"NaN", b'""', b"[]", b"{}", b"9223372036854775807", b"9223372036854775808",
    b'"\\ud800"', b'"\\u0000"', b'"' + b"x" * 5000 + b'"', b"[" * 3000, b'"2026-99-99"', b'"/"', b'{"a":1,"a":2}',
)  # fmt: skip


@dataclass(frozen=True)
class Original:
    """Two sealed bundles to one recipient, its secret, and the key that a known contact signs with."""

    sealed: bytes
    other: bytes
    secret: str
    recipient: str
    signing: bytes

    def plain(self) -> bytes:
        opened = io.BytesIO()
        seal.unseal(io.BytesIO(self.sealed), opened, self.secret)
        return opened.getvalue()

    def seal(self, plain: bytes) -> bytes:
        sink = io.BytesIO()
        seal.seal(io.BytesIO(plain), sink, [self.recipient])
        return sink.getvalue()


def mutants(original: Original, count: int, seed: int) -> Iterator[tuple[str, bytes]]:
    """(kind, file), as many of each kind; none is the original."""
    rng, plain = random.Random(seed), original.plain()
    for number in range(count):
        kind = KINDS[number % len(KINDS)]
        if kind == "recipient":
            yield kind, original.seal(bent(plain, rng))
        elif kind == "contact":
            yield kind, original.seal(signed_anew(plain, original.signing, rng))
        else:
            while (raw := _outside(kind, original, rng)) in (original.sealed, original.other):
                pass  # two files spliced in what both begin with
            yield kind, raw


def bent(raw: bytes, rng: random.Random, most: int = 3) -> bytes:
    """Some bits turned."""
    found = bytearray(raw)
    for place in rng.sample(range(len(raw) * 8), rng.randint(1, most)):
        found[place // 8] ^= 1 << place % 8
    return bytes(found)


def _outside(kind: str, original: Original, rng: random.Random) -> bytes:
    raw, other = original.sealed, original.other
    if kind == "flip":
        return bent(raw, rng)
    if kind == "cut":
        start, end = sorted(rng.sample(range(len(raw)), 2))
        return rng.choice((raw[:start], raw[:start] + raw[end:], raw[max(1, start) :]))
    if kind == "append":
        tail = rng.choice((b"\0", rng.randbytes(rng.randint(1, 200)), other, raw))
        return raw + tail
    place = rng.randint(1, min(len(raw), len(other)) - 1)
    return rng.choice((raw[:place] + other[place:], other[:place] + raw[place:]))


def signed_anew(plain: bytes, signing: bytes, rng: random.Random) -> bytes:
    """The same bundle with its records bent, and every count, hash and signature right."""
    tar = ustar.TarReader(io.BytesIO(plain))
    raw = tar.take(MANIFEST_NAME, 1 << 20)
    tar.take(SIGNATURE_NAME, 1 << 12)
    manifest = parse(raw)
    changes = tar.take_exact(CHANGES_NAME, manifest.changes.size)
    lines = zstandard.ZstdDecompressor().stream_reader(changes, read_across_frames=True).read()
    lines = _bent_lines(lines, rng)
    packed = zstandard.ZstdCompressor(level=3, write_checksum=True).compress(lines)
    part = Part(CHANGES_NAME, len(packed), hashlib.sha256(packed).hexdigest(), lines.count(b"\n"), len(lines))
    signed = dump(replace(manifest, bundle_id=f"{rng.getrandbits(128):x}", parts=(part,)))
    files = [(MANIFEST_NAME, signed), (SIGNATURE_NAME, sign.sign(signing, signed, sign.BUNDLE)), (CHANGES_NAME, packed)]
    return b"".join(ustar.header(n, len(d)) + d + ustar.padding(len(d)) for n, d in files) + ustar.END


def _bent_lines(lines: bytes, rng: random.Random) -> bytes:
    """Bits turned, or a value in a line put in place by one that does not belong there."""
    if rng.random() < 0.3:
        return bent(lines, rng)
    places = [n for n, letter in enumerate(lines) if letter in b":," and lines[n + 1 : n + 2] not in b"\n"]
    start = rng.choice(places) + 1
    end = start + 1
    while end < len(lines) and lines[end : end + 1] not in (b",", b"}", b"]", b"\n"):
        end += 1
    return lines[:start] + rng.choice(HOSTILE) + lines[end:]
