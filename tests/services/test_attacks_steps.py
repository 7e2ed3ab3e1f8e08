"""Hostile steps: undo where it must not reach, rotation and creation cut off, erasure that forgets nothing."""

import contextlib
import gc
import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from kit.vaults import CHEAP, PASSPHRASE, SettableClock, new_vault
from sqlalchemy import select
from sqlalchemy.exc import OperationalError

from gvi_desktop.crypto import slotfile
from gvi_desktop.domain.errors import GviError, RefusedError, VaultError
from gvi_desktop.domain.group import Group, GroupDraft
from gvi_desktop.domain.history import RecordState, stamp_of, write_all
from gvi_desktop.domain.person import Person, PersonDraft
from gvi_desktop.domain.regime import RegimeDraft
from gvi_desktop.domain.user import Role
from gvi_desktop.services import checking, retention, rotating, undo, unlocking, users
from gvi_desktop.services.unit import Unit
from gvi_desktop.services.workspace import Workspace
from gvi_desktop.storage import engine, files, journal, rekey
from gvi_desktop.storage.rows import ledger


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Workspace]:
    workspace = new_vault(tmp_path / "a.gvi")
    yield workspace
    workspace.close()


def names(office: Workspace) -> list[str]:
    return sorted(group.name for group in office.read(lambda unit: unit.find(Group)))


def add(office: Workspace, name: str) -> str:
    return office.write(lambda unit: unit.add(Group, GroupDraft(name=name))).id


def reopened(office: Workspace, user: str | None = None, passphrase: str = PASSPHRASE) -> Workspace:
    office.close()
    return unlocking.unlock(office.folder, user, passphrase)


# ------------------------------------------------------------------ undo


def test_undoing_an_import_that_filled_an_empty_field_keeps_the_record(office: Workspace) -> None:
    one = add(office, "A")

    def take_in(unit: Unit) -> None:
        state = unit.store.state(one)
        assert state is not None
        theirs = {"area": "Oxhagen", "next_review_on": "2027-01-01"}
        cells = write_all(state.cells, ("theirs", 1), stamp_of(9**13), theirs)
        kept = RecordState(state.kind, state.id, state.compartment, cells)
        unit.store.keep(kept, unit.store.stamp.next_lsn())
        unit.store.note_merge(kept, state, "peer")

    office.write(take_in)

    def only_the_date(unit: Unit) -> None:
        state = unit.store.state(one)
        assert state is not None
        cells = write_all(state.cells, ("theirs", 2), stamp_of(9**13 + 9), {"size": 12})
        kept = RecordState(state.kind, state.id, state.compartment, cells)
        unit.store.keep(kept, unit.store.stamp.next_lsn())
        unit.store.note_merge(kept, state, "peer")

    office.write(only_the_date)
    assert office.read(lambda unit: unit.get(Group, one)).size == 12
    office.write(undo.undo)
    assert names(office) == ["A"]
    assert office.read(lambda unit: unit.get(Group, one)).size is None


def test_a_step_that_leaves_nothing_to_take_back_does_not_block_the_earlier_ones(office: Workspace) -> None:
    add(office, "A")

    def quiet(unit: Unit) -> None:
        unit.store.kinds.add("group")
        unit.note("bundle")

    office.write(quiet)
    office.write(undo.undo)
    office.write(undo.undo)
    assert names(office) == []


def test_what_has_been_erased_meanwhile_does_not_keep_the_rest_of_a_step_from_being_undone(office: Workspace) -> None:
    users.add(office, "Bo", Role.COORDINATOR, "bos fras", cost=CHEAP)
    made = office.write(lambda unit: [unit.add(Group, GroupDraft(name=n)).id for n in "AB"])
    bo = reopened(office, "Bo", "bos fras")
    bo.write(lambda unit: unit.erase(Group, made[0]))
    anna = reopened(bo, "Anna Ek")
    anna.write(undo.undo)
    assert names(anna) == []
    anna.close()


def test_undo_needs_the_right_that_the_step_needed(office: Workspace) -> None:
    users.add(office, "Bo", Role.COORDINATOR, "bos fras", cost=CHEAP)
    bo = reopened(office, "Bo", "bos fras")
    add(bo, "A")
    anna = reopened(bo, "Anna Ek")
    anna.write(lambda unit: users.change_role(unit, bo.user.id, Role.READER))
    bo = reopened(anna, "Bo", "bos fras")
    with pytest.raises(RefusedError, match="not_allowed"):
        bo.write(undo.undo)
    assert names(bo) == ["A"]
    bo.close()


def test_a_step_of_somebody_else_is_not_mine_to_undo(office: Workspace) -> None:
    users.add(office, "Bo", Role.STAFF, "bos fras", cost=CHEAP)
    add(office, "A")
    bo = reopened(office, "Bo", "bos fras")
    with pytest.raises(RefusedError, match="nothing_to_undo"):
        bo.write(undo.undo)
    bo.close()


# ------------------------------------------------------------------ keys


def rotate(office: Workspace) -> None:
    rotating.rotate(office, slotfile.parse((office.folder / files.KEYS).read_bytes()), lambda _unit: None)


def test_a_disk_fault_just_after_the_file_changed_does_not_bring_the_old_keys_back(
    office: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(office, "A")
    real = files.sync_folder
    seen: list[Path] = []

    def sync(folder: Path) -> None:
        seen.append(folder)
        if not (folder / "vault.db.next").exists() and rotating.previous(folder).exists():
            raise OSError(5, "Input/output error")
        real(folder)

    monkeypatch.setattr(files, "sync_folder", sync)
    with contextlib.suppress(OSError, VaultError):
        rotate(office)
    monkeypatch.undo()
    again = reopened(office)
    assert names(again) == ["A"]
    again.close()


def test_a_full_disk_during_rotation_is_told_and_the_vault_goes_on(
    office: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    users.add(office, "Bo", Role.STAFF, "bos fras", cost=CHEAP)

    def full(*_: Any) -> Path:
        raise engine.sqlcipher.OperationalError("database or disk is full")

    monkeypatch.setattr(rekey, "connect", full)
    with pytest.raises(VaultError, match="disk_full"):
        users.remove(office, "Bo")
    monkeypatch.undo()
    add(office, "A")
    users.remove(office, "Bo")
    assert names(office) == ["A"]


def test_somebody_who_reads_while_the_key_changes_costs_nobody_their_work(
    office: Workspace, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    import threading

    started: list[threading.Thread] = []
    real = rekey.copy_under

    def copy_under(*args: Any) -> Path:
        reading = threading.Thread(target=lambda: names(office))
        reading.start()
        reading.join(0.3)
        started.append(reading)
        return real(*args)

    monkeypatch.setattr(rekey, "copy_under", copy_under)
    rotate(office)
    started[0].join(10)
    add(office, "A")
    gc.collect()
    shutil.copytree(office.folder, tmp_path / "killed.gvi")  # what a pulled plug would leave
    after = unlocking.unlock(tmp_path / "killed.gvi", None, PASSPHRASE)
    assert names(after) == ["A"]
    assert all(one.ok for one in checking.check(after).values())
    after.close()


def test_a_rotation_cut_off_is_healed_by_the_recovery_key_too(tmp_path: Path) -> None:
    from gvi_desktop.crypto import keyslots
    from gvi_desktop.domain.agency import AgencyKind
    from gvi_desktop.services.sealing import sealing_key

    new = unlocking.NewVault("GVI", "Örebro", "Kommunen", AgencyKind.MUNICIPALITY, "Syfte", "Anna", PASSPHRASE)
    workspace, words = unlocking.create(tmp_path / "x.gvi", new, cost=CHEAP)
    sealer = workspace.read(sealing_key)
    workspace.close()
    keys = slotfile.parse((tmp_path / "x.gvi" / files.KEYS).read_bytes())
    shutil.copy(tmp_path / "x.gvi" / files.KEYS, rotating.previous(tmp_path / "x.gvi"))
    turned = keyslots.rotated(keys, keyslots.new_key(), sealer)
    files.write_atomically(tmp_path / "x.gvi" / files.KEYS, slotfile.dump(turned))
    again = unlocking.recover(tmp_path / "x.gvi", None, words, "ny fras", cost=CHEAP)
    (newest,) = again.read(lambda unit: list(journal.entries(unit.connection, newest=1)))
    assert newest.action == "passphrase"
    again.close()
    unlocking.unlock(tmp_path / "x.gvi", None, "ny fras").close()


def test_a_user_whose_adding_was_cut_off_can_be_added_again(office: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    real = files.write_atomically

    def then_killed(path: Path, content: bytes) -> None:
        real(path, content)
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(files, "write_atomically", then_killed)
    with pytest.raises(VaultError, match="disk_full"):
        users.add(office, "Bo", Role.STAFF, "bos fras", cost=CHEAP)
    monkeypatch.undo()
    users.add(office, "Bo", Role.STAFF, "bos andra", cost=CHEAP)
    bo = reopened(office, "Bo", "bos andra")
    assert bo.user.name == "Bo"
    bo.close()


def test_two_that_make_the_same_vault_at_once_do_not_erase_each_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "a.gvi"

    def taken(where: Path) -> Any:
        (where / files.DATABASE).write_bytes(b"the other one's")
        raise VaultError("vault_in_use", path=str(where))

    monkeypatch.setattr(files, "lock", taken)
    with pytest.raises(VaultError, match="vault_in_use"):
        new_vault(folder, anew=True)
    assert (folder / files.DATABASE).read_bytes() == b"the other one's"


def test_a_vault_that_could_not_be_made_in_an_empty_folder_leaves_it_empty(tmp_path: Path) -> None:
    from gvi_desktop.domain.agency import AgencyKind

    folder = tmp_path / "a.gvi"
    folder.mkdir()
    new = unlocking.NewVault("GVI", "Örebro", "Kommunen", AgencyKind.MUNICIPALITY, "Syfte", "Anna", "nul\0")
    with pytest.raises(VaultError, match="passphrase_nul"):
        unlocking.create(folder, new, cost=CHEAP)
    assert list(folder.iterdir()) == []


def test_no_secret_stands_in_what_python_shows_of_a_new_vault() -> None:
    from gvi_desktop.domain.agency import AgencyKind

    new = unlocking.NewVault("GVI", "Örebro", "Kommunen", AgencyKind.MUNICIPALITY, "Syfte", "Anna", PASSPHRASE)
    assert PASSPHRASE not in repr(new)


# ------------------------------------------------------------------ faults


def test_a_draft_that_cannot_be_kept_is_told_as_the_users_fault(
    office: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: Any, **__: Any) -> Any:
        raise OperationalError("INSERT", {}, Exception("database or disk is full"))

    monkeypatch.setattr(office.engine, "connect", full)
    for work in (lambda: office.keep_draft("people", {}), office.drafts, lambda: office.drop_draft("people")):
        with pytest.raises(GviError, match="disk_full"):
            work()


def test_a_fault_of_ours_is_not_its_own_cause(office: Workspace) -> None:
    def missing(_: Unit) -> None:
        raise FileNotFoundError(2, "No such file", "/program/resources/words.toml")

    with pytest.raises(FileNotFoundError) as told:
        office.read(missing)
    assert told.value.__cause__ is not told.value


def test_a_damaged_page_is_found_by_name(office: Workspace) -> None:
    office.write(lambda unit: [unit.add(Group, GroupDraft(name=f"G{n}", note="x" * 500)) for n in range(200)])
    office.close()
    path = office.folder / files.DATABASE
    raw = bytearray(path.read_bytes())
    for place in range(4096 * 20 + 50, len(raw), 4096 * 3):
        raw[place] ^= 1
    path.write_bytes(raw)
    try:
        again = unlocking.unlock(office.folder, None, PASSPHRASE)
    except VaultError as told:
        assert told.code == "vault_damaged"
        return
    found = checking.check(again)
    assert not found["pages"].ok
    again.close()


# ------------------------------------------------------------------ erasure


def person(office: Workspace, code: str = "Tallen", **more: Any) -> str:
    return office.write(lambda unit: unit.add(Person, PersonDraft(code_name=code, **more))).id


def test_a_removed_person_is_still_due_and_can_be_erased(tmp_path: Path) -> None:
    clock = SettableClock()
    office = new_vault(tmp_path / "b.gvi", clock=clock)
    who = person(office, family_name="Planterad")
    office.write(lambda unit: unit.remove(Person, who))
    clock.move(days=366 * 30)
    assert [one.id for one in office.read(retention.due)] == [who]
    assert office.read(retention.due_count) == 1
    assert office.write(retention.erase, [who], "tiden ute").people == 1
    assert office.read(retention.due_count) == 0
    assert office.read(lambda unit: unit.store.find(Person, removed=True)) == []
    office.close()


def test_an_erasure_takes_drafts_and_quarantined_copies_with_it(office: Workspace) -> None:
    who, other = person(office, family_name="Planterad"), person(office, "Granen", family_name="Kvar")
    office.keep_draft("people", {"state": {"family_name": "Planterad"}})
    office.keep_draft("groups", {"state": {"name": "Oxhagen"}})

    def quarantined(unit: Unit) -> None:
        row = {"kind": "person", "peer": "p", "at": "2026-11-22T12:00:00Z"}
        for one, raw in ((who, b"{}"), (other, b"Kvar"), ("elsewhere", b"Planterad")):
            unit.connection.execute(ledger.quarantine.insert().values(id=one, raw=raw, **row))

    office.write(quarantined)
    office.write(retention.erase, [who], "tiden ute")
    assert list(office.drafts()) == ["groups"]
    assert office.read(lambda u: u.connection.execute(select(ledger.quarantine.c.id)).scalars().all()) == [other]


@pytest.mark.parametrize("day", [date(2026, 2, 27), date(2026, 2, 28), date(2026, 3, 1), date(2028, 2, 29)])
def test_the_number_due_is_the_length_of_the_list_at_every_months_end(tmp_path: Path, day: date) -> None:
    clock = SettableClock()
    office = new_vault(tmp_path / "c.gvi", clock=clock)
    regime = office.write(
        lambda unit: retention.add_regime(
            unit, RegimeDraft(code="x", name="Prov", months=1, hard_months=24, source="prov", source_on=day)
        )
    )
    for number, start in enumerate((date(2026, 1, 27), date(2026, 1, 28), date(2026, 1, 31), date(2028, 1, 30))):
        person(office, f"P{number}", regime=regime, retention_from=start)
    clock.set_day(day)
    assert office.read(retention.due_count) == len(office.read(retention.due))
    office.close()
