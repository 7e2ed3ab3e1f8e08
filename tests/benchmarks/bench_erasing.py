"""How long erasing takes in a large vault: looking, the step itself, and the backup that follows apart from it.

The yardstick is reading every text of the vault and of its history once: the file is not erased from faster than that.
`GVI_BENCH_PEOPLE` = the size (100,000 without)."""

from __future__ import annotations

import os
import shutil
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import largevault
from kit.vaults import PASSPHRASE
from sqlalchemy import select

from gvi_desktop.domain.kinds import RECORDS
from gvi_desktop.domain.person import Person
from gvi_desktop.services import erasing, history, unlocking
from gvi_desktop.services.unit import Unit
from gvi_desktop.services.workspace import Workspace
from gvi_desktop.storage.rows import ledger

T = TypeVar("T")
SMALL = 1000
MANY = (1, 100)


def timed(work: Callable[[], T]) -> tuple[float, T]:
    began = time.perf_counter()
    answer = work()
    return time.perf_counter() - began, answer


def read_all(unit: Unit) -> int:
    """Every row of the records, and the values of every entry."""
    tables = [*(unit.table(record) for record in RECORDS), ledger.journal_value]
    return sum(1 for table in tables for _ in unit.connection.execute(select(table)).cursor or ())


def some(unit: Unit, count: int) -> list[str]:
    """People from all over the vault."""
    p = unit.table(Person).c
    ids = list(unit.connection.execute(select(p.id).where(p.removed == 0).order_by(p.id)).scalars())
    return ids[:: max(1, len(ids) // count)][:count]


def erase(workspace: Workspace, count: int) -> tuple[float, float]:
    people = workspace.read(some, count)
    looked, found = timed(lambda: erasing.preview(workspace, people))
    decided = {one.place: True for one in found.mentions if not one.sure}
    done, _ = timed(lambda: erasing.take_out(workspace, people, "tiden ute", decided))
    return looked, done


def measure(people: int, folder: Path) -> tuple[dict[int, tuple[float, float]], float, float]:
    """Of a copy: what is built for other measurements is not erased from."""
    copy = folder / f"{people}.gvi"
    shutil.copytree(largevault.ready(people), copy)
    workspace = unlocking.unlock(copy, None, PASSPHRASE, clock=largevault.MovingClock())
    workspace.read(read_all)  # the first reading also fetches the file from the disk
    whole, _ = timed(lambda: workspace.read(read_all))
    found = {count: erase(workspace, count) for count in MANY}
    saved, _ = timed(workspace.back_up)
    faults = workspace.read(history.verify)
    workspace.close()
    if faults:
        raise SystemExit(f"the chain does not verify: {faults[:3]}")
    return found, saved, whole


def main() -> None:
    people = int(os.environ.get("GVI_BENCH_PEOPLE", "100000"))
    with tempfile.TemporaryDirectory() as folder:
        small, _, _ = measure(SMALL, Path(folder))
        large, saved, whole = measure(people, Path(folder))
    print(f"{people} people: reading every text of vault and history once {whole:.1f} s; a backup {saved:.1f} s")
    print(f"{'erased':>8} {'looking':>9} {'erasing':>9} {'of reading all':>15} {f'as in {SMALL}':>12}")
    for count, (looked, done) in large.items():
        ratio = sum(large[count]) / sum(small[count])
        print(f"{count:8} {looked:7.1f} s {done:7.1f} s {(looked + done) / whole:13.2f} x {ratio:10.0f} x")


if __name__ == "__main__":
    main()
