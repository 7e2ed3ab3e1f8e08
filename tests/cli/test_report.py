"""Reports by command: every kind, what it is about, and what does not go together."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from kit.callins import ready_callin
from kit.vaults import PASSPHRASE, new_vault

from gvi_desktop.cli.main import main
from gvi_desktop.domain.disclosure import Disclosure
from gvi_desktop.domain.round import RoundDraft
from gvi_desktop.services import rounds, unlocking


@pytest.fixture
def vault(tmp_path: Path) -> Sequence[str]:
    workspace = new_vault(tmp_path / "v.gvi")
    ready_callin(workspace)
    workspace.write(rounds.plan, RoundDraft(name="Vår", from_on=workspace.read(lambda unit: unit.today)))
    workspace.close()
    secret = tmp_path / "p"
    secret.write_text(PASSPHRASE, encoding="utf-8")
    return str(tmp_path / "v.gvi"), "--passphrase-file", str(secret)


@pytest.mark.parametrize(
    ("words", "title"),
    [
        ((), "Year report: all time"),
        (("--kind", "month", "--to", "2026-10-05"), "Steering group's month: 2026-10"),
        (("--kind", "callin", "--callin", "1"), "Call-in 1: report: 2026-12-10"),
        (("--kind", "round", "--round", "Vår", "--language", "sv"), "Samtalsomgång: Vår"),
        (("--kind", "evaluator", "--public"), "Public data set"),
    ],
)
def test_each_kind_is_told_by_command(
    vault: Sequence[str], words: Sequence[str], title: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["report", *vault, *words]) == 0
    assert capsys.readouterr().out.startswith(title)


def test_the_key_of_a_data_set_is_not_told_where_a_file_may_take_it(
    vault: Sequence[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["report", *vault, "--kind", "evaluator"]) == 0
    assert "Norr" not in capsys.readouterr().out


@pytest.mark.parametrize(
    "words",
    [("--kind", "callin"), ("--callin", "1"), ("--kind", "month", "--json"), ("--kind", "round", "--callin", "1")],
)
def test_what_does_not_go_together_is_wrong_usage(
    vault: Sequence[str], words: Sequence[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as told:
        main(["report", *vault, *words])
    assert told.value.code == 2
    assert "go together" in (said := capsys.readouterr().err) or "--json" in said


def test_a_group_without_a_focus_round_is_said_in_a_sentence(
    vault: Sequence[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["report", *vault, "--kind", "focus", "--group", "Norr"]) == 1
    assert "no focus round on a group called Norr" in capsys.readouterr().err


def test_a_file_that_cannot_be_written_is_no_disclosure(
    vault: Sequence[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "none" / "r.pdf"
    assert main(["report", *vault, "--format", "pdf", "--out", str(out)]) == 1
    assert capsys.readouterr().err.count("\n") == 1
    workspace = unlocking.unlock(Path(vault[0]), None, PASSPHRASE)
    try:
        assert workspace.read(lambda unit: unit.count(Disclosure)) == 0
    finally:
        workspace.close()
