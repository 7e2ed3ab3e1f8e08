"""Makers of real vaults with a cheap key derivation, and a clock that tests can set."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from kit import laid, shape

from gvi_desktop.clock import Clock
from gvi_desktop.crypto.kdf import Cost
from gvi_desktop.domain.agency import AgencyKind
from gvi_desktop.services import unlocking
from gvi_desktop.services.workspace import Workspace
from gvi_desktop.storage import upgrade

CHEAP = Cost(64, 1, 1)
PASSPHRASE = "korrekt häst batteri"
NOON = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)


class SettableClock:
    """A clock that stands still until it is moved."""

    def __init__(self, now: datetime = NOON) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now

    def move(self, **delta: float) -> None:
        self.now += timedelta(**delta)

    def set_day(self, day: date) -> None:
        self.now = datetime(day.year, day.month, day.day, 12, 0, tzinfo=UTC)


def new_vault(
    folder: Path,
    *,
    user: str = "Anna Ek",
    office: str = "GVI Örebro",
    town: str = "Örebro",
    agency: str = "Örebro kommun",
    agency_kind: AgencyKind = AgencyKind.MUNICIPALITY,
    clock: Clock | None = None,
    anew: bool = False,
) -> Workspace:
    """An open vault in `folder` (which must not exist yet), with one coordinator. It may be the copy of one made
    before, under its keys, but for tests of the making itself: they want it `anew`."""
    new = unlocking.NewVault(office, town, agency, agency_kind, "Minska det dödliga våldet.", user, PASSPHRASE)
    time = clock or SettableClock()

    def make(at: Path) -> Workspace:
        workspace, _ = unlocking.create(at, new, cost=CHEAP, clock=time)
        return workspace

    patterns = laid.patterns()
    still = type(time) is SettableClock and upgrade.upgrade is shape.set_down
    if anew or patterns is None or not still:
        return make(folder)
    return patterns.lay(folder, (new, time()), make, time)


def opened(folder: Path, clock: SettableClock) -> Iterator[Workspace]:
    """The vault of a test, closed after it: for fixtures."""
    workspace = new_vault(folder / "a.gvi", clock=clock)
    yield workspace
    workspace.close()
