"""Four real vaults write, meet, lose the post, erase, restore and let each other in and out: nothing is lost, nothing
comes back, and all hold exactly what nobody replaced.

The same story as in tests/sync/test_exchange.py, told to real files: with clocks days apart, two scopes, a field that
no program here knows, bundles lost, doubled and out of order. What gives it teeth: a there-and-back exchange, a chained
bundle that is lost between two edits, a last exchange over a star, and the exact account of every write.
GVI_PLAYS says how many stories are told (a few unless it is set).
"""

from __future__ import annotations

import os
import random
import shutil
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from kit.offices import World
from kit.vaultfaults import ALWAYS, FAULTS
from kit.vaultoffice import ALL, CORE, INNER, NAMES, Backup, Sealed, VaultOffice, make_pattern, shown

from gvi_desktop.domain.contact import Preset
from gvi_desktop.domain.errors import BundleError
from gvi_desktop.domain.record import new_id
from gvi_desktop.storage import journal

FULL = "GVI_PLAYS" in os.environ
PLAYS = int(os.environ.get("GVI_PLAYS", "3"))
STEPS = 30
SKEWS = (0, 3, -3, 40)
FIELDS = (frozenset({"name"}), frozenset({"area"}), frozenset({"note"}), frozenset({"later"}), ALL)
OPS = ("write", "write", "send", "send since", "deliver", "lose", "exchange", "chain", "erase", "backup", "restore",
       "let in", "let out")  # fmt: skip


@pytest.fixture(scope="module")
def pattern(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("pattern")
    make_pattern(folder)
    return folder


class VaultPlay:
    """Four vaults, the first of which is the hub of the last exchange."""

    def __init__(self, pattern: Path, folder: Path) -> None:
        shutil.copytree(pattern, folder)
        self.world = World()
        self.offices = [
            VaultOffice(name, folder, self.world, timedelta(days=days)) for name, days in zip(NAMES, SKEWS, strict=True)
        ]
        self.ids = tuple(sorted(new_id() for _ in range(3)))
        self.post: list[tuple[VaultOffice, VaultOffice, Sealed]] = []
        self.backups: dict[str, Backup] = {}
        self.let_in = self.let_out = False
        self.met: set[str] = set()

    def close(self) -> None:
        for office in self.offices:
            office.close()

    def run(self, seed: int, steps: int) -> None:
        rng = random.Random(seed)
        for number in range(steps):
            for office in self.offices:
                office.clock.move(hours=1)
            office, peer = rng.sample(self.offices, 2)
            self.step(rng.choice(OPS), office, peer, rng, number)

    def step(self, op: str, office: VaultOffice, peer: VaultOffice, rng: random.Random, number: int) -> None:
        one, two = rng.sample(self.ids, 2)
        match op:
            case "write":
                office.write(one, rng.choice(FIELDS) & office.scope, f"v{number}")
            case "send" | "send since":
                self.post.append((office, peer, office.send(peer, since_last=op == "send since")))
            case "deliver" if self.post:
                self.deliver(*rng.choice(self.post))
            case "lose" if self.post:
                self.post.remove(rng.choice(self.post))
            case "exchange":
                self.deliver(office, peer, office.send(peer))
                self.deliver(peer, office, peer.send(office))
            case "chain":  # of two chained bundles the first is lost, and the second is answered
                lost = rng.choice(FIELDS)
                office.write(one, lost & office.scope, f"v{number} lost")
                office.send(peer)
                office.write(rng.choice((one, two)), FIELDS[0], f"v{number} kept")
                self.deliver(office, peer, office.send(peer, since_last=True))
                if rng.random() < 0.5:  # by somebody who has not seen what was lost
                    peer.write(one, lost & peer.scope, f"v{number} beside")
                self.deliver(peer, office, peer.send(office))
            case "erase" if office.name in INNER and rng.random() < 0.7:
                office.erase(one)
            case "backup":
                self.backups[office.name] = office.backup()
            case "restore" if office.name in self.backups:
                office.restore(self.backups[office.name])
                self.met.add("restore")
            case "let in" if not self.let_in:
                self.change_scope(Preset.COLLEAGUE, ALL, lost=rng.random() < 0.5)
                self.let_in = True
            case "let out" if self.let_in and not self.let_out:
                self.change_scope(Preset.PARTNER, CORE, lost=rng.random() < 0.5)
                self.let_out = True

    def change_scope(self, preset: Preset, fields: frozenset[str], *, lost: bool) -> None:
        """From now on the third office is one of them, or no longer."""
        third = self.offices[2]
        for office in self.offices[:2]:
            office.lets(third, preset)
        third.scope = fields
        if lost:  # the first bundle of the new scope; what they answer speaks of what they had before
            self.offices[0].send(third)
            self.deliver(third, self.offices[0], third.send(self.offices[0]))
        self.met.add(f"let {preset}")

    def deliver(self, sender: VaultOffice, receiver: VaultOffice, parcel: Sealed) -> None:
        if receiver.take(sender, parcel):
            again = receiver.states(self.ids)
            assert not receiver.take(sender, parcel) and receiver.states(self.ids) == again

    def finish(self) -> None:
        """A star around the first office until nothing is left to send; then everything is compared."""
        hub, *spokes = self.offices
        for _ in range(8):
            for spoke in spokes:
                self.deliver(spoke, hub, spoke.send(hub))
                self.deliver(hub, spoke, hub.send(spoke))
            if not any(spoke.left_for(hub, self.ids) | hub.left_for(spoke, self.ids) for spoke in spokes):
                break
        else:
            raise AssertionError("there is always something left to send")
        all_of_hub = hub.states(self.ids)
        for spoke in spokes:
            fields = hub.gives(spoke)
            mine, theirs = shown(all_of_hub, fields), shown(spoke.states(self.ids), fields)
            for one in mine.keys() | theirs.keys():
                refused = one in theirs and theirs[one].tombstone is not None and fields is not ALL
                if not (refused and (one not in mine or mine[one].tombstone is None)):  # a partner erases nothing here
                    assert mine.get(one) == theirs.get(one), "two offices differ"
        for office in self.offices:
            self.check(office)

    def check(self, office: VaultOffice) -> None:
        states = office.states(self.ids)
        dead = {one for one, state in states.items() if state.tombstone is not None}
        assert office.erased <= dead, "erased here, and alive again"
        for one, state in states.items():
            self.met |= {"erasure"} if state.tombstone is not None else set()
            for name, cell in state.cells.items():
                values = {value for _, value in cell.siblings.values()}
                assert values == self.world.survivors(office.known[one, name]), "lost, or back from the dead"
                self.met |= {"conflict"} if cell.conflict else set()
        assert office.vault.read(lambda unit: journal.broken_links(unit.connection)) == []


def tell(pattern: Path, folder: Path, seed: int, steps: int = STEPS) -> set[str]:
    """One story from beginning to end; what was met in it."""
    play = VaultPlay(pattern, folder)
    try:
        play.run(seed, steps)
        play.finish()
    finally:
        play.close()
        shutil.rmtree(folder)
    return play.met


@pytest.mark.parametrize("seed", range(PLAYS))
def test_whatever_happens_all_vaults_agree_on_exactly_what_nobody_replaced(
    pattern: Path, tmp_path: Path, seed: int
) -> None:
    print(seed, tell(pattern, tmp_path / "play", seed))


@pytest.mark.parametrize("fault", FAULTS, ids=lambda one: one.__name__)
def test_a_fault_planted_in_the_program_is_noticed(
    pattern: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fault: Callable[[pytest.MonkeyPatch], None]
) -> None:
    if not FULL and fault not in ALWAYS:
        pytest.skip("one of the eleven planted faults that are tried when GVI_PLAYS is set")
    fault(monkeypatch)
    for seed in (FAULTS[fault], *range(60 if FULL else 0)):
        try:
            tell(pattern, tmp_path / f"play{seed}", seed)
        except (AssertionError, KeyError, ValueError, BundleError) as error:
            print(f"FOUND {fault.__name__} {seed} {error}"[:100])
            return
        shutil.rmtree(tmp_path / f"play{seed}", ignore_errors=True)
    pytest.fail(f"nothing noticed {fault.__name__}")
