"""Long work on the vault that tells how far it is and can be stopped: then nothing of it stays."""

from __future__ import annotations

from gvi_desktop.domain.errors import BundleError
from gvi_desktop.services.importing_views import Progress

__all__ = ["CANCELLED", "Progress", "tell"]

CANCELLED = "E_CANCELLED"
"""The code of a BundleError where somebody has asked the work to stop."""


def tell(progress: Progress | None, done: int, total: int) -> None:
    """How far it is; BundleError "E_CANCELLED" when somebody has asked it to stop."""
    if progress is None:
        return
    if progress.cancelled:
        raise BundleError(CANCELLED)
    progress(done, total)
