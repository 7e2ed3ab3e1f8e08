"""A vault that many tests begin with is made once a run, and laid down after as a copy that one test has to itself."""

from __future__ import annotations

import contextlib
import os
import shutil
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterator
from dataclasses import dataclass
from pathlib import Path

from gvi_desktop import paths
from gvi_desktop.clock import Clock
from gvi_desktop.services import opening
from gvi_desktop.services.vaultfolder import read_keys
from gvi_desktop.services.workspace import Workspace
from gvi_desktop.storage import files, replica
from gvi_desktop.storage.engine import connect
from gvi_desktop.storage.witness import Witness

ALIKE = 4
"""So many vaults made alike may be in use at once; any more are made anew."""
Make = Callable[[Path], Workspace]
User = list[tuple[Hashable, int]]
"""What somebody has in use."""


@dataclass(frozen=True)
class Pattern:
    """A vault as it was made, closed; its key to open copies with."""

    folder: Path
    vault: str
    key: bytes
    user_id: str


class Patterns:
    """The vaults made so far, and which of them are in use: two vaults of one test are never copies of the same."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._made: dict[Hashable, list[Pattern]] = defaultdict(list)
        self._used: dict[Hashable, set[int]] = defaultdict(set)
        self._users: list[User] = [[]]

    @contextlib.contextmanager
    def used_by(self, user: User) -> Iterator[None]:
        """Vaults asked for meanwhile are not the test's but this user's, until it is `over` for it."""
        self._users.append(user)
        try:
            yield
        finally:
            self._users.pop()

    def over(self, user: User | None = None) -> None:
        """What a user had is free for the next; by default what the test had."""
        had = self._users[0] if user is None else user
        for alike, number in had:
            self._used[alike].discard(number)
        had.clear()

    def lay(self, folder: Path, alike: Hashable, make: Make, clock: Clock) -> Workspace:
        """An open vault in `folder`, as `make` makes it of what is `alike`."""
        number = next(n for n in range(ALIKE + 1) if n == ALIKE or n not in self._used[alike])
        if number == ALIKE or folder.exists():
            return make(folder)
        self._used[alike].add(number)
        self._users[-1].append((alike, number))
        made = self._made[alike]
        while len(made) <= number:
            made.append(self._pattern(make))
        return _copy(made[number], folder, clock)

    def _pattern(self, make: Make) -> Pattern:
        folder = self._folder / f"{sum(map(len, self._made.values()))}.gvi"
        workspace = make(folder)
        kept = bytes(bytearray(workspace.key))  # its own is overwritten when it closes
        workspace.close()
        return Pattern(folder, read_keys(folder).vault, kept, workspace.user.id)


def _copy(pattern: Pattern, folder: Path, clock: Clock) -> Workspace:
    folder.mkdir(mode=0o700, parents=True)
    for name in (files.DATABASE, files.KEYS):
        shutil.copyfile(pattern.folder / name, folder / name)
        os.chmod(folder / name, 0o600)
    # No copy to the program: it was made where it lies, and nobody has seen it further on.
    at_home = connect(folder / files.DATABASE, pattern.key, as_it_is=True)
    at_home.execute("PRAGMA synchronous = OFF")
    at_home.execute("UPDATE replica SET home = ?", (replica.home_of(folder),))
    at_home.close()
    (paths.state_folder() / Witness(pattern.vault, "")._path).unlink(missing_ok=True)
    return opening.open_vault(folder, bytes(bytearray(pattern.key)), pattern.user_id, clock)


_PATTERNS: list[Patterns] = []


@contextlib.contextmanager
def in_folder(folder: Path) -> Iterator[Patterns]:
    """Vaults are laid down as copies of what is kept in `folder`; without it each is made anew."""
    _PATTERNS.append(Patterns(folder))
    try:
        yield _PATTERNS[-1]
    finally:
        _PATTERNS.pop()


def patterns() -> Patterns | None:
    """Those of this run, if any."""
    return _PATTERNS[-1] if _PATTERNS else None
