"""A share that stops answering: forcing a file of it to the disk takes until somebody wakes it up."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

FORCE = os.fsync


class Share:
    """A folder of it; `asked` once it has begun to hang."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(exist_ok=True)
        self.folder = folder
        self.asked = threading.Event()
        self._awake = threading.Event()

    def force(self, file: int) -> None:
        """In place of `os.fsync`."""
        if any(os.path.samestat(os.fstat(file), one.stat()) for one in self.folder.iterdir()):
            self.asked.set()
            self._awake.wait(30)
        FORCE(file)

    def wake(self) -> None:
        """It answers again; whoever waited goes on to the end."""
        self._awake.set()
        for thread in threading.enumerate():
            if thread.name == "gvi-apart":
                thread.join(10)


@contextmanager
def hanging(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Share]:
    """The folder hangs until it is woken, at the latest at the end."""
    share = Share(folder)
    monkeypatch.setattr(os, "fsync", share.force)
    yield share
    share.wake()
