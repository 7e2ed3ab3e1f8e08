"""Sealing and opening: only for the named, whole or not at all, and honest about what went wrong."""

import errno
import io
import os
import random
import shutil
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from gvi_desktop.crypto.header import ARMORED_BYTES, MAGIC, with_armor, without_armor
from gvi_desktop.crypto.seal import Identity, identity_of, new_identity, normal_recipient, seal, seal_file, unseal
from gvi_desktop.crypto.streams import WatchedSink
from gvi_desktop.domain.errors import BundleError

ANNA, BEN = new_identity(), new_identity()
TEXT = "Örebro, måndag. ".encode() * 300


def sealed(data: bytes = TEXT, *to: Identity) -> bytes:
    sink = io.BytesIO()
    seal(io.BytesIO(data), sink, [identity.recipient for identity in to or (BEN,)])
    return sink.getvalue()


def opened(raw: bytes, by: Identity = BEN, **more: int) -> bytes:
    sink = io.BytesIO()
    assert unseal(io.BytesIO(raw), sink, by.secret, **more) == len(sink.getvalue())
    return sink.getvalue()


def code_of(work: Callable[[], object]) -> str:
    with pytest.raises(BundleError) as caught:
        work()
    return caught.value.code


class Failing(io.BytesIO):
    """A stream that breaks with `error` once `after` bytes have passed."""

    def __init__(self, after: int, error: Exception, content: bytes = b"") -> None:
        super().__init__(content)
        self.after, self.error = after, error

    def read(self, size: int | None = -1) -> bytes:
        if self.tell() >= self.after:
            raise self.error
        return super().read(size)

    def write(self, data: object) -> int:
        if self.tell() + len(data) > self.after:  # type: ignore[arg-type]
            raise self.error
        return super().write(data)  # type: ignore[arg-type]


@pytest.mark.parametrize("size", [0, 1, 65_535, 65_536, 65_537, 300_000])
def test_what_was_sealed_is_what_is_opened(size: int) -> None:
    data = os.urandom(size)
    raw = sealed(data, ANNA, BEN)
    assert opened(raw, ANNA) == opened(raw, BEN) == data
    assert size < 100 or data[:50] not in raw


def test_nobody_else_can_open() -> None:
    assert code_of(lambda: opened(sealed(), ANNA)) == "E_NOT_FOR_YOU"


def test_a_key_counts_once_in_whatever_case_it_is_written() -> None:
    sink = io.BytesIO()
    seal(io.BytesIO(TEXT), sink, [BEN.recipient, BEN.recipient.upper()])
    assert opened(sink.getvalue()) == TEXT and sink.getvalue().count(b"-> X25519 ") == 1
    assert normal_recipient(f" {BEN.recipient.upper()} ") == BEN.recipient


@pytest.mark.parametrize(
    "key",
    ["", "age1", BEN.recipient[:-1] + "b", BEN.secret, "ssh-ed25519 AAAA"],
    ids=["empty", "no more than a beginning", "mistyped", "a secret one", "of another kind"],
)
def test_what_is_no_key_is_refused(key: str) -> None:
    assert code_of(lambda: seal(io.BytesIO(b""), io.BytesIO(), [key])) == "E_KEY_FORM"


def test_a_bundle_for_nobody_is_never_made_and_a_secret_is_never_shown() -> None:
    with pytest.raises(ValueError, match="nobody"):
        seal(io.BytesIO(b""), io.BytesIO(), [])
    assert BEN.secret not in repr(BEN) and identity_of(BEN.secret) == BEN
    assert code_of(lambda: identity_of("AGE-SECRET-KEY-1")) == "E_KEY_FORM"


def test_a_file_cut_anywhere_is_damaged() -> None:
    raw = sealed(TEXT[:200])
    assert code_of(lambda: opened(b"")) == "E_NOT_A_BUNDLE"
    for length in range(1, len(raw)):
        assert code_of(lambda cut=raw[:length]: opened(cut)) == "E_DAMAGED"  # type: ignore[misc]


def test_no_bit_can_be_turned_unnoticed() -> None:
    raw, rng, codes = sealed(TEXT[:700]), random.Random(2), set()
    for place in rng.sample(range(len(raw) * 8), 1500):
        bent = bytearray(raw)
        bent[place // 8] ^= 1 << place % 8
        codes.add(code_of(lambda bent=bytes(bent): opened(bent)))  # type: ignore[misc]
    # A bent stanza of mine cannot be told from one for somebody else.
    assert codes <= {"E_DAMAGED", "E_NOT_FOR_YOU", "E_NOT_A_BUNDLE"} and "E_DAMAGED" in codes


def test_bytes_appended_are_damage() -> None:
    for tail in (b"x", b"\n", bytes(100), sealed()):
        assert code_of(lambda tail=tail: opened(sealed() + tail)) == "E_DAMAGED"  # type: ignore[misc]


@pytest.mark.parametrize(
    "raw", [b"", b"hello", b"-----BEGIN PGP MESSAGE-----\n", os.urandom(5000), b"age-encryption.org/v2\n"]
)
def test_another_file_is_no_bundle(raw: bytes) -> None:
    assert code_of(lambda: opened(raw)) == "E_NOT_A_BUNDLE"


@pytest.mark.parametrize(
    ("header", "code"),
    [
        (b"-> X25519 abc\n" + b"A" * 43 + b"\n", None),
        ((b"-> grease x\n" + b"A" * 43 + b"\n") * 10_000, "E_TOO_BIG"),
        ((b"-> grease x\n\n") * 65 + b"--- mac\n", "E_TOO_BIG"),
        (b"-> grease x\n" + (b"A" * 64 + b"\n") * 20_000 + b"\n", "E_TOO_BIG"),
        (b"-> X25519 x\n", "E_DAMAGED"),
        ((b"-> grease x\n\n") * 60 + b"--- mac\n", "E_DAMAGED"),
    ],
)
def test_a_hostile_header_costs_no_time(header: bytes, code: str | None) -> None:
    start = time.perf_counter()
    assert code_of(lambda: opened(MAGIC + header)) == (code or "E_DAMAGED")
    assert time.perf_counter() - start < 1


def test_a_stanza_sign_in_the_content_is_no_stanza() -> None:
    data = b"\n-> " * 5000
    assert opened(sealed(data)) == data


def test_armor_survives_mail_but_not_damage() -> None:
    armored = with_armor(sealed())
    assert opened(armored) == opened(b"\r\n" + armored.replace(b"\n", b"\r\n")) == TEXT
    assert without_armor(armored) == sealed_of(armored)
    for bent in (armored[:-40], armored.replace(b"\n", b"\n!", 1), armored.replace(b"\n", b"", 3), armored + b"x"):
        assert code_of(lambda bent=bent: opened(bent)) == "E_DAMAGED"  # type: ignore[misc]
    assert code_of(lambda: without_armor(bytes(ARMORED_BYTES + 1))) == "E_TOO_BIG"


def sealed_of(armored: bytes) -> bytes:
    import base64

    return base64.b64decode(b"".join(armored.splitlines()[1:-1]))


def test_more_than_the_limit_is_not_taken_into_memory() -> None:
    assert opened(sealed(bytes(1000)), limit=1000) == bytes(1000)
    assert code_of(lambda: opened(sealed(bytes(1001)), limit=1000)) == "E_TOO_BIG"


@pytest.mark.parametrize("after", [0, 100_000])
def test_a_stick_pulled_out_is_a_read_error_in_both_directions(after: int) -> None:
    gone = OSError(errno.EIO, "gone")
    assert code_of(lambda: seal(Failing(after, gone, bytes(300_000)), io.BytesIO(), [BEN.recipient])) == "E_READ_FAILED"
    source = Failing(after, gone, sealed(bytes(300_000)))
    assert code_of(lambda: unseal(source, io.BytesIO(), BEN.secret)) == "E_READ_FAILED"


@pytest.mark.parametrize("after", [0, 1, 65_000, 131_300])
def test_a_full_disk_is_named_wherever_it_fills(after: int) -> None:
    full = OSError(errno.ENOSPC, "full")
    assert code_of(lambda: seal(io.BytesIO(bytes(131_072)), Failing(after, full), [BEN.recipient])) == "E_DISK_FULL"
    assert (
        code_of(lambda: unseal(io.BytesIO(sealed(bytes(200_000))), Failing(after, full), BEN.secret)) == "E_DISK_FULL"
    )
    other = OSError(errno.EACCES, "no")
    assert code_of(lambda: seal(io.BytesIO(bytes(131_072)), Failing(after, other), [BEN.recipient])) == "E_WRITE_FAILED"


def test_a_cancel_passes_through_unchanged() -> None:
    with pytest.raises(InterruptedError, match="cancelled"):
        WatchedSink(Failing(0, InterruptedError("cancelled"))).write(b"x")

    class CancelledError(Exception):
        pass

    with pytest.raises(CancelledError):
        seal(Failing(100_000, CancelledError(), bytes(300_000)), io.BytesIO(), [BEN.recipient])
    with pytest.raises(CancelledError):
        unseal(io.BytesIO(sealed(bytes(300_000))), Failing(100_000, CancelledError()), BEN.secret)


def test_a_sealed_file_appears_whole_or_not_at_all(tmp_path: Path) -> None:
    path = tmp_path / "b.age"
    done = seal_file(io.BytesIO(TEXT), path, [BEN.recipient])
    assert path.stat().st_size == done.size and opened(path.read_bytes()) == TEXT
    before = path.read_bytes()
    broken = Failing(1000, OSError(errno.EIO, "gone"), TEXT)
    assert code_of(lambda: seal_file(broken, path, [BEN.recipient])) == "E_READ_FAILED"
    assert path.read_bytes() == before and list(tmp_path.iterdir()) == [path]
    assert code_of(lambda: seal_file(io.BytesIO(TEXT), tmp_path / "no" / "b.age", [BEN.recipient])) == "E_WRITE_FAILED"


def test_a_disk_that_gives_back_other_bytes_is_told_and_no_file_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    force = os.fsync

    def forced_badly(number: int) -> None:
        """The bytes are asked for by force, and one of them falls over on the way to the disk."""
        force(number)
        for part in tmp_path.glob("*.part"):
            raw = bytearray(part.read_bytes())
            raw[-1] ^= 1
            part.write_bytes(raw)

    monkeypatch.setattr(os, "fsync", forced_badly)
    path = tmp_path / "b.age"
    assert code_of(lambda: seal_file(io.BytesIO(TEXT), path, [BEN.recipient])) == "E_WRITE_FAILED"
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
@pytest.mark.parametrize("size", [0, 5000, 70_000, 1_000_000])
def test_a_really_full_disk_is_noticed_at_every_size(size: int) -> None:
    def fill() -> None:
        with open("/dev/full", "wb", buffering=0) as sink:
            seal(io.BytesIO(bytes(size)), sink, [BEN.recipient])

    assert code_of(fill) == "E_DISK_FULL"


@pytest.mark.skipif(shutil.which("age") is None, reason="age is not installed")
def test_stock_age_opens_ours_and_we_open_its(tmp_path: Path) -> None:
    (tmp_path / "key").write_text(BEN.secret + "\n")
    (tmp_path / "ours.age").write_bytes(sealed())
    read = subprocess.run(["age", "-d", "-i", "key", "ours.age"], cwd=tmp_path, capture_output=True, check=True)
    assert read.stdout == TEXT
    for armor in ([], ["-a"]):
        made = subprocess.run(["age", *armor, "-r", BEN.recipient], input=TEXT, capture_output=True, check=True)
        assert opened(made.stdout) == TEXT
