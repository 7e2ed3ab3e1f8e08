"""A bundle from one colleague to another: whole, or refused by name before anything of it is used."""

import hashlib
import io
import os
import random
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
import zstandard
from kit import bundles
from kit.bundles import ANNA, BEN, Colleague, opened, packed, plain, some_records

from gvi_desktop.crypto import seal, sign
from gvi_desktop.domain.errors import BundleError
from gvi_desktop.domain.history import RecordState, write_all
from gvi_desktop.sync import ustar
from gvi_desktop.sync.bundle import file_name
from gvi_desktop.sync.manifest import Manifest, Part, Receipt, dump

ATTACHED = (b"a" * 700, b"")


def code_of(work: Callable[[], object]) -> str:
    with pytest.raises(BundleError) as caught:
        work()
    return caught.value.code


def handmade(payload: bytes, part: Part, tail: bytes = ustar.END, **changed: object) -> bytes:
    """A rightly signed bundle whose changes are whatever a hostile sender wants."""
    raw = dump(bundles.draft(parts=(part,), **changed))
    files = [
        ("manifest.json", raw),
        ("manifest.json.sig", sign.sign(ANNA.signing, raw, sign.BUNDLE)),
        (part.name, payload),
    ]
    return b"".join(ustar.header(n, len(d)) + d + ustar.padding(len(d)) for n, d in files) + tail


def part_of(payload: bytes, records: int, inflated: int) -> Part:
    return Part("changes.jsonl.zst", len(payload), hashlib.sha256(payload).hexdigest(), records, inflated)


def test_what_was_packed_is_what_is_opened() -> None:
    found = opened(plain(blobs=ATTACHED))
    assert list(found.records()) == some_records()
    assert sorted(found.blobs.values()) == sorted(ATTACHED)
    assert found.sender == ANNA.sender and found.me.ack == {"rb": 88}
    assert (found.manifest.lo, found.manifest.hi, found.manifest.created) == (120, 415, bundles.MOMENT)


def test_equal_input_gives_equal_bytes_and_the_stream_is_those_bytes() -> None:
    assert plain(blobs=ATTACHED) == plain(blobs=ATTACHED[::-1])
    ready = packed(blobs=ATTACHED)
    assert ready.stream().read() == b"".join(ready.pieces) and ready.size == len(b"".join(ready.pieces))


def test_a_receipt_is_a_bundle_without_changes_and_under_two_kilobytes_of_text() -> None:
    receipts = (Receipt(bundles.BUNDLE_ID, "merged", 4, 1),)
    ready = packed([], kind="receipt", receipts=receipts, lo=415)
    sealed = io.BytesIO()
    seal.seal(ready.stream(), sealed, [BEN.identity.recipient])
    assert len(dump(ready.manifest)) < 2000
    found = opened(b"".join(ready.pieces))
    assert found.manifest.kind == "receipt" and found.manifest.receipts == receipts and list(found.records()) == []


def test_a_sealed_bundle_crosses_and_opens_only_for_its_recipient() -> None:
    sealed, back = io.BytesIO(), io.BytesIO()
    seal.seal(packed().stream(), sealed, [BEN.identity.recipient])
    seal.unseal(io.BytesIO(sealed.getvalue()), back, BEN.identity.secret)
    assert list(opened(back.getvalue()).records()) == some_records()
    assert code_of(lambda: seal.unseal(io.BytesIO(sealed.getvalue()), back, ANNA.identity.secret)) == "E_NOT_FOR_YOU"


@pytest.mark.skipif(
    not all(map(shutil.which, ("age", "tar", "ssh-keygen", "zstd"))), reason="age, tar, ssh-keygen or zstd is missing"
)
def test_stock_programs_open_and_check_a_bundle(tmp_path: Path) -> None:
    seal.seal_file(packed(blobs=ATTACHED).stream(), tmp_path / "b.age", [BEN.identity.recipient])
    (tmp_path / "me.key").write_text(BEN.identity.secret + "\n")
    (tmp_path / "allowed").write_text(sign.allowed_signers(ANNA.key, "anna"))
    script = (
        "age -d -i me.key b.age | tar xf - && ssh-keygen -Y verify -f allowed -I anna -n bundle-v1@gvi-desktop "
        "-s manifest.json.sig < manifest.json && zstd -qdc changes.jsonl.zst && sha256sum blobs/*"
    )
    done = subprocess.run(["sh", "-ec", script], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert 'Good "bundle-v1@gvi-desktop" signature for anna' in done.stdout
    assert done.stdout.count('{"t":"') == len(some_records())
    for blob in ATTACHED:
        assert f"{hashlib.sha256(blob).hexdigest()}  blobs/{hashlib.sha256(blob).hexdigest()}" in done.stdout


def test_who_is_not_in_the_signed_list_gets_nothing() -> None:
    assert code_of(lambda: opened(plain(), me=Colleague("third", "Cecilia"))) == "E_FORWARDED"
    assert code_of(lambda: opened(plain(), me=Colleague(BEN.peer, "Ben with another key"))) == "E_FORWARDED"


def test_an_unknown_sender_is_named_by_key() -> None:
    with pytest.raises(BundleError) as caught:
        opened(plain(), lookup=lambda _: None)
    assert (caught.value.code, caught.value.data) == ("E_UNKNOWN_SENDER", {"key": ANNA.key})


def test_a_known_key_may_not_speak_in_another_name() -> None:
    author = replace(bundles.draft().author, peer=BEN.peer)
    assert code_of(lambda: opened(plain(author=author))) == "E_SIG_BAD"


def test_what_a_revoked_key_signed_afterwards_is_refused() -> None:
    def revoked(at: datetime) -> Callable[[], object]:
        return lambda: opened(plain(), lookup=lambda _: replace(ANNA.sender, revoked=at))

    assert code_of(revoked(bundles.MOMENT - timedelta(days=1))) == "E_REVOKED"
    assert revoked(bundles.MOMENT + timedelta(days=1))()


def test_the_same_bundle_twice_is_named_with_its_date() -> None:
    with pytest.raises(BundleError) as caught:
        opened(plain(), known=lambda id: date(2026, 11, 23) if id == bundles.BUNDLE_ID else None)
    assert caught.value.code == "E_ALREADY"
    assert caught.value.data == {"date": date(2026, 11, 23), "bundle": bundles.BUNDLE_ID, "name": ANNA.name}


def test_a_signature_of_other_bytes_or_for_another_purpose_is_refused() -> None:
    raw = plain()
    longer = dump(replace(packed().manifest, hi=999))
    assert code_of(lambda: opened(raw.replace(dump(packed().manifest), longer))) == "E_SIG_BAD"
    wrong = sign.sign(ANNA.signing, dump(packed().manifest), sign.CONTACT)
    right = sign.sign(ANNA.signing, dump(packed().manifest), sign.BUNDLE)
    moved = raw.replace(ustar.header("manifest.json.sig", len(right)), ustar.header("manifest.json.sig", len(wrong)))
    moved = moved.replace(right + ustar.padding(len(right)), wrong + ustar.padding(len(wrong)))
    assert code_of(lambda: opened(moved)) == "E_SIG_FORMAT"


def test_a_later_format_asks_for_a_later_program() -> None:
    assert code_of(lambda: opened(plain(min_reader=2))) == "E_NEWER_APP"


def test_a_bundle_cut_anywhere_is_damaged() -> None:
    raw = plain(blobs=ATTACHED)
    for length in range(0, len(raw), 7):
        assert code_of(lambda cut=raw[:length]: opened(cut)) == "E_DAMAGED"  # type: ignore[misc]


def test_no_bit_can_be_turned_unnoticed() -> None:
    raw, rng = plain(blobs=ATTACHED), random.Random(4)
    codes = set()
    for place in rng.sample(range(len(raw) * 8), 1500):
        bent = bytearray(raw)
        bent[place // 8] ^= 1 << place % 8
        codes.add(code_of(lambda bent=bytes(bent): opened(bent)))  # type: ignore[misc]
    assert codes <= {"E_DAMAGED", "E_SIG_BAD", "E_SIG_FORMAT", "E_UNKNOWN_SENDER", "E_TOO_BIG"} and len(codes) > 3


@pytest.mark.parametrize("tail", [b"", bytes(512), bytes(1536), bytes(1023) + b"x", ustar.END + b"x"])
def test_a_bundle_ends_where_it_ends(tail: bytes) -> None:
    payload = zstandard.compress(b"")
    assert code_of(lambda: opened(handmade(payload, part_of(payload, 0, 0), tail))) == "E_DAMAGED"


def test_parts_of_two_bundles_cannot_be_spliced() -> None:
    one, two = plain(), plain(some_records()[:2])
    place = len(one) - len(ustar.END)
    assert code_of(lambda: opened(two[: len(two) - len(ustar.END)] + one[place - 512 :])) == "E_DAMAGED"
    start = one.index(ustar.header("changes.jsonl.zst", packed().manifest.changes.size))
    other = two.index(ustar.header("changes.jsonl.zst", packed(some_records()[:2]).manifest.changes.size))
    assert code_of(lambda: opened(one[:start] + two[other:])) == "E_DAMAGED"


def test_a_frame_cut_in_half_shows_in_the_count() -> None:
    lines = b"".join(b'{"t":"g","id":"g%d","dead":[5,"r"]}\n' % n for n in range(60_000))
    whole = zstandard.compress(lines, 3)
    half = whole[: len(whole) // 2]
    assert code_of(lambda: opened(handmade(half, part_of(half, 60_000, len(lines))))) == "E_DAMAGED"


def test_a_bomb_is_stopped_at_once_with_little_memory() -> None:
    resource = pytest.importorskip("resource", reason="memory is measured the Unix way")
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    compressor = zstandard.ZstdCompressor(level=3).compressobj()
    zeros = bytes(1024 * 1024)
    bomb = b"".join(compressor.compress(zeros) for _ in range(1024)) + compressor.flush()
    assert len(bomb) < 200_000
    assert code_of(lambda: opened(handmade(bomb, part_of(bomb, 1, 10_000)))) == "E_DAMAGED"
    assert code_of(lambda: opened(handmade(bomb, part_of(bomb, 1, 1024**3)))) == "E_TOO_BIG"
    assert code_of(lambda: opened(handmade(bomb, part_of(bomb, 1, 1024**3 + 1)))) == "E_TOO_BIG"
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 100 * 1024


def test_a_window_that_would_need_much_memory_is_refused() -> None:
    parameters = zstandard.ZstdCompressionParameters(window_log=27, compression_level=3)
    compressor = zstandard.ZstdCompressor(compression_params=parameters).compressobj()
    wide = compressor.compress(os.urandom(1024)) + compressor.flush()
    assert code_of(lambda: opened(handmade(wide, part_of(wide, 0, 1024)))) == "E_DAMAGED"


@pytest.mark.parametrize("line", [b"{}\n", b"\n", b'{"t":"g","id":"g","c":"","g":[["r",1,5,{},{"n":NaN}]]}\n'])
def test_a_signed_line_that_is_no_record_is_named_with_its_sender(line: bytes) -> None:
    payload = zstandard.compress(line)
    found = opened(handmade(payload, part_of(payload, 1, len(line))))
    with pytest.raises(BundleError) as caught:
        list(found.records())
    assert (caught.value.code, caught.value.data["name"]) == ("E_DAMAGED", ANNA.name)


@pytest.mark.parametrize("lines", [b"no end", b"{}\n{}"])
def test_a_last_line_without_an_end_is_damaged(lines: bytes) -> None:
    payload = zstandard.compress(lines)
    assert code_of(lambda: opened(handmade(payload, part_of(payload, lines.count(b"\n"), len(lines))))) == "E_DAMAGED"


def test_withheld_fields_leave_no_trace_in_the_bytes() -> None:
    secret = {"name": "Synlig", "need": "PLANTERAD HEMLIGHET"}
    record = RecordState("help", "h1", "help", write_all({}, ("ra", 1), 5, secret))
    seen = record.only(lambda name, _: name == "name")
    other = RecordState("help", "h1", "help", write_all({}, ("ra", 1), 5, {"name": "Synlig", "need": "x"}))
    assert plain([seen]) == plain([other.only(lambda name, _: name == "name")])
    payload = zstandard.ZstdDecompressor().decompressobj().decompress(opened(plain([seen])).changes)
    assert b"PLANTERAD" not in payload and b"need" not in payload


def test_the_file_name_says_label_date_and_position_in_plain_letters() -> None:
    assert file_name("Örebro / polisen!", date(2026, 11, 22), 415) == "gvi_orebro-polisen_2026-11-22_415.age"
    assert file_name("../..", date(2026, 1, 2), 3) == "gvi_bundle_2026-01-02_3.age"


def test_a_created_moment_is_written_in_utc() -> None:
    local = datetime(2026, 11, 22, 18, 0, tzinfo=UTC).astimezone()
    assert isinstance(opened(plain(created=local)).manifest, Manifest)
    assert opened(plain(created=local)).manifest.created == local
