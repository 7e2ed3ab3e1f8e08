"""New recovery words: the old paper opens nothing any more, colleagues hear of it, and what left keeps no power."""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from kit.people import OTHER, OTHERS_PASSPHRASE
from kit.vaults import CHEAP, PASSPHRASE, SettableClock

from gvi_desktop.crypto import recovery, sign
from gvi_desktop.domain.agency import AgencyKind
from gvi_desktop.domain.contact import Contact, VerifiedHow
from gvi_desktop.domain.errors import RefusedError, VaultError
from gvi_desktop.domain.user import Role
from gvi_desktop.services import (
    checking,
    contacts,
    history,
    identity,
    keyring,
    ownkeys,
    receiving,
    recoverywords,
    sending,
    unlocking,
    users,
)
from gvi_desktop.services.workspace import Workspace
from gvi_desktop.storage import files
from gvi_desktop.sync.card import read_card
from gvi_desktop.sync.keyevent import KeyEvent, write_event


@dataclass
class Made:
    """A vault, the words on its paper, its clock, and where files are laid."""

    vault: Workspace
    words: str
    clock: SettableClock
    post: Path

    def renewed(self) -> str:
        words = recoverywords.propose("sv")
        recoverywords.renew(self.vault, words)
        return words


@pytest.fixture
def made(tmp_path: Path) -> Iterator[Made]:
    clock = SettableClock()
    kind = AgencyKind.MUNICIPALITY
    new = unlocking.NewVault("GVI Örebro", "Örebro", "Örebro kommun", kind, "Färre döda.", "Anna Ek", PASSPHRASE)
    vault, words = unlocking.create(tmp_path / "a.gvi", new, cost=CHEAP, clock=clock)
    (tmp_path / "post").mkdir()
    yield Made(vault, words, clock, tmp_path / "post")
    vault.close()


@pytest.fixture
def bo(made: Made, tmp_path: Path) -> Iterator[Workspace]:
    """A colleague's vault; both know each other."""
    kind = AgencyKind.MUNICIPALITY
    new = unlocking.NewVault("GVI Söder", "Örebro", "Örebro kommun", kind, "Färre döda.", "Bo Alm", PASSPHRASE)
    vault, _ = unlocking.create(tmp_path / "bo.gvi", new, cost=CHEAP, clock=made.clock)
    for at, other in ((made.vault, vault), (vault, made.vault)):
        at.write(contacts.verify, at.write(contacts.add, other.read(identity.card)), VerifiedHow.IN_PERSON)
    yield vault
    vault.close()


def contact(at: Workspace) -> Contact:
    return at.read(contacts.listed)[0].record


def sent(made: Made, bo: Workspace) -> tuple[str, ...]:
    """A bundle from the office to Bo; the notices it gave."""
    made.clock.move(minutes=1)
    request = sending.Request((made.vault.read(contacts.listed)[0].id,))
    path = made.vault.write(sending.export, request, made.post).path
    return tuple(bo.write(receiving.take_in, bo.read(receiving.read, path)).notices)


def paper_revocation(made: Made, words: str, days: int = 0) -> bytes:
    """What somebody with these words and the office's card can make anywhere."""
    key = recovery.revoking_key(recovery.secret_of(words))
    own = made.vault.read(identity.keys)
    made.clock.move(days=days)
    event = KeyEvent("revoke", own.peer, own.public, made.clock.now, by=sign.public_key(key))
    return write_event(event, [sign.KEY_EVENTS.signer(key)])


def recovers(folder: Path, words: str) -> bool:
    try:
        unlocking.recover(folder, "Anna Ek", words, PASSPHRASE, cost=CHEAP).close()
    except VaultError as fault:
        assert fault.code == "wrong_recovery"
        return False
    return True


def test_the_new_words_open_the_vault_and_the_old_ones_do_not(made: Made) -> None:
    words = made.renewed()
    made.vault.close()
    assert not recovers(made.vault.folder, made.words)
    assert recovers(made.vault.folder, words)
    again = unlocking.unlock(made.vault.folder, None, PASSPHRASE)
    assert all(one.ok for one in checking.check(again).values())
    assert again.read(history.newest, 9)[0].action == "passphrase"
    again.close()


def test_an_old_key_file_with_the_old_words_does_not_open_the_vault_of_today(made: Made, tmp_path: Path) -> None:
    shutil.copy(made.vault.folder / files.KEYS, tmp_path / "kept.json")
    made.renewed()
    made.vault.close()
    shutil.copy(tmp_path / "kept.json", made.vault.folder / files.KEYS)
    with pytest.raises(VaultError, match="keys_older"):
        unlocking.recover(made.vault.folder, None, made.words, PASSPHRASE, cost=CHEAP)


def test_words_that_were_only_proposed_change_nothing(made: Made) -> None:
    before = (made.vault.folder / files.KEYS).read_bytes()
    recoverywords.propose("sv")
    assert (made.vault.folder / files.KEYS).read_bytes() == before
    with pytest.raises(RefusedError, match="recovery_same"):
        recoverywords.renew(made.vault, made.words)
    with pytest.raises(VaultError, match="recovery_count"):
        recoverywords.renew(made.vault, "två ord")
    assert (made.vault.folder / files.KEYS).read_bytes() == before
    made.vault.close()
    assert recovers(made.vault.folder, made.words)


def test_only_who_looks_after_users_makes_new_words(made: Made) -> None:
    users.add(made.vault, OTHER, Role.STAFF, OTHERS_PASSPHRASE, cost=CHEAP)
    made.vault.close()
    staff = unlocking.unlock(made.vault.folder, OTHER, OTHERS_PASSPHRASE)
    with pytest.raises(RefusedError, match="not_allowed"):
        recoverywords.renew(staff, recoverywords.propose("sv"))
    staff.close()
    assert recovers(made.vault.folder, made.words)


def test_the_history_says_that_new_words_were_made_and_by_whom(made: Made) -> None:
    made.renewed()
    entry = made.vault.read(history.newest, 9)[0]
    assert (entry.action, entry.by) == ("recovery", "Anna Ek")
    assert made.vault.read(history.verify) == []


def test_who_was_removed_since_the_words_were_made_is_named_until_there_are_new_ones(made: Made) -> None:
    users.add(made.vault, OTHER, Role.COORDINATOR, OTHERS_PASSPHRASE, cost=CHEAP)
    assert made.vault.read(recoverywords.outlived) == ()
    users.remove(made.vault, OTHER)
    assert made.vault.read(recoverywords.outlived) == (OTHER,)
    made.clock.move(minutes=1)
    made.renewed()
    assert made.vault.read(recoverywords.outlived) == ()


def test_the_card_names_the_new_words_key_and_a_colleague_takes_it_without_comparing_again(
    made: Made, bo: Workspace
) -> None:
    before = contact(bo)
    words = made.renewed()
    card = read_card(made.vault.read(identity.card), sign.CARDS)
    assert card.recovery == sign.public_key(recovery.revoking_key(recovery.secret_of(words)))
    assert card.serial == before.serial + 1
    bo.write(contacts.add, made.vault.read(identity.card))
    after = contact(bo)
    assert (after.recovery_key != before.recovery_key, after.serial) == (True, card.serial)
    assert (after.verified_how, after.verified_on) == (before.verified_how, before.verified_on)


def test_a_colleague_hears_of_new_words_with_the_next_bundle_and_need_do_nothing(made: Made, bo: Workspace) -> None:
    before = contact(bo)
    made.renewed()
    made.clock.move(minutes=1)
    made.renewed()
    assert "N_RECOVERY" in sent(made, bo)
    after = contact(bo)
    assert after.verified_how is VerifiedHow.IN_PERSON and after.sign_key == before.sign_key
    assert (after.recovery_key != before.recovery_key, after.serial) == (True, before.serial + 2)
    assert "N_RECOVERY" not in sent(made, bo)


def test_the_new_words_declare_a_lost_vaults_keys_invalid(made: Made, bo: Workspace) -> None:
    words = made.renewed()
    sent(made, bo)
    bo.write(contacts.add, paper_revocation(made, words))
    assert contact(bo).revoked_on is not None


def test_replaced_words_declare_nothing_invalid_but_the_words_are_to_be_compared_again(
    made: Made, bo: Workspace
) -> None:
    made.renewed()
    sent(made, bo)
    bo.write(contacts.add, paper_revocation(made, made.words))
    held = contact(bo)
    assert (held.revoked_on, held.verified_on) == (None, None)
    assert bo.read(keyring.dead) == {}
    bo.write(contacts.verify, held.id, VerifiedHow.PHONE)
    # What was said stays said: it does not come up with each bundle, and new keys are followed as before.
    made.vault.write(ownkeys.rotate)
    assert "N_ROTATED" in sent(made, bo)
    assert contact(bo).verified_how is VerifiedHow.EARLIER_KEY


def test_a_revocation_in_force_stays_when_its_words_are_replaced_afterwards(made: Made, bo: Workspace) -> None:
    """Whoever stole the vault could make new words too."""
    bo.write(contacts.add, paper_revocation(made, made.words))
    made.renewed()
    (event,) = made.vault.read(keyring.events)
    bo.write(contacts.add, event.raw)
    assert contact(bo).revoked_on is not None
    assert [one.what for one in bo.read(keyring.events)] == ["revoke"]


def test_two_papers_in_the_place_of_one_want_the_words_compared(made: Made, bo: Workspace, tmp_path: Path) -> None:
    made.vault.close()
    shutil.copytree(made.vault.folder, tmp_path / "stolen.gvi")
    raws = []
    for folder in (made.vault.folder, tmp_path / "stolen.gvi"):
        vault = unlocking.unlock(folder, None, PASSPHRASE, clock=made.clock)
        recoverywords.renew(vault, recoverywords.propose("sv"))
        raws.append(vault.read(keyring.events)[-1].raw)
        vault.close()
    bo.write(contacts.add, raws[0])
    assert contact(bo).verified_on is not None
    bo.write(contacts.add, raws[1])
    assert contact(bo).verified_on is None


def test_somebody_with_old_words_of_ours_is_told(made: Made, bo: Workspace) -> None:
    made.renewed()
    event = paper_revocation(made, made.words)
    news = made.vault.read(lambda unit: keyring.hear(unit, keyring.read_all([event.decode()]), write=False))
    assert [one.code for one in news] == ["N_OWN_REVOKED"]


def test_another_vaults_event_that_names_our_words_takes_nothing_from_them(
    made: Made, bo: Workspace, tmp_path: Path
) -> None:
    """The key of a vault's words stands on its card, so anybody can name it."""
    kind = AgencyKind.MUNICIPALITY
    new = unlocking.NewVault("GVI Väster", "Örebro", "Örebro kommun", kind, "Färre döda.", "Cia Ros", PASSPHRASE)
    cia, _ = unlocking.create(tmp_path / "cia.gvi", new, cost=CHEAP, clock=made.clock)
    bo.write(contacts.verify, bo.write(contacts.add, cia.read(identity.card)), VerifiedHow.IN_PERSON)
    hers, ours = cia.read(identity.keys), made.vault.read(identity.keys)
    key = recovery.revoking_key(recovery.new_secret())
    event = KeyEvent(
        "recovery", hers.peer, hers.public, made.clock.now, serial=hers.serial + 1, was=ours.recovery,
        recovery=sign.public_key(key),
    )  # fmt: skip
    raw = write_event(event, [sign.KEY_EVENTS.signer(hers.signing), sign.KEY_EVENTS.signer(key)])
    cia.close()
    bo.write(lambda unit: keyring.hear(unit, keyring.read_all([raw.decode()]), write=True))
    bo.write(contacts.add, paper_revocation(made, made.words))
    assert ours.public in bo.read(keyring.dead)
