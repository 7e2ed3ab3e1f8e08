"""The vault's own keys: made once, kept encrypted in the vault, shown as a contact card and a fingerprint in words."""

from __future__ import annotations

import errno
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, select

from gvi_desktop.crypto import keyfiles, seal, sign
from gvi_desktop.crypto.fingerprint import fingerprint_words
from gvi_desktop.domain.errors import BundleError
from gvi_desktop.domain.user import Right
from gvi_desktop.services.unit import Unit
from gvi_desktop.storage import files, replica
from gvi_desktop.storage.rows import ledger
from gvi_desktop.sync.card import Card, write_card

SIGN, AGE, SERIAL, RECOVERY = "sign", "age", "serial", "recovery"
RETIRED = "age."
"""Before the number of an age identity that was replaced: colleagues who do not know yet still seal to it."""


@dataclass(frozen=True)
class Keys:
    """The signing key (32 bytes) and the age identity of this vault, and its peer id; `serial` counts its cards,
    `retired` are the identities of earlier ones, `recovery` is the public key of the recovery words, where known."""

    peer: str
    signing: bytes
    identity: seal.Identity
    serial: int = 1
    retired: tuple[seal.Identity, ...] = ()
    recovery: bytes = b""

    @property
    def public(self) -> bytes:
        """The public signing key."""
        return sign.public_key(self.signing)

    def __repr__(self) -> str:
        return f"Keys({self.peer})"


def keys(unit: Unit) -> Keys:
    """The vault's keys."""
    s = ledger.secret.c
    known = {name: value for name, value in unit.connection.execute(select(s.name, s.value))}
    peer = replica.load(unit.connection).peer
    retired = sorted((name for name in known if name.startswith(RETIRED)), reverse=True)
    return Keys(
        peer,
        bytes(known[SIGN]),
        seal.identity_of(bytes(known[AGE]).decode()),
        int(bytes(known.get(SERIAL, b"1"))),
        tuple(seal.identity_of(bytes(known[name]).decode()) for name in retired),
        bytes(known.get(RECOVERY, b"")),
    )


def make(connection: Connection, recovery: bytes = b"") -> None:
    """The keys of a new vault; `recovery` is the public key that follows from its recovery words."""
    made = {SIGN: sign.new_signing_key(), AGE: seal.new_identity().secret.encode(), RECOVERY: recovery}
    connection.execute(ledger.secret.insert(), [{"name": name, "value": value} for name, value in made.items()])


def replace_keys(unit: Unit) -> Keys:
    """A new pair in place of the one in use; what was sealed to the old one still opens. Returns the new keys."""
    before = keys(unit)
    made = {
        SIGN: sign.new_signing_key(),
        AGE: seal.new_identity().secret.encode(),
        SERIAL: str(before.serial + 1).encode(),
        f"{RETIRED}{before.serial:06}": before.identity.secret.encode(),
    }
    for name, value in made.items():
        insert = ledger.secret.insert().prefix_with("OR REPLACE")
        unit.connection.execute(insert.values(name=name, value=value))
    return keys(unit)


def know_recovery(unit: Unit, public: bytes, serial: int | None = None) -> None:
    """Keep the public key of the recovery words: of new ones, which give the card another `serial`, or of those that a
    vault of an earlier version does not know."""
    insert = ledger.secret.insert().prefix_with("OR REPLACE")
    unit.connection.execute(insert.values(name=RECOVERY, value=public))
    if serial is not None:
        unit.connection.execute(insert.values(name=SERIAL, value=str(serial).encode()))


def card(unit: Unit) -> bytes:
    """The contact card to give to colleagues: signed, public."""
    own, office = keys(unit), unit.office
    made = Card(
        name=office.programme,
        agency=office.agency,
        kind=office.agency_kind.value,
        peer=own.peer,
        sign=own.public,
        age=own.identity.recipient,
        serial=own.serial,
        created=unit.now,
        recovery=own.recovery,
    )
    return write_card(made, sign.CARDS.signer(own.signing))


def write_card_to(unit: Unit, path: Path) -> Path:
    """The own card as a file. It is public, so nothing is registered."""
    return write_public(path, card(unit))


def write_public(path: Path, content: bytes) -> Path:
    """What anybody may read into a file. BundleError "E_WRITE_FAILED", "E_DISK_FULL"."""
    try:
        files.write_atomically(path, content)
    except OSError as fault:
        full = fault.errno == errno.ENOSPC
        raise BundleError("E_DISK_FULL" if full else "E_WRITE_FAILED", path=str(path)) from fault
    return path


def own_words(unit: Unit, language: str) -> tuple[str, ...]:
    """The own fingerprint as twelve words, to be read out to a colleague."""
    own = keys(unit)
    return fingerprint_words(own.public, own.identity.recipient, language)


def export(unit: Unit, folder: Path, passphrase: str) -> list[Path]:
    """The keys for stock tools (age, ssh-keygen) under a passphrase, and the line that verifies our signatures."""
    unit.need(Right.ADMINISTER)
    own = keys(unit)
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    made = {
        "age-identity.age": keyfiles.export_identity(own.identity, passphrase),
        "signing-key": sign.export_private(own.signing, passphrase),
        "signing-key.pub": (sign.public_line(own.public, unit.office.programme) + "\n").encode(),
        "allowed_signers": sign.allowed_signers(own.public, own.peer).encode(),
    }
    for name, content in made.items():
        files.write_atomically(folder / name, content)
    unit.note("export", detail="identity")
    return [folder / name for name in made]
