"""What the shell is told of the places and services it joins."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from ui.kit.desk import Desk
from ui.kit.place import Place


@dataclass(frozen=True)
class PlaceSpec:
    """One place: its key (also the name of its help page), icon, title, how to make its page, the kinds it shows."""

    key: str
    icon: str
    title: Callable[[], str]
    make: Callable[[Desk], Place]
    kinds: frozenset[str] = frozenset()
    count: Callable[..., int] | None = None
    """`count(unit)`: how much waits there; run off the window's thread."""
    aside: bool = False
    """Reached from the File menu, not from the bar at the left: what one does seldom."""


@dataclass(frozen=True)
class Hit:
    """Something the search found."""

    kind: str
    id: str
    title: str
    note: str = ""


@dataclass(frozen=True)
class Status:
    """What the quiet line at the bottom says of the vault."""

    office: str = ""
    time_zone: str = "Europe/Stockholm"


def _no_hits(_unit: Any, _text: str) -> Sequence[Hit]:
    return ()


def _nothing(_unit: Any) -> None:
    return None


def _no_status(_unit: Any) -> Status:
    return Status()


@dataclass(frozen=True)
class ShellWork:
    """Services the shell itself asks; each takes a unit first."""

    search: Callable[..., Sequence[Hit]] = field(default=_no_hits)
    undo: Callable[..., Any] = field(default=_nothing)
    redo: Callable[..., Any] = field(default=_nothing)
    status: Callable[..., Status] = field(default=_no_status)
