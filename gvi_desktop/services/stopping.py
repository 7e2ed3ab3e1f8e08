"""Long work of the exchange that tells how far it is and can be stopped: then nothing of it stays."""

from __future__ import annotations

from gvi_desktop.domain.errors import BundleError
from gvi_desktop.services.importing_views import Progress

__all__ = ["Progress", "tell"]


def tell(progress: Progress | None, done: int, total: int) -> None:
    """How far it is; BundleError "E_CANCELLED" when somebody has asked it to stop."""
    if progress is None:
        return
    if progress.cancelled:
        raise BundleError("E_CANCELLED")
    progress(done, total)
