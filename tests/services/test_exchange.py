"""Two offices: cards, bundles, merging, conflicts, refusals - on real vaults and real files."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import pytest
from kit.vaults import SettableClock, new_vault

from gvi_desktop.domain.agency import AgencyKind
from gvi_desktop.domain.contact import Preset, VerifiedHow
from gvi_desktop.domain.disclosure import Disclosure
from gvi_desktop.domain.errors import BundleError, RefusedError
from gvi_desktop.domain.group import Group, GroupDraft
from gvi_desktop.domain.help import Help, HelpDraft, HelpKind
from gvi_desktop.domain.incident import Incident, IncidentDraft
from gvi_desktop.domain.person import Person, PersonDraft, Protection
from gvi_desktop.domain.round import Round, RoundDraft
from gvi_desktop.services import conflicts, contacts, identity, receiving, sending, undo
from gvi_desktop.services.workspace import Workspace
from gvi_desktop.storage import journal


@dataclass
class Pair:
    """Two offices that know each other."""

    here: Workspace
    there: Workspace
    clock: SettableClock
    post: Path

    def contact(self, at: Workspace) -> str:
        return at.read(contacts.listed)[0].id

    def send(self, sender: Workspace, **more: object) -> Path:
        self.clock.move(minutes=1)
        request = sending.Request((self.contact(sender),), **more)  # type: ignore[arg-type]
        return sender.write(sending.export, request, self.post).path

    def take(self, receiver: Workspace, path: Path) -> receiving.Preview:
        opened = receiver.read(receiving.read, path)
        return receiver.write(receiving.take_in, opened)

    def carry(self, sender: Workspace, receiver: Workspace) -> receiving.Preview:
        return self.take(receiver, self.send(sender))


def befriend(one: Workspace, two: Workspace, **more: object) -> None:
    for at, other in ((one, two), (two, one)):
        card = other.read(identity.card)
        made = at.write(contacts.add, card, **more)
        at.write(contacts.verify, made, VerifiedHow.IN_PERSON)


@pytest.fixture
def pair(tmp_path: Path) -> Iterator[Pair]:
    clock = SettableClock()
    here = new_vault(tmp_path / "here.gvi", clock=clock)
    there = new_vault(tmp_path / "there.gvi", user="Bo", office="GVI Örebro söder", clock=clock)
    befriend(here, there)
    (tmp_path / "post").mkdir()
    yield Pair(here, there, clock, tmp_path / "post")
    here.close()
    there.close()


def add_group(office: Workspace, name: str) -> str:
    return office.write(lambda unit: unit.add(Group, GroupDraft(name=name, area="Norr"))).id


def group(office: Workspace, record_id: str) -> Group:
    return office.read(lambda unit: unit.get(Group, record_id))


def test_both_read_the_same_words_for_a_key(pair: Pair) -> None:
    own = pair.here.read(identity.own_words, "sv")
    seen = pair.there.read(contacts.listed, "sv")[0].words
    assert own == seen
    assert len(own) == 12


def test_a_record_crosses_and_keeps_its_author(pair: Pair) -> None:
    made = add_group(pair.here, "Oxhagen")
    found = pair.carry(pair.here, pair.there)
    assert found.counts["new"] >= 1
    assert group(pair.there, made).made_by == "Anna Ek"
    assert group(pair.there, made).name == "Oxhagen"


def test_what_comes_with_the_program_is_not_sent_nor_doubled(pair: Pair) -> None:
    pair.carry(pair.here, pair.there)
    entries = pair.there.read(lambda unit: list(journal.entries(unit.connection)))
    kinds = {one.kind for one in entries if one.action == "merge"}
    assert "script" not in kinds
    assert "block" not in kinds


def test_changes_go_both_ways_and_both_agree(pair: Pair) -> None:
    made = add_group(pair.here, "Oxhagen")
    pair.carry(pair.here, pair.there)
    pair.there.write(lambda unit: unit.change(Group, made, area="Vivalla"))
    pair.carry(pair.there, pair.here)
    assert group(pair.here, made).area == group(pair.there, made).area == "Vivalla"
    # Nothing is left to say: what came from the other is not echoed.
    last = pair.here.read(sending.preview, sending.Request((pair.contact(pair.here),)))
    assert [one for one in last.records if one.kind == "group"] == []


def test_a_bundle_that_was_lost_heals_with_the_next(pair: Pair) -> None:
    made = add_group(pair.here, "Oxhagen")
    pair.send(pair.here).unlink()
    pair.carry(pair.here, pair.there)
    assert group(pair.there, made).name == "Oxhagen"


def test_a_concurrent_change_of_one_field_is_a_conflict_on_both_sides_and_nothing_is_lost(pair: Pair) -> None:
    made = add_group(pair.here, "Oxhagen")
    pair.carry(pair.here, pair.there)
    pair.here.write(lambda unit: unit.change(Group, made, area="Vivalla"))
    pair.clock.move(minutes=5)
    pair.there.write(lambda unit: unit.change(Group, made, area="Varberga", size=12))
    one, two = pair.send(pair.here), pair.send(pair.there)
    assert "N_CONFLICT" in pair.take(pair.there, one).notices
    assert "N_CONFLICT" in pair.take(pair.here, two).notices
    for office in (pair.here, pair.there):
        (found,) = office.read(conflicts.listed)
        assert found.field == "area"
        assert {version.value for version in found.versions} == {"Vivalla", "Varberga"}
        assert {version.own for version in found.versions} == {True, False}
        assert group(office, made).size == 12
    # Changing another field in a form that saves all of them does not settle it.
    record = group(pair.here, made)
    pair.here.write(lambda unit: unit.put(Group, made, replace(record, size=13)))
    assert pair.here.read(conflicts.count) == 1
    pair.here.write(conflicts.choose, "group", made, "area", "Vivalla")
    pair.carry(pair.here, pair.there)
    for office in (pair.here, pair.there):
        assert office.read(conflicts.count) == 0
        assert (group(office, made).area, group(office, made).size) == ("Vivalla", 13)


def test_members_added_by_both_are_all_there(pair: Pair) -> None:
    people = pair.here.write(
        lambda unit: [unit.add(Person, PersonDraft(code_name=f"P{i}", given_name="A")).id for i in range(3)]
    )
    made = pair.here.write(lambda unit: unit.add(Round, RoundDraft(name="Höst", targets=frozenset(people[:1])))).id
    pair.carry(pair.here, pair.there)
    pair.here.write(lambda unit: unit.change(Round, made, targets=frozenset(people[:2])))
    pair.there.write(lambda unit: unit.change(Round, made, targets=frozenset([people[0], people[2]])))
    one, two = pair.send(pair.here), pair.send(pair.there)
    pair.take(pair.there, one)
    pair.take(pair.here, two)
    for office in (pair.here, pair.there):
        assert office.read(lambda unit: unit.get(Round, made)).targets == set(people)
        assert office.read(conflicts.count) == 0


def test_the_same_bundle_twice_changes_nothing_and_says_so(pair: Pair) -> None:
    add_group(pair.here, "Oxhagen")
    path = pair.send(pair.here)
    pair.take(pair.there, path)
    with pytest.raises(BundleError, match="E_ALREADY"):
        pair.there.read(receiving.read, path)


def test_a_preview_writes_nothing(pair: Pair) -> None:
    made = add_group(pair.here, "Oxhagen")
    opened = pair.there.read(receiving.read, pair.send(pair.here))
    before = pair.there.read(lambda unit: journal.head(unit.connection))
    seen = pair.there.read(receiving.preview, opened)
    assert next(one for one in seen.records if one.id == made).verdict == "new"
    assert pair.there.read(lambda unit: journal.head(unit.connection)) == before


def test_an_import_is_taken_back_by_one_undo(pair: Pair) -> None:
    old = add_group(pair.here, "Oxhagen")
    pair.carry(pair.here, pair.there)
    pair.here.write(lambda unit: unit.change(Group, old, area="Vivalla"))
    new = add_group(pair.here, "Varberga")
    pair.carry(pair.here, pair.there)
    pair.there.write(undo.undo)
    assert group(pair.there, old).area == "Norr"
    assert new not in [one.id for one in pair.there.read(lambda unit: unit.find(Group))]


def test_an_erasure_travels_and_the_record_never_comes_back(pair: Pair) -> None:
    made = add_group(pair.here, "Oxhagen")
    pair.carry(pair.here, pair.there)
    pair.here.write(lambda unit: unit.erase(Group, made))
    pair.there.write(lambda unit: unit.change(Group, made, area="Vivalla"))
    pair.carry(pair.here, pair.there)
    pair.carry(pair.there, pair.here)
    for office in (pair.here, pair.there):
        assert office.read(lambda unit: unit.find(Group)) == []
        assert office.read(lambda unit: journal.broken_links(unit.connection)) == []


def test_nothing_of_a_protected_person_leaves(pair: Pair) -> None:
    def add(unit):  # type: ignore[no-untyped-def]
        person = unit.add(Person, PersonDraft(code_name="P9", family_name="Hemlig", protection=Protection.REGISTRATION))
        unit.add(Round, RoundDraft(name="Höst", targets=frozenset({person.id})))

    pair.here.write(add)
    seen = pair.here.read(sending.preview, sending.Request((pair.contact(pair.here),)))
    assert seen.kept_back == 2
    pair.carry(pair.here, pair.there)
    assert pair.there.read(lambda unit: unit.find(Person)) == []


def test_nothing_goes_to_an_unverified_or_revoked_contact(pair: Pair, tmp_path: Path) -> None:
    third = new_vault(tmp_path / "third.gvi", office="GVI Tredje", clock=pair.clock)
    made = pair.here.write(contacts.add, third.read(identity.card))
    with pytest.raises(RefusedError, match="contact_unverified"):
        pair.here.read(sending.preview, sending.Request((made,)))
    pair.here.write(contacts.verify, made, VerifiedHow.PHONE)
    pair.here.write(contacts.revoke, made)
    with pytest.raises(RefusedError, match="contact_revoked"):
        pair.here.write(sending.export, sending.Request((made,)), tmp_path)
    third.close()


def test_an_unverified_sender_is_taken_in_only_when_somebody_agrees(pair: Pair) -> None:
    made = add_group(pair.here, "Oxhagen")
    contact = pair.contact(pair.there)
    pair.there.write(lambda unit: unit.change(contacts.Contact, contact, verified_on=None, verified_how=None))
    opened = pair.there.read(receiving.read, pair.send(pair.here))
    with pytest.raises(RefusedError, match="contact_unverified_import"):
        pair.there.write(receiving.take_in, opened)
    pair.there.write(receiving.take_in, opened, accept_unverified=True)
    assert group(pair.there, made).name == "Oxhagen"


def test_a_bundle_for_somebody_else_and_from_a_stranger_is_refused(pair: Pair, tmp_path: Path) -> None:
    third = new_vault(tmp_path / "third.gvi", office="GVI Tredje", clock=pair.clock)
    path = pair.send(pair.here)
    with pytest.raises(BundleError, match="E_NOT_FOR_YOU"):
        third.read(receiving.read, path)
    pair.there.write(contacts.remove, pair.contact(pair.there))
    with pytest.raises(BundleError, match="E_UNKNOWN_SENDER"):
        pair.there.read(receiving.read, path)
    third.close()


def test_a_bundle_that_cannot_be_written_leaves_no_disclosure_and_no_account(pair: Pair) -> None:
    add_group(pair.here, "Oxhagen")
    request = sending.Request((pair.contact(pair.here),))
    before = pair.here.read(lambda unit: journal.head(unit.connection))
    with pytest.raises(BundleError):
        pair.here.write(sending.export, request, pair.post / "gone" / "bundle.age")
    assert pair.here.read(lambda unit: journal.head(unit.connection)) == before


@pytest.fixture
def partner(tmp_path: Path) -> Iterator[Pair]:
    clock = SettableClock()
    here = new_vault(tmp_path / "here.gvi", clock=clock)
    there = new_vault(
        tmp_path / "police.gvi",
        user="Pia",
        office="Polisen Örebro",
        agency="Polismyndigheten",
        agency_kind=AgencyKind.POLICE,
        clock=clock,
    )
    befriend(here, there)
    (tmp_path / "post").mkdir()
    yield Pair(here, there, clock, tmp_path / "post")
    here.close()
    there.close()


def test_help_never_goes_to_an_enforcement_agency_and_its_bytes_are_not_there(partner: Pair) -> None:
    def add(unit):  # type: ignore[no-untyped-def]
        person = unit.add(Person, PersonDraft(code_name="P1", given_name="A", address="Gatan 1", note="fritext"))
        unit.add(Help, HelpDraft(person=person.id, asked_on=date(2026, 1, 1), help_kind=HelpKind.HOUSING))
        unit.add(Incident, IncidentDraft(on=date(2026, 1, 2), area="Norr"))
        return person.id

    person = partner.here.write(add)
    ground = "lag-2025-170"
    seen = partner.here.read(sending.preview, sending.Request((partner.contact(partner.here),), ground))
    assert "help" not in seen.by_kind
    assert {"person", "incident"} <= seen.by_kind.keys()
    partner.take(partner.there, partner.send(partner.here, ground=ground, note="Behövs för kallelsen."))
    assert partner.there.read(lambda unit: unit.find(Help)) == []
    got = partner.there.read(lambda unit: unit.get(Person, person))
    assert (got.address, got.note) == ("", "")
    state = partner.there.read(lambda unit: unit.store.state(person))
    assert state is not None
    assert "address" not in state.cells


def test_withheld_is_not_empty_and_comes_back_unharmed(partner: Pair) -> None:
    draft = PersonDraft(code_name="P1", given_name="A", address="Gatan 1")
    person = partner.here.write(lambda unit: unit.add(Person, draft)).id
    partner.take(partner.there, partner.send(partner.here, ground="lag-2025-170", note="x"))
    record = partner.there.read(lambda unit: unit.get(Person, person))
    partner.there.write(lambda unit: unit.put(Person, person, replace(record, given_name="Adam", address="")))
    partner.take(partner.here, partner.send(partner.there, ground="lag-2025-170", note="x"))
    back = partner.here.read(lambda unit: unit.get(Person, person))
    assert (back.given_name, back.address) == ("Adam", "Gatan 1")


def test_another_agency_needs_a_valid_ground_and_both_sides_register_the_disclosure(partner: Pair) -> None:
    add_group(partner.here, "Oxhagen")
    with pytest.raises(RefusedError, match="disclosure_ground_unknown"):
        partner.send(partner.here)
    with pytest.raises(RefusedError, match="disclosure_ground_unknown"):
        partner.send(partner.here, ground="own-agency")
    partner.take(partner.there, partner.send(partner.here, ground="lag-2025-170", note="Vägt.", conditions="Gallras."))
    sent = partner.here.read(lambda unit: unit.find(Disclosure))
    got = partner.there.read(lambda unit: unit.find(receiving.Disclosure))
    assert [(one.ground, one.received) for one in sent] == [("lag-2025-170", False)]
    assert [(one.ground, one.conditions, one.received) for one in got] == [("lag-2025-170", "Gallras.", True)]


def test_a_reader_can_write_nothing_back(pair: Pair) -> None:
    made = add_group(pair.here, "Oxhagen")
    pair.carry(pair.here, pair.there)
    contact = pair.contact(pair.here)
    pair.here.write(lambda unit: unit.change(contacts.Contact, contact, preset=Preset.READER))
    pair.there.write(lambda unit: unit.change(Group, made, area="Vivalla"))
    found = pair.carry(pair.there, pair.here)
    assert found.withheld >= 1
    assert group(pair.here, made).area == "Norr"
