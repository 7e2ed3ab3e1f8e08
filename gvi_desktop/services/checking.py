"""Checking a vault: cipher, pages, structure, journal chain, key slots and schema, each by name."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select, text

from gvi_desktop.domain.kinds import BY_KIND
from gvi_desktop.services import unlocking
from gvi_desktop.services.workspace import Workspace
from gvi_desktop.storage import files, journal, upgrade
from gvi_desktop.storage.engine import PLAIN_HEADER
from gvi_desktop.storage.rows import ledger
from gvi_desktop.storage.rows.tables import TABLES


@dataclass(frozen=True)
class Check:
    """One check: whether it holds, and a figure or finding to show."""

    ok: bool
    detail: str


def check(workspace: Workspace) -> dict[str, Check]:
    """Every check by name; reads the whole file."""
    with workspace.engine.connect() as connection:

        def pragma(name: str) -> list[str]:
            return [str(row[0]) for row in connection.execute(text(f"PRAGMA {name}"))]

        cipher = pragma("cipher_version")
        pages = pragma("cipher_integrity_check")
        integrity = pragma("integrity_check")
        foreign = pragma("foreign_key_check")
        broken = journal.broken_links(connection)
        length = journal.head(connection)[0]
        version = upgrade.version(connection)
        strays = _strays(workspace)
    header = (workspace.folder / files.DATABASE).read_bytes()[:16] if not pages else b""
    keys = unlocking.read_keys(workspace.folder)
    passphrases = sum(1 for slot in keys.slots if slot.kind == "passphrase")
    return {
        "cipher": Check(bool(cipher), cipher[0] if cipher else "none"),
        "header": Check(header != PLAIN_HEADER, "encrypted"),
        "pages": Check(not pages, "authenticated" if not pages else pages[0]),
        "integrity": Check(integrity == ["ok"], integrity[0] if integrity else "no answer"),
        "foreign_keys": Check(not foreign, "ok" if not foreign else f"{len(foreign)} broken"),
        "histories": Check(not strays, "every record has its history" if not strays else f"{len(strays)} without"),
        "journal": Check(not broken, f"{length} entries" if not broken else f"broken at {broken[0]}"),
        "key_slots": Check(passphrases > 0, f"{passphrases} users, {len(keys.slots) - passphrases} recovery keys"),
        "schema": Check(version == upgrade.HEAD, str(version)),
    }


def _strays(workspace: Workspace) -> list[str]:
    """Ids of rows without a history, and of histories without a row."""
    found: list[str] = []
    with workspace.engine.connect() as connection:
        for kind in BY_KIND:
            table, history = TABLES[kind], ledger.history
            alone = select(table.c.id).where(
                table.c.id.not_in(select(history.c.id).where(history.c.kind == kind, history.c.dead_hlc.is_(None)))
            )
            found += connection.execute(alone.limit(100)).scalars()
            lost = select(history.c.id).where(
                history.c.kind == kind, history.c.dead_hlc.is_(None), history.c.id.not_in(select(table.c.id))
            )
            found += connection.execute(lost.limit(100)).scalars()
    return found
