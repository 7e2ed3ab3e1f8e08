"""`gvi-desktop callin`: papers and calendar from the command line."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest
from kit.callins import ready_callin
from kit.vaults import PASSPHRASE, new_vault

from gvi_desktop.cli.main import main


@pytest.fixture
def vault(tmp_path: Path) -> Path:
    folder = tmp_path / "a.gvi"
    workspace = new_vault(folder)
    ready_callin(workspace)
    workspace.close()
    (tmp_path / "pass").write_text(PASSPHRASE + "\n", encoding="utf-8")
    return folder


def run(vault: Path, *arguments: str) -> int:
    return main(["callin", str(vault), "--passphrase-file", str(vault.parent / "pass"), *arguments])


@pytest.mark.parametrize("paper", ["runsheet", "attendance", "cards", "scripts", "security"])
def test_a_paper_is_written_for_its_owner_only(vault: Path, paper: str) -> None:
    target = vault.parent / "paper.pdf"
    assert run(vault, "1", "--print", paper, "--out", str(target)) == 0
    assert target.read_bytes().startswith(b"%PDF")
    assert stat.S_IMODE(target.stat().st_mode) == 0o600


def test_a_calendar_is_written(vault: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target = vault.parent / "callin.ics"
    assert run(vault, "1", "--ics", str(target)) == 0
    assert target.read_bytes().startswith(b"BEGIN:VCALENDAR")
    assert capsys.readouterr().out == f"Wrote {target}.\n"


def test_an_unknown_number_is_one_plain_line(vault: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(vault, "9", "--ics", str(vault.parent / "x.ics")) == 1
    told = capsys.readouterr().err
    assert "9" in told and told.count("\n") == 1
    assert not (vault.parent / "x.ics").exists()


def test_what_is_not_seated_has_no_seating_plan(vault: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(vault, "1", "--print", "seating", "--out", str(vault.parent / "x.pdf")) == 1
    assert "nothing to print" in capsys.readouterr().err


@pytest.mark.parametrize("wrong", [[], ["--print", "poster"], ["--print", "cards"], ["--print", "cards", "--ics", "x"]])
def test_wrong_usage_ends_with_two(vault: Path, wrong: list[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        run(vault, "1", *wrong)
    assert ended.value.code == 2
