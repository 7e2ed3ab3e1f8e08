"""Faults planted in the merge core, as a test of its tests: each has lost or revived values in some program.

exchange.md 4.4 asks for eleven; the play of tests/sync/test_exchange.py must notice each of these.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from kit import offices

from gvi_desktop.domain import history
from gvi_desktop.domain.history import Cell
from gvi_desktop.sync import ledger as ledgers
from gvi_desktop.sync.ranges import Ranges


def newest_wins(mine: Cell, theirs: Cell) -> Cell:
    best = max((mine, theirs), key=lambda cell: max(hlc for hlc, _ in cell.siblings.values()))
    vv = {r: max(mine.vv.get(r, 0), theirs.vv.get(r, 0)) for r in {*mine.vv, *theirs.vv}}
    joined = Cell(best.siblings, vv)
    return mine if joined == mine else joined


def keeps_all(mine: Cell, theirs: Cell) -> Cell:
    vv = {r: max(mine.vv.get(r, 0), theirs.vv.get(r, 0)) for r in {*mine.vv, *theirs.vv}}
    joined = Cell({**theirs.siblings, **mine.siblings}, vv)
    return mine if joined == mine else joined


def takes_theirs(mine: Cell, theirs: Cell) -> Cell:
    return mine if mine == theirs else replace(theirs, lsn=None)


def forgets_their_context(mine: Cell, theirs: Cell) -> Cell:
    joined = history.join(mine, theirs)
    return joined if joined is mine else Cell(joined.siblings, {**mine.vv, **{d[0]: d[1] for d in joined.siblings}})


def record_wide_context(state: history.RecordState) -> history.RecordState:
    vv: dict[str, int] = {}
    for cell in state.cells.values():
        vv = {r: max(vv.get(r, 0), cell.vv.get(r, 0)) for r in {*vv, *cell.vv}}
    return replace(state, cells={name: Cell(cell.siblings, vv, cell.lsn) for name, cell in state.cells.items()})


class HighestIsAcked(Ranges):
    @property
    def prefix(self) -> int:
        return self.spans[-1][1] if self.spans else 0


def plant_highest_ack(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(
        ledgers.Ledger, "ack", lambda self: {r: HighestIsAcked(s.spans).prefix for r, s in self.received.items()}
    )


def plant_acks_kept_over_restore(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(ledgers.Ledger, "restored", lambda self: self)


def plant_their_acks_kept_over_restore(patch: pytest.MonkeyPatch) -> None:
    whole = ledgers.receive

    def kept(ledger: ledgers.Ledger, *args: object, **more: object) -> ledgers.Entry:
        entry = whole(ledger, *args, **more)  # type: ignore[arg-type]
        return replace(entry, ledger=replace(entry.ledger, acked=max(ledger.acked, entry.ledger.acked)))

    patch.setattr(offices, "receive", kept)


def plant_reused_replica(patch: pytest.MonkeyPatch) -> None:
    whole = offices.Office.reborn

    def same_name(self: offices.Office) -> None:
        whole(self)
        self.replica = self.name

    patch.setattr(offices.Office, "reborn", same_name)


def plant_no_relay(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(offices, "without_echo", lambda part, came: None if all(map(came, [part.lsn])) else part)
    whole = offices.Office._logged
    patch.setattr(
        offices.Office,
        "_logged",
        lambda self, state, names, origin="": whole(self, state, names if not origin else frozenset(), origin),
    )


def plant_returning_dead(patch: pytest.MonkeyPatch) -> None:
    whole = offices.merge

    def revives(mine: history.RecordState | None, theirs: history.RecordState, **more: object) -> object:
        return whole(None if mine is not None and mine.tombstone else mine, theirs, **more)  # type: ignore[arg-type]

    patch.setattr(offices, "merge", revives)


def plant_join(join: Callable[[Cell, Cell], Cell]) -> Callable[[pytest.MonkeyPatch], None]:
    return lambda patch: patch.setattr("gvi_desktop.sync.merge.join", join)


def plant_wide_context(patch: pytest.MonkeyPatch) -> None:
    whole = offices.write_all

    def wide(cells: dict[str, Cell], *args: object) -> dict[str, Cell]:
        state = history.RecordState("note", "x", "", whole(cells, *args))  # type: ignore[arg-type]
        return dict(record_wide_context(state).cells)

    patch.setattr(offices, "write_all", wide)


def plant_counted_for_another(patch: pytest.MonkeyPatch) -> None:
    whole = ledgers.receive
    patch.setattr(
        offices,
        "receive",
        lambda ledger, manifest, **more: whole(
            ledger,
            replace(
                manifest,
                to=tuple(
                    replace(to, ack={**to.ack, more["my_replica"]: to.ack.get(more["my_replica"], 0)})
                    for to in manifest.to
                ),
            ),
            **more,
        ),
    )


def plant_echo_of_an_earlier_incarnation(patch: pytest.MonkeyPatch) -> None:
    whole = offices.Office.parcel

    def forgetful(self: offices.Office, peer: offices.Office, **more: bool) -> offices.Parcel:
        ledger = self.ledgers.get(peer.name, ledgers.Ledger())
        kept = dict(self.origin)
        self.origin = {at: ledger.replica if by.split(".")[0] == peer.name else by for at, by in kept.items()}
        parcel = whole(self, peer, **more)
        self.origin = kept
        return parcel

    patch.setattr(offices.Office, "parcel", forgetful)


FAULTS: dict[str, Callable[[pytest.MonkeyPatch], None]] = {
    "the newest clock wins": plant_join(newest_wins),
    "what was replaced is kept": plant_join(keeps_all),
    "the arriving side wins": plant_join(takes_theirs),
    "what the other side has seen is forgotten": plant_join(forgets_their_context),
    "the highest position is acknowledged over a gap": plant_highest_ack,
    "our acknowledgements survive our restore": plant_acks_kept_over_restore,
    "theirs survive their restore": plant_their_acks_kept_over_restore,
    "a restored vault keeps its replica": plant_reused_replica,
    "what came from one is not passed on": plant_no_relay,
    "an erased record can come back": plant_returning_dead,
    "one context for the whole record": plant_wide_context,
    "a bundle for an earlier incarnation is acknowledged": plant_counted_for_another,
    "what an earlier incarnation sent is not sent back": plant_echo_of_an_earlier_incarnation,
}
