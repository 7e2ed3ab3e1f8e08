"""What most tests of the services begin with: a clock that stands at noon, and an open vault on it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from kit.vaults import SettableClock, opened

from gvi_desktop.services.workspace import Workspace


@pytest.fixture
def clock() -> SettableClock:
    return SettableClock()


@pytest.fixture
def office(tmp_path: Path, clock: SettableClock) -> Iterator[Workspace]:
    yield from opened(tmp_path, clock)


@pytest.fixture
def vault(tmp_path: Path, clock: SettableClock) -> Iterator[Workspace]:
    yield from opened(tmp_path, clock)


@pytest.fixture
def ws(tmp_path: Path, clock: SettableClock) -> Iterator[Workspace]:
    yield from opened(tmp_path, clock)
