"""Checking a vault: cipher, pages, structure, journal chain, key slots and schema, each by name."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field

from sqlalchemy import select, text

from gvi_desktop.domain.errors import VaultError
from gvi_desktop.domain.kinds import BY_KIND
from gvi_desktop.services import unlocking
from gvi_desktop.services.workspace import Workspace
from gvi_desktop.storage import files, journal, upgrade
from gvi_desktop.storage.engine import DATABASE_FAULTS, PLAIN_HEADER
from gvi_desktop.storage.rows import ledger
from gvi_desktop.storage.rows.tables import TABLES


@dataclass(frozen=True)
class Check:
    """One check: whether it holds, a figure or finding to show, and whether something is due though it holds."""

    ok: bool
    detail: str
    due: bool = False
    figures: Mapping[str, str] = field(default_factory=dict, compare=False)
    """The same for a sentence in the reader's language."""


def check(workspace: Workspace) -> dict[str, Check]:
    """Every check by name; reads the whole file. What cannot be read for damage is a fault, not an error."""
    folder, engine = workspace.folder, workspace.engine

    def pragma(name: str) -> list[str]:
        with engine.connect() as connection:
            return [str(row[0]) for row in connection.execute(text(f"PRAGMA {name}"))]

    def cipher() -> Check:
        found = pragma("cipher_version")
        return Check(bool(found), found[0] if found else "none", figures={"version": found[0]} if found else {})

    def header() -> Check:
        with (folder / files.DATABASE).open("rb") as file:
            return Check(file.read(16) != PLAIN_HEADER, "encrypted")

    def pages() -> Check:
        with engine.connect() as connection:
            _, log, folded = connection.execute(text("PRAGMA wal_checkpoint(PASSIVE)")).one()
        if log != folded:  # somebody is reading: the file alone is not the vault, so pages are read with the log
            return Check(pragma("integrity_check") == ["ok"], "authenticated")
        found = pragma("cipher_integrity_check")
        return Check(not found, "authenticated" if not found else found[0])

    def integrity() -> Check:
        found = pragma("integrity_check")
        return Check(found == ["ok"], found[0] if found else "no answer")

    def foreign_keys() -> Check:
        found = pragma("foreign_key_check")
        return Check(not found, "ok" if not found else f"{len(found)} broken")

    def histories() -> Check:
        found = _strays(workspace)
        return Check(not found, "every record has its history" if not found else f"{len(found)} without")

    def chain() -> Check:
        with engine.connect() as connection:
            broken, length = journal.broken_links(connection), journal.head(connection)[0]
        said = f"{length} entries" if not broken else f"broken at {broken[0]}"
        return Check(not broken, said, figures={"count": str(length)} if not broken else {})

    def key_slots() -> Check:
        keys = unlocking.read_keys(folder)
        passphrases = sum(1 for slot in keys.slots if slot.kind == "passphrase")
        papers = len(keys.slots) - passphrases
        figures = {"users": str(passphrases), "papers": str(papers)}
        return Check(passphrases > 0, f"{passphrases} users, {papers} recovery keys", figures=figures)

    def schema() -> Check:
        with engine.connect() as connection:
            version = upgrade.version(connection)
        return Check(version == upgrade.HEAD, str(version), figures={"version": str(version)})

    looks: dict[str, Callable[[], Check]] = {
        "cipher": cipher,
        "header": header,
        "pages": pages,
        "integrity": integrity,
        "foreign_keys": foreign_keys,
        "histories": histories,
        "journal": chain,
        "key_slots": key_slots,
        "schema": schema,
    }
    with ThreadPoolExecutor(1, "check") as pool:
        longest = pool.submit(_tried, integrity)  # as long as all the others together, and beside them
        found = {name: _tried(look) for name, look in looks.items() if look is not integrity}
        found["integrity"] = longest.result()
    return {name: found[name] for name in looks}


def _tried(look: Callable[[], Check]) -> Check:
    try:
        return look()
    except (*DATABASE_FAULTS, VaultError, ValueError, TypeError):  # a damaged page, or nonsense out of one
        return Check(False, "cannot be read")


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
