"""`gvi-desktop letters` and `gvi-desktop subject` from the command line."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest
from kit.callins import add_callin, add_person
from kit.letters import text
from kit.vaults import PASSPHRASE, new_vault

from gvi_desktop.cli import letters as cli
from gvi_desktop.cli.main import main
from gvi_desktop.domain.letter import Letter
from gvi_desktop.domain.office import Office
from gvi_desktop.domain.person import Protection, Supervision
from gvi_desktop.services import invitees, unlocking
from gvi_desktop.services import letters_tongues as tongues
from gvi_desktop.services.unit import Unit

Told = pytest.CaptureFixture[str]


def fill(unit: Unit) -> None:
    unit.change(Office, unit.office.id, phone="019-21 10 00", parties=("Polisen", "Örebro kommun"))
    duty = {"supervision": Supervision.PROBATION}
    people = [
        add_person(unit, "Tall-1", given_name="Elias", family_name="Öberg", **duty),
        add_person(unit, "Tall-2", given_name="Omar", protection=Protection.CONFIDENTIALITY, **duty),
    ]
    invitees.invite(unit, add_callin(unit), people)


@pytest.fixture
def vault(tmp_path: Path) -> Path:
    folder = tmp_path / "a.gvi"
    workspace = new_vault(folder)
    workspace.write(fill)
    workspace.close()
    (tmp_path / "pass").write_text(PASSPHRASE + "\n", encoding="utf-8")
    return folder


def run(vault: Path, command: str, *arguments: str) -> int:
    return main([command, str(vault), "--passphrase-file", str(vault.parent / "pass"), *arguments])


def numbers(vault: Path) -> list[str]:
    workspace = unlocking.unlock(vault, None, PASSPHRASE)
    try:
        return [one.number for one in workspace.read(lambda unit: unit.find(Letter))]
    finally:
        workspace.close()


def test_a_language_that_no_speaker_has_read_is_told_of(vault: Path, capsys: Told) -> None:
    target = vault.parent / "cards.pdf"
    assert run(vault, "letters", "--kind", "card", "--count", "10", "--language", "ti", "--out", str(target)) == 0
    assert "Not reviewed by a speaker: the text in Tigrinya." in capsys.readouterr().out
    assert "ክትዛረብ" in text(target.read_bytes())


def test_a_kind_that_has_no_text_in_the_language_is_refused(vault: Path, capsys: Told) -> None:
    target = vault.parent / "list.pdf"
    assert run(vault, "letters", "--kind", "no-shows", "--callin", "1", "--language", "ar", "--out", str(target)) == 1
    assert "Arabi" in capsys.readouterr().err and not target.exists()


def test_the_languages_offered_are_those_that_there_are(vault: Path) -> None:
    assert cli.LANGUAGES == tongues.ALL


def test_stops_are_listed_by_code_name_and_nothing_is_written(vault: Path, capsys: Told) -> None:
    target = vault.parent / "notice.pdf"
    assert run(vault, "letters", "--kind", "notice", "--callin", "1", "--out", str(target)) == 1
    told = capsys.readouterr().err.splitlines()
    assert len(told) == 1 and told[0].startswith("Tall-2: ") and "protected" in told[0]
    assert not target.exists() and not numbers(vault)


def test_those_that_nothing_stops_are_made_and_entered(vault: Path, capsys: Told) -> None:
    target = vault.parent / "notice.pdf"
    arguments = ("--kind", "notice", "--callin", "1", "--leave-out-stopped", "--language", "en", "--out", str(target))
    assert run(vault, "letters", *arguments) == 0
    said = capsys.readouterr().out
    (number,) = numbers(vault)
    assert "Tall-2" in said and number in said and "Elias" not in said
    assert "Dear Elias" in text(target.read_bytes()) and stat.S_IMODE(target.stat().st_mode) == 0o600


def test_a_preview_is_drawn_and_not_entered(vault: Path, capsys: Told) -> None:
    target = vault.parent / "card.pdf"
    assert run(vault, "letters", "--kind", "card", "--callin", "1", "--preview", "--out", str(target)) == 0
    assert target.read_bytes().startswith(b"%PDF") and "nothing was recorded" in capsys.readouterr().out
    assert not numbers(vault)


@pytest.mark.parametrize(
    "arguments",
    [
        ("--kind", "notice", "--callin", "9"),
        ("--kind", "notification", "--round", "Ingen"),
        ("--kind", "card", "--person", "Ingen"),
        ("--kind", "no-shows", "--callin", "1"),
    ],
)
def test_what_is_not_there_is_one_plain_line(vault: Path, arguments: tuple[str, ...], capsys: Told) -> None:
    assert run(vault, "letters", *arguments, "--out", str(vault.parent / "x.pdf")) == 1
    assert capsys.readouterr().err.count("\n") == 1
    assert not (vault.parent / "x.pdf").exists()


@pytest.mark.parametrize("wrong", [["--kind", "poster", "--callin", "1"], ["--kind", "card"], ["--callin", "1"]])
def test_wrong_usage_ends_with_two(vault: Path, wrong: list[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        run(vault, "letters", *wrong, "--out", "x.pdf")
    assert ended.value.code == 2


def test_an_extract_wants_a_secrecy_test(vault: Path, capsys: Told, monkeypatch: pytest.MonkeyPatch) -> None:
    target = vault.parent / "extract.pdf"
    monkeypatch.setattr("sys.stdin.isatty", lambda: False, raising=False)
    assert run(vault, "subject", "Tall-1", "--out", str(target)) == 1
    assert "ecrecy" in capsys.readouterr().err and not target.exists()
    tested = ("--secrecy-tested-by", "Lina Jurist", "--reason", "Inget hinder")
    assert run(vault, "subject", "Tall-1", *tested, "--out", str(target)) == 0
    assert "Elias" in text(target.read_bytes()) and "Omar" not in text(target.read_bytes())


def test_an_extract_asks_on_the_terminal(vault: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    answers = iter(["Lina Jurist", "Inget hinder"])
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    monkeypatch.setattr("builtins.input", lambda _question: next(answers))
    target = vault.parent / "extract.pdf"
    assert run(vault, "subject", "Tall-1", "--out", str(target)) == 0
    assert target.exists()
