"""Unlocking: from a passphrase to a workspace; light to import, the heavy part loads while the passphrase is typed."""

from __future__ import annotations

import contextlib
import threading
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from gvi_desktop import clock as clocks
from gvi_desktop.domain.agency import AgencyKind
from gvi_desktop.domain.errors import VaultError

if TYPE_CHECKING:
    from gvi_desktop.crypto.kdf import Cost
    from gvi_desktop.services.workspace import Workspace

KEYS = "keys.json"


@dataclass(frozen=True)
class SlotInfo:
    """A key slot as a user may see it."""

    id: str
    user: str
    user_id: str
    kind: str


@dataclass(frozen=True)
class NewVault:
    """What the first start asks for."""

    office: str
    town: str
    agency: str
    agency_kind: AgencyKind
    purpose: str
    user: str
    passphrase: str
    language: str = "sv"


def slots(folder: Path) -> list[SlotInfo]:
    """The key slots of a vault. VaultError: vault_missing, no_permission, keys_damaged."""
    return [SlotInfo(slot.id, slot.user, slot.user_id, slot.kind) for slot in read_keys(folder).slots]


def read_keys(folder: Path):  # type: ignore[no-untyped-def]
    """The parsed keys.json of a vault."""
    from gvi_desktop.crypto import slotfile

    try:
        return slotfile.parse((folder / KEYS).read_bytes())
    except FileNotFoundError as fault:
        raise VaultError("vault_missing", path=str(folder)) from fault
    except NotADirectoryError as fault:
        raise VaultError("vault_missing", path=str(folder)) from fault
    except PermissionError as fault:
        raise VaultError("no_permission", path=str(folder)) from fault
    except OSError as fault:
        raise VaultError("disk_error", path=str(folder)) from fault


def unlock(folder: Path, user: str | None, passphrase: str, *, clock: clocks.Clock = clocks.now) -> Workspace:
    """Open the vault as one of its users. VaultError: wrong_passphrase, which_user, no_such_user, vault_damaged,
    vault_newer, vault_in_use, no_permission; whichever it is, nothing on the disk has changed."""
    from gvi_desktop.crypto import keyslots

    key, slot = keyslots.unwrap(read_keys(folder), passphrase, user)
    from gvi_desktop.services import opening, rotating

    try:
        workspace = opening.open_vault(folder, key, slot.user_id, clock)
    except VaultError as error:
        if error.code != "vault_damaged" or not rotating.previous(folder).exists():
            raise
        # A rotation of the key was cut off between the keys and the file: the old slots still fit the file.
        rotating.take_back(folder)
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


def warm_up() -> threading.Thread:
    """Load what unlocking needs in a thread, while the passphrase is typed."""

    def load() -> None:
        with contextlib.suppress(ImportError):
            import gvi_desktop.services.opening  # noqa: F401

    thread = threading.Thread(target=load, name="warm-up", daemon=True)
    thread.start()
    return thread
