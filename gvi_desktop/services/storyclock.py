"""The time in which the demonstration is told, and what it leaves behind."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from gvi_desktop import clock
from gvi_desktop.services.workspace import Workspace

WEEKS = 9


class StoryClock:
    """The time of the story: set day by day, always in the past, and the real time once the story is told."""

    def __init__(self) -> None:
        self._days = WEEKS * 7
        self._hour = 9.0
        self.told = False

    def __call__(self) -> datetime:
        now = clock.now()
        if self.told:
            return now
        noon = datetime(now.year, now.month, now.day, tzinfo=UTC) - timedelta(days=self._days)
        self._hour = min(self._hour + 0.01, 20.0)
        return min(noon + timedelta(hours=self._hour), now)

    def days_ago(self, days: int) -> date:
        """Go on to the morning of a day; returns that day."""
        self._days, self._hour = days, 9.0
        return self().date()


@dataclass
class Demonstration:
    """The told story: the open vault, how to open it again, and the ids other parts go on from."""

    workspace: Workspace
    folder: Path
    user: str
    passphrase: str
    recovery: str
    callin: str
    callin_number: int
    coming: str
    round_name: str
    minor: str
    notes: list[str]
