"""Offices with programs one migration apart: nothing is lost, all is merged and passed on, and read once it can be."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from kit.arrivals import take
from kit.newer import ColouredGroup, Comet, CometDraft, newer_program
from kit.vaults import PASSPHRASE, SettableClock, new_vault

from gvi_desktop.domain.contact import Contact, Preset, VerifiedHow
from gvi_desktop.domain.errors import VaultError
from gvi_desktop.domain.group import Group, GroupDraft
from gvi_desktop.domain.person import Person, PersonDraft, Protection
from gvi_desktop.services import checking, conflicts, contacts, identity, receiving, sending, unlocking
from gvi_desktop.services.search import find
from gvi_desktop.services.unit import Unit
from gvi_desktop.services.workspace import Workspace
from gvi_desktop.storage import journal
from gvi_desktop.storage.rows import ledger
from gvi_desktop.storage.rows.codec import moment_text
from gvi_desktop.sync.change import Unread

GROUND = {"ground": "lag-2025-170", "note": "Behövs."}


class Four:
    """Two offices with the newer program and two with this one; they meet only in a chain, newer-this-this-newer."""

    def __init__(self, folder: Path) -> None:
        """Opens the vaults in a folder that `make` filled, or a copy of it."""
        self.clock, self.post = SettableClock(), folder / "post"
        self.comet, self.group = (folder / "ids").read_text().split()
        self.this = [unlocking.unlock(folder / f"this{n}.gvi", None, PASSPHRASE, clock=self.clock) for n in range(2)]
        with newer_program():
            self.newer = [
                unlocking.unlock(folder / f"newer{n}.gvi", None, PASSPHRASE, clock=self.clock) for n in range(2)
            ]
        self.chain = [self.newer[0], *self.this, self.newer[1]]

    @staticmethod
    def make(folder: Path) -> None:
        this = [new_vault(folder / f"this{n}.gvi", user=f"This {n}") for n in range(2)]
        with newer_program():
            newer = [new_vault(folder / f"newer{n}.gvi", user=f"Newer {n}") for n in range(2)]
            comet = newer[0].write(lambda unit: unit.add(Comet, CometDraft(title="Halley"))).id
            group = newer[0].write(lambda unit: unit.add(ColouredGroup, GroupDraft(name="Oxhagen"))).id
            newer[0].write(lambda unit: unit.change(ColouredGroup, group, colour="röd", tags=frozenset({comet})))
        for one, two in pairwise([newer[0], *this, newer[1]]):
            for at, other in ((one, two), (two, one)):
                made = at.write(contacts.add, other.read(identity.card), name=other.user.name)
                at.write(contacts.verify, made, VerifiedHow.IN_PERSON)
        for office in (*this, *newer):
            office.close()
        (folder / "post").mkdir()
        (folder / "ids").write_text(f"{comet} {group}")

    def carry(self, sender: Workspace, receiver: Workspace, **more: str) -> receiving.Preview:
        self.clock.move(minutes=1)
        request = sending.Request((sender.read(contacts.named, receiver.user.name).id,), **more)  # type: ignore[arg-type]
        with self.program(sender):
            seen = sender.read(sending.preview, request)
            path = sender.write(sending.export, request, self.post).path
        with self.program(receiver):
            opened = receiver.read(receiving.read, path)
            shown = receiver.read(receiving.preview, opened)
            found = receiver.write(receiving.take_in, opened)
        assert shown.counts == found.counts and sum(seen.by_kind.values()) + seen.erasures == sum(found.counts.values())
        path.unlink()
        return found

    def program(self, office: Workspace):  # type: ignore[no-untyped-def]
        return newer_program() if office in self.newer else pytest.MonkeyPatch.context()

    def down(self) -> None:
        for one, two in pairwise(self.chain):
            self.carry(one, two)

    def up(self) -> None:
        for one, two in pairwise(self.chain[::-1]):
            self.carry(one, two)

    def write(self, office: Workspace, **values: object) -> None:
        """A newer office writes of the group and of the comet what it is told."""
        with newer_program():
            office.write(lambda unit: unit.change(ColouredGroup, self.group, **values))

    def upgraded(self, office: Workspace) -> Workspace:
        """This office with the newer program; called inside of `newer_program`."""
        office.close()
        self.this[self.this.index(office)] = opened = unlocking.unlock(
            office.folder, None, PASSPHRASE, clock=self.clock
        )
        return opened


@pytest.fixture(scope="module")
def pattern(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("pattern")
    Four.make(folder)
    return folder


@pytest.fixture
def four(pattern: Path, tmp_path: Path) -> Iterator[Four]:
    made = Four(shutil.copytree(pattern, tmp_path / "four"))
    yield made
    for office in (*made.this, *made.newer):
        office.close()


def comets(office: Workspace) -> list[str]:
    return sorted(one.title for one in office.read(Unit.find, Comet))


def group(office: Workspace, record_id: str) -> ColouredGroup:
    return office.read(Unit.get, ColouredGroup, record_id)


def test_what_only_the_ends_know_crosses_two_offices_that_do_not(four: Four) -> None:
    four.down()
    first, last = four.newer
    with newer_program():
        assert comets(last) == ["Halley"]
        assert (group(last, four.group).colour, group(last, four.group).tags) == ("röd", {four.comet})
    four.this[1].write(lambda unit: unit.change(Group, four.group, area="Väst"))
    four.write(last, colour="blå")
    four.up()
    with newer_program():
        back = group(first, four.group)
        assert (back.area, back.colour, back.tags) == ("Väst", "blå", {four.comet})
        assert first.read(conflicts.count) == 0


def test_edits_beside_each_other_of_what_an_office_does_not_know_are_both_kept_by_it(four: Four) -> None:
    four.down()
    first, last = four.newer
    four.write(first, colour="grön")
    four.clock.move(minutes=3)
    four.write(last, colour="gul")
    four.down()
    four.up()
    middle = four.this[0]
    assert middle.read(lambda unit: unit.store.state(four.group).conflicts) == {"colour"}
    with newer_program():
        for office in four.newer:
            (found,) = office.read(conflicts.listed)
            assert {one.value for one in found.versions} == {"grön", "gul"}
        first.write(conflicts.choose, "group", four.group, "colour", "grön")
    four.down()
    with newer_program():
        assert [group(office, four.group).colour for office in four.newer] == ["grön", "grön"]
        assert last.read(conflicts.count) == 0


def test_what_no_program_here_can_show_is_no_work_for_anybody(four: Four) -> None:
    four.down()
    for office, title in zip(four.newer, ("A", "B"), strict=True):
        with newer_program():
            office.write(lambda unit, title=title: unit.change(Comet, four.comet, title=title))
    four.down()
    four.up()
    middle = four.this[0]
    assert middle.read(conflicts.count) == len(middle.read(conflicts.listed)) == 0


def test_after_the_upgrade_an_office_reads_what_it_could_only_keep(four: Four) -> None:
    four.down()
    entries = four.this[0].read(lambda unit: len(list(journal.entries(unit.connection))))
    with newer_program():
        office = four.upgraded(four.this[0])
        assert comets(office) == ["Halley"]
        assert (group(office, four.group).colour, group(office, four.group).tags) == ("röd", {four.comet})
        assert office.read(lambda unit: unit.get(Comet, four.comet).made_by) == "Newer 0"
        assert all(one.ok for one in checking.check(office).values())
        told = office.read(lambda unit: list(journal.entries(unit.connection)))
        assert [one.action for one in told[entries:]] == ["reread"]
        # Nothing of it is news to the others, and it is not read anew at the next opening.
        contact = office.read(contacts.named, "Newer 0").id
        seen = office.read(sending.preview, sending.Request((contact,)))
        assert not {"comet", "group"} & seen.by_kind.keys()
        office = four.upgraded(office)
        assert office.read(lambda unit: len(list(journal.entries(unit.connection)))) == len(told)
        office.write(lambda unit: unit.change(Comet, four.comet, title="Encke"))
        office.write(lambda unit: unit.change(ColouredGroup, four.group, colour="vit"))
        assert (comets(office), group(office, four.group).colour) == (["Encke"], "vit")


def test_conflicts_of_a_later_version_wait_for_a_choice_after_the_upgrade(four: Four) -> None:
    four.down()
    for office, colour in zip(four.newer, ("grön", "gul"), strict=True):
        four.write(office, colour=colour)
    four.down()
    with newer_program():
        last = four.upgraded(four.this[1])
        four.this[0].close()
        four.this[0] = unlocking.unlock(four.this[0].folder, None, PASSPHRASE, clock=four.clock)
        four.carry(four.newer[1], last)
        (found,) = last.read(conflicts.listed)
        assert (found.field, {one.value for one in found.versions}) == ("colour", {"grön", "gul"})


def test_a_vault_of_the_newer_program_is_refused_by_this_one_and_unchanged(four: Four) -> None:
    office = four.newer[0]
    office.close()
    before = (office.folder / "vault.db").read_bytes()
    with pytest.raises(VaultError, match="vault_newer"):
        unlocking.unlock(office.folder, None, PASSPHRASE)
    assert (office.folder / "vault.db").read_bytes() == before
    with newer_program():
        four.newer[0] = unlocking.unlock(office.folder, None, PASSPHRASE)
        assert comets(four.newer[0]) == ["Halley"]


def test_what_nobody_here_can_judge_goes_to_no_other_agency_and_never_with_a_protected_person(four: Four) -> None:
    four.carry(four.newer[0], four.this[0])
    middle, other = four.this
    contact = middle.read(contacts.named, "This 1").id
    middle.write(lambda unit: unit.change(Contact, contact, preset=Preset.PARTNER, agency="Polismyndigheten"))
    four.carry(middle, other, **GROUND)
    state = other.read(lambda unit: unit.store.state(four.group))
    assert state.shown["name"] == "Oxhagen" and not {"colour", "tags/"} & state.cells.keys()
    assert other.read(lambda unit: unit.store.state(four.comet)) is None
    middle.write(lambda unit: unit.change(Contact, contact, preset=Preset.COLLEAGUE, agency="Örebro kommun"))
    hidden = PersonDraft(code_name="P9", protection=Protection.REGISTRATION)
    person = four.newer[0].write(lambda unit: unit.add(Person, hidden)).id
    middle.write(lambda unit: unit.add(Person, hidden, record_id=person))
    with newer_program():
        four.newer[0].write(lambda unit: unit.change(Comet, four.comet, groups=frozenset({person})))
    four.write(four.newer[0], tags=frozenset({four.comet, person}))
    four.carry(four.newer[0], middle)
    seen = middle.read(sending.preview, sending.Request((contact,)))
    assert not {four.comet, four.group, person} & {one.id for one in seen.records}
    assert seen.kept_back == 3


def test_a_line_in_quarantine_is_merged_once_it_can_be_read_and_stays_while_it_cannot(four: Four) -> None:
    office = four.this[0]
    take(office, Unread("group", "f1", b'{"t":"group","id":"f1","z":1}'))
    line = b'{"t":"group","id":"f2","c":"core","g":[["theirs.1",1,5,{},{"name":"Vivalla"}]]}'
    sender = office.read(contacts.named, "Newer 0").peer
    strangers = b'{"t":"group","id":"f3","c":"core","g":[["theirs.1",2,5,{},{"name":"Varberga"}]]}'
    rows = (("f2", sender, line), ("f3", "nobody", strangers), ("f4", sender, b"no record"))

    def put(unit: Unit) -> None:
        row = {"kind": "group", "at": moment_text(unit.now)}
        for record_id, peer, raw in rows:
            unit.connection.execute(ledger.quarantine.insert().values(id=record_id, peer=peer, raw=raw, **row))

    office.write(put)
    office = four.upgraded(office)
    assert [one.name for one in office.read(Unit.find, Group)] == ["Vivalla"]
    assert [one.id for one in office.read(find, "Vivalla")] == ["f2"]
    with office.engine.connect() as connection:
        left = connection.execute(ledger.quarantine.select()).all()
    assert sorted(one.id for one in left) == ["f1", "f3", "f4"]
