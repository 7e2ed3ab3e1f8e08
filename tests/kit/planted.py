"""Planted names, a home of one's own for a child process, and a search for the names in every file below it."""

from __future__ import annotations

import base64
import os
from collections.abc import Iterable, Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
GIVEN, FAMILY, GROUP, STREET, NOTE = "Xyzzyberg", "Kvastsson", "Plonkelund", "Wibblevik", "Snorkelfink"
NAMES = (GIVEN, FAMILY, GROUP, STREET, NOTE)
"""Plain ASCII, so that bytes can be compared without regard to case (the search index keeps small letters)."""


def home(folder: Path) -> dict[str, str]:
    """An environment in which everything that a program keeps for its user lies below `folder`."""
    places = {"HOME": "home", "TMPDIR": "tmp", "XDG_RUNTIME_DIR": "run"}
    places |= {f"XDG_{name}_HOME": f"home/{name.lower()}" for name in ("CONFIG", "DATA", "CACHE", "STATE")}
    for place in places.values():
        (folder / place).mkdir(mode=0o700, parents=True, exist_ok=True)
    kept = {name: os.environ[name] for name in ("PATH", "LANG", "LD_LIBRARY_PATH") if name in os.environ}
    found = {name: str(folder / place) for name, place in places.items()}
    return {**kept, **found, "PYTHONPATH": f"{ROOT}{os.pathsep}{ROOT / 'tests'}", "QT_QPA_PLATFORM": "offscreen"}


def needles(names: Iterable[str] = NAMES) -> Iterator[tuple[str, bytes, bool]]:
    """(what is looked for, bytes, whether case counts): each name as UTF-8, as both UTF-16 and in base64."""
    for name in names:
        for form in ("utf-8", "utf-16-le", "utf-16-be"):
            yield f"{name} in {form}", name.lower().encode(form), False
        for spelt in (name, name.lower()):
            for offset in range(3):
                # What comes before and after in the text changes the outermost characters, so these are left off.
                coded = base64.b64encode(b"\0" * offset + spelt.encode())
                start = -(-offset * 8 // 6)
                yield f"{spelt} in base64 at {offset}", coded[start : (offset + len(spelt)) * 8 // 6], True


def found_in(content: bytes, names: Iterable[str] = NAMES) -> list[str]:
    """What of the names some bytes hold."""
    small = content.lower()
    return [what for what, needle, exact in needles(names) if needle in (content if exact else small)]


def hits(folder: Path, but: Iterable[Path] = ()) -> tuple[list[str], int]:
    """Every file below the folder that holds a name in its content, its path or a link, and how many were read."""
    spared = {path.resolve() for path in but}
    found, read = [], 0
    for path in sorted(folder.rglob("*")):
        if path.resolve() in spared:
            continue
        if path.is_file() and not path.is_symlink():
            read += 1
            found += [f"{path.name}: {what}" for what in found_in(path.read_bytes())]
        target = os.readlink(path) if path.is_symlink() else ""
        found += [f"{path.name}: in its path" for _ in found_in(f"{path.name} {target}".encode())]
    return found, read
