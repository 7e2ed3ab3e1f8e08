"""The second place: how far the journal of a vault had come when this computer last saw it, kept outside its folder.

An older copy of a whole vault is authentic in every page; only somebody who remembers can tell. What is remembered is a
number and a hash under a name that is a hash too: it tells nothing of the vault, its place or its people.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlalchemy import Connection, func, select

from gvi_desktop import paths
from gvi_desktop.storage import journal
from gvi_desktop.storage.rows import ledger
from gvi_desktop.storage.rows.codec import moment, moment_text

FOLDER = "seen"
PLACES, VAULTS = 20, 300
"""How many places of one vault are remembered, and how many vaults."""
Head = tuple[int, bytes]


@dataclass(frozen=True)
class Older:
    """The vault does not hold what this computer has seen of it: an earlier copy was put in its place, or another one
    that went its own way."""

    seen_at: datetime
    """When this computer saw the later state."""
    newest: datetime | None
    """The newest entry that is here."""
    missing: int
    """Entries that are not here; 0 when it is as long or longer, but another history."""
    restored: bool
    """It was laid out from a backup, so going back was meant."""
    zone: str = ""
    """The office's time zone, for telling the moments."""


@dataclass(frozen=True)
class Again:
    """What a restored vault says of erasures: whether a newer copy could be asked, and how many people went again."""

    asked: bool
    people: int = 0
    whole: bool = True
    """False where a copy is damaged: then it may have told only of some."""


class Witness:
    """What this computer remembers of one vault, and what it found when the vault was opened."""

    def __init__(self, vault: str, home: str) -> None:
        name = hashlib.sha256(f"gvi-desktop seen {vault}".encode()).hexdigest()[:40]
        self._path = Path(FOLDER, f"{name}.json")
        self._home = home
        self.older: Older | None = None
        """What is missing here; remembering stops until somebody has said that it is right."""
        self.works = True
        """Whether the second place can be written."""

    def look(self, connection: Connection, now: datetime, *, restored: bool) -> None:
        """Compare the journal with what is remembered; what goes on from there is remembered in its place."""
        seen = self._load()
        # At this place it must hold what was last here; a copy at a new place must hold the newest there was anywhere.
        known = seen.get(self._home) or max(seen.values(), default=None)
        head = journal.head(connection)
        self.older = None
        if known is not None and not _holds(connection, known):
            last = connection.execute(select(func.max(ledger.journal.c.at))).scalar()
            missing = max(0, known[0] - head[0])
            self.older = Older(moment(known[2]), moment(last) if last else None, missing, restored)
        if self.older is None or restored:
            self._keep(head, now)

    def saw(self, head: Head, now: datetime) -> None:
        """A step has been saved."""
        if self.older is None or self.older.restored:
            self._keep(head, now)

    def accept(self, head: Head, now: datetime) -> None:
        """Somebody knows why the vault is older: from now on this is what was last seen."""
        self.older = None
        self._keep(head, now)

    def forget(self) -> None:
        """What lies at this place is no vault to come back to."""
        seen = self._load()
        if seen.pop(self._home, None) is not None:
            self._write(seen)

    def _load(self) -> dict[str, tuple[int, str, str]]:
        try:
            found = json.loads((paths.state_folder() / self._path).read_text(encoding="utf-8"))
            return {str(home): (int(seq), str(link), str(at)) for home, (seq, link, at) in found.items()}
        except (OSError, ValueError, TypeError, AttributeError):
            return {}

    def _keep(self, head: Head, now: datetime) -> None:
        """Beside, then renamed; without an fsync, since what is remembered may lag behind but never run ahead."""
        seen = self._load()
        seen.pop(self._home, None)
        kept = dict(list(seen.items())[1 - PLACES :])
        kept[self._home] = (head[0], head[1].hex(), moment_text(now) or "")
        self._write(kept)

    def _write(self, kept: dict[str, tuple[int, str, str]]) -> None:
        self.works = False
        with contextlib.suppress(OSError):
            target = paths.state_folder() / self._path
            if not target.exists():
                target.parent.mkdir(mode=0o700, exist_ok=True)
                _forget_old(target.parent)
            beside = target.with_suffix(".new")
            handle = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
            with os.fdopen(handle, "w", encoding="utf-8") as file:
                json.dump(kept, file)
            os.replace(beside, target)
            self.works = True


def _holds(connection: Connection, known: tuple[int, str, str]) -> bool:
    """Whether the journal has that entry, with that hash."""
    query = select(ledger.journal.c.hash).where(ledger.journal.c.seq == known[0])
    found = connection.execute(query).scalar()
    return known[0] == 0 or (found is not None and bytes(found).hex() == known[1])


def _forget_old(folder: Path) -> None:
    known = sorted(folder.glob("*.json"), key=lambda path: path.stat().st_mtime)
    for path in known[: max(0, len(known) - VAULTS + 1)]:
        path.unlink(missing_ok=True)
