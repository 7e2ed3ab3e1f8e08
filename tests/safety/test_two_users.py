"""T6: a second process, a second user of the system, and a share: no damage, and a plain word for whoever comes second.

GVI_SHARE names a folder on a network share, to try there what is otherwise tried on the disk.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from kit.vaults import PASSPHRASE, new_vault

from gvi_desktop.domain.errors import VaultError
from gvi_desktop.domain.group import Group
from gvi_desktop.services import checking, unlocking
from gvi_desktop.services.unit import Unit
from gvi_desktop.storage import files, shares

NOBODY = 65534
ROUNDS = 5
CHILD = """
import os, sys, time
from pathlib import Path
from gvi_desktop.domain.errors import VaultError
from gvi_desktop.domain.group import GroupDraft
from gvi_desktop.services import groups, unlocking
if len(sys.argv) > 6:  # somebody else, once all is loaded by doing it: they may have no right to where Python lies
    tried = unlocking.unlock(Path(sys.argv[7]), None, sys.argv[2])
    tried.write(groups.add, GroupDraft(name="X", area="Norr"))
    tried.close()
    os.chdir("/")
    os.setgroups([])
    os.setgid(int(sys.argv[6]))
    os.setuid(int(sys.argv[6]))
folder, phrase, how = Path(sys.argv[1]), sys.argv[2], sys.argv[3]
for number in range(int(sys.argv[4])):
    while True:
        try:
            opened = unlocking.unlock(folder, None, phrase)
            break
        except VaultError as fault:
            if how != "wait" or fault.code != "vault_in_use":
                print(fault.code, flush=True)
                raise SystemExit(0)
            time.sleep(0.01)
    opened.write(groups.add, GroupDraft(name=f"{sys.argv[5]}{number}", area="Norr"))
    if how == "hold":
        print("held", flush=True)
        sys.stdin.readline()
    opened.close()
print("done", flush=True)
"""


def command(folder: Path, how: str, rounds: int = 1, name: str = "G", *who: str) -> list[str]:
    return [sys.executable, "-c", CHILD, str(folder), PASSPHRASE, how, str(rounds), name, *who]


def home(place: Path) -> dict[str, str]:
    state = place / "state"
    state.mkdir(exist_ok=True)
    state.chmod(0o777)
    known = {"PYTHONPATH": os.pathsep.join(sys.path), "PATH": os.environ["PATH"], "PYTHONDONTWRITEBYTECODE": "1"}
    return known | {"XDG_STATE_HOME": str(state), "XDG_CONFIG_HOME": str(state), "HOME": str(state)}


def run(folder: Path, how: str, name: str = "H", *who: str) -> str:
    if who:
        who = (*who, str(shutil.copytree(folder, Path(tempfile.mkdtemp(dir=folder.parent)) / "x.gvi")))
    words = command(folder, how, 1, name, *who)
    done = subprocess.run(words, env=home(folder.parent), capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout.decode().split()[-1]


def start(folder: Path, how: str, *more: Any) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        command(folder, how, *more), env=home(folder.parent), stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )


def digest(folder: Path) -> dict[str, str]:
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.rglob("*") if path.is_file() and path.name != files.LOCK
    }  # fmt: skip


def whole(folder: Path) -> int:
    """How many groups are in the vault, of which every check is in order."""
    workspace = unlocking.unlock(folder, None, PASSPHRASE)
    try:
        checks = checking.check(workspace)
        assert all(one.ok for one in checks.values()), checks
        return workspace.read(Unit.count, Group)
    finally:
        workspace.close()


@pytest.fixture
def place() -> Iterator[Path]:
    """A folder that every user of the system may enter."""
    made = Path(tempfile.mkdtemp(prefix="two-users-"))
    made.chmod(0o755)
    yield made
    shutil.rmtree(made, ignore_errors=True)


@pytest.fixture
def vault(place: Path) -> Path:
    new_vault(place / "a.gvi").close()
    return place / "a.gvi"


@pytest.fixture
def stranger() -> str:
    """The number of another user of the system; skipped where nobody can be asked."""
    if os.name != "posix" or os.geteuid() != 0:
        pytest.skip("only root can act as another user of the system")
    return str(NOBODY)


def shared(folder: Path) -> None:
    """As a careless administrator would: everybody may read and write everything."""
    for path in (folder, *folder.rglob("*")):
        path.chmod(0o777 if path.is_dir() else 0o666)


def test_a_second_process_is_refused_plainly_and_the_first_goes_on(vault: Path) -> None:
    first = start(vault, "hold")
    assert first.stdout is not None and first.stdout.readline() == b"held\n"
    before = digest(vault)
    assert run(vault, "once") == "vault_in_use"
    assert digest(vault) == before
    assert first.communicate(b"\n")[0] == b"done\n"
    assert whole(vault) == 1


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="a process is killed the Unix way")
def test_the_lock_of_a_killed_process_is_nobodys(vault: Path) -> None:
    first = start(vault, "hold")
    assert first.stdout is not None and first.stdout.readline() == b"held\n"
    first.kill()
    first.communicate()
    assert run(vault, "once") == "done"
    assert whole(vault) == 2


def test_two_processes_that_take_turns_lose_nothing(vault: Path) -> None:
    several = [start(vault, "wait", ROUNDS, name) for name in "AB"]
    assert [one.communicate()[0] for one in several] == [b"done\n", b"done\n"]
    assert whole(vault) == 2 * ROUNDS


def test_another_user_of_the_system_is_kept_out_of_a_private_vault(vault: Path, stranger: str) -> None:
    vault.chmod(0o700)
    before = digest(vault)
    assert run(vault, "once", "S", stranger) == "no_permission"
    vault.chmod(0o755)  # and each file for itself
    assert run(vault, "once", "S", stranger) == "no_permission"
    assert digest(vault) == before
    assert whole(vault) == 0


def test_another_user_waits_for_their_turn_in_a_shared_vault(vault: Path, stranger: str) -> None:
    shared(vault)
    first = start(vault, "hold")
    assert first.stdout is not None and first.stdout.readline() == b"held\n"
    shared(vault)
    assert run(vault, "once", "S", stranger) == "vault_in_use"
    first.communicate(b"\n")
    shared(vault)
    assert run(vault, "once", "S", stranger) == "done"
    shared(vault)
    assert whole(vault) == 2


@pytest.mark.parametrize("kind", ["fuse.sshfs", "fuse.gvfsd-fuse"])
def test_a_share_that_keeps_nobody_apart_is_refused_by_name_and_nothing_is_written(
    vault: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    at = str(vault.parent).replace(" ", r"\\040")
    (tmp_path / "mounts").write_text(f"/dev/x / ext4 rw 0 0\nhost:/x {at} {kind} rw 0 0\nhost:/y {at}x nfs4 rw 0 0\n")
    monkeypatch.setattr(shares, "MOUNTS", tmp_path / "mounts")
    before = digest(vault)
    with pytest.raises(VaultError, match="share_unlocked") as told:
        unlocking.unlock(vault, None, PASSPHRASE)
    assert told.value.data["kind"] == kind.removeprefix("fuse.")
    with pytest.raises(VaultError, match="share_unlocked"):
        new_vault(vault.parent / "b.gvi", anew=True)
    assert digest(vault) == before and not (vault.parent / "b.gvi").exists()
    (tmp_path / "mounts").write_text(f"host:/x {at} {kind} rw 0 0\n/dev/x {at} ext4 rw 0 0\n")
    unlocking.unlock(vault, None, PASSPHRASE).close()


def test_on_a_network_share_two_processes_lose_nothing() -> None:
    share = os.environ.get("GVI_SHARE", "")
    if not share:
        pytest.skip("no network share: name a folder on one in GVI_SHARE")
    folder = Path(tempfile.mkdtemp(dir=share)) / "a.gvi"
    try:
        if shares.unlocked(folder.parent):
            with pytest.raises(VaultError, match="share_unlocked"):
                new_vault(folder, anew=True)
            return
        new_vault(folder).close()
        several = [start(folder, "wait", ROUNDS, name) for name in "AB"]
        assert [one.communicate()[0] for one in several] == [b"done\n", b"done\n"]
        assert whole(folder) == 2 * ROUNDS
    finally:
        shutil.rmtree(folder.parent, ignore_errors=True)
