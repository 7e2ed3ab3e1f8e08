"""A child process in which hostile bundles are read, one after the other: says code, seconds and memory of each.

Arguments: a vault and files. The memory is the most that the process ever held beyond what it held before.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

from kit.vaults import PASSPHRASE, SettableClock

from gvi_desktop.domain.errors import BundleError
from gvi_desktop.services import receiving, unlocking
from gvi_desktop.services.unit import Unit


def kib() -> int:
    """The most memory so far, of this program alone (what getrusage says may be that of the one that started it)."""
    lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM:"))


def main() -> None:
    """Read every file as the program would: verify, preview, take in."""
    workspace = unlocking.unlock(Path(sys.argv[1]), None, PASSPHRASE, clock=SettableClock())
    before, told = kib(), {}

    def take(unit: Unit, path: Path) -> None:
        opened = receiving.read(unit, path)
        receiving.preview(unit, opened)
        receiving.take_in(unit, opened)

    for name in sys.argv[2:]:
        start = time.perf_counter()
        try:
            workspace.write(take, Path(name))
            code = "taken in"
        except BundleError as error:
            code = error.code
        told[Path(name).stem] = (code, time.perf_counter() - start, (kib() - before) // 1024)
    sys.stdout.write(json.dumps(told))


if __name__ == "__main__":
    main()
