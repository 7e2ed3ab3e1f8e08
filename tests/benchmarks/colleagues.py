"""Two vaults that know each other and hold the same people, for measuring the exchange between them."""

from __future__ import annotations

import random
import shutil
import uuid
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import largevault
from kit.vaults import PASSPHRASE, new_vault
from sqlalchemy import select, update

from gvi_desktop.crypto import seal, sign
from gvi_desktop.domain.contact import Contact, VerifiedHow
from gvi_desktop.domain.person import Person, PersonDraft
from gvi_desktop.services import accounts, contacts, identity, scope, unlocking
from gvi_desktop.services.unit import Unit
from gvi_desktop.services.workspace import Workspace
from gvi_desktop.storage import replica
from gvi_desktop.storage.rows import ledger
from gvi_desktop.sync.card import Card, write_card
from gvi_desktop.sync.ledger import Ledger

STEP = 5000
FIELDS = ("note", "supervision_officer", "next_review_on", "address")
"""What changes of each person: an office that has gone through all of its people."""


def opened(folder: Path) -> Workspace:
    """One of the vaults, unlocked."""
    return unlocking.unlock(folder, None, PASSPHRASE, clock=largevault.MovingClock())


def build(folder: Path, people: int) -> None:
    """A vault with so many people and nothing else."""
    workspace = new_vault(folder, clock=largevault.MovingClock())  # type: ignore[arg-type]
    add_people(workspace, people)
    workspace.close()


def add_people(workspace: Workspace, people: int, series: str = "P") -> None:
    """New people, all their usual fields filled in."""
    chance = random.Random(2)
    for first in range(0, people, STEP):
        workspace.write(_add, chance, range(first, min(first + STEP, people)), series)


def _add(unit: Unit, chance: random.Random, numbers: range, series: str) -> None:
    for number in numbers:
        draft = PersonDraft(
            code_name=f"{series}{number:06}",
            given_name=chance.choice(largevault.GIVEN),
            family_name=chance.choice(largevault.FAMILY),
            birth_year=chance.randrange(1970, 2008),
            address=f"Storgatan {number % 200}",
            next_review_on=largevault.TODAY + timedelta(days=number % 180),
        )
        unit.add(Person, draft)


def change_people(unit: Unit, people: int) -> int:
    """Set a few fields of so many people, in one step; their number."""
    table = unit.table(Person)
    ids = list(unit.connection.execute(select(table.c.id).order_by(table.c.id).limit(people)).scalars())
    for part in _parts(ids):
        with unit.store.batch(part) as batch:
            for number, one in enumerate(part):
                day = (largevault.TODAY + timedelta(days=200 + number % 100)).isoformat()
                values = (f"Samtal {number} av {people}", f"Karin {number % 40}", day, f"Nygatan {number % 90}")
                batch.change(Person, one, dict(zip(FIELDS, values, strict=True)))
    return len(ids)


def _parts(ids: list[str]) -> Iterator[list[str]]:
    for start in range(0, len(ids), STEP):
        yield ids[start : start + STEP]


def befriended(here: Path, there: Path, others: int) -> None:
    """Make `there` a colleague's copy of the vault `here`, and each a verified contact of the other; `here` has so many
    other contacts besides. From now on only what changes crosses."""
    shutil.copytree(here, there, ignore=shutil.ignore_patterns("lock", "backups"))
    one, two = opened(here), opened(there)
    with two.engine.connect().execution_options(writes=True) as connection, connection.begin():
        names = {"peer": str(uuid.uuid4()), "base": str(uuid.uuid4())}
        connection.execute(update(ledger.replica).values(**names))
        own = (identity.SIGN, identity.AGE, identity.RECOVERY)
        connection.execute(ledger.secret.delete().where(ledger.secret.c.name.in_(own)))
        identity.make(connection)
    for at, other in ((one, two), (two, one)):
        at.write(_know, other.read(identity.card))
    for number in range(others):
        one.write(_know, _card(f"Kollega {number}", one.read(identity.card)))
    one.close()
    two.close()


def _know(unit: Unit, card: bytes) -> None:
    made = contacts.add(unit, card)
    contacts.verify(unit, made, VerifiedHow.IN_PERSON)
    contact = unit.get(Contact, made)
    head = replica.load(unit.connection).lsn
    accounts.keep(unit, contact.peer, Ledger(acked=head, sent=head), scope.of(contact).name)


def _card(name: str, like: bytes) -> bytes:
    """The card of a made-up colleague in the same agency."""
    agency = contacts.read_card(like, sign.CARDS).agency
    key = sign.new_signing_key()
    moment = largevault.MovingClock()()
    made = Card(
        name, agency, "municipality", str(uuid.uuid4()), sign.public_key(key), seal.new_identity().recipient, 1, moment
    )
    return write_card(made, sign.CARDS.signer(key))


def all_contacts(unit: Unit) -> tuple[str, ...]:
    """Ids of everybody a bundle may go to."""
    return tuple(one.id for one in unit.find(Contact))
