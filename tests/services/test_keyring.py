"""Keys over the years: rotated, declared invalid, lost; what colleagues accept from whom - on real vaults and files."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from kit.vaults import CHEAP, PASSPHRASE, SettableClock, new_vault

from gvi_desktop.domain.agency import AgencyKind
from gvi_desktop.domain.contact import Contact, ContactState, VerifiedHow, state_of
from gvi_desktop.domain.errors import BundleError, NotFoundError, RefusedError
from gvi_desktop.domain.group import Group, GroupDraft
from gvi_desktop.services import accounts, contacts, identity, keyring, ownkeys, receiving, sending, undo, unlocking
from gvi_desktop.services.workspace import Workspace


@dataclass
class Offices:
    """Anna's and Bo's offices know each other; the clock moves with every bundle."""

    anna: Workspace
    bo: Workspace
    clock: SettableClock
    post: Path

    def send(self, sender: Workspace, to: int = 0) -> Path:
        self.clock.move(minutes=1)
        contact = sender.read(contacts.listed)[to].id
        return sender.write(sending.export, sending.Request((contact,)), self.post).path

    def take(self, at: Workspace, path: Path, **agreed: bool) -> receiving.Preview:
        self.clock.move(minutes=1)
        return at.write(receiving.take_in, at.read(receiving.read, path), **agreed)

    def later(self) -> None:
        self.clock.move(days=1)


def befriend(one: Workspace, two: Workspace) -> None:
    for at, other in ((one, two), (two, one)):
        at.write(contacts.verify, at.write(contacts.add, other.read(identity.card)), VerifiedHow.IN_PERSON)


@pytest.fixture
def offices(tmp_path: Path) -> Iterator[Offices]:
    clock = SettableClock()
    anna = new_vault(tmp_path / "anna.gvi", clock=clock)
    bo = new_vault(tmp_path / "bo.gvi", user="Bo", office="GVI Söder", clock=clock)
    befriend(anna, bo)
    (tmp_path / "post").mkdir()
    yield Offices(anna, bo, clock, tmp_path / "post")
    anna.close()
    bo.close()


def contact(at: Workspace) -> Contact:
    return at.read(contacts.listed)[0].record


def add_group(at: Workspace, name: str = "Oxhagen") -> str:
    return at.write(lambda unit: unit.add(Group, GroupDraft(name=name, area="Norr"))).id


def code(at: Workspace, path: Path) -> str:
    with pytest.raises(BundleError) as caught:
        at.read(receiving.read, path)
    at.write(receiving.note_refusal, caught.value)
    return caught.value.code


def test_changed_keys_are_followed_with_the_next_bundle_and_no_words_are_compared_again(offices: Offices) -> None:
    before = contact(offices.bo)
    offices.anna.write(ownkeys.rotate)
    add_group(offices.anna)
    found = offices.take(offices.bo, offices.send(offices.anna))
    assert "N_ROTATED" in found.notices
    assert found.notice("N_ROTATED")["name"] == before.name
    after = contact(offices.bo)
    assert after.verified_how is VerifiedHow.EARLIER_KEY
    assert (after.sign_key, after.age_key) != (before.sign_key, before.age_key)
    assert offices.bo.read(contacts.listed)[0].words == offices.anna.read(identity.own_words, "sv")
    # Both ways still work, and the second time there is nothing new to say.
    offices.take(offices.anna, offices.send(offices.bo))
    assert "N_ROTATED" not in offices.take(offices.bo, offices.send(offices.anna)).notices


def test_what_was_on_its_way_to_the_old_keys_still_opens(offices: Offices) -> None:
    made = add_group(offices.bo)
    sent = offices.send(offices.bo)
    offices.anna.write(ownkeys.rotate)
    offices.anna.write(ownkeys.rotate)
    offices.take(offices.anna, sent)
    assert offices.anna.read(lambda unit: unit.get(Group, made)).name == "Oxhagen"


def test_a_colleague_who_missed_several_changes_of_keys_follows_them_at_once(offices: Offices) -> None:
    for _ in range(3):
        offices.later()
        offices.anna.write(ownkeys.rotate)
    offices.take(offices.bo, offices.send(offices.anna))
    assert contact(offices.bo).serial == 4
    assert state_of(contact(offices.bo), offices.bo.clock().date()) is ContactState.VERIFIED


def test_undoing_the_bundle_that_brought_new_keys_leaves_the_keys(offices: Offices) -> None:
    offices.anna.write(ownkeys.rotate)
    made = add_group(offices.anna)
    offices.take(offices.bo, offices.send(offices.anna))
    keys = contact(offices.bo).sign_key
    offices.bo.write(undo.undo)
    assert contact(offices.bo).sign_key == keys
    with pytest.raises(NotFoundError):
        offices.bo.read(lambda unit: unit.get(Group, made))


def test_an_unverified_contact_that_changes_its_keys_stays_unverified(offices: Offices) -> None:
    who = contact(offices.bo).id
    offices.bo.write(lambda unit: unit.change(Contact, who, verified_how=None, verified_on=None))
    offices.anna.write(ownkeys.rotate)
    sent = offices.send(offices.anna)
    with pytest.raises(RefusedError, match="contact_unverified_import"):
        offices.take(offices.bo, sent)
    offices.take(offices.bo, sent, accept_unverified=True)
    assert contact(offices.bo).verified_on is None
    with pytest.raises(RefusedError, match="contact_unverified"):
        offices.send(offices.bo)


def test_what_was_on_its_way_when_its_key_was_changed_is_read_like_any_and_what_is_dated_later_is_refused(
    offices: Offices,
) -> None:
    made = add_group(offices.anna)
    early, earlier_still = offices.send(offices.anna), offices.send(offices.anna)
    offices.later()
    backup = offices.anna.back_up(offices.post / "old.gvibackup")
    offices.anna.write(ownkeys.rotate)
    offices.later()
    offices.anna.write(ownkeys.rotate)
    offices.take(offices.bo, offices.send(offices.anna))
    found = offices.bo.read(receiving.preview, offices.bo.read(receiving.read, early))
    assert "N_KEY_INVALID" not in found.notices and found.invalid_since is None
    assert found.verified and found.sender == contact(offices.bo).name
    offices.take(offices.bo, early)
    assert offices.bo.read(lambda unit: unit.get(Group, made)).name == "Oxhagen"
    # A copy of the vault from before signs with the old key after the day of the change.
    copy = restored(offices, backup)
    late = offices.send(copy)
    assert code(offices.bo, late) == "E_REVOKED"
    # Declared invalid afterwards, the same key is no longer believed unasked.
    copy.write(ownkeys.revoke)
    copy.read(ownkeys.write_revocation, offices.post / "invalid.card")
    offices.bo.write(contacts.add_file, offices.post / "invalid.card")
    with pytest.raises(RefusedError, match="contact_revoked_import"):
        offices.take(offices.bo, earlier_still)
    copy.close()


def test_a_card_given_by_hand_does_not_cut_off_what_the_key_before_it_signed(offices: Offices) -> None:
    add_group(offices.anna)
    early = offices.send(offices.anna)
    offices.later()
    offices.anna.write(ownkeys.rotate)
    who = offices.bo.write(contacts.add, offices.anna.read(identity.card))
    offices.bo.write(contacts.verify, who, VerifiedHow.IN_PERSON)
    assert code(offices.bo, early) == "E_UNKNOWN_SENDER"
    offices.take(offices.bo, offices.send(offices.anna))  # which carries what the keys declare
    assert contact(offices.bo).verified_how is VerifiedHow.IN_PERSON
    offices.take(offices.bo, early)


def test_what_a_key_signed_before_it_was_declared_invalid_is_asked_about(offices: Offices) -> None:
    """Whoever holds a stolen key can write any date: what it signed is never taken in without a person."""
    add_group(offices.anna)
    early = offices.send(offices.anna)
    offices.later()
    offices.anna.write(ownkeys.revoke)
    offices.anna.read(ownkeys.write_revocation, offices.post / "invalid.card")
    offices.bo.write(contacts.add_file, offices.post / "invalid.card")
    with pytest.raises(RefusedError) as caught:
        offices.take(offices.bo, early)
    assert caught.value.code == "contact_revoked_import"
    found = offices.bo.read(receiving.preview, offices.bo.read(receiving.read, early))
    assert "N_KEY_INVALID" in found.notices
    assert found.invalid_since == date(2026, 11, 23)
    offices.take(offices.bo, early, accept_invalid=True)


def restored(offices: Offices, backup: Path) -> Workspace:
    from gvi_desktop.services import restoring

    offices.clock.move(minutes=1)
    return restoring.restore(backup, offices.post / "thief.gvi", None, PASSPHRASE, offices.clock)


def test_two_successors_of_one_key_leave_nobody_verified(offices: Offices) -> None:
    stolen = offices.anna.back_up(offices.post / "old.gvibackup")
    offices.anna.write(ownkeys.rotate)
    offices.take(offices.bo, offices.send(offices.anna))
    keys = contact(offices.bo).sign_key
    thief = restored(offices, stolen)
    thief.write(ownkeys.rotate)
    (event,) = thief.read(keyring.events)
    (offices.post / "event.card").write_bytes(event.raw)
    offices.bo.write(contacts.add_file, offices.post / "event.card")
    assert contact(offices.bo).sign_key == keys
    assert contact(offices.bo).verified_on is None
    assert code(offices.bo, offices.send(thief)) == "E_UNKNOWN_SENDER"
    thief.close()


def test_keys_declared_invalid_are_refused_everywhere_and_the_new_card_begins_anew(offices: Offices) -> None:
    old_card = offices.anna.read(identity.card)
    add_group(offices.anna)
    offices.later()
    offices.anna.write(ownkeys.revoke)
    # New keys that nobody vouches for: the bundle is a stranger's until the new card is there.
    assert code(offices.bo, offices.send(offices.anna)) == "E_UNKNOWN_SENDER"
    offices.anna.read(ownkeys.write_revocation, offices.post / "invalid.card")
    offices.bo.write(contacts.add_file, offices.post / "invalid.card")
    assert contact(offices.bo).revoked_on == date(2026, 11, 23)
    with pytest.raises(RefusedError, match="contact_revoked"):
        offices.send(offices.bo)
    offices.bo.write(undo.undo) if offices.bo.read(undo.status).undo == "contact.keys" else None
    assert contact(offices.bo).revoked_on == date(2026, 11, 23)
    offices.bo.write(contacts.add, offices.anna.read(identity.card))
    fresh = contact(offices.bo)
    assert (fresh.revoked_on, fresh.verified_on) == (None, None)
    offices.bo.write(contacts.verify, fresh.id, VerifiedHow.IN_PERSON)
    offices.take(offices.bo, offices.send(offices.anna))
    with pytest.raises(RefusedError, match="contact_key_dead"):
        offices.bo.write(contacts.add, old_card)


def test_a_revocation_travels_through_a_third_office(offices: Offices, tmp_path: Path) -> None:
    cia = new_vault(
        tmp_path / "cia.gvi", user="Cia", office="GVI Arboga", agency="Arboga", agency_kind=AgencyKind.MUNICIPALITY,
        clock=offices.clock,
    )  # fmt: skip
    befriend(cia, offices.bo)
    cia.write(contacts.verify, cia.write(contacts.add, offices.anna.read(identity.card)), VerifiedHow.PHONE)
    offices.anna.write(ownkeys.revoke)
    offices.anna.read(ownkeys.write_revocation, offices.post / "invalid.card")
    offices.bo.write(contacts.add_file, offices.post / "invalid.card")
    offices.clock.move(minutes=1)
    bo_to_cia = next(one.id for one in offices.bo.read(contacts.listed) if one.record.name == "GVI Arboga")
    request = sending.Request((bo_to_cia,), ground="osl-10-2")
    grounds = offices.bo.read(lambda unit: [one.code for one in _grounds(unit)])
    request = sending.Request((bo_to_cia,), ground=next(one for one in grounds if one != "own-agency"))
    sent = offices.bo.write(sending.export, request, offices.post).path
    found = offices.take(cia, sent)
    assert found.notice("N_KEY_REVOKED")["name"] == "GVI Örebro"
    revoked = next(one.record for one in cia.read(contacts.listed) if one.record.name == "GVI Örebro")
    assert revoked.revoked_on is not None
    cia.close()


def _grounds(unit: object) -> list[object]:
    from gvi_desktop.services import disclosures

    return disclosures.grounds(unit)  # type: ignore[arg-type, return-value]


def test_keys_of_a_lost_vault_are_declared_invalid_with_the_recovery_words_alone(tmp_path: Path) -> None:
    clock = SettableClock()
    new = unlocking.NewVault("GVI Örebro", "Örebro", "Örebro kommun", AgencyKind.MUNICIPALITY, "Färre döda.", "Anna",
                             PASSPHRASE)  # fmt: skip
    lost, words = unlocking.create(tmp_path / "lost.gvi", new, cost=CHEAP, clock=clock)
    bo = new_vault(tmp_path / "bo.gvi", user="Bo", office="GVI Söder", clock=clock)
    befriend(lost, bo)
    card = lost.read(identity.card)
    lost.close()
    clock.move(days=2)
    fresh = new_vault(tmp_path / "fresh.gvi", office="GVI Örebro ny", clock=clock)
    other = " ".join(["abandon"] * 24)
    with pytest.raises(Exception, match="recovery"):
        fresh.write(ownkeys.revoke_lost, card, other)
    with pytest.raises(RefusedError, match="recovery_other"):
        fresh.write(ownkeys.revoke_lost, bo.read(identity.card), words)
    fresh.write(ownkeys.revoke_lost, card, words)
    fresh.read(ownkeys.write_revocation, tmp_path / "invalid.card")
    bo.write(contacts.add_file, tmp_path / "invalid.card")
    assert contact(bo).revoked_on == date(2026, 11, 24)
    fresh.close()
    bo.close()


def test_nobody_can_declare_a_strangers_keys_invalid(offices: Offices) -> None:
    """Bo signs that Anna's key is invalid: the event is well formed and proves nothing."""
    from gvi_desktop.crypto import sign
    from gvi_desktop.sync.keyevent import KeyEvent, write_event

    anna, bo = offices.anna.read(identity.keys), offices.bo.read(identity.keys)
    forged = KeyEvent("revoke", anna.peer, anna.public, offices.clock.now, by=bo.public)
    raw = write_event(forged, [sign.KEY_EVENTS.signer(bo.signing)])
    offices.bo.write(contacts.add, raw)
    assert contact(offices.bo).revoked_on is None
    assert offices.bo.read(keyring.events) == []


def test_refused_bundles_stand_in_the_list_and_the_next_receipt_says_why(offices: Offices) -> None:
    add_group(offices.anna)
    sent = offices.send(offices.anna)
    opened = offices.bo.read(receiving.read, sent)
    # Somebody turns a bit inside and seals it anew: the signature is right, a part is not what it says.
    spoiled = _spoiled(offices, sent)
    assert code(offices.bo, spoiled) == "E_DAMAGED"
    (line,) = [one for one in offices.bo.read(accounts.listed) if not one.ours]
    assert (line.state, line.why) == ("refused", "E_DAMAGED")
    receipt = offices.bo.write(receiving.write_receipt, opened.manifest.bundle_id, offices.post / "r.age")
    offices.take(offices.anna, receipt)
    (told,) = [one for one in offices.anna.read(accounts.listed) if one.status != "receipt" and one.ours]
    assert (told.state, told.why) == ("refused", "E_DAMAGED")
    # The whole one comes after all, and the next receipt puts it right.
    offices.take(offices.bo, sent)
    receipt = offices.bo.write(receiving.write_receipt, opened.manifest.bundle_id, offices.post / "s.age")
    offices.take(offices.anna, receipt)
    (told,) = [one for one in offices.anna.read(accounts.listed) if one.status != "receipt" and one.ours]
    assert (told.state, told.why) == ("merged", "")


def _spoiled(offices: Offices, path: Path) -> Path:
    import io

    from gvi_desktop.crypto import seal

    own, plain = offices.bo.read(identity.keys), io.BytesIO()
    with path.open("rb") as file:
        seal.unseal(file, plain, own.identity.secret)
    raw = bytearray(plain.getvalue())
    place = raw.index(b"\x28\xb5\x2f\xfd") + 12
    raw[place] ^= 1
    target = path.with_name("spoiled.age")
    seal.seal_file(io.BytesIO(bytes(raw)), target, [own.identity.recipient])
    return target
