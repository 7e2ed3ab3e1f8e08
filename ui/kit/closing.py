"""Closing the vault behind a window that is hidden already, whatever runs in it."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from threading import Thread
from typing import TYPE_CHECKING, Any, ParamSpec, TypeVar

if TYPE_CHECKING:
    from ui.kit.tasks import Tasks

P = ParamSpec("P")
T = TypeVar("T")

AGAIN = 0.02
"""Seconds between two calls to those at work to stop."""
PATIENCE = 1.0
"""Seconds after which the key goes, though somebody is still at work outside the vault, such as at a printer."""


class Closing(Thread):
    """What is read or written in the vault is broken off and taken back as a whole; a backup or change of key ends
    first, a job at the printer or a drawing of pages goes on alone. Then the open forms are kept, and the key goes."""

    def __init__(self, tasks: Tasks, drafts: Mapping[str, dict[str, Any]]) -> None:
        super().__init__(name="gvi-closing")
        self.tasks, self._drafts = tasks, drafts
        tasks.stop()
        tasks.workspace.halt()

    def run(self) -> None:
        tasks, workspace = self.tasks, self.tasks.workspace
        end = time.monotonic() + PATIENCE
        while not tasks.wait(AGAIN) and time.monotonic() < end:
            workspace.halt()
        try:
            workspace.close(self._drafts, release=False)
        finally:
            self._drafts = {}
            tasks.wait(None)
            workspace.release()

    def before(self, door: Callable[P, T]) -> Callable[P, T]:
        """A way into a vault that waits until this one is closed."""

        def waiting(*args: P.args, **kwargs: P.kwargs) -> T:
            self.join()
            return door(*args, **kwargs)

        return waiting
