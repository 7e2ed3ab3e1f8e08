"""The history under somebody's hands: what was added to an entry, or said in it of somebody who is erased later."""

from __future__ import annotations

from pathlib import Path

import pytest
from kit.filepages import pages
from kit.people import person

from gvi_desktop.domain.errors import RefusedError
from gvi_desktop.services import history, people, retention
from gvi_desktop.services.unit import Unit
from gvi_desktop.services.workspace import Workspace
from gvi_desktop.storage.rows import ledger


def hang(office: Workspace, *row: object) -> None:
    """Put these values where those of an entry stand."""

    def work(unit: Unit) -> None:
        connection, v = unit.connection, ledger.journal_value
        connection.execute(v.delete().where(v.c.seq == row[0]))
        connection.execute(v.insert().values(row))

    office.write(work)


def test_values_hung_on_an_entry_that_had_none_are_noticed(office: Workspace) -> None:
    office.write(people.open, person(office))
    seq = office.read(history.newest, 1)[0].seq
    hang(office, seq, None, b"salt", b'{"note":[null,"x"]}')
    assert office.read(history.verify) == [seq]


def test_values_of_an_entry_that_never_was_are_noticed(office: Workspace) -> None:
    hang(office, 9999, None, b"salt", b"{}")
    assert office.read(history.verify) == [9999]


def test_values_hung_on_another_record_are_noticed(office: Workspace) -> None:
    person(office)
    v = ledger.journal_value
    seq, _, salt, payload = office.read(
        lambda unit: unit.connection.execute(v.select().order_by(v.c.seq.desc()).limit(1)).one()
    )
    hang(office, seq, "nobody", salt, payload)
    assert office.read(history.verify) == [seq]


def test_a_copy_of_the_whole_vault_is_an_entry(office: Workspace, tmp_path: Path) -> None:
    office.back_up(tmp_path / "away.gvibackup")
    newest = office.read(history.newest, 1)[0]
    assert (newest.action, newest.detail) == ("export", "backup")


def test_an_erasures_reason_names_nobody_in_the_vault(office: Workspace) -> None:
    gone, kept = person(office, "Xyzzy", "Kvastsson"), person(office, "Bosse", "Zwibbel")
    with pytest.raises(RefusedError, match="erase_reason_names"):
        office.write(retention.erase, [gone], "Bad om det tillsammans med Zwibbel.")
    office.write(retention.erase, [gone], "Bad om det.")
    office.write(retention.erase, [kept], "Bad om det.")
    for where, content in pages(office.folder, office.key):
        assert b"Zwibbel" not in content, where


def test_what_lies_in_quarantine_forgets_the_erased(office: Workspace) -> None:
    gone = person(office, "Xyzzy", "Kvastsson")

    def lay(unit: Unit) -> None:
        rows = (("q1", f'{{"of": "{gone}"}}'), ("q2", '{"note": "Kvastsson ringde"}'), ("q3", '{"note": "Lugnt"}'))
        for one, raw in rows:
            row = {"id": one, "kind": "sighting", "peer": "p", "at": "2026-11-22T12:00:00Z", "raw": raw.encode()}
            unit.connection.execute(ledger.quarantine.insert().values(**row))

    office.write(lay)
    office.write(retention.erase, [gone], "Bad om det.")
    left = office.read(lambda unit: unit.connection.exec_driver_sql("SELECT id, raw FROM quarantine").all())
    found = {one: bytes(raw).decode() for one, raw in left}
    assert found.keys() == {"q2", "q3"}, "what is theirs goes"
    assert "Kvastsson" not in found["q2"]
    assert "ringde" in found["q2"], "what only names them loses the name"
    assert found["q3"] == '{"note": "Lugnt"}'
