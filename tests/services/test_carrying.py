"""A bundle is made beside the vault and carried from there: sent only once it stands verified where it was wanted."""

from __future__ import annotations

import errno
import os
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from kit.hanging import hanging
from kit.posting import Calm, make, post
from kit.vaults import PASSPHRASE, SettableClock, new_vault

from gvi_desktop.crypto import seal
from gvi_desktop.domain.contact import VerifiedHow
from gvi_desktop.domain.disclosure import Disclosure
from gvi_desktop.domain.errors import BundleError, VaultError
from gvi_desktop.domain.group import Group, GroupDraft
from gvi_desktop.services import (
    accounts,
    carrying,
    contacts,
    identity,
    outgoing,
    receipts,
    receiving,
    sending,
    unlocking,
)
from gvi_desktop.services.workspace import Workspace


class Pair:
    """Two offices that know each other."""

    def __init__(self, folder: Path) -> None:
        self.clock = SettableClock()
        self.here = new_vault(folder / "here.gvi", clock=self.clock)
        self.there = new_vault(folder / "there.gvi", user="Bo", office="GVI Söder", clock=self.clock)
        for at, other in ((self.here, self.there), (self.there, self.here)):
            at.write(contacts.verify, at.write(contacts.add, other.read(identity.card)), VerifiedHow.IN_PERSON)

    def reopen(self) -> Workspace:
        self.here.close()
        self.here = unlocking.unlock(self.here.folder, None, PASSPHRASE, clock=self.clock)
        return self.here


@pytest.fixture
def offices(tmp_path: Path) -> Iterator[Pair]:
    two = Pair(tmp_path)
    yield two
    two.here.close()
    two.there.close()


def request(office: Workspace, *, since_last: bool = False) -> sending.Request:
    return sending.Request(tuple(one.id for one in office.read(contacts.listed)), since_last=since_last)


def parcel(office: Workspace) -> carrying.Parcel:
    return make(office, sending.make, request(office))


def states(office: Workspace) -> list[str]:
    return [one.state for one in office.read(accounts.listed)]


def sent_to(office: Workspace) -> int:
    (contact,) = office.read(contacts.listed)
    return office.read(accounts.load, contact.record.peer).sent


def register(office: Workspace) -> list[str]:
    return [one.reference for one in office.read(lambda unit: unit.find(Disclosure))]


def room(office: Workspace) -> list[Path]:
    return outgoing.left(office.folder)


def test_it_is_on_its_way_until_it_stands_there_and_then_it_is_sent(offices: Pair, tmp_path: Path) -> None:
    office, target = offices.here, tmp_path / "stick.age"
    made = parcel(office)
    assert states(office) == ["waiting"] and sent_to(office) == 0 and register(office) == [made.bundle]
    assert made.path.read_bytes().startswith(b"age-encryption.org/v1")
    calm = Calm()
    assert carrying.carry(made, target, calm) == target
    assert calm.told[-1] == (made.sealed.size, made.sealed.size)
    office.write(outgoing.arrived, made.bundle, target.name)
    made.drop()
    assert states(office) == ["sent"] and sent_to(office) == made.hi and room(office) == []
    assert [one.name for one in office.read(accounts.listed)] == ["stick.age"]
    offices.there.write(receiving.take_in, offices.there.read(receiving.read, target))


def test_what_did_not_get_there_was_not_handed_out_and_the_next_bundle_holds_it(
    offices: Pair, tmp_path: Path
) -> None:
    office = offices.here
    post(office, sending.make, request(office), to=tmp_path / "first.age")
    before = sent_to(office), register(office)
    offices.clock.move(minutes=1)
    office.write(lambda unit: unit.add(Group, GroupDraft(name="Norra")))
    made = parcel(office)
    with pytest.raises(BundleError, match="E_WRITE_FAILED") as caught:
        carrying.carry(made, tmp_path / "gone" / "x.age", Calm())
    assert not caught.value.data.get("unsure")
    office.write(outgoing.lost, made.bundle)
    assert states(office) == ["not_sent", "sent"]
    assert (sent_to(office), register(office)) == before
    # Even a bundle that only holds what came "since the last one" has it.
    again = post(office, sending.make, request(office, since_last=True), to=tmp_path / "again.age")
    offices.there.write(receiving.take_in, offices.there.read(receiving.read, tmp_path / "first.age"))
    offices.there.write(receiving.take_in, offices.there.read(receiving.read, again.path))
    assert [one.name for one in offices.there.read(lambda unit: unit.find(Group))] == ["Norra"]


def test_what_nobody_knows_of_stays_in_the_register_and_a_receipt_settles_it(offices: Pair, tmp_path: Path) -> None:
    office, target = offices.here, tmp_path / "x.age"
    made = parcel(office)
    carrying.carry(made, target, Calm())  # it got there, and nobody here was told
    office.write(lambda unit: outgoing.lost(unit, made.bundle, unsure=True))
    assert states(office) == ["unsure"] and register(office) == [made.bundle] and sent_to(office) == 0
    offices.there.write(receiving.take_in, offices.there.read(receiving.read, target))
    receipt = post(offices.there, receipts.make_receipt, made.bundle, to=tmp_path / "r.age")
    office.write(receiving.take_in, office.read(receiving.read, receipt.path))
    assert "merged" in states(office)


class _Gives:
    """Fails, or gives up, at the step that is named."""

    def __init__(self, at: str, monkeypatch: pytest.MonkeyPatch, target: Path) -> None:
        self.cancelled = False
        part = target.with_name(target.name + ".part")

        def broken(*_args: object) -> object:
            raise OSError(errno.EIO, "the share is gone")

        def short(path: Path, _between: object = None) -> seal.Sealed:
            return seal.Sealed(path.stat().st_size, "0" * 64)

        def renamed(self: Path, other: Path) -> Path:
            if self == part:
                os.rename(self, other)
                raise OSError(errno.ETIMEDOUT, "no answer")
            return Path(os.rename(self, other) or other)

        def full(*_args: object) -> object:
            raise OSError(errno.ENOSPC, "no room")

        if at == "full":
            monkeypatch.setattr(os, "fsync", full)
        elif at == "force":
            monkeypatch.setattr(os, "fsync", broken)
        elif at == "read back":
            monkeypatch.setattr(carrying, "read_back", short)
        elif at == "name":
            monkeypatch.setattr(Path, "replace", broken)
        elif at == "named":
            monkeypatch.setattr(Path, "replace", renamed)
        self._at = at

    def __call__(self, done: int, total: int) -> None:
        self.cancelled = self._at == "cancel"


@pytest.mark.parametrize(
    ("at", "code", "unsure"),
    [
        ("full", "E_DISK_FULL", False),
        ("force", "E_WRITE_FAILED", False),
        ("read back", "E_WRITE_FAILED", False),
        ("name", "E_WRITE_FAILED", False),
        ("named", "E_WRITE_FAILED", True),
        ("cancel", "E_CANCELLED", False),
    ],
)
def test_whatever_fails_nothing_half_is_left_there_and_what_was_there_stays(
    offices: Pair, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, at: str, code: str, unsure: bool
) -> None:
    made, folder = parcel(offices.here), tmp_path / "share"
    folder.mkdir()
    target = folder / "x.age"
    target.write_bytes(b"before")
    with monkeypatch.context() as patch, pytest.raises(BundleError) as caught:
        carrying.carry(made, target, _Gives(at, patch, target))
    assert caught.value.code == code and bool(caught.value.data.get("unsure")) is unsure
    assert [one.name for one in folder.iterdir()] == ["x.age"]
    assert (target.read_bytes() == b"before") is not unsure
    assert made.path.exists() and not made.mark.exists()


def test_a_parcel_that_has_changed_in_the_room_is_not_handed_out(offices: Pair, tmp_path: Path) -> None:
    made = parcel(offices.here)
    made.path.write_bytes(made.path.read_bytes()[:-1] + b"x")
    with pytest.raises(BundleError, match="E_WRITE_FAILED"):
        carrying.carry(made, tmp_path / "x.age", Calm())
    assert not (tmp_path / "x.age").exists()


def test_a_share_that_hangs_holds_no_step_and_when_it_wakes_up_late_nothing_is_left_there(
    offices: Pair, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    office, calm, failed = offices.here, Calm(), list[str]()
    made = parcel(office)

    def work() -> None:
        try:
            carrying.carry(made, tmp_path / "share" / "x.age", calm)
        except BundleError as error:
            failed.append(error.code)

    with hanging(tmp_path / "share", monkeypatch) as share:
        thread = threading.Thread(target=work, name="gvi-apart")
        thread.start()
        assert share.asked.wait(10)
        office.write(lambda unit: unit.add(Group, GroupDraft(name="Medan")))
        calm.cancelled = True
        office.write(lambda unit: outgoing.lost(unit, made.bundle, unsure=True))
        made.drop()
        assert thread.is_alive() and states(office) == ["unsure"]
        share.wake()
    assert list(share.folder.iterdir()) == [] and failed == ["E_CANCELLED"] and room(office) == []


def test_what_a_kill_left_there_is_replaced_and_a_link_somebody_put_there_leads_nowhere(
    offices: Pair, tmp_path: Path
) -> None:
    made, mine, target = parcel(offices.here), tmp_path / "mine.txt", tmp_path / "x.age"
    mine.write_text("untouched")
    target.with_name("x.age.part").symlink_to(mine)
    carrying.carry(made, target, Calm())
    assert mine.read_text() == "untouched" and not target.is_symlink()
    target.with_name("x.age.part").write_bytes(b"half")
    again = parcel(offices.here)
    carrying.carry(again, target, Calm())
    assert target.stat().st_size == again.sealed.size and len(list(tmp_path.glob("x.age*"))) == 1


@pytest.mark.parametrize("carried", [True, False])
def test_what_was_being_carried_when_the_program_was_killed_is_settled_at_the_next_unlocking(
    offices: Pair, tmp_path: Path, carried: bool
) -> None:
    office = offices.here
    made = parcel(office)
    if carried:
        carrying.carry(made, tmp_path / "x.age", Calm())
    (made.room / "stray.age").write_bytes(b"of a step that was never finished")
    again = offices.reopen()
    assert room(again) == []
    assert states(again) == (["sent"] if carried else ["unsure"])
    assert sent_to(again) == (made.hi if carried else 0)
    assert register(again) == [made.bundle]


def test_a_receipt_goes_the_same_way_and_is_no_receipt_when_it_did_not_get_there(
    offices: Pair, tmp_path: Path
) -> None:
    first = post(offices.here, sending.make, request(offices.here), to=tmp_path / "x.age")
    there = offices.there
    there.write(receiving.take_in, there.read(receiving.read, first.path))
    offices.clock.move(minutes=1)
    made = make(there, receipts.make_receipt, first.bundle_id)
    assert states(there)[0] == "waiting"
    there.write(outgoing.lost, made.bundle)
    assert states(there)[0] == "not_sent"
    offices.clock.move(minutes=1)
    second = post(there, receipts.make_receipt, first.bundle_id, to=tmp_path / "r.age")
    assert states(there)[0] == "receipt" and sent_to(there) == 0
    offices.here.write(receiving.take_in, offices.here.read(receiving.read, second.path))
    assert "merged" in states(offices.here)


def test_into_a_folder_it_takes_a_name_that_is_free_and_a_folder_that_is_gone_is_said_to_be(
    offices: Pair, tmp_path: Path
) -> None:
    made, shared = parcel(offices.here), tmp_path / "shared"
    shared.mkdir()
    (shared / made.name()).write_bytes(b"another")
    path = carrying.carry(made, shared, Calm())
    assert path.name == made.name(2) and (shared / made.name()).read_bytes() == b"another"
    gone = carrying.Parcel("b", made.room, made.sealed, "l", made.on, 1, folder=tmp_path / "gone")
    with pytest.raises(VaultError, match="folder_missing"):
        carrying.carry(gone, tmp_path / "gone", Calm())
