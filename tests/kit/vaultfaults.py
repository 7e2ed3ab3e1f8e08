"""Faults planted in the program itself, as a test of the play on real vaults: each must be noticed by it."""

from __future__ import annotations

import orjson
import pytest
from kit import faults
from sqlalchemy import select

from gvi_desktop.domain.history import RecordState, Value
from gvi_desktop.services import accounts, leaving
from gvi_desktop.services.unit import Unit
from gvi_desktop.storage import replica
from gvi_desktop.storage.batch import Batch
from gvi_desktop.storage.held import Held
from gvi_desktop.storage.keeping import Kept, Writing
from gvi_desktop.storage.rows import ledger


def newest_wins(patch: pytest.MonkeyPatch) -> None:
    patch.setattr("gvi_desktop.sync.merge.join", faults.newest_wins)


def replaced_is_kept(patch: pytest.MonkeyPatch) -> None:
    patch.setattr("gvi_desktop.sync.merge.join", faults.keeps_all)


def arriving_wins(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(Held, "overtaken_by", lambda held, theirs: tuple(theirs.shown()) if held.dead is None else None)


def highest_is_acknowledged(patch: pytest.MonkeyPatch) -> None:
    faults.plant_highest_ack(patch)


def acks_survive_our_restore(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(replica, "orjson", Unvoided)


def restored_keeps_its_replica(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(replica, "new_incarnation", lambda *_: None)


def not_passed_on(patch: pytest.MonkeyPatch) -> None:
    def all_of_it(unit: Unit, *_: object) -> frozenset[int]:
        return frozenset(unit.connection.execute(select(ledger.origin.c.lsn)).scalars())

    patch.setattr(leaving, "_echo", all_of_it)


def dead_come_back(patch: pytest.MonkeyPatch) -> None:
    def forgotten(writing: Writing, one: Kept) -> None:
        h = ledger.history
        writing._connection.execute(h.delete().where(h.c.id == one.state.id))

    patch.setattr(Writing, "bury", forgotten)


def wide_context(patch: pytest.MonkeyPatch) -> None:
    whole = Batch.set_cells

    def wide(batch: Batch, state: RecordState, cells: dict[str, Value]) -> None:
        known = batch.state(state.id)
        whole(batch, state if known is None else faults.record_wide_context(known), cells)

    patch.setattr(Batch, "set_cells", wide)


def widening_sends_nothing_anew(patch: pytest.MonkeyPatch) -> None:
    whole = accounts.load
    patch.setattr(accounts, "load", lambda unit, peer, _scope=None: whole(unit, peer))


def acks_of_a_narrower_scope_count(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(accounts, "heeded", lambda _unit, _peer, account: account)


class Unvoided:
    """Loads and dumps accounts, and forgets to void what was acknowledged."""

    loads = staticmethod(orjson.loads)

    @staticmethod
    def dumps(state: dict[str, object]) -> bytes:
        return orjson.dumps({**state, "acked": state["acked"] or 10**6, "sent": state["sent"] or 10**6})


FAULTS = {
    newest_wins: 1, replaced_is_kept: 2, arriving_wins: 1, highest_is_acknowledged: 0, acks_survive_our_restore: 3,
    restored_keeps_its_replica: 10, not_passed_on: 0, dead_come_back: 0, wide_context: 13,
    widening_sends_nothing_anew: 11, acks_of_a_narrower_scope_count: 5,
}  # fmt: skip
"""Each with the story that notices it."""
ALWAYS = {arriving_wins, not_passed_on, dead_come_back}
"""Tried in every run: what only vaults have. The others are also planted in the play without vaults (kit/faults.py)."""
