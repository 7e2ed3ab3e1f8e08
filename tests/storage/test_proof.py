"""A copy counts only when every page of it is authentic and every tree is whole."""

from __future__ import annotations

import contextlib
import tracemalloc
from pathlib import Path

import pytest

from gvi_desktop.domain.errors import VaultError
from gvi_desktop.storage import packing, proof
from gvi_desktop.storage.engine import connect

KEY = bytes(range(32))
PAGE = 4096


def database(path: Path, *, free: bool) -> Path:
    """A small keyed file: a table with an index and long values, and (with `free`) pages that hold nothing."""
    with contextlib.closing(connect(path, KEY, create=True)) as connection:
        connection.execute("PRAGMA journal_mode = DELETE")
        connection.execute("CREATE TABLE a(id INTEGER PRIMARY KEY, word TEXT, long TEXT)")
        connection.execute("CREATE INDEX ix_a ON a(word)")
        connection.executemany(
            "INSERT INTO a VALUES(?, ?, ?)", [(n, f"word {n}" * 20, "x" * 600 * n) for n in range(30)]
        )
        if free:
            connection.execute("CREATE TABLE b(long TEXT)")
            connection.executemany("INSERT INTO b VALUES(?)", [("y" * 9000,)] * 4)
            connection.execute("DROP TABLE b")
        assert bool(connection.execute("PRAGMA freelist_count").fetchone()[0]) is free
    return path


@pytest.mark.parametrize("free", [False, True])
def test_one_changed_byte_on_any_page_is_found(tmp_path: Path, free: bool) -> None:
    path = database(tmp_path / "a.db", free=free)
    proof.prove(path, KEY)
    whole = path.read_bytes()
    for start in range(0, len(whole), PAGE):
        broken = bytearray(whole)
        broken[start + 777] ^= 1
        path.write_bytes(broken)
        with pytest.raises(VaultError):
            proof.prove(path, KEY)


def test_a_tree_that_lost_an_entry_is_found_although_every_page_is_authentic(tmp_path: Path) -> None:
    path = database(tmp_path / "a.db", free=False)
    with contextlib.closing(connect(path, KEY)) as connection:
        connection.execute("PRAGMA writable_schema = ON")
        connection.execute("UPDATE sqlite_master SET rootpage = 2 WHERE name = 'ix_a'")
    with pytest.raises(VaultError, match="backup_unreadable"):
        proof.prove(path, KEY)


def test_large_files_are_packed_in_small_pieces(tmp_path: Path) -> None:
    large, target = tmp_path / "large", tmp_path / "packed"
    with large.open("wb") as out:
        out.truncate(64 * packing.PIECE)
    tracemalloc.start()
    packing.pack(target, {"large": large})
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert most < 8 * packing.PIECE
    assert target.stat().st_size > 64 * packing.PIECE
    assert target.stat().st_mode & 0o077 == 0


def test_a_packed_file_that_the_disk_gives_back_otherwise_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    small, target = tmp_path / "small", tmp_path / "packed"
    small.write_bytes(b"a" * 5000)

    def spoil(_: int) -> None:
        with target.open("r+b") as file:
            file.seek(1000)
            file.write(b"b")

    monkeypatch.setattr("os.fsync", spoil)
    with pytest.raises(VaultError, match="backup_unreadable"):
        packing.pack(target, {"small": small})


def test_a_copy_is_proven_while_somebody_reads_in_it(tmp_path: Path) -> None:
    path = database(tmp_path / "a.db", free=True)
    with contextlib.closing(connect(path, KEY, as_it_is=True)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM a").fetchone()
        with proof.proving(path, KEY):  # its own two checks read side by side, too
            pass
