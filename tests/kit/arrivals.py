"""Records that arrive at a vault as if a colleague's bundle had brought them."""

from __future__ import annotations

from pathlib import Path

from kit import bundles
from kit.vaults import new_vault

from gvi_desktop.domain.contact import Contact, VerifiedHow
from gvi_desktop.domain.history import RecordState
from gvi_desktop.services import contacts, identity, merging
from gvi_desktop.services.unit import Unit
from gvi_desktop.services.workspace import Workspace
from gvi_desktop.sync import payload
from gvi_desktop.sync.bundle import OpenBundle
from gvi_desktop.sync.change import Unread


def office_with_a_colleague(folder: Path) -> Workspace:
    """An open vault with one verified contact in the same agency."""
    workspace = new_vault(folder / "a.gvi")
    other = new_vault(folder / "b.gvi", user="Bo", office="GVI Örebro söder")
    made = workspace.write(contacts.add, other.read(identity.card))
    workspace.write(contacts.verify, made, VerifiedHow.IN_PERSON)
    other.close()
    return workspace


def take(office: Workspace, *records: RecordState | Unread) -> merging.Walked:
    """Merge these records in one step, after they have been through the form that a bundle has."""
    manifest = bundles.draft()
    changes = payload.compress(records).data
    opened = OpenBundle(manifest, bundles.ANNA.sender, manifest.to[0], changes, {})

    def work(unit: Unit) -> merging.Walked:
        unit.title = "bundle.import"
        return merging.walk(unit, opened, unit.find(Contact)[0], keep=True)

    return office.write(work)
