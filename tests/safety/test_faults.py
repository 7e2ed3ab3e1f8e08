"""What goes wrong has its own plain sentence and exit code 1, and leaves every file as it was."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from kit import workbooks
from kit.vaults import PASSPHRASE, new_vault

from gvi_desktop.cli.main import main
from gvi_desktop.domain.person import Person
from gvi_desktop.services import unlocking
from gvi_desktop.services.unit import Unit
from gvi_desktop.wording import Words

SAID: dict[str, str] = {}
"""What each fault said, gathered by the tests that ran."""


@pytest.fixture(scope="module")
def pattern(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A vault, two passphrases and a workbook, to be copied."""
    folder = tmp_path_factory.mktemp("pattern")
    new_vault(folder / "a.gvi").close()
    (folder / "right").write_text(PASSPHRASE + "\n", encoding="utf-8")
    (folder / "wrong").write_text("fel fras helt och hållet\n", encoding="utf-8")
    workbooks.xlsx(folder / "book.xlsx", Personer=[["Kod", "Namn"], *([f"Q{n}", f"Leo Abdi{n}"] for n in range(400))])
    return folder


@pytest.fixture
def place(pattern: Path, tmp_path: Path) -> Path:
    folder = shutil.copytree(pattern, tmp_path / "place")
    unlocking.unlock(folder / "a.gvi", None, PASSPHRASE).close()  # a copy settles at its new place when first opened
    return folder


def report(folder: Path, phrase: str = "right") -> list[str]:
    return ["report", str(folder / "a.gvi"), "--json", "--passphrase-file", str(folder / phrase)]


def take(folder: Path, *more: str, book: str = "book.xlsx") -> list[str]:
    return ["import", str(folder / "a.gvi"), str(folder / book), "--passphrase-file", str(folder / "right"), *more]


def files(folder: Path) -> dict[str, str]:
    """The hash of every file below the folder but the lock."""
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name != "lock"
    }


def refused(capsys: pytest.CaptureFixture[str], folder: Path, arguments: list[str]) -> str:
    """What the command says; it must fail, in one line, and change nothing."""
    before = files(folder)
    capsys.readouterr()
    assert main(arguments) == 1
    told = capsys.readouterr()
    assert files(folder) == before
    assert told.out == ""
    assert told.err.count("\n") == 1 and len(told.err.split()) > 6
    assert "Traceback" not in told.err and "Error" not in told.err
    return told.err.strip()


def pattern_of(code: str) -> str:
    """The beginning of the sentence of a code, up to its first value."""
    return Words("en").sentence("errors", code, {"path": "\0", "sheet": "\0", "sheets": "\0"}).partition("\0")[0]


@contextmanager
def small_disk(folder: Path, size: str, *options: str) -> Iterator[Path]:
    """A disk of its own in memory; the test is skipped where one may not be mounted."""
    folder.mkdir()
    if os.name != "posix" or os.geteuid() != 0 or not shutil.which("mount"):
        pytest.skip("a disk of its own can only be mounted by root")
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", ",".join([f"size={size}", *options]), "tmpfs", str(folder)], check=False
    )
    if mounted.returncode:
        pytest.skip("this system lets nobody mount a disk")
    try:
        yield folder
    finally:
        subprocess.run(["umount", str(folder)], check=True)


def test_a_wrong_passphrase(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    SAID["wrong"] = refused(capsys, place, report(place, "wrong"))
    assert SAID["wrong"].startswith(pattern_of("wrong_passphrase"))


@pytest.mark.parametrize("at", [20, 2000])
def test_a_damaged_vault(place: Path, capsys: pytest.CaptureFixture[str], at: int) -> None:
    database = place / "a.gvi" / "vault.db"
    content = bytearray(database.read_bytes())
    content[at] ^= 1
    database.write_bytes(content)
    SAID["damaged"] = refused(capsys, place, report(place))
    assert SAID["damaged"].startswith(pattern_of("vault_damaged"))


def test_a_vault_damaged_further_in_is_found_by_the_check(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    database = place / "a.gvi" / "vault.db"
    content = bytearray(database.read_bytes())
    content[-3000] ^= 1
    database.write_bytes(content)
    before = files(place)
    assert main(["vault", "check", str(place / "a.gvi"), "--passphrase-file", str(place / "right")]) == 1
    told = capsys.readouterr()
    assert "Traceback" not in told.err
    assert "FAULT" in told.out or told.err.startswith(pattern_of("vault_damaged"))
    kept = {name: one for name, one in files(place).items() if "backups" not in name}
    assert kept == before


def test_a_newer_vault(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    workspace = unlocking.unlock(place / "a.gvi", None, PASSPHRASE)
    with workspace.engine.connect().execution_options(writes=True) as connection, connection.begin():
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    workspace.close()
    SAID["newer"] = refused(capsys, place, report(place))
    assert SAID["newer"].startswith(pattern_of("vault_newer"))


def test_no_permission_to_write(place: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    if os.name == "posix" and os.geteuid() != 0:
        for path in (place / "a.gvi").iterdir():
            path.chmod(0o400)
        (place / "a.gvi").chmod(0o500)
        SAID["permission"] = refused(capsys, place, take(place))
        (place / "a.gvi").chmod(0o700)
    else:
        with small_disk(tmp_path / "disk", "8m") as disk:
            shutil.copytree(place, disk, dirs_exist_ok=True)
            subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
            SAID["permission"] = refused(capsys, disk, take(disk))
    assert SAID["permission"].startswith(pattern_of("no_permission"))


def test_a_full_disk(place: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with small_disk(tmp_path / "disk", "4m") as disk:
        shutil.copytree(place, disk, dirs_exist_ok=True)
        unlocking.unlock(disk / "a.gvi", None, PASSPHRASE).close()
        free = os.statvfs(disk).f_bavail * os.statvfs(disk).f_frsize
        (disk / "filler").write_bytes(b"x" * (free - 200_000))
        SAID["full"] = refused(capsys, disk, take(disk))
        assert SAID["full"].startswith(pattern_of("disk_full"))
        (disk / "filler").unlink()
        workspace = unlocking.unlock(disk / "a.gvi", None, PASSPHRASE)
        assert workspace.read(Unit.count, Person) == 0
        workspace.close()


def test_a_missing_workbook(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    SAID["workbook"] = refused(capsys, place, take(place, book="nowhere.xlsx"))
    assert SAID["workbook"].startswith(pattern_of("workbook_missing"))


def test_an_unknown_sheet(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    SAID["sheet"] = refused(capsys, place, take(place, "--sheet", "Samtal"))
    assert "Samtal" in SAID["sheet"] and "Personer" in SAID["sheet"]


def test_a_missing_vault(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shutil.rmtree(place / "a.gvi")
    SAID["missing"] = refused(capsys, place, report(place))
    assert SAID["missing"].startswith(pattern_of("vault_missing"))


def test_a_vault_that_is_open_elsewhere(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    workspace = unlocking.unlock(place / "a.gvi", None, PASSPHRASE)
    try:
        SAID["in use"] = refused(capsys, place, report(place))
    finally:
        workspace.close()
    assert SAID["in use"].startswith(pattern_of("vault_in_use"))


@pytest.mark.parametrize("language", ["sv", "en"])
def test_every_such_fault_has_a_sentence_of_its_own(language: str) -> None:
    codes = (
        "wrong_passphrase", "vault_damaged", "vault_newer", "no_permission", "disk_full", "workbook_missing",
        "sheet_unknown", "vault_missing", "vault_in_use",
    )  # fmt: skip
    words = Words(language)
    said = [words.sentence("errors", code, {"path": "X", "sheet": "S", "sheets": "T"}) for code in codes]
    assert len(set(said)) == len(codes)
    assert all(sentence.count(".") >= 2 for sentence in said), "what happened, and what to do"
    assert len(set(SAID.values())) == len(SAID), "two faults said the same"
