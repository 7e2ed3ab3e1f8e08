"""The offices of a play as real vaults: whatever they write, send, take in, back up and restore is done by services."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from kit.offices import Known, World, Write
from kit.vaults import NOON, PASSPHRASE, SettableClock, new_vault

from gvi_desktop.domain.contact import Contact, Preset, VerifiedHow
from gvi_desktop.domain.errors import BundleError
from gvi_desktop.domain.group import Group
from gvi_desktop.domain.history import RecordState, Value
from gvi_desktop.services import contacts, identity, receiving, restoring, scope, sending, unlocking
from gvi_desktop.services.unit import Unit
from gvi_desktop.services.workspace import Workspace

CORE = frozenset({"name", "area"})
ALL = CORE | {"note", "later"}
"""A note goes to no other agency, and `later` is a field that only a later version knows."""
NAMES = ("p0", "p1", "p2", "p3")
INNER = frozenset({"p0", "p1"})
"""The offices of one agency; the others are partners, who get and may write the core only until they are let in."""


@dataclass
class Sealed:
    """A bundle in the post, and what its author knew when it was written."""

    path: Path
    known: Known


@dataclass
class Backup:
    """A vault's backup, and what was known and erased when it was made."""

    path: Path
    known: Known
    erased: frozenset[str]


def make_pattern(folder: Path) -> None:
    """Four vaults that know each other, to be copied for every play."""
    made = {name: new_vault(folder / f"{name}.gvi", user=name, office=f"GVI {name}") for name in NAMES}
    for at in made.values():
        for name, other in made.items():
            if other is not at:
                preset = Preset.COLLEAGUE if name in INNER else Preset.PARTNER
                contact = at.write(contacts.add, other.read(identity.card), name=name)
                at.write(contacts.verify, contact, VerifiedHow.IN_PERSON)
                at.write(lambda unit, contact=contact, preset=preset: unit.change(Contact, contact, preset=preset))
    for at in made.values():
        at.close()


class VaultOffice:
    """One vault; `known` and the world's writes are the exact account that the vault is held against."""

    def __init__(self, name: str, folder: Path, world: World, skew: timedelta) -> None:
        self.name, self.world, self.skew = name, world, skew
        self.scope = ALL if name in INNER else CORE
        self.clock = SettableClock(NOON + skew)
        self.known: Known = {}
        self.erased: frozenset[str] = frozenset()
        """What was erased here; it is never alive here again, but for a backup from before."""
        self._folder, self._files = folder, 0
        self.vault = unlocking.unlock(folder / f"{name}.gvi", None, PASSPHRASE, clock=self.clock)

    def close(self) -> None:
        self.vault.close()

    def states(self, ids: tuple[str, ...]) -> dict[str, RecordState]:
        found = {one: self.vault.read(lambda unit, one=one: unit.store.state(one)) for one in ids}
        return {one: state for one, state in found.items() if state is not None}

    def contact(self, peer: str) -> Contact:
        return self.vault.read(contacts.named, peer)

    def gives(self, peer: VaultOffice) -> frozenset[str]:
        """The fields that a peer may have from here."""
        return ALL if self.contact(peer.name).preset is Preset.COLLEAGUE else CORE

    def lets(self, peer: VaultOffice, preset: Preset) -> None:
        contact = self.contact(peer.name).id
        self.vault.write(lambda unit: unit.change(Contact, contact, preset=preset))

    def write(self, record_id: str, fields: frozenset[str], value: Value) -> None:
        def save(unit: Unit) -> None:
            with unit.store.batch([record_id]) as batch:
                state = batch.state(record_id) or RecordState("group", record_id, "core", {})
                batch.set_cells(state, dict.fromkeys(sorted(fields), value))

        state = self.states((record_id,)).get(record_id)
        if not fields or (state is not None and state.tombstone is not None):
            return
        self.vault.write(save)
        for name in fields:
            key = (record_id, name)
            self.world.writes.append(Write(key, value, self.known.get(key, frozenset())))
            self.known[key] = self.known.get(key, frozenset()) | {len(self.world.writes) - 1}

    def erase(self, record_id: str) -> None:
        state = self.states((record_id,)).get(record_id)
        if state is not None and state.tombstone is None:
            self.vault.write(lambda unit: unit.erase(Group, record_id))
            self.erased |= {record_id}

    def send(self, peer: VaultOffice, *, since_last: bool = False) -> Sealed:
        self._files += 1
        path = self._folder / f"{self.name}-{self._files}.age"
        request = sending.Request(
            (self.contact(peer.name).id,), ground="lag-2025-170", since_last=since_last, note="Vägt."
        )
        self.vault.write(sending.export, request, path)
        return Sealed(path, dict(self.known))

    def left_for(self, peer: VaultOffice, ids: tuple[str, ...]) -> set[str]:
        """What the next bundle would hold of these records."""
        seen = self.vault.read(sending.preview, sending.Request((self.contact(peer.name).id,)))
        return {one.id for one in seen.records} & set(ids)

    def take(self, sender: VaultOffice, parcel: Sealed) -> bool:
        """Whether anything could be taken in: a bundle comes in once in the life of a vault."""
        try:
            opened = self.vault.read(receiving.read, parcel.path)
        except BundleError as error:
            assert error.code == "E_ALREADY"
            return False
        shown = self.vault.read(receiving.preview, opened)
        done = self.vault.write(receiving.take_in, opened)
        assert (shown.counts, shown.notices, shown.clashing) == (done.counts, done.notices, done.clashing)
        may_write = scope.may_write(self.contact(sender.name))
        for record in opened.records():
            assert isinstance(record, RecordState)
            for name in record.cells:
                key = (record.id, name)
                if key in parcel.known and may_write(record.kind, name):
                    self.known[key] = self.known.get(key, frozenset()) | parcel.known[key]
        return True

    def backup(self) -> Backup:
        self._files += 1
        path = self._folder / f"{self.name}-{self._files}.gvibackup"
        self.vault.back_up(path)
        return Backup(path, dict(self.known), self.erased)

    def restore(self, kept: Backup) -> None:
        self.vault.close()
        self._files += 1
        folder = self._folder / f"{self.name}-{self._files}.gvi"
        shutil.rmtree(self.vault.folder)
        self.vault = restoring.restore(kept.path, folder, None, PASSPHRASE, self.clock)
        self.known, self.erased = dict(kept.known), kept.erased


def shown(states: Mapping[str, RecordState], fields: frozenset[str]) -> dict[str, RecordState]:
    """As much of these records as somebody may have; an erasure is for everybody."""
    parts = {one: state.only(lambda name, _: name in fields) for one, state in states.items()}
    return {one: part for one, part in parts.items() if part.cells or part.tombstone is not None}


def workspace(office: VaultOffice) -> Workspace:
    return office.vault
