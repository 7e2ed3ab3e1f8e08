"""Whether the program's own folders hold a name of the vault in plain text: the vault, its backups, settings, what it
remembers, and what it has in the folder for temporary files."""

from __future__ import annotations

import base64
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import func, select

from gvi_desktop import paths
from gvi_desktop.domain.group import Group
from gvi_desktop.domain.person import Person
from gvi_desktop.domain.user import User
from gvi_desktop.services.unit import Unit
from gvi_desktop.services.workspace import Workspace
from gvi_desktop.storage.engine import PLAIN_HEADER

NAMES, LONG, SHORTEST, SURE = 300, 12, 4, 8
"""So many names are looked for, in sealed files only so many of the longest: in random bytes a short name turns up by
chance, so there a needle has at least SURE bytes, elsewhere SHORTEST letters."""
PIECE, PIECES = 1024 * 1024, 24
"""Bytes read at a time, and in how many places of a sealed file; that all of it is sealed is shown by its pages."""
OURS = "gvi-*"
SEALED = (".db", ".db-wal", ".gvibackup")
CONTROL = "Xyzzyberg"


@dataclass(frozen=True)
class Scan:
    """Files read, names looked for, the files in which one was found, and whether the search finds a planted name."""

    files: int
    names: int
    hits: tuple[Path, ...]
    control: bool


def scan(workspace: Workspace, folders: Iterable[Path] | None = None) -> Scan:
    """Search; takes a second or two, and never more than some megabytes of memory."""
    names = workspace.read(_names)
    few, all_ = list(_needles(sorted(names, key=len)[-LONG:], SURE)), list(_needles(names, SHORTEST))
    read, hits = 0, []
    for folder in _own(workspace.folder) if folders is None else folders:
        for path in sorted(folder.rglob("*")):
            if not path.is_file() or path.is_symlink():
                continue
            sealed = path.name.endswith(SEALED)
            try:
                found = _found(path, few if sealed else all_, sealed=sealed)
            except OSError:  # gone meanwhile, or a lock that may not be read
                continue
            read += 1
            if found:
                hits.append(path)
    planted = b"\0" + CONTROL.upper().encode("utf-16-le")
    control = any(needle in planted.lower() for needle, _ in _needles([CONTROL], SHORTEST))
    return Scan(read, len(names), tuple(hits), control)


def _own(folder: Path) -> list[Path]:
    temporary = Path(tempfile.gettempdir()).glob(OURS)
    return [folder, paths.config_folder(), paths.state_folder(), *(one for one in temporary if one.is_dir())]


def _names(unit: Unit) -> list[str]:
    p, g, u = unit.table(Person).c, unit.table(Group).c, unit.table(User).c
    found: set[str] = set()
    for column in (p.family_name, p.given_name, p.address, g.name):
        query = select(column).where(column != "").order_by(func.length(column).desc()).limit(NAMES // 4)
        found |= {str(text).strip() for text in unit.connection.execute(query).scalars()}
    known = " ".join(unit.connection.execute(select(u.name)).scalars()).lower()  # users stand beside their key slots
    return sorted(one for one in found if len(one) >= SHORTEST and one.lower() not in known)


def _needles(names: Iterable[str], shortest: int) -> Iterator[tuple[bytes, bool]]:
    """(bytes, whether case counts): UTF-8, UTF-16 and base64 at each of its three offsets."""
    for name in names:
        for form in ("utf-8", "utf-16-le", "utf-16-be"):
            if len(needle := name.lower().encode(form)) >= shortest:
                yield needle, False
        plain = name.encode()
        for offset in range(3):
            coded = base64.b64encode(b"\0" * offset + plain)[-(-offset * 8 // 6) : (offset + len(plain)) * 8 // 6]
            if len(coded) >= max(shortest, SURE):
                yield coded, True


def _found(path: Path, needles: list[tuple[bytes, bool]], *, sealed: bool) -> bool:
    size = path.stat().st_size
    step = max(PIECE, size // PIECES) if sealed else PIECE
    with path.open("rb") as file:
        for start in range(0, max(1, size), step):
            file.seek(max(0, start - 256))  # a name may lie across two pieces
            piece = file.read(PIECE + 256)
            small = piece.lower()
            if start == 0 and piece.startswith(PLAIN_HEADER):
                return True
            if any(needle in (piece if exact else small) for needle, exact in needles):
                return True
    return False
