"""What a bundle holds, as it is shown before anything is written: each record, the counts and the notices."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import lru_cache
from itertools import islice
from typing import NamedTuple, TypeVar

from gvi_desktop.domain.contact import VerifiedHow
from gvi_desktop.domain.history import RecordState, Value
from gvi_desktop.services.keyring import KeyNews
from gvi_desktop.services.withholding import missing
from gvi_desktop.storage.batch import Batch
from gvi_desktop.sync.merge import Outcome, Verdict

T = TypeVar("T")
BATCH = 500
PERSON = "person"
TITLES = ("code_name", "title", "name", "number", "on")
HIDDEN = {"guardian": ("relation",), "phonecall": ("on",)}
"""Kinds whose name or number tells who somebody is: called by something else, as everywhere (search.HIDDEN)."""
FIRST = frozenset(TITLES).union(*HIDDEN.values())
"""Fields that records are called by."""


class Incoming(NamedTuple):
    """One record of a bundle: what taking it in would do, to which fields, what was withheld from us."""

    id: str
    kind: str
    title: str
    verdict: str
    fields: tuple[str, ...]
    conflicts: tuple[str, ...] = ()
    withheld: tuple[str, ...] = ()
    about: str = ""
    """The person whom a record without a name of its own is about."""


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
    keys: tuple[KeyNews, ...] = ()
    """What its key events mean for our contacts."""
    recalls: int = 0
    answers: int = 0
    invalid_since: date | None = None
    """Since when the key that signed it counts no more: a person has to agree each time."""
    verified_how: VerifiedHow | None = None
    verified_on: date | None = None

    @property
    def incomplete(self) -> int:
        """How many new records came without some of their fields."""
        return sum(bool(one.withheld) for one in self.records)

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
        numbers = {"N_ERASED": self.erased, "N_RECALL": self.recalls, "N_ANSWERED": self.answers}
        time = "" if self.ahead is None else f"{self.ahead:%Y-%m-%d %H:%M}"
        told = [one for one in self.keys if one.code == code]
        name = ", ".join(dict.fromkeys(one.name for one in told if one.name)) or self.sender
        day = told[0].on.date() if told else self.invalid_since
        return {"name": name, "n": numbers.get(code, self.clashing), "time": time, "date": day}


def incoming(theirs: RecordState, outcome: Outcome, batch: Batch) -> Incoming:
    """A record as the preview lists it; people by code name."""
    cells = (outcome.state or theirs).cells
    held = batch.held(theirs.id)
    shown = {name: cells[name].shown for name in FIRST if name in cells}
    title = title_of(theirs.kind, shown, {} if held is None else held.columns)
    fields = fields_of(tuple(sorted(outcome.changed | outcome.refused)))
    clashing = fields_of(tuple(sorted(outcome.conflicts)))
    withheld = missing(theirs.kind, frozenset(theirs.cells)) if outcome.verdict is Verdict.NEW else ()
    about = "" if title or PERSON not in cells else str(cells[PERSON].shown or "")
    return Incoming(theirs.id, theirs.kind, title, outcome.verdict.value, fields, clashing, withheld, about)


def called(records: Iterable[Incoming], known: Callable[[set[str]], Mapping[str, str]]) -> tuple[Incoming, ...]:
    """Records without a name of their own by the code name of the person they are about: from the same bundle, or else
    as `known` has it."""
    listed = list(records)
    nameless = {one.about for one in listed if one.about}
    if not nameless:
        return tuple(listed)
    names = {one.id: one.title for one in listed if one.id in nameless}
    names |= known(nameless - names.keys())
    return tuple(one._replace(title=names.get(one.about, "")) if one.about else one for one in listed)


def title_of(kind: str, shown: Mapping[str, Value], columns: Mapping[str, Value]) -> str:
    """What a record is called: the first of the fields for it that says anything."""
    for name in HIDDEN.get(kind, TITLES):
        if found := shown[name] if name in shown else columns.get(name):
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
