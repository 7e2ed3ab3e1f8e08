"""“Prove it is encrypted”: every check of the vault, and besides its settings, its backups and what lies round it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

from sqlalchemy import text

from gvi_desktop.domain.errors import VaultError
from gvi_desktop.services import checking, plainscan, restoretest
from gvi_desktop.services.checking import Check
from gvi_desktop.services.unit import Unit
from gvi_desktop.services.workspace import Workspace
from gvi_desktop.storage.engine import DATABASE_FAULTS

SETTINGS = {
    "cipher_page_size": "4096",
    "cipher_use_hmac": "1",
    "cipher_hmac_algorithm": "HMAC_SHA512",
    "cipher_kdf_algorithm": "PBKDF2_HMAC_SHA512",
    "cipher_plaintext_header_size": "0",
    "secure_delete": "1",
    "temp_store": "2",
}
"""What must be set: pages of 4096 bytes, each with its own HMAC-SHA512, nothing plain at the beginning, deleted bytes
overwritten, nothing temporary on the disk."""
OLD = timedelta(days=14)


def prove(workspace: Workspace) -> dict[str, Check]:
    """All checks by name, in the order in which they are told."""
    found = checking.check(workspace)
    looks: dict[str, Callable[[], Check]] = {
        "settings": lambda: _settings(workspace),
        "second_place": lambda: _second_place(workspace),
        "backup": lambda: _backup(workspace),
        "restore_test": lambda: _restore_test(workspace),
        "plain_text": lambda: _plain_text(workspace),
    }
    more = {}
    for name, look in looks.items():
        try:
            more[name] = look()
        except (*DATABASE_FAULTS, VaultError, OSError):  # a damaged page must not keep the others from being told
            more[name] = Check(False, "cannot be read")
    first = {name: found.pop(name) for name in ("cipher", "header")}
    return {**first, "settings": more.pop("settings"), **found, **more}


def _settings(workspace: Workspace) -> Check:
    with workspace.engine.connect() as connection:
        found = {name: str(connection.execute(text(f"PRAGMA {name}")).scalar()) for name in SETTINGS}
        memory = str(connection.execute(text("PRAGMA cipher_memory_security")).scalar())
        rounds = str(connection.execute(text("PRAGMA kdf_iter")).scalar())
    wrong = sorted(name for name, value in SETTINGS.items() if found[name] != value)
    said = (
        f"page {found['cipher_page_size']}, {found['cipher_hmac_algorithm']}, {found['cipher_kdf_algorithm']} {rounds},"
        f" memory security {'on' if memory == '1' else 'at lock'}"
    )
    told = said if not wrong else f"{said}; not as it must be: {', '.join(wrong)}"
    figures = {"hmac": found["cipher_hmac_algorithm"], "kdf": f"{found['cipher_kdf_algorithm']} {rounds}"}
    return Check(not wrong, told, figures={**figures, "page": found["cipher_page_size"]} if not wrong else {})


def _second_place(workspace: Workspace) -> Check:
    older, witness = workspace.older, workspace.witness
    if older is not None and not older.restored:
        seen = _moment(workspace, older.seen_at)
        return Check(False, f"older than what was seen {seen}; {older.missing} entries missing")
    works = witness is not None and witness.works
    return Check(True, "as last seen here" if works else "cannot be written on this computer", due=not works)


def _backup(workspace: Workspace) -> Check:
    made = workspace.backed_up_at
    if made is None:
        return Check(True, "none yet", due=True)
    when = _moment(workspace, made)
    return Check(True, when, due=workspace.clock() - made > OLD, figures={"made": when})


def _restore_test(workspace: Workspace) -> Check:
    tested = workspace.read(restoretest.last)
    if tested is None:
        return Check(True, "never", due=True)
    at, made = _moment(workspace, tested.at), _moment(workspace, tested.made_at)
    figures = {"at": at, "made": made}
    return Check(tested.ok, f"{at}, backup of {made}", due=workspace.read(restoretest.due), figures=figures)


def _plain_text(workspace: Workspace) -> Check:
    found = plainscan.scan(workspace)
    said = f"{found.files} files, {found.names} names, {len(found.hits)} found"
    if found.hits:
        said += ": " + ", ".join(path.name for path in found.hits[:3])
    figures = {"files": str(found.files), "names": str(found.names), "found": str(len(found.hits))}
    return Check(not found.hits and found.control, said, figures={} if found.hits else figures)


def _moment(workspace: Workspace, moment: datetime) -> str:
    return workspace.read(Unit.local, moment).strftime("%Y-%m-%d %H:%M")
