"""The list of bundles names what happened to each: missing, older, forked, restored, repeated, received, kept aside."""

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from kit.vaults import PASSPHRASE, SettableClock, new_vault

from gvi_desktop.domain.contact import Preset, VerifiedHow
from gvi_desktop.domain.errors import BundleError
from gvi_desktop.domain.group import Group, GroupDraft
from gvi_desktop.services import contacts, identity, noticing, receipts, receiving, restoring, sending, unlocking
from gvi_desktop.services.workspace import Workspace
from gvi_desktop.storage import files


class Offices:
    """Two offices that know each other; every bundle is written a minute after the last."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.clock = folder, SettableClock()
        self.here = new_vault(folder / "here.gvi", clock=self.clock)
        self.there = new_vault(folder / "there.gvi", user="Bo", office="GVI Söder", clock=self.clock)
        for at, other in ((self.here, self.there), (self.there, self.here)):
            at.write(contacts.verify, at.write(contacts.add, other.read(identity.card)), VerifiedHow.IN_PERSON)
        self.number = 0

    def send(self, sender: Workspace, group: str = "", **more: bool) -> Path:
        self.clock.move(minutes=1)
        if group:
            sender.write(lambda unit: unit.add(Group, GroupDraft(name=group, area="Norr")))
        self.number += 1
        request = sending.Request((sender.read(contacts.listed)[0].id,), **more)  # type: ignore[arg-type]
        return sender.write(sending.export, request, self.folder / f"{self.number}.age").path

    def take(self, at: Workspace, path: Path) -> receiving.Preview:
        self.clock.move(minutes=1)
        return at.write(receiving.take_in, at.read(receiving.read, path))

    def refuse(self, at: Workspace, path: Path) -> str:
        with pytest.raises(BundleError) as caught:
            at.read(receiving.read, path)
        at.write(receiving.note_refusal, caught.value)
        return caught.value.code

    def states(self, at: Workspace) -> list[str]:
        """Newest first, receipts left out."""
        return [one.state for one in at.read(noticing.listed) if one.status != "receipt"]


@pytest.fixture
def offices(tmp_path: Path) -> Iterator[Offices]:
    made = Offices(tmp_path)
    yield made
    made.here.close()
    made.there.close()


def test_a_bundle_that_never_came_is_listed_as_missing_until_it_or_a_later_one_comes(offices: Offices) -> None:
    offices.take(offices.there, offices.send(offices.here, "Oxhagen"))
    lost = offices.send(offices.here, "Vivalla", since_last=True)
    last = offices.send(offices.here, "Varberga", since_last=True)
    assert "N_GAP" in offices.take(offices.there, last).notices
    (hole,) = [one for one in offices.there.read(noticing.listed) if one.status == "missing"]
    assert hole.contact == "GVI Örebro"
    assert hole.lo < hole.hi
    offices.take(offices.there, lost)
    assert "missing" not in offices.states(offices.there)


def test_a_bundle_that_holds_nothing_new_is_listed_as_older(offices: Offices) -> None:
    early = offices.send(offices.here, "Oxhagen")
    offices.take(offices.there, offices.send(offices.here, "Vivalla"))
    found = offices.take(offices.there, early)
    assert found.notices == ("N_OLDER",)
    assert not found.changes
    assert sorted(offices.states(offices.there)) == ["merged", "older"]


def test_a_bundle_that_comes_twice_is_listed_once_as_repeated(offices: Offices) -> None:
    sent = offices.send(offices.here, "Oxhagen")
    offices.take(offices.there, sent)
    assert offices.refuse(offices.there, sent) == offices.refuse(offices.there, sent) == "E_ALREADY"
    (line,) = offices.there.read(noticing.listed)
    assert (line.state, line.again) == ("repeated", 2)


def test_a_file_that_is_no_bundle_or_whose_signature_is_wrong_leaves_no_line(offices: Offices) -> None:
    (offices.folder / "x.age").write_bytes(b"hello")
    assert offices.refuse(offices.there, offices.folder / "x.age") == "E_NOT_A_BUNDLE"
    assert offices.there.read(noticing.listed) == []


def test_a_vault_that_lives_twice_is_named_when_both_send_the_same_part_of_their_log(offices: Offices) -> None:
    """A copy made behind the program's back (the whole machine, say) keeps the incarnation."""
    offices.take(offices.there, offices.send(offices.here, "Oxhagen"))
    offices.here.close()
    shutil.copytree(offices.folder / "here.gvi", offices.folder / "image")
    one = offices.here = unlocking.unlock(offices.folder / "here.gvi", None, PASSPHRASE, clock=offices.clock)
    first = offices.send(one, "Vivalla", since_last=True)
    one.close()
    shutil.rmtree(offices.folder / "here.gvi")
    shutil.copytree(offices.folder / "image", offices.folder / "here.gvi")
    two = offices.here = unlocking.unlock(offices.folder / "here.gvi", None, PASSPHRASE, clock=offices.clock)
    second = offices.send(two, "Varberga", since_last=True)
    offices.take(offices.there, first)
    found = offices.there.read(receiving.preview, offices.there.read(receiving.read, second))
    assert "N_FORKED" in found.notices
    offices.take(offices.there, second)
    assert offices.states(offices.there)[0] == "forked"


def test_a_restored_backup_is_named_on_the_first_bundle_after_it(offices: Offices) -> None:
    offices.take(offices.there, offices.send(offices.here, "Oxhagen"))
    saved = offices.here.back_up(offices.folder / "saved.gvibackup")
    offices.clock.move(days=1)
    old = restoring.restore(saved, offices.folder / "again.gvi", None, PASSPHRASE, offices.clock)
    assert not (offices.folder / "again.gvi" / files.RESTORED).exists()
    assert "N_RESTORED" in offices.take(offices.there, offices.send(old, "Vivalla")).notices
    offices.take(offices.there, offices.send(old, "Varberga"))
    assert offices.states(offices.there) == ["merged", "restored", "merged"]
    old.close()


def test_what_is_acknowledged_without_a_receipt_by_name_is_received(offices: Offices) -> None:
    """The first bundle is lost, the second holds the same and more: of the first there is never a receipt."""
    offices.send(offices.here, "Oxhagen")
    offices.take(offices.there, offices.send(offices.here, "Vivalla"))
    offices.take(offices.here, offices.send(offices.there))
    ours = [one.state for one in offices.here.read(noticing.listed) if one.ours]
    assert ours == ["merged", "received"]


def test_an_older_receipt_takes_nothing_back(offices: Offices) -> None:
    sent = offices.send(offices.here, "Oxhagen")
    found = offices.take(offices.there, sent)
    first = offices.there.write(receipts.write_receipt, found.bundle_id, offices.folder / "r1.age")
    offices.take(offices.here, first)
    offices.take(offices.here, offices.send(offices.there))
    assert [one.state for one in offices.here.read(noticing.listed) if one.ours] == ["merged"]


def test_a_receipt_says_how_many_records_the_sender_may_not_write_here(offices: Offices) -> None:
    who = offices.there.read(contacts.listed)[0].record
    offices.there.write(contacts.change, who.id, replace(who, preset=Preset.READER))
    found = offices.take(offices.there, offices.send(offices.here, "Oxhagen"))
    assert found.withheld > 0
    receipt = offices.there.write(receipts.write_receipt, found.bundle_id, offices.folder / "r.age")
    offices.take(offices.here, receipt)
    (line,) = [one for one in offices.here.read(noticing.listed) if one.ours]
    assert (line.state, line.withheld) == ("merged", found.withheld)
