"""A printer for tests: `lp` and `lpstat` as real programs on the path, which keep what they are handed."""

from __future__ import annotations

import os
import stat
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

LP = """#!{python}
import pathlib, sys
box = pathlib.Path({box!r})
name = sys.argv[sys.argv.index("-d") + 1]
if (box / "broken").exists():
    sys.exit(1)
number = len(list(box.glob("*.pdf")))
(box / f"{{number:03}}.pdf").write_bytes(sys.stdin.buffer.read())
(box / f"{{number:03}}.args").write_text("\\n".join(sys.argv[1:]))
print(f"request id is {{name}}-{{number}} (0 file(s))")
"""
LPSTAT = """#!{python}
import pathlib
print((pathlib.Path({box!r}) / "printers").read_text())
"""


@dataclass(frozen=True)
class Printer:
    """What the print system of a test got."""

    box: Path

    def jobs(self) -> list[bytes]:
        """The bytes of each job, in order."""
        return [path.read_bytes() for path in sorted(self.box.glob("*.pdf"))]

    def arguments(self) -> list[list[str]]:
        """How `lp` was called for each."""
        return [path.read_text().split("\n") for path in sorted(self.box.glob("*.args"))]

    def breaks(self) -> None:
        """From now on nothing is taken."""
        (self.box / "broken").touch()

    def works(self) -> None:
        """It takes pages again."""
        (self.box / "broken").unlink()

    def has(self, *names: str) -> None:
        """Which printers there are from now on."""
        (self.box / "printers").write_text("\n".join(names))


def install(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Printer:
    """Two printers, Alfa and Beta, found first on the path."""
    tools, box = folder / "tools", folder / "box"
    tools.mkdir()
    box.mkdir()
    for name, text in (("lp", LP), ("lpstat", LPSTAT)):
        path = tools / name
        path.write_text(text.format(python=sys.executable, box=str(box)))
        path.chmod(path.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("PATH", f"{tools}{os.pathsep}{os.environ['PATH']}")
    made = Printer(box)
    made.has("Beta", "Alfa")
    return made
