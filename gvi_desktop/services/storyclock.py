"""The time in which the demonstration is told, and what it leaves behind."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from gvi_desktop import clock
from gvi_desktop.domain.office import OfficeDraft
from gvi_desktop.services.workspace import Workspace

WEEKS = 19
ZONE = ZoneInfo(OfficeDraft().time_zone)


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
        self._hour = min(self._hour + 0.01, 20.0)
        return min(self._midnight(now) + timedelta(hours=self._hour), now)

    def days_ago(self, days: int) -> date:
        """Go on to the morning of a day; returns that day."""
        self._days, self._hour = days, 9.0
        return self().date()

    def at(self, local: time) -> None:
        """Go on to an hour of the day, as the office's clocks show it."""
        midnight = self._midnight(clock.now())
        moment = datetime.combine(midnight.date(), local, ZONE)
        self._hour = (moment - midnight) / timedelta(hours=1)

    def _midnight(self, now: datetime) -> datetime:
        # Days are counted from the office's today, which late in the evening is not the day of UTC.
        today = now.astimezone(ZONE).date()
        return datetime.combine(today, time(), UTC) - timedelta(days=self._days)


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
    agency: str
    notes: list[str]
