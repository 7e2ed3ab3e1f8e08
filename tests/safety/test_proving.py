"""“Prove it is encrypted”: what the page and `vault check` say holds, and what they find does not."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from kit.vaults import PASSPHRASE, SettableClock, new_vault
from pypdfium2 import PdfDocument

from gvi_desktop.cli.main import main
from gvi_desktop.domain.errors import VaultError
from gvi_desktop.domain.person import PersonDraft
from gvi_desktop.services import overview, people, plainscan, proofpaper, proving, restoretest
from gvi_desktop.services.workspace import Workspace

CLOCK = SettableClock


@pytest.fixture
def office(tmp_path: Path, clock: SettableClock) -> Iterator[Workspace]:
    workspace = new_vault(tmp_path / "a.gvi", clock=clock)
    workspace.write(people.add, PersonDraft(given_name="Xyzzyberg", family_name="Kvastsson", address="Wibblevik 3"))
    yield workspace
    workspace.close()


def test_a_fresh_vault_proves_itself_and_says_what_is_to_be_done(office: Workspace) -> None:
    found = proving.prove(office)
    assert all(one.ok for one in found.values()), found
    assert {name for name, one in found.items() if one.due} == {"backup", "restore_test"}
    assert "HMAC_SHA512" in found["settings"].detail


def test_a_rehearsal_counts_what_the_newest_backup_holds(office: Workspace, clock: SettableClock) -> None:
    with pytest.raises(VaultError, match="no_backup"):
        restoretest.rehearse(office)
    office.back_up()
    clock.move(days=1)
    found = restoretest.rehearse(office)
    assert found.ok and ("person", 1) in found.counts and found.newest == CLOCK()() and found.entries > 1
    assert office.read(restoretest.last) == found
    assert not proving.prove(office)["restore_test"].due


def test_whatever_page_is_damaged_the_proof_names_it_and_tells_all_the_rest(office: Workspace) -> None:
    with office.engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    database = office.folder / "vault.db"
    whole = database.read_bytes()
    for place in range(4096 + 700, len(whole), 4096 * 23):
        office.engine.dispose()
        content = bytearray(whole)
        content[place] ^= 1
        database.write_bytes(content)
        found = proving.prove(office)
        assert not found["pages"].ok and found["header"].ok, place
        office.engine.dispose()
        database.write_bytes(whole)


def test_a_backup_that_is_bent_is_found_by_the_rehearsal(office: Workspace) -> None:
    made = office.back_up()
    content = bytearray(made.read_bytes())
    content[30_000] ^= 1
    made.write_bytes(content)
    assert not restoretest.rehearse(office).ok
    assert not proving.prove(office)["restore_test"].ok


def test_the_overview_reminds_after_a_quarter(office: Workspace, clock: SettableClock) -> None:
    assert not office.read(overview.overview).restore_test
    clock.move(days=93)
    assert office.read(overview.overview).restore_test
    office.back_up()
    restoretest.rehearse(office)
    assert not office.read(overview.overview).restore_test
    clock.move(days=93)
    assert office.read(overview.overview).restore_test


@pytest.mark.parametrize(
    "content",
    ["… kvastsson …".encode(), "XYZZYBERG".encode("utf-16-le"), b"aGVqIFh5enp5YmVyZyBoZWo=", b"SQLite format 3\0 more"],
    ids=["utf-8", "utf-16", "base64", "plain database"],
)  # fmt: skip
def test_a_name_left_in_plain_text_is_found(office: Workspace, content: bytes) -> None:
    assert proving.prove(office)["plain_text"].ok
    (office.folder / "left.tmp").write_bytes(content)
    assert plainscan.scan(office, [office.folder]).hits == (office.folder / "left.tmp",) or b"SQLite" in content
    if b"SQLite" in content:
        assert plainscan.scan(office, [office.folder]).hits


def test_the_proof_is_one_page_in_both_languages(office: Workspace) -> None:
    found = proving.prove(office)
    for language, word in (("sv", "krypterat"), ("en", "encrypted")):
        with PdfDocument(io.BytesIO(office.write(proofpaper.sheet, found, language))) as pdf:
            assert len(pdf) == 1
            text = pdf[0].get_textpage().get_text_bounded()
        assert word in text and "HMAC_SHA512" in text and "Xyzzyberg" not in text


def test_the_command_line_proves_tries_a_restore_and_writes_the_sheet(
    office: Workspace, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    office.back_up()
    office.close()
    (tmp_path / "right").write_text(PASSPHRASE, encoding="utf-8")
    line = ["vault", "check", str(office.folder), "--passphrase-file", str(tmp_path / "right"), "--json"]
    assert main([*line, "--restore-test", "--out", str(tmp_path / "proof.pdf")]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["ok"] and told["checks"]["restore_test"]["ok"] and told["checks"]["plain_text"]["ok"]
    assert (tmp_path / "proof.pdf").read_bytes().startswith(b"%PDF")
