"""The exchange folder: chosen when it can be written, and each bundle offered once whatever its files are called."""

import os
import shutil
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from kit.folder import Desk, befriend, desk
from kit.posting import post
from kit.vaults import PASSPHRASE, SettableClock, new_vault

from gvi_desktop.domain.contact import VerifiedHow
from gvi_desktop.domain.errors import VaultError
from gvi_desktop.services import (
    accounts,
    contacts,
    exchangefolder,
    folderlook,
    foldertidy,
    identity,
    sending,
    unlocking,
)
from gvi_desktop.services.folderlines import Lies
from gvi_desktop.services.folderlook import Looked, StoppedError, look
from gvi_desktop.storage import journal


@pytest.fixture
def pair(tmp_path: Path) -> Iterator[tuple[Desk, Desk]]:
    """Two offices on one shared folder."""
    clock = SettableClock()
    anna, bo = (desk(tmp_path / "shared", tmp_path, name, clock) for name in ("Anna", "Bo"))
    befriend(anna.office, bo.office)
    yield anna, bo
    anna.office.close()
    bo.office.close()


def test_a_bundle_put_there_is_offered_to_the_colleague_taken_in_and_not_offered_again(pair: tuple[Desk, Desk]) -> None:
    anna, bo = pair
    anna.add("Oxhagen")
    anna.put()
    (line,) = bo.settled()
    assert (line.state, line.sender, line.user, line.verified, line.alone) == (Lies.NEW, "GVI Anna", "Anna", True, True)
    assert line.waits and line.records > 0 and line.created == bo.clock()
    assert bo.take_all() == 1
    assert bo.groups() == ["Oxhagen"]
    (line,) = bo.look()
    assert (line.state, line.taken, line.waits) == (Lies.READ, bo.clock().date(), False)
    (own,) = anna.settled()
    assert (own.state, own.to, own.settled) == (Lies.OWN, ("GVI Bo",), False)


def test_a_file_is_read_only_once_it_has_been_still_for_a_while(pair: tuple[Desk, Desk]) -> None:
    anna, bo = pair
    whole = anna.put().path.read_bytes()
    (path,) = anna.folder.iterdir()
    path.write_bytes(whole[: len(whole) // 2])
    assert [one.state for one in bo.look()] == [Lies.COMING]
    assert [one.state for one in bo.look(after=1.0)] == [Lies.COMING]
    path.write_bytes(whole[:-1])  # it has grown: the wait begins anew
    assert [one.state for one in bo.look()] == [Lies.COMING]
    (line,) = bo.look()
    assert line.state is Lies.DAMAGED and line.error is not None and line.error.code == "E_DAMAGED"
    path.write_bytes(whole)
    assert bo.states() == [Lies.NEW]


def test_copies_and_other_names_are_one_bundle_under_its_plainest_name(pair: tuple[Desk, Desk]) -> None:
    anna, bo = pair
    path = anna.put().path
    for name in (
        f"{path.stem}.sync-conflict-20260101-120000-ABCDEFG.age",
        f"{path.stem} (conflicted copy 2026-01-01 120000).age",
        f"{path.stem} - Kopia.age",
        "Viktigt från Anna.bin",
    ):
        shutil.copy(path, path.with_name(name))
    (line,) = bo.settled()
    assert line.state is Lies.NEW and len(line.names) == 5
    path.rename(path.with_name("annat namn"))
    assert len(bo.settled()) == 1
    bo.take_all()
    assert bo.states() == [Lies.READ]
    (own,) = anna.settled()
    assert own.state is Lies.OWN and len(own.names) == 5


def test_what_is_on_its_way_hidden_a_link_a_folder_or_something_else_is_let_be(pair: tuple[Desk, Desk]) -> None:
    anna, bo = pair
    path = anna.put().path
    for name in (f".syncthing.{path.name}.tmp", f"~syncthing~{path.name}.tmp", f"{path.name}.part", ".stfolder"):
        shutil.copy(path, path.with_name(name))
    (anna.folder / "anteckningar.txt").write_text("Inget paket.", encoding="utf-8")
    (anna.folder / "tom.txt").write_text("", encoding="utf-8")
    (anna.folder / "undermapp.age").mkdir()
    (anna.folder / "utanför.age").symlink_to("/dev/zero")
    os.mkfifo(anna.folder / "rör.age")
    assert [one.names for one in bo.settled()] == [(path.name,)]


def test_a_name_that_holds_a_bundle_s_room_but_not_yet_its_bytes_is_said_to_be_incomplete(
    pair: tuple[Desk, Desk],
) -> None:
    _anna, bo = pair
    (bo.folder / "gvi_x_2026-11-22_1.age").write_bytes(bytes(5000))
    (bo.folder / "gvi_y_2026-11-22_1.age").write_bytes(b"")
    assert bo.states() == [Lies.DAMAGED, Lies.DAMAGED]


def test_a_bundle_for_somebody_else_and_one_from_a_stranger_are_told_apart(
    pair: tuple[Desk, Desk], tmp_path: Path
) -> None:
    anna, bo = pair
    eva = desk(tmp_path / "shared", tmp_path, "Eva", bo.clock)
    befriend(anna.office, eva.office)
    anna.put(to=eva.office)
    assert bo.states() == [Lies.OTHERS]
    anna.office.write(contacts.remove, anna.contact(bo.office))
    for one in anna.folder.iterdir():
        one.unlink()
    bo.put()
    (line,) = anna.settled()
    assert line.state is Lies.UNKNOWN and line.waits and line.error is not None
    assert str(line.error.data["words"]).startswith("SHA256:")
    knows(anna, bo)
    assert anna.states() == [Lies.NEW]
    eva.office.close()


def knows(anna: Desk, bo: Desk) -> None:
    made = anna.office.write(contacts.add, bo.office.read(identity.card))
    anna.office.write(contacts.verify, made, VerifiedHow.IN_PERSON)


def test_names_written_tell_neither_office_nor_receipt_and_never_write_over_another(pair: tuple[Desk, Desk]) -> None:
    anna, bo = pair
    anna.put()
    anna.put()
    bo.take_all()
    bo.clock.move(minutes=1)
    (taken, *_) = [one for one in bo.look() if one.state is Lies.READ]
    post(bo.office, exchangefolder.make_receipt, taken.bundle_id)
    names = [one.name for one in anna.folder.iterdir()]
    assert len(names) == 3
    for name in names:
        assert name.startswith("gvi_") and name.endswith(".age")
        parts = set(name.lower().replace("-", "_").split("_"))
        assert not {"anna", "bo", "örebro", "orebro", "receipt", "kvitto"} & parts


def test_our_own_bundles_are_cleared_once_their_receipt_has_come_and_only_if_they_are_what_they_were(
    pair: tuple[Desk, Desk],
) -> None:
    anna, bo = pair
    anna.add("Oxhagen")
    sent = anna.put()
    shutil.copy(sent.path, sent.path.with_name("kopia.age"))
    assert foldertidy.clear(anna.folder, anna.settled()) == 0
    bo.take_all()
    post(bo.office, exchangefolder.make_receipt, sent.bundle_id)
    assert anna.take_all() == 1
    found = anna.settled()
    assert [one.settled for one in found if one.state is Lies.OWN] == [True]
    sent.path.write_bytes(b"something else by now")
    assert foldertidy.clear(anna.folder, found) == 1
    assert sent.path.exists() and not sent.path.with_name("kopia.age").exists()


def test_what_was_read_is_put_away_only_if_it_is_for_us_alone(pair: tuple[Desk, Desk], tmp_path: Path) -> None:
    anna, bo = pair
    anna.put()
    (line,) = bo.settled()
    assert foldertidy.put_away(bo.folder, line) == 0
    bo.take_all()
    (line,) = bo.look()
    assert foldertidy.put_away(bo.folder, line) == 1
    assert bo.settled() == () and len(list((bo.folder / exchangefolder.READ).iterdir())) == 1
    eva = desk(tmp_path / "shared", tmp_path, "Eva", bo.clock)
    knows(anna, eva)
    everybody = tuple(one.id for one in anna.office.read(contacts.listed))
    anna.clock.move(minutes=1)
    post(anna.office, exchangefolder.make, sending.Request(everybody))
    bo.take_all()
    (line,) = bo.look()
    assert (line.state, line.alone) == (Lies.READ, False)
    assert foldertidy.put_away(bo.folder, line) == 0
    eva.office.close()


def test_a_folder_is_taken_only_where_a_file_can_be_written_and_never_around_the_vault(tmp_path: Path) -> None:
    office = new_vault(tmp_path / "o.gvi")
    here = office.folder
    for folder, code in (
        (tmp_path / "none", "folder_missing"),
        (here, "folder_in_vault"),
        (here / "backups", "folder_in_vault"),
        (tmp_path, "folder_in_vault"),
        (Path("/proc"), "folder_not_writable"),
    ):
        with pytest.raises(VaultError, match=code):
            office.write(exchangefolder.choose, folder, here)
    assert office.read(exchangefolder.setting).path is None
    with pytest.raises(VaultError, match="folder_missing"):
        office.write(exchangefolder.make_receipt, "never", tmp_path)
    good = tmp_path / "shared"
    good.mkdir()
    assert office.write(exchangefolder.choose, good, here).path == good
    assert list(good.iterdir()) == []
    assert office.write(exchangefolder.leave).path is None
    office.close()


def test_the_choice_stays_with_the_computer_and_is_noted_without_the_path(tmp_path: Path) -> None:
    office = new_vault(tmp_path / "o.gvi")
    (tmp_path / "Annas klient").mkdir()
    office.write(exchangefolder.choose, tmp_path / "Annas klient", office.folder)
    office.write(exchangefolder.set_tidy, True)
    entries = office.read(lambda unit: list(journal.entries(unit.connection)))
    assert [one.action for one in entries if one.action == "folder"] == ["folder", "folder"]
    assert "klient" not in repr(entries)
    office.close()
    (tmp_path / "elsewhere").mkdir()
    moved = tmp_path / "elsewhere" / "o.gvi"
    shutil.move(tmp_path / "o.gvi", moved)
    opened = unlocking.unlock(moved, None, PASSPHRASE, clock=SettableClock())
    assert opened.read(exchangefolder.setting).path is None
    opened.close()


def test_a_folder_that_is_gone_or_closed_is_said_so_and_found_again(pair: tuple[Desk, Desk]) -> None:
    anna, bo = pair
    anna.put()
    away = bo.folder.with_name("away")
    bo.folder.rename(away)
    assert bo.settled() == () and bo.seen.fault == "missing"
    with pytest.raises(VaultError, match="folder_missing"):
        bo.put()
    away.rename(bo.folder)
    assert bo.states() == [Lies.NEW] and bo.seen.fault == ""


def test_a_look_can_be_given_up_and_tells_on_the_way(pair: tuple[Desk, Desk]) -> None:
    anna, bo = pair
    anna.put()
    anna.put()
    secrets = bo.office.read(exchangefolder.opening_keys)
    first = look(bo.folder, Looked(), secrets, 0.0)
    with pytest.raises(StoppedError):
        look(bo.folder, first, secrets, 9.0, stopped=lambda: True)
    told: list[Looked] = []
    last = look(bo.folder, first, secrets, 9.0, told=told.append)
    assert [len([one for one in some.files if one.still]) for some in (*told, last)] == [1, 2]
    assert last.settled and not first.settled


def test_a_file_too_large_for_a_bundle_is_not_read(pair: tuple[Desk, Desk], monkeypatch: pytest.MonkeyPatch) -> None:
    _anna, bo = pair
    with (bo.folder / "gvi_x_2026-11-22_1.age").open("wb") as file:
        file.truncate(folderlook.limits.FILE + 2 * folderlook.limits.MIB)  # sparse: no room on the disk
    (line,) = bo.settled()
    assert line.state is Lies.DAMAGED and line.error is not None and line.error.code == "E_TOO_BIG"


def test_lost_late_and_doubled_bundles_still_bring_both_vaults_together(
    pair: tuple[Desk, Desk], tmp_path: Path
) -> None:
    anna, bo = pair
    late = tmp_path / "late"
    late.mkdir()
    for day in range(3):
        anna.add(f"A{day}")
        sent = anna.put()
        if day == 0:
            sent.path.unlink()
        if day == 1:
            sent.path.rename(late / sent.path.name)
        bo.add(f"B{day}")
        shutil.copy(bo.put().path, bo.folder / f"dubblett {day}.age")
        anna.take_all()
        bo.take_all()
        anna.clock.move(days=1)
    for path in late.iterdir():
        path.rename(bo.folder / f"sent {path.name}")
    bo.take_all()
    assert anna.groups() == bo.groups() == ["A0", "A1", "A2", "B0", "B1", "B2"]
    assert anna.office.clock() - timedelta(days=3) < anna.clock()
    assert {one.status for one in bo.office.read(accounts.listed) if one.direction == "in"} == {"merged"}
