"""Several offices write, meet, lose the post, erase and restore; and the facts that must hold at the end."""

from __future__ import annotations

import random
from collections.abc import Sequence

from kit.offices import ALL, CORE, Office, Parcel, World

HOUR = 3_600_000
DAY = 24 * HOUR
IDS = ("r1", "r2", "r3")
FIELDS = (frozenset({"a"}), frozenset({"b"}), frozenset({"h"}), ALL)
OPS = (
    "write",
    "send",
    "send",
    "send_since",
    "deliver",
    "deliver",
    "lose",
    "exchange",
    "erase",
    "backup",
    "restore",
    "widen",
    "chain",
)

Step = tuple[str, int, int, int]


def random_steps(seed: int, count: int) -> list[Step]:
    rng = random.Random(seed)
    return [(rng.choice(OPS), rng.randrange(4), rng.randrange(4), rng.randrange(12)) for _ in range(count)]


class Play:
    """Four offices, the first of which sees everything and is the hub of the last exchange."""

    def __init__(self) -> None:
        self.world = World()
        skews = (0, 3 * DAY, -3 * DAY, 40 * DAY)
        scopes = (ALL, ALL, CORE, CORE)
        self.offices = [Office(f"p{i}", self.world, scopes[i], skews[i]) for i in range(4)]
        self.post: list[tuple[Office, Office, Parcel]] = []
        self.backups: dict[str, Office] = {}
        self.now = 1_790_000_000_000
        self.conflicts = 0

    def run(self, steps: Sequence[Step]) -> None:
        for number, (op, one, two, pick) in enumerate(steps):
            self.now += HOUR
            office, peer = self.offices[one], self.offices[two if two != one else (two + 1) % 4]
            match op:
                case "write":
                    office.write(IDS[pick % 3], FIELDS[pick // 3], f"v{number}", self.now)
                case "send" | "send_since":
                    self.post.append((office, peer, office.parcel(peer, since_sent=op == "send_since")))
                case "deliver" if self.post:  # any order, and the parcel stays: it may come again
                    self.deliver(*self.post[pick % len(self.post)])
                case "lose" if self.post:
                    del self.post[pick % len(self.post)]
                case "exchange":
                    self.deliver(office, peer, office.parcel(peer))
                    self.deliver(peer, office, peer.parcel(office))
                case "chain":  # of two chained bundles the first is lost, and the second is answered
                    office.write(IDS[pick % 3], FIELDS[pick // 3], f"v{number} lost", self.now)
                    office.parcel(peer)
                    office.write(IDS[(pick + 1) % 3], FIELDS[0], f"v{number} kept", self.now)
                    self.deliver(office, peer, office.parcel(peer, since_sent=True))
                    self.deliver(peer, office, peer.parcel(office))
                case "erase" if pick == 0:
                    office.erase(IDS[two % 3], self.now)
                case "backup":
                    self.backups[office.name] = office.backup()
                case "restore" if pick < 4 and office.name in self.backups:
                    office.restore(self.backups[office.name])
                case "widen" if pick == 1:
                    self.offices[0].widen(self.offices[2])

    def deliver(self, sender: Office, receiver: Office, parcel: Parcel) -> None:
        receiver.take(parcel, self.now, sender.scope)
        again = dict(receiver.records)
        receiver.take(parcel, self.now, sender.scope)
        assert again == receiver.records, "a bundle taken in twice changed something"

    def finish(self) -> None:
        """A star around the first office until nothing is left to send; then everything is compared."""
        hub, *spokes = self.offices
        for _ in range(8):
            for spoke in spokes:
                self.deliver(spoke, hub, spoke.parcel(hub))
                self.deliver(hub, spoke, hub.parcel(spoke))
        for spoke in spokes:
            assert spoke.parcel(hub).lines == [], "the next increment is not empty"
            assert hub.parcel(spoke).lines == [], "the next increment is not empty"
            for id, state in hub.records.items():
                theirs = spoke.records.get(id)
                visible = state.only(lambda name, _, scope=spoke.scope: name in scope)
                if not visible.cells and visible.tombstone is None:
                    continue
                assert theirs is not None, "a record did not arrive"
                assert theirs.only(lambda name, _, scope=spoke.scope: name in scope) == visible, "two offices differ"
        for office in self.offices:
            self._check(office)

    def _check(self, office: Office) -> None:
        for id, state in office.records.items():
            if id in office.buried:
                assert state.tombstone is not None and not state.cells, "an erased record came back"
                continue
            assert state.tombstone is None, "a record is gone that nobody erased"
            for name, cell in state.cells.items():
                values = {value for _, value in cell.siblings.values()}
                assert values == self.world.survivors(office.known[id, name]), "lost, or back from the dead"
                self.conflicts += cell.conflict
