"""Unlocking: from a passphrase to a workspace; light to import, the heavy part loads while the passphrase is typed."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from gvi_desktop import clock as clocks
from gvi_desktop.domain.errors import VaultError
from gvi_desktop.services.vaultfolder import NewVault, SlotInfo, read_keys, slots

if TYPE_CHECKING:
    from gvi_desktop.crypto.kdf import Cost
    from gvi_desktop.services.workspace import Workspace


def unlock(folder: Path, user: str | None, passphrase: str, *, clock: clocks.Clock = clocks.now) -> Workspace:
    """Open the vault as one of its users. VaultError: wrong_passphrase, which_user, no_such_user, keys_older,
    vault_damaged, vault_newer, vault_in_use, no_permission; whichever it is, nothing on the disk has changed."""
    from gvi_desktop.crypto import keyslots

    key, slot = keyslots.unwrap(read_keys(folder), passphrase, user)
    from gvi_desktop.services import opening, rotating

    try:
        workspace = opening.open_vault(folder, key, slot.user_id, clock)
    except VaultError as error:
        if not rotating.was_cut_off(error, folder):
            raise
        key, slot = keyslots.unwrap(read_keys(folder), passphrase, user)
        return opening.open_vault(folder, key, slot.user_id, clock)
    rotating.clean_up(folder)
    return workspace


def create(
    folder: Path, new: NewVault, *, cost: Cost | None = None, clock: clocks.Clock = clocks.now
) -> tuple[Workspace, str]:
    """A new vault in a folder that does not exist yet, and its recovery key as words (shown once, kept nowhere)."""
    from gvi_desktop.services import opening

    return opening.create_vault(folder, new, cost, clock)


def recover(
    folder: Path,
    user: str | None,
    words: str,
    passphrase: str,
    *,
    cost: Cost | None = None,
    clock: clocks.Clock = clocks.now,
) -> Workspace:
    """Set a new passphrase for a user with the recovery key, and open the vault."""
    from gvi_desktop.services import opening

    return opening.recover_vault(folder, user, words, passphrase, cost, clock)


SOON = ("opening", "papers", "report_files", "calendar", "importing")
"""Services worth loading early: the one that unlocks, then those that bring large libraries with them."""


def load_early() -> None:
    """Load what takes its time, in a thread of the caller's, while the passphrase is typed."""
    for name in SOON:
        import_module(f"gvi_desktop.services.{name}")


__all__ = ["NewVault", "SlotInfo", "create", "load_early", "read_keys", "recover", "slots", "unlock"]
