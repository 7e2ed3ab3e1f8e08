"""The door: a driver without SQLCipher is refused (T2), odd passphrases are told alike and change nothing (T3)."""

from __future__ import annotations

import sqlite3
import unicodedata
from pathlib import Path

import pytest
from kit.vaults import PASSPHRASE, SettableClock, new_vault
from torture.guesses import digest

from gvi_desktop.domain.errors import VaultError
from gvi_desktop.services import unlocking
from gvi_desktop.storage import engine, files

ODD = {
    "empty": "", "nul": "\0", "nul inside": PASSPHRASE + "\0", "long": "a" * 10_000, "right and long": PASSPHRASE * 500,
    "case": PASSPHRASE.upper(), "without dots": PASSPHRASE.replace("ä", "a"), "space after": PASSPHRASE + " ",
    "control": "\x01\x02", "surrogate": "\ud800",
}  # fmt: skip
TOLD = {"wrong_passphrase", "passphrase_empty", "passphrase_nul", "passphrase_letters"}


@pytest.fixture(scope="module")
def vault(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("door") / "a.gvi"
    new_vault(folder).close()
    return folder


@pytest.mark.parametrize("phrase", ODD.values(), ids=ODD)
def test_an_odd_passphrase_is_told_and_changes_no_file(vault: Path, phrase: str) -> None:
    before = digest(vault)
    with pytest.raises(VaultError) as told:
        unlocking.unlock(vault, None, phrase, clock=SettableClock())
    assert told.value.code in TOLD and digest(vault) == before


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_letters_with_dots_open_however_they_are_composed(vault: Path, form: str) -> None:
    phrase = unicodedata.normalize(form, PASSPHRASE)
    unlocking.unlock(vault, None, phrase, clock=SettableClock()).close()


def test_a_driver_without_encryption_is_refused_and_writes_nothing(
    vault: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = digest(vault)
    monkeypatch.setattr(engine, "sqlcipher", sqlite3)
    with pytest.raises(VaultError, match="cipher_missing"):
        engine.connect(tmp_path / "new.db", bytes(32), create=True)
    for kept in tmp_path.iterdir():
        assert kept.read_bytes()[:16] != engine.PLAIN_HEADER
    with pytest.raises(VaultError):
        unlocking.unlock(vault, None, PASSPHRASE, clock=SettableClock())
    assert digest(vault) == before


def test_no_file_of_a_vault_begins_as_a_plain_database(vault: Path) -> None:
    assert (vault / files.DATABASE).read_bytes()[:16] != engine.PLAIN_HEADER
    workspace = unlocking.unlock(vault, None, PASSPHRASE, clock=SettableClock())
    with workspace.engine.connect() as connection:
        assert connection.exec_driver_sql("PRAGMA cipher_version").scalar()
    workspace.close()

