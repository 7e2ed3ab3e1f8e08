"""Nothing that the program writes holds a name in plain text, whatever moment it is killed at."""

from __future__ import annotations

import shutil
import signal
import sqlite3
import subprocess
import sys
from base64 import b64encode
from pathlib import Path

import pytest
from kit import planted, workbooks
from kit.planted import FAMILY, GIVEN, GROUP, NAMES, NOTE, STREET
from kit.vaults import PASSPHRASE

from gvi_desktop.cli.main import main
from gvi_desktop.domain.notification import Notification
from gvi_desktop.domain.person import Person
from gvi_desktop.services import checking, unlocking
from gvi_desktop.services.unit import Unit

CHILD = Path(__file__).with_name("child_import.py")
ROWS = 150
MOMENTS = ("2", "+0", "+0.01", "+0.04", "backup")
"""Where an import is killed: at its n-th report of progress, so many seconds after the last, or in the backup after."""


def book(path: Path) -> Path:
    """A workbook of people and visits with the planted names in many columns."""
    people = [["Kod", "Förnamn", "Efternamn", "Född", "Adress", "Grupp", "Anteckning"]]
    visits = [["Kod", "Datum", "Utfall", "Plats", "Anteckning"]]
    for n in range(ROWS):
        name = f"{FAMILY}{chr(97 + n % 26)}{chr(97 + n // 26)}"
        people.append([f"Q{n}", GIVEN, name, f"19{70 + n % 30}-01-0{1 + n % 9}", f"{STREET} {n}", GROUP, f"{NOTE} {n}"])
        visits.append([f"Q{n}", "2025-10-12", "Nådd", "Hemma", f"{NOTE} {GIVEN} {n}"])
    return workbooks.xlsx(path, Personer=people, Underrättelser=visits)


def run(what: str, folder: Path, *more: str) -> subprocess.CompletedProcess[bytes]:
    """The child at work in a home of its own."""
    return subprocess.run(
        [sys.executable, str(CHILD), what, str(folder), *more],
        env=planted.home(folder), cwd=folder, capture_output=True, timeout=60, check=False,
    )  # fmt: skip


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What a killed journey through the whole program leaves."""
    folder = tmp_path_factory.mktemp("office")
    book(folder / "book.xlsx")
    done = run("journey", folder)
    assert done.returncode == -signal.SIGKILL, done.stderr.decode()
    assert done.stdout == b"done\n"
    return folder


@pytest.fixture
def fresh(office: Path, tmp_path: Path) -> Path:
    """The same folder with a second workbook, whose people are not in the vault yet."""
    folder = shutil.copytree(office, tmp_path / "office")
    rows = [["Kod", "Förnamn", "Efternamn", "Född", "Adress"]]
    for n in range(ROWS):
        rows.append([f"Q{n + 1000}", GIVEN, f"{FAMILY}{chr(97 + n % 26)}{n // 26}x", "1999-02-03", STREET])
    workbooks.xlsx(folder / "book.xlsx", Personer=rows)
    return folder


def people_in(folder: Path) -> int:
    """How many people the vault holds, after every check of it was found in order."""
    workspace = unlocking.unlock(folder / "office.gvi", None, PASSPHRASE)
    try:
        faults = {name: one.detail for name, one in checking.check(workspace).items() if not one.ok}
        assert not faults
        assert workspace.drafts()["people"]["state"] == {"given_name": GIVEN, "note": NOTE}
        return workspace.read(Unit.count, Person)
    finally:
        workspace.close()


def test_a_journey_through_the_program_leaves_no_name(office: Path) -> None:
    found, read = planted.hits(office, [office / "book.xlsx"])
    assert found == []
    names = {path.name for path in office.rglob("*") if path.is_file()}
    assert names >= {"vault.db", "vault.db-wal", "keys.json", "settings.json", "office.gvibackup", "bundle.age"}
    assert read >= 10


def test_the_journey_did_store_the_names(office: Path, tmp_path: Path) -> None:
    copy = shutil.copytree(office, tmp_path / "office")
    assert people_in(copy) == ROWS + 1
    workspace = unlocking.unlock(copy / "office.gvi", None, PASSPHRASE)
    try:
        everybody = workspace.read(Unit.find, Person)
        assert {one.given_name for one in everybody} == {GIVEN}
        assert workspace.read(Unit.count, Notification) == ROWS
    finally:
        workspace.close()


@pytest.mark.parametrize("moment", MOMENTS)
def test_killed_in_the_middle_of_an_import_nothing_is_left_and_nothing_is_half(fresh: Path, moment: str) -> None:
    before = ROWS + 1
    done = run("import", fresh, moment)
    assert done.returncode == -signal.SIGKILL, done.stderr.decode()
    found, _ = planted.hits(fresh, [fresh / "book.xlsx"])
    assert found == []
    after = people_in(fresh)
    if moment.isdigit():
        assert after == before
    elif moment == "backup":
        assert after == before + ROWS
    else:
        assert after in (before, before + ROWS)
    found, _ = planted.hits(fresh, [fresh / "book.xlsx"])
    assert found == []


def test_a_fault_in_the_middle_of_an_import_says_no_name(office: Path, tmp_path: Path) -> None:
    folder = shutil.copytree(office, tmp_path / "office")
    rows = [["Kod", "Förnamn", "Efternamn", "Adress"]]
    rows += [[f"Q{n}", GIVEN, f"{FAMILY}{chr(97 + n)}x", STREET] for n in range(20)]
    workbooks.xlsx(folder / "book.xlsx", Personer=rows)
    _empty(folder)
    done = run("fault", folder)
    assert b"planted" in done.stderr, "the fault did not come"
    assert planted.found_in(done.stdout + done.stderr) == []
    assert planted.hits(folder, [folder / "book.xlsx"])[0] == []


def test_a_fault_of_a_command_says_places_only(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(_args: object) -> int:
        raise ValueError(f"cannot take {GIVEN} {FAMILY}")

    monkeypatch.setattr("gvi_desktop.cli.report.run", fail)
    assert main(["report", "nowhere.gvi"]) == 1
    told = capsys.readouterr()
    assert "ValueError" in told.err
    assert "test_no_plaintext.py" in told.err
    assert planted.found_in((told.out + told.err).encode()) == []


def _empty(folder: Path) -> None:
    """A vault without the journey's people, so that those of the workbook are new."""
    shutil.rmtree(folder / "office.gvi")
    shutil.copytree(folder / "colleague.gvi", folder / "office.gvi")


def test_the_search_finds_names_where_they_are_plain(tmp_path: Path) -> None:
    plain = sqlite3.connect(tmp_path / "plain.db")
    plain.execute("PRAGMA journal_mode = WAL")
    plain.execute("CREATE TABLE person (given TEXT, family TEXT, group_name TEXT, street TEXT, note TEXT)")
    plain.execute("INSERT INTO person VALUES (?, ?, ?, ?, ?)", NAMES)
    plain.commit()
    found, read = planted.hits(tmp_path)
    plain.close()
    assert read >= 2
    assert {one.partition(": ")[2] for one in found} >= {f"{name} in utf-8" for name in NAMES}


@pytest.mark.parametrize("lead", range(3))
def test_the_search_finds_names_in_other_guises(tmp_path: Path, lead: int) -> None:
    text = "x" * lead + f"{GIVEN} {FAMILY.lower()} och mer"
    for coded in (text.encode("utf-16-le"), text.encode("utf-16-be"), b64encode(text.encode())):
        assert {one.partition(" ")[0].lower() for one in planted.found_in(coded)} == {GIVEN.lower(), FAMILY.lower()}
    (tmp_path / f"{GIVEN}.txt").touch()
    assert planted.hits(tmp_path)[0] == [f"{GIVEN}.txt: in its path"]
