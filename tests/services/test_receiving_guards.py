"""What a bundle may not bring: an erased record as raw bytes, an id that is none of ours."""

from pathlib import Path

import pytest
from kit.vaults import new_vault
from sqlalchemy import select

from gvi_desktop.domain.group import Group, GroupDraft
from gvi_desktop.services import receiving
from gvi_desktop.storage.rows import ledger
from gvi_desktop.sync.change import Unread


def test_an_erased_record_does_not_come_back_into_quarantine(tmp_path: Path) -> None:
    office = new_vault(tmp_path / "a.gvi")
    made = office.write(lambda unit: unit.add(Group, GroupDraft(name="Oxhagen"))).id
    office.write(lambda unit: unit.erase(Group, made))
    for record_id in (made, "0" * 32):
        office.write(receiving._quarantine, Unread("group", record_id, b"{}"), "peer")
    with office.engine.connect() as connection:
        assert connection.execute(select(ledger.quarantine.c.id)).scalars().all() == ["0" * 32]
    office.close()


@pytest.mark.parametrize("record_id", ["a,b", "", "x" * 65, "../x", "å"])
def test_an_id_of_another_form_is_none_of_ours(record_id: str) -> None:
    assert receiving.RECORD_ID.fullmatch(record_id) is None


def test_our_own_ids_have_the_form(tmp_path: Path) -> None:
    office = new_vault(tmp_path / "a.gvi")
    with office.engine.connect() as connection:
        ids = connection.execute(select(ledger.history.c.id)).scalars().all()
    assert all(receiving.RECORD_ID.fullmatch(one) for one in ids)
    office.close()
