"""The command import: what it says, what it writes and what it leaves alone."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

import pytest
from kit import workbooks
from kit.vaults import PASSPHRASE, new_vault

from gvi_desktop.cli.main import main
from gvi_desktop.domain.person import Person
from gvi_desktop.services import unlocking
from gvi_desktop.services.unit import Unit

HEAD, GOOD = ["Nr", "Namn", "Född"], ["P2", "Åke Öberg", "2001-02-03"]
BAD = [HEAD, ["P1", "Leo Abdi", "2023-02-30"], GOOD, ["P3", "=a", "=1+1"]]


@pytest.fixture
def vault(tmp_path: Path) -> Path:
    new_vault(tmp_path / "a.gvi").close()
    (tmp_path / "p").write_text(PASSPHRASE + "\n", encoding="utf-8")
    return tmp_path / "a.gvi"


def run(vault: Path, workbook: Path, *more: str) -> int:
    return main(["import", str(vault), str(workbook), *more, "--passphrase-file", str(vault.parent / "p")])


def said(capsys: pytest.CaptureFixture[str]) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(capsys.readouterr().out)
    return found


def people(vault: Path) -> int:
    opened = unlocking.unlock(vault, None, PASSPHRASE)
    try:
        return opened.read(Unit.count, Person)
    finally:
        opened.close()


def test_a_whole_workbook(vault: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(vault, workbooks.OREBRO, "--json") == 0
    told = said(capsys)
    assert told["rejected"] == []
    assert told["matched_people"] == 0
    assert told["accepted"] == {
        "group": 6, "person": 64, "membership": 64, "callin": 2, "invitee": 23, "notification": 81, "phonecall": 20,
        "incident": 4, "focus": 4, "measure": 10, "help": 16,
    }  # fmt: skip
    assert people(vault) == 64


def test_a_dry_run_changes_nothing(vault: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(vault, workbooks.OREBRO, "--dry-run", "--json") == 0
    assert said(capsys)["accepted"]["person"] == 64
    assert people(vault) == 0


def test_bad_cells_stop_everything_and_are_named(
    vault: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = workbooks.xlsx(tmp_path / "b.xlsx", Personer=BAD)
    assert run(vault, path, "--json") == 1
    out, err = capsys.readouterr()
    told = json.loads(out)
    assert told["accepted"] == {}
    assert [(one["sheet"], one["row"], one["column"], one["value"]) for one in told["rejected"]] == [
        ("Personer", 2, "Född", "2023-02-30"),
        ("Personer", 4, "Född", "=1+1"),
    ]
    assert told["rejected"][0]["reason"] == "There is no such day."
    assert err.count("\n") == 1
    assert people(vault) == 0


def test_bad_rows_can_be_skipped_and_listed_harmlessly(
    vault: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path, rejects = workbooks.xlsx(tmp_path / "b.xlsx", Personer=BAD), tmp_path / "rejects.csv"
    assert run(vault, path, "--skip-bad-rows", str(rejects), "--json") == 0
    assert said(capsys)["accepted"] == {"person": 1}
    with rejects.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    assert rows[0] == ["sheet", "row", "column", "value", "reason"]
    assert [row[1:4] for row in rows[1:]] == [["2", "Född", "2023-02-30"], ["4", "Född", "'=1+1"]]
    assert people(vault) == 1


def test_without_json_it_speaks_plainly(vault: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(vault, workbooks.xlsx(tmp_path / "b.xlsx", Personer=BAD)) == 1
    out = capsys.readouterr().out
    assert "Personer, row 2, Född: '2023-02-30'. There is no such day." in out
    assert run(vault, workbooks.xlsx(tmp_path / "c.xlsx", Personer=[HEAD, GOOD])) == 0
    assert "person  1" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("more", "sentence"),
    [
        (["--sheet", "Nope"], "The workbook has no sheet called Nope."),
        (["--as", "spaceship", "--sheet", "Personer"], "The program cannot import that kind of data."),
        (["--as", "person"], "The workbook has several sheets."),
        (["--skip-bad-rows", str(workbooks.OREBRO)], "must be another than the workbook"),
    ],
)
def test_what_cannot_be_asked_for_is_said_in_one_line(
    vault: Path, capsys: pytest.CaptureFixture[str], more: list[str], sentence: str
) -> None:
    assert run(vault, workbooks.OREBRO, *more) == 1
    err = capsys.readouterr().err
    assert sentence in err
    assert err.count("\n") == 1
    assert people(vault) == 0


def test_a_missing_workbook_is_told_before_the_vault_is_opened(
    vault: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["import", str(vault), str(tmp_path / "no.xlsx")]) == 1
    assert "is not there" in capsys.readouterr().err
