"""Any single turned bit of the vault's file is found (T4)."""

from __future__ import annotations

import random
import shutil
import tempfile
from pathlib import Path

from kit.vaults import PASSPHRASE, SettableClock

from gvi_desktop import paths
from gvi_desktop.domain.errors import VaultError
from gvi_desktop.services import checking, rescue
from gvi_desktop.storage import files
from gvi_desktop.storage.sealedpage import SALT
from gvi_desktop.storage.witness import FOLDER
from torture.guesses import digest
from torture.jobs import JOBS, VAULT, Patterns, unlocked
from torture.tally import LostError, Say, Tally

RESCUED = 10
"""Of so many turned bits one vault is rescued as well."""


def flips(patterns: Patterns, count: int, seed: int, say: Say) -> Tally:
    """So many bits, each turned alone, spread over the whole file: refused at the door, or named by the check."""
    tally, chance = Tally("turned bits"), random.Random(seed)
    refused = 0
    with tempfile.TemporaryDirectory() as place:
        folder = patterns.lay_out(JOBS[0], Path(place) / "trial") / VAULT
        unlocked(folder).close()  # settles at its new place
        whole = (folder / files.DATABASE).read_bytes()
        kept = shutil.copytree(folder, Path(place) / "kept")

        def one(at: int, bit: int) -> None:
            nonlocal refused
            shutil.rmtree(folder)
            shutil.copytree(kept, folder)
            bent = bytearray(whole)
            bent[at] ^= 1 << bit
            (folder / files.DATABASE).write_bytes(bent)
            try:
                workspace = unlocked(folder)
            except VaultError as fault:
                if fault.code != ("keys_older" if at < SALT else "vault_damaged"):  # under another salt no page is
                    raise LostError(f"told as {fault.code}") from fault
                refused += 1
                return
            try:
                if all(found.ok for found in checking.check(workspace).values()):
                    raise LostError("not found by the check")
            finally:
                workspace.close()

        def other(at: int, bit: int) -> None:
            one(at, bit)
            before = digest(folder)
            new = Path(place) / "rescued"
            found = rescue.lay_out(folder, "Anna Ek", PASSPHRASE, new, SettableClock())
            if digest(folder) != before:
                raise LostError("the damaged vault was written to")
            if found.backup is None:
                raise LostError("the backup is not offered")
            workspace = unlocked(new)
            shutil.rmtree(paths.state_folder() / FOLDER, ignore_errors=True)
            try:
                checks = checking.check(workspace)
                if not all(checks[name].ok for name in ("pages", "integrity", "cipher", "header")):
                    raise LostError("what was rescued is not whole")
                whole_ones.append(found.lost == 0)
            finally:
                workspace.close()
                shutil.rmtree(new)

        whole_ones: list[bool] = []
        for n in range(count):
            at = min(len(whole) - 1, (n * len(whole)) // max(1, count) + chance.randrange(max(1, len(whole) // count)))
            bit = chance.randrange(8)
            do = other if n % RESCUED == 0 else one
            tally.trial(f"bit {bit} of byte {at} of {len(whole)}", lambda at=at, bit=bit, do=do: do(at, bit))
    say(f"  turned bits: {refused} refused when opening, {tally.survived - refused} named by the check")
    say(f"  turned bits: {len(whole_ones)} rescued, {sum(whole_ones)} of them without any loss")
    return tally
