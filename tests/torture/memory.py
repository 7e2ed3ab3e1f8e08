"""What is left in memory and on disk: unlocked, locked, ended (T11, T12). Copies of the key and of planted names."""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from kit import planted
from kit.vaults import PASSPHRASE

from gvi_desktop.crypto import keyslots
from gvi_desktop.services.vaultfolder import read_keys
from torture.tally import LostError, Say, Tally

CHILD = planted.ROOT / "tests" / "safety" / "child_window.py"
PART = 16 * 2**20
Forms = dict[str, list[bytes]]


def memory(process: int) -> Iterator[bytes]:
    """The readable memory of a process that we may look into, region by region."""
    with open(f"/proc/{process}/maps", encoding="utf-8") as maps, open(f"/proc/{process}/mem", "rb", 0) as held:
        for line in maps:
            found = re.match(r"([0-9a-f]+)-([0-9a-f]+) r", line)
            if found is None or "[v" in line:
                continue
            start, end = (int(one, 16) for one in found.groups())
            kept = b""
            for at in range(start, end, PART):
                try:
                    held.seek(at)
                    read = held.read(min(PART, end - at))
                except (OSError, ValueError, OverflowError):
                    break
                yield kept + read
                kept = read[-64:]


def counted(process: int, forms: Forms) -> Counter[str]:
    """How many copies of what there are."""
    found: Counter[str] = Counter()
    for part in memory(process):
        for name, spelt in forms.items():
            found[name] += sum(part.count(one) for one in spelt)
    return found


def forms_of(folder: Path) -> Forms:
    """What is looked for: the key, the passphrase, the names."""
    key, _slot = keyslots.unwrap(read_keys(folder / "a.gvi"), PASSPHRASE)
    letters = [text.encode(coding) for text in (key.hex(), key.hex().upper()) for coding in ("ascii", "utf-16-le")]
    names = [name.encode(coding) for name in planted.NAMES for coding in ("utf-8", "utf-16-le")]
    spelt = [PASSPHRASE.encode(coding) for coding in ("utf-8", "utf-16-le", "latin-1")]
    return {"key": [key], "key as text": letters, "passphrase": spelt, "names": names}


def one(say: Say) -> None:
    """One journey of the window; LostError for a key in memory or a name on disk once it is locked."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        made = [sys.executable, str(CHILD), str(folder), "--make"]
        subprocess.run(made, env=planted.home(folder), cwd=folder, check=True, timeout=120)
        forms = forms_of(folder)
        child = subprocess.Popen(
            [sys.executable, str(CHILD), str(folder), "--step"], env=planted.home(folder), cwd=folder,
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
        )  # fmt: skip
        assert child.stdin is not None and child.stdout is not None
        child.stdin.write(f"{PASSPHRASE}\n")
        child.stdin.flush()
        found: dict[str, Counter[str]] = {}
        for line in child.stdout:
            where = line.strip()
            found[where] = counted(child.pid, forms)
            say(f"  {where}: " + ", ".join(f"{found[where][name]} of the {name}" for name in forms))
            if hits := planted.hits(folder)[0]:
                child.kill()
                raise LostError(f"{where}: on disk {hits[:3]}")
            child.stdin.write("\n")
            child.stdin.flush()
        if child.wait(60) or "locked" not in found:
            raise LostError("the journey did not end")
        if hits := planted.hits(folder)[0]:
            raise LostError(f"after the end: on disk {hits[:3]}")
        if not found["unlocked"]["names"] or not found["unlocked"]["key"]:
            raise LostError("the search is blind")
        if left := found["locked"]["key"] + found["locked"]["key as text"]:
            raise LostError(f"locked: {left} copies of the key")


def left_in_memory(count: int, say: Say) -> Tally:
    """So many journeys."""
    tally = Tally("left after the lock")
    for n in range(count):
        tally.trial(f"journey {n}", lambda: one(say))
    return tally
