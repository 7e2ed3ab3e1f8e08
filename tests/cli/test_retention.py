"""Retention by command: who is due, erasing with what becomes of doubtful names, and the annex to an assessment."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from kit.vaults import PASSPHRASE, new_vault

from gvi_desktop.cli.main import main
from gvi_desktop.domain.pause import PauseDraft
from gvi_desktop.domain.person import Person, PersonDraft
from gvi_desktop.domain.task import Task, TaskDraft
from gvi_desktop.services import clocks, history, people, retention, tasks, unlocking


@pytest.fixture
def vault(tmp_path: Path) -> Sequence[str]:
    """Two whose time is up, one who is in custody, and one of the same name as the first."""
    workspace = new_vault(tmp_path / "v.gvi")
    long_ago = date(2020, 1, 1)
    for code, name in (("K1", "Adrian"), ("K2", "Bertil"), ("K3", "Cesar")):
        made = PersonDraft(code_name=code, given_name=name, retention_from=long_ago)
        who = workspace.write(people.add, made)
    workspace.write(clocks.add_pause, PauseDraft(person=who, from_on=date(2020, 2, 1), why="Häkte"))
    workspace.write(people.add, PersonDraft(code_name="K4", given_name="Adrian", birth_year=1999))
    workspace.write(tasks.add, TaskDraft(title="Ring Adrian", due_on=date(2027, 12, 1)))
    workspace.write(tasks.add, TaskDraft(title="Ring Bertil", due_on=date(2027, 12, 2)))
    workspace.close()
    secret = tmp_path / "p"
    secret.write_text(PASSPHRASE, encoding="utf-8")
    return str(tmp_path / "v.gvi"), "--passphrase-file", str(secret)


def asked(vault: Sequence[str], work: Any) -> Any:
    workspace = unlocking.unlock(Path(vault[0]), None, PASSPHRASE)
    try:
        return workspace.read(work)
    finally:
        workspace.close()


def codes(vault: Sequence[str]) -> set[str]:
    return asked(vault, lambda unit: {one.code_name for one in unit.find(Person)})


def titles(vault: Sequence[str]) -> set[str]:
    return asked(vault, lambda unit: {one.title for one in unit.find(Task)})


def test_who_is_due_is_told_by_code_name_and_why(vault: Sequence[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["retention", *vault]) == 0
    told = capsys.readouterr().out
    assert "K1" in told and "K2" in told
    assert "K3" not in told and "K4" not in told and "Adrian" not in told
    assert codes(vault) == {"K1", "K2", "K3", "K4"}


def test_nothing_is_erased_without_a_reason(vault: Sequence[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["retention", *vault, "--erase-due"]) == 1
    assert "reason" in capsys.readouterr().err.lower()
    assert codes(vault) == {"K1", "K2", "K3", "K4"}


def test_a_name_that_may_be_anothers_is_told_and_nothing_is_erased(
    vault: Sequence[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["retention", *vault, "--erase-due", "--reason", "tiden ute"]) == 1
    told = capsys.readouterr().err
    assert "Ring Adrian" in told and "Ring Bertil" not in told
    assert codes(vault) == {"K1", "K2", "K3", "K4"}


@pytest.mark.parametrize(
    ("choice", "left"),
    [("keep", {"Ring Adrian", "Ring [gallrad person]"}), ("replace", {"Ring [gallrad person]"})],
)
def test_names_says_what_becomes_of_it(
    vault: Sequence[str], choice: str, left: set[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["retention", *vault, "--erase-due", "--reason", "tiden ute", "--names", choice]) == 0
    told = capsys.readouterr().out
    assert "People: 2; reason: tiden ute" in told
    assert "Adrian" not in told and "Bertil" not in told and "K1" not in told
    assert codes(vault) == {"K3", "K4"}
    assert titles(vault) == left
    assert asked(vault, history.verify) == []
    assert main(["retention", *vault]) == 0
    assert "Nothing is due." in capsys.readouterr().out


def test_another_word_for_names_is_wrong_usage(vault: Sequence[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as told:
        main(["retention", *vault, "--erase-due", "--reason", "tiden ute", "--names", "guess"])
    assert told.value.code == 2
    assert "--names" in capsys.readouterr().err


@pytest.mark.parametrize(("language", "title"), [("sv", "konsekvensbedömning"), ("en", "impact assessment")])
def test_the_annex_to_an_assessment_is_told_and_written(
    vault: Sequence[str], language: str, title: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ["report", *vault, "--kind", "assessment", "--language", language]
    assert main(words) == 0
    told = capsys.readouterr().out
    assert title in told.splitlines()[0].lower()
    regimes = asked(vault, lambda unit: [(one.name, one.source) for one in retention.regimes(unit)])
    assert regimes and all(name in told and source in told for name, source in regimes)
    target = tmp_path / "annex.pdf"
    assert main([*words, "--format", "pdf", "--out", str(target)]) == 0
    document = pypdfium2.PdfDocument(target)
    text = "".join(sheet.get_textpage().get_text_bounded() for sheet in document)
    assert title in text.lower()
    for word in ("Adrian", "Bertil", "K1", "K4"):
        assert word not in told and word not in text
