"""A target, or the vault's own disk, that fails in an odd moment: nothing is called sent, received or not sent that is
not known to be so."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest
from kit.posting import Calm, make, post
from kit.vaults import PASSPHRASE, new_vault

from gvi_desktop.domain.contact import VerifiedHow
from gvi_desktop.domain.disclosure import Disclosure
from gvi_desktop.domain.errors import BundleError, VaultError
from gvi_desktop.services import (
    accounts,
    carrying,
    contacts,
    exchangefolder,
    identity,
    outgoing,
    receiving,
    sending,
    unlocking,
)
from gvi_desktop.services.workspace import Workspace
from gvi_desktop.storage import files


@pytest.fixture
def offices(tmp_path: Path) -> tuple[Workspace, Workspace]:
    here = new_vault(tmp_path / "here.gvi")
    there = new_vault(tmp_path / "there.gvi", user="Bo", office="GVI Söder")
    for at, other in ((here, there), (there, here)):
        at.write(contacts.verify, at.write(contacts.add, other.read(identity.card)), VerifiedHow.IN_PERSON)
    return here, there


def request(office: Workspace) -> sending.Request:
    return sending.Request(tuple(one.id for one in office.read(contacts.listed)))


def states(office: Workspace) -> list[str]:
    return [one.state for one in office.read(accounts.listed) if one.ours]


def test_it_is_sent_though_the_vaults_own_disk_has_no_room_to_mark_that(
    offices: tuple[Workspace, Workspace], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = make(offices[0], sending.make, request(offices[0]))

    def full(*_about: object) -> None:
        raise OSError(errno.ENOSPC, "no room")

    with monkeypatch.context() as patch:
        patch.setattr(files, "write_atomically", full)
        assert carrying.carry(made, tmp_path / "x.age", Calm()) == tmp_path / "x.age"


@pytest.mark.parametrize("lie", ["another's", "cut", "gone"])
def test_what_does_not_stand_there_as_it_was_sealed_is_not_sent(
    offices: tuple[Workspace, Workspace], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, lie: str
) -> None:
    made, target = make(offices[0], sending.make, request(offices[0])), tmp_path / "x.age"
    usual = Path.replace

    def named(self: Path, other: Path) -> Path:
        answer = usual(self, other)
        if other == target:
            content = target.read_bytes()
            target.write_bytes(bytes(len(content)) if lie == "another's" else content[:-1])
            if lie == "gone":
                target.unlink()
        return answer

    with monkeypatch.context() as patch, pytest.raises(BundleError, match="E_WRITE_FAILED") as caught:
        patch.setattr(Path, "replace", named)
        carrying.carry(made, target, Calm())
    assert caught.value.data["unsure"] and not made.mark.exists()


@pytest.mark.parametrize("target", ["file", "folder"])
def test_a_share_that_is_down_is_a_fault_of_writing(
    offices: tuple[Workspace, Workspace], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, target: str
) -> None:
    share, usual = tmp_path / "share", os.stat
    share.mkdir()
    made = make(offices[0], sending.make, request(offices[0]))
    if target == "folder":
        made = carrying.Parcel(made.bundle, made.room, made.sealed, "l", made.on, 1, folder=share)

    def down(path: object, *about: object, **more: object) -> object:
        if str(path).startswith(str(share)):
            raise OSError(errno.EHOSTDOWN, "the host is down")
        return usual(path, *about, **more)  # type: ignore[call-overload]

    with monkeypatch.context() as patch:
        patch.setattr(os, "stat", down)
        with pytest.raises(BundleError, match="E_WRITE_FAILED") as caught:
            carrying.carry(made, share if target == "folder" else share / "x.age", Calm())
        with pytest.raises(VaultError, match="folder_not_writable"):
            exchangefolder.try_out(share)
    assert not caught.value.data.get("unsure") and list(share.iterdir()) == []


def test_what_still_waits_is_not_received_because_the_same_part_of_the_log_is_acknowledged(
    offices: tuple[Workspace, Workspace], tmp_path: Path
) -> None:
    here, there = offices
    first = post(here, sending.make, request(here), to=tmp_path / "first.age")
    there.write(receiving.take_in, there.read(receiving.read, first.path))
    made = make(here, sending.make, request(here))
    answer = post(there, sending.make, request(there), to=tmp_path / "answer.age")
    here.write(receiving.take_in, here.read(receiving.read, answer.path))
    assert "waiting" in states(here)
    here.write(outgoing.lost, made.bundle)
    assert sorted(states(here)) in (["merged", "not_sent"], ["not_sent", "received"])
    assert [one.reference for one in here.read(lambda unit: unit.find(Disclosure)) if not one.received] == [
        first.bundle_id
    ]


@pytest.mark.parametrize("mark", ["a folder", "a pipe", "very long", "a link that leads nowhere", "no text"])
def test_whatever_lies_in_the_room_the_vault_opens_and_the_room_is_cleared(
    offices: tuple[Workspace, Workspace], tmp_path: Path, mark: str
) -> None:
    here, _ = offices
    made = make(here, sending.make, request(here))
    here.close()
    if mark == "a folder":
        made.mark.mkdir()
    elif mark == "a pipe":
        os.mkfifo(made.mark)
    elif mark == "a link that leads nowhere":
        made.mark.symlink_to(tmp_path / "nowhere")
    else:
        made.mark.write_bytes(b"x" * 1_000_000 if mark == "very long" else b"\0\xff\n")
    opened = unlocking.unlock(here.folder, None, PASSPHRASE)
    (listed,) = [one for one in opened.read(accounts.listed) if one.ours]
    assert listed.state in ("unsure", "sent") and len(listed.name) <= 255 and "\0" not in listed.name
    assert [one for one in outgoing.left(here.folder) if not one.is_dir()] == []
    opened.close()


@pytest.mark.parametrize("why", ["no room", "room cleared"])
def test_a_vault_opens_whatever_became_of_its_room_and_what_waited_is_settled(
    offices: tuple[Workspace, Workspace], monkeypatch: pytest.MonkeyPatch, why: str
) -> None:
    here, _ = offices
    made = make(here, sending.make, request(here))
    here.close()

    def full(*_about: object) -> None:
        raise OSError(errno.ENOSPC, "no room")

    if why == "no room":
        with monkeypatch.context() as patch:
            patch.setattr(outgoing, "settle", full)
            opened = unlocking.unlock(here.folder, None, PASSPHRASE)
        assert made.path.exists() and states(opened) == ["waiting"]
        opened.close()
    else:
        made.path.unlink()
    opened = unlocking.unlock(here.folder, None, PASSPHRASE)
    assert states(opened) == ["unsure"] and outgoing.left(here.folder) == []
    opened.close()
