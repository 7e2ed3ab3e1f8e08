"""An older copy of the whole vault put back is told, whatever is done with it next (T5)."""

from __future__ import annotations

import random
import shutil
import tempfile
from pathlib import Path

from kit.vaults import PASSPHRASE

from gvi_desktop.domain.group import GroupDraft
from gvi_desktop.services import groups, restoring
from torture.jobs import COPY, JOBS, VAULT, Patterns, unlocked
from torture.tally import LostError, Say, Tally


def put_back(patterns: Patterns, count: int, seed: int, _say: Say) -> Tally:
    """A vault copied, gone on with for some steps, and put back; in between it is told to be as it was, or restored."""
    tally, chance = Tally("older vault put back"), random.Random(seed)
    with tempfile.TemporaryDirectory() as place:

        def one(steps: int, more: int) -> None:
            folder = patterns.lay_out(JOBS[0], Path(place) / "trial") / VAULT
            unlocked(folder).close()
            kept = shutil.copytree(folder, Path(place) / "kept")
            _go_on(folder, steps)
            if _older(folder):
                raise LostError("told to be older, and is not")
            shutil.rmtree(folder)
            shutil.move(kept, folder)
            _go_on(folder, more)
            if not _older(folder):
                raise LostError("not told")
            again = Path(place) / "again.gvi"
            restored = restoring.restore(folder.parent / COPY, again, "Anna Ek", PASSPHRASE)
            older = restored.older
            restored.close()
            if older is None or not older.restored or _older(again):
                raise LostError("a restore is not told as one, or not only once")
            shutil.rmtree(again)

        for n in range(count):
            steps, more = chance.randrange(1, 5), chance.randrange(0, 7)
            tally.trial(f"older {n} by {steps}, then {more}", lambda s=steps, m=more: one(s, m))
    return tally


def _go_on(folder: Path, steps: int) -> None:
    workspace = unlocked(folder)
    for n in range(steps):
        workspace.write(groups.add, GroupDraft(name=f"Grupp {n}"))
    workspace.close()


def _older(folder: Path) -> bool:
    workspace = unlocked(folder)
    workspace.close()
    return workspace.older is not None
