"""Pages of the vault do not stay in memory that the database has given back."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from kit import planted

CHILD = """
import sys
from pathlib import Path
from kit.vaults import new_vault, PASSPHRASE
from gvi_desktop import hardening
from gvi_desktop.services import unlocking
hardening.wiping = sys.argv[2] == "on"
folder = Path(sys.argv[1]) / "a.gvi"
made = new_vault(folder)
with made.engine.connect().execution_options(writes=True) as connection, connection.begin():
    connection.exec_driver_sql("CREATE TABLE planted(a)")
    for n in range(400):
        connection.exec_driver_sql("INSERT INTO planted VALUES('Xyzzy' || 'berg' || ?)", (n,))
made.close()
opened = unlocking.unlock(folder, None, PASSPHRASE)
with opened.engine.connect() as connection:
    connection.exec_driver_sql("SELECT count(*) FROM planted WHERE a LIKE '%no'").scalar()
opened.close()
wanted, found = b"Xyzzy" + b"berg", 0
for line in open("/proc/self/maps"):
    place, mode = line.split()[:2]
    if mode.startswith("rw") and "[v" not in line:
        low, high = (int(one, 16) for one in place.split("-"))
        with open("/proc/self/mem", "rb", 0) as memory:
            memory.seek(low)
            left = high - low
            while left > 0:
                piece = memory.read(min(left, 65536))
                if not piece:
                    break
                found += piece.count(wanted)
                left -= len(piece)
print(found)
"""


@pytest.mark.skipif(not Path("/proc/self/mem").exists(), reason="memory is read the Linux way")
def test_fewer_pages_stay_in_memory_after_closing(tmp_path: Path) -> None:
    found = {}
    for mode in ("off", "on"):
        (tmp_path / mode).mkdir()
        done = subprocess.run(
            [sys.executable, "-c", CHILD, str(tmp_path / mode), mode],
            env=planted.home(tmp_path), capture_output=True, text=True, check=True, timeout=120,
        )  # fmt: skip
        found[mode] = int(done.stdout)
    assert found["on"] < found["off"] // 4, found
