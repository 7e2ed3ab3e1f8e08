"""Bombs, hostile headers, names and JSON: refused by name, quickly, and in little memory, whoever signed them.

What is measured is printed; memory is held to 200 MB for all together. Only with GVI_MUTATIONS set (a full proof) is
each held to two seconds, since other programs may have the machine.
"""

from __future__ import annotations

import hashlib
import io
import json
import os
import subprocess
import sys
import tarfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import zstandard
from kit import planted
from kit.quartet import Offices, quartet

from gvi_desktop.crypto import seal, sign
from gvi_desktop.crypto.header import MAGIC
from gvi_desktop.services import identity
from gvi_desktop.sync import ustar

pytestmark = pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="memory is measured the Linux way")

CHILD = Path(__file__).with_name("child_hostile.py")
MEGABYTES = 200
FULL = "GVI_MUTATIONS" in os.environ
Make = Callable[["Bench"], bytes]


class Bench:
    """What a hostile hand needs: Bo's public key, and for the worst case the signing key of Bo's contact Anna."""

    def __init__(self, o: Offices) -> None:
        self.recipient = o.bo.read(identity.keys).identity.recipient
        self.anna = o.anna.read(identity.keys).signing
        self.stranger = sign.new_signing_key()
        raw = ustar.TarReader(io.BytesIO(o.plain())).take("manifest.json", 1 << 20)
        self.manifest: dict[str, object] = json.loads(raw)

    def sealed(self, plain: bytes) -> bytes:
        sink = io.BytesIO()
        seal.seal(io.BytesIO(plain), sink, [self.recipient])
        return sink.getvalue()

    def page(self, raw: bytes, key: bytes | None = None) -> list[tuple[str, bytes]]:
        return [("manifest.json", raw), ("manifest.json.sig", sign.sign(key or self.anna, raw, sign.BUNDLE))]

    def signed(self, raw: bytes, *more: tuple[str, bytes]) -> bytes:
        """A bundle of Anna's with this first page, and these files after it."""
        return self.sealed(packed([*self.page(raw), *more]))

    def changes(self, payload: bytes, records: int, inflated: int) -> bytes:
        """A bundle of Anna's with these changes, of which the first page says this."""
        part = {"name": "changes.jsonl.zst", "size": len(payload), "sha256": hashlib.sha256(payload).hexdigest()}
        page = {**self.manifest, "parts": [{**part, "records": records, "inflated": inflated}]}
        return self.signed(json.dumps(page).encode() + b"\n", ("changes.jsonl.zst", payload))

    def lines(self, lines: bytes) -> bytes:
        return self.changes(zstandard.compress(lines), lines.count(b"\n"), len(lines))


def packed(files: list[tuple[str, bytes]]) -> bytes:
    return b"".join(ustar.header(n, len(d)) + d + ustar.padding(len(d)) for n, d in files) + ustar.END


def zeros(count: int) -> bytes:
    compressor = zstandard.ZstdCompressor(level=3).compressobj()
    piece = bytes(1 << 20)
    return b"".join(compressor.compress(piece) for _ in range(count)) + compressor.flush()


def entries(count: int) -> Make:
    return lambda b: b.sealed(packed([("manifest.json", b"{}\n")]) + ustar.header("x", 0) * count)


def named(name: str, kind: bytes = tarfile.REGTYPE) -> Make:
    """A file with such a name where the changes should be."""

    def make(b: Bench) -> bytes:
        out = io.BytesIO()
        with tarfile.open(fileobj=out, mode="w", format=tarfile.PAX_FORMAT) as tar:
            for file, data in b.page(json.dumps(b.manifest).encode() + b"\n"):
                info = tarfile.TarInfo(file)
                info.size, info.mode = len(data), 0o600
                tar.addfile(info, io.BytesIO(data))
            info = tarfile.TarInfo(name)
            info.type, info.linkname = kind, "/etc/passwd" if kind != tarfile.REGTYPE else ""
            tar.addfile(info)
        return b.sealed(out.getvalue())

    return make


def page(old: str, new: str) -> Make:
    def make(b: Bench) -> bytes:
        raw = json.dumps(b.manifest, separators=(",", ":"))
        assert old in raw
        return b.signed(raw.replace(old, new, 1).encode() + b"\n")

    return make


def line(value: str) -> Make:
    start, end = '{"t":"group","id":"g1","c":"core","g":[["r.1",1,5,{},{"name":', "}]]}\n"
    return lambda b: b.lines(f"{start}{value}{end}".encode())


VERSION = '"version":1'
HOSTILE: dict[str, tuple[str, Make]] = {
    "ten thousand stanzas": ("E_TOO_BIG", lambda _: MAGIC + b"-> X25519 abc\nAAAA\n" * 10_000 + b"--- mac\n"),
    "two thousand stanzas": ("E_TOO_BIG", lambda _: MAGIC + b"-> grease x\n\n" * 2000 + b"--- mac\n"),
    "one long stanza": ("E_TOO_BIG", lambda _: MAGIC + b"-> grease x\n" + (b"A" * 64 + b"\n") * 20_000 + b"\n--- m\n"),
    "a quarter of a gigabyte of a stranger": ("E_DAMAGED", lambda b: b.sealed(bytes(256 << 20))),
    "a long tail after a stranger's page": (
        "E_UNKNOWN_SENDER",
        lambda b: b.sealed(packed(b.page(json.dumps(b.manifest).encode() + b"\n", b.stranger)) + bytes(256 << 20)),
    ),
    "a long tail after Anna's page": ("E_DAMAGED", lambda b: b.signed(json.dumps(b.manifest).encode() + b"\n")[:-40]),
    "more than Anna's page says": (
        "E_DAMAGED", lambda b: b.sealed(packed(b.page(json.dumps(b.manifest).encode() + b"\n")) + bytes(256 << 20))
    ),
    "gigabytes of nothing": ("E_DAMAGED", lambda b: b.changes(zeros((10 if FULL else 2) << 10), 1, 10_000)),
    "one line of a gigabyte": ("E_TOO_BIG", lambda b: b.changes(zeros(1 << 10), 1, 1 << 30)),
    "more than a gigabyte, said so": ("E_TOO_BIG", lambda b: b.changes(zeros(1), 1, (1 << 30) + 1)),
    "a nested bomb": ("E_DAMAGED", lambda b: b.changes(zstandard.compress(zeros(1 << 10)), 1, 40_000)),
    "too many records, said so": ("E_TOO_BIG", lambda b: b.changes(zeros(1), 2_000_001, 1 << 20)),
    "a million empty lines": ("E_DAMAGED", lambda b: b.lines(b"\n" * 1_000_000)),
    "a hundred thousand entries": ("E_DAMAGED", entries(100_000)),
    "a page of gigabytes": ("E_TOO_BIG", lambda b: b.sealed(ustar.header("manifest.json", 7 << 30) + bytes(2048))),
    "a signature of a megabyte": (
        "E_TOO_BIG", lambda b: b.sealed(packed([("manifest.json", b"{}\n"), ("manifest.json.sig", b"x" * (1 << 20))]))
    ),
    **{
        f"name {number}": ("E_DAMAGED", named(name))
        for number, name in enumerate(
            ("../x", "/etc/passwd", "C:\\x", "changes.jsonl.zst/", "CHANGES.jsonl.zst", "x" * 300, "manifest.json",
             "blobs/../../x", "changes.jsonl.zst\u202e", "con", "a\nb", "./changes.jsonl.zst")
        )
    },
    "a symlink": ("E_DAMAGED", named("changes.jsonl.zst", tarfile.SYMTYPE)),
    "a hard link": ("E_DAMAGED", named("changes.jsonl.zst", tarfile.LNKTYPE)),
    "a device": ("E_DAMAGED", named("changes.jsonl.zst", tarfile.CHRTYPE)),
    "a page ten thousand deep": ("E_DAMAGED", page(VERSION, '"version":' + "[" * 10_000 + "]" * 10_000)),
    "a page with a key twice": ("E_DAMAGED", page(VERSION, f"{VERSION},{VERSION}")),
    "a page with NaN": ("E_DAMAGED", page(VERSION, '"version":NaN')),
    "a page with a huge number": ("E_DAMAGED", page(VERSION, '"version":' + "9" * 5000)),
    "a page with half a letter": ("E_DAMAGED", page(VERSION, VERSION + ',"x":"\\ud800"')),
    "a page with a name of a megabyte": ("E_DAMAGED", page('"user":"Anna"', '"user":"%s"' % ("x" * 900_000))),
    "a page over a megabyte": ("E_TOO_BIG", page('"user":"Anna"', '"user":"%s"' % ("x" * (1 << 20)))),
    "a page with a part outside": ("E_DAMAGED", page('"name":"changes.jsonl.zst"', '"name":"../changes.jsonl.zst"')),
    "a value ten thousand deep": ("E_DAMAGED", line("[" * 10_000 + "]" * 10_000)),
    "a value NaN": ("E_DAMAGED", line("NaN")),
    "a value too great": ("E_DAMAGED", line("1" + "0" * 400)),
    "a fraction": ("E_DAMAGED", line("1.5")),
    "half a letter": ("E_DAMAGED", line('"\\ud800"')),
    "a value twice": ("E_DAMAGED", line('"a","name":"b"')),
    "a value of two megabytes": ("E_TOO_BIG", line('"%s"' % ("x" * (2 << 20)))),
}  # fmt: skip


@pytest.fixture(scope="module")
def met(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, tuple[str, float, int]]]:
    folder = tmp_path_factory.mktemp("hostile")
    with quartet(folder / "offices") as o:
        bench, files = Bench(o), []
        for name, (_, make) in HOSTILE.items():
            files.append(str(folder / f"{name}.age"))
            Path(files[-1]).write_bytes(make(bench))
        vault = o.bo.folder
        o.bo.close()
        done = subprocess.run(
            [sys.executable, str(CHILD), str(vault), *files],
            env=planted.home(folder), cwd=folder, capture_output=True, timeout=300, check=False,
        )  # fmt: skip
    for file in files:
        Path(file).unlink()
    assert done.returncode == 0, done.stderr.decode()
    yield json.loads(done.stdout)


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_bundle_is_refused_by_name(met: dict[str, tuple[str, float, int]], name: str) -> None:
    code, seconds, _ = met[name]
    assert code == HOSTILE[name][0]
    if FULL:
        assert seconds < 2


def test_all_of_them_together_need_little_memory(met: dict[str, tuple[str, float, int]]) -> None:
    slowest = max(met, key=lambda one: met[one][1])
    most = max(megabytes for _, _, megabytes in met.values())
    print(f"{len(met)} hostile bundles: slowest {met[slowest][1]:.2f} s ({slowest}), at most {most} MB more")
    assert most < MEGABYTES
