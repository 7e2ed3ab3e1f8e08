"""After a backup is restored: whoever was erased since it was made is erased again, as far as a newer copy can tell.

The vault that the backup replaces knows the ids of what was erased, and nothing else is read of it. It may be damaged,
and is only read: its files are copied, and the copy goes again.
"""

from __future__ import annotations

import contextlib
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from sqlalchemy import select

from gvi_desktop.crypto import keyslots
from gvi_desktop.domain.errors import VaultError
from gvi_desktop.domain.history import Tombstone, erased
from gvi_desktop.domain.kinds import BY_KIND
from gvi_desktop.domain.person import Person
from gvi_desktop.services import erasedelsewhere
from gvi_desktop.services.burying import KINDS, Leaving, bury_of
from gvi_desktop.services.unit import Unit
from gvi_desktop.services.vaultfolder import read_keys
from gvi_desktop.services.workspace import Workspace
from gvi_desktop.storage import files, journal, mending, parts
from gvi_desktop.storage.engine import DATABASE_FAULTS, connect, fault_of
from gvi_desktop.storage.rows import ledger
from gvi_desktop.storage.statements import chunks
from gvi_desktop.storage.witness import Again

MOST = 50
"""Folders beside the restored vault that are looked at."""
QUERY = "SELECT id, kind, dead_hlc, dead_replica FROM history WHERE dead_hlc IS NOT NULL"
Dead = tuple[str, str, int, str]
"""Id, kind, and when and where it was erased."""


class _Told(NamedTuple):
    """What a copy tells: what was erased, how many entries its journal has, and whether all of it could be read."""

    dead: list[Dead]
    head: int
    whole: bool


def carry_over(
    workspace: Workspace, source: Path, user: str | None, passphrase: str, places: Iterable[Path] = ()
) -> Again:
    """Erase again in a vault just restored from `source` what newer copies of the same vault have erased: the one that
    the backup belongs to, and those that are one of the `places` or lie in it."""
    vault, here = read_keys(workspace.folder).vault, workspace.read(lambda unit: journal.head(unit.connection)[0])
    told = [_told_by(folder, user, passphrase, workspace) for folder in _copies_of(vault, source, places)]
    told = [one for one in told if one is None or not one.whole or one.head >= here]  # an older copy knows nothing
    found = {dead for one in told if one is not None for dead in one.dead}
    if not any(one is not None for one in told):
        return Again(asked=False)
    known = workspace.read(_missing, found)
    people = workspace.write(_erase, known) if known else 0
    return Again(asked=True, people=people, whole=all(one is not None and one.whole for one in told))


def _copies_of(vault: str, source: Path, places: Iterable[Path]) -> Iterator[Path]:
    """Folders of vaults with this id, each once."""
    own = source.parent.parent.resolve() if source.parent.name == files.BACKUPS else None
    likely = [] if own is None else [own]
    for place in (*places, source.parent):
        likely.append(place)
        with contextlib.suppress(OSError):
            likely += sorted(one for one in place.iterdir() if (one / files.KEYS).exists())[:MOST]
    for one in dict.fromkeys(place.resolve() for place in likely):
        if not (one / files.DATABASE).is_file():
            continue
        try:
            is_it = read_keys(one).vault == vault
        except VaultError:
            is_it = one == own  # its key slots are damaged, but the backup lies in it
        if is_it:
            yield one


def _told_by(folder: Path, user: str | None, passphrase: str, workspace: Workspace) -> _Told | None:
    """What was erased in a vault; None where it cannot be asked: another passphrase, in use, or too damaged."""
    restored = workspace.folder
    try:
        key = _key(folder, user, passphrase, workspace)
        with parts.folder_beside(restored) as part:
            copy = part / files.DATABASE
            held = files.lock(folder)
            try:
                mending.copy(folder / files.DATABASE, copy)
            finally:
                held.release()
            try:
                return _asked(copy, key, whole=True)
            except (VaultError, *DATABASE_FAULTS):
                mended = mending.mend(copy, key, restored / files.DATABASE if key == workspace.key else None)
                return _asked(copy, key, whole=not mended.bad)
    except (VaultError, OSError, ValueError, IndexError, *DATABASE_FAULTS) as fault:
        known = fault if isinstance(fault, VaultError) else fault_of(fault, restored)
        if known is not None and known.code == "disk_full":  # nobody is to come back for want of room
            raise known from fault
        return None


def _key(folder: Path, user: str | None, passphrase: str, workspace: Workspace) -> bytes:
    try:
        return keyslots.unwrap(read_keys(folder), passphrase, user)[0]
    except VaultError as fault:
        if fault.code in ("wrong_passphrase", "no_such_user", "which_user"):
            raise
        return workspace.key


def _asked(database: Path, key: bytes, *, whole: bool) -> _Told:
    with contextlib.closing(connect(database, key, as_it_is=True)) as connection:
        dead = [(row[0], row[1], row[2], row[3]) for row in connection.execute(QUERY).fetchall()]
        head = connection.execute("SELECT coalesce(max(seq), 0) FROM journal").fetchone()[0]
    return _Told(dead, int(head), whole)


def _missing(unit: Unit, found: Collection[Dead]) -> list[Dead]:
    """Those that are not known here as erased."""
    h = ledger.history.c
    dead: set[str] = set()
    for chunk in chunks(sorted({one[0] for one in found})):
        dead.update(unit.connection.execute(select(h.id).where(h.id.in_(chunk), h.dead_hlc.is_not(None))).scalars())
    return sorted(one for one in found if one[0] not in dead)


def _erase(unit: Unit, found: Collection[Dead]) -> int:
    """As if a colleague's bundle had brought the erasures; also of what was never here, so that it never comes."""
    unit.title, unit.can_undo = "retention.again", False
    leaving, ids = Leaving(), {one: [dead[0] for dead in found if dead[1] == one] for one in KINDS}
    for kind, some in ids.items():
        leaving.add(unit.store.many(BY_KIND[kind], some, removed=True).values())
    here = len(leaving.people)
    with unit.store.batch([one[0] for one in found], frozenset()) as batch:
        for record_id, kind, hlc, replica in found:
            batch.keep(erased(kind, record_id, Tombstone(hlc, replica)), unit.store.stamp.next_lsn())
            unit.store.note("erase", kind, record_id)
    bury_of(unit, ids[Person.kind], leaving)
    erasedelsewhere.heed(unit, leaving)
    return here
