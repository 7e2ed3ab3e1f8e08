"""The vault's folder before it is unlocked: its key slots, and what a new vault needs to be told; light to import."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from gvi_desktop.domain.errors import VaultError

if TYPE_CHECKING:
    from gvi_desktop.crypto.slotfile import Keys
    from gvi_desktop.domain.agency import AgencyKind

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
    passphrase: str = field(repr=False)
    language: str = "sv"


def slots(folder: Path) -> list[SlotInfo]:
    """The key slots of a vault. VaultError: vault_missing, no_permission, keys_damaged."""
    return [SlotInfo(slot.id, slot.user, slot.user_id, slot.kind) for slot in read_keys(folder).slots]


def read_keys(folder: Path) -> Keys:
    """The parsed keys.json of a vault."""
    from gvi_desktop.crypto import slotfile

    try:
        path = folder / KEYS
        if path.exists() and not path.is_file():  # a pipe would never answer, and a device has no end
            raise VaultError("keys_damaged", path=str(folder))
        with path.open("rb") as file:
            return slotfile.parse(file.read(slotfile.MAX_BYTES + 1))
    except FileNotFoundError as fault:
        raise VaultError("vault_missing", path=str(folder)) from fault
    except NotADirectoryError as fault:
        raise VaultError("vault_missing", path=str(folder)) from fault
    except PermissionError as fault:
        raise VaultError("no_permission", path=str(folder)) from fault
    except OSError as fault:
        raise VaultError("disk_error", path=str(folder)) from fault
