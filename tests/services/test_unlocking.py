"""Opening a vault: passphrases, recovery, users, rotation, and every fault told by its own name."""

import hashlib
import shutil
from pathlib import Path

import pytest
from kit.vaults import CHEAP, PASSPHRASE, SettableClock, new_vault

from gvi_desktop.crypto import keyslots, slotfile
from gvi_desktop.domain.agency import AgencyKind
from gvi_desktop.domain.errors import GviError, RefusedError, VaultError
from gvi_desktop.domain.group import Group, GroupDraft
from gvi_desktop.domain.user import Role
from gvi_desktop.services import checking, opening, restoring, rotating, unlocking, users
from gvi_desktop.services.sealing import sealing_key
from gvi_desktop.storage import files, rekey, replica


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    path = tmp_path / "office.gvi"
    new_vault(path, anew=True).close()
    return path


def digest(folder: Path) -> dict[str, str]:
    return {p.name: hashlib.sha256(p.read_bytes()).hexdigest() for p in folder.iterdir() if p.is_file()}


def refused(folder: Path, user: str | None = None, passphrase: str = PASSPHRASE) -> str:
    before = digest(folder) if folder.is_dir() else {}
    with pytest.raises(GviError) as told:
        unlocking.unlock(folder, user, passphrase)
    assert (digest(folder) if folder.is_dir() else {}) == before
    return told.value.code


def test_the_right_passphrase_opens_and_names_the_user(folder: Path) -> None:
    with_user = unlocking.unlock(folder, "anna ek", PASSPHRASE)
    assert with_user.user.name == "Anna Ek"
    with_user.close()


def test_a_wrong_passphrase_is_told_and_changes_no_file(folder: Path) -> None:
    assert refused(folder, passphrase="fel") == "wrong_passphrase"


def test_an_unknown_user_is_told(folder: Path) -> None:
    assert refused(folder, user="Bo") == "no_such_user"


def test_a_missing_vault_is_told(tmp_path: Path) -> None:
    assert refused(tmp_path / "nothing.gvi") == "vault_missing"


def test_a_damaged_database_is_told_apart_from_a_wrong_passphrase(folder: Path) -> None:
    path = folder / files.DATABASE
    raw = bytearray(path.read_bytes())
    raw[100] ^= 1
    path.write_bytes(raw)
    assert refused(folder) == "vault_damaged"


def test_a_plain_database_in_its_place_is_refused(folder: Path) -> None:
    (folder / files.DATABASE).write_bytes(b"SQLite format 3\0" + bytes(4096))
    assert refused(folder) == "vault_not_encrypted"


def test_damaged_keys_are_told(folder: Path) -> None:
    (folder / files.KEYS).write_text("{}")
    assert refused(folder) == "keys_damaged"


def test_a_vault_of_a_newer_program_is_refused_unchanged(folder: Path) -> None:
    workspace = unlocking.unlock(folder, None, PASSPHRASE)
    with workspace.engine.connect() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
        connection.commit()
    workspace.close()
    assert refused(folder) == "vault_newer"


def test_a_vault_is_open_in_one_program_at_a_time(folder: Path) -> None:
    workspace = unlocking.unlock(folder, None, PASSPHRASE)
    assert refused(folder) == "vault_in_use"
    workspace.close()
    unlocking.unlock(folder, None, PASSPHRASE).close()


def test_a_new_vault_is_not_laid_over_an_old_one(folder: Path) -> None:
    before = digest(folder)
    with pytest.raises(VaultError, match="vault_exists"):
        new_vault(folder)
    assert digest(folder) == before


def test_a_vault_without_purpose_is_refused_and_leaves_no_folder(tmp_path: Path) -> None:
    new = unlocking.NewVault("GVI", "Örebro", "Kommunen", AgencyKind.MUNICIPALITY, " ", "Anna", PASSPHRASE)
    with pytest.raises(RefusedError):
        unlocking.create(tmp_path / "x.gvi", new, cost=CHEAP)
    assert not (tmp_path / "x.gvi").exists()


def test_the_recovery_key_sets_a_new_passphrase(tmp_path: Path) -> None:
    new = unlocking.NewVault("GVI", "Örebro", "Kommunen", AgencyKind.MUNICIPALITY, "Syfte", "Anna", PASSPHRASE)
    workspace, words = unlocking.create(tmp_path / "x.gvi", new, cost=CHEAP)
    workspace.close()
    unlocking.recover(tmp_path / "x.gvi", None, words, "ny fras", cost=CHEAP).close()
    assert refused(tmp_path / "x.gvi") == "wrong_passphrase"
    unlocking.unlock(tmp_path / "x.gvi", None, "ny fras").close()


def test_changing_a_passphrase_needs_the_old_one(folder: Path) -> None:
    workspace = unlocking.unlock(folder, None, PASSPHRASE)
    with pytest.raises(VaultError, match="wrong_passphrase"):
        users.change_passphrase(workspace, "fel", "ny fras", cost=CHEAP)
    users.change_passphrase(workspace, PASSPHRASE, "ny fras", cost=CHEAP)
    workspace.close()
    unlocking.unlock(folder, None, "ny fras").close()


def test_a_second_user_opens_with_a_passphrase_of_their_own(folder: Path) -> None:
    workspace = unlocking.unlock(folder, None, PASSPHRASE)
    users.add(workspace, "Bo Lind", Role.READER, "bos fras", cost=CHEAP)
    with pytest.raises(RefusedError, match="user_name_taken"):
        users.add(workspace, "bo lind", Role.STAFF, "annan", cost=CHEAP)
    workspace.close()
    reader = unlocking.unlock(folder, "Bo Lind", "bos fras")
    with pytest.raises(RefusedError, match="not_allowed"):
        reader.write(lambda unit: unit.add(Group, GroupDraft(name="Oxhagen")))
    reader.close()


def test_a_name_is_the_same_name_however_a_system_composes_its_letters(folder: Path) -> None:
    composed, apart = "\u00c5sa \u00d6berg", "A\u030asa O\u0308berg"
    workspace = unlocking.unlock(folder, None, PASSPHRASE)
    try:
        users.add(workspace, composed, Role.READER, "åsas fras", cost=CHEAP)
        with pytest.raises(RefusedError, match="user_name_taken"):
            users.add(workspace, apart, Role.STAFF, "annan", cost=CHEAP)
        assert opening.slot_of(unlocking.read_keys(folder), apart).user == composed
        users.remove(workspace, apart)
    finally:
        workspace.close()


def test_removing_a_user_rotates_the_key_and_keeps_everybody_else_in(folder: Path) -> None:
    workspace = unlocking.unlock(folder, None, PASSPHRASE)
    users.add(workspace, "Bo", Role.STAFF, "bos fras", cost=CHEAP)
    users.add(workspace, "Cilla", Role.STAFF, "cillas fras", cost=CHEAP)
    stolen = slotfile.parse((folder / files.KEYS).read_bytes())
    group = workspace.write(lambda unit: unit.add(Group, GroupDraft(name="Oxhagen")))
    users.remove(workspace, "Bo")
    assert workspace.read(lambda unit: unit.get(Group, group.id)).name == "Oxhagen"
    assert all(one.ok for one in checking.check(workspace).values())
    workspace.close()
    assert refused(folder, "Bo", "bos fras") == "no_such_user"
    old_key, _ = keyslots.unwrap(stolen, "bos fras", "Bo")
    with pytest.raises(VaultError, match="keys_older"):
        opening.open_vault(folder, old_key, "nobody", SettableClock())
    unlocking.unlock(folder, "Cilla", "cillas fras").close()


def test_a_rotation_cut_off_before_the_file_changed_opens_with_the_old_key(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    workspace = unlocking.unlock(folder, None, PASSPHRASE)
    users.add(workspace, "Bo", Role.STAFF, "bos fras", cost=CHEAP)
    sealer = workspace.read(sealing_key)
    workspace.close()
    keys = slotfile.parse((folder / files.KEYS).read_bytes())
    shutil.copy(folder / files.KEYS, rotating.previous(folder))
    files.write_atomically(folder / files.KEYS, slotfile.dump(keyslots.rotated(keys, keyslots.new_key(), sealer)))
    (folder / "vault.db.next").write_bytes(b"half a copy")
    unlocking.unlock(folder, "Anna Ek", PASSPHRASE).close()
    assert not rotating.previous(folder).exists()
    assert not (folder / "vault.db.next").exists()


def test_the_last_coordinator_cannot_be_demoted_nor_remove_themselves(folder: Path) -> None:
    workspace = unlocking.unlock(folder, None, PASSPHRASE)
    with pytest.raises(RefusedError, match="last_coordinator"):
        workspace.write(users.change_role, workspace.user.id, Role.READER)
    with pytest.raises(RefusedError, match="cannot_remove_oneself"):
        users.remove(workspace, "Anna Ek")
    workspace.close()


def test_a_backup_restores_as_a_new_incarnation(folder: Path, tmp_path: Path) -> None:
    workspace = unlocking.unlock(folder, None, PASSPHRASE)
    workspace.write(lambda unit: unit.add(Group, GroupDraft(name="Oxhagen")))
    before = workspace.read(lambda unit: replica.load(unit.connection))
    made = workspace.back_up(tmp_path / "copy.gvibackup")
    workspace.close()
    restored = restoring.restore(made, tmp_path / "again.gvi", None, PASSPHRASE)
    after = restored.read(lambda unit: replica.load(unit.connection))
    assert (after.peer, after.base) == (before.peer, before.base)
    assert after.inc > before.inc
    assert after.counter == 0
    assert [g.name for g in restored.read(lambda unit: unit.find(Group))] == ["Oxhagen"]
    restored.close()


def test_a_backup_with_the_wrong_passphrase_leaves_no_folder(folder: Path, tmp_path: Path) -> None:
    workspace = unlocking.unlock(folder, None, PASSPHRASE)
    made = workspace.back_up(tmp_path / "copy.gvibackup")
    workspace.close()
    with pytest.raises(VaultError, match="wrong_passphrase"):
        restoring.restore(made, tmp_path / "again.gvi", None, "fel")
    assert not (tmp_path / "again.gvi").exists()


def test_backups_rotate_and_expire(folder: Path) -> None:
    clock = SettableClock()
    workspace = unlocking.unlock(folder, None, PASSPHRASE, clock=clock)
    for _ in range(9):
        clock.move(hours=13)
        workspace.write(lambda unit: unit.note("open"))
        assert workspace.back_up_if_due() is not None
        assert workspace.back_up_if_due() is None
    kept = list((folder / files.BACKUPS).iterdir())
    assert 5 <= len(kept) <= 8
    assert not [p for p in kept if not p.name.endswith(".gvibackup")]
    workspace.close()


def test_the_copy_under_a_new_key_does_not_open_with_the_old_one(folder: Path) -> None:
    workspace = unlocking.unlock(folder, None, PASSPHRASE)
    key, fresh = bytes(bytearray(workspace.key)), keyslots.new_key()  # its own is overwritten
    workspace.close()
    copy = rekey.copy_under(folder / files.DATABASE, key, fresh)
    with pytest.raises(VaultError, match="vault_damaged"):
        rekey.prove(copy, key)
    rekey.prove(copy, fresh)
