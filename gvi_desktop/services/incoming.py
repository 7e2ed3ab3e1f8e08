"""What a bundle holds, as it is shown before anything is written: each record, the counts and the notices."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from functools import lru_cache
from itertools import islice
from typing import TypeVar

from gvi_desktop.domain.history import RecordState, Value
from gvi_desktop.storage.batch import Batch
from gvi_desktop.sync.merge import Outcome, Verdict

T = TypeVar("T")
BATCH = 2000
TITLES = ("code_name", "title", "name", "number", "on")


@dataclass(frozen=True, slots=True)
class Incoming:
    """One record of a bundle: what taking it in would do, and to which fields."""

    id: str
    kind: str
    title: str
    verdict: str
    fields: tuple[str, ...]
    conflicts: tuple[str, ...] = ()


@dataclass(frozen=True)
class Preview:
    """What a bundle would do, or has done."""

    bundle_id: str
    sender: str
    user: str
    created: datetime
    verified: bool
    counts: dict[str, int]
    records: tuple[Incoming, ...]
    quarantined: int
    withheld: int
    notices: tuple[str, ...]
    disclosure: dict[str, str] = field(default_factory=dict)
    kind: str = "delta"
    receipts: int = 0
    ahead: datetime | None = None
    """The newest stamp, when the sender's clock is far ahead of ours."""
    clashing: int = 0
    """Fields that would hold several different values."""

    def count(self, *verdicts: Verdict) -> int:
        """How many records have one of the verdicts."""
        return sum(self.counts.get(verdict.value, 0) for verdict in verdicts)

    @property
    def erased(self) -> int:
        """Records that the sender erased, here or not."""
        return self.count(Verdict.ERASED, Verdict.BURIED)

    @property
    def changes(self) -> bool:
        """Whether anything here becomes another than it is."""
        return bool(self.count(Verdict.NEW, Verdict.CHANGED, Verdict.CONFLICT) or self.erased)

    def notice(self, code: str) -> dict[str, object]:
        """The values for a notice's sentence."""
        number = self.erased if code == "N_ERASED" else self.clashing
        time = "" if self.ahead is None else f"{self.ahead:%Y-%m-%d %H:%M}"
        return {"name": self.sender, "n": number, "time": time}


def incoming(theirs: RecordState, outcome: Outcome, batch: Batch) -> Incoming:
    """A record as the preview lists it; people by code name."""
    cells = (outcome.state or theirs).cells
    title = title_of(lambda name: cells[name].shown if name in cells else batch.column(theirs.id, name))
    fields = fields_of(tuple(sorted(outcome.changed | outcome.refused)))
    clashing = fields_of(tuple(sorted(outcome.conflicts)))
    return Incoming(theirs.id, theirs.kind, title, outcome.verdict.value, fields, clashing)


def title_of(value: Callable[[str], Value]) -> str:
    """What a record is called: the first of the fields for it that says anything."""
    for name in TITLES:
        if found := value(name):
            return str(found)
    return ""


@lru_cache(1024)  # most records of a bundle have the same fields: one tuple serves them all
def fields_of(cells: tuple[str, ...]) -> tuple[str, ...]:
    """The fields of these cells, by name."""
    return tuple(sorted({name.partition("/")[0] for name in cells}))


def batches(records: Iterable[T]) -> Iterator[list[T]]:
    """Records a few thousand at a time, so that each batch costs a few queries."""
    remaining = iter(records)
    while batch := list(islice(remaining, BATCH)):
        yield batch
