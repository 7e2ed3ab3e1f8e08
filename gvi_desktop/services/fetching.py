"""A bundle's file brought here before the vault is asked: a share that stops in the middle holds up nothing."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from tempfile import TemporaryFile
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
    kept: BinaryIO = BytesIO()
    size = 0
    try:
        with path.open("rb", buffering=0) as file:
            while piece := file.read(PIECE):
                if progress.cancelled:
                    raise BundleError("E_CANCELLED")
                size += len(piece)
                if size > limits.FILE + limits.MIB:
                    raise BundleError("E_TOO_BIG", what="file", limit=limits.FILE)
                if size > IN_MEMORY and isinstance(kept, BytesIO):
                    kept = _on_disk(kept)
                kept.write(piece)
        if progress.cancelled:  # whoever asked has gone, and would not close it
            raise BundleError("E_CANCELLED")
    except OSError as fault:
        kept.close()
        raise BundleError("E_READ_FAILED", path=str(path)) from fault
    except BundleError:
        kept.close()
        raise
    kept.seek(0)
    return kept


def _on_disk(held: BytesIO) -> BinaryIO:
    file = cast(BinaryIO, TemporaryFile())  # noqa: SIM115 - whoever reads it closes it
    file.write(held.getvalue())
    return file
