"""Two offices that share a folder, each with its own copy of it or both with the same."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from kit.posting import Posted, post
from kit.vaults import SettableClock, new_vault

from gvi_desktop.domain.contact import VerifiedHow
from gvi_desktop.domain.group import Group, GroupDraft
from gvi_desktop.services import contacts, exchangefolder, folderlines, identity, receiving, sending
from gvi_desktop.services.folderlines import FolderLine, Lies
from gvi_desktop.services.folderlook import Looked, look
from gvi_desktop.services.workspace import Workspace


@dataclass
class Desk:
    """An office with its copy of the folder, and what it remembers of it."""

    office: Workspace
    folder: Path
    clock: SettableClock
    moment: float = 0.0
    seen: Looked = field(default_factory=Looked)

    def look(self, after: float = 3.0) -> tuple[FolderLine, ...]:
        """What the list says after a look so many seconds later; files seen for the first time are still waited for."""
        self.moment += after
        secrets = self.office.read(exchangefolder.opening_keys)
        self.seen = look(self.folder, self.seen, secrets, self.moment)
        return self.office.read(folderlines.lines, self.seen.files)

    def settled(self) -> tuple[FolderLine, ...]:
        """The list once every file has become still."""
        self.look()
        return self.look()

    def states(self) -> list[Lies]:
        return [one.state for one in self.settled()]

    def put(self, to: Workspace | None = None) -> Posted:
        """A bundle into the folder, to one colleague (the first, unless said)."""
        self.clock.move(minutes=1)
        return post(self.office, exchangefolder.make, sending.Request((self.contact(to),)))

    def contact(self, to: Workspace | None = None) -> str:
        name = None if to is None else to.read(lambda unit: unit.office.programme)
        return next(one.id for one in self.office.read(contacts.listed) if name in (None, one.record.name))

    def take_all(self) -> int:
        """Take in whatever waits; how many bundles."""
        waiting = [one for one in self.settled() if one.state is Lies.NEW]
        for one in waiting:
            self.clock.move(minutes=1)
            opened = self.office.read(receiving.read, self.folder / one.names[0])
            self.office.write(receiving.take_in, opened)
        return len(waiting)

    def add(self, name: str) -> str:
        return self.office.write(lambda unit: unit.add(Group, GroupDraft(name=name, area="Norr"))).id

    def groups(self) -> list[str]:
        return sorted(one.name for one in self.office.read(lambda unit: unit.find(Group)))


def desk(folder: Path, where: Path, name: str, clock: SettableClock) -> Desk:
    """A new office that has chosen this folder."""
    office = new_vault(where / f"{name}.gvi", user=name, office=f"GVI {name}", clock=clock)
    folder.mkdir(parents=True, exist_ok=True)
    office.write(exchangefolder.choose, folder, office.folder)
    return Desk(office, folder, clock)


def befriend(*offices: Workspace) -> None:
    """Everybody knows and has verified everybody."""
    for at in offices:
        for other in offices:
            if other is not at:
                at.write(contacts.verify, at.write(contacts.add, other.read(identity.card)), VerifiedHow.IN_PERSON)
