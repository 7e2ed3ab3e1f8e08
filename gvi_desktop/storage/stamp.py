"""What one step writes with."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass
class Stamp:
    """What one step writes with: its dot, its place in time, and the log positions it hands out."""

    replica: str
    counter: int
    hlc: int
    lsn: int

    def next_lsn(self) -> int:
        """The next position in this vault's own log."""
        self.lsn += 1
        return self.lsn
