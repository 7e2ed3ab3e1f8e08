"""What came of one kind of trial: how often it was tried, what survived, and each loss in words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

Say = Callable[[str], None]


class LostError(AssertionError):
    """Something that must survive did not, or something that must not leak did."""


@dataclass
class Tally:
    """Trials of one kind."""

    name: str
    tried: int = 0
    lost: list[str] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)

    @property
    def survived(self) -> int:
        return self.tried - len(self.lost)

    def trial(self, what: str, work: Callable[[], object]) -> None:
        """One trial; a LostError is a loss, any other error is one too, since nobody expected it."""
        self.tried += 1
        try:
            work()
        except LostError as loss:
            self.lost.append(f"{what}: {loss}")
        except Exception as fault:
            self.lost.append(f"{what}: {type(fault).__name__} {str(fault)[:200]}")

    def line(self) -> str:
        """One line of the table."""
        return f"{self.name:<22}{self.tried:>8}{self.survived:>10}{len(self.lost):>6}"


HEAD = f"{'trial':<22}{'tried':>8}{'survived':>10}{'lost':>6}"


def spread(count: int, total: int) -> list[int]:
    """So many numbers from 0 to total - 1, evenly spread, with the first and the last; all when they are fewer."""
    if total <= count:
        return list(range(total))
    if count < 2:
        return [total // 2][:count]
    return sorted({round(n * (total - 1) / (count - 1)) for n in range(count)})
