"""A bundle's file brought here before the vault is asked: a share that stops in the middle holds up nothing."""

from __future__ import annotations

from pathlib import Path
from tempfile import SpooledTemporaryFile
from typing import BinaryIO, cast

from gvi_desktop.domain.errors import BundleError
from gvi_desktop.services.stopping import Progress
from gvi_desktop.sync import limits

PIECE = 256 * 1024
IN_MEMORY = 16 * limits.MIB
"""Larger ones lie in a file without a name meanwhile, sealed as they came."""


def fetch(path: Path, progress: Progress) -> BinaryIO:
    """The sealed bytes of a bundle's file, to be read from their beginning. Knows no vault.

    BundleError "E_READ_FAILED", "E_TOO_BIG", "E_CANCELLED" when it is given up.
    """
    kept, size = SpooledTemporaryFile(IN_MEMORY), 0  # noqa: SIM115 - whoever reads it closes it
    try:
        with path.open("rb", buffering=0) as file:
            while piece := file.read(PIECE):
                if progress.cancelled:
                    raise BundleError("E_CANCELLED")
                size += len(piece)
                if size > limits.FILE + limits.MIB:
                    raise BundleError("E_TOO_BIG", what="file", limit=limits.FILE)
                kept.write(piece)
    except OSError as fault:
        kept.close()
        raise BundleError("E_READ_FAILED", path=str(path)) from fault
    except BundleError:
        kept.close()
        raise
    kept.seek(0)
    return cast(BinaryIO, kept)
