"""What a killed restore, rescue or backup left beside its target goes at the next start; what is in use stays."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from kit.vaults import PASSPHRASE, new_vault

from gvi_desktop.services import temporary
from gvi_desktop.storage import parts

CHILD = """
import os, signal, sys
from pathlib import Path
from gvi_desktop.services import rescue, restoring, unlocking
from gvi_desktop.storage import backup, packing, salvage

def die(*_):
    os.kill(os.getpid(), signal.SIGKILL)

what, vault, phrase = sys.argv[1], Path(sys.argv[2]), sys.argv[3]
if what == "restore":
    backup.check_header = die
    restoring.restore(backup.listed(vault)[-1], vault.parent / "again.gvi", None, phrase)
elif what == "rescue":
    salvage.fill = die
    rescue.lay_out(vault, None, phrase, vault.parent / "new.gvi")
else:
    packing.pack = die
    unlocking.unlock(vault, None, phrase).back_up()
"""


@pytest.fixture
def vault(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    (tmp_path / "state").mkdir()
    workspace = new_vault(tmp_path / "here" / "a.gvi")
    workspace.back_up()
    workspace.close()
    return tmp_path / "here" / "a.gvi"


def left(vault: Path) -> list[str]:
    return sorted(one.name for one in vault.parent.rglob("*.part*"))


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
@pytest.mark.parametrize("what", ["restore", "rescue", "backup"])
def test_what_a_killed_one_left_goes_at_the_next_start(vault: Path, what: str) -> None:
    before = sorted(one.name for one in vault.parent.rglob("*"))
    child = subprocess.run([sys.executable, "-c", CHILD, what, str(vault), PASSPHRASE], env=os.environ, timeout=60)
    assert child.returncode == -signal.SIGKILL
    assert left(vault) != []
    assert temporary.tidy() > 0
    assert left(vault) == []
    assert {one.name for one in vault.parent.rglob("*")} - {"vault.db-wal", "vault.db-shm"} == set(before)
    assert not list((vault.parent.parent / "state").rglob("*.json")) or temporary.tidy() == 0


def test_what_somebody_still_writes_stays(vault: Path) -> None:
    with parts.folder_beside(vault.parent / "b.gvi") as part:
        (part / "made").mkdir()
        assert temporary.tidy() == 0
        assert (part / "made").exists()
    assert left(vault) == []


def test_nothing_but_what_is_called_a_part_is_ever_removed(vault: Path) -> None:
    with pytest.raises(KeyError), parts.told(vault, vault.parent / "b.part"):
        (vault.parent / "b.part").symlink_to(vault)
        raise KeyError
    entry = next(iter((parts.paths.state_folder() / parts.FOLDER).glob("*")), None)
    assert entry is None, "who was not killed leaves no entry"
    (parts.paths.state_folder() / parts.FOLDER / "x.json").write_text(f'["{vault}", "{vault.parent / "b.part"}"]')
    assert temporary.tidy() == 0
    assert (vault / "vault.db").exists()
