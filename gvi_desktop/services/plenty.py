"""Working through very many records: what holds Python up meanwhile is put off."""

from __future__ import annotations

import contextlib
import gc
from collections.abc import Iterator


@contextlib.contextmanager
def plenty() -> Iterator[None]:
    """No search for circular garbage while the body runs: its records form no circles, and searching all of them again
    and again took a quarter of the time of a merge."""
    searching = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if searching:
            # What was made counts as old at once, or the next search would go through all of it while the window waits.
            gc.freeze()
            gc.unfreeze()
            gc.enable()
