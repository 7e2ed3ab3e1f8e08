"""Which parts of a sender's log have arrived, in any order, and how far without a gap."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

N_OLDER = "N_OLDER"
N_GAP = "N_GAP"
N_RESTORED = "N_RESTORED"


@dataclass(frozen=True, slots=True)
class Ranges:
    """Disjoint half-open ranges (lo, hi] of one replica incarnation's log, in order."""

    spans: tuple[tuple[int, int], ...] = ()

    @classmethod
    def of(cls, spans: Iterable[Iterable[int]]) -> Ranges:
        """From stored lists [[lo, hi], ...]."""
        found = cls()
        for lo, hi in spans:
            found = found.adding(lo, hi)
        return found

    def lists(self) -> list[list[int]]:
        return [[lo, hi] for lo, hi in self.spans]

    @property
    def prefix(self) -> int:
        """What may be acknowledged: everything up to here has arrived."""
        return self.spans[0][1] if self.spans and self.spans[0][0] == 0 else 0

    @property
    def gaps(self) -> tuple[tuple[int, int], ...]:
        """What is missing below the highest position seen."""
        ends = (0, *(hi for _, hi in self.spans))
        return tuple((end, lo) for end, (lo, _) in zip(ends, self.spans, strict=False) if end < lo)

    def covers(self, lo: int, hi: int) -> bool:
        return lo >= hi or any(low <= lo and hi <= high for low, high in self.spans)

    def adding(self, lo: int, hi: int) -> Ranges:
        """With (lo, hi] as well; an empty range adds nothing. ValueError for a range that is none."""
        if not 0 <= lo <= hi:
            raise ValueError(f"({lo}, {hi}] is no range")
        if lo == hi:
            return self
        kept = []
        for low, high in self.spans:
            if high < lo or hi < low:
                kept.append((low, high))
            else:
                lo, hi = min(lo, low), max(hi, high)
        return Ranges(tuple(sorted([*kept, (lo, hi)])))


@dataclass(frozen=True, slots=True)
class Arrival:
    """A bundle's range put beside those that came before; `notices` are codes, `missing` is the gap to name."""

    ranges: Ranges
    notices: tuple[str, ...]
    missing: tuple[tuple[int, int], ...] = ()


def arrive(known: Ranges | None, lo: int, hi: int, *, peer_known_by_another_replica: bool = False) -> Arrival:
    """`known` is None for a replica incarnation never heard of: a first bundle, or a sender that restored a backup."""
    before = known or Ranges()
    after = before.adding(lo, hi)
    notices = [N_RESTORED] if known is None and peer_known_by_another_replica else []
    if lo < hi and before.covers(lo, hi):
        notices.append(N_OLDER)
    elif after.prefix < hi and lo < hi:
        notices.append(N_GAP)
    return Arrival(after, tuple(notices), after.gaps if N_GAP in notices else ())
