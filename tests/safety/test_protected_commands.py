"""Somebody with protected identity: no command says what is masked."""

from __future__ import annotations

from pathlib import Path

import pytest
from kit import walk
from kit.callins import ready_callin
from kit.protected import MASKED, bring_in
from kit.vaults import PASSPHRASE, new_vault

from gvi_desktop.cli.main import COMMANDS, main

PAPERS = ("runsheet", "seating", "attendance", "cards", "scripts")
ASKED: dict[str, list[list[str]]] = {
    "vault": [["check", "V", "--json"]],
    "report": [["V"], ["V", "--json"], *(["V", "--format", kind, "--out", f"O.{kind}"] for kind in ("csv", "pdf"))],
    "letters": [["V", "--kind", "invitation", "--callin", "1", "--leave-out-stopped", "--preview", "--out", "O.pdf"],
                ["V", "--kind", "directory", "--person", "Q77", "--preview", "--out", "O.pdf"],
                *(["V", "--kind", kind, "--callin", "1", "--leave-out-stopped", "--preview", "--out", "O.pdf"]
                  for kind in ("card", "notice", "no-shows", "directory"))],
    "callin": [["V", "1", "--ics", "O.ics"],
               *(["V", "1", "--print", paper, "--out", "O.pdf"] for paper in PAPERS)],
    "journal": [["V"], ["V", "--json"], ["V", "--verify"], ["V", "--person", "Q77"]],
    "retention": [["V"]],
    "contact": [["list", "V"], ["list", "V", "--json"]],
}  # fmt: skip
"""What each command is asked here."""
ELSEWHERE = {
    "demo": "makes a vault of its own",
    "import": "says what the workbook says: test_importing_people",
    "identity": "keys, no records",
    "bundle": "what leaves is tried in test_disclosing and test_clearance",
    "subject": "the person's own extract, after a secrecy test",
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("surfaces")
    workspace = new_vault(made / "a.gvi")
    workspace.write(bring_in, ready_callin(workspace))
    workspace.close()
    (made / "pass").write_text(PASSPHRASE + "\n", encoding="utf-8")
    return made


def masked_in(text: str) -> list[str]:
    low = text.casefold()
    return [one for one in MASKED if one.casefold() in low]


def test_every_command_is_asked_or_says_why_not() -> None:
    assert COMMANDS.keys() == ASKED.keys() | ELSEWHERE.keys()


@pytest.mark.parametrize("command", sorted(ASKED))
def test_no_command_says_it(folder: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str], command: str) -> None:
    done = 0
    for asked in ASKED[command]:
        names = {"V": str(folder / "a.gvi")}
        words = [names.get(one, str(tmp_path / one) if one.startswith("O.") else one) for one in asked]
        done += main([command, *words, "--passphrase-file", str(folder / "pass")]) == 0
        told = "".join(capfd.readouterr())
        for path in tmp_path.iterdir():
            told += "\n".join(walk.texts(path.read_bytes()))
            path.unlink()
        assert masked_in(told) == [], asked
    assert done or command == "letters", "nothing was answered"  # of letters the stops speak, by code name
