"""However often somebody guesses, nothing is changed and nobody is locked out (T36)."""

from __future__ import annotations

import hashlib
import random
import tempfile
from pathlib import Path

from gvi_desktop.domain.errors import VaultError
from torture.jobs import JOBS, VAULT, Patterns, held, unlocked
from torture.tally import LostError, Say, Tally

STRANGE = ("", "\0", "a" * 10_000, "korrekt häst batteri ", "korrekt hast batteri", "KORREKT HÄST BATTERI", "ö" * 500)


def digest(folder: Path) -> str:
    """A hash over every file of a folder but its lock."""
    hashed = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        if path.is_file() and path.name != "lock":
            hashed.update(path.name.encode() + path.read_bytes())
    return hashed.hexdigest()


def guesses(patterns: Patterns, count: int, seed: int, say: Say) -> Tally:
    """So many wrong passphrases, strange ones first; then the right one."""
    tally, chance = Tally("wrong passphrases"), random.Random(seed)
    with tempfile.TemporaryDirectory() as place:
        folder = patterns.lay_out(JOBS[0], Path(place) / "trial") / VAULT
        state = held(unlocked(folder))
        before = digest(folder)

        def one(phrase: str) -> None:
            try:
                unlocked(folder, phrase).close()
            except VaultError as fault:
                if fault.code not in ("wrong_passphrase", "passphrase_empty", "passphrase_nul"):
                    raise LostError(f"told as {fault.code}") from fault
            else:
                raise LostError("it opened")
            if digest(folder) != before:
                raise LostError("a file has changed")

        for n in range(count):
            phrase = STRANGE[n] if n < len(STRANGE) else "".join(chr(chance.randrange(32, 400)) for _ in range(12))
            tally.trial(f"guess {n}", lambda phrase=phrase: one(phrase))
        tally.trial("the right one afterwards", lambda: _same(held(unlocked(folder)), state))
    return tally


def _same(found: object, wanted: object) -> None:
    if found != wanted:
        raise LostError("the vault is not what it was")
