"""A bundle or receipt made in the vault's room, carried and entered as sent: what the window does."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from gvi_desktop.services import carrying, outgoing
from gvi_desktop.services.workspace import Workspace


class Calm:
    """Somebody who waits; `told` is how far it was said to be."""

    def __init__(self) -> None:
        self.told: list[tuple[int, int]] = []
        self.cancelled = False

    def __call__(self, done: int, total: int) -> None:
        self.told.append((done, total))


@dataclass(frozen=True)
class Posted:
    """What was sent, and where it stands."""

    path: Path
    bundle_id: str


def make(office: Workspace, work: Callable[..., Any], *args: Any) -> carrying.Parcel:
    """The parcel, waiting in the room."""
    parcel: carrying.Parcel = office.write(work, *args, outgoing.room(office.folder))
    return parcel


def post(office: Workspace, work: Callable[..., Any], *args: Any, to: Path | None = None) -> Posted:
    """To `to`, or into the exchange folder."""
    parcel = make(office, work, *args)
    where = to or parcel.folder
    assert where is not None
    path = carrying.carry(parcel, where, Calm())
    office.write(outgoing.arrived, parcel.bundle, path.name)
    parcel.drop()
    return Posted(path, parcel.bundle)
