"""Order in the exchange folder: what was read is put away, and our own bundles go once their receipts have come."""

from __future__ import annotations

import contextlib
import hashlib
import os
from collections.abc import Sequence
from pathlib import Path

from gvi_desktop.services.exchangefolder import READ
from gvi_desktop.services.folderlines import FolderLine, Lies

PIECE = 1024 * 1024


def put_away(folder: Path, line: FolderLine) -> int:
    """Move the files of a bundle that was read to the subfolder; how many. What is for others too stays: they may not
    have read it, and the engine would take it from them."""
    if line.state is not Lies.READ or not line.alone:
        return 0
    moved = 0
    (folder / READ).mkdir(exist_ok=True)
    for name in line.names:
        target = folder / READ / name
        with contextlib.suppress(OSError):  # gone, or held by the engine: the next look tries again
            if target.exists():
                target = folder / READ / f"{line.sha256[:8]}_{name}"
            os.replace(folder / name, target)
            moved += 1
    return moved


def clear(folder: Path, found: Sequence[FolderLine]) -> int:
    """Delete our own bundles whose receipts have come, after one more look that the files are what they were; how many
    files went."""
    gone = 0
    for line in found:
        if line.state is not Lies.OWN or not line.settled:
            continue
        for name in line.names:
            with contextlib.suppress(OSError):
                if _sha256(folder / name) == line.sha256:
                    (folder / name).unlink()
                    gone += 1
    return gone


def _sha256(path: Path) -> str:
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while piece := file.read(PIECE):
            digest.update(piece)
    return digest.hexdigest()
