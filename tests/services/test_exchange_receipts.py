"""Receipts, acknowledgements of another scope, the register of disclosures, and names in conflicts."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import pytest
from kit.vaults import SettableClock, new_vault

from gvi_desktop.domain.contact import VerifiedHow
from gvi_desktop.domain.disclosure import DisclosureDraft, DisclosureWay
from gvi_desktop.domain.errors import BundleError, NotFoundError, RefusedError
from gvi_desktop.domain.group import Group, GroupDraft
from gvi_desktop.domain.incident import Incident, IncidentDraft
from gvi_desktop.domain.person import Person, PersonDraft
from gvi_desktop.services import accounts, conflicts, contacts, disclosures, identity, receiving, sending
from gvi_desktop.services.workspace import Workspace
from gvi_desktop.storage import journal
from gvi_desktop.storage.rows import ledger


@dataclass
class Two:
    """Two offices of one agency that know each other."""

    here: Workspace
    there: Workspace
    clock: SettableClock
    post: Path

    def send(self, sender: Workspace, **more: object) -> sending.Sent:
        self.clock.move(minutes=1)
        contact = sender.read(contacts.listed)[0].id
        return sender.write(sending.export, sending.Request((contact,), **more), self.post)  # type: ignore[arg-type]

    def take(self, receiver: Workspace, path: Path) -> receiving.Preview:
        self.clock.move(minutes=1)
        return receiver.write(receiving.take_in, receiver.read(receiving.read, path))


@pytest.fixture
def two(tmp_path: Path) -> Iterator[Two]:
    clock = SettableClock()
    here = new_vault(tmp_path / "here.gvi", clock=clock)
    there = new_vault(tmp_path / "there.gvi", user="Bo", office="GVI Örebro söder", clock=clock)
    for at, other in ((here, there), (there, here)):
        at.write(contacts.verify, at.write(contacts.add, other.read(identity.card)), VerifiedHow.IN_PERSON)
    (tmp_path / "post").mkdir()
    yield Two(here, there, clock, tmp_path / "post")
    here.close()
    there.close()


def add_group(office: Workspace, name: str) -> str:
    return office.write(lambda unit: unit.add(Group, GroupDraft(name=name, area="Norr"))).id


def state_of(office: Workspace, bundle: str) -> str:
    return next(one.status for one in office.read(accounts.listed) if one.bundle == bundle)


def test_a_bundle_stays_sent_until_a_receipt_says_that_it_was_taken_in(two: Two) -> None:
    add_group(two.here, "Oxhagen")
    sent = two.send(two.here)
    two.take(two.there, sent.path)
    assert state_of(two.here, sent.bundle_id) == "sent"
    receipt = two.there.write(receiving.write_receipt, sent.bundle_id, two.post)
    found = two.take(two.here, receipt)
    assert (found.kind, found.receipts, found.changes, found.notices) == ("receipt", 1, False, ())
    assert state_of(two.here, sent.bundle_id) == "merged"
    assert receipt.stat().st_size < 8 * 1024
    with pytest.raises(BundleError, match="E_ALREADY"):
        two.here.read(receiving.read, receipt)
    # It acknowledges as well: the next bundle begins where that one ended.
    preview = two.here.read(sending.preview, sending.Request((two.here.read(contacts.listed)[0].id,)))
    assert preview.lo == sent.hi
    assert preview.records == ()


def test_an_ordinary_bundle_carries_receipts_too_until_one_is_known_to_have_come(two: Two) -> None:
    add_group(two.here, "Oxhagen")
    sent = two.send(two.here)
    two.take(two.there, sent.path)
    two.send(two.there).path.unlink()  # lost on the way
    two.take(two.here, two.send(two.there).path)
    assert state_of(two.here, sent.bundle_id) == "merged"


def test_there_is_no_receipt_for_a_bundle_that_never_came(two: Two) -> None:
    with pytest.raises(NotFoundError, match="bundle_not_found"):
        two.there.write(receiving.write_receipt, "never", two.post)


def test_a_receipt_says_nothing_about_bundles_to_somebody_else(two: Two) -> None:
    sent = two.send(two.here)
    two.take(two.there, sent.path)
    receipt = two.there.write(receiving.write_receipt, sent.bundle_id, two.post)
    row = ledger.bundle
    two.here.write(lambda unit: unit.connection.execute(row.update().values(id=f"{sent.bundle_id}/x", peer="x")))
    two.take(two.here, receipt)
    assert state_of(two.here, sent.bundle_id) == "sent"


def test_an_acknowledgement_of_a_narrow_bundle_does_not_stop_the_wide_one(two: Two) -> None:
    group = add_group(two.here, "Oxhagen")
    incident = two.here.write(lambda unit: unit.add(Incident, IncidentDraft(on=unit.today, area="Norr"))).id
    narrow = two.send(two.here, compartments=("core",))
    two.send(two.here).path.unlink()  # everything, but lost
    two.take(two.there, narrow.path)
    two.take(two.here, two.send(two.there).path)  # acknowledges the narrow one only
    two.take(two.there, two.send(two.here).path)
    assert [one.id for one in two.there.read(lambda unit: unit.find(Group))] == [group]
    assert [one.id for one in two.there.read(lambda unit: unit.find(Incident))] == [incident]


def test_an_older_card_does_not_replace_a_newer_one(two: Two) -> None:
    contact = two.here.read(contacts.listed)[0].id
    two.here.write(lambda unit: unit.change(contacts.Contact, contact, serial=2, age_key="age1other"))
    with pytest.raises(RefusedError, match="contact_card_older"):
        two.here.write(contacts.add, two.there.read(identity.card))


def test_a_stranger_is_named_by_the_fingerprint_and_a_revoked_key_by_its_day(two: Two) -> None:
    sent = two.send(two.here)
    contact = two.there.read(contacts.listed)[0].id
    two.there.write(contacts.revoke, contact, two.clock().date() - timedelta(days=1))
    with pytest.raises(BundleError, match="E_REVOKED") as revoked:
        two.there.read(receiving.read, sent.path)
    assert revoked.value.data["date"] == two.clock().date() - timedelta(days=1)
    two.there.write(contacts.remove, contact)
    with pytest.raises(BundleError, match="E_UNKNOWN_SENDER") as unknown:
        two.there.read(receiving.read, sent.path)
    assert str(unknown.value.data["words"]).startswith("SHA256:")


def spoken(**more: object) -> DisclosureDraft:
    values = {"agency": "Polismyndigheten", "what": "Tid för mötet", "ground": "lag-2025-170"}
    return DisclosureDraft(**{**values, **more})  # type: ignore[arg-type]


def test_a_spoken_disclosure_is_entered_and_recalled_once_with_a_reason(two: Two) -> None:
    day = two.clock().date()
    made = two.here.write(disclosures.note_spoken, spoken(on=day))
    (line,) = two.here.read(disclosures.listed)
    assert (line.record.way, line.record.decided_by) == (DisclosureWay.SPOKEN, "Anna Ek")
    assert line.ground != "lag-2025-170"  # said by its title
    with pytest.raises(RefusedError, match="missing"):
        two.here.write(disclosures.recall, made, " ")
    two.here.write(disclosures.recall, made, "Gällde fel person.")
    assert two.here.read(disclosures.get, made).recalled_on == day
    with pytest.raises(RefusedError, match="disclosure_recalled"):
        two.here.write(disclosures.recall, made, "Igen.")


@pytest.mark.parametrize(
    ("more", "code"),
    [
        ({"ground": "no-such"}, "disclosure_ground_not_valid"),
        ({"agency": ""}, "missing"),
        ({"what": ""}, "missing"),
        ({"days": 1}, "in_future"),
    ],
)
def test_a_spoken_disclosure_needs_whom_what_ground_and_a_day_that_has_been(
    two: Two, more: dict[str, object], code: str
) -> None:
    day = two.clock().date() + timedelta(days=int(str(more.pop("days", 0))))
    with pytest.raises(RefusedError, match=code):
        two.here.write(disclosures.note_spoken, spoken(on=day, **more))


def test_a_conflict_in_a_name_is_marked_and_showing_it_is_noted(two: Two) -> None:
    made = two.here.write(lambda unit: unit.add(Person, PersonDraft(code_name="P1", given_name="Adam"))).id
    two.take(two.there, two.send(two.here).path)
    two.here.write(lambda unit: unit.change(Person, made, given_name="Ali"))
    two.there.write(lambda unit: unit.change(Person, made, given_name="Allan"))
    two.take(two.here, two.send(two.there).path)
    (found,) = two.here.read(conflicts.listed)
    assert (found.personal, found.title, found.column) == (True, "P1", "given_name")
    # What is not asked for does not leave the service, and cannot be chosen unseen.
    assert found.hidden and {(one.value, one.stored) for one in found.versions} == {(None, None)}
    assert {one.author.own for one in found.versions} == {True, False}
    with pytest.raises(RefusedError, match="conflict_settled"):
        two.here.write(conflicts.choose, found.kind, found.id, found.field, found.versions[0].stored)
    (told,) = two.here.write(conflicts.reveal, found.kind, found.id)
    assert not told.hidden and {one.value for one in told.versions} == {"Ali", "Allan"}
    seen = two.here.read(lambda unit: [one.action for one in journal.entries(unit.connection, record=made)])
    assert "reveal" in seen
