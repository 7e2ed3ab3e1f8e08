"""Four offices that exchange real bundles through a folder, and bundles that a hostile hand has made of theirs."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from kit.vaults import SettableClock, new_vault

from gvi_desktop.crypto import seal, sign
from gvi_desktop.domain.contact import VerifiedHow
from gvi_desktop.domain.errors import BundleError
from gvi_desktop.domain.group import Group, GroupDraft
from gvi_desktop.services import contacts, identity, receiving, sending
from gvi_desktop.services.workspace import Workspace
from gvi_desktop.storage.replica import load
from gvi_desktop.sync.bundle import pack
from gvi_desktop.sync.manifest import Author, Manifest, Recipient

Said = tuple[str, dict[str, object]]


@dataclass
class Offices:
    """Vaults of Anna, Bo, Cia and Dan. Bo knows Anna and Dan; Anna knows Bo and Cia; Cia and Dan know Bo.

    They are shared by all tests: each makes what it needs, and needs nothing of what others made.
    """

    anna: Workspace
    bo: Workspace
    cia: Workspace
    dan: Workspace
    clock: SettableClock
    post: Path

    def send(self, by: Workspace, *to: str, **more: object) -> Path:
        self.clock.move(minutes=1)
        ids = tuple(by.read(contacts.named, name).id for name in to)
        return by.write(sending.export, sending.Request(ids, **more), self.post).path  # type: ignore[arg-type]

    def refused(self, path: Path) -> Said:
        with pytest.raises(BundleError) as caught:
            self.bo.read(receiving.read, path)
        return caught.value.code, caught.value.data

    def noticed(self, path: Path, code: str, at: Workspace | None = None) -> Said:
        office = at or self.bo
        found = office.read(receiving.preview, office.read(receiving.read, path))
        return next(one for one in found.notices if one == code), found.notice(code)

    def take(self, path: Path) -> None:
        self.bo.write(receiving.take_in, self.bo.read(receiving.read, path))

    def meet(self) -> None:
        """Anna and Bo hear of each other's newest incarnation, whatever befell their vaults."""
        self.take(self.send(self.anna, "Bo"))
        self.anna.write(receiving.take_in, self.anna.read(receiving.read, self.send(self.bo, "Anna")))
        self.take(self.send(self.anna, "Bo"))

    def group(self) -> str:
        """A new record of Anna's."""
        return self.anna.write(lambda unit: unit.add(Group, GroupDraft(name="Oxhagen"))).id

    def written(self, data: bytes) -> Path:
        path = self.post / "made.age"
        path.write_bytes(data)
        return path

    def plain(self, **changed: object) -> bytes:
        """A bundle of Anna's for Bo, rightly signed, before it is sealed."""
        own, bo = self.anna.read(identity.keys), self.bo.read(identity.keys)
        here = self.anna.read(lambda unit: load(unit.connection))
        author = Author(own.peer, "Anna", here.name, here.inc, sign.ssh_fingerprint(own.public))
        to = (Recipient(bo.peer, bo.identity.recipient),)
        draft = Manifest(author, to, 0, 0, datetime(2026, 11, 22, tzinfo=UTC), 3)
        return b"".join(pack(replace(draft, **changed), [], sign.BUNDLES.signer(own.signing)).pieces)  # type: ignore[arg-type]

    def sealed(self, plain: bytes) -> Path:
        sink = io.BytesIO()
        seal.seal(io.BytesIO(plain), sink, [self.bo.read(identity.keys).identity.recipient])
        return self.written(sink.getvalue())


@contextmanager
def quartet(folder: Path) -> Iterator[Offices]:
    """The four vaults, open."""
    clock = SettableClock()
    anna, bo, cia, dan = (
        new_vault(folder / f"{name}.gvi", user=name, office=f"GVI {name}", clock=clock)
        for name in ("Anna", "Bo", "Cia", "Dan")
    )
    for at, other in ((anna, bo), (anna, cia), (cia, bo), (dan, bo), (bo, anna), (bo, dan)):
        made = at.write(contacts.add, other.read(identity.card), name=other.user.name)
        at.write(contacts.verify, made, VerifiedHow.IN_PERSON)
    bo.write(contacts.revoke, bo.read(contacts.named, "Dan").id, clock().date() - timedelta(days=1))
    (folder / "post").mkdir()
    shared = Offices(anna, bo, cia, dan, clock, folder / "post")
    yield shared
    for one in (shared.anna, shared.bo, shared.cia, shared.dan):
        one.close()
