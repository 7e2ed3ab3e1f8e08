"""Long work in several parts: it tells one count over all of them, and stops between two when somebody asks it to."""

from __future__ import annotations

from gvi_desktop.domain.errors import RefusedError
from gvi_desktop.services.importing_views import Progress

STEPS = 1000
"""What the whole is told in: nobody reads half a million entries off a bar."""


class Watch:
    """How far an erasure is. `total` = what all parts have to look through, about."""

    def __init__(self, progress: Progress | None = None, total: int = 0) -> None:
        self._progress, self._total, self._done = progress, max(total, 1), 0

    def more(self, count: int) -> None:
        """So many more are done; RefusedError `erase_cancelled` when somebody has asked to stop."""
        self._done += count
        self.look()

    def upto(self, done: int) -> None:
        """A part is at its end, whatever it counted."""
        self._done = done
        self.look()

    def look(self) -> None:
        """Tell, and stop when asked to."""
        if self._progress is None:
            return
        if self._progress.cancelled:
            raise RefusedError("erase_cancelled")
        self._progress(min(self._done, self._total) * STEPS // self._total, STEPS)
