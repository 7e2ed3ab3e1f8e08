"""The import of a colleague's bundle, as a job to be interrupted: new records, changes and an erasure."""

from __future__ import annotations

import contextlib
import shutil
from pathlib import Path

from kit.quartet import quartet
from kit.vaults import PASSPHRASE, SettableClock

from gvi_desktop.domain.group import Group
from gvi_desktop.domain.person import PersonDraft
from gvi_desktop.services import people, receiving, unlocking
from gvi_desktop.services.unit import Unit
from gvi_desktop.services.workspace import Workspace
from torture.ending import Start

BUNDLE, OFFICE = "bundle.age", "office.gvi"
PEOPLE = 15


def make_bundle_pattern(folder: Path) -> None:
    """Bo's vault, and a bundle of Anna's."""

    def many(unit: Unit) -> None:
        for n in range(PEOPLE):
            people.add(unit, PersonDraft(given_name="Leo", note=f"Sågs i Norr {n}."))

    with quartet(folder / "offices") as o:
        group = o.group()
        o.take(o.send(o.anna, "Bo"))
        o.anna.write(many)
        o.anna.write(lambda unit: unit.erase(Group, group))
        o.send(o.anna, "Bo").rename(folder / BUNDLE)
        bo = o.bo.folder
        o.bo.close()
        shutil.copytree(bo, folder / OFFICE)
    shutil.rmtree(folder / "offices")


def opened(folder: Path) -> Workspace:
    """Bo's vault."""
    return unlocking.unlock(folder / OFFICE, None, PASSPHRASE, clock=SettableClock())


def take_bundle(folder: Path, start: Start) -> None:
    """The bundle is read, and taken in."""
    with contextlib.closing(opened(folder)) as workspace:
        found = workspace.read(receiving.read, folder / BUNDLE)
        start()
        workspace.write(receiving.take_in, found)

